/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSV_H
#define IBID_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "compile/diagnose.h"

/*
 * CSV after RFC 4180, with the place of every field: fields divided by
 * commas, rows by LF or CRLF, quoted fields with doubled quotes and line
 * breaks inside (a CRLF there becomes LF), a byte order mark passed over.
 * Rows that are empty are passed over.
 */
struct csv_field {
	const char *text; /* NUL-terminated, quotes removed */
	size_t len;
	size_t source_at;   /* first byte of the content in the file */
	struct place place; /* of the content's first character */
};

struct csv_row {
	struct csv_field *fields; /* one for each column asked for */
	uint32_t line;
};

struct csv_table {
	struct csv_row *rows;
	uint32_t row_count;
	bool is_partial; /* rows were left out, which was said */
};

/*
 * Reads a table whose first row names its columns: columns (ends with
 * NULL) in any order; a name that is unknown, missing or there twice, a row
 * with too few or many fields, and a quote that is out of place are errors
 * in d.  required[i] is 0 where column i may be left out; its field is then
 * empty, at the row's place.  A row in error is left out, and so is every
 * row where a required column is missing.
 */
void csv_read(struct csv_table *out, const char *text, size_t len,
    const char *file, const char *const *columns, const char *required,
    struct diagnose *d, struct arena *arena);

#endif
