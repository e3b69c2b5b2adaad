/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "compile/diagnose.h"
#include "compile/markdown.h"

/* One read of a text, with what was said about it. */
struct reading {
	struct markdown_result result;
	struct arena arena;
	struct diagnose d;
	char *said;
	size_t said_len;
};

static void
read_as(struct reading *r, const char *text, bool is_inline)
{
	struct markdown_options options = { .file = "f",
		.language = "en",
		.is_inline = is_inline };
	struct line_table lines;
	FILE *to;

	*r = (struct reading){ 0 };
	diagnose_init(&r->d);
	line_table_init(&lines, text, strlen(text), 1);
	markdown_read(&r->result, text, strlen(text), &lines, &options, &r->d,
	    &r->arena);
	to = open_memstream(&r->said, &r->said_len);
	assert_non_null(to);
	diagnose_print(&r->d, to);
	fclose(to);
	line_table_clear(&lines);
}

static void
clear_reading(struct reading *r)
{
	free(r->said);
	diagnose_clear(&r->d);
	arena_clear(&r->arena);
}

/*
 * A passage in one line: its kind, level and number, then its text with "|"
 * where a sentence begins, "^" where a mark stands, and spans in braces.
 */
static void
describe_place(struct str *out, const struct markdown_passage *m, uint32_t at)
{
	static const char kinds[] = " *_`>";
	const struct passage *p = &m->p;

	for (uint32_t i = p->span_count; i-- > 0;) {
		if (p->spans[i].at + p->spans[i].len == at)
			str_add_char(out, '}');
	}
	for (uint32_t i = 0; i < m->mark_count; i++) {
		if (m->marks[i].at == at)
			str_add_char(out, '^');
	}
	for (uint32_t i = 1; i < p->sentence_count; i++) {
		if (p->sentences[i].at == at)
			str_add_char(out, '|');
	}
	for (uint32_t i = 0; i < p->span_count; i++) {
		if (p->spans[i].at == at)
			str_add_format(out, "{%c", kinds[p->spans[i].kind]);
	}
}

static void
describe(struct str *out, const struct markdown_passage *m)
{
	const struct passage *p = &m->p;

	str_add_text(out, passage_get_kind_name(p->kind));
	if (p->level)
		str_add_format(out, " %d", p->level);
	if (p->ordinal)
		str_add_format(out, " (%d)", p->ordinal);
	str_add_text(out, p->is_graphic ? " graphic: " : ": ");
	for (uint32_t at = 0; at < p->len; at++) {
		describe_place(out, m, at);
		if (p->text[at] == '\n' || p->text[at] == '\t')
			str_add_text(out, p->text[at] == '\n' ? "\\n" : "\\t");
		else
			str_add_char(out, p->text[at]);
	}
	describe_place(out, m, p->len);
	str_add_char(out, '\n');
}

static void
expect_as(const char *text, bool is_inline, const char *passages,
    const char *said)
{
	struct reading r;
	struct str out;

	read_as(&r, text, is_inline);
	str_init(&out, 0);
	for (uint32_t i = 0; i < r.result.passage_count; i++)
		describe(&out, &r.result.passages[i]);
	assert_string_equal(out.data, passages);
	assert_string_equal(r.said, said);
	str_clear(&out);
	clear_reading(&r);
}

static void
expect(const char *text, const char *passages)
{
	expect_as(text, false, passages, "");
}

static void
expect_said(const char *text, const char *said)
{
	struct reading r;

	read_as(&r, text, false);
	assert_string_equal(r.said, said);
	clear_reading(&r);
}

static void
blocks_become_passages(void **state)
{
	(void)state;
	expect(
	    "## Two. Three.\n\nOne\n**two**\\\nthree. Four.\n***\n"
	    "Five  \nsix\n\n### Under\n",
	    "heading 2: Two. Three.\n"
	    "paragraph: One {_two}\\n|three. |Four.\n"
	    "paragraph: Five\\n|six\n"
	    "heading 3: Under\n");
	expect("- one\n- two\n\n  more\n\n  7. sub\n  8. sub *two*\n",
	    "item 1: one\nitem 1: two\nparagraph 1: more\n"
	    "item 2 (7): sub\nitem 2 (8): sub {*two}\n");
	expect("> one\n> - item\n>\n> two\n>> three\n",
	    "quotation 1: one\nitem 1: item\nquotation 1: two\n"
	    "quotation 2: three\n");
	expect("- > quoted\n\n  after\n",
	    "quotation 1: quoted\nitem 1: after\n");
	expect("```sh\na  b\n\n  c\n```\n\n    d\n",
	    "code: a  b\\n\\n|  c\ncode: d\n");
	expect("    first\n      more\n", "code: first\\n|  more\n");
	expect("<b>x</b> &lt;\n\n<div>\n\n",
	    "paragraph: <b>x</b> <\n"
	    "paragraph: <div>\n");
	expect("", "");
	expect(" \n\n##\n- \n", "");
}

static void
rows_of_tables_have_cells(void **state)
{
	(void)state;
	expect(
	    "| A | B |\n|---|--:|\n| a. b\tc | |\n| | `x|y` |\n"
	    "| d |\n| {graphic} e | *f* |\n| | |\n",
	    "table-row 1: A\\t|B\n"
	    "table-row: a. b c\\t\n"
	    "table-row: \\t{`x|y}\n"
	    "table-row: d\\t\n"
	    "table-row graphic: e\\t|{*f}\n");
}

static void
spans_follow_the_text(void **state)
{
	struct reading r;

	(void)state;
	expect("*a **b*** `c  d` ~~e~~\n",
	    "paragraph: {*a {_b}} {`c  d} ~~e~~\n");
	read_as(&r,
	    "See [the *text*](topic:pay) <https://e.org/a?b&amp;c>\n"
	    "[x](</a b&eacute;\\*>)",
	    false);
	assert_int_equal(r.result.link_count, 3);
	assert_string_equal(r.result.links[0].destination, "topic:pay");
	assert_int_equal(r.result.links[0].source_at, 17);
	assert_string_equal(r.result.links[1].destination,
	    "https://e.org/a?b&c");
	assert_string_equal(r.result.links[2].destination, "/a b\u00E9*");
	clear_reading(&r);
	expect("See [the *text*](topic:pay), <https://e.org/a?b.C>.\n",
	    "paragraph: See {>the {*text}}, {>https://e.org/a?b.C}.\n");
	expect("Run `a. B? C` or [what? Who](x).\n",
	    "paragraph: Run {`a. B? C} or {>what? |Who}.\n");
}

static void
marks_stand_where_citations_did(void **state)
{
	(void)state;
	expect(
	    "Pay goes to the U.S.[@a, p. 1\n<- @b] The next[@c], and.[@d]"
	    "[@e]\n",
	    "paragraph: Pay goes to the U.S.^ |The next^, and.^^\n");
	expect("## Head[@a]\n\n- item[@b]\n\n> quoted[@c,\n> p. 4] on\n",
	    "heading 2: Head^\nitem 1: item^\nquotation 1: quoted^ on\n");
	expect(
	    "**Title.**[@a] *[@b]emph* x[@c]_y_ **t[@d]**u[@e]_v_ "
	    "_w._[@f]\n",
	    "paragraph: {_Title.}^ ^{*emph} x^_y_ {_t}^u^_v_ {*w.}^\n");
	expect("[te[@a]xt](topic:x)[@b](y)\n", "paragraph: {>te^xt}^(y)\n");
	expect("| A | From |\n|---|---|\n| a[@a, \"|\"] | [@b] [@c] |\n",
	    "table-row 1: A\\t|From\ntable-row: a^\\t^^\n");
}

static void
white_space_before_a_mark_goes(void **state)
{
	(void)state;
	expect("A [@a] b [@b]. C[@c] d [@d], e\n[@e]\nf [@f]g [@g] (h) [@h]\n",
	    "paragraph: A^ b^. |C^ d^, e^ f^ g^ (h)^\n");
	expect("A **b** [@a] [@b]: `c ` [@c]\n",
	    "paragraph: A {_b}^^: {`c}^\n");
}

static void
citations_in_code_are_text(void **state)
{
	struct reading r;

	(void)state;
	expect("`a [@b]` `` [@c,\nd] [@ ``\n",
	    "paragraph: {`a [@b]} "
	    "{`[@c, d] [@}\n");
	expect("```x[@y]\n[@a\n  <- @b] [@\n```\n",
	    "code: [@a\\n|  <- @b] [@\n");
	read_as(&r, "```x&amp;[@a] [@\n```\n> ~~~ [@b]\n\n    [@c]\n`[@d]`",
	    false);
	assert_string_equal(r.said, "");
	assert_int_equal(r.result.citations_in_code, 5);
	clear_reading(&r);
}

static void
escaped_citations_are_text(void **state)
{
	(void)state;
	expect("\\[@a] \\\\[@b] [ @c]\n", "paragraph: [@a] \\^ [ @c]\n");
}

/* What the marks of the first passage cover, each in brackets. */
static void
expect_covers(const char *text, const char *expected)
{
	const struct markdown_passage *m;
	struct reading r;
	struct str out;

	read_as(&r, text, false);
	str_init(&out, 0);
	assert_true(r.result.passage_count > 0);
	m = &r.result.passages[r.result.passage_count - 1];
	for (uint32_t i = 0; i < m->mark_count; i++) {
		str_add_char(&out, '[');
		str_add(&out, m->p.text + m->marks[i].from,
		    m->marks[i].at - m->marks[i].from);
		str_add_char(&out, ']');
	}
	assert_string_equal(out.data, expected);
	str_clear(&out);
	clear_reading(&r);
}

static void
a_citation_covers_the_text_since_the_one_before(void **state)
{
	(void)state;
	expect_covers("One. Two[@a], three.[@b] Four.[@c][@d] [@e] Five.",
	    "[Two][, three.][Four.][Four.][Four.]");
	expect_covers("One, Mr. Pak.[@a]\nTwo[@b]", "[One, Mr. Pak.][Two]");
	expect_covers("\u6211\u3002[@a]\u4F60\u3002[@b]",
	    "[\u6211\u3002][\u4F60\u3002]");
	expect_covers("x|y\n---|---\na[@a]|b\n", "[a]");
	expect_covers("x|y|z|w\n---|---|---|---\na|b|[@a]|[@b]\n",
	    "[a\tb\t][a\tb\t\t]");
}

static void
graphic_passages_are_marked(void **state)
{
	(void)state;
	expect(
	    "{graphic} One.\n\n{graphic}\nTwo.\n\n- {graphic} three\n"
	    "> {graphic}four\n\n## {graphic} Five\n\n\\{graphic} six\n",
	    "paragraph graphic: One.\nparagraph graphic: Two.\n"
	    "item 1 graphic: three\nquotation 1 graphic: four\n"
	    "heading 2 graphic: Five\nparagraph: {graphic} six\n");
	expect_said("{graphic}\n\n{graphc} x\n",
	    "f:1:1: passage has no text\n"
	    "f:3:1: unknown mark at the beginning of a passage (\\{ is the "
	    "character)\n");
}

static void
a_mark_that_marks_nothing_is_warned_of(void **state)
{
	(void)state;
	expect_said(
	    "One {graphic} two.\n{editor: x}\n\n- a *b* {graphic}\n\n"
	    "a|b\n---|---\n{graphic} c|{graphic} d\n",
	    "f:1:5: warning: mark is text here: it stands at the beginning of "
	    "a passage (\\{ is the character)\n"
	    "f:2:1: warning: mark is text here: it stands at the beginning of "
	    "a passage (\\{ is the character)\n"
	    "f:4:9: warning: mark is text here: it stands at the beginning of "
	    "a passage (\\{ is the character)\n"
	    "f:8:13: warning: mark is text here: it stands at the beginning of "
	    "a passage (\\{ is the character)\n");
	expect_said(
	    "One \\{graphic} `{graphic}` {graph} {editor}\n\n"
	    "{graphic} {graphic} two \\{editor: x.\n",
	    "");
	expect_said("One \\\\{graphic}\n",
	    "f:1:7: warning: mark is text here: it stands at the beginning of "
	    "a passage (\\{ is the character)\n");
}

static void
what_looks_like_a_table_and_is_none_is_warned_of(void **state)
{
	(void)state;
	expect_said("| a | b |\n| c | d |\n",
	    "f:1:1: warning: looks like a table: its second line needs --- "
	    "for each column\n");
	expect_said("\\| a\n\na | b\n\n| a |\n|---|\n| b |\n", "");
}

static void
a_destination_that_holds_a_citation_is_none(void **state)
{
	struct reading r;

	(void)state;
	read_as(&r, "[x](topic:one[@a]) [y](topic:two)[@a] [z](<topic:[@b>)\n",
	    false);
	assert_int_equal(r.result.link_count, 3);
	assert_true(r.result.links[0].is_faulty);
	assert_false(r.result.links[1].is_faulty);
	assert_true(r.result.links[2].is_faulty);
	clear_reading(&r);
}

static void
notes_of_the_editor_lose_their_braces(void **state)
{
	(void)state;
	expect(
	    "Text.\n\n{editor: A *note* with [l](x).[@a]}\n\n"
	    "{editor:{graphic} b\nc} [@b]\n\n\\{editor: d}\n",
	    "paragraph: Text.\n"
	    "editors-note: A {*note} with {>l}.^\n"
	    "editors-note graphic: b c^\n"
	    "paragraph: {editor: d}\n");
	expect_said(
	    "{editor: a}\n\nb\n\n{editor: c\n\n{editor: d\\}\n\n"
	    "- {editor: e}\n\n{editor:}\n",
	    "f:1:1: an editor's note stands behind the passage it is on\n"
	    "f:5:1: editor's note is not closed: its paragraph ends with }\n"
	    "f:7:1: editor's note is not closed: its paragraph ends with }\n"
	    "f:9:3: an editor's note is a paragraph of its own\n"
	    "f:11:1: passage has no text\n");
}

static void
a_note_on_what_is_graphic_is_graphic(void **state)
{
	(void)state;
	expect(
	    "{graphic} a\n\n{editor: b}\n\n{editor: c}\n\n"
	    "d\n\n{editor: e}\n",
	    "paragraph graphic: a\n"
	    "editors-note graphic: b\neditors-note graphic: c\n"
	    "paragraph: d\neditors-note: e\n");
}

static void
citations_that_cannot_be_shown_are_errors(void **state)
{
	(void)state;
	expect_said(
	    "[a](x[@a] \"t[@b]\") <https://e.org/[@c]>\n"
	    "- [@d]\n\na|b\n---|---\nc|d|[@e]\n\n{editor: [@f]\n",
	    "f:1:6: citation stands where it is not shown\n"
	    "f:1:13: citation stands where it is not shown\n"
	    "f:1:35: citation stands where it is not shown\n"
	    "f:2:3: citation stands without text\n"
	    "f:6:5: citation stands where it is not shown\n"
	    "f:8:1: editor's note is not closed: its paragraph ends with }\n"
	    "f:8:1: passage has no text\n"
	    "f:8:10: citation stands without text\n");
	expect_said("Text [@a, ] \u00E9 [@]\n\nmore [@b\n",
	    "f:1:11: locator is empty\n"
	    "f:1:17: expected a key after @\n"
	    "f:3:6: citation is not closed\n");
	expect_said("[@a] Text.\n",
	    "f:1:1: warning: citation stands before the text that it should "
	    "cover\n");
}

static void
what_markdown_we_do_not_have_is_said(void **state)
{
	(void)state;
	expect_said("# One\n\nTwo\n===\n",
	    "f:1:3: headings begin at level 2: the title stands in the front "
	    "matter\n"
	    "f:3:1: headings begin at level 2: the title stands in the front "
	    "matter\n");
	expect_said(
	    "a ![b [@c]](d) ![](e)\n\n[r]: x\n> [s]: y\n\n"
	    "a\n[t]: z\n\n[r]: `\n",
	    "f:1:3: images are not supported\n"
	    "f:1:7: citation stands where it is not shown\n"
	    "f:1:16: images are not supported\n"
	    "f:3:1: reference definitions are not supported: write "
	    "[text](destination)\n"
	    "f:4:3: reference definitions are not supported: write "
	    "[text](destination)\n"
	    "f:9:1: reference definitions are not supported: write "
	    "[text](destination)\n");
	expect_said("[](x) [[@a]](y)\n",
	    "f:1:4: link has no text\n"
	    "f:1:8: citation stands without text\n"
	    "f:1:14: link has no text\n");
}

static void
entities_become_characters(void **state)
{
	(void)state;
	expect("&eacute;&#233;&#xE9; &amp;&nbsp;&hellip; &lt;b>\n",
	    "paragraph: \u00E9\u00E9\u00E9 &\u00A0\u2026 <b>\n");
	expect_as("&bogus; &#7; &#x202E; &#xD800; &#0;\n", false,
	    "paragraph: &bogus; &#7; &#x202E; &#xD800; &#0;\n",
	    "f:1:1: unknown entity (write the character itself, or \\& for "
	    "the ampersand)\n"
	    "f:1:9: character reference is not allowed\n"
	    "f:1:14: character reference is not allowed\n"
	    "f:1:23: character reference is not allowed\n"
	    "f:1:32: character reference is not allowed\n");
	expect_said("Text\n\nCafe&#769;\n\ne*\u0301*\n\n[x](e&#769;)\n",
	    "f:3:1: text is not in Unicode's normal form NFC\n"
	    "f:5:1: text is not in Unicode's normal form NFC\n"
	    "f:7:1: link's destination is not in Unicode's normal form "
	    "NFC\n");
}

static void
an_inline_text_is_one_paragraph(void **state)
{
	static const char *const wrong[] = { "1. a", "# a", "> a", "a\n\nb",
		"    a", "---", "a|b\n---|---\n", "{editor: a}" };

	(void)state;
	expect_as("A *b*.[@c]\nd", true, "paragraph: A {*b}.^ d\n", "");
	expect_as("", true, "", "");
	expect_as(" \n", true, "", "");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct reading r;

		read_as(&r, wrong[i], true);
		assert_true(r.d.errors > 0);
		assert_non_null(strstr(r.said, "expected one paragraph"));
		clear_reading(&r);
	}
}

/* A text of many times one piece; the caller's. */
static char *
repeat(const char *piece, size_t count, const char *tail)
{
	struct str text;

	str_init(&text, 0);
	for (size_t i = 0; i < count; i++)
		str_add_text(&text, piece);
	str_add_text(&text, tail);
	return str_take(&text);
}

static void
a_long_passage_is_split_at_a_sentence(void **state)
{
	char *text = repeat("Some words *and more words. Th*ey end here. ", 400,
	    "[@a] The end.[@b]");
	const struct markdown_passage *m;
	struct reading r;

	(void)state;
	read_as(&r, text, false);
	assert_string_equal(r.said,
	    "f:1:1: note: passage of 16808 bytes is split, since it is longer "
	    "than 8192\n");
	assert_int_equal(r.result.passage_count, 3);
	m = r.result.passages;
	for (uint32_t i = 0; i < 3; i++) {
		assert_true(m[i].p.len <= 8192);
		assert_int_equal(m[i].p.kind, PASSAGE_PARAGRAPH);
		assert_int_equal(m[i].p.text[m[i].p.len - 1], '.');
		assert_int_equal(m[i].mark_count, i == 2 ? 2 : 0);
		assert_true(text[m[i].sentence_source_at[0]] == m[i].p.text[0]);
	}
	assert_int_equal(m[2].marks[1].at, m[2].p.len);
	assert_memory_equal(m[2].p.text + m[2].marks[1].from, "The end.", 8);
	clear_reading(&r);
	free(text);
}

static void
a_span_goes_on_where_its_passage_is_split(void **state)
{
	char *text = repeat("word ", 4000, "end**");
	char *strong = mem_alloc(strlen(text) + 3);
	struct reading r;

	(void)state;
	memcpy(strong, "**", 2);
	memcpy(strong + 2, text, strlen(text) + 1);
	read_as(&r, strong, false);
	assert_int_equal(r.result.passage_count, 3);
	for (uint32_t i = 0; i < 3; i++) {
		const struct passage *p = &r.result.passages[i].p;

		assert_int_equal(p->span_count, 1);
		assert_int_equal(p->spans[0].at, 0);
		assert_int_equal(p->spans[0].len, p->len);
		assert_int_equal(p->sentence_count, 1);
		assert_memory_equal(p->text, "word", 4);
		assert_true(p->text[p->len - 1] == 'd');
	}
	clear_reading(&r);
	free(strong);
	free(text);
}

static void
without_words_a_passage_is_split_at_a_character(void **state)
{
	char *text = repeat("\uD55C", 5000, "[@a]");
	struct reading r;

	(void)state;
	read_as(&r, text, false);
	assert_int_equal(r.result.passage_count, 2);
	assert_int_equal(r.result.passages[0].p.len, 8190);
	assert_int_equal(r.result.passages[0].mark_count, 0);
	assert_int_equal(r.result.passages[1].mark_count, 1);
	assert_int_equal(r.result.passages[1].marks[0].from, 0);
	clear_reading(&r);
	read_as(&r, text, true);
	assert_string_equal(r.said,
	    "f:1:1: text of 15000 bytes is longer than 8192\n");
	clear_reading(&r);
	free(text);
}

static void
sentences_know_their_place_in_the_source(void **state)
{
	const char *text =
	    "> *One.*[@a] Two &amp; so.\n>   Three[@b,\n> c]. "
	    "&amp; Four.\n";
	const char *begins[] = { "One", "Two", "Three", "&amp; Four" };
	const struct markdown_passage *m;
	struct reading r;

	(void)state;
	read_as(&r, text, false);
	assert_int_equal(r.result.passage_count, 1);
	m = &r.result.passages[0];
	assert_int_equal(m->p.sentence_count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_memory_equal(text + m->sentence_source_at[i], begins[i],
		    strlen(begins[i]));
	assert_int_equal(m->source_at, 3);
	clear_reading(&r);
}

static void
too_deep_a_nesting_is_an_error(void **state)
{
	char *quotes = repeat("> ", 65, "a");
	char *stars = repeat("*a _b ", 20, "");
	struct str text;

	(void)state;
	expect_said(quotes,
	    "f:1:1: lists and quotations are nested too deeply\n");
	str_init(&text, 0);
	str_add_text(&text, stars);
	for (int i = 0; i < 20; i++)
		str_add_text(&text, "b_ a* ");
	expect_said(text.data,
	    "f:1:97: emphasis and links are nested too deeply\n");
	str_clear(&text);
	free(quotes);
	free(stars);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_become_passages),
		cmocka_unit_test(rows_of_tables_have_cells),
		cmocka_unit_test(spans_follow_the_text),
		cmocka_unit_test(marks_stand_where_citations_did),
		cmocka_unit_test(white_space_before_a_mark_goes),
		cmocka_unit_test(citations_in_code_are_text),
		cmocka_unit_test(escaped_citations_are_text),
		cmocka_unit_test(
		    a_citation_covers_the_text_since_the_one_before),
		cmocka_unit_test(graphic_passages_are_marked),
		cmocka_unit_test(notes_of_the_editor_lose_their_braces),
		cmocka_unit_test(a_note_on_what_is_graphic_is_graphic),
		cmocka_unit_test(a_mark_that_marks_nothing_is_warned_of),
		cmocka_unit_test(
		    what_looks_like_a_table_and_is_none_is_warned_of),
		cmocka_unit_test(a_destination_that_holds_a_citation_is_none),
		cmocka_unit_test(citations_that_cannot_be_shown_are_errors),
		cmocka_unit_test(what_markdown_we_do_not_have_is_said),
		cmocka_unit_test(entities_become_characters),
		cmocka_unit_test(an_inline_text_is_one_paragraph),
		cmocka_unit_test(a_long_passage_is_split_at_a_sentence),
		cmocka_unit_test(a_span_goes_on_where_its_passage_is_split),
		cmocka_unit_test(
		    without_words_a_passage_is_split_at_a_character),
		cmocka_unit_test(sentences_know_their_place_in_the_source),
		cmocka_unit_test(too_deep_a_nesting_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
