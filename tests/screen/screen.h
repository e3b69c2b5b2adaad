/* SPDX-License-Identifier: ISC */
#ifndef IBID_SCREEN_H
#define IBID_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <vterm.h>

/*
 * A terminal for tests: runs a program on a pseudo-terminal of a stated
 * size, keeps what it sends, and shows it through libvterm.  Keys go to it
 * by name, and nothing is waited for by the clock: a test says what has to
 * appear, and how long at most it may take.  What fails ends the test, with
 * the screen as it stood as a comment.
 */
struct screen;

/* How long a thing may take that takes a moment: slow machines are slow. */
enum { SCREEN_PATIENCE_MS = 20000 };

struct screen_options {
	int rows, cols;          /* 0: 24, 80 */
	const char *term;        /* NULL: xterm-256color */
	const char *locale;      /* NULL: C.UTF-8 */
	const char *home;        /* NULL: / */
	const char *const *more; /* "NAME=VALUE" of the environment */
	bool is_hasty;           /* see pty_start() */
};

/* argv ends with NULL.  The program's environment has what it needs only. */
struct screen *screen_start(const struct screen_options *options,
    const char *const argv[]);

/* Ends the program too.  Takes NULL. */
void screen_free(struct screen *s);

/* ---- Doing ---- */

/*
 * Keys by name, divided by blanks: "j", "Space", "^F", "A-Left", "S-Tab",
 * "PgDn", "F1".  A word that is no name is typed as it stands.
 */
void screen_send(struct screen *s, const char *keys);

/* Bytes as they are; all of them are taken, or the test fails. */
void screen_type(struct screen *s, const char *bytes, size_t len);
void screen_type_text(struct screen *s, const char *text);

/* In the brackets of a paste where the program asked for them. */
void screen_paste(struct screen *s, const char *text);

/* Presses and lets go where the program asked for the mouse. */
void screen_click(struct screen *s, int row, int col);
void screen_turn_wheel(struct screen *s, int row, int col, bool is_down);

void screen_resize(struct screen *s, int rows, int cols);
/* The terminal loses what it shows; the program is not told. */
void screen_wipe(struct screen *s);
void screen_signal(struct screen *s, int signal);
void screen_hang_up(struct screen *s);

/* A program that was stopped goes on. */
void screen_continue(struct screen *s);

/* ---- Waiting ---- */

/* Until the text stands in one row of the screen. */
#define screen_wait_for(s, text, timeout_ms) \
	screen_wait_for_at((s), (text), (timeout_ms), __FILE__, __LINE__)
void screen_wait_for_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line);

/* Until it does not. */
#define screen_wait_gone(s, text, timeout_ms) \
	screen_wait_gone_at((s), (text), (timeout_ms), __FILE__, __LINE__)
void screen_wait_gone_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line);

/* Until the bytes have come, on the screen or not. */
#define screen_wait_bytes(s, text, timeout_ms) \
	screen_wait_bytes_at((s), (text), (timeout_ms), __FILE__, __LINE__)
void screen_wait_bytes_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line);

/* Until nothing has come for quiet_ms; false where that does not happen. */
bool screen_wait_quiet(struct screen *s, int quiet_ms, int timeout_ms);

/*
 * Until a key was answered, as far as that can be told: something came, and
 * then nothing for a moment.  For walks on which nothing hangs on it.
 */
void screen_wait_answer(struct screen *s);

/* Until the program ended, or stopped; gives the status of waitpid(). */
#define screen_wait_end(s, timeout_ms) \
	screen_wait_end_at((s), (timeout_ms), __FILE__, __LINE__)
int screen_wait_end_at(struct screen *s, int timeout_ms, const char *file,
    int line);
#define screen_wait_stop(s, timeout_ms) \
	screen_wait_stop_at((s), (timeout_ms), __FILE__, __LINE__)
int screen_wait_stop_at(struct screen *s, int timeout_ms, const char *file,
    int line);

/* ---- Looking ---- */

/* What is there now; waits for nothing. */
bool screen_has(struct screen *s, const char *text);

/* The row where the text stands, from 0; -1: nowhere. */
int screen_find(struct screen *s, const char *text);

/* A row's text in UTF-8, trailing blanks cut; lent until the next call. */
const char *screen_get_row(struct screen *s, int row);

/* All rows, newlines between; the caller's, freed with free(). */
char *screen_get_text(struct screen *s);

void screen_get_cell(struct screen *s, int row, int col, VTermScreenCell *out);
void screen_get_size(struct screen *s, int *rows, int *cols);
void screen_get_cursor(struct screen *s, int *row, int *col);
bool screen_is_cursor_visible(struct screen *s);
bool screen_is_alternate(struct screen *s);
int screen_get_mouse(struct screen *s); /* VTERM_PROP_MOUSE_ ... */
pid_t screen_get_process(struct screen *s);

/* Bytes received since the start, and where the last ones begin. */
size_t screen_count(struct screen *s);
const char *screen_get_raw(struct screen *s, size_t *len);

/* Sequences that the terminal did not know. */
unsigned screen_count_unknown(struct screen *s);
/* Titles that the program gave the window, joined. */
const char *screen_get_titles(struct screen *s);

/* ---- Proving ---- */

#define screen_expect(s, is_true, ...) \
	screen_expect_at((s), (is_true), __FILE__, __LINE__, __VA_ARGS__)
void screen_expect_at(struct screen *s, bool is_true, const char *file,
    int line, const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * That the terminal is as it was: modes, screen, cursor, mouse, pastes,
 * keys, attributes, character set and scrolling.  For a program that
 * ended or is stopped.
 */
#define screen_expect_given_back(s) \
	screen_expect_given_back_at((s), __FILE__, __LINE__)
void screen_expect_given_back_at(struct screen *s, const char *file, int line);
/* What is not as it was, in words; NULL: all is. */
const char *screen_find_left(struct screen *s);

#endif
