/* SPDX-License-Identifier: ISC */
#ifndef IBID_COLLECTION_PAGE_H
#define IBID_COLLECTION_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "collection_private.h"

/*
 * A page while it is read, range by range: consecutive passages are read
 * with a few statements, whatever their number.  Sentences, spans and steps
 * each stand in one array, in the order of their passages, of which every
 * passage gets its part at the end.
 */
struct page_range {
	int64_t first; /* passages first to first + count - 1 */
	int64_t count;
};

/* The text of a passage as it stands in the file. */
struct page_original {
	uint32_t len;
	uint32_t *moved; /* NULL: the text is as it was; else where
			    each byte went, see db_text_repair() */
};

/* A source that a step names: as many are kept at hand. */
enum { PAGE_SOURCES = 64 };
struct page_source {
	int64_t row;
	const char *key;
	const char *label;
};

struct page_reading {
	struct collection *c;
	struct arena *arena;
	struct passage *passages;
	struct page_original *originals;
	uint32_t passage_count;
	struct page_range range; /* being read */
	uint32_t range_base;     /* index of its first passage */
	uint32_t row_index;      /* of the passage of the last row read */
	struct sentence *sentences;
	uint32_t sentence_count;
	struct span *spans;
	int64_t *targets; /* of each span: a row, or 0 */
	uint32_t span_count;
	uint32_t link_span_count;
	struct citation *citations;
	uint32_t citation_count;
	struct step *steps;
	uint32_t step_count;
	struct page_source sources[PAGE_SOURCES]; /* by row, modulo */
	bool is_part;       /* no more than a part, without steps */
	size_t bytes_begun; /* of texts */
};

/* A part ends behind the passage that reaches one of these. */
enum { PART_PASSAGES = 64, PART_BYTES = 16 * 1024 };

void collection_page_begin(struct page_reading *r, struct collection *c,
    struct arena *arena);

/* Owner of RECORD_NONE: passages of any record. */
enum status collection_page_add(struct page_reading *r, struct page_range range,
    enum record_kind owner_kind, int64_t owner, struct error *err);

/* The links of a record, in the order of their rows. */
struct page_links {
	struct link *links;
	int64_t *rows;
	uint32_t count;
};

/*
 * The links of the record, where its spans lead to any; then the targets of
 * all spans are set.
 */
enum status collection_page_read_targets(struct page_links *out,
    struct page_reading *r, enum record_kind kind, int64_t id,
    struct error *err);

/* The same for a part: only the links that its spans lead to. */
enum status collection_page_read_part_targets(struct page_links *out,
    struct page_reading *r, enum record_kind kind, int64_t id,
    struct error *err);

/*
 * The passage that a row of the range speaks of, by its number in a column.
 */
enum status collection_page_find_passage(uint32_t *index,
    const struct page_reading *r, sqlite3_stmt *s, int column,
    struct error *err);

/*
 * Bytes at and len, in two columns from column on, of that passage: inside
 * its text and between characters.
 */
enum status collection_page_get_bytes(uint32_t *at, uint32_t *len,
    const struct page_reading *r, uint32_t index, sqlite3_stmt *s, int column,
    struct error *err);

/* Of the range: in collection_span.c and collection_citation.c. */
enum status collection_page_add_sentences(struct page_reading *r,
    struct error *err);
enum status collection_page_add_spans(struct page_reading *r,
    struct error *err);
enum status collection_page_add_citations(struct page_reading *r,
    struct error *err);

/* The statement bound to the range as its ?1 and ?2. */
enum status collection_page_use(sqlite3_stmt **s, struct page_reading *r,
    const char *sql, struct error *err);

#endif
