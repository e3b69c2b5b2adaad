/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PLAN_PRIVATE_H
#define IBID_SEARCH_PLAN_PRIVATE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stddef.h>
#include <stdint.h>

#include "search/plan.h"

/*
 * Of a pattern that compiles; options: those of PCRE2 it is compiled with.
 * memory: never fails.
 */
void plan_make(struct plan *out, const char *text, size_t len, uint32_t options,
    pcre2_general_context *memory);

#endif
