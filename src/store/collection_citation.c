/* SPDX-License-Identifier: ISC */
#include "collection_page.h"

/*
 * The citations of a range of passages, then their steps: both stand in one
 * run, as rows are numbered by passage.  A page cites few sources often, so
 * each is looked up once; a join would seek it for every step.
 */
enum { READ_CITATIONS, READ_STEPS, FIND_SOURCE };

const char *const collection_citation_sql[] = {
	[READ_CITATIONS] =
	    "SELECT id, passage, at, len, number, document, origin"
	    " FROM citation WHERE passage BETWEEN ?1 AND ?2"
	    " ORDER BY passage, id",
	[READ_STEPS] =
	    "SELECT citation, role, seen, carried, source, text,"
	    " locator_label, locator_value FROM step"
	    " WHERE citation BETWEEN ?1 AND ?2 ORDER BY citation, number",
	[FIND_SOURCE] = "SELECT key, label FROM source WHERE id = ?1",
	NULL
};

bool
collection_find_role(enum step_role *out, sqlite3_stmt *s, int column)
{
	struct db_bytes name = db_get_bytes(s, column);

	for (int role = STEP_STATED_IN; role <= STEP_SPOKEN_BY; role++) {
		*out = (enum step_role)role;
		if (db_bytes_are(name, citation_get_role_name(*out)))
			return true;
	}
	return false;
}

static bool
find_seen(enum step_seen *out, sqlite3_stmt *s, int column)
{
	struct db_bytes name = db_get_bytes(s, column);

	for (int seen = SEEN_NO; seen <= SEEN_YES; seen++) {
		*out = (enum step_seen)seen;
		if (db_bytes_are(name, citation_get_seen_name(*out)))
			return true;
	}
	return false;
}

static enum status
add_citation(struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	struct citation c = { .id = db_get_int(s, 0) };
	uint32_t index, count = r->citation_count;
	enum status status = collection_page_find_passage(&index, r, s, 1, err);

	if (status == STATUS_OK)
		status = collection_page_get_bytes(&c.at, &c.len, r, index, s,
		    2, err);
	if (status != STATUS_OK)
		return status;
	if (count && c.id <= r->citations[count - 1].id)
		return db_fail_damaged(r->c->db, err,
		    "citation %lld is out of order", (long long)c.id);
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
add_citations(struct page_reading *r, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = collection_page_use(&s, r,
	    collection_citation_sql[READ_CITATIONS], err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		status = add_citation(r, s, err);
		if (status != STATUS_OK)
			break;
	}
	return db_end_rows(r->c->db, s, status, err);
}

static enum status
find_source(const struct page_source **out, struct page_reading *r, int64_t row,
    struct error *err)
{
	struct page_source *source = &r->sources[(uint64_t)row % PAGE_SOURCES];
	struct db *db = r->c->db;
	sqlite3_stmt *s;
	enum status status;

	*out = source;
	if (source->key && source->row == row)
		return STATUS_OK;
	status = db_use(&s, db, collection_citation_sql[FIND_SOURCE], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, row);
	status = db_next(db, s, err);
	if (status == STATUS_NOT_FOUND)
		return db_fail_damaged(db, err, "source %lld is missing",
		    (long long)row);
	if (status != STATUS_OK)
		return status;
	source->row = row;
	source->key = db_copy_filled(db, s, 0, r->arena);
	source->label = db_copy_filled(db, s, 1, r->arena);
	return db_end(db, s, status, err);
}

static enum status
read_who(struct step *step, struct page_reading *r, sqlite3_stmt *s,
    struct error *err)
{
	const struct page_source *source;
	enum status status;

	if (db_is_null(s, 4)) {
		step->text = db_copy_filled(r->c->db, s, 5, r->arena);
		return STATUS_OK;
	}
	status = find_source(&source, r, db_get_int(s, 4), err);
	if (status == STATUS_OK) {
		step->key = source->key;
		step->label = source->label;
	}
	return status;
}

static enum status
add_step(struct page_reading *r, struct citation *c, sqlite3_stmt *s,
    struct error *err)
{
	struct db *db = r->c->db;
	struct step step = { .key = NULL };
	enum status status;

	if (!collection_find_role(&step.role, s, 1) ||
	    !find_seen(&step.seen, s, 2))
		return db_fail_damaged(db, err,
		    "a step of citation %lld is of no known kind",
		    (long long)c->id);
	step.is_carried = db_get_int(s, 3) != 0;
	status = read_who(&step, r, s, err);
	if (status != STATUS_OK)
		return status;
	step.locator_value = db_copy_text(db, s, 7, r->arena);
	if (step.locator_value)
		step.locator_label = db_copy_filled(db, s, 6, r->arena);
	r->steps = collection_grow(r->steps, r->step_count, sizeof step,
	    r->arena);
	r->steps[r->step_count++] = step;
	c->step_count++;
	return STATUS_OK;
}

/* The steps of citations first and those behind it, which are in order. */
static enum status
add_steps(struct page_reading *r, uint32_t first, struct error *err)
{
	struct db *db = r->c->db;
	uint32_t last = r->citation_count - 1;
	uint32_t at = first;
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, collection_citation_sql[READ_STEPS],
	    err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, r->citations[first].id);
	db_bind_int(db, s, 2, r->citations[last].id);
	while ((status = db_next(db, s, err)) == STATUS_OK) {
		int64_t id = db_get_int(s, 0);

		if (at < last && r->citations[at].id != id &&
		    r->citations[at].step_count)
			at++;
		if (r->citations[at].id != id)
			status = db_fail_damaged(db, err,
			    "steps of citation %lld are out of order",
			    (long long)id);
		else
			status = add_step(r, &r->citations[at], s, err);
		if (status != STATUS_OK)
			break;
	}
	status = db_end_rows(db, s, status, err);
	if (status == STATUS_OK &&
	    (at != last || r->citations[at].step_count == 0))
		status = db_fail_damaged(db, err, "citation %lld has no steps",
		    (long long)r->citations[at].id);
	return status;
}

enum status
collection_page_add_citations(struct page_reading *r, struct error *err)
{
	uint32_t first = r->citation_count;
	enum status status = add_citations(r, err);

	if (status == STATUS_OK && r->citation_count > first && !r->is_part)
		status = add_steps(r, first, err);
	return status;
}

enum status
collection_read_steps(struct citation *citation, struct collection *c,
    struct arena *arena, struct error *err)
{
	struct page_reading r;
	enum status status;

	collection_begin(c);
	collection_page_begin(&r, c, arena);
	r.citations = citation;
	r.citation_count = 1;
	citation->step_count = 0;
	status = add_steps(&r, 0, err);
	citation->steps = r.steps;
	if (status != STATUS_OK)
		citation->step_count = 0;
	return status;
}
