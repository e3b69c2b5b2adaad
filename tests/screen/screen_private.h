/* SPDX-License-Identifier: ISC */
#ifndef IBID_SCREEN_PRIVATE_H
#define IBID_SCREEN_PRIVATE_H

#include "base/str.h"
#include "pty.h"
#include "screen.h"

struct screen {
	struct pty pty;
	VTerm *vt;
	VTermScreen *cells;
	VTermState *state;
	int rows, cols; /* as the emulator has them */
	struct str raw;
	struct str titles;
	struct str held;    /* the beginning of a sequence */
	struct str row;     /* of screen_get_row() */
	struct str answers; /* what the emulator has to say */
	unsigned unknown;
	bool is_alternate;
	bool is_cursor_visible;
	int mouse;
	char last_glyph; /* for REP, which libvterm does not know */
};

/* Takes in what has come; false where nothing had. */
bool screen_take(struct screen *s);

/* Waits at most so long for something and takes it in. */
bool screen_pump(struct screen *s, int timeout_ms);

/* What the emulator answered (a key, a report) goes to the program. */
void screen_send_answers(struct screen *s);

/* The time, for limits. */
int64_t screen_now_ms(void);

#endif
