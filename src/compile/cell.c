/* SPDX-License-Identifier: ISC */
#include "cell.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/str.h"
#include "base/utf8.h"

/* What divides words; a line feed can only be in a quoted cell. */
static bool
is_white(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' ||
	    utf8proc_category(c) == UTF8PROC_CATEGORY_ZS;
}

static bool
has_outer_white(const char *text, size_t len)
{
	const char *end = text + len;
	int32_t first_character, last_character;

	if (len == 0)
		return false;
	utf8_decode(&first_character, text, end);
	utf8_decode(&last_character, text + utf8_step_back(text, 0, len), end);
	return is_white(first_character) || is_white(last_character);
}

static void
lint_cells(struct draft *draft, const struct csv_table *table,
    const char *const *columns)
{
	for (uint32_t i = 0; i < table->row_count; i++) {
		for (size_t j = 0; columns[j]; j++) {
			const struct csv_field *cell = &table->rows[i]
							    .fields[j];

			if (has_outer_white(cell->text, cell->len))
				diagnose_add(draft->diagnose, DIAGNOSE_WARNING,
				    cell->place,
				    "%s begins or ends with white space",
				    columns[j]);
		}
	}
}

bool
cell_read_table(struct csv_table *table, struct draft *draft,
    enum record_kind kind, const char *file, const char *const *columns,
    const char *required)
{
	const char *text;
	size_t len;
	enum status status;

	*table = (struct csv_table){ 0 };
	status = draft_read_text(&text, &len, draft, file, &draft->arena);
	draft->is_partial[kind] = status == STATUS_FOUND_FAULTS;
	if (status)
		return false;
	csv_read(table, text, len, file, columns, required, draft->diagnose,
	    &draft->arena);
	draft->is_partial[kind] = table->is_partial;
	if (draft->is_check)
		lint_cells(draft, table, columns);
	return true;
}

void
cell_say(struct draft *draft, const struct csv_field *cell, const char *before,
    const char *after)
{
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, cell->place, "%s\"%s\"%s",
	    before, cell->text, after);
}

void
cell_say_missing(struct draft *draft, const struct csv_field *cell,
    const char *what)
{
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, cell->place, "%s", what);
}

struct draft_text
cell_get_text(const struct csv_field *cell)
{
	return (struct draft_text){ cell->text, cell->len, cell->place };
}

int64_t
cell_find_row(struct draft *draft, enum record_kind kind,
    const struct csv_field *cell)
{
	const char *name = record_get_name(kind);
	const char *near;
	int64_t id = draft_find(draft, kind, cell->text, cell->len);

	if (id)
		return id;
	if (cell->len == 0) {
		diagnose_add(draft->diagnose, DIAGNOSE_ERROR, cell->place,
		    "%s is missing", name);
		return 0;
	}
	if (draft->is_partial[kind])
		return 0;
	near = names_find_nearest(&draft->names, (int)kind, cell->text,
	    cell->len);
	diagnose_add(draft->diagnose, DIAGNOSE_ERROR, cell->place,
	    "\"%s\" is no %s%s%s%s", cell->text, name,
	    near ? " (did you mean \"" : "", near ? near : "",
	    near ? "\"?)" : "");
	return 0;
}

bool
cell_read_advisory(struct draft *draft, const struct csv_field *cell)
{
	if (strcmp(cell->text, "graphic") == 0)
		return true;
	if (cell->len && strcmp(cell->text, "none") != 0)
		cell_say(draft, cell, "advisory ",
		    " is neither none nor graphic");
	return false;
}

/*
 * Digits from the first to the last that is no zero: up to DBL_DIG of them
 * come back from a double as they were written.
 */
static size_t
count_significant(const char *number)
{
	size_t count = 0, zeros = 0;

	for (const char *p = number; *p; p++) {
		if (*p == '0' && count > 0)
			zeros++;
		if (*p < '1' || *p > '9')
			continue;
		count += zeros + 1;
		zeros = 0;
	}
	return count;
}

double
cell_read_number(struct draft *draft, const struct csv_field *cell)
{
	const char *p = cell->text;
	size_t digits;

	if (cell->len == 0)
		return NAN;
	if (*p == '-')
		p++;
	digits = strspn(p, "0123456789");
	p += digits;
	if (*p == '.' && digits) {
		digits = strspn(++p, "0123456789");
		p += digits;
	}
	if (*p || digits == 0 || cell->len > 40) {
		cell_say(draft, cell, "", " is no plain decimal number");
		return NAN;
	}
	if (count_significant(cell->text) > DBL_DIG) {
		cell_say(draft, cell, "",
		    " has more than 15 significant digits");
		return NAN;
	}
	return strtod(cell->text, NULL);
}

bool
cell_read_date(struct date_range *out, struct draft *draft,
    const struct csv_field *cell)
{
	if (cell->len == 0)
		return false;
	if (date_parse(out, cell->text))
		return true;
	cell_say(draft, cell, "",
	    " is no date (2017, 2017-12, 2017-12-22, "
	    "1996/1999)");
	return false;
}

const char *
cell_read_plain(struct draft *draft, const struct csv_field *cell,
    const char *column)
{
	draft_check_plain(draft, column, cell->text, cell->place);
	return cell->text;
}

/* Words with single spaces between. */
static void
add_words(struct str *out, const char *text)
{
	const char *end = text + strlen(text);
	bool is_space_due = false;

	while (text < end) {
		int32_t c;
		size_t len = utf8_decode(&c, text, end);

		if (is_white(c)) {
			is_space_due = out->len > 0;
		} else {
			if (is_space_due)
				str_add_char(out, ' ');
			is_space_due = false;
			str_add(out, text, len);
		}
		text += len;
	}
}

const char *
cell_fold(struct draft *draft, const char *text)
{
	struct str words, folded;
	const char *copy;

	str_init(&words, 0);
	str_init(&folded, 0);
	add_words(&words, text);
	utf8_add_casefold(&folded, words.data, words.len);
	str_clear(&words);
	copy = arena_copy(&draft->arena, folded.data, folded.len);
	str_clear(&folded);
	return copy;
}
