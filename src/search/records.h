/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_RECORDS_H
#define IBID_SEARCH_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/search.h"

/*
 * The records that were found, each once, in the order in which they were
 * found, kept small for there may be many.  A zeroed struct is empty.
 */
enum { RECORDS_LIMIT = 100000 };

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

struct records {
	struct kept *kept;
	uint32_t count, cap;
	uint32_t *slots; /* a hash table: numbers in kept, from 1 */
	uint32_t slot_count;
};

void records_clear(struct records *r);

/* NULL where there are too many; *is_new tells. */
struct kept *records_add(struct records *r, enum record_kind kind,
    int64_t record, bool *is_new);

/* NULL: it is not there. */
const struct kept *records_find(const struct records *r, enum record_kind kind,
    int64_t record);

/*
 * The best of a kind, or with RECORD_NONE of all, as far as they were asked
 * for.  version is another number whenever a record may have changed.
 */
struct ranking {
	struct ranked {
		uint64_t key; /* the lower, the better */
		uint32_t number;
	} * ranked;
	uint32_t count, cap;
	uint64_t version;
	bool is_all; /* there are no others */
};

void ranking_clear(struct ranking *r);

/* Has at least `wanted` ranked, where there are so many. */
void ranking_make(struct ranking *r, const struct records *records,
    enum record_kind kind, uint32_t wanted, uint64_t version);

#endif
