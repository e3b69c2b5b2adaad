/* SPDX-License-Identifier: ISC */
#ifndef IBID_COMPARISON_PRIVATE_H
#define IBID_COMPARISON_PRIVATE_H

#include "reader/comparison.h"

/* What the files that make a comparison share. */

/* A figure with its place and people as they are compared. */
struct compared {
	struct comparison_figure figure; /* first */
	const char *place;               /* without case and marks */
	const char *population;
	uint32_t number; /* in the order of the collection */
	uint32_t part;
};

struct comparison_task {
	struct collection *collection;
	struct arena *arena;
	int64_t measure;
	const char *wanted; /* "": none, or it was met */
	struct compared *all[COMPARISON_FIGURES_MAX];
	uint32_t count;
	int64_t last; /* row that was read */
	bool is_read;
};

/* comparison_rows.c: parts and rows of what was read. */
void comparison_make_rows(struct comparison *out, struct comparison_task *t);

/* comparison_behind.c: how many different ones stand behind figures. */
void comparison_count_behind(uint32_t *documents, uint32_t *origins,
    const struct comparison_figure **figures, uint32_t count);

/*
 * comparison_apart.c: counts the pairs of rows that cannot both hold, by the
 * rule of the compiler.
 */
uint32_t comparison_count_apart(const struct comparison *all);

/* comparison_meetings.c: which rows can all be true. */
void comparison_find_meetings(struct comparison *out,
    struct comparison_task *t);

static inline const struct compared *
comparison_get_compared(const struct comparison_row *row)
{
	return (const struct compared *)row->figures[0];
}

#endif
