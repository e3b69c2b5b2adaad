/* SPDX-License-Identifier: ISC */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/file.h"
#include "sample.h"
#include "store/collection.h"
#include "store/collection_private.h"
#include "unit.h"

/* Files that are no collection, or a damaged one: each gets its one line. */

static enum status
open_and_close(const char *path, struct error *err)
{
	struct collection *c;
	enum status status = collection_open(&c, path, err);

	if (status == STATUS_OK)
		collection_close(c);
	else
		assert_null(strchr(err->message, '\n'));
	return status;
}

static void
write_bytes(const char *path, size_t at, const void *bytes, size_t len)
{
	int fd = open(path, O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, len, (off_t)at), len);
	close(fd);
}

/* Header fields are at fixed places, see db_header.c. */
static const struct {
	size_t at;
	const char *bytes;
	size_t len;
	enum status status;
	const char *says;
} headers[] = { { 0, "S", 1, STATUS_OK, NULL },
	{ 0, "# Not a database", 16, STATUS_UNSUPPORTED,
	    "is no ibid collection" },
	{ 68, "zzzz", 4, STATUS_UNSUPPORTED, "is no ibid collection" },
	{ 60, "\0\0\0\7", 4, STATUS_UNSUPPORTED,
	    "made for a later ibid (form 7; this one reads form 2)" },
	{ 60, "\0\0\0\0", 4, STATUS_UNSUPPORTED,
	    "made for an earlier ibid (form 0; this one reads form 2)" },
	{ 60, "\xFF\xFF\xFF\xFF", 4, STATUS_CORRUPT, "form -1" },
	{ 18, "\2\2", 2, STATUS_CORRUPT, "write-ahead log" },
	{ 56, "\0\0\0\2", 4, STATUS_CORRUPT, "not in UTF-8" },
	{ 16, "\0\3", 2, STATUS_CORRUPT, "pages of 3 bytes" },
	{ 28, "\0\1\0\0", 4, STATUS_CORRUPT, "is cut short" },
	{ 100, "\0\0\0\0\0\0\0\0", 8, STATUS_CORRUPT, "damaged" },
	{ 44, "\0\0\0\x63", 4, STATUS_CORRUPT, "damaged" } };

static void
a_wrong_header_gets_its_own_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
		char *path = sample_make_file();
		struct error err = { STATUS_OK, "" };

		assert_int_equal(sample_write(path, &err), STATUS_OK);
		write_bytes(path, headers[i].at, headers[i].bytes,
		    headers[i].len);
		assert_int_equal(open_and_close(path, &err), headers[i].status);
		if (headers[i].says && !strstr(err.message, headers[i].says))
			fail_msg("%s", err.message);
		sample_remove(path);
	}
}

static void
what_is_no_regular_file_is_not_opened(void **state)
{
	char *path = sample_make_file();
	struct error err;

	(void)state;
	assert_int_equal(open_and_close(path, &err), STATUS_UNSUPPORTED);
	assert_non_null(strstr(err.message, "is empty"));
	unlink(path);
	assert_int_equal(open_and_close(path, &err), STATUS_NOT_FOUND);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(open_and_close(path, &err), STATUS_INVALID);
	assert_int_equal(open_and_close("/tmp", &err), STATUS_INVALID);
	sample_remove(path);
}

static void
a_file_that_is_cut_anywhere_is_refused(void **state)
{
	struct stat st;
	struct error err;

	(void)state;
	for (int part = 0; part < 40; part++) {
		char *path = sample_make_file();
		off_t size;

		assert_int_equal(sample_write(path, &err), STATUS_OK);
		assert_int_equal(stat(path, &st), 0);
		size = part < 20 ? part * 7 : st.st_size * (part - 20) / 20;
		assert_int_equal(truncate(path, size), 0);
		assert_int_not_equal(open_and_close(path, &err), STATUS_OK);
		sample_remove(path);
	}
}

static void
a_name_that_sqlite_would_read_otherwise_is_a_name(void **state)
{
	static const char *const names[] = { "a?mode=memory", "a#b", "a%41",
		":memory:", "file:x", "a b", "\xC3\xA9", "a&b=c" };
	char folder[] = "/tmp/ibid-test-XXXXXX";
	char old[4096];
	struct error err;

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_non_null(getcwd(old, sizeof old));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char *path = file_join(folder, names[i]);
		int fd = open(path, O_CREAT | O_WRONLY, 0600);

		close(fd);
		assert_int_equal(sample_write(path, &err), STATUS_OK);
		assert_int_equal(open_and_close(path, &err), STATUS_OK);
		assert_int_equal(chdir(folder), 0);
		assert_int_equal(open_and_close(names[i], &err), STATUS_OK);
		assert_int_equal(chdir(old), 0);
		unlink(path);
		free(path);
	}
	rmdir(folder);
}

static void
run_sql(const char *path, const char *sql)
{
	sqlite3 *handle;
	char *message = NULL;

	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	if (sqlite3_exec(handle, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}

/* Files whose tables are others than ours are not opened at all. */
static const char *const strangers[] = { "CREATE TABLE more (a)",
	"DROP INDEX topic_slug",
	"CREATE TRIGGER t AFTER INSERT ON topic BEGIN SELECT 1; END",
	"DROP VIEW passage; CREATE VIEW passage AS SELECT 1 AS id",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql ="
	" replace(sql, 'summary', 'sumnary') WHERE name = 'topic'",
	"PRAGMA writable_schema=1; DELETE FROM sqlite_schema WHERE"
	" name = 'passage'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET type = 'tabld'"
	" WHERE name = 'topic'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET name = 'tooic'"
	" WHERE name = 'topic'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET name = 'topics'"
	" WHERE name = 'topic'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET tbl_name = 'tooic'"
	" WHERE name = 'topic'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET tbl_name = 'figure'"
	" WHERE name = 'topic_slug'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET type = 'Index'"
	" WHERE name = 'topic_slug'",
	"PRAGMA writable_schema=1; UPDATE sqlite_schema SET name = NULL"
	" WHERE name = 'passage'",
	"ALTER TABLE topic ADD COLUMN more TEXT", "ANALYZE" };

static void
tables_that_are_not_ours_are_refused(void **state)
{
	struct error err;

	(void)state;
	for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++) {
		char *path = sample_make_file();

		assert_int_equal(sample_write(path, &err), STATUS_OK);
		run_sql(path, strangers[i]);
		assert_int_equal(open_and_close(path, &err), STATUS_CORRUPT);
		sample_remove(path);
	}
}

/* Damage that the file's form does not show; what verify says of it. */
static const struct {
	const char *sql;
	const char *says;
} damages[] = { { "UPDATE topic SET title = 'x' WHERE id = 1", "checksum" },
	{ "DELETE FROM checksum WHERE name = 'link'",
	    "table link has no checksum" },
	{ "UPDATE figure SET measure = 9 WHERE id = 1",
	    "figure paid-2001: its measure 9 is not there" },
	{ "UPDATE figure SET document = 9 WHERE id = 1",
	    "figure paid-2001: its document 9 is not there" },
	{ "UPDATE figure SET document = 1 WHERE id = 1",
	    "figure paid-2001: its first document is not 1" },
	{ "UPDATE figure SET document = NULL WHERE id = 1",
	    "figure paid-2001: its first document is not none" },
	{ "UPDATE figure SET disputed = 0 WHERE id = 2",
	    "figure paid-2002: a figure disagrees with it" },
	{ "UPDATE figure SET disputed = 1 WHERE id = 3",
	    "figure share-2001: no figure disagrees with it" },
	{ "UPDATE measure SET disagreeing = 1 WHERE id = 1",
	    "measure people-paid: it is not 1 of its figures that disagree" },
	{ "UPDATE place SET block = 2 WHERE passage = 5", "block 2" },
	{ "UPDATE place SET len = 9000 WHERE passage = 32", "passage" },
	{ "UPDATE place SET at = at + 1 WHERE passage = 7",
	    "passage 7 is not behind the one before" },
	{ "UPDATE place SET record = 2 WHERE passage = 4",
	    "passage 4 does not belong to topic 1" },
	{ "UPDATE place SET kind = 99 WHERE passage = 4",
	    "passage 4 is of no known kind" },
	{ "UPDATE sentence SET len = 1000 WHERE passage = 4",
	    "a range of passage 4" },
	{ "UPDATE sentence SET len = 36 WHERE passage = 4",
	    "a range of passage 4" },
	{ "INSERT INTO sentence VALUES (4, 5, 5, 0, 0)",
	    "sentences of passage 4 overlap" },
	{ "UPDATE span SET target = 99 WHERE kind = 'citation'",
	    "citation 99 does not stand there" },
	{ "UPDATE span SET target = 99 WHERE kind = 'link'",
	    "link 99 is not there" },
	{ "UPDATE span SET kind = 'blink' WHERE kind = 'code'",
	    "\"blink\" is not known" },
	{ "DELETE FROM step WHERE citation = 2 AND number = 1",
	    "citation 2 does not begin with its document" },
	{ "UPDATE step SET source = 99 WHERE citation = 1 AND number = 2",
	    "its source 99 is not there" },
	{ "UPDATE citation SET origin = 99 WHERE id = 1", "origin 99" },
	{ "UPDATE sentence SET origins = 9 WHERE passage = 4",
	    "or its origins not 9" },
	{ "UPDATE source SET copy_of = id WHERE id = 1", "run in a circle" },
	{ "UPDATE source SET copy_of = NULL, institution = 3 - id"
	  " WHERE id IN (1, 2)",
	    "run in a circle" },
	{ "UPDATE citation SET len = 500 WHERE id = 1",
	    "a range of passage 4" },
	{ "UPDATE link SET to_record = 77 WHERE id = 1", "topic 77" },
	{ "UPDATE topic SET parent = 3 WHERE id = 2", "out of the tree" },
	{ "UPDATE topic SET last = 3 WHERE id = 1", "out of the tree" },
	{ "UPDATE topic SET passages = 9 WHERE id = 1",
	    "does not belong to topic 1" },
	{ "UPDATE measure SET figures = 3 WHERE id = 1", "people-paid" },
	{ "UPDATE source SET cited_by = 9 WHERE id = 1",
	    "it is not cited by 9" },
	{ "DELETE FROM topic WHERE id = 2", "topic: its numbers" },
	{ "UPDATE collection SET value = '4' WHERE key = 'count.topics'",
	    "count.topics is not 3" },
	{ "UPDATE collection SET value = '032' WHERE key = 'count.passages'",
	    "count.passages is not 32" },
	{ "DELETE FROM collection WHERE key = 'count.citations'",
	    "count.citations is not 5" },
	{ "UPDATE topic SET advisory = 'mild' WHERE id = 1", "mild" },
	{ "UPDATE block SET places = substr(places, 4)",
	    "passage 1 is not behind the one before" },
	{ "UPDATE block SET places ="
	  " CAST(places || x'ffff04' AS BLOB)",
	    "the places of block 1 are wrong" },
	{ "UPDATE block SET places ="
	  " CAST(places || substr(places, -3) AS BLOB)",
	    "block 1 has 1 places of no passage" },
	{ "UPDATE block SET places = CAST(substr(places, 1, 2) || x'02' ||"
	  " substr(places, 4) AS BLOB)",
	    "passage 1 is of another kind in its block" },
	{ "UPDATE block SET places = CAST(substr(places, 1, 2) || x'0d' ||"
	  " substr(places, 4) AS BLOB)",
	    "the places of block 1 are wrong" },
	{ "UPDATE place SET graphic = 1 WHERE passage = 5",
	    "passage 5 is of another kind in its block" },
	{ "UPDATE folded_block SET places ="
	  " CAST(x'0400' || substr(places, 3) AS BLOB)",
	    "passage 4: its folded text is not in place" },
	{ "UPDATE folded_block SET places = substr(places, 2)",
	    "the places of folded block 1 are wrong" },
	{ "UPDATE folded_block SET places ="
	  " CAST(x'ff00' || substr(places, 3) AS BLOB)",
	    "the places of folded block 1 are wrong" },
	{ "UPDATE folded_block SET block = 2", "its block 2 is not there" },
	{ "DELETE FROM folded_block",
	    "passage 4: its folded text is not in place" },
	{ "DELETE FROM run WHERE first_passage = 1",
	    "passage 1 begins no run" },
	{ "DELETE FROM run", "passage 1 begins no run" },
	{ "UPDATE run SET record = 2 WHERE first_passage = 1",
	    "run of passage 1: not all of its passages" },
	{ "UPDATE run SET last_passage = 9 WHERE first_passage = 1",
	    "run of passage 1 does not end before the next one" },
	{ "DELETE FROM run WHERE first_passage = 18",
	    "run of passage 15 does not end before the next one" },
	{ "UPDATE run SET last_passage = 9 WHERE first_passage = 1;"
	  " INSERT INTO run VALUES (10, 10, 1, 1)",
	    "run of passage 1 does not end before the next one" },
	{ "UPDATE topic SET first_passage = 14, passages = 1 WHERE id = 1",
	    "pay: its title is not before its text" },
	{ "DELETE FROM folded", "folded text" },
	{ "UPDATE folded SET len = len - 1", "folded text" },
	{ "UPDATE folded SET map = x'000000'", "folded text" },
	{ "UPDATE folded_block SET data = CAST('cafes' AS BLOB)",
	    "folded text" },
	{ "UPDATE topic SET title = CAST(x'41ff42' AS TEXT) WHERE id = 1",
	    "topic, row 1: title is not UTF-8" },
	{ "UPDATE topic SET title = 'e' || char(769) WHERE id = 1",
	    "topic, row 1: title is not in NFC" },
	{ "UPDATE block SET data = CAST(x'ff' || substr(data, 2) AS BLOB)",
	    "passage 1 is not UTF-8" },
	{ "UPDATE disagreement_member SET record = 44 WHERE number = 1", "44" },
	{ "UPDATE event SET date_from = 20100101 WHERE id = 1",
	    "ends before it begins" },
	{ "UPDATE topic SET title = 'a' || char(27) || '[31m' WHERE id = 1",
	    "checksum" } };

struct findings {
	const char *wanted;
	bool is_found;
	int lines;
};

static void
look_at_line(void *context, const char *line)
{
	struct findings *f = context;

	f->lines++;
	if (strstr(line, f->wanted))
		f->is_found = true;
	for (const char *p = line; *p; p++)
		assert_true((unsigned char)*p >= ' ');
}

static void
verify_finds_what_is_wrong_between_rows(void **state)
{
	struct error err;

	(void)state;
	for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
		char *path = sample_make_file();
		struct findings f = { .wanted = damages[i].says };
		struct collection *c;

		assert_int_equal(sample_write(path, &err), STATUS_OK);
		run_sql(path, damages[i].sql);
		assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
		assert_int_equal(collection_verify(c, look_at_line, &f, &err),
		    STATUS_CORRUPT);
		if (!f.is_found)
			fail_msg("%s: %d lines", damages[i].sql, f.lines);
		collection_close(c);
		sample_remove(path);
	}
}

static size_t
find_bytes(const char *path, const char *bytes, size_t len)
{
	struct str file;
	struct error err;
	size_t at = 0;

	str_init(&file, 0);
	assert_int_equal(file_read(&file, path, 1000000, &err), STATUS_OK);
	while (memcmp(file.data + at, bytes, len) != 0)
		assert_true(++at + len <= file.len);
	str_clear(&file);
	return at;
}

/* The emphasis in passage 4 would be in 8, and what follows in others. */
static void
rows_that_are_out_of_order_are_not_given_to_other_passages(void **state)
{
	static const char row[] =
	    "\x04\x05" /* passage, len */
	    "emphasis";
	char *path = sample_make_file();
	struct arena arena = { NULL };
	struct collection *c;
	struct page page;
	struct error err;

	(void)state;
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	write_bytes(path, find_bytes(path, row, 10), "\x08", 1);
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_read_page(&page, c, RECORD_TOPIC, 1, &arena,
			     &err),
	    STATUS_CORRUPT);
	assert_non_null(strstr(err.message, "rows of passage 4 are out of"));
	collection_close(c);
	arena_clear(&arena);
	sample_remove(path);
}

/* Text that is no UTF-8 is shown as far as it can be, ranges with it. */
static void
ill_formed_text_is_mended(void **state)
{
	char *path = sample_make_file();
	struct arena arena = { NULL };
	struct collection *c;
	struct page page;
	struct error err;
	const struct passage *p;

	(void)state;
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	run_sql(path,
	    "UPDATE block SET data = CAST(substr(data, 1, p) ||"
	    " x'ff00' || substr(data, p + 3) AS BLOB) FROM"
	    " (SELECT at AS p FROM place WHERE passage = 4) WHERE id = 1");
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_read_page(&page, c, RECORD_TOPIC, 1, &arena,
			     &err),
	    STATUS_OK);
	p = &page.passages[1];
	assert_string_equal(p->text,
	    "\xEF\xBF\xBD\xEF\xBF\xBDges go to an "
	    "account. See the caf\xC3\xA9 list.");
	assert_int_equal(p->len, strlen(p->text));
	assert_int_equal(p->sentences[0].len, p->len);
	assert_int_equal(p->spans[0].len, 9);
	assert_int_equal(p->spans[1].at, 27);
	assert_int_equal(page.citations[0].len, 27);
	collection_close(c);
	arena_clear(&arena);
	sample_remove(path);
}

static void
a_collection_that_cannot_be_written_is_read(void **state)
{
	char *path = sample_make_file();
	char *slash = strrchr(path, '/');
	struct error err;

	(void)state;
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	chmod(path, 0400);
	*slash = '\0';
	chmod(path, 0500);
	*slash = '/';
	assert_int_equal(open_and_close(path, &err), STATUS_OK);
	*slash = '\0';
	chmod(path, 0700);
	*slash = '/';
	sample_remove(path);
}

static void
a_text_that_is_too_long_is_damage(void **state)
{
	char *path = sample_make_file();
	struct arena arena = { NULL };
	struct collection *c;
	struct topic t;
	struct topic *topics;
	uint32_t count;
	struct error err;

	(void)state;
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	run_sql(path,
	    "UPDATE topic SET title = hex(zeroblob(5000))"
	    " WHERE id = 1");
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_find_topic(&t, c, "pay", &arena, &err),
	    STATUS_CORRUPT);
	assert_int_equal(collection_list_topics(&topics, &count, c, 1, 9,
			     &arena, &err),
	    STATUS_CORRUPT);
	assert_int_equal(collection_find_topic(&t, c, "routes", &arena, &err),
	    STATUS_OK);
	collection_close(c);
	arena_clear(&arena);
	sample_remove(path);
}

static void
a_count_that_is_none_is_damage(void **state)
{
	static const char *const changes[] = {
		"DELETE FROM collection WHERE key = 'count.events'",
		"UPDATE collection SET value = '' WHERE key = 'count.topics'",
		"UPDATE collection SET value = '-1' WHERE key = 'count.topics'",
		"UPDATE collection SET value = ' 1' WHERE key = 'count.topics'",
		"UPDATE collection SET value = '1e3'"
		" WHERE key = 'count.citations'",
		"UPDATE collection SET value = '4294967297'"
		" WHERE key = 'count.citations'",
		"UPDATE collection SET key = 'count.topic'"
		" WHERE key = 'count.topics'",
	};
	struct collection_counts counts;
	struct error err;

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		char *path = sample_make_file();
		struct collection *c;

		assert_int_equal(sample_write(path, &err), STATUS_OK);
		run_sql(path, changes[i]);
		assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
		assert_int_equal(collection_count(&counts, c, &err),
		    STATUS_CORRUPT);
		assert_non_null(strstr(err.message, "how much is in it"));
		collection_close(c);
		sample_remove(path);
	}
}

/* What is cut short for its cost is damage, for its time it is not. */
static void
a_slow_machine_is_no_damage(void **state)
{
	static const char sql[] =
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
	    " SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n";
	char *path = sample_make_file();
	sqlite3_stmt *s;
	struct db *db;
	struct error err;

	(void)state;
	assert_int_equal(sample_write(path, &err), STATUS_OK);
	assert_int_equal(db_open_reader(&db, path, &collection_form, &err),
	    STATUS_OK);
	db_start(db, 1);
	assert_int_equal(db_use(&s, db, sql, &err), STATUS_OK);
	db->deadline_us = -1;
	assert_int_equal(db_next(db, s, &err), STATUS_LIMIT);
	assert_non_null(strstr(err.message, "takes too long"));
	assert_null(strstr(err.message, "damaged"));
	db_start(db, 1);
	db->steps_left = 0;
	assert_int_equal(db_next(db, s, &err), STATUS_CORRUPT);
	assert_non_null(strstr(err.message, "damaged"));
	db_start(db, 1);
	assert_int_equal(db_next(db, s, &err), STATUS_OK);
	assert_int_equal(db_end(db, s, STATUS_OK, &err), STATUS_OK);
	db_close(db);
	sample_remove(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_header_gets_its_own_line),
		cmocka_unit_test(what_is_no_regular_file_is_not_opened),
		cmocka_unit_test(a_file_that_is_cut_anywhere_is_refused),
		cmocka_unit_test(
		    a_name_that_sqlite_would_read_otherwise_is_a_name),
		cmocka_unit_test(tables_that_are_not_ours_are_refused),
		cmocka_unit_test(verify_finds_what_is_wrong_between_rows),
		cmocka_unit_test(
		    rows_that_are_out_of_order_are_not_given_to_other_passages),
		cmocka_unit_test(ill_formed_text_is_mended),
		cmocka_unit_test(a_collection_that_cannot_be_written_is_read),
		cmocka_unit_test(a_text_that_is_too_long_is_damage),
		cmocka_unit_test(a_count_that_is_none_is_damage),
		cmocka_unit_test(a_slow_machine_is_no_damage)
	};

	return cmocka_run_group_tests_name("damaged", tests, NULL, NULL);
}
