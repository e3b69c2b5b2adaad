/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCHES_H
#define IBID_SEARCHES_H

#include <stdbool.h>
#include <stdint.h>

#include "reader/inquiry.h"

/*
 * What was looked for, by number, so that a place of the trail, which shows
 * what was found, need not hold a pattern of four kilobytes.  Scopes are kept
 * by slugs, which outlive an edition of the collection.  The oldest searches
 * go when there are many more than the trail has places.
 */
struct searches;

struct searches *searches_new(void);
void searches_free(struct searches *s);

/* Its number, from 1. */
uint32_t searches_add(struct searches *s, const struct inquiry_wish *wish,
    struct collection *from);

/* Keeps another under the number, where that is still known. */
void searches_change(struct searches *s, uint32_t number,
    const struct inquiry_wish *wish, struct collection *from);

/*
 * Fills all of *out, the scope as the collection has it now: what is not in
 * it narrows no longer.  False: there is none of that number, any more.
 */
bool searches_find(struct inquiry_wish *out, const struct searches *s,
    uint32_t number, struct collection *from);

#endif
