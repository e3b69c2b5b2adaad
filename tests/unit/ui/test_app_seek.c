/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* From match to match, and from record to record. */

/* "topic:mills" where the view is of that record, or the view's name. */
static const char *
get_where(struct golden *g)
{
	static char text[PLACE_SLUG_SIZE + 16];
	struct reader_place place;

	app_get_place(g->app, &place);
	snprintf(text, sizeof text, "%s:%s", g->app->view->class->name,
	    place.slug);
	return text;
}

static void
finish_work(struct golden *g)
{
	for (int i = 0; i < 10000 && app_idle(g->app); i++)
		continue;
	app_draw(g->app);
}

static void
n_goes_from_match_to_match_and_on_to_the_next_record(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "/ g a z e t t e Enter");
	assert_string_equal(get_where(g), "topic:mills");
	/* In the order of the collection; what was left is behind. */
	for (int i = 0; i < 50; i++) {
		golden_keys(g, "n");
		finish_work(g);
		if (strcmp(get_where(g), "topic:mills") != 0)
			break;
	}
	assert_string_not_equal(get_where(g), "topic:mills");
	assert_non_null(app_get_lit(g->app));
	golden_keys(g, "[");
	assert_string_equal(get_where(g), "topic:mills");
}

static void
capital_n_goes_the_other_way(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "/ k e e p e r s Enter N");
	finish_work(g);
	golden_keys(g, "n");
	finish_work(g);
	assert_string_equal(get_where(g), "topic:keepers");
}

static void
it_goes_on_from_the_beginning_and_says_so(void **state)
{
	static const struct {
		const char *key, *says;
	} rows[] = {
		{ "n", "Search went on from the beginning." },
		{ "N", "Search went on from the end." },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool is_said = false;

		golden_open(g, 24, 80, "keepers");
		golden_keys(g, "/ m i l l Enter");
		for (int j = 0; j < 200 && !is_said; j++) {
			golden_keys(g, rows[i].key);
			finish_work(g);
			is_said = golden_has(g, rows[i].says);
		}
		assert_true(is_said);
	}
}

static void
the_only_record_that_matches_is_come_to_again(void **state)
{
	struct golden *g = *state;
	size_t all, behind;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "/ u n d e r s h o t Enter n");
	finish_work(g);
	assert_string_equal(get_where(g), "topic:mills");
	assert_true(golden_has(g, "Search went on from the beginning."));
	assert_non_null(strstr(golden_get_cursor_row(g), "Undershot"));
	trail_list(g->session->trail, &all, &behind);
	assert_int_equal(behind, 0);
}

/* Of what is folded nothing is shown, but that it is there. */
static void
folded_passages_are_passed_and_counted(void **state)
{
	static const struct {
		const char *set, *keys, *where, *says;
	} rows[] = {
		{ "graphic fold", "/ d r o w n e d Enter n", "measure:drowned",
		    "1 folded passage that matches was passed over." },
		{ "graphic fold", "/ d r o w n e d Enter N", "measure:drowned",
		    "2 folded passages that match were passed over." },
		{ "graphic fold", "/ t h r e e Space p e o p l e Enter n",
		    "topic:overview", "Only folded passages match." },
		{ "graphic skip", "/ t h r e e Space p e o p l e Enter N",
		    "topic:overview", "Only folded passages match." },
		{ "graphic show", "/ d r o w n e d Enter n", "topic:mill-ponds",
		    "" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char line[64];

		golden_open(g, 24, 80, "overview");
		snprintf(line, sizeof line, "set %s", rows[i].set);
		golden_line(g, line);
		golden_keys(g, rows[i].keys);
		finish_work(g);
		assert_string_equal(get_where(g), rows[i].where);
		if (!golden_has(g, rows[i].says))
			fail_msg("%s: not \"%s\" but \"%s\"", rows[i].keys,
			    rows[i].says, g->app->message.data);
	}
	golden_line(g, "set graphic fold");
}

static void
a_count_is_as_many_keys(void **state)
{
	struct golden *g = *state;
	char where[PLACE_SLUG_SIZE + 16], row[512];
	size_t all, behind;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "/ m i l l Enter n n n n n n n n");
	finish_work(g);
	snprintf(where, sizeof where, "%s", get_where(g));
	snprintf(row, sizeof row, "%s", golden_get_cursor_row(g));
	golden_open(g, 24, 80, "overview");
	golden_keys(g, "/ m i l l Enter 8 n");
	finish_work(g);
	assert_string_equal(get_where(g), where);
	assert_string_equal(golden_get_cursor_row(g), row);
	/* The way back is one step. */
	trail_list(g->session->trail, &all, &behind);
	assert_true(behind <= 1);
}

static void
what_cannot_be_gone_to_is_said(void **state)
{
	static const struct {
		const char *where, *keys, *says;
	} rows[] = {
		{ "mills", "n", "Nothing is searched: / looks here" },
		{ "mills", "N", "Nothing is searched: / looks here" },
		{ "mills", "f m Esc n", "Nothing is searched: / looks here" },
		{ "mills", "s m Enter F n", "No match is shown in this view" },
		{ "mills", "/ q q q Enter n", "Nothing matches." },
		{ "mills", "/ q q q Enter N", "Nothing matches." },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		finish_work(g);
		if (!golden_has(g, rows[i].says))
			fail_msg("row %zu: no \"%s\" but \"%s\"", i,
			    rows[i].says, g->app->message.data);
	}
}

static void
escape_darkens_and_n_lights_again(void **state)
{
	struct golden *g = *state;
	unsigned number;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "/ m i l l Enter");
	assert_non_null(app_get_lit(g->app));
	number = app_get_lit_number(g->app);
	golden_keys(g, "Esc");
	assert_null(app_get_lit(g->app));
	assert_int_not_equal(app_get_lit_number(g->app), number);
	golden_keys(g, "n");
	assert_non_null(app_get_lit(g->app));
}

static void
the_list_goes_from_line_to_line(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "s m i l l Enter n n");
	assert_true(golden_has(g, "3/"));
	golden_keys(g, "N");
	assert_true(golden_has(g, "2/"));
}

static void
what_was_opened_from_the_list_is_lit_and_gone_on_from(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "s m i l l e r s Enter Enter");
	assert_non_null(app_get_lit(g->app));
	golden_keys(g, "n");
	finish_work(g);
	assert_int_not_equal(g->app->view->class->place, PLACE_HITS);
	golden_keys(g, "[");
	assert_int_equal(g->app->view->class->place, PLACE_HITS);
}

static void
any_key_stops_it(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "/ m i l l Enter");
	g->app->search.walk = (struct app_walk){ .is_on = true, .left = 1 };
	golden_keys(g, "j");
	assert_false(g->app->search.walk.is_on);
	assert_false(app_seek_idle(g->app));
}

#define row(name) cmocka_unit_test(name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(n_goes_from_match_to_match_and_on_to_the_next_record),
		row(capital_n_goes_the_other_way),
		row(it_goes_on_from_the_beginning_and_says_so),
		row(the_only_record_that_matches_is_come_to_again),
		row(folded_passages_are_passed_and_counted),
		row(a_count_is_as_many_keys),
		row(what_cannot_be_gone_to_is_said),
		row(escape_darkens_and_n_lights_again),
		row(the_list_goes_from_line_to_line),
		row(what_was_opened_from_the_list_is_lit_and_gone_on_from),
		row(any_key_stops_it),
	};

	return cmocka_run_group_tests_name("app_seek", tests, golden_set_up,
	    golden_tear_down);
}
