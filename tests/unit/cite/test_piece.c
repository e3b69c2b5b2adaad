/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "cite/piece.h"

enum { CHILD_COUNT = 5 };

/* A group of texts, and what it prints as HTML. */
struct row {
	struct piece_format group;
	struct {
		const char *text;
		struct piece_format format;
		bool is_verbatim;
	} children[CHILD_COUNT];
	const char *expected;
};

static const struct piece_locale american = { "\u201C", "\u201D", "\u2018",
	"\u2019", true, "en-US" };
static const struct piece_locale british = { "\u2018", "\u2019", "\u201C",
	"\u201D", false, "en-GB" };

static struct piece *
make_group(struct arena *arena, const struct row *row)
{
	struct piece *group = piece_new_group(arena);

	group->format = row->group;
	for (size_t i = 0; i < CHILD_COUNT && row->children[i].text; i++) {
		const char *text = row->children[i].text;
		struct piece *child = piece_new_text(arena, text, strlen(text));

		child->format = row->children[i].format;
		child->is_verbatim = row->children[i].is_verbatim;
		piece_add(group, child);
	}
	return group;
}

static void
check_piece(struct piece *p, const struct piece_locale *locale, bool is_english,
    const char *expected)
{
	struct rich rich;
	struct str html;

	rich_init(&rich);
	str_init(&html, 0);
	piece_flatten(&rich, p, locale, is_english);
	rich_add_html(&html, &rich);
	assert_string_equal(html.data, expected);
	str_clear(&html);
	rich_clear(&rich);
}

static void
check_rows(const struct row *rows, size_t count,
    const struct piece_locale *locale)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < count; i++)
		check_piece(make_group(&arena, &rows[i]), locale, true,
		    rows[i].expected);
	arena_clear(&arena);
}

#define CHECK(rows, locale) \
	check_rows(rows, sizeof(rows) / sizeof *(rows), locale)

static void
delimiters_stand_between_what_prints(void **state)
{
	static const struct row rows[] = {
		{ { .delimiter = "; " }, { { "a" }, { "" }, { "b" } }, "a; b" },
		{ { .delimiter = "; ", .prefix = "(", .suffix = ")" },
		    { { "", { .prefix = "x" } }, { "b" } }, "(b)" },
		{ { .prefix = "(", .suffix = ")" }, { { "" } }, "" },
		{ { .delimiter = "\n" },
		    { { "a\tb\x01"
			"c" },
			{ "d\xFF" } },
		    "a bc\nd\uFFFD" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
affixes_stand_outside_of_quotes_and_looks(void **state)
{
	static const struct row rows[] = {
		{ { 0 },
		    { { "Title",
			{ .looks = RICH_ITALIC,
			    .prefix = "[",
			    .suffix = "]" } } },
		    "[<i>Title</i>]" },
		{ { 0 },
		    { { "Title",
			{ .has_quotes = true,
			    .looks = RICH_ITALIC,
			    .prefix = "(",
			    .suffix = ")" } } },
		    "(\u201C<i>Title</i>\u201D)" },
		{ { .looks = RICH_BOLD, .delimiter = " " },
		    { { "a", { .suffix = "," } }, { "b" } }, "<b>a, b</b>" },
		{ { .looks = RICH_ITALIC, .delimiter = " " },
		    { { "a" }, { "b", { .unlooks = RICH_ITALIC } } },
		    "<i>a <span style=\"font-style:normal;\">b</span></i>" },
		{ { .delimiter = " " }, { { "b", { .unlooks = RICH_ITALIC } } },
		    "b" },
		{ { 0 },
		    { { "3", { .looks = RICH_SUPERSCRIPT | RICH_ITALIC } } },
		    "<sup><i>3</i></sup>" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
markup_in_fields_takes_looks_on_and_off(void **state)
{
	static const struct row rows[] = {
		{ { 0 }, { { "the <i>Oryza</i> & <b>x</b>" } },
		    "the <i>Oryza</i> &#38; <b>x</b>" },
		{ { 0 },
		    { { "On <i>Hamlet</i> now", { .looks = RICH_ITALIC } } },
		    "<i>On <span style=\"font-style:normal;\">Hamlet</span> "
		    "now</i>" },
		{ { 0 }, { { "<i>a <i>b</i></i>" } },
		    "<i>a <span style=\"font-style:normal;\">b</span></i>" },
		{ { 0 }, { { "H<sub>2</sub>O<sup>+</sup>" } },
		    "H<sub>2</sub>O<sup>+</sup>" },
		{ { 0 }, { { "<sc>ad</sc> 5" } },
		    "<span style=\"font-variant:small-caps;\">ad</span> 5" },
		{ { 0 },
		    { { "<span style=\"font-variant: small-caps;\">ad</span>" } },
		    "<span style=\"font-variant:small-caps;\">ad</span>" },
		{ { 0 }, { { "<span class=\"nocase\">x</span>" } }, "x" },
		{ { 0 }, { { "1 <i> 2 < 3" } }, "1 &#60;i&#62; 2 &#60; 3" },
		{ { 0 }, { { "<i>a <b>c</i> d</b>" } },
		    "<i>a &#60;b&#62;c</i> d&#60;/b&#62;" },
		{ { 0 }, { { "<script>" } }, "&#60;script&#62;" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
quotes_in_fields_alternate_with_those_outside(void **state)
{
	static const struct row rows[] = {
		{ { 0 }, { { "the \"great\" one" } },
		    "the \u201Cgreat\u201D one" },
		{ { 0 }, { { "the \"great\" one", { .has_quotes = true } } },
		    "\u201Cthe \u2018great\u2019 one\u201D" },
		{ { 0 },
		    { { "the \u201Cgreat\u201D one", { .has_quotes = true } } },
		    "\u201Cthe \u2018great\u2019 one\u201D" },
		{ { 0 }, { { "a 'b \"c\" d' e" } },
		    "a \u201Cb \u2018c\u2019 d\u201D e" },
		{ { 0 }, { { "Korea's <i>dogs'</i> l'an" } },
		    "Korea\u2019s <i>dogs\u2019</i> l\u2019an" },
		{ { 0 }, { { "the '90s and rock 'n' roll" } },
		    "the \u201990s and rock \u2019n\u2019 roll" },
		{ { 0 }, { { "he said (\"<i>no</i>\")." } },
		    "he said (\u201C<i>no</i>\u201D)." },
		{ { 0 }, { { "an \"open end" } }, "an \"open end" },
		{ { 0 }, { { "an \"odd \" one" } }, "an \"odd \" one" },
		{ { 0 }, { { "\"a <i>b\" c</i>" } }, "\"a <i>b\" c</i>" },
		{ { 0 }, { { "l'' d ' e" } }, "l\u2019\u2019 d \u2019 e" },
		{ { 0 }, { { "\u00AB x \u00BB" } },
		    "\u00AB\u202Fx\u202F\u00BB" },
		{ { 0 }, { { "\u00AB x \u00BB", { 0 }, true } },
		    "\u00AB x \u00BB" },
		{ { 0 }, { { "http://a.b/'c'\"d\"<i>", { 0 }, true } },
		    "http://a.b/'c'\"d\"&#60;i&#62;" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
marks_that_meet_leave_what_a_reader_expects(void **state)
{
	static const struct row rows[] = {
		{ { .suffix = "." }, { { "J." } }, "J." },
		{ { .suffix = "." }, { { "Why?" } }, "Why?" },
		{ { .suffix = "." }, { { "Oh!" } }, "Oh!" },
		{ { .suffix = "," }, { { "Why?" } }, "Why?," },
		{ { .suffix = "." }, { { "see:" } }, "see:" },
		{ { .suffix = "?" }, { { "see:" } }, "see?" },
		{ { .suffix = "." }, { { "a,", { .suffix = "," } } }, "a,." },
		{ { .suffix = ";" }, { { "a.", { .suffix = "." } } }, "a.;" },
		{ { .delimiter = ", " },
		    { { "a" }, { "b", { .prefix = ", " } } }, "a, b" },
		{ { .delimiter = " " },
		    { { "a " }, { "b", { .prefix = " " } } }, "a b" },
		{ { .delimiter = ". " },
		    { { "Kim, J.", { .suffix = " " } }, { "b" } },
		    "Kim, J. b" },
		{ { .delimiter = " " },
		    { { "a", { .suffix = "\u00A0: " } }, { "b" } },
		    "a\u00A0: b" },
		{ { .suffix = "." }, { { "wait..." } }, "wait..." },
		{ { .delimiter = ". " }, { { "a.b..c,,d" }, { "e" } },
		    "a.b..c,,d. e" },
		{ { .suffix = "." },
		    { { "10.1002/(SICI)1:49:8<693::AID-ASI4>3.0.CO;2-O", { 0 },
			true } },
		    "10.1002/(SICI)1:49:8&#60;693::AID-ASI4&#62;3.0.CO;2-O." },
		{ { .suffix = "!" }, { { "http://a.b/;", { 0 }, true } },
		    "http://a.b/;!" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
american_punctuation_goes_into_quotes(void **state)
{
	static const struct row rows[] = {
		{ { .suffix = "." }, { { "Title", { .has_quotes = true } } },
		    "\u201CTitle.\u201D" },
		{ { .delimiter = ", " },
		    { { "Title", { .has_quotes = true } }, { "b" } },
		    "\u201CTitle,\u201D b" },
		{ { .suffix = "." }, { { "Why?", { .has_quotes = true } } },
		    "\u201CWhy?\u201D" },
		{ { .delimiter = ", " },
		    { { "Why?", { .has_quotes = true } }, { "b" } },
		    "\u201CWhy?,\u201D b" },
		{ { .delimiter = ": " },
		    { { "Title", { .has_quotes = true } }, { "b" } },
		    "\u201CTitle\u201D: b" },
		{ { .suffix = "." },
		    { { "This is 'it'", { .has_quotes = true } } },
		    "\u201CThis is \u2018it.\u2019\u201D" },
		{ { .suffix = "." },
		    { { "T", { .has_quotes = true, .looks = RICH_ITALIC } } },
		    "\u201C<i>T.</i>\u201D" },
		{ { .suffix = "." }, { { "on \"it\", they say" } },
		    "on \u201Cit\u201D, they say." },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
british_punctuation_stays_outside_of_quotes(void **state)
{
	static const struct row rows[] = {
		{ { .suffix = "." }, { { "Title", { .has_quotes = true } } },
		    "\u2018Title\u2019." },
		{ { .delimiter = ", " },
		    { { "the \"x\"", { .has_quotes = true } }, { "b" } },
		    "\u2018the \u201Cx\u201D\u2019, b" },
		{ { .delimiter = ". " },
		    { { "in the U.S.", { .has_quotes = true } }, { "b" } },
		    "\u2018in the U.S.\u2019 b" },
		{ { .delimiter = ". " },
		    { { "is it \"x\"?", { .has_quotes = true } }, { "b" } },
		    "\u2018is it \u201Cx\u201D?\u2019 b" },
	};

	(void)state;
	CHECK(rows, &british);
}

static void
cases_change_all_but_what_is_protected(void **state)
{
	enum {
		TITLE = PIECE_TITLE,
		SENTENCE = PIECE_SENTENCE,
		FIRST = PIECE_CAPITALIZE_FIRST,
		ALL = PIECE_CAPITALIZE_ALL
	};
	static const struct {
		int to;
		const char *text, *expected;
	} cases[] = {
		{ PIECE_LOWERCASE, "A <span class=\"nocase\">Kim</span> \u00C9",
		    "a Kim \u00E9" },
		{ PIECE_UPPERCASE, "\u00E9t\u00E9 i", "\u00C9T\u00C9 I" },
		{ FIRST, "(ibid. and so on)", "(Ibid. and so on)" },
		{ FIRST, "iPhone 2", "iPhone 2" },
		{ FIRST, "<i>\u00E9t\u00E9</i>", "<i>\u00C9t\u00E9</i>" },
		{ FIRST, "2nd", "2nd" },
		{ FIRST, "@newsdesk", "@newsdesk" },
		{ ALL, "this IS a pen", "This IS A Pen" },
		{ SENTENCE, "The UN and North Korea",
		    "The UN and north korea" },
		{ SENTENCE, "THE UN AND KOREA", "The un and korea" },
		{ SENTENCE, "an <span class=\"nocase\">Old</span> Pen",
		    "An Old pen" },
		{ TITLE, "a study of the mRNA of rice",
		    "A Study of the mRNA of Rice" },
		{ TITLE, "markets: a history? a life! of sorts",
		    "Markets: A History? A Life! Of Sorts" },
		{ TITLE, "what it is made of", "What It Is Made Of" },
		{ TITLE, "The War Between Us And Them",
		    "The War Between Us And Them" },
		{ TITLE, "the news Of <i>The Times</i> on the north",
		    "The News Of <i>The Times</i> on the North" },
		{ TITLE, "gulag, n. or l'an: e.g. \u00E0 la carte",
		    "Gulag, n. or l\u2019an: E.g. \u00E0 La Carte" },
		{ TITLE, "a tale of \"the end\"",
		    "A Tale of \u201Cthe End\u201D" },
		{ TITLE, "made by-product and in-depth",
		    "Made By-Product and In-Depth" },
		{ TITLE, "Sino-korean, e-commerce, out-of-date pro-war",
		    "Sino-Korean, E-Commerce, Out-of-Date Pro-War" },
		{ TITLE, "gap\u2014with job, the north\u2013south line",
		    "Gap\u2014with Job, the North\u2013South Line" },
		{ TITLE, "in/through the mid-1990s, 38th 07-x",
		    "In/through the Mid-1990s, 38th 07-x" },
		{ TITLE, "on 'the other' (a review)",
		    "On \u201Cthe Other\u201D (a Review)" },
		{ TITLE, "<span class=\"nocase\">iron</span> and <sup>th</sup>",
		    "iron and <sup>th</sup>" },
		{ TITLE, "rock 'n' roll and coup d'\u00E9tat in www.a.org",
		    "Rock \u2019n\u2019 Roll and Coup d\u2019\u00E9tat in "
		    "www.a.org" },
		{ TITLE, "one. For all. vitamin A", "One. For All. Vitamin A" },
		{ TITLE, "<i>l</i>ong words", "<i>L</i>ong Words" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct row row = { .children = { { cases[i].text } },
			.expected = cases[i].expected };

		row.children[0].format.text_case = (uint8_t)cases[i].to;
		check_rows(&row, 1, &american);
	}
}

static void
titles_in_other_languages_keep_their_case(void **state)
{
	struct arena arena = { 0 };
	struct piece *p = piece_new_text(&arena, "la fin du monde", 15);

	(void)state;
	p->format.text_case = PIECE_TITLE;
	check_piece(p, &american, false, "la fin du monde");
	p->format.text_case = PIECE_CAPITALIZE_FIRST;
	check_piece(p, &american, false, "La fin du monde");
	p->format.text_case = PIECE_UPPERCASE;
	p->format.has_dotted_i = true;
	check_piece(p, &american, false, "LA F\u0130N DU MONDE");
	arena_clear(&arena);
}

static void
a_case_holds_for_all_that_a_group_prints(void **state)
{
	static const struct row rows[] = {
		{ { .text_case = PIECE_CAPITALIZE_FIRST, .delimiter = " " },
		    { { "in" }, { "press" } }, "In press" },
		{ { .text_case = PIECE_UPPERCASE, .prefix = "x" },
		    { { "a", { .suffix = "b" } } }, "xAB" },
		{ { .strips_periods = true, .suffix = "." },
		    { { "ed. by", { .suffix = "." } } }, "ed by." },
		{ { .text_case = PIECE_TITLE },
		    { { "http://a.b/c", { 0 }, true } }, "http://a.b/c" },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
display_passes_on_to_the_runs(void **state)
{
	static const struct row rows[] = {
		{ { 0 },
		    { { "1", { .display = RICH_LEFT_MARGIN, .suffix = "." } },
			{ "Text.",
			    { .display = RICH_RIGHT_INLINE,
				.prefix = ". " } } },
		    "\n    <div class=\"csl-left-margin\">1.</div>"
		    "<div class=\"csl-right-inline\">. Text.</div>\n  " },
		{ { .suffix = "." },
		    { { "a" },
			{ "b?",
			    { .display = RICH_INDENT, .has_quotes = true } } },
		    "a<div class=\"csl-indent\">\u201Cb?\u201D</div>\n  " },
		{ { .suffix = ". " },
		    { { "a", { .display = RICH_RIGHT_INLINE } } },
		    "<div class=\"csl-right-inline\">a.</div>\n   " },
	};

	(void)state;
	CHECK(rows, &american);
}

static void
a_tree_too_deep_is_left_out(void **state)
{
	struct arena arena = { 0 };
	struct piece *p = piece_new_text(&arena, "x", 1);
	struct str plain;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct piece *group = piece_new_group(&arena);

		group->format.text_case = PIECE_TITLE;
		group->format.has_quotes = true;
		piece_add(group, p);
		p = group;
	}
	str_init(&plain, 0);
	piece_add_plain(&plain, p, &american, true);
	assert_string_equal(plain.data, "");
	str_clear(&plain);
	arena_clear(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(delimiters_stand_between_what_prints),
		cmocka_unit_test(affixes_stand_outside_of_quotes_and_looks),
		cmocka_unit_test(markup_in_fields_takes_looks_on_and_off),
		cmocka_unit_test(quotes_in_fields_alternate_with_those_outside),
		cmocka_unit_test(marks_that_meet_leave_what_a_reader_expects),
		cmocka_unit_test(american_punctuation_goes_into_quotes),
		cmocka_unit_test(british_punctuation_stays_outside_of_quotes),
		cmocka_unit_test(cases_change_all_but_what_is_protected),
		cmocka_unit_test(titles_in_other_languages_keep_their_case),
		cmocka_unit_test(a_case_holds_for_all_that_a_group_prints),
		cmocka_unit_test(display_passes_on_to_the_runs),
		cmocka_unit_test(a_tree_too_deep_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
