/* SPDX-License-Identifier: ISC */
#ifndef IBID_THEME_H
#define IBID_THEME_H

#include "draw/canvas.h"
#include "reader/settings.h"

/*
 * Roles to attributes and colours.  No meaning hangs on colour: each role
 * that means something has an attribute in monochrome too, or a letter on
 * the screen.  Colour numbers are the terminal's 16 (0-7, bright 8-15) or
 * those of its 256.
 */
enum {
	LOOK_BOLD = 1,
	LOOK_UNDERLINE = 2,
	LOOK_REVERSE = 4,
	LOOK_DIM = 8,
	LOOK_ITALIC = 16
};

struct look {
	int16_t foreground; /* -1: the terminal's own */
	int16_t background;
	uint8_t attributes;
};

/* colors: 0, 8, 16 or 256. */
struct look theme_get_look(enum role role, unsigned flags, unsigned colors,
    enum setting_background background);

#endif
