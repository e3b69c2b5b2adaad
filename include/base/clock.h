/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_CLOCK_H
#define IBID_BASE_CLOCK_H

#include <stdint.h>

/* Microseconds since some moment, never 0; it does not go back. */
int64_t clock_now_us(void);

/*
 * Microseconds that this program has had of the processor: what others take
 * does not count.  Dearer to ask.
 */
int64_t clock_spent_us(void);

#endif
