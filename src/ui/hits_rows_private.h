/* SPDX-License-Identifier: ISC */
#ifndef IBID_HITS_ROWS_PRIVATE_H
#define IBID_HITS_ROWS_PRIVATE_H

#include "hits_rows.h"

/* Rows of headings over a group: none where there is but one of all kinds. */
static inline uint32_t
hits_rows_count_headings(const struct hits_rows *r)
{
	return r->is_titles ? 0 : 1;
}

/* The group that a row is in, and its number there; -1 behind the last. */
int hits_rows_find_group(uint32_t *local, const struct hits_rows *r,
    uint32_t at);

/* The first row of a group, its heading. */
uint32_t hits_rows_get_first(const struct hits_rows *r, unsigned group);

/* The group of a kind, -1: nothing of it was found. */
int hits_rows_find_kind(const struct hits_rows *r, enum record_kind kind);

/* The row of the record of that number in a group, or of its passage. */
uint32_t hits_rows_find_row(const struct hits_rows *r, unsigned group,
    uint32_t index, int64_t passage);

/*
 * Where a record stands in its group: the found one, lent, or NULL.
 * *index: where it may be near, then where it is.
 */
const struct found_record *hits_rows_find_record(uint32_t *index,
    const struct hits_rows *r, enum record_kind kind, int64_t record);

/* hits_move.c: the selected record where it stands now. */
void hits_rows_follow(struct hits_rows *r, bool is_done);

#endif
