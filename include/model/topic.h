/* SPDX-License-Identifier: ISC */
#ifndef IBID_MODEL_TOPIC_H
#define IBID_MODEL_TOPIC_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A topic without its text.  Row ids run in reading order (a parent, then
 * its children), so that a topic's subtree is the rows id to last.
 */
struct topic {
	int64_t id;
	const char *slug;
	const char *title;
	int64_t parent;          /* 0: top level */
	const char *parent_slug; /* NULL: top level */
	int depth;               /* 0: top level */
	int64_t last;            /* its last descendant, or itself */
	const char *summary;
	bool is_graphic;
	uint32_t passages;     /* of its text, title and summary not counted */
	int64_t first_passage; /* of its text, too */
};

#endif
