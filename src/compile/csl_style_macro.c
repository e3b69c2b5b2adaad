/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "csl_style_private.h"

/*
 * Macros are written before what uses them: each is added when all that it
 * calls stand, and meeting one that is being added is a circle.
 */
enum { NOT_ADDED, BEING_ADDED, ADDED };

static int
compare_macros(const void *left, const void *right)
{
	const struct csl_element *a = *(void *const *)left;
	const struct csl_element *b = *(void *const *)right;
	int order = strcmp(csl_style_get(a, "name"), csl_style_get(b, "name"));

	if (order == 0)
		order = (a->line > b->line) - (a->line < b->line);
	if (order == 0)
		order = (a->column > b->column) - (a->column < b->column);
	return order;
}

/* By name; of two with one name the first counts. */
static void
collect_macros(struct csl_style *s)
{
	uint32_t count = 0, kept = 0;

	for (struct csl_element *e = s->root->first; e; e = e->next) {
		if (e->kind != STYLE_MACRO)
			continue;
		if (csl_style_get(e, "name"))
			count++;
		else
			csl_style_say(s, DIAGNOSE_WARNING, e,
			    "<macro> has no name");
	}
	s->macros = arena_alloc_array(&s->arena, (size_t)count + 1,
	    sizeof(struct csl_element *));
	for (struct csl_element *e = s->root->first; e; e = e->next) {
		if (e->kind == STYLE_MACRO && csl_style_get(e, "name"))
			s->macros[s->macro_count++] = e;
	}
	qsort(s->macros, s->macro_count, sizeof *s->macros, compare_macros);
	for (uint32_t i = 0; i < s->macro_count; i++) {
		const char *name = csl_style_get(s->macros[i], "name");

		if (kept &&
		    strcmp(csl_style_get(s->macros[kept - 1], "name"), name) ==
			0)
			csl_style_say(s, DIAGNOSE_WARNING, s->macros[i],
			    "a second macro \"%s\"; the first one counts",
			    name);
		else
			s->macros[kept++] = s->macros[i];
	}
	s->macro_count = kept;
}

static int
compare_name(const void *name, const void *entry)
{
	const struct csl_element *macro = *(void *const *)entry;

	return strcmp(name, csl_style_get(macro, "name"));
}

static struct csl_element *
find(const struct csl_style *s, const char *name)
{
	struct csl_element **found = bsearch(name, s->macros, s->macro_count,
	    sizeof *s->macros, compare_name);

	return found ? *found : NULL;
}

const struct csl_element *
csl_style_find_macro(const struct csl_style *s, const char *name)
{
	const struct csl_element *macro = find(s, name);

	return macro && macro->state == ADDED ? macro : NULL;
}

const struct csl_element *
csl_style_walk(const struct csl_element *root, const struct csl_element *e)
{
	if (e->first)
		return e->first;
	while (e != root && !e->next)
		e = e->parent;
	return e == root ? NULL : e->next;
}

static bool
add_macro(struct csl_style *s, struct csl_element *macro, unsigned depth)
{
	macro->state = BEING_ADDED;
	for (const struct csl_element *e = macro; e;
	     e = csl_style_walk(macro, e)) {
		const char *name = csl_style_get(e, "macro");
		struct csl_element *called = name ? find(s, name) : NULL;

		if (!called || called->state == ADDED)
			continue;
		if (called->state == BEING_ADDED || depth == 0) {
			csl_style_say(s, DIAGNOSE_ERROR, e,
			    called->state == BEING_ADDED ?
				"the macro \"%s\" leads back to itself" :
				"the macro \"%s\" is called too deep within "
				"others",
			    name);
			return false;
		}
		if (!add_macro(s, called, depth - 1))
			return false;
	}
	csl_style_add_element(s, macro);
	macro->state = ADDED;
	return true;
}

bool
csl_style_add_macros(struct csl_style *s)
{
	collect_macros(s);
	for (uint32_t i = 0; i < s->macro_count; i++) {
		if (s->macros[i]->state == NOT_ADDED &&
		    !add_macro(s, s->macros[i], STYLE_CALLED_DEPTH_MAX))
			return false;
	}
	return true;
}
