/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "text/value.h"
#include "view_measure_private.h"
#include "views.h"

/*
 * A measure with its figures side by side.  They are read in slices before
 * there is an axis to place them on, and their lines added in slices, each
 * stage behind the other.
 */

/* Stands for the row that disagrees until that is known. */
#define NOT_A_SLUG ">"

enum { FIGURES_A_STEP = 12 };

static void
build(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;

	record_view_set_passage(p, &view->record, PASSAGE_TITLE);
	view_page_add_text(p, ROLE_TITLE, 0, view->measure.title);
	record_view_add_passages(p, &view->record, PASSAGE_DEFINITION);
	view->stage = 0;
	view->part = view->row = view->next = 0;
	view->is_headed = false;
}

/* ---- Stages ---- */

static bool
read_figures(struct view_page *p, struct view_measure *view)
{
	struct error err;

	if (view->is_read)
		return true;
	view->work += WORK_FIGURE *
	    (view->measure.figures < FIGURES_A_STEP ?
		    (int)view->measure.figures :
		    FIGURES_A_STEP);
	if (comparison_step(&view->all, &view->is_read, view->task, &err) !=
	    STATUS_OK) {
		app_say_error(p->view->app, &err);
		view->is_read = true;
	}
	return view->is_read;
}

static bool
add_counts(struct view_page *p, struct view_measure *view)
{
	struct str text;

	str_init(&text, 0);
	comparison_add_counts(&text, app_get_numbers(p->view->app), &view->all);
	view_page_add_text(p, ROLE_DIM, 0, text.data);
	str_clear(&text);
	return true;
}

/* The first or last row that disagrees, for whoever came to see one. */
static bool
go_to_disputed(struct view_page *p, struct view_measure *view)
{
	int found = -1;

	for (int i = 0; i < p->item_count; i++) {
		if (p->items[i].is_disputed &&
		    (found < 0 || view->to_disputed < 0))
			found = i;
	}
	if (view->to_disputed != 0 && found >= 0)
		view_page_go_to_item(p, p->items[found].link.slug);
	view->to_disputed = 0;
	return true;
}

static bool
add_topic(struct view_page *p, struct view_measure *view)
{
	view_page_add_blank(p);
	record_view_add_topic(p, &view->record);
	return true;
}

static bool (*const stages[])(struct view_page *p,
    struct view_measure *view) = {
	read_figures,
	add_counts,
	measure_add_row,
	go_to_disputed,
	measure_add_left_out,
	measure_add_meeting,
	measure_find_disagreements,
	measure_add_contradiction,
	measure_add_difference,
	add_topic,
};

enum { STAGE_COUNT = sizeof stages / sizeof *stages };

static bool
add_more(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;

	view->work = 0;
	while (view->stage < STAGE_COUNT && view->work < WORK_AT_ONCE) {
		if (stages[view->stage](p, view))
			view->stage++;
	}
	return view->stage < STAGE_COUNT;
}

/* ---- Going on to others ---- */

/* To the next measure that disagrees.  The view is gone afterwards. */
static void
leave(struct view_measure *view, int step)
{
	struct app *app = view->record.view.app;
	struct reader_place place = { .view = PLACE_MEASURE };
	struct arena arena = { 0 };
	struct measure m;
	struct error err;
	enum status status = collection_find_disputed_measure(&m,
	    app_get_session(app)->collection, view->measure.id, step, &arena,
	    &err);

	if (status == STATUS_NOT_FOUND) {
		app_say(app, "No measure %s this one disagrees.",
		    step > 0 ? "behind" : "before");
	} else if (status) {
		app_say_error(app, &err);
	} else {
		view_cut_text(place.slug, sizeof place.slug, m.slug);
		view_cut_text(place.filter, sizeof place.filter,
		    step > 0 ? ">" : "<");
		app_go(app, &place);
		app_say(app, "The %s that disagrees: %s",
		    step > 0 ? "next measure" : "measure before", m.title);
	}
	arena_clear(&arena);
}

/* Whether a command found nothing that disagrees on this page. */
static bool
goes_beyond(struct view_measure *view)
{
	int step = view->record.lines.beyond;

	view->record.lines.beyond = 0;
	if (step == 0)
		return false;
	leave(view, step);
	return true;
}

static bool
is_about_disagreements(enum command command)
{
	return command == COMMAND_DISAGREEMENT_NEXT ||
	    command == COMMAND_DISAGREEMENT_PREVIOUS;
}

/* The figures of this measure, those that are not shown among them. */
static void
go_list(struct view_measure *view)
{
	struct reader_place place = { .view = PLACE_FIGURES };

	snprintf(place.facets, sizeof place.facets, "m%s", view->measure.slug);
	app_go(view->record.view.app, &place);
}

static bool
is_left_out(const struct view_measure *view)
{
	const struct page_item *item = view_page_get_item(&view->record.lines);

	return item && item->is_row && item->link.kind == RECORD_MEASURE &&
	    strcmp(item->link.slug, view->measure.slug) == 0;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_measure *view = (struct view_measure *)v;
	enum view_result result;

	if (command == COMMAND_OPEN && is_left_out(view)) {
		go_list(view);
		return VIEW_DONE;
	}
	result = record_view_run(v, command, count);
	if (is_about_disagreements(command))
		goes_beyond(view);
	return result;
}

static bool
idle(struct view *v)
{
	bool has_more = record_view_idle(v);

	return goes_beyond((struct view_measure *)v) || has_more;
}

/* Below its title the page has it above. */
static const char *
get_way(const struct view *v)
{
	const struct view_measure *view = (const struct view_measure *)v;

	return view->record.lines.top > 0 ? view->way_below : view->record.way;
}

static bool
is_unfinished(const struct view *v)
{
	return ((const struct record_view *)v)->lines.has_more;
}

/* ---- The class ---- */

static int
parse_step(const struct reader_place *at)
{
	return at->filter[0] == '>' ? 1 : at->filter[0] == '<' ? -1 : 0;
}

/* "How many are held \u203A People held in camps" */
static const char *
make_way(struct record_view *r)
{
	struct str way;
	const char *copy;

	str_init(&way, 0);
	if (r->topic_title)
		str_add_format(&way, "%s \u203A ", r->topic_title);
	str_add_text(&way, r->title);
	copy = arena_copy(&r->arena, way.data, way.len);
	str_clear(&way);
	return copy;
}

static enum status
open_measure(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_measure *view = record_view_new(&view_measure_class, app,
	    RECORD_MEASURE, sizeof *view);
	struct record_view *r = &view->record;
	struct measure *m = &view->measure;
	struct collection *c = app_get_session(app)->collection;
	enum status status = collection_find_measure(m, c, at->slug, &r->arena,
	    err);

	if (!status) {
		r->slug = m->slug;
		r->title = m->title;
		r->topic = m->topic;
		r->what = "this measure";
		r->kind_title = "Measure";
		status = record_view_read(r, m->id, err);
	}
	if (!status) {
		view->way_below = make_way(r);
		view->task = comparison_begin(c, m->id, at->item, &r->arena);
		view->to_disputed = parse_step(at);
	}
	view_page_init(&r->lines, &r->view, build, at, true);
	r->lines.add_more = add_more;
	r->lines.goes_beyond = true;
	if (view->to_disputed)
		view_page_go_to_item(&r->lines, NOT_A_SLUG);
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_DISAGREEMENT_NEXT, COMMAND_SEARCH_HERE, COMMAND_UP,
	COMMAND_BACK, COMMAND_CITATIONS, COMMAND_SECTION_NEXT, COMMAND_HELP,
	COMMAND_NONE };

const struct view_class view_measure_class = {
	.place = PLACE_MEASURE,
	.name = "measure",
	.has_citations = true,
	.open = open_measure,
	.close = record_view_close,
	.draw = record_view_draw,
	.idle = idle,
	.is_unfinished = is_unfinished,
	.run = run,
	.get_place = record_view_get_place,
	.get_cited = record_view_get_cited,
	.click = record_view_click,
	.get_title = record_view_get_title,
	.get_way = get_way,
	.get_position = record_view_get_position,
	.find = record_view_find,
	.get_passed = record_view_get_passed,
	.get_passage = record_view_get_passage,
	.hints = hints,
	.has_effect = record_view_has_effect,
};
