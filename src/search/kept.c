/* SPDX-License-Identifier: ISC */
#include "kept.h"

#include <stdlib.h>

#include "base/mem.h"

enum { FIRST_SLOTS = 256, FIRST_KEPT = 64 };

void
kept_clear(struct kept_list *r)
{
	free(r->kept);
	free(r->slots);
	*r = (struct kept_list){ 0 };
}

/* The slot of a record, or the free one where it belongs. */
static uint32_t *
find_slot(const struct kept_list *r, enum record_kind kind, uint32_t record)
{
	uint32_t hash = (record * 8 + (uint32_t)kind) * 2654435761u;
	uint32_t mask = r->slot_count - 1;

	for (uint32_t i = hash >> 8 & mask;; i = (i + 1) & mask) {
		const struct kept *k;

		if (r->slots[i] == 0)
			return &r->slots[i];
		k = &r->kept[r->slots[i] - 1];
		if (k->record == record && k->kind == kind)
			return &r->slots[i];
	}
}

/* At most three of four slots are taken. */
static void
grow_slots(struct kept_list *r)
{
	uint32_t count = r->slot_count ? r->slot_count * 2 : FIRST_SLOTS;

	if (r->count < r->slot_count / 4 * 3)
		return;
	free(r->slots);
	r->slots = mem_alloc_array(count, sizeof *r->slots);
	r->slot_count = count;
	for (uint32_t i = 0; i < r->count; i++)
		*find_slot(r, (enum record_kind)r->kept[i].kind,
		    r->kept[i].record) = i + 1;
}

static void
grow_kept(struct kept_list *r)
{
	if (r->count < r->cap)
		return;
	r->cap = r->cap ? r->cap * 2 : FIRST_KEPT;
	if (r->cap > KEPT_LIMIT)
		r->cap = KEPT_LIMIT;
	r->kept = mem_resize_array(r->kept, r->cap, sizeof *r->kept);
}

struct kept *
kept_add(struct kept_list *r, enum record_kind kind, int64_t record,
    bool *is_new)
{
	uint32_t *slot;

	if (record < 0 || record > UINT32_MAX)
		return NULL;
	grow_slots(r);
	slot = find_slot(r, kind, (uint32_t)record);
	*is_new = *slot == 0;
	if (!*is_new)
		return &r->kept[*slot - 1];
	if (r->count == KEPT_LIMIT)
		return NULL;
	grow_kept(r);
	r->kept[r->count] = (struct kept){ .record = (uint32_t)record,
		.kind = (uint8_t)kind };
	*slot = ++r->count;
	return &r->kept[r->count - 1];
}

const struct kept *
kept_find(const struct kept_list *r, enum record_kind kind, int64_t record)
{
	uint32_t *slot;

	if (r->slot_count == 0 || record < 0 || record > UINT32_MAX)
		return NULL;
	slot = find_slot(r, kind, (uint32_t)record);
	return *slot == 0 ? NULL : &r->kept[*slot - 1];
}
