/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_HARD_H
#define IBID_SEARCH_HARD_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stddef.h>

#include "search/pattern.h"

/*
 * What backtracking could not decide soon is looked through once more: by
 * PCRE2's other matcher, which goes through all ways at once, where it knows
 * the pattern; else by backtracking with more patience.  It tells whether
 * there is a match, not which.
 */
struct hard;

struct hard_options {
	const char *text; /* as it is compiled */
	size_t len;
	uint32_t options; /* without PCRE2_MATCH_INVALID_UTF */
	bool is_word;
	bool is_anchored; /* there is but one start */
	bool wants_start; /* it knows where matching began, or goes on */
	pcre2_compile_context *compile;
	pcre2_general_context *memory; /* never fails */
	pcre2_jit_stack *jit_stack;    /* lent; NULL: without machine code */
};

/* NULL where neither way will do. */
struct hard *hard_new(const struct hard_options *options);
void hard_free(struct hard *h);

/* See pattern_find_hard(). */
enum pattern_answer hard_find(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us);

#endif
