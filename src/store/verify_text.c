/* SPDX-License-Identifier: ISC */
#include "verify.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "collection_page.h"

enum {
	FIND_FOLDED,
	READ_VIEW,
	COUNT_OF /* and a kind; RECORD_NONE: passages */
};

const char *const verify_text_sql[] = {
	[FIND_FOLDED] =
	    "SELECT substr(b.data, f.at + 1, f.len), f.map FROM folded AS f"
	    " CROSS JOIN place AS p ON p.passage = f.passage"
	    " CROSS JOIN folded_block AS b ON b.block = p.block"
	    " WHERE f.passage = ?1",
	[READ_VIEW] = "SELECT text FROM passage WHERE id = ?1",
	[COUNT_OF] = "SELECT count(*) FROM place /*scan*/",
	[COUNT_OF + RECORD_TOPIC] = "SELECT count(*) FROM topic /*scan*/",
	[COUNT_OF + RECORD_FIGURE] = "SELECT count(*) FROM figure /*scan*/",
	[COUNT_OF + RECORD_SOURCE] = "SELECT count(*) FROM source /*scan*/",
	[COUNT_OF + RECORD_EVENT] = "SELECT count(*) FROM event /*scan*/",
	[COUNT_OF + RECORD_MEASURE] = "SELECT count(*) FROM measure /*scan*/",
	[COUNT_OF +
	    RECORD_DISAGREEMENT] = "SELECT count(*) FROM disagreement /*scan*/",
	[COUNT_OF + RECORD_DISAGREEMENT + 1] = NULL
};

enum { PASSAGES_AT_ONCE = 64 };

static bool
is_column(sqlite3_stmt *s, int column, const struct str *wanted)
{
	const void *bytes = sqlite3_column_blob(s, column);
	size_t len = (size_t)sqlite3_column_bytes(s, column);

	return len == wanted->len &&
	    (len == 0 || memcmp(bytes, wanted->data, len) == 0);
}

/* Folding the text again gives what stands there. */
static enum status
check_folded(struct verify *v, const struct passage *p, struct error *err)
{
	struct db *db = v->c->db;
	struct str folded, map;
	bool is_folded;
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, verify_text_sql[FIND_FOLDED], err);

	if (status != STATUS_OK)
		return status;
	str_init(&folded, 0);
	str_init(&map, 0);
	is_folded = utf8_fold(&folded, &map, p->text, p->len);
	db_bind_int(db, s, 1, p->id);
	status = db_next(db, s, err);
	if ((status == STATUS_NOT_FOUND && is_folded) ||
	    (status == STATUS_OK &&
		(!is_folded || !is_column(s, 0, &folded) ||
		    !is_column(s, 1, &map))))
		verify_say(v, "passage %lld: its folded text is another's",
		    (long long)p->id);
	str_clear(&folded);
	str_clear(&map);
	return db_end_rows(db, s, status, err);
}

static enum status
check_range(struct verify *v, struct page_range range, struct arena *arena,
    struct error *err)
{
	struct page_reading r;
	enum status status;

	collection_begin(v->c);
	collection_page_begin(&r, v->c, arena);
	status = collection_page_add(&r, range, RECORD_NONE, 0, err);
	for (uint32_t i = 0; i < r.passage_count && !status; i++) {
		const struct passage *p = &r.passages[i];

		if (r.originals[i].moved)
			verify_say(v, "passage %lld is not UTF-8",
			    (long long)p->id);
		else if (p->len && !utf8_is_nfc(p->text, p->len))
			verify_say(v, "passage %lld is not in NFC",
			    (long long)p->id);
		else
			status = check_folded(v, p, err);
	}
	arena_reset(arena);
	return status;
}

static enum status
count_rows(int64_t *out, struct verify *v, enum record_kind kind,
    struct error *err)
{
	struct db *db = v->c->db;
	sqlite3_stmt *s;
	enum status status;

	db_start(db, 1);
	status = db_use(&s, db, verify_text_sql[COUNT_OF + kind], err);
	if (status == STATUS_OK)
		status = db_next(db, s, err);
	if (status != STATUS_OK)
		return status;
	*out = db_get_int(s, 0);
	return db_end(db, s, status, err);
}

/* Many at once, and one by one where something is wrong. */
static enum status
check_passages(struct verify *v, struct arena *arena, struct error *err)
{
	int64_t count = 0;
	int64_t step = PASSAGES_AT_ONCE;
	enum status status = count_rows(&count, v, RECORD_NONE, err);

	for (int64_t first = 1;
	     first <= count && !status && v->faults < VERIFY_FAULT_LIMIT;
	     first += step) {
		struct page_range range = { first,
			count - first + 1 < step ? count - first + 1 : step };

		status = check_range(v, range, arena, err);
		if (status != STATUS_CORRUPT)
			continue;
		status = STATUS_OK;
		for (int64_t i = 0; i < range.count && !status; i++)
			status = verify_note(v,
			    check_range(v, (struct page_range){ first + i, 1 },
				arena, err),
			    err);
	}
	return status;
}

static enum status
check_pages(struct verify *v, enum record_kind kind, struct arena *arena,
    struct error *err)
{
	int64_t count = 0;
	enum status status = count_rows(&count, v, kind, err);

	for (int64_t id = 1;
	     id <= count && !status && v->faults < VERIFY_FAULT_LIMIT; id++) {
		struct page page;

		status = verify_note(v,
		    collection_read_page(&page, v->c, kind, id, arena, err),
		    err);
		arena_reset(arena);
	}
	return status;
}

/* The view is for people: what it shows is what we read. */
static enum status
check_view(struct verify *v, struct arena *arena, struct error *err)
{
	struct db *db = v->c->db;
	struct page_reading r;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(v->c);
	collection_page_begin(&r, v->c, arena);
	status = collection_page_add(&r, (struct page_range){ 1, 1 },
	    RECORD_NONE, 0, err);
	if (status == STATUS_OK)
		status = db_use(&s, db, verify_text_sql[READ_VIEW], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, 1);
	status = db_next(db, s, err);
	if (status == STATUS_NOT_FOUND ||
	    (status == STATUS_OK && !db_is_text(s, 0, r.passages[0].text)))
		verify_say(v, "the view passage does not show the text");
	arena_reset(arena);
	return db_end_rows(db, s, status, err);
}

enum status
verify_text(struct verify *v, struct error *err)
{
	struct arena arena = { NULL };
	int64_t count = 0;
	enum status status = verify_places(v, err);

	if (status == STATUS_OK)
		status = check_passages(v, &arena, err);
	for (int kind = RECORD_TOPIC; kind <= RECORD_DISAGREEMENT && !status;
	     kind++)
		status = check_pages(v, (enum record_kind)kind, &arena, err);
	if (status == STATUS_OK)
		status = count_rows(&count, v, RECORD_NONE, err);
	if (status == STATUS_OK && count)
		status = verify_note(v, check_view(v, &arena, err), err);
	arena_clear(&arena);
	return status;
}
