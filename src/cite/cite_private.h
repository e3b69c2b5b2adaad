/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_PRIVATE_H
#define IBID_CITE_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "cite/cite.h"
#include "model/csl.h"
#include "model/style.h"

#include "name_options.h"
#include "numeral.h"
#include "piece.h"

/*
 * What the modules of this layer share: the processor, and the rendering of
 * one item as pieces, which lists render again with other settings until
 * all look different.
 */

/* How much of a given name is added to what the style shows. */
enum cite_given { CITE_GIVEN_OF_STYLE, CITE_GIVEN_INITIALS, CITE_GIVEN_FULL };

/* How an item is told from others that would look alike. */
struct cite_distinction {
	uint32_t names_shown; /* at least so many before et al.; 0: style's */
	/* For each variable NULL, or an enum cite_given for each name. */
	const uint8_t *given[CSL_NAMES_COUNT];
	int year_suffix;        /* 1: a, 27: aa; 0: none */
	bool is_condition_true; /* disambiguate="true" */
};

/* What is known of each item of the list. */
struct cite_state {
	uint32_t number; /* citation-number, from 1 */
	struct cite_distinction distinction;
};

/* Where a text of the locale is looked for: the style's own, then it. */
struct cite_locale {
	const struct style *tree;
	style_node terms, options; /* STYLE_NODE_NONE: none */
	style_node date_text, date_numeric;
};
enum { CITE_LOCALES = 8 };

/* cs:citation or cs:bibliography. */
struct cite_area {
	style_node node, layout, sort; /* STYLE_NODE_NONE: none */
	struct name_options names;
};

struct cite_lists;

struct cite {
	const struct style *style;
	struct cite_locale locales[CITE_LOCALES];
	uint32_t locale_count;
	struct piece_locale piece_locale;
	const char *page_delimiter;
	struct cite_area citation, bibliography;
	enum numeral_page_format page_format;
	enum style_word demotes_particle; /* never, sort-only ... */
	bool initializes_hyphen;
	bool is_numeric;         /* a citation prints its number */
	bool prints_year_suffix; /* somewhere a cs:text has that variable */
	const struct csl_item *const *items;
	struct cite_state *states; /* one for each item */
	uint32_t count;
	/* Of the pieces: reset by the public functions when they are done. */
	struct arena arena;
	struct str scratch;       /* of one text that is being put together */
	char fault[256];          /* "": none */
	struct cite_lists *lists; /* what lists.c keeps; NULL: nothing yet */
};

/* One item to render. */
struct cite_context {
	uint32_t item;
	const struct cite_part *part; /* NULL: for the list */
	bool is_bibliography;         /* cs:bibliography, not cs:citation */
	const struct cite_distinction *distinction; /* NULL: the item's own */
};

/* What came of it; pieces are in the processor's arena. */
struct cite_rendering {
	/* What the layout holds, without the layout's own affixes and looks;
	 * NULL: nothing. */
	struct piece *piece;
	struct piece *names;        /* the first cs:names in it, or NULL */
	enum csl_variable names_of; /* what it named first, or CSL_NONE */
	uint32_t names_shown;       /* of these, before et al. */
	uint32_t names_count;       /* that could be */
	bool asks_disambiguate;     /* the condition was evaluated */
	bool has_year;              /* a year suffix has its place */
};
void cite_render(struct cite_rendering *out, struct cite *c,
    const struct cite_context *context);

/*
 * What cs:key n (a macro or a variable) sorts by; NULL: nothing.  Dates are
 * YYYYMMDD with their sign turned to sort as text, numbers have leading zeros,
 * names stand in sort order.
 */
struct piece *cite_render_key(struct cite *c,
    const struct cite_context *context, style_node key);

/* The looks, affixes and delimiter that an element asks for. */
void cite_read_format(struct piece_format *out, const struct style *s,
    style_node n);

/*
 * A term in a form (STYLE_NO_WORD: long) with the fallbacks of CSL: verb-short,
 * verb, long; symbol, short, long.  NULL: the locale has none.
 */
const char *cite_find_term(const struct cite *c, const char *name,
    enum style_word form, bool is_plural);

/* Frees what lists.c keeps. */
void cite_free_lists(struct cite *c);

/* Keeps the first thing that was left out. */
/* The first one stays; item NULL: of no single one. */
void cite_set_fault(struct cite *c, const struct csl_item *item,
    const char *fault);

#endif
