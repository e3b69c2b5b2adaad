/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>
/* It has a struct of its own of that name. */
#define term terminal_of_curses
#include <term.h>
#undef term

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "term_input.h"
#include "term_kind.h"
#include "term_signal.h"
#include "theme.h"

/*
 * Curses keeps what the screen shows and finds the shortest way from there
 * to what it shall show; each row of the canvas goes to its window as a
 * whole where it differs.  Keys are read without it, so that what is read,
 * what is waited for and which signals matter are known in one place.
 */
enum {
	SIZE_LIMIT = 1000,
	FLAG_COUNT = 4,
	PAIR_LIMIT = 16,
	ESCAPE_MS = 50,
	SEQUENCE_MS = 250,
	PASTE_MS = 2000,
	RESET_SIZE = 400,
	URL_LIMIT_BYTES = 2000
};

enum { ROW_HAS_LINKS = 1, ROW_CHANGED = 2 };

struct style {
	attr_t attributes;
	short pair;
	bool is_known;
	cchar_t blank;
};

struct term {
	SCREEN *screen;
	struct termios modes_were;
	struct termios modes;
	struct input input;
	struct timespec read_at; /* when bytes came last */
	int wake_fd;
	bool is_ready; /* signals are heeded */
	bool is_utf8;
	bool is_away; /* the terminal is someone else's */
	bool is_cursor_hidden;
	bool knows_pastes;
	bool knows_links;
	bool has_mouse;
	bool has_links;
	bool has_color;
	bool is_color_begun;
	unsigned colors;
	enum setting_background background;
	struct style styles[ROLE_COUNT][FLAG_COUNT];
	short pairs[PAIR_LIMIT]; /* foregrounds, from pair 1 on */
	short pair_count;
	int rows, cols;
	cchar_t *cells; /* of a row, to be shown and shown */
	cchar_t *cells_shown;
	uint8_t *row_flags;
	struct str out; /* what goes past curses */
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

/* What goes past curses goes out by itself, when curses has written. */
static void
flush_out(struct term *t)
{
	size_t at = 0;

	while (at < t->out.len) {
		ssize_t count = write(STDOUT_FILENO, t->out.data + at,
		    t->out.len - at);

		if (count < 0 && errno != EINTR)
			break;
		if (count > 0)
			at += (size_t)count;
	}
	str_reset(&t->out);
}

/* Padding, "$<5>", is for tputs() alone. */
static void
send(struct term *t, const char *text)
{
	while (text && *text) {
		const char *end = strncmp(text, "$<", 2) == 0 ?
		    strchr(text, '>') :
		    NULL;

		if (end)
			text = end + 1;
		else
			str_add_char(&t->out, *text++);
	}
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
		send(t, is_on ? keypad_xmit : keypad_local);
	if (t->knows_pastes)
		send(t, is_on ? paste_on : paste_off);
	if (t->has_mouse)
		send(t, is_on ? mouse_on : mouse_off);
	flush_out(t);
}

/* What a crash writes: everything that we may have changed, changed back. */
static void
prepare_reset(struct term *t)
{
	if (t->has_mouse)
		send(t, mouse_off);
	if (t->knows_pastes)
		send(t, paste_off);
	if (needs_keypad_mode())
		send(t, keypad_local);
	send(t, exit_attribute_mode);
	send(t, orig_pair);
	if (change_scroll_region)
		send(t, tiparm(change_scroll_region, 0, t->rows - 1));
	send(t, tiparm(cursor_address, t->rows - 1, 0));
	send(t, exit_ca_mode);
	send(t, cursor_normal);
	signal_set_reset(t->out.data, t->out.len);
	str_reset(&t->out);
}

/* ---- Looks ---- */

static unsigned
count_colors(void)
{
	enum { ALL = 256, BRIGHT = 16, PLAIN = 8 };

	/* Without its own colours among them ours would stand on theirs. */
	if (!has_colors() || !orig_pair)
		return 0;
	/* With more than 256 the numbers are no longer a palette's. */
	if (max_colors == ALL)
		return ALL;
	if (max_colors >= BRIGHT && max_colors < ALL)
		return BRIGHT;
	return max_colors >= PLAIN ? PLAIN : 0;
}

/* Colours are used beside the terminal's own, or not at all.  Curses paints
 * everything anew when they begin. */
static void
begin_colors(struct term *t)
{
	if (t->is_color_begun || !t->has_color)
		return;
	t->is_color_begun = true;
	t->colors = count_colors();
	if (t->colors > 0 &&
	    (start_color() == ERR || use_default_colors() == ERR))
		t->colors = 0;
}

static short
choose_pair(struct term *t, short foreground)
{
	if (foreground < 0)
		return 0;
	for (short i = 0; i < t->pair_count; i++) {
		if (t->pairs[i] == foreground)
			return (short)(i + 1);
	}
	if (t->pair_count == PAIR_LIMIT)
		return 0;
	t->pairs[t->pair_count++] = foreground;
	init_pair(t->pair_count, foreground, -1);
	return t->pair_count;
}

static attr_t
get_attributes(unsigned look)
{
	attr_t attributes = A_NORMAL;

	if (look & LOOK_BOLD)
		attributes |= A_BOLD;
	if (look & LOOK_UNDERLINE)
		attributes |= A_UNDERLINE;
	if (look & LOOK_REVERSE)
		attributes |= A_REVERSE;
	if (look & LOOK_DIM)
		attributes |= A_DIM;
	if (look & LOOK_ITALIC)
		attributes |= enter_italics_mode ? A_ITALIC : A_BOLD;
	return attributes;
}

static const struct style *
get_style(struct term *t, const struct cell *cell)
{
	struct style *style =
	    &t->styles[cell->role][cell->flags & (FLAG_COUNT - 1)];

	if (!style->is_known) {
		struct look look = theme_get_look((enum role)cell->role,
		    cell->flags, t->has_color ? t->colors : 0, t->background);

		style->attributes = get_attributes(look.attributes);
		style->pair = choose_pair(t, look.foreground);
		style->is_known = true;
		setcchar(&style->blank, L" ", style->attributes, style->pair,
		    NULL);
	}
	return style;
}

void
term_apply(struct term *t, const struct settings *settings)
{
	bool is_mouse_new = t->has_mouse != settings->has_mouse;

	if (t->is_ready && is_mouse_new) {
		send(t, settings->has_mouse ? mouse_on : mouse_off);
		flush_out(t);
	}

	t->has_color = settings->has_color;
	t->background = settings->background;
	if (t->background == BACKGROUND_UNKNOWN)
		t->background = kind_find_background();
	begin_colors(t);
	memset(t->styles, 0, sizeof t->styles);
	t->has_links = settings->has_links && t->knows_links;
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

static void
make_rows(struct term *t)
{
	t->rows = clamp_size(getmaxy(stdscr));
	t->cols = clamp_size(getmaxx(stdscr));
	t->cells = mem_resize_array(t->cells, (size_t)t->cols + 1,
	    sizeof *t->cells);
	t->cells_shown = mem_resize_array(t->cells_shown, (size_t)t->cols + 1,
	    sizeof *t->cells_shown);
	free(t->row_flags);
	t->row_flags = mem_alloc_array((size_t)t->rows, 1);
}

/*
 * A terminal that was resized there and back has moved what it showed: all is
 * drawn again even where the size is what it was.
 */
static bool
update_size(struct term *t)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
	    size.ws_col == 0)
		return false;
	if (clamp_size(size.ws_row) == t->rows &&
	    clamp_size(size.ws_col) == t->cols) {
		term_redraw(t);
		return true;
	}
	resizeterm(clamp_size(size.ws_row), clamp_size(size.ws_col));
	make_rows(t);
	prepare_reset(t);
	return true;
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

/* The modes and the screen; nothing is sent yet. */
static enum status
open_screen(struct term *t, struct error *err)
{
	const char *name = getenv("TERM");

	use_tioctl(TRUE);
	t->screen = name && name[0] ? newterm(name, stdout, stdin) : NULL;
	if (!t->screen)
		return fail_terminal(name, err);
	if (!cursor_address || !clear_screen) {
		endwin();
		delscreen(t->screen);
		return error_set(err, STATUS_UNSUPPORTED,
		    "a terminal of the kind TERM=%s shows no screen, only "
		    "lines; try ibid show or ibid topics",
		    name);
	}
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	typeahead(-1);
	idlok(stdscr, TRUE);
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
	status = open_screen(t, err);
	if (status) {
		signal_close();
		free(t);
		return status;
	}
	t->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	t->input.is_utf8 = t->is_utf8;
	add_named_keys(&t->input);
	make_rows(t);
	prepare_reset(t);
	mem_set_exit_hook(signal_reset_terminal);
	term_apply(t, settings);
	*out = t;
	return STATUS_OK;
}

/* Curses takes the modes it gives to a shell and to us from the terminal. */
static void
give_back(struct term *t)
{
	if (t->is_ready)
		send_modes(t, false);
	if (t->is_cursor_hidden)
		curs_set(1);
	t->is_cursor_hidden = false;
	endwin();
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
	delscreen(t->screen);
	free(t->cells);
	free(t->cells_shown);
	free(t->row_flags);
	str_clear(&t->out);
	free(t);
}

/* ---- Leaving for a while ---- */

void
term_leave(struct term *t)
{
	if (t->is_away)
		return;
	def_prog_mode();
	give_back(t);
	signal_leave();
	t->is_away = true;
}

/* Curses comes back, and paints all, with the next painting. */
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
	term_redraw(t);
}

bool
term_wait_child(struct term *t, pid_t child, int *status)
{
	if (!signal_wait_child(child, status))
		return false;
	term_enter(t);
	return true;
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
	send(t, enter_ca_mode);
	send_modes(t, true);
	update_size(t);
	term_redraw(t);
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
	return signal_take_resize() && update_size(t);
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

/* A cluster as characters, each with the zero-width ones behind it. */
struct glyphs {
	wchar_t text[2][CCHARW_MAX + 1];
	int widths[2];
	int count;
	int width_cols; /* of all; -1: it cannot be known */
};

static bool
is_joiner(int32_t c)
{
	return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

static void
add_mark(struct glyphs *g, wchar_t c)
{
	wchar_t *text;
	size_t len;

	if (g->count == 0)
		return;
	text = g->text[g->count - 1];
	len = wcslen(text);
	if (len < CCHARW_MAX) {
		text[len] = c;
		text[len + 1] = L'\0';
	}
}

/*
 * As wide as the C library, and so the terminal, takes it.  Variation
 * selectors and what is joined to a base are left out: terminals differ in
 * how wide that makes it.
 */
static void
split_cell(struct glyphs *g, const struct cell *cell)
{
	const char *p = cell->text;
	const char *end = p + cell->len;

	memset(g, 0, sizeof *g);
	while (p < end) {
		int32_t c;
		int width;

		p += utf8_decode(&c, p, end);
		if (c == 0x200D)
			return;
		if (is_joiner(c))
			continue;
		width = wcwidth((wchar_t)c);
		if (width == 0) {
			add_mark(g, (wchar_t)c);
			continue;
		}
		if (width < 0 || g->count == 2) {
			g->width_cols = -1;
			return;
		}
		g->text[g->count][0] = (wchar_t)c;
		g->widths[g->count++] = width;
		g->width_cols += width;
	}
}

/* Signs of a width that is known, as many as the cell is wide. */
static void
replace_glyphs(struct glyphs *g, int width_cols)
{
	memset(g, 0, sizeof *g);
	g->count = g->width_cols = width_cols;
	for (int i = 0; i < width_cols && i < 2; i++) {
		g->text[i][0] = wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?';
		g->widths[i] = 1;
	}
}

/* What is shown for a cell, in as many columns as it is wide. */
static void
make_glyphs(struct glyphs *g, const struct cell *cell)
{
	split_cell(g, cell);
	if (g->width_cols < 1 || g->width_cols > cell->width_cols)
		replace_glyphs(g, cell->width_cols);
	if (g->width_cols < cell->width_cols)
		wcscpy(g->text[g->count++], L" ");
}

/* Adds the cells of one cell to the row; they are 0, 1 or 2. */
static int
add_cell(struct term *t, cchar_t *out, const struct cell *cell)
{
	const struct style *style = get_style(t, cell);
	struct glyphs g;

	if (cell->len == 0)
		return 0;
	if (cell->len == 1 && cell->text[0] >= ' ' && cell->text[0] < 0x7F) {
		*out = style->blank;
		out->chars[0] = cell->text[0];
		return 1;
	}
	make_glyphs(&g, cell);
	for (int i = 0; i < g.count; i++)
		setcchar(out + i, g.text[i], style->attributes, style->pair,
		    NULL);
	return g.count;
}

static void
paint_row(struct term *t, const struct canvas *canvas, int row, int cols)
{
	const struct cell *cells = canvas_get_row(canvas, row);
	size_t size;
	int count = 0;

	for (int col = 0; col < cols; col++)
		count += add_cell(t, t->cells + count, cells + col);
	size = (size_t)count * sizeof *t->cells;
	memset(t->cells_shown, 0, size);
	mvwin_wchnstr(stdscr, row, 0, t->cells_shown, count);
	if (memcmp(t->cells, t->cells_shown, size) != 0)
		mvwadd_wchnstr(stdscr, row, 0, t->cells, count);
}

/* ---- Links ---- */

/* What a stranger's file may make a link: http, and no control character. */
static bool
is_sendable(const char *url)
{
	size_t len = url ? strlen(url) : 0;

	if (len == 0 || len > URL_LIMIT_BYTES ||
	    (strncmp(url, "http://", 7) != 0 &&
		strncmp(url, "https://", 8) != 0))
		return false;
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)url[i] < ' ' || url[i] == 0x7F)
			return false;
	}
	return true;
}

/* In a sequence stands printable ASCII alone: the rest is encoded. */
static void
add_url(struct str *out, const char *url)
{
	for (; *url; url++) {
		if (*url > ' ' && *url < 0x7F)
			str_add_char(out, *url);
		else
			str_add_format(out, "%%%02X", (unsigned char)*url);
	}
}

/* vid_puts() writes to a function alone. */
static struct str *looks_go_to;

static int
add_to_look(int c)
{
	str_add_char(looks_go_to, (char)c);
	return c;
}

static void
set_look(struct term *t, attr_t attributes, short pair)
{
	looks_go_to = &t->out;
	vid_puts(attributes, pair, NULL, add_to_look);
}

/* A cell's text as curses has sent it. */
static void
add_shown(struct str *out, const struct cell *cell)
{
	struct glyphs g;

	if (cell->len == 0)
		return;
	if (cell->len == 1) {
		str_add_char(out, cell->text[0]);
		return;
	}
	make_glyphs(&g, cell);
	for (int i = 0; i < g.count; i++) {
		for (const wchar_t *c = g.text[i]; *c; c++)
			str_add_code_point(out, (int)*c);
	}
}

/* A run of cells once more, inside a link; curses knows of none. */
static void
send_link(struct term *t, const struct cell *cells, int count, const char *url)
{
	str_add_text(&t->out, "\x1B]8;;");
	add_url(&t->out, url);
	str_add_text(&t->out, "\x1B\\");
	for (int i = 0; i < count; i++) {
		const struct style *style = get_style(t, &cells[i]);

		set_look(t, style->attributes, style->pair);
		add_shown(&t->out, &cells[i]);
	}
	set_look(t, A_NORMAL, 0);
	str_add_text(&t->out, "\x1B]8;;\x1B\\");
}

static void
send_links_of_row(struct term *t, const struct canvas *canvas, int row,
    int cols)
{
	const struct cell *cells = canvas_get_row(canvas, row);

	for (int col = 0; col < cols;) {
		unsigned number = cells[col].url;
		int end = col + 1;

		while (end < cols &&
		    (cells[end].url == number || cells[end].len == 0))
			end++;
		if (number && is_sendable(canvas_get_url(canvas, number))) {
			send(t, tiparm(cursor_address, row, col));
			send_link(t, cells + col, end - col,
			    canvas_get_url(canvas, number));
			t->row_flags[row] |= ROW_HAS_LINKS;
		}
		col = end;
	}
}

/*
 * Links are sent after curses has shown their cells.  A row that had links
 * is cleared by curses before, since it does not know which cells to mend.
 */
static void
mark_changed_rows(struct term *t, int rows)
{
	for (int row = 0; row < rows; row++) {
		uint8_t *flags = &t->row_flags[row];

		*flags &= ~(unsigned)ROW_CHANGED;
		if (!is_linetouched(stdscr, row))
			continue;
		if (*flags & ROW_HAS_LINKS)
			wredrawln(stdscr, row, 1);
		*flags = ROW_CHANGED;
	}
}

static void
send_links(struct term *t, const struct canvas *canvas, int rows, int cols)
{
	for (int row = 0; row < rows; row++) {
		if (t->row_flags[row] & ROW_CHANGED)
			send_links_of_row(t, canvas, row, cols);
	}
	if (t->out.len == 0)
		return;
	send(t, tiparm(cursor_address, getcury(curscr), getcurx(curscr)));
	flush_out(t);
}

/* ---- The whole ---- */

static void
show_cursor(struct term *t, const struct canvas *canvas)
{
	int row, col;
	bool is_hidden;

	canvas_get_cursor(canvas, &row, &col);
	is_hidden = row < 0;
	if (is_hidden != t->is_cursor_hidden)
		curs_set(is_hidden ? 0 : 1);
	t->is_cursor_hidden = is_hidden;
	if (!is_hidden)
		wmove(stdscr, row, col);
}

static int
get_lesser(int a, int b)
{
	return a < b ? a : b;
}

void
term_paint(struct term *t, const struct canvas *canvas)
{
	int rows = get_lesser(t->rows, canvas_get_rows(canvas));
	int cols = get_lesser(t->cols, canvas_get_cols(canvas));

	if (t->is_away)
		return;
	for (int row = 0; row < rows; row++)
		paint_row(t, canvas, row, cols);
	show_cursor(t, canvas);
	if (t->has_links)
		mark_changed_rows(t, rows);
	wnoutrefresh(stdscr);
	doupdate();
	if (t->has_links)
		send_links(t, canvas, rows, cols);
}

void
term_redraw(struct term *t)
{
	(void)t;
	clearok(curscr, TRUE);
	touchwin(stdscr);
}
