/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "compile/compile.h"
#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The application around its views: what it says, keeps and understands. */

static enum place_view
get_view(struct golden *g)
{
	return g->app->view->class->place;
}

/* ---- History ---- */

static void
the_history_keeps_the_way_forward(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "F E R 3 [ H");
	assert_int_equal(get_view(g), PLACE_HISTORY);
	assert_non_null(strstr(golden_get_cursor_row(g), "here  Mills"));
	assert_true(golden_has(g, "next  Sources"));
	assert_true(golden_has(g, "next  Events"));
	assert_true(golden_has(g, "next  Figures"));
	assert_true(golden_has(g, "4/4"));
	golden_keys(g, "]");
	assert_int_equal(get_view(g), PLACE_FIGURES);
	golden_keys(g, "2 ]");
	assert_int_equal(get_view(g), PLACE_SOURCES);
}

static void
the_history_is_no_place_of_its_own(void **state)
{
	struct golden *g = *state;
	size_t count, behind;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "F H Enter");
	assert_int_equal(get_view(g), PLACE_FIGURES);
	golden_keys(g, "H [");
	assert_int_equal(get_view(g), PLACE_FIGURES);
	golden_keys(g, "H q");
	assert_int_equal(get_view(g), PLACE_FIGURES);
	trail_list(g->session->trail, &count, &behind);
	assert_int_equal(count, 1);
	assert_int_equal(behind, 1);
	golden_keys(g, "H E");
	assert_int_equal(get_view(g), PLACE_EVENTS);
	golden_keys(g, "H");
	assert_false(golden_has(g, "history"));
	assert_true(golden_has(g, "1/3"));
}

static void
the_history_goes_to_any_place_and_loses_none(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "F E R H G Enter");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	golden_keys(g, "H g Enter");
	assert_int_equal(get_view(g), PLACE_SOURCES);
	golden_keys(g, "[");
	assert_int_equal(get_view(g), PLACE_EVENTS);
	golden_keys(g, "H");
	assert_true(golden_has(g, "2/4"));
}

static void
closing_the_history_of_the_first_view_does_not_quit(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "H q");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	assert_false(app_take_wish(g->app).quit);
	golden_keys(g, "q");
	assert_true(app_take_wish(g->app).quit);
}

/* ---- Keys ---- */

static void
an_alt_key_that_is_not_bound_is_escape_and_the_key(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "C");
	assert_int_equal(g->app->focus, PANE_CITATIONS);
	golden_keys(g, "A-F");
	assert_int_equal(g->app->focus, PANE_MAIN);
	assert_int_equal(get_view(g), PLACE_FIGURES);
	golden_keys(g, "A-3 j");
	assert_true(golden_has(g, "4/8"));
	golden_keys(g, ": A-j");
	assert_int_equal(g->app->prompt_is, PROMPT_NONE);
	assert_true(golden_has(g, "5/8"));
	golden_keys(g, "A-Left");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	golden_keys(g, ":");
	golden_type(g, "one two");
	golden_keys(g, "A-Left");
	assert_int_equal(g->app->prompt_is, PROMPT_COMMAND);
}

static void
a_count_is_seen_while_it_is_typed(void **state)
{
	struct golden *g = *state;
	static const int widths[] = { 80, 40, 20 };

	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		golden_open(g, 24, widths[i], NULL);
		golden_keys(g, "F 1 2 7");
		assert_true(golden_has(g, " 127\n"));
		assert_true(golden_has(g, "1/8"));
		golden_keys(g, "Esc");
		assert_false(golden_has(g, " 127\n"));
		golden_keys(g, "j");
		assert_true(golden_has(g, "2/8"));
	}
}

static void
a_pane_that_is_drawn_no_more_is_not_pressed(void **state)
{
	static const char *const panes[] = { "C", "t" };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		struct key_event press = { .key = KEY_MOUSE_PRESS,
			.row = 5,
			.col = 5 };

		golden_open(g, 10, 40, "mills");
		golden_keys(g, panes[i]);
		golden_keys_unseen(g, "i");
		app_key(g->app, &press);
		assert_int_equal(g->app->focus, PANE_MAIN);
		app_draw(g->app);
	}
}

static void
escape_after_mark_or_jump_says_nothing(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "m");
	assert_true(golden_has(g, "Mark this place"));
	golden_keys(g, "Esc");
	assert_int_equal(g->app->message.len, 0);
	golden_keys(g, "' Esc");
	assert_int_equal(g->app->message.len, 0);
	golden_keys(g, "m 7");
	assert_true(golden_has(g, "A mark is a letter"));
}

/* ---- Disagreements ---- */

static void
disagreements_are_gone_to_in_lists_and_on_pages(void **state)
{
	static const struct {
		const char *where, *keys, *row;
	} rows[] = {
		{ NULL, "F g >", "\u2260" },
		{ NULL, "F G <", "\u2260" },
		{ "measure:mills-working", "g >", "\u2260" },
		{ "mills", ">", "twelve mills" },
		{ "mills", "> >", "nine" },
		{ "mills", "G <", "nine" },
		{ "mills", "2 >", "nine" },
		{ "figure:mills-survey", ">", "gazette counted 9" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		if (!strstr(golden_get_cursor_row(g), rows[i].row))
			fail_msg("%zu %s: \"%s\"", i, rows[i].keys,
			    golden_get_cursor_row(g));
	}
}

static void
the_last_disagreement_is_told_from_none(void **state)
{
	static const struct {
		const char *where, *keys, *says;
	} rows[] = {
		{ NULL, "F 9 > >", "Nothing further down in this list" },
		{ NULL, "F 9 > 9 < <", "Nothing further up in this list" },
		{ "mills", "9 > >", "Nothing further on in this topic" },
		{ "mills", "<", "Nothing before in this topic" },
		{ "measure:mills-working", "9 9 > >",
		    "The next measure that disagrees: Pay of keepers" },
		{ "measure:keeper-pay", "9 9 > >",
		    "No measure behind this one disagrees." },
		{ "measure:keeper-pay", "g <",
		    "The measure before that disagrees: Mills at work" },
		{ "measure:mills-working", "g <",
		    "No measure before this one disagrees." },
		{ NULL, ">", "No disagreement is shown in this view." },
		{ NULL, "H >", "No disagreement is shown in this view." },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		if (!golden_has(g, rows[i].says))
			fail_msg("%s: \"%s\"", rows[i].keys,
			    g->app->message.data);
	}
}

/* Keys that come before the next drawing. */
static void
no_step_of_a_page_that_is_gone_is_opened(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "C");
	golden_keys_unseen(g,
	    ": s e t Space g r a p h i c Space s h o w Enter Enter");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	app_draw(g->app);
	golden_keys(g, "Enter");
	assert_int_equal(get_view(g), PLACE_SOURCE);
	golden_line(g, "set graphic fold");
}

/* ---- A new edition ---- */

static void
write_text(const char *folder, const char *name, const char *text)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* An edition that has nothing but its first topic. */
static void
compile_tiny(const char *path)
{
	char folder[] = "/tmp/ibid-app-XXXXXX", topics[64], command[128];
	struct compile_counts counts;
	struct diagnose diagnose;
	struct error err;

	assert_non_null(mkdtemp(folder));
	snprintf(topics, sizeof topics, "%s/topics", folder);
	assert_int_equal(mkdir(topics, 0700), 0);
	write_text(folder, "collection.yaml",
	    "title: Mills no more\nlanguage: en-GB\nversion: 2027-01-31\n"
	    "licence: CC0-1.0\neditors:\n  - Ada Wren\n");
	write_text(topics, "overview.md",
	    "---\ntitle: Overview\nposition: 10\nsummary: All.\n"
	    "advisory: none\n---\n\nNothing is left of the mills.\n");
	diagnose_init(&diagnose);
	assert_int_equal(compile_run(&counts, folder, path, false, &diagnose,
			     &err),
	    STATUS_OK);
	diagnose_clear(&diagnose);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
}

/* The file is looked at when a second has passed since the last look. */
static void
look_again(struct golden *g)
{
	struct timespec moment = { .tv_nsec = 20000000 };
	time_t now = time(NULL);

	while (time(NULL) == now)
		nanosleep(&moment, NULL);
	app_refresh(g->app);
}

static void
replace(struct golden *g, const char *with)
{
	app_refresh(g->app);
	assert_int_equal(rename(with, g->path), 0);
	look_again(g);
}

/* The collection is set aside, and a copy of it stands in its place. */
static void
set_aside(struct golden *g, char *aside, size_t size)
{
	char command[256];

	snprintf(aside, size, "%s.aside", g->path);
	snprintf(command, sizeof command, "mv '%s' '%s' && cp '%s' '%s'",
	    g->path, aside, aside, g->path);
	assert_int_equal(system(command), 0);
}

static void
a_new_edition_is_said_and_the_key_is_run(void **state)
{
	struct golden *g = *state;
	char aside[128];

	set_aside(g, aside, sizeof aside);
	golden_open(g, 24, 80, NULL);
	golden_keys(g, "F");
	replace(g, aside);
	golden_keys(g, "j");
	assert_true(golden_has(g, "replaced by a new edition."));
	golden_keys(g, "k");
	assert_false(golden_has(g, "replaced by a new edition."));
	assert_true(golden_has(g, "1/8"));
}

static void
a_key_is_not_run_on_a_view_that_was_not_seen(void **state)
{
	struct golden *g = *state;
	char aside[128], tiny[128];

	set_aside(g, aside, sizeof aside);
	snprintf(tiny, sizeof tiny, "%s.tiny", g->path);
	compile_tiny(tiny);
	golden_open(g, 24, 80, "keepers");
	replace(g, tiny);
	golden_keys(g, "Q");
	assert_int_equal(get_view(g), PLACE_HOME);
	assert_false(app_take_wish(g->app).quit);
	assert_true(golden_has(g, "replaced by a new edition:"));
	assert_true(golden_has(g, "keepers"));
	assert_true(golden_has(g, "Mills no more"));
	golden_keys(g, "T");
	assert_true(golden_has(g, "Nothing is left of the mills."));
	golden_close(g);
	assert_int_equal(rename(aside, g->path), 0);
}

static void
a_new_edition_is_searched_anew(void **state)
{
	static const struct {
		const char *keys, *then, *says;
	} rows[] = {
		{ "s m i l l Enter", "g", "the mills" },
		{ "s m i l l", "s", "the mills" },
		{ "f o v e", "r", "go to: over" },
	};
	struct golden *g = *state;
	char aside[128], tiny[128];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		set_aside(g, aside, sizeof aside);
		snprintf(tiny, sizeof tiny, "%s.tiny", g->path);
		compile_tiny(tiny);
		golden_open(g, 24, 80, NULL);
		golden_keys(g, rows[i].keys);
		replace(g, tiny);
		golden_keys(g, rows[i].then);
		assert_int_equal(get_view(g), PLACE_HITS);
		assert_true(golden_has(g, "replaced by a new edition."));
		assert_true(golden_has(g, rows[i].says));
		assert_false(golden_has(g, "Keepers"));
		golden_close(g);
		assert_int_equal(rename(aside, g->path), 0);
	}
}

static void
an_edition_that_cannot_be_read_is_said_and_the_old_one_stays(void **state)
{
	struct golden *g = *state;
	char aside[128], bad[128];

	set_aside(g, aside, sizeof aside);
	snprintf(bad, sizeof bad, "%s.bad", g->path);
	write_text("/tmp", bad + strlen("/tmp/"), "No collection.\n");
	golden_open(g, 24, 200, NULL);
	replace(g, bad);
	golden_keys(g, "F");
	assert_true(golden_has(g,
	    "The new edition cannot be read, the old one stays: "));
	golden_keys(g, "j Enter");
	assert_int_equal(get_view(g), PLACE_FIGURE);
	assert_false(golden_has(g, "cannot be read"));
	golden_close(g);
	assert_int_equal(rename(aside, g->path), 0);
}

/* ---- What is wrong in the settings ---- */

/* Begins anew with settings read from a file of that text. */
static void
open_with_settings(struct golden *g, const char *text)
{
	char path[] = "/tmp/ibid-test-XXXXXX";
	int fd = mkstemp(path);
	struct error err;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	golden_open(g, 24, 80, "mills");
	app_free(g->app);
	settings_read(&g->session->settings, path);
	unlink(path);
	assert_int_equal(app_new(&g->app, g->session, 24, 80, true, "mills",
			     &err),
	    STATUS_OK);
}

static void
a_wrong_line_of_the_settings_is_said_until_a_key_is_pressed(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "\ngraphic = hide\n", ":2: graphic: \"hide\" is none of" },
		{ "bind ^S zoom\n", ":1: bind: no key is named \"^S\"" },
		{ "\n\nbind Z nothing\n", ":3: bind: no command is named" },
		{ "mouse\n", ":1: expected name = value" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		open_with_settings(g, rows[i].text);
		assert_true(golden_has(g, "The survey found"));
		if (!golden_has(g, rows[i].says))
			fail_msg("no \"%s\"", rows[i].says);
		golden_keys(g, "j");
		assert_false(golden_has(g, rows[i].says));
	}
}

static void
all_that_is_wrong_in_the_settings_stands_first_in_the_help(void **state)
{
	struct golden *g = *state;

	open_with_settings(g,
	    "graphic = hide\nbind ^S zoom\nkeys = less\nbind Z nothing\n");
	assert_true(golden_has(g, ":1: graphic"));
	assert_true(golden_has(g, "3 wrong lines, h has all: "));
	golden_keys(g, "d h");
	assert_true(golden_has(g, "Wrong in the settings"));
	assert_true(golden_has(g, ":1: graphic: \"hide\" is none of"));
	assert_true(golden_has(g, ":2: bind: no key is named \"^S\""));
	assert_true(golden_has(g, ":4: bind: no command is named"));
	golden_open(g, 24, 80, "mills");
	golden_keys(g, "?");
	assert_false(golden_has(g, "Wrong in the settings"));
}

static void
the_lines_around_wrong_ones_hold(void **state)
{
	struct golden *g = *state;

	open_with_settings(g, "graphic = hide\nbind ^S zoom\nbind Z figures\n");
	golden_keys(g, "Z");
	assert_int_equal(get_view(g), PLACE_FIGURES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_wrong_line_of_the_settings_is_said_until_a_key_is_pressed),
		cmocka_unit_test(
		    all_that_is_wrong_in_the_settings_stands_first_in_the_help),
		cmocka_unit_test(the_lines_around_wrong_ones_hold),
		cmocka_unit_test(the_history_keeps_the_way_forward),
		cmocka_unit_test(the_history_is_no_place_of_its_own),
		cmocka_unit_test(the_history_goes_to_any_place_and_loses_none),
		cmocka_unit_test(
		    closing_the_history_of_the_first_view_does_not_quit),
		cmocka_unit_test(
		    an_alt_key_that_is_not_bound_is_escape_and_the_key),
		cmocka_unit_test(a_count_is_seen_while_it_is_typed),
		cmocka_unit_test(a_pane_that_is_drawn_no_more_is_not_pressed),
		cmocka_unit_test(escape_after_mark_or_jump_says_nothing),
		cmocka_unit_test(
		    disagreements_are_gone_to_in_lists_and_on_pages),
		cmocka_unit_test(the_last_disagreement_is_told_from_none),
		cmocka_unit_test(no_step_of_a_page_that_is_gone_is_opened),
		cmocka_unit_test(a_new_edition_is_said_and_the_key_is_run),
		cmocka_unit_test(a_key_is_not_run_on_a_view_that_was_not_seen),
		cmocka_unit_test(a_new_edition_is_searched_anew),
		cmocka_unit_test(
		    an_edition_that_cannot_be_read_is_said_and_the_old_one_stays),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
