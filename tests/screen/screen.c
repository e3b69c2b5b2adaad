/* SPDX-License-Identifier: ISC */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "screen_private.h"
#include "unit.h"

/* The terminal: bytes from the program to cells. */

int64_t
screen_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- What libvterm tells ---- */

static void
take_answer(const char *bytes, size_t len, void *user)
{
	struct screen *s = user;

	str_add(&s->answers, bytes, len);
}

static int
take_property(VTermProp prop, VTermValue *value, void *user)
{
	struct screen *s = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		s->is_cursor_visible = value->boolean;
	else if (prop == VTERM_PROP_ALTSCREEN)
		s->is_alternate = value->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		s->mouse = value->number;
	else if (prop == VTERM_PROP_TITLE || prop == VTERM_PROP_ICONNAME)
		str_add(&s->titles, value->string, strlen(value->string));
	return 1;
}

static int
take_unknown_csi(const char *leader, const long args[], int argcount,
    const char *intermed, char command, void *user)
{
	struct screen *s = user;

	(void)leader;
	(void)args;
	(void)argcount;
	(void)intermed;
	/* Window titles put aside and taken back (XTWINOPS) are harmless. */
	if (command != 't')
		s->unknown++;
	return 0;
}

static int
take_unknown_string(const char *command, size_t len, void *user)
{
	struct screen *s = user;

	/* OSC 8 is a link, 10 and 11 ask for colours. */
	if (len < 2 ||
	    (strncmp(command, "8;", 2) != 0 && strncmp(command, "10", 2) != 0 &&
		strncmp(command, "11", 2) != 0))
		s->unknown++;
	return 0;
}

static int
take_unknown_control(unsigned char control, void *user)
{
	struct screen *s = user;

	(void)control;
	s->unknown++;
	return 0;
}

static const VTermScreenCallbacks callbacks = {
	.settermprop = take_property,
};

static const VTermParserCallbacks unknown = {
	.control = take_unknown_control,
	.csi = take_unknown_csi,
	.osc = take_unknown_string,
	.dcs = take_unknown_string,
};

/* ---- Bytes in ---- */

/*
 * libvterm 0.1 does not know REP (CSI n b), which xterm-256color has: the
 * sequence is spelt out on its way.  Returns its length, 0: it is none.
 */
static size_t
read_repeat(const char *bytes, size_t len, unsigned *times)
{
	size_t i = 2;

	if (len < 4 || bytes[0] != '\033' || bytes[1] != '[')
		return 0;
	*times = 0;
	for (; i < len && bytes[i] >= '0' && bytes[i] <= '9' && i < 7; i++)
		*times = *times * 10 + (unsigned)(bytes[i] - '0');
	return i > 2 && i < len && bytes[i] == 'b' ? i + 1 : 0;
}

static void
show_bytes(struct screen *s, const char *bytes, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned times;
		size_t repeat = read_repeat(bytes + i, len - i, &times);

		if (repeat == 0) {
			if (bytes[i] >= ' ' && bytes[i] <= '~')
				s->last_glyph = bytes[i];
			continue;
		}
		vterm_input_write(s->vt, bytes + from, i - from);
		while (times-- > 0)
			vterm_input_write(s->vt, &s->last_glyph, 1);
		from = i + repeat;
		i = from - 1;
	}
	vterm_input_write(s->vt, bytes + from, len - from);
}

/*
 * Nor does it keep what is dim: that is told to it as struck through, which
 * ibid never is.  A colour (38;5;2) has a number like it.
 */
static void
show_dim_as_struck(char *parameters, size_t len)
{
	size_t at = 0;

	while (at < len) {
		char *p = parameters + at;
		size_t digits = 0;

		while (at + digits < len && p[digits] != ';')
			digits++;
		if (digits == 2 && (*p == '3' || *p == '4') && p[1] == '8')
			return;
		if (digits == 1 && *p == '2')
			*p = '9';
		at += digits + 1;
	}
}

static void
show_dim(char *bytes, size_t len)
{
	for (size_t i = 0; i + 2 < len; i++) {
		size_t end = i + 2;

		if (bytes[i] != '\033' || bytes[i + 1] != '[')
			continue;
		while (end < len &&
		    ((bytes[end] >= '0' && bytes[end] <= '9') ||
			bytes[end] == ';'))
			end++;
		if (end < len && bytes[end] == 'm')
			show_dim_as_struck(bytes + i + 2, end - i - 2);
	}
}

/* A sequence of numbers that is not whole yet waits for the rest. */
static size_t
find_whole(const char *bytes, size_t len)
{
	enum { LONGEST = 24 };

	for (size_t back = 1; back <= LONGEST && back <= len; back++) {
		size_t at = len - back, digit = at + 2;

		if (bytes[at] != '\033')
			continue;
		while (digit < len &&
		    ((bytes[digit] >= '0' && bytes[digit] <= '9') ||
			bytes[digit] == ';'))
			digit++;
		if (back == 1 || (bytes[at + 1] == '[' && digit == len))
			return at;
		return len;
	}
	return len;
}

bool
screen_take(struct screen *s)
{
	char bytes[16384];
	bool any = false;

	for (;;) {
		size_t held = s->held.len, whole, len;

		if (held > 0)
			memcpy(bytes, s->held.data, held);
		len = pty_read(&s->pty, bytes + held, sizeof bytes - held);
		if (len == 0)
			break;
		any = true;
		str_add(&s->raw, bytes + held, len);
		whole = find_whole(bytes, held + len);
		show_dim(bytes, whole);
		show_bytes(s, bytes, whole);
		str_reset(&s->held);
		str_add(&s->held, bytes + whole, held + len - whole);
	}
	screen_send_answers(s);
	return any;
}

bool
screen_pump(struct screen *s, int timeout_ms)
{
	if (screen_take(s))
		return true;
	if (!pty_wait(&s->pty, timeout_ms))
		return false;
	return screen_take(s);
}

void
screen_send_answers(struct screen *s)
{
	char *mine;
	size_t len = s->answers.len;

	if (len == 0)
		return;
	mine = str_take(&s->answers);
	screen_type(s, mine, len);
	free(mine);
}

/* ---- Beginning and end ---- */

enum { ENVIRONMENT_COUNT = 40 };

static void
add_variable(char **env, size_t *count, const char *name, const char *value)
{
	size_t size = strlen(name) + strlen(value) + 2;

	if (*count + 1 >= ENVIRONMENT_COUNT)
		abort();
	env[*count] = mem_alloc(size);
	snprintf(env[(*count)++], size, "%s%s%s", name, *name ? "=" : "",
	    value);
}

static void
fill_environment(char **env, const struct screen_options *o)
{
	static const char *const kept[] = { "PATH", "TERMINFO", "TERMINFO_DIRS",
		"ASAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR" };
	size_t count = 0;

	/* Of a name that stands there twice the first counts. */
	for (size_t i = 0; o->more && o->more[i]; i++)
		add_variable(env, &count, "", o->more[i]);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		if (getenv(kept[i]))
			add_variable(env, &count, kept[i], getenv(kept[i]));
	}
	/* What is opened outside opens nothing. */
	add_variable(env, &count, "BROWSER", "true");
	add_variable(env, &count, "HOME", o->home ? o->home : "/");
	add_variable(env, &count, "TERM", o->term ? o->term : "xterm-256color");
	add_variable(env, &count, "LC_ALL", o->locale ? o->locale : "C.UTF-8");
	env[count] = NULL;
}

static bool
is_utf8(const struct screen_options *o)
{
	return !o->locale || strstr(o->locale, "UTF-8") ||
	    strstr(o->locale, "utf8");
}

static void
open_emulator(struct screen *s, const struct screen_options *o)
{
	s->vt = vterm_new(s->rows, s->cols);
	if (!s->vt)
		abort();
	vterm_set_utf8(s->vt, is_utf8(o));
	vterm_output_set_callback(s->vt, take_answer, s);
	s->state = vterm_obtain_state(s->vt);
	s->cells = vterm_obtain_screen(s->vt);
	vterm_screen_enable_altscreen(s->cells, 1);
	vterm_screen_set_callbacks(s->cells, &callbacks, s);
	vterm_screen_set_unrecognised_fallbacks(s->cells, &unknown, s);
	vterm_screen_reset(s->cells, 1);
	str_reset(&s->answers);
	str_reset(&s->titles);
}

struct screen *
screen_start(const struct screen_options *options, const char *const argv[])
{
	struct screen *s = mem_alloc(sizeof *s);
	char *env[ENVIRONMENT_COUNT];

	memset(s, 0, sizeof *s);
	str_init(&s->raw, 0);
	str_init(&s->titles, 0);
	str_init(&s->held, 0);
	str_init(&s->row, 0);
	str_init(&s->answers, 0);
	s->rows = options->rows ? options->rows : 24;
	s->cols = options->cols ? options->cols : 80;
	open_emulator(s, options);
	fill_environment(env, options);
	pty_start(&s->pty, s->rows, s->cols, options->is_hasty,
	    (char **)(uintptr_t)argv, env);
	for (size_t i = 0; env[i]; i++)
		free(env[i]);
	return s;
}

void
screen_free(struct screen *s)
{
	if (!s)
		return;
	pty_end(&s->pty);
	vterm_free(s->vt);
	str_clear(&s->raw);
	str_clear(&s->titles);
	str_clear(&s->held);
	str_clear(&s->row);
	str_clear(&s->answers);
	free(s);
}

/* ---- Looking ---- */

/* One cell in UTF-8. */
static void
add_cell(struct str *out, const VTermScreenCell *cell)
{
	if (cell->chars[0] == 0)
		str_add(out, " ", 1);
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
		char text[4];
		size_t len = utf8_encode(text, cell->chars[i]);

		str_add(out, text, len);
	}
}

const char *
screen_get_row(struct screen *s, int row)
{
	str_reset(&s->row);
	if (row < 0 || row >= s->rows)
		return s->row.data;
	for (int col = 0; col < s->cols; col++) {
		VTermScreenCell cell;

		screen_get_cell(s, row, col, &cell);
		add_cell(&s->row, &cell);
		if (cell.width > 1)
			col += cell.width - 1;
	}
	while (s->row.len > 0 && s->row.data[s->row.len - 1] == ' ')
		s->row.data[--s->row.len] = '\0';
	return s->row.data;
}

char *
screen_get_text(struct screen *s)
{
	struct str all;

	str_init(&all, 0);
	for (int row = 0; row < s->rows; row++) {
		const char *text = screen_get_row(s, row);

		str_add(&all, text, strlen(text));
		str_add(&all, "\n", 1);
	}
	return str_take(&all);
}

int
screen_find(struct screen *s, const char *text)
{
	screen_take(s);
	for (int row = 0; row < s->rows; row++) {
		if (strstr(screen_get_row(s, row), text))
			return row;
	}
	return -1;
}

bool
screen_has(struct screen *s, const char *text)
{
	return screen_find(s, text) >= 0;
}

void
screen_get_cell(struct screen *s, int row, int col, VTermScreenCell *out)
{
	VTermPos pos = { row, col };

	memset(out, 0, sizeof *out);
	vterm_screen_get_cell(s->cells, pos, out);
	/* The right half of a wide character says so with -1. */
	if (out->chars[0] == (uint32_t)-1)
		out->chars[0] = 0;
}

void
screen_get_size(struct screen *s, int *rows, int *cols)
{
	*rows = s->rows;
	*cols = s->cols;
}

void
screen_get_cursor(struct screen *s, int *row, int *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(s->state, &pos);
	*row = pos.row;
	*col = pos.col;
}

bool
screen_is_cursor_visible(struct screen *s)
{
	return s->is_cursor_visible;
}

bool
screen_is_alternate(struct screen *s)
{
	return s->is_alternate;
}

int
screen_get_mouse(struct screen *s)
{
	return s->mouse;
}

pid_t
screen_get_process(struct screen *s)
{
	return s->pty.program;
}

size_t
screen_count(struct screen *s)
{
	screen_take(s);
	return s->raw.len;
}

const char *
screen_get_raw(struct screen *s, size_t *len)
{
	*len = s->raw.len;
	return s->raw.data;
}

unsigned
screen_count_unknown(struct screen *s)
{
	return s->unknown;
}

const char *
screen_get_titles(struct screen *s)
{
	return s->titles.data;
}
