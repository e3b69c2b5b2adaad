/* SPDX-License-Identifier: ISC */
#ifndef IBID_BIBLIOGRAPHY_PRIVATE_H
#define IBID_BIBLIOGRAPHY_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "cite/bibliography.h"
#include "model/csl.h"

/*
 * What the formats of a bibliography are, and what they share.
 */
struct bibliography_format {
	const char *name, *extension;
	const char *opening, *between, *closing; /* of a list */
	const char *empty;                       /* a list of nothing */
	void (*add)(struct str *out, const char *key,
	    const struct csl_item *item, const char *csl);
};

extern const struct bibliography_format bibliography_bibtex,
    bibliography_biblatex, bibliography_ris, bibliography_csl_json;

/* A text on one line: controls and what else breaks lines are one space,
 * none at the ends. */
void bibliography_add_line(struct str *out, const char *text, size_t len);

/* The same without the markup of CSL-JSON. */
void bibliography_add_plain(struct str *out, const char *text);

/* NULL where it is not given or empty. */
const char *bibliography_get_text(const struct csl_item *item,
    enum csl_variable v);

/*
 * The variable whose names stand as the authors: of a work without one, who
 * made it (a film's director); CSL_NONE: nobody.
 */
enum csl_variable bibliography_get_authors(const struct csl_item *item);

/* "Johanna van der Veen, Donald P. Gregg" */
void bibliography_add_names(struct str *out, const struct csl_names *names);

/* "Interviewer": what a role is called where a format has no place for it. */
void bibliography_add_role(struct str *out, enum csl_variable v);

/*
 * Whether pages are a single range; the length of the first page and where
 * the last one begins.
 */
bool bibliography_split_pages(const char *pages, size_t *first_len,
    const char **last);

/* "article" of CSL that stands in something is one of a journal. */
enum csl_type bibliography_get_type(const struct csl_item *item);

#endif
