/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "model/disagreement.h"
#include "model/unit.h"

static void
a_unit_is_of_the_kind_that_its_words_say(void **state)
{
	static const struct {
		const char *text;
		enum unit_kind kind, of;
		const char *currency;
	} cases[] = {
		{ "people", UNIT_COUNT, UNIT_COUNT, "" },
		{ "", UNIT_COUNT, UNIT_COUNT, "" },
		{ "  ", UNIT_COUNT, UNIT_COUNT, "" },
		{ "try", UNIT_COUNT, UNIT_COUNT, "" },
		{ "per", UNIT_COUNT, UNIT_COUNT, "" },
		{ "people per year", UNIT_RATE, UNIT_COUNT, "" },
		{ "men per woman", UNIT_RATE, UNIT_COUNT, "" },
		{ "percent", UNIT_PERCENT, UNIT_PERCENT, "" },
		{ "Per cent", UNIT_PERCENT, UNIT_PERCENT, "" },
		{ "%", UNIT_PERCENT, UNIT_PERCENT, "" },
		{ "percent of GDP", UNIT_PERCENT, UNIT_PERCENT, "" },
		{ "per cent per year", UNIT_RATE, UNIT_PERCENT, "" },
		{ "%/month", UNIT_RATE, UNIT_PERCENT, "" },
		{ "USD", UNIT_MONEY, UNIT_MONEY, "USD" },
		{ "million USD", UNIT_MONEY, UNIT_MONEY, "USD" },
		{ "USD per year", UNIT_RATE, UNIT_MONEY, "USD" },
		{ "GBP/month", UNIT_RATE, UNIT_MONEY, "GBP" },
		{ "US dollars", UNIT_MONEY, UNIT_MONEY, "USD" },
		{ "Canadian dollars", UNIT_MONEY, UNIT_MONEY, "" },
		{ "\u20AC", UNIT_MONEY, UNIT_MONEY, "EUR" },
		{ "days", UNIT_DURATION, UNIT_DURATION, "" },
		{ "years of age", UNIT_DURATION, UNIT_DURATION, "" },
		{ "working days", UNIT_DURATION, UNIT_DURATION, "" },
		{ "hours per day", UNIT_RATE, UNIT_DURATION, "" },
		{ "children", UNIT_COUNT, UNIT_COUNT, "" },
		{ "tons per USD", UNIT_RATE, UNIT_COUNT, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct unit unit;

		unit_parse(&unit, cases[i].text);
		assert_int_equal(unit.kind, cases[i].kind);
		assert_int_equal(unit.of, cases[i].of);
		assert_string_equal(unit.currency, cases[i].currency);
	}
}

static void
units_are_the_same_whatever_their_case_blanks_and_percent_signs(void **state)
{
	static const struct {
		const char *a, *b;
		bool is_same;
	} cases[] = {
		{ "people", "people", true },
		{ "", "", true },
		{ "", " ", true },
		{ "People ", " people", true },
		{ "people  per year", "people per year", true },
		{ "people/year", "people per year", true },
		{ "%", "per cent", true },
		{ "percent", "Per Cent", true },
		{ "% per year", "per cent per year", true },
		{ "people", "people per year", false },
		{ "people", "peoples", false },
		{ "people", "", false },
		{ "USD", "GBP", false },
		{ "per", "percent", false },
		{ "people", "per sons", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(unit_is_same(cases[i].a, cases[i].b),
		    cases[i].is_same);
		assert_int_equal(unit_is_same(cases[i].b, cases[i].a),
		    cases[i].is_same);
	}
}

static void
disagreements_are_in_words_and_in_order_of_severity(void **state)
{
	static const struct {
		const char *kind;
		const char *words;
		unsigned rank;
	} cases[] = {
		{ "apart", "ranges apart", 0 },
		{ "parts-exceed-whole", "parts exceed the whole", 1 },
		{ "sum-fails", "the sum fails", 1 },
		{ "other-source", "another source", 2 },
		{ "dating", "dated differently", 3 },
		{ "slip", "a slip", 4 },
		{ "other-year", "another year", 5 },
		{ "other-population", "another population", 5 },
		{ "scope", "another scope", 5 },
		{ "kind", "another kind", 5 },
		{ "of-its-own", "of-its-own", 5 },
		{ "", "", 5 },
		{ "one-origin", "one origin told twice", 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_string_equal(disagreement_get_words(cases[i].kind),
		    cases[i].words);
		assert_int_equal(disagreement_get_severity(cases[i].kind),
		    cases[i].rank);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_of_the_kind_that_its_words_say),
		cmocka_unit_test(
		    units_are_the_same_whatever_their_case_blanks_and_percent_signs),
		cmocka_unit_test(
		    disagreements_are_in_words_and_in_order_of_severity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
