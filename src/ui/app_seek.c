/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "app_private.h"
#include "base/clock.h"
#include "effort.h"
#include "graphic.h"
#include "passage_place.h"

/*
 * To a passage that was found, and from match to match: within a page by
 * what the view finds, beyond its end to the next record that matches, in
 * the order of the collection.  That may be far: it is looked for in slices.
 */

/* ---- To a passage ---- */

void
app_go_passage(struct app *app, enum record_kind kind, int64_t record,
    int64_t passage, uint32_t at)
{
	struct reader_place place;
	struct error err;

	if (place_of_passage(&place, app->session, kind, record, passage, at,
		&err)) {
		app_say_error(app, &err);
		return;
	}
	app_light(app, true);
	app_go(app, &place);
}

/* ---- From match to match ---- */

/*
 * Where in a passage its first match is, or its last; false where it is
 * folded, so that there is nothing to be seen.
 */
static bool
find_match(uint32_t *at, struct app *app, const struct passage_run *run,
    int64_t passage, struct arena *arena)
{
	const struct app_walk *w = &app->search.walk;
	struct inquiry_line line;
	struct error err;
	size_t count;

	*at = 0;
	if (inquiry_read_line(&line, app->search.inquiry, run->kind,
		run->record, passage, arena, &err))
		return true;
	count = line.range_count;
	if (count > 0)
		*at = (uint32_t)line.ranges[w->is_backwards ? count - 1 : 0]
			  .from;
	return !graphic_is_folded(app, line.passage.is_graphic);
}

/* The way back is to where it was begun, whatever is passed. */
static void
show_landing(struct app *app, const struct reader_place *place)
{
	struct app_walk *w = &app->search.walk;
	struct reader_place from;

	app_get_trail_place(app, &from);
	w->has_landed = true;
	if (w->has_left ||
	    (from.view == place->view && strcmp(from.slug, place->slug) == 0)) {
		app_show(app, place);
		return;
	}
	w->has_left = true;
	app_go(app, place);
}

static void
count_found(struct app *app, enum view_found found)
{
	struct app_walk *w = &app->search.walk;
	const struct view_class *class = app->view->class;

	if (found != VIEW_FOUND_LATER && class->get_passed)
		w->passed += class->get_passed(app->view);
	w->left -= found == VIEW_FOUND;
}

/* Matches of the page that is shown: none where all were gone. */
static enum view_found
find_in_page(struct app *app)
{
	struct app_walk *w = &app->search.walk;
	const struct view_class *class = app->view->class;
	int64_t until = clock_now_us() + EFFORT_US;

	while (w->left > 0 && class->find) {
		enum view_found found = class->find(app->view,
		    w->is_backwards ? VIEW_FIND_PREVIOUS : VIEW_FIND_NEXT);

		count_found(app, found);
		if (found != VIEW_FOUND)
			return found;
		w->is_stepping = w->left > 0 && clock_now_us() > until;
		if (w->is_stepping)
			return VIEW_FOUND_LATER;
	}
	return w->left > 0 ? VIEW_FOUND_NONE : VIEW_FOUND;
}

static void
leave_record(struct app_walk *w, const struct passage_run *run)
{
	w->kind = run->kind;
	w->record = run->record;
	w->from = w->is_backwards ? run->first : run->last;
}

/* What there is to say of the way to the match. */
static void
say_way(struct app *app)
{
	const struct app_walk *w = &app->search.walk;
	struct str text;

	str_init(&text, 0);
	if (w->has_wrapped)
		str_add_format(&text, "Search went on from the %s. ",
		    w->is_backwards ? "end" : "beginning");
	if (w->passed > 0)
		str_add_format(&text,
		    "%u folded passage%s that match%s passed over.", w->passed,
		    w->passed == 1 ? "" : "s",
		    w->passed == 1 ? "es was" : " were");
	app_say(app, "%s", text.data);
	str_clear(&text);
}

static void
finish(struct app *app)
{
	app->search.walk.is_on = false;
	app_change(app);
	say_way(app);
}

enum target { TARGET_PLACED, TARGET_PASSED, TARGET_FAILED };

/* What the page does not show of itself is passed, and what is folded. */
static enum target
find_target(struct reader_place *out, struct passage_run *run, struct app *app,
    int64_t passage, struct error *err)
{
	struct app_walk *w = &app->search.walk;
	struct arena arena = { 0 };
	bool is_seen;
	uint32_t at;

	if (collection_find_run(run, app->session->collection, passage, err))
		return TARGET_FAILED;
	if (run->kind == w->kind && run->record == w->record &&
	    !w->has_wrapped) {
		leave_record(w, run);
		return TARGET_PASSED;
	}
	is_seen = find_match(&at, app, run, passage, &arena);
	arena_clear(&arena);
	if (!is_seen) {
		w->passed++;
		w->from = passage;
		return TARGET_PASSED;
	}
	return place_of_passage(out, app->session, run->kind, run->record,
		   passage, at, err) ?
	    TARGET_FAILED :
	    TARGET_PLACED;
}

/* False where it is done, in one way or another. */
static bool
land(struct app *app, int64_t passage)
{
	struct app_walk *w = &app->search.walk;
	struct reader_place place;
	struct passage_run run;
	struct error err;

	switch (find_target(&place, &run, app, passage, &err)) {
	case TARGET_PASSED:
		return true;
	case TARGET_FAILED:
		w->is_on = false;
		app_say_error(app, &err);
		return false;
	case TARGET_PLACED:
		break;
	}
	show_landing(app, &place);
	leave_record(w, &run);
	w->left--;
	switch (find_in_page(app)) {
	case VIEW_FOUND_NONE:
		return true;
	case VIEW_FOUND:
		finish(app);
		return false;
	case VIEW_FOUND_LATER:
		break;
	}
	w->is_on = false;
	app_change(app);
	return false;
}

/* Behind the last it goes on before the first, once. */
static bool
wrap(struct app *app)
{
	struct app_walk *w = &app->search.walk;

	if (w->has_wrapped && !w->has_landed) {
		w->is_on = false;
		app_say(app,
		    w->passed > 0 ? "Only folded passages match." :
				    "Nothing matches.");
		return false;
	}
	w->has_wrapped = true;
	w->from = w->is_backwards ? INT64_MAX : 0;
	return true;
}

/* True where there is more to do. */
static bool
walk(struct app *app)
{
	struct app_walk *w = &app->search.walk;
	struct search *search = inquiry_get_search(app->search.inquiry);
	int64_t until = clock_now_us() + EFFORT_US;
	enum scan_answer answer;
	struct error err;
	int64_t passage;

	while (clock_now_us() < until) {
		if (search_find_next(&answer, &passage, search, w->from,
			w->is_backwards, until, &err)) {
			w->is_on = false;
			app_say_error(app, &err);
			return false;
		}
		if (answer == SCAN_PAUSED)
			break;
		if (answer == SCAN_FOUND ? !land(app, passage) : !wrap(app))
			return false;
	}
	return true;
}

bool
app_is_seeking(const struct app *app)
{
	return app->search.walk.left > 0;
}

void
app_say_searching(struct app *app)
{
	app_say(app, "Searching\u2026; any key stops.");
}

/* From where the cursor is, beyond the record. */
static void
begin_walk(struct app *app)
{
	struct app_walk *w = &app->search.walk;
	const struct view_class *class = app->view->class;
	struct passage_run run;
	struct error err;
	int64_t passage = 0;

	w->is_on = true;
	w->kind = RECORD_NONE;
	w->from = w->is_backwards ? INT64_MAX : 0;
	if (class->get_passage)
		passage = class->get_passage(app->view);
	if (passage > 0 &&
	    !collection_find_run(&run, app->session->collection, passage, &err))
		leave_record(w, &run);
	if (walk(app))
		app_say_searching(app);
}

static bool
is_searched(const struct app *app)
{
	const struct app_search *s = &app->search;

	return s->inquiry && inquiry_get_search(s->inquiry) &&
	    !s->wish.is_title;
}

/* The matches that are left to go: of the page, then beyond it. */
static void
go_on(struct app *app)
{
	enum view_found found = find_in_page(app);

	app_change(app);
	if (found == VIEW_FOUND)
		say_way(app);
	else if (found == VIEW_FOUND_NONE)
		begin_walk(app);
}

void
app_run_match(struct app *app, int count, bool is_backwards)
{
	struct app_search *s = &app->search;

	if (app->view->class->place == PLACE_HITS) {
		app->view->class->run(app->view,
		    is_backwards ? COMMAND_LINE_UP : COMMAND_LINE_DOWN, count);
		return;
	}
	if (!is_searched(app)) {
		app_say(app,
		    "Nothing is searched: / looks here, s everywhere.");
		return;
	}
	if (!app->view->class->find) {
		app_say(app, "No match is shown in this view; s shows all.");
		return;
	}
	app_light(app, true);
	s->walk = (struct app_walk){ .left = count > 0 ? count : 1,
		.is_backwards = is_backwards };
	go_on(app);
}

void
app_answer_find(struct app *app, enum view_find what, enum view_found found)
{
	app_change(app);
	if (what == VIEW_FIND_HERE) {
		app->search.is_found = found == VIEW_FOUND;
		return;
	}
	if (!is_searched(app) || app->search.walk.left == 0)
		return;
	count_found(app, found);
	if (found == VIEW_FOUND_NONE)
		begin_walk(app);
	else
		go_on(app);
}

bool
app_seek_idle(struct app *app)
{
	struct app_walk *w = &app->search.walk;

	if (w->is_stepping) {
		w->is_stepping = false;
		go_on(app);
		return true;
	}
	return w->is_on && walk(app);
}

void
app_seek_stop(struct app *app)
{
	app->search.walk = (struct app_walk){ 0 };
}
