/* SPDX-License-Identifier: ISC */
#include "rows.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/table.h"
#include "text/wrap.h"

enum { GAP_COLS = 2, INDENT_COLS = 2 };

void
rows_init(struct rows *rows, struct output *out, struct arena *arena,
    const struct rows_column *columns, uint32_t column_count)
{
	*rows = (struct rows){ .out = out,
		.arena = arena,
		.columns = columns,
		.column_count = column_count };
}

static void
add_cell(struct rows *rows, const char *text, size_t len)
{
	struct str cell;

	if (rows->count == rows->cap) {
		size_t cap = rows->cap ? 2 * rows->cap : 64;
		const char **cells = arena_alloc_array(rows->arena, cap,
		    sizeof *cells);

		size_t *points = arena_alloc_array(rows->arena, cap,
		    sizeof *points);

		if (rows->count) {
			memcpy(cells, rows->cells, rows->count * sizeof *cells);
			memcpy(points, rows->points,
			    rows->count * sizeof *points);
		}
		rows->cells = cells;
		rows->points = points;
		rows->cap = cap;
	}
	if (clean_is_plain(text, len)) {
		rows->cells[rows->count++] = arena_copy(rows->arena, text, len);
		return;
	}
	str_init(&cell, 0);
	clean_add(&cell, text, len, rows->out->clean | CLEAN_ONE_LINE);
	rows->cells[rows->count++] = arena_copy(rows->arena, cell.data,
	    cell.len);
	str_clear(&cell);
}

void
rows_add(struct rows *rows, const char *text)
{
	add_cell(rows, text, strlen(text));
}

void
rows_add_str(struct rows *rows, const struct str *text)
{
	add_cell(rows, text->data, text->len);
}

void
rows_add_number(struct rows *rows, const struct str *text, size_t point)
{
	struct str cell;

	str_init(&cell, 0);
	clean_add(&cell, text->data, point, rows->out->clean | CLEAN_ONE_LINE);
	add_cell(rows, text->data, text->len);
	rows->points[rows->count - 1] = utf8_width_cols(cell.data, cell.len);
	str_clear(&cell);
}

/* Blanks before the cell, so that numbers are aligned. */
static size_t
get_indent_cols(const struct rows *rows, const size_t *points, size_t cell)
{
	size_t point = rows->points[cell];

	return point ? points[cell % rows->column_count] - point : 0;
}

/* By column, the most that stands before what is aligned. */
static const size_t *
find_points(const struct rows *rows)
{
	size_t *points = arena_alloc_array(rows->arena, rows->column_count,
	    sizeof *points);

	for (size_t i = 0; i < rows->count; i++) {
		size_t *point = &points[i % rows->column_count];

		if (rows->points[i] > *point)
			*point = rows->points[i];
	}
	return points;
}

/* Whether the columns fit beside each other; each gets its width. */
static bool
measure(const struct rows *rows, struct table_column *columns,
    const size_t *points)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct table_column *column = &columns[i % rows->column_count];
		size_t cols = get_indent_cols(rows, points, i) +
		    utf8_width_cols(rows->cells[i], strlen(rows->cells[i]));

		if (cols > column->max_cols)
			column->max_cols = cols;
	}
	for (uint32_t i = 0; i < rows->column_count; i++) {
		size_t least = rows->columns[i].least_cols;

		columns[i].width_cols = columns[i].max_cols;
		columns[i].min_cols = least && least < columns[i].max_cols ?
		    least :
		    columns[i].max_cols;
	}
	return rows->out->width_cols == 0 ||
	    table_share(columns, rows->column_count, GAP_COLS,
		rows->out->width_cols);
}

/* Returns the columns that were used. */
static size_t
add_cut(struct str *line, const char *text, size_t width_cols, bool is_utf8)
{
	const char *dots = is_utf8 ? "\xE2\x80\xA6" : "~";
	size_t len = strlen(text);
	size_t cols = utf8_width_cols(text, len);

	if (cols <= width_cols) {
		str_add(line, text, len);
		return cols;
	}
	if (width_cols == 0)
		return 0;
	len = wrap_cut(&cols, text, len, width_cols - 1);
	str_add(line, text, len);
	str_add_text(line, dots);
	return cols + 1;
}

/* A line that begins with the name, which is lit. */
static void
write_line(const struct rows *rows, const struct str *line, size_t name_len)
{
	if (rows->out->has_color && name_len) {
		output_add(rows->out, "\x1b[1m", 4);
		output_add_text(rows->out, line->data, name_len);
		output_add(rows->out, "\x1b[0m", 4);
	} else {
		name_len = 0;
	}
	output_add_line(rows->out, PLAIN_TEXT, line->data + name_len,
	    line->len - name_len);
}

static void
write_row(const struct rows *rows, size_t first,
    const struct table_column *columns, const size_t *points, struct str *line)
{
	size_t pending = 0, name_len = 0;

	str_reset(line);
	for (uint32_t i = 0; i < rows->column_count; i++) {
		const char *cell = rows->cells[first + i];
		size_t cols = get_indent_cols(rows, points, first + i);

		if (*cell) {
			str_add_repeated(line, ' ', pending + cols);
			pending = 0;
		}
		cols += add_cut(line, cell, columns[i].width_cols - cols,
		    rows->out->is_utf8);
		pending += columns[i].width_cols - cols + GAP_COLS;
		if (i == 0)
			name_len = line->len;
	}
	write_line(rows, line, name_len);
}

/* A row that is being written as a few lines. */
struct stack {
	const struct rows *rows;
	struct plain_writer writer;
	struct str indent; /* of the name; of what stands below it */
	struct str text;   /* of a line being put together */
};

/* The text as lines that fit, and begins anew. */
static void
flush_text(struct stack *s, enum plain_role role)
{
	if (s->text.len)
		plain_write_text(&s->writer, role, s->indent.data,
		    s->indent.data, s->text.data, s->text.len);
	str_reset(&s->text);
}

static void
add_cell_text(struct stack *s, const char *const *cells, uint32_t i,
    const char *divider)
{
	const char *before = s->rows->columns[i].before;

	if (!*cells[i])
		return;
	if (s->text.len)
		str_add_text(&s->text, divider);
	if (before)
		str_add_text(&s->text, before);
	str_add_text(&s->text, cells[i]);
}

static void
set_indent(struct stack *s, size_t cols)
{
	str_reset(&s->indent);
	str_add_repeated(&s->indent, ' ', cols);
}

/* How far in the row stands; half of the width is left to its text. */
static size_t
get_indent(const struct stack *s, const char *name)
{
	size_t cols = strspn(name, " ");
	size_t most = s->writer.width_cols / 4;

	return cols < most ? cols : most;
}

/* A name that has a line, or more, to itself. */
static void
write_name(struct stack *s, const char *name)
{
	set_indent(s, get_indent(s, name));
	str_add_text(&s->text, name + strspn(name, " "));
	flush_text(s, PLAIN_TITLE);
}

static void
add_head(struct stack *s, const char *const *cells, uint32_t first)
{
	for (uint32_t i = first; i < s->rows->column_count; i++) {
		if (s->rows->columns[i].line == ROWS_HEAD)
			add_cell_text(s, cells, i, "  ");
	}
}

/* The name and what belongs beside it; below it, where that is too much. */
static void
write_head(struct stack *s, const char *const *cells)
{
	add_head(s, cells, 0);
	if (utf8_width_cols(s->text.data, s->text.len) <=
	    s->writer.width_cols) {
		write_line(s->rows, &s->text, strlen(cells[0]));
		str_reset(&s->text);
	} else {
		str_reset(&s->text);
		write_name(s, cells[0]);
		add_head(s, cells, 1);
	}
	set_indent(s, get_indent(s, cells[0]) + INDENT_COLS);
	flush_text(s, PLAIN_TEXT);
}

static void
write_stack(struct stack *s, const char *const *cells)
{
	write_head(s, cells);
	for (uint32_t i = 1; i < s->rows->column_count; i++) {
		enum rows_line line = s->rows->columns[i].line;

		if (line == ROWS_ALONE)
			flush_text(s, PLAIN_TEXT);
		if (line != ROWS_HEAD)
			add_cell_text(s, cells, i,
			    line == ROWS_BEHIND ? " " : ", ");
	}
	flush_text(s, PLAIN_TEXT);
}

static void
write_stacks(const struct rows *rows)
{
	struct stack s = { .rows = rows,
		.writer = { .line = output_add_line,
		    .context = rows->out,
		    .width_cols = rows->out->width_cols,
		    .clean = rows->out->clean } };

	str_init(&s.indent, 0);
	str_init(&s.text, 0);
	for (size_t i = 0; i < rows->count; i += rows->column_count)
		write_stack(&s, rows->cells + i);
	str_clear(&s.indent);
	str_clear(&s.text);
}

void
rows_write(struct rows *rows)
{
	struct table_column *columns = arena_alloc_array(rows->arena,
	    rows->column_count, sizeof *columns);
	const size_t *points = find_points(rows);
	struct str line;

	if (!measure(rows, columns, points)) {
		write_stacks(rows);
		return;
	}
	str_init(&line, 0);
	for (size_t i = 0; i < rows->count; i += rows->column_count)
		write_row(rows, i, columns, points, &line);
	str_clear(&line);
}
