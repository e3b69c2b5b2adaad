/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hostile.h"
#include "lab.h"
#include "unit.h"

/* No byte that a terminal would obey gets out of a hostile collection. */

static char hostile[1024];

static int
open_hostile_lab(void **state)
{
	struct lab *lab;

	if (lab_open(state) != 0)
		return -1;
	lab = *state;
	lab_path(lab, hostile, sizeof hostile, "hostile.ibid");
	lab_copy(lab->collection, hostile);
	hostile_make(hostile);
	return 0;
}

static void
expect_nothing_hostile(struct screen *s, bool is_utf8)
{
	size_t len;
	const char *raw = screen_get_raw(s, &len);
	const char *found;

	screen_count(s);
	found = hostile_find(raw, len, 0);
	screen_expect(s, !found, "nothing hostile is sent: %s",
	    found ? found : "");
	screen_expect(s, screen_get_titles(s)[0] == '\0', "no title is set: %s",
	    screen_get_titles(s));
	screen_expect(s, screen_count_unknown(s) == 0,
	    "no unknown sequence is sent (%u)", screen_count_unknown(s));
	for (size_t i = 0; !is_utf8 && i < len; i++)
		screen_expect(s, (unsigned char)raw[i] < 0x80,
		    "byte %#x is ASCII", (unsigned char)raw[i]);
}

/* A key, and its answer taken in. */
static void
press(struct screen *s, const char *keys)
{
	screen_send(s, keys);
	screen_wait_answer(s);
}

/* Every row of a list is selected, opened, read to its end, and left. */
static void
walk_through_list(struct screen *s, const char *list, int rows)
{
	char down[32];

	for (int i = 0; i < rows; i++) {
		press(s, list);
		press(s, "g");
		snprintf(down, sizeof down, "%dj", i);
		if (i > 0)
			press(s, down);
		press(s, "Enter");
		press(s, "c");
		press(s, "c");
		press(s, "Space");
		press(s, "G");
		press(s, "Tab");
		press(s, "C");
		press(s, "G");
		press(s, "w");
		press(s, "=");
		press(s, "i");
	}
}

static void
walk_everywhere(struct screen *s)
{
	press(s, "T");
	for (int topic = 0; topic < 6; topic++) {
		for (int sentence = 0; sentence < 12; sentence++)
			press(s, ")");
		press(s, "l");
		press(s, "w");
		press(s, "J");
	}
	walk_through_list(s, "F", 8);
	walk_through_list(s, "R", 10);
	walk_through_list(s, "E", 4);
	press(s, "F");
	press(s, "o");
	press(s, "o");
	press(s, "O");
	press(s, "t");
	press(s, "G");
	press(s, "&");
	press(s, "e");
	press(s, "Enter");
	press(s, "H");
	press(s, "G");
	press(s, "?");
	press(s, "i");
	press(s, "G");
}

static void
type_hostile_lines(struct screen *s)
{
	screen_type_text(s, ":go ");
	screen_paste(s, HOSTILE_NAME);
	press(s, "Enter");
	screen_type_text(s, ":");
	screen_paste(s, HOSTILE_NAME);
	press(s, "Tab");
	press(s, "Enter");
	screen_type_text(s, ":set ");
	screen_paste(s, HOSTILE_NAME);
	screen_type_text(s, " ");
	screen_paste(s, HOSTILE_NAME);
	press(s, "Enter");
	press(s, "F");
	screen_type_text(s, "&");
	screen_paste(s, HOSTILE_NAME);
	press(s, "Enter");
	screen_paste(s, HOSTILE_NAME);
	press(s, "Enter");
	/* What is no pattern stays in its line. */
	press(s, "Esc");
}

static void
visit(struct lab *lab, int rows, int cols, const char *locale)
{
	/* A terminal that has links is sent addresses as well. */
	static const char *const variables[] = { "VTE_VERSION=6000", NULL };
	struct screen_options options = { .rows = rows,
		.cols = cols,
		.locale = locale,
		.more = variables };
	const char *more[] = { "-d", hostile, NULL };
	struct screen *s = lab_start(lab, &options, more);
	size_t len;
	const char *raw;

	assert_true(screen_wait_quiet(s, 300, SCREEN_PATIENCE_MS));
	walk_everywhere(s);
	raw = screen_get_raw(s, &len);
	screen_expect(s, memmem(raw, len, "OWNED", 5) != NULL,
	    "what is hostile is shown");
	type_hostile_lines(s);
	expect_nothing_hostile(s, !locale);
	lab_quit(lab);
}

static void
nothing_gets_out_on_a_common_screen(void **state)
{
	visit(*state, 24, 80, NULL);
}

static void
nothing_gets_out_on_a_large_screen(void **state)
{
	visit(*state, 43, 132, NULL);
}

static void
nothing_gets_out_on_small_screens(void **state)
{
	visit(*state, 10, 40, NULL);
	visit(*state, 5, 20, NULL);
}

static void
nothing_gets_out_without_utf8(void **state)
{
	visit(*state, 24, 80, "C");
}

static struct screen *
run_with(struct lab *lab, const char *const more[])
{
	struct screen_options options = { .rows = 24, .cols = 80 };

	return lab_start(lab, &options, more);
}

/* A name shows in a message, or on the screen; it is never obeyed. */
static void
a_hostile_file_name_does_no_harm(void **state)
{
	struct lab *lab = *state;
	char path[2048];
	const char *more[] = { "-d", path, NULL };
	struct screen *s;

	lab_path(lab, path, sizeof path, HOSTILE_NAME ".ibid");
	s = run_with(lab, more);
	screen_wait_end(s, SCREEN_PATIENCE_MS);
	screen_expect(s, screen_has(s, "ibid: "), "it is missed in words");
	expect_nothing_hostile(s, true);
	assert_int_equal(symlink(lab->collection, path), 0);
	s = run_with(lab, more);
	screen_wait_for(s, "Tide mills", SCREEN_PATIENCE_MS);
	press(s, "T");
	expect_nothing_hostile(s, true);
	assert_int_equal(unlink(path), 0);
	press(s, "F");
	press(s, "R");
	expect_nothing_hostile(s, true);
	lab_quit(lab);
}

static void
a_hostile_argument_does_no_harm(void **state)
{
	const char *more[] = { HOSTILE_NAME, NULL };
	struct screen *s = run_with(*state, more);

	screen_wait_end(s, SCREEN_PATIENCE_MS);
	expect_nothing_hostile(s, true);
}

/* The finder itself finds what is there. */
static void
what_is_hostile_is_found(void **state)
{
	static const struct {
		const char *bytes, *what;
	} rows[] = {
		{ "\033[1mgood\033[0m", NULL },
		{ "밀물 \xcc\x81", NULL },
		{ "x\033]0;OWNED", "a title" },
		{ "x\xc2\x9b", "a C1 control" },
		{ "x\x9b", "an ill-formed byte" },
		{ "\xe2\x80\xae", "an invisible character" },
		{ "\016", "a character set" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *found = hostile_find(rows[i].bytes,
		    strlen(rows[i].bytes), 0);

		if (!rows[i].what)
			assert_null(found);
		else
			assert_string_equal(found, rows[i].what);
	}
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(what_is_hostile_is_found),
		row(nothing_gets_out_on_a_common_screen),
		row(nothing_gets_out_on_a_large_screen),
		row(nothing_gets_out_on_small_screens),
		row(nothing_gets_out_without_utf8),
		row(a_hostile_file_name_does_no_harm),
		row(a_hostile_argument_does_no_harm),
	};

	return cmocka_run_group_tests(tests, open_hostile_lab, lab_close);
}
