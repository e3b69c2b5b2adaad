/* SPDX-License-Identifier: ISC */
#ifndef IBID_PIECE_WORD_H
#define IBID_PIECE_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Words as title case sees them, and characters as all cases do.
 */

/* Whether a word (any case) stays small inside of a title. */
bool piece_word_is_small(const int32_t *word, size_t len);

/* Letters, digits and the marks on them. */
bool piece_word_has(int32_t c);
bool piece_word_is_upper(int32_t c);
bool piece_word_is_lower(int32_t c);
int32_t piece_word_to_upper(int32_t c);
int32_t piece_word_to_lower(int32_t c);

#endif
