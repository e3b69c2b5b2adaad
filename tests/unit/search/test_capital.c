/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "search/capital.h"

static void
a_capital_counts_where_it_stands_for_itself(void **state)
{
	static const struct {
		const char *pattern;
		bool is_meant;
	} cases[] = {
		{ "", false },
		{ "kim", false },
		{ "Kim", true },
		{ "kiM", true },
		{ "\xC3\x89tat", true },
		{ "\xC3\xA9tat", false },
		{ "\\S+", false },
		{ "\\W\\D\\H\\V\\N\\R\\X\\B\\A\\Z\\G\\K", false },
		{ "\\SK", true },
		{ "\\pL", false },
		{ "\\p{Lu}", false },
		{ "\\P{Hangul}x", false },
		{ "\\p{Lu}X", true },
		{ "\\x4B", false },
		{ "\\x{4B}", false },
		{ "\\N{U+4B}", false },
		{ "\\cA", false },
		{ "\\cAB", true },
		{ "\\Qa.b\\E", false },
		{ "\\Qa.B\\E", true },
		{ "\\Qab", false },
		{ "(?<Name>a)", false },
		{ "(?P<Name>a)\\k<Name>", false },
		{ "(?P=Name)", false },
		{ "(?&Name)", false },
		{ "(?'Name'a)\\g{Name}", false },
		{ "(?<Name>A)", true },
		{ "(?<=Kim)", true },
		{ "(?<!kim)", false },
		{ "(?i)kim", false },
		{ "(?U)a+", false },
		{ "(?J:a)", false },
		{ "(?s:K)", true },
		{ "(?#A comment)a", false },
		{ "(*COMMIT)a", false },
		{ "(*MARK:Name)a", false },
		{ "(*pla:Kim)", true },
		{ "(*pla:kim)", false },
		{ "(?(DEFINE)a)", false },
		{ "(?(<Name>)a|b)", false },
		{ "(?(<Name>)A|b)", true },
		{ "[a-z]", false },
		{ "[A-Z]", true },
		{ "[[:upper:]]", false },
		{ "[[:^alpha:]A]", true },
		{ "[:A]", true },
		{ "a\\", false },
		{ "(", false },
		{ "[", false },
		{ "\\p{", false },
		{ "\\x", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *p = cases[i].pattern;

		if (capital_is_meant(p, strlen(p)) != cases[i].is_meant)
			fail_msg("%s: not %s", p,
			    cases[i].is_meant ? "meant" : "passed over");
	}
}

static void
a_text_has_a_capital_or_has_none(void **state)
{
	(void)state;
	assert_true(capital_is_there("\\S", 2));
	assert_true(capital_is_there("a\xC7\x85", 3)); /* title case */
	assert_false(capital_is_there("\\s \xED\x95\x9C", 6));
	assert_false(capital_is_there("", 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_capital_counts_where_it_stands_for_itself),
		cmocka_unit_test(a_text_has_a_capital_or_has_none),
	};

	return cmocka_run_group_tests_name("capital", tests, NULL, NULL);
}
