/* SPDX-License-Identifier: ISC */
#include "record_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graphic.h"

void *
record_view_new(const struct view_class *class, struct app *app,
    enum record_kind kind, size_t size_bytes)
{
	struct record_view *r = mem_alloc_array(1, size_bytes);

	r->view = (struct view){ class, app };
	r->kind = kind;
	r->slug = r->title = "";
	r->what = "this text";
	r->behind = cited_record_new(app);
	r->lines.selected = -1;
	return r;
}

void
record_view_close(struct view *v)
{
	struct record_view *r = (struct record_view *)v;

	view_page_clear(&r->lines);
	cited_record_free(r->behind);
	arena_clear(&r->arena);
	free(r);
}

static enum status
read_topic_title(struct record_view *r, struct error *err)
{
	struct topic t;
	enum status status;

	if (!r->topic || !r->topic[0])
		return STATUS_OK;
	status = collection_find_topic(&t,
	    app_get_session(r->view.app)->collection, r->topic, &r->arena, err);
	if (!status)
		r->topic_title = t.title;
	return status;
}

static void
make_way(struct record_view *r)
{
	const char *kind = r->kind_title ? r->kind_title : r->title;
	struct str way;

	str_init(&way, 0);
	if (r->topic_title)
		str_add_format(&way, "%s \u203A ", r->topic_title);
	str_add_text(&way, kind);
	r->way = arena_copy(&r->arena, way.data, way.len);
	str_clear(&way);
}

enum status
record_view_read(struct record_view *r, int64_t id, struct error *err)
{
	struct collection *c = app_get_session(r->view.app)->collection;
	enum status status = collection_read_page(&r->page, c, r->kind, id,
	    &r->arena, err);

	if (!status && r->kind != RECORD_MEASURE)
		status = disagreements_read(&r->disagreements, r->view.app,
		    r->kind, id, &r->arena, err);
	if (!status)
		status = read_topic_title(r, err);
	if (!status)
		make_way(r);
	return status;
}

enum status
record_view_finish(struct view **out, struct record_view *r, enum status status)
{
	if (status)
		r->view.class->close(&r->view);
	else
		*out = &r->view;
	return status;
}

/* Whoever opens a record of which nothing is shown sees a line to unfold. */
static bool
is_folded(const struct record_view *r)
{
	return !r->is_unfolded && graphic_is_folded(r->view.app, r->is_graphic);
}

void
record_view_add_passages(struct view_page *p, const struct record_view *r,
    enum passage_kind kind)
{
	for (uint32_t i = 0; i < r->page.passage_count; i++) {
		if (r->page.passages[i].kind != kind)
			continue;
		if (kind == PASSAGE_NOTE)
			view_page_add_blank(p);
		view_page_add_passage(p, &r->page, i, is_folded(r),
		    kind == PASSAGE_NOTE ? "this note" : r->what);
	}
}

void
record_view_set_passage(struct view_page *p, const struct record_view *r,
    enum passage_kind kind)
{
	for (uint32_t i = 0; i < r->page.passage_count; i++) {
		if (r->page.passages[i].kind == kind) {
			view_page_set_passage(p, &r->page.passages[i]);
			return;
		}
	}
}

void
record_view_add_topic(struct view_page *p, const struct record_view *r)
{
	struct link link = { .kind = RECORD_TOPIC, .slug = r->topic };

	if (r->topic_title)
		view_page_add_field_link(p, "Topic", r->topic_title, &link);
}

void
record_view_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	view_page_draw(&((struct record_view *)v)->lines, canvas, area,
	    is_focused);
}

/* Into its list, where it is the selected row. */
static void
go_list(struct record_view *r)
{
	static const enum place_view lists[] = {
		[RECORD_FIGURE] = PLACE_FIGURES,
		[RECORD_SOURCE] = PLACE_SOURCES,
		[RECORD_EVENT] = PLACE_EVENTS,
		[RECORD_MEASURE] = PLACE_FIGURES,
		[RECORD_DISAGREEMENT] = PLACE_DISAGREEMENTS,
	};
	struct reader_place place = { .view = lists[r->kind] };

	view_cut_text(place.item, sizeof place.item, r->slug);
	app_go(r->view.app, &place);
}

/* A figure belongs to its measure, a measure or event to its topic. */
static void
go_up(struct record_view *r)
{
	if (r->measure && r->measure[0])
		app_go_measure(r->view.app, r->measure, r->slug);
	else if (r->topic && r->topic[0])
		app_go_record(r->view.app, RECORD_TOPIC, r->topic);
	else
		go_list(r);
}

static enum view_result
open_outside(struct record_view *r)
{
	const struct page_item *item = view_page_get_item(&r->lines);

	if (item && item->link.url)
		app_browse(r->view.app, item->link.url);
	else if (r->url)
		app_browse(r->view.app, r->url);
	else
		return VIEW_IGNORED;
	return VIEW_DONE;
}

enum view_result
record_view_run(struct view *v, enum command command, int count)
{
	struct record_view *r = (struct record_view *)v;

	switch (command) {
	case COMMAND_UP:
		go_up(r);
		return VIEW_DONE;
	case COMMAND_COMPARE:
		if (!r->measure)
			return VIEW_IGNORED;
		app_go_measure(r->view.app, r->measure, r->slug);
		return VIEW_DONE;
	case COMMAND_OPEN_OUTSIDE:
		return open_outside(r);
	case COMMAND_FOLD:
		if (!graphic_is_folded(v->app, r->is_graphic))
			return VIEW_IGNORED;
		r->is_unfolded = !r->is_unfolded;
		view_page_change(&r->lines);
		return VIEW_DONE;
	default:
		return view_page_run(&r->lines, command, count);
	}
}

bool
record_view_idle(struct view *v)
{
	return view_page_idle(&((struct record_view *)v)->lines);
}

bool
record_view_has_effect(const struct view *v, enum command command)
{
	const struct record_view *r = (const struct record_view *)v;
	const struct page_item *item = view_page_get_item(&r->lines);

	if (command == COMMAND_COMPARE)
		return r->measure && r->measure[0];
	if (command == COMMAND_OPEN_OUTSIDE)
		return (r->url || (item && item->link.url)) &&
		    !app_get_session(v->app)->settings.is_secure;
	return view_page_has_effect(&r->lines, command);
}

void
record_view_get_place(const struct view *v, struct reader_place *out)
{
	const struct record_view *r = (const struct record_view *)v;

	view_cut_text(out->slug, sizeof out->slug, r->slug);
	view_page_get_place(&r->lines, out);
}

/* The sentence or record that is selected, else the record's statement. */
void
record_view_get_cited(const struct view *v, struct cited *out)
{
	const struct record_view *r = (const struct record_view *)v;
	const struct page_item *item = view_page_get_item(&r->lines);

	if (item && item->cited.page)
		*out = item->cited;
	else if (item && item->is_row && item->link.slug)
		cited_record_get(r->behind, out, item->link.kind,
		    item->link.slug);
	if (!out->page)
		cited_record_find(out, &r->page, r->what);
	out->is_unfolded = r->is_unfolded && out->page == &r->page;
	out->are_notes_shown = out->page == &r->page;
}

enum view_found
record_view_find(struct view *v, enum view_find what)
{
	return view_page_find(&((struct record_view *)v)->lines, what);
}

uint32_t
record_view_get_passed(const struct view *v)
{
	return ((const struct record_view *)v)->lines.finding.passed;
}

static bool
is_own(const struct record_view *r, int64_t passage)
{
	for (uint32_t i = 0; i < r->page.passage_count; i++) {
		if (r->page.passages[i].id == passage)
			return true;
	}
	return false;
}

/*
 * The note of a disagreement stands on the pages of several records: whoever
 * did not come for it goes on behind the record.
 */
int64_t
record_view_get_passage(const struct view *v)
{
	const struct record_view *r = (const struct record_view *)v;
	int64_t passage = view_page_get_passage(&r->lines);
	int64_t came_for = r->lines.came_for;

	if (is_own(r, passage) || r->page.passage_count == 0 ||
	    (came_for && !is_own(r, came_for)))
		return passage;
	return r->page.passages[r->page.passage_count - 1].id;
}

void
record_view_click(struct view *v, struct rect area, int row, int col)
{
	if (view_page_click(&((struct record_view *)v)->lines, area, row, col))
		v->class->run(v, COMMAND_OPEN, 0);
}

void
record_view_get_title(const struct view *v, char *out, size_t size)
{
	view_cut_text(out, size, ((const struct record_view *)v)->title);
}

const char *
record_view_get_way(const struct view *v)
{
	return ((const struct record_view *)v)->way;
}

void
record_view_get_position(const struct view *v, char *out, size_t size)
{
	view_page_get_position(&((const struct record_view *)v)->lines, out,
	    size);
}
