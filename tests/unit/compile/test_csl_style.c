/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "compile/csl_style.h"
#include "compile/diagnose.h"
#include "model/csl.h"
#include "model/style.h"

#define NS "xmlns=\"http://purl.org/net/xbiblio/csl\""
#define STYLE "<style " NS " class=\"note\">\n"
#define BODY(text) \
	STYLE "<citation><layout>\n" text "</layout></citation></style>"

/* What diagnose_print() says, in memory. */
static void
print_findings(struct diagnose *d, char **out, size_t *len)
{
	FILE *to = open_memstream(out, len);

	diagnose_print(d, to);
	fclose(to);
}

static enum status
compile(struct str *made, char **said, const char *text)
{
	struct diagnose d;
	enum status status;
	size_t len;

	str_init(made, 0);
	diagnose_init(&d);
	status = csl_style_compile(made, "a.csl", text, strlen(text), &d);
	print_findings(&d, said, &len);
	diagnose_clear(&d);
	return status;
}

static struct style *
compile_well(const char *text)
{
	struct style *s = NULL;
	struct error err = { 0 };
	struct str made;
	char *said;

	if (compile(&made, &said, text) ||
	    style_load(&s, "a", made.data, made.len, &err))
		fail_msg("%s%s", said, err.message);
	assert_string_equal(said, "");
	free(said);
	str_clear(&made);
	return s;
}

static const struct {
	const char *text, *said;
	bool is_refused;
} cases[] = {
	{ BODY("<text value=\"x\"/>"), "", false },
	{ BODY("<txt/>"),
	    "a.csl:3:1: warning: unknown element \"txt\" (did you mean "
	    "\"text\"?)\n",
	    false },
	{ BODY("<text variable=\"titel\"/>"),
	    "a.csl:3:1: warning: unknown variable \"titel\" (did you mean "
	    "\"title\"?)\n",
	    false },
	{ BODY("<text variable=\"author\"/>"),
	    "a.csl:3:1: warning: the variable \"author\" is not for <text>\n",
	    false },
	{ BODY("<text value=\"\xc3\xa9\"/><text macro=\"a\"/>"),
	    "a.csl:3:18: warning: the macro \"a\" is not there\n", false },
	{ BODY("<text value=\"x\" font-style=\"slanted\"/>"),
	    "a.csl:3:1: warning: font-style=\"slanted\" of <text> is nothing "
	    "that CSL has\n",
	    false },
	{ BODY("<text value=\"x\" et-al-min=\"3\"/>"),
	    "a.csl:3:1: warning: <text> takes no attribute \"et-al-min\"\n",
	    false },
	{ BODY("<text value=\"x\" prefx=\"(\"/>"),
	    "a.csl:3:1: warning: unknown attribute \"prefx\" (did you mean "
	    "\"prefix\"?)\n",
	    false },
	{ BODY("<choose><if type=\"novel\"><text value=\"x\"/></if></choose>"),
	    "a.csl:3:9: warning: unknown type \"novel\"\n", false },
	{ BODY("<text term=\"no date\"/><text term=\"month-01\"/>"
	       "<text term=\"sub-verbo\"/><text term=\"podcasts\"/>"),
	    "a.csl:3:70: warning: unknown term \"podcasts\"\n", false },
	{ STYLE "<locale xml:lang=\"de\"><terms><term name=\"our own\">x"
		"</term></terms></locale><citation><layout><text "
		"term=\"our-own\"/></layout></citation></style>",
	    "", false },
	{ BODY("<text value=\"x\" term=\"page\"/>"),
	    "a.csl:3:1: warning: <text> says more than one thing to print\n",
	    false },
	{ BODY("<name/>"),
	    "a.csl:3:1: warning: <name> has no place in <layout> and is left "
	    "out\n",
	    false },
	{ STYLE "<macro name=\"a\"><text macro=\"b\"/></macro>\n"
		"<macro name=\"b\"><text macro=\"a\"/></macro>\n"
		"<citation><layout/></citation></style>",
	    "a.csl:3:17: the macro \"a\" leads back to itself\n", true },
	{ STYLE "<info><id>x</id></info></style>",
	    "a.csl:1:1: a style without <citation> that names no other in its "
	    "place\n",
	    true },
	{ "<!DOCTYPE style>\n" BODY(""),
	    "a.csl:1:16: a document type declaration, which no style may "
	    "have\n",
	    true },
	{ BODY("<text value=\"&nbsp;\"/>"), "a.csl:3:1: undefined entity\n",
	    true },
	{ BODY("<text></layout>"), "a.csl:3:9: mismatched tag\n", true },
	{ "<html/>", "a.csl:1:1: <html> begins no style and no locale of CSL\n",
	    true },
	{ "", "a.csl:1:1: no element found\n", true },
};

static void
what_is_wrong_is_said_with_its_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str made;
		char *said;
		enum status status = compile(&made, &said, cases[i].text);

		assert_string_equal(said, cases[i].said);
		assert_int_equal(status,
		    cases[i].is_refused ? STATUS_FOUND_FAULTS : STATUS_OK);
		assert_int_equal(made.len == 0, cases[i].is_refused);
		free(said);
		str_clear(&made);
	}
}

static void
the_tree_says_what_the_style_says(void **state)
{
	struct style *s = compile_well(STYLE
	    "<citation><layout><text macro=\"late\" suffix=\"&#9;x\"/>"
	    "<names variable=\"author editor\"/>"
	    "</layout></citation>"
	    "<macro name=\"late\"><text macro=\"later\"/></macro>"
	    "<macro name=\"later\"><text term=\"no date\"/></macro>"
	    "<info><id>urn:x</id><author><name>A B</name>"
	    "<email>a@b</email></author><author><name>C</name></author>"
	    "<category citation-format=\"note\"/></info></style>");
	style_node info = style_get_child(s, 0);
	style_node later = style_get_next(s, info);
	style_node late = style_get_next(s, later);
	style_node layout, text;
	const uint16_t *list;
	uint32_t count;

	(void)state;
	assert_int_equal(style_get_element(s, info), STYLE_INFO);
	assert_string_equal(style_get_text(s, info, STYLE_AT_ID), "urn:x");
	assert_string_equal(style_get_text(s, info, STYLE_AT_AUTHORS),
	    "A B <a@b>; C");
	assert_int_equal(style_get_word(s, info, STYLE_AT_CITATION_FORMAT),
	    STYLE_WORD_NOTE);
	assert_string_equal(style_get_text(s, later, STYLE_AT_NAME), "later");
	assert_string_equal(style_get_text(s, style_get_child(s, later),
				STYLE_AT_TERM),
	    "no-date");
	assert_int_equal(style_get_macro(s, style_get_child(s, late)), later);
	layout = style_get_child(s, style_get_next(s, late));
	text = style_get_child(s, layout);
	assert_int_equal(style_get_macro(s, text), late);
	assert_string_equal(style_get_text(s, text, STYLE_AT_SUFFIX), " x");
	list = style_get_list(s, style_get_next(s, text), STYLE_AT_VARIABLE,
	    &count);
	assert_int_equal(count, 2);
	assert_int_equal(list[0], CSL_AUTHOR);
	assert_int_equal(list[1], CSL_EDITOR);
	style_free(s);
}

static void
terms_are_sorted_and_keep_their_spaces(void **state)
{
	struct style *s = compile_well(
	    "<locale " NS
	    " xml:lang=\"en\"><terms>"
	    "<term name=\"page\"><single>page</single>"
	    "<multiple>pages</multiple></term>"
	    "<term name=\"bc\"> B.C.</term>"
	    "<term name=\"page\" form=\"short\">p.</term>"
	    "<term name=\"and\">\n  &amp;\n  co\n</term>"
	    "<term name=\"bc\"> BC</term></terms></locale>");
	style_node terms = style_get_child(s, 0);
	style_node page = style_find_term(s, terms, "page");
	style_node bc = style_find_term(s, terms, "bc");

	(void)state;
	assert_string_equal(style_get_text(s, 0, STYLE_AT_LANG), "en");
	assert_string_equal(style_get_text(s, style_get_child(s, terms),
				STYLE_AT_SINGLE),
	    "& co");
	assert_string_equal(style_get_text(s, bc, STYLE_AT_SINGLE), " BC");
	assert_int_equal(style_get_next(s, bc), page);
	assert_string_equal(style_get_text(s, page, STYLE_AT_MULTIPLE),
	    "pages");
	page = style_get_next(s, page);
	assert_int_equal(style_get_word(s, page, STYLE_AT_FORM),
	    STYLE_WORD_SHORT);
	assert_string_equal(style_get_text(s, page, STYLE_AT_MULTIPLE), "p.");
	style_free(s);
}

/* Each macro calls the one before it twice. */
static void
macros_that_would_never_end_are_refused(void **state)
{
	struct str text, made;
	char *said;

	(void)state;
	str_init(&text, 0);
	str_add_text(&text, STYLE);
	for (int i = 0; i < 40; i++)
		str_add_format(&text,
		    "<macro name=\"m%d\"><text macro=\"m%d\"/>"
		    "<text macro=\"m%d\"/></macro>",
		    i, i - 1, i - 1);
	str_add_text(&text, "<citation/></style>");
	assert_int_equal(compile(&made, &said, text.data), STATUS_FOUND_FAULTS);
	assert_non_null(strstr(said, "its macros lead too far"));
	free(said);
	str_clear(&made);
	str_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_said_with_its_place),
		cmocka_unit_test(the_tree_says_what_the_style_says),
		cmocka_unit_test(terms_are_sorted_and_keep_their_spaces),
		cmocka_unit_test(macros_that_would_never_end_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
