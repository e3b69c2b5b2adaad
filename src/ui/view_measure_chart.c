/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/chart.h"
#include "text/value.h"
#include "view_measure_private.h"

/*
 * The rows of a part: the sign of a disagreement, the value, and a bar on the
 * axis that stands above them; then when, where, of whom, and who says it.
 * Where the width is short bars stand under the values, and where it is very
 * short there are none.  What is said in words has no bar.
 */
enum { BESIDE_COLS = 60, LEAST_COLS = 26, GAP_COLS = 2 };

/* Of the sign of a disagreement and a blank. */
static int
get_mark_cols(const struct view_page *p)
{
	return p->is_utf8 ? 2 : 3;
}

static bool
has_number(const struct figure *f)
{
	return !isnan(f->low) || !isnan(f->high);
}

static const struct figure *
get_figure(const struct comparison_part *part, uint32_t row)
{
	return &part->rows[row].figures[0]->f;
}

/* ---- Values ---- */

static void
measure_value(struct measure_value *out, struct view_page *p,
    const struct figure *f)
{
	struct str text;
	size_t at;
	char *copy;

	str_init(&text, 0);
	at = value_add_short(&text, app_get_numbers(p->view->app), f);
	if (!text.data || text.len == 0)
		str_add_text(&text, "not given");
	copy = arena_copy(&p->arena, text.data, text.len);
	str_clear(&text);
	out->text = copy;
	out->cols = view_page_measure(p, copy);
	out->left_cols = at == 0 ?
	    0 :
	    view_page_measure(p, arena_copy(&p->arena, copy, at));
}

static void
measure_values(struct measure_chart *chart, struct view_page *p,
    const struct comparison_part *part)
{
	int right = 0;

	chart->values = arena_alloc_array(&p->arena, part->row_count,
	    sizeof *chart->values);
	for (uint32_t i = 0; i < part->row_count; i++) {
		struct measure_value *v = &chart->values[i];

		measure_value(v, p, get_figure(part, i));
		if (v->left_cols > chart->left_cols)
			chart->left_cols = v->left_cols;
		if (v->left_cols > 0 && v->cols - v->left_cols > right)
			right = v->cols - v->left_cols;
	}
	chart->value_cols = chart->left_cols + right;
}

/* ---- The axis ---- */

static void
choose_axis(struct measure_chart *chart, const struct view_page *p,
    const struct comparison_part *part)
{
	comparison_axis_fit(&chart->axis, part, app_get_numbers(p->view->app),
	    chart->bar_cols);
}

/* A value has at most half of the line: what is wider has its own. */
static void
place_bars(struct measure_chart *chart, struct view_page *p)
{
	int mark = get_mark_cols(p);
	int cols = p->width_cols - 1;

	chart->has_bars = chart->has_axis && p->width_cols >= LEAST_COLS;
	chart->is_beside = p->width_cols >= BESIDE_COLS;
	if (chart->value_cols > (cols - mark) / 2)
		chart->value_cols = (cols - mark) / 2;
	chart->bar_col = mark;
	if (chart->is_beside)
		chart->bar_col += chart->value_cols + GAP_COLS;
	chart->bar_cols = cols - chart->bar_col;
}

static enum chart_form
get_form(const struct view_page *p)
{
	return p->is_utf8 ? CHART_BLOCKS : CHART_ASCII;
}

static void
add_axis(struct view_page *p, struct measure_chart *chart)
{
	struct str text;

	if (!chart->has_bars)
		return;
	str_init(&text, 0);
	comparison_axis_add_words(&text, &chart->axis);
	if (text.len > 0)
		view_page_add_text(p, ROLE_DIM, 0, text.data);
	str_reset(&text);
	chart_add_labels(&text, &chart->axis.axis, chart->bar_cols,
	    comparison_axis_add_label, &chart->axis);
	view_page_begin_line(p);
	view_page_add_cell(p, chart->bar_col, chart->bar_cols, ROLE_DIM, -1,
	    text.data);
	str_reset(&text);
	chart_add_ticks(&text, &chart->axis.axis, chart->bar_cols, get_form(p));
	view_page_begin_line(p);
	view_page_add_cell(p, chart->bar_col, chart->bar_cols, ROLE_DIM, -1,
	    text.data);
	str_clear(&text);
}

/* ---- Rows ---- */

static void
add_bar(struct view_page *p, const struct measure_chart *chart,
    const struct comparison_row *row, int item)
{
	struct axis_range range = comparison_axis_get_range(row);
	struct str text;

	str_init(&text, 0);
	chart_add_bar(&text, &chart->axis.axis, &range, chart->bar_cols,
	    get_form(p));
	view_page_add_cell(p, chart->bar_col, chart->bar_cols, ROLE_TEXT, item,
	    text.data);
	str_clear(&text);
}

/* Whether it stands in the column of values as it is. */
static bool
fits_column(const struct measure_chart *chart, const struct measure_value *v)
{
	return v->left_cols > 0 &&
	    chart->left_cols - v->left_cols + v->cols <= chart->value_cols;
}

static void
add_value_line(struct view_page *p, const struct measure_chart *chart,
    const struct comparison_row *row, const struct measure_value *v, int item)
{
	int mark = get_mark_cols(p);
	bool has_bar = chart->has_bars && has_number(&row->figures[0]->f);

	view_page_begin_line(p);
	view_page_add_cell(p, 0, mark, ROLE_DISPUTED, item,
	    !row->is_disputed ? " " :
		p->is_utf8    ? "\u2260" :
				"!=");
	if (fits_column(chart, v))
		view_page_add_cell(p, mark + chart->left_cols - v->left_cols,
		    v->cols, ROLE_STRONG, item, v->text);
	else
		view_page_add_item_beside(p, ROLE_STRONG, mark, item, v->text);
	if (!has_bar)
		return;
	if (!chart->is_beside || !fits_column(chart, v))
		view_page_begin_line(p);
	add_bar(p, chart, row, item);
}

static void
add_words_lines(struct view_page *p, const struct comparison_row *row, int item)
{
	struct str text;
	size_t before;

	str_init(&text, 0);
	comparison_add_about(&text, row);
	if (text.len > 0)
		str_add_text(&text, " \u2014 ");
	before = text.len;
	comparison_add_source(&text, row);
	if (text.len == before && before > 0)
		text.len -= strlen(" \u2014 ");
	if (text.len > 0)
		view_page_add_item_text(p, ROLE_DIM, get_mark_cols(p), item,
		    arena_copy(&p->arena, text.data, text.len));
	str_clear(&text);
}

static int
add_figure_item(struct view_page *p, const struct comparison_figure *f)
{
	struct link link = { .kind = RECORD_FIGURE, .slug = f->f.slug };

	return view_page_add_item(p, &link, true);
}

/* "told again by Chen: between 80,000 and 120,000" */
static void
add_repetition(struct view_page *p, const struct comparison_figure *f)
{
	int item = add_figure_item(p, f);
	struct str text;

	str_init(&text, 0);
	str_add_text(&text, "told again by ");
	comparison_add_documents(&text, f);
	str_add_text(&text, ": ");
	value_add_range(&text, app_get_numbers(p->view->app), &f->f);
	view_page_add_item_text(p, ROLE_DIM, get_mark_cols(p) + GAP_COLS, item,
	    text.data);
	str_clear(&text);
}

static void
add_row(struct view_page *p, const struct measure_chart *chart,
    const struct comparison_row *row, const struct measure_value *v)
{
	int item = add_figure_item(p, row->figures[0]);

	p->items[item].is_disputed = row->is_disputed;
	add_value_line(p, chart, row, v, item);
	add_words_lines(p, row, item);
	for (uint32_t i = 1; i < row->figure_count; i++)
		add_repetition(p, row->figures[i]);
}

/* A year stands above the rows that are of it. */
static void
add_year(struct view_page *p, const struct comparison_part *part, uint32_t row)
{
	const char *heading = part->rows[row].heading;

	if (heading &&
	    (row == 0 || strcmp(part->rows[row - 1].heading, heading) != 0))
		view_page_add_text(p, ROLE_HEADING, 0, heading);
}

static void
begin_part(struct view_page *p, struct view_measure *view,
    const struct comparison_part *part)
{
	struct measure_chart *chart = &view->chart;
	struct str text;

	*chart = (struct measure_chart){ .values = NULL };
	for (uint32_t i = 0; i < part->row_count; i++)
		chart->has_axis |= has_number(get_figure(part, i));
	measure_values(chart, p, part);
	place_bars(chart, p);
	choose_axis(chart, p, part);
	str_init(&text, 0);
	comparison_add_heading(&text, &view->all, part);
	view_page_add_heading(p, text.data);
	str_clear(&text);
	add_axis(p, chart);
}

bool
measure_add_row(struct view_page *p, struct view_measure *view)
{
	const struct comparison_part *part;

	if (view->part == view->all.part_count)
		return true;
	part = &view->all.parts[view->part];
	if (view->row == 0) {
		begin_part(p, view, part);
		view->work += WORK_VALUE * (int)part->row_count;
	}
	add_year(p, part, view->row);
	add_row(p, &view->chart, &part->rows[view->row],
	    &view->chart.values[view->row]);
	view->work += WORK_ROW * (int)part->rows[view->row].figure_count;
	if (++view->row == part->row_count) {
		view->row = 0;
		view->part++;
	}
	return false;
}
