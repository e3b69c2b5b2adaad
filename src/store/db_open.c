/* SPDX-License-Identifier: ISC */
#include "db.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "db_header.h"

/*
 * Opening as SQLite's "Defense Against The Dark Arts" advises for files of
 * strangers (https://www.sqlite.org/security.html), and with as few
 * statements as that allows: each one costs every start of the reader.
 *
 * There is no limit on SQLite's heap, as counting it costs a tenth of a
 * start.  What could fill it is bounded where it comes from: the schema by
 * its rows (steps) and their length, until it is known to be ours; then a
 * row by its columns and the length of a value, and the cache.
 */
enum {
	STEPS_A_CHECK = 1000,
	STEPS_TO_OPEN = 5000, /* ours has some 500 */
	SQL_LIMIT_BYTES = 4096,
	SECONDS_A_CALL = 10
};

static const struct {
	int what;
	int value;
} limits[] = { { SQLITE_LIMIT_LENGTH, DB_VALUE_LIMIT },
	{ SQLITE_LIMIT_SQL_LENGTH, SQL_LIMIT_BYTES },
	{ SQLITE_LIMIT_COLUMN, 64 }, { SQLITE_LIMIT_EXPR_DEPTH, 50 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 8 }, { SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 8 }, { SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 32 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 } };

/* Called by SQLite each STEPS_A_CHECK steps; anything but 0 interrupts. */
static int
check_budget(void *context)
{
	struct db *db = context;

	db->steps_left -= STEPS_A_CHECK;
	if (db->steps_left < 0)
		return 1;
	if (db->deadline_us == 0)
		db->deadline_us = clock_now_us() +
		    db->seconds_allowed * 1000000;
	db->is_late = clock_now_us() > db->deadline_us;
	return db->is_late;
}

/*
 * A sound file has no more rows than bytes / 4, each is read once or twice
 * by a call, and no text is read much more often than it stands there.
 */
void
db_start(struct db *db, int times)
{
	int64_t size = db->file_bytes > (uint64_t)1 << 40 ?
	    (int64_t)1 << 40 :
	    (int64_t)db->file_bytes;

	db->steps_left = (1000 * 1000 + 8 * size) * times;
	db->rows_left = (100 * 1000 + size / 4) * times;
	db->bytes_left = (1000 * 1000 + 4 * size) * times;
	db->seconds_allowed = times * (int64_t)SECONDS_A_CALL;
	db->deadline_us = 0;
	db->is_late = false;
	db->failed = SQLITE_OK;
}

static bool
is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c != '\0' && strchr("/._-", c));
}

/*
 * The path as a URI.  A relative one begins with "./", so that no name is
 * taken for an authority, for ":memory:" or for a URI of its own.
 */
static char *
make_uri(const char *path, bool is_immutable)
{
	struct str uri;

	str_init(&uri, 0);
	str_add_text(&uri, path[0] == '/' ? "file://" : "file:./");
	for (const char *p = path; *p; p++) {
		if (is_plain((unsigned char)*p))
			str_add_char(&uri, *p);
		else
			str_add_format(&uri, "%%%02X",
			    (unsigned)(unsigned char)*p);
	}
	if (is_immutable)
		str_add_text(&uri, "?immutable=1");
	return str_take(&uri);
}

/*
 * Whether we can write neither the file nor its folder.  Then SQLite is told
 * that nobody does: it takes no locks, which some read-only media refuse.
 */
static bool
is_out_of_reach(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str folder;
	bool can_write;

	if (access(path, W_OK) == 0)
		return false;
	str_init(&folder, 0);
	if (slash)
		str_add(&folder, path, (size_t)(slash - path) + 1);
	else
		str_add_text(&folder, ".");
	can_write = access(folder.data, W_OK) == 0;
	str_clear(&folder);
	return !can_write;
}

/* Once in a process; later calls are refused, without harm. */
static void
configure(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MMAP_SIZE, (sqlite3_int64)0,
	    (sqlite3_int64)0);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	/* Room for pages is taken page by page. */
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)NULL, 0, 0);
}

static enum status
open_uri(struct db **out, const char *path, const char *uri, int flags,
    struct error *err)
{
	struct db *db = mem_alloc_array(1, sizeof *db);
	enum status status;
	int code;

	configure();
	db->path = mem_copy_text(path);
	code = sqlite3_open_v2(uri, &db->handle,
	    flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
		SQLITE_OPEN_EXRESCODE,
	    NULL);
	if (code != SQLITE_OK) {
		status = db_fail(db, code, err);
		db_close(db);
		return status;
	}
	*out = db;
	return STATUS_OK;
}

static enum status
open_handle(struct db **out, const char *path, int flags, bool is_immutable,
    struct error *err)
{
	char *uri = make_uri(path, is_immutable);
	enum status status = open_uri(out, path, uri, flags, err);

	free(uri);
	return status;
}

static enum status
defend(struct db *db, struct error *err)
{
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
		sqlite3_limit(db->handle, limits[i].what, limits[i].value);
	sqlite3_progress_handler(db->handle, STEPS_A_CHECK, check_budget, db);
	return db_run(db, "PRAGMA cell_size_check=1", err);
}

/*
 * Takes the lock that all reading is done under.  A statement that needs no
 * schema comes first, or SQLite would lock the file to read its schema, let
 * it go, and lock it anew.
 */
static enum status
begin_to_read(struct db *db, struct error *err)
{
	return db_run(db, "BEGIN; PRAGMA user_version", err);
}

static const char read_schema[] =
    "SELECT type, name, tbl_name, sql FROM sqlite_schema /*scan*/"
    " ORDER BY rowid";

/* A word of a statement; returns what stands behind it. */
static const char *
take_word(struct db_bytes *word, const char *sql)
{
	word->bytes = sql;
	while (*sql && *sql != ' ' && *sql != '(')
		sql++;
	word->len = (size_t)(sql - word->bytes);
	while (*sql == ' ' || *sql == '(')
		sql++;
	return sql;
}

static bool
is_word(sqlite3_stmt *s, int column, struct db_bytes word)
{
	struct db_bytes b = db_get_bytes(s, column);

	return b.len == word.len && memcmp(b.bytes, word.bytes, b.len) == 0;
}

/*
 * Whether the row holds what CREATE put there: the statement, and the type,
 * name and table that it says.
 */
static bool
is_made_by(sqlite3_stmt *s, const char *sql)
{
	static const char unique[] = "UNIQUE ";
	const char *type;
	struct db_bytes name, word;

	if (!db_is_text(s, 3, sql))
		return false;
	sql = take_word(&word, sql); /* CREATE */
	if (strncmp(sql, unique, sizeof unique - 1) == 0)
		sql += sizeof unique - 1;
	type = *sql == 'I' ? "index" : *sql == 'V' ? "view" : "table";
	sql = take_word(&word, sql);
	sql = take_word(&name, sql);
	if (!db_is_text(s, 0, type) || !is_word(s, 1, name))
		return false;
	if (*type != 'i')
		return is_word(s, 2, name);
	sql = take_word(&word, sql); /* ON */
	take_word(&word, sql);
	return is_word(s, 2, word);
}

/*
 * Every object of the file is one of ours, word by word, so that nothing
 * that a stranger wrote in SQL is ever run.
 */
static enum status
check_schema(struct db *db, const struct db_form *form, struct error *err)
{
	const char *const *wanted = form->schema + 2;
	sqlite3_stmt *s;
	enum status status;
	int code;

	code = sqlite3_prepare_v2(db->handle, read_schema, -1, &s, NULL);
	if (code != SQLITE_OK)
		return db_fail(db, code, err);
	while ((status = db_next(db, s, err)) == STATUS_OK) {
		if (!*wanted || !is_made_by(s, *wanted))
			break;
		wanted++;
	}
	if (status == STATUS_OK || (status == STATUS_NOT_FOUND && *wanted))
		status = db_fail_damaged(db, err,
		    "its tables are not those of form %u",
		    (unsigned)form->version);
	else if (status == STATUS_NOT_FOUND)
		status = STATUS_OK;
	sqlite3_finalize(s);
	return status;
}

enum status
db_open_reader(struct db **out, const char *path, const struct db_form *form,
    struct error *err)
{
	struct db *db;
	uint64_t file_bytes;
	enum status status = db_header_check(&file_bytes, path, form, err);

	if (status == STATUS_OK)
		status = open_handle(&db, path, SQLITE_OPEN_READONLY,
		    is_out_of_reach(path), err);
	if (status != STATUS_OK)
		return status;
	db->file_bytes = file_bytes;
	db_start(db, 1);
	db->steps_left = STEPS_TO_OPEN;
	status = defend(db, err);
	if (status == STATUS_OK)
		status = begin_to_read(db, err);
	if (status == STATUS_OK)
		status = check_schema(db, form, err);
	if (status != STATUS_OK) {
		db_close(db);
		return status;
	}
	*out = db;
	return STATUS_OK;
}

enum status
db_open_writer(struct db **out, const char *path, struct error *err)
{
	struct db *db;
	enum status status = file_check_regular(path, err);

	if (status == STATUS_OK)
		status = open_handle(&db, path, SQLITE_OPEN_READWRITE, false,
		    err);
	if (status != STATUS_OK)
		return status;
	db->rows_left = INT64_MAX;
	db->bytes_left = INT64_MAX;
	*out = db;
	return STATUS_OK;
}

enum status
db_open_memory(struct db **out, struct error *err)
{
	struct db *db;
	enum status status = open_uri(&db, "memory",
	    ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, err);

	if (status != STATUS_OK)
		return status;
	db->rows_left = INT64_MAX;
	db->bytes_left = INT64_MAX;
	*out = db;
	return STATUS_OK;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	for (unsigned i = 0; i < db->prepared_count; i++)
		sqlite3_finalize(db->prepared[i].statement);
	sqlite3_close(db->handle);
	free(db->path);
	free(db);
}
