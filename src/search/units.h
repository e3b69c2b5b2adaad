/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_UNITS_H
#define IBID_SEARCH_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * Strings of units: a unit is a character, whose case may not count, or one
 * character of a class, by the number of its item in the pattern.  Sets of
 * them are what a part of a pattern can match, begin or end with.
 */
#define UNIT_CASELESS ((uint32_t)1 << 31)
#define UNIT_CLASS ((uint32_t)1 << 30)
enum { UNITS_LIMIT = 48, UNITS_SET_LIMIT = 16 };

struct units {
	unsigned len;
	const uint32_t *units;
};

struct units_set {
	unsigned count; /* at least one */
	struct units strings[];
};

/* All is in the arena; a set is never changed. */
struct units_set *units_set_new(const uint32_t *units, unsigned len,
    struct arena *arena);

/* A string of each; NULL where they are too many or too long. */
const struct units_set *units_join(const struct units_set *a,
    const struct units_set *b, struct arena *arena);

/* Those of both; NULL where they are too many. */
const struct units_set *units_unite(const struct units_set *a,
    const struct units_set *b, struct arena *arena);

bool units_has_empty(const struct units_set *s);

#endif
