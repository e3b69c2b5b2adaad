/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "list.h"
#include "views.h"

/* All sources, by kind. */
struct view_sources {
	struct view view;
	struct arena arena;
	struct source *sources;
	uint32_t count;
	struct list list;
};

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
	    .is_right = true },
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
	return &((const struct view_sources *)v)->sources[item];
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

static int
compare_kinds(const struct source *p, const struct source *q)
{
	int order = find_kind(p->kind) - find_kind(q->kind);

	if (order == 0)
		order = strcmp(p->kind, q->kind);
	return order != 0 ? order : strcasecmp(p->label, q->label);
}

static int
compare(const struct view *v, uint32_t a, uint32_t b, unsigned column)
{
	const struct source *p = get_source(v, a);
	const struct source *q = get_source(v, b);

	switch (column) {
	case LABEL:
		return strcasecmp(p->label, q->label);
	case YEAR: /* those without one last */
		if (!p->year[0] || !q->year[0])
			return !p->year[0] - !q->year[0];
		return strcmp(p->year, q->year);
	case CITED_BY: /* the most cited first */
		return (p->cited_by < q->cited_by) -
		    (p->cited_by > q->cited_by);
	default:
		return compare_kinds(p, q);
	}
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
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = sizeof sorts,
	.add_cell = add_cell,
	.compare = compare,
	.add_searched = add_searched,
	.add_group = add_group,
	.get_name = get_name,
	.has_group_counts = true,
	.empty = "This collection has no sources.",
};

static void
close_sources(struct view *v)
{
	struct view_sources *s = (struct view_sources *)v;

	list_clear(&s->list);
	arena_clear(&s->arena);
	free(s);
}

static enum status
open_sources(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_sources *s = mem_alloc_array(1, sizeof *s);
	enum status status;

	s->view = (struct view){ &view_sources_class, app };
	status = collection_list_sources(&s->sources, &s->count,
	    app_get_session(app)->collection, &s->arena, err);
	if (status) {
		close_sources(&s->view);
		return status;
	}
	list_init(&s->list, &list_class, &s->view, s->count, at);
	*out = &s->view;
	return STATUS_OK;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	list_draw(&((struct view_sources *)v)->list, canvas, area, is_focused);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_sources *s = (struct view_sources *)v;
	int64_t item = list_get_selected(&s->list);

	if (command != COMMAND_OPEN)
		return list_run(&s->list, command, count);
	if (item >= 0)
		app_go_record(v->app, RECORD_SOURCE, s->sources[item].key);
	return VIEW_DONE;
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	list_get_place(&((const struct view_sources *)v)->list, out);
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	(void)col;
	if (list_click(&((struct view_sources *)v)->list, area, row))
		run(v, COMMAND_OPEN, 0);
}

static void
filter(struct view *v, const char *text)
{
	list_filter(&((struct view_sources *)v)->list, text);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	list_get_title(&((const struct view_sources *)v)->list, out, size,
	    "Sources");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	list_get_position(&((const struct view_sources *)v)->list, out, size);
}

static bool
has_effect(const struct view *v, enum command command)
{
	return list_has_effect(&((const struct view_sources *)v)->list,
	    command);
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_FILTER,
	COMMAND_SORT, COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_SORT_REVERSE,
	COMMAND_BACK, COMMAND_NONE };

const struct view_class view_sources_class = {
	.place = PLACE_SOURCES,
	.name = "sources",
	.open = open_sources,
	.close = close_sources,
	.draw = draw,
	.run = run,
	.get_place = get_place,
	.click = click,
	.filter = filter,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
	.has_effect = has_effect,
};
