/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "unit.h"

/* The bottom line: what it offers can be done here, and help is offered. */
static const struct {
	const char *where, *keys;
} places[] = {
	{ NULL, "" },
	{ NULL, "j" },
	{ NULL, "F" },
	{ NULL, "F & z z z Enter" },
	{ NULL, "F Enter" },
	{ NULL, "F =" },
	{ NULL, "F o o o" },
	{ NULL, "R" },
	{ NULL, "R Enter" },
	{ NULL, "E" },
	{ NULL, "E Enter" },
	{ NULL, "F E H" },
	{ "overview", "" },
	{ "overview", ")" },
	{ "overview", ") ) )" },
	{ "overview", "Tab" },
	{ "overview", "l" },
	{ "overview", "C" },
	{ "overview", "t" },
	{ "overview", "t & k Enter" },
	{ "mills", "" },
	{ "mills", "(" },
	{ "mills", "C" },
	{ "mills", "J F [" },
	{ "mill-ponds", ")" },
	{ "keepers", "" },
	{ "names", "" },
	{ "archive", "" },
	{ "source:wren", "" },
	{ "source:society", "" },
	{ "source:survey-copy", "Tab" },
	{ "figure:drowned-1871", "" },
	{ "measure:mills-working", "" },
	{ "event:gate-broke", "" },
};

enum { PLACE_COUNT = sizeof places / sizeof *places };

static void
go_to(struct golden *g, size_t place, int rows, int cols)
{
	golden_open(g, rows, cols, places[place].where);
	golden_keys(g, places[place].keys);
}

/* The keys in the bottom line, divided by blanks. */
static void
read_keys(char *out, size_t size, struct golden *g)
{
	const struct canvas *canvas = app_draw(g->app);
	const struct cell *cells = canvas_get_row(canvas,
	    canvas_get_rows(canvas) - 1);
	bool was_key = false;
	struct str keys;

	str_init(&keys, size - 1);
	for (int i = 0; i < canvas_get_cols(canvas); i++) {
		bool is_key = cells[i].role == ROLE_HINT_KEY;

		if (is_key && !was_key && keys.len > 0)
			str_add_char(&keys, ' ');
		if (is_key)
			str_add(&keys, cells[i].text, cells[i].len);
		was_key = is_key;
	}
	snprintf(out, size, "%s", keys.data);
	str_clear(&keys);
}

static bool
has_wish(struct golden *g)
{
	struct app_wish wish = app_take_wish(g->app);

	return wish.quit || wish.browse;
}

/* Whether a key changes what is seen, or the loop has something to do. */
static bool
changes_something(struct golden *g, const char *key)
{
	struct str before, after;
	bool is_changed;

	str_init(&before, 0);
	str_init(&after, 0);
	canvas_dump(&before, app_draw(g->app), true);
	golden_keys(g, key);
	canvas_dump(&after, app_draw(g->app), true);
	is_changed = strcmp(after.data, before.data) != 0 || has_wish(g);
	str_clear(&before);
	str_clear(&after);
	return is_changed;
}

static void
press_all(struct golden *g, size_t place, const char *keys)
{
	while (*keys) {
		size_t len = strcspn(keys, " ");
		char key[32];

		snprintf(key, sizeof key, "%.*s", (int)len, keys);
		go_to(g, place, 24, 80);
		if (!changes_something(g, key) || g->app->message.len > 0)
			fail_msg("%s, %s: %s does nothing: %s",
			    places[place].where ? places[place].where : "Home",
			    places[place].keys, key, g->app->message.data);
		keys += len;
		keys += strspn(keys, " ");
	}
}

static void
what_is_offered_does_something(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < PLACE_COUNT; i++) {
		char keys[256];

		go_to(g, i, 24, 80);
		read_keys(keys, sizeof keys, g);
		assert_true(keys[0]);
		press_all(g, i, keys);
	}
}

static void
help_is_offered_in_every_view_at_every_size(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 43, 132 }, { 10, 40 }, { 5, 20 } };
	struct golden *g = *state;

	for (size_t i = 0; i < PLACE_COUNT; i++) {
		for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
			go_to(g, i, sizes[j].rows, sizes[j].cols);
			if (!golden_has(g, "? help"))
				fail_msg("%s, %s: no help at %dx%d",
				    places[i].where ? places[i].where : "Home",
				    places[i].keys, sizes[j].cols,
				    sizes[j].rows);
		}
	}
}

static void
what_does_nothing_here_is_not_offered(void **state)
{
	static const struct {
		const char *where, *keys, *is_there, *is_not;
	} rows[] = {
		{ "mills", "", "= compare", NULL },
		{ "mills", ")", "= compare", NULL },
		{ "overview", "", NULL, "compare" },
		{ "mills", "", "l outline", NULL },
		{ "names", "", NULL, "outline" },
		{ "overview", "", "Tab link", NULL },
		{ "archive", "", NULL, "link" },
		{ "overview", "", NULL, "Enter open" },
		{ "overview", "Tab", "Enter open", NULL },
		{ "mill-ponds", ")", "Enter open", NULL },
		{ "overview", "", NULL, " back" },
		{ "archive", "F [", NULL, " back" },
		{ "archive", "K", "Backspace back", NULL },
		{ "source:wren", "", NULL, "outside" },
		{ NULL, "", "q quit", NULL },
		{ NULL, "F i", "q close", NULL },
		{ "overview", "t & k Enter", "Esc all topics", "fold" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		if (rows[i].is_there && !golden_has(g, rows[i].is_there))
			fail_msg("row %zu: no %s", i, rows[i].is_there);
		if (rows[i].is_not && golden_has(g, rows[i].is_not))
			fail_msg("row %zu: %s", i, rows[i].is_not);
	}
}

static void
nothing_outside_is_offered_where_that_is_forbidden(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "source:survey-copy");
	assert_true(golden_has(g, "x outside"));
	g->session->settings.is_secure = true;
	assert_false(golden_has(g, "x outside"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_offered_does_something),
		cmocka_unit_test(help_is_offered_in_every_view_at_every_size),
		cmocka_unit_test(what_does_nothing_here_is_not_offered),
		cmocka_unit_test(
		    nothing_outside_is_offered_where_that_is_forbidden),
	};

	return cmocka_run_group_tests_name("hints", tests, golden_set_up,
	    golden_tear_down);
}
