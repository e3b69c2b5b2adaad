/* SPDX-License-Identifier: ISC */
#include "label.h"

void
label_place(struct label *l, int centre, int width, int room)
{
	l->from = l->behind = 0;
	if (width <= 0 || width > room)
		return;
	l->from = centre - width / 2;
	if (l->from > room - width)
		l->from = room - width;
	if (l->from < 0)
		l->from = 0;
	l->behind = l->from + width;
}

/* Whether every step-th has room, from the first on. */
static bool
have_room(const struct label *labels, size_t count, size_t step, int gap)
{
	int filled = -gap;

	for (size_t i = 0; i < count; i += step) {
		if (!label_is_shown(&labels[i]) ||
		    labels[i].from < filled + gap)
			return false;
		filled = labels[i].behind;
	}
	return true;
}

/*
 * The smallest step, but one that ends at the last label, which says how far
 * the axis goes, if that shows at least half as many.
 */
static size_t
choose_step(const struct label *labels, size_t count, int gap)
{
	size_t least = 1;

	while (least < count && !have_room(labels, count, least, gap))
		least++;
	for (size_t step = least; step < count && step <= 2 * least; step++) {
		if ((count - 1) % step == 0 &&
		    have_room(labels, count, step, gap))
			return step;
	}
	return least;
}

void
label_choose(struct label *labels, size_t count, int gap)
{
	size_t step = choose_step(labels, count, gap);

	for (size_t i = 0; i < count; i++) {
		if (i % step != 0)
			labels[i].behind = labels[i].from;
	}
}
