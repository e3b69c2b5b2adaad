/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

/*
 * A parent's name is looked up apart from its children: preparing a join
 * would cost more than all else that finding a topic does.
 */
enum { FIND_TOPIC, GET_TOPIC, LIST_TOPICS, FIND_SLUG };

#define TOPIC_COLUMNS                                           \
	"SELECT id, slug, title, parent, depth, last, summary," \
	" advisory, passages, first_passage FROM topic"

const char *const collection_topic_sql[] = { [FIND_TOPIC] = TOPIC_COLUMNS
	" WHERE slug = ?1",
	[GET_TOPIC] = TOPIC_COLUMNS " WHERE id = ?1",
	[LIST_TOPICS] = TOPIC_COLUMNS " WHERE id >= ?1 ORDER BY id LIMIT ?2",
	[FIND_SLUG] = "SELECT slug FROM topic WHERE id = ?1",
	NULL };

static enum status
find_slug(const char **out, struct collection *c, int64_t id,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db, collection_topic_sql[FIND_SLUG],
	    err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, id);
	status = db_next(c->db, s, err);
	if (status == STATUS_NOT_FOUND)
		return db_fail_damaged(c->db, err, "topic %lld is missing",
		    (long long)id);
	if (status == STATUS_OK)
		*out = db_copy_filled(c->db, s, 0, arena);
	return db_end(c->db, s, status, err);
}

/* Callers walk the tree: parents come first, and subtrees end. */
static enum status
read_topic(struct topic *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	struct topic t = { .id = db_get_int(s, 0),
		.slug = db_copy_filled(c->db, s, 1, arena),
		.title = db_copy_filled(c->db, s, 2, arena),
		.parent = db_get_int(s, 3),
		.depth = (int)db_get_count(s, 4),
		.last = db_get_int(s, 5),
		.summary = db_copy_filled(c->db, s, 6, arena),
		.is_graphic = db_is_text(s, 7, "graphic"),
		.passages = db_get_count(s, 8),
		.first_passage = db_get_int(s, 9) };

	if (t.parent < 0 || t.parent >= t.id || t.last < t.id ||
	    t.depth > 255 || (t.parent != 0) != (t.depth != 0))
		return db_fail_damaged(c->db, err,
		    "topic %lld is out of the tree", (long long)t.id);
	*out = t;
	return STATUS_OK;
}

static enum status
read_one(struct topic *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	struct topic t;
	enum status status = db_next(c->db, s, err);

	if (status != STATUS_OK)
		return status;
	status = read_topic(&t, c, s, arena, err);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_OK && t.parent)
		status = find_slug(&t.parent_slug, c, t.parent, arena, err);
	if (status == STATUS_OK)
		*out = t;
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

/* A parent is in the list, before its children, or before the list. */
static enum status
name_parent(struct topic *topics, uint32_t at, struct collection *c,
    struct arena *arena, struct error *err)
{
	struct topic *t = &topics[at];
	int64_t back = t->id - t->parent;

	if (t->parent == 0)
		return STATUS_OK;
	if (back <= at && topics[at - (uint32_t)back].id == t->parent) {
		t->parent_slug = topics[at - (uint32_t)back].slug;
		return STATUS_OK;
	}
	return find_slug(&t->parent_slug, c, t->parent, arena, err);
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
		if (status == STATUS_OK)
			status = name_parent(topics, n, c, arena, err);
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
