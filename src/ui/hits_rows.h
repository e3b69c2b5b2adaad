/* SPDX-License-Identifier: ISC */
#ifndef IBID_HITS_ROWS_H
#define IBID_HITS_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "command.h"
#include "reader/inquiry.h"

/*
 * The rows of the hits view: records found, by rank in groups of their
 * kinds, under each that was unfolded its other passages.  It is no list.h,
 * whose items are known, numbered and stay what they are: here there may be
 * a million, found and ranked anew while the reader moves among them.  So no
 * row is kept; what stands in it is worked out when it is asked for.
 */
enum { HITS_GROUP_LIMIT = 6 };

/* The order that kinds stand in, wherever what was found is told of. */
extern const enum record_kind hits_rows_order[HITS_GROUP_LIMIT];

/* Where records come from: a search, or what a test puts in its place. */
struct hits_source {
	void *context;
	const struct found_record *(*list)(uint32_t *count, void *context,
	    enum record_kind kind, uint32_t first, uint32_t limit);
	enum status (*list_passages)(int64_t *out, uint32_t *count,
	    uint32_t limit, void *context, enum record_kind kind,
	    int64_t record, int64_t after, struct error *err);
};

enum hits_row_kind { HITS_NO_ROW, HITS_HEADING, HITS_RECORD, HITS_PASSAGE };

struct hits_row {
	enum hits_row_kind is;
	enum record_kind kind;
	uint64_t count;            /* of a heading: records under it */
	struct found_record found; /* of the others */
	int64_t passage;           /* that the row shows */
	bool is_unfolded;
};

struct hits_unfolded;

struct hits_rows {
	struct hits_source source;
	bool is_titles; /* one group, without a heading */
	struct hits_group {
		enum record_kind kind; /* RECORD_NONE: all */
		uint64_t found;
		uint32_t count; /* of found those that can be listed */
		uint32_t rows;
	} groups[HITS_GROUP_LIMIT];
	unsigned group_count;
	struct hits_unfolded *unfolded; /* in the order of their rows */
	unsigned unfolded_count;
	uint32_t row_count, row, top;
	/* What is selected; with has_moved it stays, else the first is. */
	enum record_kind kind;
	int64_t record, passage; /* passage 0: the record's own row */
	uint32_t index;          /* about there in its group */
	bool has_moved;
	int32_t scroll; /* wanted of the first drawing, from the row */
	bool is_restoring;
};

void hits_rows_init(struct hits_rows *r, const struct hits_source *source);
void hits_rows_clear(struct hits_rows *r);

/* For another search: nothing is selected and unfolded any more. */
void hits_rows_forget(struct hits_rows *r, bool is_titles);

/*
 * Takes up what was found since: the selected record stays selected and
 * where it is on the screen.
 */
void hits_rows_refresh(struct hits_rows *r, const struct search_counts *counts);

/* What stands in a row; HITS_NO_ROW behind the last. */
void hits_rows_get(struct hits_row *out, const struct hits_rows *r,
    uint32_t at);

/* The selected row; false where there is none. */
bool hits_rows_get_selected(struct hits_row *out, const struct hits_rows *r);

/* Selects as the place says that was left, once it is found. */
void hits_rows_restore(struct hits_rows *r, enum record_kind kind,
    int64_t record, int64_t passage, int32_t scroll);
void hits_rows_select(struct hits_rows *r, uint32_t row);

/*
 * Unfolds the passages of a record, or folds them.  Those of a long one
 * are read by and by.
 */
enum status hits_rows_unfold(struct hits_rows *r, enum record_kind kind,
    int64_t record, struct error *err);
void hits_rows_fold(struct hits_rows *r, enum record_kind kind, int64_t record);

/* The record of number n among those unfolded; false behind the last. */
bool hits_rows_get_unfolded(enum record_kind *kind, int64_t *record,
    const struct hits_rows *r, unsigned n);

/*
 * A slice of reading the passages that come within `rows` rows of the
 * screen's; false where there are none left to read.
 */
bool hits_rows_read_more(struct hits_rows *r, uint32_t rows);

/* Moves; page: rows of the screen.  False where the command is another. */
bool hits_rows_move(struct hits_rows *r, enum command command, int count,
    uint32_t page);

/* The selected row is on the screen of so many rows, and the heading above. */
void hits_rows_scroll(struct hits_rows *r, uint32_t rows);

/* The number of the selected record, from 1; 0: none. */
uint64_t hits_rows_get_number(const struct hits_rows *r);

#endif
