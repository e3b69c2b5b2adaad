/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PATTERN_PRIVATE_H
#define IBID_SEARCH_PATTERN_PRIVATE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/str.h"
#include "search/pattern.h"
#include "search/plan.h"

struct pattern {
	pcre2_general_context *memory;
	pcre2_compile_context *compile;
	pcre2_match_context *context;
	pcre2_match_data *match;
	pcre2_jit_stack *jit_stack;
	pcre2_code *code;
	/*
	 * The same, to be asked about some starts at a time; made when it is
	 * first needed.
	 */
	pcre2_code *step_code;
	bool has_no_step_code;
	bool is_anchored;    /* in the eyes of PCRE2 */
	bool wants_start;    /* it knows where matching began, or goes on */
	bool cannot_step;    /* what it finds depends on where it began */
	struct hard *hard;   /* NULL until it is needed */
	bool cannot_be_hard; /* there is no other way */
	bool is_fast;        /* there is machine code */
	struct str text;     /* as it is compiled */
	uint32_t options;
	bool is_caseful;
	bool is_word;
	bool wants_folded;
	struct {
		bool is_valid; /* what is gone through */
		int64_t last_us, until_us;
		bool is_doubted; /* the clock: until_us is processor time */
	} watch;
	bool has_plan;
	bool is_plan_useful;
	struct plan plan;
};

pcre2_code *pattern_compile(struct pattern *p, uint32_t more, int *number,
    size_t *at);

/* For tests: without machine code, and few starts at a time. */
void pattern_set_slow(struct pattern *p);

#endif
