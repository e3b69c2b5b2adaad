/* SPDX-License-Identifier: ISC */
#include "cluster.h"

/*
 * The author in the sentence: the names of a cite, then what it has besides,
 * in the style's brackets.  Notes and numbers have no such form.
 */
bool
cite_add_narrative(struct rich *out, struct cite *c,
    const struct cite_part *part)
{
	struct cite_part names = *part, rest = *part;
	struct cluster cluster;
	struct piece *piece;

	if (c->lists == NULL || part->item >= c->count ||
	    cite_is_note_style(c) || cite_is_numeric(c))
		return false;
	names.is_author_only = true;
	names.is_author_suppressed = false;
	names.prefix = names.suffix = NULL;
	rest.is_author_suppressed = true;
	rest.is_author_only = false;
	cluster_render(&cluster, c, &names, 1);
	if (cluster.units[0].rendering.names == NULL) {
		cite_add_citation(out, c, part, 1);
		return true;
	}
	cluster_flatten(out, c, cluster.units[0].rendering.names);
	cluster_render(&cluster, c, &rest, 1);
	piece = cluster_join(&cluster);
	if (!piece_is_empty(piece)) {
		rich_add(out, 0, " ", 1);
		cluster_flatten(out, c, piece);
	}
	arena_reset(&c->arena);
	return true;
}
