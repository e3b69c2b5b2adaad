/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_SENTENCE_H
#define IBID_TEXT_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Splits text into sentences, by the rules of UAX #29 (section 5) and the
 * abbreviations of a language.  Only the compiler asks: the reader finds
 * the sentences in the collection.
 */
struct sentence_range {
	uint32_t at;
	uint32_t len; /* without the white space behind the sentence */
};

/*
 * The sentences of well-formed text, in order, without overlap, none empty;
 * every character that is not white space lies in one.  marks are the
 * offsets of citation marks, ascending: a mark right behind a full stop (and
 * closing quotes) ends a sentence even where the rule would not.  language
 * is a BCP 47 tag ("en-GB"); for one we do not know, the rules alone serve.
 * Returns the number; *out is the caller's (free()).
 */
size_t sentence_split(struct sentence_range **out, const char *text, size_t len,
    const uint32_t *marks, size_t mark_count, const char *language);

#endif
