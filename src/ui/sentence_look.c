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

int
sentence_put_run(struct canvas *canvas, struct rect cells, enum role role,
    unsigned flags, bool is_beginning, const char *text, size_t len)
{
	size_t first = is_beginning ? measure_beginning(text, len) : 0;
	int used;

	used = canvas_put(canvas, cells.row, cells.col, cells.cols, role,
	    flags | CELL_CURRENT, text, first);
	return used +
	    canvas_put(canvas, cells.row, cells.col + used, cells.cols - used,
		role, flags, text + first, len - first);
}

void
sentence_put_bar(struct canvas *canvas, int row, int col)
{
	canvas_put_text(canvas, row, col, 1, ROLE_CURSOR_BAR,
	    canvas_is_utf8(canvas) ? "\u258C" : "#");
}
