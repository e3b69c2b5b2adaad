/* SPDX-License-Identifier: ISC */
#include "csv.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "suggestion.h"

#define COLUMNS_MAX 1000

/*
 * One pass over the bytes, which counts lines and columns as it goes.  A
 * row's fields are gathered in `fields`; those past the wanted number are
 * counted alone, so that a hostile row takes no memory.
 */
struct reader {
	const char *text;
	size_t len;
	size_t at;
	struct place here;
	struct diagnose *d;
	struct arena *arena;

	struct csv_field *fields; /* of the row that is read */
	size_t wanted;            /* room there is in it */
	size_t field_count;       /* fields that the row has */
	bool is_faulty;           /* the row; said already */
};

static void
say(struct reader *r, struct place place, const char *what)
{
	diagnose_add(r->d, DIAGNOSE_ERROR, place, "%s", what);
	r->is_faulty = true;
}

/* Steps over a byte; columns count characters, at their first byte. */
static void
step(struct reader *r)
{
	bool is_line = r->text[r->at++] == '\n';

	if (is_line) {
		r->here.line++;
		r->here.column = 1;
	} else if (r->at == r->len || !utf8_is_inside(r->text[r->at])) {
		r->here.column++;
	}
}

static bool
is_at(const struct reader *r, size_t at, char c)
{
	return at < r->len && r->text[at] == c;
}

/* Bytes of the line break that begins here, or 0. */
static size_t
line_break_len(const struct reader *r)
{
	if (is_at(r, r->at, '\n'))
		return 1;
	return is_at(r, r->at, '\r') && is_at(r, r->at + 1, '\n') ? 2 : 0;
}

static bool
is_field_end(const struct reader *r)
{
	return r->at == r->len || r->text[r->at] == ',' ||
	    line_break_len(r) > 0;
}

/* The content of a quoted field: quotes single, line breaks LF. */
static void
unquote(struct csv_field *field, struct arena *arena, const char *from,
    size_t len)
{
	char *text = arena_alloc(arena, len + 1);
	size_t out = 0;

	for (size_t i = 0; i < len; i++) {
		if (i + 1 < len &&
		    (memcmp(from + i, "\"\"", 2) == 0 ||
			memcmp(from + i, "\r\n", 2) == 0))
			i++;
		text[out++] = from[i];
	}
	text[out] = '\0';
	field->text = text;
	field->len = out;
}

static void
read_quoted(struct reader *r, struct csv_field *field, bool is_kept)
{
	struct place quote = r->here;
	size_t from;

	step(r);
	from = r->at;
	field->source_at = from;
	field->place = r->here;
	while (r->at < r->len) {
		if (r->text[r->at] == '"') {
			if (!is_at(r, r->at + 1, '"'))
				break;
			step(r);
		}
		step(r);
	}
	if (is_kept)
		unquote(field, r->arena, r->text + from, r->at - from);
	if (r->at == r->len) {
		say(r, quote, "quote is not closed");
		return;
	}
	step(r);
	if (!is_field_end(r))
		say(r, r->here,
		    "text after the closing quote: a quote "
		    "inside a field is doubled");
	while (!is_field_end(r))
		step(r);
}

static void
read_plain(struct reader *r, struct csv_field *field, bool is_kept)
{
	size_t from = r->at;
	bool has_quote = false;

	field->source_at = from;
	field->place = r->here;
	while (!is_field_end(r)) {
		if (r->text[r->at] == '"' && !has_quote) {
			say(r, r->here,
			    "quote inside a field that does not "
			    "begin with one");
			has_quote = true;
		}
		step(r);
	}
	if (!is_kept || r->at == from)
		return;
	field->len = r->at - from;
	field->text = arena_copy(r->arena, r->text + from, field->len);
}

/* Reads the next row that is not empty; false at the end. */
static bool
read_row(struct reader *r, struct place *start)
{
	bool is_more;

	while (line_break_len(r) > 0)
		step(r);
	if (r->at == r->len)
		return false;
	*start = r->here;
	r->field_count = 0;
	r->is_faulty = false;
	do {
		bool is_kept = r->field_count < r->wanted;
		struct csv_field field = { .text = "" };

		if (is_at(r, r->at, '"'))
			read_quoted(r, &field, is_kept);
		else
			read_plain(r, &field, is_kept);
		if (is_kept)
			r->fields[r->field_count] = field;
		r->field_count++;
		is_more = is_at(r, r->at, ',');
		if (is_more)
			step(r);
	} while (is_more);
	return true;
}

/* What the header says: which of its fields stands for a column. */
struct header {
	const char *const *columns; /* asked for */
	size_t column_count;
	size_t *position;   /* of each, from 1; 0: not there */
	size_t field_count; /* fields that every row has */
	bool is_usable;
};

static size_t
find_column(const struct header *h, const struct csv_field *name)
{
	size_t i;

	for (i = 0; i < h->column_count; i++) {
		if (strlen(h->columns[i]) == name->len &&
		    memcmp(h->columns[i], name->text, name->len) == 0)
			break;
	}
	return i;
}

/* A name that does not fit is compared with those that are still free. */
static void
say_unknown(struct reader *r, const struct header *h,
    const struct csv_field *name)
{
	struct suggestion s;

	if (name->len == 0) {
		say(r, name->place, "column has no name");
		return;
	}
	suggestion_begin(&s, name->text);
	for (size_t i = 0; i < h->column_count; i++) {
		if (h->position[i] == 0)
			suggestion_offer(&s, h->columns[i]);
	}
	suggestion_report(&s, r->d, DIAGNOSE_ERROR, name->place, "column");
}

static void
take_names(struct reader *r, struct header *h)
{
	for (size_t i = 0; i < h->field_count; i++) {
		const struct csv_field *name = &r->fields[i];
		size_t column = find_column(h, name);

		if (column == h->column_count)
			continue;
		if (h->position[column] != 0)
			diagnose_add(r->d, DIAGNOSE_ERROR, name->place,
			    "duplicate column \"%s\"", name->text);
		else
			h->position[column] = i + 1;
	}
	for (size_t i = 0; i < h->field_count; i++) {
		if (find_column(h, &r->fields[i]) == h->column_count)
			say_unknown(r, h, &r->fields[i]);
	}
}

static void
read_header(struct reader *r, struct header *h, const char *required)
{
	struct place start;

	h->is_usable = read_row(r, &start);
	if (!h->is_usable) {
		say(r, r->here,
		    "there is no header: the first row names the "
		    "columns");
		return;
	}
	h->field_count = r->field_count;
	if (h->field_count > COLUMNS_MAX) {
		diagnose_add(r->d, DIAGNOSE_ERROR, start,
		    "header has %zu columns, more than %d", h->field_count,
		    COLUMNS_MAX);
		h->is_usable = false;
		return;
	}
	take_names(r, h);
	for (size_t i = 0; i < h->column_count; i++) {
		if (h->position[i] != 0 || !required[i])
			continue;
		diagnose_add(r->d, DIAGNOSE_ERROR, start,
		    "column \"%s\" is missing", h->columns[i]);
		h->is_usable = false;
	}
}

/* The row's fields in the order of the columns asked for. */
static struct csv_row
arrange_row(const struct reader *r, const struct header *h, struct place start)
{
	struct csv_row row = { .line = start.line };

	row.fields = arena_alloc_array(r->arena, h->column_count,
	    sizeof(*row.fields));
	for (size_t i = 0; i < h->column_count; i++) {
		if (h->position[i] != 0)
			row.fields[i] = r->fields[h->position[i] - 1];
		else
			row.fields[i] = (struct csv_field){ .text = "",
				.place = start };
	}
	return row;
}

/* Rows after a header of no use are read for their own faults alone. */
static void
read_rows(struct csv_table *out, struct reader *r, const struct header *h)
{
	struct csv_row *rows = NULL;
	size_t count = 0, cap = 0;
	struct place start;

	while (read_row(r, &start)) {
		if (r->field_count != h->field_count && !r->is_faulty) {
			diagnose_add(r->d, DIAGNOSE_ERROR, start,
			    "row has %zu fields, the header %zu",
			    r->field_count, h->field_count);
			r->is_faulty = true;
		}
		if (r->is_faulty || !h->is_usable) {
			out->is_partial = true;
			continue;
		}
		if (count == cap) {
			cap = cap > 0 ? 2 * cap : 64;
			rows = mem_resize_array(rows, cap, sizeof(*rows));
		}
		rows[count++] = arrange_row(r, h, start);
	}
	out->rows = arena_alloc_array(r->arena, count, sizeof(*rows));
	if (count > 0)
		memcpy(out->rows, rows, count * sizeof(*rows));
	out->row_count = (uint32_t)count;
	free(rows);
}

void
csv_read(struct csv_table *out, const char *text, size_t len, const char *file,
    const char *const *columns, const char *required, struct diagnose *d,
    struct arena *arena)
{
	struct reader r = { .text = text,
		.len = len,
		.d = d,
		.arena = arena,
		.here = { .file = file, .line = 1, .column = 1 },
		.wanted = COLUMNS_MAX };
	struct header h = { .columns = columns };

	*out = (struct csv_table){ 0 };
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		r.at = 3;
	while (columns[h.column_count] != NULL)
		h.column_count++;
	h.position = arena_alloc_array(arena, h.column_count + 1,
	    sizeof(*h.position));
	r.fields = mem_alloc_array(r.wanted, sizeof(*r.fields));
	read_header(&r, &h, required);
	out->is_partial = !h.is_usable;
	if (h.field_count > 0 && h.field_count <= COLUMNS_MAX) {
		r.wanted = h.field_count;
		read_rows(out, &r, &h);
	}
	free(r.fields);
}
