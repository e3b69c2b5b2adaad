/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cited_record.h"
#include "graphic.h"
#include "list_view.h"
#include "measure_order.h"
#include "text/value.h"
#include "views.h"

/* All figures in a table. */
struct view_figures {
	struct list_view base;
	struct measure_order *measures;
	struct cited_record *behind;
};

enum {
	DISPUTED,
	VALUE,
	PERIOD,
	PLACE,
	POPULATION,
	MEASURE,
	STATEMENT,
	COLUMN_COUNT
};

static const struct list_column columns[COLUMN_COUNT] = {
	[DISPUTED] = { .title = "\u2260",
	    .rank = 1,
	    .least_cols = 2, /* in ASCII */
	    .good_cols = 2 },
	[VALUE] = { .title = "value",
	    .rank = 0,
	    .least_cols = 20,
	    .good_cols = 36,
	    .most_cols = 60,
	    .is_number = true,
	    .parts = 2 },
	[PERIOD] = { .title = "period",
	    .rank = 3,
	    .least_cols = 10,
	    .good_cols = 10,
	    .most_cols = 21 },
	[PLACE] = { .title = "place",
	    .rank = 4,
	    .least_cols = 11,
	    .good_cols = 11,
	    .most_cols = 32 },
	[POPULATION] = { .title = "of whom",
	    .rank = 5,
	    .good_cols = 20,
	    .most_cols = 50 },
	[MEASURE] = { .title = "measure",
	    .rank = 2,
	    .least_cols = 12,
	    .good_cols = 20,
	    .is_grouped = true,
	    .is_heading = true,
	    .parts = 1 },
	[STATEMENT] = { .title = "statement", .rank = 6, .good_cols = 60 },
};
static const uint8_t sorts[] = { MEASURE, VALUE, PERIOD, PLACE };

static const struct figure *
get_figure(const struct view *v, uint32_t item)
{
	return item_cache_get(((const struct list_view *)v)->items, item);
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct figure *f = get_figure(v, item);

	switch (column) {
	case DISPUTED:
		*role = ROLE_DISPUTED;
		str_add_text(out, f->is_disputed ? "\u2260" : "");
		break;
	case VALUE:
		value_add_quantity(out, app_get_numbers(v->app), f);
		break;
	case PERIOD:
		str_add_text(out, f->period);
		break;
	case PLACE:
		str_add_text(out, f->place);
		break;
	case POPULATION:
		*role = ROLE_DIM;
		str_add_text(out, f->population);
		break;
	case MEASURE:
		str_add_text(out, f->measure_title);
		break;
	case STATEMENT:
		*role = ROLE_DIM;
		graphic_add(out, v->app, f->is_graphic, f->statement);
		break;
	}
}

/*
 * By the lower bound, or the only one; what is not given stands last.  Under
 * measures figures stand by their rows.
 */
static uint32_t
read_keys(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count, unsigned column, unsigned part)
{
	static const enum collection_key keys[] = {
		[VALUE] = KEY_FIGURE_VALUE,
		[PERIOD] = KEY_FIGURE_PERIOD,
		[PLACE] = KEY_FIGURE_PLACE,
		[MEASURE] = KEY_FIGURE_MEASURE,
	};
	const struct view_figures *f = (const struct view_figures *)v;
	uint32_t found = item_cache_read_keys(parts, v->app, keys[column],
	    items, count, part);

	for (uint32_t i = 0; column == MEASURE && i < count; i++)
		parts[i] = measure_order_get(f->measures, parts[i]);
	return found;
}

static bool
prepare(const struct view *v, unsigned column)
{
	return column == MEASURE &&
	    measure_order_step(((const struct view_figures *)v)->measures);
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct figure *f = get_figure(v, item);
	const char *const texts[] = { f->statement, f->place, f->population,
		f->measure_title, f->unit, f->period };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		str_add_text(out, texts[i]);
		str_add_char(out, '\n');
	}
	value_add_range(out, app_get_numbers(v->app), f);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	str_add_text(out, get_figure(v, item)->measure_title);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return get_figure(v, item)->slug;
}

static int64_t
find(const struct view *v, const char *name)
{
	struct arena arena = { 0 };
	struct figure f;
	struct error err;
	enum status status = collection_find_figure(&f,
	    app_get_session(v->app)->collection, name, &arena, &err);

	arena_clear(&arena);
	return status ? -1 : f.id - 1;
}

static bool
is_disputed(const struct view *v, uint32_t item)
{
	bool is_disputed = false;
	struct error err;

	if (collection_find_disputed(&is_disputed,
		app_get_session(v->app)->collection, (int64_t)item + 1,
		&err) != STATUS_OK)
		app_say_error(v->app, &err);
	return is_disputed;
}

static const struct list_facet facets[] = {
	{ 'm', "measure", "Of which measure?", COLLECTION_FACET_FIGURE_MEASURE,
	    "on " },
	{ 'u', "unit", "In which unit?", COLLECTION_FACET_FIGURE_UNIT, "in " },
	{ 'p', "place", "Of which place?", COLLECTION_FACET_FIGURE_PLACE,
	    NULL },
	{ 'y', "year", "Of which year?", COLLECTION_FACET_FIGURE_YEAR, "of " },
	{ 'r', "source", "Where which source is cited?",
	    COLLECTION_FACET_FIGURE_SOURCE, "citing " },
	{ 'd', "document", "From which document?",
	    COLLECTION_FACET_FIGURE_DOCUMENT, "from " },
	{ 'x', "disagreeing", "", COLLECTION_FACET_FIGURE_DISAGREEING, NULL },
};

static const struct list_class list_class = {
	.title = "Figures",
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.read_keys = read_keys,
	.prepare = prepare,
	.load = list_view_load,
	.find = find,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.is_disputed = is_disputed,
	.has_group_counts = true,
	.facets = facets,
	.facet_count = sizeof facets / sizeof *facets,
	.empty = "This collection has no figures.",
};

static void
close_figures(struct view *v)
{
	struct view_figures *f = (struct view_figures *)v;

	list_clear(&f->base.list);
	cited_record_free(f->behind);
	measure_order_free(f->measures);
	item_cache_free(f->base.items);
	free(f);
}

static enum status
read_some(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct figure *figures = NULL;
	enum status status = collection_list_figures_from(&figures, count, c,
	    first, limit, arena, err);

	*out = figures;
	return status;
}

static enum status
open_figures(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	static const struct figure none = { .slug = "",
		.measure = "",
		.measure_title = "",
		.topic = "",
		.statement = "",
		.low = NAN,
		.high = NAN,
		.qualifier = "",
		.unit = "",
		.period = "",
		.as_of = "",
		.place = "",
		.population = "",
		.note = "" };
	struct session *session = app_get_session(app);
	struct view_figures *f;
	enum status status = collection_count(&session->counts,
	    session->collection, err);

	if (status)
		return status;
	f = mem_alloc_array(1, sizeof *f);
	f->base.view = (struct view){ &view_figures_class, app };
	f->base.items = item_cache_new(app, read_some, sizeof none, &none);
	f->measures = measure_order_new(app);
	f->behind = cited_record_new(app);
	list_init(&f->base.list, &list_class, &f->base.view,
	    session->counts.figures, at);
	*out = &f->base.view;
	return STATUS_OK;
}

static const struct figure *
get_selected(const struct view_figures *f)
{
	int64_t item = list_get_selected(&f->base.list);

	return item >= 0 ? get_figure(&f->base.view, (uint32_t)item) : NULL;
}

static void
go_to_measure(struct app *app, const struct figure *f)
{
	struct reader_place place = { .view = PLACE_MEASURE };

	view_cut_text(place.slug, sizeof place.slug, f->measure);
	view_cut_text(place.item, sizeof place.item, f->slug);
	app_go(app, &place);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_figures *f = (struct view_figures *)v;
	const struct figure *selected = get_selected(f);

	if (list_run_chooser(&f->base.list, command, count))
		return VIEW_DONE;
	switch (command) {
	case COMMAND_OPEN:
		if (selected)
			app_go_record(v->app, RECORD_FIGURE, selected->slug);
		return VIEW_DONE;
	case COMMAND_COMPARE:
		if (selected)
			go_to_measure(v->app, selected);
		return VIEW_DONE;
	default:
		return list_run(&f->base.list, command, count);
	}
}

static void
get_cited(const struct view *v, struct cited *out)
{
	const struct view_figures *f = (const struct view_figures *)v;
	const struct figure *selected = get_selected(f);

	if (selected)
		cited_record_get(f->behind, out, RECORD_FIGURE, selected->slug);
}

static bool
get_listed(const struct view *v, uint32_t *row, enum record_kind *kind,
    const char **slug)
{
	int64_t item = list_find_next(&((const struct list_view *)v)->list,
	    row);

	*kind = RECORD_FIGURE;
	*slug = item < 0 ? "" : get_figure(v, (uint32_t)item)->slug;
	return item >= 0;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_COMPARE,
	COMMAND_FILTER, COMMAND_FACET, COMMAND_SORT, COMMAND_SEARCH,
	COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_CITATIONS, COMMAND_BACK,
	COMMAND_NONE };

const struct view_class view_figures_class = {
	.place = PLACE_FIGURES,
	.name = "figures",
	.has_citations = true,
	.open = open_figures,
	.close = close_figures,
	.draw = list_view_draw,
	.run = run,
	.take_key = list_view_take_key,
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
