/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "citing_list.h"
#include "reader/references.h"
#include "record_view.h"
#include "views.h"
#include "wording.h"

/*
 * A source: its fields, then every place that cites it and through which
 * step, record by record.
 */
struct view_source {
	struct record_view record;
	struct source source;
	struct citing_list citing;
	const char *copy_title, *institution_title;
};

static void
add_variable(struct view_page *p, const struct passage *passage)
{
	struct str label;

	if (!passage->field || strcmp(passage->field, "title") == 0)
		return;
	str_init(&label, 64);
	wording_add_label(&label, passage->field);
	view_page_set_passage(p, passage);
	if (strcmp(passage->field, "URL") == 0) {
		struct link link = { .url = passage->text };

		view_page_add_field_link(p, "URL", passage->text, &link);
	} else {
		view_page_add_field(p, label.data,
		    wording_get_text(passage->field, passage->text));
	}
	str_clear(&label);
}

/* The title, or the name of one that has none, is the page's. */
static void
add_title(struct view_page *p, const struct view_source *view)
{
	const struct page *page = &view->record.page;

	for (uint32_t i = 0; i < page->passage_count; i++) {
		const struct passage *passage = &page->passages[i];

		if (passage->field && strcmp(passage->field, "title") == 0)
			view_page_set_passage(p, passage);
	}
	view_page_add_text(p, ROLE_TITLE, 0, view->source.title);
}

static bool
is_url(const char *text)
{
	return strncmp(text, "http://", 7) == 0 ||
	    strncmp(text, "https://", 8) == 0;
}

static void
add_source_link(struct view_page *p, const char *label, const char *key,
    const char *title)
{
	struct link link = { .kind = RECORD_SOURCE, .slug = key };

	if (key)
		view_page_add_field_link(p, label, title ? title : key, &link);
}

static void
add_fields(struct view_page *p, const struct view_source *view)
{
	const struct source *s = &view->source;
	const struct page *page = &view->record.page;
	struct link found = { .url = s->found_at };

	view_page_add_field(p, "Kind", s->kind);
	for (uint32_t i = 0; i < page->passage_count; i++)
		add_variable(p, &page->passages[i]);
	view_page_add_field(p, "Key", s->key);
	view_page_add_field(p, "Certainty",
	    wording_get_text("certainty", s->certainty));
	if (is_url(s->found_at))
		view_page_add_field_link(p, "Found at", s->found_at, &found);
	else
		view_page_add_field(p, "Found at", s->found_at);
	add_source_link(p, "Copy of", s->copy_of, view->copy_title);
	add_source_link(p, "Institution", s->institution,
	    view->institution_title);
}

static void
add_counts(struct view_page *p, const struct view_source *view)
{
	const struct source *s = &view->source;
	struct str text;

	str_init(&text, 128);
	str_add_format(&text, "Cited %u time%s", s->cited_by,
	    s->cited_by == 1 ? "" : "s");
	if (s->origin_of > 0)
		str_add_format(&text, ", the origin of %u", s->origin_of);
	view_page_add_heading(p, text.data);
	str_clear(&text);
}

/* In the reader's style; only a publication has a reference. */
static void
add_words(struct view_page *p, const struct view_source *view)
{
	struct app *app = view->record.view.app;
	struct references *r = app_get_references(app);
	const char *key = view->source.key;
	const struct csl_item *item;
	struct rich words;
	struct error err;

	if (references_set_sources(r, &key, 1, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	item = references_get_item(r, 0);
	if (!item || item->type == CSL_TYPE_NONE)
		return;
	rich_init(&words);
	references_add_entry(&words, r, 0);
	view_page_add_field_words(p, "Reference", &words);
	rich_reset(&words);
	references_add_chain(&words, r, 0);
	view_page_add_field_words(p,
	    references_are_notes(r) ? "Note" : "In text", &words);
	rich_clear(&words);
	if (p->line_count > 0)
		view_page_add_blank(p);
}

static const char *
get_source(const struct view *v, struct arena *arena)
{
	(void)arena;
	return ((const struct view_source *)v)->source.key;
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_source *view = (struct view_source *)v;

	add_title(p, view);
	view_page_add_blank(p);
	add_words(p, view);
	add_fields(p, view);
	add_counts(p, view);
	citing_list_restart(&view->citing);
}

static bool
add_more(struct view_page *p, struct view *v)
{
	return citing_list_add(p, &((struct view_source *)v)->citing);
}

static void
close_source(struct view *v)
{
	citing_list_close(&((struct view_source *)v)->citing);
	record_view_close(v);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_source *view = (struct view_source *)v;

	if (command == COMMAND_OPEN &&
	    citing_list_go(&view->citing, v->app, view->record.lines.selected))
		return VIEW_DONE;
	return record_view_run(v, command, count);
}

/* ---- Opening ---- */

static enum status
read_label(const char **out, struct view_source *view, const char *key,
    struct error *err)
{
	struct source s;
	enum status status;

	if (!key)
		return STATUS_OK;
	status = collection_find_source(&s,
	    app_get_session(view->record.view.app)->collection, key,
	    &view->record.arena, err);
	if (!status)
		*out = s.label[0] ? s.label : s.key;
	return status;
}

static const char *
find_field(const struct page *page, const char *name)
{
	for (uint32_t i = 0; i < page->passage_count; i++) {
		const struct passage *p = &page->passages[i];

		if (p->field && strcmp(p->field, name) == 0)
			return p->text;
	}
	return NULL;
}

/* Of the record, of its DOI, or where a copy was found. */
static void
choose_url(struct view_source *view)
{
	struct record_view *r = &view->record;
	const char *url = find_field(&r->page, "URL");
	const char *doi = find_field(&r->page, "DOI");
	struct str text;

	if (!url && doi) {
		str_init(&text, 0);
		str_add_format(&text, "https://doi.org/%s", doi);
		url = arena_copy(&r->arena, text.data, text.len);
		str_clear(&text);
	}
	if (!url && is_url(view->source.found_at))
		url = view->source.found_at;
	r->url = url;
}

static enum status
read_source(struct view_source *view, struct error *err)
{
	struct record_view *r = &view->record;
	const struct source *s = &view->source;
	enum status status = citing_list_open(&view->citing, r->view.app, s->id,
	    err);

	if (!status)
		status = read_label(&view->copy_title, view, s->copy_of, err);
	if (!status)
		status = read_label(&view->institution_title, view,
		    s->institution, err);
	return status;
}

static enum status
open_source(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_source *view = record_view_new(&view_source_class, app,
	    RECORD_SOURCE, sizeof *view);
	struct record_view *r = &view->record;
	struct source *s = &view->source;
	enum status status = collection_find_source(s,
	    app_get_session(app)->collection, at->slug, &r->arena, err);

	if (!status) {
		r->slug = s->key;
		r->title = s->label[0] ? s->label : s->title;
		r->what = "this source";
		status = record_view_read(r, s->id, err);
	}
	if (!status)
		status = read_source(view, err);
	if (!status)
		choose_url(view);
	view_page_init(&r->lines, &r->view, build, at, false);
	r->lines.add_more = add_more;
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_SEARCH_HERE, COMMAND_COPY, COMMAND_STYLE, COMMAND_LINK_NEXT,
	COMMAND_OPEN_OUTSIDE, COMMAND_UP, COMMAND_BACK, COMMAND_HELP,
	COMMAND_NONE };

const struct view_class view_source_class = {
	.place = PLACE_SOURCE,
	.name = "source",
	.open = open_source,
	.close = close_source,
	.draw = record_view_draw,
	.idle = record_view_idle,
	.run = run,
	.get_place = record_view_get_place,
	.click = record_view_click,
	.get_source = get_source,
	.get_title = record_view_get_title,
	.get_position = record_view_get_position,
	.find = record_view_find,
	.get_passed = record_view_get_passed,
	.get_passage = record_view_get_passage,
	.hints = hints,
	.has_effect = record_view_has_effect,
};
