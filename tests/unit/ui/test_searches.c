/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "golden.h"
#include "ui/searches.h"
#include "unit.h"

static struct inquiry_wish
make_wish(const char *text)
{
	struct inquiry_wish wish = { .is_word = true };

	snprintf(wish.text, sizeof wish.text, "%s", text);
	return wish;
}

static void
what_was_looked_for_is_found_by_its_number(void **state)
{
	struct golden *g = *state;
	struct searches *s = searches_new();
	struct inquiry_wish wish = make_wish("mill"), found;
	struct collection *c;
	uint32_t first, second;

	golden_open(g, 24, 80, NULL);
	c = g->session->collection;
	assert_false(searches_find(&found, s, 0, c));
	assert_false(searches_find(&found, s, 1, c));
	first = searches_add(s, &wish, c);
	wish = make_wish("gate");
	wish.is_title = wish.is_exact = true;
	second = searches_add(s, &wish, c);
	assert_true(searches_find(&found, s, first, c));
	assert_string_equal(found.text, "mill");
	assert_true(found.is_word && !found.is_title && !found.is_exact);
	assert_true(searches_find(&found, s, second, c));
	assert_string_equal(found.text, "gate");
	assert_true(found.is_word && found.is_title && found.is_exact);
	wish = make_wish("gates");
	searches_change(s, second, &wish, c);
	searches_change(s, second + 1, &wish, c);
	assert_true(searches_find(&found, s, second, c));
	assert_string_equal(found.text, "gates");
	assert_false(searches_find(&found, s, second + 1, c));
	searches_free(s);
}

static void
the_oldest_go_and_their_numbers_are_no_others(void **state)
{
	enum { MANY = 2000, KEPT = 500 };
	struct golden *g = *state;
	struct searches *s = searches_new();
	struct inquiry_wish found;
	struct collection *c;

	golden_open(g, 24, 80, NULL);
	c = g->session->collection;
	for (int i = 1; i <= MANY; i++) {
		char text[16];
		struct inquiry_wish wish;

		snprintf(text, sizeof text, "%d", i);
		wish = make_wish(text);
		assert_int_equal(searches_add(s, &wish, c), i);
	}
	assert_false(searches_find(&found, s, 1, c));
	assert_false(searches_find(&found, s, MANY / 2, c));
	for (int i = MANY - KEPT; i <= MANY; i++) {
		assert_true(searches_find(&found, s, (uint32_t)i, c));
		assert_int_equal(strtol(found.text, NULL, 10), i);
	}
	searches_free(s);
}

static void
rows_of_a_scope_are_found_by_their_names(void **state)
{
	struct golden *g = *state;
	struct searches *s = searches_new();
	struct inquiry_wish wish = make_wish("mill"), found;
	struct arena arena = { 0 };
	struct topic topic;
	struct source source;
	struct error err;
	struct collection *c;
	uint32_t number;

	golden_open(g, 24, 80, NULL);
	c = g->session->collection;
	assert_int_equal(collection_find_topic(&topic, c, "keepers", &arena,
			     &err),
	    0);
	assert_int_equal(collection_find_source(&source, c, "wren", &arena,
			     &err),
	    0);
	wish.scope.topic = topic.id;
	wish.scope.source = source.id;
	wish.scope.document = 99999;
	wish.scope.kinds = 6;
	number = searches_add(s, &wish, c);
	assert_true(searches_find(&found, s, number, c));
	assert_int_equal(found.scope.topic, topic.id);
	assert_int_equal(found.scope.source, source.id);
	assert_int_equal(found.scope.kinds, 6);
	/* What is not there narrows no longer. */
	assert_int_equal(found.scope.document, 0);
	arena_clear(&arena);
	searches_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_looked_for_is_found_by_its_number),
		cmocka_unit_test(the_oldest_go_and_their_numbers_are_no_others),
		cmocka_unit_test(rows_of_a_scope_are_found_by_their_names),
	};

	return cmocka_run_group_tests_name("searches", tests, golden_set_up,
	    golden_tear_down);
}
