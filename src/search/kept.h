/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_KEPT_H
#define IBID_SEARCH_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/search.h"

/*
 * The records that were found, each once, in the order in which they were
 * found, kept small for there may be many.  A zeroed struct is empty.
 */
enum { KEPT_LIMIT = 100000 };

struct kept {
	uint32_t record;
	uint32_t best;        /* passage */
	uint32_t first, last; /* of the passages that match */
	uint32_t passages, matches;
	uint8_t kind;
	uint8_t rank;
	uint8_t best_rank; /* of the best passage: some are graphic */
	bool is_graphic : 1;
	bool is_folded : 1;
	bool is_apart : 1; /* its passages are, others stand between */
};

struct kept_list {
	struct kept *kept;
	uint32_t count, cap;
	uint32_t *slots; /* a hash table: numbers in kept, from 1 */
	uint32_t slot_count;
};

void kept_clear(struct kept_list *r);

/* NULL where there are too many; *is_new tells. */
struct kept *kept_add(struct kept_list *r, enum record_kind kind,
    int64_t record, bool *is_new);

/* NULL: it is not there. */
const struct kept *kept_find(const struct kept_list *r, enum record_kind kind,
    int64_t record);

/*
 * The best of a kind, or with RECORD_NONE of all, as far as they were asked
 * for.  version is another number whenever a record may have changed.
 */
struct ranked_list {
	struct ranked {
		uint64_t key; /* the lower, the better */
		uint32_t number;
	} * ranked;
	uint32_t count, cap;
	uint64_t version;
	bool is_all; /* there are no others */
};

void ranked_clear(struct ranked_list *r);

/* Has at least `wanted` ranked, where there are so many. */
void ranked_make(struct ranked_list *r, const struct kept_list *records,
    enum record_kind kind, uint32_t wanted, uint64_t version);

#endif
