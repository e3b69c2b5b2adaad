/* SPDX-License-Identifier: ISC */
#include "store/collection_facet.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "collection_facet_private.h"

/*
 * Values are counted by a number each: a row of the table that they are of,
 * a year, or the one that a text got; 0 is for rows that have none.  When all
 * rows are counted, the most frequent values are chosen, named and sorted.
 */
enum {
	STEP_RESULTS = 500, /* of SQLite, at once */
	STEP_PARENTS = 500,
	NUMBERS_MAX = 1 << 17 /* of those behind it none is counted */
};

struct collection_facet_count *
collection_facet_count_new(struct collection *c, enum collection_facet facet,
    const uint8_t *rows, uint32_t row_count)
{
	struct collection_facet_count *n = mem_alloc_array(1, sizeof *n);

	n->c = c;
	n->facet = facet;
	n->form = collection_facet_get_form(facet);
	n->rows = rows;
	n->row_count = row_count;
	return n;
}

void
collection_facet_count_free(struct collection_facet_count *n)
{
	if (!n)
		return;
	collection_facet_clear_listing(&n->glance);
	collection_facet_clear_listing(&n->all);
	facet_texts_clear(&n->texts);
	free(n->counts);
	free(n);
}

bool
collection_facet_count_is_cut(const struct collection_facet_count *n)
{
	return n->is_cut;
}

/* ---- Counting ---- */

static bool
is_counted(const struct collection_facet_count *n, uint32_t row)
{
	return !n->rows || (n->rows[row / 8] >> (row % 8) & 1) != 0;
}

static bool
make_room(struct collection_facet_count *n, int64_t number)
{
	uint32_t cap = n->cap ? n->cap : 64;

	if (number >= NUMBERS_MAX) {
		n->is_cut = true;
		return false;
	}
	while (cap <= number)
		cap *= 2;
	if (cap > n->cap) {
		n->counts = mem_resize_array(n->counts, cap,
		    sizeof n->counts[0]);
		memset(n->counts + n->cap, 0,
		    (cap - n->cap) * sizeof n->counts[0]);
		n->cap = cap;
	}
	if (n->count <= number)
		n->count = (uint32_t)number + 1;
	return true;
}

/* Whatever has it twice, a row is counted once. */
static void
count_number(struct collection_facet_count *n, int64_t number)
{
	if (!make_room(n, number))
		return;
	for (uint32_t i = 0; i < n->of_row_count; i++) {
		if (n->of_row[i] == number)
			return;
	}
	if (n->of_row_count == FACET_ROW_VALUES_MAX) {
		n->is_cut = true;
		return;
	}
	n->of_row[n->of_row_count++] = (uint32_t)number;
	n->counts[number]++;
}

/* Where a period begins and where it has ended: its years are summed up. */
static void
count_years(struct collection_facet_count *n, const struct facet_value *v)
{
	if (!make_room(n, v->last + 2))
		return;
	n->counts[v->first + 1]++;
	n->counts[v->last + 2]--;
}

static void
count_value(struct collection_facet_count *n, const struct facet_value *v)
{
	uint32_t number;

	if (!v->is_given) {
		if (n->form != FACET_OF_FLAGS)
			count_number(n, 0);
	} else if (n->form == FACET_OF_YEARS) {
		count_years(n, v);
	} else if (n->form != FACET_OF_TEXTS) {
		count_number(n, n->form == FACET_OF_FLAGS ? 1 : v->first);
	} else if (facet_texts_add(&number, &n->texts, v->text.bytes,
		       v->text.len)) {
		count_number(n, (int64_t)number + 1);
	} else {
		n->is_cut = true;
	}
}

/*
 * The next rows, up to so many results: rows that have many values make the
 * slice no longer.
 */
static enum status
count_rows(struct collection_facet_count *n, struct error *err)
{
	uint32_t last = n->row_count, results = 0;
	int64_t row = 0;
	struct facet_walk w;
	enum status status;

	while (n->next < n->row_count && !is_counted(n, n->next))
		n->next++;
	if (last - n->next > STEP_RESULTS)
		last = n->next + STEP_RESULTS;
	status = collection_facet_walk(&w, n->c, n->facet, (int64_t)n->next + 1,
	    last, err);
	if (status != STATUS_OK)
		return status;
	while ((status = collection_facet_next(&w, err)) == STATUS_OK) {
		if (w.row <= n->next || w.row > last)
			continue;
		if (w.row != row) {
			if (results > STEP_RESULTS)
				break;
			n->of_row_count = 0;
			row = w.row;
		}
		results++;
		if (is_counted(n, (uint32_t)row - 1))
			count_value(n, &w.value);
	}
	n->next = status == STATUS_OK ? (uint32_t)row : last;
	status = collection_facet_end(&w, status, err);
	if (status == STATUS_OK && n->next >= n->row_count) {
		n->stage = FACET_SUMS_UP;
		n->next = n->count;
	}
	return status;
}

static void
sum_years_up(struct collection_facet_count *n)
{
	for (uint32_t i = 2; i < n->count; i++)
		n->counts[i] += n->counts[i - 1];
}

/* What is counted of a topic is of those above it too: they stand before. */
static enum status
sum_topics_up(struct collection_facet_count *n, struct error *err)
{
	for (uint32_t steps = 0; n->next > 1 && steps < STEP_PARENTS;
	     n->next--) {
		uint32_t topic = n->next - 1;
		int64_t parent;
		enum status status;

		if (n->counts[topic] == 0)
			continue;
		steps++;
		status = collection_facet_parent(&parent, n->c, topic, err);
		if (status != STATUS_OK)
			return status;
		if (parent > 0 && parent < topic)
			n->counts[parent] += n->counts[topic];
	}
	return STATUS_OK;
}

static enum status
sum_up(struct collection_facet_count *n, struct error *err)
{
	enum status status = STATUS_OK;

	if (n->form == FACET_OF_YEARS)
		sum_years_up(n);
	if (n->form == FACET_OF_TOPICS)
		status = sum_topics_up(n, err);
	if (n->form != FACET_OF_TOPICS || n->next <= 1)
		n->stage = FACET_CHOOSES;
	return status;
}

enum status
collection_facet_count_step(struct collection_facet_count *n, bool *is_done,
    struct error *err)
{
	static enum status (*const stages[])(struct collection_facet_count *,
	    struct error *) = {
		[FACET_COUNTS] = count_rows,
		[FACET_SUMS_UP] = sum_up,
		[FACET_CHOOSES] = collection_facet_choose,
		[FACET_NAMES] = collection_facet_name_some,
		[FACET_SORTS] = collection_facet_sort,
	};
	enum status status = STATUS_OK;

	n->has_glance = false;
	collection_begin(n->c);
	if (n->stage != FACET_IS_DONE)
		status = stages[n->stage](n, err);
	*is_done = n->stage == FACET_IS_DONE;
	return status;
}
