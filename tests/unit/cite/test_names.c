/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "unit.h"

#include "small_style.h"

#define NAME(...)           \
	{                   \
		__VA_ARGS__ \
	}

static const struct csl_name ann = { .family = "Baker", .given = "Ann Mary" };
static const struct csl_name names_of_five[] = {
	{ .family = "Baker", .given = "Ann Mary" },
	{ .family = "Cole", .given = "Jean-Luc" },
	{ .family = "Dorn", .given = "Eva" },
	{ .family = "Elm", .given = "Fay" },
	{ .family = "Ford", .given = "Guy" },
};

struct names_case {
	const char *name; /* what cs:name says */
	struct csl_name person;
	const char *expected;
};

static void
one_name_is_set_as_the_style_says(void **state)
{
	static const struct names_case cases[] = {
		{ "", NAME(.family = "Baker", .given = "Ann Mary"),
		    "Ann Mary Baker" },
		{ "form='short'", NAME(.family = "Baker", .given = "Ann"),
		    "Baker" },
		{ "name-as-sort-order='all'",
		    NAME(.family = "Baker", .given = "Ann"), "Baker, Ann" },
		{ "name-as-sort-order='all' sort-separator=' '",
		    NAME(.family = "Baker", .given = "Ann"), "Baker Ann" },
		{ "initialize-with='. '",
		    NAME(.family = "Baker", .given = "Ann Mary"),
		    "A. M. Baker" },
		{ "initialize-with='.'",
		    NAME(.family = "Baker", .given = "Ann Mary"),
		    "A.M. Baker" },
		{ "initialize-with='.'",
		    NAME(.family = "Cole", .given = "Jean-Luc"), "J.-L. Cole" },
		{ "initialize-with='.'",
		    NAME(.family = "Kim", .given = "Jeong-hyun"), "J. Kim" },
		{ "initialize-with='.' initialize='false'",
		    NAME(.family = "Kim", .given = "Jeong-hyun B"),
		    "Jeong-hyun B. Kim" },
		{ "initialize-with=''",
		    NAME(.family = "Baker", .given = "A.M."), "AM Baker" },
		{ "", NAME(.family = "황", .given = "장엽"), "황장엽" },
		{ "initialize-with='.' name-as-sort-order='all'",
		    NAME(.family = "황", .given = "장엽"), "황장엽" },
		{ "",
		    NAME(.family = "Ri", .given = "Song-il",
			.static_ordering = true),
		    "Ri Song-il" },
		{ "initialize-with='.' name-as-sort-order='all'",
		    NAME(.literal = "Office, to Monitor"),
		    "Office, to Monitor" },
		{ "name-as-sort-order='all'",
		    NAME(.family = "Nye", .given = "Joseph", .suffix = "Jr."),
		    "Nye, Joseph, Jr." },
		{ "",
		    NAME(.family = "Nye", .given = "Joseph", .suffix = "Jr.",
			.comma_suffix = true),
		    "Joseph Nye, Jr." },
		{ "", NAME(.family = "Nye", .given = "Joseph, Jr."),
		    "Joseph Nye Jr." },
		{ "name-as-sort-order='all' initialize-with=''"
		  " sort-separator=' '",
		    NAME(.family = "Nye", .given = "Joseph", .suffix = "Jr."),
		    "Nye J Jr" },
		{ "initialize-with='.'", NAME(.family = "Ash", .given = "b"),
		    "b. Ash" },
		{ "name-as-sort-order='all'", NAME(.family = "bell hooks"),
		    "bell hooks" },
		{ "", NAME(.given = "Plato"), "Plato" },
		{ "initialize-with='.'", NAME(.given = "Plato"), "Plato" },
		{ "", NAME(.family = ""), "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item item = { .names[CSL_AUTHOR - CSL_TEXT_COUNT] = {
					     &cases[i].person, 1 } };
		struct str layout;
		char *text;

		str_init(&layout, 0);
		str_add_format(&layout,
		    "<names variable='author'><name %s/></names>",
		    cases[i].name);
		text = small_style_print(
		    &(struct small_style){ .layout = layout.data }, &item,
		    NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
		str_clear(&layout);
	}
}

static void
a_particle_stands_where_the_style_wants_it(void **state)
{
	static const struct csl_name people[] = {
		{ .family = "Veen",
		    .given = "Johanna",
		    .non_dropping_particle = "van der" },
		{ .family = "van der Veen", .given = "Johanna" },
		{ .family = "Gaulle", .given = "Charles de" },
		{ .family = "d'Aubignac", .given = "François" },
		{ .family = "al-One", .given = "Alan" },
		{ .family = "\"van Veen\"", .given = "J" },
	};
	static const struct {
		const char *options, *name;
		const char *expected[6];
	} cases[] = {
		{ "", "",
		    { "Johanna van der Veen", "Johanna van der Veen",
			"Charles de Gaulle", "François d’Aubignac",
			"Alan al-One", "J van Veen" } },
		{ "", "form='short'",
		    { "van der Veen", "van der Veen", "Gaulle", "d’Aubignac",
			"al-One", "van Veen" } },
		{ "", "name-as-sort-order='all'",
		    { "Veen, Johanna van der", "Veen, Johanna van der",
			"Gaulle, Charles de", "Aubignac, François d’",
			"One, Alan al-", "van Veen, J" } },
		{ "demote-non-dropping-particle='never'",
		    "name-as-sort-order='all'",
		    { "van der Veen, Johanna", "van der Veen, Johanna",
			"Gaulle, Charles de", "d’Aubignac, François",
			"al-One, Alan", "van Veen, J" } },
		{ "demote-non-dropping-particle='sort-only'",
		    "name-as-sort-order='all'",
		    { "van der Veen, Johanna", "van der Veen, Johanna",
			"Gaulle, Charles de", "d’Aubignac, François",
			"al-One, Alan", "van Veen, J" } },
	};

	(void)state;
	for (size_t i = 0; i < 6 * sizeof cases / sizeof *cases; i++) {
		struct csl_item item = { .names[CSL_AUTHOR - CSL_TEXT_COUNT] = {
					     &people[i % 6], 1 } };
		struct str layout;
		char *text;

		str_init(&layout, 0);
		str_add_format(&layout,
		    "<names variable='author'><name %s/></names>",
		    cases[i / 6].name);
		text = small_style_print(
		    &(struct small_style){ .options = cases[i / 6].options,
			.layout = layout.data },
		    &item, NULL);
		assert_string_equal(text, cases[i / 6].expected[i % 6]);
		free(text);
		str_clear(&layout);
	}
}

static void
a_body_has_the_looks_of_a_family_name_but_no_affixes(void **state)
{
	static const struct csl_name names[] = {
		{ .family = "Kim", .given = "Soo" },
		{ .literal = "World Food Programme" },
	};
	static const struct csl_item item = {
		.names[CSL_AUTHOR - CSL_TEXT_COUNT] = { names, 2 },
	};
	char *text = small_style_print(
	    &(struct small_style){
		.layout = "<names variable='author'>"
			  "<name delimiter='; ' name-as-sort-order='all'"
			  " sort-separator=' '>"
			  "<name-part name='family' text-case='uppercase'"
			  " suffix='.'/></name></names>" },
	    &item, NULL);

	(void)state;
	assert_string_equal(text, "KIM. Soo; WORLD FOOD PROGRAMME");
	free(text);
}

static void
a_body_behind_one_name_needs_no_comma(void **state)
{
	static const struct csl_name names[] = {
		{ .literal = "FAO" },
		{ .family = "Kim", .given = "Soo" },
		{ .literal = "WFP" },
		{ .literal = "ILO" },
	};
	static const struct {
		uint32_t at, count;
		const char *rule, *expected;
	} cases[] = {
		{ 0, 2, "always", "FAO, and Kim, Soo" },
		{ 1, 2, "always", "Kim, Soo and WFP" },
		{ 2, 2, "always", "WFP and ILO" },
		{ 1, 3, "always", "Kim, Soo, WFP, and ILO" },
		{ 1, 3, "never", "Kim, Soo, WFP and ILO" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item item = { .names[CSL_AUTHOR - CSL_TEXT_COUNT] = {
					     &names[cases[i].at],
					     cases[i].count } };
		struct str layout;
		char *text;

		str_init(&layout, 0);
		str_add_format(&layout,
		    "<names variable='author'><name and='text'"
		    " name-as-sort-order='all' delimiter-precedes-last='%s'/>"
		    "</names>",
		    cases[i].rule);
		text = small_style_print(
		    &(struct small_style){ .layout = layout.data }, &item,
		    NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
		str_clear(&layout);
	}
}

static void
names_in_a_row_are_joined_and_cut(void **state)
{
	static const struct {
		const char *name;
		uint32_t count;
		const char *expected;
	} cases[] = {
		{ "form='short'", 3, "Baker, Cole, Dorn" },
		{ "form='short' delimiter='; '", 2, "Baker; Cole" },
		{ "form='short' and='text'", 2, "Baker and Cole" },
		{ "form='short' and='text'", 3, "Baker, Cole, and Dorn" },
		{ "form='short' and='symbol'"
		  " delimiter-precedes-last='never'",
		    3, "Baker, Cole & Dorn" },
		{ "form='short' and='text' delimiter-precedes-last='always'", 2,
		    "Baker, and Cole" },
		{ "and='text' name-as-sort-order='first'"
		  " delimiter-precedes-last='after-inverted-name'",
		    2, "Baker, Ann Mary, and Jean-Luc Cole" },
		{ "form='short' et-al-min='3' et-al-use-first='1'", 3,
		    "Baker et al." },
		{ "form='short' et-al-min='3' et-al-use-first='2'", 3,
		    "Baker, Cole, et al." },
		{ "form='short' et-al-min='3' et-al-use-first='1'", 2,
		    "Baker, Cole" },
		{ "form='short' et-al-min='3'", 3, "Baker, Cole, Dorn" },
		{ "form='short' et-al-min='2' et-al-use-first='0'", 2, "" },
		{ "form='short' et-al-min='3' et-al-use-first='1'"
		  " delimiter-precedes-et-al='always'",
		    3, "Baker, et al." },
		{ "form='short' et-al-min='4' et-al-use-first='2'"
		  " et-al-use-last='true'",
		    5, "Baker, Cole, … Ford" },
		{ "form='short' et-al-min='3' et-al-use-first='2'"
		  " et-al-use-last='true'",
		    3, "Baker, Cole, et al." },
		{ "form='count'", 5, "5" },
		{ "form='count' et-al-min='3' et-al-use-first='2'", 5, "2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item item = { .names[CSL_AUTHOR - CSL_TEXT_COUNT] = {
					     names_of_five, cases[i].count } };
		struct str layout;
		char *text;

		str_init(&layout, 0);
		str_add_format(&layout,
		    "<names variable='author'><name %s/></names>",
		    cases[i].name);
		text = small_style_print(
		    &(struct small_style){ .layout = layout.data }, &item,
		    NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
		str_clear(&layout);
	}
}

static void
options_of_names_come_from_around_them(void **state)
{
	struct csl_item item = { .names[CSL_AUTHOR - CSL_TEXT_COUNT] = {
				     names_of_five, 3 } };
	struct cite_part later = { .position = CITE_SUBSEQUENT };
	struct small_style s = { .options =
				     "name-form='short' name-delimiter='/'"
				     " et-al-subsequent-min='2'"
				     " et-al-subsequent-use-first='1'",
		.layout = "<names variable='author'/>" };
	char *text = small_style_print(&s, &item, NULL);

	(void)state;
	assert_string_equal(text, "Baker/Cole/Dorn");
	free(text);
	text = small_style_print(&s, &item, &later);
	assert_string_equal(text, "Baker et al.");
	free(text);
}

static void
what_substitutes_a_name_is_not_printed_again(void **state)
{
	struct csl_item item = { .texts[CSL_TITLE] = "Title",
		.names[CSL_EDITOR - CSL_TEXT_COUNT] = { &ann, 1 } };
	struct small_style s = {
		.layout =
		    "<group delimiter=' | '><names variable='author'>"
		    "<name form='short'/><label prefix=' (' suffix=')'/>"
		    "<substitute><names variable='editor'/>"
		    "<text variable='title'/></substitute></names>"
		    "<names variable='editor'/><text variable='title'/>"
		    "</group>",
	};
	char *text = small_style_print(&s, &item, NULL);

	(void)state;
	assert_string_equal(text, "Baker (editor) | Title");
	free(text);
	item.names[CSL_EDITOR - CSL_TEXT_COUNT].count = 0;
	text = small_style_print(&s, &item, NULL);
	assert_string_equal(text, "Title");
	free(text);
}

static void
one_who_edits_and_translates_is_named_once(void **state)
{
	struct csl_item item = {
		.names[CSL_EDITOR - CSL_TEXT_COUNT] = { names_of_five, 2 },
		.names[CSL_TRANSLATOR - CSL_TEXT_COUNT] = { names_of_five, 2 },
	};
	struct small_style s = {
		.layout =
		    "<names variable='editor translator' delimiter='; '>"
		    "<name form='short'/><label prefix=', '/></names>",
	};
	char *text = small_style_print(&s, &item, NULL);

	(void)state;
	assert_string_equal(text, "Baker, Cole, editors & translators");
	free(text);
	item.names[CSL_TRANSLATOR - CSL_TEXT_COUNT].count = 1;
	s.layout =
	    "<names variable='editor translator' delimiter='; '>"
	    "<name form='short'/></names>";
	text = small_style_print(&s, &item, NULL);
	assert_string_equal(text, "Baker, Cole; Baker");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_name_is_set_as_the_style_says),
		cmocka_unit_test(a_particle_stands_where_the_style_wants_it),
		cmocka_unit_test(
		    a_body_has_the_looks_of_a_family_name_but_no_affixes),
		cmocka_unit_test(a_body_behind_one_name_needs_no_comma),
		cmocka_unit_test(names_in_a_row_are_joined_and_cut),
		cmocka_unit_test(options_of_names_come_from_around_them),
		cmocka_unit_test(what_substitutes_a_name_is_not_printed_again),
		cmocka_unit_test(one_who_edits_and_translates_is_named_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
