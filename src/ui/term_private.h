/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_PRIVATE_H
#define IBID_TERM_PRIVATE_H

#include <stdint.h>
#include <termios.h>

#include "base/str.h"
#include "clipboard.h"
#include "term.h"
#include "term_codes.h"
#include "term_input.h"
#include "term_paint.h"

/*
 * What the parts of the terminal share: term.c opens it as its description
 * says, term_show.c shows and term_read.c reads, both without curses.
 */
struct term {
	struct codes codes;
	/* The description's words; NULL: it has none. */
	const char *enter, *leave;
	const char *show_cursor, *hide_cursor;
	const char *keypad_on, *keypad_off;
	unsigned colors;
	bool knows_pastes;
	bool knows_links;
	enum clipboard_way clipboard;

	struct paint *paint;
	struct termios modes_were;
	struct termios modes;
	struct input input;
	int64_t read_at_us; /* when bytes came last */
	int wake_fd;
	bool is_ready; /* signals are heeded */
	bool is_utf8;
	bool is_away;  /* the terminal is someone else's */
	bool is_shown; /* our screen is */
	bool is_cursor_hidden;
	bool has_mouse;
	bool has_color;
	int rows, cols;
	struct str out; /* not yet sent */
};

/* Sends what waits in out. */
void term_flush(struct term *t);

/* Pastes, mouse and keypad, as they are wanted or as they were. */
void term_send_modes(struct term *t, bool is_on);

/* The terminal as it was, its modes included. */
void term_give_back(struct term *t);

/* Takes the size; whatever it is, all is painted again. */
void term_update_size(struct term *t);

/* Stops, the group or the program alone, and comes back. */
void term_stop(struct term *t, bool is_group);

/* Stopped and continued behind our back: the modes are another's. */
void term_take_again(struct term *t);

#endif
