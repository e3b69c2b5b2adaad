/* SPDX-License-Identifier: ISC */
#include "searches.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SEARCHES_LIMIT = 600, NAME_COUNT = 3 };

struct kept_search {
	uint32_t number; /* 0: none */
	bool is_exact, is_literal, is_word, is_title;
	struct scope scope;
	unsigned char chosen[FACET_COUNT];
	char *text;
	char *names[NAME_COUNT]; /* of the rows in scope, NULL: none */
};

/* A ring: number n stands at (n - 1) % SEARCHES_LIMIT. */
struct searches {
	struct kept_search *list;
	uint32_t count; /* of slots that were made */
	uint32_t last;  /* number */
};

struct searches *
searches_new(void)
{
	return mem_alloc_array(1, sizeof(struct searches));
}

static void
clear_kept(struct kept_search *kept)
{
	for (int i = 0; i < NAME_COUNT; i++)
		free(kept->names[i]);
	free(kept->text);
	memset(kept, 0, sizeof *kept);
}

void
searches_free(struct searches *s)
{
	if (!s)
		return;
	for (uint32_t i = 0; i < s->count; i++)
		clear_kept(&s->list[i]);
	free(s->list);
	free(s);
}

/* ---- Rows of a scope and their names ---- */

static const enum record_kind name_kinds[NAME_COUNT] = { RECORD_TOPIC,
	RECORD_SOURCE, RECORD_SOURCE };

static int64_t *
get_row(struct scope *scope, int i)
{
	int64_t *const rows[NAME_COUNT] = { &scope->topic, &scope->source,
		&scope->document };

	return rows[i];
}

static void
read_names(struct kept_search *kept, struct collection *from)
{
	struct arena arena = { 0 };
	struct record_title title;
	struct error err;

	for (int i = 0; i < NAME_COUNT; i++) {
		int64_t row = *get_row(&kept->scope, i);

		if (row != 0 &&
		    collection_find_title(&title, from, name_kinds[i], row,
			&arena, &err) == STATUS_OK)
			kept->names[i] = mem_copy_text(title.slug);
	}
	arena_clear(&arena);
}

static int64_t
find_row(struct collection *from, enum record_kind kind, const char *name)
{
	struct arena arena = { 0 };
	struct topic topic;
	struct source source;
	struct error err;
	int64_t row = 0;

	if (!name)
		return 0;
	if (kind == RECORD_TOPIC &&
	    !collection_find_topic(&topic, from, name, &arena, &err))
		row = topic.id;
	if (kind == RECORD_SOURCE &&
	    !collection_find_source(&source, from, name, &arena, &err))
		row = source.id;
	arena_clear(&arena);
	return row;
}

/* ---- By number ---- */

static struct kept_search *
find_kept(const struct searches *s, uint32_t number)
{
	uint32_t slot = (number - 1) % SEARCHES_LIMIT;

	if (number == 0 || slot >= s->count || s->list[slot].number != number)
		return NULL;
	return &s->list[slot];
}

static void
fill(struct kept_search *kept, uint32_t number, const struct inquiry_wish *wish,
    struct collection *from)
{
	clear_kept(kept);
	kept->number = number;
	kept->is_exact = wish->is_exact;
	kept->is_literal = wish->is_literal;
	kept->is_word = wish->is_word;
	kept->is_title = wish->is_title;
	kept->scope = wish->scope;
	memcpy(kept->chosen, wish->chosen, sizeof kept->chosen);
	kept->text = mem_copy_text(wish->text);
	read_names(kept, from);
}

uint32_t
searches_add(struct searches *s, const struct inquiry_wish *wish,
    struct collection *from)
{
	uint32_t number = ++s->last;
	uint32_t slot = (number - 1) % SEARCHES_LIMIT;

	if (slot >= s->count) {
		s->list = mem_resize_array(s->list, slot + 1, sizeof *s->list);
		memset(&s->list[slot], 0, sizeof *s->list);
		s->count = slot + 1;
	}
	fill(&s->list[slot], number, wish, from);
	return number;
}

void
searches_change(struct searches *s, uint32_t number,
    const struct inquiry_wish *wish, struct collection *from)
{
	struct kept_search *kept = find_kept(s, number);

	if (kept)
		fill(kept, number, wish, from);
}

bool
searches_find(struct inquiry_wish *out, const struct searches *s,
    uint32_t number, struct collection *from)
{
	const struct kept_search *kept = find_kept(s, number);
	size_t len;

	if (!kept)
		return false;
	memset(out, 0, sizeof *out);
	len = strlen(kept->text);
	memcpy(out->text, kept->text, len);
	out->is_exact = kept->is_exact;
	out->is_literal = kept->is_literal;
	out->is_word = kept->is_word;
	out->is_title = kept->is_title;
	out->scope = kept->scope;
	memcpy(out->chosen, kept->chosen, sizeof out->chosen);
	for (int i = 0; i < NAME_COUNT; i++)
		*get_row(&out->scope, i) = find_row(from, name_kinds[i],
		    kept->names[i]);
	return true;
}
