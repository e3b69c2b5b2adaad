/* SPDX-License-Identifier: ISC */
#ifndef IBID_GRID_H
#define IBID_GRID_H

#include <stdint.h>

#include "text/plain.h"

/*
 * Lays out the rows of a table, count passages from first on, in columns;
 * where they are too many for the width, as one line a cell.
 */
void grid_write(const struct plain_writer *w, const struct page *page,
    uint32_t first, uint32_t count);

/* Of a row, which has a tab between two. */
uint32_t grid_count_cells(const struct passage *row);

#endif
