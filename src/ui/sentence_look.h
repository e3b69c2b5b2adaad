/* SPDX-License-Identifier: ISC */
#ifndef IBID_SENTENCE_LOOK_H
#define IBID_SENTENCE_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/canvas.h"

/*
 * How the sentence under the cursor is told from those on the same lines:
 * by the bar beside its lines and by its first word, with the terminal's
 * cursor in its text.  All else of it is left as it is, so that a step costs
 * a slow line no more than those few cells.
 */

/*
 * Draws a run, flags besides CELL_CURRENT; returns the columns used.
 * is_beginning: the current sentence begins with it.
 */
int sentence_put_run(struct canvas *canvas, struct rect cells, enum role role,
    unsigned flags, bool is_beginning, const char *text, size_t len);

/* In ASCII unlike the lines of a frame, and what quotes begin with. */
void sentence_put_bar(struct canvas *canvas, int row, int col);

#endif
