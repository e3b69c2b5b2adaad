/* SPDX-License-Identifier: ISC */
#ifndef IBID_NAMES_H
#define IBID_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A table from names to numbers: a kind and a text to a row id.  Names are
 * copied into the arena.  A zeroed struct is an empty table.
 */
struct names {
	struct names_entry *entries;
	size_t count;
	size_t cap; /* a power of two */
};

/* The number of a name, 0 where it is not there. */
int64_t names_find(const struct names *names, int kind, const char *text,
    size_t len);

/* Adds a name that is not there; id is above 0. */
void names_add(struct names *names, struct arena *arena, int kind,
    const char *text, size_t len, int64_t id);

/* Gives a name that is there another number. */
void names_set(struct names *names, int kind, const char *text, size_t len,
    int64_t id);

/*
 * The name nearest to text among those of a kind, for "did you mean", or
 * NULL where none is near; lent.
 */
const char *names_find_nearest(const struct names *names, int kind,
    const char *text, size_t len);

void names_clear(struct names *names);

#endif
