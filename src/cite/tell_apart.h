/* SPDX-License-Identifier: ISC */
#ifndef IBID_TELL_APART_H
#define IBID_TELL_APART_H

#include "lists.h"

/*
 * Telling cites apart that look alike.  Items whose cites are equal form a
 * pool; each way to change them is tried on the whole pool, and where it makes
 * a difference the pool falls into smaller ones, which are tried on.
 */
struct apart {
	struct cite *c;
	struct arena arena; /* of pools and texts, while it works */
	bool adds_names, adds_given, adds_suffix;
	enum style_word rule; /* of given names */
	uint32_t left;        /* cites that may still be rendered */
	const struct csl_item *const *lent; /* the items as they are */
	const struct csl_item **items;      /* those that are compared */
};

struct pool {
	uint32_t *items;
	uint32_t count;
};

/* What the cite of an item looks like; in the arena of a. */
const char *apart_render(struct apart *a, uint32_t item,
    struct cite_rendering *out);

/* Gives each pool of equal cites to apart_resolve().  Where all are equal it
 * does nothing and returns false. */
bool apart_split(struct apart *a, const struct pool *pool);
void apart_resolve(struct apart *a, const struct pool *pool);

static inline struct cite_distinction *
apart_get(const struct apart *a, uint32_t item)
{
	return &a->c->states[item].distinction;
}

/* Adds names, or given names, until cites of the pool differ.  False: they
 * never did, and all is as it was. */
bool apart_add_names(struct apart *a, const struct pool *pool);
bool apart_add_given(struct apart *a, const struct pool *pool);

/* The given names that all cites show where people share a family name. */
void apart_add_given_everywhere(struct apart *a);

#endif
