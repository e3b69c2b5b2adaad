/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/mem.h"
#include "kept.h"

/*
 * Of many records few are seen, and these change with every slice: so the
 * best are picked, by a heap with the worst of them on top, and these alone
 * are sorted.
 */
enum { LEAST_RANKED = 128, MATCHES_LIMIT = 0x3FFFFFFF };

void
ranked_clear(struct ranked_list *r)
{
	free(r->ranked);
	*r = (struct ranked_list){ 0 };
}

/* Rank, then more matches, then the order of the collection. */
static uint64_t
get_key(const struct kept *k)
{
	uint64_t matches = k->matches < MATCHES_LIMIT ? k->matches :
							MATCHES_LIMIT;

	return (uint64_t)k->rank << 62 | (MATCHES_LIMIT - matches) << 32 |
	    k->best;
}

static void
sink_down(struct ranked *heap, uint32_t count, uint32_t at)
{
	struct ranked moved = heap[at];

	for (;;) {
		uint32_t child = at * 2 + 1;

		if (child >= count)
			break;
		if (child + 1 < count && heap[child + 1].key > heap[child].key)
			child++;
		if (heap[child].key <= moved.key)
			break;
		heap[at] = heap[child];
		at = child;
	}
	heap[at] = moved;
}

static void
make_heap(struct ranked *heap, uint32_t count)
{
	for (uint32_t i = count / 2; i > 0; i--)
		sink_down(heap, count, i - 1);
}

static void
sort_heap(struct ranked *heap, uint32_t count)
{
	while (count > 1) {
		struct ranked worst = heap[0];

		heap[0] = heap[--count];
		heap[count] = worst;
		sink_down(heap, count, 0);
	}
}

static void
reserve(struct ranked_list *r, uint32_t wanted, uint32_t most)
{
	uint32_t cap = LEAST_RANKED;

	while (cap < wanted && cap < most)
		cap *= 2;
	if (cap <= r->cap)
		return;
	r->cap = cap;
	r->ranked = mem_resize_array(r->ranked, cap, sizeof *r->ranked);
}

void
ranked_make(struct ranked_list *r, const struct kept_list *records,
    enum record_kind kind, uint32_t wanted, uint64_t version)
{
	if (r->version == version && (r->is_all || r->count >= wanted))
		return;
	reserve(r, wanted, records->count);
	r->version = version;
	r->count = 0;
	r->is_all = true;
	for (uint32_t i = 0; i < records->count; i++) {
		const struct kept *k = &records->kept[i];
		struct ranked ranked = { get_key(k), i };

		if (kind != RECORD_NONE && k->kind != kind)
			continue;
		if (r->count < r->cap) {
			r->ranked[r->count++] = ranked;
			if (r->count == r->cap)
				make_heap(r->ranked, r->count);
			continue;
		}
		r->is_all = false;
		if (ranked.key < r->ranked[0].key) {
			r->ranked[0] = ranked;
			sink_down(r->ranked, r->count, 0);
		}
	}
	if (r->count < r->cap)
		make_heap(r->ranked, r->count);
	sort_heap(r->ranked, r->count);
}
