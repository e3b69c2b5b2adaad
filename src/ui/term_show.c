/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "term_kind.h"
#include "term_private.h"
#include "term_signal.h"

/* What goes to the terminal: modes, the screen, and both given back. */
enum { SIZE_LIMIT = 1000, WRITE_MS = 1000 };

/* ---- Sending ---- */

/* A terminal that takes nothing for a while is waited for. */
static bool
wait_for_room(void)
{
	struct pollfd fd = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&fd, 1, WRITE_MS) > 0;
}

void
term_flush(struct term *t)
{
	size_t at = 0;

	while (at < t->out.len) {
		ssize_t count = write(STDOUT_FILENO, t->out.data + at,
		    t->out.len - at);

		if (count > 0)
			at += (size_t)count;
		else if (count == 0 ||
		    (errno != EINTR && !(errno == EAGAIN && wait_for_room())))
			break;
	}
	/* What it did not take is not shown. */
	if (at < t->out.len)
		paint_forget(t->paint);
	str_reset(&t->out);
}

static const char paste_on[] = "\x1B[?2004h", paste_off[] = "\x1B[?2004l";
static const char mouse_on[] = "\x1B[?1000h\x1B[?1006h";
static const char mouse_off[] = "\x1B[?1006l\x1B[?1000l";

void
term_send_modes(struct term *t, bool is_on)
{
	codes_add(&t->out, is_on ? t->keypad_on : t->keypad_off);
	if (t->knows_pastes)
		codes_add(&t->out, is_on ? paste_on : paste_off);
	if (t->has_mouse)
		codes_add(&t->out, is_on ? mouse_on : mouse_off);
	term_flush(t);
}

/* Everything that we may have changed, changed back. */
static void
add_reset(struct term *t)
{
	codes_add(&t->out, t->codes.is.plain);
	if (t->colors > 0)
		codes_add(&t->out, t->codes.is.own_colors);
	codes_add_no_margins(&t->codes, &t->out);
	/* The row where the shell goes on, if there is no other screen. */
	codes_add_address(&t->codes, &t->out, t->rows - 1, 0);
	if (t->codes.has_erase_line)
		codes_add_erase_line(&t->codes, &t->out);
	codes_add(&t->out, t->leave);
	codes_add(&t->out, t->show_cursor);
}

/* What a crash writes. */
static void
prepare_reset(struct term *t)
{
	if (t->has_mouse)
		codes_add(&t->out, mouse_off);
	if (t->knows_pastes)
		codes_add(&t->out, paste_off);
	codes_add(&t->out, t->keypad_off);
	add_reset(t);
	signal_set_reset(t->out.data, t->out.len);
	str_reset(&t->out);
}

void
term_apply(struct term *t, const struct settings *settings)
{
	bool is_mouse_new = t->has_mouse != settings->has_mouse;
	enum setting_background background;

	if (t->is_ready && is_mouse_new) {
		codes_add(&t->out, settings->has_mouse ? mouse_on : mouse_off);
		term_flush(t);
	}
	t->has_color = settings->has_color;
	background = settings->background;
	if (background == BACKGROUND_UNKNOWN)
		background = kind_find_background();
	paint_set_looks(t->paint, term_get_colors(t), background,
	    settings->has_links && t->knows_links);
	if (is_mouse_new) {
		t->has_mouse = settings->has_mouse;
		prepare_reset(t);
	}
}

/* ---- Size ---- */

static int
clamp_size(int size)
{
	if (size < 1)
		return 1;
	return size > SIZE_LIMIT ? SIZE_LIMIT : size;
}

/*
 * A terminal that was resized there and back has moved what it showed: all is
 * drawn again even where the size is what it was.
 */
void
term_update_size(struct term *t)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0) {
		t->rows = size.ws_row;
		t->cols = size.ws_col;
	}
	t->rows = clamp_size(t->rows);
	t->cols = clamp_size(t->cols);
	paint_resize(t->paint, t->rows, t->cols);
	prepare_reset(t);
}

void
term_get_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->rows;
	*cols = t->cols;
}

bool
term_is_utf8(const struct term *t)
{
	return t->is_utf8;
}

unsigned
term_get_colors(const struct term *t)
{
	return t->has_color ? t->colors : 0;
}

bool
term_knows_links(const struct term *t)
{
	return t->knows_links;
}

/* ---- Painting ---- */

static void
show_cursor(struct term *t, const struct canvas *canvas)
{
	int row, col;
	bool is_hidden;

	canvas_get_cursor(canvas, &row, &col);
	is_hidden = row < 0;
	if (is_hidden != t->is_cursor_hidden)
		codes_add(&t->out, is_hidden ? t->hide_cursor : t->show_cursor);
	t->is_cursor_hidden = is_hidden;
}

void
term_paint(struct term *t, const struct canvas *canvas)
{
	if (t->is_away)
		return;
	if (!t->is_shown) {
		codes_add(&t->out, t->enter);
		paint_forget(t->paint);
		t->is_shown = true;
	}
	paint_draw(t->paint, &t->out, canvas);
	show_cursor(t, canvas);
	term_flush(t);
}

void
term_redraw(struct term *t)
{
	paint_forget(t->paint);
}

/* ---- Giving back ---- */

void
term_give_back(struct term *t)
{
	if (t->is_ready)
		term_send_modes(t, false);
	if (t->is_shown)
		add_reset(t);
	term_flush(t);
	t->is_shown = t->is_cursor_hidden = false;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes_were);
}

void
term_leave(struct term *t)
{
	if (t->is_away)
		return;
	term_give_back(t);
	signal_leave();
	t->is_away = true;
}

/* Our screen comes back with the next painting. */
void
term_enter(struct term *t)
{
	if (!t->is_away)
		return;
	t->is_away = false;
	signal_enter();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	term_send_modes(t, true);
	term_update_size(t);
}

bool
term_wait_child(struct term *t, pid_t child, int *status)
{
	if (!signal_wait_child(child, status))
		return false;
	term_enter(t);
	return true;
}

void
term_stop(struct term *t, bool is_group)
{
	term_leave(t);
	signal_stop(is_group);
	term_enter(t);
}

void
term_suspend(struct term *t)
{
	term_stop(t, true);
}

/* Stopped and continued behind our back: the modes are another's. */
void
term_take_again(struct term *t)
{
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	t->is_shown = false;
	term_send_modes(t, true);
	term_update_size(t);
}
