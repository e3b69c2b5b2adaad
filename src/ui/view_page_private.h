/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_PAGE_PRIVATE_H
#define IBID_VIEW_PAGE_PRIVATE_H

#include "view_page.h"

/* What the files that make up a view's page share. */

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
