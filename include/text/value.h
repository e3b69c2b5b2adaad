/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_VALUE_H
#define IBID_TEXT_VALUE_H

#include "base/str.h"
#include "model/figure.h"

/*
 * Quantities in words, as lists and records show them.
 */

/*
 * "about 80,000 to 120,000", "more than 30,000", "up to 65,000"; where no
 * bound is given, the qualifier alone, or nothing.
 */
void value_add_range(struct str *out, const struct figure *f);

/* The same with its unit: "up to 65,000 people", "most (people)". */
void value_add_quantity(struct str *out, const struct figure *f);

#endif
