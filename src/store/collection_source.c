/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

enum { LIST_SOURCES, LIST_FROM, FIND_SOURCE, READ_CSL };

#define SOURCE_COLUMNS                                                       \
	"SELECT s.id, s.key, s.kind, s.title, s.label, s.year, s.certainty," \
	" s.found_at, c.key, i.key, s.cited_by, s.origin_of"                 \
	" FROM source AS s LEFT JOIN source AS c ON c.id = s.copy_of"        \
	" LEFT JOIN source AS i ON i.id = s.institution"

const char *const collection_source_sql[] = { [LIST_SOURCES] = SOURCE_COLUMNS
	" /*scan*/ ORDER BY s.id",
	[LIST_FROM] = SOURCE_COLUMNS " WHERE s.id >= ?1 ORDER BY s.id LIMIT ?2",
	[FIND_SOURCE] = SOURCE_COLUMNS " WHERE s.key = ?1",
	[READ_CSL] = "SELECT csl FROM source WHERE id = ?1",
	NULL };

static struct source
read_source(struct collection *c, sqlite3_stmt *s, struct arena *arena)
{
	return (struct source){ .id = db_get_int(s, 0),
		.key = db_copy_filled(c->db, s, 1, arena),
		.kind = db_copy_filled(c->db, s, 2, arena),
		.title = db_copy_filled(c->db, s, 3, arena),
		.label = db_copy_filled(c->db, s, 4, arena),
		.year = db_copy_filled(c->db, s, 5, arena),
		.certainty = db_copy_filled(c->db, s, 6, arena),
		.found_at = db_copy_filled(c->db, s, 7, arena),
		.copy_of = db_copy_text(c->db, s, 8, arena),
		.institution = db_copy_text(c->db, s, 9, arena),
		.cited_by = db_get_count(s, 10),
		.origin_of = db_get_count(s, 11) };
}

static enum status
read_sources(struct source **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct source *sources = NULL;
	uint32_t n = 0;
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		sources = collection_grow(sources, n, sizeof sources[0], arena);
		sources[n++] = read_source(c, s, arena);
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = sources;
		*count = n;
	}
	return status;
}

enum status
collection_list_sources(struct source **out, uint32_t *count,
    struct collection *c, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_source_sql[LIST_SOURCES], err);
	if (status != STATUS_OK)
		return status;
	return read_sources(out, count, c, s, arena, err);
}

enum status
collection_list_sources_from(struct source **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_source_sql[LIST_FROM], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, limit);
	return read_sources(out, count, c, s, arena, err);
}

enum status
collection_find_source(struct source *out, struct collection *c,
    const char *key, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_source_sql[FIND_SOURCE], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, key);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = read_source(c, s, arena);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no source has the key %s", key);
	return status;
}

enum status
collection_read_csl(const char **out, struct collection *c, int64_t source,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_source_sql[READ_CSL], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, source);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK) {
		const char *csl = db_copy_long_text(c->db, s, 0, arena);

		*out = csl ? csl : "";
	}
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no source has the number %lld",
		    (long long)source);
	return status;
}
