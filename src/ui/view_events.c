/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "event_scale.h"
#include "list_view.h"
#include "views.h"
#include "wording.h"

/*
 * The chronology: events by date, under their decades, with the year where
 * it is another than the one above; or on a scale of years.  Where there is
 * no room for words, dates keep the form of ISO 8601.
 */
enum { DATE_YEAR, DATE, SCALE, TITLE, KIND, COLUMN_COUNT };
enum {
	YEAR_DIGITS = 4,
	WORDS_FROM_COLS = 60,
	SCALE_FROM_COLS = 30,
	TITLE_COLS = 8 /* beside the scale, at least */
};

struct view_events {
	struct list_view base;
	struct list_column columns[COLUMN_COUNT]; /* as they are now */
	struct list_class class;
	struct event_scale scale;
	int cols; /* of the last drawing */
};

static const struct list_column columns[COLUMN_COUNT] = {
	[DATE_YEAR] = { .title = "year",
	    .rank = 2,
	    .least_cols = YEAR_DIGITS,
	    .good_cols = YEAR_DIGITS,
	    .most_cols = YEAR_DIGITS },
	[DATE] = { .title = "date",
	    .rank = 1,
	    .least_cols = 10,
	    .good_cols = 23,
	    .most_cols = 36,
	    .is_number = true,
	    .is_grouped = true,
	    .parts = 1,
	    .group_span = 10 }, /* years: decades */
	[SCALE] = { .title = "",
	    .rank = 2,
	    .is_unmeasured = true,
	    .is_filled = true,
	    .is_hidden = true },
	[TITLE] = { .title = "event",
	    .rank = 0,
	    .least_cols = 20,
	    .good_cols = 34 },
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

static bool
are_words(const struct view *v)
{
	return ((const struct view_events *)v)->cols >= WORDS_FROM_COLS;
}

/* ---- Cells ---- */

/* 0: it has no beginning. */
static size_t
get_year_len(const struct event *e)
{
	size_t len = strspn(e->date, "0123456789");

	return len < YEAR_DIGITS ? 0 : len;
}

static bool
has_same_year(const struct event *a, const struct event *b)
{
	size_t len = get_year_len(a);

	return len == get_year_len(b) && strncmp(a->date, b->date, len) == 0;
}

/* Once for all that stand under each other in the order of dates. */
static void
add_year(struct str *out, const struct view *v, const struct event *e)
{
	const struct list *l = &((const struct list_view *)v)->list;

	if (l->above >= 0 && sorts[l->sort] == DATE &&
	    has_same_year(e, get_event(v, (uint32_t)l->above)))
		return;
	str_add(out, e->date, get_year_len(e));
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct event *e = get_event(v, item);

	switch (column) {
	case DATE_YEAR:
		*role = ROLE_STRONG;
		add_year(out, v, e);
		break;
	case DATE:
		if (are_words(v))
			wording_add_date(out, e);
		else
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

static void
add_filled(struct str *out, const struct view *v, int64_t item, unsigned column,
    int cols, bool is_utf8)
{
	const struct event_scale *s = &((const struct view_events *)v)->scale;

	(void)column;
	if (item < 0)
		event_scale_add_years(out, s, cols);
	else
		event_scale_add_bar(out, s, get_event(v, (uint32_t)item), cols,
		    is_utf8);
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

	uint32_t found = item_cache_read_keys(parts, v->app, keys[column],
	    items, count, part);

	/* What has no beginning is of no decade, not even the first. */
	for (uint32_t i = 0; column == DATE && i < count; i++) {
		if (parts[i] > 0 && parts[i] != KEY_NOT_GIVEN)
			parts[i] += columns[DATE].group_span;
	}
	return found;
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct event *e = get_event(v, item);

	wording_add_date(out, e);
	str_add_format(out, "\n%s\n%s\n%s\n", e->date, e->title, e->kind);
	str_add_text(out, e->statement);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	const struct event *e = get_event(v, item);
	size_t len = get_year_len(e);

	if (len == 0)
		str_add_text(out, "Without a beginning");
	else
		str_add_format(out, "%.*s0s", (int)len - 1, e->date);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return get_event(v, item)->slug;
}

static const struct list_facet facets[] = {
	{ 'k', "kind", "Of which kind?", COLLECTION_FACET_EVENT_KIND, NULL },
	{ 't', "topic", "Of which topic?", COLLECTION_FACET_EVENT_TOPIC,
	    "on " },
	{ 'y', "year", "Of which year?", COLLECTION_FACET_EVENT_YEAR, "of " },
};

static const struct list_class list_class = {
	.title = "Events",
	.kind = RECORD_EVENT,
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.add_filled = add_filled,
	.read_keys = read_keys,
	.load = list_view_load,
	.find = list_view_find,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.has_group_counts = true,
	.facets = facets,
	.facet_count = sizeof facets / sizeof *facets,
	.empty = "This collection has no events.",
};

/* ---- The view ---- */

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
	e = list_view_new(&view_events_class, app, sizeof *e, read_some,
	    sizeof none, &none);
	e->scale.is_on = at->is_on_scale;
	memcpy(e->columns, columns, sizeof columns);
	e->class = list_class;
	e->class.columns = e->columns;
	list_init(&e->base.list, &e->class, &e->base.view,
	    session->counts.events, at);
	*out = &e->base.view;
	return STATUS_OK;
}

/* The scale has half of what the dates leave. */
static void
set_columns(struct view_events *e, int cols)
{
	bool is_on = e->scale.is_on && cols >= SCALE_FROM_COLS;
	bool are_words = cols >= WORDS_FROM_COLS;
	int date_cols = are_words ? 20 : 15;
	int scale_cols = (cols - date_cols - 4) / 2;

	e->columns[SCALE].is_hidden = !is_on;
	e->columns[SCALE].least_cols = e->columns[SCALE].good_cols =
	    e->columns[SCALE].most_cols = (uint8_t)(scale_cols < 200 ?
		    scale_cols :
		    200);
	e->columns[DATE_YEAR].is_hidden = is_on || !are_words;
	e->columns[KIND].is_hidden = is_on;
	e->columns[DATE].least_cols = is_on ? (uint8_t)date_cols :
					      columns[DATE].least_cols;
	e->columns[TITLE].least_cols = is_on ? TITLE_COLS :
					       columns[TITLE].least_cols;
	e->columns[TITLE].good_cols = is_on ? TITLE_COLS :
					      columns[TITLE].good_cols;
	if (are_words != (e->cols >= WORDS_FROM_COLS))
		e->base.list.is_measured = false;
	e->cols = cols;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	struct view_events *e = (struct view_events *)v;

	set_columns(e, area.cols);
	event_scale_look(&e->scale, &e->base.list);
	list_view_draw(v, canvas, area, is_focused);
}

static bool
idle(struct view *v)
{
	struct view_events *e = (struct view_events *)v;

	return list_view_idle(v) || event_scale_look(&e->scale, &e->base.list);
}

static void
toggle_scale(struct view_events *e)
{
	e->scale.is_on = !e->scale.is_on;
	e->scale.made = 0; /* begins anew */
	if (e->scale.is_on && e->cols < SCALE_FROM_COLS)
		app_say(e->base.view.app,
		    "A scale has no room here: it needs %d columns.",
		    SCALE_FROM_COLS);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_events *e = (struct view_events *)v;

	if (list_run_chooser(&e->base.list, command, count))
		return VIEW_DONE;
	switch (command) {
	case COMMAND_OPEN:
		list_view_open_selected(v);
		return VIEW_DONE;
	case COMMAND_COMPARE:
		toggle_scale(e);
		return VIEW_DONE;
	default:
		return list_run(&e->base.list, command, count);
	}
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	size_t len;

	list_view_get_title(v, out, size);
	len = strlen(out);
	if (((const struct view_events *)v)->scale.is_on)
		snprintf(out + len, size - len, ", on a scale");
}

static const char *
get_hint(const struct view *v, enum command command)
{
	if (command != COMMAND_COMPARE)
		return NULL;
	return ((const struct view_events *)v)->scale.is_on ? "list" : "scale";
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	list_view_get_place(v, out);
	out->is_on_scale = ((const struct view_events *)v)->scale.is_on;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_COMPARE,
	COMMAND_FILTER, COMMAND_FACET, COMMAND_SORT, COMMAND_SEARCH,
	COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_CITATIONS, COMMAND_BACK,
	COMMAND_NONE };

const struct view_class view_events_class = {
	.place = PLACE_EVENTS,
	.name = "events",
	.has_citations = true,
	.open = open_events,
	.close = list_view_close,
	.draw = draw,
	.run = run,
	.take_key = list_view_take_key,
	.get_place = get_place,
	.get_cited = list_view_get_cited,
	.get_listed = list_view_get_listed,
	.click = list_view_click,
	.filter = list_view_filter,
	.idle = idle,
	.get_title = get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
	.get_hint = get_hint,
};
