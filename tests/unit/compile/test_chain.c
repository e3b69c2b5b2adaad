/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "base/str.h"
#include "compile/chain.h"

/* A chain in one line: role, who, flags, then label=value. */
static void
describe_step(struct str *out, const struct step *step)
{
	static const char roles[] = " @>~!";
	static const char *const seen[] = { "no", "part", "yes" };

	str_add_format(out, "%c%s%s/%s%s", roles[step->role],
	    step->key ? step->key : "'", step->text ? step->text : "",
	    seen[step->seen], step->is_carried ? "+" : "");
	if (step->locator_value)
		str_add_format(out, "(%s=%s)", step->locator_label,
		    step->locator_value);
}

static void
describe(struct str *out, const struct chain_group *group)
{
	if (group->error)
		str_add_format(out, "%s at %zu", group->error,
		    group->error_at - group->at);
	for (uint32_t i = 0; i < group->chain_count; i++) {
		const struct chain *chain = &group->chains[i];

		str_add_text(out, i > 0 ? "; " : "");
		for (uint32_t j = 0; j < chain->step_count; j++) {
			str_add_text(out, j > 0 ? " " : "");
			describe_step(out, &chain->steps[j]);
		}
	}
}

static void
expect(const char *text, const char *expected)
{
	struct arena arena = { 0 };
	struct chain_group group;
	struct str said;

	str_init(&said, 0);
	if (chain_parse(&group, text, strlen(text), 0, &arena))
		describe(&said, &group);
	else
		str_add_text(&said, "none");
	assert_string_equal(said.data, expected);
	str_clear(&said);
	arena_clear(&arena);
}

static void
a_citation_is_read_in_its_parts(void **state)
{
	static const struct {
		const char *text, *expected;
	} rows[] = {
		{ "[@a]", "@a/yes" },
		{ "[@a;@b]", "@a/yes; @b/yes" },
		{ "[ @a]", "none" },
		{ "[@wikipedia-nk, sec. Workers abroad <- @us-dos carried]",
		    "@wikipedia-nk/yes(section=Workers abroad) "
		    ">us-dos/no+" },
		{ "[@a <- @b <- !\"a North Korean woman\"]",
		    "@a/yes >b/no !'a North Korean woman/no" },
		{ "[@a part <- ~@b seen, p. 3 <- !@c unseen]",
		    "@a/part ~b/yes(page=3) !c/no" },
		{ "[@a<-@b]", "@a/yes >b/no" },
		{ "[@a.b:c#d$e%f&g-h+i?j<k>l/m_n]",
		    "@a.b:c#d$e%f&g-h+i?j<k>l/m_n/yes" },
		{ "[@{any key, ~ <- ]}]", "@any key, ~ <- ]/yes" },
		{ "[@\u00E9t\u00E9]", "@\u00E9t\u00E9/yes" },
		{ "[@a <- \"\\\"x\\\" \\\\ \\y\"]",
		    "@a/yes >'\"x\" \\ \\y/no" },
		{ "[@a  \t;\n @b\n]", "@a/yes; @b/yes" },
		{ "[@a, sec. two\n > > words\n>, three]",
		    "@a/yes(section=two words , three)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(rows[i].text, rows[i].expected);
}

static void
a_locator_is_split_where_its_label_is_known(void **state)
{
	static const struct {
		const char *text, *expected;
	} rows[] = {
		{ "[@a, p. 12]", "@a/yes(page=12)" },
		{ "[@a,p.12]", "@a/yes(page=12)" },
		{ "[@a, pp. 3, 5\u20137]", "@a/yes(page=3, 5\u20137)" },
		{ "[@a, \u00A7"
		  "5]",
		    "@a/yes(section=5)" },
		{ "[@a, page12]", "@a/yes(=page12)" },
		{ "[@a, under \"Pay\" there]", "@a/yes(=under \"Pay\" there)" },
		{ "[@a, sec. \"A; B] <- C\"]", "@a/yes(section=A; B] <- C)" },
		{ "[@a, \"p. 3\"]", "@a/yes(=p. 3)" },
		{ "[@a, no. 4 <- @b, para. 2]",
		    "@a/yes(issue=4) >b/no(paragraph=2)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(rows[i].text, rows[i].expected);
}

static void
what_is_wrong_is_said_at_its_place(void **state)
{
	static const char first[] =
	    "a chain begins with @ and the document that was read at ";
	static const struct {
		const char *text, *message;
		int at;
	} rows[] = {
		{ "[@]", "expected a key after @ at ", 2 },
		{ "[@ a]", "expected a key after @ at ", 2 },
		{ "[@a; @ b]", "expected a key after @ at ", 6 },
		{ "[@{}]", "expected a key after @{ at ", 3 },
		{ "[@{a]", "expected } behind the key at ", 2 },
		{ "[@a", "citation is not closed at ", 0 },
		{ "[@a,", "citation is not closed at ", 0 },
		{ "[@a <-", "citation is not closed at ", 0 },
		{ "[@a, p. 3\n\nb]", "citation is not closed at ", 0 },
		{ "[@a\n>\n> b]", "citation is not closed at ", 0 },
		{ "[@a, p. 3 and [@b]", "citation is not closed at ", 0 },
		{ "[@a, [b]]", "a locator that holds [ has to be quoted at ",
		    5 },
		{ "[@a, ]", "locator is empty at ", 5 },
		{ "[@a, sec. ; @b]", "locator is empty at ", 5 },
		{ "[@a, \" \"]", "locator is empty at ", 5 },
		{ "[@a, \"b]", "quotation mark is not closed at ", 5 },
		{ "[@a <- \"\"]", "text is empty at ", 8 },
		{ "[~@a]", first, 1 },
		{ "[!@a]", first, 1 },
		{ "[@a; \"b\"]", first, 5 },
		{ "[@a; ]", first, 5 },
		{ "[@a <- ]",
		    "expected @ and a key, or text in quotation marks at ", 7 },
		{ "[@a foo]",
		    "expected seen, unseen, part or carried, or a comma "
		    "before a locator at ",
		    4 },
		{ "[@a carried]",
		    "the document that was read is not carried at ", 4 },
		{ "[@a seen part]",
		    "only one of seen, unseen and part can be said at ", 9 },
		{ "[@a <- @b, p. 3 carried]",
		    "a flag stands before the comma (quote a locator that "
		    "ends with such a word) at ",
		    14 },
		{ "[@a--b]", "expected a comma, \";\", \"<-\" or \"]\" at ",
		    3 },
		{ "[@a, \"b\" c]",
		    "expected a comma, \";\", \"<-\" or \"]\" at ", 9 },
	};
	struct str expected;

	(void)state;
	str_init(&expected, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		str_reset(&expected);
		str_add_format(&expected, "%s%d", rows[i].message, rows[i].at);
		expect(rows[i].text, expected.data);
	}
	str_clear(&expected);
}

static void
an_odd_number_of_backslashes_escapes(void **state)
{
	struct chain_group *groups;
	struct arena arena = { 0 };
	const char *text = "\\[@a] \\\\[@b] \\\\\\[@c] [@d]";
	size_t count;

	(void)state;
	count = chain_find_all(&groups, text, strlen(text), &arena);
	assert_int_equal(count, 2);
	assert_int_equal(groups[0].at, 8);
	assert_string_equal(groups[0].chains[0].steps[0].key, "b");
	assert_string_equal(groups[1].chains[0].steps[0].key, "d");
	arena_clear(&arena);
}

static void
places_of_chains_and_steps_are_kept(void **state)
{
	const char *text = "x [@a , p. 1 <- !@b ;\n> @c]y";
	struct chain_group *groups;
	struct arena arena = { 0 };
	const struct chain *chains;
	size_t count;

	(void)state;
	count = chain_find_all(&groups, text, strlen(text), &arena);
	assert_int_equal(count, 1);
	chains = groups[0].chains;
	assert_int_equal(groups[0].at, 2);
	assert_int_equal(groups[0].len, strlen(text) - 3);
	assert_int_equal(groups[0].chain_count, 2);
	assert_int_equal(chains[0].at, 3);
	assert_int_equal(chains[0].len, strlen("@a , p. 1 <- !@b"));
	assert_int_equal(chains[0].step_at[1], 16);
	assert_int_equal(chains[1].at, 24);
	assert_int_equal(chains[1].len, 2);
	arena_clear(&arena);
}

static void
one_that_is_not_closed_swallows_no_other(void **state)
{
	const char *text = "[@a, p. 1 [@b] [@c, \"d [@e]\n\n[@f [@g]";
	static const struct {
		size_t at;
		bool is_good;
	} expected[] = { { 0, false }, { 10, true }, { 15, false },
		{ 23, true }, { 29, false }, { 33, true } };
	struct chain_group *groups;
	struct arena arena = { 0 };
	size_t count;

	(void)state;
	count = chain_find_all(&groups, text, strlen(text), &arena);
	assert_int_equal(count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(groups[i].at, expected[i].at);
		assert_int_equal(!groups[i].error, expected[i].is_good);
	}
	arena_clear(&arena);
}

static bool
is_equal(const struct chain *a, const struct chain *b)
{
	struct str text_a, text_b;
	bool is_same;

	str_init(&text_a, 0);
	str_init(&text_b, 0);
	chain_add_canonical(&text_a, a);
	chain_add_canonical(&text_b, b);
	is_same = text_a.len == text_b.len &&
	    memcmp(text_a.data, text_b.data, text_a.len) == 0;
	str_clear(&text_a);
	str_clear(&text_b);
	return is_same;
}

static void
equal_chains_say_the_same_in_other_words(void **state)
{
	static const struct {
		const char *text;
		bool is_equal;
	} rows[] = {
		{ "[@a, p. 3 <- @b; @{a},page 3\n<- @b unseen]", true },
		{ "[@a; @a seen]", true },
		{ "[@a; @b]", false },
		{ "[@a; @a <- @b]", false },
		{ "[@a; @a part]", false },
		{ "[@a, p. 3; @a, p. 4]", false },
		{ "[@a, p. 3; @a]", false },
		{ "[@a, p. 3; @a, \"p. 3\"]", false },
		{ "[@a <- @b; @a <- \"b\"]", false },
		{ "[@a <- @b; @a <- ~@b]", false },
		{ "[@a <- @b; @a <- @b carried]", false },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct chain_group group;

		assert_true(chain_parse(&group, rows[i].text,
		    strlen(rows[i].text), 0, &arena));
		assert_int_equal(group.chain_count, 2);
		assert_int_equal(is_equal(&group.chains[0], &group.chains[1]),
		    rows[i].is_equal);
	}
	arena_clear(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_citation_is_read_in_its_parts),
		cmocka_unit_test(a_locator_is_split_where_its_label_is_known),
		cmocka_unit_test(what_is_wrong_is_said_at_its_place),
		cmocka_unit_test(an_odd_number_of_backslashes_escapes),
		cmocka_unit_test(places_of_chains_and_steps_are_kept),
		cmocka_unit_test(one_that_is_not_closed_swallows_no_other),
		cmocka_unit_test(equal_chains_say_the_same_in_other_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
