/* SPDX-License-Identifier: ISC */
#include "layout_private.h"

#include <string.h>

#include "base/utf8.h"

/* What stands before the lines of a block, and where its text begins. */
struct block {
	enum layout_kind kind;
	const char *first, *rest; /* "" */
	uint32_t first_col;       /* of `first` */
	uint32_t text_col;
};

static void
add_block(struct layout_maker *m, uint32_t passage, const struct block *block)
{
	struct flow_part part = { .to = (uint32_t)m->flow.flat.len };
	const char *before = block->first;
	uint32_t col = block->first_col;
	struct flow_line line;

	while (flow_next_line(&line, &part, &m->flow,
	    m->width_cols - block->text_col)) {
		layout_add_line(m, block->kind, (int32_t)passage);
		layout_add_extra(m, col, before, strlen(before));
		layout_add_flow(m, &line, block->text_col);
		before = block->rest;
		col = 0;
	}
	if (part.to == 0) {
		layout_add_line(m, block->kind, (int32_t)passage);
		layout_add_extra(m, col, before, strlen(before));
	}
}

/* Indentation leaves the text half of the width, or a wide character. */
static void
indent(struct block *block, const struct layout_maker *m, uint32_t col)
{
	uint32_t cols = (uint32_t)utf8_width_cols(block->first,
	    strlen(block->first));
	uint32_t most = m->width_cols < 4 ? 0 : m->width_cols / 2;

	if (cols + 2 > m->width_cols) {
		block->first = "";
		cols = 0;
	}
	if (col + cols > most)
		col = most > cols ? most - cols : 0;
	block->first_col = col;
	block->text_col = col + cols;
}

static uint32_t
get_level(const struct passage *p)
{
	enum { DEEPEST = 15 };

	if (p->level < 1)
		return 1;
	return p->level > DEEPEST ? DEEPEST : (uint32_t)p->level;
}

static void
set_up_item(struct block *block, struct layout_maker *m,
    const struct passage *p)
{
	uint32_t level = get_level(p);

	block->first = m->options->is_utf8 ? "\u2022 " : "* ";
	if (p->ordinal > 0) {
		struct str number;

		str_init(&number, 32);
		str_add_format(&number, "%d. ", p->ordinal);
		block->first = arena_copy(m->arena, number.data, number.len);
		str_clear(&number);
	}
	indent(block, m, 2 * (level - 1));
	m->item_cols[level] = block->text_col;
}

/* A paragraph of an item stands under the item's text. */
static void
set_up_paragraph(struct block *block, struct layout_maker *m,
    const struct passage *p)
{
	if (p->level < 1)
		return;
	block->text_col = m->item_cols[get_level(p)];
	if (block->text_col == 0)
		indent(block, m, 2 * get_level(p));
}

static void
set_up_quotation(struct block *block, struct layout_maker *m,
    const struct passage *p)
{
	uint32_t depth = get_level(p);

	if (depth > m->width_cols / 4)
		depth = m->width_cols / 4;
	block->first = block->rest = layout_repeat(m,
	    m->options->is_utf8 ? "\u2502 " : "> ", depth);
	block->text_col = 2 * depth;
}

static void
set_up_heading(struct block *block, struct layout_maker *m,
    const struct passage *p)
{
	(void)m;
	(void)p;
	block->kind = LINE_HEADING;
}

static void
set_up_note(struct block *block, struct layout_maker *m,
    const struct passage *p)
{
	static const char label[] = "Editor's note: ";

	(void)p;
	block->kind = LINE_NOTE;
	indent(block, m, 2);
	flow_add(&m->flow, label, sizeof label - 1, RUN_ADDED);
}

static void (*const set_up[])(struct block *, struct layout_maker *,
    const struct passage *) = {
	[PASSAGE_TITLE] = set_up_heading,
	[PASSAGE_HEADING] = set_up_heading,
	[PASSAGE_PARAGRAPH] = set_up_paragraph,
	[PASSAGE_ITEM] = set_up_item,
	[PASSAGE_QUOTATION] = set_up_quotation,
	[PASSAGE_NOTE] = set_up_note,
};

void
layout_add_text(struct layout_maker *m, uint32_t passage)
{
	const struct passage *p = &m->page->passages[passage];
	struct block block = { .kind = LINE_TEXT, .first = "", .rest = "" };
	uint32_t first = layout_add_sentences(m, passage);
	uint32_t line = m->out->line_count;
	size_t kinds = sizeof set_up / sizeof *set_up;

	flow_reset(&m->flow);
	flow_begin(&m->flow, p, first);
	if ((size_t)p->kind < kinds && set_up[p->kind])
		set_up[p->kind](&block, m, p);
	flow_add_text(&m->flow, p->len);
	add_block(m, passage, &block);
	layout_place_sentences(m->out, first, line);
}

void
layout_add_fold(struct layout_maker *m, uint32_t passage, uint32_t count)
{
	struct block block = { .kind = LINE_FOLD, .first = "", .rest = "" };
	struct sentence none = { 0 };
	uint32_t first = m->out->sentence_count;
	struct str text;

	str_init(&text, 128);
	str_add_text(&text, m->options->is_utf8 ? "\u25B8 " : "+ ");
	if (count == 1)
		str_add_text(&text, "1 graphic passage folded (- shows it)");
	else
		str_add_format(&text,
		    "%u graphic passages folded (- shows them)", count);
	layout_add_sentence(m, passage, &none);
	flow_reset(&m->flow);
	flow_begin(&m->flow, &m->page->passages[passage], first);
	flow_add(&m->flow, arena_copy(m->arena, text.data, text.len), text.len,
	    RUN_ADDED);
	m->flow.pieces[0].sentence = (int32_t)first;
	add_block(m, passage, &block);
	str_clear(&text);
}
