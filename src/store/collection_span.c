/* SPDX-License-Identifier: ISC */
#include "collection_page.h"

#include <string.h>

/* The sentences and spans of a range of passages. */

enum { READ_SENTENCES, READ_SPANS };

const char *const collection_span_sql[] = {
	[READ_SENTENCES] =
	    "SELECT passage, at, len, documents, origins"
	    " FROM sentence WHERE passage BETWEEN ?1 AND ?2"
	    " ORDER BY passage, at",
	[READ_SPANS] =
	    "SELECT passage, at, len, kind, target FROM span"
	    " WHERE passage BETWEEN ?1 AND ?2 ORDER BY passage, number",
	NULL
};

const char *const collection_span_names[] = { NULL, "emphasis", "strong",
	"code", "link", "citation" };

/* Rows come passage by passage, or each would get another's. */
static enum status
find_passage(uint32_t *index, struct page_reading *r, sqlite3_stmt *s,
    struct error *err)
{
	enum status status = collection_page_find_passage(index, r, s, 0, err);

	if (status != STATUS_OK)
		return status;
	if (*index < r->row_index)
		return db_fail_damaged(r->c->db, err,
		    "rows of passage %lld are out of order",
		    (long long)r->passages[*index].id);
	r->row_index = *index;
	return STATUS_OK;
}

/* Sentences are layout's raw material: in order, apart, none empty. */
static enum status
add_sentence(struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	struct sentence sentence;
	struct passage *p;
	const struct sentence *before;
	uint32_t index, count = r->sentence_count;
	enum status status = find_passage(&index, r, s, err);

	if (status == STATUS_OK)
		status = collection_page_get_bytes(&sentence.at, &sentence.len,
		    r, index, s, 1, err);
	if (status != STATUS_OK)
		return status;
	p = &r->passages[index];
	before = p->sentence_count ? &r->sentences[count - 1] : NULL;
	if (before && sentence.at < before->at + before->len)
		return db_fail_damaged(r->c->db, err,
		    "sentences of passage %lld overlap", (long long)p->id);
	sentence.documents = db_get_count(s, 3);
	sentence.origins = db_get_count(s, 4);
	r->sentences = collection_grow(r->sentences, count, sizeof sentence,
	    r->arena);
	r->sentences[count] = sentence;
	r->sentence_count++;
	p->sentence_count++;
	return STATUS_OK;
}

static bool
find_span_kind(enum span_kind *out, sqlite3_stmt *s, int column)
{
	struct db_bytes name = db_get_bytes(s, column);

	for (int kind = SPAN_EMPHASIS; kind <= SPAN_CITATION; kind++) {
		if (db_bytes_are(name, collection_span_names[kind])) {
			*out = (enum span_kind)kind;
			return true;
		}
	}
	return false;
}

static enum status
add_span(struct page_reading *r, sqlite3_stmt *s, struct error *err)
{
	struct span span = { .target = 0 };
	struct passage *p;
	uint32_t index, count = r->span_count;
	enum status status = find_passage(&index, r, s, err);

	if (status == STATUS_OK)
		status = collection_page_get_bytes(&span.at, &span.len, r,
		    index, s, 1, err);
	if (status != STATUS_OK)
		return status;
	p = &r->passages[index];
	if (!find_span_kind(&span.kind, s, 3) ||
	    (p->span_count && span.at < r->spans[count - 1].at))
		return db_fail_damaged(r->c->db, err,
		    "spans of passage %lld are out of order", (long long)p->id);
	r->spans = collection_grow(r->spans, count, sizeof span, r->arena);
	r->targets = collection_grow(r->targets, count, sizeof r->targets[0],
	    r->arena);
	r->spans[count] = span;
	r->targets[count] = db_get_int(s, 4);
	r->span_count++;
	p->span_count++;
	if (span.kind == SPAN_LINK)
		r->link_span_count++;
	return STATUS_OK;
}

typedef enum status add_row(struct page_reading *r, sqlite3_stmt *s,
    struct error *err);

static enum status
add_rows(struct page_reading *r, const char *sql, add_row *add,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = collection_page_use(&s, r, sql, err);

	if (status != STATUS_OK)
		return status;
	r->row_index = r->range_base;
	while ((status = db_next(r->c->db, s, err)) == STATUS_OK) {
		status = add(r, s, err);
		if (status != STATUS_OK)
			break;
	}
	return db_end_rows(r->c->db, s, status, err);
}

enum status
collection_page_add_sentences(struct page_reading *r, struct error *err)
{
	return add_rows(r, collection_span_sql[READ_SENTENCES], add_sentence,
	    err);
}

enum status
collection_page_add_spans(struct page_reading *r, struct error *err)
{
	return add_rows(r, collection_span_sql[READ_SPANS], add_span, err);
}
