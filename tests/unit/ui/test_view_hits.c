/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "golden.h"
#include "ui/app_private.h"
#include "ui/view_hits.h"
#include "ui/views.h"
#include "unit.h"

/* The view of hits, as it is drawn and used. */
static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 }, { 5, 20 } };

enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

/* Words: a key's name, or ~TEXT, which is typed. */
static void
press(struct golden *g, const char *words)
{
	char word[64];

	while (*words) {
		size_t len = strcspn(words, " ");

		snprintf(word, sizeof word, "%.*s", (int)len, words);
		if (word[0] == '~')
			golden_type(g, word + 1);
		else
			golden_keys(g, word);
		golden_rest(g);
		words += len;
		words += strspn(words, " ");
	}
}

static const struct {
	const char *name, *where, *keys;
} views[] = {
	{ "hits-help", NULL, "s" },
	{ "hits-typing", NULL, "s ~mill" },
	{ "hits", NULL, "s ~mill Enter" },
	{ "hits-below", NULL, "s ~mill Enter } j" },
	{ "hits-unfolded", NULL, "s ~mill Enter l j" },
	{ "hits-folded", NULL, "s ~drowned Enter" },
	{ "hits-nothing", NULL, "s ~Mill(x)s? Enter" },
	{ "hits-titles", NULL, "f ~mi" },
	{ "hits-narrow", NULL, "s ~mill Enter &" },
	{ "hits-topics", NULL, "s ~mill Enter & t" },
	{ "hits-narrowed", NULL, "s ~mill Enter & y Enter & k Enter" },
	{ "hits-scripts", NULL,
	    "s ~\\p{Hebrew}+|\\p{Hangul}+|\\p{Han}|\\pM Enter" },
};

enum { VIEW_COUNT = sizeof views / sizeof *views };

static void
hits_are_drawn_as_their_goldens_have_them(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < VIEW_COUNT; i++) {
		for (size_t j = 0; j < SIZE_COUNT; j++) {
			char name[128];

			golden_open(g, sizes[j].rows, sizes[j].cols,
			    views[i].where);
			press(g, views[i].keys);
			snprintf(name, sizeof name, "%s-%dx%d", views[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

static void
without_utf8_contexts_are_transliterated(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, NULL);
	press(g, "s ~mill Enter l");
	golden_check(g, "hits-ascii-80x24");
	golden_open_ascii(g, 24, 80, NULL);
	press(g, "s ~\\p{Hangul}+|\\pM Enter");
	golden_check(g, "hits-scripts-ascii-80x24");
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
hits_fit_every_size_and_have_their_cursor_there(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < VIEW_COUNT; i++) {
		golden_open(g, 24, 80, NULL);
		press(g, views[i].keys);
		if (g->app->prompt_is != PROMPT_NONE)
			press(g, "Esc");
		for (int rows = 1; rows < 48; rows += 4) {
			for (int cols = 1; cols < 160; cols += 9) {
				app_resize(g->app, rows, cols);
				check_cursor(g, rows, cols);
				press(g, "Down");
				check_cursor(g, rows, cols);
			}
		}
	}
}

/* ---- Back ---- */

static void
back_finds_the_hits_as_they_were_left(void **state)
{
	static const char *const ways[] = { "s ~mill Enter j j",
		"s ~mill Enter } } j", "s ~mill Enter l j",
		"s ~mill Enter l j j j", "s ~a Enter Space Space k",
		"s ~mill Enter & k Enter j" };
	struct golden *g = *state;
	struct str before, after;

	str_init(&before, 0);
	str_init(&after, 0);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		str_reset(&before);
		str_reset(&after);
		golden_open(g, 16, 80, NULL);
		press(g, ways[i]);
		canvas_dump(&before, app_draw(g->app), true);
		press(g, "Enter");
		assert_false(golden_has(g, "Search:"));
		press(g, "Backspace");
		canvas_dump(&after, app_draw(g->app), true);
		assert_string_equal(before.data, after.data);
		press(g, "F Backspace");
		str_reset(&after);
		canvas_dump(&after, app_draw(g->app), true);
		assert_string_equal(before.data, after.data);
	}
	str_clear(&before);
	str_clear(&after);
}

/* ---- What the keys do ---- */

static const struct {
	const char *keys;
	const char *shown, *gone; /* "": nothing */
} uses[] = {
	/* One line a record, the others of its passages under it. */
	{ "s ~mill Enter l", "-", "" },
	{ "s ~mill Enter l l", "+", "" },
	/* Graphic passages are counted, and shown when they are. */
	{ "s ~drowned Enter", "in a folded passage", "three people" },
	{ "s ~drowned Enter", "in folded passages", "" },
	{ "s ~drowned Enter : ~set Space ~graphic Space ~show Enter",
	    "three people", "in a folded passage" },
	{ "s ~drowned Enter : ~set Space ~graphic Space ~skip Enter",
	    "left out", "three people" },
	/* Facets. */
	{ "s ~mill Enter & k", "Of which kind?", "\nTopics" },
	{ "s ~mill Enter & k Esc", "Narrow by which?", "" },
	{ "s ~mill Enter & Esc", "\nTopics", "Narrow" },
	{ "s ~mill Enter & k Enter", "In ", "" },
	{ "s ~mill Enter & k Enter Esc", "\nTopics", "In " },
	{ "s ~mill Enter & x", "In disagreeing", "\nTopics" },
	{ "s ~mill Enter & x & x", "\nTopics", "In " },
	{ "s ~mill Enter & x & y Enter & a", "\nTopics", "In " },
	{ "s ~mill Enter & x & y Enter Esc", "In disagreeing", "In year" },
	{ "s ~mill Enter & y Enter & x Esc", "In year", "disagreeing" },
	{ "s ~mill Enter & y Enter & k Enter & x Esc Esc", "In year",
	    "figures \u00B7" },
	{ "s ~mill Enter & y Enter & k Enter Enter [ Esc", "In year",
	    "figures \u00B7" },
	{ "s ~mill Enter & k Enter & y Enter & k Down Enter Esc", "In year",
	    "\u00B7 year" },
	{ "s ~mill Enter & y Enter & x & k Enter & x Esc", "In year",
	    "\u00B7 year" },
	{ "s ~mill Enter & k Enter & y Enter s ~s Enter Esc", "In ",
	    "\u00B7 year" },
	{ "s ~mill Enter &", " of what is found", "none of" },
	{ "s ~zzz Enter & t Esc", "none of what is found", "" },
	{ "s ~mill Enter & d j q q", "\nTopics", "From which" },
	{ "s ~mill Enter & Down Enter", "Of which topic?", "" },
	/* Titles. */
	{ "f ~mill", "Go to: mill", "" },
	{ "f ~mill Enter", "", "Go to" },
	{ "s A-w ~mill Enter f ~mill", "Go to: mill", "word" },
	{ "f ~zzz(", "Nothing is called this", "Alt-f" },
	/* Nothing. */
	{ "s ~zzz Enter", "Nothing matches", "Alt-f" },
	{ "s ~z(z)z Enter", "Alt-f takes", "" },
	{ "s ~ZZZ Enter", "match capitals too", "" },
	{ "s ~a Enter Enter", "", "Search:" },
};

static void
keys_in_the_hits_do_what_they_say(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
		golden_open(g, 24, 100, NULL);
		press(g, uses[i].keys);
		if (!golden_has(g, uses[i].shown))
			fail_msg("%s: no \"%s\"", uses[i].keys, uses[i].shown);
		if (uses[i].gone[0] && golden_has(g, uses[i].gone))
			fail_msg("%s: \"%s\"", uses[i].keys, uses[i].gone);
	}
}

static void
no_command_harms_the_hits_or_the_chooser(void **state)
{
	static const char *const begins[] = { "s ~mill Enter", "s ~zzz Enter",
		"s ~mill Enter &", "s ~mill Enter & t", "s ~zzz Enter & y" };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		for (int j = COMMAND_NONE + 1; j < COMMAND_COUNT; j++) {
			golden_open(g, 12, 60, NULL);
			press(g, begins[i]);
			app_run(g->app, (enum command)j, j % 3);
			golden_rest(g);
			app_run(g->app, COMMAND_LINE_DOWN, 0);
			golden_rest(g);
		}
	}
}

/* Keys that come faster than the screen is drawn. */
static void
keys_before_the_first_drawing_do_the_same(void **state)
{
	static const char *const keys[] = { "s m i l l Enter j j Enter",
		"s m i l l Enter } l j Enter", "f m i Enter" };
	struct golden *g = *state;
	struct str seen, unseen;

	str_init(&seen, 0);
	str_init(&unseen, 0);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		str_reset(&seen);
		str_reset(&unseen);
		golden_open(g, 24, 80, NULL);
		golden_keys(g, keys[i]);
		golden_rest(g);
		canvas_dump(&seen, app_draw(g->app), true);
		golden_open(g, 24, 80, NULL);
		golden_keys_unseen(g, keys[i]);
		golden_rest(g);
		canvas_dump(&unseen, app_draw(g->app), true);
		assert_string_equal(seen.data, unseen.data);
	}
	str_clear(&seen);
	str_clear(&unseen);
}

/* Rows of 60 letters, each its own; how many of them there is room for. */
static int
draw_letters(struct view_hits *h, struct canvas *canvas, char first)
{
	struct rect place = { .rows = 1, .cols = h->body.cols };
	char text[61] = "";
	int row = 0;

	canvas_clear(canvas);
	view_hits_make_sent(h);
	for (; row < h->body.rows; row++) {
		place.row = row;
		memset(text, first + row, sizeof text - 1);
		canvas_put_text(canvas, row, 0, 60, ROLE_TEXT, text);
		if (!view_hits_spend(h, canvas, place, row, false))
			break;
	}
	if (row < h->body.rows)
		view_hits_blank(h, canvas, place, row);
	return row;
}

static void
a_letter_changes_no_more_rows_than_there_is_room_for(void **state)
{
	struct view_hits h = { .body = { 0, 0, 24, 80 } };
	struct canvas *canvas = canvas_new(24, 80);
	int brief, whole, spent;

	(void)state;
	brief = draw_letters(&h, canvas, 'a');
	assert_in_range(h.spent, 500, 750);
	assert_int_equal(canvas_get_row(canvas, brief)[0].text[0], ' ');
	h.seen.is_done = true;
	whole = draw_letters(&h, canvas, 'A');
	assert_in_range(h.spent, 1200, 1500);
	assert_true(whole > brief);
	/* What stays as it is is free, and leaves room for more. */
	spent = h.spent;
	assert_int_equal(draw_letters(&h, canvas, 'A'), whole);
	assert_int_equal(h.spent, spent);
	h.spent = 0;
	assert_int_equal(draw_letters(&h, canvas, 'A'), 24);
	/* Without the prompt there is no limit. */
	assert_true(
	    view_hits_spend(&h, canvas, (struct rect){ 0, 0, 1, 80 }, 1, true));
	view_hits_clear_sent(&h);
	canvas_free(canvas);
}

/* The first click selects, the second opens, after which no view is there. */
static void
a_second_click_opens_what_was_found(void **state)
{
	struct golden *g = *state;
	struct key_event event = { .key = KEY_MOUSE_PRESS };

	golden_open(g, 24, 80, NULL);
	press(g, "s ~tide Enter j");
	app_draw(g->app);
	canvas_get_cursor(g->app->canvas, &event.row, &event.col);
	for (int i = 0; i < 2 && g->app->view->class == &view_hits_class; i++) {
		app_key(g->app, &event);
		app_draw(g->app);
	}
	assert_ptr_not_equal(g->app->view->class, &view_hits_class);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hits_are_drawn_as_their_goldens_have_them),
		cmocka_unit_test(without_utf8_contexts_are_transliterated),
		cmocka_unit_test(
		    hits_fit_every_size_and_have_their_cursor_there),
		cmocka_unit_test(back_finds_the_hits_as_they_were_left),
		cmocka_unit_test(keys_in_the_hits_do_what_they_say),
		cmocka_unit_test(no_command_harms_the_hits_or_the_chooser),
		cmocka_unit_test(keys_before_the_first_drawing_do_the_same),
		cmocka_unit_test(
		    a_letter_changes_no_more_rows_than_there_is_room_for),
		cmocka_unit_test(a_second_click_opens_what_was_found),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
