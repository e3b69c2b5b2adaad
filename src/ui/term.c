/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "term_input.h"
#include "term_signal.h"
#include "theme.h"

/*
 * curses draws and knows the terminal; keys are read here, since only so
 * Alt, pastes and a lone Escape are told apart without waiting for curses.
 * What was painted last is kept, so that only what changed is handed on.
 */
enum { ESCAPE_MS = 50, CELL_MARKS = CCHARW_MAX };

static const char paste_on[] = "\x1b[?2004h";
static const char paste_off[] = "\x1b[?2004l";
static const char mouse_on[] = "\x1b[?1000h\x1b[?1006h";
static const char mouse_off[] = "\x1b[?1006l\x1b[?1000l";

struct term {
	SCREEN *screen;
	struct termios modes; /* as they were */
	struct input input;
	int wake; /* end of the signals' pipe */
	bool is_open;
	bool is_utf8;
	bool is_xterm;  /* knows pastes and mice */
	bool has_links; /* OSC 8 */
	bool has_mouse;
	bool wants_links;
	unsigned colors; /* that are used */
	unsigned colors_there;
	enum setting_background background;
	struct cell *shown;
	int rows, cols;
	bool is_blank; /* nothing is shown yet, or it is forgotten */
	short pairs[256][2];
	int pair_count;
};

/* ---- What kind of terminal it is ---- */

static bool
begins(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool
is_xterm_kind(const char *name)
{
	static const char *const names[] = { "xterm", "screen", "tmux", "rxvt",
		"alacritty", "foot", "kitty", "wezterm", "konsole", "gnome",
		"vte", "st-", "iterm", "contour", "ghostty" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (begins(name, names[i]))
			return true;
	}
	return false;
}

static bool
knows_links(const char *name)
{
	static const char *const names[] = { "alacritty", "foot", "kitty",
		"wezterm", "ghostty", "contour", "xterm-kitty" };
	const char *vte = getenv("VTE_VERSION");
	const char *program = getenv("TERM_PROGRAM");

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (begins(name, names[i]))
			return true;
	}
	if (vte && strtol(vte, NULL, 10) >= 5000)
		return true;
	return program &&
	    (strcmp(program, "iTerm.app") == 0 ||
		strcmp(program, "WezTerm") == 0);
}

/* $COLORFGBG is "foreground;background", in the terminal's 16 colours. */
static enum setting_background
guess_background(const struct settings *settings)
{
	const char *text = getenv("COLORFGBG");
	const char *last = text ? strrchr(text, ';') : NULL;
	long color;

	if (settings->background != BACKGROUND_UNKNOWN || !last)
		return settings->background;
	color = strtol(last + 1, NULL, 10);
	return color == 7 || color == 15 ? BACKGROUND_LIGHT : BACKGROUND_DARK;
}

static void
write_out(const char *text)
{
	size_t len = strlen(text);

	while (len > 0) {
		ssize_t done = write(STDOUT_FILENO, text, len);

		if (done < 0 && errno != EINTR)
			return;
		if (done > 0) {
			text += done;
			len -= (size_t)done;
		}
	}
}

/* ---- Beginning and end ---- */

static void
set_modes(struct term *t)
{
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &modes) != 0)
		return;
	modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
	modes.c_lflag &= ~(tcflag_t)IEXTEN;
	modes.c_cc[VSUSP] = _POSIX_VDISABLE;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
	def_prog_mode();
	(void)t;
}

static void
set_colors(struct term *t, const struct settings *settings)
{
	t->background = guess_background(settings);
	t->wants_links = settings->has_links && t->has_links;
	t->colors = 0;
	if (!settings->has_color || t->colors_there < 8)
		return;
	t->colors = t->colors_there >= 256 ? 256 :
	    t->colors_there >= 16          ? 16 :
					     8;
}

static void
start_colors(struct term *t)
{
	if (!has_colors() || start_color() != OK)
		return;
	/* Without the terminal's own colours ours would fight with them. */
	if (use_default_colors() == OK)
		t->colors_there = (unsigned)COLORS;
}

static void
add_capability(struct str *out, const char *name)
{
	const char *text = tigetstr(name);

	if (text && text != (char *)-1)
		str_add_text(out, text);
}

/* What a crash writes: everything that was turned on is turned off. */
static void
prepare_reset(struct term *t)
{
	struct str reset;

	str_init(&reset, 400);
	if (t->is_xterm) {
		str_add_text(&reset, mouse_off);
		str_add_text(&reset, paste_off);
	}
	add_capability(&reset, "sgr0");
	add_capability(&reset, "op");
	add_capability(&reset, "rmkx");
	add_capability(&reset, "cnorm");
	add_capability(&reset, "rmcup");
	signal_prepare(&t->modes, reset.data, reset.len);
	str_clear(&reset);
}

static void
name_keys(struct term *t)
{
	static const struct {
		const char *name;
		uint32_t key;
	} keys[] = {
		{ "kcuu1", KEY_ARROW_UP },
		{ "kcud1", KEY_ARROW_DOWN },
		{ "kcub1", KEY_ARROW_LEFT },
		{ "kcuf1", KEY_ARROW_RIGHT },
		{ "kpp", KEY_PAGE_UP },
		{ "knp", KEY_PAGE_DOWN },
		{ "khome", KEY_TO_HOME },
		{ "kend", KEY_TO_END },
		{ "kdch1", KEY_DELETE_KEY },
		{ "kich1", KEY_INSERT_KEY },
		{ "kcbt", KEY_BACK_TAB },
		{ "kf1", KEY_FUNCTION_1 },
		{ "kf6", KEY_FUNCTION_1 + 5 },
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		char name[8];
		const char *bytes;

		snprintf(name, sizeof name, "%s", keys[i].name);
		bytes = tigetstr(name);
		if (bytes && bytes != (char *)-1)
			input_add_named(&t->input, bytes, keys[i].key);
	}
}

static void
turn_on(struct term *t)
{
	if (t->is_xterm)
		write_out(paste_on);
	if (t->has_mouse)
		write_out(mouse_on);
}

static void
turn_off(struct term *t)
{
	if (t->has_mouse)
		write_out(mouse_off);
	if (t->is_xterm)
		write_out(paste_off);
}

static enum status
check_terminal(const char **name, struct error *err)
{
	*name = getenv("TERM");
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error_set(err, STATUS_IO,
		    "the screen needs a terminal for input and output");
	if (!*name || !**name)
		return error_set(err, STATUS_UNSUPPORTED,
		    "TERM is not set, so the terminal is not known");
	return STATUS_OK;
}

enum status
term_open(struct term **out, const struct settings *settings, struct error *err)
{
	const char *name;
	struct term *t;
	enum status status = check_terminal(&name, err);

	if (status)
		return status;
	t = mem_alloc_array(1, sizeof *t);
	if (tcgetattr(STDIN_FILENO, &t->modes) != 0 ||
	    !(t->screen = newterm(NULL, stdout, stdin))) {
		free(t);
		return error_set(err, STATUS_UNSUPPORTED,
		    "TERM is \"%s\", a terminal that is not known here", name);
	}
	t->is_open = t->is_blank = true;
	t->is_xterm = is_xterm_kind(name);
	t->has_links = t->is_xterm && knows_links(name);
	t->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	t->input.is_utf8 = t->is_utf8;
	set_modes(t);
	prepare_reset(t);
	start_colors(t);
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	scrollok(stdscr, FALSE);
	leaveok(stdscr, FALSE);
	name_keys(t);
	term_apply(t, settings);
	turn_on(t);
	t->wake = signal_open();
	mem_set_exit_hook(signal_reset_terminal);
	*out = t;
	return STATUS_OK;
}

void
term_close(struct term *t)
{
	if (!t)
		return;
	mem_set_exit_hook(NULL);
	turn_off(t);
	curs_set(1);
	endwin();
	signal_close();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
	delscreen(t->screen);
	free(t->shown);
	free(t);
}

void
term_get_size(const struct term *t, int *rows, int *cols)
{
	(void)t;
	*rows = LINES;
	*cols = COLS;
}

bool
term_is_utf8(const struct term *t)
{
	return t->is_utf8;
}

unsigned
term_get_colors(const struct term *t)
{
	return t->colors;
}

void
term_apply(struct term *t, const struct settings *settings)
{
	bool has_mouse = settings->has_mouse && t->is_xterm;

	if (has_mouse != t->has_mouse)
		write_out(has_mouse ? mouse_on : mouse_off);
	t->has_mouse = has_mouse;
	set_colors(t, settings);
	t->is_blank = true;
}

/* ---- Keys ---- */

static void
take_size(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
}

void
term_suspend(struct term *t)
{
	turn_off(t);
	endwin();
	signal_stop(true);
	term_enter(t);
}

static void
stop_when_asked(struct term *t)
{
	turn_off(t);
	endwin();
	signal_stop(false);
	term_enter(t);
}

/* What signals ask for; false where there is nothing. */
static bool
take_signal(struct term *t, struct key_event *out)
{
	bool is_resized = false;

	signal_drain();
	if (signal_get_end() != 0) {
		*out = (struct key_event){ .key = KEY_HANG_UP,
			.signal = signal_get_end() };
		return true;
	}
	if (signal_take_stop()) {
		stop_when_asked(t);
		is_resized = true;
	}
	if (signal_take_continue()) {
		term_redraw(t);
		is_resized = true;
	}
	if (signal_take_resize()) {
		take_size();
		is_resized = true;
	}
	*out = (struct key_event){ .key = KEY_RESIZED };
	return is_resized;
}

/* Waits for bytes or a signal; 1: bytes came, 0: time or signal, -1: end. */
static int
wait_for_bytes(struct term *t, int timeout_ms)
{
	struct pollfd ends[2] = { { STDIN_FILENO, POLLIN, 0 },
		{ t->wake, POLLIN, 0 } };
	ssize_t got;

	if (poll(ends, t->wake >= 0 ? 2 : 1, timeout_ms) <= 0 ||
	    ends[0].revents == 0)
		return 0;
	got = read(STDIN_FILENO, t->input.bytes + t->input.len,
	    input_get_room(&t->input));
	if (got > 0) {
		t->input.len += (size_t)got;
		return 1;
	}
	return got < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

struct key_event
term_read_key(struct term *t, int timeout_ms)
{
	struct key_event event;

	for (;;) {
		bool is_waiting;
		int came;

		if (take_signal(t, &event) ||
		    input_next(&t->input, &event, false))
			return event;
		is_waiting = input_is_waiting(&t->input);
		came = wait_for_bytes(t, is_waiting ? ESCAPE_MS : timeout_ms);
		if (came < 0)
			return (struct key_event){ .key = KEY_HANG_UP };
		if (came > 0)
			continue;
		if (take_signal(t, &event))
			return event;
		if (is_waiting && input_next(&t->input, &event, true))
			return event;
		if (timeout_ms >= 0)
			return (struct key_event){ .key = KEY_NONE_YET };
	}
}

bool
term_has_key(struct term *t)
{
	struct pollfd end = { STDIN_FILENO, POLLIN, 0 };

	return t->input.len > 0 || poll(&end, 1, 0) > 0;
}

/* ---- Painting ---- */

static short
choose_pair(struct term *t, short foreground, short background)
{
	if (foreground < 0 && background < 0)
		return 0;
	for (int i = 0; i < t->pair_count; i++) {
		if (t->pairs[i][0] == foreground &&
		    t->pairs[i][1] == background)
			return (short)(i + 1);
	}
	if (t->pair_count >= 255 || t->pair_count + 1 >= COLOR_PAIRS)
		return 0;
	t->pairs[t->pair_count][0] = foreground;
	t->pairs[t->pair_count][1] = background;
	if (init_pair((short)(t->pair_count + 1), foreground, background) != OK)
		return 0;
	return (short)++t->pair_count;
}

static attr_t
get_attributes(struct term *t, const struct cell *cell, short *pair)
{
	struct look look = theme_get_look((enum role)cell->role, cell->flags,
	    t->colors, t->background);
	attr_t attributes = A_NORMAL;

	*pair = t->colors ? choose_pair(t, look.foreground, look.background) :
			    0;
	if (look.attributes & LOOK_BOLD)
		attributes |= A_BOLD;
	if (look.attributes & LOOK_UNDERLINE)
		attributes |= A_UNDERLINE;
	if (look.attributes & LOOK_REVERSE)
		attributes |= A_REVERSE;
	if (look.attributes & LOOK_DIM)
		attributes |= A_DIM;
	if (look.attributes & LOOK_ITALIC)
		attributes |= A_ITALIC;
	return attributes;
}

/* The cluster as curses wants it; false where the terminal's idea of its
 * width is another than ours. */
static bool
make_wide(wchar_t *out, const struct cell *cell)
{
	const char *p = cell->text, *end = p + cell->len;
	size_t count = 0;
	int width = 0;

	while (p < end && count < CELL_MARKS - 1) {
		int32_t c;
		int of_this;

		p += utf8_decode(&c, p, end);
		of_this = wcwidth((wchar_t)c);
		if (of_this < 0 || (count == 0 && of_this == 0))
			return false;
		width += of_this;
		out[count++] = (wchar_t)c;
	}
	out[count] = L'\0';
	return width == cell->width_cols;
}

static void
put_cell(struct term *t, int row, int col, const struct cell *cell)
{
	wchar_t text[CELL_MARKS + 1];
	cchar_t wide;
	short pair;
	attr_t attributes = get_attributes(t, cell, &pair);

	if (cell->len == 1 && !t->is_utf8) {
		text[0] = (wchar_t)(unsigned char)cell->text[0];
		text[1] = L'\0';
	} else if (cell->len == 0) {
		return;
	} else if (!make_wide(text, cell)) {
		text[0] = t->is_utf8 ? L'\uFFFD' : L'?';
		text[1] = L'\0';
		if (cell->width_cols == 2) {
			setcchar(&wide, text, attributes, pair, NULL);
			mvadd_wch(row, col + 1, &wide);
		}
	}
	setcchar(&wide, text, attributes, pair, NULL);
	mvadd_wch(row, col, &wide);
}

static bool
is_same_cell(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, offsetof(struct cell, url)) == 0;
}

static void
keep_size(struct term *t, const struct canvas *canvas)
{
	int rows = canvas_get_rows(canvas), cols = canvas_get_cols(canvas);

	if (t->shown && rows == t->rows && cols == t->cols)
		return;
	t->rows = rows;
	t->cols = cols;
	t->shown = mem_resize_array(t->shown, (size_t)rows * (size_t)cols,
	    sizeof *t->shown);
	t->is_blank = true;
}

static void
paint_row(struct term *t, const struct canvas *canvas, int row)
{
	const struct cell *cells = canvas_get_row(canvas, row);
	struct cell *shown = t->shown + (size_t)row * (size_t)t->cols;

	for (int col = 0; col < t->cols; col++) {
		if (t->is_blank || !is_same_cell(&cells[col], &shown[col]))
			put_cell(t, row, col, &cells[col]);
	}
}

/* ---- Links ---- */

static void
write_url(struct str *out, const char *url)
{
	for (; *url; url++) {
		if (*url > 0x20 && *url < 0x7F)
			str_add_char(out, *url);
	}
}

/* Writes one run of cells again, inside a link; curses shows it already. */
static void
paint_link(const struct canvas *canvas, const struct cell *cells, int row,
    int col, int end)
{
	struct str out;

	str_init(&out, 0);
	str_add_text(&out, "\x1b]8;;");
	write_url(&out, canvas_get_url(canvas, cells[col].url));
	str_add_text(&out, "\x1b\\");
	putp(tparm(tigetstr((char[]){ "cup" }), row, col));
	str_add_text(&out, "\x1b[4m");
	for (int i = col; i < end; i++)
		str_add(&out, cells[i].text, cells[i].len);
	str_add_text(&out, "\x1b[m\x1b]8;;\x1b\\");
	fwrite(out.data, 1, out.len, stdout);
	str_clear(&out);
}

static void
paint_links(struct term *t, const struct canvas *canvas, int row)
{
	const struct cell *cells = canvas_get_row(canvas, row);

	for (int col = 0; col < t->cols; col++) {
		int end = col;

		if (!cells[col].url)
			continue;
		while (end < t->cols && cells[end].url == cells[col].url)
			end++;
		paint_link(canvas, cells, row, col, end);
		col = end - 1;
	}
}

static void
paint_all_links(struct term *t, const struct canvas *canvas,
    const bool *changed)
{
	int row, col;

	for (int i = 0; i < t->rows; i++) {
		if (changed[i])
			paint_links(t, canvas, i);
	}
	getyx(stdscr, row, col);
	putp(tparm(tigetstr((char[]){ "cup" }), row, col));
	fflush(stdout);
}

void
term_paint(struct term *t, const struct canvas *canvas)
{
	bool changed[1000] = { false };
	int row, col;

	keep_size(t, canvas);
	if (t->is_blank)
		erase();
	for (int i = 0; i < t->rows; i++) {
		size_t at = (size_t)i * (size_t)t->cols;
		size_t size = (size_t)t->cols * sizeof *t->shown;

		changed[i] = t->is_blank ||
		    memcmp(t->shown + at, canvas_get_row(canvas, i), size);
		if (!changed[i])
			continue;
		paint_row(t, canvas, i);
		memcpy(t->shown + at, canvas_get_row(canvas, i), size);
	}
	t->is_blank = false;
	canvas_get_cursor(canvas, &row, &col);
	curs_set(row >= 0);
	move(row >= 0 ? row : t->rows - 1, row >= 0 ? col : 0);
	refresh();
	if (t->wants_links)
		paint_all_links(t, canvas, changed);
}

void
term_redraw(struct term *t)
{
	clearok(curscr, TRUE);
	t->is_blank = true;
}

void
term_leave(struct term *t)
{
	turn_off(t);
	endwin();
	signal_leave();
}

void
term_enter(struct term *t)
{
	signal_enter();
	take_size();
	turn_on(t);
	term_redraw(t);
}
