/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_DATE_H
#define IBID_MODEL_DATE_H

#include <stdbool.h>

/*
 * Dates and periods as collections write them: ISO 8601-1 calendar dates of
 * reduced precision ("2017", "2017-12", "2017-12-22") and intervals of two
 * ("1996/1999"); an end that is not known is written ".." (ISO 8601-2).
 * Days are numbers YYYYMMDD, which sort and print; they are not counted.
 */
struct date_range {
	int from; /* first day, or DATE_OPEN_START */
	int to;   /* last day, or DATE_OPEN_END */
};

#define DATE_OPEN_START 0
#define DATE_OPEN_END 99999999

/* False where the text is no date or interval, or it ends before it begins. */
bool date_parse(struct date_range *out, const char *text);

/* Whether the two ranges have a day in common. */
bool date_meets(struct date_range a, struct date_range b);

#endif
