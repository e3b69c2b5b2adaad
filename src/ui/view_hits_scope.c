/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "view_hits.h"

/* What narrows a search, facet by facet. */

void
view_hits_set_facet(struct scope *scope, enum facet facet, int64_t value)
{
	switch (facet) {
	case FACET_KIND:
		scope->kinds = value > 0 ? 1u << (unsigned)value : 0;
		break;
	case FACET_TOPIC:
		scope->topic = value;
		break;
	case FACET_SOURCE:
		scope->source = value;
		break;
	case FACET_DOCUMENT:
		scope->document = value;
		break;
	case FACET_YEAR:
		scope->has_years = true;
		scope->year_from = scope->year_to = (int)value;
		break;
	case FACET_DISAGREEING:
		scope->is_disagreeing = value != 0;
		break;
	case FACET_COUNT:
		*scope = (struct scope){ 0 };
		break;
	}
}

void
view_hits_drop_facet(struct scope *scope, enum facet facet)
{
	if (facet == FACET_YEAR)
		scope->has_years = false;
	else
		view_hits_set_facet(scope, facet, 0);
}

bool
view_hits_has_facet(const struct scope *scope, enum facet facet)
{
	switch (facet) {
	case FACET_KIND:
		return scope->kinds != 0;
	case FACET_TOPIC:
		return scope->topic != 0;
	case FACET_SOURCE:
		return scope->source != 0;
	case FACET_DOCUMENT:
		return scope->document != 0;
	case FACET_YEAR:
		return scope->has_years;
	case FACET_DISAGREEING:
		return scope->is_disagreeing;
	default:
		return !scope_is_all(scope);
	}
}

void
view_hits_remember_choice(struct inquiry_wish *wish, enum facet facet)
{
	unsigned char was[FACET_COUNT];
	size_t count = 0;

	memcpy(was, wish->chosen, sizeof was);
	memset(wish->chosen, 0, sizeof wish->chosen);
	if (facet != FACET_COUNT && view_hits_has_facet(&wish->scope, facet))
		wish->chosen[count++] = (unsigned char)(facet + 1);
	for (size_t i = 0; i < FACET_COUNT && count < FACET_COUNT; i++) {
		if (was[i] != 0 && was[i] != facet + 1 &&
		    view_hits_has_facet(&wish->scope, (enum facet)(was[i] - 1)))
			wish->chosen[count++] = was[i];
	}
}
