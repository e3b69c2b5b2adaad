/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_PRIVATE_H
#define IBID_LIST_PRIVATE_H

#include "list.h"

/*
 * list_order.c: which items stand in which rows, once all that was begun is
 * at its end (list_work() is false) or as far as it is.
 */
void list_begin_order(struct list *l);
void list_begin_filter(struct list *l, const char *text);
bool list_work(struct list *l, uint32_t effort);
void list_make_rows(struct list *l);
void list_clear_order(struct list *l);
bool list_is_sorting(const struct list *l);
bool list_is_looking(const struct list *l);
void list_add_group(struct str *out, const struct list *l, uint32_t item);
unsigned list_get_sort_column(const struct list *l);
bool list_is_grouped(const struct list *l);

/* list_draw.c: whether there is a row of columns' titles. */
bool list_has_head(const struct list *l, int rows);
int list_get_body_rows(const struct list *l, int rows);

#endif
