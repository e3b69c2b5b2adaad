/* SPDX-License-Identifier: ISC */
#include "citing_list.h"

#include <stdlib.h>
#include <string.h>

#include "graphic.h"

enum { RECORD_INDENT = 1, MARK_INDENT = 3, LOOKED_BACK = 200 };

enum status
citing_list_read(struct citing_list *out, struct app *app, int64_t source,
    struct arena *arena, struct error *err)
{
	enum status status = collection_list_citing(&out->all, &out->count,
	    app_get_session(app)->collection, source, arena, err);

	if (!status)
		out->items = arena_alloc_array(arena, out->count,
		    sizeof *out->items);
	return status;
}

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
is_told(const struct citing_list *list, uint32_t first, uint32_t at)
{
	const struct citing *c = &list->all[at];

	if (at - first > LOOKED_BACK)
		first = at - LOOKED_BACK;
	for (uint32_t i = first; i < at; i++) {
		if (list->all[i].number == c->number &&
		    list->all[i].role == c->role)
			return true;
	}
	return false;
}

/* A topic, and below it its marks, each with a line of its own. */
static void
add_topic(struct view_page *p, struct citing_list *list, uint32_t first,
    uint32_t end)
{
	const struct citing *c = &list->all[first];
	struct link link = { .kind = c->kind, .slug = c->slug };
	struct str text;

	view_page_add_link(p, RECORD_INDENT, c->title ? c->title : c->slug,
	    &link);
	str_init(&text, 64);
	for (uint32_t i = first; i < end; i++) {
		c = &list->all[i];
		if (is_told(list, first, i))
			continue;
		str_reset(&text);
		str_add_format(&text, "[%u] %s", c->number,
		    get_role_text(c->role));
		list->items[i] = view_page_add_item(p, &link, true);
		view_page_add_item_text(p, ROLE_DIM, MARK_INDENT,
		    list->items[i], text.data);
	}
	str_clear(&text);
}

/* A figure or event, and how it is told by the source. */
static void
add_record(struct view_page *p, struct citing_list *list, uint32_t first,
    uint32_t end)
{
	const struct citing *c = &list->all[first];
	struct link link = { .kind = c->kind, .slug = c->slug };
	const char *title = c->title ? c->title : c->slug;
	unsigned told = 0;
	struct str text;

	str_init(&text, 0);
	if (c->kind == RECORD_DISAGREEMENT)
		str_add_format(&text, "a note on what disagrees: %s", title);
	else
		graphic_add(&text, p->view->app, c->is_graphic, title);
	for (uint32_t i = first; i < end; i++) {
		unsigned role = 1u << list->all[i].role;

		if (!(told & role))
			str_add_format(&text, "%s%s", told ? ", " : " \u2014 ",
			    get_role_text(list->all[i].role));
		told |= role;
	}
	view_page_add_link(p, RECORD_INDENT, text.data, &link);
	list->items[first] = p->item_count - 1;
	str_clear(&text);
}

/* One record; returns where the next begins. */
static uint32_t
add_citing(struct view_page *p, struct citing_list *list, uint32_t first)
{
	const struct citing *c = &list->all[first];
	uint32_t end = first;

	while (end < list->count && is_same_record(c, &list->all[end]))
		end++;
	if (first == 0 || list->all[first - 1].kind != c->kind)
		view_page_add_text(p, ROLE_DIM, 0, get_kind_heading(c->kind));
	if (c->kind == RECORD_TOPIC)
		add_topic(p, list, first, end);
	else
		add_record(p, list, first, end);
	return end;
}

void
citing_list_add(struct view_page *p, struct citing_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		list->items[i] = -1;
	for (uint32_t i = 0; i < list->count;)
		i = add_citing(p, list, i);
}

/* ---- Going there ---- */

static const struct citing *
find_item(const struct citing_list *list, int item)
{
	for (uint32_t i = 0; i < list->count; i++) {
		if (list->items[i] == item)
			return &list->all[i];
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

bool
citing_list_go(const struct citing_list *list, struct app *app, int item)
{
	const struct citing *citing = item >= 0 ? find_item(list, item) : NULL;

	if (!citing)
		return false;
	go_to_citing(app, citing);
	return true;
}
