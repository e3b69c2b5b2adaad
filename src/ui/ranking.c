/* SPDX-License-Identifier: ISC */
#include "ranking.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * An entry is one number: four bytes of the key above the item's number, so
 * that sorting entries sorts items.  Entries are read batch by batch, each
 * merged into those before it.  Then runs of entries that are alike get the
 * next part of their keys in the place of the one they share, and are merged
 * the same way within their run; and so on in the runs in those.
 */
enum {
	SEEK_COST = 6,     /* of a part read out of order */
	MOVES_AT_COST = 64 /* entries looked at or moved, as one part is read */
};

void
ranking_begin(struct ranking *r)
{
	r->count = r->group_count = 0;
	r->depth = 0;
	r->is_read = r->is_done = false;
}

void
ranking_clear(struct ranking *r)
{
	free(r->all);
	free(r->groups);
	*r = (struct ranking){ 0 };
}

/* ---- Entries ---- */

static uint32_t
get_part(const struct ranking *r, uint32_t at)
{
	uint32_t part = (uint32_t)(r->all[at] >> 32);

	return r->is_reversed ? ~part : part;
}

static uint64_t
make_entry(const struct ranking *r, uint32_t part, uint32_t item)
{
	return (uint64_t)(r->is_reversed ? ~part : part) << 32 | item;
}

static int
compare_entries(const void *a, const void *b)
{
	uint64_t p = *(const uint64_t *)a;
	uint64_t q = *(const uint64_t *)b;

	return (p > q) - (p < q);
}

/* Sorted entries begin to end and a sorted batch become one, in place. */
static void
merge(struct ranking *r, uint32_t begin, uint32_t end, const uint64_t *batch,
    uint32_t count)
{
	uint32_t to = end + count;

	while (count > 0) {
		if (end > begin && r->all[end - 1] > batch[count - 1])
			r->all[--to] = r->all[--end];
		else
			r->all[--to] = batch[--count];
	}
}

static uint32_t
read_batch(uint64_t *batch, const struct ranking *r, const uint32_t *items,
    uint32_t count, unsigned part)
{
	uint32_t parts[RANKING_BATCH];
	uint32_t found = r->read(parts, r->context, items, count, part);

	for (uint32_t i = 0; i < count; i++)
		batch[i] = make_entry(r, parts[i], items[i]);
	return found;
}

/* ---- The first parts ---- */

static void
make_room(struct ranking *r, uint32_t count)
{
	uint32_t cap = r->cap ? r->cap : RANKING_BATCH;

	if (count <= r->cap)
		return;
	while (cap < count)
		cap *= 2;
	/* Never more than can be used. */
	r->cap = cap > r->item_count && r->item_count >= count ? r->item_count :
								 cap;
	r->all = mem_resize_array(r->all, r->cap, sizeof *r->all);
}

static void
begin_runs(struct ranking *r)
{
	ranking_note_groups(r);
	r->is_read = true;
	r->is_done = r->parts == 1;
	r->depth = 1;
	r->runs[0] = (struct ranking_run){ 0, r->count, r->count, 0 };
}

static uint32_t
read_first_parts(struct ranking *r)
{
	uint32_t items[RANKING_BATCH];
	uint64_t batch[RANKING_BATCH];
	uint32_t count = r->item_count - r->count;
	uint32_t found;

	if (count > RANKING_BATCH)
		count = RANKING_BATCH;
	for (uint32_t i = 0; i < count; i++)
		items[i] = r->count + i;
	found = read_batch(batch, r, items, count, 0);
	if (found < count)
		r->item_count = r->count + found;
	if (found > 0) {
		make_room(r, r->count + found);
		qsort(batch, found, sizeof *batch, compare_entries);
		merge(r, 0, r->count, batch, found);
		r->count += found;
	}
	if (r->count >= r->item_count)
		begin_runs(r);
	return count + 1;
}

void
ranking_note_groups(struct ranking *r)
{
	if (r->is_read || !r->is_grouped)
		return;
	r->group_count = 0;
	for (uint32_t i = 0; i < r->count; i++) {
		if (i > 0 && get_part(r, i) == get_part(r, i - 1))
			continue;
		if (r->group_count == r->group_cap) {
			r->group_cap = r->group_cap ? 2 * r->group_cap : 64;
			r->groups = mem_resize_array(r->groups, r->group_cap,
			    sizeof *r->groups);
		}
		r->groups[r->group_count++] = i;
	}
}

/* ---- Those that are alike ---- */

static uint32_t
refine(struct ranking *r, struct ranking_run *run)
{
	uint32_t items[RANKING_BATCH];
	uint64_t batch[RANKING_BATCH];
	uint32_t count = run->end - run->merged;

	if (count > RANKING_BATCH)
		count = RANKING_BATCH;
	for (uint32_t i = 0; i < count; i++)
		items[i] = ranking_get_item(r, run->merged + i);
	read_batch(batch, r, items, count, r->depth - 1);
	qsort(batch, count, sizeof *batch, compare_entries);
	merge(r, run->begin, run->merged, batch, count);
	run->merged += count;
	return SEEK_COST * count + (run->merged - run->begin) / MOVES_AT_COST;
}

/* Whether keys that have this part in common may differ in the next. */
static bool
has_more(const struct ranking *r, uint32_t part)
{
	if (r->depth == (r->parts ? r->parts : RANKING_PARTS))
		return false;
	return r->parts > 0 || (part & 0xFF) != 0;
}

/* The next runs of entries that are alike become runs within the last. */
static uint32_t
descend(struct ranking *r)
{
	struct ranking_run *run = &r->runs[r->depth - 1];
	uint32_t first = run->next;

	while (run->next < run->end && run->next - first < RANKING_BATCH) {
		uint32_t from = run->next;
		uint32_t part = get_part(r, from);
		uint32_t end = from + 1;

		while (end < run->end && get_part(r, end) == part)
			end++;
		run->next = end;
		if (end - from < 2 || part == UINT32_MAX || !has_more(r, part))
			continue;
		r->runs[r->depth++] = (struct ranking_run){ from, end, from,
			from };
		break;
	}
	return 1 + (run->next - first) / MOVES_AT_COST;
}

bool
ranking_step(struct ranking *r, uint32_t parts)
{
	uint32_t spent = 0;

	while (!r->is_done && spent < parts) {
		struct ranking_run *run;

		if (!r->is_read) {
			spent += read_first_parts(r);
			continue;
		}
		run = &r->runs[r->depth - 1];
		if (run->merged < run->end)
			spent += refine(r, run);
		else if (run->next < run->end)
			spent += descend(r);
		else if (--r->depth == 0)
			r->is_done = true;
	}
	return !r->is_done;
}
