/* SPDX-License-Identifier: ISC */
#include "collection_page.h"

/* Where the spans of a page lead: to its links and its citations. */

enum { READ_LINKS, READ_SOME_LINKS };

const char *const collection_target_sql[] = {
	[READ_LINKS] =
	    "SELECT id, to_kind, to_record, url FROM link"
	    " WHERE from_kind = ?1 AND from_record = ?2 ORDER BY id",
	[READ_SOME_LINKS] =
	    "SELECT id, to_kind, to_record, url FROM link"
	    " WHERE +from_kind = ?1 AND +from_record = ?2"
	    " AND id BETWEEN ?3 AND ?4 ORDER BY id",
	NULL
};

static enum status
add_link(struct page_links *links, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	struct link link = { .kind = collection_get_kind(s, 1) };
	struct record_name name;
	enum status status = STATUS_OK;

	if (link.kind == RECORD_NONE) {
		link.url = db_copy_filled(c->db, s, 3, arena);
	} else {
		link.record = db_get_int(s, 2);
		status = collection_find_name(&name, c, link.kind, link.record,
		    arena, err);
		if (status != STATUS_OK)
			return status;
		link.slug = name.slug;
		link.title = name.title;
	}
	links->links = collection_grow(links->links, links->count, sizeof link,
	    arena);
	links->rows = collection_grow(links->rows, links->count,
	    sizeof links->rows[0], arena);
	links->links[links->count] = link;
	links->rows[links->count++] = db_get_int(s, 0);
	return status;
}

static enum status
read_rows(struct page_links *out, struct collection *c, sqlite3_stmt *s,
    struct arena *arena, struct error *err)
{
	enum status status;

	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		status = add_link(out, c, s, arena, err);
		if (status != STATUS_OK)
			break;
	}
	return db_end_rows(c->db, s, status, err);
}

static enum status
read_links(struct page_links *out, struct collection *c, enum record_kind kind,
    int64_t id, struct arena *arena, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_target_sql[READ_LINKS], err);

	if (status != STATUS_OK)
		return status;
	db_bind_text(c->db, s, 1, record_get_name(kind));
	db_bind_int(c->db, s, 2, id);
	return read_rows(out, c, s, arena, err);
}

/* The rows that spans lead to, from the first to the last of them. */
static enum status
read_some_links(struct page_links *out, struct page_reading *r,
    enum record_kind kind, int64_t id, struct error *err)
{
	struct db *db = r->c->db;
	int64_t first = INT64_MAX, last = 0;
	sqlite3_stmt *s;
	enum status status = db_use(&s, db,
	    collection_target_sql[READ_SOME_LINKS], err);

	if (status != STATUS_OK)
		return status;
	for (uint32_t i = 0; i < r->span_count; i++) {
		if (r->spans[i].kind != SPAN_LINK)
			continue;
		if (r->targets[i] < first)
			first = r->targets[i];
		if (r->targets[i] > last)
			last = r->targets[i];
	}
	db_bind_text(db, s, 1, record_get_name(kind));
	db_bind_int(db, s, 2, id);
	db_bind_int(db, s, 3, first);
	db_bind_int(db, s, 4, last);
	return read_rows(out, r->c, s, r->arena, err);
}

/* Both lists are in the order of their rows. */
static bool
find_target(uint32_t *out, int64_t row, const struct page_reading *r,
    const struct page_links *links, bool is_link)
{
	uint32_t low = 0;
	uint32_t high = is_link ? links->count : r->citation_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int64_t here = is_link ? links->rows[middle] :
					 r->citations[middle].id;

		if (here == row) {
			*out = middle;
			return true;
		}
		if (here < row)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static enum status
set_targets(struct page_reading *r, const struct page_links *links,
    struct error *err)
{
	for (uint32_t i = 0; i < r->span_count; i++) {
		struct span *span = &r->spans[i];

		if (span->kind != SPAN_LINK && span->kind != SPAN_CITATION)
			continue;
		if (!find_target(&span->target, r->targets[i], r, links,
			span->kind == SPAN_LINK))
			return db_fail_damaged(r->c->db, err,
			    "the %s %lld is not of this record",
			    collection_span_names[span->kind],
			    (long long)r->targets[i]);
	}
	return STATUS_OK;
}

enum status
collection_page_read_targets(struct page_links *out, struct page_reading *r,
    enum record_kind kind, int64_t id, struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct page_links){ .count = 0 };
	if (r->link_span_count)
		status = read_links(out, r->c, kind, id, r->arena, err);
	if (status == STATUS_OK)
		status = set_targets(r, out, err);
	return status;
}

enum status
collection_page_read_part_targets(struct page_links *out,
    struct page_reading *r, enum record_kind kind, int64_t id,
    struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct page_links){ .count = 0 };
	if (r->link_span_count)
		status = read_some_links(out, r, kind, id, err);
	if (status == STATUS_OK)
		status = set_targets(r, out, err);
	return status;
}
