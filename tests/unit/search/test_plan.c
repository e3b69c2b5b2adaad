/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "search/pattern.h"
#include "search/pattern_private.h"
#include "search/plan.h"
#include "search/plan_private.h"

enum { SMART = 0, WORD = 1, LITERAL = 2, CASEFUL = 4 };

static struct pattern *
make(const char *text, unsigned how)
{
	struct pattern_options options = { .is_word = how & WORD,
		.is_literal = how & LITERAL,
		.letters = how & CASEFUL ? PATTERN_CASEFUL : PATTERN_SMART };
	struct pattern *p;
	struct error err;
	size_t at;

	if (pattern_new(&p, text, strlen(text), &options, &at, &err))
		fail_msg("%s: %s", text, err.message);
	return p;
}

static void
add_set(char *out, size_t size, const uint64_t set[4])
{
	for (unsigned i = 0; i < 256; i++) {
		size_t len = strlen(out);
		unsigned first = i;

		while (i < 256 && set[i / 64] >> i % 64 & 1)
			i++;
		if (i == first)
			continue;
		snprintf(out + len, size - len, "%s%02X", len ? " " : "",
		    first);
		len = strlen(out);
		if (i - first > 1)
			snprintf(out + len, size - len, "-%02X", i - 1);
	}
}

/* "=" for a whole plan, "i" without case, then literals; or sets of bytes. */
static void
describe(char *out, size_t size, const struct plan *plan)
{
	snprintf(out, size, "%s%s", plan->is_whole ? "=" : "",
	    plan->is_caseless ? "i" : "");
	for (unsigned i = 0; i < plan->literal_count; i++)
		snprintf(out + strlen(out), size - strlen(out), " %.*s",
		    (int)plan->literals[i].len, plan->literals[i].bytes);
	for (unsigned i = 0; i < plan->set_count; i++) {
		char set[512] = "";

		add_set(set, sizeof set, plan->sets[i]);
		snprintf(out + strlen(out), size - strlen(out), " [%s]", set);
	}
}

struct plan_case {
	const char *pattern;
	unsigned how;
	const char *plan; /* "": nothing */
};

static void
expect(const struct plan_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct pattern *p = make(cases[i].pattern, cases[i].how);
		char found[4096];

		describe(found, sizeof found, pattern_get_any_plan(p));
		if (strcmp(found, cases[i].plan) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", cases[i].pattern,
			    found, cases[i].plan);
		pattern_free(p);
	}
}

#define EXPECT(cases) expect(cases, sizeof cases / sizeof *cases)

static void
a_literal_is_the_whole_plan(void **state)
{
	static const struct plan_case cases[] = {
		{ "quarantine", SMART, "=i quarantine" },
		{ "Debian Policy", SMART, "= Debian Policy" },
		{ "a.c", LITERAL, "=i a.c" },
		{ "c++", LITERAL, "=i c++" },
		{ "North Korea(n|ns)?", SMART, "= North Korea" },
		{ "gr[ae]y", SMART, "=i gray grey" },
		{ "(?:a|b)c", SMART, "=i ac bc" },
		{ "(\\x{6e}\\x6f)\\.", SMART, "=i no." },
		{ "ab{3}", SMART, "=i abbb" },
		{ "a{0}bc", SMART, "=i bc" },
		{ "(?:abc){0}de", SMART, "=i de" },
		{ "x?yz", SMART, "=i yz" },
		{ "{x}", SMART, "=i {x}" },
		{ "art", WORD, "i art" },
		{ "art", WORD | LITERAL, "i art" },
	};

	(void)state;
	EXPECT(cases);
}

static void
characters_that_fold_oddly_have_all_their_forms(void **state)
{
	static const struct plan_case cases[] = {
		{ "kernel", SMART,
		    "=i kernel \xE2\x84\xAA"
		    "ernel" },
		{ "kernel", CASEFUL, "= kernel" },
		{ "\xC3\xA9", SMART, "= \xC3\x89 \xC3\xA9" },
		{ "\xCF\x83", SMART, "= \xCE\xA3 \xCF\x82 \xCF\x83" },
		{ "\xC3\x9F", SMART, "= \xC3\x9F \xE1\xBA\x9E" },
		{ "\xC3\xA5", SMART, "= \xC3\x85 \xC3\xA5 \xE2\x84\xAB" },
		{ "\xC4\xB1", CASEFUL, "= \xC4\xB1" },
		{ "\xED\x95\x9C\xEA\xB5\xAD", SMART,
		    "= \xED\x95\x9C\xEA\xB5\xAD" },
		/* Too many forms: the rest of the word. */
		{ "deadlock|livelock|starvation|semaphore|spinlock", SMART,
		    "i deadloc liveloc tarvation emaphore pinloc" },
		{ "Kim (?i:Jong)", SMART, "i kim jong" },
		{ "(?i)Kim", SMART, "=i kim \xE2\x84\xAAim" },
		{ "a(?i)b|c", CASEFUL, "i ab c" },
	};

	(void)state;
	EXPECT(cases);
}

static void
the_rarest_that_must_be_there_is_chosen(void **state)
{
	static const struct plan_case cases[] = {
		{ "memory\\s+(leak|corruption)", SMART, "i memory" },
		{ "traffick(?:ing)\\w+", SMART,
		    "i trafficking traffic\xE2\x84\xAAing" },
		{ "(?=memory)m", SMART, "i memory" },
		{ "(?<=memory) \\d", SMART, "i memory" },
		{ "^The .* of$", SMART, " The " },
		{ "[^x]+@\\w+\\.(?:com|org)", SMART, "i .com .org" },
		{ "(?>photo|graph)y", SMART, "i photoy graphy" },
		{ "(?:photo)++", SMART, "i photo" },
		{ "(photo)\\1", SMART, "i photo" },
		{ "photo(?!n)", SMART, "i photo" },
		{ "a*b*", SMART, "" },
		{ "(photo)?", SMART, "" },
		{ "photo|", SMART, "" },
		{ "(?!photo)", SMART, "" },
		{ "", SMART, "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
classes_are_looked_for_by_their_bytes(void **state)
{
	static const struct plan_case cases[] = {
		{ "[0-4]", SMART, " [30-34 F0-F4]" },
		{ "[0-4]{2}x*", SMART, " [30-34 F0-F4] [30-34 80-BF F0-F4]" },
	};

	struct pattern *p = make("a", SMART);
	bool is_fast = p->is_fast;

	(void)state;
	pattern_free(p);
	/* Without machine code PCRE2 is asked about ASCII alone. */
	if (is_fast)
		EXPECT(cases);
}

/* What a reader that guesses would get wrong. */
static void
what_is_not_known_without_doubt_is_given_up(void **state)
{
	static const char *const patterns[] = { "abc(*ACCEPT)def", "(*UTF)abc",
		"abc(?#x)?", "(?x)a b c", "(?xi)abc", "(?^)abc",
		"(?(?=a)abc|def)", "(?(DEFINE)abc)", "(?R)?abc", "(abc)(?1)?",
		"(?<n>abc)(?&n)?", "(?<n>abc)(?P>n)?", "abc(?C1)d",
		"\\Qabc\\E+", "abc\\E?", "abc\\101", "abc\\012", "abc\\o{101}",
		"abc\\N{U+41}", "(abc)\\g1", "(abc)\\g{1}", "(?<n>abc)\\k<n>",
		"abc\\cA", "abc{,3}", "abc{ 3 }", "abc{3,x}", "abc[[:<:]]",
		"abc[a\\Qb]\\E]", "abc\\x4", "(*pla:abc)a", "(*sr:abc)" };

	(void)state;
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		struct pattern *p = make(patterns[i], CASEFUL);

		if (pattern_get_any_plan(p)->kind != PLAN_NOTHING)
			fail_msg("%s has a plan", patterns[i]);
		pattern_free(p);
	}
}

static void
a_plan_that_most_text_passes_is_not_handed_out(void **state)
{
	struct pattern *p = make("a.+", SMART);

	(void)state;
	assert_int_equal(pattern_get_any_plan(p)->kind, PLAN_LITERALS);
	assert_int_equal(pattern_get_plan(p)->kind, PLAN_NOTHING);
	pattern_free(p);
	p = make("e", SMART); /* whole: PCRE2 need not be asked */
	assert_int_equal(pattern_get_plan(p)->kind, PLAN_LITERALS);
	pattern_free(p);
}

static void
the_longest_pattern_is_read_or_given_up(void **state)
{
	static const char *const pieces[] = { "a", "(a)", "[ab]", "a|", "a*",
		"\\d", "(?:k|s)", "k", "\xC3\xA9", "[^a]", ".", "a?" };
	char text[PATTERN_LIMIT_BYTES + 1];

	(void)state;
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t len = strlen(pieces[i]), at = 0;
		struct pattern *p;

		for (; at + len < sizeof text; at += len)
			memcpy(text + at, pieces[i], len);
		text[at] = '\0';
		p = make(text, SMART);
		(void)pattern_get_plan(p);
		pattern_free(p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_literal_is_the_whole_plan),
		cmocka_unit_test(
		    characters_that_fold_oddly_have_all_their_forms),
		cmocka_unit_test(the_rarest_that_must_be_there_is_chosen),
		cmocka_unit_test(classes_are_looked_for_by_their_bytes),
		cmocka_unit_test(what_is_not_known_without_doubt_is_given_up),
		cmocka_unit_test(
		    a_plan_that_most_text_passes_is_not_handed_out),
		cmocka_unit_test(the_longest_pattern_is_read_or_given_up),
	};

	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
