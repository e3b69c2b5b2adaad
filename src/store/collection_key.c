/* SPDX-License-Identifier: ISC */
#include "store/collection_key.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "collection_private.h"

#define OF_ROWS(table, key) \
	"SELECT id, " key " FROM " table " WHERE id BETWEEN ?1 AND ?2"

const char *const collection_key_sql[] = {
	[KEY_FIGURE_MEASURE] = OF_ROWS("figure", "measure"),
	[KEY_FIGURE_VALUE] = OF_ROWS("figure", "coalesce(low, high)"),
	[KEY_FIGURE_PERIOD] = OF_ROWS("figure", "period"),
	[KEY_FIGURE_PLACE] = OF_ROWS("figure", "place"),
	[KEY_FIGURE_UNIT] = OF_ROWS("figure", "unit"),
	[KEY_FIGURE_DOCUMENT] = OF_ROWS("figure", "document"),
	[KEY_FIGURE_STATEMENT] =
	    "SELECT f.id, p.block, p.at, p.len FROM figure AS f"
	    " CROSS JOIN place AS p ON p.passage = f.statement"
	    " WHERE f.id BETWEEN ?1 AND ?2",
	[KEY_FIGURE_DISPUTED] = OF_ROWS("figure", "disputed = 0"),
	[KEY_SOURCE_KIND] = OF_ROWS("source", "kind"),
	[KEY_SOURCE_LABEL] = OF_ROWS("source", "label"),
	[KEY_SOURCE_YEAR] = OF_ROWS("source", "year"),
	[KEY_SOURCE_CITED_BY] = OF_ROWS("source", "cited_by"),
	[KEY_EVENT_YEAR] = OF_ROWS("event", "date_from / 10000"),
	[KEY_EVENT_TITLE] = OF_ROWS("event", "title"),
	[KEY_EVENT_KIND] = OF_ROWS("event", "kind"),
	[KEY_EVENT_FROM] = OF_ROWS("event", "date_from"),
	[KEY_EVENT_TO] = OF_ROWS("event", "date_to"),
	[KEY_DISAGREEMENT_KIND] = OF_ROWS("disagreement", "kind"),
	[KEY_DISAGREEMENT_MEASURE] = OF_ROWS("disagreement", "measure"),
	[KEY_COUNT] =
	    "SELECT title FROM measure WHERE id >= ?1 ORDER BY id LIMIT ?2",
	NULL
};

/* ---- Parts of a key ---- */

static uint32_t
get_text_part(struct db_bytes text, unsigned part)
{
	uint32_t number = 0;

	for (size_t i = 4 * (size_t)part; i < 4 * (size_t)part + 4; i++) {
		number <<= 8;
		if (i < text.len)
			number |= (unsigned char)text.bytes[i];
	}
	return number;
}

static uint32_t
read_text(sqlite3_stmt *s, unsigned part)
{
	return get_text_part(db_get_bytes(s, 1), part);
}

static uint32_t
read_given_text(sqlite3_stmt *s, unsigned part)
{
	struct db_bytes text = db_get_bytes(s, 1);

	return part == 0 && text.len == 0 ? KEY_NOT_GIVEN :
					    get_text_part(text, part);
}

static uint32_t
drop_case(uint32_t number)
{
	for (unsigned shift = 0; shift < 32; shift += 8) {
		uint32_t byte = number >> shift & 0xFF;

		if (byte >= 'A' && byte <= 'Z')
			number += (uint32_t)('a' - 'A') << shift;
	}
	return number;
}

/* The bits of a number of IEEE 754 sort as it does, but for the sign. */
static uint32_t
read_real(sqlite3_stmt *s, unsigned part)
{
	const uint64_t sign = UINT64_C(1) << 63;
	double value = sqlite3_column_double(s, 1);
	uint64_t bits;

	if (db_is_null(s, 1) || isnan(value))
		return KEY_NOT_GIVEN;
	value += 0.0; /* of two zeros one */
	memcpy(&bits, &value, sizeof bits);
	bits = bits & sign ? ~bits : bits | sign;
	return (uint32_t)(part == 0 ? bits >> 32 : bits);
}

static uint32_t
read_caseless_text(sqlite3_stmt *s, unsigned part)
{
	return drop_case(get_text_part(db_get_bytes(s, 1), part));
}

static uint32_t
read_number(sqlite3_stmt *s, unsigned part)
{
	(void)part;
	return db_get_count(s, 1);
}

static uint32_t
read_given_number(sqlite3_stmt *s, unsigned part)
{
	return db_is_null(s, 1) ? KEY_NOT_GIVEN : read_number(s, part);
}

static uint32_t
read_largest_first(sqlite3_stmt *s, unsigned part)
{
	return INT32_MAX - read_number(s, part);
}

/* Above what tells kinds apart that are as severe as each other. */
static uint32_t
read_kind(sqlite3_stmt *s, unsigned part)
{
	enum { APART_BITS = 24 };
	struct db_bytes text = db_get_bytes(s, 1);
	struct str kind;
	uint32_t key;

	(void)part;
	str_init(&kind, 256);
	str_add(&kind, (const char *)text.bytes, text.len);
	key = (uint32_t)disagreement_get_severity(kind.data) << APART_BITS;
	key |= str_hash(kind.data) >> (32 - APART_BITS);
	str_clear(&kind);
	return key;
}

static uint32_t (*const readers[KEY_COUNT])(sqlite3_stmt *, unsigned) = {
	[KEY_FIGURE_MEASURE] = read_number,
	[KEY_FIGURE_VALUE] = read_real,
	[KEY_FIGURE_PERIOD] = read_given_text,
	[KEY_FIGURE_PLACE] = read_given_text,
	[KEY_FIGURE_UNIT] = read_given_text,
	[KEY_FIGURE_DOCUMENT] = read_given_number,
	[KEY_FIGURE_DISPUTED] = read_number,
	[KEY_SOURCE_KIND] = read_text,
	[KEY_SOURCE_LABEL] = read_caseless_text,
	[KEY_SOURCE_YEAR] = read_given_text,
	[KEY_SOURCE_CITED_BY] = read_largest_first,
	[KEY_EVENT_YEAR] = read_number,
	[KEY_EVENT_TITLE] = read_text,
	[KEY_EVENT_KIND] = read_text,
	[KEY_EVENT_FROM] = read_number,
	[KEY_EVENT_TO] = read_number,
	[KEY_DISAGREEMENT_KIND] = read_kind,
	[KEY_DISAGREEMENT_MEASURE] = read_given_number,
};

/* ---- Rows ---- */

struct key_reading {
	struct collection *c;
	enum collection_key key;
	unsigned part;
	uint32_t found;
	struct arena arena; /* of texts of passages */
};

/* Of a passage the bytes of the part alone are read. */
static enum status
read_statement(uint32_t *out, struct key_reading *r, sqlite3_stmt *s,
    struct error *err)
{
	int64_t skipped = 4 * (int64_t)r->part;
	struct text_place place;
	enum status status;
	char *text;

	*out = 0;
	if (!collection_get_place(&place, s, 1) || place.len <= skipped)
		return STATUS_OK;
	place.len = place.len - skipped > 4 ? 4 : place.len - skipped;
	place.at = place.at > INT32_MAX ? -1 : place.at + skipped;
	status = collection_read_bytes(&text, r->c, place, &r->arena, err);
	if (status == STATUS_OK)
		*out = drop_case(
		    get_text_part((struct db_bytes){ text, (size_t)place.len },
			0));
	return status;
}

static enum status
read_part(uint32_t *out, struct key_reading *r, sqlite3_stmt *s,
    struct error *err)
{
	if (r->key == KEY_FIGURE_STATEMENT)
		return read_statement(out, r, s, err);
	*out = readers[r->key](s, r->part);
	return STATUS_OK;
}

/* Rows that follow each other: first and those behind it. */
static enum status
read_run(uint32_t *parts, struct key_reading *r, uint32_t first, uint32_t count,
    struct error *err)
{
	struct db *db = r->c->db;
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, collection_key_sql[r->key], err);

	if (status != STATUS_OK)
		return status;
	db_bind_int(db, s, 1, first);
	db_bind_int(db, s, 2, (int64_t)first + count - 1);
	while ((status = db_next(db, s, err)) == STATUS_OK) {
		int64_t at = db_get_int(s, 0) - first;

		if (at < 0 || at >= count)
			continue;
		status = read_part(&parts[at], r, s, err);
		if (status != STATUS_OK)
			break;
		r->found++;
	}
	return db_end_rows(db, s, status, err);
}

enum status
collection_read_keys(uint32_t *parts, uint32_t *found, struct collection *c,
    enum collection_key key, const uint32_t *rows, uint32_t count,
    unsigned part, struct error *err)
{
	struct key_reading r = { .c = c, .key = key, .part = part };
	enum status status = STATUS_OK;

	collection_begin(c);
	for (uint32_t i = 0; i < count; i++)
		parts[i] = KEY_NOT_GIVEN;
	for (uint32_t i = 0; i < count && status == STATUS_OK;) {
		uint32_t run = 1;

		while (i + run < count && rows[i + run] == rows[i] + run)
			run++;
		status = read_run(parts + i, &r, rows[i], run, err);
		i += run;
	}
	arena_clear(&r.arena);
	*found = r.found;
	return collection_end(c, status);
}

enum status
collection_list_measure_titles(const char ***out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err)
{
	const char **titles = NULL;
	uint32_t n = 0;
	sqlite3_stmt *s;
	enum status status;

	collection_begin(c);
	status = db_use(&s, c->db, collection_key_sql[KEY_COUNT], err);
	if (status != STATUS_OK)
		return status;
	db_bind_int(c->db, s, 1, first);
	db_bind_int(c->db, s, 2, limit);
	while ((status = db_next(c->db, s, err)) == STATUS_OK) {
		titles = collection_grow(titles, n, sizeof titles[0], arena);
		titles[n++] = db_copy_filled(c->db, s, 0, arena);
	}
	status = db_end_rows(c->db, s, status, err);
	if (status == STATUS_OK) {
		*out = titles;
		*count = n;
	}
	return status;
}
