/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_TABLE_H
#define IBID_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Shares a width out among the columns of a table.  A column says what it
 * needs at least (its longest word, say) and at most (its longest cell).
 */
struct table_column {
	size_t min_cols;
	size_t max_cols;   /* not below min_cols */
	size_t width_cols; /* the answer */
};

/*
 * Gives every column its least, then what is left to the narrowest first,
 * none more than its most; gap_cols stand between two.  False, with the
 * widths at their least, where that is too much for width_cols.
 */
bool table_share(struct table_column *columns, size_t count, size_t gap_cols,
    size_t width_cols);

#endif
