/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"
#include "reader/measure_shown.h"

/* What is said of a measure, and its picture as a parser of XML reads it. */

static char path[64];
static struct collection *collection;
static struct arena arena;

static int
open_fixture(void **state)
{
	const char *folder = getenv("srcdir");
	struct compile_counts counts;
	struct diagnose diagnose;
	struct error err;
	char dir[1024];
	int fd;

	(void)state;
	snprintf(dir, sizeof dir, "%.900s/tests/fixtures/measures",
	    folder ? folder : ".");
	snprintf(path, sizeof path, "%s", "/tmp/ibid-measure-XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	unlink(path);
	diagnose_init(&diagnose);
	if (compile_run(&counts, dir, path, false, &diagnose, &err) ||
	    collection_open(&collection, path, &err))
		fail_msg("%s: %s", dir, err.message);
	diagnose_clear(&diagnose);
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

static struct measure_shown
read_measure(const char *slug)
{
	struct measure_shown m;
	struct error err;

	if (measure_shown_read(&m, collection, slug, &arena, &err))
		fail_msg("%s: %s", slug, err.message);
	return m;
}

static void
a_missing_measure_is_not_found(void **state)
{
	struct measure_shown m;
	struct error err;

	(void)state;
	assert_int_equal(measure_shown_read(&m, collection, "no", &arena, &err),
	    STATUS_NOT_FOUND);
}

static void
each_document_is_named_once_as_it_comes(void **state)
{
	static const char *const keys[] = { "wren", "ek", "holt" };
	struct measure_shown m = read_measure("millers");

	(void)state;
	assert_int_equal(m.key_count, 3);
	for (uint32_t i = 0; i < 3; i++)
		assert_string_equal(m.keys[i], keys[i]);
}

static void
without_a_style_a_document_has_its_title(void **state)
{
	static const char *const titles[] = { "Tide Mills", "On Mills",
		"Mills Again" };
	struct measure_shown m = read_measure("millers");
	const char **lines;
	struct error err;

	(void)state;
	assert_int_equal(measure_shown_list_references(&lines, &m, NULL, &arena,
			     &err),
	    STATUS_OK);
	for (uint32_t i = 0; i < 3; i++)
		assert_string_equal(lines[i], titles[i]);
}

/* "kind: how far|member|member" of each, a line. */
static void
describe(struct str *out, const struct measure_shown *m)
{
	for (uint32_t i = 0; i < m->dispute_count; i++) {
		const struct disagreement *d = &m->disputes[i];

		measure_shown_add_dispute(out, m, d);
		for (uint32_t j = 0; j < d->member_count; j++) {
			str_add_text(out, "|");
			measure_shown_add_member(out, m, &d->members[j]);
		}
		str_add_char(out, '\n');
	}
}

static void
what_disagrees_is_said_with_its_distance(void **state)
{
	static const struct {
		const char *slug, *said;
	} measures[] = {
		{ "only",
		    "another population|2, 1871, Old Quay (Wren)|9, 1871, "
		    "Hama (Ek)\n" },
		{ "share", "" },
		{ "agreed",
		    "ranges apart: 1 mills apart, about 1.08 times as many "
		    "(found by computing; a period is not known)|12, 1880, "
		    "Anse coast (Wren)|at least 13, Anse coast (Holt)\n" },
		{ "dead",
		    "another source: 1,997 people apart, about 667 times "
		    "as many|3, 1871, Old Quay (Wren)|between 2,000 and "
		    "40,000, 1871, Old Quay (Ek)\n" },
		{ "mixed",
		    "ranges apart: 500,000 sacks apart, 1.5 times as many "
		    "(found by computing)|1,000,000, 1880, Anse coast (Wren)|"
		    "more than 1,500,000, 1880, Anse coast (Holt)\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
		struct measure_shown m = read_measure(measures[i].slug);
		struct str text;

		str_init(&text, 0);
		str_add_text(&text, "");
		describe(&text, &m);
		assert_string_equal(text.len ? text.data : "",
		    measures[i].said);
		str_clear(&text);
	}
}

/* ---- The picture ---- */

struct reading {
	struct str text; /* of all elements, a line each */
	const char *fault;
};

static void
begin_element(void *context, const char *name, const char **attributes)
{
	static const char *const names[] = { "svg", "title", "desc", "rect",
		"text", "tspan", "path", "g" };
	struct reading *r = context;
	bool is_known = false;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		is_known |= strcmp(name, names[i]) == 0;
	if (!is_known)
		r->fault = "an element that is none of a picture";
	for (; *attributes; attributes += 2) {
		if (strstr(attributes[0], "href") ||
		    strncmp(attributes[0], "on", 2) == 0 ||
		    strstr(attributes[1], "url("))
			r->fault = "an attribute that leads elsewhere";
	}
}

static void
end_element(void *context, const char *name)
{
	(void)name;
	str_add_char(&((struct reading *)context)->text, '\n');
}

static void
add_text(void *context, const char *text, int len)
{
	str_add(&((struct reading *)context)->text, text, (size_t)len);
}

/* The text of the picture; it has to be well-formed. */
static void
read_picture(struct reading *r, const struct str *picture)
{
	XML_Parser parser = XML_ParserCreate(NULL);

	*r = (struct reading){ .fault = NULL };
	str_init(&r->text, 0);
	XML_SetUserData(parser, r);
	XML_SetElementHandler(parser, begin_element, end_element);
	XML_SetCharacterDataHandler(parser, add_text);
	if (XML_Parse(parser, picture->data, (int)picture->len, 1) !=
	    XML_STATUS_OK)
		fail_msg("line %lu: %s: %s",
		    (unsigned long)XML_GetCurrentLineNumber(parser),
		    XML_ErrorString(XML_GetErrorCode(parser)), picture->data);
	XML_ParserFree(parser);
	if (r->fault)
		fail_msg("%s: %s", r->fault, picture->data);
}

static void
draw(struct str *out, const char *slug)
{
	static const char *const sources[] = { "Wren, <Tide> & \"Mills\".",
		"Ek, \x01\xE2\x80\xAELetters." };
	struct measure_shown m = read_measure(slug);
	struct error err;

	str_init(out, 0);
	assert_int_equal(measure_shown_add_picture(out, &m, sources, 2, &arena,
			     &err),
	    STATUS_OK);
}

static void
a_picture_of_each_measure_is_well_formed_and_complete(void **state)
{
	static const char *const slugs[] = { "millers", "share", "dead", "pay",
		"mixed", "only", "agreed" };
	static const char *const all[] = { "Wren, <Tide> & \"Mills\".",
		"Figures of the Anse coast, edition 2026-01-31, licence "
		"CC0-1.0. ibid show measure:" };

	(void)state;
	for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++) {
		struct measure_shown m = read_measure(slugs[i]);
		struct reading r;
		struct str picture;

		draw(&picture, slugs[i]);
		read_picture(&r, &picture);
		assert_non_null(strstr(r.text.data, m.measure.title));
		assert_non_null(strstr(r.text.data, m.measure.definition));
		for (size_t j = 0; j < sizeof all / sizeof *all; j++) {
			if (!strstr(r.text.data, all[j]))
				fail_msg("%s: no %s", slugs[i], all[j]);
		}
		str_clear(&picture);
		str_clear(&r.text);
	}
}

static void
each_bar_of_a_picture_has_its_numbers_in_words(void **state)
{
	static const struct {
		const char *slug, *text;
	} texts[] = {
		{ "millers", "between 800 and 1,200 people" },
		{ "millers", "more than 1,000 people" },
		{ "millers", "many hundreds (people)" },
		{ "millers", "Wren and Ek, one origin" },
		{ "share", "up to 35 percent" },
		{ "dead", "between 2,000 and 40,000 people" },
		{ "dead", "The scale is logarithmic: " },
		{ "dead", "Cannot both hold: " },
		{ "agreed", "Can all be true: " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading r;
		struct str picture;

		draw(&picture, texts[i].slug);
		read_picture(&r, &picture);
		if (!strstr(r.text.data, texts[i].text))
			fail_msg("no %s in %s", texts[i].text, r.text.data);
		str_clear(&picture);
		str_clear(&r.text);
	}
}

static void
figures_of_other_units_are_told_beside_the_picture(void **state)
{
	static const char said[] =
	    "In feet: 950, 1880, Anse coast (Wren); "
	    "about 980, 1880, Anse coast (Ek)";
	struct measure_shown m = read_measure("mixed");
	struct comparison_part parts[2];
	struct reading r;
	struct str picture;
	struct error err;

	(void)state;
	parts[0] = m.all.parts[0];
	parts[1] = read_measure("height").all.parts[0];
	m.all.parts = parts;
	m.all.part_count = 2;
	str_init(&picture, 0);
	assert_int_equal(measure_shown_add_picture(&picture, &m, NULL, 0,
			     &arena, &err),
	    STATUS_OK);
	read_picture(&r, &picture);
	if (!strstr(r.text.data, said))
		fail_msg("no %s in %s", said, r.text.data);
	str_clear(&picture);
	str_clear(&r.text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_missing_measure_is_not_found),
		cmocka_unit_test(each_document_is_named_once_as_it_comes),
		cmocka_unit_test(without_a_style_a_document_has_its_title),
		cmocka_unit_test(what_disagrees_is_said_with_its_distance),
		cmocka_unit_test(
		    a_picture_of_each_measure_is_well_formed_and_complete),
		cmocka_unit_test(
		    each_bar_of_a_picture_has_its_numbers_in_words),
		cmocka_unit_test(
		    figures_of_other_units_are_told_beside_the_picture),
	};

	return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
