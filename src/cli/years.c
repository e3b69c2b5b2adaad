/* SPDX-License-Identifier: ISC */
#include "years.h"

#include <string.h>

#include "model/date.h"

/* The years stand for the end that is left open; sources may be of before 1. */
enum { FIRST_YEAR = -9999, LAST_YEAR = 9999, YEAR_DIGITS = 4 };

/* Steps over a year of at most four digits; false where there is none. */
static bool
read_year(int *out, const char **text)
{
	size_t digits = strspn(*text, "0123456789");

	if (digits == 0 || digits > YEAR_DIGITS)
		return false;
	*out = 0;
	for (size_t i = 0; i < digits; i++)
		*out = 10 * *out + ((*text)[i] - '0');
	*text += digits;
	return true;
}

/* "1995", "1990-1999", "1990/1999" as periods are written, "1990.." */
static bool
parse_years(struct years *out, const char *text)
{
	bool has_from = read_year(&out->from, &text), has_to;

	if (has_from && !*text) {
		out->to = out->from;
		return true;
	}
	if (strncmp(text, "..", 2) == 0) {
		text += 2;
		has_to = read_year(&out->to, &text);
		return (has_from || has_to) && !*text;
	}
	if (!has_from || (*text != '-' && *text != '/'))
		return false;
	text++;
	return read_year(&out->to, &text) && !*text;
}

enum status
years_read(struct years *out, const struct cli *cli, struct error *err)
{
	const char *text = cli->options.values[OPTION_YEAR];

	*out = (struct years){ text != NULL, FIRST_YEAR, LAST_YEAR };
	if (!text)
		return STATUS_OK;
	if (!parse_years(out, text))
		return cli_fail_value(cli, OPTION_YEAR,
		    "is not 1995, 1990-1999, 1990.. or ..1999", err);
	if (out->to < out->from)
		return cli_fail_value(cli, OPTION_YEAR, "ends before it begins",
		    err);
	return STATUS_OK;
}

bool
years_meet(const struct years *years, const char *period)
{
	struct date_range range;

	return date_parse(&range, period) && range.from / 10000 <= years->to &&
	    range.to / 10000 >= years->from;
}
