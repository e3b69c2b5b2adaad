/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_CITE_H
#define IBID_CITE_CITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "cite/rich.h"
#include "model/csl.h"
#include "model/style.h"

/*
 * Sources in the words of a citation style: the processor of CSL 1.0.2.
 * A style and a locale are lent trees.  Hostile ones cost bounded time and
 * depth: what is too deep or too long is left out, and cite_get_fault() says
 * so.
 */
struct cite;

enum status cite_new(struct cite **out, const struct style *style,
    const struct style *locale, struct error *err);
void cite_free(struct cite *c);

/* "en-US": what the style wants, where the user says nothing else. */
const char *cite_get_default_locale(const struct style *style);

bool cite_is_note_style(const struct cite *c);
bool cite_has_bibliography(const struct cite *c);
/* "class" numeric: in-text forms are numbers of a list. */
bool cite_is_numeric(const struct cite *c);

/*
 * The items of the list, in the order in which they are first cited; they
 * are lent until others are set.  The style sorts and numbers them, and tells
 * apart what would look alike (2019a, 2019b; more names; given names).
 */
void cite_set_items(struct cite *c, const struct csl_item *const *items,
    uint32_t count);

enum cite_position {
	CITE_FIRST,
	CITE_SUBSEQUENT,
	CITE_IBID,
	CITE_IBID_WITH_LOCATOR
};

/* One item of a citation. */
struct cite_part {
	uint32_t item;       /* index into the items */
	const char *label;   /* of the locator, CSL's name; NULL: none, page */
	const char *locator; /* NULL: none */
	const char *prefix, *suffix; /* NULL: none */
	bool is_author_suppressed;
	bool is_author_only;
	enum cite_position position;
	bool is_near_note;
	uint32_t first_note; /* number of the note of the first citation; 0 */
};

/* The entry of an item in the list; nothing where the style has no list. */
void cite_add_reference(struct rich *out, struct cite *c, uint32_t item);

/* The list: item at a place of it, places count from 0; false: left out. */
uint32_t cite_count_references(const struct cite *c);
uint32_t cite_get_reference_item(const struct cite *c, uint32_t place);

/* A citation of one or more items, in the text or as a note. */
void cite_add_citation(struct rich *out, struct cite *c,
    const struct cite_part *parts, uint32_t count);

/*
 * All citations of a document, so that positions, collapsing and what tells
 * apart take the order into account: for each cluster in turn its parts'
 * positions are worked out; note 0: in the text.
 */
struct cite_cluster {
	const struct cite_part *parts;
	uint32_t count;
	uint32_t note;
};
void cite_set_clusters(struct cite *c, const struct cite_cluster *clusters,
    uint32_t count);
void cite_add_cluster(struct rich *out, struct cite *c, uint32_t cluster);

/* "Lankov (2013, p. 14)": the author in the sentence.  False: the style has
 * no such form (notes, numbers). */
bool cite_add_narrative(struct rich *out, struct cite *c,
    const struct cite_part *part);

/*
 * A source known only through another: "(A, 1982, as cited in B, 2014)".
 * The words are the style's manual's, by the style's id: see secondary.c.
 */
struct cite_secondary {
	struct cite_part original, in; /* in: what was read */
	bool is_quotation;
};
void cite_add_secondary(struct rich *out, struct cite *c,
    const struct cite_secondary *s);
/* The entry of the list; where the style lists only what was read: that. */
void cite_add_secondary_reference(struct rich *out, struct cite *c,
    const struct cite_secondary *s);

/* What was left out, one line, or NULL. */
const char *cite_get_fault(const struct cite *c);

#endif
