/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SCAN_H
#define IBID_SEARCH_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "search/pattern.h"
#include "store/collection_search.h"

/*
 * A pattern looked for in the passages of a scope, in the order of the
 * collection, one slice after another: a cursor that remembers where it
 * stopped.  A passage is found where the pattern matches its text or, where
 * the pattern wants that, its folded text.
 */
struct scan;

struct scan_options {
	const struct scope *scope; /* NULL: all; copied */
	int64_t first, last;       /* passages; 0: from, to the end */
	bool wants_others;         /* those that do not match, instead */
	bool wants_too_hard;       /* a SCAN_TOO_HARD of each of these */
};

/*
 * The pattern is lent for the life of the scan.  A scan reads nothing before
 * its first slice but what its scope needs.
 */
enum status scan_new(struct scan **out, struct collection *c,
    struct pattern *pattern, const struct scan_options *options,
    struct error *err);
void scan_free(struct scan *s);

enum scan_answer {
	SCAN_FOUND,
	SCAN_TOO_HARD, /* a passage undecided within the limits */
	SCAN_PAUSED,   /* the time is up; go on with the next call */
	SCAN_DONE
};

struct scan_hit {
	int64_t passage;
	enum passage_kind kind;
	bool is_graphic;
	/*
	 * The text that matched, as it stands; lent until the next call.  Only
	 * folded text matched: is_folded, and the text is that.
	 */
	const char *text;
	size_t len;
	bool is_folded;
};

/*
 * The next passage found.  Pauses when the clock (clock_now_us() of
 * base/clock.h) reaches until_us; 0: never.  However hostile the pattern,
 * it is late by at most some milliseconds.  Passages that are too hard at
 * once are put off and decided when the rest is done (or where there are very
 * many of them): their hits come last, in order among themselves.
 */
enum status scan_next(enum scan_answer *answer, struct scan_hit *out,
    struct scan *s, int64_t until_us, struct error *err);

/*
 * Goes on to the end, or until until_us, and only counts, from the first
 * call on; not to be mixed with scan_next().  *answer: SCAN_PAUSED or
 * SCAN_DONE.
 */
enum status scan_count(enum scan_answer *answer, uint64_t *count,
    struct scan *s, int64_t until_us, struct error *err);

/* Passages that stay undecided, so far. */
uint64_t scan_get_too_hard(const struct scan *s);

/* Passages gone through so far, of how many: for "43 %". */
void scan_get_progress(const struct scan *s, uint64_t *done, uint64_t *all);

/*
 * All matches in a passage, as ranges of its text: those in its text, or
 * where that has none those in its folded text, mapped back; at most limit.
 * Returns how many; *is_whole as pattern_find_all() tells.
 */
size_t scan_list_ranges(struct pattern_range *out, size_t limit,
    struct pattern *pattern, const struct passage_text *p, bool *is_whole);

#endif
