/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cited_record.h"
#include "graphic.h"
#include "list_view.h"
#include "views.h"
#include "wording.h"

/* The chronology: events by date, under their decades. */
struct view_events {
	struct list_view base;
	struct cited_record *behind;
};

enum { DATE, TITLE, KIND, COLUMN_COUNT };
enum { YEAR_DIGITS = 4 };

static const struct list_column columns[COLUMN_COUNT] = {
	[DATE] = { .title = "date",
	    .rank = 1,
	    .least_cols = 10,
	    .good_cols = 10,
	    .most_cols = 24,
	    .is_grouped = true,
	    .parts = 1,
	    .group_span = 10 }, /* years: decades */
	[TITLE] = { .title = "event",
	    .rank = 0,
	    .least_cols = 20,
	    .good_cols = 40 },
	[KIND] = { .title = "kind",
	    .rank = 3,
	    .least_cols = 10,
	    .good_cols = 10,
	    .most_cols = 20 },
};
static const uint8_t sorts[] = { DATE, TITLE, KIND };

static const struct event *
get_event(const struct view *v, uint32_t item)
{
	return item_cache_get(((const struct list_view *)v)->items, item);
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct event *e = get_event(v, item);

	switch (column) {
	case DATE:
		wording_add_short_date(out, e);
		break;
	case TITLE:
		str_add_text(out, e->title);
		break;
	case KIND:
		*role = ROLE_DIM;
		str_add_text(out, e->kind);
		break;
	}
}

/* Events come in the order of their dates, under their years. */
static uint32_t
read_keys(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count, unsigned column, unsigned part)
{
	static const enum collection_key keys[] = {
		[DATE] = KEY_EVENT_YEAR,
		[TITLE] = KEY_EVENT_TITLE,
		[KIND] = KEY_EVENT_KIND,
	};

	return item_cache_read_keys(parts, v->app, keys[column], items, count,
	    part);
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct event *e = get_event(v, item);

	str_add_format(out, "%s\n%s\n%s\n", e->date, e->title, e->kind);
	str_add_text(out, e->statement);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	const char *date = get_event(v, item)->date;
	size_t len = strspn(date, "0123456789");

	if (len < YEAR_DIGITS)
		str_add_text(out, "Without a beginning");
	else
		str_add_format(out, "%.*s0s", (int)len - 1, date);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return get_event(v, item)->slug;
}

static int64_t
find(const struct view *v, const char *name)
{
	struct arena arena = { 0 };
	struct event e;
	struct error err;
	enum status status = collection_find_event(&e,
	    app_get_session(v->app)->collection, name, &arena, &err);

	arena_clear(&arena);
	return status ? -1 : e.id - 1;
}

static const struct list_class list_class = {
	.title = "Events",
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.read_keys = read_keys,
	.load = list_view_load,
	.find = find,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.empty = "This collection has no events.",
};

static void
close_events(struct view *v)
{
	struct view_events *e = (struct view_events *)v;

	list_clear(&e->base.list);
	cited_record_free(e->behind);
	item_cache_free(e->base.items);
	free(e);
}

static enum status
read_some(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct event *events = NULL;
	enum status status = collection_list_events_from(&events, count, c,
	    first, limit, arena, err);

	*out = events;
	return status;
}

static enum status
open_events(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	static const struct event none = { .slug = "",
		.topic = "",
		.date = "",
		.precision = "",
		.kind = "",
		.title = "",
		.statement = "",
		.note = "" };
	struct session *session = app_get_session(app);
	struct view_events *e;
	enum status status = collection_count(&session->counts,
	    session->collection, err);

	if (status)
		return status;
	e = mem_alloc_array(1, sizeof *e);
	e->base.view = (struct view){ &view_events_class, app };
	e->base.items = item_cache_new(app, read_some, sizeof none, &none);
	e->behind = cited_record_new(app);
	list_init(&e->base.list, &list_class, &e->base.view,
	    session->counts.events, at);
	*out = &e->base.view;
	return STATUS_OK;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_events *e = (struct view_events *)v;
	int64_t item = list_get_selected(&e->base.list);

	if (command != COMMAND_OPEN)
		return list_run(&e->base.list, command, count);
	if (item >= 0)
		app_go_record(v->app, RECORD_EVENT,
		    get_event(v, (uint32_t)item)->slug);
	return VIEW_DONE;
}

static void
get_cited(const struct view *v, struct cited *out)
{
	const struct view_events *e = (const struct view_events *)v;
	int64_t item = list_get_selected(&e->base.list);

	if (item >= 0)
		cited_record_get(e->behind, out, RECORD_EVENT,
		    get_event(v, (uint32_t)item)->slug);
}

static bool
get_listed(const struct view *v, uint32_t *row, enum record_kind *kind,
    const char **slug)
{
	int64_t item = list_find_next(&((const struct list_view *)v)->list,
	    row);

	*kind = RECORD_EVENT;
	*slug = item < 0 ? "" : get_event(v, (uint32_t)item)->slug;
	return item >= 0;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_FILTER,
	COMMAND_SORT, COMMAND_SEARCH, COMMAND_SECTION_NEXT, COMMAND_HELP,
	COMMAND_CITATIONS, COMMAND_BACK, COMMAND_NONE };

const struct view_class view_events_class = {
	.place = PLACE_EVENTS,
	.name = "events",
	.has_citations = true,
	.open = open_events,
	.close = close_events,
	.draw = list_view_draw,
	.run = run,
	.get_place = list_view_get_place,
	.get_cited = get_cited,
	.get_listed = get_listed,
	.click = list_view_click,
	.filter = list_view_filter,
	.idle = list_view_idle,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
};
