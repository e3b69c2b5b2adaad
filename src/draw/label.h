/* SPDX-License-Identifier: ISC */
#ifndef IBID_DRAW_LABEL_H
#define IBID_DRAW_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Shares the room along an axis out among the labels of its ticks, in
 * columns or in pixels.
 */
struct label {
	double tick;
	int from, behind; /* equal where it is not shown */
};

/* Centred, or within the room; not shown where it is wider than that. */
void label_place(struct label *l, int centre, int width, int room);

/* Shows every so many, so that none stands nearer than gap to another. */
void label_choose(struct label *labels, size_t count, int gap);

static inline bool
label_is_shown(const struct label *l)
{
	return l->behind > l->from;
}

#endif
