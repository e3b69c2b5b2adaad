/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

enum { LIST_MEASURES, FIND_MEASURE, FIND_DISPUTED, FIND_DISPUTED_BEFORE };

#define MEASURE_COLUMNS                                               \
	"SELECT m.id, m.slug, m.title, m.unit, m.definition, t.slug," \
	" m.figures, m.disagreeing"                                   \
	" FROM measure AS m LEFT JOIN topic AS t ON t.id = m.topic"

const char *const collection_measure_sql[] = { [LIST_MEASURES] = MEASURE_COLUMNS
	" /*scan*/ ORDER BY m.id",
	[FIND_MEASURE] = MEASURE_COLUMNS " WHERE m.slug = ?1",
	[FIND_DISPUTED] = MEASURE_COLUMNS
	" WHERE m.id > ?1 AND m.disagreeing > 0 ORDER BY m.id LIMIT 1",
	[FIND_DISPUTED_BEFORE] = MEASURE_COLUMNS
	" WHERE m.id < ?1 AND m.disagreeing > 0 ORDER BY m.id DESC LIMIT 1",
	NULL };

static struct measure
read_measure(struct collection *c, sqlite3_stmt *s, struct arena *arena)
{
	return (struct measure){ .id = db_get_int(s, 0),
		.slug = db_copy_filled(c->db, s, 1, arena),
		.title = db_copy_filled(c->db, s, 2, arena),
		.unit = db_copy_filled(c->db, s, 3, arena),
		.definition = db_copy_filled(c->db, s, 4, arena),
		.topic = db_copy_filled(c->db, s, 5, arena),
		.figures = db_get_count(s, 6),
		.disagreeing = db_get_count(s, 7) };
}

enum status
collection_list_measures(struct measure **out, uint32_t *count,
    struct collection *c, struct arena *arena, struct error *err)
{
	struct measure *measures = NULL;
	uint32_t n = 0;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_measure_sql[LIST_MEASURES], err);
	if (status != STATUS_OK)
		return status;
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		measures = collection_grow(measures, n, sizeof measures[0],
		    arena);
		measures[n++] = read_measure(c, s, arena);
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = measures;
		*count = n;
	}
	return status;
}

enum status
collection_find_measure(struct measure *out, struct collection *c,
    const char *slug, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_measure_sql[FIND_MEASURE], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, slug);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = read_measure(c, s, arena);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no measure is named %s", slug);
	return status;
}

enum status
collection_find_disputed_measure(struct measure *out, struct collection *c,
    int64_t from, int step, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db,
	    collection_measure_sql[step > 0 ? FIND_DISPUTED :
					      FIND_DISPUTED_BEFORE],
	    err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, from);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = read_measure(c, s, arena);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no further measure disagrees");
	return status;
}
