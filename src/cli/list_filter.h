/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_FILTER_H
#define IBID_LIST_FILTER_H

#include <stdbool.h>

#include "list.h"
#include "store/collection_facet.h"

/*
 * The options that narrow a list, each by itself; where an option is not
 * given, its function does nothing.  What no record of the collection has
 * is STATUS_INVALID, with the nearest one named.
 */

/* Keeps those of the items that are wanted, in their order. */
typedef bool list_filter_test(const void *item, const void *context);
void list_filter_keep(struct list *list, list_filter_test *is_wanted,
    const void *context);

/*
 * Keeps the items whose text is the value of the option; the list has all
 * items yet.  is_same: NULL: case and accents do not count.
 */
typedef const char *list_filter_get_text(const void *item);
enum status list_filter_by_text(struct list *list, enum option option,
    const char *what, list_filter_get_text *get_text,
    bool (*is_same)(const char *a, const char *b), struct error *err);

/* --topic: the slug that an item gives is of it or of one below it. */
enum status list_filter_by_topic(struct list *list,
    list_filter_get_text *get_topic, struct error *err);

/* --year: the period or date that an item gives has a day of these. */
enum status list_filter_by_years(struct list *list,
    list_filter_get_text *get_period, struct error *err);

/*
 * A source of an option, by facet.  get_row: of an item; count: rows in all.
 */
enum status list_filter_by_source(struct list *list, enum option option,
    enum collection_facet facet, int64_t (*get_row)(const void *item),
    uint32_t count, struct error *err);

/*
 * --matching: one of the lines that are added for an item matches, by the
 * rules of search.  What stays undecided is counted on standard error.
 */
typedef void list_filter_add_lines(struct str *out,
    const struct number_form *form, const void *item);
enum status list_filter_by_pattern(struct list *list,
    list_filter_add_lines *add_lines, struct error *err);

#endif
