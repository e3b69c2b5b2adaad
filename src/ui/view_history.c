/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "list.h"
#include "views.h"

/*
 * Where the reader has been, newest first.  The list is the session's
 * trail itself, which grows by the place that this view was come from only
 * after the view has opened.
 */
struct view_history {
	struct view view;
	struct list list;
	size_t count, current; /* of the trail, as the list has it */
};

enum { WHERE, TITLE, KIND, COLUMN_COUNT };

static const struct list_column columns[COLUMN_COUNT] = {
	[WHERE] = { .title = "", .rank = 1, .least_cols = 4, .good_cols = 4 },
	[TITLE] = { .title = "place",
	    .rank = 0,
	    .least_cols = 20,
	    .good_cols = 40 },
	[KIND] = { .title = "kind", .rank = 3, .good_cols = 10 },
};
static const uint8_t sorts[] = { TITLE };

static const struct reader_place *
get_places(const struct view *v, size_t *count, size_t *current)
{
	return trail_list(app_get_session(v->app)->trail, count, current);
}

/* Newest first. */
static const struct reader_place *
get_place_of(const struct view *v, uint32_t item, bool *is_here, bool *is_ahead)
{
	size_t count, current;
	const struct reader_place *places = get_places(v, &count, &current);
	size_t at = count - 1 - item;

	*is_here = at + 1 == current;
	*is_ahead = at >= current;
	return &places[at];
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	bool is_here, is_ahead;
	const struct reader_place *place = get_place_of(v, item, &is_here,
	    &is_ahead);

	*role = column == TITLE ? ROLE_TEXT : ROLE_DIM;
	if (column == WHERE)
		str_add_text(out, is_here ? "here" : is_ahead ? "next" : "");
	else if (column == KIND)
		str_add_text(out, view_find_class(place->view)->name);
	else
		str_add_text(out,
		    place->title[0] ? place->title :
				      view_find_class(place->view)->name);
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	enum role role;

	add_cell(out, &role, v, item, TITLE);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	bool is_here, is_ahead;

	return get_place_of(v, item, &is_here, &is_ahead)->title;
}

static const struct list_class list_class = {
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = 1,
	.add_cell = add_cell,
	.add_searched = add_searched,
	.get_name = get_name,
	.empty = "You have been nowhere else yet.",
};

static void
close_history(struct view *v)
{
	struct view_history *h = (struct view_history *)v;

	list_clear(&h->list);
	free(h);
}

static enum status
open_history(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_history *h = mem_alloc_array(1, sizeof *h);

	(void)err;
	h->view = (struct view){ &view_history_class, app };
	get_places(&h->view, &h->count, &h->current);
	list_init(&h->list, &list_class, &h->view, (uint32_t)h->count, at);
	*out = &h->view;
	return STATUS_OK;
}

/* Takes in what was added to the trail; where one was is selected. */
static void
follow_trail(struct view_history *h)
{
	size_t count, current;

	get_places(&h->view, &count, &current);
	if (count == h->count && current == h->current)
		return;
	h->count = count;
	h->current = current;
	list_set_count(&h->list, (uint32_t)count);
	if (current > 0)
		list_select(&h->list, (uint32_t)(count - current));
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	struct view_history *h = (struct view_history *)v;

	follow_trail(h);
	list_draw(&h->list, canvas, area, is_focused);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_history *h = (struct view_history *)v;
	struct reader_place place;
	bool is_here, is_ahead;
	int64_t item;

	follow_trail(h);
	if (command != COMMAND_OPEN)
		return list_run(&h->list, command, count);
	item = list_get_selected(&h->list);
	if (item >= 0) {
		place = *get_place_of(v, (uint32_t)item, &is_here, &is_ahead);
		app_go(v->app, &place);
	}
	return VIEW_DONE;
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	list_get_place(&((const struct view_history *)v)->list, out);
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	(void)col;
	if (list_click(&((struct view_history *)v)->list, area, row))
		run(v, COMMAND_OPEN, 0);
}

static void
filter(struct view *v, const char *text)
{
	struct view_history *h = (struct view_history *)v;

	follow_trail(h);
	list_filter(&h->list, text);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	list_get_title(&((const struct view_history *)v)->list, out, size,
	    "History");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	list_get_position(&((const struct view_history *)v)->list, out, size);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_BACK,
	COMMAND_FORWARD, COMMAND_FILTER, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_history_class = {
	.place = PLACE_HISTORY,
	.name = "history",
	.open = open_history,
	.close = close_history,
	.draw = draw,
	.run = run,
	.get_place = get_place,
	.click = click,
	.filter = filter,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
};
