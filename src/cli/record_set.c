/* SPDX-License-Identifier: ISC */
#include "record_set.h"

#include <stdlib.h>

#include "base/mem.h"

/* Open addressing; at most half of the slots are taken. */
enum { FIRST_CAP = 64 };

struct record_set_slot {
	int64_t record;
	enum record_kind kind; /* RECORD_NONE: free */
};

void
record_set_clear(struct record_set *set)
{
	free(set->slots);
	*set = (struct record_set){ 0 };
}

/* The slot of the record, or the free one where it belongs. */
static struct record_set_slot *
find_slot(const struct record_set *set, enum record_kind kind, int64_t record)
{
	uint64_t hash = ((uint64_t)record * 8 + (uint64_t)kind) *
	    UINT64_C(0x9E3779B97F4A7C15);
	size_t i = (size_t)(hash >> 32) & (set->cap - 1);

	while (set->slots[i].kind != RECORD_NONE &&
	    (set->slots[i].kind != kind || set->slots[i].record != record))
		i = (i + 1) & (set->cap - 1);
	return &set->slots[i];
}

static void
grow(struct record_set *set)
{
	struct record_set larger = {
		.cap = set->cap ? 2 * set->cap : FIRST_CAP,
		.count = set->count,
	};

	larger.slots = mem_alloc_array(larger.cap, sizeof *larger.slots);
	for (size_t i = 0; i < set->cap; i++) {
		const struct record_set_slot *slot = &set->slots[i];

		if (slot->kind != RECORD_NONE)
			*find_slot(&larger, slot->kind, slot->record) = *slot;
	}
	free(set->slots);
	*set = larger;
}

bool
record_set_add(struct record_set *set, enum record_kind kind, int64_t record)
{
	struct record_set_slot *slot;

	if (2 * set->count >= set->cap)
		grow(set);
	slot = find_slot(set, kind, record);
	if (slot->kind != RECORD_NONE)
		return false;
	slot->record = record;
	slot->kind = kind;
	set->count++;
	return true;
}
