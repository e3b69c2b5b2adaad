/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "list_view.h"
#include "views.h"

/* All sources, by kind. */
enum { LABEL, YEAR, CITED_BY, KIND, KEY, COLUMN_COUNT };

static const struct list_column columns[COLUMN_COUNT] = {
	[LABEL] = { .title = "source",
	    .rank = 0,
	    .least_cols = 26,
	    .good_cols = 60 },
	[YEAR] = { .title = "year",
	    .rank = 2,
	    .least_cols = 4,
	    .good_cols = 9,
	    .most_cols = 9 },
	[CITED_BY] = { .title = "citations",
	    .rank = 1,
	    .least_cols = 9,
	    .good_cols = 9,
	    .is_right = true,
	    .parts = 1 },
	[KIND] = { .title = "kind",
	    .rank = 3,
	    .good_cols = 12,
	    .is_grouped = true,
	    .is_heading = true },
	[KEY] = { .title = "key", .rank = 4, .good_cols = 22, .most_cols = 30 },
};
static const uint8_t sorts[] = { KIND, LABEL, YEAR, CITED_BY };

/* In the order of their groups. */
static const struct {
	const char *kind;
	const char *heading;
} kinds[] = {
	{ "article", "Articles" },
	{ "report", "Reports" },
	{ "book", "Books" },
	{ "website", "Websites" },
	{ "law", "Laws" },
	{ "treaty", "Treaties" },
	{ "resolution", "Resolutions" },
	{ "organisation", "Organisations" },
	{ "person", "Persons" },
	{ "outlet", "Outlets" },
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static int
find_kind(const char *kind)
{
	int i = 0;

	while (i < KIND_COUNT && strcmp(kinds[i].kind, kind) != 0)
		i++;
	return i;
}

static const struct source *
get_source(const struct view *v, uint32_t item)
{
	return item_cache_get(((const struct list_view *)v)->items, item);
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct source *s = get_source(v, item);

	switch (column) {
	case LABEL:
		str_add_text(out, s->label[0] ? s->label : s->key);
		if (s->copy_of)
			str_add_text(out, " (copy)");
		break;
	case YEAR:
		str_add_text(out, s->year);
		break;
	case CITED_BY:
		str_add_format(out, "%u", s->cited_by);
		break;
	case KIND:
		str_add_text(out, s->kind);
		break;
	case KEY:
		*role = ROLE_DIM;
		str_add_text(out, s->key);
		break;
	}
}

/* The kinds begin with four bytes that tell them from each other. */
static uint32_t
get_kind_part(uint32_t beginning)
{
	for (uint32_t i = 0; i < KIND_COUNT; i++) {
		const char *kind = kinds[i].kind;
		uint32_t part = 0;

		for (size_t j = 0; j < 4; j++)
			part = part << 8 |
			    (unsigned char)(j <= strlen(kind) ? kind[j] : 0);
		if (part == beginning)
			return i + 1;
	}
	return beginning | 0xFF;
}

/* The parts of a kind are one, and those of the label. */
static uint32_t
read_kinds(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count, unsigned part)
{
	uint32_t found;

	if (part > 0)
		return item_cache_read_keys(parts, v->app, KEY_SOURCE_LABEL,
		    items, count, part - 1);
	found = item_cache_read_keys(parts, v->app, KEY_SOURCE_KIND, items,
	    count, 0);
	for (uint32_t i = 0; i < count; i++)
		parts[i] = get_kind_part(parts[i]);
	return found;
}

static uint32_t
read_keys(uint32_t *parts, const struct view *v, const uint32_t *items,
    uint32_t count, unsigned column, unsigned part)
{
	static const enum collection_key keys[] = {
		[LABEL] = KEY_SOURCE_LABEL,
		[YEAR] = KEY_SOURCE_YEAR,
		[CITED_BY] = KEY_SOURCE_CITED_BY,
	};

	if (column == KIND)
		return read_kinds(parts, v, items, count, part);
	return item_cache_read_keys(parts, v->app, keys[column], items, count,
	    part);
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct source *s = get_source(v, item);

	str_add_format(out, "%s\n%s\n%s\n%s\n%s", s->label, s->title, s->key,
	    s->year, s->kind);
}

static void
add_group(struct str *out, const struct view *v, uint32_t item)
{
	const struct source *s = get_source(v, item);
	int kind = find_kind(s->kind);

	str_add_text(out, kind < KIND_COUNT ? kinds[kind].heading : s->kind);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return get_source(v, item)->key;
}

static const struct list_class list_class = {
	.title = "Sources",
	.kind = RECORD_SOURCE,
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.read_keys = read_keys,
	.load = list_view_load,
	.find = list_view_find,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.has_group_counts = true,
	.empty = "This collection has no sources.",
};

static enum status
read_some(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct source *sources = NULL;
	enum status status = collection_list_sources_from(&sources, count, c,
	    first, limit, arena, err);

	*out = sources;
	return status;
}

static enum status
open_sources(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	static const struct source none = { .key = "",
		.kind = "",
		.title = "",
		.label = "",
		.year = "",
		.certainty = "",
		.found_at = "" };
	struct session *session = app_get_session(app);
	struct list_view *s;
	enum status status = collection_count(&session->counts,
	    session->collection, err);

	if (status)
		return status;
	s = list_view_new(&view_sources_class, app, sizeof *s, read_some,
	    sizeof none, &none);
	list_init(&s->list, &list_class, &s->view, session->counts.sources, at);
	*out = &s->view;
	return STATUS_OK;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	if (command != COMMAND_OPEN)
		return list_run(&((struct list_view *)v)->list, command, count);
	list_view_open_selected(v);
	return VIEW_DONE;
}

static const char *
get_cited_source(const struct view *v, struct arena *arena)
{
	int64_t item = list_get_selected(&((const struct list_view *)v)->list);

	(void)arena;
	return item < 0 ? NULL : get_source(v, (uint32_t)item)->key;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_FILTER,
	COMMAND_SORT, COMMAND_SEARCH, COMMAND_SECTION_NEXT, COMMAND_HELP,
	COMMAND_SORT_REVERSE, COMMAND_BACK, COMMAND_NONE };

const struct view_class view_sources_class = {
	.place = PLACE_SOURCES,
	.name = "sources",
	.open = open_sources,
	.close = list_view_close,
	.draw = list_view_draw,
	.run = run,
	.get_place = list_view_get_place,
	.get_source = get_cited_source,
	.get_listed = list_view_get_listed,
	.click = list_view_click,
	.filter = list_view_filter,
	.idle = list_view_idle,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
};
