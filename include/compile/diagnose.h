/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMPILE_DIAGNOSE_H
#define IBID_COMPILE_DIAGNOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/*
 * Messages about the text form of a collection, `file:line:column: message`,
 * collected over a whole run, sorted by file and place, and counted.
 */
enum diagnose_level {
	DIAGNOSE_NOTE,    /* said, counts for nothing */
	DIAGNOSE_WARNING, /* a finding of `ibid check`; compiling goes on */
	DIAGNOSE_ERROR    /* nothing is written */
};

struct diagnose {
	const char *folder; /* put before the files' names; lent, or NULL */
	bool is_ascii;      /* for a locale without UTF-8 */
	struct diagnose_message *messages;
	size_t count;
	size_t cap;
	size_t notes;
	size_t warnings;
	size_t errors;
};

/* A place in a file: line and column from 1, the column in characters. */
struct place {
	const char *file; /* relative to the collection's folder; lent */
	uint32_t line;    /* 0: the file as a whole */
	uint32_t column;
};

void diagnose_init(struct diagnose *d);
void diagnose_clear(struct diagnose *d);

/* Copies the file name; after 1,000 messages the rest is only counted. */
void diagnose_add(struct diagnose *d, enum diagnose_level level,
    struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/*
 * Prints the messages in the order of file, line, column, equal ones once:
 * errors bare, others as "warning: " and "note: " before the message.
 * Control and invisible characters are shown as <U+0007>.  Files are named
 * as they are found from where the program was started.
 */
void diagnose_print(const struct diagnose *d, FILE *to);

/*
 * Line and column of a byte offset in a text that the caller keeps: a table
 * of line starts (and of places within very long lines) that makes each
 * question a binary search.  A byte order mark takes no column.
 */
struct line_mark {
	uint32_t at;
	uint32_t line;
	uint32_t column;
};
struct line_table {
	const char *text;
	size_t len;
	struct line_mark *marks;
	size_t count;
	uint32_t first_column; /* of its first character; 1 after init */
};

/* first_line is the number of the text's first line; len is below 4 GB. */
void line_table_init(struct line_table *t, const char *text, size_t len,
    uint32_t first_line);
void line_table_clear(struct line_table *t);
struct place line_table_find(const struct line_table *t, const char *file,
    size_t at);

#endif
