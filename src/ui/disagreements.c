/* SPDX-License-Identifier: ISC */
#include "disagreements.h"

#include <string.h>

#include "graphic.h"

enum { INDENT = 2, MOST = 200 };

enum status
disagreements_read(struct disagreements *out, struct app *app,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err)
{
	struct collection *c = app_get_session(app)->collection;
	enum status status = collection_list_some_disagreements_of(&out->all,
	    &out->count, &out->are_more, c, kind, id, MOST, arena, err);

	if (status)
		return status;
	out->notes = arena_alloc_array(arena, out->count, sizeof *out->notes);
	for (uint32_t i = 0; i < out->count && !status; i++) {
		if (out->all[i].note[0])
			status = collection_read_page(&out->notes[i], c,
			    RECORD_DISAGREEMENT, out->all[i].id, arena, err);
	}
	return status;
}

/* "≠ other year (found by computing; a period is not known)" */
static void
add_kind(struct view_page *p, const struct disagreement *d)
{
	struct str text;

	str_init(&text, 1024);
	str_add_text(&text, p->is_utf8 ? "\u2260 " : "!= ");
	for (const char *c = d->kind; *c; c++)
		str_add_char(&text, *c == '-' ? ' ' : *c);
	if (d->is_computed)
		str_add_text(&text,
		    d->period_unknown ?
			" (found by computing; a period is not known)" :
			" (found by computing)");
	view_page_add_text(p, ROLE_DISPUTED, 0, text.data);
	str_clear(&text);
}

static void
add_member(struct view_page *p, const struct disagreement_member *m)
{
	struct link link = { .kind = m->kind, .slug = m->slug };
	struct str text;

	str_init(&text, 0);
	graphic_add(&text, p->view->app, m->is_graphic,
	    m->title ? m->title : m->slug);
	view_page_add_link(p, INDENT, text.data, &link);
	p->items[p->item_count - 1].is_disputed = true;
	str_clear(&text);
}

void
disagreements_add(struct view_page *p, const struct disagreements *d,
    const char *heading, enum record_kind kind, const char *slug)
{
	if (d->count > 0)
		view_page_add_heading(p, heading);
	for (uint32_t i = 0; i < d->count; i++) {
		const struct disagreement *one = &d->all[i];

		view_page_add_blank(p);
		add_kind(p, one);
		for (uint32_t j = 0; j < one->member_count; j++) {
			const struct disagreement_member *m = &one->members[j];

			if (m->kind != kind || strcmp(m->slug, slug) != 0)
				add_member(p, m);
		}
		for (uint32_t j = 0; j < d->notes[i].passage_count; j++)
			view_page_add_passage(p, &d->notes[i], j, false,
			    "this note");
	}
	if (d->are_more) {
		view_page_add_blank(p);
		view_page_add_text(p, ROLE_DIM, 0,
		    "There are more: `ibid disagreements` lists them all.");
	}
}
