/* SPDX-License-Identifier: ISC */
#include "verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "checksum.h"
#include "db_text.h"

/*
 * From the outside in: SQLite's own check of its pages, the checksum of each
 * table with the form of its text, what the rows say of each other, and the
 * text itself.  Pages that are wrong can make the later parts say or cost
 * anything, so these are left out then.
 */
enum { CHECK_PAGES, FIND_CHECKSUM };

const char *const verify_sql[] = {
	[CHECK_PAGES] = "PRAGMA integrity_check(100)",
	[FIND_CHECKSUM] = "SELECT rows, hash FROM checksum WHERE name = ?1",
	NULL
};

enum { TIMES = 20 }; /* what an ordinary call may cost */

void
verify_say(struct verify *v, const char *format, ...)
{
	char text[ERROR_MESSAGE_SIZE];
	struct str line;
	va_list args;

	if (v->faults++ >= VERIFY_FAULT_LIMIT)
		return;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	str_init(&line, 3 * sizeof text);
	db_text_add_filtered(&line, text);
	v->report(v->context, line.data ? line.data : "");
	str_clear(&line);
}

enum status
verify_note(struct verify *v, enum status status, struct error *err)
{
	const char *path = v->c->db->path;
	size_t len = strlen(path);
	const char *what = err->message;

	if (status != STATUS_CORRUPT && status != STATUS_NOT_FOUND)
		return status;
	if (strncmp(what, path, len) == 0 && what[len] == ':')
		what += len + 2;
	verify_say(v, "%s", what);
	return STATUS_OK;
}

/* A statement whose rows are lines; "ok" is none. */
static enum status
run_rule(struct verify *v, const char *sql, struct error *err)
{
	struct db *db = v->c->db;
	sqlite3_stmt *s;
	int code;
	enum status status;

	db_start(db, TIMES);
	code = sqlite3_prepare_v2(db->handle, sql, -1, &s, NULL);
	if (code != SQLITE_OK)
		return db_fail(db, code, err);
	while (v->faults < VERIFY_FAULT_LIMIT &&
	    (status = db_next(db, s, err)) == STATUS_OK) {
		struct arena arena = { NULL };
		const char *line = db_copy_filled(db, s, 0, &arena);

		if (strcmp(line, "ok") != 0)
			verify_say(v, "%s", line);
		arena_clear(&arena);
	}
	sqlite3_finalize(s);
	if (v->faults >= VERIFY_FAULT_LIMIT || status == STATUS_NOT_FOUND)
		return STATUS_OK;
	return verify_note(v, status, err);
}

/* CSL is kept as it was written, and folded text is decomposed. */
static bool
is_normal(const char *table, const char *column)
{
	return strcmp(table, "folded") != 0 && strcmp(column, "csl") != 0;
}

static void
check_texts(struct verify *v, const char *table, int64_t row, sqlite3_stmt *s)
{
	int columns = sqlite3_column_count(s);

	for (int i = 0; i < columns; i++) {
		const char *text;
		size_t len;
		const char *column = sqlite3_column_name(s, i);

		if (sqlite3_column_type(s, i) != SQLITE_TEXT)
			continue;
		text = sqlite3_column_blob(s, i);
		len = text ? (size_t)sqlite3_column_bytes(s, i) : 0;
		if (len == 0)
			continue;
		if (!db_text_is_sound(text, len))
			verify_say(v, "%s, row %lld: %s is not UTF-8", table,
			    (long long)row, column);
		else if (is_normal(table, column) && !utf8_is_nfc(text, len))
			verify_say(v, "%s, row %lld: %s is not in NFC", table,
			    (long long)row, column);
	}
}

static enum status
read_table(struct verify *v, struct checksum *sum,
    const struct checksum_table *table, struct error *err)
{
	struct db *db = v->c->db;
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, table->sql, err);

	checksum_begin(sum);
	if (status != STATUS_OK)
		return status;
	while ((status = db_next(db, s, err)) == STATUS_OK) {
		checksum_add_row(sum, s);
		check_texts(v, table->name, sum->rows, s);
	}
	return db_end_rows(db, s, status, err);
}

static enum status
compare_checksum(struct verify *v, const struct checksum *sum,
    const char *table, struct error *err)
{
	struct db *db = v->c->db;
	char text[CHECKSUM_TEXT_SIZE];
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, verify_sql[FIND_CHECKSUM], err);

	if (status != STATUS_OK)
		return status;
	db_bind_text(db, s, 1, table);
	status = db_next(db, s, err);
	checksum_format(text, sum);
	if (status == STATUS_NOT_FOUND)
		verify_say(v, "table %s has no checksum", table);
	else if (status == STATUS_OK &&
	    (db_get_int(s, 0) != sum->rows || !db_is_text(s, 1, text)))
		verify_say(v,
		    "table %s is not as it was written: its "
		    "checksum is wrong",
		    table);
	return db_end_rows(db, s, status, err);
}

static enum status
check_table(struct verify *v, const struct checksum_table *table,
    struct error *err)
{
	struct checksum sum;
	enum status status;

	db_start(v->c->db, TIMES);
	status = read_table(v, &sum, table, err);
	if (status == STATUS_OK)
		status = compare_checksum(v, &sum, table->name, err);
	return verify_note(v, status, err);
}

static enum status
check_tables(struct verify *v, struct error *err)
{
	enum status status = STATUS_OK;

	for (const struct checksum_table *table = checksum_tables;
	     table->name && status == STATUS_OK; table++)
		status = check_table(v, table, err);
	return status;
}

static enum status
check_all(struct verify *v, struct error *err)
{
	enum status status = run_rule(v, verify_sql[CHECK_PAGES], err);
	unsigned broken = v->faults;

	if (status == STATUS_OK)
		status = check_tables(v, err);
	if (status != STATUS_OK || broken)
		return status;
	for (const char *const *rule = verify_rules; *rule; rule++) {
		status = run_rule(v, *rule, err);
		if (status != STATUS_OK)
			return status;
	}
	return verify_text(v, err);
}

enum status
collection_verify(struct collection *c, collection_report *report,
    void *context, struct error *err)
{
	struct verify v = { .c = c, .report = report, .context = context };
	struct error mine;
	enum status status = check_all(&v, err ? err : &mine);

	status = collection_end(c, status);
	if (status == STATUS_OK && v.faults)
		return error_set(err, STATUS_CORRUPT, "%s: %u %s", c->db->path,
		    v.faults, v.faults == 1 ? "fault" : "faults");
	return status;
}
