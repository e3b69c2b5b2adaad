/* SPDX-License-Identifier: ISC */
#include "list_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "record_row.h"

void *
list_view_new(const struct view_class *class, struct app *app,
    size_t size_bytes, item_cache_read *read, size_t record_bytes,
    const void *empty)
{
	struct list_view *l = mem_alloc_array(1, size_bytes);

	l->view = (struct view){ class, app };
	l->items = item_cache_new(app, read, record_bytes, empty);
	l->behind = cited_record_new(app);
	return l;
}

void
list_view_close(struct view *v)
{
	struct list_view *l = (struct list_view *)v;

	list_clear(&l->list);
	cited_record_free(l->behind);
	item_cache_free(l->items);
	free(l);
}

static const struct list *
get_list(const struct view *v)
{
	return &((const struct list_view *)v)->list;
}

void
list_view_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct list_view *l = (struct list_view *)v;

	if (l->items)
		item_cache_begin_drawing(l->items);
	list_draw(&l->list, canvas, area, is_focused);
	if (l->items)
		l->is_short = item_cache_end_drawing(l->items);
}

bool
list_view_idle(struct view *v)
{
	struct list_view *l = (struct list_view *)v;
	bool is_more = list_idle(&l->list);
	bool is_short = l->is_short;

	/* Said once: it is for the drawing that follows to say it again. */
	l->is_short = false;
	return is_more || is_short;
}

void
list_view_click(struct view *v, struct rect area, int row, int col)
{
	(void)col;
	if (list_click(&((struct list_view *)v)->list, area, row))
		v->class->run(v, COMMAND_OPEN, 0);
}

bool
list_view_take_key(struct view *v, uint32_t key)
{
	return list_take_key(&((struct list_view *)v)->list, key);
}

enum status
list_view_filter(struct view *v, const struct sieve_wish *wish,
    size_t *error_at, struct error *err)
{
	return list_filter(&((struct list_view *)v)->list, wish, error_at, err);
}

void
list_view_get_place(const struct view *v, struct reader_place *out)
{
	list_get_place(get_list(v), out);
}

void
list_view_get_title(const struct view *v, char *out, size_t size)
{
	list_get_title(get_list(v), out, size, get_list(v)->class->title);
}

void
list_view_get_position(const struct view *v, char *out, size_t size)
{
	list_get_position(get_list(v), out, size);
}

const char *
list_view_get_hint(const struct view *v, enum command command)
{
	return command == COMMAND_ESCAPE ? list_get_escape_hint(get_list(v)) :
					   NULL;
}

bool
list_view_has_effect(const struct view *v, enum command command)
{
	return list_has_effect(get_list(v), command);
}

void
list_view_load(const struct view *v, uint32_t first, uint32_t count)
{
	item_cache_load(((const struct list_view *)v)->items, first, count);
}

void
list_view_open_selected(struct view *v)
{
	const struct list *l = get_list(v);
	int64_t item = list_get_selected(l);

	if (item >= 0)
		app_go_record(v->app, l->class->kind,
		    l->class->get_name(v, (uint32_t)item));
}

void
list_view_get_cited(const struct view *v, struct cited *out)
{
	const struct list *l = get_list(v);
	int64_t item = list_get_selected(l);

	if (item >= 0)
		cited_record_get(((const struct list_view *)v)->behind, out,
		    l->class->kind, l->class->get_name(v, (uint32_t)item));
}

bool
list_view_get_listed(const struct view *v, uint32_t *row,
    enum record_kind *kind, const char **slug)
{
	const struct list *l = get_list(v);
	int64_t item = list_find_next(l, row);

	*kind = l->class->kind;
	*slug = item < 0 ? "" : l->class->get_name(v, (uint32_t)item);
	return item >= 0;
}

int64_t
list_view_find(const struct view *v, const char *name)
{
	struct arena arena = { 0 };
	struct error err;
	int64_t row = 0;
	enum status status = record_row_find(&row,
	    app_get_session(v->app)->collection, get_list(v)->class->kind, name,
	    &arena, &err);

	arena_clear(&arena);
	return status ? -1 : row - 1;
}
