/* SPDX-License-Identifier: ISC */
#include "collection_private.h"

#include "db_text.h"

/*
 * Text stands in blocks of many passages.  A block is opened once and read
 * in pieces, where it is: a block is not copied for a passage of it.
 */

static enum status
open_block(struct collection *c, int64_t block, struct error *err)
{
	int code;

	if (c->block && c->block_id == block)
		return STATUS_OK;
	if (c->block)
		code = sqlite3_blob_reopen(c->block, block);
	else
		code = sqlite3_blob_open(c->db->handle, "main", "block", "data",
		    block, 0, &c->block);
	if (code == SQLITE_OK) {
		c->block_id = block;
		return STATUS_OK;
	}
	sqlite3_blob_close(c->block);
	c->block = NULL;
	return db_fail(c->db, code, err);
}

bool
collection_get_place(struct text_place *out, sqlite3_stmt *s, int column)
{
	out->block = db_get_int(s, column);
	out->at = db_get_int(s, column + 1);
	out->len = db_get_int(s, column + 2);
	return !db_is_null(s, column);
}

enum status
collection_read_bytes(char **out, struct collection *c, struct text_place place,
    struct arena *arena, struct error *err)
{
	enum status status = open_block(c, place.block, err);
	int64_t size;
	char *text;
	int code;

	if (status != STATUS_OK)
		return status;
	size = sqlite3_blob_bytes(c->block);
	if (place.len < 0 || place.len > DB_TEXT_LIMIT || place.at < 0 ||
	    place.at > size || place.len > size - place.at)
		return db_fail_damaged(c->db, err,
		    "a passage is outside block %lld", (long long)place.block);
	if (!db_spend(c->db, (size_t)place.len))
		return db_fail(c->db, SQLITE_TOOBIG, err);
	text = arena_alloc(arena, (size_t)place.len + 1);
	code = sqlite3_blob_read(c->block, text, (int)place.len, (int)place.at);
	if (code != SQLITE_OK)
		return db_fail(c->db, code, err);
	text[place.len] = '\0';
	*out = text;
	return STATUS_OK;
}

enum status
collection_read_text(const char **out, struct collection *c, sqlite3_stmt *s,
    int column, struct arena *arena, struct error *err)
{
	struct text_place place;
	enum status status;
	size_t len;
	char *text;

	if (!collection_get_place(&place, s, column)) {
		*out = arena_copy(arena, "", 0);
		return STATUS_OK;
	}
	status = collection_read_bytes(&text, c, place, arena, err);
	if (status != STATUS_OK)
		return status;
	len = (size_t)place.len;
	if (!db_text_is_sound(text, len))
		text = db_text_repair(&len, NULL, text, len, DB_TEXT_LIMIT,
		    arena);
	*out = text;
	return STATUS_OK;
}
