/* SPDX-License-Identifier: ISC */
#ifndef IBID_DB_TEXT_H
#define IBID_DB_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Text from a file that may be wrong, for the modules of the store. */

/* Whether the bytes are well-formed UTF-8 without a NUL. */
bool db_text_is_sound(const char *bytes, size_t len);

/*
 * A copy in the arena: ill-formed sequences and NUL become U+FFFD.  The copy
 * has at most limit_bytes; moved (NULL, or len + 1 numbers) receives where
 * each byte of the original that begins a character went, and UINT32_MAX for
 * other bytes.
 */
char *db_text_repair(size_t *repaired_len, uint32_t *moved, const char *bytes,
    size_t len, size_t limit_bytes, struct arena *arena);

/*
 * Adds a message of a library: what could harm a screen becomes '?', so
 * that a message may be printed by anyone.
 */
void db_text_add_filtered(struct str *out, const char *message);

#endif
