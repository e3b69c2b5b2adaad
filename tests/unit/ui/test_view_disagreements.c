/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "ui/disagreement_name.h"
#include "ui/disagreement_sides.h"
#include "unit.h"

/* The list of disagreements, the page of one, and what they are called. */

static void
the_list_says_of_what_and_how_far_apart_it_is(void **state)
{
	static const char *const texts[] = { "another source", "Mills at work",
		"3 mills apart", "ranges apart", "5.5 shillings per month",
		"dated differently", "People drowned", "3 people", "1/" };
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "D");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (!golden_has(g, texts[i]))
			fail_msg("no \"%s\"", texts[i]);
	}
}

static void
a_wide_list_has_who_says_it_and_why(void **state)
{
	static const char *const texts[] = { "who says it", "why", "; Anse",
		"The gazette asked the millers", "found by computing" };
	struct golden *g = *state;

	golden_open(g, 24, 200, NULL);
	golden_keys(g, "D c");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (!golden_has(g, texts[i]))
			fail_msg("no \"%s\"", texts[i]);
	}
}

static enum place_view
get_view(const struct golden *g)
{
	return g->app->view->class->place;
}

static void
select_row(struct golden *g, const char *keys, const char *text)
{
	golden_keys(g, keys);
	for (int i = 0; i < 9 && !strstr(golden_get_cursor_row(g), text); i++)
		golden_keys(g, "j");
	if (!strstr(golden_get_cursor_row(g), text))
		fail_msg("no row with \"%s\"", text);
}

static void
enter_opens_the_measure_with_a_figure_selected(void **state)
{
	struct golden *g = *state;
	struct reader_place place = { 0 };

	golden_open(g, 24, 80, NULL);
	select_row(g, "D", "another source");
	golden_keys(g, "Enter");
	assert_int_equal(get_view(g), PLACE_MEASURE);
	g->app->view->class->get_place(g->app->view, &place);
	assert_string_equal(place.slug, "mills-working");
	assert_string_equal(place.item, "mills-survey");
}

static void
where_no_measure_has_all_enter_opens_a_page_of_them(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	select_row(g, "D", "dated differently");
	golden_keys(g, "= [ Enter");
	assert_int_equal(get_view(g), PLACE_DISAGREEMENT);
	assert_true(golden_has(g, "event: A gate breaks at Old Quay"));
	assert_true(golden_has(g, "The figure has a year"));
	golden_keys(g, ">");
	golden_keys(g, "> Enter");
	assert_int_equal(get_view(g), PLACE_EVENT);
}

static void
what_is_graphic_stays_folded(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	select_row(g, "D", "dated differently");
	golden_keys(g, "Enter");
	assert_true(golden_has(g, "(graphic, folded)"));
	assert_false(golden_has(g, "Three people drowned"));
}

static void
the_pane_has_the_chains_of_the_note_or_of_the_first(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	select_row(g, "D", "another source");
	assert_true(golden_has(g, "Behind this note"));
	assert_true(golden_has(g, "p. 5"));
	select_row(g, "g", "ranges apart");
	assert_true(golden_has(g, "Behind the first of these"));
}

static void
every_disagreement_is_the_next(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "D");
	assert_true(golden_has(g, "1/"));
	golden_keys(g, ">");
	assert_true(golden_has(g, "2/"));
	golden_keys(g, "<");
	assert_true(golden_has(g, "1/"));
}

static void
a_kind_narrows_the_list_by_its_words(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "D | k");
	while (app_idle(g->app))
		continue;
	assert_true(golden_has(g, "2  ranges apart"));
	golden_keys(g, "Enter");
	while (app_idle(g->app))
		continue;
	assert_true(golden_has(g, "1/2 of 4"));
	assert_true(golden_has(g, "Pay of keepers"));
	assert_false(golden_has(g, "People drowned"));
}

/* ---- Names ---- */

static struct disagreement
get_first(struct golden *g, struct arena *arena)
{
	struct disagreement first;
	struct error err;

	assert_int_equal(collection_get_disagreement(&first,
			     g->session->collection, 1, arena, &err),
	    STATUS_OK);
	return first;
}

static void
a_name_is_found_by_its_members_where_its_number_is_another(void **state)
{
	static const char *const numbers[] = { "", "7 ", "99999 ",
		"99999999999999999999 " };
	struct golden *g = *state;
	struct arena arena = { 0 };
	struct disagreement first, found;
	struct str name, other;
	struct error err;

	golden_open(g, 24, 80, NULL);
	first = get_first(g, &arena);
	str_init(&name, 0);
	str_init(&other, 0);
	disagreement_name_add(&name, &first);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		str_reset(&other);
		str_add_format(&other, "%s%s", numbers[i], name.data + 2);
		assert_int_equal(disagreement_name_find(&found,
				     g->session->collection, other.data, &arena,
				     &err),
		    STATUS_OK);
		assert_int_equal(found.id, first.id);
	}
	str_clear(&name);
	str_clear(&other);
	arena_clear(&arena);
}

static void
names_of_nothing_are_not_found(void **state)
{
	static const char *const names[] = { "", "0", "99999", "1 dating",
		"1 dating event:none", "1 dating nonsense:survey",
		"1 one-origin event:survey", ":;", "1  ;" };
	struct golden *g = *state;
	struct arena arena = { 0 };
	struct disagreement found;
	struct error err;

	golden_open(g, 24, 80, NULL);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (disagreement_name_find(&found, g->session->collection,
			names[i], &arena, &err) != STATUS_NOT_FOUND)
			fail_msg("\"%s\" was found", names[i]);
	}
	arena_clear(&arena);
}

static void
a_disagreement_is_opened_by_its_number(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "disagreement:1");
	assert_int_equal(get_view(g), PLACE_DISAGREEMENT);
	golden_open(g, 24, 80, NULL);
	golden_line(g, "go disagreement:999");
	assert_int_equal(get_view(g), PLACE_HOME);
	assert_true(golden_has(g, "not in this edition"));
}

/* Gates of two towns have no distance; deaths of one flood have. */
static void
only_what_is_compared_has_a_distance(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 132, NULL);
	golden_keys(g, "D c");
	assert_true(golden_has(g, "Gates that broke"));
	assert_false(golden_has(g, "7 gates apart"));
	assert_true(golden_has(g, "1,997 people apart"));
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
		cmocka_unit_test(the_list_says_of_what_and_how_far_apart_it_is),
		cmocka_unit_test(a_wide_list_has_who_says_it_and_why),
		cmocka_unit_test(
		    enter_opens_the_measure_with_a_figure_selected),
		cmocka_unit_test(
		    where_no_measure_has_all_enter_opens_a_page_of_them),
		cmocka_unit_test(what_is_graphic_stays_folded),
		cmocka_unit_test(
		    the_pane_has_the_chains_of_the_note_or_of_the_first),
		cmocka_unit_test(every_disagreement_is_the_next),
		cmocka_unit_test(a_kind_narrows_the_list_by_its_words),
		cmocka_unit_test(
		    a_name_is_found_by_its_members_where_its_number_is_another),
		cmocka_unit_test(names_of_nothing_are_not_found),
		cmocka_unit_test(a_disagreement_is_opened_by_its_number),
		cmocka_unit_test_setup_teardown(
		    only_what_is_compared_has_a_distance, set_up_measures,
		    golden_tear_down),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
