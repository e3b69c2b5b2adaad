/* SPDX-License-Identifier: ISC */

/*
 * Random patterns for search_lab.h: torture_search [PATTERNS [SEED]].
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "search_lab.h"

enum { CHOICES = 700 };

/* xorshift64*, so that a seed is the same everywhere. */
static uint64_t
get_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

static void
print_counts(const struct lab_counts *c)
{
	printf("# patterns %" PRIu64 " compiled %" PRIu64
	       " with literals %" PRIu64 " with bytes %" PRIu64
	       " whole %" PRIu64 " without a plan %" PRIu64 "\n",
	    c->patterns, c->compiled, c->with_literals, c->with_bytes, c->whole,
	    c->compiled - c->with_literals - c->with_bytes);
	printf("# subjects %" PRIu64 " matching %" PRIu64 " undecided %" PRIu64
	       " looked for %" PRIu64 " let pass %" PRIu64 " faults %" PRIu64
	       "\n",
	    c->subjects, c->matching, c->undecided, c->asked, c->let_pass,
	    c->faults);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	uint64_t patterns = argc > 1 ? strtoull(argv[1], NULL, 10) : 3000;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	uint64_t state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15);
	struct lab_counts counts = { 0 };
	uint8_t choices[CHOICES];

	for (uint64_t i = 0; i < patterns && counts.faults < 20; i++) {
		for (unsigned j = 0; j < CHOICES; j++)
			choices[j] = (uint8_t)(get_random(&state) >> 32);
		lab_try_choices(&counts, choices, CHOICES);
		if (i % 1000000 == 999999)
			print_counts(&counts);
	}
	print_counts(&counts);
	return counts.faults > 0;
}
