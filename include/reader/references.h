/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_REFERENCES_H
#define IBID_READER_REFERENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "cite/cite.h"
#include "cite/rich.h"
#include "model/citation.h"
#include "model/csl.h"
#include "reader/session.h"

/*
 * Sources in the words of the reader's citation style, for whoever shows or
 * copies them.  Of styles nothing is touched before something is set, and a
 * style that was opened stays open until the setting names another.  Where
 * the one that is wished for is not here, "plain" serves.
 */
struct references;

struct references *references_new(struct session *session);
void references_free(struct references *r);

/*
 * What the next functions tell of: chains of sources, with their steps, in
 * the order in which they are first cited.  All is copied.  is_quotation:
 * what they stand behind are words, not facts.
 */
enum status references_set_chains(struct references *r,
    const struct citation *chains, uint32_t count, bool is_quotation,
    struct error *err);
/* Sources by themselves; keys that differ. */
enum status references_set_sources(struct references *r,
    const char *const *keys, uint32_t count, struct error *err);
/* An item that is no source of the collection; lent while it is set. */
void references_set_item(struct references *r, const struct csl_item *item);

/*
 * The style itself, with nothing set; NULL where none could be opened.  Lent
 * until something is set.
 */
struct cite *references_open_style(struct references *r);

/* False where no style could be opened: then no words are added. */
bool references_have_style(const struct references *r);

/* Sources among what is set, and the item of one. */
uint32_t references_count_items(const struct references *r);
const struct csl_item *references_get_item(const struct references *r,
    uint32_t item);
/* Organisations, persons and outlets are none. */
bool references_is_publication(const struct csl_item *item);
uint32_t references_count_publications(const struct references *r);

/*
 * Of a chain as in a text or note: the document that was read, and where
 * what it leads to was not seen, that one "as cited in" it.
 */
void references_add_chain(struct rich *out, struct references *r,
    uint32_t chain);
/* Of all chains, in one. */
void references_add_in_text(struct rich *out, struct references *r);
/* "Lankov (2013)"; false where the style has no such form. */
bool references_add_narrative(struct rich *out, struct references *r);

/* What a chain adds to the list of sources. */
void references_add_entry(struct rich *out, struct references *r,
    uint32_t chain);
/* The list, in the style's order; each once. */
void references_add_list(struct str *out, struct references *r,
    enum setting_copy form);

/*
 * All publications in a form for other programs, by its name: those of
 * bibliography.h, "markdown"; or all sources as "csv".  STATUS_NOT_FOUND:
 * there is no such form, or nothing to write.
 */
enum status references_add_export(struct str *out, struct references *r,
    const char *form, struct error *err);

/* Notes instead of "(Name, year)" in the text. */
bool references_are_notes(const struct references *r);

/* As it is copied: plain, Markdown or HTML. */
void references_add_as(struct str *out, const struct rich *rich,
    enum setting_copy form);

/*
 * "APA", or the style's id where it has no short name; of the style that is
 * open or, before one is, wished for.  Lent.
 */
const char *references_get_style(const struct references *r);

/* Why another style serves, once; NULL: nothing is wrong. */
const char *references_take_fault(struct references *r);

#endif
