/* SPDX-License-Identifier: ISC */
#ifndef IBID_ABBREVIATION_H
#define IBID_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Full stops that end no sentence, language by language: abbreviations
 * ("Mr. Pak", "No. 4"), initials ("J. Smith", "U.S. Department") and, in
 * German, ordinals ("3. Oktober").
 */
struct abbreviation_language;

/* By a BCP 47 tag; NULL for one that has no table. */
const struct abbreviation_language *abbreviation_find_language(const char *tag);

/*
 * Whether the language puts a space before a closing guillemet, which then
 * belongs to the sentence: French.
 */
bool abbreviation_has_spaced_quotes(
    const struct abbreviation_language *language);

/*
 * Whether the full stop at text[at] is such a one.  The sentence begins at
 * `from`; behind the white space the text goes on at `next`.
 */
bool abbreviation_is_at(const struct abbreviation_language *language,
    const char *text, size_t len, size_t from, size_t at, size_t next);

#endif
