/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "term_paint_private.h"

/*
 * Rows that stand elsewhere already are scrolled there.  The margins stay
 * as they were set, so that the next line of scrolling is one byte and the
 * line: whoever gives the terminal back takes them away.
 */
enum { RUN_BYTES = 4, ERASE_BYTES = 8, MARGIN_BYTES = 20, BLOCK_COLS = 16 };

/* Rows from top to bottom go up by so many, or down where it is negative. */
struct scroll {
	int top, bottom, by;
	int saved_bytes;
};

/* About what a row costs: its cells that differ, and the way to each run;
 * blanks, if they are many, are erased. */
static int
count_row(const struct paint *p, const struct painted *shown,
    const struct painted *next)
{
	int bytes = 0, run = 0, blanks = 0;

	if (shown && memcmp(shown, next, (size_t)p->cols * sizeof *next) == 0)
		return 0;
	for (int col = 0; col < p->cols; col++) {
		const struct painted *cell = next + col;

		if (memcmp(shown ? shown + col : &paint_blank, cell,
			sizeof *cell) == 0) {
			run = 0;
			continue;
		}
		blanks = paint_is_blank(cell) ? blanks + 1 : 0;
		bytes += run++ == 0 ? RUN_BYTES : 0;
		bytes += blanks > ERASE_BYTES ? 0 : cell->len;
	}
	return bytes;
}

/* The text of some columns of a row; 0: there is none. */
static uint64_t
hash_columns(const struct painted *cells, int cols)
{
	uint64_t hash = 0;

	for (int col = 0; col < cols; col++) {
		uint64_t first;

		if (paint_is_blank(&cells[col]))
			continue;
		memcpy(&first, cells[col].text, sizeof first);
		hash = (hash ^ first ^ ((uint64_t)col << 32)) *
		    UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 29;
	}
	return hash;
}

/* Where columns of the rows that change stood before. */
static void
vote(const struct paint *p, const int *costs, int col, uint64_t *hashes,
    unsigned *votes)
{
	int cols = p->cols - col < BLOCK_COLS ? p->cols - col : BLOCK_COLS;

	for (int row = 0; row < p->rows; row++)
		hashes[row] = hash_columns(paint_get_row(p, p->shown, row) +
			col,
		    cols);
	for (int row = 0; row < p->rows; row++) {
		uint64_t hash;

		if (costs[row] == 0)
			continue;
		hash = hash_columns(paint_get_row(p, p->next, row) + col, cols);
		if (hash == 0 || hash == hashes[row])
			continue;
		for (int from = 0; from < p->rows; from++)
			votes[p->rows + from - row] += hashes[from] == hash;
	}
}

/*
 * The way that most went; 0: none.  Panes beside each other go different
 * ways: it may be less to scroll both and to put one of them right.
 */
static int
find_way(const struct paint *p, const int *costs)
{
	uint64_t *hashes = mem_alloc_array((size_t)p->rows, sizeof *hashes);
	unsigned *votes = mem_alloc_array((size_t)p->rows * 2, sizeof *votes);
	int best = 0;

	for (int col = 0; col < p->cols; col += BLOCK_COLS)
		vote(p, costs, col, hashes, votes);
	for (int by = 1 - p->rows; by < p->rows; by++) {
		if (votes[p->rows + by] > votes[p->rows + best])
			best = by;
	}
	free(hashes);
	free(votes);
	return best;
}

/* What each row costs as it is, and what more where it comes in blank.
 * make_costs() returns how many rows change. */
struct costs {
	int *as_is;
	int *more_if_blank; /* summed up: of all rows above */
};

static int
make_costs(struct costs *out, const struct paint *p)
{
	int changed = 0;

	out->as_is = mem_alloc_array((size_t)p->rows, sizeof *out->as_is);
	out->more_if_blank = mem_alloc_array((size_t)p->rows + 1,
	    sizeof *out->more_if_blank);
	for (int row = 0; row < p->rows; row++) {
		out->as_is[row] = count_row(p, paint_get_row(p, p->shown, row),
		    paint_get_row(p, p->next, row));
		changed += out->as_is[row] > 0;
	}
	return changed;
}

static void
add_costs_of_blank(struct costs *costs, const struct paint *p)
{
	for (int row = 0; row < p->rows; row++)
		costs->more_if_blank[row + 1] = costs->more_if_blank[row] +
		    count_row(p, NULL, paint_get_row(p, p->next, row)) -
		    costs->as_is[row];
}

static void
clear_costs(struct costs *costs)
{
	free(costs->as_is);
	free(costs->more_if_blank);
}

/* What is saved on a row by what comes there. */
static int
count_saved(const struct paint *p, const struct costs *costs, int by, int row)
{
	return costs->as_is[row] -
	    count_row(p, paint_get_row(p, p->shown, row + by),
		paint_get_row(p, p->next, row));
}

/* What scrolling costs by itself, and the rows that come in blank. */
static int
count_lost(const struct paint *p, const struct costs *costs,
    const struct scroll *s)
{
	int first = s->by > 0 ? s->bottom + 1 - s->by : s->top;
	int last = s->by > 0 ? s->bottom : s->top - s->by - 1;
	int lost = abs(s->by) + costs->more_if_blank[last + 1] -
	    costs->more_if_blank[first];

	if (s->top != p->margins.top || s->bottom != p->margins.bottom)
		lost += MARGIN_BYTES;
	return lost;
}

/* The rows with which most is saved. */
static void
find_rows(const struct paint *p, const struct costs *costs, struct scroll *best)
{
	struct scroll s = { .by = best->by };
	int first = s.by > 0 ? 0 : -s.by;
	int last = s.by > 0 ? p->rows - s.by : p->rows;
	int begin = first, sum = 0;

	for (int row = first; row < last; row++) {
		if (sum < 0) {
			begin = row;
			sum = 0;
		}
		sum += count_saved(p, costs, s.by, row);
		s.top = s.by > 0 ? begin : begin + s.by;
		s.bottom = s.by > 0 ? row + s.by : row;
		s.saved_bytes = sum - count_lost(p, costs, &s);
		/* Blank rows at the edges are taken in. */
		if (s.saved_bytes >= best->saved_bytes)
			*best = s;
	}
}

/* The rows between the margins as they are. */
static void
try_margins(const struct paint *p, const struct costs *costs,
    struct scroll *best)
{
	struct scroll s = { p->margins.top, p->margins.bottom, best->by, 0 };

	if (abs(s.by) > s.bottom - s.top)
		return;
	for (int row = s.top; row <= s.bottom; row++) {
		if (row + s.by >= s.top && row + s.by <= s.bottom)
			s.saved_bytes += count_saved(p, costs, s.by, row);
	}
	s.saved_bytes -= count_lost(p, costs, &s);
	if (s.saved_bytes > best->saved_bytes)
		*best = s;
}

static bool
find_scroll(const struct paint *p, struct scroll *out)
{
	enum { LEAST_ROWS = 3 };
	struct costs costs;

	*out = (struct scroll){ 0 };
	if (make_costs(&costs, p) >= LEAST_ROWS)
		out->by = find_way(p, costs.as_is);
	if (out->by) {
		add_costs_of_blank(&costs, p);
		find_rows(p, &costs, out);
		try_margins(p, &costs, out);
	}
	clear_costs(&costs);
	return out->saved_bytes > 0;
}

static void
set_margins(struct paint *p, const struct scroll *s)
{
	if (s->top == p->margins.top && s->bottom == p->margins.bottom)
		return;
	codes_add_margins(p->codes, p->out, s->top, s->bottom);
	p->margins = (struct code_margins){ s->top, s->bottom };
	/* The cursor goes home, or not. */
	p->row = -1;
}

/* The same on the grid. */
static void
scroll_shown(struct paint *p, const struct scroll *s)
{
	int count = s->bottom - s->top + 1 - abs(s->by);
	int blank = s->by > 0 ? s->top + count : s->top;
	size_t size = (size_t)p->cols * sizeof *p->shown;

	memmove(paint_get_row(p, p->shown, s->by > 0 ? s->top : s->top - s->by),
	    paint_get_row(p, p->shown, s->by > 0 ? s->top + s->by : s->top),
	    (size_t)count * size);
	for (int i = 0; i < abs(s->by) * p->cols; i++)
		paint_get_row(p, p->shown, blank)[i] = paint_blank;
}

void
paint_scroll(struct paint *p)
{
	struct scroll s;
	int edge;

	if (!find_scroll(p, &s))
		return;
	edge = s.by > 0 ? s.bottom : s.top;
	paint_set_plain(p);
	set_margins(p, &s);
	if (p->row != edge || p->col >= p->cols)
		paint_move(p, edge,
		    p->row >= 0 && p->col < p->cols ? p->col : 0);
	for (int i = 0; i < abs(s.by); i++)
		str_add_text(p->out, s.by > 0 ? "\n" : "\x1BM");
	scroll_shown(p, &s);
}
