/* SPDX-License-Identifier: ISC */
#include "model/date.h"

#include <stddef.h>
#include <string.h>

static int
count_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads exactly digits figures; -1 where something else stands there. */
static int
read_number(const char **text, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		char c = (*text)[0];

		if (c < '0' || c > '9')
			return -1;
		value = value * 10 + (c - '0');
		++*text;
	}
	return value;
}

/* One date of reduced precision: the days it may mean. */
static bool
parse_one(struct date_range *out, const char **text)
{
	int year = read_number(text, 4);
	int month, day;

	if (year <= 0)
		return false;
	*out = (struct date_range){ year * 10000 + 101, year * 10000 + 1231 };
	if (**text != '-')
		return true;
	++*text;
	month = read_number(text, 2);
	if (month < 1 || month > 12)
		return false;
	out->from = year * 10000 + month * 100 + 1;
	out->to = year * 10000 + month * 100 + count_days(year, month);
	if (**text != '-')
		return true;
	++*text;
	day = read_number(text, 2);
	if (day < 1 || day > count_days(year, month))
		return false;
	out->from = out->to = year * 10000 + month * 100 + day;
	return true;
}

static bool
parse_end(struct date_range *out, const char **text)
{
	if (strncmp(*text, "..", 2) == 0) {
		*text += 2;
		*out = (struct date_range){ DATE_OPEN_START, DATE_OPEN_END };
		return true;
	}
	return parse_one(out, text);
}

bool
date_parse(struct date_range *out, const char *text)
{
	struct date_range from, to;

	if (!parse_end(&from, &text))
		return false;
	if (*text == '\0') {
		*out = from;
		return from.from != DATE_OPEN_START;
	}
	if (*text++ != '/' || !parse_end(&to, &text) || *text != '\0')
		return false;
	if (from.from == DATE_OPEN_START && to.to == DATE_OPEN_END)
		return false;
	if (from.from > to.to)
		return false;
	*out = (struct date_range){ from.from, to.to };
	return true;
}

bool
date_meets(struct date_range a, struct date_range b)
{
	return a.from <= b.to && b.from <= a.to;
}
