/* SPDX-License-Identifier: ISC */
#ifndef IBID_FACET_TEXTS_H
#define IBID_FACET_TEXTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Texts that are met again and again, each kept once and known by the number
 * that it got, from 0.  A zeroed struct is empty.
 */
struct facet_texts {
	struct str pool; /* all of them, with a NUL behind each */
	uint32_t *at;    /* where each begins */
	uint32_t *slots; /* by hash: number + 1, or 0 */
	uint32_t count, slot_count;
};

/* What a hostile file may have is bounded. */
enum {
	FACET_TEXT_BYTES = 200, /* of one */
	FACET_TEXTS_MAX = 8192, /* of all */
	FACET_POOL_BYTES = 256 << 10
};

/* The number of a text without NUL; false where there is no room for it. */
bool facet_texts_add(uint32_t *number, struct facet_texts *t, const char *bytes,
    size_t len);

/* Lent until the next one is added. */
const char *facet_texts_get(const struct facet_texts *t, uint32_t number);

void facet_texts_clear(struct facet_texts *t);

#endif
