/* SPDX-License-Identifier: ISC */
#include "app_subject.h"

#include <string.h>

#include "app_private.h"
#include "base/mem.h"

/* Chains of one sentence: more are not copied in one. */
enum { CHAIN_LIMIT = 200 };

static enum status
add_chain(struct app_subject *s, struct app *app, const struct citation *from,
    struct error *err)
{
	struct citation *chain = &s->chains[s->chain_count];

	for (uint32_t i = 0; i < s->chain_count; i++) {
		if (s->chains[i].number == from->number)
			return STATUS_OK;
	}
	*chain = *from;
	s->chain_count++;
	if (chain->step_count > 0)
		return STATUS_OK;
	return collection_read_steps(chain, app->session->collection, &s->arena,
	    err);
}

static enum status
read_cited(struct app_subject *s, struct app *app, const struct cited *cited,
    struct error *err)
{
	const struct page *page = cited->page;
	const struct passage *p = &page->passages[cited->passage];
	enum status status = STATUS_OK;

	s->text = p->text + cited->at;
	s->len = cited->len;
	s->is_quotation = p->kind == PASSAGE_QUOTATION;
	for (uint32_t i = 0; !status && i < page->citation_count &&
	     s->chain_count < CHAIN_LIMIT;
	     i++) {
		if (citation_touches(&page->citations[i], p->id, cited->at,
			cited->len))
			status = add_chain(s, app, &page->citations[i], err);
	}
	return status;
}

enum status
app_subject_read(struct app_subject *out, struct app *app, struct error *err)
{
	const struct view_class *class = app->view->class;
	struct citation chain;
	struct cited cited = { 0 };
	enum status status = STATUS_OK;

	*out = (struct app_subject){ 0 };
	out->chains = arena_alloc_array(&out->arena, CHAIN_LIMIT,
	    sizeof *out->chains);
	if (class->get_cited)
		class->get_cited(app->view, &cited);
	if (class->get_source)
		out->key = class->get_source(app->view, &out->arena);
	if (cited.page && !out->key)
		status = read_cited(out, app, &cited, err);
	if (app->focus == PANE_CITATIONS) {
		out->chain_count = 0;
		if (!status &&
		    citations_get_selected(app->citations, &chain, &out->step))
			status = add_chain(out, app, &chain, err);
	}
	return status;
}

void
app_subject_clear(struct app_subject *s)
{
	arena_clear(&s->arena);
}

enum status
app_subject_set(const struct app_subject *s, struct references *r,
    struct error *err)
{
	if (s->key)
		return references_set_sources(r, &s->key, 1, err);
	if (s->chain_count == 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "Nothing is cited under the cursor.");
	return references_set_chains(r, s->chains, s->chain_count,
	    s->is_quotation, err);
}
