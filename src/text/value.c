/* SPDX-License-Identifier: ISC */
#include "text/value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "value_private.h"

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

void
value_take_apart(struct value_digits *d, double number)
{
	char scientific[32];
	const char *p = scientific;

	format_shortest(scientific, sizeof scientific, number);
	d->is_negative = number < 0;
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
get_digit(const struct value_digits *d, long at)
{
	return at >= 0 && at < d->count ? d->digits[at] : '0';
}

/* The result is how many bytes stand before the decimals. */
static size_t
add_digits(struct str *out, const struct number_form *form,
    const struct value_digits *d)
{
	bool is_grouped = d->exponent + 1 >= form->least_digits;
	size_t from = out->len, whole;

	if (d->is_negative)
		str_add_char(out, '-');
	for (long i = d->exponent > 0 ? d->exponent : 0; i >= 0; i--) {
		str_add_char(out, get_digit(d, d->exponent - i));
		if (i > 0 && i % 3 == 0 && is_grouped)
			str_add_text(out, form->group);
	}
	whole = out->len - from;
	if (d->count > d->exponent + 1)
		str_add_text(out, form->decimal);
	for (long at = d->exponent + 1; at < d->count; at++)
		str_add_char(out, get_digit(d, at));
	return whole;
}

size_t
value_add_aligned(struct str *out, const struct number_form *form,
    double number)
{
	struct value_digits d;

	if (!isfinite(number)) {
		str_add_text(out, isnan(number) ? "nan" : "inf");
		return 3;
	}
	value_take_apart(&d, number);
	return add_digits(out, form, &d);
}

void
value_add_number(struct str *out, const struct number_form *form, double number)
{
	value_add_aligned(out, form, number);
}

/* From a million on, where three decimals say it all. */
void
value_add_round(struct str *out, const struct number_form *form, double number)
{
	static const struct {
		long exponent;
		const char *name;
	} scales[] = { { 12, "trillion" }, { 9, "billion" }, { 6, "million" } };
	struct value_digits d;

	if (!isfinite(number)) {
		value_add_aligned(out, form, number);
		return;
	}
	value_take_apart(&d, number);
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		struct value_digits scaled = d;

		scaled.exponent -= scales[i].exponent;
		if (scaled.exponent < 0 || value_count_decimals(&scaled) > 3)
			continue;
		add_digits(out, form, &scaled);
		str_add_format(out, " %s", scales[i].name);
		return;
	}
	add_digits(out, form, &d);
}

static void
add_one_bound(struct str *out, const struct number_form *form,
    const struct figure *f, double bound, const char *usual)
{
	if (*f->qualifier && !value_names_bound(f))
		str_add_format(out, "%s, %s ", f->qualifier, usual);
	else
		str_add_format(out, "%s ",
		    *f->qualifier ? f->qualifier : usual);
	value_add_number(out, form, bound);
}

void
value_add_range(struct str *out, const struct number_form *form,
    const struct figure *f)
{
	bool has_low = !isnan(f->low), has_high = !isnan(f->high);

	if (!has_low && !has_high) {
		str_add_text(out, f->qualifier);
	} else if (!has_high) {
		add_one_bound(out, form, f, f->low, "from");
	} else if (!has_low) {
		add_one_bound(out, form, f, f->high, "up to");
	} else {
		if (*f->qualifier)
			str_add_format(out, "%s ", f->qualifier);
		value_add_number(out, form, f->low);
		if (value_is_equal(f->low, f->high))
			return;
		str_add_text(out,
		    strcmp(f->qualifier, "between") == 0 ? " and " : " to ");
		value_add_number(out, form, f->high);
	}
}

void
value_add_quantity(struct str *out, const struct number_form *form,
    const struct figure *f)
{
	value_add_range(out, form, f);
	if (!*f->unit)
		return;
	if (figure_has_bound(f))
		str_add_format(out, " %s", f->unit);
	else
		str_add_format(out, *f->qualifier ? " (%s)" : "(%s)", f->unit);
}
