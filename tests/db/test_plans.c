/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "sample.h"
#include "store/checksum.h"
#include "store/collection_private.h"
#include "store/collection_writer_private.h"
#include "store/verify.h"
#include "unit.h"

/*
 * The plan of every statement: a whole table is walked only where the
 * statement says so, and nothing is sorted that stands in order.
 */
struct fixture {
	char *path;
	struct collection *c;
};

static int
open_sample(void **state)
{
	static struct fixture f;
	struct error err;

	f.path = sample_make_file();
	*state = &f;
	if (sample_write(f.path, &err) != STATUS_OK)
		return -1;
	return collection_open(&f.c, f.path, &err) == STATUS_OK ? 0 : -1;
}

static int
close_sample(void **state)
{
	struct fixture *f = *state;

	collection_close(f->c);
	sample_remove(f->path);
	return 0;
}

static void
check_plan(struct fixture *f, const char *sql, bool may_sort)
{
	char explain[2048];
	sqlite3_stmt *s;

	snprintf(explain, sizeof explain, "EXPLAIN QUERY PLAN %s", sql);
	db_start(f->c->db, 1);
	if (sqlite3_prepare_v2(f->c->db->handle, explain, -1, &s, NULL) !=
	    SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(f->c->db->handle));
	while (sqlite3_step(s) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(s, 3);

		if (strncmp(step, "SCAN", 4) == 0 &&
		    strcmp(step, "SCAN CONSTANT ROW") != 0 &&
		    !strstr(sql, "/*scan*/"))
			fail_msg("%s\n%s", sql, step);
		if (strstr(step, "TEMP B-TREE") && !may_sort)
			fail_msg("%s\n%s", sql, step);
		if (strstr(step, "AUTOMATIC") && !may_sort)
			fail_msg("%s\n%s", sql, step);
	}
	sqlite3_finalize(s);
}

static const char *const *const tables[] = { collection_value_sql,
	collection_topic_sql, collection_figure_sql, collection_measure_sql,
	collection_event_sql, collection_source_sql, collection_csl_sql,
	collection_behind_sql, collection_facet_sql, collection_name_sql,
	collection_link_sql, collection_disagreement_sql, collection_page_sql,
	collection_span_sql, collection_target_sql, collection_citation_sql,
	collection_key_sql, collection_search_sql,
	collection_search_passage_sql, collection_search_scope_sql,
	collection_search_facet_sql, verify_places_sql, verify_text_sql };

static void
what_the_reader_asks_is_found_by_index(void **state)
{
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		for (const char *const *sql = tables[i]; *sql; sql++)
			check_plan(*state, *sql, false);
	}
}

/* A reader that has seen everything, and verified it, has them all. */
static void
all_statements_can_be_kept_at_once(void **state)
{
	unsigned count = 0;

	(void)state;
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		for (const char *const *sql = tables[i]; *sql; sql++)
			count++;
	}
	for (const char *const *sql = verify_sql; *sql; sql++)
		count++;
	for (const struct checksum_table *t = checksum_tables; t->name; t++)
		count++;
	assert_in_range(count, 1, DB_STATEMENT_LIMIT);
}

static void
checksums_are_taken_without_sorting(void **state)
{
	for (const struct checksum_table *t = checksum_tables; t->name; t++)
		check_plan(*state, t->sql, false);
}

static void
rules_walk_one_table_and_look_into_others(void **state)
{
	for (const char *const *sql = verify_rules; *sql; sql++)
		check_plan(*state, *sql, true);
}

/* Every table but checksum has a checksum; the names come from the file. */
static void
no_table_is_without_a_checksum(void **state)
{
	struct fixture *f = *state;
	const struct checksum_table *t = checksum_tables;
	sqlite3_stmt *s;

	assert_int_equal(
	    sqlite3_prepare_v2(f->c->db->handle,
		"SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name <> 'checksum' ORDER BY rowid",
		-1, &s, NULL),
	    SQLITE_OK);
	for (; sqlite3_step(s) == SQLITE_ROW; t++)
		assert_string_equal(t->name, sqlite3_column_text(s, 0));
	assert_null(t->name);
	sqlite3_finalize(s);
}

/* Every table is written, with all its columns. */
static void
an_insert_names_every_column(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < WRITER_TABLES; i++) {
		sqlite3_stmt *s;

		assert_int_equal(sqlite3_prepare_v2(f->c->db->handle,
				     collection_writer_sql[i], -1, &s, NULL),
		    SQLITE_OK);
		sqlite3_finalize(s);
	}
}

/* Names that stand in SQL are those of the model. */
static void
names_in_sql_are_those_of_the_model(void **state)
{
	struct fixture *f = *state;
	char number[16];

	assert_int_equal(collection_form.application_id, 0x69626964);
	snprintf(number, sizeof number, "= %u",
	    (unsigned)collection_form.version);
	assert_non_null(strstr(collection_form.schema[0], "0x69626964"));
	assert_non_null(strstr(collection_form.schema[1], number));
	assert_int_equal(sqlite3_exec(f->c->db->handle,
			     "SELECT id FROM passage", NULL, NULL, NULL),
	    SQLITE_OK);
	assert_string_equal(record_get_name(RECORD_FIGURE), "figure");
	assert_string_equal(citation_get_role_name(STEP_STATED_IN),
	    "stated-in");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_reader_asks_is_found_by_index),
		cmocka_unit_test(all_statements_can_be_kept_at_once),
		cmocka_unit_test(checksums_are_taken_without_sorting),
		cmocka_unit_test(rules_walk_one_table_and_look_into_others),
		cmocka_unit_test(no_table_is_without_a_checksum),
		cmocka_unit_test(an_insert_names_every_column),
		cmocka_unit_test(names_in_sql_are_those_of_the_model)
	};

	return cmocka_run_group_tests_name("plans", tests, open_sample,
	    close_sample);
}
