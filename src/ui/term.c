/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <curses.h>
/* It has a struct of its own of that name. */
#define term terminal_of_curses
#include <term.h>
#undef term

#include "base/mem.h"
#include "base/str.h"
#include "term_codes.h"
#include "term_input.h"
#include "term_kind.h"
#include "term_paint.h"
#include "term_signal.h"
#include "theme.h"

/*
 * Of curses only the descriptions of terminals are used: its painting sends
 * what it does not know to be short, and its reading of keys hides what is
 * waited for and which signals matter.
 */
enum {
	SIZE_LIMIT = 1000,
	ESCAPE_MS = 50,
	SEQUENCE_MS = 250,
	PASTE_MS = 2000,
	WRITE_MS = 1000
};

struct term {
	struct codes codes;
	struct paint *paint;
	struct termios modes_were;
	struct termios modes;
	struct input input;
	struct timespec read_at; /* when bytes came last */
	int wake_fd;
	bool is_ready; /* signals are heeded */
	bool is_utf8;
	bool is_away;  /* the terminal is someone else's */
	bool is_shown; /* our screen is */
	bool is_cursor_hidden;
	bool knows_pastes;
	bool knows_links;
	bool has_mouse;
	bool has_color;
	unsigned colors;
	int rows, cols;
	struct str out; /* not yet sent */
};

/* ---- Modes of the terminal ---- */

static void
make_modes(struct termios *out, const struct termios *from)
{
	*out = *from;
	out->c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
	out->c_oflag &= ~(tcflag_t)ONLCR;
	out->c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
	out->c_lflag |= ISIG;
	out->c_cc[VMIN] = 1;
	out->c_cc[VTIME] = 0;
	out->c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef VDSUSP
	out->c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
}

/* A terminal that takes nothing for a while is waited for. */
static bool
wait_for_room(void)
{
	struct pollfd fd = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&fd, 1, WRITE_MS) > 0;
}

static void
flush_out(struct term *t)
{
	size_t at = 0;

	while (at < t->out.len) {
		ssize_t count = write(STDOUT_FILENO, t->out.data + at,
		    t->out.len - at);

		if (count > 0)
			at += (size_t)count;
		else if (errno != EINTR &&
		    !(errno == EAGAIN && wait_for_room()))
			break;
	}
	str_reset(&t->out);
}

static const char paste_on[] = "\x1B[?2004h", paste_off[] = "\x1B[?2004l";
static const char mouse_on[] = "\x1B[?1000h\x1B[?1006h";
static const char mouse_off[] = "\x1B[?1006l\x1B[?1000l";

/* Most terminals send keys that we know in either mode; one that does not
 * is put into the mode of its description. */
static bool
needs_keypad_mode(void)
{
	return key_up && strncmp(key_up, "\x1B[", 2) != 0 &&
	    strncmp(key_up, "\x1BO", 2) != 0;
}

static void
send_modes(struct term *t, bool is_on)
{
	if (needs_keypad_mode())
		codes_add(&t->out, is_on ? keypad_xmit : keypad_local);
	if (t->knows_pastes)
		codes_add(&t->out, is_on ? paste_on : paste_off);
	if (t->has_mouse)
		codes_add(&t->out, is_on ? mouse_on : mouse_off);
	flush_out(t);
}

/* Everything that we may have changed, changed back. */
static void
add_reset(struct term *t)
{
	codes_add(&t->out, exit_attribute_mode);
	if (t->colors > 0)
		codes_add(&t->out, orig_pair);
	if (t->codes.has_margins)
		codes_add_margins(&t->codes, &t->out, 0, t->rows - 1);
	codes_add_address(&t->codes, &t->out, t->rows - 1, 0);
	codes_add(&t->out, exit_ca_mode);
	codes_add(&t->out, cursor_normal);
}

/* What a crash writes. */
static void
prepare_reset(struct term *t)
{
	if (t->has_mouse)
		codes_add(&t->out, mouse_off);
	if (t->knows_pastes)
		codes_add(&t->out, paste_off);
	if (needs_keypad_mode())
		codes_add(&t->out, keypad_local);
	add_reset(t);
	signal_set_reset(t->out.data, t->out.len);
	str_reset(&t->out);
}

/* ---- What the terminal can do ---- */

static const char *
get_address(int row, int col)
{
	return tiparm(cursor_address, row, col);
}

static const char *
get_color(int color)
{
	return tiparm(set_a_foreground, color);
}

static unsigned
count_colors(void)
{
	enum { ALL = 256, BRIGHT = 16, PLAIN = 8 };

	/* Without its own colours among them ours would stand on theirs. */
	if (!set_a_foreground || !orig_pair)
		return 0;
	/* With more than 256 the numbers are no longer a palette's. */
	if (max_colors == ALL)
		return ALL;
	if (max_colors >= BRIGHT && max_colors < ALL)
		return BRIGHT;
	return max_colors >= PLAIN ? PLAIN : 0;
}

/* no_color_video has a bit for each attribute, in an order of its own. */
static unsigned
get_colorless(void)
{
	static const unsigned looks[] = { 0, LOOK_UNDERLINE, LOOK_REVERSE, 0,
		LOOK_DIM, LOOK_BOLD };
	unsigned found = 0;

	for (unsigned i = 0; no_color_video > 0 && i < 6; i++) {
		if ((unsigned)no_color_video & (1u << i))
			found |= looks[i];
	}
	return found;
}

static void
read_codes(struct codes *out)
{
	/* Where looks take up cells there are none. */
	bool has_looks = magic_cookie_glitch <= 0;
	struct description is = {
		.address = cursor_address,
		.to_row = row_address,
		.to_col = column_address,
		.up = parm_up_cursor,
		.down = parm_down_cursor,
		.left = parm_left_cursor,
		.right = parm_right_cursor,
		.left_one = cursor_left,
		.clear = clear_screen,
		.erase_line = clr_eol,
		.erase_cells = erase_chars,
		.margins = change_scroll_region,
		.scroll_up = scroll_forward,
		.scroll_down = scroll_reverse,
		.plain = has_looks ? exit_attribute_mode : NULL,
		.own_colors = orig_pair,
		.attributes = { enter_bold_mode, enter_underline_mode,
		    enter_reverse_mode, enter_dim_mode, enter_italics_mode },
		.not_with_color = get_colorless(),
		.moves_in_looks = move_standout_mode,
		.wraps = auto_right_margin,
		.wraps_late = eat_newline_glitch,
		.get_address = get_address,
		.get_color = set_a_foreground ? get_color : NULL,
	};

	codes_init(out, &is);
}

void
term_apply(struct term *t, const struct settings *settings)
{
	bool is_mouse_new = t->has_mouse != settings->has_mouse;
	enum setting_background background;

	if (t->is_ready && is_mouse_new) {
		codes_add(&t->out, settings->has_mouse ? mouse_on : mouse_off);
		flush_out(t);
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

/* Of the line, or else of the terminal's description. */
static void
read_size(int *rows, int *cols)
{
	struct winsize size;

	*rows = lines > 0 ? lines : 24;
	*cols = columns > 0 ? columns : 80;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0) {
		*rows = size.ws_row;
		*cols = size.ws_col;
	}
	*rows = clamp_size(*rows);
	*cols = clamp_size(*cols);
}

/*
 * A terminal that was resized there and back has moved what it showed: all is
 * drawn again even where the size is what it was.
 */
static void
update_size(struct term *t)
{
	int rows, cols;

	read_size(&rows, &cols);
	if (rows == t->rows && cols == t->cols) {
		term_redraw(t);
		return;
	}
	t->rows = rows;
	t->cols = cols;
	paint_resize(t->paint, rows, cols);
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

/* ---- Opening and closing ---- */

static void
add_named_keys(struct input *in)
{
	const struct input_named keys[] = {
		{ key_up, KEY_ARROW_UP },
		{ key_down, KEY_ARROW_DOWN },
		{ key_left, KEY_ARROW_LEFT },
		{ key_right, KEY_ARROW_RIGHT },
		{ key_ppage, KEY_PAGE_UP },
		{ key_npage, KEY_PAGE_DOWN },
		{ key_home, KEY_TO_HOME },
		{ key_end, KEY_TO_END },
		{ key_ic, KEY_INSERT_KEY },
		{ key_dc, KEY_DELETE_KEY },
		{ key_btab, KEY_BACK_TAB },
		{ key_enter, KEY_ENTER_KEY },
		{ key_f1, KEY_FUNCTION_1 },
		{ key_f2, KEY_FUNCTION_1 + 1 },
		{ key_f3, KEY_FUNCTION_1 + 2 },
		{ key_f4, KEY_FUNCTION_1 + 3 },
		{ key_f5, KEY_FUNCTION_1 + 4 },
		{ key_f6, KEY_FUNCTION_1 + 5 },
		{ key_f7, KEY_FUNCTION_1 + 6 },
		{ key_f8, KEY_FUNCTION_1 + 7 },
		{ key_f9, KEY_FUNCTION_1 + 8 },
		{ key_f10, KEY_FUNCTION_1 + 9 },
		{ key_f11, KEY_FUNCTION_1 + 10 },
		{ key_f12, KEY_FUNCTION_12 },
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		input_add_named(in, keys[i].bytes, keys[i].key);
}

static enum status
fail_terminal(const char *name, struct error *err)
{
	if (!name || !name[0])
		return error_set(err, STATUS_UNSUPPORTED,
		    "TERM is not set, so the kind of this terminal is unknown; "
		    "most are like TERM=xterm");
	return error_set(err, STATUS_UNSUPPORTED,
	    "the kind of this terminal, TERM=%s, is not known here; "
	    "most are like TERM=xterm",
	    name);
}

static enum status
read_description(struct term *t, struct error *err)
{
	const char *name = getenv("TERM");
	int result;

	if (!name || !name[0] || setupterm(name, STDOUT_FILENO, &result) == ERR)
		return fail_terminal(name, err);
	if (!cursor_address || !clear_screen) {
		del_curterm(cur_term);
		return error_set(err, STATUS_UNSUPPORTED,
		    "a terminal of the kind TERM=%s shows no screen, only "
		    "lines; try ibid show or ibid topics",
		    name);
	}
	read_codes(&t->codes);
	t->colors = count_colors();
	t->knows_pastes = tigetstr("BE") > (char *)0 || kind_is_xterm(name);
	t->knows_links = kind_has_links();
	return STATUS_OK;
}

enum status
term_open(struct term **out, const struct settings *settings, struct error *err)
{
	struct term *t;
	struct termios modes, others;
	enum status status;

	if (tcgetattr(STDIN_FILENO, &modes) != 0)
		return error_set(err, STATUS_IO,
		    "standard input is no terminal");
	if (tcgetattr(STDOUT_FILENO, &others) != 0)
		return error_set(err, STATUS_IO,
		    "standard output is no terminal");
	t = mem_alloc_array(1, sizeof *t);
	t->modes_were = modes;
	t->wake_fd = -1;
	str_init(&t->out, 0);
	make_modes(&t->modes, &modes);
	signal_prepare(&modes);
	status = read_description(t, err);
	if (status) {
		signal_close();
		free(t);
		return status;
	}
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	t->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	t->input.is_utf8 = t->is_utf8;
	add_named_keys(&t->input);
	t->paint = paint_new(&t->codes);
	update_size(t);
	mem_set_exit_hook(signal_reset_terminal);
	term_apply(t, settings);
	*out = t;
	return STATUS_OK;
}

static void
give_back(struct term *t)
{
	if (t->is_ready)
		send_modes(t, false);
	if (t->is_shown)
		add_reset(t);
	flush_out(t);
	t->is_shown = t->is_cursor_hidden = false;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes_were);
}

void
term_close(struct term *t)
{
	if (!t)
		return;
	if (!t->is_away)
		give_back(t);
	mem_set_exit_hook(NULL);
	signal_close();
	del_curterm(cur_term);
	paint_free(t->paint);
	str_clear(&t->out);
	free(t);
}

/* ---- Leaving for a while ---- */

void
term_leave(struct term *t)
{
	if (t->is_away)
		return;
	give_back(t);
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
	send_modes(t, true);
	update_size(t);
}

static void
stop(struct term *t, bool is_group)
{
	term_leave(t);
	signal_stop(is_group);
	term_enter(t);
}

void
term_suspend(struct term *t)
{
	stop(t, true);
}

/* Stopped and continued behind our back: the modes are another's. */
static void
take_again(struct term *t)
{
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	t->is_shown = false;
	send_modes(t, true);
	update_size(t);
}

/* ---- Keys ---- */

/* What a signal asks for; false where nothing is left for the caller. */
static bool
take_signal(struct term *t, struct key_event *out)
{
	*out = (struct key_event){ .key = KEY_RESIZED };
	if (signal_get_end()) {
		*out = (struct key_event){ .key = KEY_HANG_UP,
			.signal = signal_get_end() };
		return true;
	}
	if (signal_take_stop()) {
		stop(t, false);
		return true;
	}
	if (signal_take_continue()) {
		take_again(t);
		return true;
	}
	if (!signal_take_resize())
		return false;
	update_size(t);
	return true;
}

/* How long bytes that may go on, or a paste, still wait; -1: none does. */
static int
get_wait_ms(const struct term *t)
{
	struct timespec now;
	long passed_ms;
	int wait_ms;

	if (input_is_waiting(&t->input))
		wait_ms = t->input.len == 1 ? ESCAPE_MS : SEQUENCE_MS;
	else if (t->input.is_pasting)
		wait_ms = PASTE_MS;
	else
		return -1;
	clock_gettime(CLOCK_MONOTONIC, &now);
	passed_ms = (long)(now.tv_sec - t->read_at.tv_sec) * 1000 +
	    (now.tv_nsec - t->read_at.tv_nsec) / 1000000;
	return passed_ms >= wait_ms ? 0 : wait_ms - (int)passed_ms;
}

/* False at the end of the input. */
static bool
read_bytes(struct term *t)
{
	struct input *in = &t->input;
	ssize_t count = read(STDIN_FILENO, in->bytes + in->len,
	    input_get_room(in));

	clock_gettime(CLOCK_MONOTONIC, &t->read_at);
	if (count > 0)
		in->len += (size_t)count;
	return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

/* -1: nothing came; 0: the end of the input; 1: there may be more now. */
static int
wait_for_bytes(struct term *t, int timeout_ms)
{
	struct pollfd fds[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = t->wake_fd, .events = POLLIN },
	};
	int count = poll(fds, t->wake_fd >= 0 ? 2 : 1, timeout_ms);

	if (count < 0)
		return errno == EINTR ? 1 : 0;
	if (count == 0)
		return -1;
	if (fds[1].revents)
		signal_drain();
	if (fds[0].revents)
		return read_bytes(t) ? 1 : 0;
	return 1;
}

static bool
take_late(struct term *t, struct key_event *out)
{
	if (input_is_waiting(&t->input))
		return input_next(&t->input, out, true);
	input_end_paste(&t->input, out);
	return true;
}

/* What need not be before the first screen is there. */
static void
get_ready(struct term *t)
{
	t->wake_fd = signal_open();
	t->is_ready = true;
	send_modes(t, true);
}

struct key_event
term_read_key(struct term *t, int timeout_ms)
{
	struct key_event event;

	if (!t->is_ready)
		get_ready(t);
	for (;;) {
		int wait_ms, came;

		if (take_signal(t, &event) ||
		    input_next(&t->input, &event, false))
			return event;
		wait_ms = get_wait_ms(t);
		if (wait_ms == 0 && take_late(t, &event))
			return event;
		if (wait_ms < 0 || (timeout_ms >= 0 && timeout_ms < wait_ms))
			came = wait_for_bytes(t, timeout_ms);
		else
			came = wait_for_bytes(t, wait_ms) ? 1 : 0;
		if (came < 0)
			return (struct key_event){ .key = KEY_NONE_YET };
		if (came == 0 && !signal_get_end())
			return (struct key_event){ .key = KEY_HANG_UP };
	}
}

bool
term_has_key(struct term *t)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };

	return input_is_waiting(&t->input) || poll(&fd, 1, 0) > 0;
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
		codes_add(&t->out,
		    is_hidden ? cursor_invisible : cursor_normal);
	t->is_cursor_hidden = is_hidden;
}

void
term_paint(struct term *t, const struct canvas *canvas)
{
	if (t->is_away)
		return;
	if (!t->is_shown) {
		codes_add(&t->out, enter_ca_mode);
		paint_forget(t->paint);
		t->is_shown = true;
	}
	paint_draw(t->paint, &t->out, canvas);
	show_cursor(t, canvas);
	flush_out(t);
}

void
term_redraw(struct term *t)
{
	paint_forget(t->paint);
}
