/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_INQUIRY_H
#define IBID_READER_INQUIRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "reader/session.h"
#include "search/search.h"

/*
 * What the reader is looking for: the pattern as it is being typed, its
 * modes and scope, and the search that runs for it.  A pattern that is not
 * finished leaves the last good search as it is.  Nothing is touched
 * before the first pattern.
 */
struct inquiry_wish {
	char text[PATTERN_LIMIT_BYTES + 1];
	bool is_exact, is_literal, is_word;
	/*
	 * A title to go to: titles alone are looked through, and where none
	 * matches, for the letters of text in their order.
	 */
	bool is_title;
	struct scope scope;
	/* The facets that narrow it, each 1 + enum facet, the last chosen
	 * first; it makes no other search. */
	unsigned char chosen[FACET_COUNT];
};

/* Whether both make the same search. */
bool inquiry_is_same(const struct inquiry_wish *a,
    const struct inquiry_wish *b);

struct inquiry;

struct inquiry *inquiry_new(struct session *session);
void inquiry_free(struct inquiry *q);

/*
 * Looks for something else from now on; the same again changes nothing.  An
 * empty text ends the search.  STATUS_INVALID or STATUS_LIMIT where it cannot
 * be looked for: err says why, *error_at where in the text, and the last
 * good search stays.
 */
enum status inquiry_set(struct inquiry *q, const struct inquiry_wish *wish,
    size_t *error_at, struct error *err);

/* What the search that stands is for; text "" where there is none. */
const struct inquiry_wish *inquiry_get_wish(const struct inquiry *q);

/*
 * The search that stands, NULL: none.  It may be another one when
 * inquiry_set(), inquiry_work() or inquiry_restart() was called.
 */
struct search *inquiry_get_search(const struct inquiry *q);

/*
 * A slice of budget_us; true while something is left to do.  A failure is
 * told once, by err->status, which is set in any case.
 */
bool inquiry_work(struct inquiry *q, int64_t budget_us, struct error *err);

/* The collection was replaced: the search begins anew. */
void inquiry_restart(struct inquiry *q);

/*
 * A line of the list: of a passage that matches, what to show.  text is in
 * the arena, ranges are bytes of it.
 */
struct inquiry_line {
	struct record_title title;
	struct passage_text passage;
	struct pattern_range ranges[64];
	size_t range_count;
};
enum status inquiry_read_line(struct inquiry_line *out, struct inquiry *q,
    enum record_kind kind, int64_t record, int64_t passage, struct arena *arena,
    struct error *err);

/*
 * The matches in a text that is on the page (its folded text is made where
 * the pattern wants that): ranges of it, at most limit.
 */
size_t inquiry_list_ranges(struct pattern_range *out, size_t limit,
    struct inquiry *q, const char *text, size_t len);

#endif
