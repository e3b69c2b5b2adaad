/* SPDX-License-Identifier: ISC */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab.h"
#include "unit.h"

/*
 * A reader's walk through the collection, at every size and on every kind
 * of terminal: what is read has to appear, whatever it looks like there.
 */
struct look {
	const char *name;
	const char *term;
	const char *locale;
	const char *more[2];
};

static const struct look looks[] = {
	{ "xterm-256color", NULL, NULL, { NULL } },
	{ "vt100", "vt100", NULL, { NULL } },
	{ "screen", "screen", NULL, { NULL } },
	{ "linux", "linux", NULL, { NULL } },
	{ "xterm-mono", "xterm-mono", NULL, { NULL } },
	{ "NO_COLOR", NULL, NULL, { "NO_COLOR=1", NULL } },
	{ "LC_ALL=C", NULL, "C", { NULL } },
	{ "vt100 and LC_ALL=C", "vt100", "C", { NULL } },
};

static const struct size {
	int rows, cols;
	bool is_single; /* one pane at a time */
} sizes[] = {
	{ 24, 80, false },
	{ 43, 132, false },
	{ 10, 40, true },
	{ 5, 20, true },
};

enum { WAIT = SCREEN_PATIENCE_MS, ROWS_FOR_A_STEP = 6 };

static struct screen *
start(struct lab *lab, const struct size *size, const struct look *look)
{
	struct screen_options options = { .rows = size->rows,
		.cols = size->cols,
		.term = look->term,
		.locale = look->locale,
		.more = look->more };
	struct screen *s = lab_start(lab, &options, NULL);

	screen_wait_for(s, "Tide mills", WAIT);
	return s;
}

/*
 * The pane stands beside the text, or c shows it in its place; on the
 * smallest screen j goes to what is below.
 */
static void
expect_behind(struct screen *s, const struct size *size, const char *text)
{
	if (size->is_single)
		screen_send(s, "c");
	if (size->rows < ROWS_FOR_A_STEP) {
		screen_wait_for(s, "stated in", WAIT);
		screen_wait_quiet(s, 100, WAIT);
		for (int i = 0; i < 6 && !screen_has(s, text); i++) {
			screen_send(s, "j");
			screen_wait_quiet(s, 100, WAIT);
		}
	}
	screen_wait_for(s, text, WAIT);
	if (size->is_single)
		screen_send(s, "c");
}

/* What stands behind five sentences of the first topic, from its top on. */
static void
read_sentences(struct screen *s, const struct size *size)
{
	static const struct {
		int steps;
		const char *behind;
	} sentences[] = {
		{ 0, "p. 3" },
		{ 1, "p. 4" },
		{ 4, "30" },
		{ 1, "31" },
		{ 2, "Song" },
	};

	screen_send(s, "T");
	screen_wait_for(s, "A tide mill", WAIT);
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		for (int k = 0; k < sentences[i].steps; k++)
			screen_send(s, ")");
		expect_behind(s, size, sentences[i].behind);
	}
	screen_send(s, "g");
	screen_wait_for(s, "A tide mill", WAIT);
}

static void
follow_a_link_and_return(struct screen *s)
{
	screen_send(s, "Tab Enter");
	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, "Backspace");
	screen_wait_gone(s, "The survey found", WAIT);
	screen_send(s, "]");
	screen_wait_for(s, "The survey found", WAIT);
	screen_send(s, "[");
	screen_wait_gone(s, "The survey found", WAIT);
}

/* A slow machine may be quiet before it has answered. */
static bool
wait_for_another(struct screen *s, const char *before)
{
	enum { QUIET_MS = 100 };
	bool is_same = true;

	for (int ms = 0; ms < WAIT && is_same; ms += QUIET_MS) {
		char *after;

		screen_wait_quiet(s, QUIET_MS, WAIT);
		after = screen_get_text(s);
		is_same = strcmp(before, after) == 0;
		free(after);
	}
	return !is_same;
}

/* The order changes with o, and turns round with O. */
static void
sort_figures(struct screen *s)
{
	char *before;

	screen_send(s, "F");
	screen_wait_for(s, "12     mills", WAIT);
	screen_wait_quiet(s, 50, WAIT);
	before = screen_get_text(s);
	screen_send(s, "O");
	screen_expect(s, wait_for_another(s, before), "the order is turned");
	free(before);
}

/* A source, and one of the things that cite it. */
static void
open_what_cites(struct screen *s)
{
	screen_send(s, "R");
	screen_wait_for(s, "Gazette", WAIT);
	screen_type_text(s, "&Wren");
	screen_wait_for(s, "&Wren", WAIT);
	screen_send(s, "Enter");
	screen_wait_gone(s, "Gazette", WAIT);
	screen_send(s, "Enter");
	screen_wait_for(s, "Reference", WAIT);
	screen_send(s, "Tab Enter");
	screen_wait_for(s, "A tide mill", WAIT);
}

static void
shrink_and_grow(struct screen *s, const struct size *size)
{
	screen_resize(s, 10, 40);
	screen_wait_for(s, "A tide mill", WAIT);
	screen_resize(s, size->rows, size->cols);
	screen_wait_for(s, "A tide mill", WAIT);
}

static void
walk(struct lab *lab, const struct size *size, const struct look *look)
{
	struct screen *s = start(lab, size, look);

	read_sentences(s, size);
	follow_a_link_and_return(s);
	sort_figures(s);
	open_what_cites(s);
	shrink_and_grow(s, size);
	screen_expect(s, screen_count_unknown(s) == 0,
	    "the terminal knows all that is sent");
	lab_quit(lab);
}

static void
walk_at(void **state, const struct size *size)
{
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		printf("# %dx%d, %s\n", size->cols, size->rows, looks[i].name);
		walk(*state, size, &looks[i]);
	}
}

static void
the_walk_works_at_80x24(void **state)
{
	walk_at(state, &sizes[0]);
}

static void
the_walk_works_at_132x43(void **state)
{
	walk_at(state, &sizes[1]);
}

static void
the_walk_works_at_40x10(void **state)
{
	walk_at(state, &sizes[2]);
}

static void
the_walk_works_at_20x5(void **state)
{
	walk_at(state, &sizes[3]);
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(the_walk_works_at_80x24),
		row(the_walk_works_at_132x43),
		row(the_walk_works_at_40x10),
		row(the_walk_works_at_20x5),
	};

	return cmocka_run_group_tests(tests, lab_open, lab_close);
}
