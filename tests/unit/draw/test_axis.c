/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "draw/axis.h"

#define OPEN ((double)NAN)

enum { RANGES_MAX = 8, TICKS_MAX = 64 };

/* "0 50000 100000", or with "log" before it. */
static void
write_axis(struct str *out, const struct axis *a)
{
	double ticks[TICKS_MAX];
	size_t count = axis_get_ticks(a, ticks, TICKS_MAX);

	str_add_format(out, "%s%g..%g:", a->is_log ? "log " : "", a->from,
	    a->to);
	for (size_t i = 0; i < count; i++)
		str_add_format(out, " %.15g", ticks[i]);
}

static void
an_axis_has_round_ticks_and_room_for_all(void **state)
{
	static const struct {
		enum axis_kind kind;
		struct axis_range ranges[RANGES_MAX];
		size_t count;
		size_t ticks;
		const char *text;
	} cases[] = {
		{ AXIS_NUMBERS, { { OPEN, OPEN } }, 1, 5, "0..1: 0 1" },
		{ AXIS_NUMBERS, { { INFINITY, OPEN } }, 1, 5, "0..1: 0 1" },
		{ AXIS_NUMBERS, { { 0, 0 } }, 1, 5, "0..1: 0 1" },
		{ AXIS_NUMBERS, { { 80000, 120000 }, { 150000, 200000 } }, 2, 5,
		    "0..200000: 0 50000 100000 150000 200000" },
		{ AXIS_NUMBERS, { { 80000, 120000 }, { 150000, 200000 } }, 2, 2,
		    "0..200000: 0 200000" },
		{ AXIS_NUMBERS, { { 200000, OPEN }, { 50000, 60000 } }, 2, 6,
		    "0..250000: 0 50000 100000 150000 200000 250000" },
		{ AXIS_NUMBERS, { { OPEN, 65000 } }, 1, 4,
		    "0..75000: 0 25000 50000 75000" },
		{ AXIS_NUMBERS, { { 1, 3 } }, 1, 8, "0..3: 0 1 2 3" },
		{ AXIS_NUMBERS, { { 0.1, 0.3 } }, 1, 4,
		    "0..0.3: 0 0.1 0.2 0.3" },
		{ AXIS_NUMBERS, { { -5, 5 } }, 1, 3, "-5..5: -5 0 5" },
		{ AXIS_NUMBERS, { { -7, 9 } }, 1, 2, "-10..10: -10 10" },
		{ AXIS_NUMBERS, { { -7, -6 } }, 1, 4, "-7..-6: -7 -6" },
		{ AXIS_NUMBERS, { { 1000, 1100 } }, 1, 5,
		    "1000..1100: 1000 1025 1050 1075 1100" },
		{ AXIS_NUMBERS, { { 12, 12 } }, 1, 4, "0..15: 0 5 10 15" },
		{ AXIS_NUMBERS, { { 240000, 3500000 } }, 1, 5,
		    "0..4e+06: 0 1000000 2000000 3000000 4000000" },
		{ AXIS_NUMBERS, { { 40e9, 40e9 }, { 1383e9, 1383e9 } }, 2, 4,
		    "0..1.5e+12: 0 500000000000 1000000000000 "
		    "1500000000000" },
		{ AXIS_NUMBERS, { { 120, 1200 }, { 90, 30000 } }, 2, 5,
		    "log 50..50000: 100 1000 10000" },
		{ AXIS_NUMBERS, { { 1, 1 }, { 100, OPEN } }, 2, 5,
		    "log 1..200: 1 10 100" },
		{ AXIS_NUMBERS, { { OPEN, 1 }, { 100, 100 } }, 2, 5,
		    "log 0.5..100: 1 10 100" },
		{ AXIS_NUMBERS, { { 1, 1e9 } }, 1, 4,
		    "log 1..1e+09: 1 1000 1000000 1000000000" },
		{ AXIS_NUMBERS, { { 0, 1e9 } }, 1, 3,
		    "0..1e+09: 0 500000000 1000000000" },
		{ AXIS_PERCENT, { { OPEN, OPEN } }, 1, 6,
		    "0..100: 0 20 40 60 80 100" },
		{ AXIS_PERCENT, { { 70, 80 }, { 60, OPEN } }, 2, 5,
		    "0..100: 0 25 50 75 100" },
		{ AXIS_PERCENT, { { 0.5, 80 } }, 1, 6,
		    "0..100: 0 20 40 60 80 100" },
		{ AXIS_PERCENT, { { 50, 150 } }, 1, 5, "0..150: 0 50 100 150" },
		{ AXIS_YEARS, { { 1996, 2000 }, { 1994, 1999 } }, 2, 4,
		    "1994..2000: 1994 1996 1998 2000" },
		{ AXIS_YEARS, { { 2017.97, 2017.98 } }, 1, 4,
		    "2017..2018: 2017 2018" },
		{ AXIS_YEARS, { { 2017, 2017 } }, 1, 4,
		    "2017..2018: 2017 2018" },
		{ AXIS_YEARS, { { OPEN, 2017 }, { 2017, OPEN } }, 2, 4,
		    "2016..2018: 2016 2017 2018" },
		{ AXIS_YEARS, { { 1904, 2024 } }, 1, 6,
		    "1900..2050: 1900 1950 2000 2050" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct axis a;
		struct str out;

		str_init(&out, 0);
		axis_choose(&a, cases[i].kind, cases[i].ranges, cases[i].count,
		    cases[i].ticks);
		write_axis(&out, &a);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

static void
a_number_stands_in_proportion(void **state)
{
	static const struct {
		struct axis axis;
		double number;
		int thousandths;
	} cases[] = {
		{ { .from = 0, .to = 200, .step = 50 }, 50, 250 },
		{ { .from = 0, .to = 200, .step = 50 }, -1, 0 },
		{ { .from = 0, .to = 200, .step = 50 }, 201, 1000 },
		{ { .from = 0, .to = 200, .step = 50 }, INFINITY, 1000 },
		{ { .from = 0, .to = 200, .step = 50 }, -INFINITY, 0 },
		{ { .from = 0, .to = 200, .step = 50 }, OPEN, 0 },
		{ { .from = 100, .to = 200, .step = 50 }, 150, 500 },
		{ { .from = 1, .to = 100, .step = 10, .is_log = true }, 10,
		    500 },
		{ { .from = 1, .to = 100, .step = 10, .is_log = true }, 0, 0 },
		{ { .from = 1, .to = 100, .step = 10, .is_log = true }, -5, 0 },
		{ { .from = 1, .to = 100, .step = 10, .is_log = true }, 1e9,
		    1000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
		    lround(axis_place(&cases[i].axis, cases[i].number) * 1000),
		    cases[i].thousandths);
}

static uint64_t seed = 7;

static uint32_t
get_random(uint32_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % below;
}

/* Of all sizes, whole or not, near to each other or far. */
static double
get_random_bound(int exponent)
{
	double number = get_random(1000) * pow(10, exponent);

	switch (get_random(12)) {
	case 0:
		return OPEN;
	case 1:
		return INFINITY;
	case 2:
		return -number;
	case 3:
		return number * pow(10, get_random(12));
	case 4:
		return number + 1e6;
	case 5:
		return number / 7;
	default:
		return number;
	}
}

/* What is beyond these is no quantity, and may be outside. */
static bool
is_quantity(double number)
{
	return isfinite(number) && fabs(number) < 1e150 &&
	    (fabs(number) > 1e-150 || !(fabs(number) > 0));
}

static void
expect_room(const struct axis *a, const struct axis_range *r)
{
	double low = isfinite(r->low) ? r->low : r->high;
	double high = isfinite(r->high) ? r->high : r->low;
	double little = (a->to - a->from) * 1e-9;

	if (!is_quantity(low) || !is_quantity(high))
		return;
	assert_true(a->from <= fmin(low, high) + little);
	assert_true(a->to >= fmax(low, high) - little);
	if (!isfinite(r->low))
		assert_true(axis_place(a, high) > 0.04);
	if (!isfinite(r->high))
		assert_true(axis_place(a, low) < 0.96);
}

static void
whatever_the_bounds_ticks_ascend_within_the_axis(void **state)
{
	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct axis_range ranges[RANGES_MAX];
		double ticks[TICKS_MAX];
		size_t count = get_random(RANGES_MAX + 1), found;
		size_t wanted = get_random(14);
		int exponent = (int)get_random(5) - 2;
		enum axis_kind kind = (enum axis_kind)get_random(3);
		struct axis a;

		if (get_random(20) == 0)
			exponent = (int)get_random(640) - 330;
		for (size_t j = 0; j < count; j++) {
			ranges[j].low = get_random_bound(exponent);
			ranges[j].high = get_random_bound(exponent);
		}
		axis_choose(&a, kind, ranges, count, wanted);
		assert_true(isfinite(a.from) && isfinite(a.to));
		assert_true(a.from < a.to);
		found = axis_get_ticks(&a, ticks, TICKS_MAX);
		assert_true(found >= 2);
		assert_true(found <= (wanted < 2 ? 2 : wanted));
		for (size_t j = 0; j < found; j++) {
			assert_true(ticks[j] >= a.from);
			assert_true(ticks[j] <= a.to);
			assert_true(j == 0 || ticks[j] > ticks[j - 1]);
		}
		for (size_t j = 0; j < count; j++)
			expect_room(&a, &ranges[j]);
	}
}

static void
no_more_ticks_come_than_were_asked_for(void **state)
{
	struct axis a = { .from = 0, .to = 1000, .step = 1 };
	double ticks[4] = { 0 };

	(void)state;
	assert_int_equal(axis_get_ticks(&a, ticks, 3), 3);
	assert_true(ticks[2] > 1 && ticks[2] < 3 && !(ticks[3] > 0));
	assert_int_equal(axis_get_ticks(&a, ticks, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_axis_has_round_ticks_and_room_for_all),
		cmocka_unit_test(a_number_stands_in_proportion),
		cmocka_unit_test(
		    whatever_the_bounds_ticks_ascend_within_the_axis),
		cmocka_unit_test(no_more_ticks_come_than_were_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
