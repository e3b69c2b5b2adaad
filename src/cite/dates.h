/* SPDX-License-Identifier: ISC */
#ifndef IBID_DATES_H
#define IBID_DATES_H

#include "interpret.h"

/*
 * Dates in the parts and the order of a style or a locale.
 * Source: CSL 1.0.2 specification, "Date", "Date-part", "Date Ranges",
 * "AD and BC", "Seasons", "Approximate Dates".
 */
enum dates_level { DATES_YEAR, DATES_MONTH, DATES_DAY, DATES_LEVELS };

/* A cs:date-part: its form, its format. */
struct dates_part {
	enum dates_level level;
	enum style_word form;
	const char *range_delimiter;
	struct piece_format format;
};

/* A cs:date with what it takes of the locale. */
struct dates_style {
	struct piece_format format;
	struct dates_part parts[8];
	uint32_t count;
};
void dates_style_read(struct dates_style *out, struct walk *w, style_node n);

/* One part of a day; NULL where the date does not say it. */
struct piece *dates_new_part(struct walk *w, const struct dates_part *part,
    const struct csl_date *date, const struct csl_day *day);

#endif
