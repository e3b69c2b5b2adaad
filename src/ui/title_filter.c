/* SPDX-License-Identifier: ISC */
#include "title_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "reader/trail.h"

enum { SLICE_TOPICS = 1000, DEPTH_LIMIT = 64 };

void
title_filter_init(struct title_filter *f)
{
	*f = (struct title_filter){ .count = 0 };
	str_init(&f->typed, PLACE_FILTER_SIZE);
	str_init(&f->folded, PLACE_FILTER_SIZE);
}

void
title_filter_clear(struct title_filter *f)
{
	str_clear(&f->typed);
	str_clear(&f->folded);
	free(f->rows);
}

void
title_filter_set(struct title_filter *f, const char *text)
{
	str_reset(&f->typed);
	str_reset(&f->folded);
	str_add_text(&f->typed, text);
	utf8_add_casefold(&f->folded, text, strlen(text));
	f->count = 0;
	f->next = title_filter_is_set(f) ? 1 : 0;
}

bool
title_filter_is_set(const struct title_filter *f)
{
	return f->folded.len > 0;
}

static void
add_row(struct title_filter *f, int64_t topic, bool is_match)
{
	if (f->count == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 64;
		f->rows = mem_resize_array(f->rows, f->cap, sizeof *f->rows);
	}
	f->rows[f->count++] = (struct title_row){ topic, is_match };
}

static bool
has_row(const struct title_filter *f, int64_t topic)
{
	size_t i = title_filter_find(f, topic);

	return i < f->count && f->rows[i].topic == topic;
}

/*
 * Those above that are not there yet come after every row there is: what
 * stands under them would have brought them.
 */
static void
add_above(struct title_filter *f, struct collection *from, int64_t parent)
{
	struct arena arena = { 0 };
	int64_t above[DEPTH_LIMIT];
	int depth = 0;
	struct topic t;
	struct error err;

	while (parent > 0 && depth < DEPTH_LIMIT && !has_row(f, parent)) {
		above[depth++] = parent;
		if (collection_get_topic(&t, from, parent, &arena, &err))
			break;
		parent = t.parent < parent ? t.parent : 0;
	}
	while (depth > 0)
		add_row(f, above[--depth], false);
	arena_clear(&arena);
}

bool
title_filter_look(struct title_filter *f, struct collection *from)
{
	struct arena arena = { 0 };
	struct str title;
	struct topic *topics;
	uint32_t count;
	struct error err;

	if (f->next == 0)
		return false;
	if (collection_list_topics(&topics, &count, from, f->next, SLICE_TOPICS,
		&arena, &err) != STATUS_OK)
		count = 0;
	str_init(&title, 0);
	for (uint32_t i = 0; i < count; i++) {
		str_reset(&title);
		utf8_add_casefold(&title, topics[i].title,
		    strlen(topics[i].title));
		if (!strstr(title.data, f->folded.data))
			continue;
		add_above(f, from, topics[i].parent);
		add_row(f, topics[i].id, true);
	}
	str_clear(&title);
	f->next = count == SLICE_TOPICS ? topics[count - 1].id + 1 : 0;
	arena_clear(&arena);
	return f->next != 0;
}

size_t
title_filter_find(const struct title_filter *f, int64_t topic)
{
	size_t first = 0, end = f->count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (f->rows[middle].topic < topic)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

int64_t
title_filter_get_first(const struct title_filter *f)
{
	for (size_t i = 0; i < f->count; i++) {
		if (f->rows[i].is_match)
			return f->rows[i].topic;
	}
	return 0;
}

bool
title_filter_is_above(const struct title_filter *f, int64_t topic)
{
	size_t i = title_filter_find(f, topic);

	return i < f->count && f->rows[i].topic == topic &&
	    !f->rows[i].is_match;
}
