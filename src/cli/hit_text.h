/* SPDX-License-Identifier: ISC */
#ifndef IBID_HIT_TEXT_H
#define IBID_HIT_TEXT_H

#include "hits.h"
#include "store/collection_search.h"

/*
 * Hits as text: grep's lines, with the name of the record in the place of
 * a file's.
 */

/* "topic:worker-pay: the text", what matched lit; the ranges are h's. */
void hit_text_write(struct hits *h, const struct passage_text *p);

/* What matched, each by itself. */
void hit_text_write_parts(struct hits *h, const struct passage_text *p);

/* "topic:worker-pay" */
void hit_text_write_name(struct hits *h);

#endif
