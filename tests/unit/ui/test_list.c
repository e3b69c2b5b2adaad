/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "unit.h"

/* How lists share out their width, and what is said of them. */

/* Whether a column of that title stands above the list. */
static bool
has_head(struct golden *g, const char *title)
{
	struct str drawn;
	const char *head, *end;
	bool is_there;

	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), false);
	head = strchr(drawn.data, '\n') + 1;
	if (strncmp(head, "\u250C", 3) == 0)
		head = strchr(head, '\n') + 1;
	end = strchr(head, '\n');
	title = strstr(head, title);
	is_there = title && title < end;
	str_clear(&drawn);
	return is_there;
}

static void
the_column_that_is_sorted_by_is_always_shown(void **state)
{
	static const struct {
		const char *keys, *column;
	} rows[] = {
		{ "F o", "value" },
		{ "F o o", "period" },
		{ "F o o o", "place" },
		{ "R o", "source" },
		{ "R o o", "year" },
		{ "R o o o", "citations" },
		{ "E", "date" },
		{ "E o", "event" },
		{ "E o o", "kind" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int cols = 38; cols < 200; cols += 7) {
			golden_open(g, 10, cols, NULL);
			golden_keys(g, rows[i].keys);
			if (!has_head(g, rows[i].column))
				fail_msg("%s at %d", rows[i].keys, cols);
		}
	}
}

static void
a_value_is_cut_only_where_nothing_stands_empty(void **state)
{
	static const char value[] = "up to 40 shillings per month";
	struct golden *g = *state;

	for (int sorts = 0; sorts < 4; sorts++) {
		for (int cols = 60; cols < 200; cols += 5) {
			golden_open(g, 24, cols, NULL);
			golden_keys(g, "F");
			for (int i = 0; i < sorts; i++)
				golden_keys(g, "o");
			if (!golden_has(g, value))
				fail_msg("%d sorts, %d columns", sorts, cols);
		}
	}
}

static void
the_sign_of_a_disagreement_stands_above_its_column(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F o");
	assert_true(golden_has(g, "\u2502\u2260  value"));
	golden_open_ascii(g, 24, 80, NULL);
	golden_keys(g, "F o");
	assert_true(golden_has(g, "|!=  value"));
}

static void
a_copy_is_told_from_what_it_repeats(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "R");
	assert_true(golden_has(g, "\"Survey of the Mills, a copy\" (copy)"));
	assert_true(golden_has(g, "Anse County, \"Survey of the Mills\" "));
}

static void
filter_and_order_are_said_with_a_frame_and_without(void **state)
{
	static const struct {
		int rows, cols;
		const char *keys, *title;
	} rows[] = {
		{ 24, 80, "F & a n s e Enter",
		    "\u250C Figures with \"anse\", by measure \u2500" },
		{ 24, 80, "F o O & a n s e Enter",
		    "\u250C Figures with \"anse\", by value, reversed \u2500" },
		{ 24, 80, "R & a n s e Enter",
		    " ibid  Sources with \"anse\", by kind " },
		{ 10, 40, "R O & a n s e Enter",
		    " ibid  Sources with \"anse\", by kind, " },
		{ 5, 20, "R & a n s e Enter", " Sources with \"anse" },
		{ 5, 20, "R", " Sources by kind\n" },
		{ 5, 20, "E o", " Events by event\n" },
		{ 24, 80, "H & h o m e Enter", "History with \"home\"" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, rows[i].rows, rows[i].cols, NULL);
		golden_keys(g, rows[i].keys);
		if (!golden_has(g, rows[i].title))
			fail_msg("%s: no \"%s\"", rows[i].keys, rows[i].title);
	}
}

/* With their years beside them. */
static void
events_stand_under_their_decades(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E");
	assert_true(golden_has(g, "\u25021840s "));
	assert_true(golden_has(g, "\u25021845  3 June 1845    The Mill Act"));
	assert_true(golden_has(g, "\u25021790  1790s          The first mill"));
	assert_false(golden_has(g, "1790/1799"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_column_that_is_sorted_by_is_always_shown),
		cmocka_unit_test(
		    a_value_is_cut_only_where_nothing_stands_empty),
		cmocka_unit_test(
		    the_sign_of_a_disagreement_stands_above_its_column),
		cmocka_unit_test(a_copy_is_told_from_what_it_repeats),
		cmocka_unit_test(
		    filter_and_order_are_said_with_a_frame_and_without),
		cmocka_unit_test(events_stand_under_their_decades),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
