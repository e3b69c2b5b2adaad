/* SPDX-License-Identifier: ISC */
#ifndef IBID_RICH_LINES_H
#define IBID_RICH_LINES_H

#include "base/arena.h"
#include "cite/rich.h"
#include "draw/canvas.h"

/*
 * Words of a citation style as they are shown: one text in roles, ready to
 * be broken into lines.  What is transliterated is so already.
 */
struct rich_piece {
	uint32_t at, len;
	enum role role;
};

struct rich_shown {
	const char *text;
	uint32_t len;
	struct rich_piece *pieces; /* without gaps */
	uint32_t count;
};

/* Behind a label, "" for none, which is secondary; all is in the arena. */
void rich_show(struct rich_shown *out, const char *label,
    const struct rich *rich, bool is_utf8, struct arena *arena);

/*
 * The piece at *at before end, in one role; *at moves behind it.  False at
 * the end.
 */
bool rich_next_piece(struct rich_piece *out, const struct rich_shown *shown,
    uint32_t *at, uint32_t end);

#endif
