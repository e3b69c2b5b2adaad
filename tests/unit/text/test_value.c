/* SPDX-License-Identifier: ISC */
#include "unit.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quantity_reads_as_it_is_said),
		cmocka_unit_test(a_number_is_grouped_as_its_language_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
