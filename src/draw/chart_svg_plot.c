/* SPDX-License-Identifier: ISC */
#include <math.h>

#include "chart_svg_private.h"
#include "label.h"

enum {
	TICKS_MAX = 64,
	LABEL_GAP = 12,
	LABEL_OUTSIDE = 24, /* beside the plot, on either side */
	TICK_HEIGHT = 6,
	BAR_HEIGHT = 12,
	BAR_WIDTH_MIN = 4,
	POINT_SIZE = 7, /* from its middle to a corner */
	SHAFT_HEIGHT = 4,
	STOP_WIDTH = 4, /* where a bar with an open end stops */
	HEAD_WIDTH = 12,
	HEAD_HEIGHT = 14
};

static const struct svg_text_look label_look = { 12, 16, "#333", false };
static const char ink[] = "#555";
static const char bar_fill[] = "#2f5f8f";
static const char disputed_fill[] = "#8f3a1c";

static double
get_x(const struct axis *a, double number)
{
	return PLOT_LEFT + axis_place(a, number) * (PLOT_RIGHT - PLOT_LEFT);
}

static void
add_line(struct str *out, double x1, double y1, double x2, double y2,
    const char *stroke)
{
	str_add_text(out, "<path d=\"M");
	svg_text_add_px(out, x1);
	str_add_char(out, ' ');
	svg_text_add_px(out, y1);
	str_add_char(out, 'L');
	svg_text_add_px(out, x2);
	str_add_char(out, ' ');
	svg_text_add_px(out, y2);
	str_add_format(out, "\" stroke=\"%s\"/>\n", stroke);
}

static size_t
place_labels(struct label *labels, const struct chart_svg *chart)
{
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(&chart->axis, ticks, TICKS_MAX);
	struct str text;

	str_init(&text, 0);
	for (size_t i = 0; i < count; i++) {
		double width;

		str_reset(&text);
		chart->add_label(&text, chart->context, ticks[i]);
		width = svg_text_get_width_px(text.data, text.len, &label_look);
		labels[i].tick = ticks[i];
		label_place(&labels[i],
		    (int)get_x(&chart->axis, ticks[i]) - PLOT_LEFT +
			LABEL_OUTSIDE,
		    (int)fmin(ceil(width), PAGE_WIDTH),
		    PLOT_RIGHT - PLOT_LEFT + 2 * LABEL_OUTSIDE);
	}
	label_choose(labels, count, LABEL_GAP);
	str_clear(&text);
	return count;
}

double
chart_svg_add_scale(struct str *out, const struct chart_svg *chart, double y,
    bool is_below)
{
	struct label labels[TICKS_MAX];
	size_t count = place_labels(labels, chart);
	double line_y = is_below ? y : y + label_look.line_px + TICK_HEIGHT;
	double tick_y = is_below ? y + TICK_HEIGHT : line_y - TICK_HEIGHT;
	double label_y = is_below ? tick_y : y;
	struct str text;

	str_init(&text, 0);
	add_line(out, PLOT_LEFT, line_y, PLOT_RIGHT, line_y, ink);
	for (size_t i = 0; i < count; i++) {
		double x = get_x(&chart->axis, labels[i].tick);

		add_line(out, x, line_y, x, tick_y, ink);
		if (!label_is_shown(&labels[i]))
			continue;
		str_reset(&text);
		chart->add_label(&text, chart->context, labels[i].tick);
		svg_text_add_centred(out, &label_look,
		    (labels[i].from + labels[i].behind) / 2.0 + PLOT_LEFT -
			LABEL_OUTSIDE,
		    label_y, text.data);
	}
	str_clear(&text);
	return y + label_look.line_px + TICK_HEIGHT;
}

void
chart_svg_add_grid(struct str *out, const struct axis *a, double from_y,
    double to_y)
{
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(a, ticks, TICKS_MAX);

	for (size_t i = 0; i < count; i++) {
		double x = get_x(a, ticks[i]);

		add_line(out, x, from_y, x, to_y, "#ddd");
	}
}

static void
add_rectangle(struct str *out, double x, double y, double width, double height)
{
	str_add_text(out, "<rect x=\"");
	svg_text_add_px(out, x);
	str_add_text(out, "\" y=\"");
	svg_text_add_px(out, y);
	str_add_text(out, "\" width=\"");
	svg_text_add_px(out, fmax(width, 0));
	str_add_text(out, "\" height=\"");
	svg_text_add_px(out, height);
	str_add_text(out, "\"/>");
}

/* A closed shape from a point on, by steps. */
static void
add_shape(struct str *out, double x, double y, const double (*steps)[2],
    size_t count)
{
	str_add_text(out, "<path d=\"M");
	svg_text_add_px(out, x);
	str_add_char(out, ' ');
	svg_text_add_px(out, y);
	for (size_t i = 0; i < count; i++) {
		str_add_char(out, 'l');
		svg_text_add_px(out, steps[i][0]);
		str_add_char(out, ' ');
		svg_text_add_px(out, steps[i][1]);
	}
	str_add_text(out, "z\"/>");
}

/* One number is a point, whose place is seen better than a thin bar's. */
static void
add_point(struct str *out, double x, double y)
{
	static const double steps[][2] = { { POINT_SIZE, POINT_SIZE },
		{ -POINT_SIZE, POINT_SIZE }, { -POINT_SIZE, -POINT_SIZE } };

	add_shape(out, x, y - POINT_SIZE, steps, 3);
}

/* From where a bound stops it to the end of the axis, thin, with a head. */
static void
add_arrow(struct str *out, double x, double y, bool is_up)
{
	static const double to_right[][2] = { { -HEAD_WIDTH, -HEAD_HEIGHT / 2 },
		{ 0, HEAD_HEIGHT } };
	static const double to_left[][2] = { { HEAD_WIDTH, -HEAD_HEIGHT / 2 },
		{ 0, HEAD_HEIGHT } };
	double end = is_up ? PLOT_RIGHT : PLOT_LEFT;
	double from = is_up ? x : end + HEAD_WIDTH;
	double to = is_up ? end - HEAD_WIDTH : x;

	add_rectangle(out, is_up ? x : x - STOP_WIDTH, y - BAR_HEIGHT / 2.0,
	    STOP_WIDTH, BAR_HEIGHT);
	add_rectangle(out, from, y - SHAFT_HEIGHT / 2.0, to - from,
	    SHAFT_HEIGHT);
	add_shape(out, end, y, is_up ? to_right : to_left, 2);
}

void
chart_svg_add_bar(struct str *out, const struct axis *a,
    const struct chart_svg_row *row, double y)
{
	bool has_low = isfinite(row->range.low);
	bool has_high = isfinite(row->range.high);
	double from, to;

	if (!has_low && !has_high)
		return;
	from = get_x(a, has_low ? row->range.low : row->range.high);
	to = get_x(a, has_high ? row->range.high : row->range.low);
	str_add_format(out, "<g fill=\"%s\">",
	    row->is_disputed ? disputed_fill : bar_fill);
	if (!has_low || !has_high)
		add_arrow(out, from, y, has_low);
	else if (!(row->range.low < row->range.high) &&
	    !(row->range.low > row->range.high))
		add_point(out, from, y);
	else if (fabs(to - from) < BAR_WIDTH_MIN)
		add_rectangle(out, (from + to - BAR_WIDTH_MIN) / 2,
		    y - BAR_HEIGHT / 2.0, BAR_WIDTH_MIN, BAR_HEIGHT);
	else
		add_rectangle(out, fmin(from, to), y - BAR_HEIGHT / 2.0,
		    fabs(to - from), BAR_HEIGHT);
	str_add_text(out, "</g>\n");
}
