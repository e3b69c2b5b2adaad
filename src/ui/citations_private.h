/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITATIONS_PRIVATE_H
#define IBID_CITATIONS_PRIVATE_H

#include "base/str.h"
#include "citations.h"
#include "rich_lines.h"

/*
 * What the files of the citation pane share.  Steps are what the reader
 * walks and opens; lines are what is scrolled.
 */
struct citation_line {
	const char *text; /* of the step or note; in the arena */
	size_t len;
	int indent;        /* of the text */
	const char *label; /* "[1] stated in", before the text; "" */
	int step;          /* index into steps, -1: of a note */
	enum role role;
	const struct rich_shown *words; /* that it is a part of, in roles of
					   its own; NULL: none */
	const char *url;                /* that it leads to, or NULL */
};

struct citations {
	struct app *app;
	struct cited cited;
	int64_t passage_id; /* of what is cited */
	struct arena arena;
	struct citation_line *lines;
	size_t line_count;
	size_t line_cap;
	struct {
		uint32_t number;  /* of the citation told of last, */
		const char *text; /* and its reference, NULL: none */
	} last;
	const struct step **steps;
	const struct citation **chains; /* that each is of */
	size_t step_count;
	uint32_t *numbers; /* of marks that were told of */
	size_t number_count;
	uint32_t next;   /* citation of the page to look at */
	bool is_whole;   /* all lines are made */
	bool wants_last; /* step, once they are */
	int width_cols;  /* that the lines were made for, 0: not made */
	bool is_utf8;    /* likewise */
	bool has_words;  /* and what chains are in the reader's style */
	int selected;    /* step */
	int top;         /* line */
	int rows_shown;
	struct str title;
};

/* citations_lines.c: the lines for a width, unless they are made. */
void citations_make_lines(struct citations *c, int width_cols, bool is_utf8);

/* A slice of them, where there are more than a key may make. */
void citations_add_more(struct citations *c);

struct citation_line *citations_add_line(struct citations *c);

/* citations_words.c: the chain whose steps were added last, in words. */
void citations_add_words(struct citations *c, const struct citation *chain);
void citations_open_outside(struct citations *c);

/* The first and last line of a step. */
int citations_find_line(const struct citations *c, int step);
int citations_find_last_line(const struct citations *c, int step);

/* The whole step, or its beginning where it is longer than the pane. */
void citations_show_selected(struct citations *c);

#endif
