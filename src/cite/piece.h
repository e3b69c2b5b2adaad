/* SPDX-License-Identifier: ISC */
#ifndef IBID_PIECE_H
#define IBID_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "cite/rich.h"
#include "model/csl.h"

/*
 * What a style prints, as a tree of pieces: texts, and groups that join what
 * they hold.  Only when the whole stands is it made flat: there affixes,
 * delimiters and punctuation meet, quotation marks alternate, and cases are
 * changed.  Pieces live in an arena.
 * Source: CSL 1.0.2 specification, "Formatting", "Affixes", "Delimiter",
 * "Quotes", "Text-case".
 */
enum piece_case {
	PIECE_CASE_NONE,
	PIECE_LOWERCASE,
	PIECE_UPPERCASE,
	PIECE_CAPITALIZE_FIRST,
	PIECE_CAPITALIZE_ALL,
	PIECE_SENTENCE,
	PIECE_TITLE /* where the item's language is English */
};

/* What later steps look for. */
enum piece_mark {
	PIECE_PLAIN,
	PIECE_NAMES,  /* the names of the first cs:names of a layout */
	PIECE_AUTHOR, /* what suppress-author leaves out */
	PIECE_YEAR,   /* a year that a suffix may follow */
	PIECE_YEAR_SUFFIX,
	PIECE_CITATION_NUMBER,
	PIECE_LOCATOR,
	PIECE_PREFIX, /* of a cite */
	PIECE_NAME,   /* one of PIECE_NAMES; number: its place from 0 */
	PIECE_ET_AL,
	PIECE_TERM /* of a cs:text */
};

struct piece_format {
	uint16_t looks;    /* bits of rich_look that are set here ... */
	uint16_t unlooks;  /* ... and taken back (font-style="normal") */
	uint8_t display;   /* enum rich_display */
	uint8_t text_case; /* enum piece_case */
	bool has_quotes;
	bool strips_periods;
	bool has_dotted_i; /* Turkish and its like: "i" is the small "İ" */
	const char *prefix, *suffix, *delimiter; /* NULL: none; lent */
};

struct piece {
	struct piece_format format;
	enum piece_mark mark;
	int32_t number; /* of a mark: the item, the number ... */
	bool is_text;
	bool is_verbatim; /* URL, DOI: no markup, no quotes, no title case */
	const char *text; /* of a text; may have markup: <i> <b> <sup> <sub>
			     <sc> <span class="nocase"> <span
			     style="font-variant: small-caps;"> */
	size_t len;
	struct piece *first, *last; /* of a group */
	struct piece *next;
};

struct piece *piece_new_text(struct arena *arena, const char *text, size_t len);
struct piece *piece_new_group(struct arena *arena);
/* child NULL changes nothing. */
void piece_add(struct piece *group, struct piece *child);
/* Whether anything would be printed: affixes alone are nothing. */
bool piece_is_empty(const struct piece *p);

/* What the locale says of marks; texts are lent. */
struct piece_locale {
	const char *open_quote, *close_quote;
	const char *open_inner_quote, *close_inner_quote;
	bool puts_punctuation_in_quote;
	const char *language; /* of the locale: for the rules of case */
};

/*
 * Makes p flat, behind what out has.  is_english: titles' case may change.
 * Where two pieces meet: double spaces, ".." "?." ",." and the like become
 * what a reader expects (the table is that of citeproc's users: see the
 * comment in piece_punctuation.c); full stop and comma move into closing
 * quotes where the locale wants that; a field's own text is never touched
 * inside.
 */
void piece_flatten(struct rich *out, const struct piece *p,
    const struct piece_locale *locale, bool is_english);

/* The plain text of a piece, for sorting and comparing. */
void piece_add_plain(struct str *out, const struct piece *p,
    const struct piece_locale *locale, bool is_english);

#endif
