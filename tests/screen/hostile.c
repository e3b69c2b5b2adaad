/* SPDX-License-Identifier: ISC */
#include "hostile.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* ---- Payloads ---- */

static const char *const payloads[] = {
	"\033]0;OWNED\007", /* a window's title */
	"\033[5;8mOWNED",   /* blinks, and cannot be seen */
	"\xc2\x9b"
	"5;8mOWNED", /* the same with C1 */
	"\x9b"
	"5;8mOWNED",             /* and with a raw byte */
	"\033P$q\"p\033\\OWNED", /* asks, and types the answer */
	"\033[6n\033[21tOWNED",  /* the same, shorter */
	"\xc2\x90"
	"OWNED\xc2\x9c",                 /* a string of C1 */
	"\016OWNED\017",                 /* another character set */
	"\033cOWNED\033[2J\033[H",       /* starts the terminal anew */
	"\033]52;c;T1dORUQ=\007OWNED",   /* the clipboard */
	"\xe2\x80\xaeOWNED\xe2\x80\xac", /* right to left */
	"\xe2\x81\xa6OWNED\xe2\x81\xa9\xe2\x80\x8f", /* the same, newer */
	"\xe2\x80\x8bOWN\xe2\x80\x8d\xe2\x81\xa0"
	"ED\xef\xbb\xbf",
	"\xf3\xa0\x81\x81\xf3\xa0\x81\xbf"
	"OWNED", /* tags */
	"\b\b\b\bOWNED\r\v\f\x7f\a",
	"\xef\xbf\xb9OWNED\xef\xbf\xba\xef\xbf\xbb", /* annotations */
	"\xc2\xad\xcd\x8f\xe1\xa0\x8eOWNED\xe3\x85\xa4",
};
enum { PAYLOAD_COUNT = sizeof payloads / sizeof *payloads, MARKS = 1000 };

static void
add_payload(struct str *out, unsigned which)
{
	if (which % (PAYLOAD_COUNT + 1) < PAYLOAD_COUNT) {
		str_add_text(out, payloads[which % (PAYLOAD_COUNT + 1)]);
		return;
	}
	str_add_text(out, "OWNEDa");
	for (int i = 0; i < MARKS; i++)
		str_add_code_point(out, 0x300 + i % 0x40);
}

/* ---- Writing them ---- */

static void
give_up(sqlite3 *db, const char *what)
{
	fprintf(stderr, "# %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
	exit(99);
}

/* payload(): another at each call. */
static void
call_payload(sqlite3_context *context, int count, sqlite3_value **values)
{
	unsigned *which = sqlite3_user_data(context);
	struct str text;

	(void)count;
	(void)values;
	str_init(&text, 0);
	add_payload(&text, (*which)++);
	sqlite3_result_text(context, text.data, (int)text.len,
	    SQLITE_TRANSIENT);
	str_clear(&text);
}

/*
 * poison(BLOB, N): words of a block's text overwritten by payloads, its
 * length as it was: what is said of places in it stays true.
 */
static void
call_poison(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct str text;
	unsigned which = (unsigned)sqlite3_value_int(values[1]);
	int size = sqlite3_value_bytes(values[0]);
	size_t at = 7;

	(void)count;
	str_init(&text, 0);
	str_add(&text, sqlite3_value_blob(values[0]), (size_t)size);
	while (at < text.len) {
		struct str payload;

		str_init(&payload, 0);
		add_payload(&payload, which++);
		/* The thousand marks are left to a long text. */
		if (at + payload.len < text.len && payload.len < text.len / 2)
			memcpy(text.data + at, payload.data, payload.len);
		at += (payload.len < text.len / 2 ? payload.len : 0) + 23;
		str_clear(&payload);
	}
	sqlite3_result_blob(context, text.data, (int)text.len,
	    SQLITE_TRANSIENT);
	str_clear(&text);
}

static void
run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		give_up(db, sql);
}

/* What says of which kind a thing is is no text. */
static bool
is_left_alone(const char *table, const char *column)
{
	static const char *const names[] = { "span.kind", "link.from_kind",
		"link.to_kind", "disagreement.kind", "disagreement_member.kind",
		"kind.of", "kind.name", "collection.key", "step.role",
		"step.seen", "place.field", "topic.advisory", "figure.advisory",
		"event.advisory", "source.kind", "source_variable.variable",
		"source_name.variable", "source_date.variable" };
	char name[256];

	snprintf(name, sizeof name, "%s.%s", table, column);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return strcmp(table, "checksum") == 0;
}

/* Every column of text gets payloads, another in each row. */
static void
poison_columns(sqlite3 *db)
{
	static const char columns[] =
	    "SELECT m.name, c.name FROM sqlite_schema AS m,"
	    " pragma_table_info(m.name) AS c"
	    " WHERE m.type = 'table' AND c.type = 'TEXT'";
	static const char numbers[] = " AND key NOT LIKE 'count.%'";
	sqlite3_stmt *stmt;
	struct str sql;

	str_init(&sql, 0);
	if (sqlite3_prepare_v2(db, columns, -1, &stmt, NULL) != SQLITE_OK)
		give_up(db, columns);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);
		const char *column = (const char *)sqlite3_column_text(stmt, 1);

		if (is_left_alone(table, column))
			continue;
		str_add_format(&sql,
		    "UPDATE %s SET %s = substr(%s, 1, 3) || payload()"
		    " || substr(%s, 4) WHERE %s IS NOT NULL%s;",
		    table, column, column, column, column,
		    strcmp(table, "collection") == 0 ? numbers : "");
	}
	sqlite3_finalize(stmt);
	run(db, sql.data);
	str_clear(&sql);
}

void
hostile_make(const char *path)
{
	sqlite3 *db;
	unsigned which = 0;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		give_up(db, path);
	sqlite3_create_function(db, "payload", 0, SQLITE_UTF8, &which,
	    call_payload, NULL, NULL);
	sqlite3_create_function(db, "poison", 2, SQLITE_UTF8, NULL, call_poison,
	    NULL, NULL);
	run(db, "BEGIN");
	poison_columns(db);
	run(db, "UPDATE block SET data = poison(data, id)");
	run(db, "COMMIT");
	if (sqlite3_close(db) != SQLITE_OK)
		give_up(db, path);
}

/* ---- Finding them ---- */

/* Escape sequences that no program of ours sends. */
static const struct {
	const char *bytes, *what;
} markers[] = {
	{ "\033]0;", "a title" },
	{ "OWNED\007", "a bell" },
	{ "\033[5;8m", "blinking" },
	{ "\033P$q", "a question" },
	{ "\033[6n", "a question for the cursor" },
	{ "\033[21t", "a question for the title" },
	{ "\033c", "a reset" },
	{ "\033]52;", "the clipboard" },
	{ "\b\b\b\bOWN", "backspaces" },
	{ "\v", "a vertical tab" },
	{ "\f", "a form feed" },
	{ "\x7f", "a delete" },
};

static const char *
find_character(const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len;
	unsigned marks = 0;

	while (at < end) {
		int32_t c;

		if ((unsigned char)*at < 0x80) {
			at++;
			marks = 0;
			continue;
		}
		len = utf8_decode(&c, at, end);
		at += len;
		if (len == 1)
			return "an ill-formed byte";
		if (c < 0xa0)
			return "a C1 control";
		if (utf8_is_invisible(c)) {
			printf("# U+%04X\n", (unsigned)c);
			return "an invisible character";
		}
		marks = c >= 0x300 && c < 0x370 ? marks + 1 : 0;
		if (marks > 8)
			return "a run of combining marks";
	}
	return NULL;
}

const char *
hostile_find(const char *bytes, size_t len, int has_shift_out)
{
	for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
		if (memmem(bytes, len, markers[i].bytes,
			strlen(markers[i].bytes)))
			return markers[i].what;
	}
	if (!has_shift_out &&
	    (memchr(bytes, '\016', len) || memchr(bytes, '\017', len)))
		return "a character set";
	return find_character(bytes, len);
}
