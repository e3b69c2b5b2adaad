/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "compile/compile.h"
#include "reader/comparison.h"

static char path[64];
static struct collection *collection;
static struct arena arena;

static void
compile_folder(const char *dir)
{
	struct compile_counts counts;
	struct diagnose diagnose;
	struct error err;
	int fd;

	snprintf(path, sizeof path, "%s", "/tmp/ibid-comparison-XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	unlink(path);
	diagnose_init(&diagnose);
	if (compile_run(&counts, dir, path, false, &diagnose, &err) ||
	    collection_open(&collection, path, &err))
		fail_msg("%s: %s", dir, err.message);
	diagnose_clear(&diagnose);
}

static int
open_fixture(void **state)
{
	const char *folder = getenv("srcdir");
	char dir[1024];

	(void)state;
	snprintf(dir, sizeof dir, "%.900s/tests/fixtures/measures",
	    folder ? folder : ".");
	compile_folder(dir);
	return 0;
}

static int
close_fixture(void **state)
{
	(void)state;
	collection_close(collection);
	unlink(path);
	arena_clear(&arena);
	return 0;
}

static struct comparison
read_measure(const char *slug)
{
	struct comparison all;
	struct measure m;
	struct error err;

	if (collection_find_measure(&m, collection, slug, &arena, &err) ||
	    comparison_read(&all, collection, m.id, &arena, &err))
		fail_msg("%s: %s", slug, err.message);
	return all;
}

/* "1880: millers-wren+millers-ek 2/1 !; ...", a line a part. */
static void
describe_rows(struct str *out, const struct comparison *all)
{
	for (uint32_t i = 0; i < all->part_count; i++) {
		const struct comparison_part *part = &all->parts[i];

		str_add_format(out, "%s\n", part->unit);
		for (uint32_t j = 0; j < part->row_count; j++) {
			const struct comparison_row *row = &part->rows[j];

			str_add_format(out,
			    " %s:", row->heading ? row->heading : "-");
			for (uint32_t k = 0; k < row->figure_count; k++)
				str_add_format(out, "%c%s", k ? '+' : ' ',
				    row->figures[k]->f.slug);
			str_add_format(out, " %u/%u%s\n", row->documents,
			    row->origins, row->is_disputed ? " !" : "");
		}
	}
}

static void
describe_meetings(struct str *out, const struct comparison *all)
{
	for (uint32_t i = 0; i < all->meeting_count; i++) {
		const struct comparison_meeting *m = &all->meetings[i];
		const struct comparison_part *part = &all->parts[m->part];

		for (uint32_t j = 0; j < m->row_count; j++)
			str_add_format(out, "%s%s", j ? " " : "",
			    part->rows[m->rows[j]].figures[0]->f.slug);
		str_add_format(out, ": %g to %g\n", m->low, m->high);
	}
}

static const struct {
	const char *measure, *rows, *meetings;
	uint32_t documents, origins;
} cases[] = {
	{ "millers",
	    "people\n"
	    " 1880: millers-wren+millers-ek 2/1 !\n"
	    " 1880: millers-holt 1/1 !\n"
	    " 1880: millers-many 1/1\n"
	    " 1898 to 1902: millers-hama 2/2\n"
	    " 1900: millers-1900 1/1\n"
	    " No period given: millers-few 1/1 !\n",
	    "millers-wren millers-holt: 1000 to 1200\n"
	    "millers-1900 millers-few: 45.5 to 45.5\n",
	    3, 3 },
	{ "share",
	    "percent\n"
	    " -: share-low 1/1\n"
	    " -: share-high 1/1\n",
	    "share-low share-high: 20 to 20\n", 2, 2 },
	{ "mixed",
	    "sacks\n"
	    " -: mixed-sacks 1/1 !\n"
	    " -: mixed-more 1/1 !\n",
	    "", 2, 2 },
	{ "pay",
	    "shillings per month\n"
	    " 1870 to 1880: pay-ek 1/1 !\n"
	    " 1875: pay-wren 1/1 !\n"
	    " No period given: pay-words 1/1\n",
	    "", 3, 3 },
	{ "agreed",
	    "mills\n"
	    " 1880: agreed-ek 1/1\n"
	    " 1880: agreed-wren 1/1 !\n"
	    " No period given: agreed-holt 1/1 !\n",
	    "agreed-ek agreed-wren: 12 to 12\n"
	    "agreed-ek agreed-holt: 13 to 14\n",
	    3, 3 },
	{ "only",
	    "gates\n"
	    " -: only-one 1/1\n",
	    "", 1, 1 },
};

static void
figures_stand_in_parts_by_year_and_value_and_repetitions_are_one(void **state)
{
	struct str text;

	(void)state;
	str_init(&text, 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct comparison all = read_measure(cases[i].measure);

		str_reset(&text);
		describe_rows(&text, &all);
		assert_string_equal(text.data, cases[i].rows);
	}
	str_clear(&text);
}

static void
what_can_all_be_true_is_told_with_what_it_has_in_common(void **state)
{
	struct str text;

	(void)state;
	str_init(&text, 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct comparison all = read_measure(cases[i].measure);

		str_reset(&text);
		str_add(&text, "", 0);
		describe_meetings(&text, &all);
		assert_string_equal(text.data, cases[i].meetings);
	}
	str_clear(&text);
}

static void
documents_and_origins_of_a_measure_are_counted_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct comparison all = read_measure(cases[i].measure);

		assert_int_equal(all.documents, cases[i].documents);
		assert_int_equal(all.origins, cases[i].origins);
		assert_int_equal(all.left_out, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    figures_stand_in_parts_by_year_and_value_and_repetitions_are_one),
		cmocka_unit_test(
		    what_can_all_be_true_is_told_with_what_it_has_in_common),
		cmocka_unit_test(
		    documents_and_origins_of_a_measure_are_counted_once),
	};

	return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
