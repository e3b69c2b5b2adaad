/* SPDX-License-Identifier: ISC */
#ifndef IBID_TESTS_SEARCH_MAKER_H
#define IBID_TESTS_SEARCH_MAKER_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Choices taken from bytes; all 0 once they are used up. */
struct chooser {
	const uint8_t *data;
	size_t size;
};
unsigned chooser_take(struct chooser *c, unsigned count);

/*
 * A pattern, with a text that it may match: characters that fold in odd ways,
 * and whatever of PCRE2's language a reader of patterns may get wrong.
 */
void make_pattern(struct str *pattern, struct str *sample, struct chooser *c);

/*
 * A text made of the sample, of pieces of the pattern and of such characters;
 * well-formed.
 */
void make_subject(struct str *out, const struct str *pattern,
    const struct str *sample, struct chooser *c);

#endif
