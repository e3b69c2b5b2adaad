/* SPDX-License-Identifier: ISC */
#include "list_facet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "list_private.h"

/*
 * Facets that narrow a list, in the order in which they were chosen.  The
 * items that have all of them are marked in slices, a bit each.  A place
 * keeps them in lines, each a facet's letter and the value's name.
 */
enum {
	CHOSEN_LIMIT = 12,
	MARKED_AT_ONCE = 512, /* items; by eights */
	SECOND_VALUES = 2     /* taken at so many slices, then at twice */
};

struct chosen {
	unsigned facet; /* of the class */
	char *name;
	char *title;
};

struct list_facets {
	struct chooser chooser;
	struct chosen chosen[CHOSEN_LIMIT];
	unsigned chosen_count;
	uint8_t *has, *one;            /* by item, a bit: all; one of them */
	uint32_t marked, marked_count; /* those behind are not known */

	/* The values of the facet that is being chosen. */
	struct collection_facet_count *count; /* NULL: not begun, or done */
	uint8_t *counted;                     /* rows */
	bool is_counted;
	unsigned slices, next_slice;
	struct arena arena; /* of the values */
	struct collection_facet_value *values;
	uint32_t value_count;
};

static struct collection *
get_collection(const struct list *l)
{
	return app_get_session(l->view->app)->collection;
}

bool
list_facets_is_any(const struct list *l)
{
	return l->facets && l->facets->chosen_count > 0;
}

bool
list_facets_is_choosing(const struct list *l)
{
	return l->facets && chooser_is_open(&l->facets->chooser);
}

/* ---- Which items have all ---- */

bool
list_facets_is_marking(const struct list *l)
{
	return list_facets_is_any(l) && l->facets->marked < l->item_count;
}

bool
list_facets_has(const struct list *l, uint32_t item)
{
	const struct list_facets *f = l->facets;

	return !list_facets_is_any(l) ||
	    (item < f->marked && (f->has[item / 8] >> item % 8 & 1));
}

uint32_t
list_facets_count_items(const struct list *l)
{
	return l->facets->marked_count;
}

static void
free_marks(struct list_facets *f)
{
	free(f->has);
	free(f->one);
	f->has = f->one = NULL;
}

static void
begin_marking(struct list *l)
{
	struct list_facets *f = l->facets;

	f->marked = f->marked_count = 0;
	if (f->chosen_count == 0) {
		free_marks(f);
	} else if (!f->has) {
		f->has = mem_alloc_array((size_t)l->item_count / 8 + 1, 1);
		f->one = mem_alloc_array((size_t)l->item_count / 8 + 1, 1);
	}
}

/* What has not this one has not all. */
static void
mark_one(struct list *l, const struct chosen *chosen, uint32_t count)
{
	struct list_facets *f = l->facets;
	struct error err;
	uint32_t first = f->marked / 8, last = (f->marked + count + 7) / 8;

	memset(f->one + first, 0, last - first);
	if (collection_mark_facet(f->one, get_collection(l),
		l->class->facets[chosen->facet].facet, chosen->name,
		(int64_t)f->marked + 1, count, &err) != STATUS_OK)
		app_say_error(l->view->app, &err);
	for (uint32_t i = first; i < last; i++)
		f->has[i] &= f->one[i];
}

uint32_t
list_facets_mark(struct list *l)
{
	struct list_facets *f = l->facets;
	uint32_t count = l->item_count - f->marked, end;

	if (count > MARKED_AT_ONCE)
		count = MARKED_AT_ONCE;
	end = f->marked + count;
	memset(f->has + f->marked / 8, 0xFF, (count + 7) / 8);
	for (unsigned i = 0; i < f->chosen_count; i++)
		mark_one(l, &f->chosen[i], count);
	for (uint32_t i = f->marked; i < end; i++)
		f->marked_count += f->has[i / 8] >> i % 8 & 1;
	f->marked = end;
	return count * f->chosen_count;
}

/* ---- What is chosen ---- */

static void
remove_chosen(struct list_facets *f, unsigned number)
{
	free(f->chosen[number].name);
	free(f->chosen[number].title);
	f->chosen_count--;
	for (unsigned i = number; i < f->chosen_count; i++)
		f->chosen[i] = f->chosen[i + 1];
}

static int
find_chosen(const struct list_facets *f, unsigned facet)
{
	for (unsigned i = 0; i < f->chosen_count; i++) {
		if (f->chosen[i].facet == facet)
			return (int)i;
	}
	return -1;
}

/* In words; where the collection has none, as it is named. */
static char *
copy_title(const struct list *l, unsigned facet, const char *name)
{
	struct arena arena = { 0 };
	const char *title = name;
	struct error err;
	char *copy;

	if (collection_find_facet_title(&title, get_collection(l),
		l->class->facets[facet].facet, name, &arena, &err) != STATUS_OK)
		title = name;
	copy = mem_copy_text(title);
	arena_clear(&arena);
	return copy;
}

/* Another value of one that is chosen already takes the place of that. */
static void
add_chosen(struct list *l, unsigned facet, const char *name)
{
	struct list_facets *f = l->facets;
	int before = find_chosen(f, facet);

	if (before >= 0)
		remove_chosen(f, (unsigned)before);
	if (f->chosen_count == CHOSEN_LIMIT)
		return;
	f->chosen[f->chosen_count++] = (struct chosen){ .facet = facet,
		.name = mem_copy_text(name),
		.title = copy_title(l, facet, name) };
}

static void
change(struct list *l, bool are_fewer)
{
	if (l->wanted == LIST_WANTS_SAME && l->shown > 0)
		l->wanted = l->rows[l->row];
	l->is_of_place = false;
	begin_marking(l);
	list_begin_filter_again(l, are_fewer);
	list_begin_work(l);
}

static void
end_count(struct list_facets *f)
{
	collection_facet_count_free(f->count);
	f->count = NULL;
	free(f->counted);
	f->counted = NULL;
}

static void
narrow(void *owner, unsigned facet, uint32_t value)
{
	struct list *l = owner;
	bool is_new = find_chosen(l->facets, facet) < 0;
	bool is_known = value < l->facets->value_count &&
	    l->class->facets[facet].title[0];
	char *name = mem_copy_text(
	    is_known ? l->facets->values[value].name : "yes");

	end_count(l->facets);
	add_chosen(l, facet, name);
	free(name);
	change(l, is_new);
}

static void
widen(void *owner, unsigned facet)
{
	struct list *l = owner;
	struct list_facets *f = l->facets;

	end_count(f);
	for (unsigned i = f->chosen_count; i > 0; i--) {
		if (facet == chooser_get_all(&f->chooser) ||
		    f->chosen[i - 1].facet == facet)
			remove_chosen(f, i - 1);
	}
	change(l, false);
}

void
list_facets_widen(struct list *l)
{
	widen(l, l->facets->chosen[l->facets->chosen_count - 1].facet);
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

static void
copy_values(struct list_facets *f)
{
	uint32_t count;
	const struct collection_facet_value *list = collection_facet_count_list(
	    f->count, &count);

	arena_reset(&f->arena);
	f->values = arena_alloc_array(&f->arena, count, sizeof *f->values);
	for (uint32_t i = 0; i < count; i++)
		f->values[i] = (struct collection_facet_value){
			.name = arena_copy_text(&f->arena, list[i].name),
			.title = arena_copy_text(&f->arena, list[i].title),
			.rows = list[i].rows
		};
	f->value_count = count;
}

/* The value that is selected stays it. */
static void
take_values(struct list_facets *f)
{
	int64_t selected = chooser_get_value(&f->chooser);
	char *name = NULL;

	if (selected >= 0)
		name = mem_copy_text(f->values[selected].name);
	copy_values(f);
	if (name)
		selected = find_value(f, name);
	if (name && selected >= 0)
		chooser_select_value(&f->chooser, (uint32_t)selected);
	free(name);
}

static void
begin_count(struct list *l)
{
	struct list_facets *f = l->facets;

	f->counted = list_copy_shown(l);
	f->count = collection_facet_count_new(get_collection(l),
	    l->class->facets[f->chooser.facet].facet, f->counted,
	    l->item_count);
}

/* What is narrowed to has to be known before it is counted. */
bool
list_facets_count(struct list *l)
{
	struct list_facets *f = l->facets;
	bool is_done = false;
	struct error err;

	if (!list_facets_is_choosing(l) || f->is_counted)
		return false;
	if (!f->count)
		begin_count(l);
	if (collection_facet_count_step(f->count, &is_done, &err) !=
	    STATUS_OK) {
		app_say_error(l->view->app, &err);
		is_done = true;
	}
	f->is_counted = is_done;
	if (is_done || f->slices++ >= f->next_slice) {
		take_values(f);
		f->next_slice = 2 * f->slices;
	}
	if (is_done)
		end_count(f);
	return !is_done;
}

static void
begin(void *owner, unsigned facet)
{
	struct list *l = owner;
	struct list_facets *f = l->facets;

	end_count(f);
	f->value_count = 0;
	f->slices = 0;
	f->next_slice = SECOND_VALUES;
	f->is_counted = facet >= l->class->facet_count;
	if (!list_is_sorting(l) && !list_is_looking(l))
		list_facets_count(l);
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
	return find_chosen(((const struct list *)owner)->facets, facet) >= 0;
}

static void
add_words(struct str *out, const struct list *l, const struct chosen *chosen)
{
	const struct list_facet *facet = &l->class->facets[chosen->facet];

	if (facet->before)
		str_add_text(out, facet->before);
	str_add_text(out, facet->title[0] ? chosen->title : facet->word);
}

static void
add_chosen_words(struct str *out, const void *owner, unsigned facet)
{
	const struct list *l = owner;
	int number = find_chosen(l->facets, facet);

	if (number >= 0)
		add_words(out, l, &l->facets->chosen[number]);
}

static uint32_t
count_values(bool *is_counted, const void *owner)
{
	const struct list *l = owner;

	*is_counted = l->facets->is_counted;
	return l->facets->value_count;
}

static uint64_t
add_value(struct str *out, const void *owner, uint32_t value)
{
	const struct list_facets *f = ((const struct list *)owner)->facets;
	const struct collection_facet_value *v = &f->values[value];

	str_add_text(out, v->title[0] ? v->title : v->name);
	return v->rows;
}

static const struct chooser_class chooser_class = {
	.get_facet = get_words,
	.has = has,
	.add_chosen = add_chosen_words,
	.begin = begin,
	.count_values = count_values,
	.add_value = add_value,
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
list_run_chooser(struct list *l, enum command command, int count)
{
	return l->facets && chooser_run(&l->facets->chooser, command, count);
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

/* ---- Title and place ---- */

void
list_facets_add_title(struct str *out, const struct list *l)
{
	for (unsigned i = 0; l->facets && i < l->facets->chosen_count; i++) {
		const struct chosen *chosen = &l->facets->chosen[i];
		const struct list_facet *f = &l->class->facets[chosen->facet];

		str_add_text(out, i > 0 || !f->before ? ", " : " ");
		add_words(out, l, chosen);
	}
}

/* What does not fit is left out: a part of a name would be another. */
void
list_facets_get_place(char *out, size_t size, const struct list *l)
{
	size_t len = 0;

	for (unsigned i = 0; l->facets && i < l->facets->chosen_count; i++) {
		const struct chosen *chosen = &l->facets->chosen[i];
		int more = snprintf(out + len, size - len, "%c%s\n",
		    l->class->facets[chosen->facet].key, chosen->name);

		if (more > 0 && (size_t)more < size - len)
			len += (size_t)more;
		out[len] = '\0';
	}
}

static void
restore_one(struct list *l, const char *line, size_t len)
{
	char name[PLACE_FACETS_SIZE];

	for (unsigned i = 0; len > 0 && i < l->class->facet_count; i++) {
		if (l->class->facets[i].key != line[0])
			continue;
		snprintf(name, sizeof name, "%.*s", (int)len - 1, line + 1);
		add_chosen(l, i, name);
	}
}

void
list_facets_init(struct list *l, const char *of_place)
{
	struct list_facets *f;

	if (l->class->facet_count == 0)
		return;
	f = l->facets = mem_alloc_array(1, sizeof *f);
	f->chooser = (struct chooser){ .class = &chooser_class,
		.owner = l,
		.facet_count = l->class->facet_count };
	while (*of_place) {
		size_t len = strcspn(of_place, "\n");

		restore_one(l, of_place, len);
		of_place += len + (of_place[len] == '\n');
	}
	begin_marking(l);
}

void
list_facets_clear(struct list *l)
{
	struct list_facets *f = l->facets;

	if (!f)
		return;
	end_count(f);
	while (f->chosen_count > 0)
		remove_chosen(f, 0);
	free_marks(f);
	arena_clear(&f->arena);
	free(f);
	l->facets = NULL;
}
