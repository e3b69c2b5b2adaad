/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/clean.h"
#include "text/plain.h"

static void
add_line(void *context, enum plain_role role, const char *text, size_t len)
{
	struct str *lines = context;

	(void)role;
	str_add(lines, text, len);
	str_add_char(lines, '\n');
}

static void
assert_page(struct page *page, size_t width_cols, unsigned clean,
    const char *expected)
{
	struct plain_writer w = { .line = add_line,
		.width_cols = width_cols,
		.clean = clean };
	struct str lines;

	for (uint32_t i = 0; i < page->passage_count; i++)
		page->passages[i].len = (uint32_t)strlen(
		    page->passages[i].text);
	str_init(&lines, 0);
	w.context = &lines;
	plain_write_page(&w, page);
	assert_string_equal(lines.data, expected);
	str_clear(&lines);
}

static void
every_kind_of_passage_has_its_look(void **state)
{
	struct passage passages[] = {
		{ .kind = PASSAGE_HEADING, .level = 2, .text = "Pay" },
		{ .kind = PASSAGE_PARAGRAPH, .text = "One two three four." },
		{ .kind = PASSAGE_HEADING, .level = 3, .text = "Kept" },
		{ .kind = PASSAGE_ITEM,
		    .level = 1,
		    .text = "first item is long" },
		{ .kind = PASSAGE_ITEM,
		    .level = 2,
		    .ordinal = 7,
		    .text = "inner item" },
		{ .kind = PASSAGE_QUOTATION,
		    .level = 1,
		    .text = "What they said." },
		{ .kind = PASSAGE_NOTE, .text = "It is not so." },
		{ .kind = PASSAGE_PARAGRAPH,
		    .is_graphic = true,
		    .text = "Harsh." },
		{ .kind = PASSAGE_CODE, .text = "a\tb\n  c" },
	};
	struct page page = { .passages = passages,
		.passage_count = sizeof passages / sizeof *passages };

	(void)state;
	assert_page(&page, 14, 0,
	    "Pay\n"
	    "---\n"
	    "\n"
	    "One two three\n"
	    "four.\n"
	    "\n"
	    "### Kept\n"
	    "\n"
	    "- first item\n"
	    "  is long\n"
	    "  7. inner\n"
	    "     item\n"
	    "\n"
	    "> What they\n"
	    "> said.\n"
	    "\n"
	    "Editor's note:\n"
	    "It is not so.\n"
	    "\n"
	    "[graphic passage]\n"
	    "Harsh.\n"
	    "\n"
	    "    a       b\n"
	    "      c\n");
}

static void
a_paragraph_of_an_item_is_indented(void **state)
{
	struct passage passages[] = {
		{ .kind = PASSAGE_ITEM,
		    .level = 1,
		    .ordinal = 10,
		    .text = "ten" },
		{ .kind = PASSAGE_PARAGRAPH,
		    .level = 1,
		    .text = "more on ten here" },
		{ .kind = PASSAGE_ITEM, .level = 2, .text = "inner" },
		{ .kind = PASSAGE_PARAGRAPH, .level = 2, .text = "more" },
		{ .kind = PASSAGE_PARAGRAPH, .level = 1, .text = "again" },
		{ .kind = PASSAGE_PARAGRAPH, .level = 99, .text = "deep" },
		{ .kind = PASSAGE_PARAGRAPH, .text = "outside" },
	};
	struct page page = { .passages = passages,
		.passage_count = sizeof passages / sizeof *passages };

	(void)state;
	assert_page(&page, 14, 0,
	    "10. ten\n"
	    "\n"
	    "    more on\n"
	    "    ten here\n"
	    "\n"
	    "  - inner\n"
	    "\n"
	    "    more\n"
	    "\n"
	    "    again\n"
	    "\n"
	    "      deep\n"
	    "\n"
	    "outside\n");
}

static void
marks_stand_behind_what_they_cover(void **state)
{
	struct citation citations[] = { { .number = 1 }, { .number = 2 },
		{ .number = 2 } };
	struct link links[] = { { .url = "https://example.org/" } };
	struct span spans[] = {
		{ .at = 0, .len = 3, .kind = SPAN_LINK, .target = 0 },
		{ .at = 3, .kind = SPAN_CITATION, .target = 0 },
		{ .at = 4, .len = 3, .kind = SPAN_EMPHASIS },
		{ .at = 8, .kind = SPAN_CITATION, .target = 0 },
		{ .at = 8, .kind = SPAN_CITATION, .target = 1 },
		{ .at = 8, .kind = SPAN_CITATION, .target = 2 },
		{ .at = 8, .kind = SPAN_CITATION, .target = 99 },
	};
	struct passage passages[] = {
		{ .kind = PASSAGE_PARAGRAPH,
		    .text = "One two.",
		    .spans = spans,
		    .span_count = sizeof spans / sizeof *spans },
	};
	struct page page = { .passages = passages,
		.passage_count = 1,
		.citations = citations,
		.citation_count = 3,
		.links = links,
		.link_count = 1 };

	(void)state;
	assert_page(&page, 80, 0, "One <https://example.org/>[1] two.[1,2]\n");
}

static struct span cell_marks[] = {
	{ .at = 2, .kind = SPAN_CITATION, .target = 0 },
};
static struct citation cell_citations[] = { { .number = 5 } };
static struct passage rows[] = {
	{ .kind = PASSAGE_ROW, .level = 1, .text = "Year\tPeople who left" },
	{ .kind = PASSAGE_ROW,
	    .text = "98\tabout a hundred of them",
	    .spans = cell_marks,
	    .span_count = 1 },
	{ .kind = PASSAGE_ROW, .text = "1999\t\xED\x95\x9C\xEA\xB5\xAD" },
};
static struct page table = { .passages = rows,
	.passage_count = 3,
	.citations = cell_citations,
	.citation_count = 1 };

static void
a_table_has_columns(void **state)
{
	(void)state;
	assert_page(&table, 22, 0,
	    "Year   People who left\n"
	    "-----  ---------------\n"
	    "98[5]  about a hundred\n"
	    "       of them\n"
	    "1999   \xED\x95\x9C\xEA\xB5\xAD\n");
}

static void
a_table_too_wide_becomes_a_list(void **state)
{
	(void)state;
	assert_page(&table, 10, 0,
	    "- Year:\n"
	    "  98[5]\n"
	    "  People\n"
	    "  who\n"
	    "  left:\n"
	    "  about a\n"
	    "  hundred\n"
	    "  of them\n"
	    "- Year:\n"
	    "  1999\n"
	    "  People\n"
	    "  who\n"
	    "  left:\n"
	    "  \xED\x95\x9C\xEA\xB5\xAD\n");
}

static void
count_line(void *context, enum plain_role role, const char *text, size_t len)
{
	(void)role;
	assert_int_equal(len, 3);
	assert_memory_equal(text, "- x", 3);
	++*(uint32_t *)context;
}

/* As a square of cells it would want a hundred gigabytes. */
static void
one_long_row_does_not_make_the_others_long(void **state)
{
	enum { ROWS = 70000, TABS = 65000 };
	struct passage *passages = calloc(ROWS, sizeof *passages);
	struct page page = { .passages = passages, .passage_count = ROWS };
	char *tabs = malloc(TABS);
	uint32_t lines = 0;
	struct plain_writer w = { .line = count_line,
		.context = &lines,
		.width_cols = 80 };

	(void)state;
	assert_non_null(passages);
	assert_non_null(tabs);
	memset(tabs, '\t', TABS);
	passages[0] = (struct passage){ .kind = PASSAGE_ROW,
		.text = tabs,
		.len = TABS };
	for (int i = 1; i < ROWS; i++)
		passages[i] = (struct passage){ .kind = PASSAGE_ROW,
			.text = "x",
			.len = 1 };
	plain_write_page(&w, &page);
	assert_int_equal(lines, ROWS - 1);
	free(tabs);
	free(passages);
}

static void
text_is_cleaned_before_it_is_measured(void **state)
{
	struct passage passages[] = {
		{ .kind = PASSAGE_PARAGRAPH,
		    .text = "a\x1b"
			    "b \xED\x95\x9C" },
	};
	struct page page = { .passages = passages, .passage_count = 1 };

	(void)state;
	assert_page(&page, 10, CLEAN_ASCII, "a<U+001B>b\nhan\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_passage_has_its_look),
		cmocka_unit_test(a_paragraph_of_an_item_is_indented),
		cmocka_unit_test(marks_stand_behind_what_they_cover),
		cmocka_unit_test(a_table_has_columns),
		cmocka_unit_test(a_table_too_wide_becomes_a_list),
		cmocka_unit_test(one_long_row_does_not_make_the_others_long),
		cmocka_unit_test(text_is_cleaned_before_it_is_measured),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
