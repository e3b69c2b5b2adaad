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

/* Its own cells and no more: one long row does not make the others long. */
struct row {
	struct cell *cells;
	uint32_t count;
	bool is_head;
};

struct grid {
	const struct plain_writer *w;
	const struct page *page;
	struct row *rows;
	uint32_t row_count;
	uint32_t column_count;
	struct table_column *columns;
	struct arena arena;
};

uint32_t
grid_count_cells(const struct passage *row)
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
fill_row(struct grid *g, struct row *row, const struct passage *p)
{
	uint32_t from = 0, column = 0;

	row->is_head = p->level == 1;
	row->count = grid_count_cells(p);
	row->cells = arena_alloc_array(&g->arena, row->count,
	    sizeof *row->cells);
	if (row->count > g->column_count)
		g->column_count = row->count;
	for (uint32_t at = 0; at <= p->len; at++) {
		if (at < p->len && p->text[at] != '\t')
			continue;
		fill_cell(g, &row->cells[column++], p, from, at);
		from = at + 1;
	}
}

static void
measure(struct grid *g, const struct row *row)
{
	for (uint32_t i = 0; i < row->count; i++) {
		const struct cell *cell = &row->cells[i];
		struct table_column *column = &g->columns[i];
		size_t word, all;

		wrap_measure(&word, &all, cell->text, cell->len);
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
add_cell_lines(const struct grid *g, struct row *row, struct str *line)
{
	bool has_text = false;
	size_t pending = 0;

	for (uint32_t i = 0; i < row->count; i++) {
		struct cell *cell = &row->cells[i];
		struct wrap_line part = { 0 };
		size_t width = g->columns[i].width_cols;

		if (wrap_next_line(&part, &cell->at, cell->text, cell->len,
			width))
			has_text = true;
		if (part.len) {
			str_add_repeated(line, ' ', pending);
			str_add(line, cell->text + part.at, part.len);
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
		while (add_cell_lines(g, &g->rows[i], &line))
			write_out(g, &line);
		if (g->rows[i].is_head && i + 1 < g->row_count &&
		    !g->rows[i + 1].is_head)
			write_rule(g, &line);
	}
	str_clear(&line);
}

/* Too narrow for columns: "Head: cell", a line each. */
static void
write_list(struct grid *g)
{
	const struct row *head = g->rows[0].is_head ? &g->rows[0] : NULL;
	struct str text;

	str_init(&text, 0);
	for (uint32_t i = head ? 1 : 0; i < g->row_count; i++) {
		const struct row *row = &g->rows[i];

		for (uint32_t j = 0; j < row->count; j++) {
			if (row->cells[j].len == 0)
				continue;
			str_reset(&text);
			if (head && j < head->count && head->cells[j].len) {
				str_add(&text, head->cells[j].text,
				    head->cells[j].len);
				str_add_text(&text, ": ");
			}
			str_add(&text, row->cells[j].text, row->cells[j].len);
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
	struct grid g = { .w = w, .page = page, .row_count = count };

	g.rows = arena_alloc_array(&g.arena, count, sizeof *g.rows);
	for (uint32_t i = 0; i < count; i++)
		fill_row(&g, &g.rows[i], &page->passages[first + i]);
	g.columns = arena_alloc_array(&g.arena, g.column_count,
	    sizeof *g.columns);
	for (uint32_t i = 0; i < count; i++)
		measure(&g, &g.rows[i]);
	if (table_share(g.columns, g.column_count, GAP_COLS, w->width_cols))
		write_rows(&g);
	else
		write_list(&g);
	arena_clear(&g.arena);
}
