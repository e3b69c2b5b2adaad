/* SPDX-License-Identifier: ISC */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading_functions.h"

#define YEAR "[0-9]{4}"
#define MONTH "(0[1-9]|1[0-2])"
#define DAY "(0[1-9]|[12][0-9]|3[01])"
#define DATE "(" YEAR "(-" MONTH "(-" DAY ")?)?)"

bool
reading_is_iso_date(const char *text)
{
	regex_t regex;
	bool is_date;

	if (regcomp(&regex,
		"^(" DATE "|" DATE "/" DATE "|\\.\\./" DATE "|" DATE
		"/\\.\\.)$",
		REG_EXTENDED | REG_NOSUB) != 0)
		abort();
	is_date = regexec(&regex, text, 0, NULL, 0) == 0;
	regfree(&regex);
	return is_date;
}

/* Behind no other digit: "2 April" does not stand in "12 April". */
static bool
has_part(const char *text, const char *part)
{
	for (const char *p = text; (p = strstr(p, part)) != NULL; p++) {
		if (p == text || p[-1] < '0' || p[-1] > '9')
			return true;
	}
	return false;
}

static bool
names_one(const char *text, const char *date)
{
	static const char *const months[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	char part[32];
	long month, day;

	snprintf(part, sizeof part, "%.4s", date);
	if (!has_part(text, part))
		return false;
	if (strlen(date) < 7)
		return true;
	month = strtol(date + 5, NULL, 10);
	if (month < 1 || month > 12)
		return false;
	day = strlen(date) < 10 ? 0 : strtol(date + 8, NULL, 10);
	if (day == 0)
		return has_part(text, months[month - 1]);
	snprintf(part, sizeof part, "%ld %s", day, months[month - 1]);
	return has_part(text, part);
}

/* "the 2000s" for 2000/2009. */
static bool
names_decade(const char *text, const char *date)
{
	char part[8];

	if (strlen(date) != 9 || date[3] != '0' || date[8] != '9')
		return false;
	snprintf(part, sizeof part, "%.4ss", date);
	return has_part(text, part);
}

bool
reading_names_date(const char *text, const char *date)
{
	const char *slash = strchr(date, '/');
	char first[16];

	if (!slash)
		return names_one(text, date);
	if (names_decade(text, date))
		return true;
	snprintf(first, sizeof first, "%.*s", (int)(slash - date), date);
	return (strcmp(first, "..") == 0 || names_one(text, first)) &&
	    (strcmp(slash + 1, "..") == 0 || names_one(text, slash + 1));
}
