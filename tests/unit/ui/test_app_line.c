/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The line that is typed behind ":": settings, commands, completion. */

/* Keys of a line, and what is to be read afterwards. */
struct said {
	const char *keys, *line, *says;
};

static void
check_said(struct golden *g, const struct said *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		golden_open(g, 24, 80, "mills");
		golden_keys(g, rows[i].keys);
		golden_line(g, rows[i].line);
		if (!golden_has(g, rows[i].says))
			fail_msg("%s :%s: not \"%s\" but \"%s\"", rows[i].keys,
			    rows[i].line, rows[i].says, g->app->message.data);
	}
}

static enum place_view
get_view(struct golden *g)
{
	return g->app->view->class->place;
}

/* ---- Settings ---- */

static void
keys_that_are_set_hold_at_once(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "d");
	assert_true(golden_has(g, "That key does nothing"));
	golden_line(g, "set keys less");
	assert_true(golden_has(g, "keys is less."));
	golden_keys(g, "e");
	assert_false(golden_has(g, "That key does nothing"));
	golden_keys(g, "h");
	assert_int_equal(get_view(g), PLACE_HELP);
}

static void
a_binding_that_is_set_holds_at_once_and_in_every_profile(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_line(g, "set bind Z figures");
	assert_true(golden_has(g, "Bound: Z figures."));
	golden_keys(g, "Z");
	assert_int_equal(get_view(g), PLACE_FIGURES);
	golden_keys(g, "[");
	golden_line(g, "set keys info");
	golden_keys(g, "Z");
	assert_int_equal(get_view(g), PLACE_FIGURES);
}

static void
a_wrong_binding_is_said_and_not_kept(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_line(g, "set bind ^S figures");
	assert_true(golden_has(g, "bind: no key is named \"^S\""));
	golden_line(g, "set bind Z nothing");
	assert_true(golden_has(g, "bind: no command is named \"nothing\""));
	assert_int_equal(g->session->settings.bindings.len, 0);
}

static void
a_setting_tells_its_present_value(void **state)
{
	static const struct said rows[] = {
		{ "", "set graphic", "graphic is fold, of fold show skip." },
		{ "", "set graphic show", "graphic is show." },
		{ "", "set",
		    "graphic fold, style harbour, copy plain, keys ibid" },
		{ "", "set nothing", "unknown setting \"nothing\"" },
		{ "", "set bind", "bind wants a key and a command" },
	};

	check_said(*state, rows, sizeof rows / sizeof *rows);
}

/* ---- Commands by name ---- */

static void
the_beginning_of_a_name_is_enough(void **state)
{
	static const struct said rows[] = {
		{ "", "fig", "Figures by measure" },
		{ "", "hist", "here" },
		{ "", "s", "\"s\" may be sentence-next, sentence-previous," },
		{ "", "figurse", "did you mean figures?" },
	};
	struct golden *g = *state;

	check_said(g, rows, sizeof rows / sizeof *rows);
	golden_line(g, "q");
	assert_true(app_take_wish(g->app).quit);
}

static void
counts_stand_behind_a_name_or_alone(void **state)
{
	static const struct said rows[] = {
		{ "F", "3", "3/8" },
		{ "F", "first 4", "4/8" },
		{ "F", "line-down 2", "3/8" },
		{ "F", "line-down 2 3", "takes a number, not \"2 3\"" },
		{ "F", "line-down x", "takes a number, not \"x\"" },
		{ "", "help 3", "help takes nothing behind its name." },
		{ "", "sentence-next 4", "6/" },
		{ "E", "last 2", "2/4" },
		{ "F E R", "back 2", "Figures by measure" },
	};

	check_said(*state, rows, sizeof rows / sizeof *rows);
}

static void
go_says_what_is_missing(void **state)
{
	static const struct said rows[] = {
		{ "", "go", "go wants a topic" },
		{ "", "go topic:", "wants a name behind the colon" },
		{ "", "go figure:", "wants a name behind the colon" },
		{ "", "go card:ace", "\"card:ace\" names no record" },
		{ "", "go source:wren", "Wren" },
	};

	check_said(*state, rows, sizeof rows / sizeof *rows);
}

/* ---- Completion ---- */

static void
the_candidates_are_listed_above_the_line(void **state)
{
	static const struct {
		const char *typed, *line, *above;
	} rows[] = {
		{ "sec", ":section-", "section-next  section-previous" },
		{ "fig", ":figures", NULL },
		{ "disagr", ":disagreement", "disagreements" },
		{ "nothing", ":nothing", "Nothing completes that." },
		{ "set gr", ":set graphic ", NULL },
		{ "set b", ":set b", "background  bind" },
		{ "set graphic s", ":set graphic s", "show  skip" },
		{ "set bind Z zo", ":set bind Z zoom", NULL },
		{ "set bind Z se", ":set bind Z se", "sentence-next" },
		{ "go arc", ":go archive", NULL },
		{ "go mill", ":go mill", "mill-ponds  mills" },
		{ "go fi", ":go figure:", NULL },
		{ "go figure:mi", ":go figure:mills-", "mills-survey" },
		{ "go source:wr", ":go source:wren", NULL },
		{ "go event:", ":go event:", "gate-broke" },
		{ "go measure:k", ":go measure:keeper-pay", NULL },
		{ "go card:", ":go card:", "Nothing completes that." },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *found;

		golden_open(g, 24, 80, "mills");
		golden_keys(g, ":");
		golden_type(g, rows[i].typed);
		golden_keys(g, "Tab");
		found = golden_get_cursor_row(g);
		if (strncmp(found, rows[i].line, strlen(rows[i].line)) != 0 ||
		    found[strlen(rows[i].line)] != ' ')
			fail_msg("%s: \"%s\"", rows[i].typed, found);
		if (rows[i].above && !golden_has(g, rows[i].above))
			fail_msg("%s: \"%s\" is not listed", rows[i].typed,
			    rows[i].above);
	}
}

static void
a_long_list_of_candidates_has_a_third_of_the_screen(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 10, 40 }, { 5, 20 }, { 2, 20 }, { 24, 2 } };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int row, col;

		golden_open(g, sizes[i].rows, sizes[i].cols, "mills");
		golden_keys(g, ": Tab");
		canvas_get_cursor(app_draw(g->app), &row, &col);
		assert_int_equal(row, sizes[i].rows - 1);
	}
	golden_open(g, 24, 80, "mills");
	golden_keys(g, ": Tab");
	assert_true(golden_has(g, "line-down  line-up"));
	assert_true(golden_has(g, "\u2026"));
	assert_true(golden_has(g, "The survey found"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_that_are_set_hold_at_once),
		cmocka_unit_test(
		    a_binding_that_is_set_holds_at_once_and_in_every_profile),
		cmocka_unit_test(a_wrong_binding_is_said_and_not_kept),
		cmocka_unit_test(a_setting_tells_its_present_value),
		cmocka_unit_test(the_beginning_of_a_name_is_enough),
		cmocka_unit_test(counts_stand_behind_a_name_or_alone),
		cmocka_unit_test(go_says_what_is_missing),
		cmocka_unit_test(the_candidates_are_listed_above_the_line),
		cmocka_unit_test(
		    a_long_list_of_candidates_has_a_third_of_the_screen),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
