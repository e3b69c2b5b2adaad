/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_GLYPH_H
#define IBID_TERM_GLYPH_H

#include "draw/canvas.h"

/*
 * A cell's text as it goes to the terminal, in out: as wide as the C
 * library, and so the terminal, takes it, or a sign of a width that is
 * known, then blanks up to the cell's width.  Returns its bytes.
 */
size_t glyph_make(char out[sizeof((struct cell *)0)->text],
    const struct cell *cell);

#endif
