/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_DRAFT_H
#define IBID_MARKDOWN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "markdown.h"

/*
 * One passage while md4c hands over its pieces: text with the way back to
 * the source, spans, citation marks and, in a table row, cells.  It serves
 * for one passage after the other.
 */
enum {
	MARKDOWN_DRAFT_DEPTH = 32 /* of spans within spans */
};

struct markdown_piece { /* text that came from one run of source */
	uint32_t at;
	size_t source_at;
};

struct markdown_draft {
	struct str text;
	struct markdown_piece *pieces;
	uint32_t piece_count;
	uint32_t piece_cap;
	struct span *spans; /* in the order in which they open */
	uint32_t span_count;
	uint32_t span_cap;
	uint32_t open[MARKDOWN_DRAFT_DEPTH]; /* spans not yet closed */
	uint32_t depth; /* may pass the limit; those are not kept */
	struct markdown_mark *marks;
	uint32_t mark_count;
	uint32_t mark_cap;
	uint32_t *cells; /* where each begins */
	uint32_t cell_count;
	uint32_t cell_cap;
	uint32_t solid; /* white space before it stays */
	bool is_loose;  /* the white space before the last mark goes
			   if what follows needs none */
};

void markdown_draft_init(struct markdown_draft *draft);
void markdown_draft_clear(struct markdown_draft *draft);

/* Empties it for the next passage. */
void markdown_draft_reset(struct markdown_draft *draft);

/*
 * Adds text that stands at source_at.  Tabs become spaces.  White space at
 * the beginning of a passage or a cell is left out.
 */
void markdown_draft_add(struct markdown_draft *draft, const char *text,
    size_t len, size_t source_at);

/* The same for code, of which nothing is left out. */
void markdown_draft_add_code(struct markdown_draft *draft, const char *text,
    size_t len, size_t source_at, bool is_block);

/* The text that one place of the source stands for: an entity. */
void markdown_draft_add_character(struct markdown_draft *draft,
    int32_t code_point, size_t source_at);

/* A line's end: a space, or a line feed. */
void markdown_draft_add_break(struct markdown_draft *draft, char c,
    size_t source_at);

/* White space before a mark goes, where the text reads well without. */
void markdown_draft_add_mark(struct markdown_draft *draft,
    const struct chain_group *group);

/* False where spans are nested too deeply; it is closed all the same. */
bool markdown_draft_open_span(struct markdown_draft *draft, enum span_kind kind,
    uint32_t target);

/* The span that was closed, or NULL. */
const struct span *markdown_draft_close_span(struct markdown_draft *draft);

/* Begins a cell; a tab divides it from the one before. */
void markdown_draft_add_cell(struct markdown_draft *draft, size_t source_at);

/* Takes the white space at the end of the passage or cell off. */
void markdown_draft_trim_end(struct markdown_draft *draft);

/* Shortens the text at its ends; spans and marks follow. */
void markdown_draft_cut(struct markdown_draft *draft, uint32_t from,
    uint32_t to);

/*
 * Where a byte of the text stands in the source.  *piece is where to begin
 * to look: 0 at first, for ascending questions.
 */
size_t markdown_draft_find_source(const struct markdown_draft *draft,
    uint32_t at, uint32_t *piece);

#endif
