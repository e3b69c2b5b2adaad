/* SPDX-License-Identifier: ISC */

/*
 * Makes mutants of the sample collection and lets every function of the
 * collection read each:
 *
 *	mutate [COUNT [FIRST]]
 *
 * Mutant N is the same whenever it is made.  A crash or a hang ends the
 * program with the number of the mutant; its file stays.  TAP.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/file.h"
#include "base/mem.h"
#include "exercise.h"
#include "sample.h"

enum { PAGE_BYTES = 4096, SECONDS_LIMIT = 20 };

struct mutant {
	unsigned number;
	uint64_t random;
	struct str file;
	const char *path;
};

static char doing[64]; /* for the signal handler */

static unsigned
draw(struct mutant *m, unsigned below)
{
	/* xorshift64*: Vigna, "An experimental exploration of Marsaglia's
	   xorshift generators, scrambled", 2016. */
	m->random ^= m->random >> 12;
	m->random ^= m->random << 25;
	m->random ^= m->random >> 27;
	return (unsigned)((m->random * UINT64_C(2685821657736338717)) >> 32) %
	    below;
}

static void
write_file(const struct mutant *m)
{
	int fd = open(m->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 ||
	    write(fd, m->file.data, m->file.len) != (ssize_t)m->file.len)
		abort();
	close(fd);
}

static void
flip_bytes(struct mutant *m)
{
	for (unsigned n = draw(m, 12) + 1; n > 0; n--)
		m->file.data[draw(m, (unsigned)m->file.len)] ^= (char)(1
		    << draw(m, 8));
}

/* The head of a page and its cell pointers, where flips hurt most. */
static void
flip_page_heads(struct mutant *m)
{
	unsigned pages = (unsigned)(m->file.len / PAGE_BYTES);

	for (unsigned n = draw(m, 4) + 1; n > 0; n--) {
		size_t at = (size_t)draw(m, pages) * PAGE_BYTES;

		at += at == 0 ? 100 : 0;
		m->file.data[at + draw(m, 40)] = (char)draw(m, 256);
	}
}

/* Numbers at the edges, anywhere. */
static void
put_edge_values(struct mutant *m)
{
	static const unsigned char edges[] = { 0x00, 0x01, 0x7F, 0x80, 0x81,
		0xFF };

	for (unsigned n = draw(m, 20) + 1; n > 0; n--) {
		size_t at = draw(m, (unsigned)m->file.len - 4);
		unsigned len = draw(m, 4) + 1;

		memset(m->file.data + at, edges[draw(m, 6)], len);
	}
}

static void
swap_pages(struct mutant *m)
{
	unsigned pages = (unsigned)(m->file.len / PAGE_BYTES);
	char page[PAGE_BYTES];

	for (unsigned n = draw(m, 3) + 1; n > 0; n--) {
		char *a = m->file.data + (draw(m, pages - 1) + 1) * PAGE_BYTES;
		char *b = m->file.data + (draw(m, pages - 1) + 1) * PAGE_BYTES;

		memcpy(page, a, PAGE_BYTES);
		memmove(a, b, PAGE_BYTES);
		if (draw(m, 2))
			memcpy(b, page, PAGE_BYTES);
	}
}

static void
cut(struct mutant *m)
{
	size_t to = draw(m, (unsigned)m->file.len);

	if (draw(m, 2))
		memset(m->file.data + to, 0, m->file.len - to);
	else
		m->file.len = to;
}

static void
change_header(struct mutant *m)
{
	for (unsigned n = draw(m, 3) + 1; n > 0; n--)
		m->file.data[16 + draw(m, 84)] = (char)draw(m, 256);
}

/* Statements that change rows; ?-marks are drawn numbers. */
static const char *const values[] = { "NULL", "-1", "0", "1", "2147483648",
	"9223372036854775807", "-9223372036854775808", "1e308", "''", "'x'",
	"x'ff00'", "hex(zeroblob(5000))", "hex(zeroblob(400000))",
	"zeroblob(900000)", "CAST(x'c3' AS TEXT)", "CAST(x'61ff0062' AS TEXT)",
	"char(27) || '[2J'", "'graphic'", "'topic'", "8192", "3", "20" };

static const char *const columns[][2] = { { "topic", "slug" },
	{ "topic", "title" }, { "topic", "parent" }, { "topic", "depth" },
	{ "topic", "last" }, { "topic", "summary" },
	{ "topic", "first_passage" }, { "topic", "passages" },
	{ "block", "data" }, { "block", "first_passage" }, { "place", "block" },
	{ "place", "at" }, { "place", "len" }, { "place", "kind" },
	{ "place", "level" }, { "place", "ordinal" },
	{ "place", "record_kind" }, { "place", "record" }, { "place", "field" },
	{ "kind", "name" }, { "block", "places" }, { "folded_block", "block" },
	{ "folded_block", "places" }, { "folded_block", "data" },
	{ "folded", "at" }, { "folded", "len" }, { "folded", "map" },
	{ "run", "last_passage" }, { "run", "record_kind" },
	{ "run", "record" }, { "sentence", "at" }, { "sentence", "len" },
	{ "sentence", "documents" }, { "sentence", "passage" },
	{ "span", "at" }, { "span", "len" }, { "span", "kind" },
	{ "span", "target" }, { "span", "passage" }, { "link", "to_kind" },
	{ "link", "to_record" }, { "link", "url" }, { "link", "from_kind" },
	{ "link", "from_record" }, { "measure", "title" },
	{ "measure", "definition" }, { "measure", "first_passage" },
	{ "measure", "topic" }, { "figure", "measure" },
	{ "figure", "statement" }, { "figure", "note" }, { "figure", "low" },
	{ "figure", "slug" }, { "figure", "topic" }, { "event", "statement" },
	{ "event", "first_passage" }, { "event", "note" }, { "event", "title" },
	{ "source", "key" }, { "source", "label" }, { "source", "csl" },
	{ "source", "copy_of" }, { "source", "first_passage" },
	{ "source", "passages" }, { "citation", "passage" },
	{ "citation", "at" }, { "citation", "len" }, { "citation", "document" },
	{ "citation", "id" }, { "step", "citation" }, { "step", "role" },
	{ "step", "source" }, { "step", "text" }, { "step", "seen" },
	{ "step", "locator_label" }, { "step", "locator_value" },
	{ "disagreement", "kind" }, { "disagreement", "note" },
	{ "disagreement", "measure" }, { "disagreement_member", "kind" },
	{ "disagreement_member", "record" }, { "collection", "value" },
	{ "checksum", "hash" }, { "checksum", "rows" } };

/* What only someone with ill will would write. */
static const char *const attacks[] = {
	"DROP VIEW passage; CREATE VIEW passage AS WITH RECURSIVE n(i) AS"
	" (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id,"
	" 'x' AS text FROM n",
	"CREATE TRIGGER t INSTEAD OF INSERT ON passage BEGIN SELECT"
	" randomblob(900000); END",
	"ALTER TABLE topic RENAME TO real_topic; CREATE VIEW topic AS WITH"
	" RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
	" SELECT i AS id, 'x' AS slug, hex(zeroblob(400000)) AS title"
	" FROM n",
	"UPDATE sqlite_schema SET rootpage = 2 WHERE type = 'table'",
	"UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
	" sqlite_schema WHERE name = 'place') WHERE name = 'topic'",
	"UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
	" sqlite_schema WHERE name = 'span') WHERE name = 'sentence'",
	"UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
	" sqlite_schema WHERE name = 'topic_slug')"
	" WHERE name = 'source_key'",
	"UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
	" sqlite_schema WHERE name = 'step') WHERE name = 'citation'",
	"UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'topic'",
	"UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'block'",
	"UPDATE sqlite_schema SET rootpage = -5 WHERE name = 'block'",
	"UPDATE sqlite_schema SET sql = sql || ' -- ' ||"
	" hex(zeroblob(400000)) WHERE name = 'topic'",
	"UPDATE sqlite_schema SET sql = 'CREATE TABLE topic(a, b AS"
	" (hex(zeroblob(400000))))' WHERE name = 'topic'",
	"UPDATE sqlite_schema SET sql = char(27) || sql WHERE name = 'span'",
	"UPDATE sqlite_schema SET sql = NULL WHERE name = 'topic_slug'",
	"UPDATE sqlite_schema SET type = 'view' WHERE name = 'topic'",
	"DELETE FROM sqlite_schema WHERE name = 'step_source'",
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 20000) INSERT INTO disagreement_member SELECT 1, i + 9,"
	" 'figure', 1 + i % 2 FROM n",
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 50000) INSERT INTO sentence SELECT 4, i + 100, 0, 1, 1"
	" FROM n",
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 50000) INSERT INTO span SELECT 4, i + 100, 42, 0,"
	" 'citation', 1 FROM n",
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 50000) INSERT INTO link SELECT i + 9, 'topic', 1,"
	" 'figure', 1, NULL FROM n",
	"UPDATE source SET label = hex(zeroblob(4096));"
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 50000) INSERT INTO step SELECT 1, i + 9, 'credited-to',"
	" 1, NULL, 'no', 0, NULL, NULL FROM n",
	"UPDATE topic SET passages = 2147483647, first_passage = 1",
	"UPDATE topic SET passages = 9223372036854775807,"
	" first_passage = 9223372036854775807",
	"UPDATE source SET passages = 32, first_passage = 1;"
	" UPDATE place SET record_kind = 3, record = 1",
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	" LIMIT 20000) INSERT INTO sqlite_schema SELECT 'table', 't' || i,"
	" 't' || i, 2, 'CREATE TABLE t' || i || '(a PRIMARY KEY, ' ||"
	" substr(replace(hex(zeroblob(400)), '00', 'b' || i || ','), 1, 2000)"
	" || 'c)' FROM n",
	"PRAGMA journal_mode = WAL", "PRAGMA user_version = 9",
	"ANALYZE; UPDATE sqlite_stat1 SET stat = '1 1'"
};

static bool
run(sqlite3 *handle, const char *sql)
{
	return sqlite3_exec(handle, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static sqlite3 *
open_file(const struct mutant *m)
{
	sqlite3 *handle;

	if (sqlite3_open(m->path, &handle) != SQLITE_OK)
		abort();
	run(handle,
	    "PRAGMA synchronous=OFF; PRAGMA writable_schema=1;"
	    "PRAGMA trusted_schema=1");
	return handle;
}

/* In some rows, or in all where the table has no row numbers. */
static void
change_column(struct mutant *m, sqlite3 *handle)
{
	const char *const *column =
	    columns[draw(m, sizeof columns / sizeof columns[0])];
	const char *value = values[draw(m, sizeof values / sizeof values[0])];
	char sql[256];

	snprintf(sql, sizeof sql,
	    "UPDATE OR IGNORE %s SET %s = %s"
	    " WHERE rowid %% 4 >= %u",
	    column[0], column[1], value, draw(m, 4));
	if (run(handle, sql))
		return;
	snprintf(sql, sizeof sql, "UPDATE OR IGNORE %s SET %s = %s", column[0],
	    column[1], value);
	run(handle, sql);
}

/* With tables that take anything, which are strict again afterwards. */
static void
change_rows(struct mutant *m)
{
	sqlite3 *handle;

	write_file(m);
	handle = open_file(m);
	run(handle,
	    "CREATE TABLE kept AS SELECT name AS n, sql AS s FROM"
	    " sqlite_schema; UPDATE sqlite_schema SET sql = replace(replace("
	    "replace(sql, ' NOT NULL', ''), 'STRICT, ', ''), ' STRICT', '')"
	    " WHERE type = 'table'");
	sqlite3_close(handle);
	handle = open_file(m);
	for (unsigned n = draw(m, 6) + 1; n > 0; n--)
		change_column(m, handle);
	run(handle,
	    "UPDATE sqlite_schema SET sql = (SELECT s FROM kept"
	    " WHERE n = name) WHERE name <> 'kept'");
	run(handle, "DROP TABLE kept");
	sqlite3_close(handle);
}

static void
attack(struct mutant *m)
{
	sqlite3 *handle;

	write_file(m);
	handle = open_file(m);
	run(handle, attacks[draw(m, sizeof attacks / sizeof attacks[0])]);
	sqlite3_close(handle);
}

typedef void make_mutant(struct mutant *m);

static const struct {
	make_mutant *make;
	bool is_written; /* make has written the file */
} ways[] = { { flip_bytes, false }, { flip_page_heads, false },
	{ put_edge_values, false }, { swap_pages, false }, { cut, false },
	{ change_header, false }, { change_rows, true }, { change_rows, true },
	{ attack, true } };

static void
say_and_die(int signal_number)
{
	static const char what[] = "not ok 1 - mutant crashed or hung: ";

	(void)!write(STDOUT_FILENO, what, sizeof what - 1);
	(void)!write(STDOUT_FILENO, doing, strlen(doing));
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static double
read_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool
try_mutant(const struct str *original, unsigned number, const char *path,
    double *slowest)
{
	struct mutant m = { .number = number,
		.path = path,
		.random = (number + 1) * UINT64_C(0x9E3779B97F4A7C15) };
	double start;
	bool is_opened;
	unsigned way;

	snprintf(doing, sizeof doing, "%u\n", number);
	str_init(&m.file, 0);
	str_add(&m.file, original->data, original->len);
	way = number % (sizeof ways / sizeof ways[0]);
	ways[way].make(&m);
	if (!ways[way].is_written)
		write_file(&m);
	str_clear(&m.file);
	start = read_seconds();
	alarm(SECONDS_LIMIT);
	is_opened = exercise_collection(path);
	alarm(0);
	start = read_seconds() - start;
	if (start > *slowest) {
		*slowest = start;
		printf("# mutant %u took %.2f s\n", number, start);
	}
	return is_opened;
}

int
main(int argc, char **argv)
{
	unsigned count = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 300;
	unsigned first = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
	char *path = sample_make_file();
	unsigned opened = 0;
	double slowest = 0;
	struct rusage usage;
	struct str original;
	struct error err;

	str_init(&original, 0);
	if (sample_write(path, &err) != STATUS_OK ||
	    file_read(&original, path, 10000000, &err) != STATUS_OK)
		abort();
	signal(SIGALRM, say_and_die);
	signal(SIGABRT, say_and_die);
	signal(SIGSEGV, say_and_die);
	printf("# the mutant is %s\n", path);
	fflush(stdout);
	for (unsigned i = first; i < first + count; i++)
		opened += try_mutant(&original, i, path, &slowest);
	getrusage(RUSAGE_SELF, &usage);
	printf(
	    "# %u mutants, %u of them opened, the slowest %.2f s, "
	    "%ld KB at most\n",
	    count, opened, slowest, usage.ru_maxrss);
	printf("ok 1 - no_mutant_crashes_or_hangs_the_reader\n1..1\n");
	str_clear(&original);
	sample_remove(path);
	return 0;
}
