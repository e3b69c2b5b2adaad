/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PLAN_PRIVATE_H
#define IBID_SEARCH_PLAN_PRIVATE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stddef.h>
#include <stdint.h>

#include "search/plan.h"

struct pattern;

/*
 * Of a pattern that compiles; options: those of PCRE2 it is compiled with.
 * memory: never fails.  False where the plan costs more than it saves, for
 * most text has what it demands.
 */
bool plan_make(struct plan *out, const char *text, size_t len, uint32_t options,
    pcre2_general_context *memory);

/* For tests: the plan, were it of no use. */
const struct plan *pattern_get_any_plan(struct pattern *p);

#endif
