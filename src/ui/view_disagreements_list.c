/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "disagreement_name.h"
#include "disagreement_sides.h"
#include "graphic.h"
#include "view_disagreements.h"

/* The columns of disagreements, their order, and what they are narrowed by. */
enum { KIND, OF, APART, WHO, NOTE, SEVERITY, COLUMN_COUNT };

/* What figures say takes longer to read than a row. */
enum { LOOK_COST = 12 };

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

const struct disagreement view_disagreements_none = { .kind = "", .note = "" };

const struct disagreement *
view_disagreements_get_named(const struct view *v, uint32_t item)
{
	struct named_disagreement *n = ((const struct view_disagreements *)v)
					   ->named;
	struct error err;

	if (n->item == item)
		return &n->disagreement;
	arena_reset(&n->arena);
	n->item = -1;
	if (collection_get_disagreement(&n->disagreement,
		app_get_session(v->app)->collection, (int64_t)item + 1,
		&n->arena, &err) != STATUS_OK) {
		app_say_error(v->app, &err);
		return &view_disagreements_none;
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
	disagreement_name_add(name, view_disagreements_get_named(v, item));
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

const struct list_class view_disagreements_list = {
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
