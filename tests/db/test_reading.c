/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/file.h"
#include "base/str.h"
#include "reading_functions.h"
#include "unit.h"

/*
 * Reads the bundled collection, compiled, against the rules of reading.sql:
 * each rule is a test; so is each change there that a rule has to find, in a
 * copy of the collection in memory.
 */
enum { RULES_LIMIT_BYTES = 1 << 20, TESTS_MAX = 200, FAULTS_SHOWN = 40 };

struct rule {
	const char *name;
	const char *sql;
	const char *change; /* NULL: the collection as it is */
	const char *says;
};

static const char *setup;
static struct rule rules[TESTS_MAX];
static struct CMUnitTest tests[TESTS_MAX];
static size_t rule_count;

static const char *
get_folder(const char *name)
{
	const char *folder = getenv(name);

	return folder ? folder : ".";
}

/* Made by the build; a tarball without the compiler has it in its source. */
static void
find_collection(char path[1024])
{
	snprintf(path, 1024, "%.900s/db/north-korea.ibid",
	    get_folder("top_builddir"));
	if (access(path, R_OK) != 0)
		snprintf(path, 1024, "%.900s/db/north-korea.ibid",
		    get_folder("srcdir"));
}

static sqlite3 *
copy_collection(void)
{
	char path[1024];
	sqlite3 *file, *copy;
	sqlite3_backup *backup;

	find_collection(path);
	if (sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY, NULL) !=
	    SQLITE_OK)
		fail_msg("%s: %s", path, sqlite3_errmsg(file));
	assert_int_equal(sqlite3_open(":memory:", &copy), SQLITE_OK);
	backup = sqlite3_backup_init(copy, "main", file, "main");
	if (!backup || sqlite3_backup_step(backup, -1) != SQLITE_DONE)
		fail_msg("%s: %s", path, sqlite3_errmsg(copy));
	sqlite3_backup_finish(backup);
	sqlite3_close(file);
	assert_true(reading_add_functions(copy));
	return copy;
}

static void
run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s\n%.400s", sqlite3_errmsg(db), sql);
}

/* The faults that a rule finds after a change, a line each. */
static void
find_faults(struct str *out, const struct rule *rule, const char *change)
{
	sqlite3 *db = copy_collection();
	sqlite3_stmt *s;
	int code;

	if (change) {
		run(db, change);
		if (sqlite3_total_changes(db) == 0)
			fail_msg("changes nothing: %s", change);
	}
	run(db, setup);
	if (sqlite3_prepare_v2(db, rule->sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", rule->name, sqlite3_errmsg(db));
	str_add_char(out, '\n');
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		const char *line = (const char *)sqlite3_column_text(s, 0);

		str_add_format(out, "%s\n", line ? line : "a fault in NULL");
	}
	if (code != SQLITE_DONE)
		fail_msg("%s: %s", rule->name, sqlite3_errmsg(db));
	sqlite3_finalize(s);
	sqlite3_close(db);
}

static size_t
count_lines(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

static void
show_lines(const char *text)
{
	for (int i = 0; *text && i < FAULTS_SHOWN; i++) {
		int len = (int)strcspn(text, "\n");

		print_error("# %.*s\n", len, text);
		text += len + 1;
	}
}

static void
the_collection_keeps_the_rule(void **state)
{
	const struct rule *rule = *state;
	struct str faults;
	size_t count;

	str_init(&faults, 0);
	find_faults(&faults, rule, NULL);
	count = count_lines(faults.data) - 1;
	if (count)
		show_lines(faults.data + 1);
	str_clear(&faults);
	if (count)
		fail_msg("%zu faults", count);
}

/* A fault that was there before proves nothing. */
static bool
is_new_fault(const char *line, size_t len, const char *before)
{
	struct str whole;
	bool is_new;

	str_init(&whole, 0);
	str_add_char(&whole, '\n');
	str_add(&whole, line, len);
	str_add_char(&whole, '\n');
	is_new = !strstr(before, whole.data);
	str_clear(&whole);
	return is_new;
}

static bool
has_new_fault(const char *after, const char *before, const char *says)
{
	while (*after) {
		size_t len = strcspn(after, "\n");
		const char *hit = strstr(after, says);

		if (hit && hit + strlen(says) <= after + len &&
		    is_new_fault(after, len, before))
			return true;
		after += len + (after[len] != '\0');
	}
	return false;
}

static void
the_rule_finds_the_change(void **state)
{
	const struct rule *rule = *state;
	struct str before, after;
	bool is_found;

	str_init(&before, 0);
	str_init(&after, 0);
	find_faults(&before, rule, NULL);
	find_faults(&after, rule, rule->change);
	is_found = has_new_fault(after.data, before.data, rule->says);
	if (!is_found)
		show_lines(after.data + 1);
	str_clear(&before);
	str_clear(&after);
	if (!is_found)
		fail_msg("nothing says \"%s\"", rule->says);
}

static void
add_test(struct rule rule)
{
	if (rule_count == TESTS_MAX) {
		fputs("test_reading: more rules than TESTS_MAX\n", stderr);
		exit(99);
	}
	rules[rule_count] = rule;
	tests[rule_count] = (struct CMUnitTest){
		.name = rule.name,
		.test_func = rule.change ? the_rule_finds_the_change :
					   the_collection_keeps_the_rule,
		.initial_state = &rules[rule_count],
	};
	rule_count++;
}

/* Cuts the text into what stands between lines that begin with a mark. */
static void
read_rules(char *text)
{
	const char *sql = "";
	char *mark = strstr(text, "\n--= ");

	setup = text;
	while (mark) {
		char kind = mark[3];
		char *name = mark + 5;
		char *body = name + strcspn(name, "\n");
		char *next;

		*mark = '\0';
		*body++ = '\0';
		for (next = body; (next = strstr(next, "\n--")) != NULL; next++)
			if (next[3] == '=' || next[3] == '!')
				break;
		if (kind == '=') {
			sql = body;
			add_test((struct rule){ name, sql, NULL, NULL });
		} else {
			char *says = strstr(name, ": ");

			if (says)
				*says = '\0';
			add_test((struct rule){ name, sql, body,
			    says ? says + 2 : "" });
		}
		mark = next;
	}
}

int
main(void)
{
	char path[1024];
	struct str text;
	struct error err;
	int failed;

	snprintf(path, sizeof path, "%.900s/tests/db/reading.sql",
	    get_folder("srcdir"));
	str_init(&text, RULES_LIMIT_BYTES);
	if (file_read(&text, path, RULES_LIMIT_BYTES, &err) != STATUS_OK) {
		fprintf(stderr, "%s\n", err.message);
		return 99;
	}
	read_rules(text.data);
	failed = _cmocka_run_group_tests("reading", tests, rule_count, NULL,
	    NULL);
	str_clear(&text);
	return failed;
}
