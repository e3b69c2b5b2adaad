/* SPDX-License-Identifier: ISC */
#include "citations_private.h"

#include <string.h>

#include "base/utf8.h"
#include "keymap.h"

/*
 * Some of the selected step stays in sight, whatever the size is now; below
 * the last are the notes.
 */
static void
scroll(struct citations *c)
{
	int last = (int)c->line_count - c->rows_shown;

	if (c->top > last)
		c->top = last > 0 ? last : 0;
	if (citations_find_line(c, c->selected) >= c->top + c->rows_shown ||
	    (c->selected + 1 < (int)c->step_count &&
		citations_find_last_line(c, c->selected) < c->top))
		citations_show_selected(c);
}

/* In the roles of a style's words. */
static void
draw_words(struct canvas *canvas, struct rect row,
    const struct citation_line *line)
{
	uint32_t at = (uint32_t)(line->text - line->words->text);
	uint32_t end = at + (uint32_t)line->len;
	int col = line->indent;
	struct rich_piece piece;

	while (rich_next_piece(&piece, line->words, &at, end))
		col += canvas_put(canvas, row.row, row.col + col,
		    row.cols - col, piece.role, 0, line->words->text + piece.at,
		    piece.len);
	if (line->url)
		canvas_set_url(canvas, row.row, row.col + line->indent,
		    col - line->indent, line->url);
}

static void
draw_line(struct citations *c, struct canvas *canvas, struct rect row,
    const struct citation_line *line, bool is_focused)
{
	bool is_selected = is_focused && !line->words && line->step >= 0 &&
	    line->step == c->selected;
	enum role role = is_selected ? ROLE_SELECTED : line->role;
	bool is_unseen = line->step >= 0 &&
	    c->steps[line->step]->seen == SEEN_NO;

	if (is_selected)
		canvas_fill(canvas, row, ROLE_SELECTED);
	canvas_put_text(canvas, row.row, row.col, line->indent,
	    is_selected ? role : ROLE_DIM, line->label);
	if (line->words) {
		draw_words(canvas, row, line);
		return;
	}
	if (is_unseen && !is_selected)
		role = ROLE_UNSEEN;
	canvas_put(canvas, row.row, row.col + line->indent,
	    row.cols - line->indent, role, 0, line->text, line->len);
}

/* On what is seen first of the selected step, else on the first line. */
static void
put_cursor(const struct citations *c, struct canvas *canvas, struct rect area)
{
	int line = citations_find_line(c, c->selected);

	if (line < c->top)
		line = c->top;
	if (line < (int)c->line_count && c->lines[line].step == c->selected)
		canvas_set_cursor(canvas, area.row + line - c->top,
		    area.col + c->lines[line].indent);
	else
		canvas_set_cursor(canvas, area.row, area.col);
}

/* "3 more lines: C", the key only where the keys are elsewhere. */
static void
add_more(struct str *out, struct citations *c, size_t more, bool is_focused)
{
	str_add_format(out, "%zu more line%s", more, more == 1 ? "" : "s");
	if (is_focused)
		return;
	str_add_text(out, ": ");
	keymap_add_first_key(out, app_get_keymap(c->app),
	    COMMAND_CITATIONS_ENTER);
}

void
citations_draw_more(struct citations *c, struct canvas *canvas,
    struct rect area, bool is_focused, bool is_framed)
{
	size_t shown = (size_t)c->top + (size_t)area.rows;
	struct str text;
	int cols, row;

	if (area.rows < 1 || c->line_count <= shown)
		return;
	str_init(&text, 64);
	str_add_text(&text, is_framed ? " " : "\u2026 ");
	add_more(&text, c, c->line_count - shown, is_focused);
	str_add_text(&text, is_framed ? " " : "");
	cols = (int)utf8_width_cols(text.data, text.len);
	row = area.row + area.rows - !is_framed;
	if (cols <= area.cols && (is_framed || !is_focused))
		canvas_put_text(canvas, row, area.col + area.cols - cols, cols,
		    ROLE_HINT, text.data);
	str_clear(&text);
}

static const char *
get_text_of_none(const struct cited *cited)
{
	if (!cited->page)
		return "Nothing is under the cursor.";
	return cited->is_heading ? "A heading states nothing of its own." :
				   "No source is given here.";
}

void
citations_draw(struct citations *c, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	size_t left;

	c->rows_shown = area.rows;
	citations_make_lines(c, area.cols, canvas_is_utf8(canvas));
	scroll(c);
	if (c->line_count == 0)
		canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
		    get_text_of_none(&c->cited));
	left = c->line_count - (size_t)c->top;
	for (int i = 0; i < area.rows && i < (int)left; i++) {
		struct rect row = { area.row + i, area.col, 1, area.cols };

		draw_line(c, canvas, row, &c->lines[c->top + i], is_focused);
	}
	if (is_focused)
		put_cursor(c, canvas, area);
}
