/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "golden.h"
#include "reader/session.h"
#include "ui/app_private.h"
#include "unit.h"

/* What is copied and exported, and what the screen says of it. */

static const char *
get_copied(struct golden *g)
{
	const struct str *text = app_take_wish(g->app).copy;

	return text ? text->data : "";
}

static void
the_letters_are_shown_while_one_is_waited_for(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 10, 40 }, { 43, 132 } };
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char name[64];

		golden_open(g, sizes[i].rows, sizes[i].cols, "overview");
		golden_keys(g, ") y");
		snprintf(name, sizeof name, "copy-%dx%d", sizes[i].cols,
		    sizes[i].rows);
		golden_check(g, name);
	}
}

struct row {
	const char *where, *keys, *text;
};

static const struct row rows[] = {
	/* One that was read. */
	{ "overview", "y c", "Wren, A. (1931). Tide Mills. Anse Press." },
	{ "overview", "y t", "(Wren, 1931, p. 3)" },
	{ "overview", "y n", "Wren (1931, p. 3)" },
	{ "overview", "y q",
	    "A tide mill turns its wheel with water that the flood has brought "
	    "into a pond (Wren, 1931, p. 3).\n\n"
	    "Wren, A. (1931). Tide Mills. Anse Press." },
	/* Two chains, one of them known only through the other. */
	{ "overview", ") y t",
	    "(Anse County, 1880, as cited in Wren, 1931, p. 4; Anse County, "
	    "1880, as cited in Of the Mills, 1880)" },
	/* A source by itself. */
	{ "source:wren", "y c", "Wren, A. (1931). Tide Mills. Anse Press." },
	{ "source:wren", "y t", "(Wren, 1931)" },
	{ "source:society", "y u", "https://mills.example.org/" },
	/* What is selected in the pane. */
	{ "overview", ") C j j y t",
	    "(Anse County, 1880, as cited in Of the Mills, 1880)" },
	/* A list's record. */
	{ "overview", "R j y t", "(Survey of the Mills, a copy, n.d.)" },
};

static void
each_letter_copies_its_words_of_what_is_under_the_cursor(void **state)
{
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *text;

		golden_open(g, 24, 80, rows[i].where);
		golden_keys(g, rows[i].keys);
		text = get_copied(g);
		if (strcmp(text, rows[i].text) != 0)
			fail_msg("%s, %s: %s", rows[i].where, rows[i].keys,
			    text);
	}
}

/* Its edition, licence and how it is opened stand below. */
static void
a_page_of_the_collection_is_a_source_of_its_own(void **state)
{
	static const char begin[] =
	    "Ada Wren & Bj\u00F6rn Ek (2026). Overview. Tide mills of the Anse "
	    "coast.\nEdition 2026-01-31. Licence: CC0-1.0. Read with: ibid -d ";
	struct golden *g = *state;
	const char *text;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "y p");
	text = get_copied(g);
	assert_memory_equal(text, begin, sizeof begin - 1);
	assert_string_equal(text + strlen(text) - 9, " overview");
	golden_open(g, 24, 80, "figure:mills-gazette");
	golden_keys(g, "y p");
	text = get_copied(g);
	assert_non_null(strstr(text, " figure:mills-gazette"));
}

static void
what_cannot_be_copied_is_said(void **state)
{
	static const struct row cases[] = {
		{ "overview", "} y c", "Nothing is cited under the cursor." },
		{ "source:wren", "y q", "No sentence is under the cursor." },
		{ "source:wren", "y u", "Nothing under the cursor has a URL." },
		{ "overview", "y z", "No letter of copying" },
		{ "overview", "Y", "Nothing was copied yet." },
		{ "source:county", "y b", "county is no publication." },
		{ "source:county", "y c", "county is no publication." },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		golden_open(g, 24, 80, cases[i].where);
		golden_keys(g, cases[i].keys);
		if (!golden_has(g, cases[i].text))
			fail_msg("%s: not \"%s\" but \"%s\"", cases[i].keys,
			    cases[i].text, g->app->message.data);
		assert_null(app_take_wish(g->app).copy);
	}
	golden_open(g, 24, 80, "overview");
	golden_keys(g, "y Esc");
	assert_true(golden_has(g, "? help"));
}

/* In a shell what is pasted is typed. */
static void
no_control_character_is_copied(void **state)
{
	struct golden *g = *state;
	struct str text;

	golden_open(g, 24, 80, "overview");
	str_init(&text, 0);
	str_add_text(&text,
	    "a\x1B]0;b\ac\td\n\x9B"
	    "e\xC2\x9B"
	    "f");
	app_take_copied(g->app, NULL, &text);
	str_clear(&text);
	assert_string_equal(get_copied(g),
	    "a<U+001B>]0;b<U+0007>c\td\n\xEF\xBF\xBD"
	    "e<U+009B>f");
}

static void
italics_are_kept_where_that_is_wished_for(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "source:wren");
	golden_line(g, "set copy markdown");
	golden_keys(g, "y c");
	assert_string_equal(get_copied(g),
	    "Wren, A. (1931). *Tide Mills*. Anse Press.");
	golden_line(g, "set copy html");
	golden_keys(g, "y c");
	assert_string_equal(get_copied(g),
	    "Wren, A. (1931). <i>Tide Mills</i>. Anse Press.");
}

/* ---- The file, and what is said ---- */

static void
what_was_copied_is_said_and_kept_in_a_file_of_ones_own(void **state)
{
	struct golden *g = *state;
	char path[128];
	struct stat st;

	snprintf(path, sizeof path, "%s/ibid-copied.txt", g->folder);
	unlink(path);
	golden_open(g, 24, 80, "source:wren");
	golden_keys(g, "y c");
	assert_true(golden_has(g, "Copied in harbour (Y shows it, "));
	assert_true(golden_has(g, "ibid-copied.txt): Wren, A."));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	golden_open(g, 10, 40, "source:wren");
	golden_keys(g, "y c");
	assert_true(golden_has(g, "Copied in harbour (Y shows it): Wren"));
	golden_keys(g, "Y");
	assert_string_equal(app_take_wish(g->app).show,
	    "Wren, A. (1931). Tide Mills. Anse Press.");
	app_say_copied(g->app, COPIED_TOO_LONG);
	assert_true(golden_has(g, "Too long for a clipboard"));
}

static void
nothing_is_written_where_that_is_forbidden(void **state)
{
	struct golden *g = *state;
	char path[128];

	snprintf(path, sizeof path, "%s/ibid-copied.txt", g->folder);
	unlink(path);
	golden_open(g, 24, 80, "source:wren");
	g->session->settings.is_secure = true;
	golden_keys(g, "y c");
	assert_string_equal(get_copied(g),
	    "Wren, A. (1931). Tide Mills. Anse Press.");
	assert_int_not_equal(access(path, F_OK), 0);
	golden_keys(g, "e");
	assert_true(golden_has(g, "Nothing is written: IBID_SECURE is set."));
}

/* ---- Styles ---- */

static void
the_style_is_chosen_from_a_list_and_everything_follows(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_keys(g, "C");
	assert_true(golden_has(g, "in text        (Wren, 1931, p. 3)"));
	golden_keys(g, "S");
	assert_true(golden_has(g, "Citation styles"));
	golden_keys(g, "& q u a y Enter Enter");
	assert_true(golden_has(g, "Citations in Quay notes."));
	assert_true(golden_has(g, "note           Ada Wren, Tide Mills, 3."));
	golden_keys(g, "j");
	assert_true(golden_has(g, " quay  Enter open"));
	/* Nothing was pushed on the way. */
	golden_keys(g, "Esc [");
	assert_true(golden_has(g, "This is where you began."));
	golden_line(g, "set style harbour");
	assert_true(golden_has(g, "Citations in Harbour names and years."));
	golden_keys(g, "y t");
	assert_string_equal(get_copied(g), "(Wren, 1931, p. 3)");
}

static void
a_style_that_is_not_here_is_said_and_not_taken(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "source:wren");
	golden_line(g, "set style nowhere-at-all");
	assert_true(g->app->is_error);
	assert_string_equal(g->session->settings.style, "harbour");
}

/* Of a style that is gone the screen says first what is done. */
static void
plain_serves_where_the_style_is_gone_and_is_said_first(void **state)
{
	struct golden *g = *state;
	char from[128], plain[128];

	snprintf(from, sizeof from, "%s/harbour.style", g->folder);
	snprintf(plain, sizeof plain, "%s/plain.style", g->folder);
	assert_int_equal(link(from, plain), 0);
	golden_open(g, 24, 80, "overview");
	snprintf(g->app->session->settings.style, SETTING_TEXT_SIZE, "gone");
	golden_keys(g, "C");
	unlink(plain);
	assert_true(
	    golden_has(g, "plain serves: there is no citation style \"gone\""));
}

/* By their ends, which a title loses first. */
static void
styles_are_told_apart_where_it_is_narrow(void **state)
{
	struct golden *g = *state;

	golden_open(g, 10, 40, "overview");
	golden_keys(g, "S");
	assert_true(golden_has(g, "quay"));
	golden_open(g, 5, 20, "overview");
	golden_keys(g, "S");
	assert_true(golden_has(g, "harbour"));
}

static void
names_of_styles_are_completed(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_type(g, ":set style qu");
	golden_keys(g, "Tab");
	assert_true(golden_has(g, ":set style quay"));
}

/* A note stands below the sentence that it is on. */
static void
a_style_of_notes_has_them_below_the_sentence(void **state)
{
	struct golden *g = *state;

	golden_open(g, 24, 80, "overview");
	golden_line(g, "set style quay");
	golden_keys(g, "y q");
	assert_string_equal(get_copied(g),
	    "A tide mill turns its wheel with water that the flood has "
	    "brought into a pond.\n\nAda Wren, Tide Mills, 3.\n\n"
	    "Wren, Ada, Tide Mills, 1931.");
	golden_keys(g, "y n");
	assert_true(golden_has(g, "quay has no form for the author"));
}

/* ---- Export ---- */

static void
export_to(struct golden *g, const char *name)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", g->folder, name);
	golden_keys(g, "e");
	assert_true(golden_has(g, "export to: "));
	golden_keys(g, "^U");
	golden_type(g, path);
	golden_keys(g, "Enter");
}

/* What it wrote; the caller's. */
static char *
take_file(struct golden *g, const char *name)
{
	char path[128];
	struct str text;
	struct error err;

	snprintf(path, sizeof path, "%s/%s", g->folder, name);
	str_init(&text, 0);
	if (file_read(&text, path, 1 << 20, &err) != STATUS_OK)
		fail_msg("%s", err.message);
	unlink(path);
	return str_take(&text);
}

static void
the_sources_of_a_page_are_exported_by_the_name_of_the_file(void **state)
{
	static const struct {
		const char *name, *has;
	} files[] = {
		{ "a.bib", "{wren," },
		{ "a.ris", "ID  - wren" },
		{ "a.json", "\"id\": \"wren\"" },
		{ "a.md", "Wren, A. (1931). *Tide Mills*. Anse Press." },
		{ "a.csv",
		    "key,kind,title,year,certainty,cited_by,origin_of,doi,url,"
		    "reference\n" },
		{ "d.csv",
		    "wren,book,Tide Mills,1931,exact,11,7,,,\"Wren, A. (1931). "
		    "Tide Mills. Anse Press.\"\n" },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *text;

		golden_open(g, 24, 80, "overview");
		export_to(g, files[i].name);
		text = take_file(g, files[i].name);
		if (!strstr(text, files[i].has))
			fail_msg("%s: %s", files[i].name, text);
		free(text);
	}
}

static void
a_list_is_exported_as_it_is_narrowed(void **state)
{
	struct golden *g = *state;
	char *text;

	golden_open(g, 24, 80, NULL);
	golden_keys(g, "R & w r e n Enter");
	export_to(g, "b.csv");
	assert_true(golden_has(g, "1 source written to"));
	text = take_file(g, "b.csv");
	assert_non_null(strstr(text, "\nwren,"));
	assert_null(strstr(text, "gazette"));
	free(text);
}

/* Organisations and persons have a line in a table, and no reference. */
static void
only_publications_are_exported_and_the_others_said(void **state)
{
	static const struct {
		const char *name, *said, *entry;
		bool has_entry;
	} files[] = {
		{ "d.bib", "1 source written to ", "{county", false },
		{ "d.csl.json",
		    "CSL-JSON; passed over: 1 that is no publication.",
		    "\"id\": \"county\"", false },
		{ "d.json", "2 sources written to ", "\"key\":\"county\"",
		    true },
		{ "d.md", "Markdown; passed over: 1 that is no publication.",
		    "n.d.", false },
		{ "d.csv", "2 sources written to ", "\ncounty,", true },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *text;

		golden_open(g, 24, 132, NULL);
		golden_keys(g, "R & C o u n t y Enter");
		export_to(g, files[i].name);
		if (!golden_has(g, files[i].said))
			fail_msg("%s", g->app->message.data);
		text = take_file(g, files[i].name);
		if ((strstr(text, files[i].entry) != NULL) !=
		    files[i].has_entry)
			fail_msg("%s: %s", files[i].name, text);
		free(text);
	}
}

/*
 * What the screen shows, in its order: a list sorted and narrowed, with the
 * fields that the command has; each row begins with the name.
 */
static void
the_records_of_a_list_are_exported_as_they_stand(void **state)
{
	static const struct {
		const char *keys, *name, *said, *begins, *then, *ends;
	} lists[] = {
		{ "F", "f.csv", "8 figures written to ",
		    "slug,measure,topic,statement,low,high,", "\nmills-",
		    NULL },
		{ "F & E k Enter", "f.json", "1 figure written to ",
		    "[\n{\"slug\":\"pay-ek\",\"measure\":\"keeper-pay\",",
		    "\"disagrees_with\":[\"pay-gazette\"]", "}\n]\n" },
		{ "E", "e.csv", "4 events written to ",
		    "slug,topic,date,precision,kind,title,statement,note,"
		    "documents,origins,citations\nfirst-mill,",
		    "\nmill-act-1845,keepers,1845-06-03,", NULL },
		{ "E O", "e.csv", "4 events written to ", "slug,", "\nsurvey,",
		    NULL },
		{ "D", "d.json", "4 disagreements written to ",
		    "[\n{\"id\":1,\"kind\":\"apart\",\"computed\":true,",
		    "\"kind\":\"dating\"", "}\n]\n" },
		{ "R", "s.csv", "10 sources written to ",
		    "key,kind,title,year,certainty,cited_by,origin_of\n",
		    "\nwren,book,Tide Mills,1931,exact,11,7\n", NULL },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		char *text;
		size_t len;

		golden_open(g, 24, 132, NULL);
		golden_keys(g, lists[i].keys);
		export_to(g, lists[i].name);
		if (!golden_has(g, lists[i].said))
			fail_msg("%s: %s", lists[i].keys, g->app->message.data);
		text = take_file(g, lists[i].name);
		len = strlen(text);
		if (strncmp(text, lists[i].begins, strlen(lists[i].begins)) !=
			0 ||
		    !strstr(text, lists[i].then))
			fail_msg("%s: %s", lists[i].keys, text);
		if (lists[i].ends)
			assert_string_equal(text + len - strlen(lists[i].ends),
			    lists[i].ends);
		free(text);
	}
}

static void
the_order_of_a_file_is_that_of_the_screen(void **state)
{
	struct golden *g = *state;
	char *there, *back;

	golden_open(g, 24, 132, NULL);
	golden_keys(g, "F");
	golden_line(g, "sort value");
	golden_keys(g, "o");
	export_to(g, "o.csv");
	there = take_file(g, "o.csv");
	golden_keys(g, "O");
	export_to(g, "o.csv");
	back = take_file(g, "o.csv");
	assert_int_equal(strlen(there), strlen(back));
	assert_string_not_equal(there, back);
	free(there);
	free(back);
}

static void
a_measure_is_exported_as_rows_as_an_object_and_as_a_picture(void **state)
{
	static const struct {
		const char *name, *said, *begins, *has;
	} files[] = {
		{ "m.csv", "2 figures written to ",
		    "slug,measure,topic,statement,", "\npay-ek,keeper-pay," },
		{ "m.json", "2 figures written to ",
		    "{\"slug\":\"keeper-pay\",\"title\":\"Pay of keepers\",",
		    "\"figures\":[{\"slug\":\"pay-gazette\"," },
		{ "m.svg", "2 figures written to ", "<?xml version=\"1.0\"",
		    ">Pay of keepers</" },
		{ "m.bib", "2 sources written to ", "@", "{ek," },
	};
	struct golden *g = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *text;

		golden_open(g, 24, 132, "measure:keeper-pay");
		export_to(g, files[i].name);
		if (!golden_has(g, files[i].said))
			fail_msg("%s: %s", files[i].name, g->app->message.data);
		text = take_file(g, files[i].name);
		if (strncmp(text, files[i].begins, strlen(files[i].begins)) !=
			0 ||
		    !strstr(text, files[i].has))
			fail_msg("%s: %s", files[i].name, text);
		free(text);
	}
	golden_open(g, 24, 80, "overview");
	export_to(g, "m.svg");
	assert_true(golden_has(g, "A name that ends in .bib"));
}

/* As the command writes them, not as the style sorts a list. */
static void
a_picture_has_its_sources_in_the_order_of_its_rows(void **state)
{
	struct golden *g = *state;
	const char *gazette, *ek;
	char *text;

	golden_open(g, 24, 132, "measure:keeper-pay");
	export_to(g, "r.svg");
	text = take_file(g, "r.svg");
	assert_non_null(strstr(text, ">Sources<"));
	gazette = strstr(strstr(text, ">Sources<"), "Of the Mills");
	ek = strstr(strstr(text, ">Sources<"), ">Ek");
	assert_non_null(gazette);
	assert_non_null(ek);
	assert_true(gazette < ek);
	free(text);
}

static void
a_file_that_is_there_is_asked_about(void **state)
{
	struct golden *g = *state;
	char *first, *second;

	golden_open(g, 24, 80, "overview");
	export_to(g, "c.csv");
	golden_keys(g, "R");
	export_to(g, "c.csv");
	assert_true(golden_has(g, "Replace it? y or n: "));
	golden_keys(g, "n");
	assert_true(golden_has(g, "Nothing was written."));
	first = take_file(g, "c.csv");
	golden_keys(g, "T");
	export_to(g, "c.csv");
	golden_keys(g, "R");
	export_to(g, "c.csv");
	golden_keys(g, "y");
	second = take_file(g, "c.csv");
	assert_true(strlen(second) > strlen(first));
	free(first);
	free(second);
	export_to(g, "c.doc");
	assert_true(golden_has(g, "A name that ends in .bib"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_letters_are_shown_while_one_is_waited_for),
		cmocka_unit_test(
		    each_letter_copies_its_words_of_what_is_under_the_cursor),
		cmocka_unit_test(
		    a_page_of_the_collection_is_a_source_of_its_own),
		cmocka_unit_test(what_cannot_be_copied_is_said),
		cmocka_unit_test(no_control_character_is_copied),
		cmocka_unit_test(italics_are_kept_where_that_is_wished_for),
		cmocka_unit_test(
		    what_was_copied_is_said_and_kept_in_a_file_of_ones_own),
		cmocka_unit_test(nothing_is_written_where_that_is_forbidden),
		cmocka_unit_test(
		    the_style_is_chosen_from_a_list_and_everything_follows),
		cmocka_unit_test(
		    a_style_that_is_not_here_is_said_and_not_taken),
		cmocka_unit_test(
		    plain_serves_where_the_style_is_gone_and_is_said_first),
		cmocka_unit_test(styles_are_told_apart_where_it_is_narrow),
		cmocka_unit_test(names_of_styles_are_completed),
		cmocka_unit_test(a_style_of_notes_has_them_below_the_sentence),
		cmocka_unit_test(
		    the_sources_of_a_page_are_exported_by_the_name_of_the_file),
		cmocka_unit_test(a_list_is_exported_as_it_is_narrowed),
		cmocka_unit_test(
		    the_records_of_a_list_are_exported_as_they_stand),
		cmocka_unit_test(the_order_of_a_file_is_that_of_the_screen),
		cmocka_unit_test(
		    a_measure_is_exported_as_rows_as_an_object_and_as_a_picture),
		cmocka_unit_test(
		    a_picture_has_its_sources_in_the_order_of_its_rows),
		cmocka_unit_test(
		    only_publications_are_exported_and_the_others_said),
		cmocka_unit_test(a_file_that_is_there_is_asked_about),
	};

	return cmocka_run_group_tests(tests, golden_set_up, golden_tear_down);
}
