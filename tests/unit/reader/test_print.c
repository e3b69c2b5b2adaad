/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/json_check.h"
#include "base/str.h"
#include "reader/chain_text.h"
#include "reader/print.h"

typedef void add_text(struct str *out, const char *text, size_t len);

static void
assert_added(add_text *add, const char *text, const char *expected)
{
	struct str out;

	str_init(&out, 0);
	add(&out, text, strlen(text));
	assert_string_equal(out.data, expected);
	str_clear(&out);
}

static void
add_json(struct str *out, const char *text, size_t len)
{
	print_add_json_text(out, text, len, true);
}

static void
add_ascii_json(struct str *out, const char *text, size_t len)
{
	print_add_json_text(out, text, len, false);
}

static void
a_json_string_is_escaped(void **state)
{
	static const struct {
		const char *text;
		const char *utf8;
		const char *ascii;
	} cases[] = {
		{ "", "\"\"", "\"\"" },
		{ "plain", "\"plain\"", "\"plain\"" },
		{ "a \"quote\" \\", "\"a \\\"quote\\\" \\\\\"",
		    "\"a \\\"quote\\\" \\\\\"" },
		{ "a\tb\nc\rd", "\"a\\tb\\nc\\rd\"", "\"a\\tb\\nc\\rd\"" },
		{ "\x01\x1b\x7f", "\"\\u0001\\u001b\\u007f\"",
		    "\"\\u0001\\u001b\\u007f\"" },
		{ "caf\xC3\xA9", "\"caf\xC3\xA9\"", "\"caf\\u00e9\"" },
		{ "\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\"",
		    "\"\\ud83d\\ude00\"" },
		{ "\xC2\x9B", "\"\\u009b\"", "\"\\u009b\"" },
		{ "\xE2\x80\xAE", "\"\\u202e\"", "\"\\u202e\"" },
		{ "\xE2\x80\xA8", "\"\\u2028\"", "\"\\u2028\"" },
		{ "\xFF", "\"\xEF\xBF\xBD\"", "\"\\ufffd\"" },
		{ "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"",
		    "\"\\ufffd\\ufffd\\ufffd\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_added(add_json, cases[i].text, cases[i].utf8);
		assert_added(add_ascii_json, cases[i].text, cases[i].ascii);
	}
}

static void
a_json_number_is_as_short_as_it_can_be(void **state)
{
	static const struct {
		double number;
		const char *text;
	} cases[] = {
		{ 0, "0" },
		{ 12, "12" },
		{ -3, "-3" },
		{ 105000000, "105000000" },
		{ 2300000000000.0, "2300000000000" },
		{ 9007199254740992.0, "9007199254740992" },
		{ 0.1, "0.1" },
		{ 45.5, "45.5" },
		{ 1e300, "1e+300" },
		{ 0.1 + 0.2, "0.30000000000000004" },
		{ 1.0 / 3, "0.3333333333333333" },
		{ 123456789.123456789, "123456789.12345679" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str out;

		str_init(&out, 0);
		print_add_json_number(&out, cases[i].number);
		assert_string_equal(out.data, cases[i].text);
		str_clear(&out);
	}
}

static void
a_number_that_is_none_is_null(void **state)
{
	struct str out;

	(void)state;
	str_init(&out, 0);
	print_add_json_number(&out, (double)NAN);
	print_add_json_number(&out, (double)INFINITY);
	assert_string_equal(out.data, "nullnull");
	str_clear(&out);
}

static void
a_quote_inside_a_csv_field_is_doubled(void **state)
{
	static const struct {
		const char *text;
		const char *csv;
	} cases[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "a, b", "\"a, b\"" },
		{ "a \"b\" c", "\"a \"\"b\"\" c\"" },
		{ "\"", "\"\"\"\"" },
		{ "a\nb", "\"a\nb\"" },
		{ "a;b", "a;b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_added(print_add_csv_text, cases[i].text, cases[i].csv);
}

static void
tabs_and_line_feeds_of_a_tsv_field_are_escaped(void **state)
{
	(void)state;
	assert_added(print_add_tsv_text, "a\tb\nc\\n", "a\\tb\\nc\\\\n");
}

struct record {
	const char *name;
	const char *missing;
	double low;
	uint32_t count;
	bool flag;
	const char **texts;
	uint32_t text_count;
	struct citation *citations;
	uint32_t citation_count;
	const char *json;
	const char *lines;
};

static const struct print_field fields[] = {
	{ "name", PRINT_TEXT, offsetof(struct record, name) },
	{ "missing", PRINT_TEXT, offsetof(struct record, missing) },
	{ "low", PRINT_NUMBER, offsetof(struct record, low) },
	{ "count", PRINT_COUNT, offsetof(struct record, count) },
	{ "flag", PRINT_FLAG, offsetof(struct record, flag) },
	{ "texts", PRINT_TEXTS, offsetof(struct record, texts),
	    offsetof(struct record, text_count) },
	{ "citations", PRINT_CITATIONS, offsetof(struct record, citations),
	    offsetof(struct record, citation_count) },
	{ "json", PRINT_JSON, offsetof(struct record, json) },
	{ "lines", PRINT_LINES, offsetof(struct record, lines) }, { NULL }
};

static struct step steps[] = {
	{ .role = STEP_STATED_IN,
	    .key = "a",
	    .seen = SEEN_YES,
	    .locator_label = "section",
	    .locator_value = "One" },
	{ .role = STEP_CREDITED_TO,
	    .text = "unnamed reports",
	    .is_carried = true },
};
static struct citation citations[] = {
	{ .number = 4, .steps = steps, .step_count = 2 },
};

static void
every_field_is_there_and_null_where_nothing_is(void **state)
{
	const char *texts[] = { "x", "y" };
	const struct record full = { "n", "", 1.5, 2, true, texts, 2, citations,
		1, "{ \"a\" : [ 1 ] }\n", "one\n\ntwo" };
	const struct record empty = { .low = (double)NAN, .json = "{broken" };
	struct str out;

	(void)state;
	str_init(&out, 0);
	print_add_json_record(&out, fields, &full, true);
	assert_string_equal(out.data,
	    "{\"name\":\"n\",\"missing\":null,\"low\":1.5,\"count\":2,"
	    "\"flag\":true,\"texts\":[\"x\",\"y\"],\"citations\":["
	    "{\"number\":4,\"steps\":["
	    "{\"role\":\"stated-in\",\"source\":\"a\",\"text\":null,"
	    "\"seen\":\"yes\",\"carried\":false,"
	    "\"locator\":{\"label\":\"section\",\"value\":\"One\"}},"
	    "{\"role\":\"credited-to\",\"source\":null,"
	    "\"text\":\"unnamed reports\",\"seen\":\"no\",\"carried\":true,"
	    "\"locator\":null}]}],\"json\":{\"a\":[1]},"
	    "\"lines\":[\"one\",\"two\"]}");
	str_reset(&out);
	print_add_json_record(&out, fields, &empty, true);
	assert_string_equal(out.data,
	    "{\"name\":null,\"missing\":null,\"low\":null,\"count\":0,"
	    "\"flag\":false,\"texts\":[],\"citations\":[],\"json\":null,"
	    "\"lines\":[]}");
	str_clear(&out);
}

static void
citations_are_written_as_in_a_collection(void **state)
{
	struct step odd[] = {
		{ .role = STEP_STATED_IN,
		    .key = "b:c.d",
		    .seen = SEEN_PART,
		    .locator_label = "",
		    .locator_value = "p. ii; end" },
		{ .role = STEP_IDENTIFIED_AS, .key = "key with spaces" },
		{ .role = STEP_SPOKEN_BY,
		    .text = "a \"woman\"",
		    .seen = SEEN_YES,
		    .locator_label = "page",
		    .locator_value = "12" },
	};
	struct citation both[] = {
		{ .steps = steps, .step_count = 2 },
		{ .steps = odd, .step_count = 3 },
	};
	struct str out;

	(void)state;
	str_init(&out, 0);
	chain_text_add(&out, both, 2);
	assert_string_equal(out.data,
	    "[@a, sec. One <- \"unnamed reports\" carried; "
	    "@b:c.d part, \"p. ii; end\" <- ~@{key with spaces} <- "
	    "!\"a \\\"woman\\\"\" seen, p. 12]");
	str_reset(&out);
	chain_text_add(&out, both, 0);
	assert_string_equal(out.data, "");
	str_clear(&out);
}

static void
json_is_told_from_what_looks_like_it(void **state)
{
	static const struct {
		const char *text;
		bool is_object;
	} cases[] = {
		{ "{}", true },
		{ " {\"a\": [1, -2.5e+3, true, false, null, \"\\u00e9\\n\"]} ",
		    true },
		{ "{\"a\":{\"b\":{}}}", true },
		{ "", false },
		{ "[]", false },
		{ "{}{}", false },
		{ "{\"a\"}", false },
		{ "{\"a\":1,}", false },
		{ "{\"a\":01}", false },
		{ "{\"a\":.5}", false },
		{ "{\"a\":1.}", false },
		{ "{\"a\":\"\\x\"}", false },
		{ "{\"a\":\"\\u12\"}", false },
		{ "{\"a\":\"line\nfeed\"}", false },
		{ "{\"a\":nul}", false },
		{ "{\"a\":\"\xFF\"}", false },
		{ "{\"a\":[1}", false },
		{ "{a:1}", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(json_check_is_object(cases[i].text,
				     strlen(cases[i].text)),
		    cases[i].is_object);
}

static void
json_nested_without_end_is_refused(void **state)
{
	struct str text;

	(void)state;
	str_init(&text, 0);
	str_add_text(&text, "{\"a\":");
	str_add_repeated(&text, '[', 100000);
	assert_false(json_check_is_object(text.data, text.len));
	str_clear(&text);
}

static void
formats_are_found_by_name(void **state)
{
	(void)state;
	for (const char *const *n = print_get_format_names(); *n; n++)
		assert_string_equal(print_find_format(*n)->name, *n);
	assert_null(print_find_format("xml"));
	assert_true(print_is_text(print_find_format("text")));
	assert_false(print_is_text(print_find_format("jsonl")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_json_string_is_escaped),
		cmocka_unit_test(a_json_number_is_as_short_as_it_can_be),
		cmocka_unit_test(a_number_that_is_none_is_null),
		cmocka_unit_test(a_quote_inside_a_csv_field_is_doubled),
		cmocka_unit_test(
		    tabs_and_line_feeds_of_a_tsv_field_are_escaped),
		cmocka_unit_test(
		    every_field_is_there_and_null_where_nothing_is),
		cmocka_unit_test(citations_are_written_as_in_a_collection),
		cmocka_unit_test(json_is_told_from_what_looks_like_it),
		cmocka_unit_test(json_nested_without_end_is_refused),
		cmocka_unit_test(formats_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
