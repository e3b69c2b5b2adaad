/* SPDX-License-Identifier: ISC */
#ifndef IBID_LIST_FACET_PRIVATE_H
#define IBID_LIST_FACET_PRIVATE_H

#include "base/arena.h"
#include "list_private.h"

/* What narrows a list, and what it may be narrowed to. */
enum { LIST_CHOSEN_LIMIT = 12 };

#define LIST_NOT_GIVEN "not given"

struct list_chosen {
	unsigned facet; /* of the class */
	char *name;
	char *title;
};

struct list_facets {
	struct chooser chooser;
	struct list_chosen chosen[LIST_CHOSEN_LIMIT];
	unsigned chosen_count;
	uint8_t *has, *one;            /* by item, a bit: all; one of them */
	uint32_t marked, marked_count; /* those behind are not known */

	/* The values of the facet that is being chosen. */
	struct collection_facet_count *count; /* NULL: not begun */
	uint8_t *counted;                     /* rows */
	bool is_counted, is_cut; /* there are more than are listed */
	unsigned slices, next_slice;
	struct arena arena; /* of the values, until they are all counted */
	const struct collection_facet_value *values;
	uint32_t value_count;
};

/* list_facet.c: in the order in which they were chosen. */
int list_facets_find(const struct list_facets *f, unsigned facet); /* or -1 */
void list_facets_narrow(struct list *l, unsigned facet, const char *name);
/* facet: chooser_get_all() for all. */
void list_facets_drop(struct list *l, unsigned facet);
void list_facets_add_words(struct str *out, const struct list *l,
    const struct list_chosen *chosen);

/* list_facet_choose.c */
extern const struct chooser_class list_facets_class;
void list_facets_end_count(struct list_facets *f);

#endif
