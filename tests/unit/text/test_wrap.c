/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/wrap.h"

/* The lines of a text, divided by "|". */
static void
assert_lines(const char *text, size_t width_cols, const char *expected)
{
	struct wrap_line line;
	struct str lines;
	size_t at = 0;

	str_init(&lines, 0);
	while (wrap_next_line(&line, &at, text, strlen(text), width_cols)) {
		if (lines.len)
			str_add_char(&lines, '|');
		str_add(&lines, text + line.at, line.len);
		assert_int_equal(line.width_cols,
		    utf8_width_cols(text + line.at, line.len));
	}
	assert_string_equal(lines.data, expected);
	str_clear(&lines);
}

static void
lines_are_broken_where_they_may_be(void **state)
{
	static const struct {
		const char *text;
		size_t width_cols;
		const char *lines;
	} cases[] = {
		{ "", 10, "" },
		{ "one", 10, "one" },
		{ "one two three", 7, "one two|three" },
		{ "one two three", 8, "one two|three" },
		{ "one two three", 6, "one|two|three" },
		{ "ab cd  ", 5, "ab cd" },
		{ "one\ntwo three", 20, "one|two three" },
		{ "1234567890\nx", 10, "1234567890|x" },
		{ "forced-labour camp", 9, "forced-|labour|camp" },
		{ "in 2013-14 or", 8, "in|2013-14|or" },
		{ "unbreakable", 4, "unbr|eaka|ble" },
		{ "x unbreakable", 4, "x|unbr|eaka|ble" },
		/* accents, composed and not */
		{ "caf\xC3\xA9s are open", 6, "caf\xC3\xA9s|are|open" },
		{ "cafe\xCC\x81s are", 5, "cafe\xCC\x81s|are" },
		/* a no-break space holds, a zero-width space lets go */
		{ "10\xC2\xA0km on", 6, "10\xC2\xA0km|on" },
		/* dashes */
		{ "one\xE2\x80\x94two", 5, "one\xE2\x80\x94|two" },
		/* ideographs: anywhere, but not before a full stop */
		{ "\xE5\x8C\x97\xE6\x9C\x9D\xE9\xB2\x9C", 4,
		    "\xE5\x8C\x97\xE6\x9C\x9D|\xE9\xB2\x9C" },
		{ "\xE5\x8C\x97\xE6\x9C\x9D\xE3\x80\x82\xE9\xB2\x9C", 5,
		    "\xE5\x8C\x97|\xE6\x9C\x9D\xE3\x80\x82|\xE9\xB2\x9C" },
		/* Hangul at spaces */
		{ "\xED\x95\x9C\xEA\xB5\xAD \xEC\x82\xAC\xEB\x9E\x8C", 7,
		    "\xED\x95\x9C\xEA\xB5\xAD|\xEC\x82\xAC\xEB\x9E\x8C" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_lines(cases[i].text, cases[i].width_cols,
		    cases[i].lines);
}

static void
a_wide_character_never_straddles_the_edge(void **state)
{
	(void)state;
	/* three wide ones in five columns */
	assert_lines("\xED\x95\x9C\xED\x95\x9C\xED\x95\x9C", 5,
	    "\xED\x95\x9C\xED\x95\x9C|\xED\x95\x9C");
}

static void
a_cluster_wider_than_the_line_stands_alone(void **state)
{
	(void)state;
	assert_lines("\xED\x95\x9C\xED\x95\x9C", 1,
	    "\xED\x95\x9C|\xED\x95\x9C");
	assert_lines("ab", 0, "a|b");
}

/* Every byte but white space is in one line, at every width. */
static void
no_text_is_lost_at_any_width(void **state)
{
	static const char *const texts[] = {
		"The quick brown fox jumps over the lazy dog, twice-told.",
		"na\xC3\xAFve \xE2\x80\x9Cquotes\xE2\x80\x9D and e\xCC\x81\xCC"
		"\x82 marks \xE5\x8C\x97\xE6\x9C\x9D \xF0\x9F\x91\xA9\xE2\x80"
		"\x8D\xF0\x9F\x91\xA7 end",
		"  leading and   many   spaces \n\n and feeds\n",
		"\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		for (size_t width = 1; width < 60; width++) {
			struct wrap_line line;
			size_t at = 0, before = 0;
			size_t len = strlen(texts[i]);

			while (
			    wrap_next_line(&line, &at, texts[i], len, width)) {
				for (; before < line.at; before++)
					assert_non_null(
					    strchr(" \n", texts[i][before]));
				before = line.at + line.len;
				assert_true(line.width_cols <= width ||
				    line.width_cols == 2);
			}
			for (; before < len; before++)
				assert_non_null(
				    strchr(" \n", texts[i][before]));
		}
	}
}

static void
a_text_is_cut_between_clusters(void **state)
{
	size_t cols;

	(void)state;
	assert_int_equal(wrap_cut(&cols, "abcdef", 6, 4), 4);
	assert_int_equal(cols, 4);
	assert_int_equal(wrap_cut(&cols, "e\xCC\x81z", 4, 1), 3);
	assert_int_equal(wrap_cut(&cols, "a\xED\x95\x9C", 4, 2), 1);
	assert_int_equal(cols, 1);
}

static void
the_widest_word_is_measured(void **state)
{
	size_t word, all;

	(void)state;
	wrap_measure(&word, &all,
	    "a long word \xED\x95\x9C\xEA\xB5\xAD\xEC\x82"
	    "\xAC",
	    21);
	assert_int_equal(word, 6);
	assert_int_equal(all, 18);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_broken_where_they_may_be),
		cmocka_unit_test(a_wide_character_never_straddles_the_edge),
		cmocka_unit_test(a_cluster_wider_than_the_line_stands_alone),
		cmocka_unit_test(no_text_is_lost_at_any_width),
		cmocka_unit_test(a_text_is_cut_between_clusters),
		cmocka_unit_test(the_widest_word_is_measured),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
