/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "effort.h"
#include "view_hits.h"

/*
 * What hits are narrowed by, for the chooser.  Values are counted between
 * keys, and shown when they are at twice the slices.
 */
static const struct {
	struct chooser_facet words;
	enum facet facet;
} facets[] = {
	{ { 'k', "kind", "Of which kind?" }, FACET_KIND },
	{ { 't', "topic", "Of which topic?" }, FACET_TOPIC },
	{ { 'r', "source", "Where which source is cited?" }, FACET_SOURCE },
	{ { 'd', "document", "From which document?" }, FACET_DOCUMENT },
	{ { 'y', "year", "Of which year?" }, FACET_YEAR },
	{ { 'x', "disagreeing", "" }, FACET_DISAGREEING },
};

enum { FACETS = sizeof facets / sizeof *facets };

static enum facet
get_facet(unsigned number)
{
	return number < FACETS ? facets[number].facet : FACET_COUNT;
}

/* ---- Narrowing ---- */

static void
set_scope(struct view_hits *h, const struct scope *scope, enum facet facet)
{
	struct inquiry_wish wish = h->wish;

	wish.scope = *scope;
	view_hits_remember_choice(&wish, facet);
	app_set_scope(h->view.app, &wish);
}

static void
narrow(void *owner, unsigned number, uint32_t value)
{
	struct view_hits *h = owner;
	struct scope scope = h->wish.scope;
	enum facet facet = get_facet(number);

	view_hits_set_facet(&scope, facet,
	    facet == FACET_DISAGREEING ? 1 : h->values[value].value);
	set_scope(h, &scope, facet);
}

static void
widen_facet(struct view_hits *h, enum facet facet)
{
	struct scope scope = h->wish.scope;

	view_hits_drop_facet(&scope, facet);
	set_scope(h, &scope, facet);
}

/* The last that was chosen goes; where none is known, all do. */
void
view_hits_widen(struct view_hits *h)
{
	unsigned char last = h->wish.chosen[0];

	widen_facet(h, last > 0 ? (enum facet)(last - 1) : FACET_COUNT);
}

static void
widen(void *owner, unsigned number)
{
	widen_facet(owner, get_facet(number));
}

/* ---- Values ---- */

void
view_hits_add_value(struct str *out, struct app *app, enum facet facet,
    int64_t value)
{
	struct arena arena = { 0 };
	struct record_title title;
	struct error err;

	if (facet == FACET_KIND) {
		str_add_text(out, view_hits_get_group((enum record_kind)value));
	} else if (facet == FACET_YEAR) {
		str_add_format(out, "%lld", (long long)value);
	} else if (collection_find_title(&title,
		       app_get_session(app)->collection,
		       facet == FACET_TOPIC ? RECORD_TOPIC : RECORD_SOURCE,
		       value, &arena, &err) == STATUS_OK) {
		str_add_text(out, title.title);
	}
	arena_clear(&arena);
}

/* The value that is selected stays it, once the reader has moved. */
static void
follow_value(struct view_hits *h, int64_t value)
{
	for (uint32_t i = 0; i < h->value_count; i++) {
		if (h->values[i].value == value) {
			chooser_select_value(&h->chooser, i);
			return;
		}
	}
}

static void
take_values(struct view_hits *h, struct search *search)
{
	uint32_t count = 0;
	const struct facet_value *list = search_get_facet(&count, search,
	    get_facet(h->chooser.facet));
	int64_t selected = chooser_get_value(&h->chooser);
	int64_t value = selected >= 0 ? h->values[selected].value : 0;

	h->value_count = count;
	if (count == 0)
		return;
	h->values = mem_resize_array(h->values, count, sizeof *h->values);
	memcpy(h->values, list, count * sizeof *list);
	if (selected >= 0)
		follow_value(h, value);
}

/* True where something was done, which may be to be drawn. */
bool
view_hits_count(struct view_hits *h)
{
	struct search *search = view_hits_get_search(h);
	struct error err;
	bool is_done = false;

	if (!search || h->is_counted)
		return false;
	if (search_count_facet(&is_done, search, get_facet(h->chooser.facet),
		clock_now_us() + EFFORT_US, &err) != STATUS_OK) {
		app_say_error(h->view.app, &err);
		is_done = true;
	}
	h->is_counted = is_done;
	if (is_done || h->count_slices++ >= h->next_count) {
		take_values(h, search);
		h->next_count = 2 * h->count_slices;
	}
	return true;
}

/* ---- Choosing ---- */

static void
get_words(struct chooser_facet *out, const void *owner, unsigned number)
{
	(void)owner;
	*out = facets[number].words;
}

static bool
has(const void *owner, unsigned number)
{
	const struct view_hits *h = owner;

	return view_hits_has_facet(&h->wish.scope, get_facet(number));
}

/* What it is narrowed to, without the other facets. */
static void
add_chosen(struct str *out, const void *owner, unsigned number)
{
	const struct view_hits *h = owner;
	struct scope one = h->wish.scope;

	for (int i = 0; i < FACET_COUNT; i++) {
		if (i != (int)get_facet(number))
			view_hits_drop_facet(&one, (enum facet)i);
	}
	view_hits_add_scope(out, h->view.app, &one);
}

static void
begin(void *owner, unsigned number)
{
	struct view_hits *h = owner;

	(void)number;
	h->value_count = 0;
	h->count_slices = h->next_count = 0;
	h->is_counted = false;
	view_hits_count(h);
}

static uint32_t
count_values(bool *is_counted, const void *owner)
{
	const struct view_hits *h = owner;

	*is_counted = h->is_counted;
	return h->value_count;
}

static uint64_t
add_value(struct str *out, const void *owner, uint32_t value)
{
	const struct view_hits *h = owner;

	view_hits_add_value(out, h->view.app, get_facet(h->chooser.facet),
	    h->values[value].value);
	return h->values[value].records;
}

static const struct chooser_class class = {
	.get_facet = get_words,
	.has = has,
	.add_chosen = add_chosen,
	.begin = begin,
	.count_values = count_values,
	.add_value = add_value,
	.narrow = narrow,
	.widen = widen,
	.whole = "of what is found",
	.nothing = "Nothing found has one.",
	.again = "look everywhere again",
};

void
view_hits_init_chooser(struct view_hits *h)
{
	h->chooser = (struct chooser){ .class = &class,
		.owner = h,
		.facet_count = FACETS };
}

void
view_hits_choose(struct view_hits *h)
{
	if (h->search)
		chooser_open(&h->chooser);
	else
		app_say(h->view.app, "Nothing is searched for yet.");
}

bool
view_hits_take_key(struct view *v, uint32_t key)
{
	return chooser_take_key(&((struct view_hits *)v)->chooser, key);
}
