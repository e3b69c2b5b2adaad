/* SPDX-License-Identifier: ISC */
#include "term_paint.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "term_paint_private.h"

/*
 * Two grids: what is shown, and what shall be.  Rows are gone through from
 * the top, cells that differ are written, and between them the shortest way
 * is taken, which may be to write once more what is there.
 */
enum { ERASE_LINE_BYTES = 3 };

struct paint *
paint_new(const struct codes *codes)
{
	struct paint *p = mem_alloc_array(1, sizeof *p);

	p->codes = codes;
	str_init(&p->move, 0);
	return p;
}

void
paint_free(struct paint *p)
{
	if (!p)
		return;
	free(p->shown);
	free(p->next);
	str_clear(&p->move);
	free(p);
}

void
paint_resize(struct paint *p, int rows, int cols)
{
	size_t count = (size_t)rows * (size_t)cols;

	p->rows = rows;
	p->cols = cols;
	p->shown = mem_resize_array(p->shown, count, sizeof *p->shown);
	p->next = mem_resize_array(p->next, count, sizeof *p->next);
	paint_forget(p);
}

void
paint_forget(struct paint *p)
{
	p->is_forgotten = true;
}

void
paint_set_looks(struct paint *p, unsigned colors,
    enum setting_background background, bool has_links)
{
	p->colors = colors;
	p->background = background;
	p->has_links = has_links;
	memset(p->is_look_known, 0, sizeof p->is_look_known);
}

/* ---- Looks and links ---- */

static void
set_pen(struct paint *p, struct pen pen)
{
	codes_add_pen(p->codes, p->out, p->pen, pen);
	p->pen = pen;
}

/* In a sequence stands printable ASCII alone: the rest is encoded. */
static void
add_url(struct str *out, const char *url)
{
	for (; *url; url++) {
		if (*url > ' ' && *url < 0x7F)
			str_add_char(out, *url);
		else
			str_add_format(out, "%%%02X", (unsigned char)*url);
	}
}

static void
set_url(struct paint *p, uint32_t hash, const char *url)
{
	if (p->url == hash)
		return;
	str_add_text(p->out, "\x1B]8;;");
	if (hash)
		add_url(p->out, url);
	str_add_text(p->out, "\x1B\\");
	p->url = hash;
}

void
paint_set_plain(struct paint *p)
{
	set_url(p, 0, NULL);
	set_pen(p, (struct pen){ 0, -1 });
}

/* ---- Moves ---- */

/* Whether the cell looks right when it is written in the pen. */
static bool
fits(const struct painted *cell, struct pen pen)
{
	if (paint_is_blank(cell))
		return !paint_shows_on_blanks(pen.attributes);
	return pen.attributes == cell->attributes && pen.color == cell->color;
}

static bool
is_in_pen(const struct paint *p, const struct painted *cell)
{
	return p->url == cell->url && fits(cell, p->pen);
}

/* The middle of a wide character is no place to write from or to. */
static bool
begins_at(const struct painted *shown, int col)
{
	return shown[col].len > 0;
}

/*
 * Cells that are shown already, from one to another column, in the place of
 * what stands in move from at on, if that is no shorter.
 */
static bool
write_again(struct paint *p, size_t at, int row, int from, int to)
{
	const struct painted *shown = paint_get_row(p, p->shown, row);
	size_t most = p->move.len - at, len = 0;

	if (from > to || (size_t)(to - from) > most ||
	    !begins_at(shown, from) || !begins_at(shown, to))
		return false;
	for (int col = from; col < to; col++) {
		len += shown[col].len;
		if (len > most || !is_in_pen(p, &shown[col]))
			return false;
	}
	p->move.len = at;
	for (int col = from; col < to; col++)
		str_add(&p->move, shown[col].text, shown[col].len);
	return true;
}

/* By steps from where the cursor stands, into move; false: not so. */
static bool
move_by_steps(struct paint *p, int row, int col)
{
	int from = p->col < p->cols ? p->col : -1;
	size_t at;

	if (p->row < 0 ||
	    !codes_add_row_move(p->codes, &p->move, p->row, row, p->margins))
		return false;
	at = p->move.len;
	if (!codes_add_col_move(p->codes, &p->move, from, col))
		return false;
	/* Behind a carriage return, where that is the way. */
	if (p->move.len > at && p->move.data[at] == '\r')
		write_again(p, at + 1, row, 0, col);
	if (from >= 0)
		write_again(p, at, row, from, col);
	return true;
}

void
paint_move(struct paint *p, int row, int col)
{
	size_t steps;

	if (p->row == row && p->col == col)
		return;
	if (!p->codes->is.moves_in_looks)
		paint_set_plain(p);
	str_reset(&p->move);
	steps = move_by_steps(p, row, col) ? p->move.len : 0;
	if (steps == 0)
		str_reset(&p->move);
	codes_add_address(p->codes, &p->move, row, col);
	if (steps > 0 && steps <= p->move.len - steps)
		str_add(p->out, p->move.data, steps);
	else
		str_add(p->out, p->move.data + steps, p->move.len - steps);
	p->row = row;
	p->col = col;
}

/* ---- Rows ---- */

static bool
is_same(const struct painted *a, const struct painted *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* A blank whose look has to change takes that of what is written next. */
static struct pen
choose_pen(const struct paint *p, int row, int col)
{
	const struct painted *shown = paint_get_row(p, p->shown, row);
	const struct painted *next = paint_get_row(p, p->next, row);
	struct pen plain = { 0, -1 };

	while (col < p->cols && !is_same(&shown[col], &next[col]) &&
	    paint_is_blank(&next[col]))
		col++;
	if (col == p->cols || is_same(&shown[col], &next[col]) ||
	    paint_shows_on_blanks(next[col].attributes))
		return plain;
	return (struct pen){ next[col].attributes, next[col].color };
}

/*
 * Moves to a cell in its look.  The look comes first where it suits what is
 * shown before the cell, which may then be written again on the way.
 */
static void
go_to_cell(struct paint *p, int row, int col)
{
	const struct painted *shown = paint_get_row(p, p->shown, row);
	const struct painted *cell = paint_get_row(p, p->next, row) + col;
	struct pen pen = { cell->attributes, cell->color };

	if (paint_is_blank(cell))
		pen = fits(cell, p->pen) ? p->pen : choose_pen(p, row, col);
	if (p->url != cell->url)
		set_url(p, 0, NULL);
	if (p->codes->is.moves_in_looks && col > 0 &&
	    fits(&shown[col - 1], pen) && !fits(&shown[col - 1], p->pen))
		set_pen(p, pen);
	paint_move(p, row, col);
	set_pen(p, pen);
}

static void
write_cell(struct paint *p, const struct painted *cell, int row, int col)
{
	const struct cell *of = canvas_get_row(p->canvas, row) + col;

	go_to_cell(p, row, col);
	set_url(p, cell->url,
	    cell->url ? canvas_get_url(p->canvas, of->url) : NULL);
	str_add(p->out, cell->text, cell->len);
	p->col += cell->width_cols;
	/* Where the cursor wraps at once, it is not known where it is. */
	if (p->col >= p->cols && !p->codes->is.wraps_late)
		p->row = -1;
}

static int
count_blanks(const struct painted *cells, int from, int to)
{
	int col = from;

	while (col < to && paint_is_blank(&cells[col]))
		col++;
	return col - from;
}

static int
count_changed(const struct paint *p, int row, int col, int count)
{
	int changed = 0;

	for (int end = col + count; col < end; col++)
		changed += !is_same(paint_get_row(p, p->shown, row) + col,
		    paint_get_row(p, p->next, row) + col);
	return changed;
}

/*
 * A run of blanks up to the last change, at end, may be erased at once.
 * Returns the columns that were.
 */
static int
erase(struct paint *p, int row, int col, int end)
{
	enum { SEQUENCE_BYTES = 5, WAY_ON_BYTES = 5 };
	const struct painted *next = paint_get_row(p, p->next, row);
	int count = count_blanks(next, col, end);
	int changed = count_changed(p, row, col, count);
	bool is_last = count == end - col;

	if (is_last && changed > ERASE_LINE_BYTES && p->codes->has_erase_line &&
	    count_blanks(next, col, p->cols) == p->cols - col) {
		paint_move(p, row, col);
		paint_set_plain(p);
		codes_add_erase_line(p->codes, p->out);
		return p->cols - col;
	}
	if (!p->codes->has_erase_cells ||
	    changed <= SEQUENCE_BYTES + (is_last ? 0 : WAY_ON_BYTES))
		return 0;
	paint_move(p, row, col);
	if (paint_shows_on_blanks(p->pen.attributes) || p->url)
		paint_set_plain(p);
	codes_add_erase_cells(p->codes, p->out, count);
	return count;
}

/* The last cell of some terminals cannot be written without scrolling. */
static bool
is_corner(const struct paint *p, const struct painted *cell, int row, int col)
{
	return !p->codes->has_corner && row == p->rows - 1 &&
	    col + cell->width_cols >= p->cols;
}

static void
paint_row(struct paint *p, int row)
{
	struct painted *shown = paint_get_row(p, p->shown, row);
	const struct painted *next = paint_get_row(p, p->next, row);
	int end = p->cols;

	if (memcmp(shown, next, (size_t)end * sizeof *next) == 0)
		return;
	while (end > 0 && is_same(&shown[end - 1], &next[end - 1]))
		end--;
	for (int col = 0; col < end;) {
		int erased;

		if (is_same(&shown[col], &next[col]) || next[col].len == 0 ||
		    is_corner(p, &next[col], row, col)) {
			shown[col] = next[col];
			col++;
			continue;
		}
		erased = erase(p, row, col, end);
		if (erased == 0) {
			write_cell(p, &next[col], row, col);
			erased = next[col].width_cols;
		}
		memcpy(shown + col, next + col, (size_t)erased * sizeof *shown);
		col += erased;
	}
}

/* ---- The whole ---- */

static void
begin_anew(struct paint *p)
{
	size_t count = (size_t)p->rows * (size_t)p->cols;

	set_url(p, 0, NULL);
	codes_add_clear(p->codes, p->out);
	for (size_t i = 0; i < count; i++)
		p->shown[i] = paint_blank;
	p->pen = (struct pen){ 0, -1 };
	p->margins = (struct code_margins){ 0, p->rows - 1 };
	p->row = p->col = 0;
	p->is_forgotten = false;
}

void
paint_draw(struct paint *p, struct str *out, const struct canvas *canvas)
{
	int row, col;

	p->out = out;
	p->canvas = canvas;
	paint_make_next(p);
	if (p->is_forgotten)
		begin_anew(p);
	else if (p->codes->has_margins)
		paint_scroll(p);
	for (row = 0; row < p->rows; row++)
		paint_row(p, row);
	paint_set_plain(p);
	canvas_get_cursor(canvas, &row, &col);
	if (row >= 0 && row < p->rows && col < p->cols)
		paint_move(p, row, col);
}
