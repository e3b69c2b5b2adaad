/* SPDX-License-Identifier: ISC */
#include "layout_private.h"

#include <string.h>

#include "grid.h"
#include "text/table.h"
#include "text/wrap.h"

/*
 * All cells of a table flow at once, so that its columns can be measured;
 * then row by row the next line of each cell is set beside the others.
 */
enum {
	GAP_COLS = 2,
	/* A longer word is broken before a table loses its columns. */
	LONGEST_WORD_COLS = 16,
	ROOM_FOR_INDENT = 8
};

struct grid_row {
	uint32_t first_cell, cell_count;
};

struct layout_grid {
	uint32_t first; /* passage */
	uint32_t head;  /* that of the table, of which this may be a piece */
	uint32_t row_count;
	struct grid_row *rows;
	struct flow_part *cells;
	struct table_column *columns;
	uint32_t column_count;
};

static void
make_rows(struct layout_maker *m, struct layout_grid *g)
{
	uint32_t total = 0;

	g->rows = arena_alloc_array(m->arena, g->row_count, sizeof *g->rows);
	for (uint32_t i = 0; i < g->row_count; i++) {
		uint32_t count = grid_count_cells(
		    &m->page->passages[g->first + i]);

		g->rows[i].first_cell = total;
		g->rows[i].cell_count = count;
		total += count;
		if (count > g->column_count)
			g->column_count = count;
	}
	g->cells = arena_alloc_array(m->arena, total, sizeof *g->cells);
	g->columns = arena_alloc_array(m->arena, g->column_count,
	    sizeof *g->columns);
}

static void
fill_row(struct layout_maker *m, struct layout_grid *g, uint32_t i)
{
	const struct passage *p = &m->page->passages[g->first + i];
	struct flow_part *cell = g->cells + g->rows[i].first_cell;
	struct flow *f = &m->flow;

	flow_begin(f, p, layout_add_sentences(m, g->first + i));
	for (uint32_t at = 0; at <= p->len; at++) {
		if (at < p->len && p->text[at] != '\t')
			continue;
		cell->from = (uint32_t)f->flat.len;
		cell->piece = f->piece_count;
		flow_add_text(f, at);
		cell->to = (uint32_t)f->flat.len;
		flow_skip(f, at + 1);
		cell++;
	}
}

static void
measure(const struct layout_maker *m, struct layout_grid *g)
{
	for (uint32_t i = 0; i < g->row_count; i++) {
		const struct grid_row *row = &g->rows[i];

		for (uint32_t j = 0; j < row->cell_count; j++) {
			const struct flow_part *part =
			    &g->cells[row->first_cell + j];
			struct table_column *column = &g->columns[j];
			size_t word, all;

			wrap_measure(&word, &all,
			    m->flow.flat.data + part->from,
			    part->to - part->from);
			if (word > LONGEST_WORD_COLS)
				word = LONGEST_WORD_COLS;
			if (word > column->min_cols)
				column->min_cols = word;
			if (all > column->max_cols)
				column->max_cols = all;
		}
	}
}

/* ---- As columns ---- */

/* One line of each cell of a row; false where none had any left. */
static bool
add_cell_lines(struct layout_maker *m, struct layout_grid *g, uint32_t row,
    bool is_first)
{
	struct flow_part *cells = g->cells + g->rows[row].first_cell;
	uint32_t col = 0;
	bool has_line = is_first;

	if (is_first)
		layout_add_line(m, LINE_ROW, (int32_t)(g->first + row));
	for (uint32_t j = 0; j < g->rows[row].cell_count; j++) {
		uint32_t width = (uint32_t)g->columns[j].width_cols;
		struct flow_line line;

		if (flow_next_line(&line, &cells[j], &m->flow, width)) {
			if (!has_line)
				layout_add_line(m, LINE_ROW,
				    (int32_t)(g->first + row));
			has_line = true;
			layout_add_flow(m, &line, col);
		}
		col += width + GAP_COLS;
	}
	return has_line;
}

static void
add_rule(struct layout_maker *m, const struct layout_grid *g, uint32_t row)
{
	uint32_t col = 0;

	layout_add_line(m, LINE_RULE, (int32_t)(g->first + row));
	for (uint32_t j = 0; j < g->column_count; j++) {
		uint32_t width = (uint32_t)g->columns[j].width_cols;
		const char *rule = layout_repeat(m,
		    m->options->is_utf8 ? "\u2500" : "-", width);

		layout_add_extra(m, col, rule, strlen(rule));
		col += width + GAP_COLS;
	}
}

static bool
is_head(const struct layout_maker *m, const struct layout_grid *g, uint32_t row)
{
	return row < g->row_count &&
	    m->page->passages[g->first + row].level == 1;
}

static void
add_columns(struct layout_maker *m, struct layout_grid *g)
{
	for (uint32_t i = 0; i < g->row_count; i++) {
		bool is_first = true;

		while (add_cell_lines(m, g, i, is_first))
			is_first = false;
		if (is_head(m, g, i) && !is_head(m, g, i + 1))
			add_rule(m, g, i);
	}
}

/* ---- As records: "Head: cell", a line each ---- */

/* The cells of the head on lines of their own. */
static void
add_head(struct layout_maker *m, struct layout_grid *g, uint32_t row)
{
	struct flow_part *cells = g->cells + g->rows[row].first_cell;
	uint32_t before = m->out->line_count;

	for (uint32_t j = 0; j < g->rows[row].cell_count; j++) {
		struct flow_line line;

		while (
		    flow_next_line(&line, &cells[j], &m->flow, m->width_cols)) {
			layout_add_line(m, LINE_ROW, (int32_t)(g->first + row));
			layout_add_flow(m, &line, 0);
		}
	}
	if (m->out->line_count == before)
		layout_add_line(m, LINE_ROW, (int32_t)(g->first + row));
}

/* The bytes of a cell of the head; false: it has none. */
static bool
find_label(uint32_t *from, uint32_t *to, const struct passage *head,
    uint32_t column)
{
	uint32_t at = 0;

	if (head->level != 1)
		return false;
	for (; column > 0 && at < head->len; at++)
		column -= head->text[at] == '\t';
	*from = at;
	while (at < head->len && head->text[at] != '\t')
		at++;
	*to = at;
	return column == 0 && *from < *to;
}

/* The label and the cell flow into lines together. */
static void
add_labelled(struct layout_maker *m, struct layout_grid *g, uint32_t row,
    uint32_t column)
{
	const struct flow_part *cell =
	    &g->cells[g->rows[row].first_cell + column];
	uint32_t hang = m->width_cols >= ROOM_FOR_INDENT ? GAP_COLS : 0;
	uint32_t col = column > 0 ? hang : 0;
	struct flow *f = &m->flow;
	struct flow_part part = { .from = (uint32_t)f->flat.len,
		.piece = f->piece_count };
	const struct passage *head = &m->page->passages[g->head];
	uint32_t from, to;
	struct flow_line line;

	if (find_label(&from, &to, head, column)) {
		flow_add_label(f, head, from, to);
		flow_add(f, ": ", 2, RUN_ADDED);
	}
	flow_repeat(f, cell);
	part.to = (uint32_t)f->flat.len;
	while (flow_next_line(&line, &part, f, m->width_cols - col)) {
		layout_add_line(m, LINE_ROW, (int32_t)(g->first + row));
		layout_add_flow(m, &line, col);
		col = hang;
	}
}

static void
add_record(struct layout_maker *m, struct layout_grid *g, uint32_t row)
{
	uint32_t line = m->out->line_count;

	for (uint32_t j = 0; j < g->rows[row].cell_count; j++) {
		const struct flow_part *part =
		    &g->cells[g->rows[row].first_cell + j];

		if (part->to > part->from)
			add_labelled(m, g, row, j);
	}
	if (m->out->line_count == line)
		layout_add_line(m, LINE_ROW, (int32_t)(g->first + row));
}

static void
add_records(struct layout_maker *m, struct layout_grid *g)
{
	for (uint32_t i = 0; i < g->row_count; i++) {
		if (g->first + i > g->head)
			layout_add_line(m, LINE_BLANK, -1);
		if (is_head(m, g, i))
			add_head(m, g, i);
		else
			add_record(m, g, i);
	}
}

/* The columns of the piece before, if there is none more in this. */
static bool
take_columns(struct layout_grid *g, const struct layout_table *table)
{
	if (g->column_count > table->column_count)
		return false;
	g->columns = table->columns;
	g->column_count = table->column_count;
	return true;
}

static void
share_out(struct layout_maker *m, struct layout_grid *g)
{
	measure(m, g);
	m->table.column_count = g->column_count;
	m->table.columns = g->columns;
	if (!table_share(g->columns, g->column_count, GAP_COLS, m->width_cols))
		m->table.columns = NULL;
}

void
layout_add_table(struct layout_maker *m, uint32_t first, uint32_t count,
    bool is_continued)
{
	struct layout_grid g = { .first = first, .row_count = count };

	if (!is_continued)
		m->table.first = first;
	g.head = m->table.first;
	flow_reset(&m->flow);
	make_rows(m, &g);
	for (uint32_t i = 0; i < count; i++)
		fill_row(m, &g, i);
	if (!is_continued || !take_columns(&g, &m->table))
		share_out(m, &g);
	if (m->table.columns)
		add_columns(m, &g);
	else
		add_records(m, &g);
}
