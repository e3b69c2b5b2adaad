/* SPDX-License-Identifier: ISC */
#ifndef IBID_EVENT_SCALE_H
#define IBID_EVENT_SCALE_H

#include "list.h"
#include "model/event.h"

/*
 * A scale of years for a list of events: from the first to the last that the
 * list shows, which is looked for in slices whenever that is another one.
 */
struct event_scale {
	bool is_on;
	bool is_known;
	uint32_t made;        /* list.made, of what is looked at */
	uint32_t next_row;    /* of the list */
	uint32_t first, last; /* days that are known, YYYYMMDD; first > last:
				 none */
	uint32_t open_until;  /* the first end without a beginning */
	uint32_t open_from;   /* the last beginning without an end */
};

/* A slice; false when it is known, or off. */
bool event_scale_look(struct event_scale *s, const struct list *l);

/*
 * The event in exactly cols columns: a day is a tick, a month, a year and an
 * interval are a bar, an end that is open an arrow; blank while the scale is
 * not known.
 */
void event_scale_add_bar(struct str *out, const struct event_scale *s,
    const struct event *e, int cols, bool is_utf8);

/* The years above such bars. */
void event_scale_add_years(struct str *out, const struct event_scale *s,
    int cols);

#endif
