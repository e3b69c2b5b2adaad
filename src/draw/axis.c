/* SPDX-License-Identifier: ISC */
#include "draw/axis.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * An axis is found by trying: step by step, from steps that are surely too
 * small, until its ends stand on multiples of the step, what has an open end
 * has room for its arrow, and there are no more ticks than were asked for.
 */

/* What is larger or smaller is no quantity, and would overflow here. */
#define LARGEST 1e150
#define SMALLEST 1e-150

enum { TRIES_MAX = 4000 };

/* An arrow has this part of the axis. */
static const double arrow_part = 0.06;

struct extent {
	double min, max;     /* of all bounds */
	double least_open;   /* the least upper bound without a lower */
	double largest_open; /* the largest lower bound without an upper */
	bool is_given;
	bool is_whole; /* all bounds are whole numbers */
};

static double
limit(double number)
{
	if (fabs(number) < SMALLEST)
		return 0;
	return fmin(fmax(number, -LARGEST), LARGEST);
}

static void
add_bound(struct extent *e, double number)
{
	e->min = e->is_given ? fmin(e->min, number) : number;
	e->max = e->is_given ? fmax(e->max, number) : number;
	e->is_given = true;
	if (trunc(number) < number || trunc(number) > number)
		e->is_whole = false;
}

static struct extent
find_extent(const struct axis_range *ranges, size_t count)
{
	struct extent e = { .least_open = INFINITY,
		.largest_open = -INFINITY,
		.is_whole = true };

	for (size_t i = 0; i < count; i++) {
		bool has_low = isfinite(ranges[i].low);
		bool has_high = isfinite(ranges[i].high);
		double low = has_low ? limit(ranges[i].low) : NAN;
		double high = has_high ? limit(ranges[i].high) : NAN;

		if (has_low)
			add_bound(&e, low);
		if (has_high)
			add_bound(&e, high);
		if (has_high && !has_low)
			e.least_open = fmin(e.least_open, high);
		if (has_low && !has_high)
			e.largest_open = fmax(e.largest_open, low);
	}
	return e;
}

/* The number without the last bits that adding up left: 0.3, not 0.3...04. */
static double
clean(double number, double step)
{
	char text[40];
	double back;

	if (fabs(number) < step * 1e-6)
		return 0;
	snprintf(text, sizeof text, "%.15g", number);
	back = strtod(text, NULL);
	return fabs(back - number) > step * 1e-6 ? number : back;
}

/* Round numbers, ascending: mantissas[at] times a power of ten. */
struct round_number {
	const double *mantissas;
	int count;
	int at;
	int exponent;
};

static double
get_round(const struct round_number *r)
{
	double m = r->mantissas[r->at];

	return r->exponent < 0 ? m / pow(10, -r->exponent) :
				 m * pow(10, r->exponent);
}

static void
next_round(struct round_number *r)
{
	if (++r->at == r->count) {
		r->at = 0;
		r->exponent++;
	}
}

static void
previous_round(struct round_number *r)
{
	if (--r->at < 0) {
		r->at = r->count - 1;
		r->exponent--;
	}
}

static const double mantissas[] = { 1, 2, 2.5, 5 };
static const double plain_mantissas[] = { 1, 2, 5 };

static bool
suits(double step, const struct extent *e, bool is_years)
{
	return (!is_years && !e->is_whole) ||
	    (step >= 1 && !(trunc(step) < step));
}

/* The ends for a step; how many ticks there are, or 0: it is too small. */
static double
set_ends(struct axis *a, double low, double high, const struct extent *e)
{
	double first = floor(low / a->step), last = ceil(high / a->step);

	if (last <= first)
		last = first + 1;
	if (e->least_open - first * a->step <
	    (last - first) * a->step * arrow_part)
		first--;
	if (last * a->step - e->largest_open <
	    (last - first) * a->step * arrow_part)
		last++;
	if (fmax(fabs(first), fabs(last)) > 1e15)
		return 0;
	a->from = clean(first * a->step, a->step);
	a->to = clean(last * a->step, a->step);
	return a->from < a->to ? last - first + 1 : 0;
}

static void
choose_linear(struct axis *a, double low, double high, const struct extent *e,
    size_t ticks)
{
	double span = fmax(high - low, fmax(fabs(low), fabs(high)) * 1e-14);
	struct round_number step = { plain_mantissas, 3, 0, 0 };
	double most = fmax((double)ticks, 3), count = 0;

	if (!a->is_years)
		step = (struct round_number){ mantissas, 4, 0, 0 };
	if (span > 0)
		step.exponent = (int)floor(log10(span / (double)ticks)) - 1;
	for (int tries = 0; tries < TRIES_MAX; tries++, next_round(&step)) {
		a->step = get_round(&step);
		if (!suits(a->step, e, a->is_years))
			continue;
		count = set_ends(a, low, high, e);
		if (count > 0 && count <= most)
			break;
	}
	assert(a->from < a->to);
	/* Two are the ends, where what is between goes below 0 and above. */
	if (count > (double)ticks)
		a->step = a->to - a->from;
}

static double
get_first_power(const struct axis *a)
{
	return ceil(log10(a->from) - 1e-9);
}

static void
choose_log(struct axis *a, const struct extent *e, size_t ticks)
{
	struct round_number from = { plain_mantissas, 3, 0, 0 }, to = from;
	double powers, each;

	from.exponent = (int)floor(log10(e->min)) + 1;
	while (get_round(&from) > e->min)
		previous_round(&from);
	to.exponent = (int)floor(log10(e->max)) - 1;
	while (get_round(&to) < e->max)
		next_round(&to);
	a->is_log = true;
	a->from = get_round(&from);
	a->to = get_round(&to);
	while (axis_place(a, e->least_open) < arrow_part) {
		previous_round(&from);
		a->from = get_round(&from);
	}
	while (e->largest_open > 0 &&
	    axis_place(a, e->largest_open) > 1 - arrow_part) {
		next_round(&to);
		a->to = get_round(&to);
	}
	powers = floor(log10(a->to) + 1e-9) - get_first_power(a);
	each = ceil(powers / ((double)ticks - 1));
	a->step = pow(10, fmax(each, 1));
}

/* Whether numbers are so near each other that 0 would hide them. */
static bool
is_far_from_zero(const struct extent *e)
{
	double spread = e->max - e->min;
	double far = fmax(fabs(e->max), fabs(e->min));

	return (e->min > 0 || e->max < 0) && spread > 0 && spread < far / 4;
}

void
axis_choose(struct axis *out, enum axis_kind kind,
    const struct axis_range *ranges, size_t count, size_t ticks)
{
	struct extent e = find_extent(ranges, count);
	double low = e.min, high = e.max;

	if (ticks < 2)
		ticks = 2;
	*out = (struct axis){ .from = 0,
		.to = 1,
		.step = 1,
		.is_years = kind == AXIS_YEARS };
	if (kind == AXIS_PERCENT) {
		low = fmin(low, 0);
		high = fmax(high, 100);
	} else if (!e.is_given) {
		return;
	} else if (kind == AXIS_NUMBERS && e.min > 0 && e.max / e.min >= 100) {
		choose_log(out, &e, ticks);
		return;
	} else if (kind == AXIS_NUMBERS && !is_far_from_zero(&e)) {
		low = fmin(low, 0);
		high = fmax(high, 0);
	}
	choose_linear(out, low, high, &e, ticks);
}

double
axis_place(const struct axis *a, double number)
{
	double place;

	if (a->is_log)
		place = number > 0 ?
		    log(number / a->from) / log(a->to / a->from) :
		    0;
	else
		place = (number - a->from) / (a->to - a->from);
	return isnan(place) ? 0 : fmin(fmax(place, 0), 1);
}

size_t
axis_get_ticks(const struct axis *a, double *out, size_t most)
{
	size_t count = 0;
	double power = a->is_log ? get_first_power(a) : 0;
	double each = a->is_log ? fmax(round(log10(a->step)), 1) : 0;

	while (count < most) {
		double tick = a->is_log ?
		    pow(10, power + (double)count * each) :
		    a->from + (double)count * a->step;
		double step = a->is_log ? tick : a->step;

		tick = clean(tick, step);
		if (tick > a->to + step * 1e-9)
			break;
		out[count++] = fmin(fmax(tick, a->from), a->to);
	}
	return count;
}
