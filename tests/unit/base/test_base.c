/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/str.h"

static void
a_message_is_one_line_and_cut_at_a_character(void **state)
{
	struct error err;
	char longer[ERROR_MESSAGE_SIZE + 10];

	(void)state;
	assert_int_equal(error_set(&err, STATUS_IO, "a\nb: %d", 7), STATUS_IO);
	assert_string_equal(err.message, "a b: 7");
	memset(longer, 'x', sizeof longer);
	memcpy(longer + ERROR_MESSAGE_SIZE - 2, "\xC3\xA9", 2);
	longer[sizeof longer - 1] = '\0';
	error_set(&err, STATUS_IO, "%s", longer);
	assert_int_equal(strlen(err.message), ERROR_MESSAGE_SIZE - 2);
	assert_int_equal(error_set(NULL, STATUS_LIMIT, "nobody asks"),
	    STATUS_LIMIT);
}

static void
an_arena_keeps_what_it_gave_until_it_is_cleared(void **state)
{
	struct arena arena = { 0 };
	char *texts[1000];
	char text[16];

	(void)state;
	for (int i = 0; i < 1000; i++) {
		snprintf(text, sizeof text, "number %d", i);
		texts[i] = arena_copy_text(&arena, text);
		if (i % 100 == 0)
			memset(arena_alloc(&arena, 300000), 'x', 300000);
	}
	for (int i = 0; i < 1000; i++) {
		snprintf(text, sizeof text, "number %d", i);
		assert_string_equal(texts[i], text);
	}
	arena_reset(&arena);
	assert_string_equal(arena_copy(&arena, "again", 5), "again");
	arena_clear(&arena);
	assert_null(arena.chunks);
}

static void
a_string_never_passes_its_limit(void **state)
{
	struct str s;

	(void)state;
	str_init(&s, 8);
	str_add_text(&s, "12345");
	str_add_format(&s, "%d", 678);
	assert_string_equal(s.data, "12345678");
	assert_false(s.is_cut);
	str_add_char(&s, '9');
	assert_true(s.is_cut);
	assert_string_equal(s.data, "12345678");
	str_clear(&s);
	assert_string_equal(s.data, "");
}

static void
the_distance_of_two_words_counts_swapped_neighbours_once(void **state)
{
	static const struct {
		const char *a, *b;
		size_t distance;
	} cases[] = {
		{ "", "", 0 },
		{ "pay", "pay", 0 },
		{ "pay", "pya", 1 },
		{ "topics", "topic", 1 },
		{ "figure", "fugire", 2 },
		{ "abc", "xyz", 3 },
		{ "", "four", 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(str_get_distance(cases[i].a,
				     strlen(cases[i].a), cases[i].b,
				     strlen(cases[i].b), 9),
		    cases[i].distance);
	assert_int_equal(str_get_distance("abc", 3, "xyz", 3, 1), 2);
}

/* A folder of its own for a test, with cleaning up left to the caller. */
static char *
make_folder(char *into)
{
	memcpy(into, "/tmp/ibid-test-XXXXXX", 22);
	assert_non_null(mkdtemp(into));
	return into;
}

static void
what_is_no_regular_file_is_refused_by_its_kind(void **state)
{
	char folder[64];
	struct error err;
	char *path;

	(void)state;
	make_folder(folder);
	assert_int_equal(file_check_regular(folder, &err), STATUS_INVALID);
	assert_non_null(strstr(err.message, "is a directory"));
	path = file_join(folder, "pipe");
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(file_check_regular(path, &err), STATUS_INVALID);
	assert_non_null(strstr(err.message, "is a FIFO"));
	unlink(path);
	assert_int_equal(file_check_regular(path, &err), STATUS_NOT_FOUND);
	free(path);
	rmdir(folder);
}

static void
a_file_is_replaced_at_once_or_not_at_all(void **state)
{
	char folder[64];
	struct file_replacement r;
	struct error err;
	struct str text;
	char *path;
	FILE *f;

	(void)state;
	make_folder(folder);
	path = file_join(folder, "kept");
	f = fopen(path, "w");
	fputs("old", f);
	fclose(f);
	assert_int_equal(file_replace_begin(&r, path, &err), STATUS_OK);
	f = fopen(r.temp, "w");
	fputs("new", f);
	fclose(f);
	file_replace_clear(&r);
	str_init(&text, 0);
	assert_int_equal(file_read(&text, path, 100, &err), STATUS_OK);
	assert_string_equal(text.data, "old");
	assert_int_equal(file_replace_begin(&r, path, &err), STATUS_OK);
	f = fopen(r.temp, "w");
	fputs("new", f);
	fclose(f);
	assert_int_equal(file_replace_commit(&r, &err), STATUS_OK);
	str_reset(&text);
	assert_int_equal(file_read(&text, path, 100, &err), STATUS_OK);
	assert_string_equal(text.data, "new");
	assert_int_equal(file_read(&text, path, 2, &err), STATUS_LIMIT);
	str_clear(&text);
	unlink(path);
	free(path);
	assert_int_equal(rmdir(folder), 0);
}

static void
the_clock_does_not_go_back(void **state)
{
	int64_t before = clock_now_us();

	(void)state;
	assert_true(before > 0);
	for (int i = 0; i < 1000; i++) {
		int64_t now = clock_now_us();

		assert_true(now >= before);
		before = now;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_is_one_line_and_cut_at_a_character),
		cmocka_unit_test(
		    an_arena_keeps_what_it_gave_until_it_is_cleared),
		cmocka_unit_test(a_string_never_passes_its_limit),
		cmocka_unit_test(
		    the_distance_of_two_words_counts_swapped_neighbours_once),
		cmocka_unit_test(
		    what_is_no_regular_file_is_refused_by_its_kind),
		cmocka_unit_test(a_file_is_replaced_at_once_or_not_at_all),
		cmocka_unit_test(the_clock_does_not_go_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
