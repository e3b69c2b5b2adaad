/* SPDX-License-Identifier: ISC */
#include "ranking.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * An entry is one number: four bytes of the key above the item's number, so
 * that sorting entries sorts items.  Entries are read batch by batch, each
 * merged into those before it.  Where entries are alike, the next part of
 * their keys takes the place of the one they share: fetched in the order of
 * the items, as they stand in the file, and then sorted run by run.
 */
enum {
	MOVES_AT_COST =
	    64,       /* entries looked at or moved, as one part is read */
	SEEK_COST = 3 /* of a part that does not follow another */
};

#define NOWHERE UINT32_MAX

static void
free_work(struct ranking *r)
{
	free(r->all);
	free(r->places);
	free(r->begins);
	r->all = NULL;
	r->cap = 0;
	r->places = NULL;
	r->begins = NULL;
}

void
ranking_begin(struct ranking *r)
{
	free_work(r);
	free(r->order);
	r->order = NULL;
	r->count = r->group_count = 0;
	r->work = RANKING_READS;
}

void
ranking_clear(struct ranking *r)
{
	free_work(r);
	free(r->order);
	free(r->groups);
	*r = (struct ranking){ 0 };
}

/* The parts of the keys are not needed any more. */
static void
end_work(struct ranking *r)
{
	r->order = mem_alloc_array(r->count, sizeof *r->order);
	for (uint32_t i = 0; i < r->count; i++)
		r->order[i] = (uint32_t)r->all[i];
	free_work(r);
	r->work = RANKING_IS_DONE;
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

static bool
is_begin(const struct ranking *r, uint32_t at)
{
	return at == r->count || (r->begins[at / 8] >> at % 8 & 1);
}

static void
set_begin(struct ranking *r, uint32_t at)
{
	r->begins[at / 8] |= (uint8_t)(1u << at % 8);
}

/* ---- The first parts ---- */

/* As much as is wanted at once: memory that grew is seldom given back. */
static void
make_room(struct ranking *r, uint32_t count)
{
	enum { AT_ONCE = 1 << 20 };

	if (count <= r->cap)
		return;
	if (r->cap == 0)
		r->cap = r->item_count < AT_ONCE ? r->item_count : AT_ONCE;
	while (r->cap < count)
		r->cap *= 2;
	r->all = mem_resize_array(r->all, r->cap, sizeof *r->all);
}

static void find_alike(struct ranking *r);

static void
end_reading(struct ranking *r)
{
	ranking_note_groups(r);
	r->part = 0;
	if (r->parts == 1 || r->count < 2) {
		end_work(r);
		return;
	}
	r->places = mem_alloc_array(r->count, sizeof *r->places);
	r->begins = mem_alloc_array((size_t)r->count / 8 + 1, 1);
	for (uint32_t i = 0; i < r->count; i++) {
		if (i == 0 || get_part(r, i) != get_part(r, i - 1))
			set_begin(r, i);
	}
	find_alike(r);
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
		end_reading(r);
	return count + r->count / MOVES_AT_COST + 1;
}

static uint32_t
get_group(const struct ranking *r, uint32_t at)
{
	return get_part(r, at) / (r->group_span > 0 ? r->group_span : 1);
}

void
ranking_note_groups(struct ranking *r)
{
	if (r->work != RANKING_READS || !r->is_grouped)
		return;
	r->group_count = 0;
	for (uint32_t i = 0; i < r->count; i++) {
		if (i > 0 && get_group(r, i) == get_group(r, i - 1))
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

/* Whether keys that have this part in common may differ in the next. */
static bool
has_more(const struct ranking *r, uint32_t part)
{
	if (part == UINT32_MAX)
		return false;
	return r->parts > 0 || (part & 0xFF) != 0;
}

static uint32_t
find_run_end(const struct ranking *r, uint32_t at)
{
	do
		at++;
	while (!is_begin(r, at));
	return at;
}

static bool
is_alike(const struct ranking *r, uint32_t begin, uint32_t end)
{
	return end - begin > 1 && has_more(r, get_part(r, begin));
}

/* Notes the places of what is alike; where nothing is, that was all. */
static void
find_alike(struct ranking *r)
{
	bool is_any = false;

	for (uint32_t i = 0, end; i < r->count; i = end) {
		bool is_run;

		end = find_run_end(r, i);
		is_run = is_alike(r, i, end);
		for (uint32_t j = i; j < end; j++)
			r->places[ranking_get_item(r, j)] = is_run ? j :
								     NOWHERE;
		is_any |= is_run;
	}
	r->part++;
	r->next = 0;
	r->work = RANKING_FETCHES;
	if (is_any && r->part < (r->parts ? r->parts : RANKING_PARTS))
		return;
	end_work(r);
}

/* Parts of what is alike among the next items. */
static uint32_t
fetch_parts(struct ranking *r)
{
	uint32_t items[RANKING_BATCH];
	uint64_t batch[RANKING_BATCH];
	uint32_t count = 0, seeks = 1;

	for (; r->next < r->count && count < RANKING_BATCH; r->next++) {
		if (r->places[r->next] == NOWHERE)
			continue;
		if (count > 0 && items[count - 1] + 1 != r->next)
			seeks++;
		items[count++] = r->next;
	}
	if (count > 0)
		read_batch(batch, r, items, count, r->part);
	for (uint32_t i = 0; i < count; i++)
		r->all[r->places[items[i]]] = batch[i];
	if (r->next == r->count) {
		r->work = RANKING_SORTS;
		r->next = r->run_end = 0;
	}
	return count + SEEK_COST * seeks;
}

static void
begin_run(struct ranking *r)
{
	bool is_run = false;
	uint32_t end = r->next;

	while (end < r->count && !is_run) {
		r->next = end;
		end = find_run_end(r, end);
		is_run = r->places[ranking_get_item(r, r->next)] != NOWHERE;
	}
	if (!is_run)
		r->next = end;
	r->run_end = end;
	r->merged = r->next;
}

static void
end_run(struct ranking *r)
{
	for (uint32_t i = r->next + 1; i < r->run_end; i++) {
		if (get_part(r, i) != get_part(r, i - 1))
			set_begin(r, i);
	}
	r->next = r->run_end;
}

/* A batch of a run, or the way to the next one. */
static uint32_t
sort_runs(struct ranking *r)
{
	uint64_t batch[RANKING_BATCH];
	uint32_t count, from = r->next;

	if (r->next == r->run_end)
		begin_run(r);
	if (r->next == r->count) {
		find_alike(r);
		return r->count / MOVES_AT_COST + 1;
	}
	count = r->run_end - r->merged;
	if (count > RANKING_BATCH)
		count = RANKING_BATCH;
	memcpy(batch, r->all + r->merged, count * sizeof *batch);
	qsort(batch, count, sizeof *batch, compare_entries);
	merge(r, r->next, r->merged, batch, count);
	r->merged += count;
	count += (r->merged - from) / MOVES_AT_COST + 1;
	if (r->merged == r->run_end)
		end_run(r);
	return count;
}

bool
ranking_step(struct ranking *r, uint32_t parts)
{
	uint32_t spent = 0;

	while (spent < parts) {
		if (r->work == RANKING_READS)
			spent += read_first_parts(r);
		else if (r->work == RANKING_FETCHES)
			spent += fetch_parts(r);
		else if (r->work == RANKING_SORTS)
			spent += sort_runs(r);
		else
			break;
	}
	return r->work != RANKING_IS_DONE;
}
