/* SPDX-License-Identifier: ISC */
#include "base/mem.h"
#include "list_view.h"
#include "views.h"

/*
 * Where the reader has been, newest first: the session's trail, with the
 * place that this view was opened from between what is behind it and what
 * is ahead.  Nothing is pushed by looking, so that the way forward stays.
 */
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

struct entry {
	const struct reader_place *place; /* lent */
	size_t number;                    /* of the trail; none of here */
	bool is_here, is_ahead;
};

/* Of the trail and the place between. */
static uint32_t
count_entries(struct app *app, size_t *current)
{
	size_t count;

	trail_list(app_get_session(app)->trail, &count, current);
	return (uint32_t)count + 1;
}

/* Newest first. */
static struct entry
get_entry(const struct view *v, uint32_t item)
{
	size_t count, current;
	const struct reader_place *places = trail_list(
	    app_get_session(v->app)->trail, &count, &current);
	size_t at = count - item;
	struct entry entry = { .is_here = at == current,
		.is_ahead = at > current };

	entry.number = entry.is_ahead ? at - 1 : at;
	entry.place = entry.is_here ? app_get_here(v->app) :
				      &places[entry.number];
	return entry;
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	struct entry entry = get_entry(v, item);
	const struct reader_place *place = entry.place;

	*role = column == TITLE ? ROLE_TEXT : ROLE_DIM;
	if (column == WHERE)
		str_add_text(out,
		    entry.is_here      ? "here" :
			entry.is_ahead ? "next" :
					 "");
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
	return get_entry(v, item).place->title;
}

static const struct list_class list_class = {
	.title = "History",
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = 1,
	.add_cell = add_cell,
	.add_searched = add_searched,
	.get_name = get_name,
	.empty = "You have been nowhere yet.",
};

static enum status
open_history(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct list_view *h = mem_alloc_array(1, sizeof *h);
	size_t current;
	uint32_t count = count_entries(app, &current);

	(void)err;
	h->view = (struct view){ &view_history_class, app };
	list_init(&h->list, &list_class, &h->view, count, at);
	if (!at->item[0])
		list_select(&h->list, count - 1 - (uint32_t)current);
	*out = &h->view;
	return STATUS_OK;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct list_view *h = (struct list_view *)v;
	int64_t item = list_get_selected(&h->list);
	struct entry entry;

	if (command != COMMAND_OPEN)
		return list_run(&h->list, command, count);
	if (item < 0)
		return VIEW_DONE;
	entry = get_entry(v, (uint32_t)item);
	if (entry.is_here)
		app_go_here(v->app);
	else
		app_go_trail(v->app, entry.number);
	return VIEW_DONE;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_BACK,
	COMMAND_FORWARD, COMMAND_FILTER, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_history_class = {
	.place = PLACE_HISTORY,
	.name = "history",
	.open = open_history,
	.close = list_view_close,
	.draw = list_view_draw,
	.run = run,
	.get_place = list_view_get_place,
	.click = list_view_click,
	.filter = list_view_filter,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
};
