/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "unit.h"

#include "small_style.h"

#define TEXT "<date variable='issued' form='text'/>"
#define DMY                                                          \
	"<date variable='issued'><date-part name='day' suffix=' '/>" \
	"<date-part name='month' suffix=' '/><date-part name='year'/></date>"
#define ORDINAL                    \
	"<date variable='issued'>" \
	"<date-part name='day' form='ordinal'/></date>"

struct date_case {
	const char *layout;
	struct csl_date date;
	const char *expected;
};

static const struct date_case cases[] = {
	{ TEXT, { .is_given = true, .from = { 2001, 6, 5 } }, "June 5, 2001" },
	{ TEXT, { .is_given = true, .from = { 2001, 6, 0 } }, "June 2001" },
	{ TEXT, { .is_given = true, .from = { 2001, 0, 0 } }, "2001" },
	{ TEXT, { .is_given = false }, "" },
	{ TEXT, { .is_given = true, .literal = "about then" }, "about then" },
	{ TEXT, { .is_given = true, .from = { 1999, 0, 0 }, .season = 2 },
	    "Summer 1999" },
	{ TEXT, { .is_given = true, .from = { 79, 0, 0 } }, "79AD" },
	{ TEXT, { .is_given = true, .from = { -380, 0, 0 } }, "380BC" },
	{ "<date variable='issued' form='text' date-parts='year-month'/>",
	    { .is_given = true, .from = { 2001, 6, 5 } }, "June 2001" },
	{ "<date variable='issued' form='text' date-parts='year'/>",
	    { .is_given = true, .from = { 2001, 6, 5 } }, "2001" },
	{ "<date variable='issued' form='numeric'/>",
	    { .is_given = true, .from = { 2001, 6, 5 } }, "06/05/2001" },
	{ "<date variable='issued' form='text'>"
	  "<date-part name='month' form='short' strip-periods='true'/></date>",
	    { .is_given = true, .from = { 2001, 6, 5 } }, "Jun 5, 2001" },
	{ "<date variable='issued'><date-part name='year' form='short'/></date>",
	    { .is_given = true, .from = { 2005, 0, 0 } }, "05" },
	{ ORDINAL, { .is_given = true, .from = { 2001, 6, 1 } }, "1st" },
	{ ORDINAL, { .is_given = true, .from = { 2001, 6, 22 } }, "22nd" },
	{ ORDINAL, { .is_given = true, .from = { 2001, 6, 11 } }, "11th" },
	{ DMY,
	    { .is_given = true, .from = { 1950, 0, 0 }, .to = { 1953, 0, 0 } },
	    "1950–1953" },
	{ DMY,
	    { .is_given = true, .from = { 2001, 5, 10 }, .to = { 2001, 6, 5 } },
	    "10 May–5 June 2001" },
	{ DMY,
	    { .is_given = true, .from = { 2001, 6, 3 }, .to = { 2001, 6, 5 } },
	    "3–5 June 2001" },
	{ DMY,
	    { .is_given = true, .from = { 2001, 5, 3 }, .to = { 2002, 6, 5 } },
	    "3 May 2001–5 June 2002" },
	{ TEXT,
	    { .is_given = true, .from = { 2001, 5, 10 }, .to = { 2001, 6, 5 } },
	    "May 10–June 5, 2001" },
	{ "<date variable='issued'><date-part name='month' suffix=' '"
	  " range-delimiter='/'/><date-part name='year'/></date>",
	    { .is_given = true, .from = { 2001, 5, 0 }, .to = { 2001, 6, 0 } },
	    "May/June 2001" },
	{ DMY, { .is_given = true, .from = { 2001, 0, 0 }, .is_open = true },
	    "2001–" },
	{ DMY,
	    { .is_given = true, .from = { 2001, 6, 3 }, .to = { 2001, 6, 3 } },
	    "3 June 2001" },
	/* No calendar has these; a hostile item may. */
	{ TEXT, { .is_given = true, .from = { 2001, 77, 99 } }, "99, 2001" },
	{ ORDINAL, { .is_given = true, .from = { 2001, -6, -1 } }, "" },
};

static void
a_date_is_set_as_style_and_locale_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item item = { 0 };
		char *text;

		item.dates[CSL_ISSUED - CSL_NAMES_END] = cases[i].date;
		text = small_style_print(
		    &(struct small_style){ .layout = cases[i].layout }, &item,
		    NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
	}
}

static void
days_but_the_first_may_go_without_their_ordinals(void **state)
{
	static const struct {
		int day;
		const char *expected;
	} days[] = { { 1, "1st" }, { 2, "2" } };
	struct small_style s = {
		.before =
		    "<locale><style-options"
		    " limit-day-ordinals-to-day-1='true'/></locale>",
		.layout = ORDINAL,
	};

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct csl_item item = { 0 };
		char *text;

		item.dates[CSL_ISSUED - CSL_NAMES_END] = (struct csl_date){
			.is_given = true,
			.from = { 2001, 6, days[i].day }
		};
		text = small_style_print(&s, &item, NULL);
		assert_string_equal(text, days[i].expected);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_set_as_style_and_locale_say),
		cmocka_unit_test(
		    days_but_the_first_may_go_without_their_ordinals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
