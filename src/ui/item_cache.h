/* SPDX-License-Identifier: ISC */
#ifndef IBID_ITEM_CACHE_H
#define IBID_ITEM_CACHE_H

#include <stdint.h>

#include "reader/session.h"
#include "view.h"

/*
 * The records of a list's items, which are rows from 1 on, read from the
 * collection when they are asked for: those last drawn are kept, and a run
 * of them that was loaded at once.
 */
struct item_cache;

/* At most limit records by row, from row first on: an array in the arena. */
typedef enum status item_cache_read(const void **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);

/* empty: lent, what stands for a record that cannot be read. */
struct item_cache *item_cache_new(struct app *app, item_cache_read *read,
    size_t record_bytes, const void *empty);
void item_cache_free(struct item_cache *c);

/* Of records that take long to read, so many may be in one drawing. */
void item_cache_set_limit(struct item_cache *c, unsigned records);

/* Lent until the next call. */
const void *item_cache_get(struct item_cache *c, uint32_t item);

/*
 * Between these, no more records are read than a key may: what is behind
 * that is empty, and has to be drawn once more (true).
 */
void item_cache_begin_drawing(struct item_cache *c);
bool item_cache_end_drawing(struct item_cache *c);

/*
 * Reads a run of items together, in the place of the one before, unless they
 * are in that.
 */
void item_cache_load(struct item_cache *c, uint32_t first, uint32_t count);

/* collection_read_keys() of items: how many of them are there. */
uint32_t item_cache_read_keys(uint32_t *parts, struct app *app,
    enum collection_key key, const uint32_t *items, uint32_t count,
    unsigned part);

#endif
