/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PLAN_PRIVATE_H
#define IBID_SEARCH_PLAN_PRIVATE_H

#include <stddef.h>
#include <stdint.h>

#include "search/plan.h"

/* Of a pattern that compiles; options: those of PCRE2 it compiles with. */
void plan_make(struct plan *out, const char *text, size_t len,
    uint32_t options);

#endif
