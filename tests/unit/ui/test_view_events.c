/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "ui/event_scale.h"
#include "unit.h"

/* The chronology: its years, its scale, what it is narrowed by. */

static void
a_year_stands_once_where_events_follow_each_other_in_it(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E");
	assert_true(golden_has(g, "1845  3 June 1845 "));
	assert_true(golden_has(g, "1871  November 1871 "));
	assert_true(golden_has(g, "1790  1790s "));
	golden_open(g, 10, 40, NULL);
	golden_keys(g, "E");
	assert_true(golden_has(g, "\n1845-06-03  The Mill Act"));
}

static void
the_scale_is_put_on_and_off_by_one_key(void **state)
{
	struct golden *g = *state;
	struct reader_place place = { 0 };

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E =");
	assert_true(golden_has(g, "Events by date, on a scale"));
	assert_true(golden_has(g, "= list"));
	assert_true(golden_has(g, "3 June 1845"));
	g->app->view->class->get_place(g->app->view, &place);
	assert_true(place.is_on_scale);
	golden_keys(g, "=");
	assert_false(golden_has(g, "on a scale"));
	assert_true(golden_has(g, "= scale"));
}

static void
where_a_scale_has_no_room_that_is_said(void **state)
{
	struct golden *g = *state;

	golden_open(g, 5, 29, NULL);
	golden_keys(g, "E =");
	assert_true(golden_has(g, "A scale has no room here"));
	golden_open(g, 5, 30, NULL);
	golden_keys(g, "E =");
	assert_false(golden_has(g, "A scale has no room here"));
}

static void
the_scale_is_of_what_the_list_shows(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E =");
	assert_true(golden_has(g, " 1780 "));
	golden_keys(g, "& m i l l Space a c t Enter");
	assert_false(golden_has(g, " 1780 "));
	assert_true(golden_has(g, " 1845 "));
	golden_keys(g, "Esc");
	assert_true(golden_has(g, " 1780 "));
}

static void
events_are_found_by_their_dates_in_words(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E & n o v e m b e r Enter");
	assert_true(golden_has(g, "1/1 of 4"));
	assert_true(golden_has(g, "A gate breaks"));
}

static void
settle(struct golden *g)
{
	while (app_idle(g->app))
		continue;
}

static void
kinds_topics_and_years_narrow_the_list(void **state)
{
	static const struct {
		const char *facet, *value, *left, *title;
	} rows[] = {
		{ "| k", "report", "1/1 of 4", "The county's survey" },
		{ "| y", "1871", "1/1 of 4", "A gate breaks" },
		{ "| t", "Mills", "of 4", "The first mill" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, NULL);
		golden_keys(g, "E");
		golden_keys(g, rows[i].facet);
		settle(g);
		for (int j = 0;
		     j < 40 && !strstr(golden_get_cursor_row(g), rows[i].value);
		     j++)
			golden_keys(g, "j");
		golden_keys(g, "Enter");
		settle(g);
		if (!golden_has(g, rows[i].left) ||
		    !golden_has(g, rows[i].title))
			fail_msg("%s %s", rows[i].facet, rows[i].value);
	}
}

/* ---- Bars ---- */

static void
check_bar(const struct event_scale *s, const char *date, const char *bar)
{
	struct event e = { .date = date };
	struct str out;

	str_init(&out, 0);
	event_scale_add_bar(&out, s, &e, (int)strlen(bar), false);
	if (strcmp(out.data, bar) != 0)
		fail_msg("%s: \"%s\" instead of \"%s\"", date, out.data, bar);
	str_clear(&out);
}

static void
events_are_ticks_bars_and_arrows(void **state)
{
	static const struct {
		const char *date, *bar;
	} rows[] = {
		{ "1900", "|                   " },
		{ "1950-07-01", "          |         " },
		{ "1950-01-01/1959-12-31", "          []        " },
		{ "1950/1969", "          [==]      " },
		{ "1900/1999", "[==================]" },
		{ "1980/..", "                [==>" },
		{ "../1920", "<===]               " },
		{ "../..", "                    " },
		{ "no date", "                    " },
	};
	const struct event_scale s = { .is_on = true,
		.is_known = true,
		.first = 19000101,
		.last = 19991231,
		.open_until = 99999999 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_bar(&s, rows[i].date, rows[i].bar);
}

static void
what_is_not_known_yet_is_blank(void **state)
{
	static const struct event_scale scales[] = {
		{ .is_on = true, .first = 19000101, .last = 19991231 },
		{ .is_on = true, .is_known = true, .first = 99999999 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		struct str out;

		check_bar(&scales[i], "1950", "        ");
		str_init(&out, 0);
		event_scale_add_years(&out, &scales[i], 20);
		assert_int_equal(out.len, 0);
		str_clear(&out);
	}
}

static void
what_has_no_beginning_is_of_no_decade(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E");
	assert_true(golden_has(g, "Without a beginning  1"));
	assert_true(golden_has(g, "0000s  1"));
}

static int
set_up_measures(void **state)
{
	return golden_set_up_in(state, "measures");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_year_stands_once_where_events_follow_each_other_in_it),
		cmocka_unit_test(the_scale_is_put_on_and_off_by_one_key),
		cmocka_unit_test(where_a_scale_has_no_room_that_is_said),
		cmocka_unit_test(the_scale_is_of_what_the_list_shows),
		cmocka_unit_test(events_are_found_by_their_dates_in_words),
		cmocka_unit_test(kinds_topics_and_years_narrow_the_list),
		cmocka_unit_test(events_are_ticks_bars_and_arrows),
		cmocka_unit_test(what_is_not_known_yet_is_blank),
		cmocka_unit_test_setup_teardown(
		    what_has_no_beginning_is_of_no_decade, set_up_measures,
		    golden_tear_down),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
