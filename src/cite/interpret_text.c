/* SPDX-License-Identifier: ISC */
#include "interpret.h"

#include <stdlib.h>
#include <string.h>

#include "terms.h"

/*
 * cs:text, cs:number and cs:label.
 * Source: CSL 1.0.2 specification, "Text", "Number", "Label".
 */

/* What another variable says in fewer words. */
static enum csl_variable
get_short(enum csl_variable v)
{
	switch (v) {
	case CSL_TITLE:
		return CSL_TITLE_SHORT;
	case CSL_CONTAINER_TITLE:
		return CSL_CONTAINER_TITLE_SHORT;
	default:
		return CSL_NONE;
	}
}

static const char *
get_text_in_form(struct walk *w, enum csl_variable v, enum style_word form)
{
	const char *text = NULL;

	if (form == STYLE_WORD_SHORT && get_short(v) != CSL_NONE)
		text = walk_get_text(w, get_short(v));
	return text ? text : walk_get_text(w, v);
}

static bool
is_pages(const struct walk *w, enum csl_variable v)
{
	return v == CSL_PAGE ||
	    (v == CSL_LOCATOR && walk_get_locator_word(w) == STYLE_WORD_PAGE);
}

/* A court's docket number is a name: its hyphen joins no range. */
static bool
is_docket(const struct walk *w, enum csl_variable v)
{
	return v == CSL_NUMBER && w->item->type == CSL_TYPE_LEGAL_CASE;
}

static enum piece_mark
get_mark(enum csl_variable v)
{
	switch (v) {
	case CSL_CITATION_NUMBER:
		return PIECE_CITATION_NUMBER;
	case CSL_LOCATOR:
		return PIECE_LOCATOR;
	case CSL_YEAR_SUFFIX:
		return PIECE_YEAR_SUFFIX;
	default:
		return PIECE_PLAIN;
	}
}

static struct piece *
make_numbers(struct walk *w, enum csl_variable v, const char *text)
{
	struct str *s = walk_get_scratch(w);
	struct piece *p;

	if (is_pages(w, v))
		numeral_add_pages(s, text, w->c->page_format,
		    w->c->page_delimiter);
	else
		numeral_add(s, text);
	p = walk_new_copy(w, s);
	return p;
}

static void
add_variable(struct walk *w, struct piece *into, style_node n)
{
	enum csl_variable v = walk_get_variable(w, n);
	enum style_word form = style_get_word(w->style, n, STYLE_AT_FORM);
	const char *text = get_text_in_form(w, v, form);
	struct piece *p;

	if (!walk_call(w, v, text != NULL))
		return;
	if (v == CSL_LOCATOR || is_pages(w, v) ||
	    (csl_is_number(v) && !is_docket(w, v) && numeral_is_numeric(text)))
		p = make_numbers(w, v, text);
	else
		p = walk_new_text(w, text);
	if (!p)
		return;
	walk_read_format(w, &p->format, n);
	p->mark = get_mark(v);
	p->is_verbatim = v == CSL_URL || v == CSL_DOI;
	if (v == CSL_CITATION_NUMBER) {
		p->number = (int32_t)w->c->states[w->context->item].number;
	} else if (v == CSL_YEAR_SUFFIX) {
		p->number = w->distinction->year_suffix;
		w->has_year_suffix = true;
	} else if (v == CSL_CITATION_LABEL) {
		w->out->has_year = true;
		w->has_year_suffix = true;
	}
	piece_add(into, p);
}

static void
add_term(struct walk *w, struct piece *into, style_node n, const char *term)
{
	enum style_word form = style_get_word(w->style, n, STYLE_AT_FORM);
	bool is_plural = style_get_word(w->style, n, STYLE_AT_PLURAL) ==
	    STYLE_WORD_TRUE;
	const char *text = cite_find_term(w->c, term, form, is_plural);
	struct piece *p;

	if (!text || !*text)
		return;
	/* "n.d." stands for a date: it is not nothing. */
	if (strcmp(term, "no-date") == 0) {
		w->called++;
		w->filled++;
		w->out->has_year = true;
	}
	p = walk_new_text(w, text);
	if (!p)
		return;
	walk_read_term_format(w, &p->format, n);
	p->mark = PIECE_TERM;
	piece_add(into, p);
}

void
walk_text(struct walk *w, struct piece *into, style_node n)
{
	style_node macro = style_get_macro(w->style, n);
	struct piece_format format;
	const char *text;

	if (macro) {
		walk_group(w, into, n, macro);
		return;
	}
	text = style_get_text(w->style, n, STYLE_AT_TERM);
	if (text) {
		add_term(w, into, n, text);
		return;
	}
	text = style_get_text(w->style, n, STYLE_AT_VALUE);
	if (text) {
		walk_read_format(w, &format, n);
		walk_add_text(w, into, text, &format);
		return;
	}
	add_variable(w, into, n);
}

static void
add_one_number(struct walk *w, struct str *out, int number,
    enum style_word form, const char *noun)
{
	enum style_word gender;
	const char *text;

	if (form == STYLE_WORD_ROMAN && number > 0 && number < 4000) {
		numeral_add_roman(out, number);
		return;
	}
	gender = terms_get_gender(w->c, noun);
	if (form == STYLE_WORD_LONG_ORDINAL) {
		text = terms_find_long_ordinal(w->c, number, gender);
		if (text) {
			str_add_text(out, text);
			return;
		}
		form = STYLE_WORD_ORDINAL;
	}
	str_add_format(out, "%d", number);
	if (form == STYLE_WORD_ORDINAL)
		str_add_text(out, terms_get_ordinal(w->c, number, gender));
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (unsigned char)c >= 0x80;
}

/* What makes a number a part of something: a word, 12/15. */
static bool
goes_on(const char *p)
{
	return (is_letter(*p) && strncmp(p, "\u2013", 3) != 0) || *p == '/';
}

/* Each number in the text gets the form, except what is part of a word. */
static void
add_numbers(struct walk *w, struct str *out, const char *text,
    enum style_word form, const char *noun)
{
	const char *p = text;

	while (*p) {
		size_t digits = 0;

		while (is_digit(p[digits]))
			digits++;
		if (digits == 0 || digits > 6 || goes_on(p + digits) ||
		    (p > text && goes_on(p - 1) && !(p[-1] & 0x80))) {
			str_add(out, p, digits ? digits : 1);
			p += digits ? digits : 1;
			continue;
		}
		add_one_number(w, out, (int)strtol(p, NULL, 10), form, noun);
		p += digits;
	}
}

static const char *
get_noun(const struct walk *w, enum csl_variable v)
{
	if (v != CSL_LOCATOR)
		return csl_get_variable_name(v);
	return walk_get_locator_label(w) ? walk_get_locator_label(w) : "page";
}

static struct piece *
make_in_form(struct walk *w, enum csl_variable v, const char *text,
    enum style_word form)
{
	struct str plain, s;
	struct piece *p;

	str_init(&plain, 0);
	str_init(&s, 0);
	numeral_add(&plain, text);
	add_numbers(w, &s, plain.data, form, get_noun(w, v));
	p = walk_new_copy(w, &s);
	str_clear(&plain);
	str_clear(&s);
	return p;
}

void
walk_number(struct walk *w, struct piece *into, style_node n)
{
	enum csl_variable v = walk_get_variable(w, n);
	enum style_word form = style_get_word(w->style, n, STYLE_AT_FORM);
	const char *text = walk_get_text(w, v);
	struct piece *p;

	if (!walk_call(w, v, text != NULL))
		return;
	walk_charge(w, strlen(text) / 64);
	if (!numeral_is_numeric(text) || is_docket(w, v))
		p = walk_new_text(w, text);
	else if (form == STYLE_WORD_ORDINAL ||
	    form == STYLE_WORD_LONG_ORDINAL || form == STYLE_WORD_ROMAN)
		p = make_in_form(w, v, text, form);
	else
		p = make_numbers(w, v, text);
	if (!p)
		return;
	walk_read_format(w, &p->format, n);
	p->mark = get_mark(v);
	if (v == CSL_CITATION_NUMBER)
		p->number = (int32_t)w->c->states[w->context->item].number;
	piece_add(into, p);
}

/* Older locales say "chapter" for the label of chapter-number. */
static const char *
find_label(struct walk *w, const char *name, enum style_word form,
    bool is_plural)
{
	static const struct {
		const char *name, *term;
	} other[] = {
		{ "chapter-number", "chapter" },
		{ "collection-number", "number" },
		{ "number-of-pages", "page" },
		{ "number-of-volumes", "volume" },
		{ "part-number", "part" },
		{ "printing-number", "printing" },
		{ "sub verbo", "sub-verbo" },
		{ "supplement-number", "supplement" },
	};
	const char *text = cite_find_term(w->c, name, form, is_plural);
	size_t i;

	for (i = 0; !text && i < sizeof other / sizeof *other; i++)
		if (strcmp(name, other[i].name) == 0)
			text = cite_find_term(w->c, other[i].term, form,
			    is_plural);
	return text;
}

/* "213 et 235" */
static bool
has_and(struct walk *w, const char *text)
{
	const char *and = cite_find_term(w->c, "and", STYLE_NO_WORD, false);
	const char *at = and&&*and? strstr(text, and) : NULL;

	return at && at > text && at[-1] == ' ' && at[strlen(and)] == ' ' &&
	    is_digit(text[0]);
}

static bool
is_plural(struct walk *w, enum csl_variable v, const char *text)
{
	if (v == CSL_NUMBER_OF_PAGES || v == CSL_NUMBER_OF_VOLUMES)
		return strtol(text, NULL, 10) != 1 || numeral_is_plural(text);
	return numeral_is_plural(text) || has_and(w, text);
}

/* "vol. 1, fol. 186" as a locator brings labels of its own. */
static bool
has_own_label(const struct walk *w, enum csl_variable v, const char *text)
{
	size_t len = strcspn(text, " ");

	return v == CSL_LOCATOR && !w->context->part->label && len > 1 &&
	    text[len] && text[len - 1] == '.' && !is_digit(text[0]);
}

void
walk_label(struct walk *w, struct piece *into, style_node n)
{
	enum csl_variable v = walk_get_variable(w, n);
	enum style_word plural = style_get_word(w->style, n, STYLE_AT_PLURAL);
	const char *text = walk_get_text(w, v);
	struct piece_format format;
	bool is_many;

	if (!text || w->is_suppressed[v] || has_own_label(w, v, text))
		return;
	walk_charge(w, strlen(text) / 64);
	is_many = plural == STYLE_WORD_ALWAYS ||
	    (plural != STYLE_WORD_NEVER && is_plural(w, v, text));
	text = find_label(w, get_noun(w, v),
	    style_get_word(w->style, n, STYLE_AT_FORM), is_many);
	walk_read_term_format(w, &format, n);
	walk_add_text(w, into, text, &format);
}
