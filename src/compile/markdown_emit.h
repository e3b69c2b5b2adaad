/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_EMIT_H
#define IBID_MARKDOWN_EMIT_H

#include <stddef.h>

#include "markdown_reader.h"
#include "text/sentence.h"

/* What the view of a passage and its index are made for, in bytes. */
enum { MARKDOWN_EMIT_LIMIT_BYTES = 8192 };

/*
 * Makes a passage of the reader's draft, or several where it is too long,
 * which is said; they are cut at the end of a sentence, else of a word, else
 * of a character.  ranges are the draft's sentences, at least one; they may
 * be changed.
 */
void markdown_emit(struct markdown_reader *r, struct sentence_range *ranges,
    size_t count);

#endif
