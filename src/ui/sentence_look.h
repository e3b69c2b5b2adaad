/* SPDX-License-Identifier: ISC */
#ifndef IBID_SENTENCE_LOOK_H
#define IBID_SENTENCE_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/canvas.h"

/*
 * How the sentence under the cursor is told from those on the same lines:
 * by the bar beside its lines, its first words and its marks, with the
 * terminal's cursor at its beginning.  The rest of its text is left as it
 * is, so that a step costs a slow line no more than those few cells.
 */
enum sentence_part {
	SENTENCE_OTHER,  /* not of the current one */
	SENTENCE_BEGINS, /* the first run of the current one */
	SENTENCE_GOES_ON
};

/* Draws a run, flags besides CELL_CURRENT; returns the columns used. */
int sentence_put_run(struct canvas *canvas, struct rect cells, enum role role,
    unsigned flags, enum sentence_part part, const char *text, size_t len);

/* In ASCII unlike the lines of a frame, and what quotes begin with. */
void sentence_put_bar(struct canvas *canvas, int row, int col);

#endif
