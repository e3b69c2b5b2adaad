/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/unit.h"

/*
 * A list of disagreements is read from its beginning: what a reader has to
 * beware of most stands there.  Of equal severity, figures that are more
 * times as many come first, then what was written down, as it was written.
 */
struct weighed {
	unsigned severity;
	double factor; /* of two of its figures; 0: none */
	size_t at;
};

/* How many times as many: of the nearest bounds of ranges that do not meet. */
static double
get_factor(const struct figure *a, const struct figure *b)
{
	double small, large;

	if (a->low > b->high) {
		small = b->high;
		large = a->low;
	} else if (b->low > a->high) {
		small = a->high;
		large = b->low;
	} else {
		return 0;
	}
	return small > 0 ? large / small : (double)INFINITY;
}

static double
find_largest_factor(const struct draft *draft,
    const struct draft_disagreement *d)
{
	double largest = 0;

	for (uint32_t i = 0; i < d->d.member_count; i++) {
		const struct figure *a, *b;

		if (d->members[i].kind != RECORD_FIGURE)
			continue;
		a = &draft->figures[d->members[i].record - 1].f;
		for (uint32_t j = i + 1; j < d->d.member_count; j++) {
			double factor;

			if (d->members[j].kind != RECORD_FIGURE)
				continue;
			b = &draft->figures[d->members[j].record - 1].f;
			factor = get_factor(a, b);
			if (factor > largest && unit_is_same(a->unit, b->unit))
				largest = factor;
		}
	}
	return largest;
}

/* Computed ones stand behind those that were written down. */
static int
compare_weights(const void *a, const void *b)
{
	const struct weighed *p = a, *q = b;

	if (p->severity != q->severity)
		return p->severity < q->severity ? -1 : 1;
	if (p->factor > q->factor || p->factor < q->factor)
		return p->factor > q->factor ? -1 : 1;
	return p->at < q->at ? -1 : 1;
}

void
draft_order_disagreements(struct draft *draft)
{
	size_t count = draft->disagreement_count;
	struct weighed *weighed = mem_alloc_array(count, sizeof *weighed);
	struct draft_disagreement *all = arena_alloc_array(&draft->arena, count,
	    sizeof *all);

	for (size_t i = 0; i < count; i++) {
		const struct draft_disagreement *d = &draft->disagreements[i];

		weighed[i] = (struct weighed){ disagreement_get_severity(
						   d->d.kind),
			find_largest_factor(draft, d), i };
	}
	if (count)
		qsort(weighed, count, sizeof *weighed, compare_weights);
	for (size_t i = 0; i < count; i++) {
		all[i] = draft->disagreements[weighed[i].at];
		all[i].d.id = (int64_t)i + 1;
	}
	draft->disagreements = all;
	free(weighed);
}
