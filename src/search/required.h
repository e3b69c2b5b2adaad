/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_REQUIRED_H
#define IBID_SEARCH_REQUIRED_H

#include "choice.h"

/*
 * The best plan for what is read of a pattern, and its rate.  is_whole of the
 * plan: a text matches where and only where it passes.
 */
double required_make(struct plan *out, struct choice *c);

#endif
