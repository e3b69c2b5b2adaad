/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHAIN_READER_H
#define IBID_CHAIN_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Reads the small parts of a citation for chain and chain_step: white
 * space, keys, quoted text.  The first fault ends a citation: `at` then
 * stands on what was not understood, so that the search for the next one
 * goes on there and a forgotten bracket swallows nothing.
 */
struct chain_reader {
	const char *text;
	size_t len;
	size_t at;
	size_t begin; /* of the citation */
	struct arena *arena;
	struct str word; /* the text that was gathered last */
	const char *error;
	size_t error_at;
};

/* What chain_reader_peek() gives at an empty line and at the text's end. */
enum { CHAIN_READER_END = -1 };

/* Notes what is wrong; always false. */
bool chain_reader_fail(struct chain_reader *r, size_t at, const char *error);
bool chain_reader_fail_unclosed(struct chain_reader *r);

/* Passes over white space; whether there was any. */
bool chain_reader_skip_white(struct chain_reader *r);

int chain_reader_peek(const struct chain_reader *r);
bool chain_reader_is_at_arrow(const struct chain_reader *r);

bool chain_reader_is_letter(int c);
bool chain_reader_is_digit(int c);

/* A key, behind its "@"; in the arena. */
bool chain_reader_read_key(struct chain_reader *r, const char **key);

/* Text in quotation marks, into word. */
bool chain_reader_read_quoted(struct chain_reader *r);

/* The text of a locator up to ";", "]" or "<-", into word. */
bool chain_reader_read_open(struct chain_reader *r);

/* Bytes of what a citation begins with: "[@", "[~@", "[!@"; or 0. */
size_t chain_reader_get_opening_len(const char *text, size_t len, size_t at);

#endif
