/* SPDX-License-Identifier: ISC */
#include "cluster.h"

#include <string.h>

/*
 * Where a cite stands among those before it.  Cites in the text and in notes
 * are two sequences.
 * Source: CSL 1.0.2 specification, "Choose", position.
 */

/* What is known of an item on the way through a sequence. */
struct seen {
	bool is_seen;
	uint32_t first_note, last_note;
};

static bool
is_equal(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Of a cite that follows one of the same item at once. */
static enum cite_position
compare_locators(const struct cite_part *before, const struct cite_part *now)
{
	if (before->locator == NULL)
		return now->locator == NULL ? CITE_IBID :
					      CITE_IBID_WITH_LOCATOR;
	if (now->locator == NULL)
		return CITE_SUBSEQUENT;
	return is_equal(before->locator, now->locator) &&
		is_equal(before->label, now->label) ?
	    CITE_IBID :
	    CITE_IBID_WITH_LOCATOR;
}

/*
 * Whether a note names one source alone.  Its citations end with last; before
 * first there are none.
 */
static bool
is_of_one_item(const struct cite_cluster *first,
    const struct cite_cluster *last)
{
	uint32_t note = last->note, item;

	if (last->count != 1)
		return false;
	item = last->parts[0].item;
	while (last > first) {
		last--;
		if (last->note != note && last->note != 0)
			break;
		if (last->note == note &&
		    (last->count != 1 || last->parts[0].item != item))
			return false;
	}
	return true;
}

/*
 * The cite that "ibid." would mean: the one before in the citation, or all
 * that the citation before has.  A reader looks for it in the same note or in
 * the one above, where it must be the only source.
 */
static const struct cite_part *
get_before(const struct cite_cluster *now, uint32_t at,
    const struct cite_cluster *first, const struct cite_cluster *before)
{
	if (at > 0)
		return &now->parts[at - 1];
	if (before == NULL || before->count != 1)
		return NULL;
	if (before->note != now->note &&
	    (before->note + 1 != now->note || !is_of_one_item(first, before)))
		return NULL;
	return &before->parts[0];
}

static void
place_cluster(struct cite *c, const struct cite_cluster *cluster,
    struct cite_part *parts, const struct cite_cluster *before,
    struct seen *all)
{
	uint32_t distance = (uint32_t)style_get_number(c->style,
	    c->citation.node, STYLE_AT_NEAR_NOTE_DISTANCE, 5);

	for (uint32_t i = 0; i < cluster->count; i++) {
		const struct cite_part *last = get_before(cluster, i,
		    c->lists->clusters, before);
		struct seen *seen = &all[parts[i].item];

		if (!seen->is_seen) {
			*seen = (struct seen){ true, cluster->note,
				cluster->note };
			parts[i].position = CITE_FIRST;
			continue;
		}
		parts[i].position = last != NULL &&
			last->item == parts[i].item ?
		    compare_locators(last, &parts[i]) :
		    CITE_SUBSEQUENT;
		parts[i].first_note = seen->first_note;
		parts[i].is_near_note = cluster->note >= seen->last_note &&
		    cluster->note > 0 &&
		    cluster->note - seen->last_note <= distance;
		seen->last_note = cluster->note;
	}
}

/* One of the two sequences. */
static void
place_sequence(struct cite *c, struct cite_part *const *parts, bool has_notes)
{
	const struct cite_cluster *clusters = c->lists->clusters;
	const struct cite_cluster *before = NULL;
	struct arena arena = { 0 };
	struct seen *seen = arena_alloc_array(&arena, c->count, sizeof *seen);

	for (uint32_t i = 0; i < c->lists->cluster_count; i++) {
		if ((clusters[i].note > 0) != has_notes)
			continue;
		place_cluster(c, &clusters[i], parts[i], before, seen);
		before = &clusters[i];
	}
	arena_clear(&arena);
}

/* Cites of items that there are. */
static uint32_t
copy_known(struct cite_part *out, const struct cite *c,
    const struct cite_cluster *cluster)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < cluster->count; i++) {
		if (cluster->parts[i].item < c->count)
			out[count++] = cluster->parts[i];
	}
	return count;
}

void
cite_set_clusters(struct cite *c, const struct cite_cluster *clusters,
    uint32_t count)
{
	struct cite_lists *l = c->lists;
	struct arena *arena;
	struct cite_part **parts;

	if (l == NULL)
		return;
	arena = &l->cluster_arena;
	arena_reset(arena);
	l->clusters = arena_alloc_array(arena, count, sizeof *l->clusters);
	parts = arena_alloc_array(arena, count, sizeof *parts);
	for (uint32_t i = 0; i < count; i++) {
		parts[i] = arena_alloc_array(arena, clusters[i].count,
		    sizeof **parts);
		l->clusters[i] = clusters[i];
		l->clusters[i].count = copy_known(parts[i], c, &clusters[i]);
		if (c->citation.sort != STYLE_NODE_NONE)
			parts[i] = cluster_sort(c, parts[i],
			    l->clusters[i].count, arena);
		l->clusters[i].parts = parts[i];
	}
	l->cluster_count = count;
	place_sequence(c, parts, false);
	place_sequence(c, parts, true);
}
