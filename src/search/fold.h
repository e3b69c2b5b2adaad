/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_FOLD_H
#define IBID_SEARCH_FOLD_H

#include <stdbool.h>
#include <stdint.h>

enum { FOLD_LIMIT = 4 };

/*
 * The characters that PCRE2 takes for the same as character where case does
 * not count, itself among them: how many.  0: not known.  Later versions of
 * Unicode may add to the classes beyond ASCII; is_trusted tells that PCRE2
 * knows the version of the table.
 */
unsigned fold_list(int32_t out[FOLD_LIMIT], int32_t character, bool is_trusted);

/* What fold_list() was tried against, as PCRE2 tells it: "14.0.0". */
extern const char fold_unicode_version[];

#endif
