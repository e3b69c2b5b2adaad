/* SPDX-License-Identifier: ISC */
#include "csl_date.h"

#include <stdio.h>
#include <string.h>

/* A year, month and day; 0 where there is none. */
struct parts {
	int value[3];
};

static int
count_days(const struct parts *p)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	int year = p->value[0], month = p->value[1];
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && is_leap);
}

/* Of the first count parts, which were given. */
static bool
is_date(const struct parts *p, size_t count)
{
	if (count == 0 || p->value[0] == 0)
		return false;
	if (count > 1 && (p->value[1] < 1 || p->value[1] > 12))
		return false;
	return count < 3 || (p->value[2] >= 1 && p->value[2] <= count_days(p));
}

static void
say_no_date(struct csl_reader *r, const struct json_view *view,
    const char *variable, const char *text)
{
	diagnose_add(r->d, DIAGNOSE_ERROR, csl_reader_find_place(r, view),
	    "\"%s\": %s is no date", variable, text);
}

/* A number of at most four digits; the year may be before Christ. */
static bool
parse_number(int *out, const char *text, bool is_year)
{
	bool is_negative = is_year && text[0] == '-';
	const char *digits = text + is_negative;
	size_t len = strspn(digits, "0123456789");

	if (len == 0 || len > 4 || digits[len] != '\0')
		return false;
	*out = 0;
	for (size_t i = 0; i < len; i++)
		*out = 10 * *out + (digits[i] - '0');
	if (is_negative)
		*out = -*out;
	return true;
}

/* One of the arrays in date-parts: [2013], [2013, 5], ["2013", "5", "1"]. */
static bool
read_parts(struct parts *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	struct json_view *children;
	size_t count;

	*out = (struct parts){ 0 };
	if (!csl_reader_expect(r, view, JSON_ARRAY))
		return false;
	count = json_view_open(&children, view, r->text, &r->scratch);
	if (count == 0 || count > 3) {
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "\"%s\": a date has one to three parts, not %zu", variable,
		    count);
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		const char *text = csl_reader_get_number(r, &children[i]);

		if (text == NULL)
			return false;
		if (!parse_number(&out->value[i], text, i == 0)) {
			diagnose_add(r->d, DIAGNOSE_ERROR,
			    csl_reader_find_place(r, &children[i]),
			    "\"%s\": \"%s\" is no %s", variable, text,
			    i == 0     ? "year" :
				i == 1 ? "month" :
					 "day");
			return false;
		}
	}
	if (is_date(out, count))
		return true;
	say_no_date(r, view, variable,
	    arena_copy(&r->scratch, r->text + view->value_at,
		view->value_end - view->value_at));
	return false;
}

/* Where two dates of less than full precision begin and end. */
static bool
is_before(const struct parts *end, const struct parts *begin)
{
	static const int last[] = { 0, 12, 31 };

	for (size_t i = 0; i < 3; i++) {
		int b = begin->value[i] != 0 ? begin->value[i] : 1;
		int e = end->value[i] != 0 ? end->value[i] : last[i];

		if (e != b)
			return e < b;
	}
	return false;
}

static void
put_dates(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable,
    const struct parts dates[2], size_t count)
{
	if (count == 2 && is_before(&dates[1], &dates[0])) {
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "\"%s\" ends before it begins", variable);
		return;
	}
	out->year = dates[0].value[0];
	out->month = dates[0].value[1];
	out->day = dates[0].value[2];
	if (count < 2)
		return;
	out->end_year = dates[1].value[0];
	out->end_month = dates[1].value[1];
	out->end_day = dates[1].value[2];
}

static void
read_date_parts(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	struct json_view *children;
	struct parts dates[2];
	size_t count;

	if (!csl_reader_expect(r, view, JSON_ARRAY))
		return;
	count = json_view_open(&children, view, r->text, &r->scratch);
	if (count == 0 || count > 2) {
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view),
		    "\"%s\": date-parts has one or two dates, not %zu",
		    variable, count);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (!read_parts(&dates[i], r, &children[i], variable))
			return;
	}
	put_dates(out, r, view, variable, dates, count);
}

/*
 * Takes apart "2013", "2013-05", "2013-5-1"; returns the number of parts, or
 * 0 where the text is not of that form.
 */
static size_t
parse_iso(struct parts *out, const char *text, size_t len)
{
	static const size_t digits_max[] = { 4, 2, 2 };
	size_t count = 0, at = len > 0 && text[0] == '-';
	bool is_negative = at == 1;

	*out = (struct parts){ 0 };
	for (;;) {
		size_t from = at;
		int value = 0;

		while (at < len && text[at] >= '0' && text[at] <= '9' &&
		    at - from < digits_max[count])
			value = 10 * value + (text[at++] - '0');
		if (at == from || (count == 0 && at - from != 4))
			return 0;
		out->value[count++] = value;
		if (at == len)
			break;
		if (text[at++] != '-' || count == 3)
			return 0;
	}
	if (is_negative)
		out->value[0] = -out->value[0];
	return count;
}

/* A text that has the form of a date but is none is an error. */
static void
read_raw(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	const char *text = csl_reader_get_text(r, view, false);
	const char *slash;
	struct parts dates[2];
	size_t len, count, counts[2] = { 0 };

	if (text == NULL || text[0] == '\0')
		return;
	len = strlen(text);
	if (text[len - 1] == '~') {
		out->is_circa = true;
		text = arena_copy(r->arena, text, --len);
	}
	slash = strchr(text, '/');
	count = slash != NULL ? 2 : 1;
	counts[0] = parse_iso(&dates[0], text,
	    slash != NULL ? (size_t)(slash - text) : len);
	if (slash != NULL)
		counts[1] = parse_iso(&dates[1], slash + 1, strlen(slash + 1));
	for (size_t i = 0; i < count; i++) {
		if (counts[i] == 0) {
			out->literal = text;
			return;
		}
	}
	for (size_t i = 0; i < count; i++) {
		if (!is_date(&dates[i], counts[i])) {
			say_no_date(r, view, variable, text);
			return;
		}
	}
	put_dates(out, r, view, variable, dates, count);
}

static void
read_literal(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	const char *text = csl_reader_get_text(r, view, false);

	(void)variable;
	if (text != NULL && text[0] != '\0')
		out->literal = text;
}

static void
read_season(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	const char *text = csl_reader_get_number(r, view);

	(void)variable;
	if (text != NULL && text[0] != '\0')
		out->season = text;
}

static void
read_circa(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	(void)r;
	(void)variable;
	out->is_circa = csl_reader_get_flag(view);
}

typedef void read_member(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable);

static const struct {
	const char *name;
	read_member *read;
} members[] = {
	{ "date-parts", read_date_parts },
	{ "raw", read_raw },
	{ "edtf", read_raw },
	{ "literal", read_literal },
	{ "season", read_season },
	{ "circa", read_circa },
};

static void
read_any_member(struct source_date *out, struct csl_reader *r,
    const struct json_view *view, const char *variable)
{
	struct suggestion s;

	suggestion_begin(&s, view->key);
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		if (strcmp(members[i].name, view->key) == 0) {
			members[i].read(out, r, view, variable);
			return;
		}
		suggestion_offer(&s, members[i].name);
	}
	csl_reader_say_unknown(r, view, DIAGNOSE_WARNING, &s);
}

bool
csl_date_read(struct source_date *out, struct csl_reader *r,
    const struct json_view *view)
{
	size_t errors = r->d->errors;
	struct json_view *children;
	size_t count;

	*out = (struct source_date){ 0 };
	if (json_is_string(view->json)) {
		read_raw(out, r, view, view->key);
	} else if (csl_reader_expect(r, view, JSON_OBJECT)) {
		count = json_view_open(&children, view, r->text, &r->scratch);
		for (size_t i = 0; i < count; i++)
			read_any_member(out, r, &children[i], view->key);
	}
	if (r->d->errors == errors && out->year == 0 && out->literal == NULL)
		diagnose_add(r->d, DIAGNOSE_ERROR,
		    csl_reader_find_place(r, view), "\"%s\" has no date",
		    view->key);
	return r->d->errors == errors;
}
