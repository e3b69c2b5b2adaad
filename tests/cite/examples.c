/* SPDX-License-Identifier: ISC */

/*
 * Citation examples: `make check CITATIONS=DIR`, or
 *
 *	tests/cite/examples [-v] [-s STYLE] [DIR]
 *
 * DIR has records.json (CSL-JSON), locators.json (a place in each), lists.json
 * (several sources at once), secondary.json (sources known through others) and
 * expected/STYLE.json, expected/lists.json, expected/secondary.json: what each
 * style is to print.  Texts are compared without their looks, and white space
 * and the shapes of quotation marks are no difference; "also" has other forms
 * that pass, and a miss where "doubt" stands is counted apart.  A table of
 * passes by style and form is printed in TAP; -v shows what failed.
 */
#define _POSIX_C_SOURCE 200809L
#include "examples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "lab.h"
#include "likeness.h"

#define FILE_BYTES_MAX (16u << 20)

static const char *const form_names[FORM_COUNT] = { "bibliography", "html",
	"citation", "citation_locator", "subsequent", "narrative", "lists",
	"secondary" };

static const char *const style_names[] = { "apa", "chicago-author-date",
	"chicago-fullnote-bibliography", "chicago-note-bibliography",
	"modern-language-association", "harvard-cite-them-right", "ieee",
	"vancouver" };
enum { STYLE_NAME_COUNT = sizeof style_names / sizeof *style_names };

json_t *
examples_read(const struct examples *e, const char *name)
{
	char *path = file_join(e->folder, name);
	struct error err = { 0 };
	json_error_t fault;
	json_t *value;
	struct str text;

	str_init(&text, 0);
	if (file_read(&text, path, FILE_BYTES_MAX, &err) != STATUS_OK) {
		printf("Bail out! %s\n", err.message);
		exit(99);
	}
	value = json_loadb(text.data, text.len, 0, &fault);
	if (value == NULL) {
		printf("Bail out! %s:%d: %s\n", path, fault.line, fault.text);
		exit(99);
	}
	str_clear(&text);
	free(path);
	return value;
}

static bool
is_also(const char *got, const json_t *also)
{
	for (size_t i = 0; i < json_array_size(also); i++) {
		const char *text = json_string_value(json_array_get(also, i));

		if (text != NULL && likeness_is_equal(got, text))
			return true;
	}
	return false;
}

void
examples_judge(struct examples *e, enum form form, const char *what,
    const char *got, const struct wanted *wanted)
{
	struct tally *tally = &e->tallies[e->style_at][form];

	if (likeness_is_equal(got, wanted->text) ||
	    is_also(got, wanted->also)) {
		tally->passed++;
		tally->count++;
		return;
	}
	if (e->is_verbose)
		printf("--- %s %s %s%s\nwant: %s\ngot:  %s\n", e->style_name,
		    form_names[form], what, wanted->has_doubt ? " (doubt)" : "",
		    wanted->text, got);
	if (wanted->has_doubt)
		tally->doubts++;
	else
		tally->count++;
}

void
examples_judge_rich(struct examples *e, enum form form, const char *what,
    const struct rich *got, const struct wanted *wanted)
{
	struct str text;

	str_init(&text, 0);
	likeness_add_text(&text, got, wanted->is_html);
	examples_judge(e, form, what, text.data != NULL ? text.data : "",
	    wanted);
	str_clear(&text);
}

static void
run_style(struct examples *e, const char *only)
{
	struct error err = { 0 };
	struct style *style = NULL;

	e->style_name = style_names[e->style_at];
	if (only != NULL && strcmp(only, e->style_name) != 0)
		return;
	if (lab_open_style(&style, e->style_name, &err) != STATUS_OK ||
	    lab_new_cite(&e->cite, style, &err) != STATUS_OK) {
		printf("Bail out! %s: %s\n", e->style_name, err.message);
		exit(99);
	}
	examples_run_records(e);
	examples_run_lists(e);
	examples_run_secondary(e);
	cite_free(e->cite);
	style_free(style);
}

/* A line of the table, a column for each form. */
static unsigned
report_style(const struct examples *e, unsigned style, unsigned *count)
{
	const struct tally *tallies = e->tallies[style];
	unsigned passed = 0, doubts = 0;
	struct str line;

	str_init(&line, 0);
	*count = 0;
	for (int f = 0; f < FORM_COUNT; f++) {
		doubts += tallies[f].doubts;
		if (tallies[f].count == 0)
			continue;
		str_add_format(&line, " %s %u/%u", form_names[f],
		    tallies[f].passed, tallies[f].count);
		passed += tallies[f].passed;
		*count += tallies[f].count;
	}
	if (doubts > 0)
		str_add_format(&line, " (doubted, missed %u)", doubts);
	printf("%sok %u - %s:%s\n", passed == *count ? "" : "not ", style + 1,
	    style_names[style], line.data != NULL ? line.data : " nothing");
	str_clear(&line);
	return passed;
}

static bool
report(const struct examples *e)
{
	unsigned passed = 0, count = 0;

	printf("1..%d\n", STYLE_NAME_COUNT + 1);
	for (unsigned i = 0; i < STYLE_NAME_COUNT; i++) {
		unsigned of_style;

		passed += report_style(e, i, &of_style);
		count += of_style;
	}
	printf("%sok %d - %u of %u strings are as expected\n",
	    passed == count ? "" : "not ", STYLE_NAME_COUNT + 1, passed, count);
	return passed == count;
}

int
main(int argc, char **argv)
{
	struct examples e = { .folder = getenv("CITATIONS") };
	const char *only = NULL;
	bool is_right;
	int c;

	while ((c = getopt(argc, argv, "s:v")) != -1) {
		e.is_verbose |= c == 'v';
		if (c == 's')
			only = optarg;
	}
	if (optind < argc)
		e.folder = argv[optind];
	if (e.folder == NULL || *e.folder == '\0') {
		printf("1..0 # SKIP no CITATIONS=DIR was given\n");
		return 0;
	}
	e.tallies = mem_alloc_array(STYLE_NAME_COUNT, sizeof *e.tallies);
	for (e.style_at = 0; e.style_at < STYLE_NAME_COUNT; e.style_at++)
		run_style(&e, only);
	is_right = report(&e);
	free(e.tallies);
	lab_clear();
	return is_right ? 0 : 1;
}
