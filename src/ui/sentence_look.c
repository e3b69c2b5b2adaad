/* SPDX-License-Identifier: ISC */
#include "sentence_look.h"

#include <string.h>

#include "base/utf8.h"

/* The first word, and the next behind one that is hardly seen. */
static size_t
measure_beginning(const char *text, size_t len)
{
	enum { ENOUGH_COLS = 2, MOST_COLS = 12 };
	const char *end = text + len;
	const char *at = text;
	int cols = 0;

	while (at < end && cols < MOST_COLS) {
		const char *next = at + utf8_next_grapheme(at, end);

		if (*at == ' ' && cols >= ENOUGH_COLS)
			break;
		cols += utf8_cluster_width_cols(at, (size_t)(next - at));
		at = next;
	}
	return (size_t)(at - text);
}

/* Bytes of one look from `at` on, of which the first few are the beginning. */
static int
put_piece(struct canvas *canvas, struct rect cells, const struct shown_run *run,
    size_t *at, size_t beginning)
{
	size_t from = *at;
	size_t end = run->len;
	unsigned flags = run->flags;
	enum role role = run->role;

	if (run->lit)
		role = lit_get_role(run->lit, from, &end, role);
	if (from < beginning && beginning < end)
		end = beginning;
	if (from < beginning)
		flags |= CELL_CURRENT;
	*at = end;
	return canvas_put(canvas, cells.row, cells.col, cells.cols, role, flags,
	    run->text + from, end - from);
}

int
sentence_put_run(struct canvas *canvas, struct rect cells,
    const struct shown_run *run)
{
	size_t beginning = run->is_beginning ?
	    measure_beginning(run->text, run->len) :
	    0;
	int cols = cells.cols;
	size_t at = 0;

	while (at < run->len) {
		int used = put_piece(canvas, cells, run, &at, beginning);

		cells.col += used;
		cells.cols -= used;
	}
	return cols - cells.cols;
}

void
sentence_put_bar(struct canvas *canvas, int row, int col)
{
	canvas_put_text(canvas, row, col, 1, ROLE_CURSOR_BAR,
	    canvas_is_utf8(canvas) ? "\u258C" : "#");
}
