/* SPDX-License-Identifier: ISC */
#include "model/figure.h"

#include <string.h>

/* A bound that is not given is NAN, and lies on no side of another. */
bool
figure_lies_above(const struct figure *a, const struct figure *b)
{
	return !isnan(a->low) && !isnan(b->high) && a->low > b->high;
}

bool
figure_meets(const struct figure *a, const struct figure *b)
{
	return !figure_lies_above(a, b) && !figure_lies_above(b, a);
}

bool
figure_may_share(const char *a, const char *b)
{
	return !a[0] || !b[0] || strcmp(a, b) == 0;
}
