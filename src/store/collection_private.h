/* SPDX-License-Identifier: ISC */
#ifndef IBID_COLLECTION_PRIVATE_H
#define IBID_COLLECTION_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "db.h"
#include "model/passage.h"
#include "model/record.h"
#include "store/collection.h"

/* What the files that make up the collection share. */
struct block_cursor {
	sqlite3_stmt *s; /* on a row, or behind all; NULL: let go */
	int64_t wanted;  /* it is on the first row from this one on */
	int64_t id;      /* of the row; INT64_MAX behind all */
};

struct collection {
	struct db *db;
	sqlite3_blob *block; /* open on block_id, or NULL */
	int64_t block_id;
	bool has_small_cache;
	bool has_search_cache; /* larger; or a small one is set */
	struct block_cursor blocks, folded_blocks;
	int64_t next_block; /* behind the one read last */
	int64_t next_block_first;
	const struct number_form *numbers; /* NULL: not asked for yet */
};

extern const struct db_form collection_form;

/* By enum span_kind; the first is NULL. */
extern const char *const collection_span_names[SPAN_CITATION + 1];

/*
 * The statements of each file, ending with NULL: it prepares them by their
 * address, and a test looks at the plans of all.
 */
extern const char *const collection_value_sql[];
extern const char *const collection_topic_sql[];
extern const char *const collection_figure_sql[];
extern const char *const collection_behind_sql[];
extern const char *const collection_facet_sql[];
extern const char *const collection_measure_sql[];
extern const char *const collection_event_sql[];
extern const char *const collection_source_sql[];
extern const char *const collection_csl_sql[];
extern const char *const collection_name_sql[];
extern const char *const collection_link_sql[];
extern const char *const collection_disagreement_sql[];
extern const char *const collection_page_sql[];
extern const char *const collection_span_sql[];
extern const char *const collection_target_sql[];
extern const char *const collection_citation_sql[];
extern const char *const collection_key_sql[];
extern const char *const collection_search_sql[];
extern const char *const collection_search_passage_sql[];
extern const char *const collection_search_scope_sql[];
extern const char *const collection_search_facet_sql[];

/*
 * Every function of collection.h that reads stands between these two: a
 * fresh budget, and the block of text let go, which would hold a lock.
 */
void collection_begin(struct collection *c);
enum status collection_end(struct collection *c, enum status status);

/* Blocks that are lent; they would hold a lock as well. */
void collection_let_blocks_go(struct collection *c);

/*
 * Room for one more item behind count ones, in an array in the arena that
 * has room for 8, 16, 32 ... items; the array may move.
 */
void *collection_grow(void *items, uint32_t count, size_t size_bytes,
    struct arena *arena);

/* Where a passage's text stands. */
struct text_place {
	int64_t block;
	int64_t at;
	int64_t len;
};

/* Three columns from column on; false where they are NULL. */
bool collection_get_place(struct text_place *out, sqlite3_stmt *s, int column);

/* The bytes as they stand there, unchecked, with a NUL behind them. */
enum status collection_read_bytes(char **out, struct collection *c,
    struct text_place place, struct arena *arena, struct error *err);

/*
 * The text of a passage whose place is in three columns; "" where those are
 * NULL.
 */
enum status collection_read_text(const char **out, struct collection *c,
    sqlite3_stmt *s, int column, struct arena *arena, struct error *err);

/* Slug (key) and title of a record; the title of a figure its statement. */
struct record_name {
	const char *slug;
	const char *title;
	bool is_graphic; /* the title: the statement of such a figure */
};
enum status collection_find_name(struct record_name *out, struct collection *c,
    enum record_kind kind, int64_t id, struct arena *arena, struct error *err);

/*
 * What a source is called beside others: what its label begins with, author
 * or institution; where that is its title, the title.  Label, title and key
 * are in three columns; "" where they are NULL.
 */
const char *collection_get_short_name(struct collection *c, sqlite3_stmt *s,
    int column, struct arena *arena);

/* The kind of record whose name is in a column; RECORD_NONE: none. */
enum record_kind collection_get_kind(sqlite3_stmt *s, int column);

/* The role whose name is in a column; false: none. */
bool collection_find_role(enum step_role *out, sqlite3_stmt *s, int column);

#endif
