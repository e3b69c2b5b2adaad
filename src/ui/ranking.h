/* SPDX-License-Identifier: ISC */
#ifndef IBID_RANKING_H
#define IBID_RANKING_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Items, by number, in the order of their keys, made in slices: what is
 * ordered so far can be used at any time.  Keys are read four bytes at a
 * time (see store/collection_key.h), and the next four only of items that
 * are alike so far.  Equal items stand by their numbers, also in reverse.
 */
enum { RANKING_BATCH = 256, RANKING_PARTS = 32 /* of a text */ };

/* Reads a part of the keys of the items; returns how many items are there. */
typedef uint32_t ranking_read(uint32_t *parts, const void *context,
    const uint32_t *items, uint32_t count, unsigned part);

/* Items begin to end, alike so far. */
struct ranking_run {
	uint32_t begin, end;
	uint32_t merged; /* up to here by their next part, too */
	uint32_t next;   /* where to look for those that are alike again */
};

struct ranking {
	ranking_read *read;
	const void *context;
	unsigned parts; /* of each key; 0: texts, whose last ends with 0 */
	bool is_reversed;
	bool is_grouped;     /* groups are wanted */
	uint32_t item_count; /* to be read */
	uint64_t *all;       /* part of the key, item */
	uint32_t count, cap;
	uint32_t *groups; /* where another first part begins */
	uint32_t group_count, group_cap;
	struct ranking_run runs[RANKING_PARTS]; /* each within the one before */
	unsigned depth;
	bool is_read; /* all first parts are */
	bool is_done;
};

/*
 * Begins anew, with the memory of the ranking before it.  read, context,
 * parts, is_reversed, is_grouped and item_count are set; a cleared struct
 * has none.
 */
void ranking_begin(struct ranking *r);
void ranking_clear(struct ranking *r);

/* Reads about so many parts of keys; false when all is in order. */
bool ranking_step(struct ranking *r, uint32_t parts);

/* The groups of what was read, while not all was. */
void ranking_note_groups(struct ranking *r);

static inline uint32_t
ranking_get_item(const struct ranking *r, uint32_t at)
{
	return (uint32_t)r->all[at];
}

#endif
