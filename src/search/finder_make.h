/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_FINDER_MAKE_H
#define IBID_SEARCH_FINDER_MAKE_H

#include "finder_core.h"
#include "search/plan.h"

/*
 * Chooses the bytes that the core looks for.  offsets: in each literal, where
 * the first of them stands.
 */
void finder_make_core(struct core *out, size_t offsets[PLAN_LITERAL_LIMIT],
    const struct plan *plan);

#endif
