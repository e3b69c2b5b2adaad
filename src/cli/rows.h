/* SPDX-License-Identifier: ISC */
#ifndef IBID_ROWS_H
#define IBID_ROWS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "output.h"

/*
 * A list as text: rows of cells in aligned columns.  On a terminal they are
 * cut to its width, the last column first, and the first column is lit; to
 * a pipe nothing is cut.
 */
struct rows {
	struct output *out;
	struct arena *arena;
	uint32_t columns;
	const char **cells;
	size_t count; /* of cells */
	size_t cap;
};

void rows_init(struct rows *rows, struct output *out, struct arena *arena,
    uint32_t columns);

/* Adds the next cell of the row; text is copied. */
void rows_add(struct rows *rows, const char *text);
void rows_add_str(struct rows *rows, const struct str *text);

void rows_write(struct rows *rows);

#endif
