/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_AXIS_H
#define IBID_DRAW_AXIS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A scale that numbers are placed on, linear or logarithmic, with round
 * ticks (1, 2, 2.5 or 5 times a power of ten; years by 1, 2, 5, 10, ...).
 */
struct axis {
	double from, to; /* from < to */
	double step;     /* between ticks; logarithmic: the factor */
	bool is_log;
	bool is_years;
};

struct axis_range {
	double low, high; /* NAN: open, or (both) not given */
};

enum axis_kind {
	AXIS_NUMBERS, /* from 0 unless all are far from it; logarithmic where
			 all bounds are above 0 and the largest is at least a
			 hundred times the smallest */
	AXIS_PERCENT, /* 0 to 100, or more where a bound is more */
	AXIS_YEARS    /* of dates as fractional years, never from 0 */
};

/*
 * An axis that has room for all bounds, and beside them for the arrows of
 * open ends, with at most `ticks` ticks (at least 2).  Bounds that are not
 * finite are passed over; without any it is 0 to 1.
 */
void axis_choose(struct axis *out, enum axis_kind kind,
    const struct axis_range *ranges, size_t count, size_t ticks);

/* Where a number stands, 0 to 1; what is outside is at the end. */
double axis_place(const struct axis *a, double number);

/* The ticks, in order; returns how many, at most `most`. */
size_t axis_get_ticks(const struct axis *a, double *out, size_t most);

#endif
