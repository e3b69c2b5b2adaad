/* SPDX-License-Identifier: ISC */
#ifndef IBID_LOOK_H
#define IBID_LOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "cite/rich.h"

/*
 * How looks lie in each other.  A nest is a row of tags from the outermost
 * in, four bits each, the lowest first; what lies deeper than it holds has
 * its look but no tag.
 */
enum look_tag {
	LOOK_NO_TAG,
	LOOK_ITALIC,
	LOOK_BOLD,
	LOOK_SMALL_CAPS,
	LOOK_UNDERLINE,
	LOOK_SUPERSCRIPT,
	LOOK_SUBSCRIPT,
	LOOK_LIGHT,
	LOOK_OBLIQUE,
	LOOK_NORMAL_STYLE, /* from here: inside of a tag that it takes back */
	LOOK_NORMAL_WEIGHT,
	LOOK_NORMAL_VARIANT,
	LOOK_NO_DECORATION,
	LOOK_BASELINE,
	LOOK_TAG_COUNT
};

enum { LOOK_DEPTH_LIMIT = 16 };

struct look {
	unsigned looks; /* bits of rich_look */
	uint64_t nest;
};

/* Puts looks on and takes unlooks off, as a style's element asks for. */
void look_set(struct look *l, unsigned looks, unsigned unlooks);

/* As markup does it: italics inside of italics are upright. */
void look_toggle(struct look *l, enum rich_look look);

/* All looks off, for what stands in text of any look as it is. */
void look_clear(struct look *l);

static inline enum look_tag
look_get_tag(uint64_t nest, unsigned depth)
{
	return depth < LOOK_DEPTH_LIMIT ? (nest >> (4 * depth)) & 15 : 0;
}

#endif
