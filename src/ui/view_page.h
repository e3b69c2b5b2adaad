/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_PAGE_H
#define IBID_VIEW_PAGE_H

#include "cite/rich.h"
#include "lit.h"
#include "view.h"

/*
 * A scrolled text of lines made of runs with roles, for views that are no
 * list: Home, Help, records, a measure.  Some of it can be selected: links,
 * and sentences that are cited.  A view builds its lines anew whenever the
 * width changes; what can be selected must come in the same order then.
 */
struct page_run {
	const char *text; /* in the page's arena, or lent by the view */
	uint32_t len;
	uint16_t col;
	uint16_t cols;
	uint8_t role;
	const char *url;  /* that it is or a part of; NULL: the item's */
	int32_t item;     /* that it belongs to, -1 */
	int32_t sentence; /* item of the sentence that it stands in, -1 */
	int32_t lit;      /* of the page's texts, that it shows a part of, -1 */
	uint32_t at, end, into; /* of that text, as a layout's run has them */
	bool is_verbatim;
};

/* What a pattern is looked for in: a passage, or a text as it is shown. */
struct page_text {
	const char *bytes;
	uint32_t len;
	int64_t passage; /* 0: of none */
	int32_t first_run, run_end;
	bool is_hidden;   /* folded */
	bool is_reworded; /* shown in other words, where nothing is lit */
};

struct page_line {
	uint32_t first_run;
	uint32_t run_count;
	bool is_heading; /* where { and } stop */
};

struct page_item {
	struct link link;   /* of slug NULL and url NULL: no link */
	struct cited cited; /* page NULL: not cited here */
	int32_t sentence;   /* item: itself, or the one around a link; -1 */
	bool is_disputed;   /* others have it otherwise */
	bool is_row;        /* its lines are filled when it is selected */
	int32_t first_line, last_line;
};

struct view_page;
typedef void view_page_build(struct view_page *p, struct view *v);

/*
 * Adds a slice of the lines behind those that were built, for a page that
 * may be longer than a key can build; false when there are no more.
 */
typedef bool view_page_add_more(struct view_page *p, struct view *v);

struct view_page {
	struct view *view;
	view_page_build *build;
	view_page_add_more *add_more; /* NULL: all is built at once */
	bool has_more;
	enum command waits; /* for more lines; COMMAND_NONE: none */
	int waits_count;
	struct arena arena; /* of what was built */
	struct page_line *lines;
	struct page_run *runs;
	struct page_item *items;
	struct page_text *texts;
	int line_count, run_count, item_count, text_count;
	int line_cap, run_cap, item_cap, text_cap;
	const struct passage *passage; /* whose text is added next */
	bool lights_lines;             /* what is shown is searched, as here
					  is no passage */
	bool has_lit_lines;            /* it was built for that */
	int width_cols;                /* built for; 0: not built */
	int rows;                      /* of the last drawing */
	int top;
	int selected;  /* item, -1: none */
	bool is_eager; /* the first item is selected from the beginning */
	bool is_restoring;
	bool goes_beyond; /* the view goes on to others that disagree */
	int beyond;       /* 1, -1: it is to, behind this page or before it */
	bool is_utf8;
	int scroll; /* of the place */
	char item[PLACE_SLUG_SIZE];
	int number; /* of the item in the place, -1: not said */

	/* Matches: what is lit, and where the cursor goes to find one. */
	struct lit lit;
	struct page_match {
		bool is_set;     /* the cursor is on it */
		int64_t passage; /* or the place is to be there */
		uint32_t at;
		int text; /* -1: not known */
	} match;
	int64_t came_for;    /* the passage of the place, 0: none */
	struct page_origin { /* of a pattern that is being typed */
		bool is_set;
		struct page_match match;
		int selected, top;
	} origin;
	struct page_finding {
		bool is_on; /* goes on while there are no keys */
		enum view_find what;
		int text; /* where to look next: before or from `at` */
		size_t at;
		uint32_t passed; /* over folded passages that match */
	} finding;
};

void view_page_init(struct view_page *p, struct view *v, view_page_build *build,
    const struct reader_place *at, bool is_eager);
void view_page_clear(struct view_page *p);

/* What is shown is another now; it is built when next needed. */
void view_page_change(struct view_page *p);

void view_page_draw(struct view_page *p, struct canvas *canvas,
    struct rect area, bool is_focused);
/* Moves, selects, follows the link that is selected. */
enum view_result view_page_run(struct view_page *p, enum command command,
    int count);
/* A slice of the lines that are left; false: there are none. */
bool view_page_idle(struct view_page *p);
/* Whether what scrolls, selects or follows has something to do. */
bool view_page_has_effect(const struct view_page *p, enum command command);
/* Goes to the first item of that slug, as soon as it is there. */
void view_page_go_to_item(struct view_page *p, const char *slug);
/* Selects what stands there; true: it was selected already. */
bool view_page_click(struct view_page *p, struct rect area, int row, int col);
const struct page_item *view_page_get_item(const struct view_page *p);
void view_page_get_place(const struct view_page *p, struct reader_place *out);
/* "" where all is shown; "top", "45%", "end" */
void view_page_get_position(const struct view_page *p, char *out, size_t size);

/* As view.h has them: the cursor goes from match to match. */
enum view_found view_page_find(struct view_page *p, enum view_find what);
int64_t view_page_get_passage(const struct view_page *p);

/* ---- For the function that builds: lines from above to below ---- */

/* Columns that a text takes where there is room for it. */
int view_page_measure(struct view_page *p, const char *text);

/* An empty line, but never two, nor one at the beginning. */
void view_page_add_blank(struct view_page *p);

/*
 * The text that is added next is that of a passage, lent by the view; it may
 * be shown in other words.
 */
void view_page_set_passage(struct view_page *p, const struct passage *passage);

/* Wrapped, behind indent columns. */
void view_page_add_text(struct view_page *p, enum role role, int indent,
    const char *text);
void view_page_add_heading(struct view_page *p, const char *text);

/* "Period      1880"; below each other where it is narrow; "" is left out. */
void view_page_add_field(struct view_page *p, const char *label,
    const char *text);
/* The same, with a link that can be selected. */
void view_page_add_field_link(struct view_page *p, const char *label,
    const char *text, const struct link *link);

/* A text in a citation style's words, which keep their looks. */
void view_page_add_field_words(struct view_page *p, const char *label,
    const struct rich *words);

/* A link with a row, or several, of its own. */
void view_page_add_link(struct view_page *p, int indent, const char *text,
    const struct link *link);

/*
 * A passage of a page with its marks and links; its sentences can be
 * selected where they are cited.  what: "this figure".
 */
void view_page_add_passage(struct view_page *p, const struct page *page,
    uint32_t passage, bool is_folded, const char *what);

/* An item, and a line, cell by cell: texts are cut to cols. */
int view_page_add_item(struct view_page *p, const struct link *link,
    bool is_row);
void view_page_begin_line(struct view_page *p);
/* Wrapped from the line begun last on. */
void view_page_add_beside(struct view_page *p, enum role role, int indent,
    const char *text);
/* Wrapped; item -1: of none. */
void view_page_add_item_text(struct view_page *p, enum role role, int indent,
    int item, const char *text);
/* The same from the line begun last on. */
void view_page_add_item_beside(struct view_page *p, enum role role, int indent,
    int item, const char *text);
void view_page_add_cell(struct view_page *p, int col, int cols, enum role role,
    int item, const char *text);

#endif
