/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_BIBLIOGRAPHY_H
#define IBID_CITE_BIBLIOGRAPHY_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "cite/cite.h"
#include "model/csl.h"

/*
 * Sources for other programs: one printer interface, chosen by name.  What
 * is written is UTF-8 without a byte order mark, its lines end with a line
 * feed; what a text holds of control characters is written as spaces.
 */
struct bibliography_format;

/*
 * By name ("bibtex", "biblatex", "ris", "csl-json") or by what the name of a
 * file ends in (".bib", ".ris", ".json"); NULL where there is none.
 */
const struct bibliography_format *bibliography_find_format(const char *name);
const struct bibliography_format *bibliography_find_format_of(const char *path);

/* The formats in their order, ending with NULL. */
const struct bibliography_format *const *bibliography_get_formats(void);

/* "bibtex" */
const char *bibliography_get_name(const struct bibliography_format *f);

/*
 * One source as a file of its own.  csl: its record as CSL-JSON, which
 * "csl-json" writes as it is; NULL, or no JSON object: made of the item.
 */
void bibliography_add(struct str *out, const struct bibliography_format *f,
    const struct csl_item *item, const char *csl);

/*
 * A list of them: the same with what stands around and between, and with
 * keys that differ.  A key is the source's id; a character that BibTeX, or
 * \cite, cannot have in one is written "_uXXXX", its code point, and a key
 * that is there already, case aside, gets "-2", "-3".
 */
struct bibliography {
	struct str *out; /* lent */
	const struct bibliography_format *format;
	char **keys; /* those given, a hash table of small letters */
	size_t key_cap;
	uint32_t count;
};

void bibliography_begin(struct bibliography *b, struct str *out,
    const struct bibliography_format *f);
void bibliography_add_item(struct bibliography *b, const struct csl_item *item,
    const char *csl);
void bibliography_end(struct bibliography *b); /* writes and releases */

/*
 * The list of a style's items in Markdown, each a paragraph, as the style
 * sorts them; where the style has no list, as it first cites them.
 */
void bibliography_add_markdown(struct str *out, struct cite *c, uint32_t count);

#endif
