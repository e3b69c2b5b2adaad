/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "list_facet_private.h"

/*
 * Choosing what a list is narrowed by.  Values are counted between keys, and
 * shown when they are at twice the slices.
 */
enum {
	SECOND_SLICES = 2,
	FEW_ITEMS = 500, /* are counted at once, in so many steps */
	STEPS_OF_FEW = 8
};

/* The name of the value of a facet that is on. */
static const char on_or_off[] = "yes";

bool
list_facets_is_choosing(const struct list *l)
{
	return l->facets && chooser_is_open(&l->facets->chooser);
}

void
list_facets_end_count(struct list_facets *f)
{
	collection_facet_count_free(f->count);
	f->count = NULL;
	free(f->counted);
	f->counted = NULL;
	arena_clear(&f->arena);
	f->values = NULL;
	f->value_count = 0;
}

/* ---- Values ---- */

/* The number of a value among those that were taken; -1: it is gone. */
static int64_t
find_value(const struct list_facets *f, const char *name)
{
	for (uint32_t i = 0; i < f->value_count; i++) {
		if (strcmp(f->values[i].name, name) == 0)
			return i;
	}
	return -1;
}

static const struct collection_facet_value *
copy_values(struct arena *arena, const struct collection_facet_value *list,
    uint32_t count)
{
	struct collection_facet_value *copy = arena_alloc_array(arena, count,
	    sizeof *copy);

	for (uint32_t i = 0; i < count; i++)
		copy[i] = (struct collection_facet_value){
			.name = arena_copy_text(arena, list[i].name),
			.title = arena_copy_text(arena, list[i].title),
			.rows = list[i].rows
		};
	return copy;
}

/* The next step takes away what is listed before it; the value that is
 * selected stays it. */
static void
take_values(struct list_facets *f, bool is_last)
{
	int64_t selected = chooser_get_value(&f->chooser);
	char *name = NULL;

	if (selected >= 0)
		name = mem_copy_text(f->values[selected].name);
	arena_reset(&f->arena);
	f->values = collection_facet_count_list(f->count, &f->value_count);
	if (!is_last)
		f->values = copy_values(&f->arena, f->values, f->value_count);
	if (name)
		selected = find_value(f, name);
	if (name && selected >= 0)
		chooser_select_value(&f->chooser, (uint32_t)selected);
	free(name);
}

bool
list_facets_is_counting(const struct list *l)
{
	return list_facets_is_choosing(l) && !l->facets->is_counted;
}

static void
begin_count(struct list *l)
{
	struct list_facets *f = l->facets;

	f->counted = list_copy_shown(l);
	f->count = collection_facet_count_new(
	    app_get_session(l->view->app)->collection,
	    l->class->facets[f->chooser.facet].facet, f->counted,
	    l->item_count);
}

/* What is narrowed to has to be known before it is counted. */
void
list_facets_count(struct list *l)
{
	struct list_facets *f = l->facets;
	bool is_done = false;
	struct error err;

	if (!list_facets_is_counting(l))
		return;
	if (!f->count)
		begin_count(l);
	if (collection_facet_count_step(f->count, &is_done, &err) !=
	    STATUS_OK) {
		app_say_error(l->view->app, &err);
		is_done = true;
	}
	f->is_counted = is_done;
	if (is_done || f->slices++ >= f->next_slice) {
		take_values(f, is_done);
		f->next_slice = 2 * f->slices;
	}
	f->is_cut = collection_facet_count_is_cut(f->count);
}

static void
begin(void *owner, unsigned facet)
{
	struct list *l = owner;
	struct list_facets *f = l->facets;

	list_facets_end_count(f);
	f->slices = 0;
	f->next_slice = SECOND_SLICES;
	f->is_counted = facet >= l->class->facet_count;
	if (list_is_sorting(l) || list_is_looking(l))
		return;
	do
		list_facets_count(l);
	while (!f->is_counted && l->item_count <= FEW_ITEMS &&
	    f->slices < STEPS_OF_FEW);
}

/* ---- The chooser ---- */

static void
get_words(struct chooser_facet *out, const void *owner, unsigned facet)
{
	const struct list *l = owner;
	const struct list_facet *words = &l->class->facets[facet];

	*out = (struct chooser_facet){ words->key, words->word, words->title };
}

static bool
has(const void *owner, unsigned facet)
{
	return list_facets_find(((const struct list *)owner)->facets, facet) >=
	    0;
}

static void
add_chosen_words(struct str *out, const void *owner, unsigned facet)
{
	const struct list *l = owner;
	int number = list_facets_find(l->facets, facet);

	if (number < 0)
		return;
	if (l->class->facets[facet].title[0])
		list_facets_add_words(out, l, &l->facets->chosen[number]);
	else
		str_add_text(out, "yes");
}

static uint32_t
count_values(bool *is_counted, const void *owner)
{
	const struct list *l = owner;

	*is_counted = l->facets->is_counted;
	return l->facets->value_count;
}

static bool
is_cut(const void *owner)
{
	return ((const struct list *)owner)->facets->is_cut;
}

static uint64_t
add_value(struct str *out, const void *owner, uint32_t value)
{
	const struct list_facets *f = ((const struct list *)owner)->facets;
	const struct collection_facet_value *v = &f->values[value];

	str_add_text(out, v->title[0] ? v->title : LIST_NOT_GIVEN);
	return v->rows;
}

static void
narrow(void *owner, unsigned facet, uint32_t value)
{
	struct list *l = owner;
	struct list_facets *f = l->facets;
	bool has_values = l->class->facets[facet].title[0] != '\0';
	char *name = mem_copy_text(
	    has_values ? f->values[value].name : on_or_off);

	list_facets_end_count(f);
	list_facets_narrow(l, facet, name);
	free(name);
}

static void
widen(void *owner, unsigned facet)
{
	struct list *l = owner;

	list_facets_end_count(l->facets);
	list_facets_drop(l, facet);
}

const struct chooser_class list_facets_class = {
	.get_facet = get_words,
	.has = has,
	.add_chosen = add_chosen_words,
	.begin = begin,
	.count_values = count_values,
	.add_value = add_value,
	.is_cut = is_cut,
	.narrow = narrow,
	.widen = widen,
	.whole = "of these",
	.nothing = "Nothing here has one.",
	.again = "show all again",
};

void
list_facets_choose(struct list *l)
{
	chooser_open(&l->facets->chooser);
}

bool
list_is_of_rows(enum command command)
{
	static const enum command all[] = { COMMAND_OPEN, COMMAND_COMPARE,
		COMMAND_FILTER, COMMAND_FACET, COMMAND_SORT,
		COMMAND_SORT_REVERSE, COMMAND_SENTENCE_NEXT,
		COMMAND_SENTENCE_PREVIOUS, COMMAND_SECTION_NEXT,
		COMMAND_SECTION_PREVIOUS, COMMAND_HALF_DOWN, COMMAND_HALF_UP,
		COMMAND_DISAGREEMENT_NEXT, COMMAND_DISAGREEMENT_PREVIOUS };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (all[i] == command)
			return true;
	}
	return false;
}

bool
list_run_chooser(struct list *l, enum command command, int count)
{
	if (!list_facets_is_choosing(l))
		return false;
	if (!chooser_run(&l->facets->chooser, command, count))
		return list_is_of_rows(command);
	if (!list_facets_is_choosing(l))
		list_facets_end_count(l->facets);
	return true;
}

bool
list_click_chooser(struct list *l, int row)
{
	if (!list_facets_is_choosing(l))
		return false;
	chooser_click(&l->facets->chooser, row);
	return true;
}

void
list_facets_draw(struct list *l, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	chooser_draw(&l->facets->chooser, canvas, area, is_focused);
}

bool
list_take_key(struct list *l, uint32_t key)
{
	return l->facets && chooser_take_key(&l->facets->chooser, key);
}
