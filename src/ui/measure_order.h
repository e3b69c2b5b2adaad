/* SPDX-License-Identifier: ISC */
#ifndef IBID_MEASURE_ORDER_H
#define IBID_MEASURE_ORDER_H

#include "view.h"

/*
 * Measures in the order of their titles, read and sorted in slices: what
 * figures are sorted by that stand under them.
 */
struct measure_order;

struct measure_order *measure_order_new(struct app *app);
void measure_order_free(struct measure_order *o);

/* A slice of the work; false when nothing is left. */
bool measure_order_step(struct measure_order *o);

/* The place of a measure, by its row, once all are in order. */
uint32_t measure_order_get(const struct measure_order *o, uint32_t row);

#endif
