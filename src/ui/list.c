/* SPDX-License-Identifier: ISC */
#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "effort.h"
#include "list_private.h"

/* An effort of one is to read a key, some thousand instructions. */
enum { SLICE_EFFORT = 1500, SLICES_AT_ONCE = 3 };

bool
list_is_heading(const struct list *l, uint32_t row)
{
	return l->rows[row] < 0;
}

int64_t
list_get_selected(const struct list *l)
{
	return l->shown > 0 ? l->rows[l->row] : -1;
}

void
list_select_first(struct list *l)
{
	l->top = 0;
	l->row = l->row_count > 1 && list_is_heading(l, 0) ? 1 : 0;
}

static bool
select_item(struct list *l, uint32_t item)
{
	for (uint32_t i = 0; i < l->row_count; i++) {
		if (l->rows[i] == (int32_t)item) {
			l->row = i;
			return true;
		}
	}
	return false;
}

int64_t
list_find_next(const struct list *l, uint32_t *row)
{
	while (*row < l->row_count) {
		int32_t item = l->rows[(*row)++];

		if (item >= 0)
			return item;
	}
	return -1;
}

void
list_select(struct list *l, uint32_t item)
{
	select_item(l, item);
	l->wanted = LIST_WANTS_SAME;
}

static int64_t
find_named(const struct list *l, const char *name)
{
	if (!name[0])
		return LIST_WANTS_FIRST;
	if (l->class->find)
		return l->class->find(l->view, name);
	for (uint32_t i = 0; i < l->item_count; i++) {
		if (strcmp(name, l->class->get_name(l->view, i)) == 0)
			return i;
	}
	return LIST_WANTS_FIRST;
}

/* ---- Rows ---- */

/* What is wanted is selected, where it is there, else the first. */
static void
make_rows(struct list *l)
{
	int64_t item = l->wanted;

	if (item == LIST_WANTS_SAME)
		item = list_get_selected(l);
	list_make_rows(l);
	l->is_ordered = !list_is_sorting(l);
	l->seek_left = 0;
	list_select_first(l);
	if (item == LIST_WANTS_LAST)
		list_go_to(l, l->item_count);
	else if (item >= 0)
		l->is_restoring = select_item(l, (uint32_t)item) &&
		    l->is_of_place;
}

void
list_begin_work(struct list *l)
{
	l->until_us = clock_now_us() + EFFORT_US;
	for (int i = 0; i < SLICES_AT_ONCE; i++) {
		if (!list_work(l, SLICE_EFFORT))
			break;
	}
	if (!list_is_sorting(l) || l->row_count == 0)
		make_rows(l);
}

/* What remains when all is in its place; false: nothing. */
static bool
idle_in_order(struct list *l)
{
	if (l->seek_left > 0)
		list_seek_disputed(l);
	else if (list_facets_is_counting(l))
		list_facets_count(l);
	return l->seek_left > 0 || list_facets_is_counting(l);
}

bool
list_idle(struct list *l)
{
	uint32_t shown = list_count_shown(l);
	bool is_more;

	if (!list_is_sorting(l) && !list_is_looking(l))
		return idle_in_order(l);
	l->until_us = clock_now_us() + EFFORT_US;
	is_more = list_work(l, SLICE_EFFORT);
	if (list_is_sorting(l))
		return is_more;
	if (!l->is_ordered || list_count_shown(l) != shown || !is_more)
		make_rows(l);
	return is_more || list_facets_is_counting(l);
}

/* What a place was left with was a pattern; NULL: none. */
static struct sieve *
make_sieve(const struct reader_place *at)
{
	struct sieve_wish wish;
	struct sieve *sieve;
	struct error err;
	size_t error_at;

	sieve_set_modes(&wish, at->filter_modes);
	if (!at->filter[0] ||
	    sieve_set_text(&wish, at->filter, &err) != STATUS_OK ||
	    sieve_new(&sieve, &wish, &error_at, &err) != STATUS_OK)
		return NULL;
	return sieve;
}

void
list_init(struct list *l, const struct list_class *class, const struct view *v,
    uint32_t item_count, const struct reader_place *at)
{
	*l = (struct list){ .class = class,
		.view = v,
		.item_count = item_count < INT32_MAX ? item_count : INT32_MAX,
		.sort = at->sort < class->sort_count ? at->sort : 0,
		.is_reversed = at->is_reversed,
		.scroll = at->scroll };
	list_facets_init(l, at->facets);
	list_begin_order(l);
	list_begin_filter(l, make_sieve(at));
	l->wanted = find_named(l, at->item);
	l->is_of_place = l->wanted >= 0;
	list_begin_work(l);
}

void
list_clear(struct list *l)
{
	list_facets_clear(l);
	list_clear_order(l);
}

/* ---- Keys and clicks ---- */

const char *
list_get_filter(const struct list *l)
{
	return l->sieve ? sieve_get_wish(l->sieve)->text : "";
}

bool
list_is_narrowed(const struct list *l)
{
	return l->sieve || list_facets_is_any(l);
}

static bool
has_group_below(const struct list *l)
{
	for (uint32_t i = l->row; list_is_grouped(l) && i < l->row_count; i++) {
		if (list_is_heading(l, i))
			return true;
	}
	return false;
}

bool
list_has_effect(const struct list *l, enum command command)
{
	if (list_facets_is_choosing(l))
		return command == COMMAND_OPEN || !list_is_of_rows(command);
	switch (command) {
	case COMMAND_OPEN:
	case COMMAND_COMPARE:
		return list_get_selected(l) >= 0;
	case COMMAND_FILTER:
		return l->item_count > 0;
	case COMMAND_FACET:
		return l->item_count > 0 && l->facets;
	case COMMAND_ESCAPE:
		return list_is_narrowed(l);
	case COMMAND_SORT:
		return l->item_count > 0 && l->class->sort_count > 1;
	case COMMAND_SECTION_NEXT:
		return has_group_below(l);
	default:
		return true;
	}
}

const char *
list_get_escape_hint(const struct list *l)
{
	return list_is_narrowed(l) && !list_facets_is_choosing(l) ? "widen" :
								    NULL;
}

bool
list_click(struct list *l, struct rect area, int row)
{
	uint32_t at = l->top + (uint32_t)(row - area.row);

	if (list_click_chooser(l, row))
		return false;
	if (list_has_head(l, area.rows)) {
		if (row == area.row)
			return false;
		at--;
	}
	if (at >= l->row_count || list_is_heading(l, at))
		return false;
	if (l->row == at)
		return true;
	l->wanted = LIST_WANTS_SAME;
	l->row = at;
	return false;
}

static bool
is_same(const struct list *l, const struct sieve_wish *wish)
{
	const struct sieve_wish *before = l->sieve ? sieve_get_wish(l->sieve) :
						     NULL;

	if (!before || !wish->text[0])
		return !before && !wish->text[0];
	return strcmp(before->text, wish->text) == 0 &&
	    sieve_get_modes(before) == sieve_get_modes(wish);
}

enum status
list_filter(struct list *l, const struct sieve_wish *wish, size_t *error_at,
    struct error *err)
{
	struct sieve *sieve = NULL;
	enum status status;

	if (is_same(l, wish))
		return STATUS_OK;
	if (wish->text[0]) {
		status = sieve_new(&sieve, wish, error_at, err);
		if (status != STATUS_OK)
			return status;
	}
	if (l->wanted == LIST_WANTS_SAME && l->shown > 0)
		l->wanted = list_get_selected(l);
	l->is_of_place = false;
	list_begin_filter(l, sieve);
	list_begin_work(l);
	return STATUS_OK;
}

/* ---- What is said of it ---- */

void
list_get_place(const struct list *l, struct reader_place *out)
{
	bool is_kept = l->is_of_place && l->wanted >= 0;
	int64_t item = is_kept ? l->wanted : list_get_selected(l);

	if (item >= 0)
		view_cut_text(out->item, sizeof out->item,
		    l->class->get_name(l->view, (uint32_t)item));
	out->scroll = is_kept && (l->is_restoring || list_is_sorting(l)) ?
	    l->scroll :
	    (int32_t)l->top - (int32_t)l->row;
	out->sort = (uint8_t)l->sort;
	out->is_reversed = l->is_reversed;
	view_cut_text(out->filter, sizeof out->filter, list_get_filter(l));
	if (l->sieve)
		out->filter_modes = sieve_get_modes(sieve_get_wish(l->sieve));
	list_facets_get_place(out->facets, sizeof out->facets, l);
}

void
list_get_position(const struct list *l, char *out, size_t size)
{
	bool is_more = list_is_sorting(l) || list_is_looking(l);
	uint32_t number = 0;
	size_t len;

	for (uint32_t i = 0; i < l->row_count && i <= l->row; i++)
		number += !list_is_heading(l, i);
	view_write_position(out, size, number, l->shown);
	len = strlen(out);
	if (list_is_narrowed(l) || is_more)
		snprintf(out + len, size - len, "%s of %u",
		    is_more ? " so far," : "", l->item_count);
	len = strlen(out);
	if (l->undecided > 0)
		snprintf(out + len, size - len, ", %u undecided", l->undecided);
}

void
list_get_title(const struct list *l, char *out, size_t size, const char *name)
{
	const struct list_column *column =
	    &l->class->columns[list_get_sort_column(l)];
	const char *by = column->by ? column->by : column->title;
	struct str title;

	str_init(&title, 1024);
	str_add_text(&title, name);
	list_facets_add_title(&title, l);
	if (l->sieve)
		str_add_format(&title, "%s with \"%s\"",
		    list_facets_is_any(l) ? "," : "", list_get_filter(l));
	if (l->class->sort_count > 1)
		str_add_format(&title, "%s by %s",
		    list_is_narrowed(l) ? "," : "", by);
	if (l->is_reversed)
		str_add_text(&title, ", reversed");
	view_cut_text(out, size, title.data);
	str_clear(&title);
}
