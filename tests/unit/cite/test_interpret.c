/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "small_style.h"

#define MACROS                                            \
	"<macro name='only'><text value='word'/></macro>" \
	"<macro name='empty'><text value='in '/>"         \
	"<text variable='volume'/></macro>"
#define IF(condition)               \
	"<choose><if " condition    \
	"><text value='yes'/></if>" \
	"<else><text value='no'/></else></choose>"

struct text_case {
	const char *layout, *expected;
};

static const struct csl_item item = {
	.type = CSL_TYPE_BOOK,
	.texts[CSL_TITLE] = "The long title",
	.texts[CSL_TITLE_SHORT] = "Title",
	.texts[CSL_EDITION] = "2",
	.texts[CSL_NUMBER] = "A/HRC/25/63",
	.texts[CSL_ISSUE] = "3",
	.texts[CSL_PAGE] = "1021-1028",
	.texts[CSL_PUBLISHER] = "Press",
	.dates[CSL_ISSUED - CSL_NAMES_END] = { .is_given = true,
	    .from = { 2001, 0, 0 },
	    .is_circa = true },
};

static void
check(const struct text_case *cases, size_t count, const struct cite_part *part)
{
	for (size_t i = 0; i < count; i++) {
		char *text = small_style_print(
		    &(struct small_style){ .before = MACROS,
			.layout = cases[i].layout },
		    &item, part);

		assert_string_equal(text, cases[i].expected);
		free(text);
	}
}

static void
a_text_is_a_variable_a_term_a_value_or_a_macro(void **state)
{
	static const struct text_case cases[] = {
		{ "<text variable='title'/>", "The long title" },
		{ "<text variable='title' form='short'/>", "Title" },
		{ "<text variable='publisher' form='short'/>", "Press" },
		{ "<text variable='volume' prefix='v'/>", "" },
		{ "<text variable='page-first'/>", "1021" },
		{ "<text variable='page'/>", "1021–1028" },
		{ "<text term='editor' form='short' plural='true'/>", "eds." },
		{ "<text term='editor' form='verb-short'/>", "edited by" },
		{ "<text term='section' form='short'/>", "" },
		{ "<text value='x' prefix='(' suffix=')'/>", "(x)" },
		{ "<text macro='only' prefix='('/>", "(word" },
		{ "<number variable='edition' form='ordinal'/>", "2nd" },
		{ "<number variable='issue' form='long-ordinal'/>", "third" },
		{ "<number variable='edition' form='roman'/>", "ii" },
		{ "<number variable='number' form='ordinal'/>", "A/HRC/25/63" },
		{ "<label variable='page' form='short'/>", "pp." },
		{ "<label variable='page' form='short' plural='never'/>",
		    "p." },
	};

	(void)state;
	check(cases, sizeof cases / sizeof *cases, NULL);
}

static void
a_docket_number_is_no_range(void **state)
{
	static const struct {
		enum csl_type type;
		const char *number, *expected;
	} cases[] = {
		{ CSL_TYPE_LEGAL_CASE, "13-7147", "13-7147; 13-7147" },
		{ CSL_TYPE_REPORT, "13-7147", "13–7147; 13th–7147th" },
		{ CSL_TYPE_REPORT, "12/15", "12/15; 12/15" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item it = { .type = cases[i].type,
			.texts[CSL_NUMBER] = cases[i].number };
		char *text = small_style_print(
		    &(struct small_style){
			.layout = "<group delimiter='; '>"
				  "<text variable='number'/>"
				  "<number variable='number' form='ordinal'/>"
				  "</group>" },
		    &it, NULL);

		assert_string_equal(text, cases[i].expected);
		free(text);
	}
}

/* What the style says itself is in the style's language. */
static void
terms_have_title_case_in_items_of_any_language(void **state)
{
	static const struct csl_item french = { .type = CSL_TYPE_BOOK,
		.texts[CSL_TITLE] = "vie quotidienne",
		.texts[CSL_LANGUAGE] = "fr" };
	char *text = small_style_print(
	    &(struct small_style){
		.layout = "<text variable='title' text-case='title'/>"
			  "<text term='editor' form='short'"
			  " text-case='title' prefix=' '/>" },
	    &french, NULL);

	(void)state;
	assert_string_equal(text, "vie quotidienne Ed.");
	free(text);
}

static void
a_group_prints_only_where_one_of_its_variables_does(void **state)
{
	static const struct text_case cases[] = {
		{ "<group><text value='in '/><text variable='title'/></group>",
		    "in The long title" },
		{ "<group><text value='in '/><text variable='volume'/></group>",
		    "" },
		{ "<group><text value='word'/></group>", "word" },
		{ "<group delimiter=','><text value='a'/>"
		  "<group><text value='b'/></group>"
		  "<text variable='volume'/></group>",
		    "a,b" },
		{ "<group delimiter=','><text variable='volume'/>"
		  "<choose><if type='book'><text variable='title'/>"
		  "<text value='x'/></if></choose></group>",
		    "The long title,x" },
		{ "<group delimiter=','><text macro='only'/>"
		  "<text variable='volume'/></group>",
		    "word" },
		{ "<group delimiter=','><text macro='empty'/>"
		  "<text variable='title'/></group>",
		    "The long title" },
		{ "<group><text term='no date' form='short'/>"
		  "<text variable='volume'/></group>",
		    "n.d." },
		{ "<group><label variable='volume'/><text variable='volume'/>"
		  "</group>",
		    "" },
	};

	(void)state;
	check(cases, sizeof cases / sizeof *cases, NULL);
}

static void
conditions_are_those_of_the_item(void **state)
{
	static const struct text_case cases[] = {
		{ IF("type='book'"), "yes" },
		{ IF("type='chapter'"), "no" },
		{ IF("type='chapter book' match='any'"), "yes" },
		{ IF("type='chapter book'"), "no" },
		{ IF("type='chapter thesis' match='none'"), "yes" },
		{ IF("variable='title'"), "yes" },
		{ IF("variable='title volume'"), "no" },
		{ IF("variable='title volume' match='nand'"), "yes" },
		{ IF("variable='title' type='chapter' match='any'"), "yes" },
		{ IF("variable='author'"), "no" },
		{ IF("variable='issued'"), "yes" },
		{ IF("is-numeric='edition'"), "yes" },
		{ IF("is-numeric='number'"), "no" },
		{ IF("is-numeric='volume'"), "no" },
		{ IF("is-uncertain-date='issued'"), "yes" },
		{ IF("is-uncertain-date='accessed'"), "no" },
		{ IF("locator='page'"), "no" },
		{ IF("position='first'"), "yes" },
		{ IF("disambiguate='true'"), "no" },
	};

	(void)state;
	check(cases, sizeof cases / sizeof *cases, NULL);
}

static void
a_locator_and_a_position_are_those_of_the_citation(void **state)
{
	static const struct text_case cases[] = {
		{ IF("locator='section'"), "yes" },
		{ IF("locator='page'"), "no" },
		{ IF("variable='locator'"), "yes" },
		{ IF("position='first'"), "no" },
		{ IF("position='subsequent'"), "yes" },
		{ IF("position='ibid'"), "yes" },
		{ IF("position='ibid-with-locator'"), "yes" },
		{ IF("position='near-note'"), "no" },
		{ "<label variable='locator' form='symbol'/>"
		  "<text variable='locator' prefix=' '/>",
		    "§§ 3–4" },
	};
	struct cite_part part = { .label = "section",
		.locator = " 3-4",
		.position = CITE_IBID_WITH_LOCATOR };

	(void)state;
	check(cases, sizeof cases / sizeof *cases, &part);
}

static void
a_locator_that_names_its_kind_gets_no_label(void **state)
{
	static const struct text_case cases[] = {
		{ "<label variable='locator' form='short' suffix=' '/>"
		  "<text variable='locator'/>",
		    "vol. 1, fol. 6" },
	};
	struct cite_part part = { .locator = "vol. 1, fol. 6" };

	(void)state;
	check(cases, sizeof cases / sizeof *cases, &part);
}

static void
words_of_the_style_come_before_those_of_the_locale(void **state)
{
	static const struct {
		const char *lang, *expected;
	} cases[] = {
		{ "", "mine" },
		{ "xml:lang='en'", "mine" },
		{ "xml:lang='en-US'", "mine" },
		{ "xml:lang='en-GB'", "editor" },
		{ "xml:lang='de'", "editor" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str before;
		char *text;

		str_init(&before, 0);
		str_add_format(&before,
		    "<locale %s><terms><term name='editor'>mine</term>"
		    "</terms></locale>",
		    cases[i].lang);
		text = small_style_print(
		    &(struct small_style){ .before = before.data,
			.layout = "<text term='editor'/>" },
		    &item, NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
		str_clear(&before);
	}
}

static void
titles_of_other_languages_keep_their_case(void **state)
{
	static const struct {
		const char *language, *expected;
	} cases[] = {
		{ NULL, "The Long Title" },
		{ "en", "The Long Title" },
		{ "en-GB", "The Long Title" },
		{ "fr", "The long title" },
		{ "enm", "The long title" },
	};
	struct small_style s = {
		.layout = "<text variable='title' text-case='title'/>"
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csl_item own = item;
		char *text;

		own.texts[CSL_LANGUAGE] = cases[i].language;
		text = small_style_print(&s, &own, NULL);
		assert_string_equal(text, cases[i].expected);
		free(text);
	}
}

/* Each macro prints the one before it ten times. */
static void
a_style_that_prints_without_end_is_cut_and_says_so(void **state)
{
	struct str before;
	bool fault = false;
	char *text;

	(void)state;
	str_init(&before, 0);
	str_add_text(&before,
	    "<macro name='m0'><text variable='title'/></macro>");
	for (int i = 1; i < 6; i++) {
		str_add_format(&before, "<macro name='m%d'>", i);
		for (int k = 0; k < 10; k++)
			str_add_format(&before, "<text macro='m%d'/>", i - 1);
		str_add_text(&before, "</macro>");
	}
	text = small_style_print_fault(
	    &(struct small_style){ .before = before.data,
		.layout = "<text macro='m5'/>" },
	    &item, &fault);
	assert_true(fault);
	assert_true(strlen(text) < 4u << 20);
	free(text);
	str_clear(&before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_text_is_a_variable_a_term_a_value_or_a_macro),
		cmocka_unit_test(a_docket_number_is_no_range),
		cmocka_unit_test(
		    terms_have_title_case_in_items_of_any_language),
		cmocka_unit_test(
		    a_group_prints_only_where_one_of_its_variables_does),
		cmocka_unit_test(conditions_are_those_of_the_item),
		cmocka_unit_test(
		    a_locator_and_a_position_are_those_of_the_citation),
		cmocka_unit_test(a_locator_that_names_its_kind_gets_no_label),
		cmocka_unit_test(
		    words_of_the_style_come_before_those_of_the_locale),
		cmocka_unit_test(titles_of_other_languages_keep_their_case),
		cmocka_unit_test(
		    a_style_that_prints_without_end_is_cut_and_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
