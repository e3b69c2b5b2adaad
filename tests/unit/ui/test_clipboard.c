/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "ui/clipboard.h"
#include "ui/term_kind.h"
#include "unit.h"

static void
check_bytes(enum clipboard_way way, const char *text, const char *bytes)
{
	struct str out;

	str_init(&out, 0);
	clipboard_add(&out, way, text, strlen(text));
	assert_string_equal(out.len ? out.data : "", bytes);
	str_clear(&out);
}

static void
text_goes_to_a_terminal_in_base64(void **state)
{
	static const struct {
		const char *text, *bytes;
	} rows[] = {
		{ "", "\x1B]52;c;\a" },
		{ "f", "\x1B]52;c;Zg==\a" },
		{ "fo", "\x1B]52;c;Zm8=\a" },
		{ "foo", "\x1B]52;c;Zm9v\a" },
		{ "foob\n", "\x1B]52;c;Zm9vYgo=\a" },
		{ "\xED\x99\xA9\xC3\xBF", "\x1B]52;c;7Zmpw78=\a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_bytes(CLIPBOARD_TERMINAL, rows[i].text, rows[i].bytes);
	check_bytes(CLIPBOARD_NONE, "foo", "");
}

/* It heeds the one or the other, as it is set up. */
static void
tmux_is_told_and_asked_to_hand_on(void **state)
{
	(void)state;
	check_bytes(CLIPBOARD_TMUX, "foo",
	    "\x1B]52;c;Zm9v\a"
	    "\x1BPtmux;\x1B\x1B]52;c;Zm9v\a\x1B\\");
}

/* Nobody says which of the two it is. */
static void
what_has_the_name_of_screen_alone_is_sent_both(void **state)
{
	(void)state;
	check_bytes(CLIPBOARD_FAR, "foo",
	    "\x1B]52;c;Zm9v\a"
	    "\x1BP\x1B]52;c;Zm9v\a\x1B\\");
}

/* Joined again they are what the terminal wants. */
static void
screen_hands_on_short_strings(void **state)
{
	struct str out, plain, joined;
	char text[2000];

	(void)state;
	str_init(&out, 0);
	str_init(&plain, 0);
	str_init(&joined, 0);
	memset(text, 'x', sizeof text);
	clipboard_add(&out, CLIPBOARD_SCREEN, text, sizeof text);
	clipboard_add(&plain, CLIPBOARD_TERMINAL, text, sizeof text);
	for (const char *p = out.data; *p;) {
		const char *end = strstr(p, "\x1B\\");

		assert_memory_equal(p, "\x1BP", 2);
		assert_non_null(end);
		assert_true(end - p < 256);
		str_add(&joined, p + 2, (size_t)(end - p - 2));
		p = end + 2;
	}
	assert_string_equal(joined.data, plain.data);
	str_clear(&out);
	str_clear(&plain);
	str_clear(&joined);
}

static void
a_text_beyond_the_limit_has_no_room(void **state)
{
	(void)state;
	assert_true(clipboard_has_room(56244));
	assert_false(clipboard_has_room(56250));
}

static void
the_clipboard_is_known_by_the_kind_of_terminal(void **state)
{
	static const struct {
		const char *term, *tmux, *sty;
		enum clipboard_way way;
	} rows[] = {
		{ "xterm-256color", NULL, NULL, CLIPBOARD_TERMINAL },
		{ "foot", NULL, NULL, CLIPBOARD_TERMINAL },
		{ "screen-256color", NULL, NULL, CLIPBOARD_FAR },
		{ "tmux-256color", NULL, NULL, CLIPBOARD_TMUX },
		{ "screen", "/tmp/tmux,1,0", NULL, CLIPBOARD_TMUX },
		{ "screen", NULL, "1.pts", CLIPBOARD_SCREEN },
		{ "linux", NULL, NULL, CLIPBOARD_NONE },
		{ "vt100", NULL, NULL, CLIPBOARD_NONE },
		{ "vt220", NULL, NULL, CLIPBOARD_NONE },
		{ "dumb", NULL, NULL, CLIPBOARD_NONE },
		{ "ansi", NULL, NULL, CLIPBOARD_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		unsetenv("TMUX");
		unsetenv("STY");
		if (rows[i].tmux)
			setenv("TMUX", rows[i].tmux, 1);
		if (rows[i].sty)
			setenv("STY", rows[i].sty, 1);
		if (kind_find_clipboard(rows[i].term) != rows[i].way)
			fail_msg("%s", rows[i].term);
	}
	unsetenv("TMUX");
	unsetenv("STY");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_goes_to_a_terminal_in_base64),
		cmocka_unit_test(tmux_is_told_and_asked_to_hand_on),
		cmocka_unit_test(
		    what_has_the_name_of_screen_alone_is_sent_both),
		cmocka_unit_test(screen_hands_on_short_strings),
		cmocka_unit_test(a_text_beyond_the_limit_has_no_room),
		cmocka_unit_test(
		    the_clipboard_is_known_by_the_kind_of_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
