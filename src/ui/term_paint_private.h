/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_PAINT_PRIVATE_H
#define IBID_TERM_PAINT_PRIVATE_H

#include "base/str.h"
#include "term_paint.h"

/* What the parts of the painter share. */

/* A cell as the terminal has it; all bytes count, for comparing. */
struct painted {
	char text[sizeof((struct cell *)0)->text];
	uint8_t len; /* 0: right half of a wide one */
	uint8_t width_cols;
	uint8_t attributes; /* LOOK_ bits */
	uint8_t nothing;
	int16_t color;
	uint16_t nothing_either;
	uint32_t url; /* a hash; 0: none */
};

struct paint {
	const struct codes *codes;
	unsigned colors;
	enum setting_background background;
	bool has_links;
	struct pen looks[ROLE_COUNT][4];
	bool is_look_known[ROLE_COUNT][4];

	int rows, cols;
	struct painted *shown, *next;
	bool is_forgotten;

	/* Where the terminal stands. */
	int row, col; /* row -1: unknown; col == cols: past the last */
	struct pen pen;
	uint32_t url;
	struct code_margins margins;

	/* While painting. */
	struct str *out;
	struct str move; /* the one that is considered */
	const struct canvas *canvas;
};

static inline struct painted *
paint_get_row(const struct paint *p, struct painted *cells, int row)
{
	return cells + (size_t)row * (size_t)p->cols;
}

/* Whether nothing but the ground shows. */
bool paint_is_blank(const struct painted *cell);
bool paint_shows_on_blanks(unsigned attributes);
extern const struct painted paint_blank;

/* Takes the canvas's cells as those that shall be. */
void paint_make_next(struct paint *p);

void paint_set_plain(struct paint *p);
void paint_move(struct paint *p, int row, int col);

/* Scrolls what is shown where that saves bytes. */
void paint_scroll(struct paint *p);

#endif
