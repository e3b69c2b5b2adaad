/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "list.h"
#include "reader/style_shelf.h"
#include "views.h"

/*
 * The citation styles that are here.  Nothing is pushed by looking; the one
 * that is chosen leads back to where the list was opened, in its words.
 */
struct view_styles {
	struct view view;
	struct list list;
	struct arena arena;
	struct style_shelf_entry *entries;
	uint32_t count;
};

enum { HERE, TITLE, ID, COLUMN_COUNT };

static const struct list_column columns[COLUMN_COUNT] = {
	[HERE] = { .title = "", .rank = 1, .least_cols = 1, .good_cols = 1 },
	[TITLE] = { .title = "style",
	    .rank = 0,
	    .least_cols = 20,
	    .good_cols = 40 },
	[ID] = { .title = "id", .rank = 3, .good_cols = 24 },
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

	list_clear(&s->list);
	arena_clear(&s->arena);
	free(s);
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
	s->view = (struct view){ &view_styles_class, app };
	style_shelf_list(&s->entries, &s->count, &s->arena);
	list_init(&s->list, &list_class, &s->view, s->count, at);
	for (uint32_t i = 0; i < s->count && !at->item[0]; i++) {
		if (is_in_use(&s->view, i))
			list_select(&s->list, i);
	}
	say_what_is_missing(app, s);
	*out = &s->view;
	return STATUS_OK;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	list_draw(&((struct view_styles *)v)->list, canvas, area, is_focused);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_styles *s = (struct view_styles *)v;
	int64_t item = list_get_selected(&s->list);
	char id[PLACE_SLUG_SIZE];

	if (command != COMMAND_OPEN)
		return list_run(&s->list, command, count);
	if (item < 0)
		return VIEW_DONE;
	/* The view is gone when it has changed. */
	view_cut_text(id, sizeof id, get_entry(v, (uint32_t)item)->id);
	app_change_style(v->app, id);
	return VIEW_DONE;
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	list_get_place(&((const struct view_styles *)v)->list, out);
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	(void)col;
	if (list_click(&((struct view_styles *)v)->list, area, row))
		run(v, COMMAND_OPEN, 0);
}

static void
filter(struct view *v, const char *text)
{
	list_filter(&((struct view_styles *)v)->list, text);
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	list_get_title(&((const struct view_styles *)v)->list, out, size,
	    "Citation styles");
}

static void
get_position(const struct view *v, char *out, size_t size)
{
	list_get_position(&((const struct view_styles *)v)->list, out, size);
}

static bool
has_effect(const struct view *v, enum command command)
{
	return list_has_effect(&((const struct view_styles *)v)->list, command);
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
	.draw = draw,
	.run = run,
	.get_place = get_place,
	.click = click,
	.filter = filter,
	.get_title = get_title,
	.get_position = get_position,
	.hints = hints,
	.has_effect = has_effect,
	.get_hint = get_hint,
};
