/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SYNTAX_CHECK_H
#define IBID_SEARCH_SYNTAX_CHECK_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "syntax.h"

/*
 * Whether PCRE2 sees the very items that were read.  code: the same pattern
 * compiled with PCRE2_AUTO_CALLOUT.
 */
bool syntax_agrees(const struct syntax *s, const pcre2_code *code);

#endif
