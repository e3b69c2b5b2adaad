/* SPDX-License-Identifier: ISC */
#include "look.h"

#include <stddef.h>

/* From the outermost in; what a look replaces goes with it. */
static const struct {
	unsigned look, rivals;
	enum look_tag tag, tag_off;
} looks_in_order[] = {
	{ RICH_SUPERSCRIPT, RICH_SUBSCRIPT, LOOK_SUPERSCRIPT, LOOK_BASELINE },
	{ RICH_SUBSCRIPT, RICH_SUPERSCRIPT, LOOK_SUBSCRIPT, LOOK_BASELINE },
	{ RICH_UNDERLINE, 0, LOOK_UNDERLINE, LOOK_NO_DECORATION },
	{ RICH_BOLD, RICH_LIGHT, LOOK_BOLD, LOOK_NORMAL_WEIGHT },
	{ RICH_LIGHT, RICH_BOLD, LOOK_LIGHT, LOOK_NORMAL_WEIGHT },
	{ RICH_SMALL_CAPS, 0, LOOK_SMALL_CAPS, LOOK_NORMAL_VARIANT },
	{ RICH_ITALIC, RICH_OBLIQUE, LOOK_ITALIC, LOOK_NORMAL_STYLE },
	{ RICH_OBLIQUE, RICH_ITALIC, LOOK_OBLIQUE, LOOK_NORMAL_STYLE },
};
enum { LOOK_COUNT = sizeof looks_in_order / sizeof *looks_in_order };

static void
push_tag(struct look *l, enum look_tag tag)
{
	unsigned depth = 0;

	while (look_get_tag(l->nest, depth))
		depth++;
	if (depth < LOOK_DEPTH_LIMIT)
		l->nest |= (uint64_t)tag << (4 * depth);
}

void
look_set(struct look *l, unsigned looks, unsigned unlooks)
{
	if (!((looks & ~l->looks) | (unlooks & l->looks)))
		return;
	for (size_t i = 0; i < LOOK_COUNT; i++) {
		unsigned look = looks_in_order[i].look;

		if ((looks & look) && !(l->looks & look)) {
			l->looks &= ~looks_in_order[i].rivals;
			l->looks |= look;
			push_tag(l, looks_in_order[i].tag);
		} else if ((unlooks & ~looks & look) && (l->looks & look)) {
			l->looks &= ~look;
			push_tag(l, looks_in_order[i].tag_off);
		}
	}
}

void
look_toggle(struct look *l, enum rich_look look)
{
	if (l->looks & look)
		look_set(l, 0, look);
	else
		look_set(l, look, 0);
}

void
look_clear(struct look *l)
{
	look_set(l, 0, l->looks);
}
