/* SPDX-License-Identifier: ISC */
#include "draw/chart_svg.h"

#include <math.h>
#include <string.h>

#include "chart_svg_private.h"

/*
 * The page is made from its top to its foot; how high it is, is known last,
 * so that its parts are kept until then.  A row is as high as its texts, and
 * its bar stands beside the first of them, the value.
 */

enum {
	BLOCK_GAP = 18,
	ROW_GAP = 9,
	ROW_HEIGHT_MIN = 20,
	SCALE_TWICE = 420 /* a plot higher than this has a scale below, too */
};

static const struct svg_text_look title_look = { 21, 28, "#111", true };
static const struct svg_text_look definition_look = { 13.5, 19, "#333", false };
static const struct svg_text_look unit_look = { 12.5, 17, "#333", false };
static const struct svg_text_look heading_look = { 13.5, 19, "#111", true };
static const struct svg_text_look value_look = { 14, 19, "#111", true };
static const struct svg_text_look about_look = { 12.5, 17, "#222", false };
static const struct svg_text_look source_look = { 12, 16, "#555", false };
static const struct svg_text_look legend_look = { 12, 17, "#555", false };
static const struct svg_text_look note_look = { 13, 18, "#222", false };

static const char *
get_text(const char *text)
{
	return text ? text : "";
}

static void
add_rule(struct str *out, double y, const char *stroke)
{
	str_add_format(out, "<path d=\"M%d ", PAGE_MARGIN);
	svg_text_add_px(out, y);
	str_add_format(out, "H%d\" stroke=\"%s\"/>\n", PAGE_WIDTH - PAGE_MARGIN,
	    stroke);
}

static double
add_title(struct str *out, const struct chart_svg *chart, double y)
{
	y = svg_text_add(out, &title_look, PAGE_MARGIN, y, PAGE_INNER,
	    get_text(chart->title));
	if (get_text(chart->description)[0])
		y = svg_text_add(out, &definition_look, PAGE_MARGIN, y + 4,
		    PAGE_INNER, chart->description);
	return y + BLOCK_GAP;
}

/* The unit, and what about the scale would mislead if it were not said. */
static double
add_unit(struct str *out, const struct chart_svg *chart, double y)
{
	const struct axis *a = &chart->axis;
	struct str text;

	str_init(&text, 0);
	str_add_text(&text, get_text(chart->unit));
	if (a->is_log)
		str_add_format(&text, "%slogarithmic scale",
		    text.len ? ", " : "");
	else if (!a->is_years && (a->from > 0 || a->to < 0))
		str_add_format(&text, "%sthe scale does not begin at 0",
		    text.len ? "; " : "");
	y = svg_text_add(out, &unit_look, PLOT_LEFT, y, PLOT_RIGHT - PLOT_LEFT,
	    text.data);
	str_clear(&text);
	return y + 4;
}

static double
add_heading(struct str *out, const char *text, double y)
{
	y = svg_text_add(out, &heading_look, PAGE_MARGIN, y + 6,
	    TEXT_LEFT + TEXT_WIDTH - PAGE_MARGIN, text);
	return y + 2;
}

static double
add_row(struct str *out, const struct axis *a, const struct chart_svg_row *row,
    double y)
{
	double middle = y + value_look.line_px / 2, bottom;

	if (row->is_disputed)
		svg_text_add(out, &value_look, PAGE_MARGIN, y, TEXT_WIDTH,
		    "\u2260");
	bottom = svg_text_add(out, &value_look, TEXT_LEFT, y, TEXT_WIDTH,
	    get_text(row->value));
	bottom = svg_text_add(out, &about_look, TEXT_LEFT, bottom, TEXT_WIDTH,
	    get_text(row->about));
	bottom = svg_text_add(out, &source_look, TEXT_LEFT, bottom, TEXT_WIDTH,
	    get_text(row->source));
	chart_svg_add_bar(out, a, row, middle);
	return fmax(bottom, y + ROW_HEIGHT_MIN);
}

static double
add_rows(struct str *out, const struct chart_svg *chart, double y)
{
	const char *heading = "";

	for (size_t i = 0; i < chart->row_count; i++) {
		const struct chart_svg_row *row = &chart->rows[i];

		if (i > 0)
			add_rule(out, y, "#ddd");
		if (row->heading && strcmp(row->heading, heading) != 0)
			y = add_heading(out, row->heading, y);
		heading = get_text(row->heading);
		str_add_text(out, "<g>");
		y = add_row(out, &chart->axis, row, y + ROW_GAP) + ROW_GAP;
		str_add_text(out, "</g>\n");
	}
	return y;
}

/* What the signs mean that are there. */
static double
add_legend(struct str *out, const struct chart_svg *chart, double y)
{
	bool are_points = false, are_open = false, are_disputed = false;
	struct str text;

	for (size_t i = 0; i < chart->row_count; i++) {
		double low = chart->rows[i].range.low;
		double high = chart->rows[i].range.high;

		if (isfinite(low) != isfinite(high))
			are_open = true;
		else if (isfinite(low) && !(low < high) && !(low > high))
			are_points = true;
		if (chart->rows[i].is_disputed)
			are_disputed = true;
	}
	str_init(&text, 0);
	if (are_disputed)
		str_add_text(&text,
		    "\u2260 disagrees with another figure: see below. ");
	if (are_points)
		str_add_text(&text, "A diamond is one number. ");
	if (are_open)
		str_add_text(&text, "An arrow is an end that is open.");
	y = svg_text_add(out, &legend_look, PAGE_MARGIN, y + 8, PAGE_INNER,
	    text.data);
	str_clear(&text);
	return y;
}

static double
add_list(struct str *out, const char *heading, const char *const *texts,
    size_t count, double y)
{
	if (count == 0)
		return y;
	y = add_heading(out, heading, y + BLOCK_GAP) + 2;
	for (size_t i = 0; i < count; i++) {
		double bottom = svg_text_add(out, &note_look, TEXT_LEFT, y,
		    PAGE_WIDTH - PAGE_MARGIN - TEXT_LEFT, get_text(texts[i]));

		if (!(bottom > y))
			continue;
		svg_text_add(out, &note_look, PAGE_MARGIN, y, TEXT_WIDTH,
		    "\u2022");
		y = bottom + 4;
	}
	return y;
}

static double
add_foot(struct str *out, const struct chart_svg *chart, double y)
{
	y = add_list(out, "Side by side", chart->notes, chart->note_count, y);
	y = add_list(out, "Sources", chart->sources, chart->source_count, y);
	if (get_text(chart->credit)[0]) {
		y += BLOCK_GAP;
		add_rule(out, y, "#999");
		y = svg_text_add(out, &legend_look, PAGE_MARGIN, y + 8,
		    PAGE_INNER, chart->credit);
	}
	return y + PAGE_MARGIN - 8;
}

static void
add_element(struct str *out, const char *name, const char *text)
{
	str_add_format(out, "<%s id=\"%s\">", name, name);
	svg_text_escape(out, text, strlen(text));
	str_add_format(out, "</%s>\n", name);
}

static void
add_head(struct str *out, const struct chart_svg *chart, double height)
{
	long px = lround(ceil(height));

	str_add_format(out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"\n"
	    "width=\"%d\" height=\"%ld\" viewBox=\"0 0 %d %ld\"\n"
	    "aria-labelledby=\"title desc\"",
	    PAGE_WIDTH, px, PAGE_WIDTH, px);
	if (get_text(chart->language)[0]) {
		str_add_text(out, " xml:lang=\"");
		svg_text_escape(out, chart->language, strlen(chart->language));
		str_add_text(out, "\"");
	}
	str_add_text(out,
	    "\nfont-family=\"Helvetica, Arial, 'Liberation Sans', "
	    "'DejaVu Sans', 'Noto Sans', sans-serif\">\n");
	add_element(out, "title", get_text(chart->title));
	add_element(out, "desc", get_text(chart->description));
	str_add_format(out,
	    "<rect width=\"%d\" height=\"%ld\" "
	    "fill=\"#fff\"/>\n",
	    PAGE_WIDTH, px);
}

void
chart_svg_add(struct str *out, const struct chart_svg *chart)
{
	struct str top, rows;
	double y = PAGE_MARGIN - 8, plot_y;

	str_init(&top, 0);
	str_init(&rows, 0);
	y = add_title(&top, chart, y);
	if (chart->row_count > 0) {
		y = add_unit(&top, chart, y);
		plot_y = y = chart_svg_add_scale(&top, chart, y, false);
		y = add_rows(&rows, chart, y);
		chart_svg_add_grid(&top, &chart->axis, plot_y, y);
		if (y - plot_y > SCALE_TWICE)
			y = chart_svg_add_scale(&rows, chart, y, true);
		else
			add_rule(&rows, y, "#ddd");
		y = add_legend(&rows, chart, y);
	}
	y = add_foot(&rows, chart, y);
	add_head(out, chart, y);
	str_add(out, top.data, top.len);
	str_add(out, rows.data, rows.len);
	str_add_text(out, "</svg>\n");
	str_clear(&top);
	str_clear(&rows);
}
