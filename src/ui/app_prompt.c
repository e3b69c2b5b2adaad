/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <string.h>

#include "base/utf8.h"

/*
 * The line that is typed at the foot, and above it, over whatever stands
 * there, what there is to say of it: a fault, or what completes it.
 */

/* How much of a text fits a row: whole words, or what of one does. */
static size_t
fit_words(const char *text, int width_cols)
{
	const char *end = text + strlen(text);
	const char *p = text;
	size_t fits = 0;
	int cols = 0;

	while (p < end) {
		size_t step = utf8_next_grapheme(p, end);

		if (*p == ' ')
			fits = (size_t)(p - text);
		cols += (int)utf8_width_cols(p, step);
		if (cols > width_cols)
			return fits ? fits : (size_t)(p - text);
		p += step;
	}
	return (size_t)(end - text);
}

static int
count_rows(const char *text, int width_cols)
{
	int rows = 0;

	while (*text) {
		size_t len = fit_words(text, width_cols);

		text += len ? len : 1;
		text += strspn(text, " ");
		rows++;
	}
	return rows;
}

/* At most a third of the screen; the last row is cut with a sign. */
static void
draw_message(struct app *app, struct rect prompt)
{
	struct canvas *canvas = app->canvas;
	enum role role = app->is_error ? ROLE_ERROR : ROLE_MESSAGE;
	const char *text = app->message.data;
	int width = prompt.cols - 2;
	int rows = count_rows(text, width);
	int most = prompt.row > 5 ? prompt.row / 3 : prompt.row;

	if (rows > most)
		rows = most;
	for (int row = prompt.row - rows; row < prompt.row; row++) {
		size_t len = fit_words(text, width);
		struct rect area = { row, prompt.col, 1, prompt.cols };

		canvas_fill(canvas, area, ROLE_HINT);
		if (row == prompt.row - 1)
			canvas_put_cut(canvas, row, prompt.col + 1, width, role,
			    text);
		else
			canvas_put(canvas, row, prompt.col + 1, width, role, 0,
			    text, len);
		text += len;
		text += strspn(text, " ");
	}
}

/* ---- Of a search ---- */

enum { ROOM_FOR_WORDS = 60 };

/* "search [exact, word]: ", or by letters where it is narrow: "[ew] /" */
static void
show_label(struct app *app, int width_cols)
{
	struct str modes, label;
	bool is_here = app->prompt_is == PROMPT_HERE ||
	    app->prompt_is == PROMPT_FILTER;

	if (app->prompt_is == PROMPT_TITLE) {
		prompt_show_label(app->prompt, "go to: ");
		return;
	}
	str_init(&modes, 0);
	str_init(&label, 0);
	if (width_cols >= ROOM_FOR_WORDS)
		app_add_modes(&modes, app);
	else
		app_add_mode_letters(&modes, app);
	if (!is_here)
		str_add_text(&label, "search");
	if (modes.len > 0)
		str_add_format(&label, "%s[%s]%s", is_here ? "" : " ",
		    modes.data, is_here ? " " : "");
	str_add_text(&label,
	    app->prompt_is == PROMPT_FILTER ? "&" :
		is_here                     ? "/" :
					      ": ");
	prompt_show_label(app->prompt, label.data);
	str_clear(&modes);
	str_clear(&label);
}

/* "v missing closing parenthesis at 9" */
static void
add_fault(struct str *out, const struct error *fault, size_t at,
    const char *text)
{
	const char *p = text;
	size_t number = 0;

	while (*p && (size_t)(p - text) < at) {
		p += utf8_next_grapheme(p, p + strlen(p));
		number++;
	}
	str_add_text(out, fault->message);
	if (fault->status == STATUS_INVALID)
		str_add_format(out, " at %zu", number);
}

/*
 * What is wrong stands above, a mark over where: beside it on the right, or
 * on the left, or in a row of its own above.
 */
static void
draw_fault(struct app *app, struct rect prompt, const struct error *fault,
    size_t fault_at)
{
	enum { MARK_COLS = 2 };
	const char *typed = prompt_get_text(app->prompt);
	int col = prompt_find_col(app->prompt, app->canvas, prompt, fault_at);
	int row = prompt.row - 1, at = prompt.col + 1, cols;
	struct rect area = { row, prompt.col, 1, prompt.cols };
	struct str text;

	str_init(&text, 0);
	add_fault(&text, fault, fault_at, typed);
	cols = canvas_measure(app->canvas, text.data, text.len);
	canvas_fill(app->canvas, area, ROLE_HINT);
	if (col >= 0 && fault->status == STATUS_INVALID) {
		canvas_put_text(app->canvas, row, col, 1, ROLE_ERROR, "v");
		if (col + MARK_COLS + cols <= prompt.col + prompt.cols) {
			at = col + MARK_COLS;
		} else if (col - cols > prompt.col) {
			at = col - cols - 1;
		} else if (row > 0) {
			area.row = --row;
			canvas_fill(app->canvas, area, ROLE_HINT);
		}
	}
	canvas_put_cut(app->canvas, row, at, prompt.col + prompt.cols - at,
	    ROLE_ERROR, text.data);
	str_clear(&text);
}

/* At the right end, where what is typed leaves room. */
static void
draw_counts(struct app *app, struct rect area)
{
	enum { GAP = 2 };
	int room = area.cols - 1 - GAP -
	    prompt_measure(app->prompt, app->canvas);
	struct str text;
	int cols;

	if (room <= 0)
		return;
	str_init(&text, 0);
	if (app->prompt_is != PROMPT_HERE)
		app_add_counts(&text, app, room);
	else if (!app->search.is_found)
		str_add_text(&text,
		    app_live_is_folded(app) ? "in what is folded" :
					      "not from here on");
	cols = (int)text.len;
	if (cols <= room)
		canvas_put_text(app->canvas, area.row,
		    area.col + area.cols - 1 - cols, cols, ROLE_PROMPT,
		    text.data);
	str_clear(&text);
}

static void
draw_search(struct app *app, struct rect area)
{
	show_label(app, area.cols);
	prompt_draw(app->prompt, app->canvas, area);
	draw_counts(app, area);
	if (app->search.fault.status && area.row > 0)
		draw_fault(app, area, &app->search.fault, app->search.fault_at);
}

static void
draw_filter(struct app *app, struct rect area)
{
	show_label(app, area.cols);
	prompt_draw(app->prompt, app->canvas, area);
	if (app->filter_fault.status && area.row > 0)
		draw_fault(app, area, &app->filter_fault, app->filter_fault_at);
}

void
app_draw_prompt(struct app *app, struct rect area)
{
	if (app->message.len > 0 && area.cols > 2)
		draw_message(app, area);
	if (app_is_searching(app))
		draw_search(app, area);
	else if (app_is_filtering(app))
		draw_filter(app, area);
	else
		prompt_draw(app->prompt, app->canvas, area);
}
