/* SPDX-License-Identifier: ISC */
#include "tell_apart.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * In the order of the specification: more names, given names, what the style
 * prints where disambiguate="true", a letter behind the year.
 * Source: CSL 1.0.2 specification, "Disambiguation".
 */

/* A hostile list cannot ask for more work than a few cites for each item. */
enum { RENDERS_AN_ITEM = 64, RENDERS = 4096 };

const char *
apart_render(struct apart *a, uint32_t item, struct cite_rendering *out)
{
	/* As citations that follow the first show it: those are shortest. */
	static const struct cite_part later = {
		.position = CITE_SUBSEQUENT,
		.is_near_note = true,
	};
	struct cite_context context = { .item = item, .part = &later };
	struct csl_item bare = *a->lent[item];
	const char *text;

	*out = (struct cite_rendering){ 0 };
	if (a->left == 0)
		return "";
	a->left--;
	/* The day on which somebody looked tells no sources apart. */
	bare.dates[CSL_ACCESSED - CSL_NAMES_END] = (struct csl_date){ 0 };
	a->items[item] = &bare;
	cite_render(out, a->c, &context);
	a->items[item] = a->lent[item];
	text = lists_get_plain(a->c, out->piece, &a->arena);
	out->piece = out->names = NULL;
	arena_reset(&a->c->arena);
	return text;
}

struct look {
	const char *text;
	uint32_t item;
};

static int
compare_looks(const void *left, const void *right)
{
	const struct look *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	if (order != 0)
		return order;
	return a->item < b->item ? -1 : a->item > b->item;
}

/* Sorts pool by what its cites look like now, equal ones beside each other in
 * the order of their items; texts receives what they look like.  Returns how
 * many different ones there are. */
static uint32_t
sort_pool(struct apart *a, struct pool *pool, const char ***texts)
{
	struct look *looks = mem_alloc_array(pool->count, sizeof *looks);
	uint32_t different = pool->count > 0;

	*texts = arena_alloc_array(&a->arena, pool->count, sizeof **texts);
	for (uint32_t i = 0; i < pool->count; i++) {
		struct cite_rendering unused;

		looks[i].item = pool->items[i];
		looks[i].text = apart_render(a, pool->items[i], &unused);
	}
	qsort(looks, pool->count, sizeof *looks, compare_looks);
	for (uint32_t i = 0; i < pool->count; i++) {
		pool->items[i] = looks[i].item;
		(*texts)[i] = looks[i].text;
		different += i > 0 &&
		    strcmp(looks[i].text, looks[i - 1].text) != 0;
	}
	free(looks);
	return different;
}

static struct pool
copy_pool(struct apart *a, const struct pool *pool)
{
	struct pool copy = { arena_alloc_array(&a->arena, pool->count,
				 sizeof *copy.items),
		pool->count };

	memcpy(copy.items, pool->items, pool->count * sizeof *copy.items);
	return copy;
}

bool
apart_split(struct apart *a, const struct pool *pool)
{
	struct pool sorted = copy_pool(a, pool);
	const char **texts;
	uint32_t from = 0;

	if (sort_pool(a, &sorted, &texts) < 2 || a->left == 0)
		return false;
	for (uint32_t i = 1; i <= sorted.count; i++) {
		struct pool part = { sorted.items + from, i - from };

		if (i < sorted.count && strcmp(texts[i], texts[from]) == 0)
			continue;
		if (part.count > 1 && *texts[from] != '\0')
			apart_resolve(a, &part);
		from = i;
	}
	return true;
}

/* disambiguate="true": for all of the pool, where it helps any. */
static bool
try_condition(struct apart *a, const struct pool *pool)
{
	struct cite_rendering out;

	apart_render(a, pool->items[0], &out);
	if (!out.asks_disambiguate ||
	    apart_get(a, pool->items[0])->is_condition_true)
		return false;
	for (uint32_t i = 0; i < pool->count; i++)
		apart_get(a, pool->items[i])->is_condition_true = true;
	if (apart_split(a, pool))
		return true;
	for (uint32_t i = 0; i < pool->count; i++)
		apart_get(a, pool->items[i])->is_condition_true = false;
	return false;
}

static int
compare_places(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return *a < *b ? -1 : *a > *b;
}

/* Letters follow the order of the list. */
static void
add_suffixes(struct apart *a, const struct pool *pool)
{
	const struct cite_lists *l = a->c->lists;
	uint32_t *places = mem_alloc_array(pool->count, sizeof *places);

	for (uint32_t i = 0; i < pool->count; i++)
		places[i] = l->places[pool->items[i]];
	qsort(places, pool->count, sizeof *places, compare_places);
	for (uint32_t i = 0; i < pool->count; i++)
		apart_get(a, l->order[places[i]])->year_suffix = (int)i + 1;
	free(places);
}

void
apart_resolve(struct apart *a, const struct pool *pool)
{
	if (a->adds_names && apart_add_names(a, pool))
		return;
	if (a->adds_given && a->rule == STYLE_WORD_BY_CITE &&
	    apart_add_given(a, pool))
		return;
	if (try_condition(a, pool))
		return;
	if (a->adds_suffix)
		add_suffixes(a, pool);
}

static bool
is_true(const struct cite *c, enum style_attribute attribute)
{
	return style_get_word(c->style, c->citation.node, attribute) ==
	    STYLE_WORD_TRUE;
}

static void
resolve_all(struct apart *a)
{
	uint32_t count = a->c->count;
	struct pool all = {
		arena_alloc_array(&a->arena, count, sizeof *all.items),
		count,
	};
	struct cite_rendering unused;

	for (uint32_t i = 0; i < count; i++)
		all.items[i] = i;
	/* Where all are equal they are one pool, unless they are nothing. */
	if (!apart_split(a, &all) && *apart_render(a, 0, &unused) != '\0')
		apart_resolve(a, &all);
}

void
lists_tell_apart(struct cite *c)
{
	struct apart a = {
		.c = c,
		.adds_names = is_true(c, STYLE_AT_DISAMBIGUATE_ADD_NAMES),
		.adds_given = is_true(c, STYLE_AT_DISAMBIGUATE_ADD_GIVENNAME),
		.adds_suffix = is_true(c,
		    STYLE_AT_DISAMBIGUATE_ADD_YEAR_SUFFIX),
		.rule = style_get_word(c->style, c->citation.node,
		    STYLE_AT_GIVENNAME_DISAMBIGUATION_RULE),
		.left = RENDERS + c->count * RENDERS_AN_ITEM,
	};

	if (a.rule == STYLE_NO_WORD)
		a.rule = STYLE_WORD_BY_CITE;
	a.items = arena_alloc_array(&a.arena, c->count, sizeof *a.items);
	for (uint32_t i = 0; i < c->count; i++)
		a.items[i] = c->items[i];
	a.lent = c->items;
	c->items = a.items;
	if (a.adds_given && a.rule != STYLE_WORD_BY_CITE)
		apart_add_given_everywhere(&a);
	if (c->count > 1)
		resolve_all(&a);
	c->items = a.lent;
	if (a.left == 0)
		cite_set_fault(c, NULL,
		    "too many sources look alike to tell all apart");
	arena_clear(&a.arena);
}
