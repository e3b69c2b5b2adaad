/* SPDX-License-Identifier: ISC */
#include "effort.h"

#include "base/clock.h"

enum { BYTES_AT_ONCE = 64 * 1024, BYTES_A_TEXT = 64 };

struct effort
effort_begin(int slices)
{
	return (
	    struct effort){ BYTES_AT_ONCE, slices, clock_now_us() + EFFORT_US };
}

void
effort_spend(struct effort *e, size_t len)
{
	size_t cost = len + BYTES_A_TEXT;

	e->bytes -= cost < e->bytes ? cost : e->bytes;
}

bool
effort_is_over(const struct effort *e)
{
	return e->bytes == 0 || e->slices == 0 || clock_now_us() > e->until_us;
}
