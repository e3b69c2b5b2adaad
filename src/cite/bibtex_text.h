/* SPDX-License-Identifier: ISC */
#ifndef IBID_BIBTEX_TEXT_H
#define IBID_BIBTEX_TEXT_H

#include <stdbool.h>

#include "base/str.h"
#include "model/csl.h"

/*
 * Texts and names as fields of BibTeX and BibLaTeX have them.
 */

/*
 * A text with its special characters escaped and its markup made commands.
 * In a title each word with a capital is in braces, since styles make the
 * rest small; but for the first, where only its first letter is one.
 */
void bibtex_add_text(struct str *out, const char *text, bool is_title);

/* The same in braces of its own where an "and" would make a list of it. */
void bibtex_add_one(struct str *out, const char *text);

/* A URL or DOI: nothing is escaped; what would break the field (spaces,
 * backslashes, braces without a partner) is percent-encoded. */
void bibtex_add_raw(struct str *out, const char *text);

/* "219--238" */
void bibtex_add_pages(struct str *out, const char *pages);

/* "Nye, Jr., Joseph S. and {UN Human Rights Council}" */
void bibtex_add_names(struct str *out, const struct csl_names *names);

/* An ISO 8601 date, a range or what EDTF has: "2011-11/2012-01", "1950~",
 * "-0379", "2011-21" (spring). */
void bibtex_add_date(struct str *out, const struct csl_date *date);

/* The fields of the date of issue: year, month and day in BibTeX, with a date
 * besides where these cannot say it; else date. */
void bibtex_add_issued(struct str *out, const struct csl_date *date,
    bool has_date);

#endif
