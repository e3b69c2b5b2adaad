/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "unit.h"

/* The pages of figures, measures, events and sources. */

static int
count(struct golden *g, const char *text)
{
	struct str drawn;
	int found = 0;

	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), false);
	for (const char *c = drawn.data; (c = strstr(c, text)) != NULL; c++)
		found++;
	str_clear(&drawn);
	return found;
}

static void
a_title_is_said_once_and_what_it_is_above_it(void **state)
{
	static const struct {
		int rows, cols;
		const char *where, *title, *above;
	} rows[] = {
		{ 24, 80, "measure:mills-working", "Mills at work",
		    "\u250C Mills \u203A Measure \u2500" },
		{ 24, 80, "event:survey", "The county's survey",
		    "\u250C Mills \u203A Event \u2500" },
		{ 24, 132, "event:survey", "The county's survey",
		    "\u250C Mills \u203A Event \u2500" },
		{ 10, 40, "event:survey", "The county's survey",
		    " ibid  Mills \u203A Event\n" },
		{ 5, 20, "measure:mills-working", "Mills at work",
		    " Mills \u203A Measure\n" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, rows[i].rows, rows[i].cols, rows[i].where);
		if (count(g, rows[i].title) != 1 ||
		    !golden_has(g, rows[i].above))
			fail_msg("%s at %dx%d", rows[i].where, rows[i].cols,
			    rows[i].rows);
	}
}

static void
whatever_is_opened_says_what_it_is_on_the_smallest_screen(void **state)
{
	static const struct {
		const char *where, *title;
	} rows[] = {
		{ "overview", "Overview" },
		{ "mill-ponds", "Ponds: how they" },
		{ "figure:mills-gazette", "Mills at work" },
		{ "figure:drowned-1871", "People drowned" },
		{ "measure:mills-working", "Mills at work" },
		{ "event:survey", "The county's survey" },
		{ "source:wren", "Wren, \"Tide Mills\"" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 5, 20, rows[i].where);
		if (!golden_has(g, rows[i].title))
			fail_msg("%s: no title", rows[i].where);
	}
}

static void
the_fields_of_a_record_keep_their_column(void **state)
{
	static const struct {
		const char *where, *field;
	} rows[] = {
		{ "source:gazette", "\n Kind          article\n" },
		{ "source:gazette", "\n Published in  Anse Gazette\n" },
		{ "source:song", "\n Certainty     inferred by the editors\n" },
		{ "figure:pay-gazette", "Period        1870 to 1880 " },
		{ "event:first-mill", "Date          1790s " },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		if (!golden_has(g, rows[i].field))
			fail_msg("%s: no \"%s\"", rows[i].where, rows[i].field);
	}
	golden_open(g, 24, 80, "event:survey");
	assert_false(golden_has(g, "Precision"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_is_said_once_and_what_it_is_above_it),
		cmocka_unit_test(
		    whatever_is_opened_says_what_it_is_on_the_smallest_screen),
		cmocka_unit_test(the_fields_of_a_record_keep_their_column),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
