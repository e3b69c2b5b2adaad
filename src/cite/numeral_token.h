/* SPDX-License-Identifier: ISC */
#ifndef IBID_NUMERAL_TOKEN_H
#define IBID_NUMERAL_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * The text of a number variable in tokens: "S12-15 & 20".  White space around
 * a separator is the separator's.
 */
enum numeral_kind {
	NUMERAL_WORD,
	NUMERAL_NUMBER, /* letters, digits, letters: 12, 2nd, L2d; 3/4 */
	NUMERAL_DOTTED, /* 1.2, 3:16: a number in a range, but not numeric */
	NUMERAL_ROMAN,
	NUMERAL_SEPARATOR,
	NUMERAL_AND, /* the word */
	NUMERAL_SPACE
};

struct numeral_token {
	const char *text;
	size_t len;
	enum numeral_kind kind;
	char separator; /* ',' ';' '&' '-' of a separator */
};

/* The next token of *text, which moves on; false at its end. */
bool numeral_next(struct numeral_token *t, const char **text);

static inline bool
numeral_is_countable(const struct numeral_token *t)
{
	return t->kind == NUMERAL_NUMBER || t->kind == NUMERAL_DOTTED ||
	    t->kind == NUMERAL_ROMAN;
}

/* Whether a hyphen between the two says "to". */
static inline bool
numeral_is_range(const struct numeral_token *a, const struct numeral_token *b)
{
	return numeral_is_countable(a) && numeral_is_countable(b) &&
	    (a->kind == NUMERAL_ROMAN) == (b->kind == NUMERAL_ROMAN);
}

/* As it is, but for the backslash of "\\-". */
void numeral_add_raw(struct str *out, const char *text, size_t len);
/* With its spaces. */
void numeral_add_separator(struct str *out, const struct numeral_token *t);

#endif
