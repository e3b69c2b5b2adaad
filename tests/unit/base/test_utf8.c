/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/utf8.h"

static void
ill_formed_bytes_are_found_where_they_begin(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} cases[] = {
		{ "plain", 5 },
		{ "caf\xC3\xA9", 5 },
		{ "a\x80z", 1 },
		{ "ab\xC3", 2 },
		{ "\xC0\xAF", 0 },         /* overlong */
		{ "x\xED\xA0\x80", 1 },    /* surrogate */
		{ "\xF4\x90\x80\x80", 0 }, /* beyond U+10FFFF */
		{ "\xEF\xBF\xBD", 3 },     /* U+FFFD itself is fine */
		{ "\xE2\x82", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(utf8_find_invalid(cases[i].text,
				     strlen(cases[i].text)),
		    cases[i].at);
}

static void
an_ill_formed_sequence_is_passed_over_by_its_maximal_subpart(void **state)
{
	const char text[] = "\xE2\x82z";
	int32_t c;

	(void)state;
	assert_int_equal(utf8_decode(&c, text, text + 3), 2);
	assert_int_equal(c, 0xFFFD);
	assert_int_equal(utf8_decode(&c, text + 2, text + 3), 1);
	assert_int_equal(c, 'z');
}

static void
columns_are_counted_by_cluster(void **state)
{
	static const struct {
		const char *text;
		size_t cols;
	} cases[] = {
		{ "", 0 },
		{ "ibid", 4 },
		{ "\xED\x95\x9C\xEA\xB5\xAD", 4 }, /* Hangul */
		{ "e\xCC\x81", 1 },                /* e + acute */
		{ "cafe\xCC\x81s", 5 },
		{ "\xE2\x80\xAE", 1 }, /* RLO, made visible */
		{ "\u0301", 1 },       /* a mark alone, replaced */
		{ "\u0301\u0301x", 2 },
		{ "x\n\u0301", 3 },
		{ "\uFE0F", 1 },
		{ "\u2764\uFE0F", 2 }, /* a picture */
		{ "\u200D", 1 },
		{ "\u115F\u1100", 1 }, /* begins with what is not seen */
		{ "\x1b[1m", 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(utf8_width_cols(cases[i].text,
				     strlen(cases[i].text)),
		    cases[i].cols);
}

static void
folding_strips_marks_and_maps_back(void **state)
{
	struct str folded, map;

	(void)state;
	str_init(&folded, 0);
	str_init(&map, 0);
	assert_false(utf8_fold(&folded, &map, "plain", 5));
	assert_int_equal(folded.len, 0);
	assert_true(utf8_fold(&folded, &map, "caf\xC3\xA9 cr\xC3\xA8me", 12));
	assert_string_equal(folded.data, "cafe creme");
	assert_int_equal(map.len, 6);
	assert_memory_equal(map.data, "\3\1\2\3\1\2", 6);
	str_clear(&folded);
	str_clear(&map);
}

static void
hangul_is_not_folded(void **state)
{
	struct str folded, map;

	(void)state;
	str_init(&folded, 0);
	str_init(&map, 0);
	assert_false(utf8_fold(&folded, &map, "\xED\x95\x9C\xEA\xB5\xAD", 6));
	assert_int_equal(folded.len, 0);
	str_clear(&folded);
	str_clear(&map);
}

static void
composed_text_is_nfc_and_decomposed_text_is_made_so(void **state)
{
	struct str out;

	(void)state;
	str_init(&out, 0);
	assert_true(utf8_is_nfc("caf\xC3\xA9", 5));
	assert_false(utf8_is_nfc("cafe\xCC\x81", 6));
	assert_false(utf8_is_nfc("\xFF", 1));
	utf8_add_nfc(&out, "cafe\xCC\x81", 6);
	assert_string_equal(out.data, "caf\xC3\xA9");
	str_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ill_formed_bytes_are_found_where_they_begin),
		cmocka_unit_test(
		    an_ill_formed_sequence_is_passed_over_by_its_maximal_subpart),
		cmocka_unit_test(columns_are_counted_by_cluster),
		cmocka_unit_test(folding_strips_marks_and_maps_back),
		cmocka_unit_test(hangul_is_not_folded),
		cmocka_unit_test(
		    composed_text_is_nfc_and_decomposed_text_is_made_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
