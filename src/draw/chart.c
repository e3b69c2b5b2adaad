/* SPDX-License-Identifier: ISC */
#include "draw/chart.h"

#include <math.h>

#include "base/utf8.h"
#include "label.h"

/*
 * A line of cols columns has twice as many halves.  A number stands in the
 * half that holds its place, and a range in all halves from that of its
 * lower to that of its upper bound: what meets is seen to meet.  The tick of
 * a number is in the column of its half.
 */

enum { TICKS_MAX = 64 };

static int
get_half(const struct axis *a, double number, int cols)
{
	int half = (int)floor(axis_place(a, number) * 2 * cols + 1e-9);

	return half < 2 * cols ? half : 2 * cols - 1;
}

struct bar {
	int first, last;      /* halves that are filled */
	bool is_open_at_low;  /* the first column is an arrow */
	bool is_open_at_high; /* the last one is */
	bool is_range;
};

/* False where no bound is given. */
static bool
find_bar(struct bar *bar, const struct axis *a, const struct axis_range *range,
    int cols)
{
	double low = range->low, high = range->high;

	if (!isfinite(low) && !isfinite(high))
		return false;
	*bar = (struct bar){ .is_open_at_low = !isfinite(low),
		.is_open_at_high = !isfinite(high) };
	if (low > high) {
		low = range->high;
		high = range->low;
	}
	bar->is_range = !(low <= high && low >= high);
	bar->first = bar->is_open_at_low ? 0 : get_half(a, low, cols);
	bar->last = bar->is_open_at_high ? 2 * cols - 1 :
					   get_half(a, high, cols);
	return true;
}

static const char *
get_block(const struct bar *bar, int col, int cols)
{
	bool is_left = 2 * col >= bar->first && 2 * col <= bar->last;
	bool is_right = 2 * col + 1 >= bar->first && 2 * col + 1 <= bar->last;

	if (bar->is_open_at_low && col == 0)
		return "\u25C4";
	if (bar->is_open_at_high && col == cols - 1)
		return "\u25BA";
	if (is_left && is_right)
		return "\u2588";
	return is_left ? "\u258C" : is_right ? "\u2590" : " ";
}

static const char *
get_ascii(const struct bar *bar, int col, int cols)
{
	int first = bar->first / 2, last = bar->last / 2;

	if (bar->is_open_at_low && col == 0)
		return "<";
	if (bar->is_open_at_high && col == cols - 1)
		return ">";
	if (col < first || col > last)
		return " ";
	if (first == last)
		return "|";
	return col == first ? "[" : col == last ? "]" : "=";
}

void
chart_add_bar(struct str *out, const struct axis *a,
    const struct axis_range *range, int cols, enum chart_form form)
{
	struct bar bar;

	if (cols <= 0)
		return;
	if (!find_bar(&bar, a, range, cols)) {
		str_add_repeated(out, ' ', (size_t)cols);
		return;
	}
	for (int col = 0; col < cols; col++)
		str_add_text(out,
		    form == CHART_ASCII ? get_ascii(&bar, col, cols) :
					  get_block(&bar, col, cols));
}

void
chart_add_labels(struct str *out, const struct axis *a, int cols,
    chart_add_label *add, void *context)
{
	struct label labels[TICKS_MAX];
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(a, ticks, TICKS_MAX);
	int filled = 0;
	struct str text;

	if (cols <= 0)
		return;
	str_init(&text, 0);
	for (size_t i = 0; i < count; i++) {
		str_reset(&text);
		add(&text, context, ticks[i]);
		labels[i].tick = ticks[i];
		label_place(&labels[i], get_half(a, ticks[i], cols) / 2,
		    (int)utf8_width_cols(text.data, text.len), cols);
	}
	label_choose(labels, count, 1);
	for (size_t i = 0; i < count; i++) {
		if (!label_is_shown(&labels[i]))
			continue;
		str_add_repeated(out, ' ', (size_t)(labels[i].from - filled));
		add(out, context, labels[i].tick);
		filled = labels[i].behind;
	}
	str_add_repeated(out, ' ', (size_t)(cols - filled));
	str_clear(&text);
}

/* The line stands beneath the labels: its ticks go up to them. */
static const char *
get_tick(int col, int cols, enum chart_form form)
{
	if (form == CHART_ASCII)
		return "+";
	return cols == 1   ? "\u2534" :
	    col == 0       ? "\u2514" :
	    col < cols - 1 ? "\u2534" :
			     "\u2518";
}

void
chart_add_ticks(struct str *out, const struct axis *a, int cols,
    enum chart_form form)
{
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(a, ticks, TICKS_MAX), next = 0;

	for (int col = 0; col < cols; col++) {
		bool is_tick = false;

		for (;
		     next < count && get_half(a, ticks[next], cols) / 2 == col;
		     next++)
			is_tick = true;
		if (is_tick)
			str_add_text(out, get_tick(col, cols, form));
		else
			str_add_text(out, form == CHART_ASCII ? "-" : "\u2500");
	}
}
