/* SPDX-License-Identifier: ISC */
#ifndef IBID_PASSAGE_PLACE_H
#define IBID_PASSAGE_PLACE_H

#include "reader/session.h"
#include "reader/trail.h"

/* Where the reader finds a record, or a passage of one. */

/*
 * Of topics, figures, sources, events and measures: no other has a view.
 * STATUS_LIMIT where a place has no room for the name.
 */
enum status place_of_record(struct reader_place *out, enum record_kind kind,
    const char *slug, struct error *err);

/*
 * The place that shows byte `at` of a passage, which is the record's.  A
 * disagreement is shown by its measure, or else by its first member.
 */
enum status place_of_passage(struct reader_place *out, struct session *s,
    enum record_kind kind, int64_t record, int64_t passage, uint32_t at,
    struct error *err);

#endif
