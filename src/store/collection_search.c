/* SPDX-License-Identifier: ISC */
#include "store/collection_search.h"

#include "collection_private.h"

/*
 * Blocks are read in their order: a statement stands on the row of the last
 * one, whose bytes are lent, and steps to the next.  It is let go where
 * another function of the collection begins, or another block is asked for.
 */
enum { READ_BLOCKS, READ_FOLDED_BLOCKS, FIND_BLOCK, FIND_RUN };

const char *const collection_search_sql[] = {
	[READ_BLOCKS] =
	    "SELECT id, first_passage, places, data FROM block"
	    " WHERE id >= ?1 ORDER BY id",
	[READ_FOLDED_BLOCKS] =
	    "SELECT block, places, data FROM folded_block"
	    " WHERE block >= ?1 ORDER BY block",
	[FIND_BLOCK] = "SELECT block FROM place WHERE passage = ?1",
	[FIND_RUN] =
	    "SELECT first_passage, last_passage, record_kind, record FROM run"
	    " WHERE first_passage <= ?1 ORDER BY first_passage DESC LIMIT 1",
	NULL
};

static void
let_go(struct block_cursor *cursor)
{
	sqlite3_reset(cursor->s);
	cursor->s = NULL;
}

void
collection_let_blocks_go(struct collection *c)
{
	if (c->blocks.s)
		let_go(&c->blocks);
	if (c->folded_blocks.s)
		let_go(&c->folded_blocks);
}

static enum status
begin_blocks(struct block_cursor *cursor, struct db *db, const char *sql,
    int64_t id, struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	if (cursor->s)
		let_go(cursor);
	status = db_use(&s, db, sql, err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, id);
	cursor->s = s;
	return db_next(db, s, err);
}

/* Brings the cursor to the first row from id on; cursor->id tells which. */
static enum status
seek(struct block_cursor *cursor, struct db *db, const char *sql, int64_t id,
    struct error *err)
{
	bool is_next = cursor->s && id == cursor->wanted + 1;
	bool is_there = cursor->s && id >= cursor->wanted && id <= cursor->id;
	enum status status;

	cursor->wanted = id;
	if (is_there)
		return STATUS_OK;
	status = is_next ? db_next(db, cursor->s, err) :
			   begin_blocks(cursor, db, sql, id, err);
	if (status == STATUS_NOT_FOUND) {
		cursor->id = INT64_MAX;
		return STATUS_OK;
	}
	if (status != STATUS_OK)
		return status;
	cursor->id = db_get_int(cursor->s, 0);
	return cursor->id >= id ?
	    STATUS_OK :
	    db_fail_damaged(db, err, "block %lld is out of order",
		(long long)cursor->id);
}

static struct db_bytes
get_filled(sqlite3_stmt *s, int column)
{
	struct db_bytes b = db_get_bytes(s, column);

	return b.bytes ? b : (struct db_bytes){ "", 0 };
}

static size_t
get_u16(const unsigned char *bytes)
{
	return bytes[0] | (size_t)bytes[1] << 8;
}

static bool
are_places(const unsigned char *places, size_t count, size_t len)
{
	size_t before = 0;

	for (size_t i = 0; i < count; i++, places += BLOCK_PLACE_BYTES) {
		size_t end = get_u16(places);
		int kind = places[2] & ~BLOCK_GRAPHIC;

		if (end < before || kind < PASSAGE_TITLE ||
		    kind > PASSAGE_FIELD)
			return false;
		before = end;
	}
	return count > 0 && before == len;
}

static bool
are_folded_places(const unsigned char *places, size_t count, size_t len,
    size_t passages)
{
	size_t before = 0;
	size_t next = 0;

	for (size_t i = 0; i < count; i++, places += BLOCK_FOLDED_PLACE_BYTES) {
		size_t number = get_u16(places);
		size_t end = get_u16(places + 2);

		if (number < next || number >= passages || end < before)
			return false;
		next = number + 1;
		before = end;
	}
	return before == len;
}

static bool
get_block(struct text_block *out, struct collection *c, sqlite3_stmt *s)
{
	struct db_bytes places = get_filled(s, 2);
	struct db_bytes text = get_filled(s, 3);

	*out = (struct text_block){ .id = c->blocks.id,
		.first_passage = db_get_int(s, 1),
		.count = (uint32_t)(places.len / BLOCK_PLACE_BYTES),
		.text = text.bytes,
		.len = text.len,
		.places = (const unsigned char *)places.bytes,
		.folded = "" };
	if (places.len % BLOCK_PLACE_BYTES != 0 ||
	    out->first_passage < out->id ||
	    out->first_passage > INT64_MAX / 2 ||
	    (c->next_block == out->id &&
		c->next_block_first != out->first_passage))
		return false;
	c->next_block = out->id + 1;
	c->next_block_first = out->first_passage + out->count;
	return are_places(out->places, out->count, out->len);
}

static bool
get_folded_block(struct text_block *out, sqlite3_stmt *s)
{
	struct db_bytes places = get_filled(s, 1);
	struct db_bytes text = get_filled(s, 2);

	out->folded_count = (uint32_t)(places.len / BLOCK_FOLDED_PLACE_BYTES);
	out->folded = text.bytes;
	out->folded_len = text.len;
	out->folded_places = (const unsigned char *)places.bytes;
	return places.len % BLOCK_FOLDED_PLACE_BYTES == 0 &&
	    are_folded_places(out->folded_places, out->folded_count,
		out->folded_len, out->count);
}

static enum status
read_block(struct text_block *out, struct collection *c, int64_t id,
    bool wants_folded, struct error *err)
{
	enum status status = seek(&c->blocks, c->db,
	    collection_search_sql[READ_BLOCKS], id, err);

	if (status != STATUS_OK)
		return status;
	if (c->blocks.id != id)
		return error_set(err, STATUS_NOT_FOUND,
		    "no block has the number %lld", (long long)id);
	if (!get_block(out, c, c->blocks.s))
		return db_fail_damaged(c->db, err,
		    "the places of block %lld are wrong", (long long)id);
	if (!wants_folded)
		return STATUS_OK;
	status = seek(&c->folded_blocks, c->db,
	    collection_search_sql[READ_FOLDED_BLOCKS], id, err);
	if (status == STATUS_OK && c->folded_blocks.id == id &&
	    !get_folded_block(out, c->folded_blocks.s))
		return db_fail_damaged(c->db, err,
		    "the places of folded block %lld are wrong", (long long)id);
	return status;
}

/*
 * Text that is gone through is not come back to; some pages stay for what is
 * asked between.  A collection that was let go keeps fewer already.
 */
static void
keep_few_pages(struct collection *c)
{
	if (!c->has_small_cache && !c->has_search_cache)
		db_run(c->db, "PRAGMA cache_size=-800", NULL);
	c->has_search_cache = true;
}

enum status
collection_read_block(struct text_block *out, struct collection *c, int64_t id,
    bool wants_folded, struct error *err)
{
	struct text_block block;
	enum status status;

	db_start(c->db, 1);
	keep_few_pages(c);
	status = read_block(&block, c, id, wants_folded, err);
	if (status == STATUS_OK)
		*out = block;
	else
		collection_let_blocks_go(c);
	return status;
}

enum status
collection_find_block(int64_t *out, struct collection *c, int64_t passage,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_search_sql[FIND_BLOCK], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, passage);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		*out = db_get_int(s, 0);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND)
		return error_set(err, status, "no passage has the number %lld",
		    (long long)passage);
	return status;
}

static enum status
get_run(struct passage_run *out, struct collection *c, sqlite3_stmt *s,
    struct error *err)
{
	int64_t kind = db_get_int(s, 2);

	*out = (struct passage_run){ .first = db_get_int(s, 0),
		.last = db_get_int(s, 1),
		.kind = (enum record_kind)kind,
		.record = db_get_int(s, 3) };
	if (kind < RECORD_TOPIC || kind > RECORD_DISAGREEMENT ||
	    out->first < 1 || out->last < out->first ||
	    out->last > INT64_MAX / 2)
		return db_fail_damaged(c->db, err,
		    "passages %lld to %lld are of no known record",
		    (long long)out->first, (long long)out->last);
	return STATUS_OK;
}

enum status
collection_find_run(struct passage_run *out, struct collection *c,
    int64_t passage, struct error *err)
{
	struct passage_run run;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_search_sql[FIND_RUN], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, passage);
	status = db_next(c->db, s, err);
	if (status == STATUS_OK)
		status = get_run(&run, c, s, err);
	status = db_end(c->db, s, status, err);
	if (status == STATUS_NOT_FOUND || (!status && run.last < passage))
		return error_set(err, STATUS_NOT_FOUND,
		    "no passage has the number %lld", (long long)passage);
	if (status == STATUS_OK)
		*out = run;
	return status;
}
