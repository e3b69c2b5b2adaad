/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "ui/app_private.h"
#include "ui/bare_url.h"
#include "ui/view_page.h"
#include "unit.h"

/* Addresses of the web: wherever one is shown, its cells are a link to it. */
static void
an_address_is_found_without_what_a_sentence_puts_around_it(void **state)
{
	static const struct {
		const char *text, *url;
	} rows[] = {
		{ "see https://a.example/b?c=d#e now",
		    "https://a.example/b?c=d#e" },
		{ "http://a.example", "http://a.example" },
		{ "(https://a.example/b).", "https://a.example/b" },
		{ "\"https://a.example/b\"", "https://a.example/b" },
		{ "<https://a.example/b>, or", "https://a.example/b" },
		{ "http https:// https://a.example", "https://a.example" },
		{ "https:// alone", "" },
		{ "https://a.example/\u00FC", "" },
		{ "ftp://a.example javascript:http", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bare_url url;
		char found[64];

		bare_url_find(&url, rows[i].text, 0);
		snprintf(found, sizeof found, "%.*s", (int)url.len,
		    rows[i].text + url.at);
		assert_string_equal(found, rows[i].url);
	}
}

static void
the_next_address_is_the_first_that_ends_behind_a_place(void **state)
{
	static const char text[] = "http://a.example http://b.example";
	struct bare_url url;

	(void)state;
	bare_url_find(&url, text, 15);
	assert_int_equal(url.at, 0);
	bare_url_find(&url, text, 16);
	assert_int_equal(url.at, 17);
	bare_url_find(&url, text, sizeof text - 1);
	assert_int_equal(url.len, 0);
}

/* The text of all cells that are a link to a URL. */
static void
read_linked(char *out, size_t size, const struct canvas *canvas,
    const char *url)
{
	struct str text;

	str_init(&text, size - 1);
	for (int row = 0; row < canvas_get_rows(canvas); row++) {
		const struct cell *cells = canvas_get_row(canvas, row);

		for (int col = 0; col < canvas_get_cols(canvas); col++) {
			const char *of_cell = canvas_get_url(canvas,
			    cells[col].url);

			if (of_cell && strcmp(of_cell, url) == 0)
				str_add(&text, cells[col].text, cells[col].len);
		}
	}
	snprintf(out, size, "%s", text.data);
	str_clear(&text);
}

static void
the_address_of_a_source_is_a_link_on_all_its_lines(void **state)
{
	static const struct {
		const char *where, *url;
	} rows[] = {
		{ "source:society", "https://mills.example.org/" },
		{ "source:survey-copy", "https://archive.example.org/1" },
	};
	static const int widths[] = { 132, 80, 40, 20 };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t j = 0; j < sizeof widths / sizeof *widths; j++) {
			char linked[256];

			golden_open(g, 60, widths[j], rows[i].where);
			read_linked(linked, sizeof linked, app_draw(g->app),
			    rows[i].url);
			assert_string_equal(linked, rows[i].url);
		}
	}
}

static void
the_address_of_a_link_in_a_topic_is_one(void **state)
{
	struct golden *g = *state;
	char linked[256];

	golden_open(g, 24, 80, "mills");
	golden_keys(g, "G");
	read_linked(linked, sizeof linked, app_draw(g->app),
	    "https://mills.example.org/wheels");
	assert_string_equal(linked, "society's pages");
}

static void
build(struct view_page *p, struct view *v)
{
	(void)v;
	view_page_add_text(p, ROLE_TEXT, 2,
	    "It stands at https://a.example/a-long-path/to-it, as does"
	    " (http://b.example).");
	view_page_add_field(p, "Note", "http://c.example");
}

static void
an_address_in_a_text_is_a_link_on_all_its_lines(void **state)
{
	static const char *const urls[] = {
		"https://a.example/a-long-path/to-it", "http://b.example",
		"http://c.example"
	};
	struct reader_place at = { .view = PLACE_HELP };
	struct golden *g = *state;

	golden_open(g, 24, 80, NULL);
	for (int cols = 12; cols < 120; cols++) {
		struct canvas *canvas = canvas_new(60, cols);
		struct view_page page;
		char linked[256];

		view_page_init(&page, g->app->view, build, &at, false);
		view_page_draw(&page, canvas, (struct rect){ 0, 0, 60, cols },
		    true);
		for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
			read_linked(linked, sizeof linked, canvas, urls[i]);
			assert_string_equal(linked, urls[i]);
		}
		view_page_clear(&page);
		canvas_free(canvas);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    an_address_is_found_without_what_a_sentence_puts_around_it),
		cmocka_unit_test(
		    the_next_address_is_the_first_that_ends_behind_a_place),
		cmocka_unit_test(
		    the_address_of_a_source_is_a_link_on_all_its_lines),
		cmocka_unit_test(the_address_of_a_link_in_a_topic_is_one),
		cmocka_unit_test(
		    an_address_in_a_text_is_a_link_on_all_its_lines),
	};

	return cmocka_run_group_tests_name("addresses", tests, golden_set_up,
	    golden_tear_down);
}
