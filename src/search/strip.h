/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_STRIP_H
#define IBID_SEARCH_STRIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pace.h"
#include "search/pattern.h"
#include "search/plan.h"

/*
 * Texts that stand side by side, looked through one by one: those of a block,
 * or its folded ones.  Where a finder is given it leaps from candidate to
 * candidate.
 */
struct strip {
	const char *text;
	const unsigned char *ends; /* two bytes a piece, the lower first */
	unsigned stride;           /* from one to the next */
	uint32_t next;             /* the piece to look at */
	uint32_t end;              /* behind the last one */
	bool is_candidate;         /* the finder has been to it */
	bool is_sure;              /* it matches, the finder says */
};

/* What is looked for. */
struct strip_aim {
	struct pattern *pattern;
	const struct finder *finder; /* NULL: none */
	bool is_whole;               /* see struct plan */
	uint64_t verified;           /* pieces that the pattern was asked of */
	struct pace pace;
};

static inline size_t
strip_get_end(const struct strip *s, uint32_t piece)
{
	const unsigned char *end = s->ends + (size_t)piece * s->stride;

	return end[0] | (size_t)end[1] << 8;
}

static inline size_t
strip_get_at(const struct strip *s, uint32_t piece)
{
	return piece == 0 ? 0 : strip_get_end(s, piece - 1);
}

/* Goes to the next candidate; false: none is left. */
bool strip_peek(struct strip *s, const struct strip_aim *aim);

/* Whether the candidate matches, and goes on to the piece behind it. */
enum pattern_answer strip_decide(struct strip *s, struct strip_aim *aim);

/* Goes on to the piece behind without asking. */
void strip_pass(struct strip *s);

#endif
