/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "compile/compile.h"
#include "golden.h"
#include "unit.h"

/*
 * A collection of more than a key may cost: views show what they have at
 * once, answer keys meanwhile, and have all when they were idle.
 */
enum {
	FIGURES = 9000,
	MEASURES = 300,
	PARAGRAPHS = 1500,
	ROWS = 300,
	CITATIONS = 200
};

static char folder[] = "/tmp/ibid-large-XXXXXX";

static FILE *
open_file(const char *name)
{
	char path[256];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	return f;
}

static void
write_topics(void)
{
	FILE *f = open_file("topics/long.md");

	fprintf(f, "---\ntitle: Long\nposition: 1\n---\n");
	for (int i = 0; i < PARAGRAPHS; i++) {
		if (i % 50 == 0)
			fprintf(f, "## Part %d\n\n", i / 50);
		fprintf(f,
		    "Paragraph %d is here, and it says this.[@book, "
		    "p. %d] It leads to [figure %d]"
		    "(figure:figure-%05d).\n\n",
		    i, i, i, i);
	}
	fclose(f);
	f = open_file("topics/table.md");
	fprintf(f,
	    "---\ntitle: Table\nposition: 2\n---\n"
	    "| Name | Count |\n| --- | --- |\n");
	for (int i = 0; i < ROWS; i++)
		fprintf(f, "| Row %d | %d |\n", i, i);
	fclose(f);
	f = open_file("topics/cited.md");
	fprintf(f, "---\ntitle: Cited\nposition: 3\n---\nAll say it");
	for (int i = 0; i < CITATIONS; i++)
		fprintf(f, "[@book, p. %d]", i);
	fprintf(f, ".\n");
	fclose(f);
}

/* Slugs run one way, values the other. */
static void
write_records(void)
{
	FILE *f = open_file("measures.csv");

	fprintf(f, "slug,title,unit,definition,topic\n");
	for (int i = 0; i < MEASURES; i++)
		fprintf(f, "measure-%03d,Measure %03d,people,,long\n", i,
		    MEASURES - 1 - i);
	fclose(f);
	f = open_file("figures.csv");
	fprintf(f,
	    "slug,measure,topic,statement,low,high,qualifier,unit,"
	    "period,as_of,place,population,advisory,citations,note\n");
	for (int i = 0; i < FIGURES; i++)
		fprintf(f,
		    "figure-%05d,measure-%03d,long,It was so.,%d,%d,,"
		    "people,1900,,Place %d,,none,[@book],\n",
		    i, i % MEASURES, FIGURES - i, FIGURES - i, i);
	fclose(f);
	f = open_file("sources.json");
	fprintf(f,
	    "[{\"id\": \"book\", \"type\": \"book\","
	    " \"title\": \"A book\"}]\n");
	fclose(f);
	f = open_file("collection.yaml");
	fprintf(f,
	    "title: Large\nlanguage: en\nversion: 2026-01-01\n"
	    "licence: CC0-1.0\n");
	fclose(f);
}

static int
set_up(void **state)
{
	static struct golden g;
	struct compile_counts counts;
	struct diagnose diagnose;
	struct error err;
	char topics[256];
	enum status status;

	if (!mkdtemp(folder))
		return -1;
	snprintf(topics, sizeof topics, "%s/topics", folder);
	mkdir(topics, 0700);
	write_topics();
	write_records();
	snprintf(g.path, sizeof g.path, "%s/out", folder);
	diagnose_init(&diagnose);
	status = compile_run(&counts, folder, g.path, false, &diagnose, &err);
	diagnose_clear(&diagnose);

	*state = &g;
	return status == STATUS_OK ? 0 : -1;
}

static int
tear_down(void **state)
{
	static const char *const names[] = { "topics/long.md",
		"topics/table.md", "topics/cited.md", "measures.csv",
		"figures.csv", "sources.json", "collection.yaml", "out" };
	char path[256];

	golden_close(*state);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	snprintf(path, sizeof path, "%s/topics", folder);
	rmdir(path);
	rmdir(folder);
	return 0;
}

static void
check_row(struct golden *g, const char *text)
{
	if (!strstr(golden_get_cursor_row(g), text))
		fail_msg("\"%s\" is not in: %s", text,
		    golden_get_cursor_row(g));
}

/* Each row: keys, what is on the cursor's row then, and on the screen. */
static const struct {
	const char *where, *keys, *row, *shown;
} rows[] = {
	/* At once: some of it. */
	{ NULL, "F", "people", "so far, of 9000" },
	{ "long", "", "Paragraph 0", "so far" },
	/* All of it, as soon as nothing else is to be done. */
	{ NULL, "F idle", "8,701", "1/9000" },
	{ NULL, "F G idle", "300  people", "9000/9000" },
	{ NULL, "F idle G", "300  people", "9000/9000" },
	{ NULL, "F idle o idle G", "9,000", "9000/9000" },
	{ NULL, "F idle o O idle", "8,701", "300/9000" },
	{ NULL, "F idle o idle O idle g", "9,000", "1/9000" },
	{ NULL, "F idle o idle 5 0 0 G", "500  people", "500/9000" },
	/* The figure stays selected, wherever it is to stand. */
	{ NULL, "F idle j o idle", "8,401", "8401/9000" },
	{ NULL, "F idle & P l a c e Space 8 9 9 9 Enter idle", "people",
	    "1/1 of 9000" },
	{ NULL, "F idle & 8 9 9 Enter idle Enter [ idle", "people", "of 9000" },
	{ NULL, "F idle & ^ P l a c e Space 8 [ 9 ] { 3 } $ Enter idle",
	    "people", "1/1 of 9000" },
	/* Of a pattern that is hard for each: some of it, then all. */
	{ NULL, "F & ( \\ w + \\ s ? ) + ! Enter", "", "so far, of 9000" },
	{ NULL, "F & ( . * , ? ) * ( 8 9 9 9 ) $ Enter idle", "people",
	    "1/1 of 9000" },
	/* What it is narrowed by, and back. */
	{ NULL, "F | m idle Enter idle", "people", "1/30 of 9000" },
	{ NULL, "F idle | m idle j Enter idle G Enter [ idle", "people",
	    "30/30 of 9000" },
	{ NULL, "F | m idle Enter & 8 Enter idle", "people", " of 9000" },
	{ NULL, "F | m idle Enter idle Esc idle", "people", "/9000" },
	{ NULL, "F idle | p idle", "1  Place 0", "The most frequent:" },
	/* Back finds the row again. */
	{ NULL, "F idle o idle 4 0 0 0 G Enter [ idle", "4,000", "4000/9000" },
	/* Further down than was read. */
	{ "long", "G idle", "figure 1499", "/3030" },
	{ "long", "2 0 0 0 ) idle", "Paragraph", "2002/3030" },
	{ "long", "2 5 } idle", "Part 25", "" },
	{ "long", "G j idle", "figure 0", "3/3030" },
	{ "long", "G idle F [ idle", "Paragraph 1499", "/3030" },
	{ "long", "idle Tab Enter [", "Paragraph 0", "" },
	{ "table", "G idle", "Row 299", "602/602" },
	/* To a match further down than was read, and back. */
	{ "long", "/ h Space 1 4 9 9 Space Enter idle", "Paragraph 1499",
	    "/3030" },
	{ "long", "/ h Space 1 4 9 9 Space Enter j idle", "figure 0", "" },
	{ "long", "/ P a r a g Enter 1 4 9 9 n idle", "Paragraph 1499", "" },
	{ "long", "/ h Space 7 0 0 Space Enter idle G idle N idle",
	    "Paragraph 700", "" },
	/* Any key stops it, of whatever it is. */
	{ "long", "/ h Space ( 0 | 1 4 9 9 ) Space Enter n idle",
	    "Paragraph 1499", "/3030" },
	{ "long", "/ h Space ( 0 | 1 4 9 9 ) Space Enter n ! idle",
	    "Paragraph 0", "" },
	{ "table", "/ 2 9 9 Enter idle n idle", "299", "602/602" },
	{ "cited", "idle C idle G", "p. 199", "" },
	{ "cited", "C G idle", "p. 199", "" },
	{ "source:book", "G idle", "It was so.", "end" },
	{ "source:book", "g G idle G Enter [ idle", "It was so.", "" },
	{ "measure:measure-000", "G idle", "Long", "" },
};

static void
press(struct golden *g, const char *keys)
{
	char one[32];

	while (*keys) {
		size_t len = strcspn(keys, " ");

		snprintf(one, sizeof one, "%.*s", (int)len, keys);
		if (strcmp(one, "idle") == 0)
			golden_rest(g);
		else
			golden_keys(g, one);
		keys += len;
		keys += strspn(keys, " ");
	}
}

static void
views_show_what_they_have_and_all_when_idle(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		golden_open(g, 24, 80, rows[i].where);
		press(g, rows[i].keys);
		check_row(g, rows[i].row);
		if (!golden_has(g, rows[i].shown))
			fail_msg("%s: \"%s\" is not shown", rows[i].keys,
			    rows[i].shown);
	}
}

static void
a_high_screen_is_filled_when_idle(void **state)
{
	struct golden *g = *state;

	golden_open(g, 500, 120, NULL);
	press(g, "F idle o idle G");
	assert_false(golden_has(g, "8,800  people"));
	golden_rest(g);
	assert_true(golden_has(g, "8,800  people"));
	assert_true(golden_has(g, "9,000  people"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(views_show_what_they_have_and_all_when_idle),
		cmocka_unit_test(a_high_screen_is_filled_when_idle),
	};

	return cmocka_run_group_tests_name("large", tests, set_up, tear_down);
}
