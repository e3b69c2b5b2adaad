/* SPDX-License-Identifier: ISC */
#ifndef IBID_ROWS_H
#define IBID_ROWS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/number_form.h"
#include "output.h"

/*
 * A list as text: rows of cells in aligned columns, the first of them the
 * name, which is lit.  On a terminal where even the least of the columns do
 * not fit beside each other, each row is a few lines instead, so that nothing
 * is lost; to a pipe nothing is cut.
 */
enum rows_line {
	ROWS_HEAD,   /* of the few lines, the first, behind the name */
	ROWS_JOINED, /* below it, with commas between */
	ROWS_BEHIND, /* the same with a blank before it */
	ROWS_ALONE   /* below it, on a line of its own */
};

struct rows_column {
	enum rows_line line;
	size_t least_cols;  /* what it may be cut to; 0: never cut */
	const char *before; /* said before it in the few lines, or NULL */
};

struct rows {
	struct output *out;
	struct arena *arena;
	const struct number_form *numbers; /* of the collection's language */
	const struct rows_column *columns; /* lent */
	uint32_t column_count;
	const char **cells;
	size_t *points; /* of each: columns before what is aligned, or 0 */
	size_t count;   /* of cells */
	size_t cap;
};

void rows_init(struct rows *rows, struct output *out, struct arena *arena,
    const struct rows_column *columns, uint32_t column_count);

/* Adds the next cell of the row; text is copied. */
void rows_add(struct rows *rows, const char *text);
void rows_add_str(struct rows *rows, const struct str *text);

/*
 * The same; the cells of a column stand so that what is behind their first
 * `point` bytes is aligned.  0: at the left.
 */
void rows_add_number(struct rows *rows, const struct str *text, size_t point);

void rows_write(struct rows *rows);

#endif
