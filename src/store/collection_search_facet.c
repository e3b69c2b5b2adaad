/* SPDX-License-Identifier: ISC */
#include "store/collection_search.h"

#include <string.h>

#include "collection_private.h"
#include "model/date.h"

/*
 * What the facets of a passage are: those by which a scope would find it, so
 * that what is counted under a value is what is left when one narrows by it.
 * Only a period that is open or very long meets more years than it has here.
 */
enum {
	FIGURE_TOPIC,
	EVENT_TOPIC,
	TOPIC_PARENT,
	PASSAGE_SOURCES,
	PASSAGE_DOCUMENTS,
	FIGURE_YEARS,
	EVENT_YEARS,
	SOURCE_YEAR,
	IS_MEMBER,
	HAS_MEMBERS
};

const char *const collection_search_facet_sql[] = {
	[FIGURE_TOPIC] = "SELECT topic FROM figure WHERE id = ?1",
	[EVENT_TOPIC] = "SELECT topic FROM event WHERE id = ?1",
	[TOPIC_PARENT] = "SELECT parent FROM topic WHERE id = ?1",
	[PASSAGE_SOURCES] =
	    "SELECT s.source FROM citation AS c"
	    " CROSS JOIN step AS s ON s.citation = c.id"
	    " WHERE c.passage = ?1 AND s.source IS NOT NULL",
	[PASSAGE_DOCUMENTS] =
	    "SELECT s.source FROM citation AS c"
	    " CROSS JOIN step AS s ON s.citation = c.id AND s.number = 1"
	    " WHERE c.passage = ?1 AND s.source IS NOT NULL",
	[FIGURE_YEARS] =
	    "SELECT period_from, period_to FROM figure"
	    " WHERE id = ?1 AND period_from IS NOT NULL",
	[EVENT_YEARS] = "SELECT date_from, date_to FROM event WHERE id = ?1",
	[SOURCE_YEAR] =
	    "SELECT iif(year LIKE '% BC', 1 - CAST(year AS INTEGER),"
	    " CAST(year AS INTEGER)) FROM source"
	    " WHERE id = ?1 AND year <> ''",
	/* One origin told twice is no disagreement. */
	[IS_MEMBER] =
	    "SELECT 1 FROM disagreement_member AS m"
	    " CROSS JOIN disagreement AS d ON d.id = m.disagreement"
	    " WHERE m.kind = ?2 AND m.record = ?1"
	    " AND d.kind <> 'one-origin' LIMIT 1",
	[HAS_MEMBERS] =
	    "SELECT 1 FROM figure AS f"
	    " CROSS JOIN disagreement_member AS m"
	    " ON m.kind = 'figure' AND m.record = f.id"
	    " CROSS JOIN disagreement AS d ON d.id = m.disagreement"
	    " WHERE f.measure = ?1 AND d.kind <> 'one-origin' LIMIT 1",
	NULL
};

enum { YEARS_LIMIT = 200, DEPTH_LIMIT = 64 };

struct values {
	struct collection *c;
	const struct passage_run *run;
	int64_t passage;
	int64_t *list; /* ascending */
	uint32_t count, limit;
};

/* The least are kept. */
static void
add_value(struct values *v, int64_t value)
{
	uint32_t at = v->count;

	while (at > 0 && v->list[at - 1] > value)
		at--;
	if (at == v->limit || (at > 0 && v->list[at - 1] == value))
		return;
	if (v->count < v->limit)
		v->count++;
	memmove(&v->list[at + 1], &v->list[at],
	    (v->count - at - 1) * sizeof v->list[0]);
	v->list[at] = value;
}

static enum status
use(sqlite3_stmt **s, struct values *v, int number, int64_t id,
    struct error *err)
{
	enum status status = db_use(s, v->c->db,
	    collection_search_facet_sql[number], err);

	if (status == STATUS_OK)
		db_bind_int(v->c->db, *s, 1, id);
	return status;
}

/* The number in the row of a statement; 0 where there is none. */
static enum status
find_number(int64_t *out, struct values *v, int number, int64_t id,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = use(&s, v, number, id, err);

	*out = 0;
	if (status != STATUS_OK)
		return status;
	status = db_next(v->c->db, s, err);
	if (status == STATUS_OK)
		*out = db_get_int(s, 0);
	return db_end_rows(v->c->db, s, status, err);
}

static enum status
list_kind(struct values *v, struct error *err)
{
	(void)err;
	add_value(v, v->run->kind);
	return STATUS_OK;
}

/* A topic and those above it, whose subtrees it is in. */
static enum status
list_topics(struct values *v, struct error *err)
{
	int64_t topic = v->run->record;
	enum status status = STATUS_OK;

	if (v->run->kind == RECORD_FIGURE)
		status = find_number(&topic, v, FIGURE_TOPIC, topic, err);
	else if (v->run->kind == RECORD_EVENT)
		status = find_number(&topic, v, EVENT_TOPIC, topic, err);
	else if (v->run->kind != RECORD_TOPIC)
		return STATUS_OK;
	for (int i = 0; i < DEPTH_LIMIT && topic > 0 && !status; i++) {
		add_value(v, topic);
		status = find_number(&topic, v, TOPIC_PARENT, topic, err);
	}
	return status;
}

static enum status
list_cited(struct values *v, int number, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = use(&s, v, number, v->passage, err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(v->c->db, s, err)) == STATUS_OK)
		add_value(v, db_get_int(s, 0));
	return db_end_rows(v->c->db, s, status, err);
}

static enum status
list_sources(struct values *v, struct error *err)
{
	if (v->run->kind == RECORD_SOURCE)
		add_value(v, v->run->record);
	return list_cited(v, PASSAGE_SOURCES, err);
}

static enum status
list_documents(struct values *v, struct error *err)
{
	return list_cited(v, PASSAGE_DOCUMENTS, err);
}

/* Of a period with an open end the other one. */
static void
add_years(struct values *v, int64_t from, int64_t to)
{
	if (from <= DATE_OPEN_START)
		from = to;
	if (to >= DATE_OPEN_END)
		to = from;
	if (from <= DATE_OPEN_START || from >= DATE_OPEN_END)
		return;
	from /= 10000;
	to /= 10000;
	if (to > from + YEARS_LIMIT - 1)
		to = from + YEARS_LIMIT - 1;
	for (int64_t year = from; year <= to; year++)
		add_value(v, year);
}

static enum status
list_period(struct values *v, int number, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = use(&s, v, number, v->run->record, err);

	if (status != STATUS_OK)
		return status;
	status = db_next(v->c->db, s, err);
	if (status == STATUS_OK)
		add_years(v, db_get_int(s, 0), db_get_int(s, 1));
	return db_end_rows(v->c->db, s, status, err);
}

static enum status
list_years(struct values *v, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	if (v->run->kind == RECORD_FIGURE)
		return list_period(v, FIGURE_YEARS, err);
	if (v->run->kind == RECORD_EVENT)
		return list_period(v, EVENT_YEARS, err);
	if (v->run->kind != RECORD_SOURCE)
		return STATUS_OK;
	status = use(&s, v, SOURCE_YEAR, v->run->record, err);
	if (status != STATUS_OK)
		return status;
	status = db_next(v->c->db, s, err);
	if (status == STATUS_OK)
		add_value(v, db_get_int(s, 0));
	return db_end_rows(v->c->db, s, status, err);
}

static enum status
list_disagreeing(struct values *v, struct error *err)
{
	int64_t is_member = 0;
	sqlite3_stmt *s;
	enum status status = use(&s, v, IS_MEMBER, v->run->record, err);

	if (status != STATUS_OK)
		return status;
	db_bind_text(v->c->db, s, 2, record_get_name(v->run->kind));
	status = db_next(v->c->db, s, err);
	if (status == STATUS_OK)
		is_member = 1;
	status = db_end_rows(v->c->db, s, status, err);
	if (status == STATUS_OK && !is_member && v->run->kind == RECORD_MEASURE)
		status = find_number(&is_member, v, HAS_MEMBERS, v->run->record,
		    err);
	if (status == STATUS_OK && is_member)
		add_value(v, 1);
	return status;
}

typedef enum status list_values(struct values *v, struct error *err);

static list_values *const lists[FACET_COUNT] = {
	[FACET_KIND] = list_kind,
	[FACET_TOPIC] = list_topics,
	[FACET_SOURCE] = list_sources,
	[FACET_DOCUMENT] = list_documents,
	[FACET_YEAR] = list_years,
	[FACET_DISAGREEING] = list_disagreeing,
};

enum status
collection_list_facet(int64_t *values, uint32_t *count, uint32_t limit,
    struct collection *c, enum facet facet, const struct passage_run *run,
    int64_t passage, struct error *err)
{
	struct values v = { c, run, passage, values, 0, limit };
	enum status status;

	collection_begin(c);
	status = lists[facet](&v, err);
	if (status == STATUS_OK)
		*count = v.count;
	return status;
}
