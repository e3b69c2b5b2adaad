/* SPDX-License-Identifier: ISC */
#include "graphic.h"
#include "text/value.h"
#include "view_figures.h"

/* The columns of figures, their order, and what they are narrowed by. */
enum {
	DISPUTED,
	VALUE,
	UNIT,
	PERIOD,
	PLACE,
	DOCUMENT,
	MEASURE,
	STATEMENT,
	ORIGIN,
	COLUMN_COUNT
};

static const struct list_column columns[COLUMN_COUNT] = {
	[DISPUTED] = { .title = "\u2260",
	    .by = "disagreement",
	    .rank = 1,
	    .least_cols = 2, /* in ASCII */
	    .good_cols = 2,
	    .parts = 1 },
	[VALUE] = { .title = "value",
	    .rank = 0,
	    .least_cols = 11,
	    .good_cols = 14,
	    .most_cols = 36,
	    .is_number = true,
	    .is_aligned = true,
	    .parts = 2 },
	[UNIT] = { .title = "unit",
	    .rank = 0,
	    .least_cols = 7,
	    .good_cols = 20,
	    .most_cols = 24,
	    .is_number = true }, /* of "per month" not "per" alone */
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
	[DOCUMENT] = { .title = "said by",
	    .by = "document",
	    .rank = 2,
	    .least_cols = 10,
	    .good_cols = 12,
	    .most_cols = 30,
	    .parts = 1 },
	[MEASURE] = { .title = "measure",
	    .rank = 2,
	    .least_cols = 10,
	    .good_cols = 18,
	    .most_cols = 60,
	    .is_grouped = true,
	    .is_heading = true,
	    .parts = 1 },
	[STATEMENT] = { .title = "statement",
	    .rank = 5,
	    .least_cols = 10,
	    .good_cols = 30 },
	[ORIGIN] = { .title = "origin",
	    .rank = 6,
	    .good_cols = 20,
	    .most_cols = 20,
	    .is_unmeasured = true },
};
static const uint8_t sorts[] = { MEASURE, VALUE, UNIT, PERIOD, PLACE, DOCUMENT,
	STATEMENT, DISPUTED };

const struct figure *
view_figures_get(const struct view *v, uint32_t item)
{
	return item_cache_get(((const struct list_view *)v)->items, item);
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct figure *f = view_figures_get(v, item);

	switch (column) {
	case DISPUTED:
		*role = ROLE_DISPUTED;
		str_add_text(out, f->is_disputed ? "\u2260" : "");
		break;
	case UNIT:
		str_add_text(out, f->unit);
		break;
	case PERIOD:
		str_add_text(out, f->period);
		break;
	case PLACE:
		str_add_text(out, f->place);
		break;
	case DOCUMENT:
		str_add_text(out, f->document);
		break;
	case MEASURE:
		str_add_text(out, f->measure_title);
		break;
	case STATEMENT:
		*role = ROLE_DIM;
		graphic_add(out, v->app, f->is_graphic, f->statement);
		break;
	case ORIGIN:
		*role = ROLE_DIM;
		str_add_text(out,
		    figure_origins_get(
			((const struct view_figures *)v)->origins,
			(int64_t)item + 1));
		break;
	}
}

static size_t
add_value(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	(void)role;
	(void)column;
	return value_add_short(out, app_get_numbers(v->app),
	    view_figures_get(v, item));
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
		[DISPUTED] = KEY_FIGURE_DISPUTED,
		[VALUE] = KEY_FIGURE_VALUE,
		[UNIT] = KEY_FIGURE_UNIT,
		[PERIOD] = KEY_FIGURE_PERIOD,
		[PLACE] = KEY_FIGURE_PLACE,
		[DOCUMENT] = KEY_FIGURE_DOCUMENT,
		[MEASURE] = KEY_FIGURE_MEASURE,
		[STATEMENT] = KEY_FIGURE_STATEMENT,
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
	const struct figure *f = view_figures_get(v, item);
	const char *const texts[] = { f->statement, f->place, f->population,
		f->measure_title, f->unit, f->period, f->document };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		str_add_text(out, texts[i]);
		str_add_char(out, '\n');
	}
	value_add_range(out, app_get_numbers(v->app), f);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	str_add_text(out, view_figures_get(v, item)->measure_title);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return view_figures_get(v, item)->slug;
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

const struct list_class view_figures_list = {
	.title = "Figures",
	.kind = RECORD_FIGURE,
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.add_aligned = add_value,
	.read_keys = read_keys,
	.prepare = prepare,
	.load = list_view_load,
	.find = list_view_find,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.is_disputed = is_disputed,
	.has_group_counts = true,
	.facets = facets,
	.facet_count = sizeof facets / sizeof *facets,
	.empty = "This collection has no figures.",
};
