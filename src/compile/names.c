/* SPDX-License-Identifier: ISC */
#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

struct names_entry {
	const char *text;
	size_t len;
	int64_t id; /* 0: free */
	uint64_t hash;
	int kind;
};

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t
hash_name(int kind, const char *text, size_t len)
{
	uint64_t hash = UINT64_C(14695981039346656037) ^ (unsigned)kind;

	for (size_t i = 0; i < len; i++) {
		hash ^= (unsigned char)text[i];
		hash *= UINT64_C(1099511628211);
	}
	return hash;
}

static struct names_entry *
find_entry(const struct names *names, int kind, const char *text, size_t len,
    uint64_t hash)
{
	size_t at = hash & (names->cap - 1);

	for (;;) {
		struct names_entry *e = &names->entries[at];

		if (e->id == 0 ||
		    (e->hash == hash && e->kind == kind && e->len == len &&
			memcmp(e->text, text, len) == 0))
			return e;
		at = (at + 1) & (names->cap - 1);
	}
}

int64_t
names_find(const struct names *names, int kind, const char *text, size_t len)
{
	if (names->cap == 0)
		return 0;
	return find_entry(names, kind, text, len, hash_name(kind, text, len))
	    ->id;
}

static void
grow(struct names *names)
{
	struct names old = *names;

	names->cap = old.cap ? old.cap * 2 : 64;
	names->entries = mem_alloc_array(names->cap, sizeof *names->entries);
	for (size_t i = 0; i < old.cap; i++) {
		const struct names_entry *e = &old.entries[i];

		if (e->id != 0)
			*find_entry(names, e->kind, e->text, e->len,
			    e->hash) = *e;
	}
	free(old.entries);
}

void
names_add(struct names *names, struct arena *arena, int kind, const char *text,
    size_t len, int64_t id)
{
	uint64_t hash = hash_name(kind, text, len);

	if (names->count * 2 >= names->cap)
		grow(names);
	*find_entry(names, kind, text, len, hash) = (struct names_entry){
		.text = arena_copy(arena, text, len),
		.len = len,
		.id = id,
		.hash = hash,
		.kind = kind,
	};
	names->count++;
}

void
names_set(struct names *names, int kind, const char *text, size_t len,
    int64_t id)
{
	find_entry(names, kind, text, len, hash_name(kind, text, len))->id = id;
}

const char *
names_find_nearest(const struct names *names, int kind, const char *text,
    size_t len)
{
	const char *nearest = NULL;
	size_t best = len / 3 + 1;

	for (size_t i = 0; i < names->cap; i++) {
		const struct names_entry *e = &names->entries[i];
		size_t distance;

		if (e->id == 0 || e->kind != kind)
			continue;
		distance = str_get_distance(e->text, e->len, text, len, best);
		if (distance > best ||
		    (distance == best && nearest &&
			strcmp(e->text, nearest) >= 0))
			continue;
		best = distance;
		nearest = e->text;
	}
	return nearest;
}

void
names_clear(struct names *names)
{
	free(names->entries);
	*names = (struct names){ 0 };
}
