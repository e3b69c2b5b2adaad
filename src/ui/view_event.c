/* SPDX-License-Identifier: ISC */
#include "record_view.h"
#include "views.h"
#include "wording.h"

/* One event. */
struct view_event {
	struct record_view record;
	struct event event;
};

static void
add_date(struct view_page *p, const struct event *e)
{
	struct str date;

	str_init(&date, 0);
	wording_add_date(&date, e);
	view_page_add_field(p, "Date", date.data);
	str_clear(&date);
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_event *view = (struct view_event *)v;
	struct record_view *r = &view->record;
	const struct event *e = &view->event;

	record_view_set_passage(p, r, PASSAGE_TITLE);
	view_page_add_text(p, ROLE_TITLE, 0, e->title);
	view_page_add_blank(p);
	record_view_add_passages(p, r, PASSAGE_STATEMENT);
	view_page_add_blank(p);
	add_date(p, e);
	view_page_add_field(p, "Kind", e->kind);
	record_view_add_topic(p, r);
	record_view_add_passages(p, r, PASSAGE_NOTE);
	disagreements_add(p, &r->disagreements, "Disagrees with", RECORD_EVENT,
	    e->slug);
}

static enum status
open_event(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_event *view = record_view_new(&view_event_class, app,
	    RECORD_EVENT, sizeof *view);
	struct record_view *r = &view->record;
	struct event *e = &view->event;
	enum status status = collection_find_event(e,
	    app_get_session(app)->collection, at->slug, &r->arena, err);

	if (!status) {
		r->slug = e->slug;
		r->title = e->title;
		r->topic = e->topic;
		r->what = "this event";
		r->kind_title = "Event";
		r->is_graphic = e->is_graphic;
		status = record_view_read(r, e->id, err);
	}
	view_page_init(&r->lines, &r->view, build, at, true);
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_SEARCH_HERE, COMMAND_LINK_NEXT, COMMAND_UP, COMMAND_BACK,
	COMMAND_CITATIONS, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_event_class = {
	.place = PLACE_EVENT,
	.name = "event",
	.has_citations = true,
	.open = open_event,
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
