/* SPDX-License-Identifier: ISC */
#ifndef IBID_CLIPBOARD_H
#define IBID_CLIPBOARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * The bytes that put a text on the clipboard of the terminal, which may be
 * far away: OSC 52.  A multiplexer between us and it takes them for itself,
 * hands them on, or neither, as it is set up; so it is sent both forms.
 * Source: "XTerm Control Sequences", Operating System Commands, Ps = 52;
 * tmux(1), allow-passthrough and set-clipboard; screen(1), "Virtual
 * Terminal", Device Control String.
 */
enum clipboard_way {
	CLIPBOARD_NONE, /* not known to have one */
	CLIPBOARD_TERMINAL,
	CLIPBOARD_TMUX,
	CLIPBOARD_SCREEN,
	CLIPBOARD_FAR /* the name of screen, which tmux has too; over ssh */
};

/* Of base64: what terminals are sure to take. */
enum { CLIPBOARD_LIMIT_BYTES = 74994 };

/* Whether a text of len bytes is within the limit. */
bool clipboard_has_room(size_t len);

void clipboard_add(struct str *out, enum clipboard_way way, const char *text,
    size_t len);

#endif
