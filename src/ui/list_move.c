/* SPDX-License-Identifier: ISC */
#include "app.h"
#include "list_private.h"

/* Moving in a list: by rows, pages and groups, and to what disagrees. */

enum { SEEK_ROWS = 1500 }; /* in a slice */

/* The items' rows count, headings are stepped over. */
static void
move(struct list *l, int64_t by)
{
	int64_t row = l->row;
	int step = by < 0 ? -1 : 1;

	while (by != 0) {
		int64_t next = row + step;

		if (next >= 0 && next < l->row_count &&
		    list_is_heading(l, (uint32_t)next))
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

void
list_go_to(struct list *l, int64_t number)
{
	list_select_first(l);
	move(l, number - 1);
}

static void
move_group(struct list *l, int step)
{
	int64_t row = (int64_t)l->row + step;

	if (step < 0)
		row--; /* from the first of a group to the group before */
	while (row >= 0 && row < l->row_count &&
	    !list_is_heading(l, (uint32_t)row))
		row += step;
	if (row >= 0 && row + 1 < l->row_count)
		l->row = (uint32_t)row + 1;
}

void
list_seek_disputed(struct list *l)
{
	for (int i = 0; i < SEEK_ROWS && l->seek_left > 0; i++) {
		l->seek_row += l->seek_step;
		if (l->seek_row < 0 || l->seek_row >= l->row_count)
			break;
		if (list_is_heading(l, (uint32_t)l->seek_row) ||
		    !l->class->is_disputed(l->view,
			(uint32_t)l->rows[l->seek_row]))
			continue;
		l->row = (uint32_t)l->seek_row;
		l->has_sought = true;
		l->seek_left--;
	}
	if (l->seek_row >= 0 && l->seek_row < l->row_count)
		return;
	l->seek_left = 0;
	if (!l->has_sought)
		app_say(l->view->app,
		    l->seek_step > 0 ?
			"Nothing further down in this list disagrees." :
			"Nothing further up in this list disagrees.");
}

static enum view_result
move_disputed(struct list *l, int step, int count)
{
	if (!l->class->is_disputed)
		return VIEW_IGNORED;
	l->wanted = LIST_WANTS_SAME;
	l->seek_step = step;
	l->seek_left = count;
	l->seek_row = l->row;
	l->has_sought = false;
	list_seek_disputed(l);
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
	if (l->wanted == LIST_WANTS_FIRST && !list_is_sorting(l))
		l->wanted = LIST_WANTS_SAME;
	l->is_of_place = false;
	list_begin_order(l);
	list_begin_work(l);
}

static int
get_page(const struct list *l)
{
	int rows = list_get_body_rows(l, app_get_page_rows(l->view->app));

	return rows > 1 ? rows - 1 : 1;
}

/* To the end of what is there, and of what will be. */
static void
go_to_last(struct list *l)
{
	list_go_to(l, l->item_count);
	l->wanted = LIST_WANTS_LAST;
}

static enum view_result
run_move(struct list *l, enum command command, int count)
{
	int times = count > 0 ? count : 1;

	l->wanted = LIST_WANTS_SAME;
	l->is_of_place = false;

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
		list_go_to(l, times);
		return VIEW_DONE;
	case COMMAND_LAST:
		if (count > 0)
			list_go_to(l, count);
		else
			go_to_last(l);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

enum view_result
list_run(struct list *l, enum command command, int count)
{
	l->seek_left = 0;
	if (list_run_chooser(l, command, count))
		return VIEW_DONE;
	switch (command) {
	case COMMAND_FACET:
		if (!l->facets || l->item_count == 0)
			return VIEW_IGNORED;
		list_facets_choose(l);
		return VIEW_DONE;
	case COMMAND_ESCAPE:
		if (l->sieve || !list_facets_is_any(l))
			return VIEW_IGNORED;
		list_facets_widen(l);
		return VIEW_DONE;
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
		l->wanted = LIST_WANTS_SAME;
		for (int i = 0;
		     i < (count > 0 ? count : 1) && i < (int)l->row_count; i++)
			move_group(l, command == COMMAND_SECTION_NEXT ? 1 : -1);
		return VIEW_DONE;
	default:
		return run_move(l, command, count);
	}
}
