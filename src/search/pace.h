/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PACE_H
#define IBID_SEARCH_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * When to pause.  Looking at the clock costs as much as looking through a
 * short passage, so that it is done once for many bytes, and for fewer where
 * the pattern turns out to be slow.
 */
struct pace {
	int64_t until_us; /* 0: never */
	int64_t last_us;  /* when the clock was looked at */
	size_t spent;     /* bytes since */
	size_t batch;     /* bytes between two looks */
	bool is_over;
};

void pace_begin(struct pace *p, int64_t until_us);

/* Whether the time is up. */
bool pace_look(struct pace *p);

/* The same after so many bytes more; looks at the clock now and then. */
static inline bool
pace_spend(struct pace *p, size_t bytes)
{
	p->spent += bytes;
	return p->spent >= p->batch && pace_look(p);
}

#endif
