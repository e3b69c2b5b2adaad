/* SPDX-License-Identifier: ISC */
#include "screen_shot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* Attributes and colours of a cell's letters and ground. */
enum {
	BOLD = 1,
	UNDERLINE = 2,
	ITALIC = 4,
	BLINK = 8,
	REVERSE = 16,
	DIM = 32,
	ATTRIBUTE_COUNT = 6,
	SHOWS_ON_BLANKS = UNDERLINE | REVERSE
};

struct pen {
	unsigned attributes;
	int fg, bg; /* -1: the terminal's own */
};

struct place {
	int row, col;
};

void
screen_shot_take(struct screen_shot *out, struct screen *s)
{
	memset(out, 0, sizeof *out);
	screen_get_size(s, &out->rows, &out->cols);
	out->cells = mem_alloc_array((size_t)out->rows * (size_t)out->cols,
	    sizeof *out->cells);
	for (int row = 0; row < out->rows; row++) {
		for (int col = 0; col < out->cols; col++)
			screen_get_cell(s, row, col,
			    &out->cells[row * out->cols + col]);
	}
	screen_get_cursor(s, &out->cursor_row, &out->cursor_col);
}

void
screen_shot_clear(struct screen_shot *shot)
{
	free(shot->cells);
	memset(shot, 0, sizeof *shot);
}

/* ---- Cells ---- */

static const VTermScreenCell *
get_cell(const struct screen_shot *shot, int row, int col)
{
	return &shot->cells[row * shot->cols + col];
}

static bool
is_blank(const VTermScreenCell *cell)
{
	return cell->chars[0] == 0 ||
	    (cell->chars[0] == ' ' && cell->chars[1] == 0);
}

static bool
is_right_half(const struct screen_shot *shot, int row, int col)
{
	return col > 0 && get_cell(shot, row, col - 1)->width == 2;
}

static int
get_color(const VTermColor *color)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(color) ||
	    VTERM_COLOR_IS_DEFAULT_BG(color))
		return -1;
	return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : 256;
}

static struct pen
get_pen(const VTermScreenCell *cell)
{
	return (struct pen){
		.attributes = (cell->attrs.bold ? BOLD : 0u) |
		    (cell->attrs.underline ? UNDERLINE : 0u) |
		    (cell->attrs.italic ? ITALIC : 0u) |
		    (cell->attrs.blink ? BLINK : 0u) |
		    (cell->attrs.reverse ? REVERSE : 0u) |
		    (cell->attrs.strike ? DIM : 0u),
		.fg = get_color(&cell->fg),
		.bg = get_color(&cell->bg),
	};
}

/* What of a pen shows on a cell; the letters' colour is the reversed
 * ground's. */
static struct pen
get_pen_to_see(const VTermScreenCell *cell)
{
	struct pen pen = get_pen(cell);

	if (!is_blank(cell))
		return pen;
	pen.attributes &= SHOWS_ON_BLANKS;
	if (pen.attributes == 0)
		pen.fg = -1;
	return pen;
}

static bool
is_same_pen(struct pen a, struct pen b)
{
	return a.attributes == b.attributes && a.fg == b.fg && a.bg == b.bg;
}

static bool
is_same(const VTermScreenCell *a, const VTermScreenCell *b)
{
	if (!is_same_pen(get_pen_to_see(a), get_pen_to_see(b)))
		return false;
	return (is_blank(a) && is_blank(b)) ||
	    memcmp(a->chars, b->chars, sizeof a->chars) == 0;
}

/* The emulator leaves the right half of a wide character as it was. */
static bool
is_changed(const struct screen_shot *before, const struct screen_shot *after,
    int row, int col)
{
	if (is_right_half(before, row, col) && is_right_half(after, row, col))
		return false;
	return !is_same(get_cell(before, row, col), get_cell(after, row, col));
}

bool
screen_shot_find_change(const struct screen_shot *before,
    const struct screen_shot *after, int *row, int *col)
{
	for (*row = 0; *row < after->rows; ++*row) {
		for (*col = 0; *col < after->cols; ++*col) {
			if (is_changed(before, after, *row, *col))
				return true;
		}
	}
	return false;
}

/* ---- The shortest sequences ---- */

static size_t
get_lesser(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
count_digits(int number)
{
	return number < 10 ? 1 : number < 100 ? 2 : 3;
}

/* CSI, the parameter (1 may be left out), a letter. */
static size_t
count_step(int by)
{
	return by == 0 ? 0 : 3 + (by == 1 ? 0 : count_digits(by));
}

static size_t
count_columns(int from, int to)
{
	size_t bytes = count_step(abs(to - from));

	/* The column's number (HPA); from the left (CR); backspaces. */
	if (to != from)
		bytes = get_lesser(bytes, count_step(to + 1));
	bytes = get_lesser(bytes, 1 + count_step(to));
	if (to < from)
		bytes = get_lesser(bytes, (size_t)(from - to));
	return bytes;
}

static size_t
count_move(struct place from, struct place to)
{
	size_t rows = count_step(abs(to.row - from.row));
	size_t whole = 3 +
	    (to.row == 0 && to.col == 0 ?
		    0 :
		    count_digits(to.row + 1) + 1 + count_digits(to.col + 1));

	if (to.row > from.row)
		rows = get_lesser(rows, (size_t)(to.row - from.row));
	return get_lesser(whole, rows + count_columns(from.col, to.col));
}

static size_t
count_color_bytes(int color, int plain)
{
	if (color == plain)
		return 0;
	if (color < 8)
		return 3;
	return color < 16 ? 3 + (size_t)(plain == 40) : 6 + count_digits(color);
}

/* From plain: CSI, the parameters with a semicolon each but the last, m. */
static size_t
count_from_plain(struct pen to)
{
	size_t bytes = 2;

	for (unsigned i = 0; i < ATTRIBUTE_COUNT; i++)
		bytes += to.attributes & (1u << i) ? 2 : 0;
	bytes += count_color_bytes(to.fg, -1) + count_color_bytes(to.bg, -1);
	return bytes > 2 ? bytes : 0;
}

static size_t
count_look(struct pen from, struct pen to)
{
	struct pen more = to;
	size_t reset;

	if (is_same_pen(from, to))
		return 0;
	/* All off first: "CSI m", or an empty parameter before the others. */
	reset = count_from_plain(to) > 0 ? count_from_plain(to) + 1 : 3;
	if ((from.attributes & ~to.attributes) || (from.fg >= 0 && to.fg < 0) ||
	    (from.bg >= 0 && to.bg < 0))
		return reset;
	more.attributes = to.attributes & ~from.attributes;
	if (more.fg == from.fg)
		more.fg = -1;
	if (more.bg == from.bg)
		more.bg = -1;
	return get_lesser(reset, count_from_plain(more));
}

/* ---- The whole ---- */

static size_t
count_text(const VTermScreenCell *cell)
{
	size_t bytes = 0;
	char text[4];

	if (is_blank(cell))
		return 1;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		bytes += utf8_encode(text, (int32_t)cell->chars[i]);
	return bytes;
}

/* A blank is written in whatever pen shows nothing on it. */
static bool
fits(const VTermScreenCell *cell, struct pen pen)
{
	VTermScreenCell blank = *cell;

	if (!is_blank(cell))
		return is_same_pen(get_pen(cell), pen);
	if ((pen.attributes & SHOWS_ON_BLANKS) !=
	    (get_pen(&blank).attributes & SHOWS_ON_BLANKS))
		return false;
	return (pen.attributes & SHOWS_ON_BLANKS) == 0 ||
	    get_pen(&blank).fg == pen.fg;
}

size_t
screen_shot_count_needed(const struct screen_shot *before,
    const struct screen_shot *after)
{
	struct pen plain = { 0, -1, -1 }, pen = plain;
	struct place at = { before->cursor_row, before->cursor_col };
	struct place end = { after->cursor_row, after->cursor_col };
	size_t bytes = 0;

	for (int row = 0; row < after->rows; row++) {
		for (int col = 0; col < after->cols; col++) {
			const VTermScreenCell *cell = get_cell(after, row, col);

			if (!is_changed(before, after, row, col) ||
			    is_right_half(after, row, col))
				continue;
			bytes += count_move(at, (struct place){ row, col });
			if (!fits(cell, pen)) {
				bytes += count_look(pen, get_pen_to_see(cell));
				pen = get_pen_to_see(cell);
			}
			bytes += count_text(cell);
			at = (struct place){ row, col + cell->width };
		}
	}
	return bytes + count_look(pen, plain) + count_move(at, end);
}
