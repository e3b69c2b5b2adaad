/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SEARCH_H
#define IBID_SEARCH_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "search/pattern.h"
#include "search/scan.h"

/*
 * A search: the records whose passages match a pattern, grouped by kind and
 * ranked, with counts, while the scan goes on.  A record's rank is that of
 * its best passage (title, heading, statement, text), then the number of
 * matches, then the order of the collection.
 */
enum search_rank {
	RANK_TITLE,     /* titles; of a source its title and names */
	RANK_HEADING,   /* headings and summaries */
	RANK_STATEMENT, /* of figures and events, definitions */
	RANK_TEXT
};

struct found_record {
	enum record_kind kind;
	int64_t record;
	enum search_rank rank;
	uint32_t passages; /* that match */
	uint32_t matches;  /* in them, of one passage at most 255 counted */
	int64_t best; /* the first of the best rank, of what is not graphic */
	bool is_graphic; /* the best is, as all are */
	bool is_folded;  /* only the folded text of the best matches */
};

struct search;

struct search_options {
	const struct scope *scope; /* NULL: all; copied */
	/*
	 * Only what a record is called: titles of topics, measures and events,
	 * statements of figures, titles and names of sources.
	 */
	bool is_titles;
};

/* The pattern is taken over, whatever happens. */
enum status search_new(struct search **out, struct collection *c,
    struct pattern *pattern, const struct search_options *options,
    struct error *err);
void search_free(struct search *s);

/* Lent: to look for ranges in a passage. */
struct pattern *search_get_pattern(const struct search *s);

/*
 * Goes on until until_us (0: to the end).  *is_done tells.  What was found
 * before stays where it fails.
 */
enum status search_work(bool *is_done, struct search *s, int64_t until_us,
    struct error *err);

struct search_counts {
	uint64_t records[RECORD_DISAGREEMENT + 1]; /* by enum record_kind */
	uint64_t passages;
	uint64_t graphic;  /* of the passages */
	uint64_t too_hard; /* passages undecided */
	bool is_done;      /* else there may be more */
	bool is_cut;       /* more records than are kept */
};
struct search_counts search_count(const struct search *s);

/* The records of all kinds. */
uint64_t search_sum_records(const struct search_counts *counts);

/*
 * The records of a kind by rank, at most limit from number first on, as far
 * as they are found; lent until search_work() is called.  RECORD_NONE: of all
 * kinds.
 */
const struct found_record *search_list(uint32_t *count, struct search *s,
    enum record_kind kind, uint32_t first, uint32_t limit);

/*
 * The passages of a record that match, as far as they are found, in order, at
 * most limit of those behind passage `after`.
 */
enum status search_list_passages(int64_t *out, uint32_t *count, uint32_t limit,
    struct search *s, enum record_kind kind, int64_t record, int64_t after,
    struct error *err);

/*
 * The next passage of the scope that matches behind (before: is_backwards)
 * passage `from`, in the order of the collection; it is bounded in time, and
 * goes on where it stopped when it is asked the same again: SCAN_PAUSED.
 * SCAN_DONE: there is none.
 */
enum status search_find_next(enum scan_answer *answer, int64_t *out,
    struct search *s, int64_t from, bool is_backwards, int64_t until_us,
    struct error *err);

/*
 * Counts the values of a facet over the records found, most frequent first.
 * It works in slices like search_work(); counts are of records.  Sources and
 * documents are those of all passages that match, so that they are counted
 * when the search is done.  Of very many values not all are.
 */
struct facet_value {
	int64_t value; /* see enum facet */
	uint64_t records;
};
enum status search_count_facet(bool *is_done, struct search *s,
    enum facet facet, int64_t until_us, struct error *err);
/* Lent until search_count_facet() is called. */
const struct facet_value *search_get_facet(uint32_t *count,
    const struct search *s, enum facet facet);

#endif
