/* SPDX-License-Identifier: ISC */
#include "hard.h"

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "base/utf8.h"

enum {
	WORKSPACE = 4096,   /* of numbers; what wants more is too hard */
	BUDGET_MS = 20,     /* for one passage */
	DEPTH_LIMIT = 250,  /* of groups within groups that look around */
	MATCH_LIMIT = 1000, /* calls for such groups */
	HEAP_LIMIT_KB = 1024
};

struct hard {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	int workspace[WORKSPACE];
};

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

static int64_t
get_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

enum pattern_answer
hard_find(struct hard *h, const char *text, size_t len, size_t start)
{
	int64_t end_ms = get_ms() + BUDGET_MS;
	const char *end = text + len;

	if (utf8_find_invalid(text, len) < len)
		return PATTERN_TOO_HARD;
	for (;;) {
		int32_t code_point;
		int answer = pcre2_dfa_match(h->code, (PCRE2_SPTR)text, len,
		    start,
		    PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK | PCRE2_DFA_SHORTEST,
		    h->match, h->context, h->workspace, WORKSPACE);

		if (answer >= 0)
			return PATTERN_FOUND_SOMEWHERE;
		if (answer != PCRE2_ERROR_NOMATCH || get_ms() > end_ms)
			return PATTERN_TOO_HARD;
		if (start >= len)
			return PATTERN_NOT_FOUND;
		start += utf8_decode(&code_point, text + start, end);
	}
}
