/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_DISAGREEMENT_H
#define IBID_MODEL_DISAGREEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "model/record.h"

struct disagreement_member {
	enum record_kind kind;
	const char *slug;  /* or key */
	const char *title; /* a figure's statement */
	bool is_graphic;   /* that statement */
	int64_t record;    /* its row */
};

/* Records that cannot all hold: found by computation or written down. */
struct disagreement {
	int64_t id;
	const char *kind;    /* "apart" where computed and not explained */
	const char *note;    /* "" where none */
	const char *measure; /* slug, or NULL */
	const char *measure_title; /* or NULL */
	bool is_computed;
	bool period_unknown; /* a member's period is not known */
	struct disagreement_member *members;
	uint32_t member_count;
};

/*
 * A kind in words: "other-year" is "another year", "one-origin" "one origin
 * told twice".  Lent for ever; of one that is not known, the name itself.
 */
const char *disagreement_get_words(const char *kind);

/*
 * How much a reader has to beware of it, from 0, the most: ranges apart that
 * nobody has explained, parts that exceed the whole and sums that fail, other
 * sources, datings, slips, then what is explained by other years, peoples and
 * scopes or a kind that is not known, and last what is no contradiction: one
 * origin told twice.
 */
unsigned disagreement_get_severity(const char *kind);

#endif
