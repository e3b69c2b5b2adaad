/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The views of lists and records, as they are drawn and used. */
static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 }, { 5, 20 } };

enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

static const struct {
	const char *name, *where, *keys;
} views[] = {
	{ "home", NULL, "" },
	{ "home-topic", NULL, "j j" },
	{ "figures", NULL, "F" },
	{ "figures-by-value", NULL, "F o O j" },
	{ "figures-filtered", NULL, "F & g a z e t t e Enter" },
	{ "figures-without", NULL, "F & z z z Enter" },
	{ "figures-facets", NULL, "F |" },
	{ "figures-places", NULL, "F | p" },
	{ "figures-narrowed", NULL, "F | p Enter | y Enter" },
	{ "figures-narrowed-facets", NULL, "F | p Enter | x |" },
	{ "figures-by-origin", NULL, "F o o c" },
	{ "figure", "figure:mills-gazette", "" },
	{ "figure-graphic", "figure:drowned-1871", "" },
	{ "measure", "measure:mills-working", "" },
	{ "measure-disagreement", "measure:mills-working", "G" },
	{ "sources", NULL, "R" },
	{ "sources-by-citations", NULL, "R o o o" },
	{ "source", "source:wren", "" },
	{ "source-copy", "source:survey-copy", "Tab" },
	{ "events", NULL, "E" },
	{ "events-on-scale", NULL, "E =" },
	{ "event", "event:gate-broke", "" },
	{ "disagreements", NULL, "D" },
	{ "disagreements-by-kind", NULL, "D o" },
	{ "disagreement", NULL, "D & d a t e d Enter Enter" },
	{ "history", NULL, "F E H" },
	{ "help", NULL, "?" },
	{ "help-end", NULL, "? G" },
};

enum { VIEW_COUNT = sizeof views / sizeof *views };

static void
every_view_is_drawn_as_its_golden_has_it(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < VIEW_COUNT; i++) {
		for (size_t j = 0; j < SIZE_COUNT; j++) {
			char name[128];

			golden_open(g, sizes[j].rows, sizes[j].cols,
			    views[i].where);
			golden_keys(g, views[i].keys);
			snprintf(name, sizeof name, "%s-%dx%d", views[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

static void
without_utf8_there_are_letters_for_signs(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, NULL);
	golden_keys(g, "F");
	golden_check(g, "figures-ascii-80x24");
	golden_open_ascii(g, 24, 80, "measure:mills-working");
	golden_check(g, "measure-ascii-80x24");
	golden_open_ascii(g, 24, 80, NULL);
	golden_keys(g, "E =");
	golden_check(g, "events-on-scale-ascii-80x24");
	golden_keys(g, "D");
	golden_check(g, "disagreements-ascii-80x24");
}

static void
what_is_no_pattern_is_said_above_where_it_fails(void **state)
{
	struct golden *g = *state;

	for (size_t j = 0; j < SIZE_COUNT; j++) {
		char name[128];

		golden_open(g, sizes[j].rows, sizes[j].cols, NULL);
		golden_keys(g, "F & m i l l | ( x");
		snprintf(name, sizeof name, "figures-fault-%dx%d",
		    sizes[j].cols, sizes[j].rows);
		golden_check(g, name);
	}
}

static void
check_cursor(struct golden *g, int rows, int cols)
{
	int row, col;

	canvas_get_cursor(app_draw(g->app), &row, &col);
	if (row < 0 || row >= rows || col < 0 || col >= cols)
		fail_msg("cursor at %d,%d of %dx%d", row, col, cols, rows);
}

static void
every_view_fits_every_size_and_has_its_cursor_there(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < VIEW_COUNT; i++) {
		golden_open(g, 24, 80, views[i].where);
		golden_keys(g, views[i].keys);
		for (int rows = 1; rows < 48; rows += 4) {
			for (int cols = 1; cols < 160; cols += 9) {
				app_resize(g->app, rows, cols);
				check_cursor(g, rows, cols);
				golden_keys(g, "j");
				check_cursor(g, rows, cols);
			}
		}
	}
}

/* Keys that come faster than the screen is drawn. */
static void
keys_before_the_first_drawing_do_the_same(void **state)
{
	static const char *const keys[] = { "F j j Enter Tab Tab Enter",
		"E j Enter j j", "R } j Enter j j j Enter", "j j j Enter",
		"F j = j Enter", "F E R H j Enter", "? Space G g",
		"F G b o O { }", "F & h a m a Enter Enter" };
	struct golden *g = *state;
	struct str seen, unseen;

	str_init(&seen, 0);
	str_init(&unseen, 0);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str_reset(&seen);
		str_reset(&unseen);
		golden_open(g, 24, 80, NULL);
		golden_keys(g, keys[i]);
		canvas_dump(&seen, app_draw(g->app), true);
		golden_open(g, 24, 80, NULL);
		golden_keys_unseen(g, keys[i]);
		canvas_dump(&unseen, app_draw(g->app), true);
		assert_string_equal(seen.data, unseen.data);
	}
	str_clear(&seen);
	str_clear(&unseen);
}

static void
back_finds_the_view_as_it_was_left(void **state)
{
	static const struct {
		const char *before, *away;
	} rows[] = {
		{ "F j j j", "Enter" },
		{ "F o O j j", "= j Enter" },
		{ "F & g a z e t t e Enter j", "Enter" },
		{ "R G k", "Enter" },
		{ "R o o j j j j", "Enter Tab" },
		{ "E j j", "Enter j" },
		{ "E = j", "Enter" },
		{ "D o G", "Enter" },
		{ "D o o G k", "Enter j" },
		{ "F j = j j j", "Enter" },
		{ "R j j j j Enter j j j j j j", "Enter" },
		{ "? Space j j", "F" },
		{ "j j j", "Enter" },
	};
	struct golden *g = *state;
	struct str before, after;

	str_init(&before, 0);
	str_init(&after, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&before);
		str_reset(&after);
		golden_open(g, 10, 80, NULL);
		golden_keys(g, rows[i].before);
		canvas_dump(&before, app_draw(g->app), true);
		golden_keys(g, rows[i].away);
		for (const char *c = rows[i].away; *c; c++) {
			if (*c == 'E' || *c == '=' || *c == 'F')
				golden_keys(g, "Backspace");
		}
		canvas_dump(&after, app_draw(g->app), true);
		assert_string_equal(before.data, after.data);
	}
	str_clear(&before);
	str_clear(&after);
}

static void
a_filter_narrows_as_it_is_typed_and_escape_takes_it_back(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F");
	assert_true(golden_has(g, "1/8"));
	golden_keys(g, "& s h i l");
	assert_false(golden_has(g, "\u2265 5     mills"));
	assert_true(golden_has(g, "45.5   shillings"));
	golden_keys(g, "Enter");
	assert_true(golden_has(g, "1/2 of 8"));
	golden_keys(g, "Esc");
	assert_true(golden_has(g, "of 8") == false);
	assert_true(golden_has(g, "\u2265 5     mills"));
}

static void
sorting_keeps_the_selected_figure(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F j j o");
	for (int i = 0; i < 9; i++) {
		assert_non_null(
		    strstr(golden_get_cursor_row(g), "~ 10\u201314"));
		golden_keys(g, i % 2 ? "O" : "o");
	}
}

static void
what_is_graphic_is_folded_until_a_key_shows_it(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 150, NULL);
	golden_keys(g, "F c");
	assert_true(golden_has(g, "(graphic, folded)"));
	assert_false(golden_has(g, "Three people drowned"));
	golden_open(g, 24, 80, "figure:drowned-1871");
	assert_false(golden_has(g, "Three people drowned"));
	golden_keys(g, "-");
	assert_true(golden_has(g, "Three people drowned"));
	golden_open(g, 24, 80, "source:gazette");
	golden_keys(g, "G");
	assert_false(golden_has(g, "Three people drowned"));
}

static void
the_pane_folds_the_note_on_what_is_folded(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E j j");
	assert_non_null(strstr(golden_get_cursor_row(g), "A gate breaks"));
	assert_true(golden_has(g, "Editor's note: (graphic, folded)"));
	golden_keys(g, "Enter");
	assert_false(golden_has(g, "The day is not known"));
	golden_keys(g, "-");
	assert_true(golden_has(g, "Editor's note: The day is not known"));
	golden_keys(g, "-");
	assert_false(golden_has(g, "The day is not known"));
}

static void
the_pane_shows_the_chain_of_the_selected_figure(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "measure:mills-working");
	assert_true(golden_has(g, "Behind this figure"));
	for (int i = 0; i < 5; i++) {
		if (golden_has(g, "unnamed millers"))
			return;
		golden_keys(g, "j");
	}
	fail_msg("no figure of the measure has its chain in the pane");
}

/* What stands between the bars, without white space and the cursor's bar. */
static void
add_squashed(struct str *out, struct golden *g)
{
	struct str drawn;
	char *line, *end;

	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), false);
	line = strchr(drawn.data, '\n');
	end = strrchr(drawn.data, '\n');
	*end = '\0';
	end = strrchr(drawn.data, '\n');
	for (; line < end; line++) {
		if (strncmp(line, "\u258C", 3) == 0)
			line += 2;
		else if (!strchr(" \n#", *line))
			str_add_char(out, *line);
	}
	str_clear(&drawn);
}

static void
no_text_is_lost_where_lines_are_broken(void **state)
{
	static const struct {
		const char *where, *keys;
	} rows[] = {
		{ "source:gazette", "" },
		{ "source:ek", "" },
		{ "figure:pay-ek", "" },
		{ "event:gate-broke", "-" },
		{ "mill-ponds", "C" },
		{ "overview", ") C" },
	};
	enum { NARROWEST = 48, WIDEST = 59 };
	struct golden *g = *state;
	struct str first, text;

	str_init(&first, 0);
	str_init(&text, 0);
	for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
		const char *where = rows[i / 2].where;

		str_reset(&first);
		for (int cols = NARROWEST; cols <= WIDEST; cols++) {
			if (i % 2)
				golden_open(g, 90, cols, where);
			else
				golden_open_ascii(g, 90, cols, where);
			golden_keys(g, rows[i / 2].keys);
			str_reset(&text);
			add_squashed(&text, g);
			if (cols == NARROWEST)
				str_add(&first, text.data, text.len);
			assert_string_equal(text.data, first.data);
		}
	}
	str_clear(&first);
	str_clear(&text);
}

static void
up_goes_to_what_a_thing_belongs_to(void **state)
{
	static const struct {
		const char *where, *keys;
		const char *row; /* of the cursor */
		enum place_view place;
	} rows[] = {
		{ "figure:pay-ek", "u", "45.5", PLACE_MEASURE },
		{ "figure:pay-ek", "u u", "", PLACE_TOPIC },
		{ "measure:mills-working", "u", "", PLACE_TOPIC },
		{ "event:survey", "u", "", PLACE_TOPIC },
		{ "event:survey", "C u", "", PLACE_TOPIC },
		{ "source:mill-act", "u", "Mill Act", PLACE_SOURCES },
		{ "source:mill-act", "u u", "", PLACE_HOME },
		{ NULL, "F u", "", PLACE_HOME },
		{ NULL, "E C u", "", PLACE_HOME },
		{ NULL, "H u", "", PLACE_HOME },
		{ NULL, "? u", "", PLACE_HOME },
		{ NULL, "u", "", PLACE_HOME },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reader_place now;

		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		app_get_place(g->app, &now);
		if (now.view != rows[i].place ||
		    !strstr(golden_get_cursor_row(g), rows[i].row))
			fail_msg("%zu: %s: \"%s\"", i, rows[i].keys,
			    golden_get_cursor_row(g));
	}
}

static void
compare_shows_the_figure_in_its_measure(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "figure:mills-wren");
	golden_keys(g, "=");
	assert_true(golden_has(g, "Mills at work"));
	assert_non_null(strstr(golden_get_cursor_row(g), "~ 10\u201314"));
}

static void
a_count_goes_to_that_row(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "E 3 g");
	assert_true(golden_has(g, "3/4"));
	golden_keys(g, "9 9 k");
	assert_true(golden_has(g, "1/4"));
	golden_keys(g, "2 j");
	assert_true(golden_has(g, "3/4"));
}

static void
help_has_every_key_as_it_is_bound(void **state)
{
	struct golden *g = *state;
	const struct command_entry *entry;

	golden_open(g, 200, 100, NULL);
	golden_keys(g, "?");
	for (unsigned i = 0; (entry = command_get_row(i)) != NULL; i++) {
		if (!golden_has(g, entry->help))
			fail_msg("%s is not there", entry->name);
	}
	assert_true(golden_has(g, "graphic               fold, show, skip"));
}

static void
home_says_what_this_is_and_how_to_begin(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < SIZE_COUNT; i++) {
		golden_open(g, sizes[i].rows, sizes[i].cols, NULL);
		assert_true(golden_has(g, "Tide mills of the"));
		assert_true(golden_has(g, "Enter or T"));
	}
	for (int cols = 30; cols < 70; cols++) {
		golden_open(g, 24, cols, NULL);
		assert_true(golden_has(g, "leave"));
	}
	golden_open(g, 24, 80, NULL);
	golden_keys(g, "Enter");
	assert_false(golden_has(g, "Enter or T"));
}

static void
only_addresses_of_the_web_are_opened_outside(void **state)
{
	static const char *const others[] = { "--help", "file:///etc/passwd",
		"javascript:alert(1)", "https//example.org", "",
		"https://example.org/\x1B]0;x" };
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		app_browse(g->app, others[i]);
		assert_null(app_take_wish(g->app).browse);
		assert_true(golden_has(g, "no address of the web"));
	}
	app_browse(g->app, "https://example.org/a?b");
	assert_string_equal(app_take_wish(g->app).browse,
	    "https://example.org/a?b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_view_is_drawn_as_its_golden_has_it),
		cmocka_unit_test(without_utf8_there_are_letters_for_signs),
		cmocka_unit_test(
		    what_is_no_pattern_is_said_above_where_it_fails),
		cmocka_unit_test(
		    every_view_fits_every_size_and_has_its_cursor_there),
		cmocka_unit_test(keys_before_the_first_drawing_do_the_same),
		cmocka_unit_test(back_finds_the_view_as_it_was_left),
		cmocka_unit_test(
		    a_filter_narrows_as_it_is_typed_and_escape_takes_it_back),
		cmocka_unit_test(sorting_keeps_the_selected_figure),
		cmocka_unit_test(
		    what_is_graphic_is_folded_until_a_key_shows_it),
		cmocka_unit_test(the_pane_folds_the_note_on_what_is_folded),
		cmocka_unit_test(
		    the_pane_shows_the_chain_of_the_selected_figure),
		cmocka_unit_test(no_text_is_lost_where_lines_are_broken),
		cmocka_unit_test(up_goes_to_what_a_thing_belongs_to),
		cmocka_unit_test(compare_shows_the_figure_in_its_measure),
		cmocka_unit_test(a_count_goes_to_that_row),
		cmocka_unit_test(help_has_every_key_as_it_is_bound),
		cmocka_unit_test(home_says_what_this_is_and_how_to_begin),
		cmocka_unit_test(only_addresses_of_the_web_are_opened_outside),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
