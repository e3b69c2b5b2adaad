/* SPDX-License-Identifier: ISC */
#include "cited_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record_row.h"

struct cited_record {
	struct app *app;
	struct arena arena;
	struct page page;
	enum record_kind kind; /* RECORD_NONE: nothing is read */
	char slug[PLACE_SLUG_SIZE];
	bool is_read;
};

struct cited_record *
cited_record_new(struct app *app)
{
	struct cited_record *r = mem_alloc_array(1, sizeof *r);

	r->app = app;
	return r;
}

void
cited_record_free(struct cited_record *r)
{
	if (!r)
		return;
	arena_clear(&r->arena);
	free(r);
}

static void
read_page(struct cited_record *r)
{
	struct collection *c = app_get_session(r->app)->collection;
	struct error err;
	int64_t id = 0;
	enum status status = record_row_find(&id, c, r->kind, r->slug,
	    &r->arena, &err);

	if (!status)
		status = collection_read_page(&r->page, c, r->kind, id,
		    &r->arena, &err);
	if (status)
		app_say_error(r->app, &err);
	r->is_read = status == STATUS_OK;
}

static bool
find_passage(struct cited *out, const struct page *page, enum passage_kind kind,
    const char *what)
{
	for (uint32_t i = 0; i < page->passage_count; i++) {
		const struct passage *p = &page->passages[i];

		if (p->kind != kind)
			continue;
		*out = (struct cited){ .page = page,
			.passage = i,
			.len = p->len,
			.what = what };
		citation_count_origins(&out->documents, &out->origins,
		    page->citations, page->citation_count, p->id, 0, p->len);
		return true;
	}
	return false;
}

void
cited_record_find(struct cited *out, const struct page *page, const char *what)
{
	if (!find_passage(out, page, PASSAGE_STATEMENT, what))
		find_passage(out, page, PASSAGE_NOTE, what);
}

void
cited_record_get(struct cited_record *r, struct cited *out,
    enum record_kind kind, const char *slug)
{
	static const char *const whats[] = {
		[RECORD_FIGURE] = "this figure",
		[RECORD_EVENT] = "this event",
		[RECORD_DISAGREEMENT] = "this note",
	};

	*out = (struct cited){ 0 };
	if ((size_t)kind >= sizeof whats / sizeof *whats || !whats[kind])
		return;
	if (r->kind != kind || strcmp(r->slug, slug) != 0) {
		app_forget_cited(r->app);
		arena_reset(&r->arena);
		r->kind = kind;
		view_cut_text(r->slug, sizeof r->slug, slug);
		read_page(r);
	}
	if (r->is_read)
		cited_record_find(out, &r->page, whats[kind]);
}
