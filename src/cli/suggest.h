/* SPDX-License-Identifier: ISC */
#ifndef IBID_SUGGEST_H
#define IBID_SUGGEST_H

#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

/*
 * For a word that nobody knows: the nearest one that is known, and the line
 * that says so.
 */

/* NULL where none of the known words comes near. */
const char *suggest_find(const char *word, const char *const *known,
    size_t count);

/* "unknown WHAT 'WORD'; did you mean 'NEAREST'?", and returns status. */
enum status suggest_fail(struct error *err, enum status status,
    const char *what, const char *word, const char *nearest);

/* The word in quotes, cut where it is long. */
void suggest_add_quoted(struct str *out, const char *word);

/* STATUS_INVALID where a word of the command line is not UTF-8. */
enum status suggest_check_text(const char *word, struct error *err);

/* The same where it is not UTF-8, empty, or too long for a slug or key. */
enum status suggest_check_slug(const char *what, const char *slug,
    struct error *err);

#endif
