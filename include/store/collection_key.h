/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_KEY_H
#define IBID_STORE_COLLECTION_KEY_H

#include <stdint.h>

#include "base/error.h"
#include "store/collection.h"

/*
 * What lists are sorted by, read without the records: a key in parts of
 * four bytes, of which each is a number that sorts as the key does, so that
 * a hundred thousand keys need no more room than as many numbers.
 */
enum collection_key {
	KEY_FIGURE_MEASURE, /* row of the measure; one part */
	KEY_FIGURE_VALUE,   /* the lower bound, or the only one; two */
	KEY_FIGURE_PERIOD,  /* texts; of those that are "" the last */
	KEY_FIGURE_PLACE,
	KEY_FIGURE_UNIT,
	KEY_FIGURE_DOCUMENT,  /* row of the first source cited; one */
	KEY_FIGURE_STATEMENT, /* small letters as large ones */
	KEY_FIGURE_DISPUTED,  /* those that disagree first; one */
	KEY_SOURCE_KIND,
	KEY_SOURCE_LABEL,    /* small letters as large ones */
	KEY_SOURCE_YEAR,     /* "" is the last */
	KEY_SOURCE_CITED_BY, /* the largest first; one */
	KEY_EVENT_YEAR,      /* one */
	KEY_EVENT_TITLE,
	KEY_EVENT_KIND,
	KEY_EVENT_FROM, /* first day, YYYYMMDD, and last day; one each */
	KEY_EVENT_TO,
	KEY_DISAGREEMENT_KIND,    /* by severity; equal for one kind; one */
	KEY_DISAGREEMENT_MEASURE, /* row of the measure; one */
	KEY_COUNT
};

/* What is not given, or not there, stands behind all else. */
#define KEY_NOT_GIVEN UINT32_MAX

/*
 * A part, from 0, of the key of each of the rows, which ascend.  The last
 * byte of a text's last part is 0.  *found: how many of the rows are there.
 */
enum status collection_read_keys(uint32_t *parts, uint32_t *found,
    struct collection *c, enum collection_key key, const uint32_t *rows,
    uint32_t count, unsigned part, struct error *err);

/* At most limit titles of measures by row, from row first on. */
enum status collection_list_measure_titles(const char ***out, uint32_t *count,
    struct collection *c, int64_t first, uint32_t limit, struct arena *arena,
    struct error *err);

#endif
