/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include <stdlib.h>

enum { LIST_DISAGREEMENTS, LIST_MEMBERS, OF_RECORD, OF_MEASURE, IS_MEMBER };

const char *const collection_disagreement_sql[] = {
	[LIST_DISAGREEMENTS] =
	    "SELECT d.id, d.kind, m.slug, d.computed,"
	    " d.period_unknown, n.block, n.at, n.len, m.title FROM disagreement AS d"
	    " LEFT JOIN measure AS m ON m.id = d.measure"
	    " LEFT JOIN place AS n ON n.passage = d.note"
	    " WHERE d.id BETWEEN ?1 AND ?2 ORDER BY d.id",
	[LIST_MEMBERS] =
	    "SELECT disagreement, kind, record"
	    " FROM disagreement_member WHERE disagreement BETWEEN ?1 AND ?2"
	    " ORDER BY disagreement, number",
	[OF_RECORD] =
	    "SELECT disagreement FROM disagreement_member"
	    " WHERE kind = ?2 AND record = ?1 LIMIT ?3",
	[OF_MEASURE] =
	    "SELECT m.disagreement FROM figure AS f"
	    " CROSS JOIN disagreement_member AS m"
	    " ON m.kind = ?2 AND m.record = f.id WHERE f.measure = ?1"
	    " LIMIT ?3",
	/* One origin told twice is repetition. */
	[IS_MEMBER] =
	    "SELECT 1 FROM disagreement_member AS m"
	    " CROSS JOIN disagreement AS d ON d.id = m.disagreement"
	    " WHERE m.kind = 'figure' AND m.record = ?1"
	    " AND d.kind <> 'one-origin' LIMIT 1",
	NULL
};

struct reading {
	struct collection *c;
	struct arena *arena;
	struct disagreement *all;
	uint32_t count;
	int64_t first;
	int64_t last;
	bool has_heads_alone; /* where there is a measure */
};

static enum status
use_range(sqlite3_stmt **s, struct reading *r, const char *sql,
    struct error *err)
{
	enum status status = db_use(s, r->c->db, sql, err);

	if (status == STATUS_OK) {
		db_bind_int(r->c->db, *s, 1, r->first);
		db_bind_int(r->c->db, *s, 2, r->last);
	}
	return status;
}

static enum status
read_disagreement(struct disagreement *out, struct reading *r, sqlite3_stmt *s,
    struct error *err)
{
	struct db *db = r->c->db;

	*out = (struct disagreement){ .id = db_get_int(s, 0),
		.kind = db_copy_filled(db, s, 1, r->arena),
		.measure = db_copy_text(db, s, 2, r->arena),
		.is_computed = db_get_int(s, 3) != 0,
		.period_unknown = db_get_int(s, 4) != 0,
		.measure_title = db_copy_text(db, s, 8, r->arena) };
	return collection_read_text(&out->note, r->c, s, 5, r->arena, err);
}

static enum status
read_heads(struct reading *r, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = use_range(&s, r,
	    collection_disagreement_sql[LIST_DISAGREEMENTS], err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		r->all = collection_grow(r->all, r->count, sizeof r->all[0],
		    r->arena);
		status = read_disagreement(&r->all[r->count], r, s, err);
		if (status != STATUS_OK)
			break;
		r->count++;
	}
	return db_end_rows(r->c->db, s, status, err);
}

static enum status
read_member(struct disagreement_member *out, struct reading *r, sqlite3_stmt *s,
    bool is_named, struct error *err)
{
	struct record_name name;
	enum status status;

	*out = (struct disagreement_member){
		.kind = collection_get_kind(s, 1),
		.record = db_get_int(s, 2),
	};
	if (!is_named)
		return STATUS_OK;
	status = collection_find_name(&name, r->c, out->kind, db_get_int(s, 2),
	    r->arena, err);
	if (status == STATUS_OK) {
		out->slug = name.slug;
		out->title = name.title;
		out->is_graphic = name.is_graphic;
	}
	return status;
}

/* Members come in the order of their disagreements. */
static enum status
read_members(struct reading *r, struct error *err)
{
	uint32_t at = 0;
	sqlite3_stmt *s;
	enum status status = use_range(&s, r,
	    collection_disagreement_sql[LIST_MEMBERS], err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		int64_t id = db_get_int(s, 0);
		struct disagreement *d;

		while (at < r->count && r->all[at].id < id)
			at++;
		if (at == r->count || r->all[at].id != id)
			continue;
		d = &r->all[at];
		d->members = collection_grow(d->members, d->member_count,
		    sizeof d->members[0], r->arena);
		status = read_member(&d->members[d->member_count], r, s,
		    !r->has_heads_alone || !d->measure, err);
		if (status != STATUS_OK)
			break;
		d->member_count++;
	}
	return db_end_rows(r->c->db, s, status, err);
}

static enum status
list_range(struct disagreement **out, uint32_t *count, struct reading *r,
    struct error *err)
{
	enum status status;

	collection_begin(r->c);
	status = read_heads(r, err);
	if (status == STATUS_OK && r->count)
		status = read_members(r, err);
	status = collection_end(r->c, status);
	if (status == STATUS_OK) {
		*out = r->all;
		*count = r->count;
	}
	return status;
}

enum status
collection_list_disagreements(struct disagreement **out, uint32_t *count,
    struct collection *c, struct arena *arena, struct error *err)
{
	struct reading r = { .c = c,
		.arena = arena,
		.first = 1,
		.last = INT64_MAX };

	return list_range(out, count, &r, err);
}

enum status
collection_list_disagreement_heads(struct disagreement **out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	struct reading r = { .c = c,
		.arena = arena,
		.first = first,
		.last = first > INT64_MAX - limit ? INT64_MAX :
						    first + limit - 1,
		.has_heads_alone = true };

	return list_range(out, count, &r, err);
}

static int
compare_ids(const void *a, const void *b)
{
	int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;

	return (p > q) - (p < q);
}

static uint32_t
keep_one_of_each(int64_t *ids, uint32_t count)
{
	uint32_t kept = 0;

	if (count)
		qsort(ids, count, sizeof ids[0], compare_ids);
	for (uint32_t i = 0; i < count; i++) {
		if (!kept || ids[kept - 1] != ids[i])
			ids[kept++] = ids[i];
	}
	return kept;
}

/* Ids first: rows of one statement are not read within another's. */
static enum status
list_ids(int64_t **out, uint32_t *count, struct collection *c,
    enum record_kind kind, int64_t id, int64_t limit, struct arena *arena,
    struct error *err)
{
	bool is_measure = kind == RECORD_MEASURE;
	int64_t *ids = NULL;
	uint32_t n = 0;
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_disagreement_sql[is_measure ? OF_MEASURE : OF_RECORD],
	    err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, id);
	db_bind_text(c->db, s, 2,
	    record_get_name(is_measure ? RECORD_FIGURE : kind));
	db_bind_int(c->db, s, 3, limit);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		ids = collection_grow(ids, n, sizeof ids[0], arena);
		ids[n++] = db_get_int(s, 0);
	}
	status = db_end_rows(c->db, s, status, err);
	*out = ids;
	*count = keep_one_of_each(ids, n);
	return status;
}

enum status
collection_list_disagreement_rows(int64_t **out, uint32_t *count,
    struct collection *c, int64_t figure, uint32_t limit, struct arena *arena,
    struct error *err)
{
	collection_begin(c);
	return collection_end(c,
	    list_ids(out, count, c, RECORD_FIGURE, figure, limit, arena, err));
}

static enum status
read_all_of(struct disagreement **out, struct collection *c, const int64_t *ids,
    uint32_t count, struct arena *arena, struct error *err)
{
	struct disagreement *all = arena_alloc_array(arena, count,
	    sizeof all[0]);
	enum status status = STATUS_OK;

	for (uint32_t i = 0; i < count && status == STATUS_OK; i++)
		status = collection_get_disagreement(&all[i], c, ids[i], arena,
		    err);
	if (status == STATUS_OK)
		*out = all;
	return status;
}

enum status
collection_list_disagreements_of(struct disagreement **out, uint32_t *count,
    struct collection *c, enum record_kind kind, int64_t id,
    struct arena *arena, struct error *err)
{
	int64_t *ids;
	enum status status;

	collection_begin(c);
	status = list_ids(&ids, count, c, kind, id, -1, arena, err);
	if (status != STATUS_OK)
		return collection_end(c, status);
	return read_all_of(out, c, ids, *count, arena, err);
}

/* Of two members each, those of a measure are met twice. */
enum status
collection_list_some_disagreements_of(struct disagreement **out,
    uint32_t *count, bool *are_more, struct collection *c,
    enum record_kind kind, int64_t id, uint32_t limit, struct arena *arena,
    struct error *err)
{
	int64_t *ids;
	enum status status;

	collection_begin(c);
	status = list_ids(&ids, count, c, kind, id, 4 * (int64_t)limit, arena,
	    err);
	if (status != STATUS_OK)
		return collection_end(c, status);
	*are_more = *count > limit;
	if (*are_more)
		*count = limit;
	return read_all_of(out, c, ids, *count, arena, err);
}

enum status
collection_get_disagreement(struct disagreement *out, struct collection *c,
    int64_t id, struct arena *arena, struct error *err)
{
	struct reading r = { .c = c, .arena = arena, .first = id, .last = id };
	struct disagreement *all;
	uint32_t count;
	enum status status = list_range(&all, &count, &r, err);

	if (status != STATUS_OK)
		return status;
	if (count == 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "no disagreement has the number %lld", (long long)id);
	*out = all[0];
	return STATUS_OK;
}

enum status
collection_mark_disputed(bool *is_disputed, struct collection *c,
    const struct page *page, struct error *err)
{
	enum status status = STATUS_OK;

	collection_begin(c);
	for (uint32_t i = 0; i < page->link_count && status == STATUS_OK; i++) {
		const struct link *link = &page->links[i];

		is_disputed[i] = false;
		if (link->kind == RECORD_FIGURE)
			status = db_find_row(&is_disputed[i], c->db,
			    collection_disagreement_sql[IS_MEMBER],
			    link->record, err);
	}
	return collection_end(c, status);
}
