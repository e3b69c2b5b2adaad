/* SPDX-License-Identifier: ISC */
#ifndef IBID_CELL_H
#define IBID_CELL_H

#include "draft.h"

/*
 * Reading the cells of the tables: what a cell holds, or a message at its
 * place.
 */

/*
 * Reads a table of the folder, whose rows are of one kind; false where there
 * is none that can be read.  A check warns of white space around cells.
 */
bool cell_read_table(struct csv_table *table, struct draft *draft,
    enum record_kind kind, const char *file, const char *const *columns,
    const char *required);

/* Says `before "cell" after`. */
void cell_say(struct draft *draft, const struct csv_field *cell,
    const char *before, const char *after);

/* Says what is missing. */
void cell_say_missing(struct draft *draft, const struct csv_field *cell,
    const char *what);

struct draft_text cell_get_text(const struct csv_field *cell);

/* The row that a cell names, 0 where there is none. */
int64_t cell_find_row(struct draft *draft, enum record_kind kind,
    const struct csv_field *cell);

bool cell_read_advisory(struct draft *draft, const struct csv_field *cell);

/* A plain decimal number; NAN where the cell is empty or wrong. */
double cell_read_number(struct draft *draft, const struct csv_field *cell);

/* False where the cell is empty or wrong. */
bool cell_read_date(struct date_range *out, struct draft *draft,
    const struct csv_field *cell);

/* Text of which Markdown is not read, as it is. */
const char *cell_read_plain(struct draft *draft, const struct csv_field *cell,
    const char *column);

/* The text without case, marks and white space to spare, for comparing. */
const char *cell_fold(struct draft *draft, const char *text);

#endif
