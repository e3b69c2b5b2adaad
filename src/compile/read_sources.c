/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

static int
compare_sources(const void *a, const void *b)
{
	const struct draft_source *x = a, *y = b;

	return strcmp(x->item.key, y->item.key);
}

static int64_t
find_source(struct draft *draft, const struct draft_source *from,
    const char *what, const char *key)
{
	const char *near;
	int64_t id;

	if (!key)
		return 0;
	id = draft_find(draft, RECORD_SOURCE, key, strlen(key));
	if (id) {
		draft->sources[id - 1].is_linked = true;
		return id;
	}
	if (draft->is_partial[RECORD_SOURCE])
		return 0;
	near = names_find_nearest(&draft->names, RECORD_SOURCE, key,
	    strlen(key));
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, from->item.place,
	    "%s of \"%s\" is \"%s\", which is no source%s%s%s", what,
	    from->item.key, key, near ? " (did you mean \"" : "",
	    near ? near : "", near ? "\"?)" : "");
	return 0;
}

/* The end of the way over copies, then institutions; 0 on a circle. */
static int64_t
find_root(const struct draft *draft, int64_t id)
{
	for (size_t i = 0; i <= draft->source_count; i++) {
		const struct draft_source *s = &draft->sources[id - 1];

		if (s->copy_of)
			id = s->copy_of;
		else if (s->institution)
			id = s->institution;
		else
			return id;
	}
	return 0;
}

/* The end of the way over copies alone. */
static int64_t
find_original(const struct draft *draft, int64_t id)
{
	for (size_t i = 0; i <= draft->source_count; i++) {
		int64_t next = draft->sources[id - 1].copy_of;

		if (!next)
			break;
		id = next;
	}
	return id;
}

void
draft_read_sources(struct draft *draft)
{
	struct csl_item *items = NULL;
	uint32_t count = 0;
	const char *text;
	size_t len;
	enum status status;

	status = draft_read_text(&text, &len, draft, "sources.json",
	    &draft->arena);
	draft->is_partial[RECORD_SOURCE] = status == STATUS_FOUND_FAULTS;
	if (status)
		return;
	if (!csl_json_read(&items, &count, text, len, "sources.json",
		draft->diagnose, &draft->arena))
		draft->is_partial[RECORD_SOURCE] = true;
	draft->sources = arena_alloc_array(&draft->arena, count,
	    sizeof *draft->sources);
	for (uint32_t i = 0; i < count; i++)
		draft->sources[i].item = items[i];
	if (count)
		qsort(draft->sources, count, sizeof *draft->sources,
		    compare_sources);
	/* One that is there twice keeps its row, and the run fails. */
	draft->source_count = count;
	for (uint32_t i = 0; i < count; i++)
		draft_register(draft, RECORD_SOURCE, draft->sources[i].item.key,
		    (int64_t)i + 1, draft->sources[i].item.place);
	for (uint32_t i = 0; i < count; i++) {
		struct draft_source *s = &draft->sources[i];

		s->copy_of = find_source(draft, s, "copy_of", s->item.copy_of);
		s->institution = find_source(draft, s, "institution",
		    s->item.institution);
	}
	for (uint32_t i = 0; i < count; i++) {
		struct draft_source *s = &draft->sources[i];

		s->original = find_original(draft, (int64_t)i + 1);
		s->root = find_root(draft, (int64_t)i + 1);
		if (s->root)
			continue;
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, s->item.place,
		    "copies and institutions of \"%s\" run in a circle",
		    s->item.key);
		s->root = (int64_t)i + 1;
	}
}
