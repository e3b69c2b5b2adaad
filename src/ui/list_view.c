/* SPDX-License-Identifier: ISC */
#include "list_view.h"

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

	return is_more || l->is_short;
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
