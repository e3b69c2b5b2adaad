/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <stdio.h>
#include <string.h>

#include "passage_place.h"

/* Going from place to place: the view changes, the trail remembers. */

void
app_get_place(const struct app *app, struct reader_place *out)
{
	memset(out, 0, sizeof *out);
	out->view = app->view->class->place;
	app->view->class->get_place(app->view, out);
	app->view->class->get_title(app->view, out->title, sizeof out->title);
	out->pane = (uint8_t)app->focus;
	out->is_zoomed = app->is_zoomed;
	if (out->view == PLACE_HITS)
		out->search = app->search.number;
}

bool
place_is_beside_trail(enum place_view view)
{
	return view == PLACE_HISTORY || view == PLACE_STYLES;
}

void
app_get_trail_place(const struct app *app, struct reader_place *out)
{
	if (place_is_beside_trail(app->view->class->place))
		*out = app->here;
	else if (app->prompt_is == PROMPT_TITLE)
		*out = app->search.from_trail;
	else
		app_get_place(app, out);
}

const struct reader_place *
app_get_here(const struct app *app)
{
	return &app->here;
}

bool
app_show(struct app *app, const struct reader_place *place)
{
	const struct view_class *class = view_find_class(place->view);
	struct view *view;
	struct error err;

	if (place->view == PLACE_HITS)
		app_open_search(app, place->search);
	if (class->open(&view, app, place, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return false;
	}
	citations_forget(app->citations);
	if (app->view)
		app->view->class->close(app->view);
	app->view = view;
	app->focus = (enum pane_id)place->pane;
	app->is_zoomed = place->is_zoomed;
	if (app->focus == PANE_CONTENTS && !class->has_contents)
		app->focus = PANE_MAIN;
	if (app->focus == PANE_CITATIONS && !class->has_citations)
		app->focus = PANE_MAIN;
	if (place->view == PLACE_TOPIC) {
		struct reader_place now;

		app_get_place(app, &now);
		memcpy(app->last_topic, now.slug, sizeof now.slug);
		contents_select(app->contents, now.slug);
	}
	return true;
}

void
app_go(struct app *app, const struct reader_place *to)
{
	struct reader_place from;

	app_get_trail_place(app, &from);
	if (place_is_beside_trail(to->view)) {
		app->here = from;
		app_show(app, to);
	} else if (app_show(app, to)) {
		trail_push(app->session->trail, &from);
	}
}

void
app_go_trail(struct app *app, size_t number)
{
	struct reader_place place;

	app_get_trail_place(app, &place);
	if (trail_move(&place, app->session->trail, &place, number))
		app_show(app, &place);
}

void
app_go_here(struct app *app)
{
	struct reader_place place = app->here;

	app_show(app, &place);
}

void
app_go_record(struct app *app, enum record_kind kind, const char *slug)
{
	struct reader_place place;
	struct error err;

	if (kind < RECORD_TOPIC || kind > RECORD_DISAGREEMENT)
		return;
	if (place_of_record(&place, kind, slug, &err) == STATUS_OK)
		app_go(app, &place);
	else
		app_say_error(app, &err);
}

void
app_go_measure(struct app *app, const char *measure, const char *figure)
{
	struct reader_place place = { .view = PLACE_MEASURE };

	view_cut_text(place.slug, sizeof place.slug, measure);
	view_cut_text(place.item, sizeof place.item, figure);
	app_go(app, &place);
}

void
app_go_link(struct app *app, const struct link *link)
{
	if (link->kind != RECORD_NONE)
		app_go_record(app, link->kind, link->slug);
	else if (link->url)
		app_browse(app, link->url);
}

void
app_go_view(struct app *app, enum place_view view)
{
	struct reader_place place = { .view = view };

	if (app->view->class->place == view) {
		app_focus_main(app);
		return;
	}
	if (view == PLACE_TOPIC)
		snprintf(place.slug, sizeof place.slug, "%s", app->last_topic);
	app_go(app, &place);
}

bool
app_parse_place(struct reader_place *out, const char *where)
{
	const char *colon = strchr(where, ':');
	char kind[16] = "";
	enum record_kind record = RECORD_TOPIC;

	if (colon && (size_t)(colon - where) < sizeof kind) {
		memcpy(kind, where, (size_t)(colon - where));
		record = record_find_kind(kind);
		where = colon + 1;
	}
	return record >= RECORD_TOPIC && record <= RECORD_DISAGREEMENT &&
	    where[0] && place_of_record(out, record, where, NULL) == STATUS_OK;
}

bool
app_go_text(struct app *app, const char *where)
{
	struct reader_place place;

	if (!app_parse_place(&place, where))
		return false;
	app_go(app, &place);
	return true;
}
