/* SPDX-License-Identifier: ISC */
#include "cite/cite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "cite_private.h"
#include "terms.h"

static style_node
find_child(const struct style *s, style_node n, enum style_element element)
{
	style_node child = style_get_child(s, n);

	while (child && style_get_element(s, child) != element)
		child = style_get_next(s, child);
	return child;
}

static void
open_area(struct cite_area *area, const struct style *s,
    enum style_element element)
{
	area->node = find_child(s, 0, element);
	name_options_init(&area->names);
	name_options_read(&area->names, s, 0);
	if (!area->node)
		return;
	name_options_read(&area->names, s, area->node);
	area->layout = find_child(s, area->node, STYLE_LAYOUT);
	area->sort = find_child(s, area->node, STYLE_SORT);
}

static enum numeral_page_format
get_page_format(const struct style *s)
{
	switch (style_get_word(s, 0, STYLE_AT_PAGE_RANGE_FORMAT)) {
	case STYLE_WORD_EXPANDED:
		return NUMERAL_PAGE_EXPANDED;
	case STYLE_WORD_MINIMAL:
		return NUMERAL_PAGE_MINIMAL;
	case STYLE_WORD_MINIMAL_TWO:
		return NUMERAL_PAGE_MINIMAL_TWO;
	case STYLE_WORD_CHICAGO:
	case STYLE_WORD_CHICAGO_15:
		return NUMERAL_PAGE_CHICAGO_15;
	case STYLE_WORD_CHICAGO_16:
		return NUMERAL_PAGE_CHICAGO_16;
	default:
		return NUMERAL_PAGE_AS_IS;
	}
}

enum { SEARCH_DEPTH = 64, SEARCH_NODES = 20000 };

static bool
prints(const struct style *s, style_node n, enum csl_variable v)
{
	enum style_element element = style_get_element(s, n);
	uint32_t count = 0;
	const uint16_t *list;

	if (element != STYLE_TEXT && element != STYLE_NUMBER)
		return false;
	list = style_get_list(s, n, STYLE_AT_VARIABLE, &count);
	return count && list[0] == v;
}

/* Whether an element below n prints the variable; n is no deeper than the
 * loader lets it be. */
static bool
has_below(const struct style *s, style_node n, enum csl_variable v)
{
	if (prints(s, n, v))
		return true;
	for (n = style_get_child(s, n); n; n = style_get_next(s, n))
		if (has_below(s, n, v))
			return true;
	return false;
}

/* The same with the macros that are called; left and depth bound it. */
static bool
has_called(const struct style *s, style_node n, enum csl_variable v,
    unsigned depth, unsigned *left)
{
	style_node macro = style_get_macro(s, n);

	if (depth == 0 || *left == 0)
		return false;
	--*left;
	if (prints(s, n, v))
		return true;
	if (macro && has_called(s, macro, v, depth - 1, left))
		return true;
	for (n = style_get_child(s, n); n; n = style_get_next(s, n))
		if (has_called(s, n, v, depth - 1, left))
			return true;
	return false;
}

static bool
is_numeric(const struct style *s, style_node layout)
{
	unsigned left = SEARCH_NODES;

	return layout &&
	    has_called(s, layout, CSL_CITATION_NUMBER, SEARCH_DEPTH, &left);
}

enum status
cite_new(struct cite **out, const struct style *style,
    const struct style *locale, struct error *err)
{
	struct cite *c;

	if (style_get_element(style, 0) != STYLE_STYLE)
		return error_set(err, STATUS_INVALID,
		    "This is not a citation style.");
	if (style_get_element(locale, 0) != STYLE_LOCALE)
		return error_set(err, STATUS_INVALID,
		    "This is not a locale of citation styles.");
	c = mem_alloc_array(1, sizeof *c);
	c->style = style;
	str_init(&c->scratch, 1 << 20);
	terms_open(c, locale);
	open_area(&c->citation, style, STYLE_CITATION);
	open_area(&c->bibliography, style, STYLE_BIBLIOGRAPHY);
	c->page_format = get_page_format(style);
	c->demotes_particle = style_get_word(style, 0,
	    STYLE_AT_DEMOTE_NON_DROPPING_PARTICLE);
	if (c->demotes_particle == STYLE_NO_WORD)
		c->demotes_particle = STYLE_WORD_DISPLAY_AND_SORT;
	c->initializes_hyphen = style_get_word(style, 0,
				    STYLE_AT_INITIALIZE_WITH_HYPHEN) !=
	    STYLE_WORD_FALSE;
	c->prints_year_suffix = has_below(style, 0, CSL_YEAR_SUFFIX);
	c->is_numeric = is_numeric(style, c->citation.layout);
	*out = c;
	return STATUS_OK;
}

void
cite_free(struct cite *c)
{
	if (!c)
		return;
	cite_free_lists(c);
	arena_clear(&c->arena);
	str_clear(&c->scratch);
	free(c->states);
	free(c);
}

const char *
cite_get_default_locale(const struct style *style)
{
	const char *locale = style_get_text(style, 0, STYLE_AT_DEFAULT_LOCALE);

	return locale ? locale : "en-US";
}

bool
cite_is_note_style(const struct cite *c)
{
	return style_get_word(c->style, 0, STYLE_AT_CLASS) == STYLE_WORD_NOTE;
}

bool
cite_has_bibliography(const struct cite *c)
{
	return c->bibliography.layout != STYLE_NODE_NONE;
}

bool
cite_is_numeric(const struct cite *c)
{
	return c->is_numeric;
}

void
cite_set_fault(struct cite *c, const struct csl_item *item, const char *fault)
{
	if (c->fault[0])
		return;
	snprintf(c->fault, sizeof c->fault, "%s%.120s%s%s", item ? "'" : "",
	    item && item->id ? item->id : "", item ? "': " : "", fault);
}

const char *
cite_get_fault(const struct cite *c)
{
	return c->fault[0] ? c->fault : NULL;
}
