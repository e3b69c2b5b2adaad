/* SPDX-License-Identifier: ISC */
#ifndef IBID_HOSTILE_H
#define IBID_HOSTILE_H

#include <stddef.h>

/*
 * A collection that wants to take the terminal over: a good one with
 * payloads in every text column and in the text of the passages.
 */

/* Writes the payloads into a collection; exits where that fails. */
void hostile_make(const char *path);

/*
 * What of the payloads stands in what was sent, in words; NULL: nothing.
 * has_shift_out: the terminal draws lines by control characters.
 */
const char *hostile_find(const char *bytes, size_t len, int has_shift_out);

/* For file names and arguments. */
#define HOSTILE_NAME                          \
	"h\033]0;OWNED\007\033[5;8mX\xc2\x9b" \
	"5mZ\xe2\x80\xaeY"

#endif
