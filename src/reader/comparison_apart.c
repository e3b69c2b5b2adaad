/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "comparison_private.h"

static bool
lies_above(const struct figure *a, const struct figure *b)
{
	return !isnan(a->low) && !isnan(b->high) && a->low > b->high;
}

/* What one of them does not say may be the same. */
static bool
may_be_equal(const char *a, const char *b)
{
	return !a[0] || !b[0] || strcmp(a, b) == 0;
}

static bool
are_apart(const struct compared *a, const struct compared *b)
{
	if (!lies_above(&a->figure.f, &b->figure.f) &&
	    !lies_above(&b->figure.f, &a->figure.f))
		return false;
	if (a->figure.has_period && b->figure.has_period &&
	    !date_meets(a->figure.period, b->figure.period))
		return false;
	return may_be_equal(a->place, b->place) &&
	    may_be_equal(a->population, b->population);
}

uint32_t
comparison_count_apart(const struct comparison *all)
{
	uint32_t pairs = 0;

	for (uint32_t i = 0; i < all->part_count; i++) {
		const struct comparison_part *part = &all->parts[i];

		for (uint32_t j = 0; j < part->row_count; j++) {
			for (uint32_t k = j + 1; k < part->row_count; k++)
				pairs += are_apart(comparison_get_compared(
						       &part->rows[j]),
				    comparison_get_compared(&part->rows[k]));
		}
	}
	return pairs;
}
