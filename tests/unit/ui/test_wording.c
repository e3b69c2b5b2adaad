/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include "base/str.h"
#include "ui/wording.h"

static void
fields_have_labels_for_readers(void **state)
{
	static const struct {
		const char *field, *label;
	} rows[] = {
		{ "container-title", "Published in" },
		{ "publisher-place", "Place" },
		{ "publisher", "Publisher" },
		{ "DOI", "DOI" },
		{ "reviewed-title", "Reviewed title" },
		{ "", "" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&out);
		wording_add_label(&out, rows[i].field);
		assert_string_equal(out.data, rows[i].label);
	}
	str_clear(&out);
}

static void
codes_become_words_and_other_texts_stay(void **state)
{
	static const struct {
		const char *field, *text, *words;
	} rows[] = {
		{ "language", "en", "English" },
		{ "language", "tlh", "tlh" },
		{ "certainty", "as-named", "as it is named where it is cited" },
		{ "certainty", "exact", "exact" },
		{ "title", "en", "en" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(wording_get_text(rows[i].field,
					rows[i].text),
		    rows[i].words);
}

static void
periods_and_dates_are_said(void **state)
{
	static const struct {
		const char *date, *precision;
		const char *text, *shortly;
	} rows[] = {
		{ "2016", "year", "2016", "2016" },
		{ "2017-12-22", "day", "22 December 2017", "2017-12-22" },
		{ "2017-02-03", "day", "3 February 2017", "2017-02-03" },
		{ "2017-12", "month", "December 2017", "2017-12" },
		{ "2017-13", "month", "2017-13", "2017-13" },
		{ "2017-1a", "month", "2017-1a", "2017-1a" },
		{ "about 2017", "", "about 2017", "about 2017" },
		{ "2009-04/2009-09", "interval", "April to September 2009",
		    "2009-04/2009-09" },
		{ "2009-04-22/2009-05-03", "", "22 April to 3 May 2009",
		    "2009-04-22/2009-05-03" },
		{ "2009-04-22/2009-04-30", "", "22 to 30 April 2009",
		    "2009-04-22/2009-04-30" },
		{ "2008-12/2009-01", "", "December 2008 to January 2009",
		    "2008-12/2009-01" },
		{ "2009/2009-09", "", "2009 to September 2009",
		    "2009/2009-09" },
		{ "2009-04/..", "", "from April 2009", "2009-04/.." },
		{ "../2009-04-01", "", "until 1 April 2009", "../2009-04-01" },
		{ "1870/1880", "interval", "1870 to 1880", "1870/1880" },
		{ "2000/2009", "decade", "2000s", "2000s" },
		{ "2001/2009", "decade", "2001 to 2009 (decade)",
		    "2001/2009 (decade)" },
		{ "1900/1999", "century", "1900 to 1999 (century)",
		    "1900/1999 (century)" },
		{ "1999", "circa", "1999 (circa)", "1999 (circa)" },
		{ "../1990", "", "until 1990", "../1990" },
		{ "1990/..", "", "from 1990", "1990/.." },
		{ "", "", "", "" },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct event e = { .date = rows[i].date,
			.precision = rows[i].precision };

		str_reset(&out);
		wording_add_date(&out, &e);
		assert_string_equal(out.data, rows[i].text);
		str_reset(&out);
		wording_add_short_date(&out, &e);
		assert_string_equal(out.data, rows[i].shortly);
	}
	str_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_have_labels_for_readers),
		cmocka_unit_test(codes_become_words_and_other_texts_stay),
		cmocka_unit_test(periods_and_dates_are_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
