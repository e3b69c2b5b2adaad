/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <string.h>

/*
 * What a variable has for one citation: mostly what the item says, but the
 * locator is of the citation, and the number of the list.
 * Source: CSL 1.0.2 specification, appendix IV "Variables".
 */

static const char *
make_number(struct walk *w, uint32_t number)
{
	char digits[16];
	size_t at = sizeof digits;

	if (number == 0)
		return NULL;
	while (number) {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	}
	return arena_copy(w->arena, digits + at, sizeof digits - at);
}

const char *
walk_get_year_suffix(struct walk *w)
{
	char letters[8];
	size_t at = sizeof letters;
	int n = w->distinction->year_suffix;

	if (n <= 0)
		return NULL;
	for (; n > 0 && at; n = (n - 1) / 26)
		letters[--at] = (char)('a' + (n - 1) % 26);
	return arena_copy(w->arena, letters + at, sizeof letters - at);
}

static const char *
get_locator(struct walk *w)
{
	const char *text = w->context->part ? w->context->part->locator : NULL;

	while (text && *text == ' ')
		text++;
	return text;
}

static const char *
get_citation_number(struct walk *w)
{
	return make_number(w, w->c->states[w->context->item].number);
}

static const char *
get_first_note(struct walk *w)
{
	return w->context->part ? make_number(w, w->context->part->first_note) :
				  NULL;
}

static const char *
get_first_page(struct walk *w)
{
	const char *pages = w->item->texts[CSL_PAGE];
	struct str first;

	if (w->item->texts[CSL_PAGE_FIRST] || !pages)
		return w->item->texts[CSL_PAGE_FIRST];
	str_init(&first, 0);
	numeral_add_first_page(&first, pages);
	pages = first.len ? arena_copy(w->arena, first.data, first.len) : NULL;
	str_clear(&first);
	return pages;
}

typedef const char *variable_function(struct walk *w);

static variable_function *const computed[CSL_TEXT_COUNT] = {
	[CSL_CITATION_LABEL] = walk_get_citation_label,
	[CSL_CITATION_NUMBER] = get_citation_number,
	[CSL_FIRST_REFERENCE_NOTE_NUMBER] = get_first_note,
	[CSL_LOCATOR] = get_locator,
	[CSL_PAGE_FIRST] = get_first_page,
	[CSL_YEAR_SUFFIX] = walk_get_year_suffix,
};

const char *
walk_get_text(struct walk *w, enum csl_variable v)
{
	const char *text;

	if (v >= CSL_TEXT_COUNT)
		return NULL;
	text = computed[v] ? computed[v](w) : w->item->texts[v];
	return text && *text ? text : NULL;
}

bool
walk_has(struct walk *w, enum csl_variable v)
{
	if (csl_is_names(v))
		return csl_item_get_names(w->item, v)->count > 0;
	if (csl_is_date(v))
		return csl_item_get_date(w->item, v)->is_given;
	return walk_get_text(w, v) != NULL;
}

struct locator {
	const char *name;
	enum style_word word;
};

static const struct locator locators[] = {
	{ "page", STYLE_WORD_PAGE },
	{ "act", STYLE_WORD_ACT },
	{ "appendix", STYLE_WORD_APPENDIX },
	{ "article", STYLE_WORD_ARTICLE_LOCATOR },
	{ "article-locator", STYLE_WORD_ARTICLE_LOCATOR },
	{ "book", STYLE_WORD_BOOK },
	{ "canon", STYLE_WORD_CANON },
	{ "chapter", STYLE_WORD_CHAPTER },
	{ "column", STYLE_WORD_COLUMN },
	{ "elocation", STYLE_WORD_ELOCATION },
	{ "equation", STYLE_WORD_EQUATION },
	{ "figure", STYLE_WORD_FIGURE },
	{ "folio", STYLE_WORD_FOLIO },
	{ "issue", STYLE_WORD_ISSUE },
	{ "line", STYLE_WORD_LINE },
	{ "note", STYLE_WORD_NOTE },
	{ "opus", STYLE_WORD_OPUS },
	{ "paragraph", STYLE_WORD_PARAGRAPH },
	{ "part", STYLE_WORD_PART },
	{ "rule", STYLE_WORD_RULE },
	{ "scene", STYLE_WORD_SCENE },
	{ "section", STYLE_WORD_SECTION },
	{ "sub verbo", STYLE_WORD_SUB_VERBO },
	{ "sub-verbo", STYLE_WORD_SUB_VERBO },
	{ "supplement", STYLE_WORD_SUPPLEMENT },
	{ "table", STYLE_WORD_TABLE },
	{ "timestamp", STYLE_WORD_TIMESTAMP },
	{ "title", STYLE_WORD_TITLE_LOCATOR },
	{ "title-locator", STYLE_WORD_TITLE_LOCATOR },
	{ "verse", STYLE_WORD_VERSE },
	{ "version", STYLE_WORD_VERSION },
	{ "volume", STYLE_WORD_VOLUME },
};

const char *
walk_get_locator_label(const struct walk *w)
{
	const struct cite_part *part = w->context->part;

	if (!part || !part->locator)
		return NULL;
	return part->label && *part->label ? part->label : "page";
}

enum style_word
walk_get_locator_word(const struct walk *w)
{
	const char *label = walk_get_locator_label(w);
	size_t i;

	for (i = 0; label && i < sizeof locators / sizeof *locators; i++)
		if (strcmp(label, locators[i].name) == 0)
			return locators[i].word;
	return STYLE_NO_WORD;
}
