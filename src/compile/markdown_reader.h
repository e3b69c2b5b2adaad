/* SPDX-License-Identifier: ISC */
#ifndef IBID_MARKDOWN_READER_H
#define IBID_MARKDOWN_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "compile/diagnose.h"
#include "markdown.h"
#include "markdown_draft.h"
#include "markdown_mask.h"

/*
 * What markdown and its parts share while one text is read: markdown makes
 * it, markdown_block and markdown_inline fill the draft from what md4c
 * calls, markdown_passage makes passages of the draft.
 */
enum { MARKDOWN_READER_DEPTH = 64 }; /* of lists and quotations */

enum markdown_container_kind {
	MARKDOWN_QUOTATION,
	MARKDOWN_LIST,
	MARKDOWN_ITEM
};

struct markdown_container {
	enum markdown_container_kind kind;
	unsigned ordinal; /* list: of the next item, 0 for bullets;
			     item: its own */
	bool is_begun;    /* item: it has a passage */
};

/* What the draft becomes where it is no paragraph of some kind. */
enum markdown_leaf {
	MARKDOWN_LEAF_PARAGRAPH,
	MARKDOWN_LEAF_HEADING,
	MARKDOWN_LEAF_ROW,
	MARKDOWN_LEAF_CODE
};

struct markdown_reader {
	const struct line_table *lines;
	const struct markdown_options *options;
	struct diagnose *d;
	struct arena *arena;
	struct markdown_mask mask;
	size_t at; /* behind what md4c has shown so far */

	struct markdown_container containers[MARKDOWN_READER_DEPTH];
	unsigned depth; /* may pass the limit */
	enum markdown_leaf leaf;
	int leaf_level; /* of a heading; of a row: 1 in the head */
	unsigned image_depth;
	bool is_autolink_due; /* a link was entered, no text met yet */
	bool has_other_block; /* than paragraphs */
	bool is_too_long;     /* inline, which was said */

	struct markdown_draft draft;
	bool is_open;   /* the draft is being filled */
	bool is_placed; /* passage_at is known */
	bool is_note;
	struct passage passage; /* kind, level ... of the draft */
	size_t passage_at;

	struct markdown_passage *passages;
	uint32_t passage_count;
	uint32_t passage_cap;
	struct markdown_link *links;
	uint32_t link_count;
	uint32_t link_cap;
	uint32_t failed; /* groups with a message of their own */
};

void markdown_reader_fail(struct markdown_reader *r, size_t at,
    const char *message);

/* What is allowed and hardly meant. */
void markdown_reader_warn(struct markdown_reader *r, size_t at,
    const char *message);

/* Whether an odd number of backslashes stands before a place. */
bool markdown_reader_is_escaped(const struct markdown_reader *r, size_t at);

/* Reports a citation, once. */
void markdown_reader_fail_group(struct markdown_reader *r, size_t group,
    const char *message);

/* Where md4c's text stands in the source; its length where it does not. */
size_t markdown_reader_find(const struct markdown_reader *r, const char *text);

#endif
