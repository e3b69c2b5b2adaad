/* SPDX-License-Identifier: ISC */
#include "emit_parts.h"

#include <string.h>

#include "base/str.h"

/*
 * A chain on its way to its rows: resolved to sources, numbered, its origin
 * found, those it cites counted.
 */

/* Equal chains of a record share the number that the first one got. */
static uint32_t
number_chain(struct emitter *e, struct names *numbers,
    const struct chain *chain)
{
	struct str text;
	int64_t number;

	str_init(&text, 0);
	chain_add_canonical(&text, chain);
	number = names_find(numbers, 0, text.data, text.len);
	if (!number) {
		number = (int64_t)numbers->count + 1;
		names_add(numbers, &e->draft->scratch, 0, text.data, text.len,
		    number);
	}
	str_clear(&text);
	return (uint32_t)number;
}

static int64_t
resolve_step(struct emitter *e, const struct emit_text *t,
    const struct chain *chain, uint32_t i)
{
	struct draft *draft = e->draft;
	const char *key = chain->steps[i].key;
	int64_t id = draft_find(draft, RECORD_SOURCE, key, strlen(key));
	const char *near;

	if (id || draft->is_partial[RECORD_SOURCE])
		return id;
	near = names_find_nearest(&draft->names, RECORD_SOURCE, key,
	    strlen(key));
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR,
	    line_table_find(t->lines, t->file, chain->step_at[i]),
	    "\"@%s\" is no source%s%s%s", key, near ? " (did you mean \"@" : "",
	    near ? near : "", near ? "\"?)" : "");
	return 0;
}

/* The row of each step's source; false where one is not known. */
static bool
resolve_steps(struct emitter *e, const struct emit_text *t,
    const struct chain *chain, int64_t *sources)
{
	bool all = true;

	for (uint32_t i = 0; i < chain->step_count; i++) {
		sources[i] = 0;
		if (!chain->steps[i].key)
			continue;
		sources[i] = resolve_step(e, t, chain, i);
		if (!sources[i])
			all = false;
	}
	return all;
}

static enum status
put_origin(int64_t *out, struct emitter *e, int64_t source, int64_t document,
    const char *text, struct error *err)
{
	*out = e->next_origin++;
	if (!e->writer)
		return STATUS_OK;
	return collection_writer_put_origin(e->writer, source, document, text,
	    err);
}

/* A source that is a root is an origin once and for all. */
static enum status
find_source_origin(int64_t *out, struct emitter *e, int64_t root,
    struct error *err)
{
	struct draft_source *source = &e->draft->sources[root - 1];
	enum status status = STATUS_OK;

	if (!source->origin)
		status = put_origin(&source->origin, e, root, 0, NULL, err);
	*out = source->origin;
	return status;
}

/* A credit that has no record is an origin for each document. */
static enum status
find_text_origin(int64_t *out, struct emitter *e, int64_t document,
    const char *text, struct error *err)
{
	struct names *origins = &e->draft->origins;
	size_t len = strlen(text);
	enum status status;

	*out = names_find(origins, (int)document, text, len);
	if (*out)
		return STATUS_OK;
	status = put_origin(out, e, 0, document, text, err);
	names_add(origins, &e->draft->arena, (int)document, text, len, *out);
	return status;
}

/*
 * The origin of a chain is its last credited-to or identified-as step, or
 * its first where there is none, copies and institutions followed; a credit
 * without a record is an origin for each document that gives it, copies
 * followed: two documents of one institution may mean different people.
 */
static enum status
resolve_origin(struct citation *citation, struct emitter *e,
    const struct chain *chain, const int64_t *sources, struct error *err)
{
	struct draft_source *all = e->draft->sources;
	uint32_t last = 0;
	int64_t root;

	for (uint32_t i = 1; i < chain->step_count; i++) {
		if (chain->steps[i].role == STEP_CREDITED_TO ||
		    chain->steps[i].role == STEP_IDENTIFIED_AS)
			last = i;
	}
	citation->document = sources[0];
	if (!sources[last])
		return find_text_origin(&citation->origin, e,
		    all[sources[0] - 1].original, chain->steps[last].text, err);
	root = all[sources[last] - 1].root;
	all[root - 1].origin_of++;
	return find_source_origin(&citation->origin, e, root, err);
}

static void
count_citing(struct emitter *e, const int64_t *sources, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		bool is_new = sources[i] != 0;

		for (uint32_t j = 0; j < i; j++) {
			if (sources[j] == sources[i])
				is_new = false;
		}
		if (is_new)
			e->draft->sources[sources[i] - 1].cited_by++;
	}
}

enum status
emit_put_chain(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct chain *chain, uint32_t from,
    uint32_t at, struct error *err)
{
	struct draft *draft = e->draft;
	int64_t *sources = arena_alloc_array(&draft->scratch, chain->step_count,
	    sizeof *sources);
	struct citation *c = &parts->citations[parts->citation_count];
	enum status status;

	draft_lint_chain(draft, chain, t->file, t->lines);
	if (!resolve_steps(e, t, chain, sources))
		return STATUS_OK;
	*c = (struct citation){
		.number = number_chain(e, t->numbers, chain),
		.passage = e->next_passage,
		.at = from,
		.len = at - from,
		.steps = chain->steps,
		.step_count = chain->step_count,
	};
	status = resolve_origin(c, e, chain, sources, err);
	if (status)
		return status;
	count_citing(e, sources, chain->step_count);
	parts->citation_count++;
	parts->spans[parts->span_count++] = (struct span){
		.at = at,
		.kind = SPAN_CITATION,
		.target = (uint32_t)e->next_citation++,
	};
	draft->counts.citations++;
	draft->counts.steps += chain->step_count;
	if (!e->writer)
		return STATUS_OK;
	return collection_writer_put_citation(e->writer, c, sources, err);
}
