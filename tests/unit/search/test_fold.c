/* SPDX-License-Identifier: ISC */
#include "unit.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "search/fold.h"

/*
 * What is known of a character is compared with what PCRE2 matches, of all
 * characters there are: block by block, each character within its block, and
 * all of a block together outside of it.
 */
enum { BLOCK = 1024, END = 0x110000 };

static bool
is_character(int32_t c)
{
	return c < 0xD800 || c > 0xDFFF;
}

static pcre2_code *
compile(const char *text, size_t len)
{
	int number;
	PCRE2_SIZE at;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)text, len,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &number, &at, NULL);

	assert_non_null(code);
	return code;
}

/* Marks the characters of text that match. */
static void
mark_matching(bool *out, const pcre2_code *code, const struct str *text,
    pcre2_match_data *match)
{
	size_t at = 0;

	while (pcre2_match(code, (PCRE2_SPTR)text->data, text->len, at,
		   PCRE2_NO_UTF_CHECK, match, NULL) >= 0) {
		const PCRE2_SIZE *found = pcre2_get_ovector_pointer(match);
		int32_t c;

		utf8_decode(&c, text->data + found[0], text->data + found[1]);
		out[c] = true;
		at = found[1];
	}
}

static void
add_characters(struct str *out, int32_t first, int32_t end)
{
	for (int32_t c = first; c < end; c++) {
		char bytes[4];

		if (is_character(c))
			str_add(out, bytes, utf8_encode(bytes, c));
	}
}

static void
compare_within(int32_t first, bool is_trusted, bool *found,
    pcre2_match_data *match)
{
	struct str text;

	str_init(&text, 0);
	add_characters(&text, first, first + BLOCK);
	for (int32_t c = first; c < first + BLOCK; c++) {
		int32_t members[FOLD_LIMIT];
		unsigned count = is_character(c) ?
		    fold_list(members, c, is_trusted) :
		    0;
		char escaped[16];
		pcre2_code *code;

		if (count == 0)
			continue;
		snprintf(escaped, sizeof escaped, "\\x{%X}", (unsigned)c);
		code = compile(escaped, strlen(escaped));
		memset(found + first, 0, BLOCK);
		mark_matching(found, code, &text, match);
		for (unsigned i = 0; i < count; i++) {
			if (members[i] < first || members[i] >= first + BLOCK)
				continue;
			if (!found[members[i]])
				fail_msg("U+%X: not U+%X", (unsigned)c,
				    (unsigned)members[i]);
			found[members[i]] = false;
		}
		for (int32_t other = first; other < first + BLOCK; other++) {
			if (found[other])
				fail_msg("U+%X: U+%X, too", (unsigned)c,
				    (unsigned)other);
		}
		pcre2_code_free(code);
	}
	str_clear(&text);
}

/* A class of all that is known in a block; marks what it should match. */
static bool
make_class(struct str *out, bool *expected, int32_t first, bool is_trusted)
{
	bool has_any = false, is_in_range = false;

	str_add_char(out, '[');
	for (int32_t c = first; c <= first + BLOCK; c++) {
		int32_t members[FOLD_LIMIT];
		unsigned count = c < first + BLOCK && is_character(c) ?
		    fold_list(members, c, is_trusted) :
		    0;

		if (count > 0 && !is_in_range)
			str_add_format(out, "\\x{%X}", (unsigned)c);
		else if (count == 0 && is_in_range)
			str_add_format(out, "-\\x{%X}", (unsigned)c - 1);
		is_in_range = count > 0;
		has_any |= is_in_range;
		for (unsigned i = 0; i < count; i++)
			expected[members[i]] = true;
	}
	str_add_char(out, ']');
	return has_any;
}

static void
compare_outside(int32_t first, bool is_trusted, const struct str *all,
    pcre2_match_data *match)
{
	bool *expected = mem_alloc_array(END, sizeof *expected);
	bool *found = mem_alloc_array(END, sizeof *found);
	struct str text;

	str_init(&text, 0);
	if (make_class(&text, expected, first, is_trusted)) {
		pcre2_code *code = compile(text.data, text.len);

		pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
		mark_matching(found, code, all, match);
		pcre2_code_free(code);
	}
	for (int32_t c = 0; c < END; c++) {
		if (found[c] != expected[c])
			fail_msg("block of U+%X: U+%X", (unsigned)first,
			    (unsigned)c);
	}
	str_clear(&text);
	free(found);
	free(expected);
}

static void
compare_all(bool is_trusted)
{
	pcre2_match_data *match = pcre2_match_data_create(1, NULL);
	bool *found = mem_alloc_array(END, sizeof *found);
	struct str all;

	str_init(&all, 0);
	add_characters(&all, 0, END);
	for (int32_t first = 0; first < END; first += BLOCK) {
		bool has_any = false;
		int32_t members[FOLD_LIMIT];

		for (int32_t c = first; c < first + BLOCK; c++)
			has_any |= is_character(c) &&
			    fold_list(members, c, is_trusted) > 0;
		if (!has_any)
			continue;
		compare_within(first, is_trusted, found, match);
		compare_outside(first, is_trusted, &all, match);
	}
	str_clear(&all);
	free(found);
	pcre2_match_data_free(match);
}

static bool
is_version_known(void)
{
	char version[64] = "";

	return pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, NULL) <=
	    (int)sizeof version &&
	    pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, version) > 0 &&
	    strcmp(version, fold_unicode_version) == 0;
}

/* Where PCRE2 knows another Unicode, what ibid trusts then. */
static void
what_is_known_of_case_is_what_pcre2_matches(void **state)
{
	(void)state;
	compare_all(is_version_known());
}

static void
without_trust_only_ascii_has_case(void **state)
{
	int32_t members[FOLD_LIMIT];

	(void)state;
	assert_int_equal(fold_list(members, 'k', false), 3);
	assert_int_equal(fold_list(members, 'a', false), 2);
	assert_int_equal(fold_list(members, 0xE9, false), 0);
	assert_int_equal(fold_list(members, 0xE9, true), 2);
	assert_int_equal(fold_list(members, 0xD55C, false), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_known_of_case_is_what_pcre2_matches),
		cmocka_unit_test(without_trust_only_ascii_has_case),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
