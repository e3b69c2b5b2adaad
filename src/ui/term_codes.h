/* SPDX-License-Identifier: ISC */
#ifndef IBID_TERM_CODES_H
#define IBID_TERM_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The shortest bytes for what a painter does: move, change looks, scroll,
 * erase.  Most terminals follow ECMA-48, where sequences can be written, and
 * shortened, without their description; of others it is asked for each.
 */
enum { CODE_PARAMETERS_SIZE = 16, CODE_ATTRIBUTE_COUNT = 5 };

/* What the terminal's description says, as terminfo has it; all lent. */
struct description {
	const char *address, *to_row, *to_col;
	const char *up, *down, *left, *right; /* by a number */
	const char *left_one;
	const char *clear, *erase_line, *erase_cells;
	const char *margins, *scroll_up, *scroll_down;
	const char *plain, *own_colors;
	const char *attributes[CODE_ATTRIBUTE_COUNT]; /* as the LOOK_ bits */
	unsigned not_with_color;                      /* LOOK_ bits */
	bool moves_in_looks;
	bool wraps, wraps_late;
	const char *(*get_address)(int row, int col);
	const char *(*get_color)(int color);
};

/* How letters look: LOOK_ bits; the terminal's own colour is -1. */
struct pen {
	uint8_t attributes;
	int16_t color;
};

struct code_margins {
	int top, bottom;
};

struct codes {
	struct description is;
	bool is_ecma, has_steps, has_to_row, has_to_col;
	bool has_margins, has_erase_line, has_erase_cells;
	bool has_short_looks;
	bool has_corner; /* its last cell can be written to */
	char parameters[CODE_ATTRIBUTE_COUNT][CODE_PARAMETERS_SIZE];
};

void codes_init(struct codes *c, const struct description *is);

/* The attributes, of those asked for, that the terminal has. */
unsigned codes_get_attributes(const struct codes *c, unsigned wanted,
    bool is_colored);

/* Adds text without its padding. */
void codes_add(struct str *out, const char *text);

void codes_add_pen(const struct codes *c, struct str *out, struct pen from,
    struct pen to);

void codes_add_address(const struct codes *c, struct str *out, int row,
    int col);

/*
 * Adds the shortest move within a column, or a row.  False where there is
 * none.  A col of -1 is unknown.
 */
bool codes_add_row_move(const struct codes *c, struct str *out, int from,
    int to, struct code_margins margins);
bool codes_add_col_move(const struct codes *c, struct str *out, int from,
    int to);

void codes_add_margins(const struct codes *c, struct str *out, int top,
    int bottom);
/* All rows scroll, however many the terminal has by now. */
void codes_add_no_margins(const struct codes *c, struct str *out);
/* All looks off, all rows scrolling, nothing shown; the cursor at home. */
void codes_add_clear(const struct codes *c, struct str *out);
void codes_add_erase_line(const struct codes *c, struct str *out);
void codes_add_erase_cells(const struct codes *c, struct str *out, int count);

#endif
