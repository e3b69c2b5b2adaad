/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_MASK_H
#define IBID_MARKDOWN_MASK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "chain.h"

/*
 * The text as md4c is to see it: every citation is replaced by filler of
 * the same length, and each one's fate is kept, so that none is lost.
 * Filler is told by its place, never by its bytes.  Of a citation that is
 * in error only the opening is filled.
 */
enum markdown_fate {
	MARKDOWN_FATE_HIDDEN, /* not met yet */
	MARKDOWN_FATE_SHOWN,
	MARKDOWN_FATE_CODE,  /* text, since it stands in code */
	MARKDOWN_FATE_FAILED /* reported */
};

struct markdown_mask {
	const char *source;
	char *bytes; /* with filler, some NULs behind it */
	size_t len;
	struct chain_group *groups; /* by place */
	unsigned char *fates;
	size_t group_count;
	size_t *definitions;     /* "[" that may begin a reference definition */
	unsigned char *is_shown; /* so it is none */
	size_t definition_count;
};

void markdown_mask_init(struct markdown_mask *mask, const char *text,
    size_t len, struct arena *arena);
void markdown_mask_clear(struct markdown_mask *mask);

/* Where the filler of a group ends. */
size_t markdown_mask_get_end(const struct markdown_mask *mask, size_t group);

/* The first group whose filler does not end before at; or the count. */
size_t markdown_mask_find(const struct markdown_mask *mask, size_t at);

/* The groups from at to end are literal text. */
void markdown_mask_set_code(struct markdown_mask *mask, size_t at, size_t end);

/* Says that md4c has shown the bytes from at to end. */
void markdown_mask_set_shown(struct markdown_mask *mask, size_t at, size_t end);

#endif
