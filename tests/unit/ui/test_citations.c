/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "ui/rich_lines.h"
#include "unit.h"

/* The citation pane at the sizes of a screen, and what its lines say. */
static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 43, 132 }, { 24, 110 }, { 10, 40 }, { 5, 20 } };

enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

static void
the_pane_is_drawn_as_its_golden_has_it(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < SIZE_COUNT; i++) {
		char name[64];

		golden_open(g, sizes[i].rows, sizes[i].cols, "overview");
		golden_keys(g, ") C");
		snprintf(name, sizeof name, "pane-%dx%d", sizes[i].cols,
		    sizes[i].rows);
		golden_check(g, name);
	}
}

static void
its_title_is_shortened_before_its_counts_are(void **state)
{
	static const struct {
		int rows, cols;
		const char *where, *keys, *title;
	} rows[] = {
		{ 24, 80, "overview", "",
		    " Behind this sentence \u2500\u2500 1 document, 1 origin " },
		{ 24, 132, "overview", "",
		    " Behind this sentence: 1 document, 1 origin " },
		{ 24, 132, "overview", ")",
		    " Behind this sentence: 2 documents, 1 origin " },
		{ 24, 110, "overview", ")", " Behind: 2 documents, 1 origin " },
		{ 24, 110, "overview", ") ) )",
		    " Behind this sentence \u2500\u2500 not cited " },
		{ 10, 40, "overview", ") C",
		    " ibid  Behind: 2 documents, 1 origin\n" },
		{ 5, 20, "overview", ") C", " 2 docs, 1 origin\n" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, rows[i].rows, rows[i].cols, rows[i].where);
		golden_keys(g, rows[i].keys);
		if (!golden_has(g, rows[i].title))
			fail_msg("%dx%d: no \"%s\"", rows[i].cols, rows[i].rows,
			    rows[i].title);
	}
}

static void
what_is_below_is_counted_in_the_line_of_the_frame(void **state)
{
	struct golden *g = *state;

	golden_open(g, 13, 80, "overview");
	golden_keys(g, ")");
	assert_true(golden_has(g, "\u2500 1 more line: C \u2518\n"));
	golden_keys(g, "C");
	assert_true(golden_has(g, " more lines \u2518\n"));
	golden_keys(g, "G");
	assert_false(golden_has(g, "more line"));
	golden_open(g, 8, 110, "overview");
	golden_keys(g, ") c c");
	assert_true(golden_has(g, " more lines: C\n"));
}

/* Only numbers stand further left than the labels of steps. */
static void
a_step_that_is_broken_goes_on_right_of_its_label(void **state)
{
	struct golden *g = *state;

	for (int cols = 16; cols <= 59; cols++) {
		struct str drawn;
		int lines = 0;

		golden_open(g, 80, cols, "overview");
		golden_keys(g, ") C");
		str_init(&drawn, 0);
		canvas_dump(&drawn, app_draw(g->app), false);
		for (char *line = strchr(drawn.data, '\n') + 1;
		     *line && *line != '\n'; line = strchr(line, '\n') + 1) {
			int indent = cols < 30 ? 4 : 5;

			lines++;
			if (line[0] != '[' && (int)strspn(line, " ") < indent)
				fail_msg("%d: %s", cols, drawn.data);
		}
		assert_true(lines >= 4);
		str_clear(&drawn);
	}
}

/* Line by line, where a step is longer than the pane. */
static void
every_line_of_the_pane_can_be_reached(void **state)
{
	static const char *const texts[] = { "[2] stated in: Wren,", "p. 4",
		"credited to:", "Anse County,", "    seen",
		"[3] stated in: Anse", "Gazette, \"Of the",
		"credited to:", "    seen" };
	struct golden *g = *state;

	golden_open(g, 5, 20, "overview");
	golden_keys(g, ") C");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		int steps = 0;

		while (!golden_has(g, texts[i])) {
			if (steps++ == 16)
				fail_msg("no \"%s\"", texts[i]);
			golden_keys(g, "j");
		}
	}
	for (int i = 0; i < 60; i++)
		golden_keys(g, "k");
	assert_true(golden_has(g, texts[0]));
}

static void
a_note_beside_its_text_is_not_in_the_pane_too(void **state)
{
	static const char note[] = "It may have left out those of Hama.";
	struct golden *g = *state;
	const char *first;
	struct str drawn;

	golden_open(g, 30, 80, "figure:mills-gazette");
	str_init(&drawn, 0);
	canvas_dump(&drawn, app_draw(g->app), false);
	first = strstr(drawn.data, note);
	assert_non_null(first);
	assert_null(strstr(first + 1, note));
	str_clear(&drawn);
	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F j");
	assert_true(golden_has(g, note));
}

/* A mark is not in the text of a note; and a note is on all of a passage. */
static void
a_note_in_the_pane_has_its_mark_and_says_what_it_is_on(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F j");
	assert_true(golden_has(g,
	    "Editor's note: It may have left out those of Hama.[2]"));
	golden_open(g, 24, 80, "keepers");
	golden_keys(g, ")");
	assert_true(golden_has(g,
	    "Editor's note on this paragraph: The act has no word on"));
}

/* What a terminal has no letters for stands out in another way. */
static void
every_look_of_a_reference_has_a_role(void **state)
{
	static const struct {
		unsigned looks;
		enum role role;
	} rows[] = {
		{ 0, ROLE_TEXT },
		{ RICH_ITALIC, ROLE_EMPHASIS },
		{ RICH_OBLIQUE, ROLE_EMPHASIS },
		{ RICH_UNDERLINE, ROLE_EMPHASIS },
		{ RICH_BOLD, ROLE_STRONG },
		{ RICH_SMALL_CAPS, ROLE_STRONG },
		{ RICH_SUPERSCRIPT, ROLE_DIM },
		{ RICH_SUBSCRIPT, ROLE_DIM },
		{ RICH_LIGHT, ROLE_DIM },
		{ RICH_ITALIC | RICH_SUPERSCRIPT, ROLE_EMPHASIS },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct rich_shown shown;
		struct rich_piece piece;
		struct rich rich;
		uint32_t at = 0;

		rich_init(&rich);
		rich_add(&rich, rows[i].looks, "mill", 4);
		rich_show(&shown, "", &rich, true, &arena);
		assert_true(rich_next_piece(&piece, &shown, &at, 4));
		assert_int_equal(piece.role, rows[i].role);
		rich_clear(&rich);
	}
	arena_clear(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_pane_is_drawn_as_its_golden_has_it),
		cmocka_unit_test(its_title_is_shortened_before_its_counts_are),
		cmocka_unit_test(
		    what_is_below_is_counted_in_the_line_of_the_frame),
		cmocka_unit_test(
		    a_step_that_is_broken_goes_on_right_of_its_label),
		cmocka_unit_test(every_line_of_the_pane_can_be_reached),
		cmocka_unit_test(a_note_beside_its_text_is_not_in_the_pane_too),
		cmocka_unit_test(
		    a_note_in_the_pane_has_its_mark_and_says_what_it_is_on),
		cmocka_unit_test(every_look_of_a_reference_has_a_role),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
