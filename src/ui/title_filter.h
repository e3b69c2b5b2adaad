/* SPDX-License-Identifier: ISC */
#ifndef IBID_TITLE_FILTER_H
#define IBID_TITLE_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "reader/session.h"

/*
 * The topics whose titles hold a text, and those that they stand under, so
 * that each is seen where it belongs.  They are looked for in slices, since
 * there may be very many; Contents show them instead of the tree.
 */
struct title_row {
	int64_t topic;
	bool is_match; /* else it stands above one */
};

struct title_filter {
	struct str typed;       /* "": no filter */
	struct str folded;      /* as it is compared */
	struct title_row *rows; /* in reading order */
	size_t count;
	size_t cap;
	int64_t next; /* topic to look at; 0: all have been */
};

void title_filter_init(struct title_filter *f);
void title_filter_clear(struct title_filter *f);

/* Begins anew; nothing is looked at yet. */
void title_filter_set(struct title_filter *f, const char *text);
bool title_filter_is_set(const struct title_filter *f);

/* Looks at a slice of the topics; false when nothing is left. */
bool title_filter_look(struct title_filter *f, struct collection *from);

/* The index of the first row of a topic or what comes after it. */
size_t title_filter_find(const struct title_filter *f, int64_t topic);

/* The first topic whose own title it is, 0: none. */
int64_t title_filter_get_first(const struct title_filter *f);

/* Whether the topic is shown only for what stands under it. */
bool title_filter_is_above(const struct title_filter *f, int64_t topic);

#endif
