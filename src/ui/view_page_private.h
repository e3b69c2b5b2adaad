/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_PAGE_PRIVATE_H
#define IBID_VIEW_PAGE_PRIVATE_H

#include "view_page.h"

/* What the files that make up a view's page share. */

/* Commands may come before the first drawing. */
void view_page_make_ready(struct view_page *p);

/*
 * view_page_text.c: a passage's text, or another's (NULL: not searched) that
 * is shown as a copy, by the runs that are added in between.
 */
struct page_text *view_page_add_page_text(struct view_page *p,
    const char *bytes, uint32_t len, int64_t passage);
struct page_text *view_page_begin_text(struct view_page *p, const char *text,
    const char *copy);
void view_page_end_text(struct view_page *p, struct page_text *text,
    const char *copy);

/* The run as a part of its text, of which there is one. */
void view_page_make_lit_run(const struct view_page *p, struct lit_run *out,
    const struct page_run *run);
/* What is lit of a run; false: nothing can be. */
bool view_page_get_lit(struct view_page *p, struct lit_run *out,
    const struct page_run *run);

/*
 * view_page_build.c: a piece of the line begun last, its text lent; how wide
 * one may be; and that an item reaches to that line.
 */
struct page_run *view_page_add_run(struct view_page *p, int col, enum role role,
    const char *text, size_t len);
int view_page_get_text_cols(const struct view_page *p, int indent);
void view_page_extend_item(struct view_page *p, int item);

/* view_page_find.c: what is looked for goes on; true while it does. */
bool view_page_find_on(struct view_page *p);
/* Where the current match begins, in cells of the page; false: no such. */
bool view_page_find_match(const struct view_page *p, int *line, int *col);
/* Goes to the passage that is to be shown; false where it is not there. */
bool view_page_go_to_passage(struct view_page *p);
void view_page_show_match(struct view_page *p);
bool view_page_has_passage(const struct view_page *p);

/* One slice of lines more, if there are any. */
void view_page_add_slice(struct view_page *p);
void view_page_stop_waiting(struct view_page *p);

/* Builds the lines for a width, unless they are; restores the place. */
void view_page_make(struct view_page *p, int width_cols);

/*
 * Adds lines until there are enough for a command; where that is more than
 * a key may cost, the command waits: false.
 */
bool view_page_reach(struct view_page *p, enum command command, int count);

/* The first line shown, no lower than to fill the page. */
int view_page_get_last_top(const struct view_page *p);
void view_page_set_top(struct view_page *p, int64_t top);

/* Scrolls to the selected item, and its end where there is room for it. */
void view_page_show_selected(struct view_page *p);

#endif
