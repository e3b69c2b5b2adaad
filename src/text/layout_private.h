/* SPDX-License-Identifier: ISC */
#ifndef IBID_LAYOUT_PRIVATE_H
#define IBID_LAYOUT_PRIVATE_H

#include "flow.h"

/*
 * A table of many rows is laid out in pieces, all in the widths of the
 * first.
 */
struct layout_table {
	uint32_t first, end; /* passages; the next piece may begin at end */
	struct table_column *columns; /* NULL: row for row as records */
	uint32_t column_count;
};

/* A layout while it is made. */
struct layout_maker {
	struct layout *out;
	const struct page *page;
	const struct layout_options *options;
	struct arena *arena;
	struct flow flow;
	uint32_t next;   /* passage */
	uint32_t before; /* the last that was shown */
	struct layout_table table;
	uint32_t line_cap, run_cap, sentence_cap, link_cap;
	uint32_t width_cols;
	uint32_t item_cols[16]; /* where items' text stands, by level */
};

/* A line or run that is not known yet. */
#define LAYOUT_NOWHERE UINT32_MAX

/* ---- layout_line.c ---- */

/* Begins a line, without runs. */
void layout_add_line(struct layout_maker *m, enum layout_kind kind,
    int32_t passage);

/* Adds what is not in the text to the last line; text is lent. */
void layout_add_extra(struct layout_maker *m, uint32_t col, const char *text,
    size_t len);

/* Adds the runs of a broken line of the flow to the last line. */
void layout_add_flow(struct layout_maker *m, const struct flow_line *line,
    uint32_t col);

/* A run of the passage's text, or what stands for it, to the last line. */
void layout_add_run(struct layout_maker *m, const struct layout_run *run);

/* Text count times over, in the arena. */
const char *layout_repeat(struct layout_maker *m, const char *text,
    uint32_t count);

void layout_add_sentence(struct layout_maker *m, uint32_t passage,
    const struct sentence *s);

/* Makes the sentences of a passage; returns the index of the first. */
uint32_t layout_add_sentences(struct layout_maker *m, uint32_t passage);

/* Sentences from first on that have no text stand where theirs begins. */
void layout_place_sentences(struct layout *l, uint32_t first,
    uint32_t first_line);

/* ---- Passages, by kind ---- */

void layout_add_text(struct layout_maker *m, uint32_t passage);
void layout_add_code(struct layout_maker *m, uint32_t passage);
/* is_continued: a piece behind another of the same table. */
void layout_add_table(struct layout_maker *m, uint32_t first, uint32_t count,
    bool is_continued);

/* Says how many are folded, and why; a place for the cursor. */
void layout_add_fold(struct layout_maker *m, uint32_t passage, uint32_t count);

#endif
