/* SPDX-License-Identifier: ISC */
#ifndef IBID_LISTS_H
#define IBID_LISTS_H

#include "cite_private.h"

/*
 * What a processor knows of many items at once: their order, what tells them
 * apart, the citations of a document.
 */
struct cite_lists {
	struct arena arena; /* of what belongs to the items */
	uint32_t *order;    /* items as the list has them */
	uint32_t *places;   /* of each item in order */
	struct arena cluster_arena;
	struct cite_cluster *clusters; /* sorted, positions worked out */
	uint32_t cluster_count;
};

/*
 * Sorts count contexts by a cs:sort: order receives their indexes.  Where sort
 * is STYLE_NODE_NONE they stay as they are.
 */
void lists_sort(uint32_t *order, struct cite *c, style_node sort,
    const struct cite_context *contexts, uint32_t count);

/* Finds out what tells the items apart: see tell_apart.c. */
void lists_tell_apart(struct cite *c);

/* The first piece with that mark in p, or NULL. */
struct piece *lists_find_mark(struct piece *p, enum piece_mark mark);

/* The plain text of a piece; in the arena, "" for NULL. */
const char *lists_get_plain(const struct cite *c, const struct piece *p,
    struct arena *arena);

#endif
