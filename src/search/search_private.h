/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SEARCH_PRIVATE_H
#define IBID_SEARCH_SEARCH_PRIVATE_H

#include "bits.h"
#include "kept.h"
#include "scan_private.h"
#include "search/search.h"

enum { MATCHES_COUNTED = 255, RECORD_KINDS = RECORD_DISAGREEMENT + 1 };

/* A passage looked for from another one, by scans of its own. */
struct finding {
	bool is_begun, is_backwards;
	int64_t from;
	int64_t end;   /* backwards: those from here on were looked through */
	int64_t first; /* backwards: of the scan */
	int64_t found; /* backwards: so far, in the scan */
	struct scan *scan;
};

/* The values of a facet, each once. */
struct facet_counts {
	struct counted {
		int64_t value;
		uint32_t records;
		uint32_t last; /* number of the record counted last, from 1 */
	} * counted;
	uint32_t count, cap;
	uint32_t *slots;
	uint32_t next;              /* the record to look at */
	int64_t next_passage;       /* of it, 0: the first */
	struct facet_value *sorted; /* NULL until it is asked for */
};

struct search {
	struct collection *c;
	struct pattern *pattern; /* the search's */
	bool is_titles;
	struct arena arena;
	struct scan_way way; /* where is looked */
	struct scan *scan;
	struct pace pace;

	struct passage_run run; /* of the last hit */
	struct kept_list records;
	struct bits bits;
	uint64_t of_kind[RECORD_KINDS];
	uint64_t passages, graphic;
	bool is_done, is_cut;
	bool is_bitless; /* bits has not all of them */
	uint64_t version;
	struct pattern_range ranges[MATCHES_COUNTED];

	struct ranked_list rankings[RECORD_KINDS];
	struct found_record *listed;
	uint32_t listed_cap;

	struct finding finding;
	struct facet_counts *facets[FACET_COUNT];
};

/*
 * Looks up the run of a hit; *rank: of the passage, *is_wanted: it counts for
 * this search.
 */
enum status search_look_up(struct passage_run *run, enum search_rank *rank,
    bool *is_wanted, struct search *s, int64_t passage, enum passage_kind kind,
    struct error *err);

/* The next passage of a record that matches behind `after`; 0: none. */
enum status search_next_of_record(int64_t *out, struct passage_run *run,
    struct search *s, const struct kept *k, int64_t after, struct error *err);

void search_clear_finding(struct finding *f);
void search_free_facet(struct facet_counts *f);

#endif
