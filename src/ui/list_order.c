/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/*
 * From items to rows: those that the filter lets through, sorted, with a
 * heading before each group.  Texts are folded once, when the first letter
 * of a filter is typed; from then on a key is a search for bytes.
 */

unsigned
list_get_sort_column(const struct list *l)
{
	return l->class->sorts[l->sort];
}

bool
list_is_grouped(const struct list *l)
{
	return l->class->add_group &&
	    l->class->columns[list_get_sort_column(l)].is_grouped;
}

void
list_add_group(struct str *out, const struct list *l, uint32_t item)
{
	l->class->add_group(out, l->view, item);
}

/* ---- Filter ---- */

static void
fold_searched(struct list *l)
{
	struct str text, folded;

	if (l->searched)
		return;
	l->searched = arena_alloc_array(&l->arena, l->item_count,
	    sizeof *l->searched);
	str_init(&text, 0);
	str_init(&folded, 0);
	for (uint32_t i = 0; i < l->item_count; i++) {
		str_reset(&text);
		str_reset(&folded);
		l->class->add_searched(&text, l->view, i);
		utf8_add_casefold(&folded, text.data, text.len);
		l->searched[i] = arena_copy(&l->arena, folded.data, folded.len);
	}
	str_clear(&text);
	str_clear(&folded);
}

static uint32_t
choose_items(struct list *l, uint32_t *items)
{
	struct str wanted;
	uint32_t count = 0;

	if (!l->filter[0]) {
		for (; count < l->item_count; count++)
			items[count] = count;
		return count;
	}
	fold_searched(l);
	str_init(&wanted, 0);
	utf8_add_casefold(&wanted, l->filter, strlen(l->filter));
	for (uint32_t i = 0; i < l->item_count; i++) {
		if (strstr(l->searched[i], wanted.data))
			items[count++] = i;
	}
	str_clear(&wanted);
	return count;
}

/* ---- Order ---- */

static bool
is_before(const struct list *l, uint32_t a, uint32_t b)
{
	int order = l->class->compare(l->view, a, b, list_get_sort_column(l));

	return l->is_reversed ? order >= 0 : order <= 0;
}

/* Two runs become one; equal items keep their order. */
static void
merge(const struct list *l, const uint32_t *from, uint32_t middle,
    uint32_t count, uint32_t *to)
{
	uint32_t a = 0, b = middle;

	for (uint32_t i = 0; i < count; i++) {
		if (b == count ||
		    (a < middle && is_before(l, from[a], from[b])))
			to[i] = from[a++];
		else
			to[i] = from[b++];
	}
}

static void
sort_items(const struct list *l, uint32_t *items, uint32_t count)
{
	uint32_t *other = mem_alloc_array(count, sizeof *other);

	for (uint32_t run = 1; run < count; run *= 2) {
		for (uint32_t i = 0; i < count; i += 2 * run) {
			uint32_t left = count - i;
			uint32_t both = left < 2 * run ? left : 2 * run;

			merge(l, items + i, run < both ? run : both, both,
			    other + i);
		}
		memcpy(items, other, count * sizeof *items);
	}
	free(other);
}

static void
reverse_items(uint32_t *items, uint32_t count)
{
	for (uint32_t i = 0; i < count / 2; i++) {
		uint32_t item = items[i];

		items[i] = items[count - 1 - i];
		items[count - 1 - i] = item;
	}
}

/* ---- Rows ---- */

static void
put_rows(struct list *l, const uint32_t *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		l->rows[i] = (int32_t)items[i];
	l->row_count = count;
}

/* A heading's row is a negative number: how many items stand under it. */
static void
put_groups(struct list *l, const uint32_t *items, uint32_t count)
{
	struct str before, group;
	uint32_t heading = 0;

	str_init(&before, 0);
	str_init(&group, 0);
	l->row_count = 0;
	for (uint32_t i = 0; i < count; i++) {
		str_reset(&group);
		list_add_group(&group, l, items[i]);
		if (i == 0 || strcmp(group.data, before.data) != 0) {
			struct str swap = before;

			before = group;
			group = swap;
			heading = l->row_count;
			l->rows[l->row_count++] = 0;
		}
		l->rows[heading]--;
		l->rows[l->row_count++] = (int32_t)items[i];
	}
	str_clear(&before);
	str_clear(&group);
}

void
list_make_rows(struct list *l)
{
	uint32_t *items = mem_alloc_array(l->item_count, sizeof *items);
	uint32_t count = choose_items(l, items);

	if (l->class->compare)
		sort_items(l, items, count);
	else if (l->is_reversed)
		reverse_items(items, count);
	l->rows = mem_resize_array(l->rows, 2 * (size_t)l->item_count + 1,
	    sizeof *l->rows);
	l->shown = count;
	if (list_is_grouped(l))
		put_groups(l, items, count);
	else
		put_rows(l, items, count);
	free(items);
}
