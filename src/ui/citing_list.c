/* SPDX-License-Identifier: ISC */
#include "citing_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graphic.h"

enum {
	RECORD_INDENT = 1,
	MARK_INDENT = 3,
	LOOKED_BACK = 200,
	AT_ONCE = 256, /* places */
	MOST = 10000
};

/* ---- Reading ---- */

static void
take(struct citing_list *list, const struct citing *some, uint32_t count)
{
	if (list->count + count > list->cap) {
		list->cap = 2 * (list->count + count);
		list->all = mem_resize_array(list->all, list->cap,
		    sizeof *list->all);
		list->items = mem_resize_array(list->items, list->cap,
		    sizeof *list->items);
	}
	if (count > 0)
		memcpy(list->all + list->count, some, count * sizeof *some);
	for (uint32_t i = 0; i < count; i++)
		list->items[list->count + i] = -1;
	list->count += count;
}

static enum status
read_some(struct citing_list *list, struct app *app, struct error *err)
{
	struct citing *some = NULL;
	uint32_t count = 0;
	int64_t after = list->count > 0 ? list->all[list->count - 1].citation :
					  0;
	enum status status = collection_list_citing_from(&some, &count,
	    app_get_session(app)->collection, list->source, after, AT_ONCE,
	    &list->arena, err);

	if (!status)
		take(list, some, count);
	list->is_read = status || count == 0 || list->count >= MOST;
	return status;
}

enum status
citing_list_open(struct citing_list *out, struct app *app, int64_t source,
    struct error *err)
{
	*out = (struct citing_list){ .source = source };
	return read_some(out, app, err);
}

void
citing_list_close(struct citing_list *list)
{
	arena_clear(&list->arena);
	free(list->all);
	free(list->items);
}

/* ---- Lines ---- */

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

/*
 * A topic, which begins before first where some of its marks were added, and
 * below it its marks, each with a line of its own.
 */
static void
add_topic(struct view_page *p, struct citing_list *list, uint32_t begin,
    uint32_t first, uint32_t end)
{
	const struct citing *c = &list->all[first];
	struct link link = { .kind = c->kind, .slug = c->slug };
	struct str text;

	if (first == begin)
		view_page_add_link(p, RECORD_INDENT,
		    c->title ? c->title : c->slug, &link);
	str_init(&text, 64);
	for (uint32_t i = first; i < end; i++) {
		c = &list->all[i];
		if (is_told(list, begin, i))
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

/* Where the record of a place begins and ends, among those read. */
static uint32_t
find_begin(const struct citing_list *list, uint32_t at)
{
	uint32_t begin = at;

	while (begin > 0 && at - begin < LOOKED_BACK &&
	    is_same_record(&list->all[at], &list->all[begin - 1]))
		begin--;
	return begin;
}

static uint32_t
find_end(const struct citing_list *list, uint32_t at)
{
	uint32_t end = at;

	while (end < list->count && end - at < AT_ONCE &&
	    is_same_record(&list->all[at], &list->all[end]))
		end++;
	return end;
}

static void
add_citing(struct view_page *p, struct citing_list *list, uint32_t end)
{
	uint32_t first = list->added;
	const struct citing *c = &list->all[first];

	if (first == 0 || list->all[first - 1].kind != c->kind)
		view_page_add_text(p, ROLE_DIM, 0, get_kind_heading(c->kind));
	if (c->kind == RECORD_TOPIC)
		add_topic(p, list, find_begin(list, first), first, end);
	else
		add_record(p, list, first, end);
	list->added = end;
}

void
citing_list_restart(struct citing_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		list->items[i] = -1;
	list->added = 0;
}

bool
citing_list_add(struct view_page *p, struct citing_list *list)
{
	uint32_t first = list->added;
	struct error err;

	if (list->count - list->added < AT_ONCE && !list->is_read &&
	    read_some(list, p->view->app, &err) != STATUS_OK)
		app_say_error(p->view->app, &err);
	while (list->added < list->count && list->added - first < AT_ONCE) {
		uint32_t end = find_end(list, list->added);

		/* There may be more of it. */
		if (end == list->count && !list->is_read &&
		    end - list->added < AT_ONCE)
			break;
		add_citing(p, list, end);
	}
	if (!list->is_read || list->added < list->count)
		return true;
	if (list->count >= MOST)
		view_page_add_text(p, ROLE_DIM, 0,
		    "There are more: `ibid show` lists them all.");
	return false;
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

	/* Passages of a topic are numbered one after the other. */
	if (collection_find_topic(&t, c, citing->slug, &arena, &err) ==
		STATUS_OK &&
	    collection_read_topic_part(&page, c, t.id, 0, &arena, &err) ==
		STATUS_OK &&
	    page.passage_count > 0 && citing->passage >= page.passages[0].id &&
	    citing->passage - page.passages[0].id < t.passages) {
		out->passage = (uint32_t)(citing->passage -
		    page.passages[0].id);
		if (collection_read_topic_part(&page, c, t.id, out->passage,
			&arena, &err) != STATUS_OK)
			page.citation_count = 0;
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
