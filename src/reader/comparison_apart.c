/* SPDX-License-Identifier: ISC */
#include "comparison_private.h"

static bool
are_apart(const struct compared *a, const struct compared *b)
{
	if (figure_meets(&a->figure.f, &b->figure.f))
		return false;
	if (a->figure.has_period && b->figure.has_period &&
	    !date_meets(a->figure.period, b->figure.period))
		return false;
	return figure_may_share(a->place, b->place) &&
	    figure_may_share(a->population, b->population);
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
