/* SPDX-License-Identifier: ISC */
#include <stdio.h>

#include "sample_fixture.h"
#include "store/collection.h"
#include "store/collection_key.h"
#include "unit.h"

/* Who stands behind figures, by short names; and what figures sort by. */

static const struct {
	const char *label, *title, *name;
} names[] = {
	{ "Keenan, \"Trafficking\", The Project", "Trafficking", "Keenan" },
	{ "The Encyclopaedia, \"Trafficking\"", "Trafficking",
	    "The Encyclopaedia" },
	{ "Berg and Lind, \"He said, ''No'', twice\"", "He said, \"No\", twice",
	    "Berg and Lind" },
	{ "Department of State", "Department of State", "Department of State" },
	{ "Ministry, The Yearbook, The Press", "The Yearbook", "Ministry" },
	{ "Smith, Jones, and Sons", "Smith, Jones, and Sons",
	    "Smith, Jones, and Sons" },
	{ "\"Criminal Code\", Gazette", "Criminal Code", "Criminal Code" },
	{ "Somebody", "Of another title", "Somebody" },
	{ "", "A title", "A title" },
	{ "", "", "berg-2001" },
	{ "\xE9\x99\xB3, \"\xE6\x9B\xB8\"", "\xE6\x9B\xB8", "\xE9\x99\xB3" },
};

static void
a_source_is_called_by_what_its_label_begins_with(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct figure figure;
		struct figure_behind behind;
		char sql[512];

		snprintf(sql, sizeof sql,
		    "UPDATE source SET label = '%s', title = '%s' WHERE id = 2",
		    names[i].label, names[i].title);
		sample_fixture_open_with(f, sql);
		assert_int_equal(collection_find_figure(&figure, f->c,
				     "paid-2001", &f->arena, &f->err),
		    STATUS_OK);
		assert_string_equal(figure.document, names[i].name);
		assert_int_equal(collection_read_behind(&behind, f->c,
				     figure.id, &f->arena, &f->err),
		    STATUS_OK);
		assert_int_equal(behind.document_count, 1);
		assert_string_equal(behind.documents[0], names[i].name);
	}
}

static void
documents_and_origins_of_a_figure_are_listed_once(void **state)
{
	struct fixture *f = *state;
	struct figure_behind b;

	/* Citations 1 to 4 are of its statement now: two equal, two others. */
	sample_fixture_open_with(f,
	    "UPDATE citation SET passage = 18 WHERE id < 4");
	assert_int_equal(collection_read_behind(&b, f->c, 1, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_int_equal(b.document_count, 2);
	assert_string_equal(b.documents[0], "van den Berg");
	assert_string_equal(b.keys[0], "berg-2001");
	assert_string_equal(b.documents[1], "Copy");
	assert_string_equal(b.keys[1], "berg-copy");
	assert_int_equal(b.origin_count, 3);
	assert_string_equal(b.origins[0], "Agency");
	assert_string_equal(b.origins[1], "\"unnamed reports\"");
	assert_string_equal(b.origins[2], "van den Berg");
	assert_int_equal(b.origin_ids[0], 1);
	assert_int_equal(b.origin_ids[1], 2);
	assert_int_equal(b.origin_ids[2], 3);
}

static void
a_figure_without_citations_has_nobody_behind_it(void **state)
{
	struct fixture *f = *state;
	struct figure_behind b;
	struct figure figure;
	const char *document = "";

	sample_fixture_open_with(f, "SELECT 1");
	assert_int_equal(collection_find_figure(&figure, f->c, "share-2001",
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_string_equal(figure.document, "");
	assert_int_equal(collection_read_behind(&b, f->c, figure.id, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_int_equal(b.document_count, 0);
	assert_int_equal(b.origin_count, 0);
	assert_int_equal(collection_find_document(&document, f->c, figure.id,
			     &f->arena, &f->err),
	    STATUS_OK);
	assert_null(document);
	assert_int_equal(collection_find_document(&document, f->c, 1, &f->arena,
			     &f->err),
	    STATUS_OK);
	assert_string_equal(document, "van den Berg, \"An article\"");
}

static void
lists_of_figures_say_who_and_whether_another_disagrees(void **state)
{
	struct fixture *f = *state;
	struct figure *figures;
	uint32_t count;

	sample_fixture_open_with(f, "SELECT 1");
	for (int i = 0; i < 2; i++) {
		if (i == 0)
			assert_int_equal(collection_list_figures_from(&figures,
					     &count, f->c, 1, 10, &f->arena,
					     &f->err),
			    STATUS_OK);
		else
			assert_int_equal(collection_list_figures(&figures,
					     &count, f->c, 0, 0, &f->arena,
					     &f->err),
			    STATUS_OK);
		assert_int_equal(count, 3);
		assert_string_equal(figures[0].document, "van den Berg");
		assert_string_equal(figures[1].document, "");
		assert_true(figures[0].is_disputed);
		assert_true(figures[1].is_disputed);
		assert_false(figures[2].is_disputed);
	}
}

/* The rows 1 to 3 by the parts of their keys; equal ones by row. */
static const struct {
	enum collection_key key;
	unsigned parts;
	uint32_t order[3];
	const char *sql;
} sorts[] = {
	{ KEY_FIGURE_UNIT, 2, { 3, 1, 2 },
	    "UPDATE figure SET unit = 'barrels' WHERE id = 3" },
	{ KEY_FIGURE_UNIT, 2, { 2, 3, 1 },
	    "UPDATE figure SET unit = '' WHERE id = 1" },
	{ KEY_FIGURE_DOCUMENT, 1, { 1, 2, 3 }, "SELECT 1" },
	{ KEY_FIGURE_DOCUMENT, 1, { 3, 1, 2 },
	    "UPDATE figure SET document = 1 WHERE id = 3" },
	{ KEY_FIGURE_DISPUTED, 1, { 2, 3, 1 },
	    "UPDATE figure SET disputed = id > 1" },
	/* "About 5,000 were paid.", "At least 9,000.", "Up to 10 per cent." */
	{ KEY_FIGURE_STATEMENT, 7, { 1, 2, 3 }, "SELECT 1" },
	{ KEY_FIGURE_STATEMENT, 7, { 2, 1, 3 },
	    "UPDATE block SET data = CAST(replace(CAST(data AS TEXT),"
	    " 'About 5,', 'up to 1,') AS BLOB)" },
	{ KEY_FIGURE_STATEMENT, 7, { 3, 1, 2 },
	    "UPDATE block SET data = CAST(replace(CAST(data AS TEXT),"
	    " 'Up to', 'ABout') AS BLOB)" },
};

static int
compare_rows(uint32_t parts[7][3], unsigned part_count, uint32_t a, uint32_t b)
{
	for (unsigned i = 0; i < part_count; i++) {
		if (parts[i][a] != parts[i][b])
			return parts[i][a] < parts[i][b] ? -1 : 1;
	}
	return a < b ? -1 : 1;
}

static void
figures_sort_by_the_parts_of_their_keys(void **state)
{
	static const uint32_t rows[] = { 1, 2, 3 };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
		uint32_t parts[7][3], found;

		sample_remove(f->path);
		f->path = sample_make_file();
		assert_int_equal(sample_write(f->path, &f->err), STATUS_OK);
		sample_fixture_open_with(f, sorts[i].sql);
		for (unsigned part = 0; part < sorts[i].parts; part++) {
			assert_int_equal(collection_read_keys(parts[part],
					     &found, f->c, sorts[i].key, rows,
					     3, part, &f->err),
			    STATUS_OK);
			assert_int_equal(found, 3);
		}
		for (int at = 0; at < 2; at++) {
			if (compare_rows(parts, sorts[i].parts,
				sorts[i].order[at] - 1,
				sorts[i].order[at + 1] - 1) > 0)
				fail_msg("%s: %d", sorts[i].sql, at);
		}
	}
}

static void
disagreements_are_listed_from_a_row_on(void **state)
{
	static const struct {
		int64_t first;
		uint32_t limit, count;
	} parts[] = { { 1, 2, 2 }, { 3, 2, 1 }, { 4, 2, 0 }, { 1, 0, 0 },
		{ 2, UINT32_MAX, 2 }, { INT64_MAX, UINT32_MAX, 0 } };
	struct fixture *f = *state;

	sample_fixture_open_with(f, "SELECT 1");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct disagreement *all;
		uint32_t count;

		assert_int_equal(collection_list_disagreement_heads(&all,
				     &count, f->c, parts[i].first,
				     parts[i].limit, &f->arena, &f->err),
		    STATUS_OK);
		assert_int_equal(count, parts[i].count);
		for (uint32_t n = 0; n < count; n++) {
			assert_int_equal(all[n].id, parts[i].first + n);
			assert_int_equal(all[n].member_count, 2);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    a_source_is_called_by_what_its_label_begins_with,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    documents_and_origins_of_a_figure_are_listed_once,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    a_figure_without_citations_has_nobody_behind_it,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    lists_of_figures_say_who_and_whether_another_disagrees,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    figures_sort_by_the_parts_of_their_keys,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    disagreements_are_listed_from_a_row_on,
		    sample_fixture_write, sample_fixture_close),
	};

	return cmocka_run_group_tests_name("collection_behind", tests, NULL,
	    NULL);
}
