/* SPDX-License-Identifier: ISC */
#include "draw/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/clean.h"

/*
 * Lines of frames are kept as bits, the sides of a cell that they leave by,
 * so that a rule which ends at a frame makes a joint with it.
 */
enum { SIDE_UP = 1, SIDE_RIGHT = 2, SIDE_DOWN = 4, SIDE_LEFT = 8 };

enum { SIZE_LIMIT = 1000, URL_LIMIT = 1000 };

struct canvas {
	int rows, cols;
	struct cell *cells;
	uint8_t *sides; /* of each cell */
	bool is_ascii;
	int cursor_row, cursor_col;
	char **urls;
	unsigned url_count;
};

static const struct cell blank = { .text = " ", .len = 1, .width_cols = 1 };

static int
clamp(int value)
{
	if (value < 1)
		return 1;
	return value > SIZE_LIMIT ? SIZE_LIMIT : value;
}

struct canvas *
canvas_new(int rows, int cols)
{
	struct canvas *c = mem_alloc_array(1, sizeof *c);

	canvas_resize(c, rows, cols);
	return c;
}

static void
forget_urls(struct canvas *c)
{
	while (c->url_count > 0)
		free(c->urls[--c->url_count]);
}

void
canvas_free(struct canvas *c)
{
	if (!c)
		return;
	forget_urls(c);
	free(c->urls);
	free(c->cells);
	free(c->sides);
	free(c);
}

void
canvas_resize(struct canvas *c, int rows, int cols)
{
	size_t count;

	c->rows = clamp(rows);
	c->cols = clamp(cols);
	count = (size_t)c->rows * (size_t)c->cols;
	c->cells = mem_resize_array(c->cells, count, sizeof *c->cells);
	c->sides = mem_resize_array(c->sides, count, sizeof *c->sides);
	canvas_clear(c);
}

void
canvas_clear(struct canvas *c)
{
	size_t count = (size_t)c->rows * (size_t)c->cols;

	for (size_t i = 0; i < count; i++)
		c->cells[i] = blank;
	memset(c->sides, 0, count);
	c->cursor_row = c->cursor_col = -1;
	forget_urls(c);
}

int
canvas_get_rows(const struct canvas *c)
{
	return c->rows;
}

int
canvas_get_cols(const struct canvas *c)
{
	return c->cols;
}

const struct cell *
canvas_get_row(const struct canvas *c, int row)
{
	return c->cells + (size_t)row * (size_t)c->cols;
}

void
canvas_set_utf8(struct canvas *c, bool is_utf8)
{
	c->is_ascii = !is_utf8;
}

bool
canvas_is_utf8(const struct canvas *c)
{
	return !c->is_ascii;
}

static bool
is_inside(const struct canvas *c, int row, int col)
{
	return row >= 0 && row < c->rows && col >= 0 && col < c->cols;
}

static struct cell *
get_cell(struct canvas *c, int row, int col)
{
	return c->cells + (size_t)row * (size_t)c->cols + (size_t)col;
}

/* Half of a wide character that loses its other half becomes a blank. */
static void
break_wide(struct canvas *c, int row, int col)
{
	struct cell *cell = get_cell(c, row, col);

	if (cell->width_cols == 2 && col + 1 < c->cols) {
		uint8_t role = cell[1].role;

		cell[1] = blank;
		cell[1].role = role;
	} else if (cell->len == 0 && col > 0) {
		uint8_t role = cell[-1].role;

		cell[-1] = blank;
		cell[-1].role = role;
	}
}

static void
set_cell(struct canvas *c, int row, int col, const char *text, size_t len,
    int width, enum role role, unsigned flags)
{
	struct cell *cell = get_cell(c, row, col);

	break_wide(c, row, col);
	if (width == 2)
		break_wide(c, row, col + 1);
	memset(cell, 0, sizeof *cell);
	memcpy(cell->text, text, len);
	cell->len = (uint8_t)len;
	cell->width_cols = (uint8_t)width;
	cell->role = (uint8_t)role;
	cell->flags = (uint8_t)flags;
	c->sides[(size_t)row * (size_t)c->cols + (size_t)col] = 0;
	if (width == 2) {
		memset(cell + 1, 0, sizeof *cell);
		cell[1].role = (uint8_t)role;
		cell[1].flags = (uint8_t)flags;
	}
}

static bool
is_joiner(int32_t c)
{
	return c == 0x200C || c == 0x200D;
}

/* Whether a character of a cluster, but its first, is left out. */
static bool
is_left_out(int32_t c, const char *bytes, size_t len, unsigned *marks)
{
	enum { MARKS_IN_A_CELL = 4 };

	if (utf8_is_control(c) || utf8_is_invisible(c))
		return true;
	if (!utf8_is_drawn(bytes, len))
		++*marks;
	return *marks > MARKS_IN_A_CELL;
}

/*
 * One cluster as it may be shown; returns its columns.  A cell holds a base
 * and a few marks: the rest is cut whole, and so is what cannot be seen.  A
 * joiner at the end would reach into the next cell.
 */
static int
make_shown(char *out, size_t *out_len, const char *cluster, size_t len)
{
	static const char replacement[] = "\xEF\xBF\xBD";
	const char *end = cluster + len;
	int width = utf8_cluster_width_cols(cluster, len);
	bool is_drawn = utf8_is_drawn(cluster, len);
	size_t shown_len = 0;
	unsigned marks = 0;

	*out_len = 0;
	while (is_drawn && cluster < end) {
		char bytes[4];
		int32_t c;
		size_t size;

		cluster += utf8_decode(&c, cluster, end);
		size = utf8_encode(bytes, c);
		if (*out_len > 0 && is_left_out(c, bytes, size, &marks))
			continue;
		if (*out_len + size > sizeof((struct cell *)0)->text)
			break;
		memcpy(out + *out_len, bytes, size);
		*out_len += size;
		if (!is_joiner(c))
			shown_len = *out_len;
	}
	*out_len = shown_len;
	if (shown_len > 0)
		return width;
	memcpy(out, replacement, 3);
	*out_len = 3;
	return 1;
}

static int
put_clusters(struct canvas *c, int row, int col, int cols, enum role role,
    unsigned flags, const char *text, size_t len)
{
	const char *end = text + len;
	int used = 0;

	while (text < end && used < cols) {
		char shown[sizeof((struct cell *)0)->text];
		size_t shown_len = 1;
		size_t step = 1;
		int width = 1;

		if ((unsigned char)text[0] >= 0x20 &&
		    (unsigned char)text[0] < 0x7F &&
		    (text + 1 == end || (unsigned char)text[1] < 0x80)) {
			shown[0] = text[0];
		} else {
			step = utf8_next_grapheme(text, end);
			width = make_shown(shown, &shown_len, text, step);
		}
		if (used + width > cols)
			break;
		if (is_inside(c, row, col + used) &&
		    is_inside(c, row, col + used + width - 1))
			set_cell(c, row, col + used, shown, shown_len, width,
			    role, flags);
		used += width;
		text += step;
	}
	return used;
}

int
canvas_put(struct canvas *c, int row, int col, int cols, enum role role,
    unsigned flags, const char *text, size_t len)
{
	struct str clean;
	int used;

	if (row < 0 || row >= c->rows || cols <= 0)
		return 0;
	if (cols > c->cols - col)
		cols = c->cols - col;
	if (!c->is_ascii || clean_is_plain(text, len))
		return put_clusters(c, row, col, cols, role, flags, text, len);
	str_init(&clean, 0);
	clean_add(&clean, text, len, CLEAN_ASCII | CLEAN_ONE_LINE);
	used = put_clusters(c, row, col, cols, role, flags, clean.data,
	    clean.len);
	str_clear(&clean);
	return used;
}

int
canvas_put_text(struct canvas *c, int row, int col, int cols, enum role role,
    const char *text)
{
	return canvas_put(c, row, col, cols, role, 0, text, strlen(text));
}

int
canvas_measure(const struct canvas *c, const char *text, size_t len)
{
	struct str clean;
	int cols;

	if (!c->is_ascii || clean_is_plain(text, len))
		return (int)utf8_width_cols(text, len);
	str_init(&clean, 0);
	clean_add(&clean, text, len, CLEAN_ASCII | CLEAN_ONE_LINE);
	cols = (int)clean.len;
	str_clear(&clean);
	return cols;
}

int
canvas_put_cut(struct canvas *c, int row, int col, int cols, enum role role,
    const char *text)
{
	size_t len = strlen(text);
	int used;

	if (cols <= 0)
		return 0;
	if (canvas_measure(c, text, len) <= cols)
		return canvas_put(c, row, col, cols, role, 0, text, len);
	used = canvas_put(c, row, col, cols - 1, role, 0, text, len);
	used += canvas_put_text(c, row, col + used, 1, role,
	    c->is_ascii ? ">" : "\xE2\x80\xA6");
	return used;
}

static struct rect
clip(const struct canvas *c, struct rect area)
{
	if (area.row < 0) {
		area.rows += area.row;
		area.row = 0;
	}
	if (area.col < 0) {
		area.cols += area.col;
		area.col = 0;
	}
	if (area.rows > c->rows - area.row)
		area.rows = c->rows - area.row;
	if (area.cols > c->cols - area.col)
		area.cols = c->cols - area.col;
	return area;
}

void
canvas_fill(struct canvas *c, struct rect area, enum role role)
{
	area = clip(c, area);
	for (int i = 0; i < area.rows; i++) {
		for (int j = 0; j < area.cols; j++)
			set_cell(c, area.row + i, area.col + j, " ", 1, 1, role,
			    0);
	}
}

/* Box drawing, by the sides that a cell's lines leave by (U+2500). */
static const char *
get_line(const struct canvas *c, unsigned sides)
{
	static const char *const lines[16] = { " ", "\xE2\x94\x82",
		"\xE2\x94\x80", "\xE2\x94\x94", "\xE2\x94\x82", "\xE2\x94\x82",
		"\xE2\x94\x8C", "\xE2\x94\x9C", "\xE2\x94\x80", "\xE2\x94\x98",
		"\xE2\x94\x80", "\xE2\x94\xB4", "\xE2\x94\x90", "\xE2\x94\xA4",
		"\xE2\x94\xAC", "\xE2\x94\xBC" };

	if (!c->is_ascii)
		return lines[sides];
	if ((sides & (SIDE_LEFT | SIDE_RIGHT)) == 0)
		return sides ? "|" : " ";
	return sides & (SIDE_UP | SIDE_DOWN) ? "+" : "-";
}

static void
add_sides(struct canvas *c, int row, int col, unsigned sides, enum role role)
{
	size_t at;
	const char *line;

	if (!is_inside(c, row, col))
		return;
	at = (size_t)row * (size_t)c->cols + (size_t)col;
	sides |= c->sides[at];
	line = get_line(c, sides);
	set_cell(c, row, col, line, strlen(line), 1, role, 0);
	c->sides[at] = (uint8_t)sides;
}

void
canvas_put_title(struct canvas *c, int row, int col, int cols, enum role role,
    const char *title)
{
	int used;

	if (!title || !title[0] || cols < 5)
		return;
	canvas_put_text(c, row, col, 1, role, " ");
	used = canvas_put_cut(c, row, col + 1, cols - 2,
	    role == ROLE_BORDER_FOCUS ? ROLE_BORDER_FOCUS : ROLE_PANE_TITLE,
	    title);
	canvas_put_text(c, row, col + 1 + used, 1, role, " ");
}

void
canvas_put_rule(struct canvas *c, int row, int col, int cols, enum role role,
    const char *title)
{
	for (int i = 0; i < cols; i++)
		add_sides(c, row, col + i,
		    (i > 0 ? SIDE_LEFT : 0u) | (i + 1 < cols ? SIDE_RIGHT : 0u),
		    role);
	canvas_put_title(c, row, col + 1, cols - 2, role, title);
}

void
canvas_put_vertical(struct canvas *c, int row, int col, int rows,
    enum role role)
{
	for (int i = 0; i < rows; i++)
		add_sides(c, row + i, col,
		    (i > 0 ? SIDE_UP : 0u) | (i + 1 < rows ? SIDE_DOWN : 0u),
		    role);
}

void
canvas_put_frame(struct canvas *c, struct rect area, enum role role,
    const char *title)
{
	int bottom = area.row + area.rows - 1;
	int right = area.col + area.cols - 1;

	if (area.rows < 2 || area.cols < 2)
		return;
	canvas_put_rule(c, area.row, area.col, area.cols, role, NULL);
	canvas_put_rule(c, bottom, area.col, area.cols, role, NULL);
	canvas_put_vertical(c, area.row, area.col, area.rows, role);
	canvas_put_vertical(c, area.row, right, area.rows, role);
	canvas_put_title(c, area.row, area.col + 1, area.cols - 2, role, title);
}

void
canvas_set_cursor(struct canvas *c, int row, int col)
{
	if (!is_inside(c, row, col))
		return;
	c->cursor_row = row;
	c->cursor_col = col;
}

void
canvas_get_cursor(const struct canvas *c, int *row, int *col)
{
	*row = c->cursor_row;
	*col = c->cursor_col;
}

void
canvas_set_url(struct canvas *c, int row, int col, int cols, const char *url)
{
	unsigned i;

	if (row < 0 || row >= c->rows)
		return;
	for (i = 0; i < c->url_count; i++) {
		if (strcmp(c->urls[i], url) == 0)
			break;
	}
	if (i == c->url_count) {
		if (i == URL_LIMIT)
			return;
		c->urls = mem_resize_array(c->urls, c->url_count + 1,
		    sizeof *c->urls);
		c->urls[c->url_count++] = mem_copy_text(url);
	}
	for (int j = col; j < col + cols && j < c->cols; j++) {
		if (j >= 0)
			get_cell(c, row, j)->url = (uint16_t)(i + 1);
	}
}

const char *
canvas_get_url(const struct canvas *c, unsigned url)
{
	return url >= 1 && url <= c->url_count ? c->urls[url - 1] : NULL;
}

static void
dump_text(struct str *out, const struct canvas *c, int row)
{
	const struct cell *cells = canvas_get_row(c, row);
	size_t start = out->len;

	for (int i = 0; i < c->cols; i++)
		str_add(out, cells[i].text, cells[i].len);
	while (out->len > start && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	str_add_char(out, '\n');
}

/* Roles as letters: '.' for plain text, 'A' on for the others; those under
 * the cursor in lower case. */
static void
dump_roles(struct str *out, const struct canvas *c, int row)
{
	const struct cell *cells = canvas_get_row(c, row);
	size_t start = out->len;

	for (int i = 0; i < c->cols; i++) {
		char letter = cells[i].role == ROLE_TEXT ?
		    '.' :
		    (char)('A' + cells[i].role - 1);

		if (cells[i].flags & CELL_CURRENT)
			letter = letter == '.' ? ',' : (char)(letter | 0x20);
		if (cells[i].flags & CELL_TARGET)
			letter = '*';
		str_add_char(out, letter);
	}
	while (out->len > start && out->data[out->len - 1] == '.')
		out->data[--out->len] = '\0';
	str_add_char(out, '\n');
}

void
canvas_dump(struct str *out, const struct canvas *c, bool with_roles)
{
	for (int i = 0; i < c->rows; i++)
		dump_text(out, c, i);
	if (!with_roles)
		return;
	str_add_format(out, "-- cursor %d %d\n", c->cursor_row, c->cursor_col);
	for (int i = 0; i < c->rows; i++)
		dump_roles(out, c, i);
}
