/* SPDX-License-Identifier: ISC */
#include "verify.h"

#include "store/collection_search.h"

/*
 * The rows of the table place, and beside each what the blocks say of the
 * same passage: they have to follow each other without a gap.
 */
enum { LIST_PLACES };
enum { PASSAGE, BLOCK, AT, LEN, KIND, GRAPHIC, FOLDED_AT, FOLDED_LEN };

const char *const verify_places_sql[] = {
	[LIST_PLACES] =
	    "SELECT p.passage, p.block, p.at, p.len, p.kind, p.graphic, f.at,"
	    " f.len FROM place AS p /*scan*/"
	    " LEFT JOIN folded AS f ON f.passage = p.passage"
	    " ORDER BY p.passage",
	NULL
};

struct ruler {
	struct text_block block; /* count 0: it could not be read */
	uint32_t number;         /* of the next passage in it */
	uint32_t folded_number;  /* of the next one with folded text */
};

static size_t
get_u16(const struct ruler *r, uint32_t entry, size_t at)
{
	const unsigned char *place = r->block.folded_places +
	    (size_t)entry * BLOCK_FOLDED_PLACE_BYTES;

	return place[at] | (size_t)place[at + 1] << 8;
}

static enum status
turn_to_block(struct verify *v, struct ruler *r, int64_t id, int64_t passage,
    struct error *err)
{
	enum status status;

	if (r->number < r->block.count)
		verify_say(v, "block %lld has %u places of no passage",
		    (long long)r->block.id,
		    (unsigned)(r->block.count - r->number));
	*r = (struct ruler){ .block = { .id = id } };
	if (id == 0)
		return STATUS_OK;
	status = collection_read_block(&r->block, v->c, id, true, err);
	if (status == STATUS_OK && r->block.first_passage != passage)
		verify_say(v, "block %lld does not begin with passage %lld",
		    (long long)id, (long long)passage);
	return verify_note(v, status, err);
}

/* The entry for folded text of the passage, where it has one. */
static void
compare_folded(struct verify *v, struct ruler *r, sqlite3_stmt *s)
{
	uint32_t entry = r->folded_number;
	bool has_entry = entry < r->block.folded_count &&
	    get_u16(r, entry, 0) == r->number;
	size_t at = 0, end = 0;

	if (has_entry) {
		at = entry ? get_u16(r, entry - 1, 2) : 0;
		end = get_u16(r, entry, 2);
		r->folded_number++;
	}
	if (has_entry == db_is_null(s, FOLDED_AT) ||
	    (has_entry &&
		(db_get_int(s, FOLDED_AT) != (int64_t)at ||
		    db_get_int(s, FOLDED_LEN) != (int64_t)(end - at))))
		verify_say(v, "passage %lld: its folded text is not in place",
		    (long long)db_get_int(s, PASSAGE));
}

static void
compare_place(struct verify *v, struct ruler *r, sqlite3_stmt *s)
{
	long long passage = db_get_int(s, PASSAGE);
	const struct text_block *b = &r->block;
	uint32_t i = r->number;

	if (b->count == 0)
		return;
	if (i >= b->count ||
	    db_get_int(s, AT) != (int64_t)text_block_get_at(b, i) ||
	    db_get_int(s, LEN) !=
		(int64_t)(text_block_get_end(b, i) - text_block_get_at(b, i))) {
		verify_say(v, "passage %lld is not behind the one before",
		    passage);
	} else {
		if (db_get_int(s, KIND) != text_block_get_kind(b, i) ||
		    (db_get_int(s, GRAPHIC) != 0) !=
			text_block_is_graphic(b, i))
			verify_say(v,
			    "passage %lld is of another kind in its block",
			    passage);
		compare_folded(v, r, s);
	}
	r->number++;
}

enum status
verify_places(struct verify *v, struct error *err)
{
	struct db *db = v->c->db;
	struct ruler ruler = { .number = 0 };
	sqlite3_stmt *s;
	enum status status;

	collection_begin(v->c);
	status = db_use(&s, db, verify_places_sql[LIST_PLACES], err);
	if (status != STATUS_OK)
		return status;
	while (v->faults < VERIFY_FAULT_LIMIT &&
	    (status = db_next(db, s, err)) == STATUS_OK) {
		int64_t block = db_get_int(s, BLOCK);

		if (block != ruler.block.id)
			status = turn_to_block(v, &ruler, block,
			    db_get_int(s, PASSAGE), err);
		if (status != STATUS_OK)
			break;
		compare_place(v, &ruler, s);
	}
	if (status == STATUS_NOT_FOUND)
		turn_to_block(v, &ruler, 0, 0, err);
	return verify_note(v, db_end_rows(db, s, status, err), err);
}
