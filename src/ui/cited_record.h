/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITED_RECORD_H
#define IBID_CITED_RECORD_H

#include "view.h"

/*
 * What the citation pane shows beside a list: the chain behind the
 * statement of the record that is selected.  Only that one is read, and
 * only when the pane asks.
 */
struct cited_record;

struct cited_record *cited_record_new(struct app *app);
void cited_record_free(struct cited_record *r);

/*
 * Of a figure or event, or by its name or number the note of a disagreement;
 * out->page is NULL where it has none.
 */
void cited_record_get(struct cited_record *r, struct cited *out,
    enum record_kind kind, const char *slug);

/* The statement, or the note, of a page that was read elsewhere. */
void cited_record_find(struct cited *out, const struct page *page,
    const char *what);

#endif
