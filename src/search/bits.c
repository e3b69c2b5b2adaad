/* SPDX-License-Identifier: ISC */
#include "bits.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { WORD_BITS = 64, WORDS_AT_ONCE = 1024 };

void
bits_clear(struct bits *b)
{
	free(b->words);
	*b = (struct bits){ 0 };
}

static void
grow(struct bits *b, int64_t word)
{
	int64_t count = b->word_count + b->word_count / 2 + WORDS_AT_ONCE;

	if (count <= word)
		count = word + 1;
	b->words = mem_resize_array(b->words, (size_t)count, sizeof *b->words);
	memset(b->words + b->word_count, 0,
	    (size_t)(count - b->word_count) * sizeof *b->words);
	b->word_count = count;
}

bool
bits_set(struct bits *b, int64_t number)
{
	int64_t word = number / WORD_BITS;

	if (number < 0 || number >= BITS_LIMIT)
		return false;
	if (word >= b->word_count)
		grow(b, word);
	b->words[word] |= (uint64_t)1 << number % WORD_BITS;
	return true;
}

int64_t
bits_find(const struct bits *b, int64_t from, int64_t last)
{
	int64_t word;
	uint64_t left;

	if (from < 0)
		from = 0;
	word = from / WORD_BITS;
	if (word >= b->word_count)
		return 0;
	left = b->words[word] & ~(uint64_t)0 << from % WORD_BITS;
	while (left == 0) {
		word++;
		if (word == b->word_count || word * WORD_BITS > last)
			return 0;
		left = b->words[word];
	}
	from = word * WORD_BITS + __builtin_ctzll(left);
	return from <= last ? from : 0;
}

int64_t
bits_find_before(const struct bits *b, int64_t number)
{
	int64_t word;
	uint64_t left;

	if (number <= 0 || b->word_count == 0)
		return 0;
	if (number > b->word_count * WORD_BITS)
		number = b->word_count * WORD_BITS;
	word = (number - 1) / WORD_BITS;
	left = b->words[word] &
	    ~(uint64_t)0 >> (WORD_BITS - 1 - (number - 1) % WORD_BITS);
	while (left == 0) {
		if (word == 0)
			return 0;
		left = b->words[--word];
	}
	return word * WORD_BITS + WORD_BITS - 1 - __builtin_clzll(left);
}
