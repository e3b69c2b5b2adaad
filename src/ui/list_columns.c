/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <string.h>

#include "base/utf8.h"

/*
 * Columns share the width by rank and by what their cells need, measured
 * once on the first hundred items.  Where they do not all have a good
 * width, the one of the highest rank goes first; the three that matter most,
 * of which the one that is sorted by is always one, are made narrow before
 * they go.  What is left goes to the cells as they usually are, and then to
 * the few that are longer.
 */
enum {
	MEASURED_ITEMS = 128,
	WIDEST_COLS = 255,
	SORTED = 1, /* ranks; those of the class are doubled */
	OPTIONAL = 2 * 3
};

/* How many cells have a width, up to where all others are. */
typedef uint32_t width_counts[WIDEST_COLS + 1];

static void
count_width(width_counts counts, int cols)
{
	counts[cols < WIDEST_COLS ? cols : WIDEST_COLS]++;
}

/* The width that so many of the cells do not exceed. */
static uint16_t
find_width(const width_counts counts, uint32_t wanted)
{
	unsigned cols = 0;
	uint32_t fit = counts[0];

	while (cols < WIDEST_COLS && fit < wanted)
		fit += counts[++cols];
	return (uint16_t)cols;
}

static bool
needs_items(const struct list_class *class)
{
	for (unsigned i = 0; i < class->column_count; i++) {
		if (!class->columns[i].is_unmeasured)
			return true;
	}
	return false;
}

static uint16_t
get_larger(unsigned a, unsigned b)
{
	return (uint16_t)(a > b ? a : b);
}

/* Aligned cells need room for the longest parts before and behind. */
static void
measure_column(struct list *l, struct str *cell, uint32_t count, unsigned j,
    const struct canvas *canvas)
{
	width_counts before = { 0 }, behind = { 0 }, all = { 0 };
	uint32_t usual = count - count / 10;
	unsigned title = (unsigned)canvas_measure(canvas,
	    l->class->columns[j].title, strlen(l->class->columns[j].title));

	if (l->class->columns[j].is_unmeasured)
		return;
	for (uint32_t i = 0; i < count; i++) {
		enum role role = ROLE_TEXT;
		int cols, point;

		str_reset(cell);
		point = list_add_cell(cell, &role, l, i, j, canvas);
		cols = (int)utf8_width_cols(cell->data, cell->len);
		count_width(all, cols);
		count_width(before, point);
		count_width(behind, point > 0 ? cols - point : 0);
	}
	l->widest[j] = get_larger(title, find_width(all, count));
	l->usual[j] = get_larger(title, find_width(all, usual));
	if (!l->class->columns[j].is_aligned)
		return;
	l->before[j] = find_width(before, count);
	l->behind[j] = find_width(behind, usual);
	l->widest[j] = get_larger(l->widest[j],
	    (unsigned)l->before[j] + find_width(behind, count));
	l->usual[j] = get_larger(l->usual[j],
	    (unsigned)find_width(before, usual) + l->behind[j]);
}

static void
measure(struct list *l, const struct canvas *canvas)
{
	const struct list_class *class = l->class;
	uint32_t count = l->item_count < MEASURED_ITEMS ? l->item_count :
							  MEASURED_ITEMS;
	struct str cell;

	if (l->is_measured)
		return;
	l->is_measured = true;
	if (class->load && needs_items(class))
		class->load(l->view, 0, count);
	str_init(&cell, 0);
	for (unsigned j = 0; j < class->column_count; j++)
		measure_column(l, &cell, count, j, canvas);
	str_clear(&cell);
}

static int
at_most(int value, int most)
{
	return value < most ? value : most;
}

static void
choose_width(struct list_columns *c, const struct list *l)
{
	unsigned number = c->all[c->count].number;
	const struct list_column *column = &l->class->columns[number];
	int most = l->widest[number];
	int usual = l->usual[number];

	if (column->is_unmeasured)
		most = usual = column->most_cols;
	else if (column->most_cols)
		most = at_most(most, column->most_cols);
	c->all[c->count].cols = at_most(column->good_cols, most);
	c->all[c->count].most = most;
	c->all[c->count].usual = at_most(usual, most);
}

static void
choose_columns(struct list_columns *c, const struct list *l)
{
	bool is_grouped = list_is_grouped(l);

	c->count = 0;
	for (unsigned i = 0; i < l->class->column_count; i++) {
		const struct list_column *column = &l->class->columns[i];

		if (column->is_hidden || (is_grouped && column->is_heading))
			continue;
		c->all[c->count].number = i;
		c->all[c->count].rank = 2u * column->rank;
		choose_width(c, l);
		if (l->class->sort_count > 1 && column->rank > 0 &&
		    i == list_get_sort_column(l))
			c->all[c->count].rank = SORTED;
		c->count++;
	}
}

/* The first few columns may be narrow; more are for those who have room. */
static void
make_narrow(struct list_columns *c, const struct list *l)
{
	for (unsigned i = 0; i < c->count; i++) {
		const struct list_column *column =
		    &l->class->columns[c->all[i].number];
		int least = column->least_cols;

		if (least < c->all[i].cols)
			c->all[i].cols = least;
	}
}

static int
add_up(const struct list_columns *c)
{
	int cols = LIST_GAP_COLS * ((int)c->count - 1);

	for (unsigned i = 0; i < c->count; i++)
		cols += c->all[i].cols;
	return cols;
}

/* The one of the highest rank, unless its rank is below that. */
static bool
drop_least(struct list_columns *c, unsigned rank)
{
	unsigned least = 0;

	for (unsigned i = 1; i < c->count; i++) {
		if (c->all[i].rank >= c->all[least].rank)
			least = i;
	}
	if (c->all[least].rank < rank)
		return false;
	c->count--;
	for (unsigned i = least; i < c->count; i++)
		c->all[i] = c->all[i + 1];
	return true;
}

/* By rank, to the cells as they usually are, or to the longest. */
static void
widen(struct list_columns *c, int cols, bool is_to_most)
{
	int left = cols - add_up(c);

	for (unsigned rank = 0; rank < 2 * LIST_COLUMN_LIMIT; rank++) {
		for (unsigned i = 0; i < c->count; i++) {
			int wanted = is_to_most ? c->all[i].most :
						  c->all[i].usual;
			int more = at_most(wanted - c->all[i].cols, left);

			if (c->all[i].rank != rank || more <= 0)
				continue;
			c->all[i].cols += more;
			left -= more;
		}
	}
}

void
list_share_columns(struct list_columns *c, struct list *l, int cols,
    const struct canvas *canvas)
{
	measure(l, canvas);
	choose_columns(c, l);
	while (c->count > 1 && add_up(c) > cols && drop_least(c, OPTIONAL))
		continue;
	if (add_up(c) > cols)
		make_narrow(c, l);
	while (c->count > 1 && add_up(c) > cols)
		drop_least(c, 0);
	if (add_up(c) > cols)
		c->all[0].cols = cols;
	widen(c, cols, false);
	widen(c, cols, true);
}
