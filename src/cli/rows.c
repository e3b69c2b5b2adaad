/* SPDX-License-Identifier: ISC */
#include "rows.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/table.h"
#include "text/wrap.h"

enum { GAP_COLS = 2, NARROWEST_COLS = 10 };

void
rows_init(struct rows *rows, struct output *out, struct arena *arena,
    uint32_t columns)
{
	*rows = (struct rows){ .out = out, .arena = arena, .columns = columns };
}

static void
add_cell(struct rows *rows, const char *text, size_t len)
{
	struct str cell;

	if (rows->count == rows->cap) {
		size_t cap = rows->cap ? 2 * rows->cap : 64;
		const char **cells = arena_alloc_array(rows->arena, cap,
		    sizeof *cells);

		if (rows->count)
			memcpy(cells, rows->cells, rows->count * sizeof *cells);
		rows->cells = cells;
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

static void
measure(const struct rows *rows, struct table_column *columns)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct table_column *column = &columns[i % rows->columns];
		size_t cols = utf8_width_cols(rows->cells[i],
		    strlen(rows->cells[i]));

		if (cols > column->max_cols)
			column->max_cols = cols;
	}
	for (uint32_t i = 0; i < rows->columns; i++) {
		columns[i].width_cols = columns[i].max_cols;
		columns[i].min_cols = columns[i].max_cols < NARROWEST_COLS ?
		    columns[i].max_cols :
		    NARROWEST_COLS;
	}
	/* The name is the last thing to go. */
	columns[0].min_cols = columns[0].max_cols;
}

/* How many columns fit the terminal, which all get their widths. */
static uint32_t
share(const struct rows *rows, struct table_column *columns)
{
	uint32_t shown = rows->columns;

	if (rows->out->width_cols == 0)
		return shown;
	while (shown > 1 &&
	    !table_share(columns, shown, GAP_COLS, rows->out->width_cols))
		shown--;
	if (shown == 1 && columns[0].width_cols > rows->out->width_cols)
		columns[0].width_cols = rows->out->width_cols;
	return shown;
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

static void
write_row(const struct rows *rows, const char *const *cells,
    const struct table_column *columns, uint32_t shown, struct str *line)
{
	size_t pending = 0, name_len = 0;

	str_reset(line);
	for (uint32_t i = 0; i < shown; i++) {
		size_t cols;

		if (*cells[i]) {
			str_add_repeated(line, ' ', pending);
			pending = 0;
		}
		cols = add_cut(line, cells[i], columns[i].width_cols,
		    rows->out->is_utf8);
		pending += columns[i].width_cols - cols + GAP_COLS;
		if (i == 0)
			name_len = line->len;
	}
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

void
rows_write(struct rows *rows)
{
	struct table_column *columns = arena_alloc_array(rows->arena,
	    rows->columns, sizeof *columns);
	struct str line;
	uint32_t shown;

	measure(rows, columns);
	shown = share(rows, columns);
	str_init(&line, 0);
	for (size_t i = 0; i + rows->columns <= rows->count; i += rows->columns)
		write_row(rows, rows->cells + i, columns, shown, &line);
	str_clear(&line);
}
