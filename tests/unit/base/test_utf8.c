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

/* Character by character, what each becomes by itself. */
static void
expect_unfolded(const char *text)
{
	const char *end = text + strlen(text);
	struct str folded, map, part, unused;
	size_t at = 0;

	str_init(&folded, 0);
	str_init(&map, 0);
	str_init(&part, 0);
	str_init(&unused, 0);
	assert_true(utf8_fold(&folded, &map, text, strlen(text)));
	for (const char *p = text; p < end;) {
		int32_t c;
		size_t len = utf8_decode(&c, p, end), to = (size_t)(p - text);
		bool is_other;

		str_reset(&part);
		str_reset(&unused);
		is_other = utf8_fold(&part, &unused, p, len);
		if (!is_other)
			str_add(&part, p, len);
		for (size_t i = 0; i < part.len; i++) {
			size_t from = to + (is_other ? 0 : i);
			size_t behind = i == 0 ? to :
			    is_other           ? to + len :
						 to + i;

			assert_int_equal(utf8_unfold(map.data, map.len, at + i,
					     false),
			    from);
			assert_int_equal(utf8_unfold(map.data, map.len, at + i,
					     true),
			    behind);
		}
		at += part.len;
		p += len;
	}
	assert_int_equal(at, folded.len);
	assert_int_equal(utf8_unfold(map.data, map.len, at, true),
	    strlen(text));
	str_clear(&folded);
	str_clear(&map);
	str_clear(&part);
	str_clear(&unused);
}

static void
a_place_in_folded_text_has_one_in_the_text(void **state)
{
	(void)state;
	expect_unfolded("caf\xC3\xA9");
	expect_unfolded("\xC3\xA9\xC3\xA8x\xC3\xA9");
	expect_unfolded("Dvo\xC5\x99\xC3\xA1k, \xED\x95\x9C \xE1\xBB\x87");
	expect_unfolded("x\xCC\xB3\xCC\xB3y");
	expect_unfolded("\xE2\x84\xAA\xC7\xB0");
	for (unsigned i = 0; i < 4096; i++) {
		char map[6];

		for (unsigned j = 0; j < sizeof map; j++)
			map[j] = (char)(i * 2654435761u >> j * 4);
		for (size_t len = 0; len <= sizeof map; len++)
			assert_true(
			    utf8_unfold(map, len, 0, false) < SIZE_MAX / 2);
	}
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
		cmocka_unit_test(a_place_in_folded_text_has_one_in_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
