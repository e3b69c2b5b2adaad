/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "csl_style_private.h"
#include "suggestion.h"

/*
 * The elements and attributes of CSL.  Source: the schema of CSL 1.0.2
 * (csl.rnc and what it includes).
 */
#define IN(element) (1u << STYLE_##element)
#define RENDERING                                                    \
	(IN(LAYOUT) | IN(MACRO) | IN(GROUP) | IN(IF) | IN(ELSE_IF) | \
	    IN(ELSE) | IN(SUBSTITUTE))
#define BRANCHES (IN(IF) | IN(ELSE_IF))
#define LISTS (IN(CITATION) | IN(BIBLIOGRAPHY))
#define NAME_OPTIONS (IN(STYLE) | LISTS | IN(NAME))
#define NAMES_OPTIONS (IN(STYLE) | LISTS)
#define CASED                                                           \
	(IN(TEXT) | IN(NUMBER) | IN(LABEL) | IN(DATE) | IN(DATE_PART) | \
	    IN(NAME_PART))
#define SHOWN (IN(TEXT) | IN(NUMBER) | IN(NAMES) | IN(DATE) | IN(GROUP))
#define LOOKS \
	(CASED | SHOWN | IN(LAYOUT) | IN(NAME) | IN(ET_AL) | IN(INSTITUTION))
#define AFFIXED (LOOKS & ~IN(ET_AL))
_Static_assert(STYLE_ELEMENT_COUNT <= 32, "an element is a bit");

static const struct {
	const char *name;
	uint32_t parents;
} elements[] = {
	[STYLE_NO_ELEMENT] = { "", 0 },
	[STYLE_STYLE] = { "style", 0 },
	[STYLE_LOCALE] = { "locale", IN(STYLE) },
	[STYLE_INFO] = { "info", IN(STYLE) | IN(LOCALE) },
	[STYLE_CITATION] = { "citation", IN(STYLE) },
	[STYLE_BIBLIOGRAPHY] = { "bibliography", IN(STYLE) },
	[STYLE_LAYOUT] = { "layout", LISTS },
	[STYLE_SORT] = { "sort", LISTS },
	[STYLE_KEY] = { "key", IN(SORT) },
	[STYLE_MACRO] = { "macro", IN(STYLE) },
	[STYLE_TEXT] = { "text", RENDERING },
	[STYLE_NUMBER] = { "number", RENDERING },
	[STYLE_LABEL] = { "label", RENDERING | IN(NAMES) },
	[STYLE_GROUP] = { "group", RENDERING },
	[STYLE_CHOOSE] = { "choose", RENDERING },
	[STYLE_IF] = { "if", IN(CHOOSE) },
	[STYLE_ELSE_IF] = { "else-if", IN(CHOOSE) },
	[STYLE_ELSE] = { "else", IN(CHOOSE) },
	[STYLE_NAMES] = { "names", RENDERING },
	[STYLE_NAME] = { "name", IN(NAMES) },
	[STYLE_NAME_PART] = { "name-part", IN(NAME) },
	[STYLE_ET_AL] = { "et-al", IN(NAMES) },
	[STYLE_SUBSTITUTE] = { "substitute", IN(NAMES) },
	[STYLE_INSTITUTION] = { "institution", IN(NAMES) },
	[STYLE_DATE] = { "date", RENDERING | IN(LOCALE) },
	[STYLE_DATE_PART] = { "date-part", IN(DATE) },
	[STYLE_TERMS] = { "terms", IN(LOCALE) },
	[STYLE_TERM] = { "term", IN(TERMS) },
	[STYLE_STYLE_OPTIONS] = { "style-options", IN(LOCALE) },
};

#define BOOLEAN " true false "
#define ROW(name, attribute, value, elements)                               \
	{                                                                   \
		name, STYLE_AT_##attribute, CSL_VALUE_##value, elements, "" \
	}
#define CHOICE(name, attribute, elements, words)                            \
	{                                                                   \
		name, STYLE_AT_##attribute, CSL_VALUE_WORD, elements, words \
	}

/* In the order of their names; one for each meaning. */
static const struct csl_attribute_row attributes[] = {
	ROW("after-collapse-delimiter", AFTER_COLLAPSE_DELIMITER, TEXT,
	    IN(CITATION)),
	CHOICE("and", AND, NAME_OPTIONS, " text symbol "),
	ROW("cite-group-delimiter", CITE_GROUP_DELIMITER, TEXT, IN(CITATION)),
	CHOICE("class", CLASS, IN(STYLE), " in-text note "),
	CHOICE("collapse", COLLAPSE, IN(CITATION),
	    " citation-number year year-suffix year-suffix-ranged "),
	CHOICE("date-parts", DATE_PARTS, IN(DATE),
	    " year year-month year-month-day "),
	ROW("default-locale", DEFAULT_LOCALE, TEXT, IN(STYLE)),
	ROW("delimiter", DELIMITER, TEXT,
	    IN(LAYOUT) | IN(GROUP) | IN(NAMES) | IN(NAME) | IN(DATE) |
		IN(INSTITUTION)),
	CHOICE("delimiter-precedes-et-al", DELIMITER_PRECEDES_ET_AL,
	    NAME_OPTIONS, " always never contextual after-inverted-name "),
	CHOICE("delimiter-precedes-last", DELIMITER_PRECEDES_LAST, NAME_OPTIONS,
	    " always never contextual after-inverted-name "),
	CHOICE("demote-non-dropping-particle", DEMOTE_NON_DROPPING_PARTICLE,
	    IN(STYLE), " never sort-only display-and-sort "),
	CHOICE("disambiguate", DISAMBIGUATE, BRANCHES, BOOLEAN),
	CHOICE("disambiguate-add-givenname", DISAMBIGUATE_ADD_GIVENNAME,
	    IN(CITATION), BOOLEAN),
	CHOICE("disambiguate-add-names", DISAMBIGUATE_ADD_NAMES, IN(CITATION),
	    BOOLEAN),
	CHOICE("disambiguate-add-year-suffix", DISAMBIGUATE_ADD_YEAR_SUFFIX,
	    IN(CITATION), BOOLEAN),
	CHOICE("display", DISPLAY, SHOWN,
	    " block left-margin right-inline indent "),
	ROW("entry-spacing", ENTRY_SPACING, NUMBER, IN(BIBLIOGRAPHY)),
	ROW("et-al-min", ET_AL_MIN, NUMBER, NAME_OPTIONS),
	ROW("et-al-subsequent-min", ET_AL_SUBSEQUENT_MIN, NUMBER, NAME_OPTIONS),
	ROW("et-al-subsequent-use-first", ET_AL_SUBSEQUENT_USE_FIRST, NUMBER,
	    NAME_OPTIONS),
	ROW("et-al-use-first", ET_AL_USE_FIRST, NUMBER, NAME_OPTIONS),
	CHOICE("et-al-use-last", ET_AL_USE_LAST, NAME_OPTIONS, BOOLEAN),
	CHOICE("font-style", FONT_STYLE, LOOKS, " normal italic oblique "),
	CHOICE("font-variant", FONT_VARIANT, LOOKS, " normal small-caps "),
	CHOICE("font-weight", FONT_WEIGHT, LOOKS, " normal bold light "),
	CHOICE("form", FORM, IN(TEXT) | IN(LABEL) | IN(TERM),
	    " long short verb verb-short symbol "),
	CHOICE("form", FORM, IN(NUMBER),
	    " numeric ordinal long-ordinal roman "),
	CHOICE("form", FORM, IN(DATE), " text numeric "),
	CHOICE("form", FORM, IN(DATE_PART),
	    " long short numeric numeric-leading-zeros ordinal "),
	CHOICE("form", FORM, IN(NAME), " long short count "),
	CHOICE("gender", GENDER, IN(TERM), " masculine feminine neuter "),
	CHOICE("gender-form", GENDER_FORM, IN(TERM),
	    " masculine feminine neuter "),
	CHOICE("givenname-disambiguation-rule", GIVENNAME_DISAMBIGUATION_RULE,
	    IN(CITATION),
	    " all-names all-names-with-initials primary-name"
	    " primary-name-with-initials by-cite "),
	CHOICE("hanging-indent", HANGING_INDENT, IN(BIBLIOGRAPHY), BOOLEAN),
	CHOICE("initialize", INITIALIZE, NAME_OPTIONS, BOOLEAN),
	ROW("initialize-with", INITIALIZE_WITH, TEXT, NAME_OPTIONS),
	CHOICE("initialize-with-hyphen", INITIALIZE_WITH_HYPHEN, IN(STYLE),
	    BOOLEAN),
	ROW("is-numeric", IS_NUMERIC, VARIABLES, BRANCHES),
	ROW("is-uncertain-date", IS_UNCERTAIN_DATE, VARIABLES, BRANCHES),
	ROW("lang", LANG, TEXT, IN(STYLE) | IN(LOCALE)),
	CHOICE("limit-day-ordinals-to-day-1", LIMIT_DAY_ORDINALS_TO_DAY_1,
	    IN(STYLE_OPTIONS), BOOLEAN),
	ROW("line-spacing", LINE_SPACING, NUMBER, IN(BIBLIOGRAPHY)),
	{ "locator", STYLE_AT_LOCATOR, CSL_VALUE_WORDS, BRANCHES,
	    " act appendix article-locator book canon chapter column elocation"
	    " equation figure folio issue line note opus page paragraph part"
	    " rule scene section sub-verbo supplement table timestamp"
	    " title-locator verse version volume " },
	ROW("macro", MACRO, MACRO, IN(TEXT) | IN(KEY)),
	CHOICE("match", MATCH, BRANCHES, " all any none nand "),
	CHOICE("match", MATCH, IN(TERM),
	    " whole-number last-digit last-two-digits "),
	ROW("name", NAME, TEXT, IN(MACRO)),
	ROW("name", NAME, TERM, IN(TERM)),
	CHOICE("name", NAME, IN(NAME_PART), " given family "),
	CHOICE("name", NAME, IN(DATE_PART), " day month year "),
	CHOICE("name-as-sort-order", NAME_AS_SORT_ORDER, NAME_OPTIONS,
	    " first all "),
	ROW("name-delimiter", NAME_DELIMITER, TEXT, NAMES_OPTIONS),
	CHOICE("name-form", NAME_FORM, NAMES_OPTIONS, " long short count "),
	ROW("names-delimiter", NAMES_DELIMITER, TEXT, NAMES_OPTIONS),
	ROW("names-min", NAMES_MIN, NUMBER, IN(KEY)),
	ROW("names-use-first", NAMES_USE_FIRST, NUMBER, IN(KEY)),
	CHOICE("names-use-last", NAMES_USE_LAST, IN(KEY), BOOLEAN),
	ROW("near-note-distance", NEAR_NOTE_DISTANCE, NUMBER, IN(CITATION)),
	CHOICE("page-range-format", PAGE_RANGE_FORMAT, IN(STYLE),
	    " expanded minimal minimal-two chicago chicago-15 chicago-16 "),
	CHOICE("plural", PLURAL, IN(TEXT), BOOLEAN),
	CHOICE("plural", PLURAL, IN(LABEL), " always never contextual "),
	{ "position", STYLE_AT_POSITION, CSL_VALUE_WORDS, BRANCHES,
	    " first subsequent ibid ibid-with-locator near-note " },
	ROW("prefix", PREFIX, TEXT, AFFIXED),
	CHOICE("punctuation-in-quote", PUNCTUATION_IN_QUOTE, IN(STYLE_OPTIONS),
	    BOOLEAN),
	CHOICE("quotes", QUOTES, IN(TEXT), BOOLEAN),
	ROW("range-delimiter", RANGE_DELIMITER, TEXT, IN(DATE_PART)),
	CHOICE("second-field-align", SECOND_FIELD_ALIGN, IN(BIBLIOGRAPHY),
	    " flush margin "),
	CHOICE("sort", SORT, IN(KEY), " ascending descending "),
	ROW("sort-separator", SORT_SEPARATOR, TEXT, NAME_OPTIONS),
	CHOICE("strip-periods", STRIP_PERIODS,
	    IN(TEXT) | IN(LABEL) | IN(DATE_PART) | IN(NUMBER), BOOLEAN),
	ROW("subsequent-author-substitute", SUBSEQUENT_AUTHOR_SUBSTITUTE, TEXT,
	    IN(BIBLIOGRAPHY)),
	CHOICE("subsequent-author-substitute-rule",
	    SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE, IN(BIBLIOGRAPHY),
	    " complete-all complete-each partial-each partial-first "),
	ROW("suffix", SUFFIX, TEXT, AFFIXED),
	ROW("term", TERM, TERM, IN(TEXT) | IN(ET_AL)),
	CHOICE("text-case", TEXT_CASE, CASED,
	    " lowercase uppercase capitalize-first capitalize-all sentence"
	    " title "),
	CHOICE("text-decoration", TEXT_DECORATION, LOOKS, " none underline "),
	ROW("type", TYPE, TYPES, BRANCHES),
	ROW("value", VALUE, TEXT, IN(TEXT)),
	ROW("variable", VARIABLE, VARIABLES,
	    IN(TEXT) | IN(NUMBER) | IN(LABEL) | IN(NAMES) | IN(DATE) | IN(KEY) |
		BRANCHES),
	ROW("version", AND, IGNORED, IN(STYLE) | IN(LOCALE)),
	CHOICE("vertical-align", VERTICAL_ALIGN, LOOKS, " baseline sup sub "),
	ROW("year-suffix-delimiter", YEAR_SUFFIX_DELIMITER, TEXT, IN(CITATION)),
};

enum { ATTRIBUTE_ROWS = sizeof attributes / sizeof *attributes };

enum style_element
csl_style_find_element(const char *name)
{
	for (unsigned i = 1; i < STYLE_ELEMENT_COUNT; i++) {
		if (strcmp(elements[i].name, name) == 0)
			return (enum style_element)i;
	}
	return STYLE_NO_ELEMENT;
}

bool
csl_style_may_hold(enum style_element parent, enum style_element e)
{
	return elements[e].parents & 1u << parent;
}

void
csl_style_offer_elements(struct csl_style *s, const struct csl_element *unknown)
{
	struct place place = { s->file, unknown->line, unknown->column };
	struct suggestion suggestion;

	suggestion_begin(&suggestion, unknown->name);
	for (unsigned i = 1; i < STYLE_ELEMENT_COUNT; i++)
		suggestion_offer(&suggestion, elements[i].name);
	suggestion_report(&suggestion, s->d, DIAGNOSE_WARNING, place,
	    "element");
}

const struct csl_attribute_row *
csl_style_find_attribute(const char *name, enum style_element e, bool *is_known)
{
	*is_known = false;
	for (unsigned i = 0; i < ATTRIBUTE_ROWS; i++) {
		if (strcmp(attributes[i].name, name) != 0)
			continue;
		*is_known = true;
		if (attributes[i].elements & 1u << e)
			return &attributes[i];
	}
	return NULL;
}

void
csl_style_offer_attributes(struct csl_style *s, const struct csl_element *e,
    const char *unknown)
{
	struct place place = { s->file, e->line, e->column };
	struct suggestion suggestion;

	suggestion_begin(&suggestion, unknown);
	for (unsigned i = 0; i < ATTRIBUTE_ROWS; i++) {
		if (attributes[i].elements & 1u << e->kind)
			suggestion_offer(&suggestion, attributes[i].name);
	}
	suggestion_report(&suggestion, s->d, DIAGNOSE_WARNING, place,
	    "attribute");
}

/*
 * What CSL has and ibid does not do: said when a style is compiled.  A row
 * without a word means all that the attribute says.
 */
static const struct {
	uint32_t elements;
	uint8_t attribute, word;
} not_done[] = {
	{ IN(INSTITUTION), STYLE_NO_ATTRIBUTE, STYLE_NO_WORD },
};

bool
csl_style_is_done(enum style_element e, enum style_attribute a,
    enum style_word word)
{
	for (unsigned i = 0; i < sizeof not_done / sizeof *not_done; i++) {
		if ((not_done[i].elements & 1u << e) &&
		    not_done[i].attribute == a &&
		    (!not_done[i].word || not_done[i].word == word))
			return false;
	}
	return true;
}
