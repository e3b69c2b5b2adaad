/* SPDX-License-Identifier: ISC */
#ifndef IBID_SENTENCE_LOOK_H
#define IBID_SENTENCE_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "lit.h"

/*
 * How the sentence under the cursor is told from those on the same lines:
 * by the bar beside its lines and by its first word, with the terminal's
 * cursor in its text.  All else of it is left as it is, so that a step costs
 * a slow line no more than those few cells.
 */

struct shown_run {
	const char *text;
	size_t len;
	enum role role;
	unsigned flags;      /* of its cells, besides CELL_CURRENT */
	bool is_beginning;   /* the current sentence begins with it */
	struct lit_run *lit; /* NULL: nothing in it is */
};

/* Draws a run; returns the columns used. */
int sentence_put_run(struct canvas *canvas, struct rect cells,
    const struct shown_run *run);

/* In ASCII unlike the lines of a frame, and what quotes begin with. */
void sentence_put_bar(struct canvas *canvas, int row, int col);

#endif
