/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "ui/term_input.h"

/* What bytes are read as; keys that follow each other are divided by blanks.
 */
static void
add_event(char *out, size_t size, const struct key_event *event)
{
	size_t at = strlen(out);

	if (event->key == KEY_MOUSE_PRESS || event->key == KEY_WHEEL_UP ||
	    event->key == KEY_WHEEL_DOWN)
		snprintf(out + at, size - at, "%s%x@%d,%d", at ? " " : "",
		    (unsigned)event->key, event->row, event->col);
	else
		snprintf(out + at, size - at, "%s%x", at ? " " : "",
		    (unsigned)event->key);
}

static void
feed(struct input *in, const char *bytes, size_t len)
{
	assert_true(len <= input_get_room(in));
	memcpy(in->bytes + in->len, bytes, len);
	in->len += len;
}

static void
take(struct input *in, char *out, size_t size, bool is_late)
{
	struct key_event event;

	while (input_next(in, &event, is_late))
		add_event(out, size, &event);
}

static void
add_key(char *out, size_t size, uint32_t key)
{
	add_event(out, size, &(struct key_event){ .key = key });
}

static void
bytes_are_keys(void **state)
{
	enum { KEYS = 6 };
	static const struct {
		const char *bytes;
		uint32_t keys[KEYS];
	} rows[] = {
		{ "jK", { 'j', 'K' } },
		{ "\xC3\xA9\xED\x95\x9C", { 0xE9, 0xD55C } },
		{ "\r\n\t\b\x7F",
		    { KEY_ENTER_KEY, KEY_ENTER_KEY, KEY_TAB_KEY,
			KEY_BACKSPACE_KEY, KEY_BACKSPACE_KEY } },
		{ "\x01\x1A\x1D",
		    { KEY_CONTROL | 'a', KEY_CONTROL | 'z',
			KEY_CONTROL | ']' } },
		{ "\x1Bx\x1BX\x1B\r",
		    { KEY_ALT | 'x', KEY_ALT | 'X', KEY_ALT | KEY_ENTER_KEY } },
		{ "\x1B\xC3\xA9", { KEY_ALT | 0xE9 } },
		{ "\x1B\x06", { KEY_ALT | KEY_CONTROL | 'f' } },
		{ "\x1B[A\x1BOB\x1B[C\x1BOD",
		    { KEY_ARROW_UP, KEY_ARROW_DOWN, KEY_ARROW_RIGHT,
			KEY_ARROW_LEFT } },
		{ "\x1B[1;3D\x1B\x1B[D\x1B[1;5C\x1B[1;2A\x1BO5C",
		    { KEY_ALT | KEY_ARROW_LEFT, KEY_ALT | KEY_ARROW_LEFT,
			KEY_CONTROL | KEY_ARROW_RIGHT, KEY_ARROW_UP,
			KEY_CONTROL | KEY_ARROW_RIGHT } },
		{ "\x1B[H\x1B[F\x1B[1~\x1B[4~\x1B[7~\x1B[8~",
		    { KEY_TO_HOME, KEY_TO_END, KEY_TO_HOME, KEY_TO_END,
			KEY_TO_HOME, KEY_TO_END } },
		{ "\x1B[5~\x1B[6~\x1B[2~\x1B[3~\x1B[3;5~",
		    { KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_INSERT_KEY,
			KEY_DELETE_KEY, KEY_CONTROL | KEY_DELETE_KEY } },
		{ "\x1BOP\x1B[11~\x1B[[A\x1B[17~\x1B[24~\x1B[1;2Q",
		    { KEY_FUNCTION_1, KEY_FUNCTION_1, KEY_FUNCTION_1,
			KEY_FUNCTION_1 + 5, KEY_FUNCTION_12,
			KEY_FUNCTION_1 + 1 } },
		{ "\x1B[Z\x1BOM", { KEY_BACK_TAB, KEY_ENTER_KEY } },
		/* What means nothing is passed over, and only that. */
		{ "\x1B[99~j\x1B[?1;2ck\x1B[I\x1B[200", { 'j', 'k' } },
		{ "\xFFj\xC3j\xE2\x82j\xC0\x80j\xED\xA0\x80j",
		    { 'j', 'j', 'j', 'j', 'j' } },
		{ "\xC2\x9B"
		  "5m",
		    { '5', 'm' } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct input in = { .is_utf8 = true };
		char keys[200] = "", expected[200] = "";

		for (int j = 0; j < KEYS && rows[i].keys[j]; j++)
			add_key(expected, sizeof expected, rows[i].keys[j]);
		feed(&in, rows[i].bytes, strlen(rows[i].bytes));
		take(&in, keys, sizeof keys, false);
		assert_string_equal(keys, expected);
	}
}

/* Byte by byte the same comes out, since none of it is late. */
static void
a_sequence_may_come_in_pieces(void **state)
{
	static const char bytes[] =
	    "\x1B[1;3D\x1B[15~\xED\x95\x9C\x1BOP"
	    "\x1B[<0;12;3Mx\x1B[[B\x1B\x1B[A";
	struct input whole = { .is_utf8 = true }, pieces = whole;
	char expected[200] = "", keys[200] = "";

	(void)state;
	feed(&whole, bytes, sizeof bytes - 1);
	take(&whole, expected, sizeof expected, false);
	for (size_t i = 0; i < sizeof bytes - 1; i++) {
		feed(&pieces, bytes + i, 1);
		take(&pieces, keys, sizeof keys, false);
	}
	assert_string_equal(keys, expected);
	assert_false(input_is_waiting(&pieces));
}

static void
what_waits_too_long_is_taken_as_it_stands(void **state)
{
	static const struct {
		const char *bytes;
		uint32_t key; /* 0: none */
	} rows[] = {
		{ "\x1B", KEY_ESCAPE_KEY },
		{ "\x1B[", KEY_ALT | '[' },
		{ "\x1BO", KEY_ALT | 'O' },
		{ "\x1B[1;", 0 },
		{ "\x1B[[", 0 },
		{ "\xE2\x82", 0 },
		{ "\x1B[M!", '!' },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct input in = { .is_utf8 = true };
		char keys[100] = "", expected[100] = "";

		feed(&in, rows[i].bytes, strlen(rows[i].bytes));
		take(&in, keys, sizeof keys, false);
		assert_string_equal(keys, "");
		assert_true(input_is_waiting(&in));
		take(&in, keys, sizeof keys, true);
		if (rows[i].key)
			add_key(expected, sizeof expected, rows[i].key);
		assert_string_equal(keys, expected);
		assert_false(input_is_waiting(&in));
	}
}

static void
the_mouse_tells_where_it_was_pressed(void **state)
{
	static const struct {
		const char *bytes;
		uint32_t key;
		int row, col;
	} rows[] = {
		{ "\x1B[<0;12;3M", KEY_MOUSE_PRESS, 2, 11 },
		{ "\x1B[<64;1;1M", KEY_WHEEL_UP, 0, 0 },
		{ "\x1B[<65;500;200M", KEY_WHEEL_DOWN, 199, 499 },
		{ "\x1B[<4;0;0M", KEY_MOUSE_PRESS, 0, 0 },
		{ "\x1B[M !\"", KEY_MOUSE_PRESS, 1, 0 },
		{ "\x1B[<0;12;3m", 0, 0, 0 },
		{ "\x1B[<2;12;3M", 0, 0, 0 },
		{ "\x1B[<32;12;3M", 0, 0, 0 },
		{ "\x1B[M#!\"", 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct input in = { .is_utf8 = true };
		struct key_event event;

		feed(&in, rows[i].bytes, strlen(rows[i].bytes));
		assert_int_equal(input_next(&in, &event, false),
		    rows[i].key != 0);
		if (!rows[i].key)
			continue;
		assert_int_equal(event.key, rows[i].key);
		assert_int_equal(event.row, rows[i].row);
		assert_int_equal(event.col, rows[i].col);
	}
}

static void
a_paste_is_text_alone(void **state)
{
	struct input in = { .is_utf8 = true };
	char keys[200] = "", expected[200] = "";

	(void)state;
	feed(&in, "\x1B[200~q\rQ\x01\x1B[A\x1B[201~q", 20);
	take(&in, keys, sizeof keys, false);
	add_key(expected, sizeof expected, KEY_PASTE_BEGIN);
	for (const char *p = "q Q[A"; *p; p++)
		add_key(expected, sizeof expected, (uint32_t)*p);
	add_key(expected, sizeof expected, KEY_PASTE_END);
	add_key(expected, sizeof expected, 'q');
	assert_string_equal(keys, expected);
}

static void
a_paste_that_never_ends_can_be_left(void **state)
{
	struct input in = { .is_utf8 = true };
	struct key_event event;
	char keys[100] = "";

	(void)state;
	feed(&in, "\x1B[200~x", 7);
	take(&in, keys, sizeof keys, false);
	assert_true(in.is_pasting);
	feed(&in, "\x1B", 1);
	assert_false(input_next(&in, &event, false));
	assert_true(input_next(&in, &event, true));
	assert_int_equal(event.key, KEY_PASTE_END);
	assert_false(in.is_pasting);
	feed(&in, "\x1B[200~", 6);
	take(&in, keys, sizeof keys, false);
	input_end_paste(&in, &event);
	assert_int_equal(event.key, KEY_PASTE_END);
	assert_false(in.is_pasting);
}

static void
the_terminals_own_names_come_first(void **state)
{
	struct input in = { .is_utf8 = true };
	char keys[200] = "", expected[200] = "";

	(void)state;
	input_add_named(&in, "\x1B[M", KEY_FUNCTION_1);
	input_add_named(&in, "\x1B?x", KEY_ARROW_UP);
	input_add_named(&in, "\x0B", KEY_ARROW_UP);
	input_add_named(&in, NULL, KEY_ARROW_UP);
	feed(&in, "\x1B[M\x1B?x\x0B\x1B?", 9);
	take(&in, keys, sizeof keys, false);
	take(&in, keys, sizeof keys, true);
	add_key(expected, sizeof expected, KEY_FUNCTION_1);
	add_key(expected, sizeof expected, KEY_ARROW_UP);
	add_key(expected, sizeof expected, KEY_CONTROL | 'k');
	add_key(expected, sizeof expected, KEY_ALT | '?');
	assert_string_equal(keys, expected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_keys),
		cmocka_unit_test(a_sequence_may_come_in_pieces),
		cmocka_unit_test(what_waits_too_long_is_taken_as_it_stands),
		cmocka_unit_test(the_mouse_tells_where_it_was_pressed),
		cmocka_unit_test(a_paste_is_text_alone),
		cmocka_unit_test(a_paste_that_never_ends_can_be_left),
		cmocka_unit_test(the_terminals_own_names_come_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
