/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_PASSAGE_H
#define IBID_MARKDOWN_PASSAGE_H

#include "markdown_reader.h"

/*
 * Begins a passage at the first thing md4c shows of it, and ends it: what
 * stands before tells what it is, what it begins with ("{graphic}",
 * "{editor:") how it is marked.
 */

/* Does nothing where one is begun. */
void markdown_passage_begin(struct markdown_reader *r);

/*
 * Reads the marks that a passage begins with from the first text of it;
 * returns the bytes to pass over.
 */
size_t markdown_passage_read_marks(struct markdown_reader *r, const char *text,
    size_t len, size_t source_at);

/* Makes passages of the draft; does nothing where none is begun. */
void markdown_passage_end(struct markdown_reader *r);

#endif
