/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include "base/str.h"

/*
 * What a record is called where another one speaks of it.  The first two
 * columns are alike for all kinds: slug and title; of a figure the title is
 * a passage, and behind where that stands is told whether it is graphic.
 */
const char *const collection_name_sql[] = {
	"SELECT slug, title FROM topic WHERE id = ?1",
	"SELECT f.slug, NULL, p.block, p.at, p.len, f.advisory"
	" FROM figure AS f"
	" LEFT JOIN place AS p ON p.passage = f.statement"
	" WHERE f.id = ?1",
	"SELECT key, title FROM source WHERE id = ?1",
	"SELECT slug, title FROM event WHERE id = ?1",
	"SELECT slug, title FROM measure WHERE id = ?1",
	"SELECT CAST(id AS TEXT), kind FROM disagreement WHERE id = ?1", NULL
};

static enum status
read_name(struct record_name *out, struct collection *c, enum record_kind kind,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	out->slug = db_copy_filled(c->db, s, 0, arena);
	out->is_graphic = kind == RECORD_FIGURE && db_is_text(s, 5, "graphic");
	if (kind == RECORD_FIGURE)
		return collection_read_text(&out->title, c, s, 2, arena, err);
	out->title = db_copy_filled(c->db, s, 1, arena);
	return STATUS_OK;
}

enum status
collection_find_name(struct record_name *out, struct collection *c,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	if (kind < RECORD_TOPIC || kind > RECORD_DISAGREEMENT)
		return db_fail_damaged(c->db, err,
		    "there are no records of kind %d", (int)kind);
	status = db_use(&s, c->db, collection_name_sql[kind - RECORD_TOPIC],
	    err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, id);
	status = db_next(c->db, s, err);
	if (status == STATUS_NOT_FOUND)
		return db_fail_damaged(c->db, err, "%s %lld is missing",
		    record_get_name(kind), (long long)id);
	if (status == STATUS_OK)
		status = read_name(out, c, kind, s, arena, err);
	status = db_end(c->db, s, status, err);
	return status;
}
