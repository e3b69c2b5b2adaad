/* SPDX-License-Identifier: ISC */
#ifndef IBID_TEXT_LAYOUT_H
#define IBID_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/passage.h"

/*
 * A page of passages laid out in lines of at most a width, which remember
 * where sentences, links and marks stand.  There are no roles and no
 * terminal here: a view draws runs as it likes.
 */
enum { /* style of a run, bits */
	RUN_EMPHASIS = 1,
	RUN_STRONG = 2,
	RUN_CODE = 4,
	RUN_LINK = 8,
	RUN_MARK = 16,    /* "[1,2]": not in the passage's text */
	RUN_ADDED = 32,   /* a bullet, "> ", "Editor's note:" ... */
	RUN_DISPUTED = 64 /* the sign after a sentence */
};

struct layout_run {
	const char *text; /* lent: the page's, or the arena's */
	uint32_t len;
	uint16_t cols;
	uint16_t col; /* from the line's start */
	uint16_t style;
	bool is_verbatim; /* the passage's own bytes */
	uint32_t at;      /* offset in the passage's text; of what was
			     added, where it stands */
	uint32_t end;     /* of what it shows of that text; added: at */
	uint32_t into;    /* where text begins in what is shown instead of
			     at to end */
	int32_t sentence; /* index into the layout's, -1 none */
	int32_t link;     /* index into the page's, -1 none */
};

enum layout_kind {
	LINE_BLANK,
	LINE_TEXT,
	LINE_HEADING,
	LINE_NOTE, /* of an editor's note */
	LINE_CODE,
	LINE_ROW,  /* of a table */
	LINE_RULE, /* under a table's head */
	LINE_FOLD  /* stands for folded passages */
};

struct layout_line {
	enum layout_kind kind;
	int32_t passage; /* index into the page's, -1 none */
	uint32_t first_run;
	uint32_t run_count;
};

/* Sentences (cells in tables) in reading order: where the cursor stands. */
struct layout_sentence {
	uint32_t passage; /* index into the page's */
	uint32_t at, len; /* in its text */
	uint32_t first_line, last_line;
	uint32_t documents, origins;
};

/* Links in reading order. */
struct layout_link {
	uint32_t link; /* index into the page's */
	uint32_t line; /* where it begins */
	uint32_t run;  /* index into runs */
	int32_t sentence;
};

enum layout_graphic { GRAPHIC_FOLD, GRAPHIC_SHOW, GRAPHIC_SKIP };

struct layout_options {
	int width_cols; /* at least 1 */
	enum layout_graphic graphic;
	const bool *is_unfolded; /* by passage of the page: shown though
				    graphic; or NULL */
	const bool *is_disputed; /* by link of the page, or NULL */
	bool is_utf8;            /* else signs are ASCII: != instead of the
				    sign of inequality, * for a bullet */
};

struct layout {
	struct layout_line *lines;
	uint32_t line_count;
	struct layout_run *runs;
	uint32_t run_count;
	struct layout_sentence *sentences;
	uint32_t sentence_count;
	struct layout_link *links;
	uint32_t link_count;
	uint32_t folded; /* passages folded or skipped, each with its notes */
};

/*
 * Lays out a page.  All in the arena, and lent texts live in the page.
 * Folded runs of graphic passages become one line ("3 graphic passages
 * folded ...") that is a sentence of its own, len 0, without citations.
 * Titles and summaries hold no sentence: the cursor stands in the text.  No
 * line is wider than the width, unless a single cluster is.
 */
void layout_page(struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena);

/*
 * The same, part by part, of a page that may still grow: what out says is
 * good until the next part.  page, options and arena are lent up to the end.
 */
struct layout_maker *layout_begin(struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena);

/*
 * Lays out passages up to end, or up to rows and folded ones that may go on
 * there, unless is_all; returns the first that is not laid out.
 */
uint32_t layout_continue(struct layout_maker *m, uint32_t end, bool is_all);

/* Takes NULL.  The layout is empty then. */
void layout_end(struct layout_maker *m);

/* The sentence that a place in a passage lies in, or the nearest before. */
int32_t layout_find_sentence(const struct layout *l, uint32_t passage,
    uint32_t at);

/* The first sentence on or after a line, -1 where none. */
int32_t layout_find_on_line(const struct layout *l, uint32_t line);

#endif
