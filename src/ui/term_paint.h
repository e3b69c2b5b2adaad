/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_PAINT_H
#define IBID_TERM_PAINT_H

#include "draw/canvas.h"
#include "reader/settings.h"
#include "term_codes.h"

/*
 * Knows what a screen shows, and finds the shortest bytes from there to
 * what a canvas has.  It never sees a terminal.
 */
struct paint;

/* codes is lent. Nothing is known of the screen yet. */
struct paint *paint_new(const struct codes *codes);
void paint_free(struct paint *p);

/* The screen has another size; what it shows is no longer known. */
void paint_resize(struct paint *p, int rows, int cols);

/* What the screen shows is no longer known: the next time all is sent. */
void paint_forget(struct paint *p);

/* colors as theme_get_look() wants them; links: whether URLs are sent. */
void paint_set_looks(struct paint *p, unsigned colors,
    enum setting_background background, bool has_links);

/* Adds to out what brings the canvas to the screen. */
void paint_draw(struct paint *p, struct str *out, const struct canvas *canvas);

#endif
