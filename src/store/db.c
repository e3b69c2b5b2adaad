/* SPDX-License-Identifier: ISC */
#include "db.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db_text.h"

/*
 * What SQLite's codes mean for someone who reads a file.  What is not here
 * can only come from a damaged file, as our statements are sound.
 */
static const struct {
	int code;
	enum status status;
	const char *meaning; /* NULL: SQLite's own words */
} meanings[] = { { SQLITE_BUSY, STATUS_IO, "another program is writing it" },
	{ SQLITE_LOCKED, STATUS_IO, "another program is writing it" },
	{ SQLITE_READONLY, STATUS_IO,
	    "a change to it was not finished; "
	    "its journal stands beside it" },
	{ SQLITE_PERM, STATUS_IO, NULL }, { SQLITE_IOERR, STATUS_IO, NULL },
	{ SQLITE_CANTOPEN, STATUS_IO, NULL }, { SQLITE_AUTH, STATUS_IO, NULL },
	{ SQLITE_PROTOCOL, STATUS_IO, NULL },
	{ SQLITE_FULL, STATUS_IO, "no space is left" },
	{ SQLITE_CONSTRAINT, STATUS_INVALID, NULL },
	{ SQLITE_INTERRUPT, STATUS_CORRUPT, "damaged: a query does not end" },
	{ SQLITE_NOMEM, STATUS_CORRUPT,
	    "damaged: a query wants too much memory" },
	{ SQLITE_TOOBIG, STATUS_CORRUPT, "damaged: a value is too large" } };

static enum status
find_meaning(const char **meaning, int code)
{
	for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
		if (meanings[i].code == (code & 0xFF)) {
			*meaning = meanings[i].meaning;
			return meanings[i].status;
		}
	}
	*meaning = NULL;
	return STATUS_CORRUPT;
}

enum status
db_fail(const struct db *db, int code, struct error *err)
{
	const char *meaning;
	enum status status = find_meaning(&meaning, code);
	struct str text;

	/* A slow machine is no fault of the file. */
	if ((code & 0xFF) == SQLITE_INTERRUPT && db->is_late)
		return error_set(err, STATUS_LIMIT,
		    "%s: takes too long to read: given up after %lld seconds",
		    db->path, (long long)db->seconds_allowed);
	if (meaning)
		return error_set(err, status, "%s: %s", db->path, meaning);
	str_init(&text, ERROR_MESSAGE_SIZE);
	db_text_add_filtered(&text,
	    sqlite3_errcode(db->handle) == code ||
		    sqlite3_extended_errcode(db->handle) == code ?
		sqlite3_errmsg(db->handle) :
		sqlite3_errstr(code));
	error_set(err, status,
	    status == STATUS_CORRUPT ? "%s: damaged: %s" : "%s: %s", db->path,
	    text.data ? text.data : "");
	str_clear(&text);
	return status;
}

enum status
db_fail_damaged(const struct db *db, struct error *err, const char *format, ...)
{
	char what[ERROR_MESSAGE_SIZE];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	return error_set(err, STATUS_CORRUPT, "%s: damaged: %s", db->path,
	    what);
}

enum status
db_use(sqlite3_stmt **out, struct db *db, const char *sql, struct error *err)
{
	unsigned i;
	int code;

	for (i = 0; i < db->prepared_count; i++) {
		if (db->prepared[i].sql == sql) {
			*out = db->prepared[i].statement;
			return STATUS_OK;
		}
	}
	assert(i < DB_STATEMENT_LIMIT);
	code = sqlite3_prepare_v3(db->handle, sql, -1,
	    SQLITE_PREPARE_PERSISTENT, &db->prepared[i].statement, NULL);
	if (code != SQLITE_OK)
		return db_fail(db, code, err);
	db->prepared[i].sql = sql;
	db->prepared_count++;
	*out = db->prepared[i].statement;
	return STATUS_OK;
}

enum status
db_run(struct db *db, const char *sql, struct error *err)
{
	int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? STATUS_OK : db_fail(db, code, err);
}

static void
note_failure(struct db *db, int code)
{
	if (code != SQLITE_OK && db->failed == SQLITE_OK)
		db->failed = code;
}

void
db_bind_int(struct db *db, sqlite3_stmt *s, int at, int64_t value)
{
	note_failure(db, sqlite3_bind_int64(s, at, value));
}

void
db_bind_real(struct db *db, sqlite3_stmt *s, int at, double value)
{
	note_failure(db, sqlite3_bind_double(s, at, value));
}

void
db_bind_text(struct db *db, sqlite3_stmt *s, int at, const char *text)
{
	note_failure(db,
	    text ? sqlite3_bind_text(s, at, text, -1, SQLITE_STATIC) :
		   sqlite3_bind_null(s, at));
}

void
db_bind_bytes(struct db *db, sqlite3_stmt *s, int at, const char *text,
    size_t len, bool is_blob)
{
	if (len > INT_MAX)
		note_failure(db, SQLITE_TOOBIG);
	else if (is_blob)
		note_failure(db,
		    sqlite3_bind_blob(s, at, text, (int)len, SQLITE_STATIC));
	else
		note_failure(db,
		    sqlite3_bind_text(s, at, text, (int)len, SQLITE_STATIC));
}

void
db_bind_null(struct db *db, sqlite3_stmt *s, int at)
{
	note_failure(db, sqlite3_bind_null(s, at));
}

static enum status
fail_step(struct db *db, sqlite3_stmt *s, int code, struct error *err)
{
	enum status status = db_fail(db, code, err);

	db->failed = SQLITE_OK;
	sqlite3_reset(s);
	return status;
}

enum status
db_next(struct db *db, sqlite3_stmt *s, struct error *err)
{
	int code = db->failed;

	if (code == SQLITE_OK && db->rows_left-- <= 0)
		code = SQLITE_INTERRUPT;
	if (code == SQLITE_OK)
		code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		return STATUS_OK;
	if (code != SQLITE_DONE)
		return fail_step(db, s, code, err);
	sqlite3_reset(s);
	return STATUS_NOT_FOUND;
}

enum status
db_end(struct db *db, sqlite3_stmt *s, enum status status, struct error *err)
{
	int code = db->failed;

	sqlite3_reset(s);
	db->failed = SQLITE_OK;
	if (code == SQLITE_OK ||
	    (status != STATUS_OK && status != STATUS_NOT_FOUND))
		return status;
	return db_fail(db, code, err);
}

enum status
db_end_rows(struct db *db, sqlite3_stmt *s, enum status status,
    struct error *err)
{
	status = db_end(db, s, status, err);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status
db_find_row(bool *out, struct db *db, const char *sql, int64_t id,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, sql, err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, id);
	status = db_next(db, s, err);
	*out = status == STATUS_OK;
	return db_end_rows(db, s, status, err);
}

uint32_t
db_get_count(sqlite3_stmt *s, int column)
{
	int64_t value = sqlite3_column_int64(s, column);

	if (value < 0)
		return 0;
	return value > INT32_MAX ? INT32_MAX : (uint32_t)value;
}

/* column_blob, unlike column_text, makes no copy to put a NUL behind it. */
struct db_bytes
db_get_bytes(sqlite3_stmt *s, int column)
{
	struct db_bytes b = { .bytes = sqlite3_column_blob(s, column) };

	if (b.bytes)
		b.len = (size_t)sqlite3_column_bytes(s, column);
	return b;
}

bool
db_bytes_are(struct db_bytes b, const char *text)
{
	return b.len == strlen(text) &&
	    (b.len == 0 || memcmp(b.bytes, text, b.len) == 0);
}

bool
db_is_text(sqlite3_stmt *s, int column, const char *text)
{
	return db_bytes_are(db_get_bytes(s, column), text);
}

bool
db_spend(struct db *db, size_t bytes)
{
	if ((uint64_t)bytes > (uint64_t)db->bytes_left) {
		note_failure(db, SQLITE_TOOBIG);
		return false;
	}
	db->bytes_left -= (int64_t)bytes;
	return true;
}

static char *
copy_column(struct db *db, sqlite3_stmt *s, int column, size_t limit_bytes,
    struct arena *arena)
{
	struct db_bytes b = db_get_bytes(s, column);

	if (!b.bytes && db_is_null(s, column))
		return NULL;
	if (b.len > limit_bytes) {
		note_failure(db, SQLITE_TOOBIG);
		b.len = 0;
	}
	if (!db_spend(db, b.len))
		b.len = 0;
	if (db_text_is_sound(b.bytes, b.len))
		return arena_copy(arena, b.bytes, b.len);
	return db_text_repair(&b.len, NULL, b.bytes, b.len, limit_bytes, arena);
}

char *
db_copy_text(struct db *db, sqlite3_stmt *s, int column, struct arena *arena)
{
	return copy_column(db, s, column, DB_TEXT_LIMIT, arena);
}

char *
db_copy_long_text(struct db *db, sqlite3_stmt *s, int column,
    struct arena *arena)
{
	return copy_column(db, s, column, DB_VALUE_LIMIT, arena);
}

char *
db_copy_filled(struct db *db, sqlite3_stmt *s, int column, struct arena *arena)
{
	char *text = db_copy_text(db, s, column, arena);

	return text ? text : arena_copy(arena, "", 0);
}
