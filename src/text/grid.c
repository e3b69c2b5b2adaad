/* SPDX-License-Identifier: ISC */
#include "grid.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "marked.h"
#include "text/clean.h"
#include "text/table.h"
#include "text/wrap.h"

enum {
	GAP_COLS = 2,
	/* A longer word is broken before a table loses its columns. */
	LONGEST_WORD_COLS = 16
};

struct cell {
	const char *text;
	size_t len;
	size_t at; /* what has been written */
};

struct grid {
	const struct plain_writer *w;
	const struct page *page;
	const struct passage *rows;
	uint32_t row_count;
	uint32_t column_count;
	struct table_column *columns;
	struct cell *cells;
	struct arena arena;
};

static uint32_t
count_cells(const struct passage *row)
{
	uint32_t count = 1;

	for (uint32_t i = 0; i < row->len; i++)
		count += row->text[i] == '\t';
	return count;
}

static void
fill_cell(struct grid *g, struct cell *cell, const struct passage *row,
    uint32_t from, uint32_t to)
{
	struct str text;

	str_init(&text, 0);
	marked_add(&text, g->page, row, from, to, g->w->clean);
	cell->text = arena_copy(&g->arena, text.data, text.len);
	cell->len = text.len;
	str_clear(&text);
}

static void
fill_row(struct grid *g, const struct passage *row, struct cell *cells)
{
	uint32_t from = 0, column = 0;

	for (uint32_t at = 0; at <= row->len; at++) {
		if (at < row->len && row->text[at] != '\t')
			continue;
		fill_cell(g, &cells[column++], row, from, at);
		from = at + 1;
	}
}

static void
measure(struct grid *g)
{
	for (uint32_t i = 0; i < g->row_count * g->column_count; i++) {
		struct table_column *column = &g->columns[i % g->column_count];
		size_t word, all;

		wrap_measure(&word, &all, g->cells[i].text, g->cells[i].len);
		if (word > LONGEST_WORD_COLS)
			word = LONGEST_WORD_COLS;
		if (word > column->min_cols)
			column->min_cols = word;
		if (all > column->max_cols)
			column->max_cols = all;
	}
}

static void
write_out(const struct grid *g, struct str *line)
{
	while (line->len && line->data[line->len - 1] == ' ')
		line->len--;
	g->w->line(g->w->context, PLAIN_TEXT, line->data, line->len);
	str_reset(line);
}

static void
write_rule(const struct grid *g, struct str *line)
{
	for (uint32_t i = 0; i < g->column_count; i++) {
		str_add_repeated(line, ' ', i ? GAP_COLS : 0);
		str_add_repeated(line, '-', g->columns[i].width_cols);
	}
	write_out(g, line);
}

/* One line of each cell of a row; false where none had any left. */
static bool
add_cell_lines(const struct grid *g, struct cell *cells, struct str *line)
{
	bool has_text = false;
	size_t pending = 0;

	for (uint32_t i = 0; i < g->column_count; i++) {
		struct wrap_line part = { 0 };
		size_t width = g->columns[i].width_cols;

		if (wrap_next_line(&part, &cells[i].at, cells[i].text,
			cells[i].len, width))
			has_text = true;
		if (part.len) {
			str_add_repeated(line, ' ', pending);
			str_add(line, cells[i].text + part.at, part.len);
			pending = 0;
		}
		pending += GAP_COLS;
		if (part.width_cols < width)
			pending += width - part.width_cols;
	}
	return has_text;
}

static void
write_rows(struct grid *g)
{
	struct str line;

	str_init(&line, 0);
	for (uint32_t i = 0; i < g->row_count; i++) {
		struct cell *cells = g->cells + i * g->column_count;

		while (add_cell_lines(g, cells, &line))
			write_out(g, &line);
		if (g->rows[i].level == 1 && i + 1 < g->row_count &&
		    g->rows[i + 1].level != 1)
			write_rule(g, &line);
	}
	str_clear(&line);
}

/* Too narrow for columns: "Head: cell", a line each. */
static void
write_list(struct grid *g)
{
	const struct cell *head = g->rows[0].level == 1 ? g->cells : NULL;
	struct str text;

	str_init(&text, 0);
	for (uint32_t i = head ? 1 : 0; i < g->row_count; i++) {
		const struct cell *cells = g->cells + i * g->column_count;

		for (uint32_t j = 0; j < g->column_count; j++) {
			if (cells[j].len == 0)
				continue;
			str_reset(&text);
			if (head && head[j].len) {
				str_add(&text, head[j].text, head[j].len);
				str_add_text(&text, ": ");
			}
			str_add(&text, cells[j].text, cells[j].len);
			plain_write_text(g->w, PLAIN_TEXT, j ? "  " : "- ",
			    "  ", text.data, text.len);
		}
	}
	str_clear(&text);
}

void
grid_write(const struct plain_writer *w, const struct page *page,
    uint32_t first, uint32_t count)
{
	struct grid g = { .w = w,
		.page = page,
		.rows = page->passages + first,
		.row_count = count };

	for (uint32_t i = 0; i < count; i++) {
		uint32_t cells = count_cells(&g.rows[i]);

		if (cells > g.column_count)
			g.column_count = cells;
	}
	g.columns = arena_alloc_array(&g.arena, g.column_count,
	    sizeof *g.columns);
	g.cells = arena_alloc_array(&g.arena,
	    (size_t)g.row_count * g.column_count, sizeof *g.cells);
	for (uint32_t i = 0; i < count; i++)
		fill_row(&g, &g.rows[i], g.cells + i * g.column_count);
	measure(&g);
	if (table_share(g.columns, g.column_count, GAP_COLS, w->width_cols))
		write_rows(&g);
	else
		write_list(&g);
	arena_clear(&g.arena);
}
