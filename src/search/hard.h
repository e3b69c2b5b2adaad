/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_HARD_H
#define IBID_SEARCH_HARD_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stddef.h>

#include "search/pattern.h"

/*
 * What backtracking could not decide is looked through once more by PCRE2's
 * other matcher, which goes through all ways at once: start by start, so that
 * its time, too, can be bounded.  It knows no backreferences and tells
 * whether there is a match, not which.
 */
struct hard;

/*
 * code: compiled with PCRE2_AUTO_CALLOUT, for its items are counted, and
 * without PCRE2_MATCH_INVALID_UTF; taken over.  memory: never fails.
 */
struct hard *hard_new(pcre2_code *code, pcre2_general_context *memory);
void hard_free(struct hard *h);

/* See pattern_find_hard(). */
enum pattern_answer hard_find(struct hard *h, const char *text, size_t len,
    struct pattern_effort *effort, int64_t until_us);

#endif
