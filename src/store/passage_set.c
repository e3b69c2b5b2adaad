/* SPDX-License-Identifier: ISC */
#include "passage_set.h"

#include <stdlib.h>

#include "base/mem.h"

enum { WORD_BITS = 64 };

static size_t
count_words(const struct passage_set *set)
{
	return (size_t)(set->last / WORD_BITS) + 1;
}

void
passage_set_init(struct passage_set *set, int64_t last)
{
	set->last = last;
	set->words = mem_alloc_array(count_words(set), sizeof set->words[0]);
}

void
passage_set_clear(struct passage_set *set)
{
	free(set->words);
	set->words = NULL;
}

void
passage_set_add(struct passage_set *set, int64_t first, int64_t last)
{
	size_t word, end;
	uint64_t bits;

	first = first < 1 ? 1 : first;
	last = last > set->last ? set->last : last;
	if (first > last)
		return;
	word = (size_t)(first / WORD_BITS);
	end = (size_t)(last / WORD_BITS);
	for (bits = UINT64_MAX << first % WORD_BITS; word < end; word++) {
		set->words[word] |= bits;
		bits = UINT64_MAX;
	}
	set->words[end] |= bits &
	    UINT64_MAX >> (WORD_BITS - 1 - last % WORD_BITS);
}

void
passage_set_meet(struct passage_set *set, const struct passage_set *other)
{
	size_t count = count_words(set);

	for (size_t i = 0; i < count; i++)
		set->words[i] &= other->words[i];
}

/* The first passage from `from` on that is in the set, or is not. */
static int64_t
find_next(const struct passage_set *set, int64_t from, bool is_in)
{
	uint64_t flip = is_in ? 0 : UINT64_MAX;

	while (from <= set->last) {
		uint64_t rest = (set->words[from / WORD_BITS] ^ flip) >>
		    from % WORD_BITS;

		if (rest & 1)
			return from;
		from += rest ? 1 : WORD_BITS - from % WORD_BITS;
	}
	return set->last + 1;
}

static uint32_t
fill(struct passage_range *ranges, const struct passage_set *set)
{
	uint32_t n = 0;
	int64_t first = find_next(set, 1, true);

	while (first <= set->last) {
		int64_t end = find_next(set, first, false);

		if (ranges)
			ranges[n] = (struct passage_range){ first, end - 1 };
		n++;
		first = find_next(set, end, true);
	}
	return n;
}

void
passage_set_list(struct passage_range **out, uint32_t *count,
    const struct passage_set *set, struct arena *arena)
{
	*count = fill(NULL, set);
	*out = NULL;
	if (*count == 0)
		return;
	*out = arena_alloc_array(arena, *count, sizeof **out);
	fill(*out, set);
}
