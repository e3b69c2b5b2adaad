/* SPDX-License-Identifier: ISC */
#ifndef IBID_HITS_LINE_H
#define IBID_HITS_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "draw/canvas.h"
#include "reader/inquiry.h"

/*
 * One line of the hits view: what the record is called, and what matched in
 * the middle of its context.  Of a long passage only what stands around the
 * first match is kept.
 */
enum { HITS_LIT_LIMIT = 64 };

struct hits_line {
	struct str title;
	struct str text;         /* around the first match, in one line */
	bool is_begun, is_ended; /* text begins, ends as the passage does */
	bool is_title;           /* the text is what the record is called */
	size_t match;            /* where the first one begins */
	struct hits_lit {
		size_t from, to; /* whole clusters of text */
	} lit[HITS_LIT_LIMIT];
	unsigned lit_count;
	uint32_t at; /* the first match, in the passage */
};

void hits_line_init(struct hits_line *line);
void hits_line_clear(struct hits_line *line);

/* Makes the line anew; words: instead of a text that is folded, or NULL. */
void hits_line_make(struct hits_line *line, const struct inquiry_line *read,
    const char *title, const char *words);

/*
 * Draws the text with its first match in sight; selected: ROLE_TEXT, or the
 * role of the whole row, in which what matched stands out as well.
 */
void hits_line_draw_text(const struct hits_line *line, struct canvas *canvas,
    struct rect place, enum role selected);

#endif
