/* SPDX-License-Identifier: ISC */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "screen_private.h"
#include "unit.h"

/* From the person at the terminal to the program. */

static const struct {
	const char *name;
	VTermKey key;
} names[] = {
	{ "Enter", VTERM_KEY_ENTER },
	{ "Tab", VTERM_KEY_TAB },
	{ "Backspace", VTERM_KEY_BACKSPACE },
	{ "Esc", VTERM_KEY_ESCAPE },
	{ "Up", VTERM_KEY_UP },
	{ "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },
	{ "Right", VTERM_KEY_RIGHT },
	{ "Insert", VTERM_KEY_INS },
	{ "Delete", VTERM_KEY_DEL },
	{ "Home", VTERM_KEY_HOME },
	{ "End", VTERM_KEY_END },
	{ "PgUp", VTERM_KEY_PAGEUP },
	{ "PgDn", VTERM_KEY_PAGEDOWN },
	{ "F1", VTERM_KEY_FUNCTION(1) },
	{ "F6", VTERM_KEY_FUNCTION(6) },
};

static VTermKey
find_key(const char *name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i].name, name) == 0)
			return names[i].key;
	}
	return VTERM_KEY_NONE;
}

void
screen_type(struct screen *s, const char *bytes, size_t len)
{
	int64_t end = screen_now_ms() + SCREEN_PATIENCE_MS;

	while (len > 0 && s->pty.terminal >= 0) {
		size_t sent = pty_write(&s->pty, bytes, len);

		bytes += sent;
		len -= sent;
		if (sent > 0)
			continue;
		screen_expect(s, screen_now_ms() < end && !s->pty.is_ended,
		    "the program reads what is typed");
		screen_pump(s, 10);
	}
}

void
screen_type_text(struct screen *s, const char *text)
{
	screen_type(s, text, strlen(text));
}

static void
send_word(struct screen *s, const char *word)
{
	VTermModifier modifier = VTERM_MOD_NONE;
	VTermKey key;

	if (word[0] == '^' && word[1] && !word[2]) {
		char control = (char)(word[1] & 0x1f);

		screen_type(s, &control, 1);
		return;
	}
	if (strncmp(word, "A-", 2) == 0 && word[2])
		modifier = VTERM_MOD_ALT;
	else if (strncmp(word, "S-", 2) == 0 && word[2])
		modifier = VTERM_MOD_SHIFT;
	if (modifier != VTERM_MOD_NONE)
		word += 2;
	key = find_key(word);
	if (key != VTERM_KEY_NONE)
		vterm_keyboard_key(s->vt, key, modifier);
	else if (strcmp(word, "Space") == 0)
		vterm_keyboard_unichar(s->vt, ' ', modifier);
	else if (modifier == VTERM_MOD_ALT)
		vterm_keyboard_unichar(s->vt, (unsigned char)*word, modifier);
	else
		screen_type_text(s, word);
	screen_send_answers(s);
}

void
screen_send(struct screen *s, const char *keys)
{
	char word[64];

	for (; *keys; keys += strspn(keys, " ")) {
		size_t len = strcspn(keys, " ");

		snprintf(word, sizeof word, "%.*s", (int)len, keys);
		if (len > 0)
			send_word(s, word);
		keys += len;
	}
}

void
screen_paste(struct screen *s, const char *text)
{
	vterm_keyboard_start_paste(s->vt);
	screen_send_answers(s);
	screen_type_text(s, text);
	vterm_keyboard_end_paste(s->vt);
	screen_send_answers(s);
}

void
screen_click(struct screen *s, int row, int col)
{
	vterm_mouse_move(s->vt, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(s->vt, 1, true, VTERM_MOD_NONE);
	vterm_mouse_button(s->vt, 1, false, VTERM_MOD_NONE);
	screen_send_answers(s);
}

void
screen_turn_wheel(struct screen *s, int row, int col, bool is_down)
{
	vterm_mouse_move(s->vt, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(s->vt, is_down ? 5 : 4, true, VTERM_MOD_NONE);
	screen_send_answers(s);
}

/*
 * The emulator is never narrower than two columns: libvterm has no notion of
 * a wide character there.  The program is told the size as it was asked for.
 * The emulator's cursor goes to the last line first, and a scrolling region is
 * forgotten: libvterm 0.1 scrolls what does not fit away and takes a cursor
 * above it along, to a line before the first.
 */
void
screen_resize(struct screen *s, int rows, int cols)
{
	static const char settle[] = "\033[r\033[999;1H";

	screen_take(s);
	if (rows < s->rows)
		vterm_input_write(s->vt, settle, strlen(settle));
	s->rows = rows;
	s->cols = cols < 2 ? 2 : cols;
	vterm_set_size(s->vt, s->rows, s->cols);
	pty_set_size(&s->pty, rows, cols);
}

void
screen_wipe(struct screen *s)
{
	static const char wipe[] = "\033[2J";

	screen_take(s);
	vterm_input_write(s->vt, wipe, strlen(wipe));
}

void
screen_signal(struct screen *s, int signal)
{
	kill(s->pty.program, signal);
}

void
screen_hang_up(struct screen *s)
{
	screen_take(s);
	pty_hang_up(&s->pty);
}

void
screen_continue(struct screen *s)
{
	pty_continue(&s->pty);
}
