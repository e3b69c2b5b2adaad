/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/utf8.h"
#include "term_kind.h"
#include "term_private.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * What is copied out: to the terminal's clipboard, or onto a screen with
 * nothing else on it, where the terminal itself breaks the lines, so that
 * the mouse takes up what was written.
 */

enum term_copied
term_copy(struct term *t, const char *text, size_t len)
{
	if (t->is_away || t->clipboard == CLIPBOARD_NONE)
		return TERM_HAS_NO_CLIPBOARD;
	if (!clipboard_has_room(len))
		return TERM_COPY_TOO_LONG;
	clipboard_add(&t->out, t->clipboard, text, len);
	term_flush(t);
	return TERM_COPIED;
}

bool
term_has_multiplexer(const struct term *t)
{
	return t->clipboard == CLIPBOARD_TMUX;
}

/* Rows that a line takes where the terminal breaks it. */
static int
count_rows(const char *line, size_t len, int cols)
{
	size_t width = utf8_width_cols(line, len);

	return width == 0 ? 1 : (int)((width - 1) / (size_t)cols) + 1;
}

/* Bytes of a line that fit so many rows. */
static size_t
cut_line(const char *line, size_t len, int rows, int cols)
{
	size_t used;

	return wrap_cut(&used, line, len, (size_t)rows * (size_t)cols);
}

/* How much of the text fits the screen, its last cell left alone. */
static size_t
fit_text(const struct term *t, const char *text)
{
	size_t at = 0;
	int rows = t->rows;

	while (text[at] && rows > 0) {
		size_t len = strcspn(text + at, "\n");
		int wanted = count_rows(text + at, len + 1, t->cols);

		if (wanted > rows) {
			if (rows == t->rows)
				at += cut_line(text + at, len, rows, t->cols);
			break;
		}
		rows -= wanted;
		at += len;
		at += text[at] == '\n';
	}
	return at;
}

/* Controls go no further than here. */
static void
add_lines(struct term *t, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));

		stop = stop ? stop : end;
		clean_add(&t->out, text, (size_t)(stop - text),
		    t->is_utf8 ? CLEAN_TERMINAL : CLEAN_TERMINAL | CLEAN_ASCII);
		if (stop < end && stop + 1 < end)
			str_add_text(&t->out, "\r\n");
		text = stop < end ? stop + 1 : end;
	}
}

size_t
term_show_text(struct term *t, const char *text)
{
	size_t len = fit_text(t, text);

	if (t->is_away)
		return strlen(text);
	if (len == 0 && text[0])
		len = utf8_next_grapheme(text, text + strlen(text));
	codes_add_clear(&t->codes, &t->out);
	add_lines(t, text, len);
	paint_forget(t->paint);
	term_flush(t);
	return len;
}
