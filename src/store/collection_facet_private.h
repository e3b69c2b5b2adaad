/* SPDX-License-Identifier: ISC */
#ifndef IBID_COLLECTION_FACET_PRIVATE_H
#define IBID_COLLECTION_FACET_PRIVATE_H

#include "collection_private.h"
#include "facet_texts.h"
#include "store/collection_facet.h"

/* What the values of a facet are, and how they are named. */
enum facet_form {
	FACET_OF_TEXTS,
	FACET_OF_MEASURES, /* rows of a table, from here on */
	FACET_OF_SOURCES,
	FACET_OF_TOPICS,
	FACET_OF_YEARS, /* 0 to 9999 */
	FACET_OF_FLAGS  /* one value: it is so */
};
enum facet_form collection_facet_get_form(enum collection_facet facet);
#define FACET_FLAG_NAME "yes"

/* What a row has: one value; years from first to last; or nothing. */
struct facet_value {
	bool is_given;
	int64_t first, last;
	struct db_bytes text; /* of texts; lent until the next */
};

/*
 * Walks along the values of rows, in the order of these.  A row has one
 * value at the least, and may have one more than once.
 */
struct facet_walk {
	struct collection *c;
	enum facet_form form;
	sqlite3_stmt *s;
	struct arena repaired; /* a text that was ill-formed */
	int64_t row;
	struct facet_value value;
};
enum status collection_facet_walk(struct facet_walk *w, struct collection *c,
    enum collection_facet facet, int64_t first, int64_t last,
    struct error *err);
/* STATUS_NOT_FOUND behind the last. */
enum status collection_facet_next(struct facet_walk *w, struct error *err);
enum status collection_facet_end(struct facet_walk *w, enum status status,
    struct error *err);

/* Name and title of a row that is a value; "" where it is not there. */
enum status collection_facet_name(const char **name, const char **title,
    struct collection *c, enum facet_form form, int64_t row,
    struct arena *arena, struct error *err);

/* The topic above; 0: none. */
enum status collection_facet_parent(int64_t *out, struct collection *c,
    int64_t topic, struct error *err);

/* collection_facet.c and, of what was counted, collection_facet_list.c */

enum { FACET_ROW_VALUES_MAX = 256 /* of one row: so many are told apart */ };

struct facet_counted {
	uint32_t number, rows;
	uint32_t name, title; /* where they are in the names */
};

struct facet_listing {
	struct str names; /* and titles, with a NUL behind each */
	struct facet_counted *counted;
	struct collection_facet_value *values;
	uint32_t count;
};

struct collection_facet_count {
	struct collection *c;
	enum collection_facet facet;
	enum facet_form form;
	const uint8_t *rows; /* NULL: all */
	uint32_t row_count;
	enum facet_stage {
		FACET_COUNTS,
		FACET_SUMS_UP,
		FACET_CHOOSES,
		FACET_NAMES,
		FACET_SORTS,
		FACET_IS_DONE
	} stage;
	uint32_t next; /* row to count, or number to look at; from 0 */
	uint32_t *counts;
	uint32_t count, cap; /* of numbers */
	struct facet_texts texts;
	uint32_t of_row[FACET_ROW_VALUES_MAX];
	uint32_t of_row_count;
	bool is_cut; /* not all values are listed */
	bool has_glance;
	struct facet_listing glance, all;
};

/* Stages of the work, and then the next one is to be done. */
enum status collection_facet_choose(struct collection_facet_count *n,
    struct error *err);
enum status collection_facet_name_some(struct collection_facet_count *n,
    struct error *err);
enum status collection_facet_sort(struct collection_facet_count *n,
    struct error *err);

void collection_facet_clear_listing(struct facet_listing *l);

#endif
