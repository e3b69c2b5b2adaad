/* SPDX-License-Identifier: ISC */
#ifndef IBID_RECORD_SET_H
#define IBID_RECORD_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/record.h"

/*
 * Records that were met.  A zeroed struct is an empty set.
 */
struct record_set {
	struct record_set_slot *slots;
	size_t cap; /* a power of two, or 0 */
	size_t count;
};

void record_set_clear(struct record_set *set);

/* False where it is there already. */
bool record_set_add(struct record_set *set, enum record_kind kind,
    int64_t record);

#endif
