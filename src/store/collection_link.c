/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include <stdlib.h>

/* The ways that lead to a record: citations of a source, links to any. */

enum { LIST_CITING, LIST_LINKING };

const char *const collection_link_sql[] = {
	[LIST_CITING] =
	    "SELECT c.id, s.role, c.passage, c.number,"
	    " p.record_kind, p.record FROM step AS s"
	    " CROSS JOIN citation AS c ON c.id = s.citation"
	    " LEFT JOIN place AS p ON p.passage = c.passage"
	    " WHERE s.source = ?1 AND s.citation > ?2"
	    " ORDER BY s.citation, s.number LIMIT ?3",
	[LIST_LINKING] =
	    "SELECT from_kind, from_record FROM link"
	    " WHERE to_kind = ?1 AND to_record = ?2",
	NULL
};

/* The name of the record is that of the row before, nearly always. */
static enum status
read_citing(struct citing *out, const struct citing *before,
    int64_t *record_before, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	int64_t kind = db_get_int(s, 4);
	int64_t record = db_get_int(s, 5);
	enum step_role role;
	struct record_name name;
	enum status status;

	*out = (struct citing){ .citation = db_get_int(s, 0),
		.passage = db_get_int(s, 2),
		.number = db_get_count(s, 3) };
	if (kind < RECORD_TOPIC || kind > RECORD_DISAGREEMENT ||
	    !collection_find_role(&role, s, 1))
		return db_fail_damaged(c->db, err,
		    "citation %lld belongs to nothing",
		    (long long)out->citation);
	out->role = (int)role;
	out->kind = (enum record_kind)kind;
	if (before && before->kind == out->kind && *record_before == record) {
		out->slug = before->slug;
		out->title = before->title;
		out->is_graphic = before->is_graphic;
		return STATUS_OK;
	}
	status = collection_find_name(&name, c, out->kind, record, arena, err);
	if (status == STATUS_OK) {
		out->slug = name.slug;
		out->title = name.title;
		out->is_graphic = name.is_graphic;
		*record_before = record;
	}
	return status;
}

static enum status
read_all_citing(struct citing **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct citing *all = NULL;
	int64_t record = 0;
	uint32_t n = 0;
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		if (n && all[n - 1].citation == db_get_int(s, 0))
			continue;
		all = collection_grow(all, n, sizeof all[0], arena);
		status = read_citing(&all[n], n ? &all[n - 1] : NULL, &record,
		    c, s, arena, err);
		if (status != STATUS_OK)
			break;
		n++;
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = all;
		*count = n;
	}
	return status;
}

enum status
collection_list_citing(struct citing **out, uint32_t *count,
    struct collection *c, int64_t source, struct arena *arena,
    struct error *err)
{
	return collection_list_citing_from(out, count, c, source, 0, -1, arena,
	    err);
}

enum status
collection_list_citing_from(struct citing **out, uint32_t *count,
    struct collection *c, int64_t source, int64_t after, int64_t limit,
    struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_link_sql[LIST_CITING], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, source);
	db_bind_int(c->db, s, 2, after);
	db_bind_int(c->db, s, 3, limit);
	return collection_end(c, read_all_citing(out, count, c, s, arena, err));
}

static int
compare_links(const void *a, const void *b)
{
	const struct link *p = a;
	const struct link *q = b;

	if (p->kind != q->kind)
		return p->kind < q->kind ? -1 : 1;
	return (p->record > q->record) - (p->record < q->record);
}

static enum status
read_linking(struct link **out, uint32_t *count, struct collection *c,
    sqlite3_stmt *s, struct arena *arena, struct error *err)
{
	struct link *links = NULL;
	uint32_t n = 0;
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		links = collection_grow(links, n, sizeof links[0], arena);
		links[n++] = (struct link){ .kind = collection_get_kind(s, 0),
			.record = db_get_int(s, 1) };
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK && n)
		qsort(links, n, sizeof links[0], compare_links);
	*out = links;
	*count = n;
	return status;
}

/* Keeps one of each, with its name. */
static enum status
name_once(struct link *links, uint32_t *count, struct collection *c,
    struct arena *arena, struct error *err)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < *count; i++) {
		struct record_name name;
		enum status status;

		if (kept && compare_links(&links[kept - 1], &links[i]) == 0)
			continue;
		status = collection_find_name(&name, c, links[i].kind,
		    links[i].record, arena, err);
		if (status != STATUS_OK)
			return status;
		links[kept] = links[i];
		links[kept].slug = name.slug;
		links[kept++].title = name.title;
	}
	*count = kept;
	return STATUS_OK;
}

enum status
collection_list_linking(struct link **out, uint32_t *count,
    struct collection *c, enum record_kind kind, int64_t record,
    struct arena *arena, struct error *err)
{
	struct link *links;
	uint32_t n;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_link_sql[LIST_LINKING], err);
	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, record_get_name(kind));
	db_bind_int(c->db, s, 2, record);
	status = read_linking(&links, &n, c, s, arena, err);
	if (status == STATUS_OK)
		status = collection_end(c, name_once(links, &n, c, arena, err));
	if (status == STATUS_OK) {
		*out = links;
		*count = n;
	}
	return status;
}
