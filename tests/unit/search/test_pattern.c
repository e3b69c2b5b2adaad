/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "search/pattern.h"
#include "search/pattern_private.h"

enum { RANGES = 16, LONG_BYTES = 8192 };

static const struct pattern_options plain = { .letters = PATTERN_SMART };
static const struct pattern_options literal = { .is_literal = true };
static const struct pattern_options word = { .is_word = true };
static const struct pattern_options literal_word = { .is_literal = true,
	.is_word = true };
static const struct pattern_options caseless = { .letters = PATTERN_CASELESS };
static const struct pattern_options caseful = { .letters = PATTERN_CASEFUL };

static struct pattern *
make(const char *text, const struct pattern_options *options)
{
	struct pattern *p;
	struct error err;
	size_t at;

	if (pattern_new(&p, text, strlen(text), options, &at, &err))
		fail_msg("%s: %s", text, err.message);
	return p;
}

/* "0-2 5-7", or "hard" behind it where not all was decided. */
static void
expect(const char *pattern, const struct pattern_options *options,
    const char *text, const char *expected)
{
	struct pattern *p = make(pattern, options);
	struct pattern_range ranges[RANGES], first = { 0, 0 };
	char found[256] = "";
	bool is_whole;
	size_t len = strlen(text);
	size_t count = pattern_find_all(p, text, len, ranges, RANGES,
	    &is_whole);
	enum pattern_answer answer = pattern_find(p, text, len, 0, &first);

	for (size_t i = 0; i < count; i++)
		snprintf(found + strlen(found), sizeof found - strlen(found),
		    "%s%zu-%zu", i ? " " : "", ranges[i].from, ranges[i].to);
	if (strcmp(found, expected) != 0 || !is_whole)
		fail_msg("%s in \"%s\": %s, not %s", pattern, text, found,
		    expected);
	assert_int_equal(answer, count > 0 ? PATTERN_FOUND : PATTERN_NOT_FOUND);
	if (count > 0) {
		assert_int_equal(first.from, ranges[0].from);
		assert_int_equal(first.to, ranges[0].to);
	}
	pattern_free(p);
}

static void
a_pattern_finds_what_pcre2_finds(void **state)
{
	static const struct {
		const char *pattern;
		const struct pattern_options *options;
		const char *text;
		const char *found;
	} cases[] = {
		{ "kim", &plain, "Kim and kim", "0-3 8-11" },
		{ "Kim", &plain, "Kim and kim", "0-3" },
		{ "Kim", &caseless, "Kim and kim", "0-3 8-11" },
		{ "kim", &caseful, "Kim and kim", "8-11" },
		{ "kim", &plain, "\xE2\x84\xAAim", "0-5" }, /* Kelvin sign */
		{ "\xC3\xA9tat", &plain, "\xC3\x89tat", "0-5" },
		{ "\\w+", &plain, "caf\xC3\xA9 x", "0-5 6-7" },
		{ "\\d", &plain, "\xD9\xA3", "0-2" },
		{ "^b", &plain, "a\nb", "" },
		{ "(?m)^b", &plain, "a\nb", "2-3" },
		{ ".+", &plain, "a\rb\nc", "0-3 4-5" },
		{ "a*", &plain, "aab", "0-2 3-3" },
		{ "x*", &plain, "\xC3\xA9z", "0-0 2-2 3-3" },
		{ "", &plain, "ab", "0-0 1-1 2-2" },
		{ "$", &plain, "ab", "2-2" },
		{ "a\\Kb", &plain, "abab", "1-2 3-4" },
		{ "(?<=a)b", &plain, "ab", "1-2" },
		{ "(?>\\D+|)x", &plain, "abx", "" },
		{ "a+(*PRUNE)b|a", &plain, "aac", "" },
		{ "()*+(])|\\1", &plain, "a", "" },
		{ "(?:New York|New) *Y", &plain, "New York|", "0-5" },
		{ "\\b(?:\\w,|)x*\\b", &plain, "w,|xx", "0-0 1-1 3-5" },
		{ "(\\w+) \\1", &plain, "the the", "0-7" },
		{ "a.c", &literal, "abc a.c", "4-7" },
		{ "\\E(", &literal, "x\\E(y", "1-4" },
		{ "+1 (5)", &literal, "+1 (5)", "0-6" },
		{ "art", &word, "art, party, Art", "0-3 12-15" },
		{ "art|arts", &word, "arts", "0-4" },
		{ "\xED\x95\x9C", &word,
		    "\xED\x95\x9C\xEA\xB5\xAD "
		    "\xED\x95\x9C",
		    "7-10" },
		{ "c++", &literal_word, "c++", "" },
		{ "c+", &literal_word, "c+d", "0-2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect(cases[i].pattern, cases[i].options, cases[i].text,
		    cases[i].found);
}

static void
what_does_not_compile_is_said_with_its_place(void **state)
{
	static const struct {
		const char *pattern;
		const struct pattern_options *options;
		size_t at;
		const char *words;
	} cases[] = {
		{ "traffick(", &plain, 9, "parenthes" },
		{ "[a-", &plain, 3, "]" },
		{ "a{2,1}", &plain, 5, "out of order" },
		{ "+", &plain, 0, "quantifier" },
		{ "\\C", &plain, 2, "\\C" },
		{ "\\p{Nowhere}", &plain, 11, "property" },
		{ "ab\xFF", &plain, 2, "UTF-8" },
		{ "ab\xFF", &literal, 2, "UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pattern *p;
		struct error err;
		size_t at = 99;
		enum status status = pattern_new(&p, cases[i].pattern,
		    strlen(cases[i].pattern), cases[i].options, &at, &err);

		assert_int_equal(status, STATUS_INVALID);
		if (at != cases[i].at || !strstr(err.message, cases[i].words))
			fail_msg("%s: at %zu, %s", cases[i].pattern, at,
			    err.message);
	}
}

static void
a_pattern_has_a_greatest_length_and_depth(void **state)
{
	char text[PATTERN_LIMIT_BYTES + 1];
	struct pattern *p;
	struct error err;
	size_t at;

	(void)state;
	memset(text, 'a', sizeof text);
	assert_int_equal(pattern_new(&p, text, sizeof text, &plain, &at, &err),
	    STATUS_LIMIT);
	assert_int_equal(pattern_new(&p, text, sizeof text - 1, &plain, &at,
			     &err),
	    STATUS_OK);
	pattern_free(p);
	memset(text, '(', sizeof text);
	assert_int_equal(pattern_new(&p, text, sizeof text - 1, &plain, &at,
			     &err),
	    STATUS_INVALID);
}

static void
folded_text_is_wanted_for_ascii_alone(void **state)
{
	static const struct pattern_options exact = { .is_exact = true };
	struct pattern *p = make("cafe", &plain);

	(void)state;
	assert_true(pattern_wants_folded(p));
	assert_false(pattern_is_caseful(p));
	pattern_free(p);
	p = make("caf\xC3\xA9", &plain);
	assert_false(pattern_wants_folded(p));
	pattern_free(p);
	p = make("Cafe", &exact);
	assert_false(pattern_wants_folded(p));
	assert_true(pattern_is_caseful(p));
	pattern_free(p);
}

/* Patterns for which backtracking takes longer than the world stands. */
static void
a_hostile_pattern_is_decided_or_given_up(void **state)
{
	static const struct {
		const char *pattern;
		size_t len; /* of many a and the end */
		const char *end;
		enum pattern_answer answer;
	} cases[] = {
		{ "(a+)+$", 40, "!", PATTERN_NOT_FOUND },
		{ "(a*)*b", 40, "!", PATTERN_NOT_FOUND },
		{ "(\\w+\\s?)*z", 60, "!z", PATTERN_FOUND_SOMEWHERE },
		{ "(a+)+\\1$", LONG_BYTES, "!", PATTERN_TOO_HARD },
	};
	char text[LONG_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pattern *p = make(cases[i].pattern, &plain);
		struct pattern_range range;

		size_t end_len = strlen(cases[i].end);

		memset(text, 'a', sizeof text);
		memcpy(text + cases[i].len - end_len, cases[i].end, end_len);
		assert_int_equal(pattern_find(p, text, cases[i].len, 0, &range),
		    cases[i].answer);
		pattern_free(p);
	}
}

/* Which way, the fast or the slow, and how much text there is. */
static void
what_is_put_off_is_decided_in_slices(void **state)
{
	static const struct {
		const char *pattern;
		size_t len;
		const char *end;
		enum pattern_answer answer;
		bool has_pauses;
	} cases[] = {
		{ "(a+)+$", LONG_BYTES, "!", PATTERN_NOT_FOUND, false },
		{ "(a+)+b$", LONG_BYTES, "b", PATTERN_FOUND_SOMEWHERE, false },
		{ "(?:a?){30}a{30}b", 300, "!b", PATTERN_NOT_FOUND, true },
		{ "(?:a?){30}a{30}!b", 300, "!b", PATTERN_FOUND_SOMEWHERE,
		    true },
		{ "(\\w+\\s?)*+z", 300, "!", PATTERN_NOT_FOUND, true },
		{ "(?=(a+))\\1*b", 300, "!", PATTERN_NOT_FOUND, true },
		{ "(a+)+\\1$", 300, "!", PATTERN_TOO_HARD, true },
		{ "(*NO_JIT)(a+)+$", 300, "!", PATTERN_TOO_HARD, false },
		{ "\\G(a+)+$", 300, "!", PATTERN_TOO_HARD, false },
	};
	char text[LONG_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pattern *p = make(cases[i].pattern, &plain);
		struct pattern_effort effort = { .at = 0 };
		enum pattern_answer answer;
		size_t end_len = strlen(cases[i].end), pauses = 0;

		memset(text, 'a', sizeof text);
		memcpy(text + cases[i].len - end_len, cases[i].end, end_len);
		while ((answer = pattern_find_hard(p, text, cases[i].len,
			    &effort, 1)) == PATTERN_PAUSED)
			pauses++;
		if (answer != cases[i].answer ||
		    (pauses > 0) != cases[i].has_pauses)
			fail_msg("%s: %d after %zu pauses", cases[i].pattern,
			    (int)answer, pauses);
		pattern_free(p);
	}
}

/* Ten times as long where only the steps are counted. */
static void
many_counts_of_one_item_do_not_take_long(void **state)
{
	static char text[8000];
	struct pattern *p = make("(a{1,300})+$", &plain);
	struct pattern_effort effort = { .at = 0 };
	int64_t begun_us = clock_spent_us();

	(void)state;
	memset(text, 'a', sizeof text);
	text[sizeof text - 1] = '!';
	assert_int_equal(pattern_find_hard(p, text, sizeof text, &effort, 0),
	    PATTERN_TOO_HARD);
	assert_true(clock_spent_us() - begun_us < 2000000);
	pattern_free(p);
}

static void
an_item_that_need_not_be_there_is_no_leave_to_take_long(void **state)
{
	static char text[16000];
	struct pattern *p = make("(?=(a*))\\1{0,30}\\d", &plain);
	struct pattern_range range;
	int64_t begun_us = clock_spent_us();

	(void)state;
	memset(text, 'a', sizeof text);
	assert_int_equal(pattern_find_quickly(p, text, sizeof text, 0, &range),
	    PATTERN_TOO_HARD);
	assert_true(clock_spent_us() - begun_us < 150000);
	pattern_free(p);
}

/* Without machine code, and a few starts at a time. */
static void
the_slow_way_finds_the_same(void **state)
{
	static const struct {
		const char *pattern, *text;
	} cases[] = {
		{ "(?<=a)b", "aaaaaaaaaaaaaaaaaaaaaaaaab" },
		{ "\\bx", "aaaaaaaaaaaaaaaaaaaaaaaaaax x" },
		{ "^x|z$", "aaaaaaaaaaaaaaaaaaaaaaaaaz" },
		{ "\\Gx|\\Gaaaaax", "aaaaaaaaaaaaax" },
		{ "a+(*COMMIT)b|x", "aaaaaaaaaaaaaaaax" },
		{ "a(*SKIP)b|aax", "aaaaaaaaaaaaaaaax" },
		{ "\xC3\xA9+x", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9x" },
		{ "x*", "aaaaaaaaaaaaaaaaaaa" },
		{ "(?<=[[:<:]]aa)x", "baax" },
		{ "$", "aaaaaaaaaaaaaaaaaaa" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pattern *fast = make(cases[i].pattern, &plain);
		struct pattern *slow = make(cases[i].pattern, &plain);
		struct pattern_range a = { 0, 0 }, b = { 0, 0 };
		size_t len = strlen(cases[i].text);

		pattern_set_slow(slow);
		assert_int_equal(pattern_find(slow, cases[i].text, len, 0, &b),
		    pattern_find(fast, cases[i].text, len, 0, &a));
		if (a.from != b.from || a.to != b.to)
			fail_msg("%s: %zu-%zu, not %zu-%zu", cases[i].pattern,
			    b.from, b.to, a.from, a.to);
		pattern_free(fast);
		pattern_free(slow);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pattern_finds_what_pcre2_finds),
		cmocka_unit_test(what_does_not_compile_is_said_with_its_place),
		cmocka_unit_test(a_pattern_has_a_greatest_length_and_depth),
		cmocka_unit_test(folded_text_is_wanted_for_ascii_alone),
		cmocka_unit_test(a_hostile_pattern_is_decided_or_given_up),
		cmocka_unit_test(what_is_put_off_is_decided_in_slices),
		cmocka_unit_test(many_counts_of_one_item_do_not_take_long),
		cmocka_unit_test(
		    an_item_that_need_not_be_there_is_no_leave_to_take_long),
		cmocka_unit_test(the_slow_way_finds_the_same),
	};

	return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
