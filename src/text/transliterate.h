/* SPDX-License-Identifier: ISC */
#ifndef IBID_TRANSLITERATE_H
#define IBID_TRANSLITERATE_H

#include <stddef.h>

#include "base/str.h"

/*
 * Text in ASCII, for terminals that know nothing else: compatibility
 * decomposition without marks, a table for punctuation and a few letters,
 * Hangul by the Revised Romanization, otherwise one "?" a grapheme cluster.
 */
void transliterate_add(struct str *out, const char *text, size_t len);

#endif
