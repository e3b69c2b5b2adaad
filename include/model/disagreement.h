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
};

/* Records that cannot all hold: found by computation or written down. */
struct disagreement {
	int64_t id;
	const char *kind;    /* "apart" where computed and not explained */
	const char *note;    /* "" where none */
	const char *measure; /* slug, or NULL */
	bool is_computed;
	bool period_unknown; /* a member's period is not known */
	struct disagreement_member *members;
	uint32_t member_count;
};

#endif
