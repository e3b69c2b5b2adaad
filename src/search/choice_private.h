/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_CHOICE_PRIVATE_H
#define IBID_SEARCH_CHOICE_PRIVATE_H

#include "choice.h"
#include "fold.h"

/* The rarest that text is thought to be; what is rarer is as good. */
static const double choice_least = 1e-8;

/*
 * The characters that a unit stands for; 0: not known.  Where case does not
 * count, a capital of ASCII goes without saying.
 */
unsigned choice_list_characters(int32_t out[FOLD_LIMIT], uint32_t unit,
    const struct choice *c);

/* Bytes one behind another; 1 where none will do. */
double choice_make_bytes(struct plan *out, const struct units_set *s,
    struct choice *c);

#endif
