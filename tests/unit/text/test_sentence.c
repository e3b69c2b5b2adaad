/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/sentence.h"

/*
 * In the texts below "|" stands where a sentence begins (but for the first)
 * and "^" where a citation mark does; both are taken out before the text is
 * split, and "|" is put in again where it was.
 */
struct marked_text {
	struct str text;
	uint32_t marks[16];
	size_t mark_count;
};

static void
read_text(struct marked_text *out, const char *from)
{
	*out = (struct marked_text){ 0 };
	str_init(&out->text, 0);
	for (; *from; from++) {
		if (*from == '^')
			out->marks[out->mark_count++] = (uint32_t)out->text.len;
		else if (*from != '|')
			str_add_char(&out->text, *from);
	}
}

static void
add_until(struct str *out, const struct marked_text *in, size_t *mark,
    size_t from, size_t to)
{
	for (; from < to; from++) {
		str_add_char(out, in->text.data[from]);
		while (*mark < in->mark_count && in->marks[*mark] == from + 1) {
			str_add_char(out, '^');
			++*mark;
		}
	}
}

static void
expect_split(const char *language, const char *expected)
{
	struct sentence_range *ranges;
	struct marked_text in;
	size_t count, from = 0, mark = 0;
	struct str out;

	read_text(&in, expected);
	str_init(&out, 0);
	count = sentence_split(&ranges, in.text.data, in.text.len, in.marks,
	    in.mark_count, language);
	for (size_t i = 0; i < count; i++) {
		add_until(&out, &in, &mark, from, ranges[i].at);
		if (i > 0)
			str_add_char(&out, '|');
		from = ranges[i].at;
	}
	add_until(&out, &in, &mark, from, in.text.len);
	assert_string_equal(out.data, expected);
	free(ranges);
	str_clear(&out);
	str_clear(&in.text);
}

static void
expect_all(const char *language, const char *const *texts)
{
	for (; *texts; texts++)
		expect_split(language, *texts);
}

static void
the_rules_of_unicode_hold(void **state)
{
	static const char *const texts[] = {
		/* SB3, SB4 */
		"a\r\n|b",
		"a\n|b",
		"a\u2028|b\u2029|c\xC2\x85|d",
		/* SB5 */
		"A.\u0301 |B",
		"a\u0301.\u00AD\u200D |B",
		"a\u0301.A\u0301",
		/* SB6, SB7 */
		"It costs 3.4 and .5.",
		"c.d",
		"He is from the U.S and U.N.O there",
		"Wrong.(|But so.)",
		/* SB8 */
		"the resp. leaders are",
		"etc.)\u2019 \u2018(the",
		"etc. 12 'of them",
		"etc.)\u2019 |\u2018(The",
		"etc. |\u5B83\u4EEC",
		/* SB8a */
		"No. , or so",
		"Inc., Ltd.; no: \"what?\", he",
		"Why?! |Never...! |So",
		"He left? - Yes",
		/* SB9 to SB11 */
		"She said \u201CSee spot run.\u201D  |John shook his head.",
		"(What?)  |[a",
		"So!\u00A0\u3000|Then.",
		"A. \n|b",
		NULL,
	};

	(void)state;
	expect_all(NULL, texts);
}

static void
a_question_or_exclamation_mark_ends_not_every_sentence(void **state)
{
	static const char *const texts[] = {
		"\u201CIs it?\u201D he asked. |\u201CIt is.\u201D",
		"He said \"stop!\" and left. |Then he came.",
		"Why? he asked. |\"Why?\" |He asked.",
		"See https://example.org/a.b?c=d&E=f. |So.",
		"See https://example.org/?A=1 or https://example.org/!B.",
		"The firm Yahoo! was named. |What?! |Nothing.",
		"Really? |(No.)",
		"Really?\n|no",
		"Really?^ |No.",
		/* Nothing of that holds for scripts without spaces. */
		"\u6211\uFF1F|A \u6211\uFF01|\u4ED6",
		"\u4EC0\u4E48?|\u4ED6",
		NULL,
	};

	(void)state;
	expect_all(NULL, texts);
	expect_all("en", texts);
}

static void
east_asian_full_stops_need_no_space(void **state)
{
	static const char *const texts[] = {
		"\u6211\u662F\u3002|\u4F60\u597D\uFF01|\u4ED6\uFF1F",
		"\u300C\u6211\u3002\u300D|\u4ED6\u3001\u6211\u3002",
		"\uD55C\uAD6D\uC5B4\uC785\uB2C8\uB2E4. "
		"|\uB610 3.5\uBA85\uC774\uB2E4.",
		"\u6211\uFF0E |\u4F60",
		"\u6211\u3002^|\u4F60\u3002^",
		NULL,
	};

	(void)state;
	expect_all("ko", texts);
	expect_all("zh", texts);
	expect_all("en", texts);
}

static void
english_abbreviations_and_initials_end_no_sentence(void **state)
{
	static const char *const texts[] = {
		"Mr. Pak and Mrs. Kim met Dr. Yi. |They left.",
		"The U.S. Department of State said so. |It did.",
		"J. Smith and K. J. Rowe wrote it. |It is long.",
		"See No. 4 and nos. 5, art. IV, vol. (2). |So.",
		"He said no. |Then he left.",
		"On Dec. 22 it rained. |It was in Dec. |Nobody came.",
		"St. John, i.e. Paul, e.g. Saul, cf. Peter v. Mary.",
		"It cost $1.2 billion. |It cost 3. |Four did not.",
		"Goods (etc.) came. |Coal, ore etc. |Then nothing.",
		"She went to the U.S.) |Then she left.",
		"A. B",
		"... |So it was... and then... |No.",
		"It is so\u2026 Yes.",
		"\"Stop!\" |He stopped. |\"Go.\" |\"No.\"",
		"Prof.",
		NULL,
	};

	(void)state;
	expect_all("en", texts);
	expect_all("en-GB", texts);
}

static void
a_mark_behind_a_full_stop_ends_a_sentence(void **state)
{
	static const char *const texts[] = {
		"They came from the U.S.^ |The others did not.^",
		"They met Dr.^ |Yi.",
		"It was etc.^ and so on.",
		"It was 2004.^ |12 people came. 13 people left.",
		"He said \"the U.S.\"^ |\"No.\"^",
		"He said \"the U.S.^\" |Then so.",
		"It was so.^^ |(the other was not)",
		"It was so.^ |- yes",
		"of 1.^5 and A.^B",
		"It^. |Then^ not. ^so",
		NULL,
	};

	(void)state;
	expect_all("en", texts);
}

static void
other_languages_have_their_own(void **state)
{
	static const char *const german[] = {
		"Am 3. Oktober 1990 kam er. |Im Jahr 1990. |Dann ging er.",
		"Das ist z. B. Nordkorea, d. h. die DVRK, bzw. Korea.",
		"Er war in Nr. 105. |Dieser Art. |So.",
		"Dr. Kim zahlte 5 Mio. Won. |Ende.",
		NULL,
	};
	static const char *const french[] = {
		"M. Dupont et Mme. Roy, c.-\u00E0-d. Paris, art. 5. |Fin.",
		"\u00AB Quoi ?\u00A0\u00BB |Oui, en r\u00E9f. Paris.",
		"En 300 av. J.-C. Rome \u00E9tait petite.",
		NULL,
	};
	static const char *const spanish[] = {
		"El Sr. P\u00E9rez de EE. UU. dijo p\u00E1g. 5. |Fin.",
		"\u00BFQu\u00E9? |Nada, p. ej. Corea. |\u00A1No!",
		NULL,
	};

	(void)state;
	expect_all("de-AT", german);
	expect_all("fr", french);
	expect_all("es-MX", spanish);
}

static void
an_unknown_language_has_the_rules_alone(void **state)
{
	(void)state;
	expect_split("ko", "Mr. |Pak came. |No. |He left.");
	expect_split("eng", "Mr. |Pak came.");
	expect_split("", "Mr. |Pak came.");
	expect_split(NULL, "Mr. |Pak came.");
}

static void
white_space_is_in_no_sentence(void **state)
{
	static const char text[] = " \n\u00A0 Aa.  \u3000 Bb.\n \t ";
	struct sentence_range *ranges;
	size_t count;

	(void)state;
	count = sentence_split(&ranges, text, strlen(text), NULL, 0, "en");
	assert_int_equal(count, 2);
	assert_int_equal(ranges[0].at, 5);
	assert_int_equal(ranges[0].len, 3);
	assert_int_equal(ranges[1].len, 3);
	free(ranges);
	assert_int_equal(sentence_split(&ranges, " \n ", 3, NULL, 0, "en"), 0);
	free(ranges);
	assert_int_equal(sentence_split(&ranges, "", 0, NULL, 0, "en"), 0);
	free(ranges);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rules_of_unicode_hold),
		cmocka_unit_test(
		    a_question_or_exclamation_mark_ends_not_every_sentence),
		cmocka_unit_test(east_asian_full_stops_need_no_space),
		cmocka_unit_test(
		    english_abbreviations_and_initials_end_no_sentence),
		cmocka_unit_test(a_mark_behind_a_full_stop_ends_a_sentence),
		cmocka_unit_test(other_languages_have_their_own),
		cmocka_unit_test(an_unknown_language_has_the_rules_alone),
		cmocka_unit_test(white_space_is_in_no_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
