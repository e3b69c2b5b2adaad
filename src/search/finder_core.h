/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_FINDER_CORE_H
#define IBID_SEARCH_FINDER_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Looks for places where up to three bytes, some way apart, may be those of
 * what is looked for.  A byte is looked up by its two halves: a bit of both
 * tables at all places is a reason to look closer.  Two given bytes can be
 * compared instead, which is faster.
 */
enum { CORE_BYTES = 3, CORE_NIBBLES = 16 };

struct core {
	unsigned count;              /* of bytes; two where they are compared */
	size_t distance[CORE_BYTES]; /* from the first; ascending */
	uint8_t low[CORE_BYTES][CORE_NIBBLES];
	uint8_t high[CORE_BYTES][CORE_NIBBLES];
	uint8_t table[CORE_BYTES][256]; /* both in one */
	bool is_pair;
	uint8_t pair[2];
	uint8_t fold[2]; /* set in what is compared with the pair */
};

/* Where nothing is found. */
#define CORE_NONE SIZE_MAX

/*
 * The first place at or behind at, CORE_NONE if there is none.  All bytes
 * looked up are within len.
 */
typedef size_t core_function(const struct core *c, const char *text, size_t len,
    size_t at);

core_function core_find_plain;
core_function core_find_with_ssse3; /* where core_has_ssse3() */
core_function core_find_with_avx2;  /* where core_has_avx2() */

bool core_has_ssse3(void);
bool core_has_avx2(void);

static inline size_t
core_get_span(const struct core *c)
{
	return c->distance[c->count - 1] + 1;
}

#endif
