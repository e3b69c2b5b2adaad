/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_DISAGREEMENTS_H
#define IBID_VIEW_DISAGREEMENTS_H

#include "list_view.h"
#include "measure_order.h"

/* The one asked for last, with the names of its members. */
struct named_disagreement {
	struct arena arena;
	struct disagreement disagreement;
	struct str name;
	int64_t item; /* -1: none */
};

/* All disagreements, in the order of their rows: the most severe first. */
struct view_disagreements {
	struct list_view base;
	struct item_cache *sides;
	struct measure_order *measures;
	struct named_disagreement *named;
};

/* view_disagreements_list.c */
extern const struct list_class view_disagreements_list;

/* What stands for one that cannot be read. */
extern const struct disagreement view_disagreements_none;

/* With the names of its members; lent until the next call. */
const struct disagreement *view_disagreements_get_named(const struct view *v,
    uint32_t item);

#endif
