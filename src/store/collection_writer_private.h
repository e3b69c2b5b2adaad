/* SPDX-License-Identifier: ISC */
#ifndef IBID_COLLECTION_WRITER_PRIVATE_H
#define IBID_COLLECTION_WRITER_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "db.h"
#include "store/collection_writer.h"

/* What the files that make up the writer share. */
enum writer_table {
	WRITER_COLLECTION,
	WRITER_TOPIC,
	WRITER_BLOCK,
	WRITER_PLACE,
	WRITER_KIND,
	WRITER_FOLDED_BLOCK,
	WRITER_FOLDED,
	WRITER_RUN,
	WRITER_SENTENCE,
	WRITER_SPAN,
	WRITER_LINK,
	WRITER_MEASURE,
	WRITER_FIGURE,
	WRITER_EVENT,
	WRITER_SOURCE,
	WRITER_SOURCE_VARIABLE,
	WRITER_SOURCE_NAME,
	WRITER_SOURCE_DATE,
	WRITER_CITATION,
	WRITER_STEP,
	WRITER_ORIGIN,
	WRITER_DISAGREEMENT,
	WRITER_MEMBER,
	WRITER_CHECKSUM,
	WRITER_TABLES
};

/* INSERT for each table, all columns in order; the last is NULL. */
extern const char *const collection_writer_sql[];

/*
 * Rows that wait: eight at once cost little more than half of what they
 * cost one by one.
 */
enum { WRITER_BATCH_ROWS = 8, WRITER_CELLS = 96 };

struct writer_cell {
	int type; /* SQLITE_INTEGER, SQLITE_TEXT ... */
	int64_t number;
	double real;
	size_t at; /* of a text or blob, in the batch's text */
	size_t len;
};

struct writer_batch {
	sqlite3_stmt *many; /* inserts WRITER_BATCH_ROWS rows, or NULL */
	struct writer_cell cells[WRITER_CELLS];
	int cell_count;
	int rows;
	struct str text;
	size_t too_long; /* bytes of a text that is, or 0 */
	size_t too_long_for;
};

struct collection_writer {
	struct db *db;
	const char *const *schema; /* what of it is yet to be made */
	struct writer_block {
		struct str places;
		struct str data;
	} block, folded_block; /* being filled */
	size_t block_limit_bytes;
	int64_t block_first;  /* its first passage, or 0 */
	uint32_t block_count; /* of its passages */
	struct str folded;    /* scratch */
	struct str map;
	struct {
		int64_t first, last;
		struct passage_owner owner;
	} run;                       /* that may go on; first 0: none */
	int64_t last[WRITER_TABLES]; /* row ids given so far */
	struct writer_batch batches[WRITER_TABLES];
};

/*
 * A row being put together, column by column from the left.  A text that is
 * too long comes out at the end, and what SQLite says there or later.
 */
struct writer_row {
	struct collection_writer *w;
	enum writer_table table;
	struct writer_batch *batch;
	int first; /* its first cell */
};

struct writer_row writer_begin(struct collection_writer *w,
    enum writer_table table);

/* The same, and the first column is the next id, which it returns in *id. */
struct writer_row writer_begin_next(int64_t *id, struct collection_writer *w,
    enum writer_table table);

void writer_add_int(struct writer_row *row, int64_t value);
void writer_add_row_id(struct writer_row *row, int64_t id);  /* 0: NULL */
void writer_add_bound(struct writer_row *row, double value); /* NAN: NULL */
void writer_add_text(struct writer_row *row, const char *text);
void writer_add_long_text(struct writer_row *row, const char *text);
void writer_add_bytes(struct writer_row *row, const char *bytes, size_t len,
    bool is_blob);

enum status writer_end(struct writer_row *row, struct error *err);

/* Writes the rows that wait. */
enum status writer_flush_rows(struct collection_writer *w, struct error *err);
void writer_clear_rows(struct collection_writer *w);

/* Writes the block and the run that are being filled, where there are any. */
enum status writer_flush_text(struct collection_writer *w, struct error *err);

#endif
