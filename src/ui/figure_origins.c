/* SPDX-License-Identifier: ISC */
#include "figure_origins.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { SLOTS = 1024, KEPT = 256, TEXT_LIMIT_BYTES = 200, AT_ONCE = 3 };

struct figure_origins {
	struct app *app;
	int may_read;
	bool is_short; /* that was not enough */
	struct {
		int64_t figure; /* 0: free */
		char *text;
	} slots[SLOTS]; /* by row, modulo, or behind */
	unsigned used;
};

struct figure_origins *
figure_origins_new(struct app *app)
{
	struct figure_origins *o = mem_alloc_array(1, sizeof *o);

	o->app = app;
	return o;
}

static void
forget(struct figure_origins *o)
{
	for (unsigned i = 0; i < SLOTS; i++) {
		free(o->slots[i].text);
		o->slots[i].text = NULL;
		o->slots[i].figure = 0;
	}
	o->used = 0;
}

void
figure_origins_free(struct figure_origins *o)
{
	if (!o)
		return;
	forget(o);
	free(o);
}

void
figure_origins_begin_drawing(struct figure_origins *o)
{
	if (o->used > KEPT && o->used > 2 * (unsigned)app_get_page_rows(o->app))
		forget(o);
	o->may_read = AT_ONCE;
	o->is_short = false;
}

bool
figure_origins_is_short(const struct figure_origins *o)
{
	return o->is_short;
}

/* What is its own origin needs no other word. */
static bool
is_own(const struct figure_behind *b)
{
	return b->origin_count == 1 && b->document_count == 1 &&
	    strcmp(b->origins[0], b->documents[0]) == 0;
}

static char *
read_text(struct figure_origins *o, int64_t figure)
{
	struct arena arena = { 0 };
	struct figure_behind behind;
	struct error err;
	struct str text;
	char *copy;

	str_init(&text, TEXT_LIMIT_BYTES);
	if (collection_read_behind(&behind, app_get_session(o->app)->collection,
		figure, &arena, &err) != STATUS_OK) {
		app_say_error(o->app, &err);
		behind.origin_count = 0;
	}
	for (uint32_t i = 0; i < behind.origin_count && !is_own(&behind); i++)
		str_add_format(&text, "%s%s", i > 0 ? ", " : "",
		    behind.origins[i]);
	copy = mem_copy_text(text.data);
	str_clear(&text);
	arena_clear(&arena);
	return copy;
}

/* Of more than there is room for the last are not read at all. */
const char *
figure_origins_get(struct figure_origins *o, int64_t figure)
{
	unsigned slot = (unsigned)(figure % SLOTS);

	while (o->slots[slot].figure != 0 && o->slots[slot].figure != figure)
		slot = (slot + 1) % SLOTS;
	if (o->slots[slot].figure == figure)
		return o->slots[slot].text;
	if (o->used == SLOTS - 1)
		return "";
	if (o->may_read == 0) {
		o->is_short = true;
		return "";
	}
	o->may_read--;
	o->used++;
	o->slots[slot].text = read_text(o, figure);
	o->slots[slot].figure = figure;
	return o->slots[slot].text;
}
