/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "unit.h"

/* Figures side by side. */

static const struct {
	const char *name, *where, *keys;
} views[] = {
	{ "chart", "measure:millers", "" },
	{ "chart-below", "measure:millers", "G" },
	{ "chart-logarithmic", "measure:dead", "" },
	{ "chart-percent", "measure:share", "" },
	{ "chart-words", "measure:pay", "" },
	{ "chart-not-from-0", "measure:height", "" },
	{ "chart-agreed", "measure:agreed", "" },
};

static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 }, { 5, 20 } };

/* What was put off is there. */
static void
end_work(struct golden *g)
{
	while (app_idle(g->app))
		app_draw(g->app);
}

static void
figures_stand_side_by_side_as_their_golden_has_it(void **state)
{
	struct golden *g = *state;
	char name[64];

	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
			golden_open(g, sizes[j].rows, sizes[j].cols,
			    views[i].where);
			end_work(g);
			golden_keys(g, views[i].keys);
			snprintf(name, sizeof name, "%s-%dx%d", views[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

static void
without_utf8_bars_are_ascii(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, "measure:millers");
	end_work(g);
	golden_check(g, "chart-ascii-80x24");
}

/* A repetition has no bar, but is opened as any other figure. */
static void
each_figure_of_one_origin_is_selected_and_opened(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "measure:millers");
	end_work(g);
	golden_keys(g, "g j");
	assert_true(golden_has(g, "told again by Ek: 800 to 1,200"));
	golden_keys(g, "Enter");
	assert_true(golden_has(g, "after the survey, has 800 to 1200"));
	golden_keys(g, "=");
	assert_non_null(strstr(golden_get_cursor_row(g), "told again by Ek"));
}

static void
going_on_to_what_disagrees_ends_in_the_next_measure(void **state)
{
	static const struct {
		const char *where, *keys, *row, *says;
	} rows[] = {
		{ "measure:millers", "g >", "> 1,000", NULL },
		{ "measure:millers", "g > >", "\u2264 600", NULL },
		{ "measure:millers", "g > > >", "3",
		    "The next measure that disagrees: Deaths" },
		{ "measure:dead", "g <", "600",
		    "The measure before that disagrees: Millers" },
		{ "measure:dead", "g > > Backspace", "2,000", NULL },
		{ "measure:agreed", "g > > >", "950",
		    "The next measure that disagrees: Height" },
		{ "measure:height", "g > >", "980",
		    "No measure behind this one disagrees." },
		{ "measure:share", ">", "3",
		    "The next measure that disagrees: Deaths" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		end_work(g);
		golden_keys(g, rows[i].keys);
		end_work(g);
		app_draw(g->app);
		if (!strstr(golden_get_cursor_row(g), rows[i].row) ||
		    (rows[i].says && !golden_has(g, rows[i].says)))
			fail_msg("%s %s: \"%s\"", rows[i].where, rows[i].keys,
			    golden_get_cursor_row(g));
	}
}

static int
set_up(void **state)
{
	return golden_set_up_in(state, "measures");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    figures_stand_side_by_side_as_their_golden_has_it),
		cmocka_unit_test(without_utf8_bars_are_ascii),
		cmocka_unit_test(
		    each_figure_of_one_origin_is_selected_and_opened),
		cmocka_unit_test(
		    going_on_to_what_disagrees_ends_in_the_next_measure),
	};

	return cmocka_run_group_tests(tests, set_up, golden_tear_down);
}
