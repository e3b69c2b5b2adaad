/* SPDX-License-Identifier: ISC */
#include "item_cache.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ranking.h"

enum { SLOTS = 1024, KEPT = 256, AT_ONCE = 24 };

struct item_cache {
	struct app *app;
	item_cache_read *read;
	size_t record_bytes;
	const void *empty;
	struct arena arena; /* of the slots */
	struct {
		uint32_t item;
		const void *record; /* NULL: free */
	} slots[SLOTS];             /* by item, modulo, or behind */
	unsigned used;
	bool is_drawing;
	unsigned at_once;
	unsigned may_read; /* while drawing */
	bool is_short;     /* that was not enough */
	struct arena run_arena;
	const char *run;
	uint32_t run_first, run_count;
};

struct item_cache *
item_cache_new(struct app *app, item_cache_read *read, size_t record_bytes,
    const void *empty)
{
	struct item_cache *c = mem_alloc_array(1, sizeof *c);

	c->app = app;
	c->read = read;
	c->record_bytes = record_bytes;
	c->empty = empty;
	c->at_once = AT_ONCE;
	return c;
}

void
item_cache_set_limit(struct item_cache *c, unsigned records)
{
	c->at_once = records;
}

void
item_cache_free(struct item_cache *c)
{
	if (!c)
		return;
	arena_clear(&c->arena);
	arena_clear(&c->run_arena);
	free(c);
}

static void
forget(struct item_cache *c)
{
	arena_reset(&c->arena);
	for (unsigned i = 0; i < SLOTS; i++)
		c->slots[i].record = NULL;
	c->used = 0;
}

static const void *
read_one(struct item_cache *c, uint32_t item)
{
	const void *record;
	uint32_t count;
	struct error err;

	if (c->read(&record, &count, app_get_session(c->app)->collection,
		(int64_t)item + 1, 1, &c->arena, &err) != STATUS_OK) {
		app_say_error(c->app, &err);
		return c->empty;
	}
	return count > 0 ? record : c->empty;
}

static bool
may_read(struct item_cache *c)
{
	if (!c->is_drawing)
		return true;
	if (c->may_read == 0)
		c->is_short = true;
	else
		c->may_read--;
	return !c->is_short;
}

const void *
item_cache_get(struct item_cache *c, uint32_t item)
{
	unsigned slot = item % SLOTS;

	if (item >= c->run_first && item - c->run_first < c->run_count)
		return c->run + (item - c->run_first) * c->record_bytes;
	while (c->slots[slot].record && c->slots[slot].item != item)
		slot = (slot + 1) % SLOTS;
	if (c->slots[slot].record)
		return c->slots[slot].record;
	if (!may_read(c))
		return c->empty;
	if (c->used == SLOTS - 1) {
		forget(c);
		slot = item % SLOTS;
	}
	c->used++;
	c->slots[slot].item = item;
	c->slots[slot].record = read_one(c, item);
	return c->slots[slot].record;
}

/* What was drawn before is forgotten here, never in the midst of it. */
void
item_cache_begin_drawing(struct item_cache *c)
{
	if (c->used > KEPT && c->used > 2 * (unsigned)app_get_page_rows(c->app))
		forget(c);
	c->is_drawing = true;
	c->is_short = false;
	c->may_read = c->at_once;
}

bool
item_cache_end_drawing(struct item_cache *c)
{
	c->is_drawing = false;
	return c->is_short;
}

void
item_cache_load(struct item_cache *c, uint32_t first, uint32_t count)
{
	const void *run;
	struct error err;

	if (first >= c->run_first && count <= c->run_count &&
	    first - c->run_first <= c->run_count - count)
		return;
	arena_reset(&c->run_arena);
	c->run_first = first;
	c->run_count = 0;
	if (c->read(&run, &count, app_get_session(c->app)->collection,
		(int64_t)first + 1, count, &c->run_arena, &err) != STATUS_OK) {
		app_say_error(c->app, &err);
		return;
	}
	c->run = run;
	c->run_count = count;
}

uint32_t
item_cache_read_keys(uint32_t *parts, struct app *app, enum collection_key key,
    const uint32_t *items, uint32_t count, unsigned part)
{
	uint32_t rows[RANKING_BATCH];
	uint32_t found = 0;
	struct error err;

	for (uint32_t i = 0; i < count; i++)
		rows[i] = items[i] + 1;
	if (collection_read_keys(parts, &found,
		app_get_session(app)->collection, key, rows, count, part,
		&err) != STATUS_OK) {
		app_say_error(app, &err);
		for (uint32_t i = 0; i < count; i++)
			parts[i] = KEY_NOT_GIVEN;
	}
	return found;
}
