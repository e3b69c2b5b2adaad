/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_FACET_H
#define IBID_STORE_COLLECTION_FACET_H

#include <stdbool.h>
#include <stdint.h>

#include "store/collection.h"

/*
 * What lists of figures and events are narrowed by: which values there are
 * among rows, how many rows have each, and which rows have one.  Read in
 * slices, without the records.  What a file may cost is bounded: the first
 * 8,192 different texts are counted (those of more than 200 bytes are not),
 * the first 131,071 sources, measures or topics, and 256 values of one row;
 * of these the 3,000 most frequent are listed.
 */
enum collection_facet {
	COLLECTION_FACET_FIGURE_MEASURE,
	COLLECTION_FACET_FIGURE_UNIT,
	COLLECTION_FACET_FIGURE_PLACE,
	COLLECTION_FACET_FIGURE_YEAR,     /* each year that its period has a day
					     of; of an open end the known one */
	COLLECTION_FACET_FIGURE_SOURCE,   /* any step of its citations */
	COLLECTION_FACET_FIGURE_DOCUMENT, /* their first steps */
	COLLECTION_FACET_FIGURE_DISAGREEING, /* one value: "yes" */
	COLLECTION_FACET_EVENT_KIND,
	COLLECTION_FACET_EVENT_TOPIC, /* itself and those above it */
	COLLECTION_FACET_EVENT_YEAR,
	COLLECTION_FACET_DISAGREEMENT_KIND, /* titles are its words */
	COLLECTION_FACET_COUNT
};

struct collection_facet_value {
	const char *name;  /* that a place keeps: slug, key, year, the text; ""
			      for rows that have no value */
	const char *title; /* for people, at most 200 bytes; "" as above */
	uint32_t rows;
};

/*
 * A count that was begun: over the rows of which a bit is set in `rows` (bit
 * n: row n + 1; lent while it is counted), or all.
 */
struct collection_facet_count;

struct collection_facet_count *collection_facet_count_new(struct collection *c,
    enum collection_facet facet, const uint8_t *rows, uint32_t row_count);
void collection_facet_count_free(struct collection_facet_count *n);

/* Counts some hundreds of rows more; *is_done: there are none left. */
enum status collection_facet_count_step(struct collection_facet_count *n,
    bool *is_done, struct error *err);

/*
 * The most frequent first, then by title; years by year; last what is not
 * given.  Until all is done, the 50 most frequent as counted so far, and of
 * years none.  Lent until the next step.
 */
const struct collection_facet_value *collection_facet_count_list(
    struct collection_facet_count *n, uint32_t *count);

/* Whether there are values that are not listed: see above. */
bool collection_facet_count_is_cut(const struct collection_facet_count *n);

/*
 * Sets the bits of those of the rows first to first + count - 1 that have
 * the value of that name ("": none), whether it is listed or not.  A name
 * that is not there has no rows.
 */
enum status collection_mark_facet(uint8_t *rows, struct collection *c,
    enum collection_facet facet, const char *name, int64_t first,
    uint32_t count, struct error *err);

/* The title of a value; the name itself where it has none other. */
enum status collection_find_facet_title(const char **out, struct collection *c,
    enum collection_facet facet, const char *name, struct arena *arena,
    struct error *err);

#endif
