/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "disagreement_name.h"
#include "disagreement_sides.h"
#include "graphic.h"
#include "list_view.h"
#include "measure_order.h"
#include "views.h"

/* All disagreements, in the order of their rows: the most severe first. */
struct view_disagreements {
	struct list_view base;
	struct item_cache *sides;
	struct measure_order *measures;
	struct named *named;
};

/* The one asked for last, with the names of its members. */
struct named {
	struct arena arena;
	struct disagreement disagreement;
	struct str name;
	int64_t item; /* -1: none */
};

enum { KIND, OF, APART, WHO, NOTE, SEVERITY, COLUMN_COUNT };

/* What figures say takes longer to read than a row. */
enum { SIDES_AT_ONCE = 12, LOOK_COST = 12 };

static const struct list_column columns[COLUMN_COUNT] = {
	[KIND] = { .title = "kind",
	    .rank = 1,
	    .least_cols = 12,
	    .good_cols = 22,
	    .most_cols = 24,
	    .is_grouped = true,
	    .is_heading = true,
	    .parts = 1 },
	[OF] = { .title = "of what",
	    .rank = 0,
	    .least_cols = 16,
	    .good_cols = 24,
	    .most_cols = 60,
	    .parts = 1 },
	[APART] = { .title = "figures",
	    .rank = 2,
	    .least_cols = 16,
	    .good_cols = 24,
	    .most_cols = 44,
	    .is_number = true,
	    .is_unmeasured = true },
	[WHO] = { .title = "who says it",
	    .rank = 3,
	    .good_cols = 24,
	    .most_cols = 40,
	    .is_unmeasured = true },
	[NOTE] = { .title = "why",
	    .rank = 4,
	    .good_cols = 30,
	    .most_cols = 200,
	    .is_unmeasured = true },
	[SEVERITY] = { .title = "severity",
	    .is_unmeasured = true,
	    .is_hidden = true,
	    .parts = 1 },
};
static const uint8_t sorts[] = { SEVERITY, KIND, OF };

static const struct disagreement *
get_disagreement(const struct view *v, uint32_t item)
{
	return item_cache_get(((const struct list_view *)v)->items, item);
}

static const struct disagreement no_disagreement = { .kind = "", .note = "" };

static const struct disagreement *
get_named(const struct view *v, uint32_t item)
{
	struct named *n = ((const struct view_disagreements *)v)->named;
	struct error err;

	if (n->item == item)
		return &n->disagreement;
	arena_reset(&n->arena);
	n->item = -1;
	if (collection_get_disagreement(&n->disagreement,
		app_get_session(v->app)->collection, (int64_t)item + 1,
		&n->arena, &err) != STATUS_OK) {
		app_say_error(v->app, &err);
		return &no_disagreement;
	}
	n->item = item;
	return &n->disagreement;
}

/* ---- What a row shows ---- */

/* The measure, or where it is of no single one its members. */
static void
add_of(struct str *out, const struct view *v, const struct disagreement *d)
{
	if (d->measure_title) {
		str_add_text(out, d->measure_title);
		return;
	}
	for (uint32_t i = 0; i < d->member_count; i++) {
		const struct disagreement_member *m = &d->members[i];

		str_add_text(out, i > 0 ? "; " : "");
		graphic_add(out, v->app, m->is_graphic,
		    m->title ? m->title : m->slug);
	}
}

static void
add_apart(struct str *out, const struct view *v, uint32_t item)
{
	const struct view_disagreements *l = (const struct view_disagreements *)
	    v;

	disagreement_sides_add(out, app_get_numbers(v->app),
	    item_cache_get(l->sides, item));
}

static void
add_note(struct str *out, const struct disagreement *d)
{
	if (d->note[0])
		str_add_text(out, d->note);
	else if (d->period_unknown)
		str_add_text(out, "found by computing; a period is not known");
	else if (d->is_computed)
		str_add_text(out, "found by computing");
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct view_disagreements *l = (const struct view_disagreements *)
	    v;
	const struct disagreement *d = get_disagreement(v, item);
	const struct disagreement_sides *s;

	switch (column) {
	case KIND:
		str_add_text(out, disagreement_get_words(d->kind));
		break;
	case OF:
		add_of(out, v, d);
		break;
	case APART:
		add_apart(out, v, item);
		break;
	case WHO:
		s = item_cache_get(l->sides, item);
		str_add_text(out, s->documents);
		break;
	case NOTE:
		*role = ROLE_DIM;
		add_note(out, d);
		break;
	}
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct disagreement *d = get_disagreement(v, item);

	str_add_format(out, "%s\n", disagreement_get_words(d->kind));
	if (d->measure_title)
		str_add_format(out, "%s\n", d->measure_title);
	for (uint32_t i = 0; !d->measure && i < d->member_count; i++)
		str_add_format(out, "%s\n",
		    d->members[i].title ? d->members[i].title : "");
	str_add_text(out, d->note);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	str_add_text(out,
	    disagreement_get_words(get_disagreement(v, item)->kind));
}

/* ---- Their order ---- */

/* Rows stand by severity.  Where the last is there all before it are. */
static uint32_t
read_severity(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count)
{
	uint32_t found = item_cache_read_keys(parts, v->app,
	    KEY_DISAGREEMENT_KIND, items + count - 1, 1, 0);

	found = found > 0 ? count :
			    item_cache_read_keys(parts, v->app,
				KEY_DISAGREEMENT_KIND, items, count, 0);
	memcpy(parts, items, count * sizeof *parts);
	return found;
}

static uint32_t
read_keys(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count, unsigned column, unsigned part)
{
	const struct view_disagreements *l = (const struct view_disagreements *)
	    v;
	uint32_t found;

	if (column == SEVERITY)
		return read_severity(parts, v, items, count);
	found = item_cache_read_keys(parts, v->app,
	    column == OF ? KEY_DISAGREEMENT_MEASURE : KEY_DISAGREEMENT_KIND,
	    items, count, part);
	for (uint32_t i = 0; column == OF && i < count; i++)
		parts[i] = measure_order_get(l->measures, parts[i]);
	return found;
}

static bool
prepare(const struct view *v, unsigned column)
{
	return column == OF &&
	    measure_order_step(
		((const struct view_disagreements *)v)->measures);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	struct str *name = &((const struct view_disagreements *)v)->named->name;

	str_reset(name);
	disagreement_name_add(name, get_named(v, item));
	return name->data;
}

/* Whatever stands here is one. */
static bool
is_disputed(const struct view *v, uint32_t item)
{
	(void)v;
	(void)item;
	return true;
}

static const struct list_facet facets[] = {
	{ 'k', "kind", "Of which kind?", COLLECTION_FACET_DISAGREEMENT_KIND,
	    NULL },
};

static const struct list_class list_class = {
	.title = "Disagreements",
	.kind = RECORD_DISAGREEMENT,
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.read_keys = read_keys,
	.prepare = prepare,
	.load = list_view_load,
	.find = list_view_find,
	.add_searched = add_searched,
	.look_cost = LOOK_COST,
	.add_group = add_group,
	.get_name = get_name,
	.is_disputed = is_disputed,
	.has_group_counts = true,
	.facets = facets,
	.facet_count = sizeof facets / sizeof *facets,
	.empty = "Nothing in this collection disagrees.",
};

/* ---- The view ---- */

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
	    sizeof no_disagreement, &no_disagreement);
	l->sides = item_cache_new(app, disagreement_sides_read, sizeof no_sides,
	    &no_sides);
	item_cache_set_limit(l->sides, SIDES_AT_ONCE);
	l->measures = measure_order_new(app);
	l->named = mem_alloc_array(1, sizeof *l->named);
	l->named->item = -1;
	str_init(&l->named->name, 0);
	list_init(&l->base.list, &list_class, &l->base.view,
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

	return item >= 0 ? get_named(v, (uint32_t)item) : NULL;
}

/* Its measure, with the first of its figures selected there. */
static void
go_to_measure(struct app *app, const struct disagreement *d)
{
	struct reader_place place = { .view = PLACE_MEASURE };

	view_cut_text(place.slug, sizeof place.slug, d->measure);
	for (uint32_t i = d->member_count; i > 0; i--) {
		if (d->members[i - 1].kind == RECORD_FIGURE)
			view_cut_text(place.item, sizeof place.item,
			    d->members[i - 1].slug);
	}
	app_go(app, &place);
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
