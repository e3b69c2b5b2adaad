/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "reader/trail.h"

static struct reader_place
make_place(const char *slug)
{
	struct reader_place place = { .view = PLACE_TOPIC };

	snprintf(place.slug, sizeof place.slug, "%s", slug);
	return place;
}

static void
back_and_forward_return_to_the_same_places(void **state)
{
	struct trail *t = trail_new();
	struct reader_place a = make_place("a"), b = make_place("b");
	struct reader_place c = make_place("c"), at;

	(void)state;
	a.at = 77;
	trail_push(t, &a); /* a to b */
	trail_push(t, &b); /* b to c */
	assert_true(trail_back(&at, t, &c));
	assert_string_equal(at.slug, "b");
	assert_true(trail_back(&at, t, &at));
	assert_string_equal(at.slug, "a");
	assert_int_equal(at.at, 77);
	assert_false(trail_back(&at, t, &at));
	assert_true(trail_forward(&at, t, &at));
	assert_string_equal(at.slug, "b");
	assert_true(trail_forward(&at, t, &at));
	assert_string_equal(at.slug, "c");
	assert_false(trail_forward(&at, t, &at));
	trail_free(t);
}

static void
going_elsewhere_forgets_what_was_forward(void **state)
{
	struct trail *t = trail_new();
	struct reader_place a = make_place("a"), b = make_place("b"), at;

	(void)state;
	trail_push(t, &a);
	assert_true(trail_back(&at, t, &b));
	trail_push(t, &at);
	at = make_place("d");
	assert_false(trail_forward(&at, t, &at));
	trail_free(t);
}

static void
a_move_keeps_all_places_in_their_order(void **state)
{
	static const struct {
		size_t back, number; /* steps back from e, then to */
		const char *at;
	} rows[] = { { 0, 0, "a" }, { 0, 3, "d" }, { 4, 3, "e" }, { 4, 0, "b" },
		{ 2, 1, "b" }, { 2, 2, "d" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct trail *t = trail_new();
		struct reader_place at = make_place("a");
		char seen[8] = "";

		for (const char *c = "bcde"; *c; c++) {
			trail_push(t, &at);
			at = make_place((char[]){ *c, '\0' });
		}
		for (size_t j = 0; j < rows[i].back; j++)
			assert_true(trail_back(&at, t, &at));
		assert_true(trail_move(&at, t, &at, rows[i].number));
		assert_string_equal(at.slug, rows[i].at);
		assert_false(trail_move(&at, t, &at, 4));
		while (trail_back(&at, t, &at))
			;
		do
			strcat(seen, at.slug);
		while (trail_forward(&at, t, &at));
		assert_string_equal(seen, "abcde");
		trail_free(t);
	}
}

static void
the_oldest_places_go_when_there_are_too_many(void **state)
{
	struct trail *t = trail_new();
	struct reader_place at;
	char slug[16];
	size_t count, current;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		snprintf(slug, sizeof slug, "%d", i);
		at = make_place(slug);
		trail_push(t, &at);
	}
	trail_list(t, &count, &current);
	assert_int_equal(count, 500);
	assert_int_equal(current, 500);
	at = make_place("here");
	assert_true(trail_back(&at, t, &at));
	assert_string_equal(at.slug, "1999");
	trail_free(t);
}

static void
marks_are_letters_and_the_quote_is_before_the_jump(void **state)
{
	struct trail *t = trail_new();
	struct reader_place a = make_place("a"), b = make_place("b");

	(void)state;
	trail_set_mark(t, 'm', &a);
	trail_set_mark(t, 'M', &b);
	assert_string_equal(trail_find_mark(t, 'm')->slug, "a");
	assert_null(trail_find_mark(t, 'M'));
	assert_null(trail_find_mark(t, 'x'));
	trail_push(t, &b);
	assert_string_equal(trail_find_mark(t, '\'')->slug, "b");
	trail_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(back_and_forward_return_to_the_same_places),
		cmocka_unit_test(going_elsewhere_forgets_what_was_forward),
		cmocka_unit_test(a_move_keeps_all_places_in_their_order),
		cmocka_unit_test(the_oldest_places_go_when_there_are_too_many),
		cmocka_unit_test(
		    marks_are_letters_and_the_quote_is_before_the_jump),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
