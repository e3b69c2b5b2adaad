/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHAIN_H
#define IBID_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "compile/diagnose.h"
#include "model/citation.h"

/*
 * The citation syntax:
 *
 *	citation = "[" chain *( ";" chain ) "]"
 *	chain    = step *( "<-" step )
 *	step     = [ "~" | "!" ] who *( SP flag ) [ "," SP locator ]
 *	who      = "@" key | "@{" any key "}" | DQUOTE text DQUOTE
 *	flag     = "seen" | "unseen" | "part" | "carried"
 *
 * A bare key is as pandoc has it: it begins with a letter, digit or
 * underscore, and goes on with those and single internal punctuation
 * characters of :.#$%&-+?<>~/ ("<-" and "~" end it).  The first step has an
 * @ key and is the document read: it is seen, later ones are unseen, unless
 * a flag says otherwise (a record that an editor's note rests on).  A
 * locator that begins with a label CSL knows is split in label and value,
 * any other kept as text (label ""); a quoted locator may hold anything, \"
 * is a quotation mark and \\ a backslash in quoted text.
 * Inside a citation white space is any run of spaces, tabs and single line
 * feeds with the ">" of a quotation behind them; an empty line ends it
 * (error).
 */
struct chain {
	size_t at; /* offset of its first character in the text */
	size_t len;
	struct step *steps; /* label is NULL */
	size_t *step_at;    /* offset of each step */
	uint32_t step_count;
};

struct chain_group {
	size_t at;  /* of "[" */
	size_t len; /* with "]" */
	struct chain *chains;
	uint32_t chain_count; /* 0: in error */
	const char *error;    /* NULL, or what is wrong */
	size_t error_at;
};

/*
 * Parses the citation at text[at] == '['.  Returns false where no citation
 * begins there ("[@", "[~@", "[!@" do; a preceding odd number of
 * backslashes does not).  All in the arena.
 */
bool chain_parse(struct chain_group *out, const char *text, size_t len,
    size_t at, struct arena *arena);

/* All citations of a text in order. */
size_t chain_find_all(struct chain_group **out, const char *text, size_t len,
    struct arena *arena);

/*
 * Adds what the chain says (roles, sources, texts, flags, locators) as bytes
 * that are equal for chains that say the same, and for no others.
 */
void chain_add_canonical(struct str *out, const struct chain *chain);

#endif
