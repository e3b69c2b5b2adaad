/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/clean.h"

static void
assert_clean(const char *text, unsigned flags, const char *expected)
{
	struct str out;

	str_init(&out, 0);
	clean_add(&out, text, strlen(text), flags);
	assert_string_equal(out.data, expected);
	str_clear(&out);
}

static void
what_a_terminal_would_obey_is_made_visible(void **state)
{
	static const struct {
		const char *text;
		const char *pipe;
		const char *terminal;
	} cases[] = {
		{ "plain text", "plain text", "plain text" },
		{ "a\tb\nc", "a\tb\nc", "a\tb\nc" },
		{ "\x1b[31mred", "<U+001B>[31mred", "<U+001B>[31mred" },
		{ "\xC2\x9B"
		  "31m",
		    "<U+009B>31m", "<U+009B>31m" },
		{ "a\x7F", "a<U+007F>", "a<U+007F>" },
		{ "a\rb", "a<U+000D>b", "a<U+000D>b" },
		{ "a\xFFz", "a\xEF\xBF\xBDz", "a\xEF\xBF\xBDz" },
		{ "user\xE2\x80\xAEtxt", "user\xE2\x80\xAEtxt",
		    "user<U+202E>txt" },
		{ "a\xE2\x80\x8B"
		  "b",
		    "a\xE2\x80\x8B"
		    "b",
		    "ab" },
		{ "\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9",
		    "\xC3\xA9t\xC3\xA9" },
		/* six marks on one letter, four of them shown */
		{ "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
		    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
		    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_clean(cases[i].text, 0, cases[i].pipe);
		assert_clean(cases[i].text, CLEAN_TERMINAL, cases[i].terminal);
	}
}

static void
a_line_stays_one_line(void **state)
{
	(void)state;
	assert_clean("a\tb\nc", CLEAN_ONE_LINE, "a b c");
	assert_clean("a\tb\nc\xE2\x80\x8B", CLEAN_TERMINAL | CLEAN_VISIBLE,
	    "a<U+0009>b<U+000A>c<U+200B>");
	assert_clean("e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
	    CLEAN_TERMINAL | CLEAN_VISIBLE,
	    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81<U+0301>");
}

static void
text_is_transliterated(void **state)
{
	static const struct {
		const char *text;
		const char *ascii;
	} cases[] = {
		{ "plain", "plain" },
		{ "caf\xC3\xA9", "cafe" },
		{ "cafe\xCC\x81", "cafe" },
		{ "\xE2\x80\x9Cso\xE2\x80\x9D \xE2\x80\x94 it\xE2\x80\x99s",
		    "\"so\" -- it's" },
		{ "Stra\xC3\x9F"
		  "e",
		    "Strasse" },
		{ "\xC5\x81\xC3\xB3"
		  "d\xC5\xBA",
		    "Lodz" },
		{ "10\xC2\xA0km\xC2\xB2", "10 km2" },
		{ "\xEF\xAC\x81ne", "fine" },
		{ "\xC2\xBD", "1/2" },
		{ "wait\xE2\x80\xA6", "wait..." },
		{ "\xE5\x8C\x97\xE6\x9C\x9D", "??" },
		{ "\xD7\xA9\xD6\xB8\xD7\x9C", "??" },
		{ "\xE2\x80\xAE"
		  "a",
		    "<U+202E>a" },
		{ "a\xFF", "a?" },
		{ "\x1b", "<U+001B>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_clean(cases[i].text, CLEAN_ASCII, cases[i].ascii);
}

/* The examples of the Revised Romanization of Korean, its section 3. */
static void
hangul_is_romanized_as_it_is_spoken(void **state)
{
	static const struct {
		const char *hangul;
		const char *roman;
	} cases[] = {
		{ "구미", "gumi" },
		{ "영동", "yeongdong" },
		{ "백암", "baegam" },
		{ "옥천", "okcheon" },
		{ "합덕", "hapdeok" },
		{ "호법", "hobeop" },
		{ "월곶", "wolgot" },
		{ "벚꽃", "beotkkot" },
		{ "한밭", "hanbat" },
		{ "구리", "guri" },
		{ "설악", "seorak" },
		{ "칠곡", "chilgok" },
		{ "임실", "imsil" },
		{ "울릉", "ulleung" },
		{ "대관령", "daegwallyeong" },
		{ "백마", "baengma" },
		{ "종로", "jongno" },
		{ "왕십리", "wangsimni" },
		{ "별내", "byeollae" },
		{ "신라", "silla" },
		{ "해돋이", "haedoji" },
		{ "같이", "gachi" },
		{ "좋고", "joko" },
		{ "놓다", "nota" },
		{ "잡혀", "japhyeo" },
		{ "묵호", "mukho" },
		{ "압구정", "apgujeong" },
		{ "독립문", "dongnimmun" },
		{ "조선 사람", "joseon saram" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_clean(cases[i].hangul, CLEAN_ASCII, cases[i].roman);
}

static void
what_is_clean_stays_as_it_is(void **state)
{
	static const unsigned flags[] = { 0, CLEAN_TERMINAL, CLEAN_ASCII,
		CLEAN_TERMINAL | CLEAN_ONE_LINE,
		CLEAN_TERMINAL | CLEAN_VISIBLE };
	static const char text[] =
	    "\x1b\x01 e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xE2\x80\x8D\xE2"
	    "\x80\xAE\xFF\xC2\x85 \xED\x95\x9C";

	(void)state;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		struct str once;

		str_init(&once, 0);
		clean_add(&once, text, sizeof text - 1, flags[i]);
		assert_clean(once.data, flags[i], once.data);
		str_clear(&once);
	}
}

static void
plain_text_is_told_from_other(void **state)
{
	static const char *const others[] = { "\t", "12345678\n", "\x7F",
		"1234567\x7F", "\xC3\xA9", "1234567890\x1b" };

	(void)state;
	assert_true(clean_is_plain("", 0));
	assert_true(clean_is_plain("from ' ' to '~', 0123", 21));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(clean_is_plain(others[i], strlen(others[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_terminal_would_obey_is_made_visible),
		cmocka_unit_test(a_line_stays_one_line),
		cmocka_unit_test(text_is_transliterated),
		cmocka_unit_test(hangul_is_romanized_as_it_is_spoken),
		cmocka_unit_test(what_is_clean_stays_as_it_is),
		cmocka_unit_test(plain_text_is_told_from_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
