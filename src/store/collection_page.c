/* SPDX-License-Identifier: ISC */
#include "collection_page.h"

#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "db_text.h"

enum {
	READ_PLACES,
	RANGES_OF = READ_PLACES /* and a kind: the ranges of a record */
};

/* Up to three pairs: a passage and how many there are from it on. */
const char *const collection_page_sql[] = {
	[READ_PLACES] =
	    "SELECT passage, kind, level, ordinal, graphic, field,"
	    " record_kind, record, block, at, len FROM place"
	    " WHERE passage BETWEEN ?1 AND ?2 ORDER BY passage",
	[RANGES_OF + RECORD_TOPIC] =
	    "SELECT first_passage, passages FROM topic WHERE id = ?1",
	[RANGES_OF + RECORD_FIGURE] =
	    "SELECT statement, 1, note, 1 FROM figure WHERE id = ?1",
	[RANGES_OF + RECORD_SOURCE] =
	    "SELECT first_passage, passages FROM source WHERE id = ?1",
	[RANGES_OF + RECORD_EVENT] =
	    "SELECT first_passage, 1, statement, 1,"
	    " note, 1 FROM event WHERE id = ?1",
	[RANGES_OF + RECORD_MEASURE] =
	    "SELECT first_passage,"
	    " 1 + (definition <> '') FROM measure WHERE id = ?1",
	[RANGES_OF + RECORD_DISAGREEMENT] =
	    "SELECT note, 1 FROM disagreement WHERE id = ?1",
	[RANGES_OF + RECORD_DISAGREEMENT + 1] = NULL
};

void
collection_page_begin(struct page_reading *r, struct collection *c,
    struct arena *arena)
{
	*r = (struct page_reading){ .c = c, .arena = arena };
}

enum status
collection_page_use(sqlite3_stmt **s, struct page_reading *r, const char *sql,
    struct error *err)
{
	struct db *db = r->c->db;
	enum status status = db_use(s, db, sql, err);

	if (status == STATUS_OK) {
		db_bind_int(db, *s, 1, r->range.first);
		db_bind_int(db, *s, 2, r->range.first + r->range.count - 1);
	}
	return status;
}

enum status
collection_page_find_passage(uint32_t *index, const struct page_reading *r,
    sqlite3_stmt *s, int column, struct error *err)
{
	int64_t id = db_get_int(s, column);

	if (id < r->range.first || id >= r->range.first + r->range.count)
		return db_fail_damaged(r->c->db, err,
		    "rows of passage %lld are out of order", (long long)id);
	*index = r->range_base + (uint32_t)(id - r->range.first);
	return STATUS_OK;
}

/* Where byte at of the text in the file is now; false: inside a character. */
static bool
find_byte(uint32_t *to, const struct page_reading *r, uint32_t index,
    int64_t at)
{
	const struct page_original *was = &r->originals[index];

	if (at < 0 || at > was->len)
		return false;
	*to = was->moved ? was->moved[at] : (uint32_t)at;
	return *to != UINT32_MAX &&
	    (was->moved || !utf8_is_inside(r->passages[index].text[at]));
}

enum status
collection_page_get_bytes(uint32_t *at, uint32_t *len,
    const struct page_reading *r, uint32_t index, sqlite3_stmt *s, int column,
    struct error *err)
{
	int64_t from = db_get_int(s, column);
	int64_t bytes = db_get_int(s, column + 1);
	uint32_t end;

	if (bytes < 0 || bytes > DB_TEXT_LIMIT || from > DB_TEXT_LIMIT ||
	    !find_byte(at, r, index, from) ||
	    !find_byte(&end, r, index, from + bytes))
		return db_fail_damaged(r->c->db, err,
		    "a range of passage %lld is outside its text",
		    (long long)r->passages[index].id);
	*len = end - *at;
	return STATUS_OK;
}

static enum status
read_passage_text(struct passage *p, struct page_original *was,
    struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	struct text_place place;
	enum status status;
	char *text;
	size_t len;

	if (!collection_get_place(&place, s, 8))
		return db_fail_damaged(r->c->db, err,
		    "passage %lld has no text", (long long)p->id);
	status = collection_read_bytes(&text, r->c, place, r->arena, err);
	if (status != STATUS_OK)
		return status;
	len = (size_t)place.len;
	was->len = (uint32_t)len;
	was->moved = NULL;
	if (!db_text_is_sound(text, len)) {
		was->moved = arena_alloc_array(r->arena, len + 1,
		    sizeof *was->moved);
		text = db_text_repair(&len, was->moved, text, len,
		    DB_TEXT_LIMIT, r->arena);
	}
	p->text = text;
	p->len = (uint32_t)len;
	return STATUS_OK;
}

static enum status
read_passage(struct passage *p, struct page_reading *r, sqlite3_stmt *s,
    struct error *err)
{
	int64_t kind = db_get_int(s, 1);
	int64_t level = db_get_int(s, 2);
	uint32_t ordinal = db_get_count(s, 3);

	if (kind < PASSAGE_TITLE || kind > PASSAGE_FIELD || level < 0 ||
	    level > 255)
		return db_fail_damaged(r->c->db, err,
		    "passage %lld is of no known kind", (long long)p->id);
	p->kind = (enum passage_kind)kind;
	p->level = (int)level;
	p->ordinal = (int)ordinal;
	p->is_graphic = db_get_int(s, 4) != 0;
	p->field = db_copy_text(r->c->db, s, 5, r->arena);
	return STATUS_OK;
}

static enum status
check_owner(const struct page_reading *r, sqlite3_stmt *s, int64_t id,
    enum record_kind owner_kind, int64_t owner, struct error *err)
{
	if (id != r->range.first + (r->passage_count - r->range_base))
		return db_fail_damaged(r->c->db, err,
		    "passage %lld is out of order", (long long)id);
	if (owner_kind != RECORD_NONE &&
	    (db_get_int(s, 6) != owner_kind || db_get_int(s, 7) != owner))
		return db_fail_damaged(r->c->db, err,
		    "passage %lld does not belong to %s %lld", (long long)id,
		    record_get_name(owner_kind), (long long)owner);
	return STATUS_OK;
}

static enum status
add_passage(struct page_reading *r, sqlite3_stmt *s,
    enum record_kind owner_kind, int64_t owner, struct error *err)
{
	struct passage p = { .id = db_get_int(s, 0) };
	struct page_original was;
	uint32_t count = r->passage_count;
	enum status status;

	status = check_owner(r, s, p.id, owner_kind, owner, err);
	if (status == STATUS_OK)
		status = read_passage(&p, r, s, err);
	if (status == STATUS_OK)
		status = read_passage_text(&p, &was, r, s, err);
	if (status != STATUS_OK)
		return status;
	r->passages = collection_grow(r->passages, count, sizeof p, r->arena);
	r->originals = collection_grow(r->originals, count, sizeof was,
	    r->arena);
	r->passages[count] = p;
	r->originals[count] = was;
	r->bytes_begun += p.len;
	r->passage_count++;
	return STATUS_OK;
}

static bool
is_full(const struct page_reading *r)
{
	return r->is_part &&
	    (r->passage_count == PART_PASSAGES || r->bytes_begun >= PART_BYTES);
}

static enum status
add_passages(struct page_reading *r, enum record_kind owner_kind, int64_t owner,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = collection_page_use(&s, r,
	    collection_page_sql[READ_PLACES], err);

	if (status != STATUS_OK)
		return status;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		status = add_passage(r, s, owner_kind, owner, err);
		if (status != STATUS_OK || is_full(r))
			break;
	}
	status = db_end_rows(r->c->db, s, status, err);
	if (status == STATUS_OK && is_full(r))
		r->range.count = r->passage_count;
	if (status == STATUS_OK &&
	    r->passage_count - r->range_base != r->range.count)
		status = db_fail_damaged(r->c->db, err,
		    "passage %lld is not there",
		    (long long)(r->range.first +
			(r->passage_count - r->range_base)));
	return status;
}

enum status
collection_page_add(struct page_reading *r, struct page_range range,
    enum record_kind owner_kind, int64_t owner, struct error *err)
{
	enum status status;

	if (range.first < 1 || range.count < 0 || range.count > INT32_MAX ||
	    range.first > INT64_MAX / 2)
		return db_fail_damaged(r->c->db, err,
		    "there are no passages %lld", (long long)range.first);
	r->range = range;
	r->range_base = r->passage_count;
	status = add_passages(r, owner_kind, owner, err);
	if (status == STATUS_OK)
		status = collection_page_add_sentences(r, err);
	if (status == STATUS_OK)
		status = collection_page_add_spans(r, err);
	if (status == STATUS_OK)
		status = collection_page_add_citations(r, err);
	return status;
}

/* Gives each passage and citation its parts; targets are not yet set. */
static void
finish(struct page *out, struct page_reading *r)
{
	struct sentence *sentences = r->sentences;
	struct span *spans = r->spans;
	struct step *steps = r->steps;

	for (uint32_t i = 0; i < r->passage_count; i++) {
		struct passage *p = &r->passages[i];

		p->sentences = p->sentence_count ? sentences : NULL;
		p->spans = p->span_count ? spans : NULL;
		if (p->sentence_count)
			sentences += p->sentence_count;
		if (p->span_count)
			spans += p->span_count;
	}
	for (uint32_t i = 0; i < r->citation_count; i++) {
		struct citation *c = &r->citations[i];

		c->steps = c->step_count ? steps : NULL;
		if (c->step_count)
			steps += c->step_count;
	}
	*out = (struct page){ .passages = r->passages,
		.passage_count = r->passage_count,
		.citations = r->citations,
		.citation_count = r->citation_count };
}

/* The ranges of a record; neighbours become one. */
static enum status
find_ranges(struct page_range ranges[3], int *count, struct collection *c,
    enum record_kind kind, int64_t id, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, c->db,
	    collection_page_sql[RANGES_OF + kind], err);
	int n = 0;

	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, id);
	status = db_next(c->db, s, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no %s has the number %lld",
		    record_get_name(kind), (long long)id);
	if (status != STATUS_OK)
		return status;
	for (int i = 0; i + 1 < sqlite3_column_count(s); i += 2) {
		struct page_range next = { db_get_int(s, i),
			db_get_int(s, i + 1) };

		if (db_is_null(s, i) || next.count == 0)
			continue;
		if (n && next.count == 1 &&
		    (uint64_t)next.first ==
			(uint64_t)ranges[n - 1].first +
			    (uint64_t)ranges[n - 1].count)
			ranges[n - 1].count++;
		else
			ranges[n++] = next;
	}
	*count = n;
	return db_end(c->db, s, status, err);
}

static void
give_page(struct page *out, struct page_reading *r,
    const struct page_links *links)
{
	finish(out, r);
	out->links = links->links;
	out->link_count = links->count;
}

static enum status
read_page(struct page *out, struct collection *c, enum record_kind kind,
    int64_t id, struct arena *arena, struct error *err)
{
	struct page_reading r;
	struct page_range ranges[3];
	struct page_links links = { .count = 0 };
	int count = 0;
	enum status status = find_ranges(ranges, &count, c, kind, id, err);

	if (status != STATUS_OK)
		return status;
	collection_page_begin(&r, c, arena);
	for (int i = 0; i < count && status == STATUS_OK; i++)
		status = collection_page_add(&r, ranges[i], kind, id, err);
	if (status == STATUS_OK)
		status = collection_page_read_targets(&links, &r, kind, id,
		    err);
	if (status != STATUS_OK)
		return status;
	give_page(out, &r, &links);
	return STATUS_OK;
}

enum status
collection_read_page(struct page *out, struct collection *c,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err)
{
	if (kind <= RECORD_NONE || kind > RECORD_DISAGREEMENT)
		return error_set(err, STATUS_NOT_FOUND,
		    "records of kind %d have no page", (int)kind);
	collection_begin(c);
	return collection_end(c, read_page(out, c, kind, id, arena, err));
}

static enum status
read_part(struct page *out, struct collection *c, int64_t topic, uint32_t first,
    struct arena *arena, struct error *err)
{
	struct page_reading r;
	struct page_range range[3];
	struct page_links links = { .count = 0 };
	int count = 0;
	enum status status = find_ranges(range, &count, c, RECORD_TOPIC, topic,
	    err);

	collection_page_begin(&r, c, arena);
	r.is_part = true;
	if (status == STATUS_OK && count > 0 && first < range[0].count &&
	    range[0].first <= INT64_MAX / 2) {
		range[0].first += first;
		range[0].count -= first;
		status = collection_page_add(&r, range[0], RECORD_TOPIC, topic,
		    err);
		if (status == STATUS_OK)
			status = collection_page_read_part_targets(&links, &r,
			    RECORD_TOPIC, topic, err);
	}
	if (status != STATUS_OK)
		return status;
	give_page(out, &r, &links);
	return STATUS_OK;
}

enum status
collection_read_topic_part(struct page *out, struct collection *c,
    int64_t topic, uint32_t first, struct arena *arena, struct error *err)
{
	collection_begin(c);
	return collection_end(c, read_part(out, c, topic, first, arena, err));
}
