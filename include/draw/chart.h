/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_CHART_H
#define IBID_DRAW_CHART_H

#include "base/str.h"
#include "draw/axis.h"

/*
 * Ranges on one axis as lines of text, for cells: bars of half blocks, or in
 * ASCII; there is no number that stands in a bar alone.
 */
enum chart_form { CHART_BLOCKS, CHART_ASCII };

/* Where a label of an axis comes from: "1.5 million", "2017". */
typedef void chart_add_label(struct str *out, void *context, double tick);

/*
 * A range as exactly cols columns of text: blocks from its lower to its
 * upper bound, to half a column; an arrow at an open end, which stands at
 * the axis's end; one number is half a block.  A range that is not given is
 * blank.  In ASCII: "   [=====]   ", "   [====>", "   |   ".
 */
void chart_add_bar(struct str *out, const struct axis *a,
    const struct axis_range *range, int cols, enum chart_form form);

/*
 * The labels of the ticks in one line of exactly cols columns, as many as
 * have room with a blank between, each centred on its tick or within the
 * line; and the line of the ticks themselves, which stand beneath them.
 */
void chart_add_labels(struct str *out, const struct axis *a, int cols,
    chart_add_label *add, void *context);
void chart_add_ticks(struct str *out, const struct axis *a, int cols,
    enum chart_form form);

#endif
