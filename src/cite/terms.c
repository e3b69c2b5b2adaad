/* SPDX-License-Identifier: ISC */
#include "terms.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static void
add_locale(struct cite *c, const struct style *tree, style_node root)
{
	struct cite_locale *l;
	style_node n;

	if (c->locale_count == CITE_LOCALES)
		return;
	l = &c->locales[c->locale_count++];
	*l = (struct cite_locale){ .tree = tree };
	for (n = style_get_child(tree, root); n; n = style_get_next(tree, n)) {
		switch (style_get_element(tree, n)) {
		case STYLE_TERMS:
			l->terms = n;
			break;
		case STYLE_STYLE_OPTIONS:
			l->options = n;
			break;
		case STYLE_DATE:
			if (style_get_word(tree, n, STYLE_AT_FORM) ==
			    STYLE_WORD_NUMERIC)
				l->date_numeric = n;
			else
				l->date_text = n;
			break;
		default:
			break;
		}
	}
}

/* The style's cs:locale elements for exactly this language; NULL: for all. */
static void
add_of_style(struct cite *c, const char *language, size_t len)
{
	style_node n = style_get_child(c->style, 0);

	for (; n; n = style_get_next(c->style, n)) {
		const char *lang;

		if (style_get_element(c->style, n) != STYLE_LOCALE)
			continue;
		lang = style_get_text(c->style, n, STYLE_AT_LANG);
		if (!lang || !language) {
			if (!lang && !language)
				add_locale(c, c->style, n);
		} else if (strlen(lang) == len &&
		    strncasecmp(lang, language, len) == 0) {
			add_locale(c, c->style, n);
		}
	}
}

static const char *
get_term(const struct cite *c, const char *name, const char *fallback)
{
	const char *text = cite_find_term(c, name, STYLE_NO_WORD, false);

	return text ? text : fallback;
}

void
terms_open(struct cite *c, const struct style *locale)
{
	const char *language = style_get_text(locale, 0, STYLE_AT_LANG);

	if (!language)
		language = "en-US";
	add_of_style(c, language, strlen(language));
	if (strchr(language, '-'))
		add_of_style(c, language, strcspn(language, "-"));
	add_of_style(c, NULL, 0);
	if (c->locale_count == CITE_LOCALES)
		c->locale_count--;
	add_locale(c, locale, 0);
	c->page_delimiter = get_term(c, "page-range-delimiter", "–");
	c->piece_locale = (struct piece_locale){
		.open_quote = get_term(c, "open-quote", "“"),
		.close_quote = get_term(c, "close-quote", "”"),
		.open_inner_quote = get_term(c, "open-inner-quote", "‘"),
		.close_inner_quote = get_term(c, "close-inner-quote", "’"),
		.puts_punctuation_in_quote =
		    terms_get_option(c, STYLE_AT_PUNCTUATION_IN_QUOTE) ==
		    STYLE_WORD_TRUE,
		.language = language,
	};
}

enum style_word
terms_get_option(const struct cite *c, enum style_attribute a)
{
	enum style_word word = STYLE_NO_WORD;
	uint32_t i;

	for (i = 0; i < c->locale_count && word == STYLE_NO_WORD; i++) {
		const struct cite_locale *l = &c->locales[i];

		if (l->options)
			word = style_get_word(l->tree, l->options, a);
	}
	return word;
}

/* Terms of one name stand side by side. */
static bool
is_named(const struct style *tree, style_node n, const char *name)
{
	const char *its = style_get_text(tree, n, STYLE_AT_NAME);

	return its && strcmp(its, name) == 0;
}

enum { FORMS_MAX = 32 }; /* of one name that are looked at */

/* The term in this form and for this gender, in no other. */
static style_node
find_in(const struct cite_locale *l, const char *name, enum style_word form,
    enum style_word gender)
{
	style_node n = l->terms ? style_find_term(l->tree, l->terms, name) :
				  STYLE_NODE_NONE;
	unsigned left = FORMS_MAX;

	for (; n && left-- && is_named(l->tree, n, name);
	     n = style_get_next(l->tree, n)) {
		enum style_word f = style_get_word(l->tree, n, STYLE_AT_FORM);

		if (f == STYLE_NO_WORD)
			f = STYLE_WORD_LONG;
		if (f == form &&
		    style_get_word(l->tree, n, STYLE_AT_GENDER_FORM) == gender)
			return n;
	}
	return STYLE_NODE_NONE;
}

static enum style_word
get_next_form(enum style_word form)
{
	switch (form) {
	case STYLE_WORD_VERB_SHORT:
		return STYLE_WORD_VERB;
	case STYLE_WORD_SYMBOL:
		return STYLE_WORD_SHORT;
	case STYLE_WORD_LONG:
		return STYLE_NO_WORD;
	default:
		return STYLE_WORD_LONG;
	}
}

static style_node
find_node(const struct cite *c, const char *name, enum style_word form,
    const struct style **tree)
{
	uint32_t i;

	if (form == STYLE_NO_WORD)
		form = STYLE_WORD_LONG;
	for (; form != STYLE_NO_WORD; form = get_next_form(form)) {
		for (i = 0; i < c->locale_count; i++) {
			style_node n = find_in(&c->locales[i], name, form,
			    STYLE_NO_WORD);

			*tree = c->locales[i].tree;
			if (n)
				return n;
		}
	}
	return STYLE_NODE_NONE;
}

static const char *
get_text(const struct style *tree, style_node n, bool is_plural)
{
	const char *text = style_get_text(tree, n,
	    is_plural ? STYLE_AT_MULTIPLE : STYLE_AT_SINGLE);

	return text ? text : "";
}

const char *
cite_find_term(const struct cite *c, const char *name, enum style_word form,
    bool is_plural)
{
	const struct style *tree;
	style_node n = find_node(c, name, form, &tree);

	return n ? get_text(tree, n, is_plural) : NULL;
}

enum style_word
terms_get_gender(const struct cite *c, const char *name)
{
	const struct style *tree;
	style_node n = find_node(c, name, STYLE_WORD_LONG, &tree);

	return n ? style_get_word(tree, n, STYLE_AT_GENDER) : STYLE_NO_WORD;
}

/* For the gender, or for none in particular. */
static style_node
find_for_gender(const struct cite_locale *l, const char *name,
    enum style_word gender)
{
	style_node n = find_in(l, name, STYLE_WORD_LONG, gender);

	if (!n && gender != STYLE_NO_WORD)
		n = find_in(l, name, STYLE_WORD_LONG, STYLE_NO_WORD);
	return n;
}

/*
 * ordinal-00 to -09 speak of the last digit, where they do not say otherwise,
 * -10 to -99 of the last two.
 */
static style_node
find_ordinal(const struct cite_locale *l, int number, int two_digits,
    enum style_word match, enum style_word gender)
{
	char name[sizeof "ordinal-00"];
	enum style_word its;
	style_node n;

	snprintf(name, sizeof name, "ordinal-%02u", (unsigned)two_digits % 100);
	n = find_for_gender(l, name, gender);
	if (!n)
		return STYLE_NODE_NONE;
	its = style_get_word(l->tree, n, STYLE_AT_MATCH);
	if (its == STYLE_NO_WORD)
		its = two_digits < 10 ? STYLE_WORD_LAST_DIGIT :
					STYLE_WORD_LAST_TWO_DIGITS;
	if (its != match)
		return STYLE_NODE_NONE;
	return its != STYLE_WORD_WHOLE_NUMBER || number == two_digits ?
	    n :
	    STYLE_NODE_NONE;
}

/* A locale that has any of them has all that count. */
static bool
has_ordinals(const struct cite_locale *l)
{
	char name[sizeof "ordinal-00"];
	unsigned i;

	if (!l->terms)
		return false;
	if (style_find_term(l->tree, l->terms, "ordinal"))
		return true;
	for (i = 0; i < 100; i++) {
		snprintf(name, sizeof name, "ordinal-%02u", i);
		if (style_find_term(l->tree, l->terms, name))
			return true;
	}
	return false;
}

const char *
terms_get_ordinal(const struct cite *c, int number, enum style_word gender)
{
	const struct cite_locale *l = c->locales;
	style_node n = STYLE_NODE_NONE;

	while (l + 1 < c->locales + c->locale_count && !has_ordinals(l))
		l++;
	if (number >= 0 && number < 100)
		n = find_ordinal(l, number, number, STYLE_WORD_WHOLE_NUMBER,
		    gender);
	if (!n)
		n = find_ordinal(l, number, number % 100,
		    STYLE_WORD_LAST_TWO_DIGITS, gender);
	if (!n)
		n = find_ordinal(l, number, number % 10, STYLE_WORD_LAST_DIGIT,
		    gender);
	if (!n)
		n = find_for_gender(l, "ordinal", gender);
	return n ? get_text(l->tree, n, false) : "";
}

const char *
terms_find_long_ordinal(const struct cite *c, int number,
    enum style_word gender)
{
	char name[sizeof "long-ordinal-00"];
	uint32_t i;

	if (number < 1 || number > 10)
		return NULL;
	snprintf(name, sizeof name, "long-ordinal-%02u",
	    (unsigned)number % 100);
	for (i = 0; i < c->locale_count; i++) {
		const struct cite_locale *l = &c->locales[i];
		style_node n = find_for_gender(l, name, gender);

		if (n)
			return get_text(l->tree, n, false);
	}
	return NULL;
}
