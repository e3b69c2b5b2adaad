/* SPDX-License-Identifier: ISC */
#include "emit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

/*
 * From read text to rows: links resolved, chains resolved to sources and
 * numbered, origins found, marks put among the spans, documents and origins
 * counted for each sentence.
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

/* Citations and spans of one passage while they are put together. */
struct parts {
	struct citation *citations;
	uint32_t citation_count;
	struct span *spans;
	uint32_t span_count;
};

/* Writes one chain over a range of the passage that comes next. */
static enum status
put_chain(struct parts *parts, struct emitter *e, const struct emit_text *t,
    const struct chain *chain, uint32_t from, uint32_t at, struct error *err)
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

static enum status
put_groups(struct parts *parts, struct emitter *e, const struct emit_text *t,
    const struct markdown_passage *mp, struct error *err)
{
	for (uint32_t i = 0; i < mp->mark_count; i++) {
		const struct markdown_mark *m = &mp->marks[i];

		for (uint32_t j = 0; j < m->group->chain_count; j++) {
			enum status status = put_chain(parts, e, t,
			    &m->group->chains[j], m->from, m->at, err);

			if (status)
				return status;
		}
	}
	return STATUS_OK;
}

/* By place; a mark closes what stands before it; the outer comes first. */
static int
compare_spans(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	bool x_mark = x->kind == SPAN_CITATION;
	bool y_mark = y->kind == SPAN_CITATION;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x_mark != y_mark)
		return x_mark ? -1 : 1;
	if (x->len != y->len)
		return x->len > y->len ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->target < y->target ? -1 : x->target > y->target;
}

static uint32_t
count_chains(const struct markdown_passage *mp)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < mp->mark_count; i++)
		count += mp->marks[i].group->chain_count;
	return count;
}

static void
start_parts(struct parts *parts, struct emitter *e, const struct emit_text *t,
    const struct markdown_passage *mp, uint32_t chains)
{
	struct arena *scratch = &e->draft->scratch;
	uint32_t count = mp->p.span_count + chains;

	*parts = (struct parts){
		.citations = arena_alloc_array(scratch, chains,
		    sizeof *parts->citations),
		.spans = arena_alloc_array(scratch, count,
		    sizeof *parts->spans),
	};
	for (uint32_t i = 0; i < mp->p.span_count; i++) {
		struct span span = mp->p.spans[i];

		if (span.kind == SPAN_LINK) {
			if (!t->links[span.target])
				continue; /* in error, and said */
			span.target = (uint32_t)t->links[span.target];
		}
		parts->spans[parts->span_count++] = span;
	}
}

static enum status
finish_passage(struct parts *parts, struct emitter *e,
    const struct emit_text *t, struct passage *p, struct error *err)
{
	int64_t id;

	if (parts->span_count)
		qsort(parts->spans, parts->span_count, sizeof *parts->spans,
		    compare_spans);
	p->spans = parts->spans;
	p->span_count = parts->span_count;
	for (uint32_t i = 0; i < p->sentence_count; i++) {
		struct sentence *s = &p->sentences[i];

		citation_count_origins(&s->documents, &s->origins,
		    parts->citations, parts->citation_count, e->next_passage,
		    s->at, s->len);
	}
	e->draft->counts.passages++;
	e->draft->counts.sentences += p->sentence_count;
	e->next_passage++;
	if (!e->writer)
		return STATUS_OK;
	return collection_writer_put_passage(&id, e->writer, t->owner, p, err);
}

static bool
is_url(const char *target)
{
	return strncmp(target, "https://", 8) == 0 ||
	    strncmp(target, "http://", 7) == 0;
}

static enum status
put_link(int64_t *row, struct emitter *e, const struct emit_text *t,
    const struct markdown_link *link, struct error *err)
{
	struct draft *draft = e->draft;
	struct passage_owner to = { RECORD_NONE, 0 };
	const char *url = link->destination;

	*row = 0;
	if (link->is_faulty)
		return STATUS_OK;
	if (!is_url(link->destination)) {
		struct draft_member target;

		url = NULL;
		if (!draft_resolve(&target, draft, link->destination,
			strlen(link->destination),
			line_table_find(t->lines, t->file, link->source_at)))
			return STATUS_OK;
		to = (struct passage_owner){ target.kind, target.record };
		if (to.kind == RECORD_SOURCE)
			draft->sources[to.record - 1].is_linked = true;
	}
	*row = e->next_link++;
	draft->counts.links++;
	if (!e->writer)
		return STATUS_OK;
	return collection_writer_put_link(e->writer, t->owner, to, url, err);
}

static enum status
put_links(struct emitter *e, struct emit_text *t,
    const struct markdown_result *result, struct error *err)
{
	t->links = arena_alloc_array(&e->draft->scratch, result->link_count,
	    sizeof *t->links);
	for (uint32_t i = 0; i < result->link_count; i++) {
		enum status status = put_link(&t->links[i], e, t,
		    &result->links[i], err);

		if (status)
			return status;
	}
	return STATUS_OK;
}

enum status
emit_markdown(struct emitter *e, struct emit_text *t,
    struct markdown_result *result, struct error *err)
{
	enum status status = put_links(e, t, result, err);

	for (uint32_t i = 0; !status && i < result->passage_count; i++) {
		struct markdown_passage *mp = &result->passages[i];
		struct parts parts;

		draft_lint_passage(e->draft, mp, t->file, t->lines);
		start_parts(&parts, e, t, mp, count_chains(mp));
		status = put_groups(&parts, e, t, mp, err);
		if (!status)
			status = finish_passage(&parts, e, t, &mp->p, err);
	}
	return status;
}

static void
start_cell_lines(struct line_table *lines, const char *text, size_t len,
    struct place place)
{
	line_table_init(lines, text, len, place.line);
	lines->first_column = place.column;
}

/* Says where something other than citations stands in their cell. */
static void
check_between(struct emitter *e, const struct csv_field *field,
    const struct line_table *lines, const struct chain_group *groups,
    size_t count)
{
	size_t at = 0;

	for (size_t i = 0; i <= count; i++) {
		size_t end = i < count ? groups[i].at : field->len;
		size_t blank = strspn(field->text + at, " \t\n");

		if (at + blank < end) {
			diagnose_add(e->draft->diagnose, DIAGNOSE_ERROR,
			    line_table_find(lines, field->place.file,
				at + blank),
			    "expected citations, as [@key, p. 1 <- @other]");
			return;
		}
		if (i < count)
			at = groups[i].at + groups[i].len;
	}
}

/* The chains of a cell that holds nothing else, over the whole passage. */
static enum status
put_cell_chains(struct parts *parts, struct emitter *e,
    const struct emit_text *text, const struct chain_group *groups,
    size_t count, uint32_t len, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct chain_group *g = &groups[i];

		if (g->error)
			diagnose_add(e->draft->diagnose, DIAGNOSE_ERROR,
			    line_table_find(text->lines, text->file,
				g->error_at),
			    "%s", g->error);
		for (uint32_t j = 0; !g->error && j < g->chain_count; j++) {
			enum status status = put_chain(parts, e, text,
			    &g->chains[j], 0, len, err);

			if (status)
				return status;
		}
	}
	return STATUS_OK;
}

static uint32_t
count_group_chains(const struct chain_group *groups, size_t count)
{
	uint32_t chains = 0;

	for (size_t i = 0; i < count; i++)
		chains += groups[i].chain_count;
	return chains;
}

static enum status
put_cell_passage(struct emit_counts *counts, struct emitter *e,
    struct emit_text *t, struct markdown_passage *mp,
    const struct csv_field *citations, struct error *err)
{
	struct line_table lines;
	struct emit_text cell = *t;
	struct chain_group *groups = NULL;
	struct parts parts;
	size_t count = 0;
	enum status status;

	if (citations)
		count = chain_find_all(&groups, citations->text, citations->len,
		    &e->draft->scratch);
	start_parts(&parts, e, t, mp,
	    count_chains(mp) + count_group_chains(groups, count));
	status = put_groups(&parts, e, t, mp, err);
	if (!status && citations) {
		start_cell_lines(&lines, citations->text, citations->len,
		    citations->place);
		cell.lines = &lines;
		cell.file = citations->place.file;
		check_between(e, citations, &lines, groups, count);
		status = put_cell_chains(&parts, e, &cell, groups, count,
		    mp->p.len, err);
		line_table_clear(&lines);
	}
	if (counts)
		citation_count_origins(&counts->documents, &counts->origins,
		    parts.citations, parts.citation_count, e->next_passage, 0,
		    mp->p.len);
	return status ? status : finish_passage(&parts, e, t, &mp->p, err);
}

enum status
emit_cell(int64_t *id, struct emit_counts *counts, struct emitter *e,
    const struct emit_cell *cell, struct error *err)
{
	struct draft *draft = e->draft;
	struct line_table lines;
	struct emit_text t = { cell->owner, cell->text->place.file, &lines,
		cell->numbers, NULL };
	struct markdown_options options = { t.file, draft->language, true };
	struct markdown_result result = { 0 };
	enum status status = STATUS_OK;

	*id = 0;
	if (counts)
		*counts = (struct emit_counts){ 0 };
	start_cell_lines(&lines, cell->text->text, cell->text->len,
	    cell->text->place);
	markdown_read(&result, cell->text->text, cell->text->len, &lines,
	    &options, draft->diagnose, &draft->scratch);
	if (result.passage_count > 1)
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, cell->text->place,
		    "longer than 8 KB, which is the most of a passage");
	if (result.passage_count != 1)
		goto done;
	status = put_links(e, &t, &result, err);
	if (status)
		goto done;
	*id = e->next_passage;
	result.passages[0].p.kind = cell->kind;
	result.passages[0].p.is_graphic |= cell->is_graphic;
	status = put_cell_passage(counts, e, &t, &result.passages[0],
	    cell->citations, err);
done:
	line_table_clear(&lines);
	return status;
}
