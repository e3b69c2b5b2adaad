/* SPDX-License-Identifier: ISC */
#include "text/period.h"

#include <stdbool.h>
#include <string.h>

enum {
	YEAR_LEN = 4,
	MONTH_LEN = 7, /* "2017-12" */
	DAY_LEN = 10
};

static int
take_two(const char *text)
{
	return 10 * (text[0] - '0') + text[1] - '0';
}

/* Of a date that has one; NULL: there is no such month. */
static const char *
get_month(const char *date)
{
	static const char *const months[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	int month = take_two(date + YEAR_LEN + 1);

	return month >= 1 && month <= 12 ? months[month - 1] : NULL;
}

/* What days, months and years are told by; another text stays as it is. */
static bool
is_date(const char *text, size_t len)
{
	static const char form[] = "0000-00-00";

	if (len != YEAR_LEN && len != MONTH_LEN && len != DAY_LEN)
		return false;
	for (size_t i = 0; i < len; i++) {
		bool is_digit = text[i] >= '0' && text[i] <= '9';

		if (form[i] == '0' ? !is_digit : text[i] != '-')
			return false;
	}
	return len == YEAR_LEN || get_month(text) != NULL;
}

/* "22 December 2017", without its last `left_out` parts. */
static void
add_day(struct str *out, const char *date, size_t len, int left_out)
{
	if (!is_date(date, len)) {
		str_add(out, date, len);
		return;
	}
	if (len == DAY_LEN)
		str_add_format(out, "%d", take_two(date + MONTH_LEN + 1));
	if (len >= MONTH_LEN && left_out < 2)
		str_add_format(out, "%s%s", len == DAY_LEN ? " " : "",
		    get_month(date));
	if (left_out < 1)
		str_add_format(out, "%s%.*s", len == YEAR_LEN ? "" : " ",
		    YEAR_LEN, date);
}

/*
 * What the beginning of an interval shares with its end is said once: 1 of
 * its parts, the year, 2, the month too, or none.
 */
static int
count_shared(const char *from, size_t len, const char *to)
{
	if (strlen(to) != len || len == YEAR_LEN || !is_date(from, len) ||
	    !is_date(to, len) || strncmp(from, to, YEAR_LEN) != 0)
		return 0;
	return len == DAY_LEN && strncmp(from, to, MONTH_LEN) == 0 ? 2 : 1;
}

void
period_add(struct str *out, const char *period)
{
	const char *end = strchr(period, '/');
	size_t len = end ? (size_t)(end - period) : strlen(period);

	if (!end) {
		add_day(out, period, len, 0);
	} else if (len == 2 && strncmp(period, "..", len) == 0) {
		str_add_text(out, "until ");
		add_day(out, end + 1, strlen(end + 1), 0);
	} else if (strcmp(end + 1, "..") == 0) {
		str_add_text(out, "from ");
		add_day(out, period, len, 0);
	} else {
		add_day(out, period, len, count_shared(period, len, end + 1));
		str_add_text(out, " to ");
		add_day(out, end + 1, strlen(end + 1), 0);
	}
}
