/* SPDX-License-Identifier: ISC */
#include "facet_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char *
facet_texts_get(const struct facet_texts *t, uint32_t number)
{
	return t->pool.data + t->at[number];
}

static uint32_t *
find_slot(const struct facet_texts *t, const char *text)
{
	uint32_t mask = t->slot_count - 1, i = str_hash(text) & mask;

	while (t->slots[i] &&
	    strcmp(facet_texts_get(t, t->slots[i] - 1), text) != 0)
		i = (i + 1) & mask;
	return &t->slots[i];
}

/* At most half of the slots are taken. */
static void
make_room(struct facet_texts *t)
{
	if (2 * (t->count + 1) <= t->slot_count)
		return;
	t->slot_count = t->slot_count ? 2 * t->slot_count : 128;
	t->at = mem_resize_array(t->at, t->slot_count / 2, sizeof t->at[0]);
	free(t->slots);
	t->slots = mem_alloc_array(t->slot_count, sizeof t->slots[0]);
	for (uint32_t i = 0; i < t->count; i++)
		*find_slot(t, facet_texts_get(t, i)) = i + 1;
}

/* The text is put behind the others, where it stays if it is a new one. */
bool
facet_texts_add(uint32_t *number, struct facet_texts *t, const char *bytes,
    size_t len)
{
	size_t at = t->pool.len;
	uint32_t *slot;

	if (len > FACET_TEXT_BYTES)
		return false;
	if (!t->slot_count)
		str_init(&t->pool, 0);
	make_room(t);
	str_add(&t->pool, bytes, len);
	str_add_char(&t->pool, '\0');
	slot = find_slot(t, t->pool.data + at);
	*number = *slot - 1;
	if (*slot || t->count == FACET_TEXTS_MAX ||
	    t->pool.len > FACET_POOL_BYTES) {
		t->pool.len = at;
		return *slot != 0;
	}
	*number = t->count++;
	t->at[*number] = (uint32_t)at;
	*slot = t->count;
	return true;
}

void
facet_texts_clear(struct facet_texts *t)
{
	if (t->slot_count)
		str_clear(&t->pool);
	free(t->at);
	free(t->slots);
	*t = (struct facet_texts){ .count = 0 };
}
