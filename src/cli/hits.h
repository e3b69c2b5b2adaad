/* SPDX-License-Identifier: ISC */
#ifndef IBID_HITS_H
#define IBID_HITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "cli.h"
#include "reader/print.h"
#include "record_set.h"
#include "search/scan.h"
#include "search_request.h"

/*
 * What `ibid search` prints, hit by hit: a line a passage, the parts that
 * matched, or records, in the format asked for.
 */
struct hits {
	struct cli *cli;
	const struct search_request *request;
	struct pattern *pattern; /* lent */
	struct printer printer;
	struct passage_run run; /* of the hit before */
	struct record_title title;
	struct arena title_arena, passage_arena;
	struct str name; /* KIND:SLUG */
	struct str text;
	struct pattern_range *ranges;
	size_t range_cap, range_count;
	struct record_set seen;
	uint64_t shown;
	uint64_t unplaced; /* passages with matches nobody knows where */
};

void hits_begin(struct hits *h, struct cli *cli,
    const struct search_request *request, struct pattern *pattern);
void hits_end(struct hits *h);

/* As many as were asked for, or nobody reads any more. */
bool hits_is_full(const struct hits *h);

/* A passage that matches; where the hit has no text, it is read. */
enum status hits_add(struct hits *h, const struct scan_hit *hit,
    struct error *err);

/* A record, where records are asked for. */
enum status hits_add_record(struct hits *h, enum record_kind kind,
    int64_t record, struct error *err);

#endif
