/* SPDX-License-Identifier: ISC */
#ifndef IBID_INTERPRET_H
#define IBID_INTERPRET_H

#include "cite_private.h"

/*
 * A walk through a style for one item.  Each element adds what it prints to
 * a group of pieces, and counts the variables that it asked for and those
 * that had something: a cs:group of which all are empty prints nothing.
 * Source: CSL 1.0.2 specification, "Rendering Elements".
 */
struct walk {
	struct cite *c;
	const struct style *style;
	const struct cite_context *context;
	const struct cite_distinction *distinction;
	const struct cite_area *area;
	const struct csl_item *item;
	struct arena *arena;
	struct cite_rendering *out;
	style_node key;   /* cs:key that is rendered, or STYLE_NODE_NONE */
	style_node names; /* cs:names whose cs:substitute is walked */
	bool is_english;  /* the item: titles' case may change */
	bool has_english_terms;
	bool has_dotted_i; /* of the item: Turkish and its like */
	bool has_names;    /* a first cs:names was met */
	bool has_year_suffix;
	unsigned depth;
	uint32_t left; /* pieces that may still be made */
	uint32_t called, filled;
	bool is_logging; /* variables that print are noted */
	bool is_logged[CSL_VARIABLE_COUNT];
	bool is_suppressed[CSL_VARIABLE_COUNT]; /* printed by a substitute */
};

/* Pieces; NULL where no more may be made, which piece_add() takes. */
struct piece *walk_new_text(struct walk *w, const char *text);
struct piece *walk_new_group(struct walk *w);
/* What costs time without printing uses up what may be printed. */
void walk_charge(struct walk *w, size_t cost);

/* The one text that may be put together at a time, emptied. */
struct str *walk_get_scratch(struct walk *w);
/* A copy of what is in s. */
struct piece *walk_new_copy(struct walk *w, const struct str *s);

/* Adds a text in a format; what is empty is not added. */
void walk_add_text(struct walk *w, struct piece *into, const char *text,
    const struct piece_format *format);

void walk_element(struct walk *w, struct piece *into, style_node n);

/* The children of a group or a macro, in the format of n. */
void walk_group(struct walk *w, struct piece *into, style_node n,
    style_node children);

/* Format of an element, its title case kept for English alone. */
void walk_read_format(struct walk *w, struct piece_format *out, style_node n);
/* The same for a term, whose language is the locale's. */
void walk_read_term_format(struct walk *w, struct piece_format *out,
    style_node n);
/* What cs says of n on top of what out has. */
void walk_overlay_format(struct walk *w, struct piece_format *out,
    const struct style *s, style_node n);

/* Counts a variable that is asked for; false: a substitute printed it. */
bool walk_call(struct walk *w, enum csl_variable v, bool is_filled);

/* The first of the variables of an element. */
enum csl_variable walk_get_variable(const struct walk *w, style_node n);

/* The text of a variable for this citation, or NULL. */
const char *walk_get_text(struct walk *w, enum csl_variable v);
bool walk_has(struct walk *w, enum csl_variable v);

/* CSL's name of the locator's label, and its word. */
const char *walk_get_locator_label(const struct walk *w);
enum style_word walk_get_locator_word(const struct walk *w);

bool walk_is_true(struct walk *w, style_node condition);

/* The elements, each in a file of its own or with its like. */
void walk_text(struct walk *w, struct piece *into, style_node n);
void walk_number(struct walk *w, struct piece *into, style_node n);
void walk_label(struct walk *w, struct piece *into, style_node n);
void walk_names(struct walk *w, struct piece *into, style_node n);
void walk_date(struct walk *w, struct piece *into, style_node n);

/* YYYYMMDD that sorts. */
struct piece *walk_new_date_key(struct walk *w, enum csl_variable v);
/* All names of a variable, to sort by. */
void walk_names_key(struct walk *w, struct piece *into, enum csl_variable v);

/* "RoNo78": of the item, or made of its names and year. */
const char *walk_get_citation_label(struct walk *w);
/* "a" for 1, "ab" for 28. */
const char *walk_get_year_suffix(struct walk *w);

#endif
