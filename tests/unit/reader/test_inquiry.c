/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reader/inquiry.h"
#include "texts.h"

static struct session *session;
static struct inquiry *q;

static int
open_session(void **state)
{
	char *path = texts_get_bundled();
	struct collection *c;
	struct settings settings;
	struct error err;

	(void)state;
	settings_init(&settings);
	if (collection_open(&c, path, &err) ||
	    session_open(&session, c, &settings, &err))
		fail_msg("%s", err.message);
	settings_clear(&settings);
	free(path);
	return 0;
}

static int
close_session(void **state)
{
	(void)state;
	session_close(session);
	return 0;
}

static int
begin(void **state)
{
	(void)state;
	q = inquiry_new(session);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	inquiry_free(q);
	return 0;
}

static enum status
set_wish(const struct inquiry_wish *like, const char *text, size_t *at,
    struct error *err)
{
	struct inquiry_wish wish = *like;

	snprintf(wish.text, sizeof wish.text, "%s", text);
	return inquiry_set(q, &wish, at, err);
}

static void
ask(const struct inquiry_wish *like, const char *text)
{
	struct error err;
	size_t at;

	if (set_wish(like, text, &at, &err))
		fail_msg("%s: %s", text, err.message);
}

/* To the end, with so little time that it always pauses. */
static uint64_t
work(void)
{
	struct error err;
	uint64_t slices = 1;

	while (inquiry_work(q, 0, &err))
		slices++;
	if (err.status)
		fail_msg("%s", err.message);
	return slices;
}

static uint64_t
count(void)
{
	work();
	return search_count(inquiry_get_search(q)).passages;
}

static const struct inquiry_wish plain;
static const struct inquiry_wish exact = { .is_exact = true };
static const struct inquiry_wish literal = { .is_literal = true };
static const struct inquiry_wish word = { .is_word = true };
static const struct inquiry_wish title = { .is_title = true };
static const struct inquiry_wish figures = { .scope.kinds = 1u
	    << RECORD_FIGURE };

static void
nothing_is_looked_for_before_the_first_pattern(void **state)
{
	struct error err;

	(void)state;
	assert_string_equal(inquiry_get_wish(q)->text, "");
	assert_null(inquiry_get_search(q));
	assert_false(inquiry_work(q, 1000, &err));
	assert_int_equal(err.status, STATUS_OK);
	assert_int_equal(inquiry_list_ranges(NULL, 0, q, "x", 1), 0);
	ask(&plain, "");
	assert_null(inquiry_get_search(q));
}

static void
a_pattern_that_is_not_finished_leaves_the_last_good_search(void **state)
{
	struct search *search;
	struct error err;
	size_t at = 0;

	(void)state;
	ask(&plain, "traffick");
	search = inquiry_get_search(q);
	assert_true(work() > 1);
	assert_int_equal(set_wish(&plain, "traffick(", &at, &err),
	    STATUS_INVALID);
	assert_int_equal(at, 9);
	assert_ptr_equal(inquiry_get_search(q), search);
	assert_string_equal(inquiry_get_wish(q)->text, "traffick");
	ask(&plain, "traffick");
	assert_ptr_equal(inquiry_get_search(q), search);
	ask(&plain, "traffick(ers)");
	assert_string_equal(inquiry_get_wish(q)->text, "traffick(ers)");
	assert_false(search_count(inquiry_get_search(q)).is_done);
	ask(&plain, "");
	assert_null(inquiry_get_search(q));
	assert_string_equal(inquiry_get_wish(q)->text, "");
}

static void
modes_and_scope_are_those_of_the_wish(void **state)
{
	uint64_t all, narrow;

	(void)state;
	ask(&plain, "China");
	all = count();
	ask(&figures, "China");
	narrow = count();
	assert_true(narrow > 0 && narrow < all);
	assert_int_equal(
	    search_count(inquiry_get_search(q)).records[RECORD_TOPIC], 0);
	ask(&plain, "Korea");
	all = count();
	ask(&word, "Korea");
	narrow = count();
	assert_true(narrow > 0 && narrow < all);
	ask(&literal, "Kore.");
	assert_int_equal(count(), 0);
	ask(&plain, "[a-z]\\.");
	all = count();
	ask(&exact, "[a-z]\\.");
	assert_true(count() <= all);
	assert_true(inquiry_get_wish(q)->is_exact);
}

static void
a_title_is_found_by_its_letters_in_order(void **state)
{
	static const char *const texts[] = { "hmntrffckng", "hmn trf", "HTNK",
		"w.b.b." };

	(void)state;
	ask(&title, "traffick");
	assert_true(count() > 0);
	ask(&title, "t.*k");
	assert_true(count() > 0);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		uint32_t found;

		ask(&plain, texts[i]);
		assert_int_equal(count(), 0);
		ask(&title, texts[i]);
		work();
		search_list(&found, inquiry_get_search(q), RECORD_NONE, 0, 9);
		if (i < 3 && found == 0)
			fail_msg("%s is not found", texts[i]);
		assert_string_equal(inquiry_get_wish(q)->text, texts[i]);
	}
	ask(&title, "qqqqqqq");
	assert_int_equal(count(), 0);
	ask(&title, "  ");
	assert_int_equal(count(), 0);
}

static void
letters_of_a_very_long_text_are_not_looked_for(void **state)
{
	char text[PATTERN_LIMIT_BYTES + 1];

	(void)state;
	memset(text, '-', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	ask(&title, text);
	assert_int_equal(count(), 0);
}

static void
a_line_shows_what_matches(void **state)
{
	struct arena arena = { 0 };
	const struct found_record *list;
	struct inquiry_line line;
	struct error err;
	uint32_t found;

	(void)state;
	ask(&plain, "sanctions?");
	work();
	list = search_list(&found, inquiry_get_search(q), RECORD_NONE, 0, 100);
	assert_true(found > 3);
	for (uint32_t i = 0; i < found; i++) {
		if (inquiry_read_line(&line, q, list[i].kind, list[i].record,
			list[i].best, &arena, &err))
			fail_msg("%s", err.message);
		assert_true(line.range_count > 0);
		assert_true(strlen(line.title.slug) > 0);
		for (size_t j = 0; j < line.range_count; j++) {
			size_t len = line.ranges[j].to - line.ranges[j].from;

			assert_true(len == 8 || len == 9);
			assert_true(line.ranges[j].to <= line.passage.len);
		}
	}
	arena_clear(&arena);
}

static void
matches_on_a_page_are_those_of_the_search(void **state)
{
	struct pattern_range ranges[4];
	const char *text = "caf\xC3\xA9 and tea";

	(void)state;
	ask(&plain, "cafe|tea");
	assert_int_equal(inquiry_list_ranges(ranges, 4, q, text, strlen(text)),
	    1);
	assert_int_equal(ranges[0].from, 10);
	ask(&plain, "cafe");
	assert_int_equal(inquiry_list_ranges(ranges, 4, q, text, strlen(text)),
	    1);
	assert_int_equal(ranges[0].from, 0);
	assert_int_equal(ranges[0].to, 5);
	ask(&exact, "cafe");
	assert_int_equal(inquiry_list_ranges(ranges, 4, q, text, strlen(text)),
	    0);
}

static void
a_search_begins_anew_in_another_collection(void **state)
{
	uint64_t before;

	(void)state;
	ask(&plain, "Russia");
	before = count();
	inquiry_restart(q);
	assert_non_null(inquiry_get_search(q));
	assert_string_equal(inquiry_get_wish(q)->text, "Russia");
	assert_int_equal(search_count(inquiry_get_search(q)).passages, 0);
	assert_int_equal(count(), before);
	ask(&plain, "");
	inquiry_restart(q);
	assert_null(inquiry_get_search(q));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_looked_for_before_the_first_pattern),
		TEST(
		    a_pattern_that_is_not_finished_leaves_the_last_good_search),
		TEST(modes_and_scope_are_those_of_the_wish),
		TEST(a_title_is_found_by_its_letters_in_order),
		TEST(letters_of_a_very_long_text_are_not_looked_for),
		TEST(a_line_shows_what_matches),
		TEST(matches_on_a_page_are_those_of_the_search),
		TEST(a_search_begins_anew_in_another_collection),
	};

	return cmocka_run_group_tests(tests, open_session, close_session);
}
