/* SPDX-License-Identifier: ISC */
#include "json_tree.h"

#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/json_check.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "db.h"
#include "db_text.h"

/*
 * SQLite's functions are not proof against all that is no JSON (3.40 takes an
 * array for the name of a member, and then reads what it never wrote), so
 * nothing else gets to them.
 *
 * SQLite takes some 16 bytes a value while it parses, twice that while its
 * table grows; so what it may come to is counted before it begins.  How deep
 * values are nested it bounds itself.  Its functions cost time in proportion
 * to the text: the whole is parsed once for its members, and each member
 * once more for its tree.
 */
enum { TEXT_LIMIT_BYTES = 64 << 20, VALUE_LIMIT = 8 << 20 };

static const char single_sql[] =
    "SELECT EXISTS (SELECT 1 FROM json_each(?1) WHERE type <> 'object')";
static const char each_sql[] = "SELECT key, type, value FROM json_each(?1)";
static const char tree_sql[] =
    "SELECT id, parent, key, type, atom FROM json_tree(?1)";

struct json_tree {
	struct db *db;
	const char *text;
	int len;
	bool has_begun;
};

/* What SQLite calls them, by enum json_kind; the flag's two names apart. */
static const char *const type_names[] = { "null", "true", "integer", "text",
	"array", "object" };

static enum json_kind
find_kind(sqlite3_stmt *s, int column)
{
	for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
		if (db_is_text(s, column, type_names[i]))
			return (enum json_kind)i;
	}
	return db_is_text(s, column, "real") ? JSON_KIND_NUMBER :
	    db_is_text(s, column, "false")   ? JSON_KIND_FLAG :
					       JSON_KIND_NULL;
}

const char *
json_kind_get_name(enum json_kind kind)
{
	static const char *const names[] = { "null", "true or false",
		"a number", "text", "an array", "an object" };

	return names[kind];
}

/* Any character that cannot stand in a line becomes a space. */
static void
put_on_one_line(struct str *out, const char *text, size_t len)
{
	const char *end = text + len;
	int32_t code_point;

	while (text < end) {
		size_t step = utf8_decode(&code_point, text, end);

		if (utf8_is_control(code_point))
			str_add_char(out, ' ');
		else
			str_add(out, text, step);
		text += step;
	}
}

static const char *
copy_text(sqlite3_stmt *s, int column, struct arena *arena)
{
	struct db_bytes b = db_get_bytes(s, column);
	const char *text = b.bytes ? b.bytes : "", *copy;
	struct str line, nfc;
	size_t len = b.len;

	if (!db_text_is_sound(text, len))
		text = db_text_repair(&len, NULL, text, len,
		    3 * (size_t)TEXT_LIMIT_BYTES, arena);
	str_init(&line, 0);
	str_init(&nfc, 0);
	put_on_one_line(&line, text, len);
	utf8_add_nfc(&nfc, line.data ? line.data : "", line.len);
	text = nfc.data ? nfc.data : "";
	len = nfc.len;
	while (len && text[len - 1] == ' ')
		len--;
	while (len && *text == ' ') {
		text++;
		len--;
	}
	copy = arena_copy(arena, text, len);
	str_clear(&line);
	str_clear(&nfc);
	return copy;
}

static const char *
copy_key(sqlite3_stmt *s, int column, struct arena *arena)
{
	if (sqlite3_column_type(s, column) != SQLITE_TEXT)
		return "";
	return copy_text(s, column, arena);
}

static struct json_node *
new_node(sqlite3_stmt *s, int key, int type, int value, struct arena *arena)
{
	struct json_node *node = arena_alloc_array(arena, 1, sizeof *node);

	node->key = copy_key(s, key, arena);
	node->kind = find_kind(s, type);
	node->text = "";
	if (node->kind < JSON_KIND_ARRAY)
		node->text = copy_text(s, value, arena);
	return node;
}

static void
add_child(struct json_node *parent, struct json_node *child)
{
	child->parent = parent;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

/* No more values than this stand in the text. */
static size_t
count_values(const char *text, size_t len)
{
	size_t count = 1;

	for (size_t i = 0; i < len; i++)
		count += text[i] == ',' || text[i] == ':' || text[i] == '[' ||
		    text[i] == '{';
	return count;
}

static size_t
skip_blanks(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && memchr(" \t\r\n", text[at], 4))
		at++;
	return at;
}

static enum status
fail_syntax(const char *text, size_t at, struct error *err)
{
	unsigned line = 1, column = 1;

	for (size_t i = 0; i < at; i++) {
		if (text[i] == '\n') {
			line++;
			column = 1;
		} else if (!utf8_is_inside(text[i])) {
			column++;
		}
	}
	return error_set(err, STATUS_INVALID,
	    "line %u, column %u: this is no JSON", line, column);
}

static enum status
check(const char *text, size_t len, struct error *err)
{
	size_t at = skip_blanks(text, len);

	if (len > TEXT_LIMIT_BYTES)
		return error_set(err, STATUS_LIMIT, "is larger than %d MB",
		    TEXT_LIMIT_BYTES >> 20);
	if (at == len || (text[at] != '[' && text[at] != '{'))
		return error_set(err, STATUS_INVALID,
		    "is not CSL-JSON: it begins with no \"[\" or \"{\"");
	if (count_values(text, len) > VALUE_LIMIT)
		return error_set(err, STATUS_LIMIT,
		    "has more than %d million values", VALUE_LIMIT >> 20);
	return json_check_find_fault(&at, text, len) ?
	    fail_syntax(text, at, err) :
	    STATUS_OK;
}

enum status
json_tree_open(struct json_tree **out, const char *text, size_t len,
    struct error *err)
{
	static const char mark[] = "\xef\xbb\xbf"; /* byte order mark */
	struct json_tree *t;
	struct db *db;
	enum status status;

	if (len >= 3 && memcmp(text, mark, 3) == 0) {
		text += 3;
		len -= 3;
	}
	status = check(text, len, err);
	if (!status)
		status = db_open_memory(&db, err);
	if (status)
		return status;
	t = mem_alloc_array(1, sizeof *t);
	t->db = db;
	t->text = text;
	t->len = (int)len;
	*out = t;
	return STATUS_OK;
}

void
json_tree_close(struct json_tree *t)
{
	if (!t)
		return;
	db_close(t->db);
	free(t);
}

/* A statement that SQLite does not finish found no JSON there. */
static enum status
next_row(struct json_tree *t, sqlite3_stmt *s, struct error *err)
{
	enum status status = db_next(t->db, s, NULL);

	if (status == STATUS_OK || status == STATUS_NOT_FOUND)
		return status;
	return error_set(err, STATUS_INVALID, "is not JSON");
}

/* A statement with the whole text bound to it. */
static enum status
ask(sqlite3_stmt **out, struct json_tree *t, const char *sql, struct error *err)
{
	enum status status = db_use(out, t->db, sql, err);

	if (!status)
		db_bind_bytes(t->db, *out, 1, t->text, (size_t)t->len, false);
	return status;
}

enum status
json_tree_is_single(bool *out, struct json_tree *t, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	*out = false;
	if (t->text[skip_blanks(t->text, (size_t)t->len)] == '[')
		return STATUS_OK;
	status = ask(&s, t, single_sql, err);
	if (!status)
		status = next_row(t, s, err);
	if (status)
		return status;
	*out = db_get_int(s, 0) != 0;
	return db_end(t->db, s, status, err);
}

/* The rows of a tree come with parents before what they hold. */
static enum status
read_tree(struct json_node **out, struct json_tree *t, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	struct json_node *root = NULL, *at = NULL;
	enum status status;

	while ((status = next_row(t, s, err)) == STATUS_OK) {
		struct json_node *node = new_node(s, 2, 3, 4, arena);
		int64_t parent = db_get_int(s, 1);

		node->id = db_get_int(s, 0);
		while (at && at->id != parent)
			at = at->parent;
		if (at)
			add_child(at, node);
		else if (!root)
			root = node;
		at = node;
	}
	status = db_end_rows(t->db, s, status, err);
	if (!status && !root)
		status = error_set(err, STATUS_INVALID, "is not JSON");
	if (!status)
		*out = root;
	return status;
}

enum status
json_tree_read(struct json_node **out, struct json_tree *t, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = ask(&s, t, tree_sql, err);

	return status ? status : read_tree(out, t, s, arena, err);
}

/* The value of the row, which is the text of an object, as a tree. */
static enum status
read_member(struct json_node **out, struct json_tree *t, sqlite3_stmt *row,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, t->db, tree_sql, err);

	if (status)
		return status;
	sqlite3_bind_value(s, 1, sqlite3_column_value(row, 2));
	status = read_tree(out, t, s, arena, err);
	if (!status)
		(*out)->key = copy_key(row, 0, arena);
	return status;
}

enum status
json_tree_next(struct json_node **out, struct json_tree *t, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = t->has_begun ? db_use(&s, t->db, each_sql, err) :
					    ask(&s, t, each_sql, err);

	t->has_begun = true;
	if (!status)
		status = next_row(t, s, err);
	if (status)
		return status;
	if (find_kind(s, 1) == JSON_KIND_OBJECT)
		return read_member(out, t, s, arena, err);
	*out = new_node(s, 0, 1, 2, arena);
	return STATUS_OK;
}
