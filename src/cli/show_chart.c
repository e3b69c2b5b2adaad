/* SPDX-License-Identifier: ISC */
#include "show_chart.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/chart.h"
#include "reader/comparison_axis.h"
#include "reader/comparison_words.h"
#include "show_text.h"
#include "text/clean.h"
#include "text/value.h"

enum {
	MARK_COLS = 2, /* of the sign of a disagreement, in ASCII too */
	GAP_COLS = 2,
	BESIDE_COLS = 60,
	LEAST_COLS = 26,
};

/* How a part is laid out at a width. */
struct chart {
	const struct plain_writer *w;
	const struct measure_shown *m;
	struct comparison_axis axis;
	enum chart_form form;
	size_t left_cols;  /* of the widest value, before its decimals */
	size_t value_cols; /* of the column of values */
	size_t bar_col, bar_cols;
	bool has_bars, is_beside;
	struct str value, line;
};

static bool
has_number(const struct comparison_row *row)
{
	const struct figure *f = &row->figures[0]->f;

	return !isnan(f->low) || !isnan(f->high);
}

/*
 * The value as it is shown, in chart->value; returns the columns before what
 * is aligned, 0 where it is in words.
 */
static size_t
set_value(struct chart *chart, const struct comparison_row *row)
{
	unsigned clean = chart->w->clean | CLEAN_ONE_LINE;
	struct str raw;
	size_t point, left;

	str_init(&raw, 0);
	str_reset(&chart->value);
	point = value_add_short(&raw, chart->m->form, &row->figures[0]->f);
	if (raw.len == 0)
		str_add_text(&raw, "not given");
	clean_add(&chart->value, raw.data, point, clean);
	left = utf8_width_cols(chart->value.data, chart->value.len);
	str_reset(&chart->value);
	clean_add(&chart->value, raw.data, raw.len, clean);
	str_clear(&raw);
	return point ? left : 0;
}

static size_t
get_value_cols(const struct chart *chart)
{
	return utf8_width_cols(chart->value.data, chart->value.len);
}

static void
measure_values(struct chart *chart, const struct comparison_part *part)
{
	size_t right = 0;

	for (uint32_t i = 0; i < part->row_count; i++) {
		size_t left = set_value(chart, &part->rows[i]);
		size_t cols = get_value_cols(chart);

		if (left > chart->left_cols)
			chart->left_cols = left;
		if (left > 0 && cols - left > right)
			right = cols - left;
	}
	chart->value_cols = chart->left_cols + right;
}

/* A value has at most half of the line: what is wider has its own. */
static void
place_bars(struct chart *chart, const struct comparison_part *part)
{
	size_t cols = chart->w->width_cols;

	chart->is_beside = cols >= BESIDE_COLS;
	if (chart->value_cols > (cols - MARK_COLS - 1) / 2)
		chart->value_cols = (cols - MARK_COLS - 1) / 2;
	chart->bar_col = MARK_COLS + 1;
	if (chart->is_beside)
		chart->bar_col += chart->value_cols + GAP_COLS;
	chart->bar_cols = cols > chart->bar_col ? cols - chart->bar_col : 0;
	comparison_axis_fit(&chart->axis, part, chart->m->form,
	    (int)chart->bar_cols);
	chart->has_bars = chart->axis.has_number && cols >= LEAST_COLS;
}

/* The line, and begins anew; blanks at its end go. */
static void
write_line(struct chart *chart, enum plain_role role)
{
	size_t len = chart->line.len;

	while (len > 0 && chart->line.data[len - 1] == ' ')
		len--;
	chart->w->line(chart->w->context, role, chart->line.data, len);
	str_reset(&chart->line);
}

static void
write_axis(struct chart *chart)
{
	struct str words;

	if (!chart->has_bars)
		return;
	str_init(&words, 0);
	comparison_axis_add_words(&words, &chart->axis);
	if (words.len > 0)
		plain_write_text(chart->w, PLAIN_LABEL, "", "", words.data,
		    words.len);
	str_clear(&words);
	str_add_repeated(&chart->line, ' ', chart->bar_col);
	chart_add_labels(&chart->line, &chart->axis.axis, (int)chart->bar_cols,
	    comparison_axis_add_label, &chart->axis);
	write_line(chart, PLAIN_LABEL);
	str_add_repeated(&chart->line, ' ', chart->bar_col);
	chart_add_ticks(&chart->line, &chart->axis.axis, (int)chart->bar_cols,
	    chart->form);
	write_line(chart, PLAIN_LABEL);
}

static const char *
get_mark(const struct chart *chart, const struct comparison_row *row)
{
	if (!row->is_disputed)
		return "   ";
	return chart->w->clean & CLEAN_ASCII ? "!= " : "\u2260  ";
}

static void
add_bar(struct chart *chart, const struct comparison_row *row)
{
	struct axis_range range = comparison_axis_get_range(row);

	chart_add_bar(&chart->line, &chart->axis.axis, &range,
	    (int)chart->bar_cols, chart->form);
	write_line(chart, PLAIN_TEXT);
}

/* The bar stands beside the value, or below where there is no room. */
static void
write_value(struct chart *chart, const struct comparison_row *row)
{
	const char *mark = get_mark(chart, row);
	size_t left = set_value(chart, row), cols = get_value_cols(chart);
	size_t before = left ? chart->left_cols - left : 0;
	bool has_bar = chart->has_bars && has_number(row);

	if (before + cols > chart->value_cols) {
		plain_write_text(chart->w, PLAIN_TEXT, mark, "   ",
		    chart->value.data, chart->value.len);
	} else {
		str_add_text(&chart->line, mark);
		str_add_repeated(&chart->line, ' ', before);
		str_add(&chart->line, chart->value.data, chart->value.len);
		if (has_bar && chart->is_beside) {
			str_add_repeated(&chart->line, ' ',
			    chart->value_cols - before - cols + GAP_COLS);
			add_bar(chart, row);
			return;
		}
		write_line(chart, PLAIN_TEXT);
	}
	if (!has_bar)
		return;
	str_add_repeated(&chart->line, ' ', chart->bar_col);
	add_bar(chart, row);
}

/* What it is called; when, where, of whom; who says it. */
static void
write_words(struct chart *chart, const struct comparison_row *row)
{
	struct str text;
	size_t before;

	str_init(&text, 0);
	str_add_format(&text, "figure:%s: ", row->figures[0]->f.slug);
	before = text.len;
	comparison_add_about(&text, row);
	if (text.len > before)
		str_add_text(&text, " \u2014 ");
	comparison_add_source(&text, row);
	if (text.len == before)
		str_add_text(&text, "not cited");
	show_text_line(chart->w, "     ", "     ", &text);
	for (uint32_t i = 1; i < row->figure_count; i++) {
		str_reset(&text);
		str_add_format(&text, "figure:%s: told again by ",
		    row->figures[i]->f.slug);
		comparison_add_documents(&text, row->figures[i]);
		str_add_text(&text, ": ");
		value_add_range(&text, chart->m->form, &row->figures[i]->f);
		show_text_line(chart->w, "       ", "       ", &text);
	}
	str_clear(&text);
}

/* A year stands above the rows that are of it. */
static void
write_year(struct chart *chart, const struct comparison_part *part,
    uint32_t row)
{
	const char *heading = part->rows[row].heading;

	if (heading &&
	    (row == 0 || strcmp(part->rows[row - 1].heading, heading) != 0))
		plain_write_text(chart->w, PLAIN_HEADING, "", "", heading,
		    strlen(heading));
}

void
show_chart_write(const struct plain_writer *w, const struct measure_shown *m,
    const struct comparison_part *part, bool is_ascii)
{
	struct chart chart = { .w = w,
		.m = m,
		.form = is_ascii || w->clean & CLEAN_ASCII ? CHART_ASCII :
							     CHART_BLOCKS };

	str_init(&chart.value, 0);
	str_init(&chart.line, 0);
	measure_values(&chart, part);
	place_bars(&chart, part);
	write_axis(&chart);
	for (uint32_t i = 0; i < part->row_count; i++) {
		write_year(&chart, part, i);
		write_value(&chart, &part->rows[i]);
		write_words(&chart, &part->rows[i]);
	}
	str_clear(&chart.value);
	str_clear(&chart.line);
}
