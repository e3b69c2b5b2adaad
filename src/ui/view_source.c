/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "graphic.h"
#include "record_view.h"
#include "views.h"

/*
 * A source: its fields, then every place that cites it and through which
 * step, record by record.
 */
enum { RECORD_INDENT = 1, MARK_INDENT = 3, LOOKED_BACK = 200 };

struct view_source {
	struct record_view record;
	struct source source;
	struct citing *citing;
	int *items; /* of each in the lines, -1: none of its own */
	uint32_t count;
	const char *copy_title, *institution_title;
};

/* "container-title" as "Container title" */
static void
add_variable(struct view_page *p, const struct passage *passage)
{
	struct str label;

	if (!passage->field || strcmp(passage->field, "title") == 0)
		return;
	str_init(&label, 64);
	for (const char *c = passage->field; *c; c++) {
		if (c == passage->field && *c >= 'a' && *c <= 'z')
			str_add_char(&label, (char)(*c - 'a' + 'A'));
		else
			str_add_char(&label, *c == '-' ? ' ' : *c);
	}
	if (strcmp(passage->field, "URL") == 0) {
		struct link link = { .url = passage->text };

		view_page_add_field_link(p, "URL", passage->text, &link);
	} else {
		view_page_add_field(p, label.data, passage->text);
	}
	str_clear(&label);
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
	view_page_add_field(p, "Certainty", s->certainty);
	if (is_url(s->found_at))
		view_page_add_field_link(p, "Found at", s->found_at, &found);
	else
		view_page_add_field(p, "Found at", s->found_at);
	add_source_link(p, "Copy of", s->copy_of, view->copy_title);
	add_source_link(p, "Institution", s->institution,
	    view->institution_title);
}

/* ---- Cited by ---- */

static const char *
get_role_text(int role)
{
	switch ((enum step_role)role) {
	case STEP_STATED_IN:
		return "stated in it";
	case STEP_CREDITED_TO:
		return "credited to it";
	case STEP_IDENTIFIED_AS:
		return "identified as it";
	case STEP_SPOKEN_BY:
		return "spoken by it";
	}
	return "";
}

static bool
is_same_record(const struct citing *a, const struct citing *b)
{
	return a->kind == b->kind && strcmp(a->slug, b->slug) == 0;
}

static const char *
get_kind_heading(enum record_kind kind)
{
	static const char *const headings[] = { "", "Topics", "Figures",
		"Sources", "Events", "Measures", "Disagreements" };

	return headings[kind];
}

/* Marks that were told of before: equal chains share a number. */
static bool
is_told(const struct view_source *view, uint32_t first, uint32_t at)
{
	const struct citing *c = &view->citing[at];

	if (at - first > LOOKED_BACK)
		first = at - LOOKED_BACK;
	for (uint32_t i = first; i < at; i++) {
		if (view->citing[i].number == c->number &&
		    view->citing[i].role == c->role)
			return true;
	}
	return false;
}

/* A topic, and below it its marks, each with a line of its own. */
static void
add_topic(struct view_page *p, struct view_source *view, uint32_t first,
    uint32_t end)
{
	const struct citing *c = &view->citing[first];
	struct link link = { .kind = c->kind, .slug = c->slug };
	struct str text;

	view_page_add_link(p, RECORD_INDENT, c->title ? c->title : c->slug,
	    &link);
	str_init(&text, 64);
	for (uint32_t i = first; i < end; i++) {
		c = &view->citing[i];
		if (is_told(view, first, i))
			continue;
		str_reset(&text);
		str_add_format(&text, "[%u] %s", c->number,
		    get_role_text(c->role));
		view->items[i] = view_page_add_item(p, &link, true);
		view_page_add_item_text(p, ROLE_DIM, MARK_INDENT,
		    view->items[i], text.data);
	}
	str_clear(&text);
}

/* A figure or event, and how it is told by the source. */
static void
add_record(struct view_page *p, struct view_source *view, uint32_t first,
    uint32_t end)
{
	const struct citing *c = &view->citing[first];
	struct link link = { .kind = c->kind, .slug = c->slug };
	const char *title = c->title ? c->title : c->slug;
	unsigned told = 0;
	struct str text;

	str_init(&text, 0);
	if (c->kind == RECORD_DISAGREEMENT)
		str_add_format(&text, "a note on what disagrees: %s", title);
	else
		graphic_add_title(&text, view->record.view.app, c->kind,
		    c->slug, title);
	for (uint32_t i = first; i < end; i++) {
		unsigned role = 1u << view->citing[i].role;

		if (!(told & role))
			str_add_format(&text, "%s%s", told ? ", " : " \u2014 ",
			    get_role_text(view->citing[i].role));
		told |= role;
	}
	view_page_add_link(p, RECORD_INDENT, text.data, &link);
	view->items[first] = p->item_count - 1;
	str_clear(&text);
}

/* One record; returns where the next begins. */
static uint32_t
add_citing(struct view_page *p, struct view_source *view, uint32_t first)
{
	const struct citing *c = &view->citing[first];
	uint32_t end = first;

	while (end < view->count && is_same_record(c, &view->citing[end]))
		end++;
	if (first == 0 || view->citing[first - 1].kind != c->kind)
		view_page_add_text(p, ROLE_DIM, 0, get_kind_heading(c->kind));
	if (c->kind == RECORD_TOPIC)
		add_topic(p, view, first, end);
	else
		add_record(p, view, first, end);
	return end;
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

static void
build(struct view_page *p, struct view *v)
{
	struct view_source *view = (struct view_source *)v;

	view_page_add_text(p, ROLE_TITLE, 0, view->source.title);
	view_page_add_blank(p);
	add_fields(p, view);
	add_counts(p, view);
	for (uint32_t i = 0; i < view->count; i++)
		view->items[i] = -1;
	for (uint32_t i = 0; i < view->count;)
		i = add_citing(p, view, i);
}

/* ---- Going there ---- */

static const struct citing *
find_selected(const struct view_source *view)
{
	for (uint32_t i = 0; i < view->count; i++) {
		if (view->items[i] == view->record.lines.selected)
			return &view->citing[i];
	}
	return NULL;
}

/* The sentence of a topic that has the citation. */
static void
find_sentence(struct reader_place *out, struct collection *c,
    const struct citing *citing)
{
	struct arena arena = { 0 };
	struct topic t;
	struct page page = { 0 };
	struct error err;

	if (collection_find_topic(&t, c, citing->slug, &arena, &err) ==
		STATUS_OK &&
	    collection_read_page(&page, c, RECORD_TOPIC, t.id, &arena, &err) ==
		STATUS_OK) {
		for (uint32_t i = 0; i < page.passage_count; i++) {
			if (page.passages[i].id == citing->passage)
				out->passage = i;
		}
		for (uint32_t i = 0; i < page.citation_count; i++) {
			if (page.citations[i].id == citing->citation)
				out->at = page.citations[i].at;
		}
	}
	arena_clear(&arena);
}

static void
go_to_disagreement(struct app *app, const char *number)
{
	struct arena arena = { 0 };
	struct disagreement d;
	struct error err;

	if (collection_get_disagreement(&d, app_get_session(app)->collection,
		strtoll(number, NULL, 10), &arena, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (d.member_count > 0)
		app_go_record(app, d.members[0].kind, d.members[0].slug);
	arena_clear(&arena);
}

static void
go_to_citing(struct app *app, const struct citing *citing)
{
	struct reader_place place = { .view = PLACE_TOPIC };

	if (citing->kind == RECORD_DISAGREEMENT) {
		go_to_disagreement(app, citing->slug);
		return;
	}
	if (citing->kind != RECORD_TOPIC) {
		app_go_record(app, citing->kind, citing->slug);
		return;
	}
	view_cut_text(place.slug, sizeof place.slug, citing->slug);
	find_sentence(&place, app_get_session(app)->collection, citing);
	app_go(app, &place);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_source *view = (struct view_source *)v;
	const struct citing *citing = NULL;

	if (command == COMMAND_OPEN && view->record.lines.selected >= 0)
		citing = find_selected(view);
	if (!citing)
		return record_view_run(v, command, count);
	go_to_citing(v->app, citing);
	return VIEW_DONE;
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
	enum status status = collection_list_citing(&view->citing, &view->count,
	    app_get_session(r->view.app)->collection, s->id, &r->arena, err);

	if (!status)
		status = read_label(&view->copy_title, view, s->copy_of, err);
	if (!status)
		status = read_label(&view->institution_title, view,
		    s->institution, err);
	view->items = arena_alloc_array(&r->arena, status ? 0 : view->count,
	    sizeof *view->items);
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
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_LINK_NEXT,
	COMMAND_OPEN_OUTSIDE, COMMAND_UP, COMMAND_BACK, COMMAND_HELP,
	COMMAND_NONE };

const struct view_class view_source_class = {
	.place = PLACE_SOURCE,
	.name = "source",
	.open = open_source,
	.close = record_view_close,
	.draw = record_view_draw,
	.run = run,
	.get_place = record_view_get_place,
	.click = record_view_click,
	.get_title = record_view_get_title,
	.get_position = record_view_get_position,
	.hints = hints,
};
