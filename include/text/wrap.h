/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_WRAP_H
#define IBID_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a text may be broken so that its lines fit a width: at spaces,
 * behind hyphens and dashes, between ideographs; a word that is longer than
 * a line is cut between two grapheme clusters.  No-break spaces hold.  The
 * page as plain text and the screen's layout both ask here.
 */
struct wrap_line {
	size_t at;  /* bytes into the text */
	size_t len; /* without the white space at its end */
	size_t width_cols;
};

/*
 * The next line of a well-formed text, from *at on; *at moves behind it and
 * the white space there.  A line feed ends a line.  False where no text is
 * left.  Every line is at most width_cols wide, unless one cluster is wider.
 */
bool wrap_next_line(struct wrap_line *line, size_t *at, const char *text,
    size_t len, size_t width_cols);

/* Columns of the widest word (a run without spaces), and of the whole text. */
void wrap_measure(size_t *word_cols, size_t *all_cols, const char *text,
    size_t len);

/*
 * Bytes of the longest beginning of the text that fits width_cols; its
 * columns are *used_cols.
 */
size_t wrap_cut(size_t *used_cols, const char *text, size_t len,
    size_t width_cols);

#endif
