/* SPDX-License-Identifier: ISC */

/*
 * torture COLLECTION [KEYS [SEED]]: feeds the application, without a
 * terminal, so many random keys, pastes, clicks and resizes, the same ones
 * for a seed.  Each has to be answered: a canvas of the asked size comes
 * back, its cells fill it, nothing a terminal obeys stands in them, and the
 * cursor is inside.  TAP; the last key is named where it does not.
 */
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"
#include "base/utf8.h"
#include "reader/session.h"
#include "store/collection.h"
#include "ui/app.h"

struct torture {
	struct session *session;
	struct app *app;
	const char *path;
	uint64_t random;
	unsigned seed;
	unsigned number; /* of the event */
	int rows, cols;
	bool is_utf8;
	struct key_event event; /* the last one */
	double slowest_ms;
	uint32_t slowest_key;
	unsigned slowest_number;
};

/* Told when a sanitizer or a signal ends the program. */
static struct torture t;

static const char *
get_place(void)
{
	static char text[PLACE_SLUG_SIZE + 32];

	snprintf(text, sizeof text, "seed %u, event %u, key %#x, %dx%d", t.seed,
	    t.number, (unsigned)t.event.key, t.cols, t.rows);
	return text;
}

static void __attribute__((noreturn, format(printf, 1, 2)))
fail(const char *format, ...)
{
	va_list args;

	printf("not ok 1 - every_key_is_answered\n# %s: ", get_place());
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
	exit(1);
}

static void
tell_and_die(int number)
{
	const char *place = get_place();

	if (write(STDERR_FILENO, place, strlen(place)) > 0 &&
	    write(STDERR_FILENO, "\n", 1) > 0)
		signal(number, SIG_DFL);
	raise(number);
}

/* SplitMix64: the same numbers on every machine. */
static uint32_t
get_random(uint32_t below)
{
	uint64_t z = (t.random += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)((z ^ (z >> 31)) % below);
}

/* ---- What has to hold after each event ---- */

static void
check_cell(const struct cell *cell, int row, int col)
{
	const char *at = cell->text, *end = cell->text + cell->len;

	if (cell->len > sizeof cell->text || cell->width_cols > 2 ||
	    cell->role >= ROLE_COUNT ||
	    (cell->len == 0) != (cell->width_cols == 0))
		fail("cell %d,%d: len %d, width %d, role %d", row, col,
		    cell->len, cell->width_cols, cell->role);
	while (at < end) {
		int32_t code_point;

		at += utf8_decode(&code_point, at, end);
		if (utf8_is_control(code_point) ||
		    (!t.is_utf8 && code_point > 0x7e))
			fail("cell %d,%d: U+%04X", row, col,
			    (unsigned)code_point);
	}
}

static void
check_row(const struct canvas *canvas, int row)
{
	const struct cell *cells = canvas_get_row(canvas, row);
	int col = 0;

	while (col < t.cols) {
		check_cell(&cells[col], row, col);
		if (cells[col].width_cols == 0)
			fail("cell %d,%d: half a character", row, col);
		if (cells[col].width_cols == 2 &&
		    (col + 1 >= t.cols || cells[col + 1].width_cols != 0))
			fail("cell %d,%d straddles", row, col);
		col += cells[col].width_cols;
	}
}

static void
check_screen(void)
{
	const struct canvas *canvas = app_draw(t.app);
	int row, col;

	if (canvas_get_rows(canvas) != t.rows ||
	    canvas_get_cols(canvas) != t.cols)
		fail("a canvas of %dx%d", canvas_get_cols(canvas),
		    canvas_get_rows(canvas));
	for (row = 0; row < t.rows; row++)
		check_row(canvas, row);
	canvas_get_cursor(canvas, &row, &col);
	if (row != -1 && (row < 0 || row >= t.rows || col < 0 || col >= t.cols))
		fail("the cursor at %d,%d", row, col);
}

/* ---- Events ---- */

static double
get_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
send_event(const struct key_event *event)
{
	double before = get_ms(), took;

	t.event = *event;
	app_key(t.app, event);
	app_take_wish(t.app);
	app_draw(t.app);
	took = get_ms() - before;
	if (took > t.slowest_ms) {
		t.slowest_ms = took;
		t.slowest_key = event->key;
		t.slowest_number = t.number;
	}
	check_screen();
}

static void
send_key(uint32_t key)
{
	struct key_event event = { .key = key };

	send_event(&event);
}

static void
send_text(const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		int32_t code_point;

		text += utf8_decode(&code_point, text, end);
		send_key(
		    code_point == '\n' ? KEY_ENTER_KEY : (uint32_t)code_point);
	}
}

/* A key of the table of commands, in any of the profiles. */
static void
press_command_key(void)
{
	const struct command_entry *entry;
	const char *keys;
	size_t count = 0, pick;
	unsigned rows = 0;

	while (command_get_row(rows))
		rows++;
	entry = command_get_row(get_random(rows));
	keys = entry->keys;
	if (get_random(8) == 0 && entry->less)
		keys = entry->less;
	for (const char *at = keys; *at; at += strspn(at, " ")) {
		at += strcspn(at, " ");
		count++;
	}
	if (count == 0)
		return;
	for (pick = get_random((uint32_t)count); pick > 0; pick--) {
		keys += strcspn(keys, " ");
		keys += strspn(keys, " ");
	}
	send_key(keymap_parse_key(keys, strcspn(keys, " ")));
}

static void
press_named_key(void)
{
	static const uint32_t modifiers[] = { 0, 0, 0, KEY_ALT, KEY_CONTROL };
	uint32_t key = KEY_NAMED + get_random(KEY_HANG_UP - KEY_NAMED);

	if (key == KEY_RESIZED || key == KEY_NONE_YET || key == KEY_NAMED)
		key = KEY_ESCAPE_KEY;
	send_key(key | modifiers[get_random(5)]);
}

static uint32_t
get_random_character(void)
{
	static const uint32_t odd[] = { 0x301, 0x200d, 0x202e, 0x9b, 0x1b, 0x7f,
		0xac00, 0x6c34, 0x5d0, 0x1f468, 0x1f1e6, 0xfeff, 0xe0001, 0xad,
		0xfffd, 0x10ffff, 0xe9, 0xdf, 0x130 };

	if (get_random(6) == 0)
		return odd[get_random(sizeof odd / sizeof *odd)];
	return ' ' + get_random(95);
}

static void
press_character(void)
{
	static const uint32_t modifiers[] = { 0, 0, 0, KEY_ALT, KEY_CONTROL };

	send_key(get_random_character() | modifiers[get_random(5)]);
}

static void
press_digits(void)
{
	for (uint32_t i = get_random(7); i > 0; i--)
		send_key('0' + get_random(10));
}

static void
paste(void)
{
	send_key(KEY_PASTE_BEGIN);
	for (uint32_t i = get_random(get_random(10) == 0 ? 3000 : 40); i > 0;
	     i--)
		send_key(get_random(12) == 0 ? KEY_ENTER_KEY :
					       get_random_character());
	send_key(KEY_PASTE_END);
}

static void
use_mouse(void)
{
	static const uint32_t keys[] = { KEY_MOUSE_PRESS, KEY_MOUSE_PRESS,
		KEY_WHEEL_UP, KEY_WHEEL_DOWN };
	struct key_event event = { .key = keys[get_random(4)] };

	event.row = (int)get_random((uint32_t)t.rows);
	event.col = (int)get_random((uint32_t)t.cols);
	/* A terminal may report a place that is no longer there. */
	if (get_random(20) == 0) {
		event.row += (int)get_random(300) - 100;
		event.col += (int)get_random(300) - 100;
	}
	send_event(&event);
}

static void
resize(void)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 }, { 5, 20 }, { 1, 1 },
		{ 200, 500 }, { 2, 2 }, { 1, 500 }, { 200, 1 }, { 24, 110 },
		{ 24, 60 }, { 24, 59 }, { 9, 80 }, { 13, 80 } };

	if (get_random(3) == 0) {
		t.rows = 1 + (int)get_random(60);
		t.cols = 1 + (int)get_random(160);
	} else {
		uint32_t i = get_random(sizeof sizes / sizeof *sizes);

		t.rows = sizes[i].rows;
		t.cols = sizes[i].cols;
	}
	app_resize(t.app, t.rows, t.cols);
	t.event = (struct key_event){ .key = KEY_RESIZED };
	check_screen();
}

static void
use_command_line(void)
{
	static const char *const lines[] = { "set graphic show",
		"set graphic skip", "set graphic fold", "set keys less",
		"set keys info", "set keys ibid", "set mouse yes",
		"set nothing", "set graphic", "go mills",
		"go figure:mills-survey", "go source:wren", "go event:survey",
		"go measure:mills-working", "go nowhere", "go figure:", "help",
		"hlep", "", "  ", "quit", "figures", "page-down", "mark" };

	send_key(':');
	send_text(lines[get_random(sizeof lines / sizeof *lines)]);
	for (uint32_t i = get_random(3); i > 0; i--)
		send_key(KEY_TAB_KEY);
	send_key(get_random(5) == 0 ? KEY_ESCAPE_KEY : KEY_ENTER_KEY);
}

static void
use_filter(void)
{
	send_key('&');
	for (uint32_t i = get_random(8); i > 0; i--)
		send_key(get_random(3) ? 'a' + get_random(26) :
					 get_random_character());
	if (get_random(3) > 0)
		send_key(KEY_ENTER_KEY);
}

static void
let_idle(void)
{
	enum { SLICES = 10000 };

	for (unsigned i = 0; i < SLICES && app_idle(t.app); i++)
		;
	check_screen();
}

static void open_app(const char *where);

static void
begin_anew(void)
{
	app_free(t.app);
	t.is_utf8 = get_random(3) > 0;
	open_app(NULL);
	check_screen();
}

static void
refresh(void)
{
	app_refresh(t.app);
	check_screen();
}

static const struct {
	unsigned weight;
	void (*run)(void);
} events[] = {
	{ 600, press_command_key },
	{ 100, press_named_key },
	{ 60, press_character },
	{ 40, press_digits },
	{ 10, paste },
	{ 40, use_mouse },
	{ 40, resize },
	{ 30, use_command_line },
	{ 30, use_filter },
	{ 30, let_idle },
	{ 5, refresh },
	{ 1, begin_anew },
};

static void
do_anything(void)
{
	unsigned all = 0, pick;

	for (size_t i = 0; i < sizeof events / sizeof *events; i++)
		all += events[i].weight;
	pick = get_random(all);
	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		if (pick < events[i].weight) {
			events[i].run();
			return;
		}
		pick -= events[i].weight;
	}
}

/* ---- Beginning and end ---- */

static void
open_app(const char *where)
{
	struct error err;

	if (app_new(&t.app, t.session, t.rows, t.cols, t.is_utf8, where,
		&err) != STATUS_OK)
		fail("%s", err.message);
}

static void
open_session(struct settings *settings)
{
	struct collection *collection;
	struct error err;

	settings_init(settings);
	/* Random keys write no files. */
	settings->is_secure = true;
	if (collection_open(&collection, t.path, &err) != STATUS_OK ||
	    session_open(&t.session, collection, settings, &err) != STATUS_OK)
		fail("%s", err.message);
}

static unsigned
read_number(const char *text)
{
	return (unsigned)strtoul(text, NULL, 10);
}

int
main(int argc, char **argv)
{
	unsigned keys = argc > 2 ? read_number(argv[2]) : 2000;
	struct settings settings;

	if (argc < 2)
		return 2;
	t.path = argv[1];
	t.seed = argc > 3 ? read_number(argv[3]) : 1;
	t.random = t.seed;
	t.rows = 24;
	t.cols = 80;
	t.is_utf8 = true;
	signal(SIGABRT, tell_and_die);
	printf("1..1\n");
	fflush(stdout);
	open_session(&settings);
	open_app(NULL);
	check_screen();
	for (t.number = 1; t.number <= keys; t.number++)
		do_anything();
	app_free(t.app);
	session_close(t.session);
	settings_clear(&settings);
	printf("ok 1 - every_key_is_answered\n");
	printf("# %u events, seed %u; the slowest: %#x, number %u, %.1f ms\n",
	    keys, t.seed, (unsigned)t.slowest_key, t.slowest_number,
	    t.slowest_ms);
	return 0;
}
