/* SPDX-License-Identifier: ISC */
#include "collection_page.h"

/* The citations of a range of passages with their steps, one row a step. */

enum { READ_STEPS };

const char *const collection_citation_sql[] = {
	[READ_STEPS] =
	    "SELECT c.id, c.passage, c.at, c.len, c.number,"
	    " c.document, c.origin, s.role, s.seen, s.carried, o.key, o.label,"
	    " s.text, s.locator_label, s.locator_value"
	    " FROM citation AS c LEFT JOIN step AS s ON s.citation = c.id"
	    " LEFT JOIN source AS o ON o.id = s.source"
	    " WHERE c.passage BETWEEN ?1 AND ?2"
	    " ORDER BY c.passage, c.id, s.number",
	NULL
};

bool
collection_find_role(enum step_role *out, sqlite3_stmt *s, int column)
{
	for (int role = STEP_STATED_IN; role <= STEP_SPOKEN_BY; role++) {
		*out = (enum step_role)role;
		if (db_is_text(s, column, citation_get_role_name(*out)))
			return true;
	}
	return false;
}

static bool
find_seen(enum step_seen *out, sqlite3_stmt *s, int column)
{
	for (int seen = SEEN_NO; seen <= SEEN_YES; seen++) {
		*out = (enum step_seen)seen;
		if (db_is_text(s, column, citation_get_seen_name(*out)))
			return true;
	}
	return false;
}

static enum status
add_citation(struct page_reading *r, sqlite3_stmt *s, int64_t id,
    struct error *err)
{
	struct citation c = { .id = id };
	uint32_t index, count = r->citation_count;
	enum status status = collection_page_find_passage(&index, r, s, 1, err);

	if (status == STATUS_OK)
		status = collection_page_get_bytes(&c.at, &c.len, r, index, s,
		    2, err);
	if (status != STATUS_OK)
		return status;
	if (count && id < r->citations[count - 1].id)
		return db_fail_damaged(r->c->db, err,
		    "citation %lld is out of order", (long long)id);
	c.passage = r->passages[index].id;
	c.number = db_get_count(s, 4);
	c.document = db_get_int(s, 5);
	c.origin = db_get_int(s, 6);
	r->citations = collection_grow(r->citations, count, sizeof c, r->arena);
	r->citations[count] = c;
	r->citation_count++;
	return STATUS_OK;
}

static enum status
add_step(struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	struct citation *c = &r->citations[r->citation_count - 1];
	struct db *db = r->c->db;
	struct step step = { .key = NULL };

	if (!collection_find_role(&step.role, s, 7) ||
	    !find_seen(&step.seen, s, 8))
		return db_fail_damaged(db, err,
		    "a step of citation %lld is missing", (long long)c->id);
	step.is_carried = db_get_int(s, 9) != 0;
	step.key = db_copy_text(db, s, 10, r->arena);
	step.label = db_copy_text(db, s, 11, r->arena);
	step.text = db_copy_text(db, s, 12, r->arena);
	step.locator_value = db_copy_text(db, s, 14, r->arena);
	if (step.locator_value)
		step.locator_label = db_copy_filled(db, s, 13, r->arena);
	if (!step.key && !step.text)
		return db_fail_damaged(db, err,
		    "a source of citation %lld is missing", (long long)c->id);
	r->steps = collection_grow(r->steps, r->step_count, sizeof step,
	    r->arena);
	r->steps[r->step_count++] = step;
	c->step_count++;
	return STATUS_OK;
}

static enum status
add_row(struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	int64_t id = db_get_int(s, 0);
	enum status status = STATUS_OK;

	if (r->citation_count == 0 ||
	    r->citations[r->citation_count - 1].id != id)
		status = add_citation(r, s, id, err);
	if (status == STATUS_OK)
		status = add_step(r, s, err);
	return status;
}

enum status
collection_page_add_citations(struct page_reading *r, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = collection_page_use(&s, r,
	    collection_citation_sql[READ_STEPS], err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		status = add_row(r, s, err);
		if (status != STATUS_OK)
			break;
	}
	return db_end_rows(r->c->db, s, status, err);
}
