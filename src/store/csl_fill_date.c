/* SPDX-License-Identifier: ISC */
#include "csl_fill.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/*
 * Dates: date-parts, and texts of ISO 8601 and EDTF (Library of Congress,
 * level 1: "2011-11/2012-01", "2013-21", "1984~", "2004/..").
 */
enum { YEAR_LIMIT = 999999 };

/* A year, then month (or season) and day; and how many were given. */
struct parts {
	int value[3];
	unsigned count;
};

int
csl_fill_season(const char *text)
{
	static const char *const names[] = { "spring", "summer", "autumn",
		"winter" };

	if (text[0] >= '1' && text[0] <= '4' && text[1] == '\0')
		return text[0] - '0';
	if (strcasecmp(text, "fall") == 0)
		return 3;
	for (int i = 0; i < 4; i++) {
		if (strcasecmp(text, names[i]) == 0)
			return i + 1;
	}
	return 0;
}

static int
count_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && is_leap);
}

/* Months beyond the twelfth: EDTF has 21 to 24, others 13 to 16. */
static int
find_season(int month)
{
	if (month >= 21 && month <= 24)
		return month - 20;
	return month >= 13 && month <= 16 ? month - 12 : 0;
}

/* Returns how many of the parts it could take. */
static unsigned
put_parts(struct csl_day *day, int *season, const struct parts *p)
{
	*day = (struct csl_day){ 0 };
	if (p->count == 0 || p->value[0] == 0)
		return 0;
	day->year = p->value[0];
	if (p->count == 1)
		return 1;
	if (find_season(p->value[1])) {
		*season = find_season(p->value[1]);
		return 2;
	}
	if (p->value[1] < 1 || p->value[1] > 12)
		return 1;
	day->month = p->value[1];
	if (p->count == 2 || p->value[2] < 1 ||
	    p->value[2] > count_days(day->year, day->month))
		return 2;
	day->day = p->value[2];
	return 3;
}

/* A whole number, "2013.0" too. */
static bool
parse_number(int *out, const char *text)
{
	bool is_negative = *text == '-';
	const char *p = text + is_negative;
	int value = 0;

	if (*p < '0' || *p > '9')
		return false;
	for (; *p >= '0' && *p <= '9'; p++) {
		if (value > YEAR_LIMIT / 10)
			return false;
		value = 10 * value + (*p - '0');
	}
	if (*p == '.')
		p += 1 + strspn(p + 1, "0");
	*out = is_negative ? -value : value;
	return *p == '\0';
}

/*
 * One array of date-parts: [2013, 5], ["2013", "5"].  literal: a year that
 * is no number.
 */
static enum status
read_parts(struct parts *out, const char **literal,
    const struct json_node *array, struct error *err)
{
	*out = (struct parts){ 0 };
	if (array->kind != JSON_KIND_ARRAY)
		return csl_fill_fail(array, "an array of arrays", err);
	for (const struct json_node *n = array->first; n && out->count < 3;
	     n = n->next) {
		if (n->kind == JSON_KIND_ARRAY || n->kind == JSON_KIND_OBJECT)
			return csl_fill_fail(n, "an array of numbers", err);
		if (!parse_number(&out->value[out->count], n->text)) {
			if (out->count == 0 && n->kind == JSON_KIND_TEXT &&
			    *n->text)
				*literal = n->text;
			break;
		}
		out->count++;
	}
	return STATUS_OK;
}

static enum status
read_date_parts(struct csl_date *out, const struct json_node *member,
    struct error *err)
{
	struct parts from, to = { 0 };
	enum status status;
	int season = 0;

	if (member->kind != JSON_KIND_ARRAY)
		return csl_fill_fail(member, "an array", err);
	if (!member->first)
		return STATUS_OK;
	status = read_parts(&from, &out->literal, member->first, err);
	if (!status && member->first->next)
		status = read_parts(&to, &out->literal, member->first->next,
		    err);
	put_parts(&out->from, &season, &from);
	if (season)
		out->season = season;
	if (out->from.year)
		put_parts(&out->to, &season, &to);
	return status;
}

/* Digits, at most `most` of them; the number of them. */
static size_t
parse_digits(int *out, const char *text, const char *end, size_t most)
{
	size_t len = 0;

	*out = 0;
	while (text + len < end && len < most && text[len] >= '0' &&
	    text[len] <= '9')
		*out = 10 * *out + (text[len++] - '0');
	return len;
}

/* "2013", "2013-05", "2013-5-1", "-0043", "2013-05-01T12:00:00Z" */
static bool
parse_iso(struct parts *out, const char *text, const char *end)
{
	bool is_negative = text < end && *text == '-';

	*out = (struct parts){ 0 };
	text += is_negative;
	for (;;) {
		size_t most = out->count ? 2 : 4;
		size_t len = parse_digits(&out->value[out->count], text, end,
		    most);

		if (len == 0 || (out->count == 0 && len != most))
			return false;
		text += len;
		out->count++;
		if (text == end || (out->count == 3 && *text == 'T'))
			break;
		if (*text++ != '-' || out->count == 3)
			return false;
	}
	if (is_negative)
		out->value[0] = -out->value[0];
	return true;
}

/* Takes the marks of doubt from the end of a date. */
static const char *
skip_doubt(struct csl_date *out, const char *text, const char *end)
{
	while (end > text && strchr("~?%", end[-1])) {
		out->is_circa = true;
		end--;
	}
	return end;
}

/* One end of an interval, or the whole of a text. */
static bool
read_end(struct csl_date *out, struct csl_day *day, const char *text,
    const char *end)
{
	struct parts parts;
	int season = 0;

	end = skip_doubt(out, text, end);
	if (!parse_iso(&parts, text, end) ||
	    put_parts(day, &season, &parts) != parts.count)
		return false;
	if (season)
		out->season = season;
	return true;
}

/* "1950-1953", "1950–1953" */
static bool
read_years(struct csl_date *out, const char *text)
{
	size_t len = strspn(text, "0123456789");
	const char *second = text + len + strspn(text + len, "-\u2013");
	size_t second_len = strlen(second);

	return len == 4 && second_len == 4 && second > text + len &&
	    second - (text + len) <= 3 &&
	    strspn(second, "0123456789") == second_len &&
	    read_end(out, &out->from, text, text + len) &&
	    read_end(out, &out->to, second, second + second_len);
}

static bool
read_interval(struct csl_date *out, const char *text)
{
	const char *slash = strchr(text, '/'), *end = text + strlen(text);

	if (read_years(out, text))
		return true;
	if (!slash)
		return read_end(out, &out->from, text, end);
	if (!read_end(out, &out->from, text, slash))
		return false;
	if (!slash[1] || strcmp(slash + 1, "..") == 0) {
		out->is_open = true;
		return true;
	}
	return read_end(out, &out->to, slash + 1, end);
}

static bool
is_day(const struct csl_day *day)
{
	return day->day == 0 || day->day <= count_days(day->year, day->month);
}

static void
read_raw(struct csl_date *out, const char *text)
{
	struct csl_date date = *out;

	if (!*text)
		return;
	if (read_interval(&date, text)) {
		*out = date;
		return;
	}
	date = *out;
	if (csl_fill_words(&date.from, &date.season, text) &&
	    is_day(&date.from))
		*out = date;
	else
		out->literal = text;
}

static enum status
read_member(struct csl_date *out, const struct json_node *m, struct error *err)
{
	static const char *const texts[] = { "raw", "edtf", "literal", "season",
		"circa" };
	size_t i = 0;

	if (m->kind == JSON_KIND_NULL)
		return STATUS_OK;
	if (strcmp(m->key, "date-parts") == 0)
		return read_date_parts(out, m, err);
	while (i < 5 && strcmp(m->key, texts[i]) != 0)
		i++;
	if (i < 5 && m->kind >= JSON_KIND_ARRAY)
		return csl_fill_fail(m, "text", err);
	if (i < 2)
		read_raw(out, m->text);
	else if (i == 2 && *m->text)
		out->literal = m->text;
	else if (i == 3 && csl_fill_season(m->text))
		out->season = csl_fill_season(m->text);
	else if (i == 4)
		out->is_circa = *m->text && strcmp(m->text, "0") != 0 &&
		    strcmp(m->text, "false") != 0;
	return STATUS_OK;
}

enum status
csl_fill_date(struct csl_date *out, const struct json_node *member,
    struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct csl_date){ 0 };
	if (member->kind == JSON_KIND_TEXT || member->kind == JSON_KIND_NUMBER)
		read_raw(out, member->text);
	else if (member->kind != JSON_KIND_OBJECT &&
	    member->kind != JSON_KIND_NULL)
		return csl_fill_fail(member, "an object", err);
	for (const struct json_node *m = member->first; m && !status;
	     m = m->next)
		status = read_member(out, m, err);
	out->is_given = out->from.year || out->literal;
	return status;
}
