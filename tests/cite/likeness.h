/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_LIKENESS_H
#define IBID_TESTS_LIKENESS_H

#include <stdbool.h>

#include "base/str.h"
#include "cite/rich.h"

/* The text as a reader compares it: NFC, white space as single spaces and none
 * at the ends, quotation marks straight. */
void likeness_add(struct str *out, const char *text);

/* Whether two texts are alike so. */
bool likeness_is_equal(const char *a, const char *b);

/* The text, plain or as HTML; a space between what is displayed apart. */
void likeness_add_text(struct str *out, const struct rich *text, bool is_html);

#endif
