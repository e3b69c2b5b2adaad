/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/wrap.h"

enum { HEAD_FROM_ROWS = 6 };

bool
list_has_head(const struct list *l, int rows)
{
	return rows >= HEAD_FROM_ROWS && l->class->column_count > 1;
}

int
list_get_body_rows(const struct list *l, int rows)
{
	return rows - list_has_head(l, rows);
}

static void
add_shown(struct str *out, const char *text, size_t len,
    const struct canvas *canvas)
{
	if (canvas_is_utf8(canvas))
		str_add(out, text, len);
	else
		clean_add(out, text, len, CLEAN_ASCII | CLEAN_ONE_LINE);
}

int
list_add_cell(struct str *out, enum role *role, const struct list *l,
    uint32_t item, unsigned column, const struct canvas *canvas)
{
	bool is_aligned = l->class->columns[column].is_aligned;
	struct str cell;
	size_t at = 0;
	int cols;

	str_init(&cell, 0);
	if (is_aligned)
		at = l->class->add_aligned(&cell, role, l->view, item, column);
	else
		l->class->add_cell(&cell, role, l->view, item, column);
	add_shown(out, cell.data, at, canvas);
	cols = (int)utf8_width_cols(out->data, out->len);
	add_shown(out, cell.data + at, cell.len - at, canvas);
	str_clear(&cell);
	return cols;
}

/*
 * Where cells of a column are aligned: the numbers of all of them, where
 * there is room for what usually stands behind these, too.
 */
static int
get_point(const struct list *l, unsigned number, int width)
{
	int point = width - (int)l->behind[number];

	return point < (int)l->before[number] ? point : (int)l->before[number];
}

/* Aligned cells give way where they would not fit. */
static int
get_indent(const struct list *l, unsigned number, int width,
    const struct str *cell, int before)
{
	const struct list_column *column = &l->class->columns[number];
	int left = width - (int)utf8_width_cols(cell->data, cell->len);
	int indent = column->is_right ? left : 0;

	if (column->is_aligned && before > 0)
		indent = get_point(l, number, width) - before;
	if (indent > left)
		indent = left;
	return indent > 0 ? indent : 0;
}

/* Whether the word that ends there is a sign of what follows: "~ ", "> ". */
static bool
is_sign(const char *text, size_t len)
{
	enum { SIGN_BYTES = 3 };
	size_t bytes = 0;

	while (bytes < len && text[len - 1 - bytes] != ' ') {
		char c = text[len - 1 - bytes++];

		if (bytes > SIGN_BYTES || (c >= '0' && c <= '9') ||
		    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			return false;
	}
	return bytes > 0;
}

/* Up to where a cell may be cut: a blank, or behind the dash of a range. */
static size_t
find_cut(const struct str *cell, size_t len)
{
	static const char dash[] = "\u2013";
	size_t dash_len = sizeof dash - 1;

	for (; len > 0; len--) {
		if (cell->data[len] == ' ' && is_sign(cell->data, len))
			continue;
		if (cell->data[len] == ' ' || cell->data[len - 1] == '-')
			return len;
		if (len >= dash_len &&
		    memcmp(cell->data + len - dash_len, dash, dash_len) == 0)
			return len;
	}
	return 0;
}

/*
 * Half a number would be another: a cell with one is cut behind a whole
 * number, or not shown.
 */
static void
cut_at_word(struct str *cell, int cols, bool is_utf8)
{
	size_t used, len, first = strcspn(cell->data, "0123456789");

	if ((int)utf8_width_cols(cell->data, cell->len) <= cols)
		return;
	len = find_cut(cell,
	    wrap_cut(&used, cell->data, cell->len,
		cols > 2 ? (size_t)cols - 2 : 1));
	if (first < cell->len && len <= first)
		len = 0;
	else if (len == 0)
		return;
	cell->len = len;
	cell->data[len] = '\0';
	if (len > 0 && cell->data[len - 1] != ' ')
		str_add_char(cell, ' ');
	str_add_text(cell, is_utf8 ? "\u2026" : ">");
}

static void
draw_cell(struct list *l, struct canvas *canvas, struct rect place,
    unsigned number, uint32_t item, enum role selected)
{
	enum role role = ROLE_TEXT;
	struct str cell;
	int indent, before;

	str_init(&cell, 0);
	before = list_add_cell(&cell, &role, l, item, number, canvas);
	if (l->class->columns[number].is_number)
		cut_at_word(&cell, place.cols, canvas_is_utf8(canvas));
	indent = get_indent(l, number, place.cols, &cell, before);
	canvas_put_cut(canvas, place.row, place.col + indent,
	    place.cols - indent, selected != ROLE_TEXT ? selected : role,
	    cell.data);
	str_clear(&cell);
}

static void
draw_filled(const struct list *l, struct canvas *canvas, struct rect place,
    unsigned number, int64_t item, enum role role)
{
	struct str cell;

	str_init(&cell, 0);
	l->class->add_filled(&cell, l->view, item, number, place.cols,
	    canvas_is_utf8(canvas));
	canvas_put_cut(canvas, place.row, place.col, place.cols, role,
	    cell.data);
	str_clear(&cell);
}

static void
draw_item(struct list *l, struct canvas *canvas, struct rect row,
    const struct list_columns *c, uint32_t item, enum role selected)
{
	struct rect place = row;

	if (selected != ROLE_TEXT)
		canvas_fill(canvas, row, selected);
	for (unsigned i = 0; i < c->count; i++) {
		place.cols = c->all[i].cols;
		if (l->class->columns[c->all[i].number].is_filled)
			draw_filled(l, canvas, place, c->all[i].number, item,
			    selected);
		else
			draw_cell(l, canvas, place, c->all[i].number, item,
			    selected);
		place.col += place.cols + LIST_GAP_COLS;
	}
}

/* "Reports  12" */
static void
draw_heading(struct list *l, struct canvas *canvas, struct rect row,
    uint32_t at)
{
	struct str text;
	int col = row.col;

	str_init(&text, 0);
	list_add_group(&text, l, (uint32_t)l->rows[at + 1]);
	col += canvas_put_cut(canvas, row.row, col, row.cols, ROLE_HEADING,
	    text.data);
	str_reset(&text);
	str_add_format(&text, "  %d", -(int)l->rows[at]);
	if (l->class->has_group_counts)
		canvas_put_text(canvas, row.row, col, row.col + row.cols - col,
		    ROLE_DIM, text.data);
	str_clear(&text);
}

/* The titles of columns; the one that is sorted by has a sign. */
static void
draw_head(const struct list *l, struct canvas *canvas, struct rect row,
    const struct list_columns *c)
{
	struct str title;
	int col = row.col;

	str_init(&title, 0);
	for (unsigned i = 0; i < c->count; i++) {
		unsigned number = c->all[i].number;
		int cols = c->all[i].cols;
		bool is_sorted = l->class->sort_count > 1 &&
		    number == list_get_sort_column(l);
		int indent;

		if (l->class->columns[number].is_filled) {
			draw_filled(l, canvas,
			    (struct rect){ row.row, col, 1, cols }, number, -1,
			    ROLE_DIM);
			col += cols + LIST_GAP_COLS;
			continue;
		}
		str_reset(&title);
		str_add_text(&title, l->class->columns[number].title);
		indent = get_indent(l, number, cols, &title, (int)title.len);
		canvas_put_cut(canvas, row.row, col + indent, cols - indent,
		    is_sorted ? ROLE_HEADING : ROLE_DIM, title.data);
		col += cols + LIST_GAP_COLS;
	}
	str_clear(&title);
}

/* The selected row is shown, with the heading above it where it is first. */
static void
scroll(struct list *l, int rows)
{
	uint32_t shown = rows > 0 ? (uint32_t)rows : 1;
	uint32_t first = l->row;

	if (l->is_restoring) {
		int64_t top = (int64_t)l->row + l->scroll;

		l->is_restoring = false;
		l->top = top > 0 ? (uint32_t)top : 0;
	}
	if (l->top + shown > l->row_count)
		l->top = l->row_count > shown ? l->row_count - shown : 0;
	if (first > 0 && shown > 1 && l->rows[first - 1] < 0)
		first--;
	if (first < l->top)
		l->top = first;
	if (l->row >= l->top + shown)
		l->top = l->row - shown + 1;
}

static void
draw_empty(const struct list *l, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct str text;

	str_init(&text, 0);
	if (list_is_narrowed(l) && list_is_looking(l))
		str_add_text(&text, "Nothing so far.");
	else if (l->sieve)
		str_add_format(&text,
		    "Nothing here has \"%s\"; Esc shows all again.",
		    list_get_filter(l));
	else if (list_facets_is_any(l))
		str_add_text(&text,
		    "Nothing is left here; Esc shows more again.");
	else
		str_add_text(&text, l->class->empty);
	canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
	    text.data);
	if (is_focused)
		canvas_set_cursor(canvas, area.row, area.col);
	str_clear(&text);
}

static void
draw_row(struct list *l, struct canvas *canvas, struct rect row,
    const struct list_columns *c, uint32_t at, bool is_focused)
{
	enum role selected = ROLE_TEXT;

	if (l->rows[at] < 0) {
		draw_heading(l, canvas, row, at);
		return;
	}
	if (at == l->row)
		selected = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
	draw_item(l, canvas, row, c, (uint32_t)l->rows[at], selected);
	if (at == l->row && is_focused)
		canvas_set_cursor(canvas, row.row, row.col);
}

void
list_draw(struct list *l, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct rect row = { area.row, area.col, 1, area.cols };
	int rows = list_get_body_rows(l, area.rows);
	struct list_columns c;

	if (list_facets_is_choosing(l)) {
		list_facets_draw(l, canvas, area, is_focused);
		return;
	}
	if (l->shown == 0) {
		draw_empty(l, canvas, area, is_focused);
		return;
	}
	list_share_columns(&c, l, area.cols, canvas);
	scroll(l, rows);
	if (list_has_head(l, area.rows)) {
		draw_head(l, canvas, row, &c);
		row.row++;
	}
	for (int i = 0; i < rows && l->top + (uint32_t)i < l->row_count; i++) {
		uint32_t at = l->top + (uint32_t)i;

		l->above = i > 0 ? l->rows[at - 1] : -1;
		draw_row(l, canvas, row, &c, at, is_focused);
		row.row++;
	}
}
