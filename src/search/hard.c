/* SPDX-License-Identifier: ISC */
#include "hard.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"

/*
 * Work is counted in items of the pattern tried, by PCRE2's callouts, so that
 * what is decided does not depend on the machine; the clock only tells when
 * to pause.
 */
enum {
	WORKSPACE = 4096,     /* of numbers; what wants more is too hard */
	START_STEPS = 100000, /* for one place where a match may begin */
	TEXT_STEPS = 2000000, /* for all of them */
	CLOCK_STEPS = 4096,   /* between two looks at the clock */
	DEPTH_LIMIT = 250,    /* of groups within groups that look around */
	MATCH_LIMIT = 1000,   /* calls for such groups */
	HEAP_LIMIT_KB = 1024
};

struct hard {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	uint64_t steps; /* at this start */
	int workspace[WORKSPACE];
};

static int
count_step(pcre2_callout_block *block, void *data)
{
	struct hard *h = data;

	(void)block;
	return ++h->steps > START_STEPS ? PCRE2_ERROR_CALLOUT : 0;
}

struct hard *
hard_new(pcre2_code *code, pcre2_general_context *memory)
{
	struct hard *h = mem_alloc(sizeof *h);

	h->code = code;
	h->match = pcre2_match_data_create(1, memory);
	h->context = pcre2_match_context_create(memory);
	pcre2_set_match_limit(h->context, MATCH_LIMIT);
	pcre2_set_depth_limit(h->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(h->context, HEAP_LIMIT_KB);
	pcre2_set_callout(h->context, count_step, h);
	return h;
}

void
hard_free(struct hard *h)
{
	if (!h)
		return;
	pcre2_match_context_free(h->context);
	pcre2_match_data_free(h->match);
	pcre2_code_free(h->code);
	free(h);
}

static int
find_at(struct hard *h, const char *text, size_t len, size_t start)
{
	h->steps = 0;
	return pcre2_dfa_match(h->code, (PCRE2_SPTR)text, len, start,
	    PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK | PCRE2_DFA_SHORTEST, h->match,
	    h->context, h->workspace, WORKSPACE);
}

enum pattern_answer
hard_find(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us)
{
	const char *end = text + len;
	uint64_t next_look = CLOCK_STEPS, steps = 0;

	if (utf8_find_invalid(text, len) < len)
		return PATTERN_TOO_HARD;
	for (;;) {
		int32_t code_point;
		int answer = find_at(h, text, len, effort->at);

		/* A start costs something where no item is tried, too. */
		effort->steps += h->steps + 1;
		steps += h->steps + 1;
		if (answer >= 0)
			return PATTERN_FOUND_SOMEWHERE;
		if (answer != PCRE2_ERROR_NOMATCH || effort->steps > TEXT_STEPS)
			return PATTERN_TOO_HARD;
		if (effort->at >= len)
			return PATTERN_NOT_FOUND;
		effort->at += utf8_decode(&code_point, text + effort->at, end);
		if (steps < next_look)
			continue;
		next_look = steps + CLOCK_STEPS;
		if (until_us != 0 && clock_now_us() >= until_us)
			return PATTERN_PAUSED;
	}
}
