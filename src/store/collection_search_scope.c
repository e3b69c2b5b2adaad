/* SPDX-License-Identifier: ISC */
#include "store/collection_search.h"

#include "collection_private.h"
#include "passage_set.h"

/*
 * A scope is what its conditions have in common: each gives a set of
 * passages by statements whose columns are, in pairs, the first and the last
 * of some.
 */
enum {
	FIND_LAST,
	FIND_RUN_OF_KIND,
	FIND_SUBTREE,
	TOPIC_FIGURES,
	TOPIC_EVENTS,
	OF_SOURCE,
	CITING,
	CITING_FIRST,
	YEAR_FIGURES,
	YEAR_EVENTS,
	YEAR_SOURCES,
	DISAGREEING_TOPICS,
	DISAGREEING_FIGURES,
	DISAGREEING_SOURCES,
	DISAGREEING_EVENTS,
	DISAGREEING_MEASURES,
	MEASURES_OF_FIGURES
};

/* Of a topic; title and summary stand before its first passage. */
#define TOPIC_START                                  \
	"(SELECT max(r.first_passage) FROM run AS r" \
	" WHERE r.first_passage <= t.first_passage - 1)"
#define FIGURE_PASSAGES "f.statement, f.statement, f.note, f.note"
#define EVENT_PASSAGES                                                \
	"e.first_passage, e.first_passage, e.statement, e.statement," \
	" e.note, e.note"
#define SOURCE_PASSAGES "s.first_passage, s.first_passage + s.passages - 1"
#define MEASURE_PASSAGES \
	"m.first_passage, m.first_passage + (m.definition <> '')"
#define OF_STEPS                      \
	"SELECT c.passage, c.passage" \
	" FROM step AS s CROSS JOIN citation AS c ON c.id = s.citation"

/* One origin told twice is no disagreement. */
#define FROM_MEMBERS                     \
	" FROM disagreement_member AS a" \
	" CROSS JOIN disagreement AS d"  \
	" ON d.id = a.disagreement"
#define DISAGREEING(kind) \
	" WHERE a.kind = '" kind "' AND d.kind <> 'one-origin'"

const char *const collection_search_scope_sql[] = {
	[FIND_LAST] = "SELECT max(passage) FROM place",
	[FIND_RUN_OF_KIND] =
	    "SELECT first_passage FROM run WHERE record_kind = ?1"
	    " AND first_passage >= ?2 ORDER BY first_passage LIMIT 1",
	[FIND_SUBTREE] = "SELECT t.last, " TOPIC_START
			 ", o.first_passage + o.passages - 1 FROM topic AS t"
			 " LEFT JOIN topic AS o ON o.id = t.last"
			 " WHERE t.id = ?1",
	[TOPIC_FIGURES] = "SELECT " FIGURE_PASSAGES
			  " FROM figure AS f"
			  " WHERE f.topic BETWEEN ?1 AND ?2",
	[TOPIC_EVENTS] = "SELECT " EVENT_PASSAGES
			 " FROM event AS e"
			 " WHERE e.topic BETWEEN ?1 AND ?2",
	[OF_SOURCE] = "SELECT " SOURCE_PASSAGES
		      " FROM source AS s WHERE s.id = ?1",
	[CITING] = OF_STEPS " WHERE s.source = ?1",
	[CITING_FIRST] = OF_STEPS " WHERE s.source = ?1 AND s.number = 1",
	[YEAR_FIGURES] = "SELECT " FIGURE_PASSAGES
			 " FROM figure AS f /*scan*/"
			 " WHERE f.period_from <= ?2 AND f.period_to >= ?1",
	[YEAR_EVENTS] = "SELECT " EVENT_PASSAGES
			" FROM event AS e /*scan*/"
			" WHERE e.date_from <= ?2 AND e.date_to >= ?1",
	[YEAR_SOURCES] = "SELECT " SOURCE_PASSAGES
			 " FROM source AS s /*scan*/"
			 " WHERE s.year <> '' AND iif(s.year LIKE '% BC',"
			 " 1 - CAST(s.year AS INTEGER),"
			 " CAST(s.year AS INTEGER)) BETWEEN ?1 AND ?2",
	[DISAGREEING_TOPICS] =
	    "SELECT " TOPIC_START
	    ", t.first_passage + t.passages - 1" FROM_MEMBERS
	    " CROSS JOIN topic AS t ON t.id = a.record" DISAGREEING("topic"),
	[DISAGREEING_FIGURES] =
	    "SELECT " FIGURE_PASSAGES FROM_MEMBERS
	    " CROSS JOIN figure AS f ON f.id = a.record" DISAGREEING("figure"),
	[DISAGREEING_SOURCES] =
	    "SELECT " SOURCE_PASSAGES FROM_MEMBERS
	    " CROSS JOIN source AS s ON s.id = a.record" DISAGREEING("source"),
	[DISAGREEING_EVENTS] =
	    "SELECT " EVENT_PASSAGES FROM_MEMBERS
	    " CROSS JOIN event AS e ON e.id = a.record" DISAGREEING("event"),
	[DISAGREEING_MEASURES] =
	    "SELECT " MEASURE_PASSAGES FROM_MEMBERS
	    " CROSS JOIN measure AS m ON m.id = a.record" DISAGREEING(
		"measure"),
	[MEASURES_OF_FIGURES] =
	    "SELECT " MEASURE_PASSAGES FROM_MEMBERS
	    " CROSS JOIN figure AS f ON f.id = a.record"
	    " CROSS JOIN measure AS m ON m.id = f.measure" DISAGREEING(
		"figure"),
	NULL
};

enum { ALL_KINDS = (1 << (RECORD_DISAGREEMENT + 1)) - (1 << RECORD_TOPIC) };

bool
scope_is_all(const struct scope *s)
{
	unsigned kinds = s->kinds & ALL_KINDS;

	return (s->kinds == 0 || kinds == ALL_KINDS) && s->topic == 0 &&
	    s->source == 0 && s->document == 0 && !s->has_years &&
	    !s->is_disagreeing;
}

/* Adds what a statement gives for two numbers, of which it may need none. */
static enum status
add_pairs(struct passage_set *set, struct collection *c, const char *sql,
    int64_t one, int64_t two, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db, sql, err);
	int parameters;

	if (status != STATUS_OK)
		return status;
	parameters = sqlite3_bind_parameter_count(s);
	if (parameters > 0)
		db_bind_int(c->db, s, 1, one);
	if (parameters > 1)
		db_bind_int(c->db, s, 2, two);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		for (int i = 0; i + 1 < sqlite3_column_count(s); i += 2)
			passage_set_add(set, db_get_int(s, i),
			    db_get_int(s, i + 1));
	}
	return db_end_rows(c->db, s, status, err);
}

/* The same for several statements, named by their numbers; 0 ends them. */
static enum status
add_all(struct passage_set *set, struct collection *c, const int *numbers,
    int64_t one, int64_t two, struct error *err)
{
	enum status status = STATUS_OK;

	for (; *numbers && status == STATUS_OK; numbers++)
		status = add_pairs(set, c,
		    collection_search_scope_sql[*numbers], one, two, err);
	return status;
}

/* The first passage from `from` on of one of the kinds; behind all: none. */
static enum status
find_kinds(int64_t *out, struct collection *c, unsigned kinds, int64_t from,
    int64_t behind, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_search_scope_sql[FIND_RUN_OF_KIND], err);

	*out = behind;
	for (int i = RECORD_TOPIC; i <= RECORD_DISAGREEMENT && !status; i++) {
		if (!(kinds & 1u << i))
			continue;
		db_bind_int(c->db, s, 1, i);
		db_bind_int(c->db, s, 2, from);
		status = db_next(c->db, s, err);
		if (status == STATUS_OK && db_get_int(s, 0) < *out)
			*out = db_get_int(s, 0);
		status = db_end_rows(c->db, s, status, err);
	}
	return status;
}

/* From a run of the kinds to the next of another. */
static enum status
add_kinds(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	int64_t behind = set->last + 1;
	int64_t first = 1, end = 1;
	enum status status;

	for (;;) {
		status = find_kinds(&first, c, scope->kinds, end, behind, err);
		if (status != STATUS_OK || first >= behind)
			return status;
		status = find_kinds(&end, c, ~scope->kinds, first, behind, err);
		if (status != STATUS_OK)
			return status;
		if (end <= first)
			return db_fail_damaged(c->db, err,
			    "passage %lld is of two records", (long long)first);
		passage_set_add(set, first, end - 1);
	}
}

static enum status
add_topic(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	static const int numbers[] = { TOPIC_FIGURES, TOPIC_EVENTS, 0 };
	int64_t last = 0;
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_search_scope_sql[FIND_SUBTREE], err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, scope->topic);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK) {
		last = db_get_int(s, 0);
		passage_set_add(set, db_get_int(s, 1), db_get_int(s, 2));
	}
	status = db_end_rows(c->db, s, status, err);
	if (status != STATUS_OK)
		return status;
	return add_all(set, c, numbers, scope->topic, last, err);
}

static enum status
add_source(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	static const int numbers[] = { OF_SOURCE, CITING, 0 };

	return add_all(set, c, numbers, scope->source, 0, err);
}

static enum status
add_document(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	static const int numbers[] = { CITING_FIRST, 0 };

	return add_all(set, c, numbers, scope->document, 0, err);
}

/* Days are numbers YYYYMMDD. */
static enum status
add_years(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	static const int by_day[] = { YEAR_FIGURES, YEAR_EVENTS, 0 };
	static const int by_year[] = { YEAR_SOURCES, 0 };
	int64_t from = scope->year_from;
	int64_t to = scope->year_to;
	enum status status = add_all(set, c, by_day, from * 10000,
	    to * 10000 + 9999, err);

	return status ? status : add_all(set, c, by_year, from, to, err);
}

static enum status
add_disagreeing(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	static const int numbers[] = { DISAGREEING_TOPICS, DISAGREEING_FIGURES,
		DISAGREEING_SOURCES, DISAGREEING_EVENTS, DISAGREEING_MEASURES,
		MEASURES_OF_FIGURES, 0 };

	(void)scope;
	return add_all(set, c, numbers, 0, 0, err);
}

/* Keeps of the set what meets a condition. */
typedef enum status add_condition(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err);

static enum status
narrow(struct passage_set *set, struct collection *c, const struct scope *scope,
    add_condition *add, struct error *err)
{
	struct passage_set other;
	enum status status;

	passage_set_init(&other, set->last);
	status = add(&other, c, scope, err);
	passage_set_meet(set, &other);
	passage_set_clear(&other);
	return status;
}

static enum status
narrow_all(struct passage_set *set, struct collection *c,
    const struct scope *scope, struct error *err)
{
	const struct {
		bool is_wanted;
		add_condition *add;
	} conditions[] = {
		{ (scope->kinds & ALL_KINDS) != ALL_KINDS && scope->kinds != 0,
		    add_kinds },
		{ scope->topic != 0, add_topic },
		{ scope->source != 0, add_source },
		{ scope->document != 0, add_document },
		{ scope->has_years, add_years },
		{ scope->is_disagreeing, add_disagreeing },
	};
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
		if (conditions[i].is_wanted && status == STATUS_OK)
			status = narrow(set, c, scope, conditions[i].add, err);
	}
	return status;
}

/* A passage needs some bytes of the file, if only for its place. */
static enum status
find_last(int64_t *out, struct collection *c, struct error *err)
{
	sqlite3_stmt *s;
	int64_t last = 0;
	enum status status = db_use(&s, c->db,
	    collection_search_scope_sql[FIND_LAST], err);

	if (status != STATUS_OK)
		return status;
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		last = db_get_int(s, 0);
	status = db_end_rows(c->db, s, status, err);
	if (status != STATUS_OK)
		return status;
	if (last < 0 || (uint64_t)last > c->db->file_bytes)
		return db_fail_damaged(c->db, err,
		    "its last passage has the number %lld", (long long)last);
	*out = last;
	return STATUS_OK;
}

enum status
collection_list_scope(struct passage_range **out, uint32_t *count,
    struct collection *c, const struct scope *scope, struct arena *arena,
    struct error *err)
{
	struct passage_set set;
	int64_t last = 0;
	enum status status;

	collection_begin(c);
	status = find_last(&last, c, err);
	if (status != STATUS_OK)
		return status;
	passage_set_init(&set, last);
	passage_set_add(&set, 1, last);
	status = narrow_all(&set, c, scope, err);
	if (status == STATUS_OK)
		passage_set_list(out, count, &set, arena);
	passage_set_clear(&set);
	return status;
}
