/* SPDX-License-Identifier: ISC */
#ifndef IBID_BIBTEX_ENTRY_H
#define IBID_BIBTEX_ENTRY_H

#include <stdbool.h>

#include "model/csl.h"

/*
 * What an entry of BibTeX or BibLaTeX is called for each type of CSL, and
 * under which names its fields stand.
 * Source: "BibTeXing" (Patashnik, 1988), section 3; the manual of the biblatex
 * package, sections 2.1 "Entry types" and 2.2 "Entry fields".
 */
enum bibtex_dialect { BIBTEX, BIBLATEX, BIBTEX_DIALECTS };

struct bibtex_entry {
	const char *name;
	const char *container; /* field of the container's title */
	const char *publisher; /* field of the publisher */
	bool has_number;       /* styles print it; else it stands in a note */
	bool has_pages;
	bool notes_volume; /* as little as its container does it print that */
	bool is_article;   /* "number" is the issue's, "eid" its own */
	bool is_in_series; /* "number" is that in the series, where one is */
};

const struct bibtex_entry *bibtex_find_entry(const struct csl_item *item,
    enum bibtex_dialect dialect);

/* "magazine", "newspaper" of an article in BibLaTeX; NULL: nothing. */
const char *bibtex_get_subtype(enum csl_type type);

/* The name that babel has for a language ("en-GB": "british"), or NULL. */
const char *bibtex_find_language(const char *tag);

#endif
