/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "record_view.h"
#include "text/period.h"
#include "text/value.h"
#include "views.h"

/* One figure: what it says, of whom, where and when, and what denies it. */
struct view_figure {
	struct record_view record;
	struct figure figure;
};

static void
add_value(struct view_page *p, const struct figure *f)
{
	struct str value;

	str_init(&value, 0);
	value_add_quantity(&value, app_get_numbers(p->view->app), f);
	view_page_add_field(p, "Value", value.data);
	str_clear(&value);
}

static void
add_period(struct view_page *p, const char *label, const char *period)
{
	struct str text;

	str_init(&text, 0);
	period_add(&text, period);
	view_page_add_field(p, label, text.data);
	str_clear(&text);
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_figure *view = (struct view_figure *)v;
	struct record_view *r = &view->record;
	const struct figure *f = &view->figure;
	struct link measure = { .kind = RECORD_MEASURE, .slug = f->measure };

	record_view_add_passages(p, r, PASSAGE_STATEMENT);
	view_page_add_blank(p);
	add_value(p, f);
	add_period(p, "Period", f->period);
	if (strcmp(f->as_of, f->period) != 0)
		add_period(p, "As of", f->as_of);
	view_page_add_field(p, "Place", f->place);
	view_page_add_field(p, "Population", f->population);
	view_page_add_field_link(p, "Measure", f->measure_title, &measure);
	record_view_add_topic(p, r);
	record_view_add_passages(p, r, PASSAGE_NOTE);
	disagreements_add(p, &r->disagreements, "Disagrees with", RECORD_FIGURE,
	    f->slug);
}

static enum status
open_figure(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_figure *view = record_view_new(&view_figure_class, app,
	    RECORD_FIGURE, sizeof *view);
	struct record_view *r = &view->record;
	struct figure *f = &view->figure;
	enum status status = collection_find_figure(f,
	    app_get_session(app)->collection, at->slug, &r->arena, err);

	if (!status) {
		r->slug = f->slug;
		r->title = f->measure_title;
		r->topic = f->topic;
		r->measure = f->measure;
		r->what = "this figure";
		r->is_graphic = f->is_graphic;
		status = record_view_read(r, f->id, err);
	}
	view_page_init(&r->lines, &r->view, build, at, true);
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_SEARCH_HERE, COMMAND_LINK_NEXT, COMMAND_COMPARE, COMMAND_UP,
	COMMAND_BACK, COMMAND_CITATIONS, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_figure_class = {
	.place = PLACE_FIGURE,
	.name = "figure",
	.has_citations = true,
	.open = open_figure,
	.close = record_view_close,
	.draw = record_view_draw,
	.idle = record_view_idle,
	.run = record_view_run,
	.get_place = record_view_get_place,
	.get_cited = record_view_get_cited,
	.click = record_view_click,
	.get_title = record_view_get_title,
	.get_position = record_view_get_position,
	.find = record_view_find,
	.get_passed = record_view_get_passed,
	.get_passage = record_view_get_passage,
	.hints = hints,
	.has_effect = record_view_has_effect,
};
