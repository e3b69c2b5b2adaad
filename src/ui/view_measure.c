/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "graphic.h"
#include "record_view.h"
#include "text/value.h"
#include "views.h"

/*
 * A measure with its figures beneath each other, and what disagrees among
 * them.  A figure has two lines: its value, when and where; then of whom,
 * and who says it.  The first are kept, and who says them; those behind
 * are read when their lines are added.
 */
enum { GAP_COLS = 2, PERIOD_COLS = 10, AT_ONCE = 64 /* figures */ };

struct view_measure {
	struct record_view record;
	struct measure measure;
	struct figure *figures; /* the first */
	const char **documents; /* who states each, or "" */
	uint32_t count;
	int64_t last;   /* figure that was added */
	int value_cols; /* of the first figures' values */
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
	struct str value;
	int widest = 0;

	str_init(&value, 0);
	for (uint32_t i = 0; i < view->count; i++) {
		int cols;

		str_reset(&value);
		value_add_quantity(&value, &view->figures[i]);
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
	value_add_quantity(&value, f);
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

static void
add_figure(struct view_page *p, struct view_measure *view,
    const struct figure *f, const char *document)
{
	struct link link = { .kind = RECORD_FIGURE,
		.slug = arena_copy_text(&p->arena, f->slug) };
	int item = view_page_add_item(p, &link, true);

	p->items[item].is_disputed = f->is_disputed;
	add_first_line(p, f, item, view->value_cols);
	add_second_line(p, f, document, item);
	view->last = f->id;
}

static void
build(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;
	struct record_view *r = &view->record;

	view->value_cols = measure_values(p, view,
	    p->width_cols - 1 - get_mark_cols(p));
	view_page_add_text(p, ROLE_TITLE, 0, view->measure.title);
	record_view_add_passages(p, r, PASSAGE_DEFINITION);
	view_page_add_field(p, "Unit", view->measure.unit);
	view_page_add_heading(p, "Figures");
	view->last = 0;
	for (uint32_t i = 0; i < view->count; i++)
		add_figure(p, view, &view->figures[i], view->documents[i]);
}

/* Figures as long as there are any, then what stands below them. */
static bool
add_more(struct view_page *p, struct view *v)
{
	struct view_measure *view = (struct view_measure *)v;
	struct record_view *r = &view->record;
	struct arena arena = { 0 };
	struct figure *figures = NULL;
	uint32_t count = 0;
	struct error err;

	if (view->count == AT_ONCE &&
	    collection_list_figures_behind(&figures, &count,
		app_get_session(v->app)->collection, view->measure.id,
		view->last, AT_ONCE, &arena, &err) != STATUS_OK)
		app_say_error(v->app, &err);
	for (uint32_t i = 0; i < count; i++)
		add_figure(p, view, &figures[i], "");
	arena_clear(&arena);
	if (count == AT_ONCE)
		return true;
	disagreements_add(p, &r->disagreements, "What disagrees", RECORD_NONE,
	    "");
	view_page_add_blank(p);
	record_view_add_topic(p, r);
	return false;
}

/* "Keenan, ..." or "Keenan, ... and 2 others" */
static const char *
name_documents(struct view_measure *view, const struct page *page)
{
	struct cited cited = { 0 };
	struct str text;
	const char *name = "";

	cited_record_find(&cited, page, "");
	for (uint32_t i = 0; cited.page && i < page->citation_count; i++) {
		const struct citation *c = &page->citations[i];

		if (c->passage != page->passages[cited.passage].id ||
		    c->step_count == 0)
			continue;
		name = c->steps[0].label ? c->steps[0].label : c->steps[0].key;
		break;
	}
	if (cited.documents < 2 || !name)
		return name ? name : "";
	str_init(&text, 0);
	str_add_format(&text, "%s, and %u other%s", name, cited.documents - 1,
	    cited.documents == 2 ? "" : "s");
	name = arena_copy(&view->record.arena, text.data, text.len);
	str_clear(&text);
	return name;
}

static enum status
read_documents(struct view_measure *view, struct error *err)
{
	struct record_view *r = &view->record;
	struct collection *c = app_get_session(r->view.app)->collection;
	enum status status = STATUS_OK;

	view->documents = arena_alloc_array(&r->arena, view->count,
	    sizeof *view->documents);
	for (uint32_t i = 0; i < view->count && !status; i++) {
		struct page page;

		view->documents[i] = "";
		status = collection_read_page(&page, c, RECORD_FIGURE,
		    view->figures[i].id, &r->arena, err);
		if (!status)
			view->documents[i] = name_documents(view, &page);
	}
	return status;
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
		status = record_view_read(r, m->id, err);
	}
	if (!status)
		status = collection_list_figures_behind(&view->figures,
		    &view->count, c, m->id, 0, AT_ONCE, &r->arena, err);
	if (!status)
		status = read_documents(view, err);
	view_page_init(&r->lines, &r->view, build, at, true);
	r->lines.add_more = add_more;
	return record_view_finish(out, r, status);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_UP, COMMAND_BACK,
	COMMAND_CITATIONS, COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_NONE };

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
	.get_position = record_view_get_position,
	.hints = hints,
};
