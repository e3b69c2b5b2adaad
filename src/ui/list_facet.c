/* SPDX-License-Identifier: ISC */
#include "list_facet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "list_facet_private.h"

/*
 * Facets that narrow a list, in the order in which they were chosen.  The
 * items that have all of them are marked in slices, a bit each.  A place
 * keeps them in lines, each a facet's letter and the value's name.
 */
enum {
	MARKED_AT_ONCE = 256, /* items; by eights */
	MARK_COST = 2         /* of one, as read_keys() of one is 1 */
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
mark_one(struct list *l, const struct list_chosen *chosen, uint32_t count)
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
	return MARK_COST * count * f->chosen_count;
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

int
list_facets_find(const struct list_facets *f, unsigned facet)
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
	int before = list_facets_find(f, facet);

	if (before >= 0)
		remove_chosen(f, (unsigned)before);
	if (f->chosen_count == LIST_CHOSEN_LIMIT)
		return;
	f->chosen[f->chosen_count++] = (struct list_chosen){ .facet = facet,
		.name = mem_copy_text(name),
		.title = copy_title(l, facet, name) };
}

static void
change(struct list *l, bool are_fewer)
{
	if (l->wanted == LIST_WANTS_SAME && l->shown > 0)
		l->wanted = list_get_selected(l);
	l->is_of_place = false;
	begin_marking(l);
	list_begin_filter_again(l, are_fewer);
	list_begin_work(l);
}

void
list_facets_narrow(struct list *l, unsigned facet, const char *name)
{
	bool is_new = list_facets_find(l->facets, facet) < 0;

	add_chosen(l, facet, name);
	change(l, is_new);
}

void
list_facets_drop(struct list *l, unsigned facet)
{
	struct list_facets *f = l->facets;

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
	list_facets_drop(l,
	    l->facets->chosen[l->facets->chosen_count - 1].facet);
}

/* ---- Title and place ---- */

void
list_facets_add_words(struct str *out, const struct list *l,
    const struct list_chosen *chosen)
{
	const struct list_facet *facet = &l->class->facets[chosen->facet];

	if (!chosen->name[0])
		str_add_format(out, "%s %s", facet->word, LIST_NOT_GIVEN);
	else if (!facet->title[0])
		str_add_text(out, facet->word);
	else
		str_add_format(out, "%s%s", facet->before ? facet->before : "",
		    chosen->title);
}

void
list_facets_add_title(struct str *out, const struct list *l)
{
	for (unsigned i = 0; l->facets && i < l->facets->chosen_count; i++) {
		const struct list_chosen *chosen = &l->facets->chosen[i];
		const struct list_facet *f = &l->class->facets[chosen->facet];
		bool is_joined = i == 0 && f->before && chosen->name[0];

		str_add_text(out, is_joined ? " " : ", ");
		list_facets_add_words(out, l, chosen);
	}
}

/* What does not fit is left out: a part of a name would be another. */
void
list_facets_get_place(char *out, size_t size, const struct list *l)
{
	size_t len = 0;

	for (unsigned i = 0; l->facets && i < l->facets->chosen_count; i++) {
		const struct list_chosen *chosen = &l->facets->chosen[i];
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
	f->chooser = (struct chooser){ .class = &list_facets_class,
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
	list_facets_end_count(f);
	while (f->chosen_count > 0)
		remove_chosen(f, 0);
	free_marks(f);
	arena_clear(&f->arena);
	free(f);
	l->facets = NULL;
}
