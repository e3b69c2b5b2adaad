/* SPDX-License-Identifier: ISC */
#include "bibtex_text.h"

#include <stddef.h>

/*
 * Dates.  EDTF counts years as astronomers do: 0 is 1 B.C.E., so that one
 * before our era is one nearer to it.
 * Source: the manual of the biblatex package, section 2.3.8 "Date and time
 * specifications"; ISO 8601-2:2019, "Extended Date/Time Format".
 */
enum { SEASONS = 20 }; /* 21 is spring */

static void
add_year(struct str *out, int year)
{
	if (year > 0)
		str_add_format(out, "%04d", year);
	else if (year < -1)
		str_add_format(out, "-%04d", -(year + 1));
	else
		str_add_text(out, "0000");
}

static void
add_day(struct str *out, const struct csl_day *day, int season, bool is_circa)
{
	add_year(out, day->year);
	if (day->month)
		str_add_format(out, "-%02d", day->month);
	else if (season)
		str_add_format(out, "-%02d", SEASONS + season);
	if (day->month && day->day)
		str_add_format(out, "-%02d", day->day);
	if (is_circa)
		str_add_char(out, '~');
}

void
bibtex_add_date(struct str *out, const struct csl_date *date)
{
	add_day(out, &date->from, date->season, date->is_circa);
	if (!date->to.year && !date->is_open)
		return;
	str_add_char(out, '/');
	if (date->to.year)
		add_day(out, &date->to, 0, date->is_circa);
}

static bool
is_range(const struct csl_date *date)
{
	return date->to.year || date->is_open;
}

/* "1950--1953", "380 BC" */
static void
add_printed_year(struct str *out, int year)
{
	str_add_format(out, "%d", year < 0 ? -year : year);
	if (year < 0)
		str_add_text(out, " BC");
}

static void
add_years(struct str *out, const struct csl_date *date)
{
	str_add_text(out, ",\n  year = {");
	add_printed_year(out, date->from.year);
	if (is_range(date) && date->to.year != date->from.year)
		str_add_text(out, "--");
	if (date->to.year && date->to.year != date->from.year)
		add_printed_year(out, date->to.year);
	str_add_char(out, '}');
}

/* Styles have the names of months as macros, in their language. */
static void
add_months(struct str *out, const struct csl_date *date)
{
	static const char *const months[] = { NULL, "jan", "feb", "mar", "apr",
		"may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	int first = date->from.month, last = date->to.month;

	if (first < 1 || first > 12)
		return;
	if (!is_range(date)) {
		str_add_format(out, ",\n  month = %s", months[first]);
		if (date->from.day)
			str_add_format(out, ",\n  day = {%d}", date->from.day);
	} else if (date->to.year == date->from.year && last >= 1 &&
	    last <= 12) {
		str_add_format(out, ",\n  month = %s", months[first]);
		if (last != first)
			str_add_format(out, " # \"--\" # %s", months[last]);
	}
}

void
bibtex_add_issued(struct str *out, const struct csl_date *date, bool has_date)
{
	if (!date->is_given)
		return;
	if (!date->from.year) {
		if (!date->literal)
			return;
		str_add_text(out, ",\n  year = {");
		bibtex_add_text(out, date->literal, false);
		str_add_char(out, '}');
		return;
	}
	if (!has_date) {
		add_years(out, date);
		add_months(out, date);
		if (!is_range(date) && !date->season && !date->is_circa &&
		    date->from.year > 0)
			return;
	}
	str_add_text(out, ",\n  date = {");
	bibtex_add_date(out, date);
	str_add_char(out, '}');
}
