/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "compile/diagnose.h"

/* What diagnose_print() writes; the caller's. */
static char *
print(const struct diagnose *d)
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	assert_non_null(to);
	diagnose_print(d, to);
	fclose(to);
	return text;
}

static void
expect_print(struct diagnose *d, const char *expected)
{
	char *text = print(d);

	assert_string_equal(text, expected);
	free(text);
	diagnose_clear(d);
}

static struct place
at(const char *file, uint32_t line, uint32_t column)
{
	return (struct place){ .file = file, .line = line, .column = column };
}

static void
messages_stand_in_the_order_of_file_and_place(void **state)
{
	struct diagnose d;

	(void)state;
	diagnose_init(&d);
	diagnose_add(&d, DIAGNOSE_ERROR, at("b.csv", 2, 1), "later");
	diagnose_add(&d, DIAGNOSE_ERROR, at("b.csv", 1, 10), "tenth");
	diagnose_add(&d, DIAGNOSE_ERROR, at("b.csv", 1, 9), "ninth");
	diagnose_add(&d, DIAGNOSE_ERROR, at("a.csv", 7, 1), "other file");
	diagnose_add(&d, DIAGNOSE_ERROR, at("a.csv", 0, 0), "as a whole");
	expect_print(&d,
	    "a.csv: as a whole\n"
	    "a.csv:7:1: other file\n"
	    "b.csv:1:9: ninth\n"
	    "b.csv:1:10: tenth\n"
	    "b.csv:2:1: later\n");
}

static void
warnings_and_notes_say_so_and_follow_errors(void **state)
{
	struct diagnose d;

	(void)state;
	diagnose_init(&d);
	diagnose_add(&d, DIAGNOSE_NOTE, at("f", 1, 1), "n %d", 1);
	diagnose_add(&d, DIAGNOSE_WARNING, at("f", 1, 1), "w %s", "two");
	diagnose_add(&d, DIAGNOSE_ERROR, at("f", 1, 1), "e");
	assert_int_equal(d.notes, 1);
	assert_int_equal(d.warnings, 1);
	assert_int_equal(d.errors, 1);
	expect_print(&d,
	    "f:1:1: e\n"
	    "f:1:1: warning: w two\n"
	    "f:1:1: note: n 1\n");
}

static void
equal_messages_are_printed_once(void **state)
{
	struct diagnose d;

	(void)state;
	diagnose_init(&d);
	for (int i = 0; i < 3; i++) {
		diagnose_add(&d, DIAGNOSE_ERROR, at("f", 1, 1), "same");
		diagnose_add(&d, DIAGNOSE_ERROR, at("f", 1, 2), "same");
	}
	assert_int_equal(d.errors, 6);
	expect_print(&d, "f:1:1: same\nf:1:2: same\n");
}

static void
what_cannot_be_seen_is_made_visible(void **state)
{
	struct diagnose d;

	(void)state;
	diagnose_init(&d);
	diagnose_add(&d, DIAGNOSE_ERROR, at("a\nb", 1, 1),
	    "bell \a, escape \x1b[2J, override \xe2\x80\xae, bad \xff");
	expect_print(&d,
	    "a<U+000A>b:1:1: bell <U+0007>, escape <U+001B>[2J, "
	    "override <U+202E>, bad \xef\xbf\xbd\n");
}

static void
a_locale_without_utf8_gets_ascii(void **state)
{
	struct diagnose d;

	(void)state;
	diagnose_init(&d);
	d.is_ascii = true;
	diagnose_add(&d, DIAGNOSE_ERROR, at("zo\xc3\xab", 1, 1),
	    "\xe2\x80\x9cna\xc3\xafve\xe2\x80\x9d\xe2\x80\x8b");
	expect_print(&d, "zoe:1:1: \"naive\"<U+200B>\n");
}

static void
files_are_named_with_their_folder(void **state)
{
	static const char *const folders[] = { "db/x", "db/x/" };
	struct diagnose d;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		diagnose_init(&d);
		d.folder = folders[i];
		diagnose_add(&d, DIAGNOSE_ERROR, at("a.csv", 2, 1), "e");
		diagnose_add(&d, DIAGNOSE_NOTE, at("", 0, 0), "n");
		expect_print(&d, "note: n\ndb/x/a.csv:2:1: e\n");
	}
}

static void
after_a_thousand_messages_the_rest_is_counted(void **state)
{
	struct diagnose d;
	char *text;

	(void)state;
	diagnose_init(&d);
	for (uint32_t i = 1; i <= 1007; i++)
		diagnose_add(&d, DIAGNOSE_ERROR, at("f", i, 1), "x");
	assert_int_equal(d.errors, 1007);
	text = print(&d);
	assert_non_null(strstr(text, "\nf:1000:1: x\n"));
	assert_null(strstr(text, "f:1001:1"));
	assert_non_null(
	    strstr(text, "\nnote: 7 more findings are not shown\n"));
	free(text);
	diagnose_clear(&d);
}

static void
a_message_that_is_too_long_is_cut_at_a_character(void **state)
{
	struct diagnose d;
	char *text, *letters = mem_alloc(3001);

	(void)state;
	for (size_t i = 0; i < 3000; i += 3)
		memcpy(letters + i, "\xe2\x82\xac", 3);
	letters[3000] = '\0';
	for (int shift = 0; shift < 3; shift++) {
		diagnose_init(&d);
		diagnose_add(&d, DIAGNOSE_ERROR, at("f", 1, 1), "%.*s%s", shift,
		    "abc", letters);
		text = print(&d);
		assert_null(strstr(text, "\xef\xbf\xbd"));
		assert_non_null(strstr(text, "\xe2\x82\xac\xe2\x80\xa6\n"));
		assert_true(strlen(text) > 1000 && strlen(text) < 1040);
		free(text);
		diagnose_clear(&d);
	}
	free(letters);
}

static void
a_place_is_a_line_and_a_column_in_characters(void **state)
{
	static const struct {
		const char *text;
		size_t at;
		uint32_t line, column;
	} cases[] = {
		{ "", 0, 5, 1 },
		{ "abc", 0, 5, 1 },
		{ "abc", 2, 5, 3 },
		{ "abc", 3, 5, 4 },
		{ "abc", 99, 5, 4 },
		{ "a\nb", 1, 5, 2 },
		{ "a\nb", 2, 6, 1 },
		{ "a\nb", 3, 6, 2 },
		{ "a\n", 2, 6, 1 },
		{ "\r\n\nx", 3, 7, 1 },
		{ "\xea\xb9\x80z", 0, 5, 1 },
		{ "\xea\xb9\x80z", 2, 5, 1 },
		{ "\xea\xb9\x80z", 3, 5, 2 },
		{ "\xef\xbb\xbfz", 0, 5, 1 },
		{ "\xef\xbb\xbfz", 3, 5, 1 },
		{ "\xef\xbb\xbfz", 4, 5, 2 },
		{ "\xef\xbb\xbf", 3, 5, 1 },
		{ "\xef\xbb\xbf\nz", 4, 6, 1 },
		{ "\xff\xfez", 2, 5, 3 },
	};
	struct line_table t;
	struct place place;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		line_table_init(&t, cases[i].text, strlen(cases[i].text), 5);
		place = line_table_find(&t, "f", cases[i].at);
		assert_string_equal(place.file, "f");
		assert_int_equal(place.line, cases[i].line);
		assert_int_equal(place.column, cases[i].column);
		line_table_clear(&t);
	}
}

/* The table's marks within lines must not show. */
static void
places_in_very_long_lines_are_right(void **state)
{
	enum { LEN = 9000 };
	char *text = mem_alloc(LEN);
	struct line_table t;
	uint32_t line = 1, column = 1;

	(void)state;
	for (size_t i = 0; i < LEN; i++)
		text[i] = i % 3 == 0 ? '\xc3' : i % 3 == 1 ? '\xa9' : 'x';
	memcpy(text, "\xef\xbb\xbf", 3);
	text[5000] = '\n';
	line_table_init(&t, text, LEN, 1);
	for (size_t i = 3; i < LEN; i++) {
		struct place place = line_table_find(&t, "f", i);

		if (i > 3 && text[i - 1] == '\n') {
			line++;
			column = 1;
		} else if (i > 3 && ((unsigned char)text[i] & 0xc0) != 0x80) {
			column++;
		}
		assert_int_equal(place.line, line);
		assert_int_equal(place.column, column);
	}
	line_table_clear(&t);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_stand_in_the_order_of_file_and_place),
		cmocka_unit_test(warnings_and_notes_say_so_and_follow_errors),
		cmocka_unit_test(equal_messages_are_printed_once),
		cmocka_unit_test(what_cannot_be_seen_is_made_visible),
		cmocka_unit_test(a_locale_without_utf8_gets_ascii),
		cmocka_unit_test(files_are_named_with_their_folder),
		cmocka_unit_test(after_a_thousand_messages_the_rest_is_counted),
		cmocka_unit_test(
		    a_message_that_is_too_long_is_cut_at_a_character),
		cmocka_unit_test(a_place_is_a_line_and_a_column_in_characters),
		cmocka_unit_test(places_in_very_long_lines_are_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
