/* SPDX-License-Identifier: ISC */
#ifndef IBID_SCREEN_SHOT_H
#define IBID_SCREEN_SHOT_H

#include "screen.h"

/*
 * What a screen shows at one moment, to be compared with another: whether
 * both look the same, and how many bytes lead from one to the other.
 */
struct screen_shot {
	int rows, cols;
	int cursor_row, cursor_col;
	VTermScreenCell *cells;
};

/* Cleared with screen_shot_clear(). */
void screen_shot_take(struct screen_shot *out, struct screen *s);
void screen_shot_clear(struct screen_shot *shot);

/*
 * Where both differ to the eye, row and column; false: nowhere.  Blanks
 * look alike in any colour of letters.
 */
bool screen_shot_find_change(const struct screen_shot *before,
    const struct screen_shot *after, int *row, int *col);

/*
 * The bytes that the changed cells need: their text, the shortest move of
 * the cursor to each run of them and to where it rests, and the shortest
 * change of looks on the way (ECMA-48's sequences).  Nothing is scrolled or
 * erased for it, so that a program may do with less.
 */
size_t screen_shot_count_needed(const struct screen_shot *before,
    const struct screen_shot *after);

#endif
