/* SPDX-License-Identifier: ISC */
#ifndef IBID_FIGURE_ORDER_H
#define IBID_FIGURE_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "cli.h"

/*
 * What --sort and --reverse ask for: the orders that the screen has.  What
 * is not given stands behind all else; equal figures stand by their rows,
 * also in reverse.
 */
typedef int figure_order_compare(const struct figure *a,
    const struct figure *b);

struct figure_order {
	figure_order_compare *compare; /* NULL: by row */
	bool is_by_document;           /* by row of the first source cited */
	bool is_reversed;
};

/* STATUS_INVALID, with the nearest one named, where there is no such order. */
enum status figure_order_read(struct figure_order *out, const struct cli *cli,
    struct error *err);

/* Figures that stand by row are put in order. */
enum status figure_order_sort(struct figure *figures, uint32_t count,
    const struct figure_order *order, struct cli *cli, struct error *err);

#endif
