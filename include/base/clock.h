/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_CLOCK_H
#define IBID_BASE_CLOCK_H

#include <stdint.h>

/* Microseconds since some moment, never 0; it does not go back. */
int64_t clock_now_us(void);

#endif
