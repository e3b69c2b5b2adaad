/* SPDX-License-Identifier: ISC */
#include "store/checksum.h"

#include <string.h>

#include "unit.h"

/* Of draft-eastlake-fnv, "Test vectors": FNV-1a, 64 bits. */
static const struct {
	const char *text;
	uint64_t hash;
} vectors[] = { { "", UINT64_C(0xCBF29CE484222325) },
	{ "a", UINT64_C(0xAF63DC4C8601EC8C) },
	{ "foobar", UINT64_C(0x85944171F73967E8) } };

static void
the_published_test_vectors_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
		struct checksum sum;

		checksum_begin(&sum);
		checksum_add_bytes(&sum, vectors[i].text,
		    strlen(vectors[i].text));
		assert_true(sum.hash == vectors[i].hash);
	}
}

static uint64_t
hash_of(sqlite3 *handle, const char *sql)
{
	struct checksum sum;
	sqlite3_stmt *s;

	assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &s, NULL),
	    SQLITE_OK);
	checksum_begin(&sum);
	while (sqlite3_step(s) == SQLITE_ROW)
		checksum_add_row(&sum, s);
	sqlite3_finalize(s);
	return sum.hash;
}

/* Pairs that a careless serialisation takes for the same. */
static const char *const different[][2] = { { "SELECT 'ab', 'c'",
						"SELECT 'a', 'bc'" },
	{ "SELECT 1", "SELECT '1'" }, { "SELECT 1", "SELECT 1.0" },
	{ "SELECT 'a'", "SELECT x'61'" }, { "SELECT NULL", "SELECT ''" },
	{ "SELECT 0", "SELECT NULL" }, { "SELECT 127", "SELECT -129" },
	{ "SELECT 128", "SELECT -128" }, { "SELECT 255", "SELECT -1" },
	{ "SELECT 9223372036854775807", "SELECT -9223372036854775808" },
	{ "SELECT 1, 2", "SELECT 2, 1" },
	{ "VALUES (1), (2)", "VALUES (2), (1)" } };

static void
rows_that_differ_have_different_hashes(void **state)
{
	sqlite3 *handle;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	for (size_t i = 0; i < sizeof different / sizeof different[0]; i++)
		assert_true(hash_of(handle, different[i][0]) !=
		    hash_of(handle, different[i][1]));
	sqlite3_close(handle);
}

/* Worked out by hand from checksum.h: the bytes hashed are those given. */
static const struct {
	const char *sql;
	const char *bytes;
	size_t len;
} written[] = { { "SELECT 'ab'", "\3\2ab", 4 }, { "SELECT NULL", "\5\0", 2 },
	{ "SELECT x'00ff'", "\4\2\0\xFF", 4 }, { "SELECT 5", "\1\1\5", 3 },
	{ "SELECT 300", "\1\2\1\x2C", 4 }, { "SELECT -2", "\1\1\xFE", 3 },
	{ "SELECT 1.0", "\2\10\x3F\xF0\0\0\0\0\0\0", 10 } };

static void
a_column_is_hashed_as_the_header_says(void **state)
{
	sqlite3 *handle;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
		struct checksum sum;

		checksum_begin(&sum);
		checksum_add_bytes(&sum, written[i].bytes, written[i].len);
		assert_true(sum.hash == hash_of(handle, written[i].sql));
	}
	sqlite3_close(handle);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_test_vectors_hold),
		cmocka_unit_test(rows_that_differ_have_different_hashes),
		cmocka_unit_test(a_column_is_hashed_as_the_header_says)
	};

	return cmocka_run_group_tests_name("checksum", tests, NULL, NULL);
}
