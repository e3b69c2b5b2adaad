/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_H
#define IBID_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "chain.h"
#include "compile/diagnose.h"
#include "model/passage.h"

/*
 * Markdown (CommonMark with tables, without HTML, images and reference
 * definitions) to passages.  Citations are found before md4c sees the text
 * and replaced by filler of the same length; every citation outside code
 * comes back exactly once: as marks of a passage, or as an error where it
 * stands somewhere that is not shown (a link's destination, a table cell
 * too many ...).  In code it stays text.
 */
struct markdown_link {
	const char *destination; /* as written: "topic:pay", a URL */
	size_t source_at;        /* in the source text */
	bool is_faulty;          /* it is no destination, which was said */
};

struct markdown_mark {
	uint32_t at;   /* in the passage's text */
	uint32_t from; /* what it covers begins here, ends at `at` */
	const struct chain_group *group;
};

/*
 * p has text (NFC), kind, level, ordinal, is_graphic, sentences (documents
 * and origins 0), and spans for emphasis, strong, code and links (target: an
 * index into links) by place; marks are apart.
 */
struct markdown_passage {
	struct passage p;
	struct markdown_mark *marks; /* by place */
	uint32_t mark_count;
	size_t source_at;             /* where the passage begins */
	uint32_t *sentence_source_at; /* of each sentence, in the source */
};

struct markdown_result {
	struct markdown_passage *passages;
	uint32_t passage_count;
	struct markdown_link *links;
	uint32_t link_count;
	uint32_t citations_in_code;  /* which stay text */
	uint32_t citations_in_error; /* each with its message */
};

struct markdown_options {
	const char *file;     /* for messages */
	const char *language; /* of the sentences */
	bool is_inline;       /* a single paragraph is wanted, no other
				 block: the statement or note of a figure */
};

/*
 * text is well-formed UTF-8 without control characters but tab and line
 * feed.  lines places the messages.  What is wrong goes to d; the result is
 * good as far as it goes.  All in the arena.
 */
void markdown_read(struct markdown_result *out, const char *text, size_t len,
    const struct line_table *lines, const struct markdown_options *options,
    struct diagnose *d, struct arena *arena);

#endif
