/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <string.h>

#include "cite/rich.h"

struct row {
	struct {
		unsigned looks;
		const char *text;
	} runs[4];
	const char *plain, *html, *markdown;
};

static const struct row rows[] = {
	{ { { 0, "Kim & Lee, " }, { RICH_ITALIC, "A < B" }, { 0, "." } },
	    "Kim & Lee, A < B.", "Kim &#38; Lee, <i>A &#60; B</i>.",
	    "Kim & Lee, *A \\< B*." },
	{ { { RICH_ITALIC, "a " }, { RICH_ITALIC | RICH_BOLD, " b " },
	      { 0, "c" } },
	    "a  b c", NULL, NULL },
	{ { { RICH_ITALIC, " Title " }, { 0, "x" } }, " Title x",
	    "<i> Title </i>x", " *Title* x" },
	{ { { RICH_BOLD, "1" }, { RICH_SUPERSCRIPT, "n d" },
	      { RICH_SUBSCRIPT, "2" }, { RICH_SMALL_CAPS, "ad" } },
	    "1n d2ad",
	    "<b>1</b><sup>n d</sup><sub>2</sub>"
	    "<span style=\"font-variant:small-caps;\">ad</span>",
	    "**1**^n\\ d^~2~[ad]{.smallcaps}" },
	{ { { 0, "[1] *x* snake_case _y_ $5 a@b @c #d" } },
	    "[1] *x* snake_case _y_ $5 a@b @c #d",
	    "[1] *x* snake_case _y_ $5 a@b @c #d",
	    "\\[1\\] \\*x\\* snake_case \\_y\\_ \\$5 a@b \\@c #d" },
	{ { { 0, "# a" } }, "# a", "# a", "\\# a" },
	{ { { 0, "at https://a.b/c_d_*~x> e" } }, "at https://a.b/c_d_*~x> e",
	    "at https://a.b/c_d_*~x&#62; e", "at https://a.b/c_d_*~x\\> e" },
	{ { { 0, "1\u00BA 2\u00AA x\u00B2" } }, "1\u00BA 2\u00AA x\u00B2",
	    "1<sup>o</sup> 2<sup>a</sup> x<sup>2</sup>",
	    "1\u00BA 2\u00AA x\u00B2" },
	{ { { 0, "AT&T &amp;" } }, "AT&T &amp;", "AT&#38;T &#38;amp;",
	    "AT\\&T \\&amp;" },
	{ { { RICH_UNDERLINE, "u" }, { RICH_LIGHT, "l" },
	      { RICH_OBLIQUE, "o" } },
	    "ulo",
	    "<span style=\"text-decoration:underline;\">u</span>"
	    "<span style=\"font-weight:light;\">l</span><em>o</em>",
	    "[u]{.underline}l*o*" },
	{ { { 0, "" } }, "", "", "" },
};

static void
fill(struct rich *r, const struct row *row)
{
	rich_reset(r);
	for (size_t i = 0; i < 4 && row->runs[i].text; i++)
		rich_add(r, row->runs[i].looks, row->runs[i].text,
		    strlen(row->runs[i].text));
}

static void
each_form_says_the_looks_in_its_own_way(void **state)
{
	struct rich r;
	struct str out;

	(void)state;
	rich_init(&r);
	str_init(&out, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fill(&r, &rows[i]);
		assert_string_equal(r.text.data, rows[i].plain);
		if (!rows[i].html)
			continue;
		str_reset(&out);
		rich_add_html(&out, &r);
		assert_string_equal(out.data, rows[i].html);
		str_reset(&out);
		rich_add_markdown(&out, &r);
		assert_string_equal(out.data, rows[i].markdown);
	}
	str_clear(&out);
	rich_clear(&r);
}

static void
runs_follow_each_other_without_gaps(void **state)
{
	struct rich r;
	uint32_t at = 0;

	(void)state;
	rich_init(&r);
	rich_add(&r, RICH_BOLD, "a", 1);
	rich_add(&r, RICH_BOLD, "b", 1);
	rich_add(&r, 0, "", 0);
	rich_add(&r, RICH_ITALIC, "c", 1);
	assert_int_equal(r.count, 2);
	for (uint32_t i = 0; i < r.count; i++) {
		assert_int_equal(r.runs[i].at, at);
		at += r.runs[i].len;
	}
	assert_int_equal(at, r.text.len);
	rich_clear(&r);
	rich_clear(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_form_says_the_looks_in_its_own_way),
		cmocka_unit_test(runs_follow_each_other_without_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
