/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vterm.h>

#include "base/utf8.h"
#include "ui/term_glyph.h"
#include "ui/term_paint.h"
#include "ui/theme.h"

/*
 * Canvases are painted one after the other, and after each a terminal shows
 * it cell by cell, whatever stood there before.
 */
enum { ROWS = 24, COLS = 60 };

static const char *
make_address(int row, int col)
{
	static char text[32];

	snprintf(text, sizeof text, "\033[%d;%dH", row + 1, col + 1);
	return text;
}

static const char *
make_color(int color)
{
	static char text[32];

	snprintf(text, sizeof text, color < 8 ? "\033[3%dm" : "\033[38;5;%dm",
	    color);
	return text;
}

/* Kinds of terminals as their descriptions are; all are ECMA-48's to the
 * emulator. */
#define MOVES                                                       \
	.address = "\033[%i%p1%d;%p2%dH", .clear = "\033[H\033[2J", \
	.moves_in_looks = true, .wraps = true, .get_address = make_address
#define STEPS                                                               \
	.up = "\033[%p1%dA", .down = "\033[%p1%dB", .right = "\033[%p1%dC", \
	.left = "\033[%p1%dD", .left_one = "\b"
#define MARGINS                                              \
	.margins = "\033[%i%p1%d;%p2%dr", .scroll_up = "\n", \
	.scroll_down = "\033M"
#define LOOKS .attributes = { "\033[1m", "\033[4m", "\033[7m", NULL, "\033[3m" }

static const struct kind {
	const char *name;
	unsigned colors;
	struct description is;
} kinds[] = {
	{ "xterm", 256,
	    { MOVES, STEPS, MARGINS, LOOKS, .wraps_late = true,
		.to_row = "\033[%i%p1%dd", .to_col = "\033[%i%p1%dG",
		.erase_line = "\033[K", .erase_cells = "\033[%p1%dX",
		.plain = "\033(B\033[m", .own_colors = "\033[39;49m",
		.get_color = make_color } },
	{ "vt100", 0,
	    { MOVES, STEPS, MARGINS, .wraps_late = true,
		.erase_line = "\033[K$<3>", .plain = "\033[m\017$<2>",
		.attributes = { "\033[1m$<2>", "\033[4m$<2>",
		    "\033[7m$<2>" } } },
	{ "one that wraps at once and keeps looks in place", 8,
	    { .address = "\033[%i%p1%d;%p2%dH",
		.clear = "\033[H\033[2J",
		.wraps = true,
		.get_address = make_address,
		LOOKS,
		.to_col = "\033[%i%p1%dG",
		.plain = "\033[0;10m",
		.own_colors = "\033[39;49m",
		.not_with_color = LOOK_UNDERLINE,
		.get_color = make_color } },
	{ "one with addresses of its own", 8,
	    { .address = "of its own",
		.clear = "\033[H\033[2J",
		.wraps = true,
		.wraps_late = true,
		.get_address = make_address,
		.plain = "\033[m",
		.own_colors = "\033[39;49m",
		LOOKS,
		.get_color = make_color } },
	{ "one without looks", 0, { MOVES, STEPS, .wraps_late = true } },
};

struct stage {
	const struct kind *kind;
	struct codes codes;
	struct paint *paint;
	VTerm *vt;
	VTermScreen *screen;
	struct str out;
	uint64_t random;
};

static void
open_stage(struct stage *s, const struct kind *kind)
{
	memset(s, 0, sizeof *s);
	s->kind = kind;
	s->random = 7;
	str_init(&s->out, 0);
	codes_init(&s->codes, &kind->is);
	s->paint = paint_new(&s->codes);
	paint_resize(s->paint, ROWS, COLS);
	paint_set_looks(s->paint, kind->colors, BACKGROUND_DARK, false);
	s->vt = vterm_new(ROWS, COLS);
	vterm_set_utf8(s->vt, 1);
	s->screen = vterm_obtain_screen(s->vt);
	vterm_screen_reset(s->screen, 1);
}

static void
close_stage(struct stage *s)
{
	paint_free(s->paint);
	vterm_free(s->vt);
	str_clear(&s->out);
}

static uint32_t
get_random(struct stage *s, uint32_t below)
{
	s->random = s->random * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (uint32_t)(s->random >> 33) % below;
}

/* ---- What is shown ---- */

static void
add_shown(char *out, const VTermScreenCell *cell)
{
	size_t len = 0;

	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		len += utf8_encode(out + len, (int32_t)cell->chars[i]);
	if (len == 0)
		out[len++] = ' ';
	out[len] = '\0';
}

static void
check_look(const struct stage *s, const struct cell *cell,
    const VTermScreenCell *shown, bool is_blank)
{
	struct look look = theme_get_look((enum role)cell->role, cell->flags,
	    s->kind->colors, BACKGROUND_DARK);
	bool has_italic = s->codes.is.attributes[4] != NULL;
	unsigned wanted = look.attributes |
	    (look.attributes & LOOK_ITALIC && !has_italic ? LOOK_BOLD : 0u);
	unsigned has = codes_get_attributes(&s->codes, wanted,
	    look.foreground >= 0);

	assert_int_equal(shown->attrs.underline, !!(has & LOOK_UNDERLINE));
	assert_int_equal(shown->attrs.reverse, !!(has & LOOK_REVERSE));
	if (is_blank)
		return;
	assert_int_equal(shown->attrs.bold, !!(has & LOOK_BOLD));
	assert_int_equal(VTERM_COLOR_IS_DEFAULT_FG(&shown->fg),
	    look.foreground < 0);
	if (look.foreground >= 0)
		assert_int_equal(shown->fg.indexed.idx, look.foreground);
}

static void
check_cell(const struct stage *s, const struct cell *cell, int row, int col)
{
	VTermPos pos = { row, col };
	VTermScreenCell shown;
	char text[64], wanted[sizeof cell->text + 1];
	size_t len;

	vterm_screen_get_cell(s->screen, pos, &shown);
	len = glyph_make(wanted, cell);
	wanted[len] = '\0';
	add_shown(text, &shown);
	if (strcmp(text, wanted) != 0)
		fail_msg("%s: %d,%d shows '%s' for '%s'", s->kind->name, row,
		    col, text, wanted);
	check_look(s, cell, &shown, strcmp(text, " ") == 0);
}

static void
check_screen(const struct stage *s, const struct canvas *canvas)
{
	bool has_corner = s->codes.has_corner;

	for (int row = 0; row < ROWS; row++) {
		const struct cell *cells = canvas_get_row(canvas, row);

		for (int col = 0; col < COLS; col++) {
			if (cells[col].len > 0 &&
			    (has_corner || row < ROWS - 1 || col < COLS - 2))
				check_cell(s, &cells[col], row, col);
		}
	}
}

static void
check_cursor(const struct stage *s, const struct canvas *canvas)
{
	VTermPos pos;
	int row, col;

	canvas_get_cursor(canvas, &row, &col);
	if (row < 0)
		return;
	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &pos);
	assert_int_equal(pos.row, row);
	assert_int_equal(pos.col, col);
}

static size_t
show(struct stage *s, const struct canvas *canvas)
{
	str_reset(&s->out);
	paint_draw(s->paint, &s->out, canvas);
	vterm_input_write(s->vt, s->out.data, s->out.len);
	check_screen(s, canvas);
	check_cursor(s, canvas);
	return s->out.len;
}

/* ---- Canvases ---- */

static void
put_words(struct stage *s, struct canvas *canvas, int row, int col, int end)
{
	static const char *const words[] = { "mill", "of", "the", "tide, ",
		"\xE6\xB0\xB4\xE8\xBB\x8A", "Zoe\xCC\x88", "\xE2\x80\xA6",
		"    ", "             ", "1880", "\xE2\x94\x80\xE2\x94\x80",
		"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9" };

	while (col < end) {
		const char *word = words[get_random(s, 12)];
		enum role role = get_random(s, 3) ?
		    ROLE_TEXT :
		    (enum role)get_random(s, ROLE_COUNT);

		col += 1 +
		    canvas_put(canvas, row, col, end - col, role,
			get_random(s, 8) ? 0 : get_random(s, 4), word,
			strlen(word));
	}
}

/* Rows that stand in a document, some of them the same in two views of it. */
static void
draw_document(struct stage *s, struct canvas *canvas, int top, int left)
{
	uint64_t random = s->random;

	for (int row = 1; row < ROWS - 1; row++) {
		s->random = (uint64_t)(top + row) * 977;
		if (get_random(s, 4))
			put_words(s, canvas, row, left,
			    left + 1 + (int)get_random(s, COLS - 1));
	}
	s->random = random;
}

static void
change_a_little(struct stage *s, struct canvas *canvas)
{
	for (uint32_t i = get_random(s, 4); i > 0; i--) {
		int row = (int)get_random(s, ROWS);
		int col = (int)get_random(s, COLS);

		put_words(s, canvas, row, col,
		    col + 1 + (int)get_random(s, 12));
	}
	canvas_set_cursor(canvas, (int)get_random(s, ROWS),
	    (int)get_random(s, COLS));
}

static void
whatever_is_painted_is_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct canvas *canvas = canvas_new(ROWS, COLS);
		struct stage s;
		int top = 20;

		open_stage(&s, &kinds[i]);
		for (int n = 0; n < 400; n++) {
			int left = get_random(&s, 10) ? 0 : 16;

			canvas_clear(canvas);
			top += (int)get_random(&s, 5) - 2;
			if (get_random(&s, 20) == 0)
				top = 20 + (int)get_random(&s, 100);
			if (get_random(&s, 30) == 0)
				paint_forget(s.paint);
			draw_document(&s, canvas, top, left);
			change_a_little(&s, canvas);
			show(&s, canvas);
		}
		close_stage(&s);
		canvas_free(canvas);
	}
}

/* ---- What is sent ---- */

static void
put(struct canvas *canvas, int row, int col, enum role role, const char *text)
{
	canvas_put_text(canvas, row, col, COLS - col, role, text);
}

static void
expect_sent(const struct stage *s, const char *wanted)
{
	if (strcmp(s->out.data, wanted) != 0)
		fail_msg("sent '%s' for '%s'", s->out.data, wanted);
}

static void
what_did_not_change_is_not_sent(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	draw_document(&s, canvas, 3, 0);
	canvas_set_cursor(canvas, 5, 5);
	show(&s, canvas);
	show(&s, canvas);
	expect_sent(&s, "");
	canvas_set_cursor(canvas, 6, 5);
	show(&s, canvas);
	expect_sent(&s, "\n");
	close_stage(&s);
	canvas_free(canvas);
}

static void
draw_lines(struct canvas *canvas, int top)
{
	char text[32];

	canvas_clear(canvas);
	put(canvas, 0, 0, ROLE_BAR, "Bar");
	put(canvas, ROWS - 1, 1, ROLE_HINT, "Hint");
	for (int row = 1; row < ROWS - 1; row++) {
		snprintf(text, sizeof text, "Line %d", top + row);
		put(canvas, row, 1, ROLE_TEXT, text);
	}
	canvas_set_cursor(canvas, ROWS - 2, 0);
}

/* From the second on, when the rows that scroll are known. */
static void
a_line_of_scrolling_is_a_line_feed_and_the_line(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	for (int top = 0; top < 3; top++) {
		draw_lines(canvas, top);
		show(&s, canvas);
	}
	expect_sent(&s, "\n Line 24\r");
	draw_lines(canvas, 1);
	canvas_set_cursor(canvas, 1, 0);
	show(&s, canvas);
	expect_sent(&s, "\033[2d\033M Line 2\r");
	close_stage(&s);
	canvas_free(canvas);
}

static void
blanks_take_the_look_that_is_there(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	show(&s, canvas);
	put(canvas, 0, 0, ROLE_STRONG, "a");
	put(canvas, 0, 2, ROLE_STRONG, "b");
	put(canvas, 0, 4, ROLE_LINK, "c");
	put(canvas, 0, 6, ROLE_TEXT, "d");
	show(&s, canvas);
	expect_sent(&s, "\033[1ma b \033[0;4mc\033[m d");
	close_stage(&s);
	canvas_free(canvas);
}

static void
a_row_that_ends_earlier_is_erased(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	put(canvas, 0, 0, ROLE_TEXT, "The mills of the coast");
	put(canvas, 1, 0, ROLE_TEXT, "The mills of the coast |");
	show(&s, canvas);
	canvas_clear(canvas);
	put(canvas, 0, 0, ROLE_TEXT, "The mills");
	put(canvas, 1, 0, ROLE_TEXT, "The mills              |");
	canvas_set_cursor(canvas, 0, 0);
	show(&s, canvas);
	expect_sent(&s, "\033[1;11H\033[K\n\033[12X\033[H");
	close_stage(&s);
	canvas_free(canvas);
}

/* Where the way begins or ends in the middle of a wide character, what is
 * shown cannot be written again. */
static void
half_a_character_is_not_written_again(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	put(canvas, 0, 0, ROLE_TEXT, "A mill");
	put(canvas, 1, 4, ROLE_TEXT, "\xE6\xB0\xB4 = mill");
	put(canvas, 2, 0, ROLE_TEXT, "The mill");
	show(&s, canvas);
	put(canvas, 0, 2, ROLE_TEXT, "toy");
	put(canvas, 1, 7, ROLE_TEXT, "-");
	put(canvas, 2, 0, ROLE_TEXT, "One");
	canvas_set_cursor(canvas, 1, 5);
	show(&s, canvas);
	close_stage(&s);
	canvas_free(canvas);
}

/* Links follow their cells, without a row being sent for them. */
static void
a_link_is_opened_and_closed_around_its_cells(void **state)
{
	struct canvas *canvas = canvas_new(ROWS, COLS);
	struct stage s;

	(void)state;
	open_stage(&s, &kinds[0]);
	paint_set_looks(s.paint, 0, BACKGROUND_DARK, true);
	show(&s, canvas);
	put(canvas, 0, 0, ROLE_TEXT, "a bc d");
	canvas_set_url(canvas, 0, 2, 2, "https://x.org/");
	show(&s, canvas);
	expect_sent(&s, "a \033]8;;https://x.org/\033\\bc\033]8;;\033\\ d");
	put(canvas, 1, 0, ROLE_TEXT, "e");
	canvas_set_url(canvas, 1, 0, 1, "https://x.org/\033[m");
	canvas_set_url(canvas, 1, 0, 1, "javascript:x");
	show(&s, canvas);
	expect_sent(&s, "\n\re");
	close_stage(&s);
	canvas_free(canvas);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_is_painted_is_shown),
		cmocka_unit_test(what_did_not_change_is_not_sent),
		cmocka_unit_test(
		    a_line_of_scrolling_is_a_line_feed_and_the_line),
		cmocka_unit_test(blanks_take_the_look_that_is_there),
		cmocka_unit_test(a_row_that_ends_earlier_is_erased),
		cmocka_unit_test(half_a_character_is_not_written_again),
		cmocka_unit_test(a_link_is_opened_and_closed_around_its_cells),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("term_paint", tests, NULL, NULL);
}
