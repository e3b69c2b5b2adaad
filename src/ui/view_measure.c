/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "graphic.h"
#include "record_view.h"
#include "text/value.h"
#include "views.h"

/*
 * A measure with its figures beneath each other, and what disagrees among
 * them.  A figure has two lines: its value, when and where; then of whom,
 * and who says it.  Values are as wide as among the first figures, which are
 * kept; those behind are read when their lines are added.
 */
enum { GAP_COLS = 2, PERIOD_COLS = 10, FIRST = 32, AT_ONCE = 10 };

struct view_measure {
	struct record_view record;
	struct measure measure;
	struct figure *figures; /* the first */
	uint32_t count;
	uint32_t added; /* of the first */
	int64_t last;   /* figure that was added */
	int value_cols;
};

/* Of the sign of a disagreement and a blank. */
static int
get_mark_cols(const struct view_page *p)
{
	return p->is_utf8 ? 2 : 3;
}

static int
measure_values(struct view_page *p, const struct view_measure *view,
    int most_cols)
{
	const struct number_form *form = app_get_numbers(p->view->app);
	struct str value;
	int widest = 0;

	str_init(&value, 0);
	for (uint32_t i = 0; i < view->count; i++) {
		int cols;

		str_reset(&value);
		value_add_quantity(&value, form, &view->figures[i]);
		cols = view_page_measure(p, value.data);
		if (cols > widest)
			widest = cols;
	}
	str_clear(&value);
	return widest < most_cols ? widest : most_cols;
}

static void
add_first_line(struct view_page *p, const struct figure *f, int item,
    int value_cols)
{
	int col = get_mark_cols(p);
	int left = p->width_cols - 1 - col - value_cols - GAP_COLS;
	struct str value;

	str_init(&value, 0);
	value_add_quantity(&value, app_get_numbers(p->view->app), f);
	view_page_begin_line(p);
	view_page_add_cell(p, 0, col, ROLE_DISPUTED, item,
	    !f->is_disputed ? " " :
		p->is_utf8  ? "\u2260" :
			      "!=");
	view_page_add_cell(p, col, value_cols, ROLE_STRONG, item, value.data);
	str_clear(&value);
	col += value_cols + GAP_COLS;
	if (left < PERIOD_COLS)
		return;
	view_page_add_cell(p, col, PERIOD_COLS, ROLE_TEXT, item, f->period);
	col += PERIOD_COLS + GAP_COLS;
	left -= PERIOD_COLS + GAP_COLS;
	if (left >= PERIOD_COLS)
		view_page_add_cell(p, col, left, ROLE_TEXT, item, f->place);
}

static void
add_second_line(struct view_page *p, const struct figure *f,
    const char *document, int item)
{
	struct str text;

	str_init(&text, 0);
	str_add_text(&text, f->population);
	if (document[0])
		str_add_format(&text, "%s%s", text.len ? " \u2014 " : "",
		    document);
	if (text.len)
		view_page_add_item_text(p, ROLE_DIM, get_mark_cols(p), item,
		    text.data);
	str_clear(&text);
}

/* "Keenan, ..." or "Keenan, ... and 2 others"; "" where none states it. */
static const char *
name_documents(struct view_page *p, const struct figure *f)
{
	const char *name;
	struct str text;
	struct error err;

	if (collection_find_document(&name,
		app_get_session(p->view->app)->collection, f->id, &p->arena,
		&err) != STATUS_OK) {
		app_say_error(p->view->app, &err);
		return "";
	}
	if (!name || f->documents < 2)
		return name ? name : "";
	str_init(&text, 0);
	str_add_format(&text, "%s, and %u other%s", name, f->documents - 1,
	    f->documents == 2 ? "" : "s");
	name = arena_copy(&p->arena, text.data, text.len);
	str_clear(&text);
	return name;
}

static void
add_figure(struct view_page *p, struct view_measure *view,
    const struct figure *f)
{
	struct link link = { .kind = RECORD_FIGURE,
		.slug = arena_copy_text(&p->arena, f->slug) };
	int item = view_page_add_item(p, &link, true);

	p->items[item].is_disputed = f->is_disputed;
	add_first_line(p, f, item, view->value_cols);
	add_second_line(p, f, name_documents(p, f), item);
	view->last = f->id;
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;

	view->value_cols = measure_values(p, view,
	    p->width_cols - 1 - get_mark_cols(p));
	record_view_set_passage(p, &view->record, PASSAGE_TITLE);
	view_page_add_text(p, ROLE_TITLE, 0, view->measure.title);
	record_view_add_passages(p, &view->record, PASSAGE_DEFINITION);
	view_page_add_field(p, "Unit", view->measure.unit);
	view_page_add_heading(p, "Figures");
	view->added = 0;
	view->last = 0;
}

static bool
add_figures_behind(struct view_page *p, struct view_measure *view)
{
	struct app *app = p->view->app;
	struct arena arena = { 0 };
	struct figure *figures;
	uint32_t count = 0;
	struct error err;

	if (collection_list_figures_behind(&figures, &count,
		app_get_session(app)->collection, view->measure.id, view->last,
		AT_ONCE, &arena, &err) != STATUS_OK)
		app_say_error(app, &err);
	for (uint32_t i = 0; i < count; i++)
		add_figure(p, view, &figures[i]);
	arena_clear(&arena);
	return count == AT_ONCE;
}

/* False when all are there. */
static bool
add_figures(struct view_page *p, struct view_measure *view)
{
	uint32_t end = view->added + AT_ONCE;

	if (view->added == view->count)
		return view->count == FIRST && add_figures_behind(p, view);
	if (end > view->count)
		end = view->count;
	for (; view->added < end; view->added++)
		add_figure(p, view, &view->figures[view->added]);
	return view->added < view->count || view->count == FIRST;
}

/* Figures as long as there are any, then what stands below them. */
static bool
add_more(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;
	struct record_view *r = &view->record;

	if (add_figures(p, view))
		return true;
	disagreements_add(p, &r->disagreements, "What disagrees", RECORD_NONE,
	    "");
	view_page_add_blank(p);
	record_view_add_topic(p, r);
	return false;
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
	if (!status)
		status = collection_list_figures_behind(&view->figures,
		    &view->count, c, m->id, 0, FIRST, &r->arena, err);
	view_page_init(&r->lines, &r->view, build, at, true);
	r->lines.add_more = add_more;
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_OPEN,
	COMMAND_SEARCH_HERE, COMMAND_UP, COMMAND_BACK, COMMAND_CITATIONS,
	COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_measure_class = {
	.place = PLACE_MEASURE,
	.name = "measure",
	.has_citations = true,
	.open = open_measure,
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
