/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "golden.h"
#include "ui/app_private.h"
#include "ui/view_topic.h"
#include "unit.h"

/* A topic on the screen: how it is drawn, and where its keys lead. */
static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 10, 40 }, { 5, 20 } };

enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

static const struct {
	const char *name, *where, *keys;
} screens[] = {
	{ "topic", "overview", "" },
	{ "topic-five-on", "overview", ") ) ) ) )" },
	{ "topic-link", "overview", "Tab Tab" },
	{ "topic-table", "mills", "5 )" },
	{ "topic-folded", "mill-ponds", ")" },
	{ "topic-unfolded", "mill-ponds", ") -" },
	{ "topic-scripts", "names", ") )" },
	{ "topic-empty", "archive", "" },
	{ "topic-outline", "mills", "l j" },
	{ "topic-below", "mills", "G" },
};

enum { SCREEN_COUNT = sizeof screens / sizeof *screens };

static void
a_topic_is_drawn_as_its_golden_has_it(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		for (size_t j = 0; j < SIZE_COUNT; j++) {
			char name[128];

			golden_open(g, sizes[j].rows, sizes[j].cols,
			    screens[i].where);
			golden_keys(g, screens[i].keys);
			snprintf(name, sizeof name, "%s-%dx%d", screens[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

static void
without_utf8_the_same_is_there_in_ascii(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, "mills");
	golden_keys(g, ")");
	golden_check(g, "topic-ascii-80x24");
	golden_open_ascii(g, 24, 80, "names");
	golden_check(g, "topic-scripts-ascii-80x24");
}

/* ---- Where keys lead ---- */

static const struct {
	const char *where, *keys;
	const char *row;   /* stands in the row of the cursor */
	const char *shown; /* stands on the screen */
} walks[] = {
	/* by sentences, cell by cell in a table */
	{ "overview", ")", "brought into a pond.[1] The coast", "2/10" },
	{ "overview", ") (", "A tide mill", "1/10" },
	{ "overview", "2 )", "What is here", "3/10" },
	{ "mills", "3 )", "Place", "5/17" },
	{ "mills", "8 )", "Old Quay", "10/17" },
	/* by lines, in a table down a column */
	{ "overview", "j", "brought into", "1/10" },
	{ "overview", "j j j j", "What is here", "3/10" },
	{ "mills", "3 ) j j", "Anse", "8/17" },
	{ "overview", "5 j k k k", "any other", "2/10" },
	/* to the ends and by headings */
	{ "overview", "G", "rests on a copy", "10/10" },
	{ "overview", "G g", "A tide mill", "1/10" },
	{ "overview", "1 0 g", "The mills", "4/10" },
	{ "overview", "}", "What is here", "3/10" },
	{ "mills", "}", "By kind", "15/17" },
	{ "mills", "G {", "By kind", "15/17" },
	{ "mills", "G { {", "How many", "1/17" },
	{ "overview", "} }", "What is here", "no further heading" },
	/* links */
	{ "overview", "Tab", "The mills", "4/10" },
	{ "overview", "Tab Tab Tab", "page of names", "8/10" },
	{ "overview", "S-Tab", "lost; the table", "10/10" },
	{ "overview", "Tab S-Tab", "lost; the table", "10/10" },
	{ "overview", "Enter", "A tide mill", "No link" },
	{ "overview", "Tab Enter", "The survey", "Mills \u2500" },
	{ "overview", "3 ) Enter", "The survey", "Mills \u2500" },
	{ "mills", "G Enter", "The gates", "Ponds: how they were filled" },
	{ "mills", "=", "", "Mills at work" },
	{ "mills", "( =", "", "Mills at work" },
	{ "overview", "=", "A tide mill", "No figure" },
	{ "overview", "x", "A tide mill", "No URL" },
	/* other topics */
	{ "overview", "J", "The survey", "2/17" },
	{ "overview", "2 J", "The gates", "1/4" },
	{ "mills", "K", "A tide mill", "1/10" },
	{ "overview", "K", "A tide mill", "No such topic" },
	{ "archive", "J", "Nothing is", "No such topic" },
	{ "mill-ponds", "u", "The survey", "2/17" },
	{ "mills", "u", "", "Tide mills of the Anse coast" },
	/* the outline */
	{ "mills", "l", "How many", "Outline" },
	{ "mills", "l j Enter", "By kind", "15/17" },
	{ "mills", "G l", "By kind", "Outline" },
	{ "mills", "l j Esc", "The survey", "2/17" },
	{ "mills", "l l", "The survey", "2/17" },
	{ "names", "l", "The Korean", "no headings" },
	/* what is folded */
	{ "mill-ponds", ")", "1 graphic passage", "2/4" },
	{ "mill-ponds", ") -", "In 1871", "2/4" },
	{ "mill-ponds", ") Enter", "In 1871", "2/4" },
	{ "mill-ponds", ") - -", "1 graphic passage", "2/4" },
	{ "mill-ponds", "-", "The gates", "Nothing is folded" },
};

static void
keys_lead_where_they_say(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
		const char *row;

		golden_open(g, 24, 80, walks[i].where);
		golden_keys(g, walks[i].keys);
		row = golden_get_cursor_row(g);
		if (!strstr(row, walks[i].row))
			fail_msg("%s: %s: cursor at \"%s\"", walks[i].where,
			    walks[i].keys, row);
		if (!golden_has(g, walks[i].shown))
			fail_msg("%s: %s: no \"%s\"", walks[i].where,
			    walks[i].keys, walks[i].shown);
	}
}

static void
keys_before_the_first_drawing_do_the_same(void **state)
{
	struct golden *g = *state;
	struct str seen, unseen;

	str_init(&seen, 0);
	str_init(&unseen, 0);
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
		str_reset(&seen);
		str_reset(&unseen);
		golden_open(g, 24, 80, NULL);
		app_go_text(g->app, walks[i].where);
		golden_keys(g, walks[i].keys);
		canvas_dump(&seen, app_draw(g->app), true);
		golden_open(g, 24, 80, NULL);
		app_go_text(g->app, walks[i].where);
		golden_keys_unseen(g, walks[i].keys);
		canvas_dump(&unseen, app_draw(g->app), true);
		assert_string_equal(seen.data, unseen.data);
	}
	str_clear(&seen);
	str_clear(&unseen);
}

static void
a_page_begins_with_the_first_sentence_that_begins_there(void **state)
{
	struct golden *g = *state;

	golden_open(g, 10, 40, "mills");
	golden_keys(g, "Space");
	golden_check(g, "topic-page-40x10");
	golden_keys(g, "Space Space Space Space Space");
	assert_non_null(strstr(golden_get_cursor_row(g), "Ponds"));
	golden_keys(g, "b b b b b b");
	assert_non_null(strstr(golden_get_cursor_row(g), "How many"));
	assert_true(golden_has(g, "where."));
}

static int32_t
get_sentence(struct golden *g)
{
	return ((const struct view_topic *)g->app->view)->sentence;
}

/* From every sentence, in windows that hold all, some or little of it. */
static void
paging_never_takes_the_cursor_the_other_way(void **state)
{
	static const struct {
		const char *key;
		int step;
	} rows[] = { { "Space", 1 }, { "^D", 1 }, { "b", -1 }, { "^U", -1 } };
	static const char *const topics[] = { "overview", "mills", "names",
		"mill-ponds" };
	static const int heights[] = { 5, 8, 13, 24, 40 };
	struct golden *g = *state;

	for (size_t i = 0; i < 4 * 5 * 4; i++) {
		const char *key = rows[i % 4].key;
		int height = heights[i / 4 % 5];

		golden_open(g, height, 60, topics[i / 20]);
		for (int32_t n = 0;; n++) {
			int32_t before, after;

			golden_keys(g, "g");
			for (int32_t k = 0; k < n; k++)
				golden_keys_unseen(g, ")");
			before = get_sentence(g);
			if (before < n)
				break;
			golden_keys(g, key);
			after = get_sentence(g);
			if ((after - before) * rows[i % 4].step < 0)
				fail_msg("%s, %d rows: %s from %d to %d",
				    topics[i / 20], height, key, before, after);
		}
	}
}

static void
the_way_to_a_topic_stands_above_it_and_loses_its_beginning_first(void **state)
{
	static const struct {
		int rows, cols;
		const char *above;
	} rows[] = {
		{ 24, 80, "\u252C Mills \u203A Ponds: how they were filled " },
		{ 8, 132, "Anse coast \u203A Mills \u203A Ponds: how" },
		{ 8, 100, " ibid  Mills \u203A Ponds: how" },
		{ 10, 45, " ibid  Mills \u203A Ponds: how they were filled" },
		{ 10, 40, " ibid  Ponds: how they were filled" },
		{ 10, 20, " Ponds: how they we\u2026" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, rows[i].rows, rows[i].cols, "mill-ponds");
		if (!golden_has(g, rows[i].above))
			fail_msg("%dx%d: no \"%s\"", rows[i].cols, rows[i].rows,
			    rows[i].above);
	}
	golden_keys(g, "H");
	assert_true(golden_has(g, "Ponds: how"));
	assert_false(golden_has(g, "Mills \u203A"));
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
a_topic_fits_every_size_and_keeps_its_sentence(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		golden_open(g, 24, 80, screens[i].where);
		golden_keys(g, screens[i].keys);
		for (int rows = 1; rows < 48; rows += 4) {
			for (int cols = 1; cols < 160; cols += 9) {
				app_resize(g->app, rows, cols);
				check_cursor(g, rows, cols);
			}
		}
		app_resize(g->app, 24, 80);
		if (strcmp(screens[i].keys, ") ) ) ) )") == 0)
			assert_true(golden_has(g, "6/10"));
	}
}

/* ---- The sentence under the cursor ---- */

/* The cells that show it; a bar between what stands apart. */
static void
read_current(char *out, size_t size, struct golden *g)
{
	const struct canvas *canvas = app_draw(g->app);
	bool was_current = false;
	struct str text;

	str_init(&text, size - 1);
	for (int row = 0; row < canvas_get_rows(canvas); row++) {
		const struct cell *cells = canvas_get_row(canvas, row);

		for (int col = 0; col < canvas_get_cols(canvas); col++) {
			bool is_current = cells[col].flags & CELL_CURRENT;

			if (is_current && !was_current && text.len > 0)
				str_add_char(&text, '|');
			if (is_current)
				str_add(&text, cells[col].text, cells[col].len);
			was_current = is_current;
		}
	}
	snprintf(out, size, "%s", text.data);
	str_clear(&text);
}

static void
the_current_sentence_shows_by_its_first_word(void **state)
{
	static const struct {
		const char *where, *keys, *shown;
	} rows[] = {
		{ "overview", "", "A tide" },
		{ "overview", ")", "The" },
		{ "overview", "j", "A tide" },
		{ "overview", "3 )", "The" },
		{ "mills", "", "The" },
		{ "mills", ")", "Neither" },
		{ "mills", "6 )", "7" },
		{ "names", "", "The" },
		{ "figure:mills-gazette", "", "The" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char shown[256];

		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		read_current(shown, sizeof shown, g);
		if (strcmp(shown, rows[i].shown) != 0)
			fail_msg("%s, %s: \"%s\"", rows[i].where, rows[i].keys,
			    shown);
	}
}

/* A sentence that begins within a line has the cursor at its own text. */
static void
the_cursor_stands_in_the_text_of_the_current_sentence(void **state)
{
	struct golden *g = *state;
	int row, col;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, ")");
	canvas_get_cursor(app_draw(g->app), &row, &col);
	assert_memory_equal(canvas_get_row(app_draw(g->app), row)[col].text,
	    "N", 1);
	assert_non_null(strstr(golden_get_cursor_row(g), "Neither"));
	assert_true(col > 40);
}

static void
in_ascii_the_bar_is_no_line_of_the_frame(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, "overview");
	assert_true(golden_has(g, "|#A tide"));
	golden_open_ascii(g, 24, 80, "figure:mills-gazette");
	assert_true(golden_has(g, "#The gazette"));
}

static void
a_topic_opens_on_its_first_sentence_and_a_heading_states_nothing(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	assert_true(golden_has(g, " 2/17"));
	assert_true(golden_has(g, "How many"));
	assert_true(golden_has(g, "Behind this sentence"));
	golden_keys(g, "(");
	assert_true(golden_has(g, " 1/17"));
	assert_true(golden_has(g, " A heading "));
	assert_true(golden_has(g, "A heading states nothing of its own."));
	assert_false(golden_has(g, "not cited"));
	/* and whoever was on the heading comes back to it */
	golden_keys(g, "F Backspace");
	assert_true(golden_has(g, " 1/17"));
	/* what states something and cites nothing is told from it */
	golden_open(g, 24, 80, "overview");
	golden_keys(g, "3 )");
	assert_true(golden_has(g, "not cited"));
}

static void
a_size_that_comes_back_brings_back_what_was_seen(void **state)
{
	static const char *const keys[] = { "", "j j", "4 )", "Space",
		"Space j", "1 2 j", "G", "G k k k", "Tab Tab" };
	static const struct {
		int rows, cols;
	} others[] = { { 5, 20 }, { 1, 1 }, { 10, 40 }, { 43, 132 }, { 2, 80 },
		{ 9, 60 }, { 5, 20 }, { 30, 200 } };
	static const char *const topics[] = { "mills", "overview" };
	struct golden *g = *state;
	struct str before, after;

	str_init(&before, 0);
	str_init(&after, 0);
	for (size_t i = 0; i < 2 * sizeof keys / sizeof *keys; i++) {
		golden_open(g, 13, 80, topics[i % 2]);
		golden_keys(g, keys[i / 2]);
		str_reset(&before);
		canvas_dump(&before, app_draw(g->app), true);
		for (size_t j = 0; j < sizeof others / sizeof *others; j++) {
			app_resize(g->app, others[j].rows, others[j].cols);
			app_draw(g->app);
		}
		app_resize(g->app, 13, 80);
		str_reset(&after);
		canvas_dump(&after, app_draw(g->app), true);
		if (strcmp(after.data, before.data) != 0) {
			print_message("%s", before.data);
			print_message("%s", after.data);
			fail_msg("%s, %s: not as it was", topics[i % 2],
			    keys[i / 2]);
		}
	}
	str_clear(&before);
	str_clear(&after);
}

static void
back_finds_the_topic_as_it_was_left(void **state)
{
	static const struct {
		const char *before, *away;
	} rows[] = {
		{ "", "F" },
		{ "g )", "Enter" },
		{ "7 )", "J" },
		{ "7 ) j j j", "F" },
		{ "G", "R" },
		{ "Space", "E" },
		{ "Space ) k k", "H" },
		{ "G k k k", "K" },
	};
	static const int heights[] = { 24, 10, 6 };
	struct golden *g = *state;
	struct str before, after;

	str_init(&before, 0);
	str_init(&after, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, heights[i % 3], 60, "mills");
		golden_keys(g, rows[i].before);
		str_reset(&before);
		canvas_dump(&before, app_draw(g->app), false);
		golden_keys(g, rows[i].away);
		golden_keys(g, "Backspace");
		str_reset(&after);
		canvas_dump(&after, app_draw(g->app), false);
		if (strcmp(after.data, before.data) != 0) {
			print_message("%s", before.data);
			print_message("%s", after.data);
			fail_msg("%s, %s: not as it was", rows[i].before,
			    rows[i].away);
		}
	}
	str_clear(&before);
	str_clear(&after);
}

static void
skipped_passages_are_counted_where_they_end(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mill-ponds");
	golden_keys(g, ": s e t Space g r a p h i c Space s k i p Enter");
	assert_false(golden_has(g, "In 1871"));
	assert_true(golden_has(g, "1 graphic passage is left out"));
	golden_keys(g, ": s e t Space g r a p h i c Space s h o w Enter");
	assert_true(golden_has(g, "In 1871"));
	assert_false(golden_has(g, "left out"));
}

/* The mouse does something where the text stands first. */
static void
point(struct golden *g, uint32_t key, const char *text)
{
	const struct canvas *canvas = app_draw(g->app);
	struct key_event event = { .key = key };
	struct str drawn;
	const char *at;

	str_init(&drawn, 0);
	canvas_dump(&drawn, canvas, false);
	at = strstr(drawn.data, text);
	assert_non_null(at);
	for (const char *c = drawn.data; c < at; c++) {
		event.row += *c == '\n';
		/* a column a character, no byte of its rest */
		event.col = *c == '\n' ? 0 : event.col + ((*c & 0xC0) != 0x80);
	}
	app_key(g->app, &event);
	str_clear(&drawn);
}

static void
press(struct golden *g, const char *text)
{
	point(g, KEY_MOUSE_PRESS, text);
}

static enum place_view
get_view(struct golden *g)
{
	struct reader_place now;

	app_get_place(g->app, &now);
	return now.view;
}

static void
a_press_reaches_every_pane(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	press(g, "Keepers   ");
	assert_non_null(strstr(golden_get_cursor_row(g), "Keepers"));
	press(g, "Keepers   ");
	assert_true(golden_has(g, "\u252C Keepers "));
	/* the sign of a branch */
	press(g, "\u25B8Mills");
	assert_true(golden_has(g, "\u25BEMills"));
	press(g, "\u25BEMills");
	assert_true(golden_has(g, "\u25B8Mills"));
	/* a step of a citation: the first press gives the pane the keys */
	golden_open(g, 24, 80, "overview");
	press(g, "Wren, ");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	press(g, "Wren, ");
	assert_int_equal(get_view(g), PLACE_SOURCE);
	/* an outline */
	golden_open(g, 24, 80, "mills");
	golden_keys(g, "l");
	press(g, "By kind");
	press(g, "By kind");
	assert_true(golden_has(g, "15/17"));
}

static void
a_press_on_a_word_of_the_top_line_opens_its_view(void **state)
{
	static const struct {
		const char *word;
		enum place_view place;
	} rows[] = {
		{ "Figures", PLACE_FIGURES },
		{ "souRces", PLACE_SOURCES },
		{ "Events", PLACE_EVENTS },
		{ "Topics", PLACE_TOPIC },
	};
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		press(g, rows[i].word);
		assert_int_equal(get_view(g), rows[i].place);
	}
	press(g, "ibid");
	press(g, "\u250C");
	assert_int_equal(get_view(g), PLACE_TOPIC);
}

static void
the_wheel_moves_the_pane_under_it(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	point(g, KEY_WHEEL_DOWN, "Overview   ");
	assert_non_null(strstr(golden_get_cursor_row(g), "Names"));
	point(g, KEY_WHEEL_UP, "Overview   ");
	assert_non_null(strstr(golden_get_cursor_row(g), "Overview"));
	point(g, KEY_WHEEL_DOWN, "any other");
	assert_true(golden_has(g, "3/10"));
	golden_keys(g, "(");
	point(g, KEY_WHEEL_DOWN, "Wren, ");
	assert_non_null(strstr(golden_get_cursor_row(g), "not seen"));
}

static void
a_press_leaves_what_was_begun_with_keys(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, ": g o");
	press(g, "coast had");
	assert_true(golden_has(g, "2/10"));
	golden_keys(g, "F & w r e n");
	press(g, "10\u201314");
	golden_keys(g, "Enter");
	assert_true(golden_has(g, "Wren has about"));
	golden_open(g, 24, 80, "overview");
	golden_keys(g, "m");
	press(g, "coast had");
	golden_keys(g, ")");
	assert_true(golden_has(g, "3/10"));
}

static void
a_press_selects_a_sentence_or_link_and_a_second_opens_it(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	press(g, "coast had");
	assert_true(golden_has(g, "2/10"));
	press(g, "page of names");
	assert_true(golden_has(g, "8/10"));
	press(g, "of names");
	assert_true(golden_has(g, "The Korean word"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_topic_is_drawn_as_its_golden_has_it),
		cmocka_unit_test(without_utf8_the_same_is_there_in_ascii),
		cmocka_unit_test(keys_lead_where_they_say),
		cmocka_unit_test(keys_before_the_first_drawing_do_the_same),
		cmocka_unit_test(
		    a_page_begins_with_the_first_sentence_that_begins_there),
		cmocka_unit_test(paging_never_takes_the_cursor_the_other_way),
		cmocka_unit_test(
		    the_way_to_a_topic_stands_above_it_and_loses_its_beginning_first),
		cmocka_unit_test(
		    a_topic_fits_every_size_and_keeps_its_sentence),
		cmocka_unit_test(the_current_sentence_shows_by_its_first_word),
		cmocka_unit_test(
		    the_cursor_stands_in_the_text_of_the_current_sentence),
		cmocka_unit_test(in_ascii_the_bar_is_no_line_of_the_frame),
		cmocka_unit_test(
		    a_topic_opens_on_its_first_sentence_and_a_heading_states_nothing),
		cmocka_unit_test(
		    a_size_that_comes_back_brings_back_what_was_seen),
		cmocka_unit_test(back_finds_the_topic_as_it_was_left),
		cmocka_unit_test(skipped_passages_are_counted_where_they_end),
		cmocka_unit_test(
		    a_press_selects_a_sentence_or_link_and_a_second_opens_it),
		cmocka_unit_test(a_press_reaches_every_pane),
		cmocka_unit_test(
		    a_press_on_a_word_of_the_top_line_opens_its_view),
		cmocka_unit_test(the_wheel_moves_the_pane_under_it),
		cmocka_unit_test(a_press_leaves_what_was_begun_with_keys),
	};

	return cmocka_run_group_tests_name("view_topic", tests, golden_set_up,
	    golden_tear_down);
}
