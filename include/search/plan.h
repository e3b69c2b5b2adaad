/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_PLAN_H
#define IBID_SEARCH_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What every text that a pattern matches must contain: a passage without it
 * need not be looked at.  In doubt nothing.  An index proposes candidates to
 * search by the same plan.
 */
enum {
	PLAN_LITERAL_LIMIT = 8,
	PLAN_LITERAL_BYTES = 48, /* longer ones are cut */
	PLAN_SET_LIMIT = 3
};

enum plan_kind {
	PLAN_NOTHING,  /* known: every passage is looked at */
	PLAN_LITERALS, /* one of literals */
	PLAN_BYTES     /* bytes one behind another, each of its set */
};

struct plan {
	enum plan_kind kind;
	/*
	 * ASCII letters of literals stand for both cases; they are given in
	 * lower case then.  Other bytes stand for themselves.
	 */
	bool is_caseless;
	/*
	 * A passage matches where, and only where, it contains a literal: no
	 * need to ask the pattern.
	 */
	bool is_whole;
	unsigned literal_count;
	struct plan_literal {
		unsigned char len;
		char bytes[PLAN_LITERAL_BYTES];
	} literals[PLAN_LITERAL_LIMIT];
	unsigned set_count;
	uint64_t sets[PLAN_SET_LIMIT][4]; /* a bit a byte */
};

/*
 * Looks for what a plan demands.  With the instructions of the processor for
 * many bytes at once, where it has them; the answers are the same without.
 */
struct finder;

/* NULL for PLAN_NOTHING. */
struct finder *finder_new(const struct plan *plan);
void finder_free(struct finder *f);

/* For tests: false takes the way of plain C. */
void finder_set_fast(struct finder *f, bool is_fast);

/*
 * The first place at or behind at where a literal stands, or bytes of the
 * sets, in any bytes; the longest of those that begin there.  False: none.
 */
struct found {
	size_t at, len;
};
bool finder_find(struct found *out, const struct finder *f, const char *text,
    size_t len, size_t at);

#endif
