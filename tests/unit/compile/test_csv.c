/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/csv.h"
#include "compile/diagnose.h"

static const char *const columns[] = { "slug", "title", "note", NULL };
static const char required[] = { 1, 1, 0 };

/* One read of a text, with what was said about it. */
struct reading {
	struct csv_table table;
	struct arena arena;
	char *said;
	size_t said_len;
};

static void
read_text(struct reading *r, const char *text)
{
	struct diagnose d;
	FILE *to;

	*r = (struct reading){ 0 };
	diagnose_init(&d);
	csv_read(&r->table, text, strlen(text), "f", columns, required, &d,
	    &r->arena);
	to = open_memstream(&r->said, &r->said_len);
	assert_non_null(to);
	diagnose_print(&d, to);
	fclose(to);
	diagnose_clear(&d);
}

static void
clear_reading(struct reading *r)
{
	free(r->said);
	arena_clear(&r->arena);
}

static void
expect_field(const struct csv_field *field, const char *text, uint32_t line,
    uint32_t column, size_t source_at)
{
	assert_string_equal(field->text, text);
	assert_int_equal(field->len, strlen(text));
	assert_int_equal(field->place.line, line);
	assert_int_equal(field->place.column, column);
	assert_int_equal(field->source_at, source_at);
}

static void
fields_come_with_their_places(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r,
	    "slug,title,note\n"
	    "a,\xea\xb9\x80,c\r\n"
	    "d,\"e\",\"\"\n");
	assert_string_equal(r.said, "");
	assert_int_equal(r.table.row_count, 2);
	assert_int_equal(r.table.rows[0].line, 2);
	expect_field(&r.table.rows[0].fields[0], "a", 2, 1, 16);
	expect_field(&r.table.rows[0].fields[1], "\xea\xb9\x80", 2, 3, 18);
	expect_field(&r.table.rows[0].fields[2], "c", 2, 5, 22);
	assert_int_equal(r.table.rows[1].line, 3);
	expect_field(&r.table.rows[1].fields[0], "d", 3, 1, 25);
	expect_field(&r.table.rows[1].fields[1], "e", 3, 4, 28);
	expect_field(&r.table.rows[1].fields[2], "", 3, 8, 32);
	clear_reading(&r);
}

static void
a_quoted_field_holds_commas_quotes_and_lines(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r,
	    "slug,title,note\n"
	    "\"a,\"\"b\"\"\r\nc\n\",\"\"\"\",z\n"
	    "x,y,z");
	assert_string_equal(r.said, "");
	assert_int_equal(r.table.row_count, 2);
	expect_field(&r.table.rows[0].fields[0], "a,\"b\"\nc\n", 2, 2, 17);
	expect_field(&r.table.rows[0].fields[1], "\"", 4, 4, 31);
	expect_field(&r.table.rows[0].fields[2], "z", 4, 8, 35);
	assert_int_equal(r.table.rows[1].line, 5);
	clear_reading(&r);
}

static void
columns_may_stand_in_any_order(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, "\xef\xbb\xbfnote,\"slug\",title\n1,2,3\n");
	assert_string_equal(r.said, "");
	expect_field(&r.table.rows[0].fields[0], "2", 2, 3, 23);
	expect_field(&r.table.rows[0].fields[1], "3", 2, 5, 25);
	expect_field(&r.table.rows[0].fields[2], "1", 2, 1, 21);
	clear_reading(&r);
}

static void
a_column_left_out_gives_empty_fields(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, "slug,title\n\na,b\n\n\r\n");
	assert_string_equal(r.said, "");
	assert_int_equal(r.table.row_count, 1);
	expect_field(&r.table.rows[0].fields[2], "", 3, 1, 0);
	clear_reading(&r);
}

static void
faults_are_said_at_their_place(void **state)
{
	static const struct {
		const char *text;
		uint32_t row_count;
		const char *said;
	} cases[] = {
		{ "", 0,
		    "f:1:1: there is no header: the first row names the "
		    "columns\n" },
		{ "\n\n", 0,
		    "f:3:1: there is no header: the first row names the "
		    "columns\n" },
		{ "slug,titel\na,b\n", 0,
		    "f:1:1: column \"title\" is missing\n"
		    "f:1:6: unknown column \"titel\" (did you mean "
		    "\"title\"?)\n" },
		{ "slug,title,colour\na,b,c\n", 1,
		    "f:1:12: unknown column \"colour\"\n" },
		{ "slug,title,\na,b,c\n", 1, "f:1:12: column has no name\n" },
		{ "slug,title,slug\na,b,c\n", 1,
		    "f:1:12: duplicate column \"slug\"\n" },
		{ "slug,title,note\na,b\nc,d,e,f\ng,h,i\n", 1,
		    "f:2:1: row has 2 fields, the header 3\n"
		    "f:3:1: row has 4 fields, the header 3\n" },
		{ "slug,title,note\na,b,c\nd,\"e,f\ng,h,i\n", 1,
		    "f:3:3: quote is not closed\n" },
		{ "slug,title,note\na,\"b\"x,c\nd,e,f\n", 1,
		    "f:2:6: text after the closing quote: a quote inside a "
		    "field is doubled\n" },
		{ "slug,title,note\na,b\"c\",c\nd,e,f\n", 1,
		    "f:2:4: quote inside a field that does not begin with "
		    "one\n" },
		{ "slug,title,note\na, \"b\",c\n", 0,
		    "f:2:4: quote inside a field that does not begin with "
		    "one\n" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_text(&r, cases[i].text);
		assert_string_equal(r.said, cases[i].said);
		assert_int_equal(r.table.row_count, cases[i].row_count);
		clear_reading(&r);
	}
}

static void
a_header_without_end_is_refused(void **state)
{
	char text[2048];
	struct reading r;

	(void)state;
	memset(text, ',', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	read_text(&r, text);
	assert_string_equal(r.said,
	    "f:1:1: header has 2048 columns, more than 1000\n");
	assert_int_equal(r.table.row_count, 0);
	clear_reading(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_come_with_their_places),
		cmocka_unit_test(a_quoted_field_holds_commas_quotes_and_lines),
		cmocka_unit_test(columns_may_stand_in_any_order),
		cmocka_unit_test(a_column_left_out_gives_empty_fields),
		cmocka_unit_test(faults_are_said_at_their_place),
		cmocka_unit_test(a_header_without_end_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
