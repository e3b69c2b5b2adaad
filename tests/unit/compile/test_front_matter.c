/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "compile/diagnose.h"
#include "compile/front_matter.h"

enum { TITLE, SUMMARY, EDITORS, END };

/* One read of a YAML text, with what was said about it. */
struct reading {
	struct yaml_field fields[END + 1];
	struct arena arena;
	bool is_read;
	char *said;
	size_t said_len;
};

static void
read_bytes(struct reading *r, const char *text, size_t len)
{
	struct diagnose d;
	FILE *to;

	*r = (struct reading){ 0 };
	r->fields[TITLE].key = "title";
	r->fields[SUMMARY].key = "summary";
	r->fields[EDITORS].key = "editors";
	r->fields[EDITORS].is_list_allowed = true;
	diagnose_init(&d);
	r->is_read = yaml_read(r->fields, text, len, "f", 2, &d, &r->arena);
	assert_true(r->is_read || d.errors > 0);
	to = open_memstream(&r->said, &r->said_len);
	assert_non_null(to);
	diagnose_print(&d, to);
	fclose(to);
	diagnose_clear(&d);
}

static void
clear_reading(struct reading *r)
{
	free(r->said);
	arena_clear(&r->arena);
}

static void
values_are_texts_of_any_style(void **state)
{
	static const struct {
		const char *text;
		const char *title; /* NULL: not there */
	} cases[] = {
		{ "", NULL },
		{ "---\n", NULL },
		{ "# nothing\n", NULL },
		{ "summary: x\n", NULL },
		{ "title: Why people leave\n", "Why people leave" },
		{ "---\ntitle: a\n...\n", "a" },
		{ "{title: a, summary: b}\n", "a" },
		{ "title: 'it''s: so'\n", "it's: so" },
		{ "title: \"a \\u00e9 \\\"b\\\"\"\n", "a \xc3\xa9 \"b\"" },
		{ "title: >\n  folded\n  text\n", "folded text" },
		{ "title: |\n  two\n  lines\n\n", "two\nlines" },
		{ "title: ~\n", "" },
		{ "title:\n", "" },
		{ "title: null\n", "" },
		{ "title: 'null'\n", "null" },
		{ "title: 007\n", "007" },
		{ "title: yes\n", "yes" },
		{ "title: e\xcc\x81\n", "\xc3\xa9" },
		{ "\xef\xbb\xbftitle: a\n", "a" },
		{ "title: a\r\nsummary: b\r\n", "a" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_bytes(&r, cases[i].text, strlen(cases[i].text));
		assert_string_equal(r.said, "");
		assert_true(r.is_read);
		if (cases[i].title == NULL)
			assert_null(r.fields[TITLE].value);
		else
			assert_string_equal(r.fields[TITLE].value,
			    cases[i].title);
		clear_reading(&r);
	}
}

static void
a_value_comes_with_its_place(void **state)
{
	static const char text[] = "title: a\nsummary:  \xea\xb9\x80\n";
	struct reading r;

	(void)state;
	read_bytes(&r, text, sizeof(text) - 1);
	assert_int_equal(r.fields[TITLE].place.line, 2);
	assert_int_equal(r.fields[TITLE].place.column, 8);
	assert_int_equal(r.fields[SUMMARY].place.line, 3);
	assert_int_equal(r.fields[SUMMARY].place.column, 11);
	assert_string_equal(r.fields[SUMMARY].place.file, "f");
	assert_int_equal(r.fields[EDITORS].place.line, 0);
	clear_reading(&r);
}

static void
a_list_is_joined_by_line_feeds(void **state)
{
	static const char *const texts[] = {
		"editors:\n- A. One\n- B. Two\n",
		"editors: [A. One, 'B. Two']\n",
		"editors: |\n  A. One\n  B. Two\n",
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		read_bytes(&r, texts[i], strlen(texts[i]));
		assert_string_equal(r.said, "");
		assert_string_equal(r.fields[EDITORS].value, "A. One\nB. Two");
		clear_reading(&r);
	}
}

static void
what_is_not_plain_is_said_at_its_place(void **state)
{
	static const struct {
		const char *text;
		bool is_read;
		const char *said;
	} cases[] = {
		{ "titel: a\n", true,
		    "f:2:1: unknown key \"titel\" (did you mean \"title\"?)\n" },
		{ "title: a\ncolour: b\n", true,
		    "f:3:1: unknown key \"colour\"\n" },
		{ "title: a\nsummary: b\ntitle: c\n", true,
		    "f:4:1: \"title\" is there twice\n" },
		{ "title: [a, b]\n", true,
		    "f:2:8: \"title\" has to be text, not a list\n" },
		{ "title:\n  a: {b: [c]}\nsummary: d\n", true,
		    "f:3:3: \"title\" has to be text, not a mapping\n" },
		{ "editors: {a: b}\n", true,
		    "f:2:10: \"editors\" has to be text or a list, not a "
		    "mapping\n" },
		{ "editors: [a, [b], {c: d}]\n", true,
		    "f:2:14: an item of this list has to be text\n"
		    "f:2:19: an item of this list has to be text\n" },
		{ "editors: [a, '']\n", true,
		    "f:2:14: an item of this list has to be one line of "
		    "text\n" },
		{ "title: &x a\n", true, "f:2:8: anchors are not used here\n" },
		{ "title: !!str a\n", true, "f:2:8: tags are not used here\n" },
		{ "title: ! a\n", true, "f:2:8: tags are not used here\n" },
		{ "title: *x\n", true, "f:2:8: aliases are not used here\n" },
		{ "<<: {title: a}\n", true,
		    "f:2:1: merge keys are not used here\n" },
		{ "? [a]\n: b\ntitle: c\n", true,
		    "f:2:3: a key has to be text\n" },
		{ "\"title\\0x\": a\n", true,
		    "f:2:1: control character U+0000\n" },
		{ "title: \"a\\u0007\"\n", true,
		    "f:2:8: control character U+0007\n" },
		{ "title: \"a\\0b\"\n", true,
		    "f:2:8: control character U+0000\n" },
		{ "title: a: b\n", false,
		    "f:2:9: not YAML: mapping values are not allowed in this "
		    "context (quote a value that holds \": \")\n" },
		{ "title: \"a\n", false,
		    "f:3:1: not YAML: while scanning a quoted scalar, found "
		    "unexpected end of stream\n" },
		{ "title: \xff\n", false,
		    "f:2:8: not YAML: invalid leading UTF-8 octet\n" },
		{ "title: a\x01\n", false,
		    "f:2:9: not YAML: control characters are not allowed\n" },
		{ "- a\n- b\n", false,
		    "f:2:1: lines of the form \"key: value\" are wanted "
		    "here\n" },
		{ "just text\n", false,
		    "f:2:1: lines of the form \"key: value\" are wanted "
		    "here\n" },
		{ "&x {title: a}\n", false,
		    "f:2:1: anchors are not used here\n" },
		{ "%YAML 1.1\n---\ntitle: a\n", false,
		    "f:2:1: directives are not used here\n" },
		{ "title: a\n---\ntitle: b\n", false,
		    "f:3:1: a second document is not used here\n" },
		{ "title: [[[[[[[[[[[[[[[[[[[[[[[[[[\n", false,
		    "f:2:8: \"title\" has to be text, not a list\n"
		    "f:2:24: nested too deep\n" },
	};
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		read_bytes(&r, cases[i].text, strlen(cases[i].text));
		assert_string_equal(r.said, cases[i].said);
		assert_int_equal(r.is_read, cases[i].is_read);
		clear_reading(&r);
	}
}

static void
a_text_that_is_too_large_is_refused(void **state)
{
	enum { LEN = 300000 };
	char *text = mem_alloc(LEN);
	struct reading r;

	(void)state;
	memset(text, '[', LEN);
	read_bytes(&r, text, LEN);
	assert_false(r.is_read);
	assert_string_equal(r.said, "f:2: YAML is larger than 256 KB\n");
	clear_reading(&r);
	free(text);
}

static void
front_matter_stands_between_two_lines_of_dashes(void **state)
{
	static const struct {
		const char *text;
		const char *yaml; /* NULL: there is none */
		const char *body;
		unsigned body_line;
	} cases[] = {
		{ "---\ntitle: a\n---\nText\n", "title: a\n", "Text\n", 4 },
		{ "---\n---\nText", "", "Text", 3 },
		{ "---\na\n...\nText", "a\n", "Text", 4 },
		{ "--- \r\na\r\n---\t\r\n\r\nText", "a\r\n", "\r\nText", 4 },
		{ "\xef\xbb\xbf---\na\n---\n", "a\n", "", 4 },
		{ "---\na\n---", "a\n", "", 4 },
		{ "---\na ---\n----\n---\nb", "a ---\n----\n", "b", 5 },
		{ "", NULL, NULL, 0 },
		{ "---", NULL, NULL, 0 },
		{ "---\n", NULL, NULL, 0 },
		{ "---\ntitle: a\n", NULL, NULL, 0 },
		{ "\n---\na\n---\n", NULL, NULL, 0 },
		{ " ---\na\n---\n", NULL, NULL, 0 },
		{ "----\na\n---\n", NULL, NULL, 0 },
		{ "...\na\n---\n", NULL, NULL, 0 },
	};
	const char *yaml;
	size_t yaml_len, body_at;
	unsigned body_line;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(front_matter_find(&yaml, &yaml_len, &body_at,
				     &body_line, cases[i].text,
				     strlen(cases[i].text)),
		    cases[i].yaml != NULL);
		if (cases[i].yaml == NULL)
			continue;
		assert_int_equal(yaml_len, strlen(cases[i].yaml));
		assert_memory_equal(yaml, cases[i].yaml, yaml_len);
		assert_string_equal(cases[i].text + body_at, cases[i].body);
		assert_int_equal(body_line, cases[i].body_line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_texts_of_any_style),
		cmocka_unit_test(a_value_comes_with_its_place),
		cmocka_unit_test(a_list_is_joined_by_line_feeds),
		cmocka_unit_test(what_is_not_plain_is_said_at_its_place),
		cmocka_unit_test(a_text_that_is_too_large_is_refused),
		cmocka_unit_test(
		    front_matter_stands_between_two_lines_of_dashes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
