/* SPDX-License-Identifier: ISC */
#include "measure_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { SLICE_MEASURES = 1000 };

struct titled {
	const char *title; /* in the arena, until all are in order */
	uint32_t row;
};

struct measure_order {
	struct app *app;
	struct arena arena;
	struct titled *all; /* by title */
	uint32_t *places;   /* by row, from 1; NULL: not done */
	uint32_t count;
};

struct measure_order *
measure_order_new(struct app *app)
{
	struct measure_order *o = mem_alloc_array(1, sizeof *o);

	o->app = app;
	return o;
}

void
measure_order_free(struct measure_order *o)
{
	if (!o)
		return;
	arena_clear(&o->arena);
	free(o->all);
	free(o->places);
	free(o);
}

static int
compare(const void *a, const void *b)
{
	const struct titled *p = a;
	const struct titled *q = b;
	int order = strcmp(p->title, q->title);

	return order != 0 ? order : (p->row > q->row) - (p->row < q->row);
}

/* Those behind the first `sorted`, sorted themselves, among these. */
static void
merge(struct measure_order *o, uint32_t sorted, uint32_t count)
{
	struct titled batch[SLICE_MEASURES];
	uint32_t to = sorted + count;

	qsort(o->all + sorted, count, sizeof *o->all, compare);
	memcpy(batch, o->all + sorted, count * sizeof *batch);
	while (count > 0) {
		if (sorted > 0 &&
		    compare(&o->all[sorted - 1], &batch[count - 1]) > 0)
			o->all[--to] = o->all[--sorted];
		else
			o->all[--to] = batch[--count];
	}
}

static void
end_order(struct measure_order *o)
{
	o->places = mem_alloc_array((size_t)o->count + 1, sizeof *o->places);
	for (uint32_t i = 0; i < o->count; i++)
		o->places[o->all[i].row] = i;
	free(o->all);
	o->all = NULL;
	arena_clear(&o->arena);
}

bool
measure_order_step(struct measure_order *o)
{
	const char **titles;
	uint32_t count;
	struct error err;

	if (o->places)
		return false;
	if (collection_list_measure_titles(&titles, &count,
		app_get_session(o->app)->collection, (int64_t)o->count + 1,
		SLICE_MEASURES, &o->arena, &err) != STATUS_OK) {
		app_say_error(o->app, &err);
		count = 0;
	}
	if (count > 0) {
		o->all = mem_resize_array(o->all, (size_t)o->count + count,
		    sizeof *o->all);
		for (uint32_t i = 0; i < count; i++)
			o->all[o->count + i] = (struct titled){ titles[i],
				o->count + i + 1 };
		merge(o, o->count, count);
		o->count += count;
	}
	if (count == SLICE_MEASURES)
		return true;
	end_order(o);
	return false;
}

uint32_t
measure_order_get(const struct measure_order *o, uint32_t row)
{
	return o->places && row >= 1 && row <= o->count ? o->places[row] :
							  o->count;
}
