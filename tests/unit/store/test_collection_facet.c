/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "sample_fixture.h"
#include "store/collection_facet.h"
#include "unit.h"

/* The values of lists' rows are counted, and rows that have one are marked. */

static bool
is_event(enum collection_facet facet)
{
	return facet >= COLLECTION_FACET_EVENT_KIND;
}

/* Counts to the end, and looks at what is listed on the way. */
static struct collection_facet_count *
count_all(struct fixture *f, enum collection_facet facet, const uint8_t *rows,
    uint32_t row_count)
{
	struct collection_facet_count *n = collection_facet_count_new(f->c,
	    facet, rows, row_count);
	bool is_done = false;
	uint32_t count;

	collection_facet_count_list(n, &count);
	assert_int_equal(count, 0);
	while (!is_done) {
		const struct collection_facet_value *v;

		assert_int_equal(collection_facet_count_step(n, &is_done,
				     &f->err),
		    STATUS_OK);
		v = collection_facet_count_list(n, &count);
		assert_true(is_done || count <= 50);
		for (uint32_t i = 0; i < count; i++) {
			assert_true(v[i].rows > 0);
			assert_int_equal(utf8_find_invalid(v[i].title,
					     strlen(v[i].title)),
			    strlen(v[i].title));
		}
	}
	return n;
}

/* "name title rows; ..." of a facet of all rows. */
static void
add_list(struct str *out, struct fixture *f, enum collection_facet facet,
    uint32_t row_count)
{
	struct collection_facet_count *n = count_all(f, facet, NULL, row_count);
	uint32_t count;
	const struct collection_facet_value *v = collection_facet_count_list(n,
	    &count);

	for (uint32_t i = 0; i < count; i++)
		str_add_format(out, "%s%s|%s|%u", i ? "; " : "", v[i].name,
		    v[i].title, (unsigned)v[i].rows);
	collection_facet_count_free(n);
}

static const struct {
	enum collection_facet facet;
	const char *list;
	const char *sql;
} lists[] = {
	{ COLLECTION_FACET_FIGURE_MEASURE,
	    "people-paid|People paid|2; share|Share|1", "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_UNIT, "people|people|2; percent|percent|1",
	    "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_PLACE, "Russia|Russia|1; ||2", "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_YEAR,
	    "2001|2001|2; 2002|2002|1; 2003|2003|1; ||1", "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_SOURCE,
	    "agency|Agency|1; berg-2001|van den Berg, \"An article\"|1; ||2",
	    "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_DOCUMENT,
	    "berg-2001|van den Berg, \"An article\"|1; ||2", "SELECT 1" },
	{ COLLECTION_FACET_FIGURE_DISAGREEING, "yes|yes|2", "SELECT 1" },
	{ COLLECTION_FACET_EVENT_KIND, "law|law|2", "SELECT 1" },
	{ COLLECTION_FACET_EVENT_YEAR, "1999|1999|1; 2003|2003|1", "SELECT 1" },
	/* Topic 2 is below topic 1. */
	{ COLLECTION_FACET_EVENT_TOPIC, "pay|Pay|2; pay-abroad|Pay abroad|1",
	    "UPDATE event SET topic = id" },
	/* All four citations of one statement, of two documents. */
	{ COLLECTION_FACET_FIGURE_DOCUMENT,
	    "berg-copy|Copy|1; berg-2001|van den Berg, \"An article\"|1; ||2",
	    "UPDATE citation SET passage = 18 WHERE id < 5" },
	{ COLLECTION_FACET_FIGURE_PLACE, "Anse|Anse|1; bay|bay|1; Cove|Cove|1",
	    "UPDATE figure SET place = substr('CoveAnsebay', 4 * id - 3, 4)" },
	{ COLLECTION_FACET_FIGURE_YEAR, "987|987|1; 1987|1987|1; ||1",
	    "UPDATE figure SET period_from = 0, period_to = 9870500"
	    " WHERE id = 1;"
	    "UPDATE figure SET period_from = 19870101, period_to = 99999999"
	    " WHERE id = 2;"
	    "UPDATE figure SET period_from = 0, period_to = 99999999"
	    " WHERE id = 3" },
	/* What no sound file has. */
	{ COLLECTION_FACET_FIGURE_MEASURE, "share|Share|1; ||1",
	    "UPDATE figure SET measure = 77 WHERE id = 1;"
	    "UPDATE figure SET measure = -5 WHERE id = 2" },
	{ COLLECTION_FACET_FIGURE_MEASURE, "share|Share|1",
	    "UPDATE figure SET measure = 4611686018427387904 WHERE id < 3" },
	{ COLLECTION_FACET_EVENT_TOPIC, "pay|Pay|1; routes|Routes|1",
	    "UPDATE topic SET parent = 3 WHERE id = 1" },
	{ COLLECTION_FACET_FIGURE_PLACE,
	    "\xEF\xBF\xBD"
	    "A|\xEF\xBF\xBD"
	    "A|3",
	    "UPDATE figure SET place = CAST(x'ff41' AS TEXT)" },
};

static void
values_are_counted_the_most_frequent_first(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct str list;

		sample_remove(f->path);
		f->path = sample_make_file();
		assert_int_equal(sample_write(f->path, &f->err), STATUS_OK);
		sample_fixture_open_with(f, lists[i].sql);
		str_init(&list, 0);
		add_list(&list, f, lists[i].facet,
		    is_event(lists[i].facet) ? 2 : 3);
		assert_string_equal(list.data, lists[i].list);
		str_clear(&list);
	}
}

/*
 * Three thousand figures and events whose values differ, some without any;
 * every seventh figure has the statement that is cited.
 */
#define MANY "3000"
#define MANY_ROWS                                                                \
	"WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n"        \
	" WHERE i < " MANY                                                       \
	") INSERT INTO figure SELECT i, 'f' || i,"                               \
	" i % 3, 1, iif(i % 7, 20, 18), NULL, i % 5 = 0, i, i, '',"              \
	" substr('abc', i % 4, 1), '', iif(i % 11, 19900101 + i % 20 *"          \
	" 10000, NULL), 19911231 + i % 23 * 10000, '', 'P' || (i * i % 41),"     \
	" '', 'none', NULL, 0, 0 FROM n;"                                        \
	"WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n"        \
	" WHERE i < " MANY                                                       \
	") INSERT INTO event SELECT i, 'e' || i,"                                \
	" 1 + i % 3, '', 10000101 + i / 4 * 10000, 10000101 + i / 2 *"           \
	" 10000, 'year', 'k' || (i % 6), '', 25, 26, 'none', NULL, 0, 0 FROM n;" \
	"WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n"     \
	" WHERE i < " MANY                                                       \
	") INSERT INTO disagreement SELECT i,"                                   \
	" substr('scopesliprating', 1 + 5 * (i % 3), 5), 0, 0, NULL, NULL"       \
	" FROM n;"

enum { MANY_COUNT = 3000 };

static uint32_t
count_bits(const uint8_t *rows, const uint8_t *among)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < MANY_COUNT; i++)
		count += (rows[i / 8] & among[i / 8]) >> i % 8 & 1;
	return count;
}

static void
mark_in_slices(uint8_t *out, struct fixture *f, enum collection_facet facet,
    const char *name)
{
	memset(out, 0, MANY_COUNT / 8 + 1);
	for (int64_t row = 1; row <= MANY_COUNT; row += 700)
		assert_int_equal(collection_mark_facet(out, f->c, facet, name,
				     row, 700, &f->err),
		    STATUS_OK);
}

static void
what_is_counted_under_a_value_is_what_is_marked(void **state)
{
	static uint8_t all[MANY_COUNT / 8 + 90], some[MANY_COUNT / 8 + 90];
	static uint8_t marked[MANY_COUNT / 8 + 90];
	struct fixture *f = *state;

	sample_fixture_open_with(f, MANY_ROWS);
	memset(all, 0xFF, sizeof all);
	for (int i = 0; i < MANY_COUNT; i++)
		some[i / 8] |= (uint8_t)((i % 3 == 0 && i > 500) << i % 8);
	for (int facet = 0; facet < 2 * COLLECTION_FACET_COUNT; facet++) {
		enum collection_facet of = facet / 2;
		const uint8_t *among = facet % 2 ? some : all;
		struct collection_facet_count *n = count_all(f, of,
		    facet % 2 ? some : NULL, MANY_COUNT);
		uint32_t count;
		const struct collection_facet_value *v =
		    collection_facet_count_list(n, &count);

		assert_true(count > 0);
		assert_false(collection_facet_count_is_cut(n));
		for (uint32_t i = 0; i < count; i++) {
			mark_in_slices(marked, f, of, v[i].name);
			assert_int_equal(count_bits(marked, among), v[i].rows);
			if (of != COLLECTION_FACET_FIGURE_YEAR &&
			    of != COLLECTION_FACET_EVENT_YEAR && i > 1 &&
			    v[i].name[0])
				assert_true(v[i - 1].rows >= v[i].rows);
		}
		collection_facet_count_free(n);
	}
}

static void
a_name_that_is_not_there_marks_nothing(void **state)
{
	static const struct {
		enum collection_facet facet;
		const char *name;
	} none[] = {
		{ COLLECTION_FACET_FIGURE_MEASURE, "nobody" },
		{ COLLECTION_FACET_FIGURE_MEASURE, "" },
		{ COLLECTION_FACET_FIGURE_SOURCE, "nobody" },
		{ COLLECTION_FACET_FIGURE_PLACE, "russia" },
		{ COLLECTION_FACET_FIGURE_YEAR, "2001x" },
		{ COLLECTION_FACET_FIGURE_YEAR, "99999999999999999999" },
		{ COLLECTION_FACET_FIGURE_YEAR, "1066" },
		{ COLLECTION_FACET_FIGURE_DISAGREEING, "no" },
		{ COLLECTION_FACET_FIGURE_DISAGREEING, "" },
		{ COLLECTION_FACET_EVENT_TOPIC, "pay-abroad" },
	};
	struct fixture *f = *state;

	sample_fixture_open_with(f, "SELECT 1");
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		uint8_t rows = 0;

		assert_int_equal(collection_mark_facet(&rows, f->c,
				     none[i].facet, none[i].name, 1, 8,
				     &f->err),
		    STATUS_OK);
		if (rows)
			fail_msg("%s marks %u", none[i].name, rows);
	}
}

static void
a_value_has_its_title_or_its_name(void **state)
{
	static const struct {
		enum collection_facet facet;
		const char *name, *title;
	} titles[] = {
		{ COLLECTION_FACET_FIGURE_MEASURE, "share", "Share" },
		{ COLLECTION_FACET_FIGURE_DOCUMENT, "agency", "Agency" },
		{ COLLECTION_FACET_FIGURE_DOCUMENT, "nobody", "nobody" },
		{ COLLECTION_FACET_EVENT_TOPIC, "pay-abroad", "Pay abroad" },
		{ COLLECTION_FACET_FIGURE_PLACE, "Russia", "Russia" },
		{ COLLECTION_FACET_FIGURE_YEAR, "2001", "2001" },
		{ COLLECTION_FACET_FIGURE_MEASURE, "", "" },
	};
	struct fixture *f = *state;

	sample_fixture_open_with(f, "SELECT 1");
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		const char *title;

		assert_int_equal(collection_find_facet_title(&title, f->c,
				     titles[i].facet, titles[i].name, &f->arena,
				     &f->err),
		    STATUS_OK);
		assert_string_equal(title, titles[i].title);
	}
}

/* Each of these has more than is counted or listed. */
static const struct {
	enum collection_facet facet;
	const char *sql;
	uint32_t count; /* listed */
	const char *first;
	uint32_t rows; /* of it */
} bounds[] = {
	{ COLLECTION_FACET_FIGURE_PLACE,
	    "UPDATE figure SET place = 'P' || (id % 20000);"
	    "UPDATE figure SET place = 'all' WHERE id % 4 = 0",
	    3000, "all", 10000 },
	{ COLLECTION_FACET_FIGURE_PLACE,
	    "UPDATE figure SET place = printf('%.*c', 200 + (id > 5), 'x')", 1,
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
	    5 },
	{ COLLECTION_FACET_FIGURE_MEASURE,
	    "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n"
	    " WHERE i < 5000) INSERT INTO measure SELECT i, 'm' || i,"
	    " 'M' || i, '', '', 1, 30, 0, 0 FROM n;"
	    "UPDATE figure SET measure = 3 + id % 4000;"
	    "UPDATE figure SET measure = 4999 WHERE id % 10 = 7",
	    3000, "m4999", 4000 },
	{ COLLECTION_FACET_FIGURE_MEASURE,
	    "UPDATE figure SET measure = 1 + id * 5 WHERE id > 1", 1,
	    "people-paid", 1 },
	/* Rows of a table are counted up to 131,071. */
	{ COLLECTION_FACET_FIGURE_MEASURE,
	    "UPDATE figure SET measure = iif(id < 9, 2, 131072 + id)", 1,
	    "share", 8 },
	{ COLLECTION_FACET_FIGURE_YEAR,
	    "UPDATE figure SET period_from = 10000 * id + 101,"
	    " period_to = 99991231 WHERE id < 9000",
	    3000, "7001", 7001 },
};

static void
what_a_hostile_file_has_is_bounded_and_said(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
		struct collection_facet_count *n;
		const struct collection_facet_value *v;
		uint32_t count;

		sample_remove(f->path);
		f->path = sample_make_file();
		assert_int_equal(sample_write(f->path, &f->err), STATUS_OK);
		sample_fixture_open_with(f,
		    "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1"
		    " FROM n WHERE i < 40000) INSERT INTO figure SELECT i,"
		    " 'f' || i, 1, 1, 20, NULL, 0, 1, 1, '', '', '', NULL,"
		    " NULL, '', '', '', 'none', NULL, 0, 0 FROM n");
		sample_fixture_open_with(f, bounds[i].sql);
		n = count_all(f, bounds[i].facet, NULL, 40000);
		v = collection_facet_count_list(n, &count);
		if (count != bounds[i].count)
			fail_msg("%zu: %u, %s %u", i, count, v[0].name,
			    v[0].rows);
		assert_string_equal(v[0].name, bounds[i].first);
		assert_int_equal(v[0].rows, bounds[i].rows);
		assert_true(collection_facet_count_is_cut(n));
		collection_facet_count_free(n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    values_are_counted_the_most_frequent_first,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    what_is_counted_under_a_value_is_what_is_marked,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    a_name_that_is_not_there_marks_nothing,
		    sample_fixture_write, sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    a_value_has_its_title_or_its_name, sample_fixture_write,
		    sample_fixture_close),
		cmocka_unit_test_setup_teardown(
		    what_a_hostile_file_has_is_bounded_and_said,
		    sample_fixture_write, sample_fixture_close),
	};

	return cmocka_run_group_tests_name("collection_facet", tests, NULL,
	    NULL);
}
