/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cited_record.h"
#include "graphic.h"
#include "list.h"
#include "model/date.h"
#include "text/value.h"
#include "views.h"

/* All figures in a table. */
struct view_figures {
	struct view view;
	struct arena arena;
	struct figure *figures;
	uint32_t count;
	struct list list;
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
	    .is_number = true },
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
	    .is_heading = true },
	[STATEMENT] = { .title = "statement", .rank = 6, .good_cols = 60 },
};
static const uint8_t sorts[] = { MEASURE, VALUE, PERIOD, PLACE };

static const struct figure *
get_figure(const struct view *v, uint32_t item)
{
	return &((const struct view_figures *)v)->figures[item];
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct figure *f = get_figure(v, item);

	switch (column) {
	case DISPUTED:
		*role = ROLE_DISPUTED;
		str_add_text(out, f->disagrees_count > 0 ? "\u2260" : "");
		break;
	case VALUE:
		value_add_quantity(out, f);
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

/* By the lower bound, or the only one; figures without a number are last. */
static int
compare_values(const struct figure *a, const struct figure *b)
{
	double p = isnan(a->low) ? a->high : a->low;
	double q = isnan(b->low) ? b->high : b->low;

	if (isnan(p) || isnan(q))
		return isnan(p) - isnan(q);
	return (p > q) - (p < q);
}

/* What is not given stands last. */
static int
compare_texts(const char *a, const char *b)
{
	if (!a[0] || !b[0])
		return !a[0] - !b[0];
	return strcmp(a, b);
}

static int
compare(const struct view *v, uint32_t a, uint32_t b, unsigned column)
{
	const struct figure *p = get_figure(v, a);
	const struct figure *q = get_figure(v, b);

	switch (column) {
	case VALUE:
		return compare_values(p, q);
	case PERIOD:
		return compare_texts(p->period, q->period);
	case PLACE:
		return compare_texts(p->place, q->place);
	default:
		return compare_texts(p->measure_title, q->measure_title);
	}
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
	value_add_range(out, f);
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

static bool
is_disputed(const struct view *v, uint32_t item)
{
	return get_figure(v, item)->disagrees_count > 0;
}

static const struct list_class list_class = {
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.compare = compare,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.is_disputed = is_disputed,
	.has_group_counts = true,
	.empty = "This collection has no figures.",
};

static void
close_figures(struct view *v)
{
	struct view_figures *f = (struct view_figures *)v;

	list_clear(&f->list);
	cited_record_free(f->behind);
	arena_clear(&f->arena);
	free(f);
}

static enum status
open_figures(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_figures *f = mem_alloc_array(1, sizeof *f);
	enum status status;

	f->view = (struct view){ &view_figures_class, app };
	status = collection_list_figures(&f->figures, &f->count,
	    app_get_session(app)->collection, 0, 0, &f->arena, err);
	if (status) {
		close_figures(&f->view);
		return status;
	}
	f->behind = cited_record_new(app);
	list_init(&f->list, &list_class, &f->view, f->count, at);
	*out = &f->view;
	return STATUS_OK;
}

static const struct figure *
get_selected(const struct view_figures *f)
{
	int64_t item = list_get_selected(&f->list);

	return item >= 0 ? &f->figures[item] : NULL;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	list_draw(&((struct view_figures *)v)->list, canvas, area, is_focused);
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
		return list_run(&f->list, command, count);
	}
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	list_get_place(&((const struct view_figures *)v)->list, out);
}

static void
get_cited(const struct view *v, struct cited *out)
{
	const struct view_figures *f = (const struct view_figures *)v;
	const struct figure *selected = get_selected(f);

	if (selected)
		cited_record_get(f->behind, out, RECORD_FIGURE, selected->slug);
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	(void)col;
	if (list_click(&((struct view_figures *)v)->list, area, row))
		run(v, COMMAND_OPEN, 0);
}

static void
filter(struct view *v, const char *text)
{
	list_filter(&((struct view_figures *)v)->list, text);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	list_get_title(&((const struct view_figures *)v)->list, out, size,
	    "Figures");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	list_get_position(&((const struct view_figures *)v)->list, out, size);
}

static bool
has_effect(const struct view *v, enum command command)
{
	return list_has_effect(&((const struct view_figures *)v)->list,
	    command);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_COMPARE,
	COMMAND_FILTER, COMMAND_SORT, COMMAND_SECTION_NEXT, COMMAND_HELP,
	COMMAND_CITATIONS, COMMAND_BACK, COMMAND_NONE };

const struct view_class view_figures_class = {
	.place = PLACE_FIGURES,
	.name = "figures",
	.has_citations = true,
	.open = open_figures,
	.close = close_figures,
	.draw = draw,
	.run = run,
	.get_place = get_place,
	.get_cited = get_cited,
	.click = click,
	.filter = filter,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
	.has_effect = has_effect,
};
