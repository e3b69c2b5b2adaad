/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <string.h>

#include "base/utf8.h"
#include "text/table.h"

/*
 * Columns share the width by what their cells need, measured once on the
 * first few hundred items.  Where they do not all fit, the one of the
 * highest rank goes first.
 */
enum { GAP_COLS = 2, HEAD_FROM_ROWS = 6, MEASURED_ITEMS = 400 };

struct columns {
	struct table_column width[LIST_COLUMN_LIMIT];
	unsigned number[LIST_COLUMN_LIMIT]; /* of the class's columns */
	unsigned count;
};

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
measure(struct list *l)
{
	const struct list_class *class = l->class;
	uint32_t count = l->item_count < MEASURED_ITEMS ? l->item_count :
							  MEASURED_ITEMS;
	struct str cell;

	if (l->is_measured)
		return;
	l->is_measured = true;
	str_init(&cell, 0);
	for (unsigned j = 0; j < class->column_count; j++) {
		size_t widest = utf8_width_cols(class->columns[j].title,
		    strlen(class->columns[j].title));

		for (uint32_t i = 0; i < count; i++) {
			enum role role = ROLE_TEXT;
			size_t cols;

			str_reset(&cell);
			class->add_cell(&cell, &role, l->view, i, j);
			cols = utf8_width_cols(cell.data, cell.len);
			if (cols > widest)
				widest = cols;
		}
		l->widest[j] = (uint16_t)(widest < 1000 ? widest : 1000);
	}
	str_clear(&cell);
}

static void
drop_least(const struct list_class *class, struct columns *c)
{
	unsigned least = 0;

	for (unsigned i = 1; i < c->count; i++) {
		if (class->columns[c->number[i]].rank >
		    class->columns[c->number[least]].rank)
			least = i;
	}
	c->count--;
	for (unsigned i = least; i < c->count; i++) {
		c->number[i] = c->number[i + 1];
		c->width[i] = c->width[i + 1];
	}
}

static void
share(struct columns *c, const struct list *l, int cols)
{
	const struct list_class *class = l->class;
	bool is_grouped = list_is_grouped(l);

	c->count = 0;
	for (unsigned i = 0; i < class->column_count; i++) {
		const struct list_column *column = &class->columns[i];
		size_t most = l->widest[i];

		if (is_grouped && column->is_heading)
			continue;
		if (column->most_cols && most > column->most_cols)
			most = column->most_cols;
		c->width[c->count].max_cols = most;
		c->width[c->count].min_cols = most < column->least_cols ?
		    most :
		    column->least_cols;
		c->number[c->count++] = i;
	}
	while (c->count > 1 &&
	    !table_share(c->width, c->count, GAP_COLS, (size_t)cols))
		drop_least(class, c);
	if (c->count == 1)
		c->width[0].width_cols = (size_t)cols;
}

static int
get_indent(const struct list_column *column, const struct table_column *width,
    const struct str *cell)
{
	size_t cols = utf8_width_cols(cell->data, cell->len);

	return column->is_right && cols < width->width_cols ?
	    (int)(width->width_cols - cols) :
	    0;
}

static void
draw_item(struct list *l, struct canvas *canvas, struct rect row,
    const struct columns *c, uint32_t item, enum role selected)
{
	struct str cell;
	int col = row.col;

	if (selected != ROLE_TEXT)
		canvas_fill(canvas, row, selected);
	str_init(&cell, 0);
	for (unsigned i = 0; i < c->count; i++) {
		int cols = (int)c->width[i].width_cols;
		enum role role = ROLE_TEXT;
		int indent;

		str_reset(&cell);
		l->class->add_cell(&cell, &role, l->view, item, c->number[i]);
		indent = get_indent(&l->class->columns[c->number[i]],
		    &c->width[i], &cell);
		canvas_put_cut(canvas, row.row, col + indent, cols - indent,
		    selected != ROLE_TEXT ? selected : role, cell.data);
		col += cols + GAP_COLS;
	}
	str_clear(&cell);
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
	canvas_put_text(canvas, row.row, col, row.col + row.cols - col,
	    ROLE_DIM, text.data);
	str_clear(&text);
}

/* The titles of columns; the one that is sorted by has a sign. */
static void
draw_head(const struct list *l, struct canvas *canvas, struct rect row,
    const struct columns *c)
{
	struct str title;
	int col = row.col;

	str_init(&title, 0);
	for (unsigned i = 0; i < c->count; i++) {
		const struct list_column *column =
		    &l->class->columns[c->number[i]];
		int cols = (int)c->width[i].width_cols;
		bool is_sorted = l->class->sort_count > 1 &&
		    c->number[i] == list_get_sort_column(l);
		int indent;

		str_reset(&title);
		str_add_text(&title, column->title);
		indent = get_indent(column, &c->width[i], &title);
		canvas_put_cut(canvas, row.row, col + indent, cols - indent,
		    is_sorted ? ROLE_HEADING : ROLE_DIM, title.data);
		col += cols + GAP_COLS;
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
	if (l->filter[0])
		str_add_format(&text,
		    "Nothing here has \u201C%s\u201D; Esc shows all again.",
		    l->filter);
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
    const struct columns *c, uint32_t at, bool is_focused)
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
	struct columns c;

	if (l->shown == 0) {
		draw_empty(l, canvas, area, is_focused);
		return;
	}
	measure(l);
	share(&c, l, area.cols);
	scroll(l, rows);
	if (list_has_head(l, area.rows)) {
		draw_head(l, canvas, row, &c);
		row.row++;
	}
	for (int i = 0; i < rows && l->top + (uint32_t)i < l->row_count; i++) {
		draw_row(l, canvas, row, &c, l->top + (uint32_t)i, is_focused);
		row.row++;
	}
}
