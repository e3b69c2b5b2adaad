/* SPDX-License-Identifier: ISC */
#include "list_private.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * Columns share the width by rank and by what their cells need, measured
 * once on the first hundred items.  Where they do not all have a good
 * width, the one of the highest rank goes first; the three that matter most
 * are made narrow before they go.
 */
enum {
	GAP_COLS = 2,
	HEAD_FROM_ROWS = 6,
	MEASURED_ITEMS = 128,
	OPTIONAL = 3 /* rank */
};

struct columns {
	struct {
		unsigned number; /* of the class's columns */
		int cols, most;
	} all[LIST_COLUMN_LIMIT];
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

/* The text of a cell as it is drawn, which is what is measured and cut. */
static void
add_cell(struct str *out, enum role *role, const struct list *l, uint32_t item,
    unsigned column, const struct canvas *canvas)
{
	struct str cell;

	if (canvas_is_utf8(canvas)) {
		l->class->add_cell(out, role, l->view, item, column);
		return;
	}
	str_init(&cell, 0);
	l->class->add_cell(&cell, role, l->view, item, column);
	clean_add(out, cell.data, cell.len, CLEAN_ASCII | CLEAN_ONE_LINE);
	str_clear(&cell);
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
	if (class->load)
		class->load(l->view, 0, count);
	str_init(&cell, 0);
	for (unsigned j = 0; j < class->column_count; j++) {
		size_t widest = utf8_width_cols(class->columns[j].title,
		    strlen(class->columns[j].title));

		for (uint32_t i = 0; i < count; i++) {
			enum role role = ROLE_TEXT;
			size_t cols;

			str_reset(&cell);
			add_cell(&cell, &role, l, i, j, canvas);
			cols = utf8_width_cols(cell.data, cell.len);
			if (cols > widest)
				widest = cols;
		}
		l->widest[j] = (uint16_t)(widest < 1000 ? widest : 1000);
	}
	str_clear(&cell);
}

static unsigned
get_rank(const struct list *l, const struct columns *c, unsigned i)
{
	return l->class->columns[c->all[i].number].rank;
}

static int
get_good(const struct list *l, const struct columns *c, unsigned i)
{
	int good = l->class->columns[c->all[i].number].good_cols;

	return good < c->all[i].most ? good : c->all[i].most;
}

static void
choose_columns(struct columns *c, const struct list *l)
{
	bool is_grouped = list_is_grouped(l);

	c->count = 0;
	for (unsigned i = 0; i < l->class->column_count; i++) {
		const struct list_column *column = &l->class->columns[i];
		int most = l->widest[i];

		if (is_grouped && column->is_heading)
			continue;
		if (column->most_cols && most > column->most_cols)
			most = column->most_cols;
		c->all[c->count].number = i;
		c->all[c->count].most = most;
		c->all[c->count].cols = get_good(l, c, c->count);
		c->count++;
	}
}

/* The first few columns may be narrow; more are for those who have room. */
static void
make_narrow(struct columns *c, const struct list *l)
{
	for (unsigned i = 0; i < c->count; i++) {
		int least = l->class->columns[c->all[i].number].least_cols;

		if (least < c->all[i].cols)
			c->all[i].cols = least;
	}
}

static int
add_up(const struct columns *c)
{
	int cols = GAP_COLS * ((int)c->count - 1);

	for (unsigned i = 0; i < c->count; i++)
		cols += c->all[i].cols;
	return cols;
}

/* The one of the highest rank, unless its rank is below that. */
static bool
drop_least(struct columns *c, const struct list *l, unsigned rank)
{
	unsigned least = 0;

	for (unsigned i = 1; i < c->count; i++) {
		if (get_rank(l, c, i) > get_rank(l, c, least))
			least = i;
	}
	if (get_rank(l, c, least) < rank)
		return false;
	c->count--;
	for (unsigned i = least; i < c->count; i++)
		c->all[i] = c->all[i + 1];
	return true;
}

/* What is left goes to the columns by rank; what is too much is taken. */
static void
share(struct columns *c, const struct list *l, int cols)
{
	int left;

	choose_columns(c, l);
	while (c->count > 1 && add_up(c) > cols && drop_least(c, l, OPTIONAL))
		continue;
	if (add_up(c) > cols)
		make_narrow(c, l);
	while (c->count > 1 && add_up(c) > cols)
		drop_least(c, l, 0);
	left = cols - add_up(c);
	for (unsigned rank = 0; rank < LIST_COLUMN_LIMIT; rank++) {
		for (unsigned i = 0; i < c->count; i++) {
			int more = c->all[i].most - c->all[i].cols;

			if (get_rank(l, c, i) != rank)
				continue;
			more = more < left ? more : left;
			c->all[i].cols += more;
			left -= more;
		}
	}
}

static int
get_indent(const struct list_column *column, int width, const struct str *cell)
{
	int cols = (int)utf8_width_cols(cell->data, cell->len);

	return column->is_right && cols < width ? width - cols : 0;
}

/* Half a number would be another: such a cell is cut between two words. */
static void
cut_at_word(struct str *cell, int cols, bool is_utf8)
{
	size_t used, len;

	if ((int)utf8_width_cols(cell->data, cell->len) <= cols)
		return;
	len = wrap_cut(&used, cell->data, cell->len,
	    cols > 2 ? (size_t)cols - 2 : 1);
	while (len > 0 && cell->data[len] != ' ')
		len--;
	if (len == 0)
		return;
	cell->len = len;
	cell->data[len] = '\0';
	str_add_text(cell, is_utf8 ? " \u2026" : " >");
}

static void
draw_cell(struct list *l, struct canvas *canvas, struct rect place,
    unsigned number, uint32_t item, enum role selected)
{
	const struct list_column *column = &l->class->columns[number];
	enum role role = ROLE_TEXT;
	struct str cell;
	int indent;

	str_init(&cell, 0);
	add_cell(&cell, &role, l, item, number, canvas);
	if (column->is_number)
		cut_at_word(&cell, place.cols, canvas_is_utf8(canvas));
	indent = get_indent(column, place.cols, &cell);
	canvas_put_cut(canvas, place.row, place.col + indent,
	    place.cols - indent, selected != ROLE_TEXT ? selected : role,
	    cell.data);
	str_clear(&cell);
}

static void
draw_item(struct list *l, struct canvas *canvas, struct rect row,
    const struct columns *c, uint32_t item, enum role selected)
{
	struct rect place = row;

	if (selected != ROLE_TEXT)
		canvas_fill(canvas, row, selected);
	for (unsigned i = 0; i < c->count; i++) {
		place.cols = c->all[i].cols;
		draw_cell(l, canvas, place, c->all[i].number, item, selected);
		place.col += place.cols + GAP_COLS;
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
    const struct columns *c)
{
	struct str title;
	int col = row.col;

	str_init(&title, 0);
	for (unsigned i = 0; i < c->count; i++) {
		const struct list_column *column =
		    &l->class->columns[c->all[i].number];
		int cols = c->all[i].cols;
		bool is_sorted = l->class->sort_count > 1 &&
		    c->all[i].number == list_get_sort_column(l);
		int indent;

		str_reset(&title);
		str_add_text(&title, column->title);
		indent = get_indent(column, cols, &title);
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
	if (list_is_sorting(l) || list_is_looking(l))
		str_add_text(&text, "Looking...");
	else if (l->filter[0])
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
	measure(l, canvas);
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
