/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_STYLE_H
#define IBID_MODEL_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

/*
 * A citation style, or a locale, as a flat tree: what ibid-compile makes of
 * a CSL file and the reader walks.  A node is an index, 0 the root; words,
 * variables, types and the names of macros are resolved by the compiler.
 * Source: CSL 1.0.2 specification and schema.
 *
 * The file, all numbers little endian: the magic "ibidsty1", five counts of
 * four bytes (nodes, attributes, list entries, bytes of strings, 0), the
 * nodes, the attributes, the list entries (two bytes each), the strings (each
 * with its NUL).  A node is its element, its depth (a byte each) and the count
 * of its attributes (two bytes); nodes stand parents first, as the elements
 * of a document do, and their attributes in the same order.  An attribute is
 * its name and its kind (a byte each), the count of a list's entries (two
 * bytes) and the value or where it stands (four bytes); those of a node stand
 * by name.  A macro stands before what uses it, so that there is no way
 * round in circles.
 */
enum style_kind {
	STYLE_KIND_NUMBER, /* signed */
	STYLE_KIND_WORD,   /* enum style_word */
	STYLE_KIND_TEXT,   /* at: a byte of the strings */
	STYLE_KIND_LIST,   /* at: a list entry */
	STYLE_KIND_NODE,   /* a macro */
	STYLE_KIND_COUNT
};
enum style_element {
	STYLE_NO_ELEMENT,
	STYLE_STYLE,
	STYLE_LOCALE,
	STYLE_INFO, /* its texts are attributes: TITLE, ID, UPDATED ... */
	STYLE_CITATION,
	STYLE_BIBLIOGRAPHY,
	STYLE_LAYOUT,
	STYLE_SORT,
	STYLE_KEY,
	STYLE_MACRO,
	STYLE_TEXT,
	STYLE_NUMBER,
	STYLE_LABEL,
	STYLE_GROUP,
	STYLE_CHOOSE,
	STYLE_IF,
	STYLE_ELSE_IF,
	STYLE_ELSE,
	STYLE_NAMES,
	STYLE_NAME,
	STYLE_NAME_PART,
	STYLE_ET_AL,
	STYLE_SUBSTITUTE,
	STYLE_INSTITUTION,
	STYLE_DATE,
	STYLE_DATE_PART,
	STYLE_TERMS,
	STYLE_TERM, /* SINGLE and MULTIPLE, equal where it has but one form */
	STYLE_STYLE_OPTIONS,
	STYLE_ELEMENT_COUNT
};

/* Attribute names of CSL, dashes made underscores: STYLE_AT_ET_AL_MIN ... */
enum style_attribute {
	STYLE_NO_ATTRIBUTE,
	STYLE_AT_AFTER_COLLAPSE_DELIMITER,
	STYLE_AT_AND,
	STYLE_AT_AUTHORS,         /* of INFO: names, and where they are met */
	STYLE_AT_CITATION_FORMAT, /* of INFO: NUMERIC, AUTHOR_DATE, NOTE ... */
	STYLE_AT_CITE_GROUP_DELIMITER,
	STYLE_AT_CLASS,
	STYLE_AT_COLLAPSE,
	STYLE_AT_CONTRIBUTORS, /* of INFO */
	STYLE_AT_DATE_PARTS,
	STYLE_AT_DEFAULT_LOCALE,
	STYLE_AT_DELIMITER,
	STYLE_AT_DELIMITER_PRECEDES_ET_AL,
	STYLE_AT_DELIMITER_PRECEDES_LAST,
	STYLE_AT_DEMOTE_NON_DROPPING_PARTICLE,
	STYLE_AT_DISAMBIGUATE,
	STYLE_AT_DISAMBIGUATE_ADD_GIVENNAME,
	STYLE_AT_DISAMBIGUATE_ADD_NAMES,
	STYLE_AT_DISAMBIGUATE_ADD_YEAR_SUFFIX,
	STYLE_AT_DISPLAY,
	STYLE_AT_ENTRY_SPACING,
	STYLE_AT_ET_AL_MIN,
	STYLE_AT_ET_AL_SUBSEQUENT_MIN,
	STYLE_AT_ET_AL_SUBSEQUENT_USE_FIRST,
	STYLE_AT_ET_AL_USE_FIRST,
	STYLE_AT_ET_AL_USE_LAST,
	STYLE_AT_FONT_STYLE,
	STYLE_AT_FONT_VARIANT,
	STYLE_AT_FONT_WEIGHT,
	STYLE_AT_FORM,
	STYLE_AT_GENDER,
	STYLE_AT_GENDER_FORM,
	STYLE_AT_GIVENNAME_DISAMBIGUATION_RULE,
	STYLE_AT_HANGING_INDENT,
	STYLE_AT_ID,
	STYLE_AT_INITIALIZE,
	STYLE_AT_INITIALIZE_WITH,
	STYLE_AT_INITIALIZE_WITH_HYPHEN,
	STYLE_AT_IS_NUMERIC,
	STYLE_AT_IS_UNCERTAIN_DATE,
	STYLE_AT_LANG,
	STYLE_AT_LIMIT_DAY_ORDINALS_TO_DAY_1,
	STYLE_AT_LINE_SPACING,
	STYLE_AT_LOCATOR,
	STYLE_AT_MACRO,
	STYLE_AT_MATCH,
	STYLE_AT_MULTIPLE,
	STYLE_AT_NAME,
	STYLE_AT_NAME_AS_SORT_ORDER,
	STYLE_AT_NAME_DELIMITER,
	STYLE_AT_NAME_FORM,
	STYLE_AT_NAMES_DELIMITER,
	STYLE_AT_NAMES_MIN,
	STYLE_AT_NAMES_USE_FIRST,
	STYLE_AT_NAMES_USE_LAST,
	STYLE_AT_NEAR_NOTE_DISTANCE,
	STYLE_AT_PAGE_RANGE_FORMAT,
	STYLE_AT_PARENT,
	STYLE_AT_PART,
	STYLE_AT_PLURAL,
	STYLE_AT_POSITION,
	STYLE_AT_PREFIX,
	STYLE_AT_PUNCTUATION_IN_QUOTE,
	STYLE_AT_QUOTES,
	STYLE_AT_RANGE_DELIMITER,
	STYLE_AT_RIGHTS,
	STYLE_AT_RIGHTS_URL,
	STYLE_AT_SECOND_FIELD_ALIGN,
	STYLE_AT_SINGLE,
	STYLE_AT_SORT,
	STYLE_AT_SORT_SEPARATOR,
	STYLE_AT_STRIP_PERIODS,
	STYLE_AT_SUBSEQUENT_AUTHOR_SUBSTITUTE,
	STYLE_AT_SUBSEQUENT_AUTHOR_SUBSTITUTE_RULE,
	STYLE_AT_SUFFIX,
	STYLE_AT_SUMMARY,
	STYLE_AT_TEMPLATE,
	STYLE_AT_TERM,
	STYLE_AT_TEXT_CASE,
	STYLE_AT_TEXT_DECORATION,
	STYLE_AT_TITLE,
	STYLE_AT_TRANSLATORS, /* of INFO */
	STYLE_AT_TYPE,
	STYLE_AT_UPDATED,
	STYLE_AT_VALUE,
	STYLE_AT_VARIABLE,
	STYLE_AT_VERTICAL_ALIGN,
	STYLE_AT_YEAR_SUFFIX_DELIMITER,
	STYLE_ATTRIBUTE_COUNT
};

/*
 * The values that CSL has a word for: STYLE_WORD_TRUE, _LONG, _VERB_SHORT ...
 */
enum style_word {
	STYLE_NO_WORD,
	STYLE_WORD_TRUE,
	STYLE_WORD_FALSE,
	STYLE_WORD_TEXT,
	STYLE_WORD_SYMBOL,
	STYLE_WORD_IN_TEXT,
	STYLE_WORD_NOTE,
	STYLE_WORD_CITATION_NUMBER,
	STYLE_WORD_YEAR,
	STYLE_WORD_YEAR_SUFFIX,
	STYLE_WORD_YEAR_SUFFIX_RANGED,
	STYLE_WORD_YEAR_MONTH,
	STYLE_WORD_YEAR_MONTH_DAY,
	STYLE_WORD_ALWAYS,
	STYLE_WORD_NEVER,
	STYLE_WORD_CONTEXTUAL,
	STYLE_WORD_AFTER_INVERTED_NAME,
	STYLE_WORD_SORT_ONLY,
	STYLE_WORD_DISPLAY_AND_SORT,
	STYLE_WORD_BLOCK,
	STYLE_WORD_LEFT_MARGIN,
	STYLE_WORD_RIGHT_INLINE,
	STYLE_WORD_INDENT,
	STYLE_WORD_NORMAL,
	STYLE_WORD_ITALIC,
	STYLE_WORD_OBLIQUE,
	STYLE_WORD_SMALL_CAPS,
	STYLE_WORD_BOLD,
	STYLE_WORD_LIGHT,
	STYLE_WORD_LONG,
	STYLE_WORD_SHORT,
	STYLE_WORD_VERB,
	STYLE_WORD_VERB_SHORT,
	STYLE_WORD_NUMERIC,
	STYLE_WORD_NUMERIC_LEADING_ZEROS,
	STYLE_WORD_ORDINAL,
	STYLE_WORD_LONG_ORDINAL,
	STYLE_WORD_ROMAN,
	STYLE_WORD_COUNT,
	STYLE_WORD_MASCULINE,
	STYLE_WORD_FEMININE,
	STYLE_WORD_NEUTER,
	STYLE_WORD_ALL_NAMES,
	STYLE_WORD_ALL_NAMES_WITH_INITIALS,
	STYLE_WORD_PRIMARY_NAME,
	STYLE_WORD_PRIMARY_NAME_WITH_INITIALS,
	STYLE_WORD_BY_CITE,
	STYLE_WORD_ALL,
	STYLE_WORD_ANY,
	STYLE_WORD_NONE,
	STYLE_WORD_NAND,
	STYLE_WORD_WHOLE_NUMBER,
	STYLE_WORD_LAST_DIGIT,
	STYLE_WORD_LAST_TWO_DIGITS,
	STYLE_WORD_FIRST,
	STYLE_WORD_EXPANDED,
	STYLE_WORD_MINIMAL,
	STYLE_WORD_MINIMAL_TWO,
	STYLE_WORD_CHICAGO,
	STYLE_WORD_CHICAGO_15,
	STYLE_WORD_CHICAGO_16,
	STYLE_WORD_FAMILY,
	STYLE_WORD_GIVEN,
	STYLE_WORD_MONTH,
	STYLE_WORD_DAY,
	STYLE_WORD_FLUSH,
	STYLE_WORD_MARGIN,
	STYLE_WORD_ASCENDING,
	STYLE_WORD_DESCENDING,
	STYLE_WORD_COMPLETE_ALL,
	STYLE_WORD_COMPLETE_EACH,
	STYLE_WORD_PARTIAL_EACH,
	STYLE_WORD_PARTIAL_FIRST,
	STYLE_WORD_LOWERCASE,
	STYLE_WORD_UPPERCASE,
	STYLE_WORD_CAPITALIZE_FIRST,
	STYLE_WORD_CAPITALIZE_ALL,
	STYLE_WORD_SENTENCE,
	STYLE_WORD_TITLE,
	STYLE_WORD_UNDERLINE,
	STYLE_WORD_BASELINE,
	STYLE_WORD_SUP,
	STYLE_WORD_SUB,
	STYLE_WORD_SUBSEQUENT,
	STYLE_WORD_IBID,
	STYLE_WORD_IBID_WITH_LOCATOR,
	STYLE_WORD_NEAR_NOTE,
	STYLE_WORD_ACT,
	STYLE_WORD_APPENDIX,
	STYLE_WORD_ARTICLE_LOCATOR,
	STYLE_WORD_BOOK,
	STYLE_WORD_CANON,
	STYLE_WORD_CHAPTER,
	STYLE_WORD_COLUMN,
	STYLE_WORD_ELOCATION,
	STYLE_WORD_EQUATION,
	STYLE_WORD_FIGURE,
	STYLE_WORD_FOLIO,
	STYLE_WORD_ISSUE,
	STYLE_WORD_LINE,
	STYLE_WORD_OPUS,
	STYLE_WORD_PAGE,
	STYLE_WORD_PARAGRAPH,
	STYLE_WORD_PART,
	STYLE_WORD_RULE,
	STYLE_WORD_SCENE,
	STYLE_WORD_SECTION,
	STYLE_WORD_SUB_VERBO,
	STYLE_WORD_SUPPLEMENT,
	STYLE_WORD_TABLE,
	STYLE_WORD_TIMESTAMP,
	STYLE_WORD_TITLE_LOCATOR,
	STYLE_WORD_VERSE,
	STYLE_WORD_VERSION,
	STYLE_WORD_VOLUME,
	STYLE_WORD_AUTHOR,
	STYLE_WORD_AUTHOR_DATE,
	STYLE_WORD_LABEL,
	STYLE_WORDS_END
};

/* By the name that CSL gives it; 0 and "" where there is none. */
enum style_word style_find_word(const char *name);
const char *style_get_word_name(enum style_word word);

struct style;

/* What a style may be: the compiler says so, loading holds it to that. */
enum {
	STYLE_BYTES_MAX = 4 << 20,
	STYLE_NODES_MAX = 100000,
	STYLE_DEPTH_MAX = 64,            /* of elements */
	STYLE_CALLED_DEPTH_MAX = 200,    /* with what macros lead to */
	STYLE_CALLED_NODES_MAX = 1000000 /* walked through, macros as well */
};

/*
 * A copy of bytes, every index and string checked; STATUS_CORRUPT.  Texts are
 * UTF-8 without control characters but line feeds.  The root is a style or a
 * locale; under TERMS stand terms alone.
 */
enum status style_load(struct style **out, const char *name, const char *bytes,
    size_t len, struct error *err);
void style_free(struct style *s);

typedef uint32_t style_node;
enum { STYLE_NODE_NONE = 0 }; /* no node has the root as its child */

enum style_element style_get_element(const struct style *s, style_node n);
style_node style_get_child(const struct style *s, style_node n);
style_node style_get_next(const struct style *s, style_node n);

/* The attributes that a node has, i from 0; STYLE_NO_ATTRIBUTE: no more. */
enum style_attribute style_get_attribute(const struct style *s, style_node n,
    uint32_t i);

/* The value of an attribute, as its kind is; fallback, NULL where not given. */
int style_get_number(const struct style *s, style_node n,
    enum style_attribute a, int fallback);
enum style_word style_get_word(const struct style *s, style_node n,
    enum style_attribute a);
const char *style_get_text(const struct style *s, style_node n,
    enum style_attribute a);
/* Variables (enum csl_variable), types (enum csl_type), positions, locators
 * (words): in their order.  One that CSL does not know is CSL_NONE,
 * CSL_TYPE_COUNT, STYLE_WORDS_END: nothing that an item has. */
const uint16_t *style_get_list(const struct style *s, style_node n,
    enum style_attribute a, uint32_t *count);
/* The macro that MACRO names; STYLE_NODE_NONE: none. */
style_node style_get_macro(const struct style *s, style_node n);

/* Terms of a locale stand sorted by name: the first with that name. */
style_node style_find_term(const struct style *s, style_node terms,
    const char *name);
#endif
