/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "ui/hits_line.h"
#include "unit.h"

/* A match in the middle of its context, at every width. */
static struct hits_line line;
static struct canvas *canvas;

enum { COLS = 100, EDGE = 3 };

/* The passage has < and > around each match, which are no part of it. */
static void
make(const char *marked, const char *title)
{
	struct inquiry_line *read = calloc(1, sizeof *read);
	char *text = calloc(1, strlen(marked) + 1);
	size_t len = 0;

	for (; *marked; marked++) {
		if (*marked == '<')
			read->ranges[read->range_count].from = len;
		else if (*marked == '>')
			read->ranges[read->range_count++].to = len;
		else
			text[len++] = *marked;
	}
	read->passage.text = text;
	read->passage.len = len;
	hits_line_make(&line, read, title, NULL);
	free(text);
	free(read);
}

static int
begin(void **state)
{
	(void)state;
	hits_line_init(&line);
	canvas = canvas_new(1, COLS + 2 * EDGE);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	hits_line_clear(&line);
	canvas_free(canvas);
	return 0;
}

/* What is drawn, with < and > around what is lit. */
static const char *
draw(int cols, enum role selected)
{
	static char text[8192];
	struct rect place = { 0, EDGE, 1, cols };
	const struct cell *cells;
	size_t len = 0;
	bool is_lit = false;

	canvas_clear(canvas);
	hits_line_draw_text(&line, canvas, place, selected);
	cells = canvas_get_row(canvas, 0);
	for (int i = 0; i < COLS + 2 * EDGE; i++) {
		enum role role = (enum role)cells[i].role;
		bool is_next = role == ROLE_MATCH || role == ROLE_STRONG;

		if ((i < EDGE || i >= EDGE + cols) && cells[i].text[0] != ' ')
			fail_msg("drawn outside of %d columns", cols);
		if (i < EDGE || i >= EDGE + cols)
			continue;
		if (cells[i].len > 0 && is_next != is_lit)
			text[len++] = is_next ? '<' : '>';
		is_lit = cells[i].len > 0 ? is_next : is_lit;
		memcpy(text + len, cells[i].text, cells[i].len);
		len += cells[i].len;
	}
	while (len > 0 && text[len - 1] == ' ')
		len--;
	if (is_lit)
		text[len++] = '>';
	text[len] = '\0';
	return text;
}

static void
a_match_stands_in_its_context(void **state)
{
	static const struct {
		const char *passage;
		int cols;
		const char *wanted;
	} cases[] = {
		{ "All of <it> fits.", 20, "All of <it> fits." },
		{ "All of <it> fits.", 14, "\u2026of <it> fits." },
		{ "The <mill> begins near, and goes on for long.", 20,
		    "The <mill> begins nea\u2026" },
		{ "It goes on for long before it comes to the <mill> and then "
		  "goes on for quite as long.",
		    30, "\u2026to the <mill> and then goes on\u2026" },
		{ "It goes on for long before it ends with <mill>.", 24,
		    "\u2026it ends with <mill>." },
		{ "Oneverylongwordthathasno<beginning>nearandgoeson", 20,
		    "\u2026athasno<beginning>ne\u2026" },
		{ "Two <mills> and <mills> stand by the river.", 30,
		    "Two <mills> and <mills> stand by \u2026" },
		{ "a\tcell\tof <it>\nb", 40, "a cell of <it> b" },
		{ "It is <longer than the width> of it all", 12,
		    "\u2026<longer tha>\u2026" },
		{ "No place is known", 40, "No place is known" },
		{ "only<> a place", 40, "only a place" },
		{ "", 10, "" },
		{ "<x>", 1, "<x>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		make(cases[i].passage, "");
		assert_string_equal(draw(cases[i].cols, ROLE_TEXT),
		    cases[i].wanted);
	}
}

static void
clusters_are_lit_whole_and_never_cut(void **state)
{
	static const struct {
		const char *passage;
		int cols;
		const char *wanted;
	} cases[] = {
		/* A mark that matches by itself. */
		{ "cafe<\u0301> au", 20, "caf<e\u0301> au" },
		{ "\uAC15\uC81C <\uB178>\uB3D9", 20,
		    "\uAC15\uC81C <\uB178>\uB3D9" },
		{ "\uAC15\uC81C\uC800\uD6C4 <\uB178\uB3D9>\uC758 "
		  "\uC5ED\uC0AC\uC640 \uD604\uC7AC",
		    12, "\u2026<\uB178\uB3D9>\uC758 \uC5ED\u2026" },
		/* A family is one cluster. */
		{ "x<\U0001F468>\u200D\U0001F469y", 20,
		    "x<\U0001F468\u200D\U0001F469>y" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		make(cases[i].passage, "");
		assert_string_equal(draw(cases[i].cols, ROLE_TEXT),
		    cases[i].wanted);
	}
}

static void
nothing_hostile_passes_the_canvas(void **state)
{
	(void)state;
	make(
	    "a\x1b[31m <b\x07> \u202Eevil\u2066 \xC2\x9B"
	    "1m",
	    "");
	draw(60, ROLE_TEXT);
	for (int i = 0; i < COLS; i++) {
		const struct cell *cell = &canvas_get_row(canvas, 0)[i];
		int32_t c;

		if (cell->len == 0)
			continue;
		utf8_decode(&c, cell->text, cell->text + cell->len);
		assert_false(utf8_is_control(c));
		assert_false(utf8_is_invisible(c));
	}
}

static void
in_a_selected_row_what_matched_stands_out_too(void **state)
{
	(void)state;
	make("All of <it> fits.", "");
	assert_string_equal(draw(20, ROLE_SELECTED), "All of <it> fits.");
	assert_int_equal(canvas_get_row(canvas, 0)[EDGE].role, ROLE_SELECTED);
}

static void
a_title_that_matched_is_known(void **state)
{
	(void)state;
	make("The <mills>", "The mills");
	assert_true(line.is_title);
	make("The <mills> stand", "The mills");
	assert_false(line.is_title);
}

static void
without_utf8_the_context_is_transliterated(void **state)
{
	(void)state;
	canvas_set_utf8(canvas, false);
	make("Caf\u00E9 \u2013 <\uAC15\uC81C> \u201Cso\u201D", "");
	assert_string_equal(draw(60, ROLE_TEXT), "Cafe - <gangje> \"so\"");
	make(
	    "It goes on for long \u2013 before \uAC15\uC81C <\uB178\uB3D9> "
	    "and for as long",
	    "");
	assert_string_equal(draw(30, ROLE_TEXT),
	    "<gangje <nodong> and for as long");
	canvas_set_utf8(canvas, true);
}

/* Of any text the match begins in sight, and no cell outside is touched. */
static void
the_match_is_in_sight_at_every_width(void **state)
{
	static const char *const pieces[] = { "word ", "a ", "longerword",
		"\uAC15", "e\u0301", "\U0001F600", "\t", "\u200B", "\x01",
		"\u202E", " ", "x" };
	enum { PIECES = sizeof pieces / sizeof *pieces };
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 300; i++) {
		char text[4096] = "";
		int before = i % 60, behind = i % 37;

		for (int j = 0; j < before + behind; j++) {
			seed = seed * 6364136223846793005u + 1;
			if (j == before)
				strcat(text, "<M>");
			strcat(text, pieces[(seed >> 33) % PIECES]);
		}
		if (behind == 0)
			strcat(text, "<M>");
		make(text, "");
		for (int cols = 2; cols <= COLS; cols += 1 + cols / 8) {
			if (!strchr(draw(cols, ROLE_TEXT), 'M'))
				fail_msg("\"%s\" in %d: %s", text, cols,
				    draw(cols, ROLE_TEXT));
		}
	}
}

static void
of_a_long_passage_only_what_is_near_is_kept(void **state)
{
	char *text = malloc(9000);

	(void)state;
	memset(text, 'y', 9000);
	memcpy(text + 3000, "<M>", 3);
	text[8999] = '\0';
	make(text, "");
	assert_int_equal(line.at, 3000);
	assert_true(line.text.len < 6000);
	assert_non_null(strstr(draw(50, ROLE_TEXT), "y<M>y"));
	free(text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_match_stands_in_its_context),
		TEST(clusters_are_lit_whole_and_never_cut),
		TEST(nothing_hostile_passes_the_canvas),
		TEST(in_a_selected_row_what_matched_stands_out_too),
		TEST(a_title_that_matched_is_known),
		TEST(without_utf8_the_context_is_transliterated),
		TEST(the_match_is_in_sight_at_every_width),
		TEST(of_a_long_passage_only_what_is_near_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
