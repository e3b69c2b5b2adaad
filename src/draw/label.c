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

/* The ends are shown first: they say how far the axis goes. */
void
label_choose(struct label *labels, size_t count, int gap)
{
	const struct label *last = count ? &labels[count - 1] : NULL;
	int filled = -gap;

	for (size_t i = 0; i < count; i++) {
		struct label *l = &labels[i];
		bool is_between = i > 0 && l != last && label_is_shown(last);

		if (l->from < filled + gap ||
		    (is_between && l->behind + gap > last->from))
			l->behind = l->from;
		if (label_is_shown(l))
			filled = l->behind;
	}
}
