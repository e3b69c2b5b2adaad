/* SPDX-License-Identifier: ISC */
#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "list_private.h"

static bool
is_heading(const struct list *l, uint32_t row)
{
	return l->rows[row] < 0;
}

int64_t
list_get_selected(const struct list *l)
{
	return l->shown > 0 ? l->rows[l->row] : -1;
}

static bool
select_named(struct list *l, const char *name)
{
	for (uint32_t i = 0; name[0] && i < l->row_count; i++) {
		if (!is_heading(l, i) &&
		    strcmp(name,
			l->class->get_name(l->view, (uint32_t)l->rows[i])) ==
			0) {
			l->row = i;
			return true;
		}
	}
	return false;
}

static void
select_first(struct list *l)
{
	l->top = 0;
	l->row = l->row_count > 1 && is_heading(l, 0) ? 1 : 0;
}

void
list_select(struct list *l, uint32_t item)
{
	for (uint32_t i = 0; i < l->row_count; i++) {
		if (l->rows[i] == (int32_t)item)
			l->row = i;
	}
}

/* Rows are made anew; the same item stays selected, where it is there. */
static void
make_rows(struct list *l)
{
	int64_t item = list_get_selected(l);

	list_make_rows(l);
	select_first(l);
	if (item >= 0)
		list_select(l, (uint32_t)item);
}

void
list_init(struct list *l, const struct list_class *class, const struct view *v,
    uint32_t item_count, const struct reader_place *at)
{
	*l = (struct list){ .class = class,
		.view = v,
		.item_count = item_count < INT32_MAX ? item_count : INT32_MAX,
		.sort = at->sort < class->sort_count ? at->sort : 0,
		.is_reversed = at->is_reversed };
	view_cut_text(l->filter, sizeof l->filter, at->filter);
	list_make_rows(l);
	select_first(l);
	l->is_restoring = select_named(l, at->item);
	l->scroll = at->scroll;
}

void
list_clear(struct list *l)
{
	arena_clear(&l->arena);
	free(l->rows);
	l->rows = NULL;
}

void
list_set_count(struct list *l, uint32_t item_count)
{
	l->item_count = item_count;
	l->searched = NULL;
	l->is_measured = false;
	arena_reset(&l->arena);
	list_make_rows(l);
	select_first(l);
}

/* ---- Moving ---- */

/* The items' rows count, headings are stepped over. */
static void
move(struct list *l, int64_t by)
{
	int64_t row = l->row;
	int step = by < 0 ? -1 : 1;

	while (by != 0) {
		int64_t next = row + step;

		if (next >= 0 && next < l->row_count &&
		    is_heading(l, (uint32_t)next))
			next += step;
		if (next < 0 || next >= l->row_count)
			break;
		row = next;
		by -= step;
	}
	l->row = (uint32_t)row;
}

/* A page moves what is shown and what is selected alike. */
static void
move_page(struct list *l, int rows, int count)
{
	int64_t by = (int64_t)rows * count;
	int64_t top = (int64_t)l->top + by;

	if (top < 0)
		top = 0;
	if (top < l->row_count)
		l->top = (uint32_t)top;
	move(l, by);
}

static void
go_to(struct list *l, int64_t number)
{
	select_first(l);
	move(l, number - 1);
}

static void
move_group(struct list *l, int step)
{
	int64_t row = (int64_t)l->row + step;

	if (step < 0)
		row--; /* from the first of a group to the group before */
	while (row >= 0 && row < l->row_count && !is_heading(l, (uint32_t)row))
		row += step;
	if (row >= 0 && row + 1 < l->row_count)
		l->row = (uint32_t)row + 1;
}

static enum view_result
move_disputed(struct list *l, int step, int count)
{
	int64_t row = (int64_t)l->row + step;
	bool has_moved = false;

	if (!l->class->is_disputed)
		return VIEW_IGNORED;
	for (; count > 0 && row >= 0 && row < l->row_count; row += step) {
		if (is_heading(l, (uint32_t)row) ||
		    !l->class->is_disputed(l->view, (uint32_t)l->rows[row]))
			continue;
		l->row = (uint32_t)row;
		has_moved = true;
		count--;
	}
	if (!has_moved)
		app_say(l->view->app,
		    step > 0 ? "Nothing further down in this list disagrees." :
			       "Nothing further up in this list disagrees.");
	return VIEW_DONE;
}

static void
sort(struct list *l, enum command command)
{
	if (command == COMMAND_SORT_REVERSE) {
		l->is_reversed = !l->is_reversed;
	} else {
		l->sort = (l->sort + 1) % l->class->sort_count;
		l->is_reversed = false;
	}
	make_rows(l);
}

static int
get_page(const struct list *l)
{
	int rows = list_get_body_rows(l, app_get_page_rows(l->view->app));

	return rows > 1 ? rows - 1 : 1;
}

static enum view_result
run_move(struct list *l, enum command command, int count)
{
	int times = count > 0 ? count : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_LINK_NEXT:
		move(l, times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
	case COMMAND_SENTENCE_PREVIOUS:
	case COMMAND_LINK_PREVIOUS:
		move(l, -times);
		return VIEW_DONE;
	case COMMAND_PAGE_DOWN:
		move_page(l, get_page(l), times);
		return VIEW_DONE;
	case COMMAND_PAGE_UP:
		move_page(l, get_page(l), -times);
		return VIEW_DONE;
	case COMMAND_HALF_DOWN:
		move_page(l, (get_page(l) + 1) / 2, times);
		return VIEW_DONE;
	case COMMAND_HALF_UP:
		move_page(l, (get_page(l) + 1) / 2, -times);
		return VIEW_DONE;
	case COMMAND_FIRST:
		go_to(l, times);
		return VIEW_DONE;
	case COMMAND_LAST:
		go_to(l, count > 0 ? count : (int64_t)l->item_count);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

enum view_result
list_run(struct list *l, enum command command, int count)
{
	switch (command) {
	case COMMAND_SORT:
	case COMMAND_SORT_REVERSE:
		sort(l, command);
		return VIEW_DONE;
	case COMMAND_DISAGREEMENT_NEXT:
		return move_disputed(l, 1, count > 0 ? count : 1);
	case COMMAND_DISAGREEMENT_PREVIOUS:
		return move_disputed(l, -1, count > 0 ? count : 1);
	case COMMAND_SECTION_NEXT:
	case COMMAND_SECTION_PREVIOUS:
		if (!list_is_grouped(l))
			return VIEW_IGNORED;
		for (int i = 0;
		     i < (count > 0 ? count : 1) && i < (int)l->row_count; i++)
			move_group(l, command == COMMAND_SECTION_NEXT ? 1 : -1);
		return VIEW_DONE;
	default:
		return run_move(l, command, count);
	}
}

static bool
has_group_below(const struct list *l)
{
	for (uint32_t i = l->row; list_is_grouped(l) && i < l->row_count; i++) {
		if (is_heading(l, i))
			return true;
	}
	return false;
}

bool
list_has_effect(const struct list *l, enum command command)
{
	switch (command) {
	case COMMAND_OPEN:
	case COMMAND_COMPARE:
		return list_get_selected(l) >= 0;
	case COMMAND_FILTER:
		return l->item_count > 0;
	case COMMAND_SORT:
		return l->item_count > 0 && l->class->sort_count > 1;
	case COMMAND_SECTION_NEXT:
		return has_group_below(l);
	default:
		return true;
	}
}

bool
list_click(struct list *l, struct rect area, int row)
{
	uint32_t at = l->top + (uint32_t)(row - area.row);

	if (list_has_head(l, area.rows)) {
		if (row == area.row)
			return false;
		at--;
	}
	if (at >= l->row_count || is_heading(l, at))
		return false;
	if (l->row == at)
		return true;
	l->row = at;
	return false;
}

void
list_filter(struct list *l, const char *text)
{
	if (strcmp(l->filter, text) == 0)
		return;
	view_cut_text(l->filter, sizeof l->filter, text);
	make_rows(l);
}

/* ---- What is said of it ---- */

void
list_get_place(const struct list *l, struct reader_place *out)
{
	int64_t item = list_get_selected(l);

	if (item >= 0)
		view_cut_text(out->item, sizeof out->item,
		    l->class->get_name(l->view, (uint32_t)item));
	out->scroll = l->is_restoring ? l->scroll :
					(int32_t)l->top - (int32_t)l->row;
	out->sort = (uint8_t)l->sort;
	out->is_reversed = l->is_reversed;
	view_cut_text(out->filter, sizeof out->filter, l->filter);
}

void
list_get_position(const struct list *l, char *out, size_t size)
{
	uint32_t number = 0;

	for (uint32_t i = 0; i < l->row_count && i <= l->row; i++)
		number += !is_heading(l, i);
	if (l->filter[0])
		snprintf(out, size, "%u/%u of %u", number, l->shown,
		    l->item_count);
	else
		snprintf(out, size, "%u/%u", number, l->shown);
}

void
list_get_title(const struct list *l, char *out, size_t size, const char *name)
{
	const char *by = l->class->columns[list_get_sort_column(l)].title;
	struct str title;

	str_init(&title, 1024);
	str_add_text(&title, name);
	if (l->filter[0])
		str_add_format(&title, " with \"%s\"", l->filter);
	if (l->class->sort_count > 1)
		str_add_format(&title, "%s by %s", l->filter[0] ? "," : "", by);
	if (l->is_reversed)
		str_add_text(&title, ", reversed");
	view_cut_text(out, size, title.data);
	str_clear(&title);
}
