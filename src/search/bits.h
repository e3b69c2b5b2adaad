/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_BITS_H
#define IBID_SEARCH_BITS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The passages that match, a bit each: of a million passages 125 kB.  A
 * zeroed struct is empty; it grows as bits are set.
 */
enum { BITS_LIMIT = 1 << 25 }; /* 4 MB */

struct bits {
	uint64_t *words;
	int64_t word_count;
};

void bits_clear(struct bits *b);

/* False where the number is beyond the limit. */
bool bits_set(struct bits *b, int64_t number);

/* The first one at or behind from, up to last; 0: none. */
int64_t bits_find(const struct bits *b, int64_t from, int64_t last);

/* The last one before number; 0: none. */
int64_t bits_find_before(const struct bits *b, int64_t number);

#endif
