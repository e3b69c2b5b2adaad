/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/mem.h"
#include "list_view.h"
#include "reader/style_shelf.h"
#include "views.h"

/*
 * The citation styles that are here.  Nothing is pushed by looking; the one
 * that is chosen leads back to where the list was opened, in its words.
 */
struct view_styles {
	struct list_view base;
	struct arena arena;
	struct style_shelf_entry *entries;
	uint32_t count;
};

enum { HERE, TITLE, ID, COLUMN_COUNT };

static const struct list_column columns[COLUMN_COUNT] = {
	[HERE] = { .title = "", .rank = 1, .least_cols = 1, .good_cols = 1 },
	[TITLE] = { .title = "style",
	    .rank = 2,
	    .least_cols = 30,
	    .good_cols = 40 },
	/* Titles differ at their ends, which are cut first. */
	[ID] = { .title = "id", .rank = 0, .least_cols = 14, .good_cols = 24 },
};
static const uint8_t sorts[] = { TITLE };

static const struct style_shelf_entry *
get_entry(const struct view *v, uint32_t item)
{
	return &((const struct view_styles *)v)->entries[item];
}

static bool
is_in_use(const struct view *v, uint32_t item)
{
	return strcmp(get_entry(v, item)->id,
		   app_get_session(v->app)->settings.style) == 0;
}

static void
add_cell(struct str *out, enum role *role, const struct view *v, uint32_t item,
    unsigned column)
{
	const struct style_shelf_entry *e = get_entry(v, item);

	*role = column == TITLE ? ROLE_TEXT : ROLE_DIM;
	if (column == HERE)
		str_add_text(out, is_in_use(v, item) ? "*" : "");
	else if (column == ID)
		str_add_text(out, e->id);
	else
		str_add_text(out, e->title[0] ? e->title : e->id);
}

static void
add_searched(struct str *out, const struct view *v, uint32_t item)
{
	const struct style_shelf_entry *e = get_entry(v, item);

	str_add_format(out, "%s %s", e->title, e->id);
}

static const char *
get_name(const struct view *v, uint32_t item)
{
	return get_entry(v, item)->id;
}

static const struct list_class list_class = {
	.title = "Citation styles",
	.columns = columns,
	.column_count = COLUMN_COUNT,
	.sorts = sorts,
	.sort_count = 1,
	.add_cell = add_cell,
	.add_searched = add_searched,
	.get_name = get_name,
	.empty = "No citation style is here; ibid style add FILE.csl adds one.",
};

static void
close_styles(struct view *v)
{
	struct view_styles *s = (struct view_styles *)v;

	arena_clear(&s->arena);
	list_view_close(v);
}

/* Of a build that found no package there is our own alone. */
static void
say_what_is_missing(struct app *app, const struct view_styles *s)
{
	if (s->count == 1 && strcmp(s->entries[0].id, "plain") == 0)
		app_say(app,
		    "Only plain is here: ibid was built without the package "
		    "of styles; ibid style add FILE.csl adds one.");
}

static enum status
open_styles(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_styles *s = mem_alloc_array(1, sizeof *s);

	(void)err;
	s->base.view = (struct view){ &view_styles_class, app };
	style_shelf_list(&s->entries, &s->count, &s->arena);
	list_init(&s->base.list, &list_class, &s->base.view, s->count, at);
	for (uint32_t i = 0; i < s->count && !at->item[0]; i++) {
		if (is_in_use(&s->base.view, i))
			list_select(&s->base.list, i);
	}
	say_what_is_missing(app, s);
	*out = &s->base.view;
	return STATUS_OK;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_styles *s = (struct view_styles *)v;
	int64_t item = list_get_selected(&s->base.list);
	char id[PLACE_SLUG_SIZE];

	if (command != COMMAND_OPEN)
		return list_run(&s->base.list, command, count);
	if (item < 0)
		return VIEW_DONE;
	/* The view is gone when it has changed. */
	view_cut_text(id, sizeof id, get_entry(v, (uint32_t)item)->id);
	app_change_style(v->app, id);
	return VIEW_DONE;
}

static const char *
get_hint(const struct view *v, enum command command)
{
	(void)v;
	return command == COMMAND_OPEN ? "use it" : NULL;
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_FILTER,
	COMMAND_BACK, COMMAND_HELP, COMMAND_NONE };

const struct view_class view_styles_class = {
	.place = PLACE_STYLES,
	.name = "styles",
	.open = open_styles,
	.close = close_styles,
	.draw = list_view_draw,
	.run = run,
	.get_place = list_view_get_place,
	.click = list_view_click,
	.filter = list_view_filter,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
	.get_hint = get_hint,
};
