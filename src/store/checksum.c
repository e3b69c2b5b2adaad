/* SPDX-License-Identifier: ISC */
#include "checksum.h"

#include <stdio.h>
#include <string.h>

#define FNV_OFFSET_BASIS UINT64_C(0xCBF29CE484222325)
#define FNV_PRIME UINT64_C(0x100000001B3)

/* In the order of db/collection.sql. */
const struct checksum_table checksum_tables[] = {
	{ "collection", "SELECT * FROM collection /*scan*/ ORDER BY key" },
	{ "topic", "SELECT * FROM topic /*scan*/ ORDER BY id" },
	{ "block", "SELECT * FROM block /*scan*/ ORDER BY id" },
	{ "place", "SELECT * FROM place /*scan*/ ORDER BY passage" },
	{ "kind", "SELECT * FROM kind /*scan*/ ORDER BY of, id" },
	{ "folded_block",
	    "SELECT * FROM folded_block /*scan*/ ORDER BY block" },
	{ "folded", "SELECT * FROM folded /*scan*/ ORDER BY passage" },
	{ "run", "SELECT * FROM run /*scan*/ ORDER BY first_passage" },
	{ "sentence",
	    "SELECT * FROM sentence /*scan*/"
	    " ORDER BY passage, at" },
	{ "span", "SELECT * FROM span /*scan*/ ORDER BY passage, number" },
	{ "link", "SELECT * FROM link /*scan*/ ORDER BY id" },
	{ "measure", "SELECT * FROM measure /*scan*/ ORDER BY id" },
	{ "figure", "SELECT * FROM figure /*scan*/ ORDER BY id" },
	{ "event", "SELECT * FROM event /*scan*/ ORDER BY id" },
	{ "source", "SELECT * FROM source /*scan*/ ORDER BY id" },
	{ "source_variable",
	    "SELECT * FROM source_variable /*scan*/"
	    " ORDER BY source, variable" },
	{ "source_name",
	    "SELECT * FROM source_name /*scan*/"
	    " ORDER BY source, variable, number" },
	{ "source_date",
	    "SELECT * FROM source_date /*scan*/"
	    " ORDER BY source, variable" },
	{ "citation", "SELECT * FROM citation /*scan*/ ORDER BY id" },
	{ "step", "SELECT * FROM step /*scan*/ ORDER BY citation, number" },
	{ "origin", "SELECT * FROM origin /*scan*/ ORDER BY id" },
	{ "disagreement", "SELECT * FROM disagreement /*scan*/ ORDER BY id" },
	{ "disagreement_member",
	    "SELECT * FROM disagreement_member /*scan*/"
	    " ORDER BY disagreement, number" },
	{ NULL, NULL }
};

void
checksum_begin(struct checksum *sum)
{
	sum->hash = FNV_OFFSET_BASIS;
	sum->rows = 0;
}

void
checksum_add_bytes(struct checksum *sum, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	uint64_t hash = sum->hash;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ p[i]) * FNV_PRIME;
	sum->hash = hash;
}

/* Type and length. */
static void
add_head(struct checksum *sum, int type, size_t len)
{
	unsigned char head[12];
	size_t n = 0;

	head[n++] = (unsigned char)type;
	for (; len >= 0x80; len >>= 7)
		head[n++] = (unsigned char)(len | 0x80);
	head[n++] = (unsigned char)len;
	checksum_add_bytes(sum, head, n);
}

static void
add_number(struct checksum *sum, int type, uint64_t bits, int len)
{
	unsigned char bytes[8];

	for (int i = 0; i < len; i++)
		bytes[i] = (unsigned char)(bits >> (8 * (len - 1 - i)));
	add_head(sum, type, (size_t)len);
	checksum_add_bytes(sum, bytes, (size_t)len);
}

static void
add_integer(struct checksum *sum, int64_t value)
{
	uint64_t rest = value < 0 ? ~(uint64_t)value : (uint64_t)value;
	int len = 1;

	for (; rest > 0x7F; rest >>= 8)
		len++;
	add_number(sum, SQLITE_INTEGER, (uint64_t)value, len);
}

static void
add_real(struct checksum *sum, double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	add_number(sum, SQLITE_FLOAT, bits, sizeof bits);
}

static void
add_value(struct checksum *sum, sqlite3_value *value)
{
	int type = sqlite3_value_type(value);
	const void *bytes;
	size_t len;

	if (type == SQLITE_INTEGER) {
		add_integer(sum, sqlite3_value_int64(value));
		return;
	}
	if (type == SQLITE_FLOAT) {
		add_real(sum, sqlite3_value_double(value));
		return;
	}
	bytes = sqlite3_value_blob(value);
	len = bytes ? (size_t)sqlite3_value_bytes(value) : 0;
	add_head(sum, type, len);
	checksum_add_bytes(sum, bytes, len);
}

void
checksum_add_row(struct checksum *sum, sqlite3_stmt *s)
{
	int columns = sqlite3_column_count(s);

	for (int i = 0; i < columns; i++)
		add_value(sum, sqlite3_column_value(s, i));
	sum->rows++;
}

enum status
checksum_compute(struct checksum *out, struct db *db,
    const struct checksum_table *table, struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, db, table->sql, err);

	if (status != STATUS_OK)
		return status;
	checksum_begin(out);
	while ((status = db_next(db, s, err)) == STATUS_OK)
		checksum_add_row(out, s);
	return db_end_rows(db, s, status, err);
}

void
checksum_format(char out[CHECKSUM_TEXT_SIZE], const struct checksum *sum)
{
	snprintf(out, CHECKSUM_TEXT_SIZE, "%016llx",
	    (unsigned long long)sum->hash);
}
