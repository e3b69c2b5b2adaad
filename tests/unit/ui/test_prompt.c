/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/utf8.h"
#include "ui/prompt.h"
#include "ui/term.h"

enum { LIMIT = 40 };

static void
type(struct prompt *p, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		int32_t c;

		text += utf8_decode(&c, text, end);
		assert_int_equal(prompt_key(p, (uint32_t)c), PROMPT_EDITED);
	}
}

static struct prompt *
begin(const char *text)
{
	struct prompt *p = prompt_new(LIMIT);

	prompt_begin(p, ":", text);
	return p;
}

static void
keys_edit_the_line(void **state)
{
	enum { KEYS = 8 };
	static const struct {
		const char *text;
		uint32_t keys[KEYS];
		const char *result;
	} rows[] = {
		{ "abc", { KEY_ARROW_LEFT, 'x' }, "abxc" },
		{ "abc", { KEY_TO_HOME, 'x', KEY_TO_END, 'y' }, "xabcy" },
		{ "abc",
		    { KEY_CONTROL | 'a', 'x', KEY_CONTROL | 'f', 'y',
			KEY_CONTROL | 'e', 'z' },
		    "xaybcz" },
		{ "abc", { KEY_BACKSPACE_KEY }, "ab" },
		{ "abc", { KEY_CONTROL | 'b', KEY_CONTROL | 'd' }, "ab" },
		{ "abc", { KEY_TO_HOME, KEY_DELETE_KEY }, "bc" },
		{ "abc", { KEY_TO_HOME, KEY_BACKSPACE_KEY }, "abc" },
		{ "abc", { KEY_DELETE_KEY }, "abc" },
		{ "go far away", { KEY_CONTROL | 'w' }, "go far " },
		{ "go far  ", { KEY_CONTROL | 'w' }, "go " },
		{ "go far away",
		    { KEY_ALT | KEY_ARROW_LEFT, KEY_CONTROL | KEY_ARROW_LEFT,
			KEY_CONTROL | 'k' },
		    "go " },
		{ "go far away",
		    { KEY_ALT | KEY_ARROW_LEFT, KEY_CONTROL | 'u' }, "away" },
		{ "go far", { KEY_TO_HOME, KEY_CONTROL | KEY_ARROW_RIGHT, 'x' },
		    "gox far" },
		/* One cluster, not one character. */
		{ "ae\xCC\x81", { KEY_BACKSPACE_KEY }, "a" },
		{ "ae\xCC\x81", { KEY_ARROW_LEFT, KEY_BACKSPACE_KEY },
		    "e\xCC\x81" },
		{ "a\xED\x95\x9C", { KEY_ARROW_LEFT, KEY_DELETE_KEY }, "a" },
		{ "a", { 0xD55C, 0x301 }, "a\xED\x95\x9C\xCC\x81" },
		/* Other keys do nothing. */
		{ "a", { KEY_FUNCTION_1, KEY_ALT | 'q', KEY_CONTROL | 'z' },
		    "a" },
		{ "a", { 0x1B, 0x7F, 0x9B, 0xD800 }, "a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct prompt *p = begin(rows[i].text);

		for (int j = 0; j < KEYS && rows[i].keys[j]; j++)
			assert_int_equal(prompt_key(p, rows[i].keys[j]),
			    PROMPT_EDITED);
		assert_string_equal(prompt_get_text(p), rows[i].result);
		prompt_free(p);
	}
}

static void
enter_tab_and_escape_are_told_to_the_owner(void **state)
{
	struct prompt *p = begin("x");

	(void)state;
	assert_int_equal(prompt_key(p, KEY_ENTER_KEY), PROMPT_ENTERED);
	assert_int_equal(prompt_key(p, KEY_TAB_KEY), PROMPT_COMPLETE);
	assert_int_equal(prompt_key(p, KEY_ESCAPE_KEY), PROMPT_LEFT);
	assert_int_equal(prompt_key(p, KEY_BACKSPACE_KEY), PROMPT_EDITED);
	assert_int_equal(prompt_key(p, KEY_BACKSPACE_KEY), PROMPT_LEFT);
	prompt_free(p);
}

static void
no_more_is_typed_than_the_limit(void **state)
{
	struct prompt *p = begin("");

	(void)state;
	for (int i = 0; i < LIMIT; i++)
		prompt_key(p, 0xE9);
	assert_int_equal(strlen(prompt_get_text(p)), LIMIT);
	prompt_key(p, 'x');
	assert_int_equal(strlen(prompt_get_text(p)), LIMIT);
	prompt_key(p, KEY_BACKSPACE_KEY);
	prompt_key(p, 'x');
	prompt_key(p, 0xD55C);
	assert_int_equal(strlen(prompt_get_text(p)), LIMIT - 1);
	prompt_free(p);
}

static void
enter_line(struct prompt *p, const char *label, const char *text)
{
	prompt_begin(p, label, text);
	prompt_keep(p);
}

static void
older_lines_come_back_by_label(void **state)
{
	struct prompt *p = begin("");

	(void)state;
	enter_line(p, ":", "go one");
	enter_line(p, "&", "filter");
	enter_line(p, ":", "go two");
	enter_line(p, ":", "go one");
	prompt_begin(p, ":", "");
	type(p, "new");
	prompt_key(p, KEY_ARROW_UP);
	assert_string_equal(prompt_get_text(p), "go one");
	prompt_key(p, KEY_ARROW_UP);
	assert_string_equal(prompt_get_text(p), "go two");
	prompt_key(p, KEY_ARROW_UP);
	assert_string_equal(prompt_get_text(p), "go two");
	prompt_key(p, KEY_ARROW_DOWN);
	prompt_key(p, KEY_ARROW_DOWN);
	assert_string_equal(prompt_get_text(p), "new");
	prompt_key(p, KEY_ARROW_DOWN);
	assert_string_equal(prompt_get_text(p), "new");
	prompt_begin(p, "&", "");
	prompt_key(p, KEY_CONTROL | 'p');
	assert_string_equal(prompt_get_text(p), "filter");
	prompt_free(p);
}

static void
another_label_is_drawn_and_the_older_lines_stay(void **state)
{
	struct prompt *p = begin("");
	struct canvas *canvas = canvas_new(1, 40);
	struct rect area = { 0, 0, 1, 40 };

	(void)state;
	enter_line(p, "search", "mill");
	prompt_begin(p, "search", "gate");
	prompt_show_label(p, "search [word]: ");
	assert_int_equal(prompt_measure(p, canvas), 15 + 4 + 1);
	assert_int_equal(prompt_find_col(p, canvas, area, 0), 15);
	assert_int_equal(prompt_find_col(p, canvas, area, 4), 19);
	assert_int_equal(prompt_find_col(p, canvas, area, 5), -1);
	/* What is scrolled out of sight has no column. */
	area.cols = 17;
	assert_int_equal(prompt_find_col(p, canvas, area, 0), -1);
	assert_int_equal(prompt_find_col(p, canvas, area, 4), 16);
	prompt_key(p, KEY_ARROW_UP);
	assert_string_equal(prompt_get_text(p), "mill");
	canvas_free(canvas);
	prompt_free(p);
}

static void
the_oldest_lines_go_when_there_are_many(void **state)
{
	struct prompt *p = begin("");

	(void)state;
	for (int i = 0; i < 200; i++) {
		char text[8] = { (char)('a' + i % 26), (char)('a' + i / 26) };

		enter_line(p, ":", text);
	}
	prompt_begin(p, ":", "");
	for (int i = 0; i < 300; i++)
		prompt_key(p, KEY_ARROW_UP);
	assert_string_equal(prompt_get_text(p), "uf");
	prompt_free(p);
}

static void
check_drawn(const struct prompt *p, int cols, const char *line, int cursor)
{
	struct canvas *canvas = canvas_new(1, cols);
	struct str dump;
	int row, col;

	prompt_draw(p, canvas, (struct rect){ 0, 0, 1, cols });
	str_init(&dump, 0);
	canvas_dump(&dump, canvas, false);
	assert_string_equal(dump.data, line);
	canvas_get_cursor(canvas, &row, &col);
	assert_int_equal(row, 0);
	assert_int_equal(col, cursor);
	str_clear(&dump);
	canvas_free(canvas);
}

static void
the_cursor_is_always_seen(void **state)
{
	struct prompt *p = begin("0123456789");

	(void)state;
	check_drawn(p, 20, ":0123456789\n", 11);
	check_drawn(p, 6, ":6789\n", 5);
	prompt_key(p, KEY_TO_HOME);
	check_drawn(p, 6, ":01234\n", 1);
	prompt_key(p, KEY_ARROW_RIGHT);
	check_drawn(p, 2, ":1\n", 1);
	prompt_set_text(p, "\xED\x95\x9C\xED\x95\x9C\xED\x95\x9C");
	check_drawn(p, 6, ":\xED\x95\x9C\xED\x95\x9C\n", 5);
	prompt_free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_edit_the_line),
		cmocka_unit_test(enter_tab_and_escape_are_told_to_the_owner),
		cmocka_unit_test(no_more_is_typed_than_the_limit),
		cmocka_unit_test(older_lines_come_back_by_label),
		cmocka_unit_test(
		    another_label_is_drawn_and_the_older_lines_stay),
		cmocka_unit_test(the_oldest_lines_go_when_there_are_many),
		cmocka_unit_test(the_cursor_is_always_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
