/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SCAN_PRIVATE_H
#define IBID_SEARCH_SCAN_PRIVATE_H

#include "base/str.h"
#include "search/scan.h"
#include "strip.h"

/*
 * The way of a scan.  It stands in a part of a block: consecutive passages
 * of a range of the scope.  The texts of the part and its folded ones are two
 * strips, which are gone along at the same time, so that what is found comes
 * in order.  What was found in a part is kept for scan_next(), for the block
 * itself is lent.
 */
enum { PUT_OFF_LIMIT = 1 << 16 };

/* Of passages that are too hard at once. */
struct put_off {
	int64_t *passages;
	size_t count, cap, next;
	/* How far the next one is. */
	bool is_folded;    /* its text is done, now it is the folded one */
	bool is_hard;      /* that one is too hard at once, too */
	bool was_too_hard; /* its text, for good */
	struct pattern_effort effort;
};

struct scan_found {
	enum scan_answer answer;
	struct scan_hit hit; /* text: not yet */
	size_t at;           /* in texts */
};

struct scan_work {
	uint64_t blocks;   /* read, again after a pause */
	uint64_t verified; /* texts that the pattern was asked of */
};

struct scan {
	struct collection *c;
	struct scan_options options; /* scope is not kept */
	unsigned kinds;              /* of passages; 0: all */
	bool is_in_order;            /* what is put off is decided at once */
	struct strip_aim aim;
	struct finder *finder;
	bool wants_folded;

	struct arena arena;
	const struct passage_range *ranges;
	uint32_t range_count, range; /* the one it is in */

	struct text_block block;
	bool is_loaded;    /* what block lends is there */
	int64_t next;      /* passage: where the next part begins */
	uint32_t from, to; /* the part: numbers in the block, to: behind it */
	bool is_in_part;
	bool is_at_end;

	struct strip text, folded;
	uint32_t text_number; /* of the next one found, not yet told */
	enum pattern_answer text_answer;
	bool has_text;
	uint32_t told; /* all before this number are */

	struct put_off put_off;
	bool is_deciding; /* what was put off */

	struct scan_found *found;
	uint32_t found_count, found_cap, found_next;
	struct str texts;
	bool owes_pause;

	uint64_t counted, done, too_hard;
	uint64_t blocks;
};

/* What search asks for beyond scan.h. */
struct scan_way {
	const struct passage_range *ranges; /* lent; NULL: all */
	uint32_t range_count;
	int64_t first, last; /* as in struct scan_options */
	unsigned kinds;      /* bits 1 << enum passage_kind; 0: all */
	/* Nothing is put off, all hits come in order. */
	bool is_in_order;
};
struct scan *scan_new_way(struct collection *c, struct pattern *pattern,
    const struct scan_way *way);

struct scan_work scan_get_work(const struct scan *s);

/* Whether passages are put off whose hits may be missing. */
bool scan_has_put_off(const struct scan *s);

/* All passages before this one were gone through. */
int64_t scan_get_next(const struct scan *s);

/* ---- scan_walk.c: from part to part ---- */

/* Begins the next part; is_at_end: there is none. */
enum status scan_begin_part(struct scan *s, struct error *err);
void scan_end_part(struct scan *s);

/* Has the block that the scan stands in at hand again. */
enum status scan_load(struct scan *s, struct error *err);

/* Reads the block of a passage. */
enum status scan_load_passage(struct scan *s, int64_t passage,
    struct error *err);

/* ---- scan_part.c: what matches in a part ---- */

enum part_answer { PART_FOUND, PART_TOO_HARD, PART_PAUSED, PART_DONE };

void scan_begin_strips(struct scan *s);

/* The entry of a passage that has a folded text. */
bool scan_find_folded(uint32_t *entry, const struct text_block *b,
    uint32_t number);
void scan_lend_strips(struct scan *s);
enum part_answer scan_next_in_part(struct scan *s, uint32_t *number,
    bool *is_folded);

/* ---- scan_put_off.c: what was too hard ---- */

void scan_put_off(struct scan *s, uint32_t number);

/* Of the next that was put off: PATTERN_PAUSED, or what it is for good. */
enum status scan_decide(enum pattern_answer *answer, uint32_t *number,
    bool *is_folded, struct scan *s, struct error *err);

#endif
