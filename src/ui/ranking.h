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

struct ranking {
	ranking_read *read;
	const void *context;
	unsigned parts; /* of each key; 0: texts, whose last ends with 0 */
	bool is_reversed;
	bool is_grouped;     /* groups are wanted */
	uint32_t group_span; /* so many numbers are one group; 0: one is */
	uint32_t item_count; /* to be read */
	uint64_t *all;       /* part of the key, item; NULL: done */
	uint32_t count, cap;
	uint32_t *order;  /* the items alone, once all is done */
	uint32_t *groups; /* where another group begins */
	uint32_t group_count, group_cap;
	enum ranking_work {
		RANKING_READS,   /* first parts */
		RANKING_FETCHES, /* a further part of those that are alike */
		RANKING_SORTS,   /* runs of those */
		RANKING_IS_DONE
	} work;
	unsigned part;    /* being fetched and sorted by */
	uint32_t next;    /* item to fetch, or entry to look at */
	uint32_t *places; /* of items that are alike, or NOWHERE */
	uint8_t *begins;  /* by entry, a bit: it differs from the one before */
	uint32_t run_end, merged; /* of the run being sorted, from next on */
};

/*
 * Begins anew.  read, context, parts, is_reversed, is_grouped and item_count
 * are set; a zeroed struct is cleared.
 */
void ranking_begin(struct ranking *r);
void ranking_clear(struct ranking *r);

static inline bool
ranking_is_done(const struct ranking *r)
{
	return r->work == RANKING_IS_DONE;
}

/* Reads about so many parts of keys; false when all is in order. */
bool ranking_step(struct ranking *r, uint32_t parts);

/* The groups of what was read, while not all was. */
void ranking_note_groups(struct ranking *r);

static inline uint32_t
ranking_get_item(const struct ranking *r, uint32_t at)
{
	return r->order ? r->order[at] : (uint32_t)r->all[at];
}

#endif
