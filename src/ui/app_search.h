/* SPDX-License-Identifier: ISC */
#ifndef IBID_APP_SEARCH_H
#define IBID_APP_SEARCH_H

#include "base/str.h"
#include "reader/inquiry.h"
#include "view.h"

/*
 * Searching, between the application and its views.  There is one inquiry
 * at a time; the hits view shows its records, pages light its matches.
 */

/* The inquiry that the hits view shows; made on first use; lent. */
struct inquiry *app_get_inquiry(struct app *app);

/*
 * The inquiry whose matches a page lights now, NULL: none.  A page asks when
 * it draws.  app_get_lit_number() is another number whenever what is lit may
 * have changed.
 */
struct inquiry *app_get_lit(struct app *app);
unsigned app_get_lit_number(const struct app *app);

/*
 * What the search that stands has found, as far as it fits: "12 topics, 31
 * figures", "812+" while more may come; "3 passages too hard".  The same for
 * the prompt and the list of hits.
 */
void app_add_counts(struct str *out, struct app *app, int width_cols);

/* The modes it has: "exact, word"; "" where it has none. */
void app_add_modes(struct str *out, struct app *app);

/*
 * Looks for something else in the scope given, as a facet narrows it; the
 * text and the modes stay.
 */
void app_set_scope(struct app *app, const struct inquiry_wish *narrowed);

/*
 * Opens the record that a passage is of, with the cursor on the sentence
 * around byte at of it and the matches lit.
 */
void app_go_passage(struct app *app, enum record_kind kind, int64_t record,
    int64_t passage, uint32_t at);

#endif
