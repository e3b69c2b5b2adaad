/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "cite/numeral.h"

static void
what_solely_consists_of_numbers_is_numeric(void **state)
{
	static const struct {
		const char *text;
		bool is_numeric;
	} rows[] = {
		{ "2", true },
		{ "2nd", true },
		{ "D2", true },
		{ "L2d", true },
		{ "2, 3 & 4", true },
		{ "2,3&4", true },
		{ "2-4", true },
		{ "2 \u2013 4", true },
		{ "R41259", true },
		{ "01790", true },
		{ "21884/15", true },
		{ "1/2a", false },
		{ "/2", false },
		{ "2/", false },
		{ "second", false },
		{ "2nd edition", false },
		{ "second edition", false },
		{ "A/HRC/25/63", false },
		{ "S/2019/171", false },
		{ "No. 7", false },
		{ "1.2", false },
		{ "xiv", false },
		{ "2-", false },
		{ "-2", false },
		{ "2,,3", false },
		{ "", false },
		{ " ", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (numeral_is_numeric(rows[i].text) != rows[i].is_numeric)
			fail_msg("%s", rows[i].text);
	}
}

static void
ranges_and_lists_are_plural(void **state)
{
	static const struct {
		const char *text;
		bool is_plural;
	} rows[] = {
		{ "12", false },
		{ "12-14", true },
		{ "12\u201314", true },
		{ "12, 20", true },
		{ "12 & 20", true },
		{ "12 and 20", true },
		{ "12 et 20", true },
		{ "12, und 20", true },
		{ "ix-xii", true },
		{ "3\\-B", false },
		{ "3-B", false },
		{ "Miller-Kim", false },
		{ "12a", false },
		{ "3 and a half", false },
		{ "Causes, effects", false },
		{ "1.2-1.4", true },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (numeral_is_plural(rows[i].text) != rows[i].is_plural)
			fail_msg("%s", rows[i].text);
	}
}

static void
only_numbers_get_their_dashes_and_spaces(void **state)
{
	static const struct {
		const char *text, *expected;
	} rows[] = {
		{ "12", "12" },
		{ "2-4", "2\u20134" },
		{ "2--4", "2\u20134" },
		{ "2,3&4", "2, 3 & 4" },
		{ "2 ,3", "2, 3" },
		{ "114-122", "114\u2013122" },
		{ "ii-iv", "ii\u2013iv" },
		{ "No. 18-977", "No. 18-977" },
		{ "A/HRC/25-63", "A/HRC/25-63" },
		{ "978-3-16", "978-3-16" },
		{ "7\\-9", "7-9" },
		{ "C-5", "C-5" },
		{ "second, revised", "second, revised" },
		{ "", "" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&out);
		numeral_add(&out, rows[i].text);
		assert_string_equal(out.data, rows[i].expected);
	}
	str_clear(&out);
}

static void
roman_numbers_are_written_below_four_thousand(void **state)
{
	static const struct {
		int number;
		const char *expected;
	} rows[] = {
		{ 1, "i" },
		{ 4, "iv" },
		{ 9, "ix" },
		{ 44, "xliv" },
		{ 1987, "mcmlxxxvii" },
		{ 3999, "mmmcmxcix" },
		{ 4000, "4000" },
		{ 0, "0" },
		{ -3, "-3" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&out);
		numeral_add_roman(&out, rows[i].number);
		assert_string_equal(out.data, rows[i].expected);
	}
	str_clear(&out);
}

static void
page_ranges_are_written_as_a_style_wants_them(void **state)
{
	enum {
		AS_IS = NUMERAL_PAGE_AS_IS,
		EXPANDED = NUMERAL_PAGE_EXPANDED,
		MINIMAL = NUMERAL_PAGE_MINIMAL,
		TWO = NUMERAL_PAGE_MINIMAL_TWO,
		C15 = NUMERAL_PAGE_CHICAGO_15,
		C16 = NUMERAL_PAGE_CHICAGO_16
	};
	static const struct {
		const char *pages;
		int format;
		const char *expected;
	} rows[] = {
		{ "1021-1028", AS_IS, "1021\u20131028" },
		{ "1021-28", AS_IS, "1021\u201328" },
		{ "1021-28", EXPANDED, "1021\u20131028" },
		{ "1021-1028", MINIMAL, "1021\u20138" },
		{ "1021-1028", TWO, "1021\u201328" },
		{ "1021-1028", C16, "1021\u201328" },
		{ "1021-1028", C15, "1021\u201328" },
		{ "1496-1504", C15, "1496\u20131504" },
		{ "1496-1504", C16, "1496\u2013504" },
		{ "100-104", TWO, "100\u201304" },
		{ "100-104", C16, "100\u2013104" },
		{ "107-108", C16, "107\u20138" },
		{ "102-115", C16, "102\u201315" },
		{ "3-9", TWO, "3\u20139" },
		{ "71-78", C16, "71\u201378" },
		{ "11564-11615", C16, "11564\u2013615" },
		{ "998-1004", MINIMAL, "998\u20131004" },
		{ "ix-xii", C16, "ix\u2013xii" },
		{ "S12-S15", EXPANDED, "S12\u2013S15" },
		{ "S12-S15", MINIMAL, "S12\u20135" },
		{ "S12-15", EXPANDED, "S12-15" },
		{ "S12-15", AS_IS, "S12\u201315" },
		{ "n1564-n1568", C16, "n1564\u201368" },
		{ "12-14,20-22", C16, "12\u201314, 20\u201322" },
		{ "142-145 & 235", C16, "142\u201345 & 235" },
		{ "p. 3-8", C16, "p. 3\u20138" },
		{ "50-40", C16, "50\u201340" },
		{ "12\\-14", C16, "12-14" },
		{ "Kim-Lee", C16, "Kim-Lee" },
		{ "e0123456", C16, "e0123456" },
		{ "12345678901234567890123456-7", MINIMAL,
		    "12345678901234567890123456\u20137" },
		{ "12-", C16, "12-" },
		{ " 12 ", C16, "12" },
		{ " ", C16, "" },
		{ "-", C16, "-" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&out);
		numeral_add_pages(&out, rows[i].pages,
		    (enum numeral_page_format)rows[i].format, "\u2013");
		assert_string_equal(out.data, rows[i].expected);
	}
	str_reset(&out);
	numeral_add_pages(&out, "12-14", NUMERAL_PAGE_AS_IS, "\u2011");
	assert_string_equal(out.data, "12\u201114");
	str_clear(&out);
}

static void
the_first_page_ends_at_the_first_separator(void **state)
{
	static const struct {
		const char *pages, *expected;
	} rows[] = {
		{ "1021-1028", "1021" },
		{ "10\u201320", "10" },
		{ "A1", "A1" },
		{ "12, 14", "12" },
		{ "3\\-B", "3-B" },
		{ "", "" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&out);
		numeral_add_first_page(&out, rows[i].pages);
		assert_string_equal(out.data, rows[i].expected);
	}
	str_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_solely_consists_of_numbers_is_numeric),
		cmocka_unit_test(ranges_and_lists_are_plural),
		cmocka_unit_test(only_numbers_get_their_dashes_and_spaces),
		cmocka_unit_test(roman_numbers_are_written_below_four_thousand),
		cmocka_unit_test(page_ranges_are_written_as_a_style_wants_them),
		cmocka_unit_test(the_first_page_ends_at_the_first_separator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
