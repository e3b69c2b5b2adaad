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
		{ "F o o", "unit" },
		{ "F o o o", "period" },
		{ "F o o o o", "place" },
		{ "F o o o o o", "said by" },
		{ "F o o o o o o", "statement" },
		{ "F o o o o o o o", "\u2260" },
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
	static const char value[] = "\u2264 40     shillings per month";
	struct golden *g = *state;

	for (int sorts = 0; sorts < 8; sorts++) {
		for (int cols = 70; cols < 200; cols += 5) {
			golden_open(g, 24, cols, NULL);
			golden_keys(g, "F c");
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

/* Each row: keys, what is on the screen then, and what is not. */
static const struct {
	const char *keys, *shown, *hidden;
} narrowings[] = {
	{ "F | p Enter", "Figures, Anse coast, by measure", "Old Quay" },
	{ "F | u Enter", "Figures in mills, by measure", "Ek" },
	{ "F | y Enter", "Figures of 1870, by measure", "Wren" },
	{ "F | y j Enter", "Figures of 1871, by measure", "Mills at work" },
	{ "F | m Enter", "Figures on Mills at work, by measure", "Ek" },
	{ "F | d Enter", "Figures from Anse Gazette, \"Of the Mills\", by",
	    "Ek" },
	{ "F | r Enter", "Figures citing ", "Ek" },
	{ "F | x", "Figures, disagreeing, by measure", "many" },
	{ "F | p G Enter", "Figures, place not given, by measure", "Old Quay" },
	/* Several together, and with the filter and the order. */
	{ "F | p Enter | u Enter | x | y Enter",
	    "Figures, Anse coast, in mills, disagreeing, of 1880", "Wren" },
	{ "F o | u Enter & w r e n Enter",
	    "Figures in mills, with \"wren\", by value", "Gazette" },
	{ "F & w r e n Enter | u Enter", "1/1 of 8", "Gazette" },
	/* Another value takes the place of the one before. */
	{ "F | y Enter | y Enter", "Figures by measure", "1870," },
	{ "F | y Enter | y j Enter", "Figures of 1870, by measure", "Wren" },
	/* None, and back again; the last first, the filter before all. */
	{ "F | u Enter | x Esc", "Figures in mills, by measure", "Ek" },
	{ "F | u Enter | x Esc Esc", "Figures by measure", "Figures in" },
	{ "F | u Enter & w r e n Enter Esc", "Figures in mills, by measure",
	    "Ek" },
	{ "F | u Enter | x | a", "Figures by measure", "Figures in" },
	{ "F | u Enter | u Enter", "Figures by measure", "Figures in" },
	{ "F | x | x", "Figures by measure", "disagreeing" },
	{ "F | u Enter & z z z Enter", "Nothing here has \"zzz\"", "mills  " },
	/* A figure that is opened is come back from to the same list. */
	{ "F | u Enter | x Enter [", "Figures in mills, disagreeing, by",
	    "Ek" },
	{ "F | u Enter | x E [", "Figures in mills, disagreeing, by", "Ek" },
	{ "F | u Enter | x E H j Enter", "Figures in mills, disagreeing, by",
	    "Ek" },
	/* While it is chosen: out of it, with the list as it was. */
	{ "F |", "Narrow by which?", "Mills at work" },
	{ "F | u", "In which unit?", "Mills at work" },
	{ "F | u Esc", "Narrow by which?", "In which" },
	{ "F | u Esc Esc", "Mills at work", "Narrow" },
	{ "F | u q q", "Mills at work", "Narrow" },
	{ "F | u | |", "Mills at work", "Narrow" },
	{ "F | x |", "x  disagreeing  yes", "of these" },
	{ "F |", "x  disagreeing  5 of these", "yes" },
	{ "F | u Enter | u", "    5  mills", "people" },
	{ "F | o O = > } x", "Figures, disagreeing, by measure", "reversed" },
	/* Lists that have no facets. */
	{ "R |", "facet: nothing to do here", "Narrow" },
};

/* Without the citation pane, which says more of what is selected. */
static void
check_keys(struct golden *g, const char *keys, const char *shown,
    const char *hidden)
{
	golden_open(g, 24, 160, NULL);
	golden_keys(g, "F c i");
	golden_keys(g, keys);
	if (!golden_has(g, shown))
		fail_msg("%s: no \"%s\"", keys, shown);
	if (golden_has(g, hidden))
		fail_msg("%s: \"%s\"", keys, hidden);
}

static void
facets_narrow_a_list_and_are_taken_away(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof narrowings / sizeof *narrowings; i++) {
		check_keys(g, narrowings[i].keys, narrowings[i].shown,
		    narrowings[i].hidden);
	}
}

/* The same, of the pattern of a list. */
static const struct {
	const char *keys, *shown, *hidden;
} patterns[] = {
	{ "F & ^ a t Space l e a s t Enter", "1/1 of 8", "Wren" },
	{ "F & ^ A t Space l e a s t Enter", "1/1 of 8", "Wren" },
	{ "F & ^ A T Space l e a s t", "Nothing here has", "Wren" },
	{ "F & ^ m i l l s $ Enter", "1/5 of 8", "Ek" },
	{ "F & 1 8 7 . $ Enter", "1/2 of 8", "Wren" },
	{ "F & c o a s t Enter", "of 8", "Old Quay" },
	/* What is no pattern is said, and the last good one stays. */
	{ "F & w r e n ( x", "v missing closing parenthesis at 6", "Gazette" },
	{ "F & w r e n ( x", "Wren ", "Gazette" },
	{ "F & w r e n ( Enter", "parenthesis at 5", "Gazette" },
	{ "F & w r e n ( Enter Esc", "1/8", "parenthesis" },
	{ "F & w r e n ( Backspace Enter", "1/1 of 8", "parenthesis" },
	{ "F & * Enter", "at 0", "1/1" },
	/* Modes, as in the other prompts. */
	{ "F & w r e n", "\n&wren", "[" },
	{ "F & w . e n A-f", "[literal] &w.en", "Wren" },
	{ "F & w . e n A-f A-f Enter", "1/2 of 8", "literal" },
	{ "F & ( A-f", "Nothing here has \"(\"", "parenthesis" },
	{ "F & w r e A-w", "Nothing here has \"wre\"", "Wren" },
	{ "F & w r e A-w n Enter", "1/1 of 8", "Gazette" },
	{ "F & w r e A-w n Enter Enter [", "1/1 of 8", "Gazette" },
};

static void
a_pattern_filters_a_list(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		check_keys(g, patterns[i].keys, patterns[i].shown,
		    patterns[i].hidden);
	}
}

static void
a_pattern_that_is_too_long_is_said(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F & m i l l s");
	for (int i = 0; i < 130; i++)
		golden_keys(g, ".");
	assert_true(golden_has(g, "for a list has at most 127 bytes."));
	golden_keys(g, "Esc");
	assert_true(golden_has(g, " 1/8 "));
}

/* The least there is room for is what a number means. */
static void
what_matters_most_of_a_figure_stays(void **state)
{
	static const struct {
		int rows, cols;
		const char *columns[6];
	} sizes[] = {
		{ 43, 200,
		    { "value", "unit", "period", "place", "said by",
			"statement" } },
		{ 24, 80, { "value", "unit", "period", "place", "said by" } },
		{ 10, 60, { "value", "unit", "period", "said by" } },
		{ 10, 40, { "value", "unit", "said by" } },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		golden_open(g, sizes[i].rows, sizes[i].cols, NULL);
		golden_keys(g, "F");
		for (int j = 0; j < 6 && sizes[i].columns[j]; j++) {
			if (!has_head(g, sizes[i].columns[j]))
				fail_msg("no %s at %d", sizes[i].columns[j],
				    sizes[i].cols);
		}
	}
	golden_open(g, 5, 20, NULL);
	golden_keys(g, "F");
	assert_non_null(strstr(golden_get_cursor_row(g), "12     mills"));
}

static void
values_stand_with_their_points_beneath_each_other(void **state)
{
	static const char *const values[] = { "    12     mills",
		"     9     mills", "  ~ 10\u201314  mills",
		"    \u2265 5     mills", "   many     mills",
		"  \u2264 40     shillings", "    45.5   shillings" };
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		if (!golden_has(g, values[i]))
			fail_msg("not as \"%s\"", values[i]);
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
		cmocka_unit_test(facets_narrow_a_list_and_are_taken_away),
		cmocka_unit_test(a_pattern_filters_a_list),
		cmocka_unit_test(a_pattern_that_is_too_long_is_said),
		cmocka_unit_test(what_matters_most_of_a_figure_stays),
		cmocka_unit_test(
		    values_stand_with_their_points_beneath_each_other),
		cmocka_unit_test(events_stand_under_their_decades),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
