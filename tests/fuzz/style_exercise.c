/* SPDX-License-Identifier: ISC */
#include "style_exercise.h"

#include <string.h>

#include "base/utf8.h"
#include "cite/cite.h"
#include "fuzz.h"
#include "model/csl.h"
#include "model/style_writer.h"

static const struct csl_name authors[] = {
	{ .family = "Veen",
	    .given = "Johanna-Maria",
	    .suffix = "Jr.",
	    .non_dropping_particle = "van der" },
	{ .literal = "Board of Works" },
	{ .family = "Stone", .given = "Bo" },
	{ .family = "Weir", .given = "D." },
};

static void
make_items(struct csl_item items[2])
{
	memset(items, 0, 2 * sizeof *items);
	for (unsigned i = 0; i < 2; i++) {
		items[i].id = i ? "b" : "a";
		items[i].type = i ? CSL_TYPE_CHAPTER : CSL_TYPE_ARTICLE_JOURNAL;
		for (unsigned v = 1; v < CSL_TEXT_COUNT; v++) {
			items[i].texts[v] = (v + i) % 3 ?
			    "12" :
			    "On <i>Tide</i> mills: \"a case\", 3rd ed.";
		}
		items[i].texts[CSL_LOCATOR] = NULL;
		items[i].texts[CSL_PAGE] = "101-108";
		for (unsigned v = i; v < CSL_NAMES_COUNT; v += 2)
			items[i].names[v] = (struct csl_names){ authors, 4 };
		for (unsigned v = i; v < CSL_DATE_COUNT; v++)
			items[i].dates[v] = (struct csl_date){
				.is_given = true,
				.from = { 2011, 5, 20 },
				.to = { i ? 2012 : 0, 1, 0 },
			};
	}
}

static void
cite_all(const struct style *style, const struct style *locale)
{
	struct csl_item items[2];
	const struct csl_item *const lent[] = { &items[0], &items[1] };
	struct cite_part parts[2] = { { .item = 0, .locator = "12-14" },
		{ .item = 1, .position = CITE_IBID } };
	struct error err;
	struct cite *cite;
	struct rich out;

	if (cite_new(&cite, style, locale, &err))
		return;
	make_items(items);
	rich_init(&out);
	cite_set_items(cite, lent, 2);
	for (uint32_t i = 0; i < 2; i++)
		cite_add_reference(&out, cite, i);
	cite_add_citation(&out, cite, parts, 2);
	cite_add_narrative(&out, cite, parts);
	REQUIRE(utf8_find_invalid(out.text.data ? out.text.data : "",
		    out.text.len) == out.text.len);
	rich_clear(&out);
	cite_free(cite);
}

static void
read_node(const struct style *s, style_node n)
{
	for (int a = 1; a < STYLE_ATTRIBUTE_COUNT; a++) {
		enum style_attribute name = (enum style_attribute)a;
		const char *text = style_get_text(s, n, name);
		const uint16_t *list;
		uint32_t count;

		REQUIRE(!text ||
		    utf8_find_invalid(text, strlen(text)) == strlen(text));
		REQUIRE(style_get_word(s, n, name) < STYLE_WORDS_END);
		list = style_get_list(s, n, name, &count);
		for (uint32_t i = 0; i < count; i++)
			REQUIRE(list[i] <= STYLE_WORDS_END);
	}
}

static void
read_all(const struct style *s, style_node n, unsigned depth)
{
	REQUIRE(depth <= STYLE_DEPTH_MAX);
	read_node(s, n);
	if (style_get_element(s, n) == STYLE_TERMS) {
		style_node first = style_get_child(s, n);

		if (first)
			REQUIRE(style_find_term(s, n,
				    style_get_text(s, first, STYLE_AT_NAME)) ==
			    first);
		style_find_term(s, n, "et-al");
	}
	if (style_get_macro(s, n))
		REQUIRE(style_get_macro(s, n) < n);
	for (n = style_get_child(s, n); n; n = style_get_next(s, n))
		read_all(s, n, depth + 1);
}

/* A style that prints a term, a date and names; or an empty locale. */
static struct style *
make_small(enum style_element root)
{
	struct style_writer w = { 0 };
	struct style *style;
	struct error err;
	struct str bytes;
	static const uint16_t author[] = { CSL_AUTHOR };
	static const uint16_t issued[] = { CSL_ISSUED };

	str_init(&bytes, 0);
	style_writer_begin(&w, root);
	if (root == STYLE_STYLE) {
		style_writer_begin(&w, STYLE_CITATION);
		style_writer_begin(&w, STYLE_LAYOUT);
		style_writer_begin(&w, STYLE_TEXT);
		style_writer_add_text(&w, STYLE_AT_TERM, "and");
		style_writer_end(&w);
		style_writer_begin(&w, STYLE_NAMES);
		style_writer_add_list(&w, STYLE_AT_VARIABLE, author, 1);
		style_writer_end(&w);
		style_writer_begin(&w, STYLE_DATE);
		style_writer_add_list(&w, STYLE_AT_VARIABLE, issued, 1);
		style_writer_add_word(&w, STYLE_AT_FORM, STYLE_WORD_TEXT);
		style_writer_end(&w);
		style_writer_end(&w);
		style_writer_end(&w);
	}
	style_writer_end(&w);
	style_writer_finish(&bytes, &w);
	REQUIRE(style_load(&style, "small", bytes.data, bytes.len, &err) ==
	    STATUS_OK);
	style_writer_clear(&w);
	str_clear(&bytes);
	return style;
}

void
style_exercise(const struct style *style)
{
	bool is_locale = style_get_element(style, 0) == STYLE_LOCALE;
	struct style *other = make_small(
	    is_locale ? STYLE_STYLE : STYLE_LOCALE);

	read_all(style, 0, 0);
	if (is_locale)
		cite_all(other, style);
	else
		cite_all(style, other);
	style_free(other);
}
