/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COMPARISON_AXIS_H
#define IBID_READER_COMPARISON_AXIS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "draw/axis.h"
#include "model/number_form.h"
#include "reader/comparison.h"

/*
 * The axis that the rows of a part of a comparison stand on, and its labels,
 * as the screen, the command line and the picture have it.
 */
struct comparison_axis {
	struct axis axis;
	const struct number_form *form; /* lent */
	bool is_percent;
	bool has_number; /* one of the rows has; else there is no axis */
};

/* With at most `ticks` ticks. */
void comparison_axis_choose(struct comparison_axis *out,
    const struct comparison_part *part, const struct number_form *form,
    size_t ticks);

/* In so many columns: with as many ticks as have room for their labels. */
void comparison_axis_fit(struct comparison_axis *out,
    const struct comparison_part *part, const struct number_form *form,
    int cols);

/* The range of a row, as it stands on the axis. */
struct axis_range comparison_axis_get_range(const struct comparison_row *row);

/* A chart_add_label function; context is the axis: "1.5 million", "60%". */
void comparison_axis_add_label(struct str *out, void *context, double tick);

/*
 * "The scale is logarithmic: each mark is 10 times the one before.", "The
 * scale begins at 38, not at 0."; nothing where lengths tell all.
 */
void comparison_axis_add_words(struct str *out,
    const struct comparison_axis *a);

#endif
