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

void
app_draw_prompt(struct app *app, struct rect area)
{
	if (app->message.len > 0 && area.cols > 2)
		draw_message(app, area);
	prompt_draw(app->prompt, app->canvas, area);
}
