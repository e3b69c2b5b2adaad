/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include <string.h>

/* Who stands behind a figure. */
enum { FIND_DOCUMENT, LIST_BEHIND };

const char *const collection_behind_sql[] = {
	[FIND_DOCUMENT] =
	    "SELECT s.label, s.key FROM figure AS f"
	    " CROSS JOIN source AS s ON s.id = f.document WHERE f.id = ?1",
	[LIST_BEHIND] =
	    "SELECT c.document, d.label, d.title, d.key, c.origin,"
	    " s.label, s.title, s.key, o.text FROM figure AS f"
	    " CROSS JOIN citation AS c ON c.passage = f.statement"
	    " LEFT JOIN source AS d ON d.id = c.document"
	    " LEFT JOIN origin AS o ON o.id = c.origin"
	    " LEFT JOIN source AS s ON s.id = o.source"
	    " WHERE f.id = ?1 ORDER BY c.passage, c.id",
	NULL
};

/* More are no help beside one figure, and each is looked for among all. */
enum { BEHIND_MAX = 500 };

/*
 * Bytes of the label before the title, which stands there in quotes behind
 * ", ", or without them where it is a name.
 */
static size_t
find_title(const char *label, const char *title)
{
	const char *quoted = strstr(label, ", \"");
	const char *at = label;

	if (quoted)
		return (size_t)(quoted - label);
	while (title[0] && (at = strstr(at, ", ")) != NULL) {
		if (strncmp(at + 2, title, strlen(title)) == 0)
			return (size_t)(at - label);
		at += 2;
	}
	return strlen(label);
}

const char *
collection_get_short_name(struct collection *c, sqlite3_stmt *s, int column,
    struct arena *arena)
{
	char *label = db_copy_filled(c->db, s, column, arena);
	const char *title = db_copy_filled(c->db, s, column + 1, arena);

	if (label[0] != '"' && strcmp(label, title) != 0)
		label[find_title(label, title)] = '\0';
	if (label[0] && label[0] != '"')
		return label;
	return title[0] ? title : db_copy_filled(c->db, s, column + 2, arena);
}

/* A credit as it was given, in quotation marks. */
static const char *
quote(const char *words, struct arena *arena)
{
	size_t len = strlen(words);
	char *quoted = arena_alloc(arena, len + 3);

	quoted[0] = '"';
	memcpy(quoted + 1, words, len);
	memcpy(quoted + 1 + len, "\"", 2);
	return quoted;
}

/* A list that is being made, each of its rows once. */
struct behind {
	struct figure_behind b;
	int64_t *documents, *origins; /* rows */
};

static bool
has_row(const int64_t *rows, uint32_t count, int64_t row)
{
	for (uint32_t i = 0; i < count; i++) {
		if (rows[i] == row)
			return true;
	}
	return count == BEHIND_MAX;
}

static void
add_document(struct behind *to, struct collection *c, sqlite3_stmt *s,
    struct arena *arena)
{
	struct figure_behind *b = &to->b;
	uint32_t n = b->document_count;

	if (db_is_null(s, 3) || has_row(to->documents, n, db_get_int(s, 0)))
		return;
	to->documents = collection_grow(to->documents, n,
	    sizeof to->documents[0], arena);
	b->documents = collection_grow(b->documents, n, sizeof b->documents[0],
	    arena);
	b->keys = collection_grow(b->keys, n, sizeof b->keys[0], arena);
	to->documents[n] = db_get_int(s, 0);
	b->documents[n] = collection_get_short_name(c, s, 1, arena);
	b->keys[n] = db_copy_filled(c->db, s, 3, arena);
	b->document_count++;
}

static void
add_origin(struct behind *to, struct collection *c, sqlite3_stmt *s,
    struct arena *arena)
{
	struct figure_behind *b = &to->b;
	bool is_credit = !db_is_null(s, 8);
	uint32_t n = b->origin_count;

	if ((!is_credit && db_is_null(s, 7)) ||
	    has_row(to->origins, n, db_get_int(s, 4)))
		return;
	b->origins = collection_grow(b->origins, n, sizeof b->origins[0],
	    arena);
	to->origins = collection_grow(to->origins, n, sizeof to->origins[0],
	    arena);
	b->origins[n] = is_credit ?
	    quote(db_copy_filled(c->db, s, 8, arena), arena) :
	    collection_get_short_name(c, s, 5, arena);
	to->origins[n] = db_get_int(s, 4);
	b->origin_count++;
}

enum status
collection_read_behind(struct figure_behind *out, struct collection *c,
    int64_t figure, struct arena *arena, struct error *err)
{
	struct behind to = { .b = { .documents = NULL } };
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_behind_sql[LIST_BEHIND], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, figure);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		add_document(&to, c, s, arena);
		add_origin(&to, c, s, arena);
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = to.b;
		out->origin_ids = to.origins;
	}
	return status;
}

enum status
collection_find_document(const char **out, struct collection *c, int64_t figure,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_behind_sql[FIND_DOCUMENT], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, figure);
	*out = NULL;
	status = db_next(c->db, s, err);
	if (status == STATUS_OK) {
		*out = db_copy_filled(c->db, s, 0, arena);
		if (!(*out)[0])
			*out = db_copy_filled(c->db, s, 1, arena);
	}
	return db_end_rows(c->db, s, status, err);
}
