/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_VALUE_H
#define IBID_TEXT_VALUE_H

#include <stddef.h>

#include "base/str.h"
#include "model/figure.h"
#include "model/number_form.h"

/*
 * Quantities in words and in short, as lists, charts and records show them.
 * Numbers are never rounded: as few decimals as read back.
 */

void value_add_number(struct str *out, const struct number_form *form,
    double number);

/*
 * A number for an axis or a rough comparison, in thousands, millions or
 * billions where that is shorter and exact: "1.5 million", "600,000".
 */
void value_add_round(struct str *out, const struct number_form *form,
    double number);

/*
 * "about 80,000 to 120,000", "more than 30,000", "up to 65,000"; where no
 * bound is given, the qualifier alone, or nothing.
 */
void value_add_range(struct str *out, const struct number_form *form,
    const struct figure *f);

/* The same with its unit: "up to 65,000 people", "most (people)". */
void value_add_quantity(struct str *out, const struct number_form *form,
    const struct figure *f);

/*
 * In short, for a column: "> 50,000", "60,000–65,000", "~ 30,000",
 * "tens of thousands"; a qualifier that no sign stands for follows it:
 * "100,000, reportedly".  The result is where numbers beneath each other are
 * aligned, as bytes from the beginning of what is added: behind the last
 * digit before the decimals of the first number; 0: there is no number.
 */
size_t value_add_short(struct str *out, const struct number_form *form,
    const struct figure *f);

/*
 * How far apart the ranges of two figures of one unit are, which do not
 * meet: "30,000 people apart, 1.25 times as many"; percentages are apart by
 * "points".  Nothing where they meet or one has no bound.  The factor has
 * three digits, or those before the decimals; it is said to be "about" where
 * they do not suffice, and is left out where the smaller is 0 or less.
 */
void value_add_distance(struct str *out, const struct number_form *form,
    const struct figure *a, const struct figure *b);

/*
 * Those two of the figures, the higher first, that are furthest from each
 * other of all that have one unit and do not meet; false where there are
 * none.  What is open on the other side has no distance.
 */
bool value_find_furthest(const struct figure *out[2],
    const struct figure *const *figures, size_t count);

/* Whether its only bound is outside: "more than 1,000", "fewer than 5". */
bool value_is_beyond_bound(const struct figure *f);

#endif
