/* SPDX-License-Identifier: ISC */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reading_functions.h"

/*
 * Numbers as English prose writes them: "105,000,000", "1.2 billion",
 * "thirty-five thousand", "two thirds", "one in ten", "12 to 15 million".
 * Figures from a thousand on need their commas: without, they are years.
 */
enum kind { UNIT, TEN, HUNDRED, SCALE, PART };

static const struct word {
	const char *text;
	enum kind kind;
	double value;
} number_words[] = {
	{ "zero", UNIT, 0 },
	{ "no", UNIT, 0 },
	{ "none", UNIT, 0 },
	{ "one", UNIT, 1 },
	{ "once", UNIT, 1 },
	{ "two", UNIT, 2 },
	{ "twice", UNIT, 2 },
	{ "both", UNIT, 2 },
	{ "three", UNIT, 3 },
	{ "four", UNIT, 4 },
	{ "five", UNIT, 5 },
	{ "six", UNIT, 6 },
	{ "seven", UNIT, 7 },
	{ "eight", UNIT, 8 },
	{ "nine", UNIT, 9 },
	{ "ten", UNIT, 10 },
	{ "eleven", UNIT, 11 },
	{ "twelve", UNIT, 12 },
	{ "thirteen", UNIT, 13 },
	{ "fourteen", UNIT, 14 },
	{ "fifteen", UNIT, 15 },
	{ "sixteen", UNIT, 16 },
	{ "seventeen", UNIT, 17 },
	{ "eighteen", UNIT, 18 },
	{ "nineteen", UNIT, 19 },
	{ "twenty", TEN, 20 },
	{ "thirty", TEN, 30 },
	{ "forty", TEN, 40 },
	{ "fifty", TEN, 50 },
	{ "sixty", TEN, 60 },
	{ "seventy", TEN, 70 },
	{ "eighty", TEN, 80 },
	{ "ninety", TEN, 90 },
	{ "hundred", HUNDRED, 100 },
	{ "thousand", SCALE, 1e3 },
	{ "million", SCALE, 1e6 },
	{ "billion", SCALE, 1e9 },
	{ "trillion", SCALE, 1e12 },
	{ "half", PART, 1.0 / 2 },
	{ "third", PART, 1.0 / 3 },
	{ "thirds", PART, 1.0 / 3 },
	{ "quarter", PART, 1.0 / 4 },
	{ "quarters", PART, 1.0 / 4 },
	{ "fifth", PART, 1.0 / 5 },
	{ "fifths", PART, 1.0 / 5 },
	{ "tenth", PART, 1.0 / 10 },
	{ "tenths", PART, 1.0 / 10 },
};

static const struct word *
read_word(const char **p)
{
	const char *start = *p;
	size_t len = 0;

	while (*start == ' ' || *start == '-')
		start++;
	while (isalpha((unsigned char)start[len]))
		len++;
	for (size_t i = 0; i < sizeof number_words / sizeof *number_words;
	     i++) {
		const struct word *w = &number_words[i];

		if (strlen(w->text) != len || strncmp(w->text, start, len) != 0)
			continue;
		*p = start + len;
		return w;
	}
	return NULL;
}

/* Digits in groups of three, or fewer than four of them, and decimals. */
static bool
read_digits(const char **p, double *out)
{
	const char *q = *p;
	size_t len = strspn(q, "0123456789");
	double value;
	char *end;

	if (len == 0)
		return false;
	value = strtod(q, &end);
	q += len;
	if (len > 3) {
		*p = q;
		return false;
	}
	while (q[0] == ',' && strspn(q + 1, "0123456789") == 3) {
		value = floor(value) * 1000 + strtod(q + 1, &end);
		q += 4;
	}
	if (q[0] == '.' && isdigit((unsigned char)q[1]))
		q += 1 + strspn(q + 1, "0123456789");
	*p = q;
	*out = value;
	return true;
}

/* The words of one number: its sum, and what still may be multiplied. */
struct sum {
	double all, last;
	double scale; /* the last one */
	bool has_any;
};

static bool
add_word(struct sum *s, const struct word *w)
{
	switch (w->kind) {
	case UNIT:
		if (s->has_any && (fmod(s->last, 10) != 0 || w->value > 9))
			return false;
		s->last += w->value;
		break;
	case TEN:
		if (s->has_any && fmod(s->last, 100) != 0)
			return false;
		s->last += w->value;
		break;
	case HUNDRED:
		s->last = (s->has_any ? s->last : 1) * w->value;
		break;
	case SCALE:
		s->all += (s->has_any ? s->last : 1) * w->value;
		s->last = 0;
		s->scale = w->value;
		break;
	case PART:
		s->last = (s->has_any ? s->last : 1) * w->value;
		break;
	}
	s->has_any = true;
	return true;
}

/* A number at p; false, a step further, where none begins there. */
static bool
read_number(const char **p, struct sum *s)
{
	*s = (struct sum){ .scale = 1 };
	s->has_any = read_digits(p, &s->last);
	if (!s->has_any && !isalpha((unsigned char)**p))
		return false;
	for (;;) {
		const char *q = *p;
		const struct word *w;

		if (s->has_any && s->last >= 100 && strncmp(q, " and ", 5) == 0)
			q += 4;
		w = read_word(&q);
		if (!w || !add_word(s, w))
			return s->has_any;
		*p = q;
	}
}

static bool
is_near(double a, double b)
{
	return fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b));
}

/* A part of a whole is also so much per cent, rounded. */
static bool
is_value(const struct sum *s, double scale, double number)
{
	double value = (s->all + s->last) * scale;

	return is_near(value, number) ||
	    (value > 0 && value < 1 && fabs(value * 100 - number) < 0.5);
}

/* "one in ten", "nine out of ten" */
static bool
is_ratio(const struct sum *s, const char *p, double number)
{
	struct sum whole, part = *s;

	if (strncmp(p, " in ", 4) == 0)
		p += 4;
	else if (strncmp(p, " out of ", 8) == 0)
		p += 8;
	else
		return false;
	if (!read_number(&p, &whole) || whole.all + whole.last <= 0)
		return false;
	return is_value(&part, 1 / (whole.all + whole.last), number);
}

/* "1.2 to 2.3 billion": the first shares the scale of the second. */
static bool
is_start_of_range(const struct sum *s, const char *p, double number)
{
	static const char *const between[] = { " to ", " and ", " or ", "-",
		"\xE2\x80\x93" };
	struct sum end;

	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		const char *q = p + strlen(between[i]);

		if (strncmp(p, between[i], strlen(between[i])) == 0 &&
		    s->scale == 1 && read_number(&q, &end))
			return is_value(s, end.scale, number);
	}
	return false;
}

static char *
copy_lower(const char *text)
{
	char *copy = sqlite3_mprintf("%s", text);

	for (char *c = copy; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

bool
reading_states_number(const char *text, double number)
{
	char *copy = copy_lower(text);
	const char *p = copy;
	bool is_there = false;

	while (*p && !is_there) {
		struct sum s;

		if (!read_number(&p, &s)) {
			/* Past the word, or the one character. */
			size_t len = 0;

			while (isalnum((unsigned char)p[len]))
				len++;
			p += len ? len : *p != '\0';
			continue;
		}
		is_there = is_value(&s, 1, number) || is_ratio(&s, p, number) ||
		    is_start_of_range(&s, p, number);
	}
	sqlite3_free(copy);
	return is_there;
}
