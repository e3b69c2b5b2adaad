/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_VIEW_H
#define IBID_LIST_VIEW_H

#include "item_cache.h"
#include "list.h"
#include "view.h"

/*
 * What views that are one list and nothing else have in common: they begin
 * with it, and these functions stand in their class.
 */
struct list_view {
	struct view view;
	struct list list;
	struct item_cache *items; /* the records of the rows; NULL: none */
	bool is_short;            /* more is to be drawn */
};

void list_view_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused);
bool list_view_idle(struct view *v);
/* Where a click opens an item, COMMAND_OPEN is run. */
void list_view_click(struct view *v, struct rect area, int row, int col);
bool list_view_take_key(struct view *v, uint32_t key);
enum status list_view_filter(struct view *v, const struct sieve_wish *wish,
    size_t *error_at, struct error *err);
void list_view_get_place(const struct view *v, struct reader_place *out);
void list_view_get_title(const struct view *v, char *out, size_t size);
void list_view_get_position(const struct view *v, char *out, size_t size);
const char *list_view_get_hint(const struct view *v, enum command command);
bool list_view_has_effect(const struct view *v, enum command command);

/* Of the list's class: reads a run of items together. */
void list_view_load(const struct view *v, uint32_t first, uint32_t count);

#endif
