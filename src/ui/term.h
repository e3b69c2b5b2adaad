/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_H
#define IBID_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "draw/canvas.h"
#include "reader/settings.h"

/*
 * The terminal: keys in, canvas out.  The only module with curses, and the
 * only one with a file-scope variable (signals need it).
 */
enum key {
	/* A character is its code point. */
	KEY_NAMED = 0x200000,
	KEY_NONE_YET, /* the time is over */
	KEY_RESIZED,
	KEY_PASTE_BEGIN,
	KEY_PASTE_END,
	KEY_ARROW_UP,
	KEY_ARROW_DOWN,
	KEY_ARROW_LEFT,
	KEY_ARROW_RIGHT,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_TO_HOME,
	KEY_TO_END,
	KEY_ENTER_KEY,
	KEY_TAB_KEY,
	KEY_BACK_TAB,
	KEY_BACKSPACE_KEY,
	KEY_DELETE_KEY,
	KEY_INSERT_KEY,
	KEY_ESCAPE_KEY,
	KEY_FUNCTION_1, /* and up to 12 */
	KEY_FUNCTION_12 = KEY_FUNCTION_1 + 11,
	KEY_MOUSE_PRESS, /* event.row, event.col */
	KEY_WHEEL_UP,
	KEY_WHEEL_DOWN,
	KEY_HANG_UP,           /* end: the place is kept, modes are left */
	KEY_ALT = 0x400000,    /* added to another */
	KEY_CONTROL = 0x800000 /* added to a letter: ^F is KEY_CONTROL|'f' */
};

struct key_event {
	uint32_t key;
	int row, col; /* of the mouse, from 0 */
	int signal;   /* of KEY_HANG_UP, 0: input ended */
};

struct term;

/*
 * Opens the terminal of stdin and stdout.  STATUS_UNSUPPORTED and a
 * sentence for an unknown TERM, STATUS_IO where they are no terminal.
 */
enum status term_open(struct term **out, const struct settings *settings,
    struct error *err);

/* Gives the terminal back; takes NULL; may be called twice. */
void term_close(struct term *t);

void term_get_size(const struct term *t, int *rows, int *cols);
bool term_is_utf8(const struct term *t);
unsigned term_get_colors(const struct term *t); /* 0: monochrome */
bool term_knows_links(const struct term *t);    /* OSC 8 */

/* Settings that can change while running: colours, mouse, links. */
void term_apply(struct term *t, const struct settings *settings);

/*
 * Waits for a key; timeout_ms -1: until there is one, 0: looks.  Escape
 * alone is told from a sequence within 50 ms (ESCDELAY).  After ^Z or a
 * SIGTSTP it comes back with KEY_RESIZED, the screen to be painted anew.
 */
struct key_event term_read_key(struct term *t, int timeout_ms);

/* Whether a key waits already: more work can be put off. */
bool term_has_key(struct term *t);

/* Brings the canvas to the screen with the fewest bytes. */
void term_paint(struct term *t, const struct canvas *canvas);

/* Forgets what the screen shows; the next paint sends everything. */
void term_redraw(struct term *t);

/* term_copy.c */
enum term_copied { TERM_COPIED, TERM_COPY_TOO_LONG, TERM_HAS_NO_CLIPBOARD };

/* Asks the terminal to take a text to its clipboard; it never answers. */
enum term_copied term_copy(struct term *t, const char *text, size_t len);

/* Whether tmux lies between, which takes a text from a command of its own. */
bool term_has_multiplexer(const struct term *t);

/*
 * Shows a text, or its beginning, with nothing else on the screen, and
 * returns how many bytes of it.  The next paint sends everything.
 */
size_t term_show_text(struct term *t, const char *text);

/* Stops the program as ^Z does, the terminal given back meanwhile. */
void term_suspend(struct term *t);

/* Gives the terminal back for a moment (a browser in the terminal). */
void term_leave(struct term *t);
void term_enter(struct term *t);

/*
 * Waits for the child that has the terminal we left, and enters again; gives
 * the status of waitpid().  False where we are to end: the next key says so.
 */
bool term_wait_child(struct term *t, pid_t child, int *status);

#endif
