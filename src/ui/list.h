/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_H
#define IBID_LIST_H

#include "base/str.h"
#include "chooser.h"
#include "list_facet.h"
#include "ranking.h"
#include "view.h"

/*
 * The scrolling list that the list views share: items of the view, by
 * number, in rows of columns; sorted, filtered, with headings between
 * groups.  The view answers what stands in a cell; the list moves, scrolls
 * and draws.  What is more to sort or to look through than a key may cost
 * is left for list_idle().
 */
enum { LIST_COLUMN_LIMIT = 10 };

struct list_column {
	const char *title;
	const char *by; /* in the title of a list sorted by it; NULL: title */
	uint8_t rank;   /* 0: the last to go where the width is short */
	uint8_t least_cols; /* never narrower, unless alone */
	uint8_t good_cols;  /* those of rank 3 and more have it, or go */
	uint8_t most_cols;  /* never wider; 0: as wide as its longest cell */
	bool is_right;      /* aligned to the right */
	bool is_number;     /* never cut within a word */
	bool is_unmeasured; /* as wide as most_cols has it */
	bool is_filled;     /* drawn by add_filled(); unmeasured */
	bool is_hidden;     /* sorted by, never shown */
	bool is_aligned;    /* at the decimal point, see add_aligned() */
	bool is_grouped;    /* sorted by it, headings stand between */
	bool is_heading;    /* and then it stands in them alone */
	uint8_t parts;      /* of its key (see ranking.h) */
	uint8_t group_span; /* of first parts in a group; 0: 1 */
};

struct list_class {
	const char *title;     /* of the view, "Figures" */
	enum record_kind kind; /* of its items; RECORD_NONE: they are others */
	const struct list_column *columns;
	unsigned column_count;
	const uint8_t *sorts; /* columns to sort by; the first at first */
	unsigned sort_count;
	/* The text of a cell, and its role (ROLE_TEXT unless changed). */
	void (*add_cell)(struct str *out, enum role *role, const struct view *v,
	    uint32_t item, unsigned column);
	/*
	 * The text of a cell that is_filled, in exactly cols columns; item
	 * -1: what stands above such cells.
	 */
	void (*add_filled)(struct str *out, const struct view *v, int64_t item,
	    unsigned column, int cols, bool is_utf8);
	/*
	 * As add_cell(), of a column that is_aligned.  The result is where its
	 * cells are aligned, in bytes; 0: at the left.
	 */
	size_t (*add_aligned)(struct str *out, enum role *role,
	    const struct view *v, uint32_t item, unsigned column);
	/*
	 * The parts of items' keys in a column (see ranking.h), and how many
	 * of the items are there; NULL: the items' own order is the only one.
	 */
	uint32_t (*read_keys)(uint32_t *parts, const struct view *v,
	    const uint32_t *items, uint32_t count, unsigned column,
	    unsigned part);
	/* A slice of what keys need; false when it is there; optional. */
	bool (*prepare)(const struct view *v, unsigned column);
	/* Items from first on will be asked for; optional. */
	void (*load)(const struct view *v, uint32_t first, uint32_t count);
	/* What the filter looks through, line by line. */
	void (*add_searched)(struct str *out, const struct view *v,
	    uint32_t item);
	/* The heading of the item's group; NULL where no column groups. */
	void (*add_group)(struct str *out, const struct view *v, uint32_t item);
	/* What that costs, an item, as read_keys() of one is 1; 0: 8. */
	uint8_t look_cost;
	/* A stable name, to find the item again. */
	const char *(*get_name)(const struct view *v, uint32_t item);
	/* The item of that name, -1 where none is; NULL: looked for. */
	int64_t (*find)(const struct view *v, const char *name);
	/* Whether others have it otherwise; NULL where that is not known. */
	bool (*is_disputed)(const struct view *v, uint32_t item);
	bool has_group_counts;
	/* What it is narrowed by: items are rows of the collection, from 1. */
	const struct list_facet *facets;
	unsigned facet_count;
	const char *empty; /* what is said of a list without items */
};

struct list {
	const struct list_class *class;
	const struct view *view; /* lent */
	uint32_t item_count;
	int32_t *rows; /* an item, or of a heading minus its items' number */
	uint32_t row_count;
	uint32_t shown; /* items among them */
	uint32_t made;  /* how often rows were: others have another number */
	int64_t above;  /* while a row is drawn, the item above it, or -1 */
	uint32_t row;   /* selected; of an item, where there is any */
	uint32_t top;   /* first row on the screen */
	int32_t scroll; /* of the place; used at the first drawing */
	bool is_restoring;
	unsigned sort;
	bool is_reversed;
	struct ranking ranking;
	bool is_ordered;  /* the rows stand in the order that is wanted */
	int64_t wanted;   /* item to select as soon as it is there, or below */
	bool is_of_place; /* and the row of the place to scroll to */
	int64_t seek_row; /* for the next that disagrees */
	int seek_step, seek_left;
	bool has_sought;                 /* and found one */
	struct list_facets *facets;      /* NULL: the class has none */
	struct sieve *sieve;             /* the filter; NULL: none */
	uint8_t *matches;                /* by item, a bit */
	uint32_t looked_at, match_count; /* items; those behind are not known */
	uint32_t undecided;              /* of those */
	int64_t until_us;                /* the end of the slice */
	uint32_t narrowed; /* below, only what matched may match again */
	uint16_t widest[LIST_COLUMN_LIMIT]; /* cell of each column */
	uint16_t usual[LIST_COLUMN_LIMIT];  /* nine cells of ten fit this */
	uint16_t before[LIST_COLUMN_LIMIT]; /* what aligns cells, the widest */
	uint16_t behind[LIST_COLUMN_LIMIT]; /* it, usually */
	bool is_measured;
};

enum { LIST_WANTS_FIRST = -1, LIST_WANTS_LAST = -2, LIST_WANTS_SAME = -3 };

/* The view's items are 0 to item_count - 1; what `at` says is restored. */
void list_init(struct list *l, const struct list_class *class,
    const struct view *v, uint32_t item_count, const struct reader_place *at);
void list_clear(struct list *l);

/* A slice of what is left to sort and look through; false: nothing. */
bool list_idle(struct list *l);

/*
 * The selected item, -1 where none is shown; also while what narrows the list
 * is chosen in its place.
 */
int64_t list_get_selected(const struct list *l);
void list_select(struct list *l, uint32_t item);

/* The item at *row or below, which moves behind it; -1: there is none. */
int64_t list_find_next(const struct list *l, uint32_t *row);

/*
 * What chooses a facet, before the view has any command, or key: true, and it
 * is done.
 */
bool list_run_chooser(struct list *l, enum command command, int count);
bool list_take_key(struct list *l, uint32_t key);

/* Moves, sorts, narrows; what else a command means is for the view. */
enum view_result list_run(struct list *l, enum command command, int count);

/* Whether what opens, sorts or goes on has something to do. */
bool list_has_effect(const struct list *l, enum command command);

/* What Escape does to it, "widen"; NULL: no more than elsewhere. */
const char *list_get_escape_hint(const struct list *l);

/* Whether the row was selected already: a second click opens. */
bool list_click(struct list *l, struct rect area, int row);
enum status list_filter(struct list *l, const struct sieve_wish *wish,
    size_t *error_at, struct error *err);

void list_draw(struct list *l, struct canvas *canvas, struct rect area,
    bool is_focused);

void list_get_place(const struct list *l, struct reader_place *out);

/* "3/41", "3/12 of 41" where a filter narrows it. */
void list_get_position(const struct list *l, char *out, size_t size);

/* "Figures with "mills", by value, reversed" */
void list_get_title(const struct list *l, char *out, size_t size,
    const char *name);

#endif
