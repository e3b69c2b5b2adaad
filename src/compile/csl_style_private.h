/* SPDX-License-Identifier: ISC */
#ifndef IBID_CSL_STYLE_PRIVATE_H
#define IBID_CSL_STYLE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "compile/diagnose.h"
#include "model/style.h"
#include "model/style_writer.h"

/*
 * From XML to a tree: csl_style_xml.c reads the file into elements,
 * csl_style_table.c knows what CSL has, csl_style_value.c reads attributes,
 * csl_style_info.c and csl_style_term.c the parts with texts,
 * csl_style_macro.c puts macros into an order without circles, csl_style.c
 * walks the whole.
 */
struct csl_attribute {
	const char *name, *value;
	struct csl_attribute *next;
};

struct csl_element {
	const char *name; /* without its namespace */
	struct csl_attribute *attributes;
	struct csl_element *parent, *first, *last, *next;
	const char *text; /* of its own; NULL: none */
	uint32_t line, column;
	bool is_foreign; /* of another namespace */
	enum style_element kind;
	/* of a macro: */
	style_node node;
	unsigned state;
};

struct csl_style {
	struct arena arena;
	struct diagnose *d;
	const char *file;
	struct csl_element *root;
	struct style_writer writer;
	struct csl_element **macros; /* by name */
	uint32_t macro_count;
};

void csl_style_say(struct csl_style *s, enum diagnose_level level,
    const struct csl_element *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* False: said why. */
bool csl_style_read_xml(struct csl_style *s, const char *text, size_t len);
const char *csl_style_get(const struct csl_element *e, const char *name);

/* ---- What CSL has ---- */

/* The kind of an element by its name, where it may stand in parent. */
enum style_element csl_style_find_element(const char *name);
bool csl_style_may_hold(enum style_element parent, enum style_element e);
void csl_style_offer_elements(struct csl_style *s,
    const struct csl_element *unknown);

/* What an attribute may say. */
enum csl_value {
	CSL_VALUE_WORD, /* one of words */
	CSL_VALUE_NUMBER,
	CSL_VALUE_TEXT,
	CSL_VALUE_TERM, /* the name of a term */
	CSL_VALUE_MACRO,
	CSL_VALUE_VARIABLES,
	CSL_VALUE_TYPES,
	CSL_VALUE_WORDS, /* a list of words */
	CSL_VALUE_IGNORED
};

struct csl_attribute_row {
	const char *name;
	uint8_t attribute, value;
	uint32_t elements; /* bits of enum style_element */
	const char *words; /* with a space around each */
};

/* NULL: not an attribute of that element.  *is_known: of some element. */
const struct csl_attribute_row *csl_style_find_attribute(const char *name,
    enum style_element e, bool *is_known);
void csl_style_offer_attributes(struct csl_style *s,
    const struct csl_element *e, const char *unknown);

/* Whether ibid does what CSL means by that; value NULL: by the whole. */
bool csl_style_is_done(enum style_element e, enum style_attribute a,
    enum style_word value);

/* ---- Parts ---- */

void csl_style_add_attributes(struct csl_style *s, const struct csl_element *e);
void csl_style_add_info(struct csl_style *s, const struct csl_element *info);
void csl_style_add_terms(struct csl_style *s, const struct csl_element *locale);
/* Whether CSL or the style itself has a term of that name. */
bool csl_style_has_term(const struct csl_style *s, const char *name);
/* The element behind e in a walk through all that root holds, or NULL. */
const struct csl_element *csl_style_walk(const struct csl_element *root,
    const struct csl_element *e);

/* Adds an element with what it holds. */
void csl_style_add_element(struct csl_style *s, struct csl_element *e);

/* Adds all macros; false: they lead in a circle, or too deep. */
bool csl_style_add_macros(struct csl_style *s);
/* NULL: there is none. */
const struct csl_element *csl_style_find_macro(const struct csl_style *s,
    const char *name);

#endif
