/* SPDX-License-Identifier: ISC */
#include "syntax_check.h"

#include <stdlib.h>

#include "base/mem.h"

/*
 * An automatic callout stands before each item and at the end.  The items of
 * a group that is repeated come more than once.
 */
struct check {
	const struct syntax *syntax;
	bool *was_seen;
};

static int
compare_places(const void *key, const void *element)
{
	size_t at = *(const size_t *)key;
	size_t item_at = ((const struct item *)element)->at;

	return at < item_at ? -1 : at > item_at;
}

static int
check_one(pcre2_callout_enumerate_block *block, void *data)
{
	struct check *c = data;
	const struct item *item = bsearch(&block->pattern_position,
	    c->syntax->items, c->syntax->count, sizeof *item, compare_places);

	if (!item ||
	    (item->kind != ITEM_END && item->len != block->next_item_length))
		return 1;
	c->was_seen[item - c->syntax->items] = true;
	return 0;
}

bool
syntax_agrees(const struct syntax *s, const pcre2_code *code)
{
	struct check c = { s, mem_alloc_array(s->count, sizeof(bool)) };
	bool is_same = pcre2_callout_enumerate(code, check_one, &c) == 0;

	for (unsigned i = 0; i < s->count; i++) {
		if (s->items[i].kind != ITEM_SETTING && !c.was_seen[i])
			is_same = false;
	}
	free(c.was_seen);
	return is_same;
}
