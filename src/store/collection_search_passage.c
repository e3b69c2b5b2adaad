/* SPDX-License-Identifier: ISC */
#include "store/collection_search.h"

#include "base/utf8.h"
#include "collection_private.h"
#include "db_text.h"

/* One passage, found: all that is needed to show what matched in it. */

enum { READ_PASSAGE };

const char *const collection_search_passage_sql[] = {
	[READ_PASSAGE] =
	    "SELECT p.kind, p.graphic, p.field, p.block, p.at, p.len,"
	    " f.map, f.len, substr(b.data, f.at + 1, f.len)"
	    " FROM place AS p LEFT JOIN folded AS f ON f.passage = p.passage"
	    " LEFT JOIN folded_block AS b"
	    " ON f.passage IS NOT NULL AND b.block = p.block"
	    " WHERE p.passage = ?1",
	NULL
};

static enum status
read_folded(struct passage_text *out, struct collection *c, int64_t passage,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct db_bytes map = db_get_bytes(s, 6);
	struct db_bytes text = db_get_bytes(s, 8);

	if (db_get_int(s, 7) != (int64_t)text.len || db_is_null(s, 8) ||
	    !db_text_is_sound(text.bytes, text.len) ||
	    !utf8_is_fold_map(map.bytes, map.len, text.len, out->len))
		return db_fail_damaged(c->db, err,
		    "the folded text of passage %lld is not of its text",
		    (long long)passage);
	if (!db_spend(c->db, text.len) || !db_spend(c->db, map.len))
		return db_fail(c->db, SQLITE_TOOBIG, err);
	out->folded = arena_copy(arena, text.bytes, text.len);
	out->folded_len = text.len;
	out->map = arena_copy(arena, map.bytes, map.len);
	out->map_len = map.len;
	return STATUS_OK;
}

static enum status
read_passage(struct passage_text *out, struct collection *c, int64_t passage,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	int64_t kind = db_get_int(s, 0);
	struct text_place place;
	enum status status;
	char *text;

	if (kind < PASSAGE_TITLE || kind > PASSAGE_FIELD ||
	    !collection_get_place(&place, s, 3))
		return db_fail_damaged(c->db, err,
		    "passage %lld is of no known kind", (long long)passage);
	*out = (struct passage_text){ .kind = (enum passage_kind)kind,
		.is_graphic = db_get_int(s, 1) != 0,
		.field = db_copy_text(c->db, s, 2, arena) };
	status = collection_read_bytes(&text, c, place, arena, err);
	if (status != STATUS_OK)
		return status;
	out->len = (size_t)place.len;
	out->is_repaired = !db_text_is_sound(text, out->len);
	if (out->is_repaired)
		text = db_text_repair(&out->len, NULL, text, out->len,
		    DB_TEXT_LIMIT, arena);
	out->text = text;
	if (out->is_repaired || db_is_null(s, 6))
		return STATUS_OK;
	return read_folded(out, c, passage, s, arena, err);
}

enum status
collection_read_passage(struct passage_text *out, struct collection *c,
    int64_t passage, struct arena *arena, struct error *err)
{
	struct passage_text p;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_search_passage_sql[READ_PASSAGE],
	    err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, passage);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		status = read_passage(&p, c, passage, s, arena, err);
	status = collection_end(c, db_end(c->db, s, status, err));
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no passage has the number %lld",
		    (long long)passage);
	if (status == STATUS_OK)
		*out = p;
	return status;
}

enum status
collection_find_title(struct record_title *out, struct collection *c,
    enum record_kind kind, int64_t record, struct arena *arena,
    struct error *err)
{
	struct record_name name;
	enum status status;

	collection_begin(c);
	status = collection_end(c,
	    collection_find_name(&name, c, kind, record, arena, err));
	if (status == STATUS_OK)
		*out = (struct record_title){ name.slug, name.title,
			name.is_graphic };
	return status;
}

enum status
collection_find_record(int64_t *out, struct collection *c,
    enum record_kind kind, const char *slug, struct arena *arena,
    struct error *err)
{
	struct topic topic = { 0 };
	struct figure figure = { 0 };
	struct source source = { 0 };
	struct event event = { 0 };
	struct measure measure = { 0 };
	enum status status;

	if (kind == RECORD_TOPIC)
		status = collection_find_topic(&topic, c, slug, arena, err);
	else if (kind == RECORD_FIGURE)
		status = collection_find_figure(&figure, c, slug, arena, err);
	else if (kind == RECORD_SOURCE)
		status = collection_find_source(&source, c, slug, arena, err);
	else if (kind == RECORD_EVENT)
		status = collection_find_event(&event, c, slug, arena, err);
	else if (kind == RECORD_MEASURE)
		status = collection_find_measure(&measure, c, slug, arena, err);
	else
		status = error_set(err, STATUS_NOT_FOUND, "a %s has no page",
		    record_get_name(kind));
	if (status == STATUS_OK)
		*out = topic.id + figure.id + source.id + event.id + measure.id;
	return status;
}
