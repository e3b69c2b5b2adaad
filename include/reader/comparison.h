/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_COMPARISON_H
#define IBID_READER_COMPARISON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/date.h"
#include "model/figure.h"
#include "store/collection.h"

/*
 * The figures of one measure side by side, as the screen, the command line
 * and the picture show them: in parts of equal units, within these by year
 * where periods differ, then by value.  Figures that repeat one origin with
 * one value, of one place, people and period, are one row.
 */
struct comparison_figure {
	struct figure f;
	struct figure_behind behind; /* its documents and origins */
	struct date_range period;
	bool has_period;
};

struct comparison_row {
	const struct comparison_figure **figures; /* the first shows it */
	uint32_t figure_count;
	uint32_t documents; /* distinct, of all of them */
	uint32_t origins;
	const char *heading; /* "2012", "1994 to 1998", "No period given";
				NULL in a part whose periods are equal */
	bool is_disputed;    /* cannot hold together with another */
};

struct comparison_part {
	const char *unit;
	struct comparison_row *rows;
	uint32_t row_count;
};

/* Rows of a part that a number can be true of all of. */
struct comparison_meeting {
	uint32_t part;
	const uint32_t *rows;
	uint32_t row_count;
	double low, high; /* what they have in common; NAN: open */
	bool is_above_low, is_below_high; /* without the bound itself */
};

struct comparison {
	struct comparison_part *parts;
	uint32_t part_count;
	uint32_t figures, documents, origins;
	uint32_t left_out; /* figures behind the limit */
	uint32_t apart;    /* pairs of rows that cannot both hold */
	/*
	 * The largest sets of rows of equal place, people and meeting periods
	 * that meet, of two rows at least; none within another.
	 */
	struct comparison_meeting *meetings;
	uint32_t meeting_count;
};

/* More figures of one measure are no help to a reader side by side. */
enum { COMPARISON_FIGURES_MAX = 200, COMPARISON_MEETINGS_MAX = 20 };

/* All is in the arena.  measure: its row. */
enum status comparison_read(struct comparison *out, struct collection *c,
    int64_t measure, struct arena *arena, struct error *err);

/*
 * The same in steps of some figures each, for a screen that waits for keys
 * in between.  What is begun is in the arena.  wanted: the slug of a figure
 * that is among them even where there are more than the limit, or "".
 */
struct comparison_task;
struct comparison_task *comparison_begin(struct collection *c, int64_t measure,
    const char *wanted, struct arena *arena);
/* *out is set with *is_done. */
enum status comparison_step(struct comparison *out, bool *is_done,
    struct comparison_task *task, struct error *err);

#endif
