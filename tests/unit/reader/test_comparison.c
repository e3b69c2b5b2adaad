/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "compile/compile.h"
#include "reader/comparison.h"
#include "reader/comparison_axis.h"
#include "reader/comparison_words.h"

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
	struct comparison all = { 0 };
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
	    " -: only-one 1/1 !\n"
	    " -: only-hama 1/1 !\n",
	    "", 2, 2 },
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

/* ---- More than the limit ---- */

enum { MANY = COMPARISON_FIGURES_MAX + 50 };

static const char *const files[][2] = {
	{ "collection.yaml",
	    "title: Many\nlanguage: en\nversion: 2026-01-01\n"
	    "licence: CC0-1.0\n" },
	{ "measures.csv",
	    "slug,title,unit,definition,topic\n"
	    "many,Many,people,Many of them.,all\n"
	    "other,Other,people,Others.,all\n" },
	{ "sources.json",
	    "[{\"id\": \"one\", \"type\": \"book\", \"title\": \"One\"}]" },
	{ "topics/all.md", "---\ntitle: All\nposition: 1\n---\nText.[@one]\n" },
};

enum { FILE_COUNT = sizeof files / sizeof *files };

static FILE *
open_file(const char *dir, const char *name)
{
	char file[128];
	FILE *f;

	snprintf(file, sizeof file, "%.60s/%.60s", dir, name);
	f = fopen(file, "w");
	assert_non_null(f);
	return f;
}

static void
write_many(const char *dir)
{
	FILE *f = open_file(dir, "figures.csv");

	fputs(
	    "slug,measure,topic,statement,low,high,qualifier,unit,period,"
	    "as_of,place,population,advisory,citations,note\n",
	    f);
	for (int i = 0; i <= MANY; i++)
		fprintf(f,
		    "f-%d,%s,all,Said %d times.,%d,%d,,people,%d,,Anse,,none,"
		    "\"[@one, p. %d]\",\n",
		    i, i < MANY ? "many" : "other", i, i, i, 1600 + i, i + 1);
	fputs(
	    "over,other,all,Over.,1000,,more than,people,1600,,Edge,,none,,\n"
	    "even,other,all,Even.,1000,1000,,people,1600,,Edge,,none,,\n"
	    "under,other,all,Under.,,1200,fewer than,people,1600,,Edge,,none,"
	    ",\n",
	    f);
	fclose(f);
	for (int i = 0; i < FILE_COUNT; i++) {
		f = open_file(dir, files[i][0]);
		fputs(files[i][1], f);
		fclose(f);
	}
}

static void
remove_many(const char *dir)
{
	char file[128];

	for (int i = 0; i < FILE_COUNT; i++) {
		snprintf(file, sizeof file, "%.60s/%.60s", dir, files[i][0]);
		unlink(file);
	}
	snprintf(file, sizeof file, "%.60s/figures.csv", dir);
	unlink(file);
	snprintf(file, sizeof file, "%.60s/topics", dir);
	rmdir(file);
	rmdir(dir);
}

static int
open_many(void **state)
{
	char dir[] = "/tmp/ibid-comparison-XXXXXX";
	char topics[64];

	(void)state;
	if (!mkdtemp(dir))
		return -1;
	snprintf(topics, sizeof topics, "%s/topics", dir);
	mkdir(topics, 0700);
	write_many(dir);
	compile_folder(dir);
	remove_many(dir);
	return 0;
}

static bool
has_slug(const struct comparison *all, const char *slug)
{
	for (uint32_t i = 0; i < all->parts[0].row_count; i++) {
		if (strcmp(all->parts[0].rows[i].figures[0]->f.slug, slug) == 0)
			return true;
	}
	return false;
}

static struct comparison
read_wanted(const char *wanted)
{
	struct comparison_task *task;
	struct comparison all;
	struct measure m;
	struct error err;
	bool is_done = false;

	assert_int_equal(collection_find_measure(&m, collection, "many", &arena,
			     &err),
	    STATUS_OK);
	task = comparison_begin(collection, m.id, wanted, &arena);
	while (!is_done)
		assert_int_equal(comparison_step(&all, &is_done, task, &err),
		    STATUS_OK);
	return all;
}

static void
of_many_figures_the_first_are_compared_and_the_one_that_is_wanted(void **state)
{
	static const struct {
		const char *wanted;
		bool is_last_there, is_wanted_there;
	} rows[] = {
		{ "", true, false },
		{ "f-3", true, true },
		{ "f-230", false, true },
		{ "f-250", true, false }, /* of another measure */
		{ "nothing", true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct comparison all = read_wanted(rows[i].wanted);

		assert_int_equal(all.figures, COMPARISON_FIGURES_MAX);
		assert_int_equal(all.left_out, MANY - COMPARISON_FIGURES_MAX);
		assert_int_equal(all.parts[0].row_count,
		    COMPARISON_FIGURES_MAX);
		assert_int_equal(has_slug(&all, "f-199"),
		    rows[i].is_last_there);
		assert_int_equal(has_slug(&all, rows[i].wanted),
		    rows[i].is_wanted_there);
	}
}

static void
what_is_more_than_a_number_or_less_has_no_part_of_it(void **state)
{
	static const char *const told[] = {
		"1,000 people, Edge: 1,000, 1600; fewer than 1,200, 1600",
		"more than 1,000 and less than 1,200 people, Edge: more than 1,000, 1600; "
		"fewer than 1,200, 1600",
	};
	struct comparison all = read_measure("other");

	(void)state;
	assert_int_equal(all.meeting_count, 2);
	for (uint32_t i = 0; i < all.meeting_count; i++) {
		struct str text;

		str_init(&text, 0);
		comparison_add_meeting(&text, number_form_get("en"), &all,
		    &all.meetings[i]);
		assert_string_equal(text.data, told[i]);
		str_clear(&text);
	}
}

static void
what_is_left_out_is_counted_and_no_unit_is_said(void **state)
{
	struct comparison all = read_measure("many");
	struct comparison_part parts[2] = { { .unit = "people" },
		{ .unit = "" } };
	struct str text;

	(void)state;
	str_init(&text, 0);
	comparison_add_counts(&text, number_form_get("en"), &all);
	assert_string_equal(text.data,
	    "people \u00B7 200 of 250 figures, 1 document, 1 origin");
	all = (struct comparison){ .parts = parts, .part_count = 2 };
	str_reset(&text);
	comparison_add_counts(&text, number_form_get("en"), &all);
	assert_non_null(strstr(text.data, "people, no unit \u00B7 0 figures"));
	str_reset(&text);
	comparison_add_heading(&text, &all, &parts[1]);
	assert_string_equal(text.data, "Figures without a unit");
	str_clear(&text);
}

static void
what_can_be_true_is_told_with_its_years_and_places(void **state)
{
	struct comparison all = read_measure("millers");
	struct str text;

	(void)state;
	assert_int_equal(all.meeting_count, 2);
	str_init(&text, 0);
	comparison_add_meeting(&text, number_form_get("en"), &all,
	    &all.meetings[1]);
	assert_string_equal(text.data,
	    "45.5 people, Anse coast, millers: about 45.5, April 1900 (Holt); "
	    "not more than 600, as of 1890 (Ek)");
	str_clear(&text);
}

static void
a_scale_without_0_says_where_it_begins_or_ends(void **state)
{
	static const struct {
		struct axis axis;
		const char *words;
	} rows[] = {
		{ { .from = 0, .to = 10 }, "" },
		{ { .from = -10, .to = 0 }, "" },
		{ { .from = 900, .to = 1000 },
		    "The scale begins at 900, not at 0." },
		{ { .from = -50, .to = -38 },
		    "The scale ends at -38, not at 0." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct comparison_axis a = { .axis = rows[i].axis,
			.form = number_form_get("en") };
		struct str text;

		str_init(&text, 0);
		str_add_text(&text, "");
		comparison_axis_add_words(&text, &a);
		assert_string_equal(text.len ? text.data : "", rows[i].words);
		str_clear(&text);
	}
}

#define WITH(open, test) \
	cmocka_unit_test_setup_teardown(test, open, close_fixture)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_scale_without_0_says_where_it_begins_or_ends),
		WITH(open_fixture,
		    figures_stand_in_parts_by_year_and_value_and_repetitions_are_one),
		WITH(open_fixture,
		    what_can_all_be_true_is_told_with_what_it_has_in_common),
		WITH(open_fixture,
		    documents_and_origins_of_a_measure_are_counted_once),
		WITH(open_many,
		    of_many_figures_the_first_are_compared_and_the_one_that_is_wanted),
		WITH(open_many,
		    what_is_left_out_is_counted_and_no_unit_is_said),
		WITH(open_fixture,
		    what_can_be_true_is_told_with_its_years_and_places),
		WITH(open_many,
		    what_is_more_than_a_number_or_less_has_no_part_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
