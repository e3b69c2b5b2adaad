/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "ui/term_codes.h"
#include "ui/theme.h"

/* What is sent for a move and for a look, sequence by sequence. */

static const char *
make_address(int row, int col)
{
	static char text[16];

	snprintf(text, sizeof text, "@%d,%d", row, col);
	return text;
}

static const char *
make_color(int color)
{
	static char text[16];

	snprintf(text, sizeof text, "\033[%dm", 30 + color);
	return text;
}

static const struct description xterm = {
	.address = "\033[%i%p1%d;%p2%dH",
	.to_row = "\033[%i%p1%dd",
	.to_col = "\033[%i%p1%dG",
	.up = "\033[%p1%dA",
	.down = "\033[%p1%dB",
	.right = "\033[%p1%dC",
	.left = "\033[%p1%dD",
	.left_one = "\b",
	.margins = "\033[%i%p1%d;%p2%dr",
	.scroll_up = "\n",
	.scroll_down = "\033M$<5>",
	.plain = "\033(B\033[m$<2>",
	.own_colors = "\033[39;49m",
	.attributes = { "\033[1m$<2>", "\033[4m", "\033[7m", "\033[2m" },
	.get_address = make_address,
	.get_color = make_color,
};

static void
expect(struct str *out, const char *wanted)
{
	if (strcmp(out->data, wanted) != 0)
		fail_msg("'%s' for '%s'", out->data, wanted);
	str_clear(out);
}

static void
a_move_takes_the_shortest_way(void **state)
{
	static const struct {
		int from, to;
		const char *bytes;
	} rows[] = {
		{ 5, 5, "" },
		{ 5, 4, "\b" },
		{ 9, 6, "\b\b\b" },
		{ 9, 0, "\r" },
		{ 5, 6, "\033[C" },
		{ 5, 9, "\033[4C" },
		{ 60, 1, "\r\033[C" },
		{ 9, 3, "\033[6D" },
		{ 40, 30, "\033[10D" },
		{ -1, 0, "\r" },
		{ -1, 7, "\033[8G" },
	},
	  columns[] = {
		  { 5, 5, "" },
		  { 5, 6, "\n" },
		  { 5, 9, "\n\n\n\n" },
		  { 5, 14, "\033[9B" },
		  { 5, 4, "\033[A" },
		  { 19, 15, "\033[4A" },
		  /* over an edge of the rows that scroll */
		  { 20, 21, "\033[22d" },
		  { 3, 1, "\033[2d" },
		  { 1, 3, "\n\n" },
		  { 22, 19, "\033[3A" },
	  };
	struct code_margins margins = { 3, 20 };
	struct codes c;
	struct str out;

	(void)state;
	codes_init(&c, &xterm);
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(
		    codes_add_col_move(&c, &out, rows[i].from, rows[i].to));
		expect(&out, rows[i].bytes);
	}
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		assert_true(codes_add_row_move(&c, &out, columns[i].from,
		    columns[i].to, margins));
		expect(&out, columns[i].bytes);
	}
}

static void
a_look_is_one_sequence(void **state)
{
	static const struct pen plain = { 0, -1 };
	static const struct {
		struct pen from, to;
		const char *bytes;
	} rows[] = {
		{ { 0, -1 }, { 0, -1 }, "" },
		{ { 0, -1 }, { LOOK_BOLD, 5 }, "\033[1;35m" },
		{ { LOOK_BOLD, 5 }, { LOOK_BOLD, 1 }, "\033[31m" },
		{ { LOOK_BOLD, 5 }, { LOOK_UNDERLINE, -1 }, "\033[0;4m" },
		{ { LOOK_DIM, -1 }, { LOOK_DIM | LOOK_BOLD, -1 }, "\033[1m" },
		{ { LOOK_REVERSE, 5 }, { 0, -1 }, "\033[m" },
	};
	struct codes c;
	struct str out;

	(void)state;
	codes_init(&c, &xterm);
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		codes_add_pen(&c, &out, rows[i].from, rows[i].to);
		expect(&out, rows[i].bytes);
	}
	codes_add_pen(&c, &out, plain, plain);
	expect(&out, "");
}

/* Of what is not ECMA-48's the description's own words are sent. */
static void
an_unlike_terminal_gets_its_own_sequences(void **state)
{
	struct description is = xterm;
	struct code_margins margins = { 0, 23 };
	struct pen from = { LOOK_BOLD, 5 }, to = { LOOK_UNDERLINE, 1 };
	struct codes c;
	struct str out;

	(void)state;
	is.address = "\033Y%p1%' '%+%c%p2%' '%+%c";
	is.plain = "<plain$<2>>";
	is.own_colors = "<own>";
	codes_init(&c, &is);
	str_init(&out, 0);
	assert_false(codes_add_row_move(&c, &out, 1, 2, margins));
	assert_false(codes_add_col_move(&c, &out, 1, 2));
	codes_add_address(&c, &out, 3, 4);
	expect(&out, "@3,4");
	codes_add_pen(&c, &out, from, to);
	expect(&out, "<own><plain>\033[4m\033[31m");
	assert_false(c.has_margins);
}

static void
a_look_that_a_terminal_lacks_is_left_out(void **state)
{
	struct description is = xterm;
	struct codes c;

	(void)state;
	is.not_with_color = LOOK_UNDERLINE;
	codes_init(&c, &is);
	assert_int_equal(codes_get_attributes(&c, LOOK_ITALIC | LOOK_UNDERLINE,
			     false),
	    LOOK_UNDERLINE);
	assert_int_equal(codes_get_attributes(&c, LOOK_BOLD | LOOK_UNDERLINE,
			     true),
	    LOOK_BOLD);
	is.plain = NULL;
	codes_init(&c, &is);
	assert_int_equal(codes_get_attributes(&c, LOOK_BOLD, false), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_move_takes_the_shortest_way),
		cmocka_unit_test(a_look_is_one_sequence),
		cmocka_unit_test(an_unlike_terminal_gets_its_own_sequences),
		cmocka_unit_test(a_look_that_a_terminal_lacks_is_left_out),
	};

	return cmocka_run_group_tests_name("term_codes", tests, NULL, NULL);
}
