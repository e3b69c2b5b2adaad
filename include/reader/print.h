/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_PRINT_H
#define IBID_READER_PRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "model/citation.h"

/*
 * Records printed as csv, tsv, json or jsonl.  What a record has is said by
 * a table of fields, so that each format is one walk over it; the text
 * format is each command's own.
 */
enum print_type {
	PRINT_TEXT,     /* const char *; null where NULL or empty */
	PRINT_WORD,     /* const char *; empty stays empty */
	PRINT_NUMBER,   /* double; null where NAN */
	PRINT_COUNT,    /* uint32_t */
	PRINT_LEVEL,    /* int */
	PRINT_ID,       /* int64_t */
	PRINT_FLAG,     /* bool */
	PRINT_ADVISORY, /* bool: "graphic" or "none" */
	PRINT_KIND,     /* enum record_kind */
	PRINT_PASSAGE,  /* enum passage_kind */
	PRINT_ROLE,     /* enum step_role */
	PRINT_SEEN,     /* enum step_seen */
	PRINT_TEXTS,    /* const char **; their count at count_at */
	PRINT_LINES,    /* const char *: texts divided by line feeds */
	PRINT_JSON,     /* const char *: a JSON object; null where it is none */
	PRINT_LOCATOR,  /* struct step */
	PRINT_CITATIONS, /* const struct citation *; count at count_at */
	PRINT_RANGES,    /* const struct pattern_range *; count at count_at */
	PRINT_RECORDS    /* array of records; count at count_at */
};

/* Adds to a csv or tsv field what stands there for a nested record. */
typedef void print_add_text(struct str *out, const void *record);

struct print_nested;

struct print_field {
	const char *name; /* NULL ends a table */
	enum print_type type;
	size_t at; /* offset in the record */
	size_t count_at;
	const struct print_nested *nested; /* of PRINT_RECORDS */
};

struct print_nested {
	const struct print_field *fields;
	size_t size_bytes;
	print_add_text *add_text;
	char divider; /* between two, in csv and tsv */
};

/* Where what is printed goes. */
struct print_sink {
	void (*add)(void *context, const char *bytes, size_t len);
	void *context;
	unsigned clean; /* enum clean_flag for the texts of csv and tsv */
	bool is_utf8;   /* or JSON escapes what is no ASCII */
};

struct printer {
	const struct print_format *format;
	struct print_sink sink;
	struct str line; /* what is being put together */
	const struct print_field *fields;
	bool is_list;
	size_t record_count;
};

/* One way to print, by adding to the line; text has no functions. */
struct print_format {
	const char *name;
	void (*begin)(struct printer *p);
	void (*record)(struct printer *p, const void *record);
	void (*end)(struct printer *p);
};

/* NULL where no format has that name; the names, ending with NULL. */
const struct print_format *print_find_format(const char *name);
const char *const *print_get_format_names(void);
bool print_is_text(const struct print_format *format);

/* A list, or a single record, of these fields. */
void print_begin(struct printer *p, const struct print_format *format,
    struct print_sink sink, const struct print_field *fields, bool is_list);
void print_record(struct printer *p, const void *record);
void print_end(struct printer *p);

/* One record by itself. */
void print_one(const struct print_format *format, struct print_sink sink,
    const struct print_field *fields, const void *record);

/* The parts of the formats, for tests too. */

/* Adds a JSON string; what is no ASCII is escaped where not is_utf8. */
void print_add_json_text(struct str *out, const char *text, size_t len,
    bool is_utf8);
/* A number as JSON: no decimal point where it is whole, null for NAN. */
void print_add_json_number(struct str *out, double number);
void print_add_json_record(struct str *out, const struct print_field *fields,
    const void *record, bool is_utf8);

/* A field of csv (quoted where it must be) or tsv (escaped). */
void print_add_csv_text(struct str *out, const char *text, size_t len);
void print_add_tsv_text(struct str *out, const char *text, size_t len);

extern const struct print_format print_format_csv, print_format_tsv,
    print_format_json, print_format_jsonl;

#endif
