/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The Contents beside a topic: their filter, and what they show of the tree. */

static void
a_filter_keeps_what_its_matches_stand_under(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "names");
	golden_keys(g, "t & p o n d s");
	assert_true(golden_has(g, "\u2502 Mills "));
	assert_true(golden_has(g, "\u2502  Ponds: how they"));
	assert_false(golden_has(g, "Keepers"));
	/* the match is selected, not what it stands under */
	golden_keys(g, "Enter Enter");
	assert_true(golden_has(g, "Mills \u203A Ponds"));
}

static void
what_stands_above_a_match_can_be_opened_too(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "names");
	golden_keys(g, "t & p o n d s Enter k Enter");
	assert_true(golden_has(g, "The survey found"));
}

static void
the_title_says_what_is_filtered(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	assert_true(golden_has(g, " Contents "));
	golden_keys(g, "t & K e e");
	assert_true(golden_has(g, " With \"Kee\" "));
	golden_keys(g, "Enter Enter");
	assert_true(golden_has(g, " With \"Kee\" "));
	golden_open(g, 24, 40, "mills");
	golden_keys(g, "t & k e e Enter");
	assert_true(golden_has(g, "Contents with \"kee\""));
}

static void
escape_takes_the_filter_back_before_it_leaves_the_pane(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "t & p o n d s Enter");
	assert_int_equal(g->app->focus, PANE_CONTENTS);
	golden_keys(g, "Esc");
	assert_int_equal(g->app->focus, PANE_CONTENTS);
	assert_true(golden_has(g, " Contents "));
	assert_true(golden_has(g, "Keepers"));
	/* what was found is selected in the tree */
	assert_non_null(strstr(golden_get_cursor_row(g), "Ponds"));
	golden_keys(g, "Esc");
	assert_int_equal(g->app->focus, PANE_MAIN);
}

static void
escape_takes_the_filter_back_from_the_topic_too(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "t & k e e Enter Enter");
	assert_int_equal(g->app->focus, PANE_MAIN);
	assert_false(golden_has(g, "Archive"));
	golden_keys(g, "Esc");
	assert_true(golden_has(g, "Archive"));
	assert_true(golden_has(g, " Contents "));
}

static void
a_filter_that_finds_nothing_gives_back_what_was_selected(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "t & z z z Enter");
	assert_true(golden_has(g, "no title has that"));
	golden_keys(g, "Esc");
	assert_non_null(strstr(golden_get_cursor_row(g), "Keepers"));
}

static void
a_topic_that_the_filter_leaves_out_is_opened_all_the_same(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "t & k e e Enter Enter J");
	assert_true(golden_has(g, "The Korean word"));
	assert_true(golden_has(g, " With \"kee\" "));
	assert_false(golden_has(g, "Archive"));
	golden_keys(g, "t j j k k Enter");
	assert_true(golden_has(g, "earned"));
}

static void
a_low_pane_does_not_scroll_a_high_one(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "names");
	assert_true(golden_has(g, " Overview"));
	app_resize(g->app, 4, 80);
	assert_true(golden_has(g, " Names"));
	assert_false(golden_has(g, " Overview"));
	app_resize(g->app, 24, 80);
	assert_true(golden_has(g, " Overview"));
	/* but where one goes on from there the row does not jump */
	app_resize(g->app, 4, 80);
	golden_keys(g, "t k");
	assert_false(golden_has(g, " Overview"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_filter_keeps_what_its_matches_stand_under),
		cmocka_unit_test(what_stands_above_a_match_can_be_opened_too),
		cmocka_unit_test(the_title_says_what_is_filtered),
		cmocka_unit_test(
		    escape_takes_the_filter_back_before_it_leaves_the_pane),
		cmocka_unit_test(
		    escape_takes_the_filter_back_from_the_topic_too),
		cmocka_unit_test(
		    a_filter_that_finds_nothing_gives_back_what_was_selected),
		cmocka_unit_test(
		    a_topic_that_the_filter_leaves_out_is_opened_all_the_same),
		cmocka_unit_test(a_low_pane_does_not_scroll_a_high_one),
	};

	return cmocka_run_group_tests_name("contents", tests, golden_set_up,
	    golden_tear_down);
}
