/* SPDX-License-Identifier: ISC */
#include "reader/records.h"

#include <stdlib.h>
#include <string.h>

/*
 * The citations of a record's statement, which come first; those of its
 * note are the editor's, and no part of what is stated.
 */
static uint32_t
count_of_statement(const struct page *page)
{
	int64_t statement = 0;
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->passage_count; i++) {
		if (page->passages[i].kind == PASSAGE_STATEMENT)
			statement = page->passages[i].id;
	}
	while (count < page->citation_count &&
	    page->citations[count].passage <= statement)
		count++;
	return count;
}

enum status
records_load_figure(struct figure_record *out, struct collection *c,
    const struct figure *f, struct arena *arena, struct error *err)
{
	struct page page;
	enum status status = collection_read_page(&page, c, RECORD_FIGURE,
	    f->id, arena, err);

	if (status)
		return status;
	*out = (struct figure_record){ *f, page.citations,
		count_of_statement(&page) };
	return STATUS_OK;
}

enum status
records_load_event(struct event_record *out, struct collection *c,
    const struct event *e, struct arena *arena, struct error *err)
{
	struct page page;
	enum status status = collection_read_page(&page, c, RECORD_EVENT, e->id,
	    arena, err);

	if (status)
		return status;
	*out = (struct event_record){ *e, page.citations,
		count_of_statement(&page) };
	return STATUS_OK;
}

enum status
records_load_disagreement(struct disagreement_record *out, struct collection *c,
    const struct disagreement *d, struct arena *arena, struct error *err)
{
	struct page page = { 0 };
	enum status status = STATUS_OK;

	/* Without a note there is nothing that could be cited. */
	if (d->note && *d->note)
		status = collection_read_page(&page, c, RECORD_DISAGREEMENT,
		    d->id, arena, err);
	if (status)
		return status;
	*out = (struct disagreement_record){ *d, page.citations,
		page.citation_count };
	return STATUS_OK;
}

enum status
records_load_measure(struct measure_record *out, struct collection *c,
    const struct measure *m, struct arena *arena, struct error *err)
{
	struct figure *figures;
	uint32_t count;
	enum status status = collection_list_figures(&figures, &count, c, m->id,
	    0, arena, err);

	if (status)
		return status;
	*out = (struct measure_record){ .measure = *m, .figure_count = count };
	out->figures = arena_alloc_array(arena, count, sizeof *out->figures);
	for (uint32_t i = 0; i < count; i++) {
		status = records_load_figure(&out->figures[i], c, &figures[i],
		    arena, err);
		if (status)
			return status;
	}
	return STATUS_OK;
}

/* The citations, of those of its passage, that touch the sentence. */
static void
fill_sentence(struct sentence_record *out, const struct passage *p,
    const struct sentence *s, const struct citation *citations, uint32_t count,
    struct arena *arena)
{
	struct citation *touching;
	uint32_t touching_count = 0;

	for (uint32_t i = 0; i < count; i++)
		touching_count += citation_touches(&citations[i], p->id, s->at,
		    s->len);
	touching = arena_alloc_array(arena, touching_count, sizeof *touching);
	*out = (struct sentence_record){ .text = arena_copy(arena,
					     p->text + s->at, s->len),
		.documents = s->documents,
		.origins = s->origins,
		.citations = touching,
		.citation_count = touching_count };
	for (uint32_t i = 0; i < count; i++) {
		if (citation_touches(&citations[i], p->id, s->at, s->len))
			*touching++ = citations[i];
	}
}

static void
fill_passage(struct passage_record *out, const struct passage *p,
    const struct citation *citations, uint32_t count, struct arena *arena)
{
	*out = (struct passage_record){ .id = p->id,
		.kind = p->kind,
		.level = p->level,
		.is_graphic = p->is_graphic,
		.text = p->text,
		.sentence_count = p->sentence_count };
	out->sentences = arena_alloc_array(arena, p->sentence_count,
	    sizeof *out->sentences);
	for (uint32_t i = 0; i < p->sentence_count; i++)
		fill_sentence(&out->sentences[i], p, &p->sentences[i],
		    citations, count, arena);
}

enum status
records_load_topic(struct topic_record *out, struct collection *c,
    const struct topic *t, struct arena *arena, struct error *err)
{
	struct page page;
	uint32_t first = 0;
	enum status status = collection_read_page(&page, c, RECORD_TOPIC, t->id,
	    arena, err);

	if (status)
		return status;
	*out = (struct topic_record){ .topic = *t,
		.passage_count = page.passage_count };
	out->passages = arena_alloc_array(arena, page.passage_count,
	    sizeof *out->passages);
	/* Citations run by passage, so each is looked at in its own alone. */
	for (uint32_t i = 0; i < page.passage_count; i++) {
		const struct passage *p = &page.passages[i];
		uint32_t end;

		while (first < page.citation_count &&
		    page.citations[first].passage < p->id)
			first++;
		end = first;
		while (end < page.citation_count &&
		    page.citations[end].passage == p->id)
			end++;
		fill_passage(&out->passages[i], p, page.citations + first,
		    end - first, arena);
		first = end;
	}
	return STATUS_OK;
}

static int
compare_citing(const struct citing *a, const struct citing *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	return strcmp(a->slug, b->slug);
}

/* Equal ones stay in the order of the list. */
static int
compare_places(const void *a, const void *b)
{
	const struct citing *const *x = a, *const *y = b;
	int order = compare_citing(*x, *y);

	return order ? order : (*x > *y) - (*x < *y);
}

enum status
records_list_citing(struct citing **out, uint32_t *count, struct collection *c,
    int64_t source, struct arena *arena, struct error *err)
{
	const struct citing **sorted;
	struct citing *all;
	uint32_t n, kept = 0;
	enum status status = collection_list_citing(&all, &n, c, source, arena,
	    err);

	if (status)
		return status;
	sorted = arena_alloc_array(arena, n, sizeof *sorted);
	for (uint32_t i = 0; i < n; i++)
		sorted[i] = &all[i];
	if (n > 0)
		qsort(sorted, n, sizeof *sorted, compare_places);
	/* Of those that are equal the first stays; the others get no slug. */
	for (uint32_t i = n; i-- > 1;) {
		if (compare_citing(sorted[i], sorted[i - 1]) == 0)
			all[sorted[i] - all].slug = NULL;
	}
	for (uint32_t i = 0; i < n; i++) {
		if (all[i].slug)
			all[kept++] = all[i];
	}
	*out = all;
	*count = kept;
	return STATUS_OK;
}

enum status
records_load_source(struct source_record *out, struct collection *c,
    const struct source *s, struct arena *arena, struct error *err)
{
	struct source_record record = { .source = *s };
	enum status status = collection_read_csl(&record.csl, c, s->id, arena,
	    err);

	if (!status)
		status = records_list_citing(&record.citing,
		    &record.citing_count, c, s->id, arena, err);
	if (status)
		return status;
	*out = record;
	return STATUS_OK;
}
