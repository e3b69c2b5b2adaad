/* SPDX-License-Identifier: ISC */
#ifndef IBID_PASSAGE_SET_H
#define IBID_PASSAGE_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "store/collection_search.h"

/*
 * A set of passages, a bit each: as large for a scope of fifty thousand
 * ranges, in any order, as for one.
 */
struct passage_set {
	uint64_t *words;
	int64_t last; /* passages are 1 to last */
};

void passage_set_init(struct passage_set *set, int64_t last);
void passage_set_clear(struct passage_set *set);

/* What lies outside 1 to last is left out; first behind last adds nothing. */
void passage_set_add(struct passage_set *set, int64_t first, int64_t last);

/* Keeps those that are in other, which is as large. */
void passage_set_meet(struct passage_set *set, const struct passage_set *other);

/* NULL and 0 for none. */
void passage_set_list(struct passage_range **out, uint32_t *count,
    const struct passage_set *set, struct arena *arena);

#endif
