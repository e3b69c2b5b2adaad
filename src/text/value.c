/* SPDX-License-Identifier: ISC */
#include "text/value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The fewest digits that read back as the number, as "-1.2345e+06". */
static void
format_shortest(char *out, size_t size, double number)
{
	for (int digits = 15; digits <= 17; digits++) {
		double back;

		snprintf(out, size, "%.*e", digits - 1, number);
		back = strtod(out, NULL);
		if (!(back < number) && !(back > number))
			break;
	}
}

/* Digits from the left; where there are none, they are 0. */
struct decimal {
	char digits[32];
	long count;
	long exponent; /* of the first */
};

static void
take_apart(struct decimal *d, const char *scientific)
{
	const char *p = scientific;

	d->count = 0;
	for (; *p && *p != 'e'; p++) {
		if (*p >= '0' && *p <= '9')
			d->digits[d->count++] = *p;
	}
	while (d->count > 1 && d->digits[d->count - 1] == '0')
		d->count--;
	d->exponent = *p ? strtol(p + 1, NULL, 10) : 0;
}

static char
get_digit(const struct decimal *d, long at)
{
	return at >= 0 && at < d->count ? d->digits[at] : '0';
}

/* With commas between thousands, and as few decimals as read back. */
static void
add_number(struct str *out, double number)
{
	char scientific[32];
	struct decimal d;

	if (!isfinite(number)) {
		str_add_text(out, isnan(number) ? "nan" : "inf");
		return;
	}
	format_shortest(scientific, sizeof scientific, number);
	take_apart(&d, scientific);
	if (number < 0)
		str_add_char(out, '-');
	for (long i = d.exponent > 0 ? d.exponent : 0; i >= 0; i--) {
		str_add_char(out, get_digit(&d, d.exponent - i));
		if (i > 0 && i % 3 == 0)
			str_add_char(out, ',');
	}
	if (d.count > d.exponent + 1)
		str_add_char(out, '.');
	for (long at = d.exponent + 1; at < d.count; at++)
		str_add_char(out, get_digit(&d, at));
}

static bool
is_one_of(const char *word, const char *const *words)
{
	for (; *words; words++) {
		if (strcmp(word, *words) == 0)
			return true;
	}
	return false;
}

/* What says by itself which bound is given. */
static const char *const lower_words[] = { "at least", "more than", "over",
	"above", "not less than", "no fewer than", "no less than", "from",
	"as few as", "as little as", "as low as", "as young as", "as early as",
	"since", NULL };
static const char *const upper_words[] = { "at most", "up to", "as many as",
	"less than", "fewer than", "under", "below", "as much as",
	"not more than", "no more than", "as high as", "as long as",
	"as old as", "as late as", "within", "until", NULL };

static void
add_one_bound(struct str *out, const struct figure *f, double bound,
    const char *const *words, const char *usual)
{
	if (*f->qualifier && !is_one_of(f->qualifier, words))
		str_add_format(out, "%s, %s ", f->qualifier, usual);
	else
		str_add_format(out, "%s ",
		    *f->qualifier ? f->qualifier : usual);
	add_number(out, bound);
}

static bool
is_equal(double a, double b)
{
	return !(a < b) && !(a > b);
}

void
value_add_range(struct str *out, const struct figure *f)
{
	bool has_low = !isnan(f->low), has_high = !isnan(f->high);

	if (!has_low && !has_high) {
		str_add_text(out, f->qualifier);
	} else if (!has_high) {
		add_one_bound(out, f, f->low, lower_words, "from");
	} else if (!has_low) {
		add_one_bound(out, f, f->high, upper_words, "up to");
	} else {
		if (*f->qualifier)
			str_add_format(out, "%s ", f->qualifier);
		add_number(out, f->low);
		if (is_equal(f->low, f->high))
			return;
		str_add_text(out,
		    strcmp(f->qualifier, "between") == 0 ? " and " : " to ");
		add_number(out, f->high);
	}
}

void
value_add_quantity(struct str *out, const struct figure *f)
{
	bool has_number = !isnan(f->low) || !isnan(f->high);

	value_add_range(out, f);
	if (!*f->unit)
		return;
	if (has_number)
		str_add_format(out, " %s", f->unit);
	else
		str_add_format(out, *f->qualifier ? " (%s)" : "(%s)", f->unit);
}
