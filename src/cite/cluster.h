/* SPDX-License-Identifier: ISC */
#ifndef IBID_CLUSTER_H
#define IBID_CLUSTER_H

#include "lists.h"

/*
 * A citation under way: one unit for each cite, in the order in which they
 * are printed.  Units are joined by delimiters, each of which belongs to what
 * follows it.
 */
struct cluster_unit {
	const struct cite_part *part;
	struct cite_rendering rendering;
	const char *names;     /* plain, "" where there are none */
	const char *delimiter; /* before it; NULL: the layout's */
	int suffix;            /* of the year */
	int number;            /* citation-number; 0: it prints none */
	bool is_group;         /* the names are those of the unit before */
	bool is_bare_suffix;   /* a letter alone */
	bool is_hidden;        /* inside a range */
	bool has_range;        /* joined to the unit before by a dash */
	bool is_dropped;       /* prints nothing */
};

struct cluster {
	struct cite *c;
	struct cluster_unit *units;
	uint32_t count;
	const char *delimiter; /* the layout's */
};

/* Cites in the order of printing, by the style's cs:sort. */
struct cite_part *cluster_sort(struct cite *c, const struct cite_part *parts,
    uint32_t count, struct arena *arena);

/* Renders the cites; collapse.c then groups and collapses them. */
void cluster_render(struct cluster *out, struct cite *c,
    const struct cite_part *parts, uint32_t count);
void cluster_collapse(struct cluster *cluster);

/* The whole as a piece, with affixes and looks of the layout. */
struct piece *cluster_join(const struct cluster *cluster);

/* A group with the looks of the layout, in it one with its affixes, empty;
 * and the delimiter. */
struct piece *cluster_new_layout(struct cite *c, const char **delimiter);

/* A unit with what the citation has before and behind it. */
struct piece *cluster_wrap(struct cite *c, const struct cluster_unit *unit,
    bool is_first);

/* Takes the names out of what an item printed. */
void cluster_drop_names(struct cite_rendering *r);

void cluster_flatten(struct rich *out, struct cite *c, const struct piece *p);

#endif
