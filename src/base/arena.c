/* SPDX-License-Identifier: ISC */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * Chunks of doubling size, the newest in front.  What is larger than a
 * chunk gets one of its own behind the newest, which stays in use.
 */
struct arena_chunk {
	struct arena_chunk *next;
	size_t size_bytes;
	alignas(max_align_t) char data[];
};

enum { FIRST_CHUNK_BYTES = 4096 - 64, LARGEST_CHUNK_BYTES = 256 * 1024 };

static struct arena_chunk *
make_chunk(size_t size_bytes)
{
	struct arena_chunk *chunk;

	chunk = mem_resize_array(NULL, 1,
	    size_bytes > SIZE_MAX - sizeof *chunk ? SIZE_MAX :
						    sizeof *chunk + size_bytes);
	chunk->size_bytes = size_bytes;
	chunk->next = NULL;
	return chunk;
}

static void
push_chunk(struct arena *arena, size_t at_least_bytes)
{
	size_t size = FIRST_CHUNK_BYTES;
	struct arena_chunk *chunk;

	if (arena->chunks)
		size = arena->chunks->size_bytes * 2;
	if (size > LARGEST_CHUNK_BYTES)
		size = LARGEST_CHUNK_BYTES;
	if (size < at_least_bytes)
		size = at_least_bytes;
	chunk = make_chunk(size);
	chunk->next = arena->chunks;
	arena->chunks = chunk;
	arena->used = 0;
}

/* A chunk for one large thing, behind the one that is being filled. */
static void *
alloc_large(struct arena *arena, size_t size_bytes)
{
	struct arena_chunk *chunk = make_chunk(size_bytes);

	chunk->next = arena->chunks->next;
	arena->chunks->next = chunk;
	return chunk->data;
}

void *
arena_alloc(struct arena *arena, size_t size_bytes)
{
	const size_t align = alignof(max_align_t);
	size_t at = (arena->used + align - 1) / align * align;

	if (!arena->chunks || at > arena->chunks->size_bytes ||
	    size_bytes > arena->chunks->size_bytes - at) {
		if (arena->chunks && size_bytes > LARGEST_CHUNK_BYTES / 4)
			return alloc_large(arena, size_bytes);
		push_chunk(arena, size_bytes);
		at = 0;
	}
	arena->used = at + size_bytes;
	return arena->chunks->data + at;
}

void *
arena_alloc_array(struct arena *arena, size_t count, size_t size_bytes)
{
	size_t total = count * size_bytes;
	void *p;

	if (size_bytes && count > SIZE_MAX / size_bytes)
		total = SIZE_MAX;
	p = arena_alloc(arena, total);
	if (total)
		memset(p, 0, total);
	return p;
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

char *
arena_copy_text(struct arena *arena, const char *text)
{
	return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

void
arena_clear(struct arena *arena)
{
	while (arena->chunks) {
		struct arena_chunk *next = arena->chunks->next;

		free(arena->chunks);
		arena->chunks = next;
	}
	arena->used = 0;
}

void
arena_reset(struct arena *arena)
{
	struct arena_chunk *kept = arena->chunks;

	if (!kept)
		return;
	arena->chunks = kept->next;
	arena_clear(arena);
	kept->next = NULL;
	arena->chunks = kept;
}
