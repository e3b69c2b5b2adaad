/* SPDX-License-Identifier: ISC */
#include "lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * The items of a list: sorted, numbered, told apart.
 * Source: CSL 1.0.2 specification, "Sorting", "Citation numbers".
 */

static struct cite_lists *
get_lists(struct cite *c)
{
	if (c->lists == NULL)
		c->lists = mem_alloc_array(1, sizeof *c->lists);
	return c->lists;
}

void
cite_free_lists(struct cite *c)
{
	struct cite_lists *l = c->lists;

	if (l == NULL)
		return;
	arena_clear(&l->arena);
	arena_clear(&l->cluster_arena);
	free(l);
	c->lists = NULL;
}

struct piece *
lists_find_mark(struct piece *p, enum piece_mark mark)
{
	struct piece *found = NULL;

	if (p == NULL || p->mark == mark)
		return p;
	if (p->is_text)
		return NULL;
	for (p = p->first; p != NULL && found == NULL; p = p->next)
		found = lists_find_mark(p, mark);
	return found;
}

const char *
lists_get_plain(const struct cite *c, const struct piece *p,
    struct arena *arena)
{
	const char *text;
	struct str s;

	if (p == NULL)
		return "";
	str_init(&s, 0);
	piece_add_plain(&s, p, &c->piece_locale, true);
	text = arena_copy(arena, s.len > 0 ? s.data : "", s.len);
	str_clear(&s);
	return text;
}

/* Whether a key, or a macro that it names, asks for the citation number. */
static bool
names_citation_number(const struct style *s, style_node n, unsigned depth)
{
	uint32_t count = 0;
	const uint16_t *list = style_get_list(s, n, STYLE_AT_VARIABLE, &count);
	style_node child = style_get_macro(s, n);

	for (uint32_t i = 0; i < count; i++) {
		if (list[i] == CSL_CITATION_NUMBER)
			return true;
	}
	if (depth == 0)
		return false;
	if (child != STYLE_NODE_NONE &&
	    names_citation_number(s, child, depth - 1))
		return true;
	for (child = style_get_child(s, n); child != STYLE_NODE_NONE;
	     child = style_get_next(s, child)) {
		if (names_citation_number(s, child, depth - 1))
			return true;
	}
	return false;
}

static void
sort_items(struct cite *c)
{
	struct cite_lists *l = c->lists;
	struct cite_context *contexts = mem_alloc_array(c->count,
	    sizeof *contexts);

	for (uint32_t i = 0; i < c->count; i++)
		contexts[i] = (struct cite_context){ .item = i,
			.is_bibliography = true };
	lists_sort(l->order, c, c->bibliography.sort, contexts, c->count);
	for (uint32_t i = 0; i < c->count; i++)
		l->places[l->order[i]] = i;
	free(contexts);
}

/*
 * Numbers follow the list, unless the list follows the numbers.
 */
static void
number_items(struct cite *c)
{
	style_node sort = c->bibliography.sort;

	if (sort == STYLE_NODE_NONE || names_citation_number(c->style, sort, 3))
		return;
	for (uint32_t i = 0; i < c->count; i++)
		c->states[i].number = c->lists->places[i] + 1;
}

void
cite_set_items(struct cite *c, const struct csl_item *const *items,
    uint32_t count)
{
	struct cite_lists *l = get_lists(c);

	free(c->states);
	c->states = mem_alloc_array(count, sizeof *c->states);
	c->items = items;
	c->count = count;
	arena_reset(&l->arena);
	arena_reset(&l->cluster_arena);
	l->cluster_count = 0;
	l->order = arena_alloc_array(&l->arena, count, sizeof *l->order);
	l->places = arena_alloc_array(&l->arena, count, sizeof *l->places);
	for (uint32_t i = 0; i < count; i++)
		c->states[i].number = i + 1;
	sort_items(c);
	number_items(c);
	lists_tell_apart(c);
	arena_reset(&c->arena);
}

uint32_t
cite_count_references(const struct cite *c)
{
	return cite_has_bibliography(c) ? c->count : 0;
}

uint32_t
cite_get_reference_item(const struct cite *c, uint32_t place)
{
	return place < c->count ? c->lists->order[place] : 0;
}
