/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_PRIVATE_H
#define IBID_LIST_PRIVATE_H

#include "list.h"

/*
 * list.c: does what a key may cost.  Rows that are there stay as they are
 * until the new order is known; else what is known of it is shown.
 */
void list_begin_work(struct list *l);
bool list_is_heading(const struct list *l, uint32_t row);
void list_select_first(struct list *l);
bool list_is_narrowed(const struct list *l);
const char *list_get_filter(const struct list *l); /* "": none */

/*
 * list_move.c: to the item of that number, from 1; and a slice of looking
 * for the next that disagrees.
 */
void list_go_to(struct list *l, int64_t number);
void list_seek_disputed(struct list *l);

/*
 * list_order.c: which items stand in which rows, once all that was begun is
 * at its end (list_work() is false) or as far as it is.
 */
void list_begin_order(struct list *l);
/* sieve: taken over; NULL: no filter. */
void list_begin_filter(struct list *l, struct sieve *sieve);
/* The same, as other items are to be looked at: fewer, or others. */
void list_begin_filter_again(struct list *l, bool are_fewer);
/* All that is shown is known; a bit for each, NULL: all are. */
uint8_t *list_copy_shown(const struct list *l);
bool list_work(struct list *l, uint32_t effort);
void list_make_rows(struct list *l);
uint32_t list_count_shown(const struct list *l); /* so far */
void list_clear_order(struct list *l);
bool list_is_sorting(const struct list *l);
bool list_is_looking(const struct list *l);
void list_add_group(struct str *out, const struct list *l, uint32_t item);
unsigned list_get_sort_column(const struct list *l);
bool list_is_grouped(const struct list *l);

/*
 * list_facet.c: what the list is narrowed by.  Which items have it is marked
 * in slices, before the filter looks at those.
 */
void list_facets_init(struct list *l, const char *of_place);
void list_facets_clear(struct list *l);
bool list_facets_is_any(const struct list *l);
bool list_facets_is_choosing(const struct list *l);
bool list_facets_is_marking(const struct list *l);
uint32_t list_facets_mark(struct list *l); /* what it cost */
/* Whether it is known to have all; how many are. */
bool list_facets_has(const struct list *l, uint32_t item);
uint32_t list_facets_count_items(const struct list *l);
/* Whether values are to be counted; a slice of that. */
bool list_facets_is_counting(const struct list *l);
void list_facets_count(struct list *l);
void list_facets_choose(struct list *l);
bool list_click_chooser(struct list *l, int row);
/* Whether it is for the rows, which are not seen while facets are. */
bool list_is_of_rows(enum command command);
void list_facets_draw(struct list *l, struct canvas *canvas, struct rect area,
    bool is_focused);
/* The last chosen is taken away. */
void list_facets_widen(struct list *l);
/* " in percent, China, of 2019"; and for a place. */
void list_facets_add_title(struct str *out, const struct list *l);
void list_facets_get_place(char *out, size_t size, const struct list *l);

/* list_draw.c: whether there is a row of columns' titles. */
bool list_has_head(const struct list *l, int rows);
int list_get_body_rows(const struct list *l, int rows);

/*
 * The text of a cell as it is drawn, which is what is measured and cut, and
 * the columns of it before what aligns it.
 */
int list_add_cell(struct str *out, enum role *role, const struct list *l,
    uint32_t item, unsigned column, const struct canvas *canvas);

/* list_columns.c: which columns are shown, and how wide. */
enum { LIST_GAP_COLS = 2 };

struct list_columns {
	struct {
		unsigned number; /* of the class's columns */
		unsigned rank;
		int cols, usual, most;
	} all[LIST_COLUMN_LIMIT];
	unsigned count;
};

void list_share_columns(struct list_columns *c, struct list *l, int cols,
    const struct canvas *canvas);

#endif
