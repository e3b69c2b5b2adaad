/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_VIEW_H
#define IBID_LIST_VIEW_H

#include "cited_record.h"
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
	struct item_cache *items;    /* records of the rows; NULL: none */
	struct cited_record *behind; /* of the one that is selected, or NULL */
	bool is_short;               /* more is to be drawn */
};

/*
 * A view of size_bytes that begins with a list_view, of records as
 * item_cache_new() reads them; its list is not made yet.
 */
void *list_view_new(const struct view_class *class, struct app *app,
    size_t size_bytes, item_cache_read *read, size_t record_bytes,
    const void *empty);

/* Releases what list_view_new() and list_init() made, and the view. */
void list_view_close(struct view *v);

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

/* Of lists of records of one kind, by their names. */
void list_view_open_selected(struct view *v);
void list_view_get_cited(const struct view *v, struct cited *out);
bool list_view_get_listed(const struct view *v, uint32_t *row,
    enum record_kind *kind, const char **slug);

/* Of the list's class: read a run of items together, find one of them. */
void list_view_load(const struct view *v, uint32_t first, uint32_t count);
int64_t list_view_find(const struct view *v, const char *name);

#endif
