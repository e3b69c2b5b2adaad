/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_ARENA_H
#define IBID_BASE_ARENA_H

#include <stddef.h>

/*
 * A region of memory freed at once.  Records read from a collection live in
 * the arena that the caller hands to the store, and are good until it is
 * cleared.  A zeroed struct is an empty arena.
 */
struct arena {
	struct arena_chunk *chunks; /* newest first */
	size_t used;                /* of the newest chunk */
};

/* Uninitialised memory, aligned for any object. */
void *arena_alloc(struct arena *arena, size_t size_bytes);

/* An array of count zeroed elements. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size_bytes);

/* A copy of len bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t len);

/* A copy of a string; NULL gives NULL. */
char *arena_copy_text(struct arena *arena, const char *text);

/* Frees everything; the arena is empty and may be used again. */
void arena_clear(struct arena *arena);

/* Empties the arena and keeps one chunk for the next use. */
void arena_reset(struct arena *arena);

#endif
