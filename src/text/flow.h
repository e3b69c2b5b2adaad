/* SPDX-License-Identifier: ISC */
#ifndef IBID_FLOW_H
#define IBID_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/passage.h"
#include "text/layout.h"

/*
 * A passage's text as it flows into lines: with marks and signs spliced in,
 * and transliterated where the screen shows ASCII alone.  The flat text is
 * what is measured and broken; its pieces say what is shown for each part
 * of it, in what style, and where it comes from.
 */
struct flow_piece {
	uint32_t flat;    /* where it begins in the flat text */
	const char *text; /* what is shown: as many bytes */
	uint32_t at, end; /* in the passage's text; end == at: added */
	int32_t sentence; /* index into the layout's, -1 none */
	int32_t link;     /* index into the layout's links, -1 none */
	uint16_t style;
	bool is_verbatim; /* the passage's own bytes */
};

enum { FLOW_OPEN_SPANS = 16 }; /* within each other; more have no style */

/*
 * A part of the flat text, from its first piece on, that is broken into
 * lines one after another.
 */
struct flow_part {
	uint32_t from, to; /* flat */
	uint32_t piece;    /* the first that may belong to the next line */
	size_t at;
};

struct flow {
	const struct page *page;
	const struct layout_options *options;
	struct arena *arena;
	struct layout *layout; /* its sentences and links */
	struct str flat;
	struct flow_piece *pieces;
	uint32_t piece_count, piece_cap;
	/* The passage whose text is being added. */
	const struct passage *passage;
	uint32_t at; /* up to here */
	uint32_t next_span;
	int32_t first_sentence, sentence, sentence_end;
	uint32_t sign_at; /* where a sign is due */
	struct flow_open {
		uint32_t end;
		uint16_t style;
		int32_t link;
	} open[FLOW_OPEN_SPANS];
	unsigned open_count;
};

void flow_init(struct flow *f, const struct page *page,
    const struct layout_options *options, struct layout *layout,
    struct arena *arena);
void flow_clear(struct flow *f);

/* Forgets the flat text and its pieces. */
void flow_reset(struct flow *f);

/*
 * Begins a passage whose sentences are the layout's from first_sentence on,
 * up to its sentence_count.
 */
void flow_begin(struct flow *f, const struct passage *p,
    uint32_t first_sentence);

/* Adds the passage's text up to byte `to` with all that stands there. */
void flow_add_text(struct flow *f, uint32_t to);

/* Passes over bytes of it: a tab between two cells. */
void flow_skip(struct flow *f, uint32_t to);

/* Adds what is not in the text; shown is lent. */
void flow_add(struct flow *f, const char *shown, size_t len, uint16_t style);

/* Adds a passage's text from one byte to another without its spans. */
void flow_add_label(struct flow *f, const struct passage *p, uint32_t from,
    uint32_t to);

struct flow_line {
	uint32_t from, to; /* flat, without white space at its end */
	uint32_t cols;
	uint32_t piece; /* that it begins in, or one before */
};

/* Adds a part's text once more, as it was added first. */
void flow_repeat(struct flow *f, const struct flow_part *part);

/*
 * The next line of a part.  A mark stays with what stands before it, if
 * only the last cluster of that.
 */
bool flow_next_line(struct flow_line *line, struct flow_part *part,
    const struct flow *f, uint32_t width_cols);

/* ---- Within the flow ---- */

/* What is shown and what is measured for it: len bytes each; shown is lent. */
struct flow_piece *flow_add_piece(struct flow *f, const char *shown,
    const char *flat, size_t len);

/* Bytes of the passage, all of one style (flow_text.c). */
void flow_add_chunk(struct flow *f, uint32_t from, uint32_t to);

#endif
