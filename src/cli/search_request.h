/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_REQUEST_H
#define IBID_SEARCH_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "cli.h"
#include "search/pattern.h"
#include "store/collection_search.h"

/*
 * What `ibid search` is asked for.
 */
#define SEARCH_REQUEST_OPTIONS                                                \
	(OPTION_BIT(OPTION_IGNORE_CASE) | OPTION_BIT(OPTION_CASE_SENSITIVE) | \
	    OPTION_BIT(OPTION_FIXED_STRINGS) |                                \
	    OPTION_BIT(OPTION_WORD_REGEXP) | OPTION_BIT(OPTION_EXACT) |       \
	    OPTION_BIT(OPTION_INVERT_MATCH) | OPTION_BIT(OPTION_REGEXP) |     \
	    OPTION_BIT(OPTION_COUNTING) | OPTION_BIT(OPTION_RECORDS) |        \
	    OPTION_BIT(OPTION_ONLY_MATCHING) | OPTION_BIT(OPTION_MAX_COUNT) | \
	    OPTION_BIT(OPTION_NULL) | OPTION_BIT(OPTION_RANKED) |             \
	    OPTION_BIT(OPTION_IN) | OPTION_BIT(OPTION_TOPIC) |                \
	    OPTION_BIT(OPTION_SOURCE) | OPTION_BIT(OPTION_DOCUMENT) |         \
	    OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_DISAGREEING))

enum search_show {
	SEARCH_SHOW_PASSAGES,
	SEARCH_SHOW_PARTS, /* what matched alone */
	SEARCH_SHOW_RECORDS,
	SEARCH_SHOW_COUNT
};

struct search_request {
	enum search_show show;
	bool is_inverted;
	bool is_ranked;
	bool has_nul;
	uint64_t limit; /* of passages or records */
	struct scope scope;
	struct pattern *pattern; /* to be freed */
};

/*
 * Reads the options, compiles the patterns and opens the collection.
 * STATUS_INVALID, with one line, where any of it is wrong, a slug that no
 * record has included: nothing was looked for.
 */
enum status search_request_read(struct search_request *out, struct cli *cli,
    const char *const *patterns, int count, struct error *err);

#endif
