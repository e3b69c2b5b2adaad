/* SPDX-License-Identifier: ISC */
#ifndef IBID_PIECE_FLAT_H
#define IBID_PIECE_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "look.h"
#include "piece.h"

/*
 * A tree of pieces on its way to a rich text: segments in the order in which
 * they are printed.  Cases change the texts of a range of segments, and
 * punctuation is settled where two of them meet; quotation marks are segments
 * without a text until all else stands.
 */
enum flat_kind {
	FLAT_TEXT,  /* of a field, a term, a number */
	FLAT_AFFIX, /* an affix or a delimiter */
	FLAT_OPEN,  /* quotation marks */
	FLAT_CLOSE
};

struct flat_segment {
	const char *text; /* not NUL-terminated; moves on when cut in front */
	uint32_t len;
	enum flat_kind kind;
	struct look look;
	uint8_t display, display_number;
	bool is_joined;    /* goes on with the field before it */
	bool is_protected; /* no change of case */
	bool is_verbatim;
};

struct flat {
	struct arena arena; /* texts that were made here */
	struct flat_segment *segments;
	uint32_t count, cap;
	const struct piece_locale *locale;
	bool is_english;
	size_t size_bytes; /* of all texts, for the limit */
	size_t case_work;  /* letters whose case was looked at, likewise */
	/* Of what is added next */
	struct look look;
	uint8_t display, display_number, display_count;
	bool is_protected;
};

struct flat_segment *flat_add(struct flat *f, enum flat_kind kind,
    const char *text, size_t len);

/* The text of a field or a value, with its markup and its quotes. */
void flat_add_markup(struct flat *f, const char *text, size_t len);

/* Changes the case of segments from, from + 1, ... */
void flat_change_case(struct flat *f, uint32_t from, enum piece_case to,
    bool has_dotted_i);

/* Whether the text is of a script that is never slanted, and of no other. */
bool flat_has_no_italics(const char *text, size_t len);

/* Settles punctuation and spaces wherever two segments meet. */
void flat_settle(struct flat *f);

static inline bool
flat_is_text(const struct flat_segment *s)
{
	return s->kind == FLAT_TEXT || s->kind == FLAT_AFFIX;
}

#endif
