/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_UNIT_H
#define IBID_MODEL_UNIT_H

#include <stdbool.h>

/*
 * What figures are counted in, as collections write it: "people", "percent",
 * "USD", "USD per year", "hours per day", "months".  Only figures of equal
 * units are compared, and nothing is converted.
 */
enum unit_kind {
	UNIT_COUNT,    /* people, children, barrels: whatever is counted */
	UNIT_PERCENT,  /* percent, per cent, % */
	UNIT_MONEY,    /* a currency: ISO 4217's code, or its usual name */
	UNIT_DURATION, /* seconds to years */
	UNIT_RATE      /* any of these per another: "people per year" */
};

struct unit {
	enum unit_kind kind;
	enum unit_kind of; /* of a rate: what is counted; else as kind */
	char currency[4];  /* of money, or a rate of it: "USD"; "" where it
			      does not say whose, or is no money */
};

void unit_parse(struct unit *out, const char *text);

/*
 * Whether two texts are one unit: equal but for blanks, the case of ASCII
 * letters, and "%", "per cent" and "percent", "/" and "per".
 */
bool unit_is_same(const char *a, const char *b);

#endif
