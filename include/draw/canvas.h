/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_CANVAS_H
#define IBID_DRAW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * A grid of cells that views draw on; there is no terminal here.  It is the
 * one place that text passes on its way to the screen: control characters,
 * bidirectional and invisible ones and long runs of combining marks never
 * get past it (a replacement is drawn), and no cluster straddles an edge.
 */
enum role {
	ROLE_TEXT = 0,
	ROLE_BAR,     /* the top line */
	ROLE_BAR_KEY, /* what stands out in it: where one is */
	ROLE_BORDER,
	ROLE_BORDER_FOCUS, /* of the pane that has the keys */
	ROLE_PANE_TITLE,
	ROLE_TITLE, /* of a topic, figure, source */
	ROLE_HEADING,
	ROLE_EMPHASIS,
	ROLE_STRONG,
	ROLE_CODE,
	ROLE_LINK,
	ROLE_MARK,     /* [1,2] */
	ROLE_DISPUTED, /* the sign of a disagreement */
	ROLE_NOTE,     /* an editor's note */
	ROLE_DIM,      /* labels, what is secondary */
	ROLE_UNSEEN,   /* "not seen" */
	ROLE_ADVISORY,
	ROLE_SELECTED,           /* a list's row, in the pane with the keys */
	ROLE_SELECTED_ELSEWHERE, /* the same in another pane */
	ROLE_CURSOR_BAR,         /* beside the lines of the current sentence */
	ROLE_MATCH,              /* what the pattern matches */
	ROLE_HINT_KEY,           /* bottom line */
	ROLE_HINT,
	ROLE_MESSAGE,
	ROLE_ERROR,
	ROLE_PROMPT,
	ROLE_MATCH_HERE, /* the match at the cursor, or in a selected row */
	ROLE_COUNT
};

/* Said of a cell besides its role. */
enum {
	CELL_CURRENT = 1, /* shows which sentence is under the cursor */
	CELL_TARGET = 2   /* of the link that Enter follows */
};

struct cell {
	char text[20];      /* a grapheme cluster, not terminated */
	uint8_t len;        /* 0: right half of a wide one */
	uint8_t width_cols; /* 1 or 2, 0 with len 0 */
	uint8_t role;
	uint8_t flags;
	uint16_t url; /* 0, or 1 + index for canvas_get_url() */
};

struct canvas;

struct rect {
	int row, col, rows, cols;
};

/* Sizes are clamped to 1..1000. A new canvas is blank. */
struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas *c);
void canvas_resize(struct canvas *c, int rows, int cols);
void canvas_clear(struct canvas *c);
int canvas_get_rows(const struct canvas *c);
int canvas_get_cols(const struct canvas *c);

/* The cells of a row; lent until the next resize. */
const struct cell *canvas_get_row(const struct canvas *c, int row);

/*
 * Whether text goes out as UTF-8 (the default); without, what is not ASCII
 * is transliterated as text/plain does it, and lines are drawn as + - |.
 */
void canvas_set_utf8(struct canvas *c, bool is_utf8);
bool canvas_is_utf8(const struct canvas *c);

/*
 * Draws text from row, col on, in at most cols columns, clipped to the
 * canvas.  Returns the columns used.  What does not fit is left out; with
 * canvas_put_cut() the last column then shows that something is missing.
 */
int canvas_put(struct canvas *c, int row, int col, int cols, enum role role,
    unsigned flags, const char *text, size_t len);
int canvas_put_text(struct canvas *c, int row, int col, int cols,
    enum role role, const char *text);
int canvas_put_cut(struct canvas *c, int row, int col, int cols, enum role role,
    const char *text);

/* Columns that a text takes where there is room for it. */
int canvas_measure(const struct canvas *c, const char *text, size_t len);

/* Blanks a rectangle in a role. */
void canvas_fill(struct canvas *c, struct rect area, enum role role);

/* A frame around area (its outermost cells), with a title or NULL. */
void canvas_put_frame(struct canvas *c, struct rect area, enum role role,
    const char *title);
/* A title in the frame's line above an area: " Title ". */
void canvas_put_title(struct canvas *c, int row, int col, int cols,
    enum role role, const char *title);
/* Single lines with their joints. */
void canvas_put_rule(struct canvas *c, int row, int col, int cols,
    enum role role, const char *title);
void canvas_put_vertical(struct canvas *c, int row, int col, int rows,
    enum role role);

/*
 * Where the terminal's cursor stands: on the selected item (Braille and
 * speech follow it).  row -1: nowhere.
 */
void canvas_set_cursor(struct canvas *c, int row, int col);
void canvas_get_cursor(const struct canvas *c, int *row, int *col);

/* Makes cells of a row a link to a URL outside (OSC 8 where known). */
void canvas_set_url(struct canvas *c, int row, int col, int cols,
    const char *url);
const char *canvas_get_url(const struct canvas *c, unsigned url);

/*
 * For tests: the text of the canvas, a line a row, trailing blanks cut;
 * then, if with_roles, a grid of one letter a cell for roles.
 */
void canvas_dump(struct str *out, const struct canvas *c, bool with_roles);

#endif
