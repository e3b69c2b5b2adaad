/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_UTF8_H
#define IBID_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * UTF-8 text: decode, check, step over grapheme clusters, measure columns,
 * normalise, fold.  Unicode's properties come from utf8proc.
 */

/* The version of utf8proc that runs, "2.8.0". */
const char *utf8_get_library_version(void);

/*
 * Decodes the character at text (end is one past the last byte, text < end)
 * into *code_point and returns its bytes.  An ill-formed sequence gives
 * U+FFFD and the length of its maximal subpart (Unicode 15, 3.9), at least 1.
 */
size_t utf8_decode(int32_t *code_point, const char *text, const char *end);

/* Writes 1 to 4 bytes to out (no NUL) and returns their number. */
size_t utf8_encode(char out[4], int32_t code_point);

/* The offset of the first ill-formed byte, or len where there is none. */
size_t utf8_find_invalid(const char *text, size_t len);

/* Whether a byte goes on with a character: it does not begin one. */
static inline bool
utf8_is_inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the character begins that byte at of the text is of. */
size_t utf8_find_start(const char *text, size_t at);

/* The character before at, which is behind from. */
size_t utf8_step_back(const char *text, size_t from, size_t at);

/* Bytes of the grapheme cluster that begins at text (UAX #29). */
size_t utf8_next_grapheme(const char *text, const char *end);

/*
 * Columns of len bytes on a screen, cluster by cluster: 1 or 2 each, for
 * what is not drawn is replaced in one.
 */
size_t utf8_width_cols(const char *text, size_t len);

/* Columns of one grapheme cluster of len bytes: 1 or 2. */
int utf8_cluster_width_cols(const char *cluster, size_t len);

/*
 * Whether a cluster may be drawn; otherwise a replacement is: it begins
 * with a control or an invisible character, or is marks without a base.
 */
bool utf8_is_drawn(const char *cluster, size_t len);

/* C0, C1, DEL: never shown as they are. */
bool utf8_is_control(int32_t code_point);

/*
 * Bidirectional controls, zero-width and other invisible characters, which
 * the screen and the printer make visible or drop.
 */
bool utf8_is_invisible(int32_t code_point);

/* Whether the text is in NFC; ill-formed text is not. */
bool utf8_is_nfc(const char *text, size_t len);

/* Adds the NFC form of well-formed text to out. */
void utf8_add_nfc(struct str *out, const char *text, size_t len);

/*
 * Folds well-formed NFC text for search: canonical decomposition without
 * its nonspacing marks, Hangul untouched.  Returns false, adding nothing,
 * where the folded text equals the text.  map receives the way back: a
 * sequence of three unsigned LEB128 numbers (equal, folded, original):
 * so many bytes are equal, then so many folded bytes stand for so many
 * original ones; what follows the last triple is equal.
 */
bool utf8_fold(struct str *folded, struct str *map, const char *text,
    size_t len);

/* Whether a map leads from a folded text to a text, and from its end. */
bool utf8_is_fold_map(const char *map, size_t map_len, size_t folded_len,
    size_t len);

/*
 * Where byte at of the folded text stands in the original.  Inside of what
 * stands for others: where those begin, or with is_end where they end.  The
 * map may be any bytes; what it says is not more than it says.
 */
size_t utf8_unfold(const char *map, size_t map_len, size_t at, bool is_end);

/* Whether a character is a capital letter (Lu) or a title-case one (Lt). */
bool utf8_is_upper(int32_t code_point);

/* The text without case and marks, for comparing names (place, population). */
void utf8_add_casefold(struct str *out, const char *text, size_t len);

#endif
