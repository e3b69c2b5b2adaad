/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "lab.h"
#include "screen_shot.h"
#include "unit.h"

/*
 * What keys send on a slow line, and that with it the screen is what a
 * drawing from nothing would make it.
 */
enum { WAIT = SCREEN_PATIENCE_MS, QUIET_MS = 100, MOMENT_MS = 15 };

struct kind {
	const char *name;
	const char *term;
	const char *locale;
	const char *more[2];
};

static const struct kind kinds[] = {
	{ "xterm-256color", NULL, NULL, { NULL } },
	{ "xterm", "xterm", NULL, { NULL } },
	{ "screen", "screen", NULL, { NULL } },
	{ "vt100", "vt100", NULL, { NULL } },
	{ "linux", "linux", NULL, { NULL } },
	{ "NO_COLOR", NULL, NULL, { "NO_COLOR=1", NULL } },
	{ "LC_ALL=C", "ansi", "C", { NULL } },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static struct screen *
start(struct lab *lab, const struct kind *kind, int rows, int cols)
{
	struct screen_options options = { .rows = rows,
		.cols = cols,
		.term = kind->term,
		.locale = kind->locale,
		.more = kind->more };
	char path[1024];
	const char *more[] = { "-d", path, "long", NULL };
	struct screen *s;

	lab_path(lab, path, sizeof path, "long.ibid");
	s = lab_start(lab, &options, more);
	screen_wait_for(s, "? help", WAIT);
	screen_wait_quiet(s, QUIET_MS, WAIT);
	return s;
}

/* ---- A topic that is long enough ---- */

static void
write_topic(const char *path, int number)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fprintf(f,
	    "---\ntitle: %s\nposition: %d\nsummary: Of wheels and races.\n"
	    "advisory: none\n---\n\n## Wheels\n\n",
	    number == 0 ? "Long" : "Another of the topics", 10 * number);
	for (int i = 0; i < 40; i++) {
		fprintf(f,
		    "In %d the mill at *quay %d* had %d wheels, of which the "
		    "[second](topic:long) turned.[@wren, p. %d]\n"
		    "Whether “all” did is not known — the survey is silent."
		    "[@wren, p. %d; @wren, p. %d]\n\n",
		    1700 + i, i, i % 7 + 2, i + 1, i + 2, i + 40);
		if (i % 5 == 0)
			fprintf(f,
			    "- a race of %d yards\n- 水車 and 물레방아\n\n",
			    20 + i);
	}
	assert_int_equal(fclose(f), 0);
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int
open_lab(void **state)
{
	struct lab *lab;
	char folder[1024], path[2048];

	lab_open(state);
	lab = *state;
	lab_path(lab, folder, sizeof folder, "long");
	snprintf(path, sizeof path, "%s/topics", folder);
	if (mkdir(folder, 0700) != 0 || mkdir(path, 0700) != 0)
		return -1;
	snprintf(path, sizeof path, "%s/collection.yaml", folder);
	write_file(path,
	    "title: Wheels\nlanguage: en-GB\nversion: 2026-01-31\n"
	    "licence: CC0-1.0\neditors:\n  - Ada Wren\n");
	snprintf(path, sizeof path, "%s/sources.json", folder);
	write_file(path,
	    "[{\"id\": \"wren\", \"type\": \"book\", \"title\": \"Tide Mills\", "
	    "\"custom\": {\"ibid\": {\"kind\": \"book\", \"certainty\": "
	    "\"exact\"}}}]\n");
	for (int i = 0; i < 20; i++) {
		snprintf(path, sizeof path,
		    i ? "%s/topics/other-%d.md" : "%s/topics/long.md", folder,
		    i);
		write_topic(path, i);
	}
	lab_path(lab, path, sizeof path, "long.ibid");
	lab_compile(lab, folder, path);
	return 0;
}

/* ---- The screen ---- */

/*
 * Lets ibid answer all that was sent: what is typed at its prompt appears
 * after it, and is gone again.
 */
static void
settle(struct screen *s, int number)
{
	char text[32];

	snprintf(text, sizeof text, ":x%dx", number);
	screen_type_text(s, text);
	screen_wait_for(s, text, WAIT);
	screen_send(s, "Esc");
	screen_wait_gone(s, text, WAIT);
	screen_wait_quiet(s, MOMENT_MS, WAIT);
}

static void
expect_redraw_shows_the_same(struct screen *s, const struct kind *kind,
    const char *keys, int number)
{
	struct screen_shot before, after;
	int row, col;
	bool is_changed;

	settle(s, number);
	screen_shot_take(&before, s);
	screen_send(s, "^L");
	settle(s, number + 1);
	screen_shot_take(&after, s);
	is_changed = screen_shot_find_change(&before, &after, &row, &col);
	screen_shot_clear(&before);
	screen_shot_clear(&after);
	screen_expect(s, !is_changed,
	    "%s: after %s a redraw changes nothing, as at %d,%d", kind->name,
	    keys, row, col);
}

static void
a_redraw_shows_what_was_there(void **state)
{
	static const char *const keys[] = { "j j j j j j j j j", ") ) ) Space",
		"k k k b j j", "^D ^D ( (", "G k k k k", "z j j j j",
		"z C j w j j", "l j j Enter", "J j ) )", "t j j Enter Space",
		"R j j j", "Enter", "Backspace F j", "? Space Space", "i j",
		"T Tab Tab", "g ) ) ) ) ) ) ) ) ) )" };
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 } };

	for (size_t i = 0; i < KINDS; i++) {
		struct screen *s = start(*state, &kinds[i], sizes[i % 3].rows,
		    sizes[i % 3].cols);

		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
			screen_send(s, keys[k]);
			expect_redraw_shows_the_same(s, &kinds[i], keys[k],
			    100 + 2 * (int)k);
		}
		lab_quit(*state);
	}
}

/* ---- Bytes ---- */

/*
 * A key that is answered by something: so much is sent for it.  It is
 * written at once, and only what is long may come in pieces.
 */
static size_t
press(struct screen *s, const char *key, int quiet_ms)
{
	size_t before = screen_count(s);

	screen_send(s, key);
	while (screen_count(s) == before)
		screen_expect(s, screen_wait_quiet(s, 1, WAIT),
		    "%s is answered", key);
	screen_wait_quiet(s, quiet_ms, WAIT);
	return screen_count(s) - before;
}

static void
expect_few(struct screen *s, const struct kind *kind, const char *key,
    size_t most)
{
	enum { PIECE_BYTES = 2048, ADDRESS_BYTES = 6 };
	struct screen_shot before, after;
	size_t sent, needed;

	screen_shot_take(&before, s);
	sent = press(s, key, most < PIECE_BYTES ? MOMENT_MS : QUIET_MS);
	screen_shot_take(&after, s);
	needed = screen_shot_count_needed(&before, &after);
	screen_shot_clear(&before);
	screen_shot_clear(&after);
	screen_expect(s, sent <= most, "%s: %s sends %zu bytes of at most %zu",
	    kind->name, key, sent, most);
	/* A step over the edge of the rows that scroll takes an address. */
	screen_expect(s, sent <= needed + needed / 10 + ADDRESS_BYTES,
	    "%s: %s sends %zu bytes where %zu are needed", kind->name, key,
	    sent, needed);
}

static const struct kind *const measured[] = { &kinds[0], &kinds[2], &kinds[3],
	&kinds[4], &kinds[5] };

enum { MEASURED = sizeof measured / sizeof *measured };

static void
a_line_of_scrolling_sends_little_more_than_the_line(void **state)
{
	enum { ZOOMED = 150, BESIDE_CONTENTS = 1100, LINES = 40 };

	for (size_t i = 0; i < MEASURED; i++) {
		struct screen *s = start(*state, measured[i], 24, 80);

		for (int line = 0; line < LINES; line++)
			expect_few(s, measured[i], "j", BESIDE_CONTENTS);
		screen_send(s, "g z");
		screen_wait_gone(s, "Contents", WAIT);
		screen_wait_quiet(s, QUIET_MS, WAIT);
		for (int line = 0; line < LINES; line++)
			expect_few(s, measured[i], "j", ZOOMED);
		for (int line = 0; line < LINES; line++)
			expect_few(s, measured[i], "k", ZOOMED);
		lab_quit(*state);
	}
}

static void
a_page_sends_no_more_than_its_cells_and_a_quarter(void **state)
{
	enum { PAGE = 24 * 80 * 5 / 4 };
	static const char *const keys[] = { "Space", "Space", "b", "^D", "^U",
		"G", "g", "J", "K", "F", "R", "?", "i" };

	for (size_t i = 0; i < MEASURED; i++) {
		struct screen *s = start(*state, measured[i], 24, 80);

		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
			expect_few(s, measured[i], keys[k], PAGE);
		lab_quit(*state);
	}
}

/* On a slow line a letter is a second, or it is none. */
static void
a_letter_that_is_searched_sends_a_page_at_most(void **state)
{
	enum { LETTER = 1500 };
	static const char *const begins[] = { "s", "/", "f" };
	static const char *const letters[] = { "w", "h", "e", "(", "e", ")",
		"l", "s", ".", "*", "Backspace", "Backspace", "A-w", "A-w", "q",
		"Backspace" };

	for (size_t i = 0; i < MEASURED; i++) {
		struct screen *s = start(*state, measured[i], 24, 80);

		for (size_t j = 0; j < sizeof begins / sizeof *begins; j++) {
			screen_send(s, begins[j]);
			screen_wait_quiet(s, QUIET_MS, WAIT);
			for (size_t k = 0; k < sizeof letters / sizeof *letters;
			     k++) {
				size_t sent;

				if (j == 2 && letters[k][1] == '-')
					continue;
				sent = press(s, letters[k], QUIET_MS);
				screen_expect(s, sent <= LETTER,
				    "%s: %s in %s sends %zu bytes",
				    measured[i]->name, letters[k], begins[j],
				    sent);
			}
			screen_send(s, "Esc T");
			screen_wait_quiet(s, QUIET_MS, WAIT);
		}
		lab_quit(*state);
	}
}

static void
the_first_screen_sends_its_cells_and_less_than_two_fifths_more(void **state)
{
	for (size_t i = 0; i < KINDS; i++) {
		struct screen *s = start(*state, &kinds[i], 24, 80);

		screen_expect(s, screen_count(s) <= 24 * 80 * 7 / 5,
		    "%s: the first screen sends %zu bytes", kinds[i].name,
		    screen_count(s));
		lab_quit(*state);
	}
}

static void
let_stand(long ms)
{
	struct timespec span = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&span, NULL);
}

/* A terminal that takes nothing for longer than is waited for. */
static void
what_the_terminal_refused_is_sent_with_the_next_key(void **state)
{
	struct screen_options options = { .rows = 100,
		.cols = 200,
		.is_hasty = true };
	struct screen *s = lab_start(*state, &options, NULL);

	screen_wait_for(s, "? help", WAIT);
	for (int i = 0; i < 2; i++) {
		screen_send(s, "?");
		let_stand(300);
		screen_send(s, "F");
		let_stand(300);
	}
	let_stand(2500);
	screen_wait_quiet(s, QUIET_MS, WAIT);
	expect_redraw_shows_the_same(s, &kinds[0], "a stop", 1);
	lab_quit(*state);
}

static void
nothing_is_sent_while_nothing_is_pressed(void **state)
{
	struct screen *s = start(*state, &kinds[0], 24, 80);
	size_t before = screen_count(s);

	screen_wait_quiet(s, 1500, WAIT);
	screen_expect(s, screen_count(s) == before, "%zu bytes are sent",
	    screen_count(s) - before);
	lab_quit(*state);
}

#define row(name) cmocka_unit_test_teardown(name, lab_clean)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(a_redraw_shows_what_was_there),
		row(a_line_of_scrolling_sends_little_more_than_the_line),
		row(a_page_sends_no_more_than_its_cells_and_a_quarter),
		row(a_letter_that_is_searched_sends_a_page_at_most),
		row(the_first_screen_sends_its_cells_and_less_than_two_fifths_more),
		row(what_the_terminal_refused_is_sent_with_the_next_key),
		row(nothing_is_sent_while_nothing_is_pressed),
	};

	return cmocka_run_group_tests(tests, open_lab, lab_close);
}
