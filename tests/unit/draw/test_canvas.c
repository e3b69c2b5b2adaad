/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/canvas.h"

static void
assert_dump(const struct canvas *c, const char *expected)
{
	struct str dump;

	str_init(&dump, 0);
	canvas_dump(&dump, c, false);
	assert_string_equal(dump.data, expected);
	str_clear(&dump);
}

static void
a_wide_character_never_straddles_the_edge(void **state)
{
	struct canvas *c = canvas_new(2, 5);

	(void)state;
	assert_int_equal(canvas_put_text(c, 0, 0, 5, ROLE_TEXT,
			     "\uD55C\uAD6D\uC5B4"),
	    4);
	assert_int_equal(canvas_put_text(c, 1, 4, 5, ROLE_TEXT, "\uD55C"), 0);
	assert_dump(c, "\uD55C\uAD6D\n\n");
	canvas_free(c);
}

static void
half_of_a_wide_character_becomes_a_blank(void **state)
{
	struct canvas *c = canvas_new(1, 6);

	(void)state;
	canvas_put_text(c, 0, 0, 6, ROLE_TEXT, "\uD55C\uAD6D\uC5B4");
	canvas_put_text(c, 0, 1, 1, ROLE_TEXT, "x");
	canvas_put_text(c, 0, 2, 1, ROLE_TEXT, "y");
	assert_dump(c, " xy \uC5B4\n");
	canvas_free(c);
}

static void
nothing_hostile_gets_past_it(void **state)
{
	static const char *const hostile[] = { "\x1b[31m", "\x07", "\x7f",
		"\xC2\x85", "\xC2\x9B[31m", "\u202e", "\u200b", "\u2066",
		"\ufeff", "\u00ad", "\u2028", "\U000E0041" };
	struct canvas *c = canvas_new(1, 20);

	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		const struct cell *cells;

		canvas_clear(c);
		canvas_put_text(c, 0, 0, 20, ROLE_TEXT, hostile[i]);
		cells = canvas_get_row(c, 0);
		assert_int_equal(cells[0].len, 3);
		assert_memory_equal(cells[0].text, "\uFFFD", 3);
	}
	canvas_free(c);
}

static void
a_run_of_marks_is_cut_to_what_a_cell_holds(void **state)
{
	struct canvas *c = canvas_new(1, 4);
	struct str text;
	const struct cell *cells;

	(void)state;
	str_init(&text, 0);
	str_add_char(&text, 'e');
	for (int i = 0; i < 1000; i++)
		str_add_text(&text, "\u0301");
	str_add_char(&text, 'x');
	assert_int_equal(canvas_put(c, 0, 0, 4, ROLE_TEXT, 0, text.data,
			     text.len),
	    2);
	cells = canvas_get_row(c, 0);
	assert_true(cells[0].len <= sizeof cells[0].text);
	assert_int_equal(cells[1].text[0], 'x');
	str_clear(&text);
	canvas_free(c);
}

static void
what_hides_in_a_cluster_is_left_out(void **state)
{
	static const struct {
		const char *text, *shown;
	} rows[] = {
		{ "e\xCC\x81", "e\xCC\x81" },
		{ "a\xF3\xA0\x81\x81", "a" }, /* a tag */
		{ "a\xCD\x8F", "a" },         /* joins graphemes */
		{ "a\xE2\x80\x8D", "a" },     /* joins the next cell */
		{ "\xE2\x80\x8D", "\xEF\xBF\xBD" },
		{ "\x9B", "\xEF\xBF\xBD" }, /* ill-formed */
		{ "\xE2\x80", "\xEF\xBF\xBD" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct canvas *c = canvas_new(1, 4);
		const struct cell *cells = canvas_get_row(c, 0);

		canvas_put_text(c, 0, 0, 4, ROLE_TEXT, rows[i].text);
		assert_int_equal(cells[0].len, strlen(rows[i].shown));
		assert_memory_equal(cells[0].text, rows[i].shown, cells[0].len);
		canvas_free(c);
	}
}

static void
every_character_is_measured_as_it_is_drawn(void **state)
{
	static const struct {
		const char *before, *after;
	} beside[] = { { "", "" }, { "x", "" }, { "", "x" }, { "", "\uD55C" } };
	enum { COLS = 10, LAST = 0x10FFFF };
	struct canvas *c = canvas_new(1, COLS);

	(void)state;
	for (int32_t code = 1; code <= LAST; code++) {
		char bytes[5] = "", text[16];

		utf8_encode(bytes, code);
		for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
			size_t len, used;

			len = (size_t)snprintf(text, sizeof text, "%s%s%s",
			    beside[i].before, bytes, beside[i].after);
			used = (size_t)canvas_put(c, 0, 0, COLS, ROLE_TEXT, 0,
			    text, len);
			if (used != utf8_width_cols(text, len))
				fail_msg(
				    "U+%04X in \"%s\": %zu drawn, %zu "
				    "measured",
				    (unsigned)code, text, used,
				    utf8_width_cols(text, len));
		}
	}
	canvas_free(c);
}

static void
rules_join_the_frame_that_they_meet(void **state)
{
	struct canvas *c = canvas_new(5, 9);

	(void)state;
	canvas_put_frame(c, (struct rect){ 0, 0, 5, 9 }, ROLE_BORDER, "A");
	canvas_put_rule(c, 3, 0, 9, ROLE_BORDER, NULL);
	canvas_put_vertical(c, 0, 4, 4, ROLE_BORDER);
	assert_dump(c,
	    "\u250C A \u252C\u2500\u2500\u2500\u2510\n"
	    "\u2502   \u2502   \u2502\n"
	    "\u2502   \u2502   \u2502\n"
	    "\u251C\u2500\u2500\u2500\u2534\u2500\u2500\u2500\u2524\n"
	    "\u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2518\n");
	canvas_free(c);
}

static void
without_utf8_everything_is_ascii(void **state)
{
	struct canvas *c = canvas_new(3, 12);
	struct str dump;

	(void)state;
	canvas_set_utf8(c, false);
	canvas_put_frame(c, (struct rect){ 0, 0, 3, 12 }, ROLE_BORDER, NULL);
	canvas_put_text(c, 1, 1, 10, ROLE_TEXT, "caf\u00e9 \uD55C\uAD6D");
	str_init(&dump, 0);
	canvas_dump(&dump, c, true);
	for (size_t i = 0; i < dump.len; i++)
		assert_true((unsigned char)dump.data[i] < 0x80);
	assert_non_null(strstr(dump.data, "|cafe han"));
	assert_non_null(strstr(dump.data, "+----------+"));
	str_clear(&dump);
	canvas_free(c);
}

static void
what_is_cut_shows_that_it_is(void **state)
{
	struct canvas *c = canvas_new(1, 10);

	(void)state;
	assert_int_equal(canvas_put_cut(c, 0, 0, 6, ROLE_TEXT, "sentences"), 6);
	assert_dump(c, "sente\u2026\n");
	canvas_free(c);
}

static void
drawing_outside_is_clipped(void **state)
{
	struct canvas *c = canvas_new(2, 3);

	(void)state;
	canvas_put_text(c, -1, 0, 9, ROLE_TEXT, "no");
	canvas_put_text(c, 9, 0, 9, ROLE_TEXT, "no");
	canvas_put_text(c, 0, -2, 9, ROLE_TEXT, "abcdefgh");
	canvas_fill(c, (struct rect){ -5, -5, 20, 6 }, ROLE_TEXT);
	canvas_put_frame(c, (struct rect){ -3, -3, 90, 90 }, ROLE_BORDER, "x");
	canvas_set_cursor(c, 5, 5);
	canvas_set_url(c, 0, -4, 100, "https://example.org");
	assert_dump(c, " de\n\n");
	canvas_resize(c, 0, 5000);
	assert_int_equal(canvas_get_rows(c), 1);
	assert_int_equal(canvas_get_cols(c), 1000);
	canvas_free(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wide_character_never_straddles_the_edge),
		cmocka_unit_test(half_of_a_wide_character_becomes_a_blank),
		cmocka_unit_test(nothing_hostile_gets_past_it),
		cmocka_unit_test(a_run_of_marks_is_cut_to_what_a_cell_holds),
		cmocka_unit_test(what_hides_in_a_cluster_is_left_out),
		cmocka_unit_test(every_character_is_measured_as_it_is_drawn),
		cmocka_unit_test(rules_join_the_frame_that_they_meet),
		cmocka_unit_test(without_utf8_everything_is_ascii),
		cmocka_unit_test(what_is_cut_shows_that_it_is),
		cmocka_unit_test(drawing_outside_is_clipped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
