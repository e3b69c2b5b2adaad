/* SPDX-License-Identifier: ISC */
#include "emit_parts.h"

#include <stdlib.h>
#include <string.h>

/*
 * From read text to rows: links resolved, marks put among the spans,
 * documents and origins counted for each sentence.
 */

enum status
emit_put_groups(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct markdown_passage *mp,
    struct error *err)
{
	for (uint32_t i = 0; i < mp->mark_count; i++) {
		const struct markdown_mark *m = &mp->marks[i];

		for (uint32_t j = 0; j < m->group->chain_count; j++) {
			enum status status = emit_put_chain(parts, e, t,
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

uint32_t
emit_count_chains(const struct markdown_passage *mp)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < mp->mark_count; i++)
		count += mp->marks[i].group->chain_count;
	return count;
}

void
emit_start_parts(struct parts *parts, struct emitter *e,
    const struct emit_text *t, const struct markdown_passage *mp,
    uint32_t chains)
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

enum status
emit_finish_passage(struct parts *parts, struct emitter *e,
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

enum status
emit_put_links(struct emitter *e, struct emit_text *t,
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
	enum status status = emit_put_links(e, t, result, err);

	for (uint32_t i = 0; !status && i < result->passage_count; i++) {
		struct markdown_passage *mp = &result->passages[i];
		struct parts parts;

		if (!t->is_headless)
			draft_lint_passage(e->draft, mp, t->file, t->lines);
		emit_start_parts(&parts, e, t, mp, emit_count_chains(mp));
		status = emit_put_groups(&parts, e, t, mp, err);
		if (!status)
			status = emit_finish_passage(&parts, e, t, &mp->p, err);
	}
	return status;
}
