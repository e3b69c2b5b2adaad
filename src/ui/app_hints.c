/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <stdio.h>
#include <string.h>

/*
 * What can be pressed here, in the bottom line: only what has something to
 * do, and always the way to help, at the right end, where it stays while
 * others come and go with the cursor.
 */
enum { GAP_COLS = 2 };

static const enum command pane_hints[] = { COMMAND_OPEN, COMMAND_COPY,
	COMMAND_ESCAPE, COMMAND_STYLE, COMMAND_PANE_NEXT, COMMAND_HELP,
	COMMAND_NONE };
static const enum command contents_hints[] = { COMMAND_OPEN, COMMAND_FOLD,
	COMMAND_FILTER, COMMAND_ESCAPE, COMMAND_HELP, COMMAND_NONE };

static const enum command *
get_hints(const struct app *app)
{
	if (app->focus == PANE_CONTENTS)
		return contents_hints;
	if (app->focus == PANE_CITATIONS)
		return pane_hints;
	return app->view->class->hints;
}

/* The first view is left with the program; the history is no such view. */
bool
app_is_first(const struct app *app)
{
	size_t all, behind;

	trail_list(app->session->trail, &all, &behind);
	return behind == 0 && !place_is_beside_trail(app->view->class->place);
}

static bool
has_ahead(const struct app *app)
{
	size_t all, behind;

	trail_list(app->session->trail, &all, &behind);
	return behind < all;
}

static bool
has_effect(const struct app *app, enum command command)
{
	const struct view_class *class = app->view->class;

	if (command == COMMAND_BACK)
		return !app_is_first(app);
	if (command == COMMAND_FORWARD)
		return has_ahead(app);
	if (command == COMMAND_MATCH_NEXT)
		return app->search.is_lit && app->search.number != 0;
	if (command == COMMAND_SEARCH || command == COMMAND_SEARCH_HERE)
		return true;
	if (app->focus == PANE_CONTENTS)
		return contents_has_effect(app->contents, command);
	if (app->focus == PANE_CITATIONS)
		return citations_has_effect(app->citations, command);
	return !class->has_effect || class->has_effect(app->view, command);
}

static const char *
get_word(const struct app *app, enum command command)
{
	const char *word = NULL;

	if (command == COMMAND_CLOSE && app_is_first(app))
		return "quit";
	if (command == COMMAND_ESCAPE && app->focus == PANE_CONTENTS &&
	    contents_is_filtered(app->contents))
		return "all topics";
	if (app->focus == PANE_MAIN && app->view->class->get_hint)
		word = app->view->class->get_hint(app->view, command);
	return word ? word : command_get(command)->hint;
}

/* Draws "? help" where it ends before last; returns its columns, 0: none. */
static int
put_hint(struct app *app, int row, int col, int last, enum command command)
{
	const char *word = get_word(app, command);
	struct str key;
	int key_cols, cols;

	str_init(&key, 64);
	keymap_add_first_key(&key, app->keymap, command);
	key_cols = canvas_measure(app->canvas, key.data, key.len);
	cols = key_cols + 1 + (int)strlen(word);
	if (key.len == 0 || col < 1 || col + cols > last) {
		str_clear(&key);
		return 0;
	}
	canvas_put_text(app->canvas, row, col, key_cols, ROLE_HINT_KEY,
	    key.data);
	canvas_put_text(app->canvas, row, col + key_cols + 1, last - col,
	    ROLE_HINT, word);
	str_clear(&key);
	return cols;
}

static bool
is_among(const enum command *hints, enum command command)
{
	while (*hints != COMMAND_NONE && *hints != command)
		hints++;
	return *hints == command;
}

/* At the right end; returns where the others end. */
static int
put_help(struct app *app, int row, int last)
{
	struct str key;
	int cols;

	str_init(&key, 64);
	keymap_add_first_key(&key, app->keymap, COMMAND_HELP);
	cols = canvas_measure(app->canvas, key.data, key.len) + 1 +
	    (int)strlen(get_word(app, COMMAND_HELP));
	str_clear(&key);
	cols = put_hint(app, row, last - cols, last, COMMAND_HELP);
	return cols > 0 ? last - cols - GAP_COLS : last;
}

/* A count being typed, at the right; how much room is left. */
static int
put_count(struct app *app, struct rect area)
{
	char count[16];
	int len, last = area.cols - 1;

	if (app->count == 0)
		return last;
	len = snprintf(count, sizeof count, "%d", app->count);
	if (len + 1 >= area.cols)
		return last;
	canvas_put_text(app->canvas, area.row, last - len, len, ROLE_HINT_KEY,
	    count);
	return last - len - 1;
}

/* The style in use, where something is cited: never in place of a key. */
static int
put_style(struct app *app, struct rect area, int col, int last)
{
	enum { ROOM_FOR_STYLE = 60 };
	const struct view_class *class = app->view->class;
	const char *style;

	if (area.cols < ROOM_FOR_STYLE || class->place == PLACE_HITS ||
	    !(class->has_citations || class->get_source))
		return 0;
	style = references_get_style(app_get_references(app));
	return GAP_COLS +
	    canvas_put_text(app->canvas, area.row, col, last - col, ROLE_HINT,
		style);
}

void
app_draw_hints(struct app *app, struct rect area)
{
	const enum command *hints = get_hints(app);
	char position[64] = "";
	int last = put_count(app, area);
	int col = 1;

	if (is_among(hints, COMMAND_HELP))
		last = put_help(app, area.row, last);
	col += put_style(app, area, col, last);
	if (app->view->class->get_position && app->focus == PANE_MAIN)
		app->view->class->get_position(app->view, position,
		    sizeof position);
	if (position[0])
		col += GAP_COLS +
		    canvas_put_text(app->canvas, area.row, col, last - col,
			ROLE_HINT, position);
	for (; *hints != COMMAND_NONE; hints++) {
		int cols = 0;

		if (*hints != COMMAND_HELP && has_effect(app, *hints))
			cols = put_hint(app, area.row, col, last, *hints);
		col += cols > 0 ? cols + GAP_COLS : 0;
	}
}

/* ---- The letters of copying ---- */

/* "c reference"; returns its columns. */
static int
measure_letter(const char *hint)
{
	return 2 + (int)strlen(hint);
}

/* Rows that the letters take. */
static int
count_letter_rows(int cols)
{
	int rows = 1, col = 1;
	const char *hint;
	char letter;

	for (unsigned i = 0; app_get_copy_hint(i, &letter, &hint); i++) {
		int wide = measure_letter(hint);

		if (col > 1 && col + wide > cols) {
			rows++;
			col = 1;
		}
		col += wide + GAP_COLS;
	}
	return rows;
}

void
app_draw_copy_hints(struct app *app, struct rect area)
{
	int rows = count_letter_rows(area.cols), col = 1;
	int row = area.row + 1 - rows;
	const char *hint;
	char letter;

	row = row < 0 ? 0 : row;
	canvas_fill(app->canvas,
	    (struct rect){ row, area.col, area.row + 1 - row, area.cols },
	    ROLE_HINT);
	for (unsigned i = 0; app_get_copy_hint(i, &letter, &hint); i++) {
		int wide = measure_letter(hint);

		if (col > 1 && col + wide > area.cols) {
			row++;
			col = 1;
		}
		canvas_put(app->canvas, row, col, 1, ROLE_HINT_KEY, 0, &letter,
		    1);
		canvas_put_text(app->canvas, row, col + 2, area.cols - col - 2,
		    ROLE_HINT, hint);
		col += wide + GAP_COLS;
	}
}
