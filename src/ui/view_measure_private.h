/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_MEASURE_PRIVATE_H
#define IBID_VIEW_MEASURE_PRIVATE_H

#include "reader/comparison_axis.h"
#include "reader/comparison_words.h"
#include "record_view.h"

/* What the files that make up the view of a measure share. */

/* The value of a row, and where it is aligned with the others. */
struct measure_value {
	const char *text;
	int cols;
	int left_cols; /* as far as the decimals; 0: it is words */
};

/* How a part is drawn at a width. */
struct measure_chart {
	struct comparison_axis axis;
	bool has_axis;  /* a row of it has a number */
	bool is_beside; /* bars stand beside the values */
	bool has_bars;
	struct measure_value *values; /* of its rows */
	int left_cols;                /* of the widest value, and all of it */
	int value_cols;
	int bar_col, bar_cols;
};

struct view_measure {
	struct record_view record; /* first */
	struct measure measure;
	const char *way_below; /* the way to it with its title */
	struct comparison_task *task;
	struct comparison all;
	bool is_read;
	struct measure_chart chart; /* of the part that is being added */
	int work;                   /* of the slice that is being added */
	unsigned stage;             /* of what is added */
	uint32_t part, row;
	struct {
		uint32_t part, row;
	} finding;       /* disagreements of the figures of that row */
	bool are_found;  /* once for all widths */
	uint32_t next;   /* disagreement or meeting to add */
	bool is_headed;  /* the heading above those stands */
	int to_disputed; /* 1, -1: the first, the last is to be selected */
};

/*
 * What each part of the work costs, in a unit of some ten thousand
 * instructions in a large collection, and what a slice may.
 */
enum {
	WORK_FIGURE = 40,
	WORK_VALUE = 2,
	WORK_FIND = 12,
	WORK_ROW = 18,
	WORK_MEETING = 10,
	WORK_DISAGREEMENT = 50,
	WORK_AT_ONCE = 450
};

/*
 * Stages of the lines, each called until it is over (true): the charts of
 * all parts, then what stands below them.
 */
bool measure_add_row(struct view_page *p, struct view_measure *view);
bool measure_add_left_out(struct view_page *p, struct view_measure *view);
bool measure_add_meeting(struct view_page *p, struct view_measure *view);
bool measure_find_disagreements(struct view_page *p, struct view_measure *view);
bool measure_add_contradiction(struct view_page *p, struct view_measure *view);
bool measure_add_difference(struct view_page *p, struct view_measure *view);

#endif
