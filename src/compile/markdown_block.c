/* SPDX-License-Identifier: ISC */
#include "markdown_block.h"

#include <string.h>

#include "markdown_passage.h"

static void
push_container(struct markdown_reader *r, enum markdown_container_kind kind,
    unsigned ordinal)
{
	if (r->depth == MARKDOWN_READER_DEPTH)
		markdown_reader_fail(r, r->at,
		    "lists and quotations are nested too deeply");
	if (r->depth < MARKDOWN_READER_DEPTH)
		r->containers[r->depth] = (struct markdown_container){
			.kind = kind,
			.ordinal = ordinal
		};
	r->depth++;
}

static void
pop_container(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	r->depth--;
}

static void
enter_quotation(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	push_container(r, MARKDOWN_QUOTATION, 0);
}

static void
enter_bullets(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	push_container(r, MARKDOWN_LIST, 0);
}

static void
enter_numbers(struct markdown_reader *r, const void *detail)
{
	const MD_BLOCK_OL_DETAIL *list = detail;

	if (list->start == 0)
		markdown_reader_fail(r, r->at,
		    "an ordered list begins with 1 or more");
	push_container(r, MARKDOWN_LIST, list->start);
}

static void
enter_item(struct markdown_reader *r, const void *detail)
{
	unsigned ordinal = 0;

	(void)detail;
	if (r->depth > 0 && r->depth <= MARKDOWN_READER_DEPTH) {
		struct markdown_container *list = &r->containers[r->depth - 1];

		ordinal = list->ordinal;
		if (ordinal > 0)
			list->ordinal++;
	}
	push_container(r, MARKDOWN_ITEM, ordinal);
}

static void
enter_heading(struct markdown_reader *r, const void *detail)
{
	const MD_BLOCK_H_DETAIL *heading = detail;

	r->leaf = MARKDOWN_LEAF_HEADING;
	r->leaf_level = (int)heading->level;
}

static void
leave_heading(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	if (r->leaf_level == 1)
		markdown_reader_fail(r, r->is_open ? r->passage_at : r->at,
		    "headings begin at level 2: the title stands in the "
		    "front matter");
}

/*
 * A citation in the word behind a code fence is not shown, but in code all
 * the same.  md4c hands over a copy of the word where it has an escape or an
 * entity; it is then the next line that begins with the fence and has one.
 */
static void
find_info(struct markdown_reader *r, const MD_BLOCK_CODE_DETAIL *code)
{
	const char *bytes = r->mask.bytes;
	const char *p = bytes + r->at, *end = bytes + r->mask.len;

	while (p < end) {
		const char *line_end = memchr(p, '\n', (size_t)(end - p));
		size_t fence = 0;

		if (!line_end)
			line_end = end;
		while (p < line_end && *p != code->fence_char)
			p++;
		while (p < line_end && *p == code->fence_char) {
			fence++;
			p++;
		}
		p += strspn(p, " \t");
		if (fence >= 3 && p < line_end) {
			markdown_mask_set_code(&r->mask, (size_t)(p - bytes),
			    (size_t)(line_end - bytes));
			return;
		}
		p = line_end + 1;
	}
}

static void
enter_code(struct markdown_reader *r, const void *detail)
{
	const MD_BLOCK_CODE_DETAIL *code = detail;
	size_t at;

	r->leaf = MARKDOWN_LEAF_CODE;
	if (!code->fence_char || code->info.size == 0)
		return;
	at = markdown_reader_find(r, code->info.text);
	if (at < r->mask.len) {
		r->at = at + code->info.size;
		markdown_mask_set_code(&r->mask, at, r->at);
	} else {
		find_info(r, code);
	}
}

static void
enter_head(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	r->leaf_level = 1;
}

static void
leave_head(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	r->leaf_level = 0;
}

static void
enter_row(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	r->leaf = MARKDOWN_LEAF_ROW;
	markdown_passage_begin(r);
}

static void
enter_cell(struct markdown_reader *r, const void *detail)
{
	(void)detail;
	markdown_draft_add_cell(&r->draft, r->at);
}

typedef void block_call(struct markdown_reader *, const void *);

static const struct block {
	block_call *enter, *leave;
	bool is_within; /* a passage that is begun goes on */
	bool is_leaf;
} blocks[] = {
	[MD_BLOCK_DOC] = { NULL, NULL, false, false },
	[MD_BLOCK_QUOTE] = { enter_quotation, pop_container, false, false },
	[MD_BLOCK_UL] = { enter_bullets, pop_container, false, false },
	[MD_BLOCK_OL] = { enter_numbers, pop_container, false, false },
	[MD_BLOCK_LI] = { enter_item, pop_container, false, false },
	[MD_BLOCK_HR] = { NULL, NULL, false, true },
	[MD_BLOCK_H] = { enter_heading, leave_heading, false, true },
	[MD_BLOCK_CODE] = { enter_code, NULL, false, true },
	[MD_BLOCK_HTML] = { NULL, NULL, false, true },
	[MD_BLOCK_P] = { NULL, NULL, false, true },
	[MD_BLOCK_TABLE] = { NULL, NULL, false, false },
	[MD_BLOCK_THEAD] = { enter_head, leave_head, false, false },
	[MD_BLOCK_TBODY] = { NULL, NULL, false, false },
	[MD_BLOCK_TR] = { enter_row, NULL, false, true },
	[MD_BLOCK_TH] = { enter_cell, NULL, true, false },
	[MD_BLOCK_TD] = { enter_cell, NULL, true, false },
};

int
markdown_block_enter(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct markdown_reader *r = context;
	const struct block *block = &blocks[type];

	if (type != MD_BLOCK_DOC && type != MD_BLOCK_P)
		r->has_other_block = true;
	if (!block->is_within)
		markdown_passage_end(r);
	if (block->enter)
		block->enter(r, detail);
	return 0;
}

int
markdown_block_leave(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct markdown_reader *r = context;
	const struct block *block = &blocks[type];

	if (block->leave)
		block->leave(r, detail);
	if (!block->is_within)
		markdown_passage_end(r);
	if (block->is_leaf) {
		if (type != MD_BLOCK_TR)
			r->leaf_level = 0;
		r->leaf = MARKDOWN_LEAF_PARAGRAPH;
	}
	return 0;
}
