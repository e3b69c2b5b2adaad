/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/clock.h"
#include "reader/sieve.h"

static const struct {
	const char *pattern, *modes, *text;
	bool lets_through;
} rows[] = {
	{ "mill", "", "The mills of Anse", true },
	{ "MILL", "", "The mills of Anse", false },
	{ "mill", "", "THE MILLS", true },
	{ "ecole", "",
	    "l'\xC3\x89"
	    "cole du port",
	    true },
	{ "ecole", "e",
	    "l'\xC3\x89"
	    "cole du port",
	    false },
	{ "\xC3\xA9"
	  "cole",
	    "", "the ecole", false },
	{ "m.ll", "", "mill", true },
	{ "m.ll", "f", "mill", false },
	{ "m.ll", "f", "m.ll", true },
	{ "mil", "w", "the mills", false },
	{ "mills", "w", "the mills", true },
	/* Line by line. */
	{ "^coast$", "", "Anse\ncoast\n1880", true },
	{ "^coast$", "", "Anse coast", false },
	{ "Anse.coast", "", "Anse\ncoast", false },
	{ "Anse\\scoast", "", "Anse\ncoast", false },
	{ "^$", "", "Anse\n\ncoast\n", false },
	{ "^[^A]*$", "", "Anse\n", false },
	{ "1880", "", "Anse\ncoast\n1880", true },
	{ "x", "", "", false },
};

static struct sieve *
make(const char *pattern, const char *modes)
{
	struct sieve_wish wish = { .is_exact = strchr(modes, 'e') != NULL,
		.is_literal = strchr(modes, 'f') != NULL,
		.is_word = strchr(modes, 'w') != NULL };
	struct sieve *s = NULL;
	struct error err;
	size_t at;

	if (sieve_set_text(&wish, pattern, &err) != STATUS_OK ||
	    sieve_new(&s, &wish, &at, &err) != STATUS_OK)
		fail_msg("%s: %s", pattern, err.message);
	return s;
}

static enum sieve_answer
ask(struct sieve *s, const char *text)
{
	return sieve_ask(s, text, strlen(text), INT64_MAX);
}

static void
a_text_is_let_through_where_a_line_of_it_matches(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sieve *s = make(rows[i].pattern, rows[i].modes);

		/* Twice: nothing of a text stays with the next. */
		for (int j = 0; j < 2; j++) {
			if ((ask(s, rows[i].text) == SIEVE_LETS_THROUGH) !=
			    rows[i].lets_through)
				fail_msg("%s: %s", rows[i].pattern,
				    rows[i].text);
		}
		sieve_free(s);
	}
}

static void
what_is_no_pattern_is_told_with_its_place(void **state)
{
	struct sieve_wish wish = { .is_exact = false };
	struct sieve *s;
	struct error err;
	size_t at = 0;

	(void)state;
	assert_int_equal(sieve_set_text(&wish, "mill(s", &err), STATUS_OK);
	assert_int_equal(sieve_new(&s, &wish, &at, &err), STATUS_INVALID);
	assert_int_equal(at, 6);
	assert_non_null(strstr(err.message, "parenthesis"));
}

static void
a_pattern_that_no_place_could_keep_is_refused(void **state)
{
	char text[PLACE_FILTER_SIZE + 1];
	struct sieve_wish wish = { .text = "before" };
	struct error err;

	(void)state;
	memset(text, 'x', PLACE_FILTER_SIZE);
	text[PLACE_FILTER_SIZE] = '\0';
	assert_int_equal(sieve_set_text(&wish, text, &err), STATUS_LIMIT);
	assert_string_equal(wish.text, "before");
	text[PLACE_FILTER_SIZE - 1] = '\0';
	assert_int_equal(sieve_set_text(&wish, text, &err), STATUS_OK);
	assert_string_equal(wish.text, text);
}

static void
modes_are_kept_as_a_number(void **state)
{
	(void)state;
	for (uint8_t modes = 0; modes < 8; modes++) {
		struct sieve_wish wish;

		sieve_set_modes(&wish, modes);
		assert_int_equal(sieve_get_modes(&wish), modes);
	}
}

/* Whether b may be looked for only where a was found. */
static void
a_longer_text_is_narrower_and_a_pattern_may_not_be(void **state)
{
	static const struct {
		const char *a, *b;
		bool is_literal, is_word, is_narrower;
	} pairs[] = {
		{ "mil", "mill", false, false, true },
		{ "mill", "mil", false, false, false },
		{ "il", "The Mill", false, false, true },
		{ "mi", "mi|x", false, false, false },
		{ "mil", "mill?", false, false, false },
		{ "a.", "a.b", false, false, false },
		{ "a.", "a.b", true, false, true },
		{ "mil", "mill", false, true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct sieve_wish a = { .is_literal = pairs[i].is_literal,
			.is_word = pairs[i].is_word };
		struct sieve_wish b = a;
		struct error err;

		sieve_set_text(&a, pairs[i].a, &err);
		sieve_set_text(&b, pairs[i].b, &err);
		if (sieve_is_narrower(&a, &b) != pairs[i].is_narrower)
			fail_msg("%s, %s", pairs[i].a, pairs[i].b);
	}
}

/* Each slice ends soon after its time, and all slices come to an end. */
static void
a_hard_pattern_is_decided_in_slices(void **state)
{
	struct sieve *s = make("(\\w+\\s?|\\w*,?)+!", "");
	char text[3000];
	enum sieve_answer answer = SIEVE_PAUSED;
	int slices = 0;

	(void)state;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = i % 7 ? 'a' : ' ';
	for (; answer == SIEVE_PAUSED; slices++) {
		assert_true(slices < 100000);
		answer = sieve_ask(s, text, sizeof text, clock_now_us());
	}
	assert_true(slices > 1);
	assert_int_not_equal(answer, SIEVE_LETS_THROUGH);
	/* Another text, whatever became of the first. */
	sieve_ask(s, text, sizeof text, clock_now_us());
	sieve_forget(s);
	assert_int_equal(ask(s, "aa!"), SIEVE_LETS_THROUGH);
	sieve_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_text_is_let_through_where_a_line_of_it_matches),
		cmocka_unit_test(what_is_no_pattern_is_told_with_its_place),
		cmocka_unit_test(a_pattern_that_no_place_could_keep_is_refused),
		cmocka_unit_test(modes_are_kept_as_a_number),
		cmocka_unit_test(
		    a_longer_text_is_narrower_and_a_pattern_may_not_be),
		cmocka_unit_test(a_hard_pattern_is_decided_in_slices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
