/* SPDX-License-Identifier: ISC */

/*
 * Any bytes: places agree with offsets, rows have all their fields, what is
 * left out was said; and the rows, written anew, are read as the same.
 */
#include "fuzz.h"

#include <string.h>

#include "base/str.h"
#include "compile/csv.h"
#include "compile/diagnose.h"

enum { COLUMN_COUNT = 3 };
static const char *const columns[] = { "slug", "title", "note", NULL };
static const char required[] = { 1, 1, 0 };

static void
check_field(const struct csv_field *field, const struct line_table *lines)
{
	struct place place = line_table_find(lines, "f", field->source_at);

	REQUIRE(field->text[field->len] == '\0');
	if (field->source_at == 0)
		return; /* of a column that is not there */
	REQUIRE(field->source_at <= lines->len);
	REQUIRE(place.line == field->place.line);
	REQUIRE(place.column == field->place.column);
	if (field->len > 0)
		REQUIRE(field->text[0] == lines->text[field->source_at] ||
		    lines->text[field->source_at] == '\r');
}

static void
write_row(struct str *out, const struct csv_row *row)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		const struct csv_field *field = &row->fields[i];

		str_add_text(out, i > 0 ? ",\"" : "\"");
		for (size_t k = 0; k < field->len; k++) {
			if (field->text[k] == '"')
				str_add_char(out, '"');
			str_add_char(out, field->text[k]);
		}
		str_add_char(out, '"');
	}
	str_add_char(out, '\n');
}

static void
check_equal(const struct csv_row *a, const struct csv_row *b)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		REQUIRE(a->fields[i].len == b->fields[i].len);
		REQUIRE(memcmp(a->fields[i].text, b->fields[i].text,
			    a->fields[i].len) == 0);
	}
}

/*
 * Carriage returns before line feeds do not survive; so a text that has any
 * at all is passed over here.
 */
static void
check_written_anew(const struct csv_table *table, struct arena *arena)
{
	struct csv_table again;
	struct diagnose d;
	struct str text;

	str_init(&text, 0);
	diagnose_init(&d);
	str_add_text(&text, "slug,title,note\n");
	for (uint32_t i = 0; i < table->row_count; i++)
		write_row(&text, &table->rows[i]);
	csv_read(&again, text.data, text.len, "f", columns, required, &d,
	    arena);
	REQUIRE(d.errors == 0);
	REQUIRE(again.row_count == table->row_count);
	for (uint32_t i = 0; i < table->row_count; i++)
		check_equal(&table->rows[i], &again.rows[i]);
	str_clear(&text);
	diagnose_clear(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct arena arena = { 0 };
	struct line_table lines;
	struct csv_table table;
	struct diagnose d;

	diagnose_init(&d);
	line_table_init(&lines, text, size, 1);
	csv_read(&table, text, size, "f", columns, required, &d, &arena);
	REQUIRE(size > 0 || d.errors > 0);
	for (uint32_t i = 0; i < table.row_count; i++) {
		for (size_t k = 0; k < COLUMN_COUNT; k++)
			check_field(&table.rows[i].fields[k], &lines);
		REQUIRE(table.rows[i].line > 0);
		REQUIRE(i == 0 || table.rows[i].line > table.rows[i - 1].line);
	}
	if (size == 0 || memchr(text, '\r', size) == NULL)
		check_written_anew(&table, &arena);
	line_table_clear(&lines);
	diagnose_clear(&d);
	arena_clear(&arena);
	return 0;
}
