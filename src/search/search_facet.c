/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/mem.h"
#include "search_private.h"

/* Counts of the values of a facet, of each record once. */
enum {
	VALUES_LIMIT = 8192, /* of all records; others are left out */
	VALUES_OF_ONE = 256,
	SLOTS = VALUES_LIMIT * 2
};

void
search_free_facet(struct facet_counts *f)
{
	if (!f)
		return;
	free(f->counted);
	free(f->slots);
	free(f->sorted);
	free(f);
}

static uint32_t *
find_slot(const struct facet_counts *f, int64_t value)
{
	uint64_t hash = (uint64_t)value * 0x9E3779B97F4A7C15u;

	for (uint32_t i = (uint32_t)(hash >> 32) % SLOTS;;
	     i = (i + 1) % SLOTS) {
		if (f->slots[i] == 0 ||
		    f->counted[f->slots[i] - 1].value == value)
			return &f->slots[i];
	}
}

static void
count_value(struct facet_counts *f, int64_t value, uint32_t record)
{
	uint32_t *slot = find_slot(f, value);
	struct counted *c;

	if (*slot == 0) {
		if (f->count == VALUES_LIMIT)
			return;
		if (f->count == f->cap) {
			f->cap = f->cap ? f->cap * 2 : 64;
			f->counted = mem_resize_array(f->counted, f->cap,
			    sizeof *f->counted);
		}
		f->counted[f->count] = (struct counted){ .value = value };
		*slot = ++f->count;
	}
	c = &f->counted[*slot - 1];
	if (c->last != record + 1)
		c->records++;
	c->last = record + 1;
}

static enum status
count_values(struct facet_counts *f, struct search *s, enum facet facet,
    const struct passage_run *run, int64_t passage, struct error *err)
{
	int64_t values[VALUES_OF_ONE];
	uint32_t count;
	enum status status = collection_list_facet(values, &count,
	    VALUES_OF_ONE, s->c, facet, run, passage, err);

	for (uint32_t i = 0; status == STATUS_OK && i < count; i++)
		count_value(f, values[i], f->next);
	return status;
}

static enum status
count_record(struct facet_counts *f, struct search *s, enum facet facet,
    struct error *err)
{
	const struct kept *k = &s->records.kept[f->next];
	struct passage_run run;
	enum status status;

	if (facet == FACET_KIND) {
		count_value(f, k->kind, f->next);
		return STATUS_OK;
	}
	status = collection_find_run(&run, s->c, k->best, err);
	if (status == STATUS_OK)
		status = count_values(f, s, facet, &run, k->best, err);
	return status;
}

/* The next passage of the record; next_passage is 0 behind the last. */
static enum status
count_passage(struct facet_counts *f, struct search *s, enum facet facet,
    struct error *err)
{
	const struct kept *k = &s->records.kept[f->next];
	struct passage_run run = { .first = 0 };
	int64_t passage;
	enum status status = search_next_of_record(&passage, &run, s, k,
	    f->next_passage, err);

	if (status != STATUS_OK)
		return status;
	f->next_passage = passage;
	if (passage == 0)
		return STATUS_OK;
	status = collection_find_run(&run, s->c, passage, err);
	return status ? status : count_values(f, s, facet, &run, passage, err);
}

static int
compare(const void *a, const void *b)
{
	const struct facet_value *x = a, *y = b;

	if (x->records != y->records)
		return x->records < y->records ? 1 : -1;
	return (x->value > y->value) - (x->value < y->value);
}

static void
sort(struct facet_counts *f)
{
	f->sorted = mem_alloc_array((size_t)f->count + 1, sizeof *f->sorted);
	for (uint32_t i = 0; i < f->count; i++)
		f->sorted[i] = (struct facet_value){ f->counted[i].value,
			f->counted[i].records };
	qsort(f->sorted, f->count, sizeof *f->sorted, compare);
}

static struct facet_counts *
get_counts(struct search *s, enum facet facet)
{
	if (!s->facets[facet]) {
		s->facets[facet] = mem_alloc_array(1, sizeof **s->facets);
		s->facets[facet]->slots = mem_alloc_array(SLOTS,
		    sizeof(uint32_t));
	}
	return s->facets[facet];
}

/* Sources are those of the passages that match: all must be known. */
enum status
search_count_facet(bool *is_done, struct search *s, enum facet facet,
    int64_t until_us, struct error *err)
{
	struct facet_counts *f = get_counts(s, facet);
	bool is_of_passages = facet == FACET_SOURCE || facet == FACET_DOCUMENT;
	uint32_t end = is_of_passages && !s->is_done ? 0 : s->records.count;
	struct pace pace = { .batch = 1 };
	enum status status = STATUS_OK;

	free(f->sorted);
	f->sorted = NULL;
	pace_begin(&pace, until_us);
	while (f->next < end && !pace.is_over && status == STATUS_OK) {
		if (is_of_passages)
			status = count_passage(f, s, facet, err);
		else
			status = count_record(f, s, facet, err);
		if (status == STATUS_OK && f->next_passage == 0)
			f->next++;
		pace_spend(&pace, 64);
	}
	if (status == STATUS_OK)
		*is_done = s->is_done && f->next == s->records.count;
	return status;
}

const struct facet_value *
search_get_facet(uint32_t *count, const struct search *s, enum facet facet)
{
	struct facet_counts *f = s->facets[facet];

	*count = f ? f->count : 0;
	if (f && !f->sorted)
		sort(f);
	return f ? f->sorted : NULL;
}
