/* SPDX-License-Identifier: ISC */
#ifndef IBID_HANGUL_H
#define IBID_HANGUL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Whether it is a precomposed syllable, which is what NFC leaves. */
bool hangul_is_syllable(int32_t code_point);

/*
 * Adds the romanization of the syllables at the beginning of the text and
 * returns their bytes.  After the Revised Romanization of Korean (2000): as
 * it is spoken, with the sounds that change between syllables.
 */
size_t hangul_add_romanized(struct str *out, const char *text, const char *end);

#endif
