/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_CSL_H
#define IBID_STORE_COLLECTION_CSL_H

#include "base/arena.h"
#include "base/error.h"
#include "model/csl.h"
#include "store/collection.h"

/*
 * Sources as citation styles see them, in the arena.
 */

/* Out of the rows that the compiler laid CSL-JSON out in. */
enum status collection_read_item(struct csl_item *out, struct collection *c,
    int64_t source, struct arena *arena, struct error *err);

/*
 * Out of a text that is a CSL-JSON array (or one item, or an object of items
 * by id), read by SQLite's JSON functions.  STATUS_INVALID names what is
 * wrong and the item; members that CSL does not have are passed over.
 */
enum status csl_items_parse(struct csl_item **out, uint32_t *count,
    const char *text, size_t len, struct arena *arena, struct error *err);

#endif
