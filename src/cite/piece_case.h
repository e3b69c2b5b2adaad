/* SPDX-License-Identifier: ISC */
#ifndef IBID_PIECE_CASE_H
#define IBID_PIECE_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The letters of what a case is changed of: one row, however many segments
 * it came in, so that a word is a word across its markup.
 */
enum { PIECE_QUOTE = '"' }; /* stands for a quotation mark's segment */

struct piece_letters {
	int32_t *letters;
	bool *is_protected;
	size_t count;
};

void piece_case_sentence(struct piece_letters *l);
void piece_case_title(struct piece_letters *l);

static inline bool
piece_is_white(int32_t c)
{
	return c == ' ' || c == '\n' || c == 0xA0 || c == 0x202F ||
	    c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

#endif
