/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * Topics in reading order: the tree is made of what each says of its parent,
 * cut where that leads round or too deep, and walked depth first.
 */
enum { TREE_DEPTH_LIMIT = 32 };

/* What qsort() cannot be told otherwise. */
struct sibling {
	double position;
	const char *slug;
	size_t parent; /* SIZE_MAX: top level, last */
	size_t index;
};

static int
compare_siblings(const void *a, const void *b)
{
	const struct sibling *x = a, *y = b;

	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	if (x->position < y->position || x->position > y->position)
		return x->position < y->position ? -1 : 1;
	return strcmp(x->slug, y->slug);
}

static void
find_parent(struct draft *draft, struct draft_topic *topic)
{
	const char *slug = topic->t.parent_slug;
	const char *near;
	int64_t id;

	if (!slug)
		return;
	id = draft_find(draft, RECORD_TOPIC, slug, strlen(slug));
	if (id) {
		topic->parent_index = (size_t)id - 1;
		return;
	}
	near = names_find_nearest(&draft->names, RECORD_TOPIC, slug,
	    strlen(slug));
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->parent_place,
	    "parent \"%s\" is no topic%s%s%s", slug,
	    near ? " (did you mean \"" : "", near ? near : "",
	    near ? "\"?)" : "");
	topic->t.parent_slug = NULL;
}

static void
cut(struct draft *draft, size_t index, const char *why)
{
	struct draft_topic *topic = &draft->topics[index];

	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, topic->parent_place,
	    "\"%s\" %s", topic->t.slug, why);
	topic->parent_index = SIZE_MAX;
	topic->t.parent_slug = NULL;
}

/*
 * Cuts each cycle at one of its members.  A way up leaves its number at the
 * topics that no way came by before; to meet it again is a cycle.
 */
static void
cut_cycles(struct draft *draft)
{
	size_t count = draft->topic_count;
	size_t *way = mem_alloc_array(count, sizeof *way);

	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at != SIZE_MAX && !way[at];
		     at = draft->topics[at].parent_index)
			way[at] = i + 1;
		if (at != SIZE_MAX && way[at] == i + 1)
			cut(draft, at, "is an ancestor of itself");
	}
	free(way);
}

/* Cuts a way up that does not end within the limit. */
static void
cut_depth(struct draft *draft, size_t index)
{
	size_t up = draft->topics[index].parent_index;

	for (int depth = 0; up != SIZE_MAX; depth++) {
		if (depth >= TREE_DEPTH_LIMIT) {
			cut(draft, index, "stands too deep in the tree");
			return;
		}
		up = draft->topics[up].parent_index;
	}
}

struct walk {
	struct draft *draft;
	const struct sibling *siblings;
	size_t count;
	size_t *first_child; /* of each topic, into siblings */
	struct draft_topic *ordered;
	size_t done;
};

/* Depth first; the depth was limited when cycles were cut. */
static void
place_children(struct walk *w, size_t first, size_t parent, int64_t parent_id,
    int depth)
{
	for (size_t i = first; i < w->count && w->siblings[i].parent == parent;
	     i++) {
		size_t index = w->siblings[i].index;
		struct draft_topic *t = &w->ordered[w->done];

		*t = w->draft->topics[index];
		t->t.id = (int64_t)++w->done;
		t->t.parent = parent_id;
		t->t.depth = depth;
		place_children(w, w->first_child[index], index, t->t.id,
		    depth + 1);
		t->t.last = (int64_t)w->done;
	}
}

/* Row ids follow the reading order, so the names are given anew. */
static void
rename_topics(struct draft *draft)
{
	for (size_t i = 0; i < draft->topic_count; i++) {
		const struct topic *t = &draft->topics[i].t;

		names_set(&draft->names, RECORD_TOPIC, t->slug, strlen(t->slug),
		    t->id);
	}
}

void
draft_order_topics(struct draft *draft)
{
	size_t count = draft->topic_count;
	struct sibling *siblings = mem_alloc_array(count, sizeof *siblings);
	struct walk walk = { .draft = draft, .count = count };
	size_t top = count;

	for (size_t i = 0; i < count; i++)
		find_parent(draft, &draft->topics[i]);
	cut_cycles(draft);
	for (size_t i = 0; i < count; i++) {
		const struct draft_topic *t = &draft->topics[i];

		cut_depth(draft, i);
		siblings[i] = (struct sibling){ t->position, t->t.slug,
			t->parent_index, i };
	}
	qsort(siblings, count, sizeof *siblings, compare_siblings);
	walk.siblings = siblings;
	walk.first_child = mem_alloc_array(count, sizeof *walk.first_child);
	for (size_t i = 0; i < count; i++)
		walk.first_child[i] = count;
	for (size_t i = count; i-- > 0;) {
		if (siblings[i].parent == SIZE_MAX)
			top = i;
		else
			walk.first_child[siblings[i].parent] = i;
	}
	walk.ordered = arena_alloc_array(&draft->arena, count,
	    sizeof *walk.ordered);
	place_children(&walk, top, SIZE_MAX, 0, 0);
	draft->topics = walk.ordered;
	rename_topics(draft);
	free(walk.first_child);
	free(siblings);
}
