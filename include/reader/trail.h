/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_TRAIL_H
#define IBID_READER_TRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/record.h"

/*
 * Where the reader was: back and forward, like a browser's, and marks.  A
 * place names records by slug, so that it outlives a new edition of the
 * collection, and holds what a view needs to stand there as it was.
 */
enum place_view {
	PLACE_HOME,
	PLACE_TOPIC,
	PLACE_FIGURES,
	PLACE_MEASURE,
	PLACE_FIGURE,
	PLACE_SOURCES,
	PLACE_SOURCE,
	PLACE_EVENTS,
	PLACE_EVENT,
	PLACE_DISAGREEMENTS,
	PLACE_DISAGREEMENT,
	PLACE_HITS,
	PLACE_HISTORY,
	PLACE_HELP,
	PLACE_STYLES,
	PLACE_VIEW_COUNT
};

#define PLACE_SLUG_SIZE 260
#define PLACE_FILTER_SIZE 128
#define PLACE_FACETS_SIZE 256

struct reader_place {
	enum place_view view;
	char slug[PLACE_SLUG_SIZE]; /* of its record, "" for lists */
	char item[PLACE_SLUG_SIZE]; /* selected in a list */
	uint32_t passage;           /* cursor: passage of the page, from 0 */
	uint32_t at;                /* byte of it */
	bool is_match;              /* passage is the collection's, by its
				       id, and a match begins at that byte */
	int32_t scroll;             /* first line or row shown, relative to the
				       cursor's: it holds when the width changes */
	uint8_t pane;               /* enum pane_id with the keys */
	uint8_t sort;               /* column of a list */
	bool is_reversed;
	bool is_on_scale; /* a list of events */
	bool is_zoomed;
	uint32_t search; /* whose hits; numbered by the application,
			    0: of none */
	char filter[PLACE_FILTER_SIZE];
	uint8_t filter_modes;           /* of the pattern that it is */
	char facets[PLACE_FACETS_SIZE]; /* of a list: a letter and a name in
					   each line */
	char title[96]; /* for the history view, cut at a character */
};

struct trail;

struct trail *trail_new(void);
void trail_free(struct trail *t);

/* Keeps `from` as the place to come back to; what was forward is gone. */
void trail_push(struct trail *t, const struct reader_place *from);

/* Takes the place before (after) and keeps `from` on the other side. */
bool trail_back(struct reader_place *out, struct trail *t,
    const struct reader_place *from);
bool trail_forward(struct reader_place *out, struct trail *t,
    const struct reader_place *from);

/*
 * Takes the place that trail_list() has at number; all between are kept, on
 * the other side.
 */
bool trail_move(struct reader_place *out, struct trail *t,
    const struct reader_place *from, size_t number);

/* All places, oldest first; *current counts those behind. Lent. */
const struct reader_place *trail_list(const struct trail *t, size_t *count,
    size_t *current);

/* Marks a to z; "'" is the place before the last jump. */
void trail_set_mark(struct trail *t, char mark,
    const struct reader_place *place);
const struct reader_place *trail_find_mark(const struct trail *t, char mark);

#endif
