/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "disagreement_name.h"
#include "graphic.h"
#include "record_view.h"
#include "views.h"

/* One disagreement, with what cannot all hold, and the note on why. */
struct view_disagreement {
	struct record_view record;
	struct disagreement disagreement;
};

enum { INDENT = 2 };

static void
add_kind(struct view_page *p, const struct disagreement *d)
{
	struct str text;

	str_init(&text, 0);
	str_add_text(&text, p->is_utf8 ? "\u2260 " : "!= ");
	str_add_text(&text, disagreement_get_words(d->kind));
	view_page_add_text(p, ROLE_TITLE, 0, text.data);
	str_clear(&text);
	if (d->is_computed)
		view_page_add_text(p, ROLE_DIM, 0,
		    d->period_unknown ?
			"Found by computing; a period is not known." :
			"Found by computing.");
}

/* Who states it, of a figure. */
static const char *
find_document(struct view_page *p, const struct disagreement_member *m)
{
	const char *document = NULL;
	struct error err;

	if (m->kind == RECORD_FIGURE &&
	    collection_find_document(&document,
		app_get_session(p->view->app)->collection, m->record, &p->arena,
		&err) != STATUS_OK)
		app_say_error(p->view->app, &err);
	return document;
}

static void
add_member(struct view_page *p, const struct disagreement_member *m)
{
	struct link link = { .kind = m->kind, .slug = m->slug };
	const char *document = find_document(p, m);
	struct str text;

	str_init(&text, 0);
	str_add_format(&text, "%s: ", record_get_name(m->kind));
	graphic_add(&text, p->view->app, m->is_graphic,
	    m->title ? m->title : m->slug);
	view_page_add_link(p, INDENT, text.data, &link);
	p->items[p->item_count - 1].is_disputed = true;
	if (document)
		view_page_add_item_text(p, ROLE_DIM, 2 * INDENT,
		    p->item_count - 1, document);
	str_clear(&text);
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_disagreement *view = (struct view_disagreement *)v;
	const struct disagreement *d = &view->disagreement;

	add_kind(p, d);
	if (d->measure_title) {
		struct link link = { .kind = RECORD_MEASURE,
			.slug = d->measure };

		view_page_add_field_link(p, "Measure", d->measure_title, &link);
	}
	view_page_add_blank(p);
	for (uint32_t i = 0; i < d->member_count; i++)
		add_member(p, &d->members[i]);
	record_view_add_passages(p, &view->record, PASSAGE_NOTE);
}

static const char *
copy_name(struct arena *arena, const struct disagreement *d)
{
	const char *copy;
	struct str name;

	str_init(&name, 0);
	disagreement_name_add(&name, d);
	copy = arena_copy(arena, name.data, name.len);
	str_clear(&name);
	return copy;
}

static enum status
open_disagreement(struct view **out, struct app *app,
    const struct reader_place *at, struct error *err)
{
	struct view_disagreement *view = record_view_new(
	    &view_disagreement_class, app, RECORD_DISAGREEMENT, sizeof *view);
	struct record_view *r = &view->record;
	struct disagreement *d = &view->disagreement;
	enum status status = disagreement_name_find(d,
	    app_get_session(app)->collection, at->slug, &r->arena, err);

	if (!status) {
		r->slug = copy_name(&r->arena, d);
		r->title = disagreement_get_words(d->kind);
		r->measure = d->measure;
		r->what = "this note";
		r->kind_title = "Disagreement";
		status = record_view_read(r, d->id, err);
	}
	view_page_init(&r->lines, &r->view, build, at, true);
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_SEARCH_HERE, COMMAND_LINK_NEXT, COMMAND_COMPARE, COMMAND_UP,
	COMMAND_BACK, COMMAND_CITATIONS, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_disagreement_class = {
	.place = PLACE_DISAGREEMENT,
	.name = "disagreement",
	.has_citations = true,
	.open = open_disagreement,
	.close = record_view_close,
	.draw = record_view_draw,
	.idle = record_view_idle,
	.run = record_view_run,
	.get_place = record_view_get_place,
	.get_cited = record_view_get_cited,
	.click = record_view_click,
	.get_title = record_view_get_title,
	.get_way = record_view_get_way,
	.get_position = record_view_get_position,
	.find = record_view_find,
	.get_passed = record_view_get_passed,
	.get_passage = record_view_get_passage,
	.hints = hints,
	.has_effect = record_view_has_effect,
};
