/* SPDX-License-Identifier: ISC */
#include "text/value.h"

#include <stdio.h>
#include <string.h>

void
value_add_number(struct str *out, double number)
{
	char digits[64];
	size_t whole;
	const char *p = digits;

	snprintf(digits, sizeof digits, "%.15g", number);
	if (strpbrk(digits, "en")) { /* 1e+20, nan, inf */
		str_add_text(out, digits);
		return;
	}
	if (*p == '-')
		str_add_char(out, *p++);
	whole = strcspn(p, ".");
	while (whole > 0) {
		str_add_char(out, *p++);
		whole--;
		if (whole > 0 && whole % 3 == 0)
			str_add_char(out, ',');
	}
	str_add_text(out, p);
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
	"above", "not less than", "no fewer than", NULL };
static const char *const upper_words[] = { "at most", "up to", "as many as",
	"less than", "fewer than", "under", "below", "as much as", NULL };

static void
add_one_bound(struct str *out, const struct figure *f, double bound,
    const char *const *words, const char *usual)
{
	if (*f->qualifier && !is_one_of(f->qualifier, words))
		str_add_format(out, "%s, %s ", f->qualifier, usual);
	else
		str_add_format(out, "%s ",
		    *f->qualifier ? f->qualifier : usual);
	value_add_number(out, bound);
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
		value_add_number(out, f->low);
		if (is_equal(f->low, f->high))
			return;
		str_add_text(out,
		    strcmp(f->qualifier, "between") == 0 ? " and " : " to ");
		value_add_number(out, f->high);
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
