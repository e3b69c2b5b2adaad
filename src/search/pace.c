/* SPDX-License-Identifier: ISC */
#include "pace.h"

#include "base/clock.h"

enum {
	FIRST_BATCH = 256,
	BATCH_LIMIT = 2048,
	SLOW_US = 400, /* for a batch */
	FAST_US = 50
};

void
pace_begin(struct pace *p, int64_t until_us)
{
	p->until_us = until_us;
	p->spent = 0;
	p->is_over = false;
	if (until_us != 0)
		p->last_us = clock_now_us();
	if (p->batch == 0)
		p->batch = FIRST_BATCH;
}

bool
pace_look(struct pace *p)
{
	int64_t now, took;

	p->spent = 0;
	if (p->until_us == 0)
		return false;
	now = clock_now_us();
	took = now - p->last_us;
	p->last_us = now;
	if (took > SLOW_US)
		p->batch = p->batch / 8 + 1;
	else if (took < FAST_US && p->batch < BATCH_LIMIT)
		p->batch *= 2;
	p->is_over = now >= p->until_us;
	return p->is_over;
}
