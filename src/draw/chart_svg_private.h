/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_CHART_SVG_PRIVATE_H
#define IBID_DRAW_CHART_SVG_PRIVATE_H

#include "draw/chart_svg.h"
#include "svg_text.h"

/*
 * The page: a column of texts on the left, in whose margin the mark of
 * disagreement stands, and the plot on the right.  All in pixels.
 */
enum {
	PAGE_WIDTH = 900,
	PAGE_MARGIN = 32,
	PAGE_INNER = PAGE_WIDTH - 2 * PAGE_MARGIN,
	TEXT_LEFT = PAGE_MARGIN + 18,
	TEXT_WIDTH = 300,
	PLOT_LEFT = 384,
	PLOT_RIGHT = 852
};

/* The scale above a plot, or (is_below) beneath it, from y on. */
double chart_svg_add_scale(struct str *out, const struct chart_svg *chart,
    double y, bool is_below);

/* A light line at each tick, behind the rows. */
void chart_svg_add_grid(struct str *out, const struct axis *a, double from_y,
    double to_y);

/* The bar of a row, whose middle is at y; nothing where no bound is given. */
void chart_svg_add_bar(struct str *out, const struct axis *a,
    const struct chart_svg_row *row, double y);

#endif
