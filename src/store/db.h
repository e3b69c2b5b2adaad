/* SPDX-License-Identifier: ISC */
#ifndef IBID_DB_H
#define IBID_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/arena.h"
#include "base/error.h"

/*
 * A connection to SQLite with its prepared statements, for the modules of
 * the store.  A file that is read may be a stranger's and wrong in every
 * byte: it is opened defensively, and what one call may cost in steps of
 * SQLite, rows, bytes and time is bounded (db_start).
 */
enum {
	DB_STATEMENT_LIMIT = 256,
	DB_TEXT_LIMIT = 8192,        /* bytes of a text for the screen */
	DB_VALUE_LIMIT = 1000 * 1000 /* bytes of any value */
};

/* A kind of file: what its header says, and its schema. */
struct db_form {
	const char *name; /* "ibid collection" */
	uint32_t application_id;
	uint32_t version;
	const char *const *schema; /* ends with NULL; two PRAGMAs first */
};

struct db {
	sqlite3 *handle;
	char *path;
	uint64_t file_bytes; /* 0: not known, as it is being written */
	struct {
		const char *sql; /* lent: a constant */
		sqlite3_stmt *statement;
	} prepared[DB_STATEMENT_LIMIT];
	unsigned prepared_count;
	int failed;         /* of a bind or column, reported by db_next */
	int64_t steps_left; /* in hundreds */
	int64_t rows_left;
	int64_t bytes_left;
	int64_t seconds_allowed;
	int64_t deadline_us; /* 0: the clock has not been read */
	bool is_late;        /* it was passed */
};

/*
 * Opens a file for reading; the form and the schema are checked.  The lock
 * of reading is held until COMMIT.
 */
enum status db_open_reader(struct db **out, const char *path,
    const struct db_form *form, struct error *err);

/* Opens a file that is there already for writing, without safety nets. */
enum status db_open_writer(struct db **out, const char *path,
    struct error *err);

/* An empty one in memory, for SQLite's functions. */
enum status db_open_memory(struct db **out, struct error *err);

/* Takes NULL. */
void db_close(struct db *db);

/*
 * Begins a call: it may take what a whole and sound file of this size can
 * need, times `times`.
 */
void db_start(struct db *db, int times);

/*
 * The statement with that text, prepared on first use and kept; it is known
 * by the address of sql, which stays valid.  Bound values stay from the last
 * use.
 */
enum status db_use(sqlite3_stmt **out, struct db *db, const char *sql,
    struct error *err);

/* Runs a statement without results, once. */
enum status db_run(struct db *db, const char *sql, struct error *err);

void db_bind_int(struct db *db, sqlite3_stmt *s, int at, int64_t value);
void db_bind_real(struct db *db, sqlite3_stmt *s, int at, double value);

/* Lent until the statement is reset; NULL binds NULL. */
void db_bind_text(struct db *db, sqlite3_stmt *s, int at, const char *text);
void db_bind_bytes(struct db *db, sqlite3_stmt *s, int at, const char *text,
    size_t len, bool is_blob);
void db_bind_null(struct db *db, sqlite3_stmt *s, int at);

/*
 * The next row.  STATUS_NOT_FOUND, without a message, behind the last; the
 * statement is reset then, and where it failed.
 */
enum status db_next(struct db *db, sqlite3_stmt *s, struct error *err);

/*
 * Resets the statement, whether it is at its end or not.  Returns status, or
 * what failed in reading its columns.
 */
enum status db_end(struct db *db, sqlite3_stmt *s, enum status status,
    struct error *err);

/* The same for a loop over rows, where having seen the last is no fault. */
enum status db_end_rows(struct db *db, sqlite3_stmt *s, enum status status,
    struct error *err);

/* Whether a statement whose only parameter is id has a row. */
enum status db_find_row(bool *out, struct db *db, const char *sql, int64_t id,
    struct error *err);

/* A number of things: what is negative or too large is cut. */
uint32_t db_get_count(sqlite3_stmt *s, int column);
static inline int64_t
db_get_int(sqlite3_stmt *s, int column)
{
	return sqlite3_column_int64(s, column);
}

static inline bool
db_is_null(sqlite3_stmt *s, int column)
{
	return sqlite3_column_type(s, column) == SQLITE_NULL;
}

bool db_is_text(sqlite3_stmt *s, int column, const char *text);

/* A text as it stands in the file; lent until the next row. */
struct db_bytes {
	const char *bytes;
	size_t len;
};
struct db_bytes db_get_bytes(sqlite3_stmt *s, int column);
bool db_bytes_are(struct db_bytes b, const char *text);

/*
 * A text as well-formed UTF-8, in the arena; NULL for NULL.  One of more
 * than DB_TEXT_LIMIT bytes (db_copy_long_text: DB_VALUE_LIMIT) makes the
 * next db_next() fail.
 */
char *db_copy_text(struct db *db, sqlite3_stmt *s, int column,
    struct arena *arena);
char *db_copy_long_text(struct db *db, sqlite3_stmt *s, int column,
    struct arena *arena);

/* The same with "" for NULL. */
char *db_copy_filled(struct db *db, sqlite3_stmt *s, int column,
    struct arena *arena);

/* Takes bytes and rows from what this call may still cost. */
bool db_spend(struct db *db, size_t bytes);

/* Status and message for what SQLite answered. */
enum status db_fail(const struct db *db, int code, struct error *err);

/* "PATH: damaged: ..." */
enum status db_fail_damaged(const struct db *db, struct error *err,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
