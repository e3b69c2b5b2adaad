/* SPDX-License-Identifier: ISC */
#include "view_disagreements.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "disagreement_name.h"
#include "disagreement_sides.h"
#include "views.h"

/* What figures say takes longer to read than a row. */
enum { SIDES_AT_ONCE = 12 };

static void
close_disagreements(struct view *v)
{
	struct view_disagreements *l = (struct view_disagreements *)v;

	measure_order_free(l->measures);
	item_cache_free(l->sides);
	arena_clear(&l->named->arena);
	str_clear(&l->named->name);
	free(l->named);
	list_view_close(v);
}

static enum status
read_some(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct disagreement *all = NULL;
	enum status status = collection_list_disagreement_heads(&all, count, c,
	    first, limit, arena, err);

	*out = all;
	return status;
}

static enum status
open_disagreements(struct view **out, struct app *app,
    const struct reader_place *at, struct error *err)
{
	static const struct disagreement_sides no_sides = { .documents = "" };
	struct session *session = app_get_session(app);
	struct view_disagreements *l;
	enum status status = collection_count(&session->counts,
	    session->collection, err);

	if (status)
		return status;
	l = list_view_new(&view_disagreements_class, app, sizeof *l, read_some,
	    sizeof view_disagreements_none, &view_disagreements_none);
	l->sides = item_cache_new(app, disagreement_sides_read, sizeof no_sides,
	    &no_sides);
	item_cache_set_limit(l->sides, SIDES_AT_ONCE);
	l->measures = measure_order_new(app);
	l->named = mem_alloc_array(1, sizeof *l->named);
	l->named->item = -1;
	str_init(&l->named->name, 0);
	list_init(&l->base.list, &view_disagreements_list, &l->base.view,
	    session->counts.disagreements, at);
	*out = &l->base.view;
	return STATUS_OK;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	struct view_disagreements *l = (struct view_disagreements *)v;

	item_cache_begin_drawing(l->sides);
	list_view_draw(v, canvas, area, is_focused);
	l->base.is_short |= item_cache_end_drawing(l->sides);
}

static const struct disagreement *
get_selected(const struct view *v)
{
	int64_t item = list_get_selected(&((const struct list_view *)v)->list);

	return item >= 0 ? view_disagreements_get_named(v, (uint32_t)item) :
			   NULL;
}

/* Its measure, with the first of its figures selected there. */
static void
go_to_measure(struct app *app, const struct disagreement *d)
{
	const char *figure = "";

	for (uint32_t i = d->member_count; i > 0; i--) {
		if (d->members[i - 1].kind == RECORD_FIGURE)
			figure = d->members[i - 1].slug;
	}
	app_go_measure(app, d->measure, figure);
}

/* Whether its measure has at least two sides of it. */
static bool
is_within_measure(const struct disagreement *d)
{
	uint32_t figures = 0;

	for (uint32_t i = 0; i < d->member_count; i++)
		figures += d->members[i].kind == RECORD_FIGURE;
	return d->measure && figures > 1;
}

static void
open_selected(struct app *app, const struct disagreement *d)
{
	struct reader_place place = { .view = PLACE_DISAGREEMENT };
	struct str name;

	if (is_within_measure(d)) {
		go_to_measure(app, d);
		return;
	}
	str_init(&name, 0);
	disagreement_name_add(&name, d);
	view_cut_text(place.slug, sizeof place.slug, name.data);
	str_clear(&name);
	app_go(app, &place);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	const struct disagreement *selected = get_selected(v);

	if (list_run_chooser(&((struct list_view *)v)->list, command, count))
		return VIEW_DONE;
	switch (command) {
	case COMMAND_OPEN:
		if (selected)
			open_selected(v->app, selected);
		return VIEW_DONE;
	case COMMAND_COMPARE:
		if (selected && selected->measure)
			go_to_measure(v->app, selected);
		else if (selected)
			app_say(v->app,
			    "No measure has the figures of this "
			    "disagreement.");
		return VIEW_DONE;
	default:
		return list_run(&((struct list_view *)v)->list, command, count);
	}
}

static bool
has_effect(const struct view *v, enum command command)
{
	const struct disagreement *selected;

	if (command != COMMAND_COMPARE)
		return list_view_has_effect(v, command);
	selected = get_selected(v);
	return selected && selected->measure;
}

/* The chains of the note, or without one those of the first that it is of. */
static void
get_cited(const struct view *v, struct cited *out)
{
	const struct view_disagreements *l = (const struct view_disagreements *)
	    v;
	const struct disagreement *d = get_selected(v);

	if (!d)
		return;
	if (d->note[0]) {
		char number[24];

		snprintf(number, sizeof number, "%lld", (long long)d->id);
		cited_record_get(l->base.behind, out, RECORD_DISAGREEMENT,
		    number);
	} else if (d->member_count > 0) {
		cited_record_get(l->base.behind, out, d->members[0].kind,
		    d->members[0].slug);
		out->what = "the first of these";
	}
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_COMPARE,
	COMMAND_FILTER, COMMAND_FACET, COMMAND_SORT, COMMAND_SEARCH,
	COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_CITATIONS, COMMAND_BACK,
	COMMAND_NONE };

const struct view_class view_disagreements_class = {
	.place = PLACE_DISAGREEMENTS,
	.name = "disagreements",
	.has_citations = true,
	.open = open_disagreements,
	.close = close_disagreements,
	.draw = draw,
	.run = run,
	.take_key = list_view_take_key,
	.get_place = list_view_get_place,
	.get_cited = get_cited,
	.get_listed = list_view_get_listed,
	.click = list_view_click,
	.filter = list_view_filter,
	.idle = list_view_idle,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = has_effect,
};
