/* SPDX-License-Identifier: ISC */
#ifndef IBID_CHECKSUM_H
#define IBID_CHECKSUM_H

#include <stdint.h>

#include "db.h"

/*
 * The hash of a table, written by the compiler's side and compared by
 * verify: FNV-1a with 64 bits over all rows in the order of their primary
 * key, each column as its type (1 integer, 2 real, 3 text, 4 blob, 5 null),
 * its length in bytes (unsigned LEB128) and its bytes.  An integer is the
 * fewest bytes of its two's complement, a real the eight of IEEE 754, the
 * most significant first.  It finds damage; it keeps nobody from forging.
 * FNV: draft-eastlake-fnv, "The FNV Non-Cryptographic Hash Algorithm".
 */
struct checksum {
	uint64_t hash;
	int64_t rows;
};

/* All tables but checksum; the last has no name. */
struct checksum_table {
	const char *name;
	const char *sql;
};
extern const struct checksum_table checksum_tables[];

enum { CHECKSUM_TEXT_SIZE = 17 };

void checksum_begin(struct checksum *sum);
void checksum_add_bytes(struct checksum *sum, const void *bytes, size_t len);

/* The row on which the statement stands. */
void checksum_add_row(struct checksum *sum, sqlite3_stmt *s);

/* Of a whole table. */
enum status checksum_compute(struct checksum *out, struct db *db,
    const struct checksum_table *table, struct error *err);

/* Sixteen hexadecimal digits. */
void checksum_format(char out[CHECKSUM_TEXT_SIZE], const struct checksum *sum);

#endif
