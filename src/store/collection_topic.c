/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

enum { FIND_TOPIC, GET_TOPIC, LIST_TOPICS };

#define TOPIC_COLUMNS                                                      \
	"SELECT t.id, t.slug, t.title, t.parent, p.slug, t.depth, t.last," \
	" t.summary, t.advisory, t.passages"                               \
	" FROM topic AS t LEFT JOIN topic AS p ON p.id = t.parent"

const char *const collection_topic_sql[] = { [FIND_TOPIC] = TOPIC_COLUMNS
	" WHERE t.slug = ?1",
	[GET_TOPIC] = TOPIC_COLUMNS " WHERE t.id = ?1",
	[LIST_TOPICS] = TOPIC_COLUMNS
	" WHERE t.id >= ?1 ORDER BY t.id LIMIT ?2",
	NULL };

/* Callers walk the tree: parents come first, and subtrees end. */
static enum status
read_topic(struct topic *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	struct topic t = { .id = db_get_int(s, 0),
		.slug = db_copy_filled(c->db, s, 1, arena),
		.title = db_copy_filled(c->db, s, 2, arena),
		.parent = db_get_int(s, 3),
		.parent_slug = db_copy_text(c->db, s, 4, arena),
		.depth = (int)db_get_count(s, 5),
		.last = db_get_int(s, 6),
		.summary = db_copy_filled(c->db, s, 7, arena),
		.is_graphic = db_is_text(s, 8, "graphic"),
		.passages = db_get_count(s, 9) };

	if (t.parent < 0 || t.parent >= t.id || t.last < t.id ||
	    t.depth > 255 || (t.parent != 0) != (t.depth != 0) ||
	    (t.parent != 0) != (t.parent_slug != NULL))
		return db_fail_damaged(c->db, err,
		    "topic %lld is out of the tree", (long long)t.id);
	*out = t;
	return STATUS_OK;
}

static enum status
read_one(struct topic *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	enum status status = db_next(c->db, s, err);

	if (status == STATUS_OK) {
		status = read_topic(out, c, s, arena, err);
		status = db_end(c->db, s, status, err);
	}
	return status;
}

enum status
collection_find_topic(struct topic *out, struct collection *c, const char *slug,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_topic_sql[FIND_TOPIC], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, slug);
	status = read_one(out, c, s, arena, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no topic is named %s", slug);
	return status;
}

enum status
collection_get_topic(struct topic *out, struct collection *c, int64_t id,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_topic_sql[GET_TOPIC], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, id);
	status = read_one(out, c, s, arena, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no topic has the number %lld",
		    (long long)id);
	return status;
}

enum status
collection_list_topics(struct topic **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	struct topic *topics = NULL;
	uint32_t n = 0;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_topic_sql[LIST_TOPICS], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, limit);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		topics = collection_grow(topics, n, sizeof topics[0], arena);
		status = read_topic(&topics[n], c, s, arena, err);
		if (status != STATUS_OK)
			break;
		n++;
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = topics;
		*count = n;
	}
	return status;
}
