/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_ITEMS_H
#define IBID_TESTS_ITEMS_H

#include <stdint.h>

#include <jansson.h>

#include "base/arena.h"
#include "cite/cite.h"
#include "model/csl.h"

/*
 * CSL-JSON for the runners: items as a style sees them, and the cites of a
 * citation.  What is not understood is passed over; everything is copied into
 * the arena.
 */
struct csl_item *items_read(const json_t *array, uint32_t *count,
    struct arena *arena);

/* Ids may be numbers. */
const char *items_get_text(const json_t *value, struct arena *arena);

/* The place of the item with that id; count where there is none. */
uint32_t items_find(const struct csl_item *items, uint32_t count,
    const char *id);

/* { "id", "locator", "label", "prefix", "suffix", "position" ... } without
 * the item. */
struct cite_part items_read_part(const json_t *value, struct arena *arena);

#endif
