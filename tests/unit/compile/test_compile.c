/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "compile/compile.h"
#include "store/collection.h"

/*
 * Whole runs over small folders made here: what the compiler works out
 * itself (the tree, numbers, origins, disagreements, links) as the store
 * gives it back.
 */
struct run {
	char folder[64];
	char *path;
	struct compile_counts counts;
	struct diagnose diagnose;
	struct collection *collection;
	struct arena arena;
	struct error err;
};

struct file {
	const char *name;
	const char *text;
};

static const struct file common[] = {
	{ "collection.yaml",
	    "title: T\nlanguage: en\nversion: 2026-01-01\n"
	    "licence: CC0-1.0\n" },
	{ "sources.json",
	    "[{\"id\": \"paper\", \"type\": \"article-newspaper\","
	    "  \"title\": \"Paper\"},"
	    " {\"id\": \"wiki\", \"type\": \"webpage\", \"title\": \"Wiki\"},"
	    " {\"id\": \"mirror\", \"type\": \"webpage\", \"title\": \"M\","
	    "  \"custom\": {\"ibid\": {\"copy_of\": \"wiki\"}}},"
	    " {\"id\": \"office\", \"custom\": {\"ibid\": {\"kind\":"
	    "  \"organisation\", \"name\": \"The Office\"}}},"
	    " {\"id\": \"report-1\", \"type\": \"report\", \"title\": \"R\","
	    "  \"custom\": {\"ibid\": {\"institution\": \"office\"}}},"
	    " {\"id\": \"report-2\", \"type\": \"report\", \"title\": \"S\","
	    "  \"custom\": {\"ibid\": {\"institution\": \"office\"}}}]" },
};

static void
write_file(const struct run *run, const struct file *file)
{
	char *path = file_join(run->folder, file->name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(file->text, f);
	fclose(f);
	free(path);
}

static int
start(void **state)
{
	struct run *run = calloc(1, sizeof *run);
	char *topics;

	memcpy(run->folder, "/tmp/ibid-test-XXXXXX", 22);
	assert_non_null(mkdtemp(run->folder));
	topics = file_join(run->folder, "topics");
	mkdir(topics, 0700);
	free(topics);
	run->path = file_join(run->folder, "out.ibid");
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		write_file(run, &common[i]);
	diagnose_init(&run->diagnose);
	*state = run;
	return 0;
}

static int
finish(void **state)
{
	struct run *run = *state;
	char command[128];

	collection_close(run->collection);
	arena_clear(&run->arena);
	diagnose_clear(&run->diagnose);
	snprintf(command, sizeof command, "rm -r %s", run->folder);
	free(run->path);
	free(run);
	return system(command);
}

static void
compile(struct run *run)
{
	enum status status = compile_run(&run->counts, run->folder, run->path,
	    false, &run->diagnose, &run->err);

	if (status)
		diagnose_print(&run->diagnose, stderr);
	assert_int_equal(status, STATUS_OK);
	status = collection_open(&run->collection, run->path, &run->err);
	if (status)
		print_error("%s\n", run->err.message);
	assert_int_equal(status, STATUS_OK);
}

static void
topics_stand_in_reading_order(void **state)
{
	static const struct file files[] = {
		{ "topics/z.md", "---\ntitle: Z\nposition: 1\n---\n" },
		{ "topics/b.md",
		    "---\ntitle: B\nparent: z\nposition: 20\n---\n" },
		{ "topics/c.md",
		    "---\ntitle: C\nparent: z\nposition: 3\n---\n" },
		{ "topics/d.md", "---\ntitle: D\nparent: c\n---\n" },
		{ "topics/a.md", "---\ntitle: A\nposition: 2\n---\n" },
	};
	static const char *const order[] = { "z", "c", "d", "b", "a" };
	static const int depths[] = { 0, 1, 2, 1, 0 };
	static const int lasts[] = { 4, 3, 3, 4, 5 };
	struct run *run = *state;
	struct topic *topics;
	uint32_t count;

	for (size_t i = 0; i < 5; i++)
		write_file(run, &files[i]);
	compile(run);
	assert_int_equal(collection_list_topics(&topics, &count,
			     run->collection, 1, 100, &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(count, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_string_equal(topics[i].slug, order[i]);
		assert_int_equal(topics[i].depth, depths[i]);
		assert_int_equal(topics[i].last, lasts[i]);
	}
}

static void
read_topic(struct page *page, struct run *run, const char *slug)
{
	struct topic topic;

	assert_int_equal(collection_find_topic(&topic, run->collection, slug,
			     &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(collection_read_page(page, run->collection,
			     RECORD_TOPIC, topic.id, &run->arena, &run->err),
	    STATUS_OK);
}

static void
origins_are_what_stands_at_the_end_of_a_chain(void **state)
{
	static const struct {
		const char *citations;
		unsigned documents, origins;
	} cases[] = {
		{ "[@paper]", 1, 1 },
		{ "[@paper; @wiki]", 2, 2 },
		{ "[@wiki; @mirror]", 2, 1 },
		{ "[@paper <- @report-1; @wiki <- @report-2]", 2, 1 },
		{ "[@paper <- @office; @wiki <- ~@report-2]", 2, 1 },
		{ "[@paper <- @report-1 <- !\\\"a witness\\\"; @wiki <- "
		  "@report-1]",
		    2, 1 },
		{ "[@paper <- \\\"unnamed reports\\\"; @wiki <- "
		  "\\\"unnamed reports\\\"]",
		    2, 2 },
		{ "[@wiki <- \\\"unnamed reports\\\"; @mirror <- "
		  "\\\"unnamed reports\\\"]",
		    2, 1 },
		{ "[@report-1 <- \\\"unnamed witnesses\\\"; @report-2 <- "
		  "\\\"unnamed witnesses\\\"]",
		    2, 2 },
		{ "[@paper <- !\\\"a witness\\\"; @paper]", 1, 1 },
		{ "[@paper <- @office; @paper]", 1, 2 },
	};
	enum { COUNT = sizeof cases / sizeof *cases };
	struct run *run = *state;
	char text[4096] = "---\ntitle: T\n---\n";
	struct page page;

	for (size_t i = 0; i < COUNT; i++) {
		size_t len = strlen(text);
		const char *c = cases[i].citations;

		len += (size_t)snprintf(text + len, sizeof text - len,
		    "Stated.");
		for (; *c; c++) {
			if (*c != '\\')
				text[len++] = *c;
		}
		snprintf(text + len, sizeof text - len, "\n\n");
	}
	write_file(run, &(struct file){ "topics/t.md", text });
	compile(run);
	read_topic(&page, run, "t");
	assert_int_equal(page.passage_count, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		const struct passage *p = &page.passages[i];

		assert_int_equal(p->sentence_count, 1);
		if (p->sentences[0].documents != cases[i].documents ||
		    p->sentences[0].origins != cases[i].origins)
			print_error("%s\n", cases[i].citations);
		assert_int_equal(p->sentences[0].documents, cases[i].documents);
		assert_int_equal(p->sentences[0].origins, cases[i].origins);
	}
}

static void
equal_chains_share_a_number(void **state)
{
	static const struct file file = { "topics/t.md",
		"---\ntitle: T\n---\n"
		"One.[@paper, p. 1] Two.[@wiki; @paper, p. 1] "
		"Three.[@paper, p. 2]\n" };
	static const unsigned numbers[] = { 1, 2, 1, 3 };
	struct run *run = *state;
	struct page page;

	write_file(run, &file);
	compile(run);
	read_topic(&page, run, "t");
	assert_int_equal(page.citation_count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(page.citations[i].number, numbers[i]);
	assert_string_equal(page.passages[0].text, "One. Two. Three.");
	assert_int_equal(page.citations[1].at, 5);
	assert_int_equal(page.citations[1].len, 4);
}

static void
links_lead_to_records_and_back(void **state)
{
	static const struct file files[] = {
		{ "topics/t.md",
		    "---\ntitle: The topic\n---\n"
		    "See [other](topic:u) and [the paper](source:paper).\n" },
		{ "topics/u.md", "---\ntitle: Other\n---\n" },
	};
	struct run *run = *state;
	struct page page;
	struct topic other;
	struct link *linking;
	uint32_t count;

	write_file(run, &files[0]);
	write_file(run, &files[1]);
	compile(run);
	read_topic(&page, run, "t");
	assert_int_equal(page.link_count, 2);
	assert_string_equal(page.links[0].slug, "u");
	assert_string_equal(page.links[0].title, "Other");
	assert_string_equal(page.links[1].slug, "paper");
	assert_int_equal(collection_find_topic(&other, run->collection, "u",
			     &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(collection_list_linking(&linking, &count,
			     run->collection, RECORD_TOPIC, other.id,
			     &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(count, 1);
	assert_string_equal(linking[0].slug, "t");
	assert_string_equal(linking[0].title, "The topic");
}

#define FIGURES_HEAD                                      \
	"slug,measure,statement,low,high,qualifier,unit," \
	"period,place,population,citations\n"

static const struct file tables[] = {
	{ "topics/t.md", "---\ntitle: T\n---\n" },
	{ "measures.csv",
	    "slug,title,unit,definition,topic\n"
	    "held,Held,people,How many.,t\n"
	    "share,Share,percent,How large a part.,t\n" },
	{ "figures.csv",
	    FIGURES_HEAD
	    "a,held,A.,80,120,,people,2015,North,camps,[@paper]\n"
	    "b,held,B.,150,200,,people,2015,\xC2\xA0 north ,,[@wiki]\n"
	    "c,held,C.,,,tens of thousands,people,2015,North,camps,[@wiki]\n"
	    "d,held,D.,150,,more than,people,,North,camps,[@wiki]\n"
	    "e,held,E.,300,300,,people,2015,South,camps,[@wiki]\n"
	    "f,held,F.,500,500,,people,1990,North,camps,[@wiki]\n"
	    "g,share,G.,500,500,,percent,2015,North,camps,[@wiki]\n" },
	{ "disagreements.csv",
	    "members,kind,note,citations\n"
	    "figure:a;figure:d,other-source,Another source.,[@paper]\n"
	    "figure:a;figure:g,one-origin,The same.,\n" },
};

static void
write_tables(struct run *run)
{
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		write_file(run, &tables[i]);
}

/* Adds rows to a file of the folder. */
static void
write_more(const struct run *run, const char *name, const char *text)
{
	char *path = file_join(run->folder, name);
	FILE *f = fopen(path, "a");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	free(path);
}

static const struct disagreement *
find_pair(const struct disagreement *list, uint32_t count, const char *a,
    const char *b)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct disagreement *d = &list[i];

		if (d->member_count == 2 &&
		    strcmp(d->members[0].slug, a) == 0 &&
		    strcmp(d->members[1].slug, b) == 0)
			return d;
	}
	return NULL;
}

static void
figures_disagree_where_their_ranges_cannot_both_hold(void **state)
{
	struct run *run = *state;
	struct disagreement *list;
	const struct disagreement *d;
	uint32_t count;

	write_tables(run);
	compile(run);
	assert_int_equal(collection_list_disagreements(&list, &count,
			     run->collection, &run->arena, &run->err),
	    STATUS_OK);
	d = find_pair(list, count, "a", "b");
	assert_non_null(d);
	assert_true(d->is_computed);
	assert_false(d->period_unknown);
	assert_string_equal(d->kind, "apart");
	assert_string_equal(d->measure, "held");
	d = find_pair(list, count, "a", "d");
	assert_non_null(d);
	assert_true(d->is_computed);
	assert_true(d->period_unknown);
	assert_string_equal(d->kind, "other-source");
	assert_string_equal(d->note, "Another source.");
	d = find_pair(list, count, "a", "g");
	assert_non_null(d);
	assert_false(d->is_computed);
	assert_null(d->measure);
	/*
	 * b and d overlap; c has no bound; e is elsewhere, but d's rest is
	 * open; f is of another time, but d's period is not known, and
	 * overlaps it too.
	 */
	assert_int_equal(count, 3);
}

/* More pairs than anybody reads; the written one is known all the same. */
static void
pairs_beyond_a_thousand_are_left_out_and_said(void **state)
{
	static const struct file files[] = {
		{ "topics/t.md", "---\ntitle: T\n---\n" },
		{ "measures.csv",
		    "slug,title,unit,definition,topic\n"
		    "held,Held,people,How many.,t\n" },
		{ "disagreements.csv",
		    "members,kind,note,citations\n"
		    "figure:f98;figure:f99,other-source,Why.,[@paper]\n" },
	};
	struct run *run = *state;
	struct str figures;
	struct disagreement *list;
	const struct disagreement *d;
	uint32_t count;

	str_init(&figures, 0);
	str_add_text(&figures, FIGURES_HEAD);
	for (int i = 0; i < 100; i++)
		str_add_format(&figures,
		    "f%d,held,F.,%d,%d,,people,,,,[@paper]\n", i, i, i);
	for (size_t i = 0; i < 3; i++)
		write_file(run, &files[i]);
	write_file(run, &(struct file){ "figures.csv", figures.data });
	compile(run);
	assert_int_equal(run->diagnose.warnings, 1);
	assert_int_equal(collection_list_disagreements(&list, &count,
			     run->collection, &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(count, 1001);
	d = find_pair(list, count, "f98", "f99");
	assert_non_null(d);
	assert_true(d->is_computed);
	assert_true(d->period_unknown);
	str_clear(&figures);
}

static void
a_figure_names_those_it_disagrees_with(void **state)
{
	struct run *run = *state;
	struct figure figure;
	struct measure measure;

	write_tables(run);
	compile(run);
	assert_int_equal(collection_find_figure(&figure, run->collection, "a",
			     &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(figure.disagrees_count, 2);
	assert_string_equal(figure.disagrees_with[0], "b");
	assert_string_equal(figure.disagrees_with[1], "d");
	assert_string_equal(figure.topic, "t");
	assert_int_equal(collection_find_measure(&measure, run->collection,
			     "held", &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(measure.figures, 6);
	assert_int_equal(measure.disagreeing, 3);
}

static void
a_figure_keeps_its_first_document_and_whether_it_is_disputed(void **state)
{
	static const struct {
		const char *slug, *document;
		bool is_disputed;
	} rows[] = {
		{ "a", "Paper", true }, { "b", "Wiki", true },
		{ "e", "Wiki", false },
		{ "g", "Wiki", false }, /* one origin told twice */
		{ "n", "", false },
		{ "s", "The Office", false }, /* cited in its statement */
		{ "twice", "Wiki", false },   /* a member twice, alone */
	};
	struct run *run = *state;

	write_tables(run);
	write_more(run, "figures.csv",
	    "n,held,N.,,,many,people,,North,,\n"
	    "s,held,S.[@office] More.,,,few,people,,North,,[@wiki]\n"
	    "twice,held,T.,,,some,people,,North,,[@wiki]\n");
	write_more(run, "disagreements.csv",
	    "figure:twice;figure:twice;topic:t,slip,Why.,\n");
	compile(run);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct figure f;

		assert_int_equal(collection_find_figure(&f, run->collection,
				     rows[i].slug, &run->arena, &run->err),
		    STATUS_OK);
		assert_string_equal(f.document, rows[i].document);
		assert_int_equal(f.is_disputed, rows[i].is_disputed);
	}
	assert_int_equal(collection_verify(run->collection, NULL, NULL,
			     &run->err),
	    STATUS_OK);
}

/* In the order of the list that comes out, the last letter of a slug. */
static const char *const orders[] = {
	"apart a", /* 150 and 30: five times */
	"apart b", /* 60 and 30 */
	"apart c", /* the same, and behind it */
	"parts-exceed-whole d",
	"other-source e", /* none is more than another, but written first */
	"other-source f",
	"slip g", /* 0 is nothing times */
	"slip h", /* 110 and 100 */
	"slip i", /* of other units */
	"other-year j",
	"one-origin k",
};

static void
disagreements_stand_with_the_most_severe_first(void **state)
{
	static const struct file files[] = {
		{ "topics/t.md", "---\ntitle: T\n---\n" },
		{ "measures.csv",
		    "slug,title,unit,definition,topic\n"
		    "m,M,people,How many.,t\n" },
		{ "figures.csv",
		    FIGURES_HEAD
		    "c1,m,S.,30,30,,people,2001,C,,[@paper]\n"
		    "c2,m,S.,60,60,,people,2001,C,,[@paper]\n"
		    "a1,m,S.,30,30,,people,2001,A,,[@paper]\n"
		    "a2,m,S.,150,,,people,2001,A,,[@paper]\n"
		    "b1,m,S.,1,30,,people,2001,B,,[@paper]\n"
		    "b2,m,S.,60,80,,people,2001,B,,[@paper]\n"
		    "d1,m,S.,,,d,people,2001,D,,[@paper]\n"
		    "e1,m,S.,10,20,,people,2001,E,,[@paper]\n"
		    "e2,m,S.,15,30,,people,2001,E,,[@paper]\n"
		    "g1,m,S.,0,0,,people,2001,G,,[@paper]\n"
		    "g2,m,S.,3,3,,people,2001,G,,[@paper]\n"
		    "h1,m,S.,100,100,,people,2001,H,,[@paper]\n"
		    "h2,m,S.,110,110,,people,2001,H,,[@paper]\n"
		    "i1,m,S.,1,1,,people,2001,I,,[@paper]\n"
		    "i2,m,S.,900,900,,percent,2001,I,,[@paper]\n" },
		{ "disagreements.csv",
		    "members,kind,note,citations\n"
		    "figure:a1;figure:d1,one-origin,k,\n"
		    "figure:a1;figure:d1,other-year,j,\n"
		    "figure:i1;figure:i2,slip,i,\n"
		    "figure:h1;figure:h2;topic:t,slip,h,\n"
		    "figure:e1;figure:e2,other-source,e,\n"
		    "figure:d1;figure:e1,other-source,f,\n"
		    "figure:d1;topic:t,parts-exceed-whole,d,\n"
		    "figure:g2;figure:g1,slip,g,\n"
		    "figure:b1;figure:b2,apart,b,\n" },
	};
	struct run *run = *state;
	struct disagreement *list;
	uint32_t count;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		write_file(run, &files[i]);
	compile(run);
	assert_int_equal(collection_list_disagreements(&list, &count,
			     run->collection, &run->arena, &run->err),
	    STATUS_OK);
	assert_int_equal(count, sizeof orders / sizeof *orders);
	for (uint32_t i = 0; i < count; i++) {
		const char *note = list[i].note;
		char text[64];

		/* What was found has no note: its place is in the slugs. */
		snprintf(text, sizeof text, "%s %c", list[i].kind,
		    note[0] ? note[0] : list[i].members[0].slug[0]);
		assert_string_equal(text, orders[i]);
	}
}

/* Of one unit, however it is written; nobody else is compared with them. */
static void
only_figures_of_one_unit_are_compared(void **state)
{
	static const struct {
		const char *unit;
		uint32_t disagrees;
	} units[] = { { "percent", 1 }, { "%", 1 }, { "Percent", 1 },
		{ "people", 0 }, { "percent per year", 0 } };
	struct run *run = *state;

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct str row;
		struct figure f;

		write_tables(run);
		str_init(&row, 0);
		str_add_format(&row,
		    "h,share,H.,900,900,,%s,2015,North,camps,[@wiki]\n",
		    units[i].unit);
		write_more(run, "figures.csv", row.data);
		str_clear(&row);
		compile(run);
		assert_int_equal(run->diagnose.errors, 0);
		assert_int_equal(collection_find_figure(&f, run->collection,
				     "h", &run->arena, &run->err),
		    STATUS_OK);
		assert_int_equal(f.disagrees_count, units[i].disagrees);
		collection_close(run->collection);
		run->collection = NULL;
	}
}

static void
another_unit_than_that_of_the_measure_is_a_finding(void **state)
{
	struct run *run = *state;
	size_t before;

	write_tables(run);
	assert_int_equal(compile_run(&run->counts, run->folder, NULL, true,
			     &run->diagnose, &run->err),
	    STATUS_OK);
	before = run->diagnose.warnings;
	diagnose_clear(&run->diagnose);
	diagnose_init(&run->diagnose);
	write_more(run, "figures.csv",
	    "h,share,H.,9,9,,Percent,2015,North,camps,[@wiki]\n"
	    "i,share,I.,9,9,,months,2015,North,camps,[@wiki]\n");
	assert_int_equal(compile_run(&run->counts, run->folder, NULL, true,
			     &run->diagnose, &run->err),
	    STATUS_OK);
	assert_int_equal(run->diagnose.errors, 0);
	assert_int_equal(run->diagnose.warnings, before + 1);
}

static void
a_compiled_collection_passes_its_own_verification(void **state)
{
	struct run *run = *state;

	write_tables(run);
	compile(run);
	assert_int_equal(collection_verify(run->collection, NULL, NULL,
			     &run->err),
	    STATUS_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(topics_stand_in_reading_order,
		    start, finish),
		cmocka_unit_test_setup_teardown(
		    origins_are_what_stands_at_the_end_of_a_chain, start,
		    finish),
		cmocka_unit_test_setup_teardown(equal_chains_share_a_number,
		    start, finish),
		cmocka_unit_test_setup_teardown(links_lead_to_records_and_back,
		    start, finish),
		cmocka_unit_test_setup_teardown(
		    figures_disagree_where_their_ranges_cannot_both_hold, start,
		    finish),
		cmocka_unit_test_setup_teardown(
		    a_figure_names_those_it_disagrees_with, start, finish),
		cmocka_unit_test_setup_teardown(
		    pairs_beyond_a_thousand_are_left_out_and_said, start,
		    finish),
		cmocka_unit_test_setup_teardown(
		    a_figure_keeps_its_first_document_and_whether_it_is_disputed,
		    start, finish),
		cmocka_unit_test_setup_teardown(
		    disagreements_stand_with_the_most_severe_first, start,
		    finish),
		cmocka_unit_test_setup_teardown(
		    only_figures_of_one_unit_are_compared, start, finish),
		cmocka_unit_test_setup_teardown(
		    another_unit_than_that_of_the_measure_is_a_finding, start,
		    finish),
		cmocka_unit_test_setup_teardown(
		    a_compiled_collection_passes_its_own_verification, start,
		    finish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
