/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_VALUE_PRIVATE_H
#define IBID_TEXT_VALUE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/value.h"

/* A number's digits from the left; where there are none, they are 0. */
struct value_digits {
	char digits[32];
	long count;
	long exponent; /* of the first */
	bool is_negative;
};

/* The fewest digits that read back as the number, which is finite. */
void value_take_apart(struct value_digits *d, double number);

/* Adds it and returns how many bytes stand before the decimals. */
size_t value_add_aligned(struct str *out, const struct number_form *form,
    double number);

/* Whether the qualifier says by itself which bound is given. */
bool value_names_bound(const struct figure *f);

/* How many decimals are there. */
static inline long
value_count_decimals(const struct value_digits *d)
{
	return d->count > d->exponent + 1 ? d->count - d->exponent - 1 : 0;
}

static inline bool
value_is_equal(double a, double b)
{
	return !(a < b) && !(a > b);
}

#endif
