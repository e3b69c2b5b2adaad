/* SPDX-License-Identifier: ISC */
#ifndef IBID_STORE_COLLECTION_SEARCH_H
#define IBID_STORE_COLLECTION_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "model/passage.h"
#include "model/record.h"
#include "store/collection.h"

/*
 * What search reads of a collection: its text block by block, whose a
 * passage is, and which passages a scope takes in.  As for all of
 * the collection, any byte may be wrong; but text in blocks is handed out as
 * it stands, and may be ill-formed UTF-8.
 */

/* ---- Text, block by block ---- */

/*
 * A block of consecutive passages, nothing between them.  places: one entry
 * of BLOCK_PLACE_BYTES a passage: where it ends in text (two bytes, the lower
 * one first), then its enum passage_kind, with BLOCK_GRAPHIC where it is
 * graphic.  Ends never fall and the last is len.  Lent until the next block
 * is read, another function of the collection is called (collection_release
 * as well) or it is closed; as long the file is locked against writing.
 */
enum {
	BLOCK_PLACE_BYTES = 3,
	BLOCK_FOLDED_PLACE_BYTES = 4,
	BLOCK_GRAPHIC = 0x80
};

struct text_block {
	int64_t id;
	int64_t first_passage;
	uint32_t count; /* of passages */
	const char *text;
	size_t len;
	const unsigned char *places;
	/*
	 * The folded text of those passages where it differs, by passage.  An
	 * entry: the number of the passage in the block, from 0, and where
	 * its folded text ends in folded, two bytes each.
	 */
	uint32_t folded_count;
	const char *folded;
	size_t folded_len;
	const unsigned char *folded_places;
};

/*
 * STATUS_NOT_FOUND behind the last.  Blocks are numbered from 1; one after
 * the other they are read fastest.
 */
enum status collection_read_block(struct text_block *out, struct collection *c,
    int64_t id, bool wants_folded, struct error *err);

/* The block that a passage stands in; STATUS_NOT_FOUND: no such passage. */
enum status collection_find_block(int64_t *out, struct collection *c,
    int64_t passage, struct error *err);

static inline size_t
text_block_get_end(const struct text_block *b, uint32_t i)
{
	const unsigned char *place = b->places + (size_t)i * BLOCK_PLACE_BYTES;

	return place[0] | (size_t)place[1] << 8;
}

static inline size_t
text_block_get_at(const struct text_block *b, uint32_t i)
{
	return i == 0 ? 0 : text_block_get_end(b, i - 1);
}

static inline enum passage_kind
text_block_get_kind(const struct text_block *b, uint32_t i)
{
	return (enum passage_kind)(
	    b->places[(size_t)i * BLOCK_PLACE_BYTES + 2] & ~BLOCK_GRAPHIC);
}

static inline bool
text_block_is_graphic(const struct text_block *b, uint32_t i)
{
	return b->places[(size_t)i * BLOCK_PLACE_BYTES + 2] & BLOCK_GRAPHIC;
}

/* ---- One passage ---- */

/* Consecutive passages of one record. */
struct passage_run {
	int64_t first, last;
	enum record_kind kind;
	int64_t record;
};

/* The run that a passage is in. */
enum status collection_find_run(struct passage_run *out, struct collection *c,
    int64_t passage, struct error *err);

/* A passage by itself, well-formed, with its folded text where it differs. */
struct passage_text {
	enum passage_kind kind;
	bool is_graphic;
	const char *field; /* CSL variable of a source's field, or NULL */
	const char *text;
	size_t len;
	bool is_repaired;   /* ill-formed bytes were replaced */
	const char *folded; /* NULL where it is equal, or is_repaired */
	size_t folded_len;
	const char *map; /* as utf8_fold() makes it; leads through both */
	size_t map_len;
};
enum status collection_read_passage(struct passage_text *out,
    struct collection *c, int64_t passage, struct arena *arena,
    struct error *err);

/* What a record is called; of a figure the title is its statement. */
struct record_title {
	const char *slug;
	const char *title;
	bool is_graphic; /* the title is */
};
enum status collection_find_title(struct record_title *out,
    struct collection *c, enum record_kind kind, int64_t record,
    struct arena *arena, struct error *err);

/* The record of a name, of those that have a page; else STATUS_NOT_FOUND. */
enum status collection_find_record(int64_t *out, struct collection *c,
    enum record_kind kind, const char *slug, struct arena *arena,
    struct error *err);

/* ---- Scopes and facets ---- */

/* Years are of the proleptic Gregorian calendar, as in ISO 8601. */
struct scope {
	unsigned kinds; /* bits 1 << enum record_kind; 0: all */
	int64_t topic;  /* it, the topics under it, their figures and events */
	int64_t source; /* passages with it in a chain, and its own */
	int64_t document; /* passages that cite it as the document read */
	bool has_years;
	int year_from, year_to; /* of a figure's period, an event's date, a
				   source's issue: that meet these */
	bool is_disagreeing;    /* records that disagree with others */
};

bool scope_is_all(const struct scope *s);

/* Passages, in order; ranges neither meet nor touch. */
struct passage_range {
	int64_t first, last;
};
enum status collection_list_scope(struct passage_range **out, uint32_t *count,
    struct collection *c, const struct scope *scope, struct arena *arena,
    struct error *err);

enum facet {
	FACET_KIND,        /* values: enum record_kind */
	FACET_TOPIC,       /* row; also of the topics above it */
	FACET_SOURCE,      /* row */
	FACET_DOCUMENT,    /* row, of a source */
	FACET_YEAR,        /* the year; of a period, each of its first 200, of
			      one that is open the known end */
	FACET_DISAGREEING, /* 1; records that do not have no value */
	FACET_COUNT
};

/*
 * The values of a facet that a passage has, each once, at most limit, by
 * value; run is the one that the passage is in.  What is of a record is the
 * same for all its passages: of the others FACET_SOURCE and FACET_DOCUMENT.
 */
enum status collection_list_facet(int64_t *values, uint32_t *count,
    uint32_t limit, struct collection *c, enum facet facet,
    const struct passage_run *run, int64_t passage, struct error *err);

#endif
