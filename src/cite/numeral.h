/* SPDX-License-Identifier: ISC */
#ifndef IBID_NUMERAL_H
#define IBID_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Numbers as CSL has them.  Source: CSL 1.0.2 specification, "Number",
 * "is-numeric", "Page Ranges" (appendix V), "Ordinal Suffixes".
 */

/* "2", "2nd", "D2", "L2d", "2, 3 & 4", "2-4"; not "second edition",
 * "A/HRC/25/63". */
bool numeral_is_numeric(const char *text);

/* Whether it says more than one: a range, "&", a comma, "and". */
bool numeral_is_plural(const char *text);

/* The text of a number variable: hyphens of ranges become en dashes, " & "
 * and commas get their spaces. */
void numeral_add(struct str *out, const char *text);

void numeral_add_roman(struct str *out, int number); /* below 4,000 */

enum numeral_page_format {
	NUMERAL_PAGE_AS_IS,
	NUMERAL_PAGE_EXPANDED,
	NUMERAL_PAGE_MINIMAL,
	NUMERAL_PAGE_MINIMAL_TWO,
	NUMERAL_PAGE_CHICAGO_15,
	NUMERAL_PAGE_CHICAGO_16
};

/* "1021-1028, 1030" by a format; delimiter: the locale's, mostly U+2013. */
void numeral_add_pages(struct str *out, const char *pages,
    enum numeral_page_format format, const char *delimiter);

/* "1021" of "1021-1028" */
void numeral_add_first_page(struct str *out, const char *pages);

#endif
