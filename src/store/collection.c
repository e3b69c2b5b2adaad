/* SPDX-License-Identifier: ISC */
#include "store/collection.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "collection_private.h"

/*
 * The collection as a whole.  Records are read in the files beside this one,
 * one a kind; collection_page.c reads their text.
 */

enum {
	FIND_VALUE,
	LIST_COUNTS,
	LIST_SLUGS = LIST_COUNTS, /* and a kind */
	COMPLETE_SLUG = LIST_SLUGS + RECORD_MEASURE,
	FIND_LAST_SLUG = COMPLETE_SLUG + RECORD_MEASURE
};

#define WITHIN(name, table) \
	"SELECT " name " FROM " table " WHERE " name " >= ?1 AND " name " < ?2"
#define COMPLETE(name, table) WITHIN(name, table) " ORDER BY " name " LIMIT ?3"
#define FIND_LAST(name, table) \
	WITHIN(name, table) " ORDER BY " name " DESC LIMIT ?3"

const char *const collection_value_sql[] = {
	[FIND_VALUE] = "SELECT value FROM collection WHERE key = ?1",
	/* All keys that begin with "count.". */
	[LIST_COUNTS] =
	    "SELECT key, value FROM collection"
	    " WHERE key >= 'count.' AND key < 'count/'",
	[LIST_SLUGS + RECORD_TOPIC] =
	    "SELECT slug FROM topic /*scan*/ ORDER BY id LIMIT ?1",
	[LIST_SLUGS + RECORD_FIGURE] =
	    "SELECT slug FROM figure /*scan*/ ORDER BY id LIMIT ?1",
	[LIST_SLUGS + RECORD_SOURCE] =
	    "SELECT key FROM source /*scan*/ ORDER BY id LIMIT ?1",
	[LIST_SLUGS + RECORD_EVENT] =
	    "SELECT slug FROM event /*scan*/ ORDER BY id LIMIT ?1",
	[LIST_SLUGS + RECORD_MEASURE] =
	    "SELECT slug FROM measure /*scan*/ ORDER BY id LIMIT ?1",
	[COMPLETE_SLUG + RECORD_TOPIC] = COMPLETE("slug", "topic"),
	[COMPLETE_SLUG + RECORD_FIGURE] = COMPLETE("slug", "figure"),
	[COMPLETE_SLUG + RECORD_SOURCE] = COMPLETE("key", "source"),
	[COMPLETE_SLUG + RECORD_EVENT] = COMPLETE("slug", "event"),
	[COMPLETE_SLUG + RECORD_MEASURE] = COMPLETE("slug", "measure"),
	[FIND_LAST_SLUG + RECORD_TOPIC] = FIND_LAST("slug", "topic"),
	[FIND_LAST_SLUG + RECORD_FIGURE] = FIND_LAST("slug", "figure"),
	[FIND_LAST_SLUG + RECORD_SOURCE] = FIND_LAST("key", "source"),
	[FIND_LAST_SLUG + RECORD_EVENT] = FIND_LAST("slug", "event"),
	[FIND_LAST_SLUG + RECORD_MEASURE] = FIND_LAST("slug", "measure"),
	NULL
};

enum status
collection_open(struct collection **out, const char *path, struct error *err)
{
	struct db *db;
	struct collection *c;
	enum status status = db_open_reader(&db, path, &collection_form, err);

	if (status != STATUS_OK)
		return status;
	c = mem_alloc_array(1, sizeof *c);
	c->db = db;
	*out = c;
	return STATUS_OK;
}

void
collection_close(struct collection *c)
{
	if (!c)
		return;
	sqlite3_blob_close(c->block);
	db_close(c->db);
	free(c);
}

/* Where it cannot be, each read takes its own lock as before. */
void
collection_hold(struct collection *c)
{
	if (sqlite3_get_autocommit(c->db->handle))
		db_run(c->db, "BEGIN", NULL);
}

/*
 * Who lets it go comes back to it: a reader at a screen, for hours.  The
 * pages of one record are kept then, not those of all that were read.
 */
void
collection_release(struct collection *c)
{
	collection_let_blocks_go(c);
	if (!sqlite3_get_autocommit(c->db->handle))
		db_run(c->db, "COMMIT", NULL);
	if (!c->has_small_cache)
		db_run(c->db, "PRAGMA cache_size=12", NULL);
	c->has_small_cache = true;
}

const char *
collection_get_path(const struct collection *c)
{
	return c->db->path;
}

void
collection_begin(struct collection *c)
{
	db_start(c->db, 1);
	collection_let_blocks_go(c);
}

enum status
collection_end(struct collection *c, enum status status)
{
	sqlite3_blob_close(c->block);
	c->block = NULL;
	return status;
}

void *
collection_grow(void *items, uint32_t count, size_t size_bytes,
    struct arena *arena)
{
	void *larger;

	if (count == 0)
		return arena_alloc(arena, 8 * size_bytes);
	if (count < 8 || (count & (count - 1)) != 0)
		return items;
	larger = arena_alloc(arena,
	    count > SIZE_MAX / 2 / size_bytes ? SIZE_MAX :
						2 * (size_t)count * size_bytes);
	memcpy(larger, items, count * size_bytes);
	return larger;
}

enum record_kind
collection_get_kind(sqlite3_stmt *s, int column)
{
	struct db_bytes name = db_get_bytes(s, column);

	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT; i++) {
		enum record_kind kind = (enum record_kind)i;

		if (db_bytes_are(name, record_get_name(kind)))
			return kind;
	}
	return RECORD_NONE;
}

enum status
collection_find_value(const char **out, struct collection *c, const char *key,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_value_sql[FIND_VALUE], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, key);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = db_copy_long_text(c->db, s, 0, arena);
	else if (status == STATUS_NOT_FOUND)
		*out = NULL;
	return db_end_rows(c->db, s, status, err);
}

/* Numbers are to be read even where the language cannot be. */
const struct number_form *
collection_get_numbers(struct collection *c)
{
	struct arena arena = { 0 };
	const char *language = NULL;
	struct error err;

	if (c->numbers)
		return c->numbers;
	if (collection_find_value(&language, c, "language", &arena, &err) !=
		STATUS_OK ||
	    !language)
		language = "";
	c->numbers = number_form_get(language);
	arena_clear(&arena);
	return c->numbers;
}

#define OF_COUNT(member) offsetof(struct collection_counts, member)

static const struct {
	const char *key;
	size_t at;
} count_keys[] = { { "count.topics", OF_COUNT(topics) },
	{ "count.figures", OF_COUNT(figures) },
	{ "count.measures", OF_COUNT(measures) },
	{ "count.sources", OF_COUNT(sources) },
	{ "count.events", OF_COUNT(events) },
	{ "count.disagreements", OF_COUNT(disagreements) },
	{ "count.passages", OF_COUNT(passages) },
	{ "count.citations", OF_COUNT(citations) } };

enum { COUNT_KEYS = sizeof count_keys / sizeof count_keys[0] };

/* False where it is no decimal number that a count can be. */
static bool
read_decimal(uint32_t *out, struct db_bytes text)
{
	uint32_t number = 0;

	if (text.len < 1 || text.len > 9)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] < '0' || text.bytes[i] > '9')
			return false;
		number = 10 * number + (uint32_t)(text.bytes[i] - '0');
	}
	*out = number;
	return true;
}

/* The count of the row, where it is one of ours; false: ill-formed. */
static bool
read_count(struct collection_counts *counts, unsigned *seen, sqlite3_stmt *s)
{
	for (unsigned i = 0; i < COUNT_KEYS; i++) {
		char *at = (char *)counts + count_keys[i].at;
		uint32_t number;

		if (!db_is_text(s, 0, count_keys[i].key))
			continue;
		if (!read_decimal(&number, db_get_bytes(s, 1)))
			return false;
		memcpy(at, &number, sizeof number);
		*seen |= 1u << i;
	}
	return true;
}

enum status
collection_count(struct collection_counts *out, struct collection *c,
    struct error *err)
{
	struct collection_counts counts = { 0 };
	bool is_sound = true;
	unsigned seen = 0;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_value_sql[LIST_COUNTS], err);
	if (status != STATUS_OK)
		return status;
	while (is_sound && (status = db_next(c->db, s, err)) == STATUS_OK)
		is_sound = read_count(&counts, &seen, s);
	status = db_end_rows(c->db, s, status, err);
	if (status != STATUS_OK)
		return status;
	if (!is_sound || seen != (1u << COUNT_KEYS) - 1)
		return db_fail_damaged(c->db, err,
		    "it does not say how much is in it");
	*out = counts;
	return STATUS_OK;
}

/* A growing list of slugs. */
struct slugs {
	const char **list;
	uint32_t count;
	struct arena *arena;
};

static enum status
read_slugs(struct slugs *slugs, struct collection *c, sqlite3_stmt *s,
    struct error *err)
{
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		slugs->list = collection_grow(slugs->list, slugs->count,
		    sizeof slugs->list[0], slugs->arena);
		slugs->list[slugs->count++] = db_copy_filled(c->db, s, 0,
		    slugs->arena);
	}
	return db_end_rows(c->db, s, status, err);
}

enum status
collection_list_slugs(const char ***out, uint32_t *count, struct collection *c,
    enum record_kind kind, uint32_t limit, struct arena *arena,
    struct error *err)
{
	struct slugs slugs = { .arena = arena };
	sqlite3_stmt *s;
	enum status status;

	*count = 0;
	if (kind < RECORD_TOPIC || kind > RECORD_MEASURE) {
		*out = NULL;
		return STATUS_OK;
	}
	collection_begin(c);
	status = db_use(&s, c->db, collection_value_sql[LIST_SLUGS + kind],
	    err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, limit);
	status = read_slugs(&slugs, c, s, err);
	if (status == STATUS_OK) {
		*out = slugs.list;
		*count = slugs.count;
	}
	return status;
}

static enum status
read_slugs_within(struct slugs *slugs, struct collection *c, const char *sql,
    const char *prefix, uint32_t limit, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db, sql, err);
	struct str end;

	if (status != STATUS_OK)
		return status;
	str_init(&end, 0);
	str_add_text(&end, prefix);
	str_add_code_point(&end, 0x10FFFF);
	db_bind_text(c->db, s, 1, prefix);
	db_bind_text(c->db, s, 2, end.data);
	db_bind_int(c->db, s, 3, limit);
	status = read_slugs(slugs, c, s, err);
	str_clear(&end);
	return status;
}

enum status
collection_complete_slug(const char ***out, uint32_t *count,
    struct collection *c, enum record_kind kind, const char *prefix,
    uint32_t limit, struct arena *arena, struct error *err)
{
	struct slugs slugs = { .arena = arena };
	enum status status = STATUS_OK;

	if (kind < RECORD_TOPIC || kind > RECORD_MEASURE)
		return error_set(err, STATUS_INVALID, "no such kind of record");
	collection_begin(c);
	status = read_slugs_within(&slugs, c,
	    collection_value_sql[COMPLETE_SLUG + kind], prefix, limit, err);
	if (!status && slugs.count == limit)
		status = read_slugs_within(&slugs, c,
		    collection_value_sql[FIND_LAST_SLUG + kind], prefix, 1,
		    err);
	if (status == STATUS_OK) {
		*out = slugs.list;
		*count = slugs.count;
	}
	return status;
}
