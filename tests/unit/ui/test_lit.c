/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "golden.h"
#include "ui/app_private.h"
#include "ui/app_search.h"
#include "ui/lit.h"
#include "ui/view_topic.h"
#include "unit.h"

/* Matches that a page lights, and the cursor that goes from one to the next. */

/* ---- A run of a text ---- */

/* "." other, "m" a match, "h" the current one, a letter a byte. */
static const struct {
	const char *bytes; /* of the text */
	const char *shown; /* NULL: the bytes themselves */
	size_t at, end, into;
	struct pattern_range ranges[4];
	size_t count, here;
	const char *roles;
} runs[] = {
	/* nothing, one at each edge, two beside each other, all */
	{ "a tide mill", NULL, 0, 11, 0, { { 0 } }, 0, LIT_NOT_HERE,
	    "..........." },
	{ "a tide mill", NULL, 0, 11, 0, { { 0, 1 }, { 10, 11 } }, 2,
	    LIT_NOT_HERE, "m.........m" },
	{ "a tide mill", NULL, 0, 11, 0, { { 2, 4 }, { 4, 6 } }, 2, 4,
	    "..mmhh....." },
	{ "a tide mill", NULL, 0, 11, 0, { { 0, 11 } }, 1, 0, "hhhhhhhhhhh" },
	/* a part of the text: what reaches into it, and what does not */
	{ "a tide mill", NULL, 2, 6, 0, { { 0, 3 }, { 5, 9 } }, 2, LIT_NOT_HERE,
	    "m..m" },
	{ "a tide mill", NULL, 2, 6, 0, { { 0, 2 }, { 6, 9 } }, 2, LIT_NOT_HERE,
	    "...." },
	{ "a tide mill", NULL, 2, 6, 0, { { 0, 11 } }, 1, 0, "hhhh" },
	/* an empty match is seen where the cursor is */
	{ "a tide mill", NULL, 0, 11, 0, { { 2, 2 }, { 7, 7 } }, 2, 7,
	    ".......h..." },
	{ "a tide mill", NULL, 0, 6, 0, { { 6, 6 } }, 1, 6, "......" },
	/* a mark belongs to its letter, a wide character is one */
	{ "xe\xCC\x81y", NULL, 0, 5, 0, { { 1, 2 } }, 1, LIT_NOT_HERE,
	    ".mmm." },
	{ "xe\xCC\x81y", NULL, 0, 5, 0, { { 2, 4 } }, 1, LIT_NOT_HERE,
	    ".mmm." },
	{ "\xEB\xB0\x80\xEB\xAC\xBC.", NULL, 0, 7, 0, { { 3, 6 } }, 1, 3,
	    "...hhh." },
	/* transliterated: by what the bytes before are shown as */
	{ "Zo\xC3\xAB \xC3\x86g", "Zoe AEg", 0, 8, 0, { { 5, 7 } }, 1,
	    LIT_NOT_HERE, "....mm." },
	{ "Zo\xC3\xAB \xC3\x86g", "Eg", 5, 8, 1, { { 5, 7 } }, 1, LIT_NOT_HERE,
	    "m." },
	{ "Zo\xC3\xAB \xC3\x86g", "A", 5, 8, 0, { { 7, 8 } }, 1, LIT_NOT_HERE,
	    "." },
	{ "Zo\xC3\xAB \xC3\x86g", "AEg", 5, 8, 0, { { 0, 8 } }, 1, LIT_NOT_HERE,
	    "mmm" },
	{ "a\tb", " ", 1, 2, 0, { { 0, 2 } }, 1, LIT_NOT_HERE, "m" },
};

static void
draw_roles(struct str *out, struct lit_run *run)
{
	static const char letters[ROLE_COUNT] = {
		[ROLE_TEXT] = '.',
		[ROLE_MATCH] = 'm',
		[ROLE_MATCH_HERE] = 'h',
	};
	size_t at = 0, end;

	while (at < run->len) {
		enum role role = lit_get_role(run, at, &end, ROLE_TEXT);

		assert_true(end > at && end <= run->len);
		for (; at < end; at++)
			str_add_char(out, letters[role]);
	}
}

static void
what_is_lit_of_a_run_are_whole_clusters_of_the_matches(void **state)
{
	struct str roles;

	(void)state;
	str_init(&roles, 0);
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
		bool is_verbatim = runs[i].shown == NULL;
		struct lit_run run = { .bytes = runs[i].bytes,
			.shown = is_verbatim ? runs[i].bytes + runs[i].at :
					       runs[i].shown,
			.at = runs[i].at,
			.end = runs[i].end,
			.into = runs[i].into,
			.is_verbatim = is_verbatim,
			.ranges = runs[i].ranges,
			.count = runs[i].count,
			.here = runs[i].here };

		run.len = is_verbatim ? run.end - run.at : strlen(run.shown);
		str_reset(&roles);
		draw_roles(&roles, &run);
		if (strcmp(roles.data, runs[i].roles) != 0)
			fail_msg("row %zu: %s, not %s", i, roles.data,
			    runs[i].roles);
	}
	str_clear(&roles);
}

/* ---- On the screen ---- */

static const struct {
	const char *name, *where, *typed, *keys;
} screens[] = {
	{ "lit", "overview", "the", "" },
	{ "lit-on-two-lines", "overview", "flood\\s+has", "" },
	{ "lit-over-link", "overview", "names in other", "" },
	{ "lit-over-sentences", "overview", "pond. the coast", "" },
	{ "lit-table", "mills", "quay|mill", "2 n" },
	{ "lit-scripts", "names", "[\\x{AC00}-\\x{D7A3}]|\\x{6C34}", "" },
	{ "lit-marks", "names", "\\x{62A}|n\\.|ez", "" },
	{ "lit-folded", "mill-ponds", "the|gate", "n n" },
	{ "lit-unfolded", "mill-ponds", "gate", "Esc ) - n" },
	{ "lit-code", "mill-ponds", "pond --|slui", "n" },
	{ "lit-figure", "figure:mills-survey", "m", "" },
	{ "lit-source", "source:wren", "wren|e m", "" },
	{ "lit-help", NULL, "sentence", "" },
};

static void
light(struct golden *g, const char *typed, const char *keys)
{
	char one[32];

	golden_keys(g, "/");
	golden_type(g, typed);
	golden_keys(g, "Enter");
	golden_rest(g);
	while (*keys) {
		size_t len = strcspn(keys, " ");

		snprintf(one, sizeof one, "%.*s", (int)len, keys);
		golden_keys(g, one);
		golden_rest(g);
		keys += len;
		keys += strspn(keys, " ");
	}
}

static void
a_page_with_matches_is_drawn_as_its_golden_has_it(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 10, 40 } };
	struct golden *g = *state;
	char name[128];

	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
			golden_open(g, sizes[j].rows, sizes[j].cols,
			    screens[i].where);
			if (!screens[i].where)
				golden_keys(g, "?");
			light(g, screens[i].typed, screens[i].keys);
			snprintf(name, sizeof name, "%s-%dx%d", screens[i].name,
			    sizes[j].cols, sizes[j].rows);
			golden_check(g, name);
		}
	}
}

static void
without_utf8_what_stands_for_a_match_is_lit(void **state)
{
	struct golden *g = *state;

	golden_open_ascii(g, 24, 80, "names");
	light(g, "\\x{FF}|Nu\\x{F1}ez|\\x{C6}|\\x{C370}|\\bThe", "n");
	golden_check(g, "lit-ascii-80x24");
	golden_open_ascii(g, 24, 80, "source:zoë:nuñez");
	light(g, "n", "");
	golden_check(g, "lit-source-ascii-80x24");
}

/* ---- From match to match ---- */

static const struct {
	const char *where, *typed, *keys;
	const char *here; /* what stands from the cursor on, in its row */
	const char *shown;
} walks[] = {
	/* each in its turn, several in one sentence, over lines and links */
	{ "overview", "mill", "", "mill turns", "1/10" },
	{ "overview", "mill", "n", "mills and", "4/10" },
	{ "overview", "mill", "2 n", "miller", "9/10" },
	{ "overview", "mill", "n N", "mill turns", "1/10" },
	{ "overview", "the", "", "the flood", "1/10" },
	{ "overview", "the", "n", "The coast", "2/10" },
	{ "overview", "the", "2 n", "them", "2/10" },
	{ "overview", "the", "3 n", "ther, says", "2/10" },
	{ "overview", "the", "3 n N", "them", "2/10" },
	{ "overview", "brought\\s+into", "", "brought", "1/10" },
	/* from the sentence under the cursor on, whatever came before */
	{ "overview", "the", "5 ) n", "the east", "6/10" },
	{ "overview", "the", "5 ) N", "them:", "5/10" },
	{ "overview", "mill", "G N", "miller", "9/10" },
	{ "overview", "the", "j n", "the flood", "1/10" },
	{ "overview", "mill", "Tab n", "mills and", "4/10" },
	/* cell by cell */
	{ "mills", "quay", "", "quay", "9/17" },
	{ "mills", "quay", "n", "Quay", "10/17" },
	/* title and summary, above all sentences */
	{ "overview", "tide mill is", "n", "tide mill is", "from the beg" },
	{ "overview", "^overview", "N", "Overview", "1/10" },
	/* nothing is where the cursor may not go */
	{ "mill-ponds", "1871", "", "T", "" },
	{ "mill-ponds", "gate|wheel", "n", "gate -->", "" },
	{ "mill-ponds", "gate|wheel", ") - n", "gate broke", "" },
	/* empty matches, too */
	{ "overview", "(?=mill)", "n", "mills and", "4/10" },
};

static void
get_here(struct str *out, const struct golden *g)
{
	int row, col;

	canvas_get_cursor(g->app->canvas, &row, &col);
	assert_true(row >= 0);
	for (; col < canvas_get_cols(g->app->canvas); col++) {
		const struct cell *cell = canvas_get_row(g->app->canvas, row) +
		    col;

		str_add(out, cell->text, cell->len);
	}
}

static void
keys_lead_from_match_to_match(void **state)
{
	struct golden *g = *state;
	struct str here;

	str_init(&here, 0);
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
		golden_open(g, 24, 80, walks[i].where);
		light(g, walks[i].typed, walks[i].keys);
		str_reset(&here);
		get_here(&here, g);
		if (strncmp(here.data, walks[i].here, strlen(walks[i].here)) !=
			0 ||
		    !golden_has(g, walks[i].shown))
			fail_msg("%s, %s: %s", walks[i].typed, walks[i].keys,
			    here.data);
	}
	str_clear(&here);
}

/* ---- A passage that was found ---- */

static bool
is_here(const struct golden *g)
{
	int row, col;

	canvas_get_cursor(g->app->canvas, &row, &col);
	return canvas_get_row(g->app->canvas, row)[col].role == ROLE_MATCH_HERE;
}

/* Folded, or shown in other words: that there is a line for it is enough. */
static bool
is_lit_there(struct golden *g, int64_t passage)
{
	struct arena arena = { 0 };
	struct passage_text text;
	struct error err;
	bool is_shown;

	assert_int_equal(collection_read_passage(&text, g->session->collection,
			     passage, &arena, &err),
	    STATUS_OK);
	is_shown = !text.is_graphic && golden_has(g, text.text);
	arena_clear(&arena);
	return !is_shown || is_here(g);
}

static void
every_passage_opens_with_the_cursor_on_its_match(void **state)
{
	struct golden *g = *state;
	struct error err;

	golden_open(g, 24, 80, "overview");
	light(g, "^.", "");
	for (uint32_t i = 1; i <= g->session->counts.passages; i++) {
		const struct view *v;
		struct passage_run run;

		assert_int_equal(collection_find_run(&run,
				     g->session->collection, i, &err),
		    STATUS_OK);
		app_go_passage(g->app, run.kind, run.record, i, 0);
		app_draw(g->app);
		v = g->app->view;
		assert_int_equal(v->class->get_passage(v), i);
		if (!is_lit_there(g, i))
			fail_msg("passage %u: %s", i, golden_get_cursor_row(g));
	}
}

/* ---- Keys in any order ---- */

static unsigned
get_random(uint32_t *seed, unsigned limit)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % limit;
}

/* Where another pattern matches nothing, the cursor is left where it was. */
static bool
is_match(struct view_topic *v)
{
	const struct passage *p = &v->page.passages[v->match.passage];
	struct pattern_range range;

	return lit_find(&range, &v->lit, v->match.passage, p->text, p->len,
		   v->match.at, false) &&
	    range.from == v->match.at;
}

/* The cursor is on the current match, where that is to be seen. */
static unsigned
check_cursor(const struct golden *g, const char *key)
{
	struct view_topic *v = (struct view_topic *)g->app->view;
	const struct app *app = g->app;
	int row, col;

	canvas_get_cursor(app->canvas, &row, &col);
	assert_true(row < canvas_get_rows(app->canvas));
	assert_true(col < canvas_get_cols(app->canvas));
	if (app->view->class->place != PLACE_TOPIC || !v->match.is_set ||
	    v->is_outline || app->focus != PANE_MAIN || v->link >= 0 ||
	    !lit_is_on(&v->lit) || view_topic_is_hidden(v, v->match.passage) ||
	    !is_match(v))
		return 0;
	if (canvas_get_row(app->canvas, row)[col].role != ROLE_MATCH_HERE)
		fail_msg("%s: the cursor is not on the match", key);
	return 1;
}

static void
in_any_order_keys_leave_the_cursor_on_the_match(void **state)
{
	static const char *const keys[] = { "n", "n", "n", "N", "N", "j", "k",
		"Space", "b", ")", "(", "g", "G", "Tab", "-", "l", "Enter", "[",
		"]", "J", "K", "z", "Esc", "/ t h e Enter", "/ e Enter",
		"/ m i l l . * Enter", "/ ( ? i ) a Enter", "}", "{", "u", "F",
		"?", "R", "E", "i", "w", "t", "c", "3 n", "/ q q Enter" };
	static const char *const topics[] = { "overview", "mills", "names",
		"mill-ponds", "keepers" };
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 10, 40 }, { 5, 20 }, { 43, 132 } };
	struct golden *g = *state;
	uint32_t seed = 7;
	unsigned checked = 0;

	for (int i = 0; i < 4000; i++) {
		const char *key =
		    keys[get_random(&seed, sizeof keys / sizeof *keys)];

		if (i % 10 == 0) {
			golden_open(g, 24, 80, topics[i / 10 % 5]);
			golden_keys(g, "/ e Enter");
		}
		golden_keys(g, key);
		golden_rest(g);
		checked += check_cursor(g, key);
		if (get_random(&seed, 20) == 0) {
			unsigned size = get_random(&seed, 4);

			app_resize(g->app, sizes[size].rows, sizes[size].cols);
			app_draw(g->app);
			checked += check_cursor(g, "another size");
		}
	}
	assert_true(checked > 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    what_is_lit_of_a_run_are_whole_clusters_of_the_matches),
		cmocka_unit_test(
		    a_page_with_matches_is_drawn_as_its_golden_has_it),
		cmocka_unit_test(without_utf8_what_stands_for_a_match_is_lit),
		cmocka_unit_test(keys_lead_from_match_to_match),
		cmocka_unit_test(
		    every_passage_opens_with_the_cursor_on_its_match),
		cmocka_unit_test(
		    in_any_order_keys_leave_the_cursor_on_the_match),
	};

	return cmocka_run_group_tests_name("lit", tests, golden_set_up,
	    golden_tear_down);
}
