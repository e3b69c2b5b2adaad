/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The prompts of search: what stands on the screen as it is typed. */

static enum place_view
get_view(struct golden *g)
{
	return g->app->view->class->place;
}

static size_t
count_behind(struct golden *g)
{
	size_t all, behind;

	trail_list(g->session->trail, &all, &behind);
	return behind;
}

/* The text of a row, counted from the last one: 0. */
static const char *
get_row(struct golden *g, int above)
{
	static char text[4096];
	const struct canvas *canvas = app_draw(g->app);
	const struct cell *cells = canvas_get_row(canvas,
	    canvas_get_rows(canvas) - 1 - above);
	size_t len = 0;

	for (int i = 0; i < canvas_get_cols(canvas); i++) {
		memcpy(text + len, cells[i].text, cells[i].len);
		len += cells[i].len;
	}
	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	return text;
}

static void
finish_work(struct golden *g)
{
	for (int i = 0; i < 1000 && app_idle(g->app); i++)
		app_draw(g->app);
}

/* Rows of keys, what is typed, keys, and what is to be read. */
struct said {
	const char *where, *keys, *typed, *then, *says, *not ;
};

static void
check_said(struct golden *g, int cols, const struct said *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct said *row = &rows[i];

		golden_open(g, 24, cols, row->where);
		golden_keys(g, row->keys);
		golden_type(g, row->typed);
		golden_keys(g, row->then);
		if (row->says && !golden_has(g, row->says))
			fail_msg("row %zu: no \"%s\"", i, row->says);
		if (row->not &&golden_has(g, row->not ))
			fail_msg("row %zu: \"%s\"", i, row->not );
	}
}

#define check(g, cols, rows) \
	check_said((g), (cols), (rows), sizeof(rows) / sizeof *(rows))

/* ---- Everywhere ---- */

static void
what_is_found_stands_there_with_each_letter(void **state)
{
	static const struct {
		char letter;
		const char *says;
	} steps[] = {
		{ 'm', "search: m" },
		{ 'i', "search: mi" },
		{ 'l', "search: mil" },
		{ 'l', "search: mill" },
	};
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_string_equal(get_row(g, 0), "search:");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		char text[2] = { steps[i].letter };

		golden_type(g, text);
		assert_true(golden_has(g, steps[i].says));
		assert_true(golden_has(g, "Mills"));
	}
	golden_type(g, "x");
	assert_non_null(strstr(get_row(g, 0), "nothing found"));
	assert_false(golden_has(g, "Mills"));
	golden_keys(g, "Backspace");
	assert_true(golden_has(g, "Mills"));
}

static void
what_comes_fast_is_answered_once(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys_unseen(g, "s m i l");
	assert_null(inquiry_get_search(g->app->search.inquiry));
	assert_true(golden_has(g, "search: mil"));
	assert_true(golden_has(g, "Mills"));
	/* And before it is entered, where it was never drawn. */
	golden_keys_unseen(g, "Backspace Backspace Backspace g a t e Enter");
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "gate");
}

static void
nothing_is_touched_before_the_first_letter(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "j n / Esc F / Esc [ N A-w A-w");
	assert_null(g->app->search.inquiry);
	golden_keys(g, "s Esc f Esc");
	assert_null(inquiry_get_search(g->app->search.inquiry));
}

static void
enter_gives_the_keys_to_the_list_and_back_returns(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l Enter");
	assert_int_equal(g->app->prompt_is, PROMPT_NONE);
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_int_equal(count_behind(g), 1);
	golden_keys(g, "j j Enter");
	assert_int_not_equal(get_view(g), PLACE_HITS);
	golden_keys(g, "[");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_true(golden_has(g, "3/"));
	golden_keys(g, "[");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	assert_true(golden_has(g, "Keepers"));
}

static void
escape_keeps_what_was_found_or_goes_back(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l Esc");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_int_equal(count_behind(g), 1);
	golden_open(g, 24, 80, "keepers");
	golden_keys(g, ")");
	golden_keys(g, "s Esc");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	assert_int_equal(count_behind(g), 0);
	assert_true(golden_has(g, "2/3"));
	golden_keys(g, "s m Backspace Backspace");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	assert_int_equal(count_behind(g), 0);
	/* A pattern that was never whole found nothing. */
	golden_keys(g, "s ( Esc");
	assert_int_equal(get_view(g), PLACE_TOPIC);
}

static void
the_history_is_gone_back_to(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "F H s Esc");
	assert_int_equal(get_view(g), PLACE_HISTORY);
	golden_keys(g, "s m i l l Enter [");
	assert_int_equal(get_view(g), PLACE_FIGURES);
}

static void
s_in_the_list_edits_the_pattern(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l Enter s");
	assert_true(golden_has(g, "search: mill"));
	golden_keys(g, "e r Enter");
	assert_int_equal(count_behind(g), 1);
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "miller");
	golden_keys(g, "s");
	golden_keys(g, "^U Esc");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "miller");
	/* Of nothing but a fault there is nothing to stay with. */
	golden_keys(g, "s ^U");
	golden_type(g, "(a");
	golden_keys(g, "Esc");
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "miller");
	/* Elsewhere it begins anew; Enter alone is the last one again. */
	golden_keys(g, "[ s");
	assert_string_equal(get_row(g, 0), "search:");
	golden_keys(g, "Enter");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "miller");
	assert_int_equal(count_behind(g), 1);
}

static void
each_list_of_the_trail_is_of_its_own_search(void **state)
{
	static const struct {
		const char *keys, *text;
		bool is_word;
	} steps[] = {
		{ "[", "gate", true },
		{ "[ [", "mill", false },
		{ "] ]", "gate", true },
	};
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l Enter Enter s g a t e A-w Enter Enter");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		const struct inquiry_wish *wish;

		golden_keys(g, steps[i].keys);
		assert_int_equal(get_view(g), PLACE_HITS);
		wish = inquiry_get_wish(g->app->search.inquiry);
		assert_string_equal(wish->text, steps[i].text);
		assert_int_equal(wish->is_word, steps[i].is_word);
	}
}

/* ---- Faults ---- */

static void
what_is_missing_stands_above_where_it_is(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l");
	golden_keys(g, "(");
	assert_string_equal(get_row(g, 1),
	    "             v missing closing parenthesis at 5");
	assert_true(golden_has(g, "Mills"));
	/* It is no search yet. */
	golden_keys(g, "Enter");
	assert_int_equal(g->app->prompt_is, PROMPT_SEARCH);
	golden_keys(g, "Esc");
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "mill");
	golden_keys(g, "s");
	assert_true(golden_has(g, "search: mill"));
	assert_false(golden_has(g, "search: mill("));
}

static void
a_fault_is_read_at_every_width(void **state)
{
	struct golden *g = *state;

	golden_open(g, 10, 40, "keepers");
	golden_keys(g, "s");
	golden_type(g, "mill(");
	assert_string_equal(get_row(g, 2), " missing closing parenthesis at 5");
	assert_string_equal(get_row(g, 1), "             v");
	golden_type(g, "keeper keeper keeper keeper");
	assert_non_null(strstr(get_row(g, 1), "parenthesis at 32"));
	/* On the left where that has room. */
	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s");
	golden_type(g, "mill (mill mill mill mill mill mill mill mill mill");
	assert_string_equal(get_row(g, 1),
	    "                        missing closing parenthesis at 50 v");
	/* Characters are counted, and columns where they are wide. */
	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s");
	golden_keys(g, "밀 물 (");
	assert_string_equal(get_row(g, 1),
	    "             v missing closing parenthesis at 3");
	golden_open(g, 5, 20, "keepers");
	golden_keys(g, "s");
	golden_type(g, "mill(");
	assert_non_null(strstr(get_row(g, 2), "missing closing"));
}

static void
prompts_are_drawn_as_their_goldens_have_them(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 10, 40 } };
	static const struct {
		const char *name, *where, *keys, *typed;
	} rows[] = {
		{ "search-fault", NULL, "s m i l l", "(" },
		{ "search-modes", NULL, "s A-e A-f A-w", "mill" },
		{ "search-here", "mills", "/", "table|hama" },
		{ "search-not-here", "keepers", "/ A-w", "gate" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t j = 0; j < 2; j++) {
			char name[64];

			golden_open(g, sizes[j].rows, sizes[j].cols,
			    rows[i].where);
			golden_keys(g, rows[i].keys);
			golden_type(g, rows[i].typed);
			finish_work(g);
			snprintf(name, sizeof name, "%s-%dx%d", rows[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

/* ---- Modes ---- */

static void
modes_are_seen_and_kept_until_they_are_changed(void **state)
{
	static const struct said wide[] = {
		{ NULL, "s A-w", "mill", "", "search [word]: mill", NULL },
		{ NULL, "s A-e A-f A-w", "mill", "",
		    "search [exact, literal, word]: mill", NULL },
		{ NULL, "s A-w A-w", "mill", "", "search: mill", NULL },
		{ NULL, "s", "mill", "A-w", "search [word]: mill", "Mills " },
		{ NULL, "s", "mill(", "A-f", "search [literal]: mill(",
		    "missing" },
		{ NULL, "s A-w m Enter i s", "", "", "search [word]:", NULL },
		{ "mills", "/ A-e", "m", "", "[exact] /m", NULL },
		{ NULL, "A-w", "", "", "Whole words alone.", NULL },
		{ NULL, "A-w A-w", "", "", "Parts of words too.", NULL },
	};
	static const struct said narrow[] = {
		{ NULL, "s A-e A-f A-w", "mill", "", "search [efw]: mill",
		    NULL },
		{ "mills", "/ A-e A-w", "m", "", "[ew] /m", NULL },
	};
	struct golden *g = *state;

	check(g, 80, wide);
	check(g, 40, narrow);
	/* Without a prompt they change the search that stands. */
	golden_open(g, 24, 80, NULL);
	golden_keys(g, "s m i l l Enter A-w");
	assert_true(inquiry_get_wish(g->app->search.inquiry)->is_word);
	golden_keys(g, "A-w s ( Esc");
	golden_open(g, 24, 80, NULL);
	golden_keys(g, "s A-f m ( Enter A-f");
	assert_true(golden_has(g, "missing closing parenthesis"));
	assert_true(inquiry_get_wish(g->app->search.inquiry)->is_literal);
	assert_true(g->app->search.is_literal);
}

/* ---- In the page ---- */

static void
the_page_goes_to_the_first_match_as_it_is_typed(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "/");
	assert_string_equal(get_row(g, 0), "/");
	golden_type(g, "n");
	golden_type(g, "either");
	assert_true(golden_has(g, "/neither"));
	assert_int_equal(get_view(g), PLACE_TOPIC);
	golden_keys(g, "Enter");
	assert_non_null(strstr(golden_get_cursor_row(g), "Neither says"));
	golden_keys(g, "Esc");
	assert_null(app_get_lit(g->app));
}

static void
escape_in_the_page_goes_back_exactly(void **state)
{
	struct golden *g = *state;
	struct str before, after;

	str_init(&before, 0);
	str_init(&after, 0);
	golden_open(g, 10, 40, "overview");
	golden_keys(g, ") )");
	canvas_dump(&before, app_draw(g->app), true);
	golden_keys(g, "/ m i l l e r");
	assert_true(golden_has(g, "and the miller"));
	golden_keys(g, "Esc");
	canvas_dump(&after, app_draw(g->app), true);
	assert_string_equal(after.data, before.data);
	/* Nor is the search kept that was looked for meanwhile. */
	golden_keys(g, "n");
	assert_true(golden_has(g, "Nothing is searched"));
	str_clear(&before);
	str_clear(&after);
}

static void
what_is_not_here_is_said(void **state)
{
	static const struct said rows[] = {
		{ "keepers", "/", "gate", "", "not from here on", NULL },
		{ "keepers", "/", "gate", "Enter",
		    "Not found from here on; n goes on elsewhere.", NULL },
		{ "keepers", "/", "keepers", "", NULL, "not from here on" },
		{ "mill-ponds", "/", "drowned", "", "in what is folded",
		    "not from here on" },
		{ "mill-ponds", "/", "drowned", "Enter",
		    "Only what is folded matches from here on;", NULL },
		{ "mill-ponds", "G /", "drowned", "", "not from here on",
		    NULL },
		{ "keepers", "/", "keepers(", "",
		    "missing closing parenthesis at 8", NULL },
	};

	check(*state, 80, rows);
}

static void
slash_looks_where_one_is(void **state)
{
	static const struct said rows[] = {
		{ NULL, "F /", "x", "", "&x", NULL },
		{ NULL, "R /", "x", "", "&x", NULL },
		{ NULL, "F / / m", "", "", "search: m", NULL },
		{ NULL, "F &", "/", "", "&/", NULL },
		{ "mills", "t /", "x", "", "&x", NULL },
		{ "mills", "/ /", "", "", "search:", NULL },
		{ "mills", "/ x /", "", "", "/x/", NULL },
		{ "mills", "s /", "", "", "search: /", NULL },
		{ "mills", "s m Enter /", "", "", "search: m", NULL },
		{ NULL, "/ m", "", "", "/m", NULL },
		{ "source:wren", "/ m", "", "", "/m", NULL },
	};

	check(*state, 80, rows);
}

/* ---- Titles ---- */

static void
a_title_is_gone_to_and_its_list_is_no_place(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "f");
	assert_string_equal(get_row(g, 0), "go to:");
	golden_type(g, "keep");
	assert_true(golden_has(g, "Keepers"));
	golden_keys(g, "Enter");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	assert_true(golden_has(g, "Who kept the mills"));
	assert_int_equal(count_behind(g), 1);
	golden_keys(g, "[");
	assert_true(golden_has(g, "What a tide mill is"));
	golden_keys(g, "f k e Esc");
	assert_true(golden_has(g, "What a tide mill is"));
	assert_int_equal(count_behind(g), 0);
}

static void
up_and_down_choose_among_titles(void **state)
{
	struct golden *g = *state;
	char first[PLACE_SLUG_SIZE];
	struct reader_place place;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "f m i l l Enter");
	app_get_place(g->app, &place);
	memcpy(first, place.slug, sizeof first);
	golden_keys(g, "[ f m i l l Down Enter");
	app_get_place(g->app, &place);
	assert_string_not_equal(place.slug, first);
	golden_keys(g, "[ f m i l l ^N ^P Enter");
	app_get_place(g->app, &place);
	assert_string_equal(place.slug, first);
}

static void
a_title_need_be_no_pattern(void **state)
{
	static const struct said rows[] = {
		{ NULL, "f", "keepers(", "", NULL, "missing" },
		{ NULL, "f", "zzzz", "Enter", "No title is like that.", NULL },
		{ NULL, "f", "zzzz", "Enter", "go to: zzzz", NULL },
		{ NULL, "s A-w m Enter f", "keep", "", "Keepers", NULL },
	};

	check(*state, 80, rows);
}

static void
a_title_leaves_the_search_as_it_was(void **state)
{
	static const char *const ways[] = { "f k e e p Enter", "f k e Esc" };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		golden_open(g, 24, 80, "mills");
		golden_keys(g, "/ m i l l Enter");
		golden_keys(g, ways[i]);
		assert_string_equal(
		    inquiry_get_wish(g->app->search.inquiry)->text, "mill");
		assert_non_null(app_get_lit(g->app));
	}
}

/* ---- The line ---- */

static void
older_patterns_are_those_of_both_prompts(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "s m i l l Enter [ / t a b l e Enter");
	golden_keys(g, "f k e e p Enter s Up");
	assert_true(golden_has(g, "search: table"));
	golden_keys(g, "Up");
	assert_true(golden_has(g, "search: mill"));
	golden_keys(g, "Down Down Esc / Up");
	assert_true(golden_has(g, "/table"));
	golden_keys(g, "Esc f Up");
	assert_string_equal(get_row(g, 0), "go to:");
	/* The one that stands there already is not offered again. */
	golden_keys(g, "Esc s w h e e l Enter s Up");
	assert_true(golden_has(g, "search: table"));
	golden_keys(g, "Down");
	assert_true(golden_has(g, "search: wheel"));
}

static void
paste(struct golden *g, const char *text)
{
	struct key_event event = { .key = KEY_PASTE_BEGIN };

	app_key(g->app, &event);
	for (; *text; text++) {
		event.key = (unsigned char)*text;
		app_key(g->app, &event);
	}
	event.key = KEY_PASTE_END;
	app_key(g->app, &event);
	app_draw(g->app);
}

static void
a_paste_is_a_line_without_its_end(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "s");
	paste(g, "tide mill ");
	golden_keys(g, "s");
	assert_true(golden_has(g, "search: tide mills"));
}

static void
a_pattern_of_four_kilobytes_fits_and_no_more(void **state)
{
	static char long_text[PATTERN_LIMIT_BYTES + 10];
	struct golden *g = *state;

	memset(long_text, '.', PATTERN_LIMIT_BYTES);
	golden_open(g, 10, 40, "mills");
	golden_keys(g, "s");
	golden_type(g, long_text);
	assert_int_equal(strlen(prompt_get_text(g->app->prompt)),
	    PATTERN_LIMIT_BYTES);
	assert_int_equal(g->app->search.fault.status, STATUS_OK);
	golden_type(g, "x");
	assert_true(golden_has(g, "at most 4096 bytes"));
	golden_keys(g, "^U");
	paste(g, long_text);
	assert_false(golden_has(g, "at most 4096 bytes"));
	paste(g, "xy");
	assert_true(golden_has(g, "at most 4096 bytes"));
	golden_keys(g, "Enter [ ]");
	assert_int_equal(strlen(inquiry_get_wish(g->app->search.inquiry)->text),
	    PATTERN_LIMIT_BYTES);
}

/* As from the command line of a shell, whose words have no limit. */
static void
more_than_a_pattern_is_said_where_it_is_cut(void **state)
{
	static char long_text[PATTERN_LIMIT_BYTES + 10];
	struct golden *g = *state;

	memset(long_text, 'a', sizeof long_text - 1);
	golden_open(g, 10, 40, NULL);
	app_search_for(g->app, long_text);
	app_draw(g->app);
	assert_true(golden_has(g, "at most 4096 bytes"));
}

/* ---- By name, and from the command line ---- */

static void
a_search_has_a_name(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_line(g, "search tide mill");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_int_equal(g->app->prompt_is, PROMPT_NONE);
	assert_string_equal(inquiry_get_wish(g->app->search.inquiry)->text,
	    "tide mill");
	golden_keys(g, "[");
	assert_int_equal(get_view(g), PLACE_TOPIC);
	golden_line(g, "search mill(");
	assert_true(golden_has(g, "search: mill("));
	assert_true(golden_has(g, "missing closing parenthesis"));
	golden_keys(g, "Esc");
	golden_line(g, "search");
	assert_string_equal(get_row(g, 0), "search:");
}

static void
a_pattern_can_be_where_it_opens(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "+/mill");
	assert_int_equal(get_view(g), PLACE_HITS);
	assert_int_equal(g->app->prompt_is, PROMPT_NONE);
	assert_true(golden_has(g, "Mills"));
	golden_keys(g, "q");
	assert_true(app_take_wish(g->app).quit);
	golden_open(g, 24, 80, "+/mill(");
	assert_true(golden_has(g, "missing closing parenthesis"));
	golden_open(g, 24, 80, "+/");
	assert_string_equal(get_row(g, 0), "search:");
}

/* ---- Between keys ---- */

static void
nothing_is_drawn_where_nothing_changed(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "keepers");
	golden_keys(g, "s m i l l Enter");
	finish_work(g);
	assert_false(app_idle(g->app));
	app_draw(g->app);
	assert_false(app_idle(g->app));
	assert_false(app_is_changed(g->app));
	golden_keys_unseen(g, "j");
	assert_true(app_is_changed(g->app));
}

#define row(name) cmocka_unit_test(name)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		row(what_is_found_stands_there_with_each_letter),
		row(what_comes_fast_is_answered_once),
		row(nothing_is_touched_before_the_first_letter),
		row(enter_gives_the_keys_to_the_list_and_back_returns),
		row(escape_keeps_what_was_found_or_goes_back),
		row(the_history_is_gone_back_to),
		row(s_in_the_list_edits_the_pattern),
		row(each_list_of_the_trail_is_of_its_own_search),
		row(what_is_missing_stands_above_where_it_is),
		row(a_fault_is_read_at_every_width),
		row(prompts_are_drawn_as_their_goldens_have_them),
		row(modes_are_seen_and_kept_until_they_are_changed),
		row(the_page_goes_to_the_first_match_as_it_is_typed),
		row(escape_in_the_page_goes_back_exactly),
		row(what_is_not_here_is_said),
		row(slash_looks_where_one_is),
		row(a_title_is_gone_to_and_its_list_is_no_place),
		row(up_and_down_choose_among_titles),
		row(a_title_need_be_no_pattern),
		row(a_title_leaves_the_search_as_it_was),
		row(older_patterns_are_those_of_both_prompts),
		row(a_paste_is_a_line_without_its_end),
		row(a_pattern_of_four_kilobytes_fits_and_no_more),
		row(more_than_a_pattern_is_said_where_it_is_cut),
		row(a_search_has_a_name),
		row(a_pattern_can_be_where_it_opens),
		row(nothing_is_drawn_where_nothing_changed),
	};

	return cmocka_run_group_tests_name("app_live", tests, golden_set_up,
	    golden_tear_down);
}
