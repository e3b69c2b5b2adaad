/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/str.h"
#include "text/value.h"

#define OPEN ((double)NAN)

static void
a_quantity_reads_as_it_is_said(void **state)
{
	static const struct {
		double low, high;
		const char *qualifier;
		const char *text;
	} cases[] = {
		{ 12, 12, "", "12 people" },
		{ 150000, 150000, "about", "about 150,000 people" },
		{ 80000, 120000, "", "80,000 to 120,000 people" },
		{ 80000, 120000, "between",
		    "between 80,000 and 120,000 people" },
		{ 30000, OPEN, "more than", "more than 30,000 people" },
		{ 30000, OPEN, "", "from 30,000 people" },
		{ 30000, OPEN, "estimated", "estimated, from 30,000 people" },
		{ OPEN, 65000, "", "up to 65,000 people" },
		{ OPEN, 65000, "as many as", "as many as 65,000 people" },
		{ 12, OPEN, "as young as", "as young as 12 people" },
		{ OPEN, 24, "within", "within 24 people" },
		{ OPEN, OPEN, "most", "most (people)" },
		{ OPEN, OPEN, "", "(people)" },
		{ 1234567.25, 1234567.25, "", "1,234,567.25 people" },
		{ -1500, -1500, "", "-1,500 people" },
		{ 999, 1000, "", "999 to 1,000 people" },
		{ 1e20, 1e20, "", "100,000,000,000,000,000,000 people" },
		{ 1.5e16, 1.5e16, "", "15,000,000,000,000,000 people" },
		{ 1e15, 1e15, "", "1,000,000,000,000,000 people" },
		{ 0.00001, 0.00001, "", "0.00001 people" },
		{ -0.00125, -0.00125, "", "-0.00125 people" },
		{ 0, 0, "", "0 people" },
		{ 0.1 + 0.2, 0.1 + 0.2, "", "0.30000000000000004 people" },
		{ 0.1, 0.1, "", "0.1 people" },
		{ 1e6, 1e6, "", "1,000,000 people" },
		{ 123456789012.5, 123456789012.5, "",
		    "123,456,789,012.5 people" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct figure f = { .low = cases[i].low,
			.high = cases[i].high,
			.qualifier = cases[i].qualifier,
			.unit = "people" };
		struct str out;

		str_init(&out, 0);
		value_add_quantity(&out, number_form_get("en"), &f);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

static void
a_number_is_grouped_as_its_language_does(void **state)
{
	static const struct {
		const char *language;
		double number;
		const char *text;
	} cases[] = {
		{ "en", 1234567.5, "1,234,567.5" },
		{ "", 1234.5, "1,234.5" },
		{ "ko", 50000, "50,000" },
		{ "de", 1234567.5, "1.234.567,5" },
		{ "de-CH", 1234.5, "1\u2019234.5" },
		{ "DE_at", 1234.5, "1\u00A0234,5" },
		{ "de-DE-1996", 1234, "1.234" },
		{ "fr", 50000, "50\u202F000" },
		{ "es", 1234.5, "1234,5" },
		{ "es", 12345, "12.345" },
		{ "es-MX", 1234, "1,234" },
		{ "deu", 1234, "1,234" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		value_add_number(&out, number_form_get(cases[i].language),
		    cases[i].number);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

static void
a_quantity_in_short_says_no_more_than_was_said(void **state)
{
	static const struct {
		double low, high;
		const char *qualifier;
		const char *text;
		const char *aligned; /* what stands before the alignment */
	} cases[] = {
		{ 12, 12, "", "12", "12" },
		{ 12.25, 12.25, "", "12.25", "12" },
		{ 0.5, 0.5, "", "0.5", "0" },
		{ -1500.5, -1500.5, "", "-1,500.5", "-1,500" },
		{ 50000, OPEN, "more than", "> 50,000", "> 50,000" },
		{ 50000, 50000, "over", "> 50,000", "> 50,000" },
		{ 5, OPEN, "at least", "\u2265 5", "\u2265 5" },
		{ 5, OPEN, "", "\u2265 5", "\u2265 5" },
		{ 5, OPEN, "estimated", "\u2265 5, estimated", "\u2265 5" },
		{ 12, OPEN, "as young as", "\u2265 12", "\u2265 12" },
		{ OPEN, 65000, "", "\u2264 65,000", "\u2264 65,000" },
		{ OPEN, 65000, "up to", "\u2264 65,000", "\u2264 65,000" },
		{ OPEN, 17, "as many as", "\u2264 17", "\u2264 17" },
		{ OPEN, 24, "within", "\u2264 24", "\u2264 24" },
		{ OPEN, 2.5, "less than", "< 2.5", "< 2" },
		{ OPEN, 5, "more than", "\u2264 5, more than", "\u2264 5" },
		{ 60000, 65000, "", "60,000\u201365,000", "60,000" },
		{ 60000, 65000, "between", "60,000\u201365,000", "60,000" },
		{ 60000, 65000, "as many as", "60,000\u201365,000, as many as",
		    "60,000" },
		{ 1.5, 2, "around", "~ 1.5\u20132", "~ 1" },
		{ -5, -3, "", "-5 \u2013 -3", "-5" },
		{ 30000, 30000, "about", "~ 30,000", "~ 30,000" },
		{ 30000, 30000, "nearly", "30,000, nearly", "30,000" },
		{ 100000, 100000, "reportedly", "100,000, reportedly",
		    "100,000" },
		{ 5, 5, "between", "5, between", "5" },
		{ OPEN, OPEN, "tens of thousands", "tens of thousands", "" },
		{ OPEN, OPEN, "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct figure f = { .low = cases[i].low,
			.high = cases[i].high,
			.qualifier = cases[i].qualifier,
			.unit = "people" };
		struct str out;
		size_t whole;

		str_init(&out, 0);
		str_add_text(&out, "| ");
		whole = value_add_short(&out, number_form_get("en"), &f);
		assert_string_equal(out.data + 2, cases[i].text);
		assert_int_equal(whole, strlen(cases[i].aligned));
		assert_memory_equal(out.data + 2, cases[i].aligned, whole);
		str_clear(&out);
	}
}

static void
a_round_number_is_exact(void **state)
{
	static const struct {
		const char *language;
		double number;
		const char *text;
	} cases[] = {
		{ "en", 0, "0" },
		{ "en", 600000, "600,000" },
		{ "en", 999999.5, "999,999.5" },
		{ "en", 1e6, "1 million" },
		{ "en", 1500000, "1.5 million" },
		{ "en", 1250000, "1.25 million" },
		{ "en", 1234000, "1.234 million" },
		{ "en", 1234500, "1,234,500" },
		{ "en", 1234567, "1,234,567" },
		{ "en", 25e6, "25 million" },
		{ "en", 1234e6, "1.234 billion" },
		{ "en", 2300e6, "2.3 billion" },
		{ "en", 1383e9, "1.383 trillion" },
		{ "en", 1383.5e9, "1,383.5 billion" },
		{ "en", 40e9, "40 billion" },
		{ "en", 2e12, "2 trillion" },
		{ "en", 2e15, "2,000 trillion" },
		{ "en", -1.5e6, "-1.5 million" },
		{ "en", 0.025, "0.025" },
		{ "de", 1500000, "1,5 million" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		value_add_round(&out, number_form_get(cases[i].language),
		    cases[i].number);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

static void
a_distance_is_said_of_ranges_that_do_not_meet(void **state)
{
	static const struct {
		double a_low, a_high, b_low, b_high;
		const char *unit;
		const char *text; /* "": they meet */
	} cases[] = {
		{ 80000, 120000, 150000, 200000, "people",
		    "30,000 people apart, 1.25 times as many" },
		{ 5, 5, 5, 5, "people", "" }, { 5, 10, 10, 20, "people", "" },
		{ 5, OPEN, 10, 20, "people", "" },
		{ OPEN, 20, 10, OPEN, "people", "" },
		{ OPEN, 20, 60, OPEN, "people",
		    "40 people apart, 3 times as many" },
		{ OPEN, OPEN, 10, 20, "people", "" },
		{ 70, 80, 60, 60, "percent",
		    "10 points apart, about 1.17 times as much" },
		{ 1, 1, 2, 2, "%", "1 point apart, 2 times as much" },
		{ 1, 1, 3, 3, "per cent per year",
		    "2 points per year apart, 3 times as much" },
		{ 0.1, 0.1, 0.3, 0.3, "USD", "0.2 USD apart, 3 times as much" },
		{ 1e9, 1e9, 2.3e9, 2.3e9, "USD per year",
		    "1,300,000,000 USD per year apart, 2.3 times as much" },
		{ 5, 5, 10, 10, "months", "5 months apart, 2 times as many" },
		{ 0, 0, 10, 10, "people", "10 people apart" },
		{ -5, -2, 10, 10, "people", "12 people apart" },
		{ 31000, 31000, 31001, 31001, "people", "1 people apart" },
		{ 3, 3, 4, 4, "", "1 apart, about 1.33 times as many" },
		{ 3, 3, 40, 40, "", "37 apart, about 13.3 times as many" },
		{ 16, 16, 200, 200, "", "184 apart, 12.5 times as many" },
		{ 3, 3, 4000, 4000, "",
		    "3,997 apart, about 1,333 times as many" },
		{ -1.5, -1.5, 1e300, OPEN, "", NULL }, /* whatever, it ends */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct figure a = { .low = cases[i].a_low,
			.high = cases[i].a_high,
			.qualifier = "",
			.unit = cases[i].unit };
		struct figure b = { .low = cases[i].b_low,
			.high = cases[i].b_high,
			.qualifier = "",
			.unit = cases[i].unit };

		for (int turned = 0; turned < 2; turned++) {
			const struct figure *x = turned ? &b : &a;
			const struct figure *y = turned ? &a : &b;
			struct str out;

			str_init(&out, 0);
			value_add_distance(&out, number_form_get("en"), x, y);
			assert_int_equal(figure_meets(x, y), out.len == 0);
			if (cases[i].text)
				assert_string_equal(out.data, cases[i].text);
			str_clear(&out);
		}
	}
}

static void
the_furthest_are_of_one_unit(void **state)
{
	static const struct figure figures[] = {
		{ .low = 10, .high = 20, .unit = "people" },
		{ .low = 30, .high = 30, .unit = "People" },
		{ .low = 900, .high = 900, .unit = "USD" },
		{ .low = OPEN, .high = 5, .unit = "people" },
		{ .low = OPEN, .high = OPEN, .unit = "people" },
		{ .low = 800, .high = 800, .unit = "GBP" },
	};
	const struct figure *all[] = { &figures[0], &figures[1], &figures[2],
		&figures[3], &figures[4], &figures[5] };
	const struct figure *sides[2];

	(void)state;
	assert_true(value_find_furthest(sides, all, 6));
	assert_ptr_equal(sides[0], &figures[1]);
	assert_ptr_equal(sides[1], &figures[3]);
	assert_false(value_find_furthest(sides, &all[2], 4));
	assert_false(value_find_furthest(sides, all, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quantity_reads_as_it_is_said),
		cmocka_unit_test(a_number_is_grouped_as_its_language_does),
		cmocka_unit_test(
		    a_quantity_in_short_says_no_more_than_was_said),
		cmocka_unit_test(a_round_number_is_exact),
		cmocka_unit_test(a_distance_is_said_of_ranges_that_do_not_meet),
		cmocka_unit_test(the_furthest_are_of_one_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
