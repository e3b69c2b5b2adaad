/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARK_H
#define IBID_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * Tags and quotation marks in the text of a field.
 * Source: the documentation of citeproc-js, "HTML-like formatting tags"; CSL
 * 1.0.2 specification, "Quotes".
 */
enum mark_kind {
	MARK_NONE,
	MARK_ITALIC,
	MARK_BOLD,
	MARK_SUPERSCRIPT,
	MARK_SUBSCRIPT,
	MARK_SMALL_CAPS,
	MARK_SMALL_CAPS_SPAN, /* from here on </span> is the end */
	MARK_NO_CASE,
	MARK_NO_LOOK,
	MARK_SPAN, /* any of those: what </span> closes */
	MARK_QUOTE,
	MARK_KIND_COUNT
};

enum { MARK_DEPTH_LIMIT = 32 };

struct mark {
	uint32_t at, len;
	enum mark_kind kind;
	uint8_t depth; /* pairs that it lies in */
	char quote;    /* '"', '\'', or 'd' and 's' where it is curly */
	bool is_opening, is_closing; /* a quotation mark: may be */
	bool is_paired;              /* then but one of them */
	bool is_apostrophe; /* straight and single: curly without a partner */
};

/* The marks of a text, in order. */
uint32_t mark_find(struct mark **out, struct arena *arena, const char *text,
    size_t len);

#endif
