/* SPDX-License-Identifier: ISC */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "screen_private.h"
#include "unit.h"

/* Waiting for what must appear, and saying what did not. */

static void
show_screen(struct screen *s)
{
	int row, col;

	screen_get_cursor(s, &row, &col);
	printf("# %dx%d, cursor %d,%d, %zu bytes so far%s\n", s->cols, s->rows,
	    col, row, s->raw.len,
	    s->pty.is_ended       ? ", the program has ended" :
		s->pty.is_stopped ? ", the program is stopped" :
				    "");
	for (row = 0; row < s->rows; row++)
		printf("# |%s\n", screen_get_row(s, row));
}

void
screen_expect_at(struct screen *s, bool is_true, const char *file, int line,
    const char *format, ...)
{
	va_list args;

	if (is_true)
		return;
	printf("# %s:%d: not so: ", file, line);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
	show_screen(s);
	_fail(file, line);
}

/* What is waited for, asked after every arrival. */
typedef bool is_there_fn(struct screen *s, const char *text);

static bool
wait_until(struct screen *s, is_there_fn *is_there, const char *text,
    int timeout_ms)
{
	int64_t end = screen_now_ms() + timeout_ms;

	for (;;) {
		int64_t left = end - screen_now_ms();

		screen_take(s);
		if (is_there(s, text))
			return true;
		if (left <= 0)
			return false;
		if (s->pty.is_ended && !screen_pump(s, 0))
			return is_there(s, text);
		screen_pump(s, (int)left);
	}
}

static bool
is_shown(struct screen *s, const char *text)
{
	return screen_find(s, text) >= 0;
}

static bool
is_not_shown(struct screen *s, const char *text)
{
	return !is_shown(s, text);
}

static bool
has_come(struct screen *s, const char *text)
{
	return memmem(s->raw.data, s->raw.len, text, strlen(text)) != NULL;
}

static bool
has_ended(struct screen *s, const char *text)
{
	(void)text;
	return s->pty.is_ended;
}

static bool
has_stopped(struct screen *s, const char *text)
{
	(void)text;
	return s->pty.is_stopped || s->pty.is_ended;
}

void
screen_wait_for_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line)
{
	bool is_there = wait_until(s, is_shown, text, timeout_ms);

	screen_expect_at(s, is_there, file, line, "\"%s\" appears", text);
}

void
screen_wait_gone_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line)
{
	bool is_gone = wait_until(s, is_not_shown, text, timeout_ms);

	screen_expect_at(s, is_gone, file, line, "\"%s\" goes away", text);
}

void
screen_wait_bytes_at(struct screen *s, const char *text, int timeout_ms,
    const char *file, int line)
{
	bool is_there = wait_until(s, has_come, text, timeout_ms);

	screen_expect_at(s, is_there, file, line, "\"%s\" is sent", text);
}

bool
screen_wait_quiet(struct screen *s, int quiet_ms, int timeout_ms)
{
	int64_t end = screen_now_ms() + timeout_ms;

	while (screen_now_ms() < end) {
		if (!screen_pump(s, quiet_ms) || s->pty.is_ended)
			return true;
	}
	return false;
}

void
screen_wait_answer(struct screen *s)
{
	enum { ANSWER_MS = 15, MOMENT_MS = 3 };

	screen_pump(s, ANSWER_MS);
	screen_wait_quiet(s, MOMENT_MS, SCREEN_PATIENCE_MS);
}

int
screen_wait_end_at(struct screen *s, int timeout_ms, const char *file, int line)
{
	bool is_over = wait_until(s, has_ended, NULL, timeout_ms);

	screen_expect_at(s, is_over, file, line, "the program ends");
	screen_take(s);
	return s->pty.status;
}

int
screen_wait_stop_at(struct screen *s, int timeout_ms, const char *file,
    int line)
{
	bool is_over = wait_until(s, has_stopped, NULL, timeout_ms);

	screen_expect_at(s, is_over && s->pty.is_stopped, file, line,
	    "the program is stopped");
	while (screen_pump(s, 50))
		;
	return s->pty.status;
}

/* ---- The terminal given back ---- */

static const struct {
	VTermAttr attr;
	const char *is_left;
} attributes[] = {
	{ VTERM_ATTR_BOLD, "bold is on" },
	{ VTERM_ATTR_UNDERLINE, "underline is on" },
	{ VTERM_ATTR_ITALIC, "italic is on" },
	{ VTERM_ATTR_BLINK, "blink is on" },
	{ VTERM_ATTR_REVERSE, "reverse is on" },
	{ VTERM_ATTR_STRIKE, "strike is on" },
};

static const char *
find_left_attribute(struct screen *s)
{
	VTermValue value;

	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		memset(&value, 0, sizeof value);
		vterm_state_get_penattr(s->state, attributes[i].attr, &value);
		if (value.number != 0)
			return attributes[i].is_left;
	}
	vterm_state_get_penattr(s->state, VTERM_ATTR_FOREGROUND, &value);
	if (!VTERM_COLOR_IS_DEFAULT_FG(&value.color))
		return "text has a colour";
	vterm_state_get_penattr(s->state, VTERM_ATTR_BACKGROUND, &value);
	if (!VTERM_COLOR_IS_DEFAULT_BG(&value.color))
		return "the background has a colour";
	return NULL;
}

/* What a key or paste would send says which modes are on. */
static const char *
find_left_key_mode(struct screen *s)
{
	bool is_plain;

	str_reset(&s->answers);
	vterm_keyboard_start_paste(s->vt);
	if (s->answers.len > 0)
		return "pastes are bracketed";
	vterm_state_focus_in(s->state);
	if (s->answers.len > 0)
		return "the focus is reported";
	vterm_keyboard_key(s->vt, VTERM_KEY_UP, VTERM_MOD_NONE);
	is_plain = strcmp(s->answers.data, "\033[A") == 0;
	str_reset(&s->answers);
	return is_plain ? NULL : "arrow keys are the application's";
}

static void
print(struct screen *s, const char *text)
{
	vterm_input_write(s->vt, text, strlen(text));
}

/*
 * What the shell would print next: letters stay letters, lines wrap, and
 * the whole screen scrolls.
 */
static const char *
find_left_print_mode(struct screen *s)
{
	VTermScreenCell cell;
	int row, col;

	if (s->rows < 4 || s->cols < 6)
		return NULL;
	print(s, "\r\nqxlk\r\n");
	screen_get_cursor(s, &row, &col);
	screen_get_cell(s, row - 1, 0, &cell);
	if (cell.chars[0] != 'q')
		return "letters are drawn as lines";
	for (int i = 0; i < 2 * s->rows; i++)
		print(s, "\r\n");
	screen_get_cursor(s, &row, &col);
	if (row != s->rows - 1 || screen_find(s, "qxlk") >= 0)
		return "a part of the screen scrolls";
	for (int i = 0; i <= s->cols; i++)
		print(s, "w");
	screen_get_cursor(s, &row, &col);
	return col == 1 ? NULL : "lines do not wrap";
}

const char *
screen_find_left(struct screen *s)
{
	const char *left;

	screen_take(s);
	if (!s->pty.is_ended && !s->pty.is_stopped)
		return "the program";
	if (!pty_has_modes_of_before(&s->pty))
		return "the modes of the line";
	if (s->is_alternate)
		return "the alternate screen";
	if (!s->is_cursor_visible)
		return "an invisible cursor";
	if (s->mouse != VTERM_PROP_MOUSE_NONE)
		return "the mouse";
	left = find_left_attribute(s);
	left = left ? left : find_left_key_mode(s);
	return left ? left : find_left_print_mode(s);
}

void
screen_expect_given_back_at(struct screen *s, const char *file, int line)
{
	const char *left = screen_find_left(s);

	screen_expect_at(s, !left, file, line,
	    "the terminal is given back; what is left: %s",
	    left ? left : "nothing");
}
