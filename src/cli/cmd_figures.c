/* SPDX-License-Identifier: ISC */
#include "cli.h"

#include <math.h>
#include <string.h>

#include "figure_order.h"
#include "list_filter.h"
#include "model/unit.h"
#include "text/value.h"

/* The figures, as the screen has them: narrowed, sorted, in columns. */

static const char *
get_topic(const void *figure)
{
	return ((const struct figure *)figure)->topic;
}

static const char *
get_unit(const void *figure)
{
	return ((const struct figure *)figure)->unit;
}

static const char *
get_place(const void *figure)
{
	return ((const struct figure *)figure)->place;
}

static const char *
get_period(const void *figure)
{
	return ((const struct figure *)figure)->period;
}

static int64_t
get_row(const void *figure)
{
	return ((const struct figure *)figure)->id;
}

static bool
is_of_measure(const void *figure, const void *slug)
{
	const char *measure = ((const struct figure *)figure)->measure;

	return strcmp(measure, slug) == 0;
}

static bool
is_disagreeing(const void *figure, const void *context)
{
	(void)context;
	return ((const struct figure *)figure)->disagrees_count > 0;
}

static bool
is_given(const struct list *list, enum option option)
{
	return list->cli->options.given & OPTION_BIT(option);
}

/*
 * All figures, where a value is to be looked for among theirs; else those of
 * the measure alone.
 */
static enum status
read_figures(struct list *list, struct error *err)
{
	struct cli *cli = list->cli;
	struct figure *figures;
	int64_t measure;
	bool wants_all = is_given(list, OPTION_UNIT) ||
	    is_given(list, OPTION_PLACE);
	enum status status = cli_find_row(&measure, cli, OPTION_MEASURE,
	    RECORD_MEASURE, err);

	if (!status)
		status = collection_list_figures(&figures, &list->count,
		    cli->collection, wants_all ? 0 : measure, 0, &cli->arena,
		    err);
	if (!status)
		list->items = figures;
	return status;
}

/* What the filter of the screen looks through, too. */
static void
add_lines(struct str *out, const struct number_form *form, const void *item)
{
	const struct figure *f = item;
	const char *const texts[] = { f->statement, f->measure_title, f->unit,
		f->period, f->place, f->population, f->document };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		str_add_text(out, texts[i]);
		str_add_char(out, '\n');
	}
	value_add_quantity(out, form, f);
}

static enum status
narrow_by_sources(struct list *list, struct error *err)
{
	struct collection_counts counts;
	enum status status = collection_count(&counts, list->cli->collection,
	    err);

	if (!status)
		status = list_filter_by_source(list, OPTION_SOURCE,
		    COLLECTION_FACET_FIGURE_SOURCE, get_row, counts.figures,
		    err);
	if (!status)
		status = list_filter_by_source(list, OPTION_DOCUMENT,
		    COLLECTION_FACET_FIGURE_DOCUMENT, get_row, counts.figures,
		    err);
	return status;
}

static enum status
narrow(struct list *list, struct error *err)
{
	const char *measure = list->cli->options.values[OPTION_MEASURE];
	enum status status = list_filter_by_text(list, OPTION_UNIT, "unit",
	    get_unit, unit_is_same, err);

	if (!status)
		status = list_filter_by_text(list, OPTION_PLACE, "place",
		    get_place, NULL, err);
	if (!status)
		status = list_filter_by_topic(list, get_topic, err);
	if (!status)
		status = list_filter_by_years(list, get_period, err);
	if (!status)
		status = narrow_by_sources(list, err);
	if (status)
		return status;
	if (measure)
		list_filter_keep(list, is_of_measure, measure);
	if (is_given(list, OPTION_DISAGREEING))
		list_filter_keep(list, is_disagreeing, NULL);
	return list_filter_by_pattern(list, add_lines, err);
}

static enum status
load_figures(struct list *list, struct error *err)
{
	struct figure_order order;
	enum status status = figure_order_read(&order, list->cli, err);

	if (!status)
		status = read_figures(list, err);
	if (!status)
		status = narrow(list, err);
	if (!status)
		status = figure_order_sort(list->items, list->count, &order,
		    list->cli, err);
	return status;
}

static void
add_figure_row(struct rows *rows, const void *item)
{
	const struct figure *f = item;
	struct str cell;
	size_t point;

	str_init(&cell, 0);
	rows_add(rows, f->slug);
	point = value_add_short(&cell, rows->numbers, f);
	rows_add_number(rows, &cell, point);
	rows_add(rows, f->unit);
	rows_add(rows, f->period);
	rows_add(rows, f->place);
	rows_add(rows, f->document);
	str_reset(&cell);
	if (f->disagrees_count)
		str_add_format(&cell, "\xE2\x89\xA0 %u", f->disagrees_count);
	rows_add_str(rows, &cell);
	str_clear(&cell);
}

static enum status
complete_figure(void *record, struct cli *cli, const void *item,
    struct arena *arena, struct error *err)
{
	return records_load_figure(record, cli->collection, item, arena, err);
}

enum status
cmd_figures(struct cli *cli, struct error *err)
{
	static const struct rows_column columns[] = { { ROWS_HEAD, 0, NULL },
		{ ROWS_JOINED, 0, NULL }, { ROWS_BEHIND, 0, NULL },
		{ ROWS_JOINED, 0, NULL }, { ROWS_JOINED, 8, NULL },
		{ ROWS_JOINED, 8, "said by " }, { ROWS_HEAD, 0, NULL } };
	static const struct list_kind kind = { records_figure,
		sizeof(struct figure), columns, 7, load_figures, add_figure_row,
		complete_figure };

	return list_print(cli, &kind, err);
}
