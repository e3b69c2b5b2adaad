/* SPDX-License-Identifier: ISC */
#include "text/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout_private.h"
#include "text/clean.h"
#include "text/wrap.h"

#define NOWHERE UINT32_MAX

enum { WIDEST_COLS = 10000, TAB_COLS = 8 };

/* ---- Lines and runs ---- */

void
layout_add_line(struct layout_maker *m, enum layout_kind kind, int32_t passage)
{
	struct layout *l = m->out;

	if (l->line_count == m->line_cap) {
		m->line_cap = m->line_cap ? m->line_cap * 2 : 128;
		l->lines = mem_resize_array(l->lines, m->line_cap,
		    sizeof *l->lines);
	}
	l->lines[l->line_count++] = (struct layout_line){ .kind = kind,
		.passage = passage,
		.first_run = l->run_count };
}

/* The sentence of a run stands on the last line, too. */
static void
note_sentence(struct layout *l, int32_t index)
{
	struct layout_sentence *s;
	uint32_t line = l->line_count - 1;

	if (index < 0)
		return;
	s = &l->sentences[index];
	if (s->first_line == NOWHERE)
		s->first_line = line;
	s->last_line = line;
}

void
layout_add_run(struct layout_maker *m, const struct layout_run *run)
{
	struct layout *l = m->out;

	if (l->run_count == m->run_cap) {
		m->run_cap = m->run_cap ? m->run_cap * 2 : 256;
		l->runs = mem_resize_array(l->runs, m->run_cap,
		    sizeof *l->runs);
	}
	l->runs[l->run_count++] = *run;
	l->lines[l->line_count - 1].run_count++;
	note_sentence(l, run->sentence);
}

void
layout_add_extra(struct layout_maker *m, uint32_t col, const char *text,
    size_t len)
{
	struct layout_run run = { .text = text,
		.len = (uint32_t)len,
		.cols = (uint16_t)utf8_width_cols(text, len),
		.col = (uint16_t)col,
		.style = RUN_ADDED,
		.sentence = -1,
		.link = -1 };

	if (len > 0)
		layout_add_run(m, &run);
}

/* The first run of a link is where it begins. */
static int32_t
note_link(struct layout *l, int32_t index)
{
	struct layout_link *link;

	if (index < 0)
		return -1;
	link = &l->links[index];
	if (link->run == NOWHERE) {
		link->run = l->run_count;
		link->line = l->line_count - 1;
	}
	return (int32_t)link->link;
}

static uint32_t
add_flow_run(struct layout_maker *m, const struct flow_piece *piece,
    uint32_t from, uint32_t to, uint32_t col)
{
	uint32_t into = from - piece->flat;
	struct layout_run run = { .text = piece->text + into,
		.len = to - from,
		.col = (uint16_t)col,
		.style = piece->style,
		.at = piece->at + (piece->is_verbatim ? into : 0),
		.sentence = piece->sentence };

	run.cols = (uint16_t)utf8_width_cols(run.text, run.len);
	run.link = note_link(m->out, piece->link);
	layout_add_run(m, &run);
	return run.cols;
}

void
layout_add_flow(struct layout_maker *m, const struct flow_line *line,
    uint32_t col)
{
	const struct flow *f = &m->flow;
	uint32_t from = line->from;

	for (uint32_t i = line->piece; from < line->to; i++) {
		const struct flow_piece *piece = &f->pieces[i];
		bool is_last = i + 1 == f->piece_count;
		uint32_t end = is_last || piece[1].flat > line->to ?
		    line->to :
		    piece[1].flat;
		uint32_t shown = end;

		if (end <= from)
			continue;
		/* The space between two sentences is of neither. */
		if (!is_last && piece[1].sentence != piece->sentence) {
			while (shown > from && f->flat.data[shown - 1] == ' ')
				shown--;
		}
		if (shown > from)
			col += add_flow_run(m, piece, from, shown, col);
		col += end - shown;
		from = end;
	}
}

const char *
layout_repeat(struct layout_maker *m, const char *text, uint32_t count)
{
	struct str all;
	const char *copy;

	str_init(&all, 0);
	for (uint32_t i = 0; i < count; i++)
		str_add_text(&all, text);
	copy = arena_copy(m->arena, all.data, all.len);
	str_clear(&all);
	return copy;
}

/* ---- Sentences ---- */

static void
add_sentence(struct layout *l, uint32_t passage, const struct sentence *s)
{
	l->sentences[l->sentence_count++] = (struct layout_sentence){
		.passage = passage,
		.at = s->at,
		.len = s->len,
		.documents = s->documents,
		.origins = s->origins,
		.first_line = NOWHERE,
	};
}

uint32_t
layout_add_sentences(struct layout_maker *m, uint32_t passage)
{
	const struct passage *p = &m->page->passages[passage];
	uint32_t first = m->out->sentence_count;
	struct sentence whole = { .len = p->len };

	if (p->kind == PASSAGE_TITLE || p->kind == PASSAGE_SUMMARY)
		return first;
	for (uint32_t i = 0; i < p->sentence_count; i++)
		add_sentence(m->out, passage, &p->sentences[i]);
	if (p->sentence_count == 0 && p->len > 0 && p->kind != PASSAGE_FIELD)
		add_sentence(m->out, passage, &whole);
	return first;
}

/* What has no text stands where its passage begins. */
static void
place_sentences(struct layout *l, uint32_t first, uint32_t first_line)
{
	uint32_t line = first_line;

	for (; first < l->sentence_count; first++) {
		struct layout_sentence *s = &l->sentences[first];

		if (s->first_line == NOWHERE)
			s->first_line = s->last_line = line;
		line = s->first_line;
	}
}

/* ---- Blocks of text ---- */

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

/* Indentation leaves the text at least half of the width. */
static void
indent(struct block *block, const struct layout_maker *m, uint32_t col)
{
	uint32_t cols = (uint32_t)utf8_width_cols(block->first,
	    strlen(block->first));
	uint32_t most = m->width_cols / 2;

	if (cols >= m->width_cols) {
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

static void
add_text(struct layout_maker *m, uint32_t passage)
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
	place_sentences(m->out, first, line);
}

/* ---- Code ---- */

struct code {
	uint32_t passage;
	int32_t sentence, sentence_end;
	uint32_t indent, col;
};

static void
step_code_sentence(struct layout_maker *m, struct code *c, uint32_t at)
{
	while (c->sentence + 1 < c->sentence_end &&
	    m->out->sentences[c->sentence + 1].at <= at)
		c->sentence++;
}

static void
add_code_line(struct layout_maker *m, struct code *c)
{
	layout_add_line(m, LINE_CODE, (int32_t)c->passage);
	c->col = c->indent;
}

/* Text without tabs, cut where the line is full. */
static void
add_code_text(struct layout_maker *m, struct code *c, const char *text,
    size_t len, uint32_t at, bool is_verbatim)
{
	while (len > 0) {
		struct layout_run run = { .text = text,
			.col = (uint16_t)c->col,
			.style = RUN_CODE,
			.at = at,
			.sentence = c->sentence,
			.link = -1 };
		size_t cols;
		size_t cut = wrap_cut(&cols, text, len, m->width_cols - c->col);

		if (cut == 0 && c->col > c->indent) {
			add_code_line(m, c);
			continue;
		}
		if (cut == 0) {
			cut = utf8_next_grapheme(text, text + len);
			cols = utf8_width_cols(text, cut);
		}
		run.len = (uint32_t)cut;
		run.cols = (uint16_t)cols;
		layout_add_run(m, &run);
		c->col += (uint32_t)cols;
		text += cut;
		len -= cut;
		at += is_verbatim ? (uint32_t)cut : 0;
	}
}

static bool
is_measured(const char *text, size_t len)
{
	size_t step;

	for (; len > 0; text += step, len -= step) {
		step = utf8_next_grapheme(text, text + len);
		if (utf8_cluster_width_cols(text, step) == 0)
			return false;
	}
	return true;
}

/* Text as it is shown, where that is not as it is written. */
static void
add_code_shown(struct layout_maker *m, struct code *c, const char *text,
    size_t len, uint32_t at)
{
	struct str shown;
	size_t step;

	if (clean_is_plain(text, len) ||
	    (m->options->is_utf8 && is_measured(text, len))) {
		add_code_text(m, c, text, len, at, true);
		return;
	}
	str_init(&shown, 0);
	for (; len > 0; text += step, at += (uint32_t)step, len -= step) {
		step = utf8_next_grapheme(text, text + len);
		str_reset(&shown);
		if (!m->options->is_utf8)
			clean_add(&shown, text, step,
			    CLEAN_ASCII | CLEAN_ONE_LINE);
		else if (utf8_cluster_width_cols(text, step) == 0)
			str_add_text(&shown, "\xEF\xBF\xBD");
		else
			str_add(&shown, text, step);
		add_code_text(m, c, arena_copy(m->arena, shown.data, shown.len),
		    shown.len, at, false);
	}
	str_clear(&shown);
}

static void
add_code_row(struct layout_maker *m, struct code *c, const char *text,
    uint32_t at, uint32_t end)
{
	add_code_line(m, c);
	while (at < end) {
		uint32_t from = at, stop = end;
		int32_t next = c->sentence + 1;

		step_code_sentence(m, c, at);
		next = c->sentence + 1;
		if (next < c->sentence_end && m->out->sentences[next].at < stop)
			stop = m->out->sentences[next].at;
		while (at < stop && text[at] != '\t')
			at++;
		if (at > from)
			add_code_shown(m, c, text + from, at - from, from);
		if (at < stop) {
			c->col += TAB_COLS - (c->col - c->indent) % TAB_COLS;
			if (c->col >= m->width_cols)
				add_code_line(m, c);
			at++;
		}
	}
}

static void
add_code(struct layout_maker *m, uint32_t passage)
{
	enum { INDENT_COLS = 4, ROOM_FOR_INDENT = 24 };
	const struct passage *p = &m->page->passages[passage];
	uint32_t first = layout_add_sentences(m, passage);
	uint32_t line = m->out->line_count;
	struct code c = { .passage = passage,
		.sentence = (int32_t)first,
		.sentence_end = (int32_t)m->out->sentence_count,
		.indent = m->width_cols >= ROOM_FOR_INDENT ? INDENT_COLS : 0 };
	uint32_t at = 0;

	if (c.sentence == c.sentence_end)
		c.sentence = -1;
	while (at < p->len) {
		const char *feed = memchr(p->text + at, '\n', p->len - at);
		uint32_t end = feed ? (uint32_t)(feed - p->text) : p->len;

		add_code_row(m, &c, p->text, at, end);
		at = end + 1;
	}
	if (p->len == 0)
		add_code_line(m, &c);
	place_sentences(m->out, first, line);
}

/* ---- Passages ---- */

static bool
is_hidden(const struct layout_maker *m, uint32_t i)
{
	const struct layout_options *o = m->options;
	const struct passage *p = &m->page->passages[i];

	if (!p->is_graphic || p->kind == PASSAGE_TITLE ||
	    o->graphic == GRAPHIC_SHOW)
		return false;
	return !o->is_unfolded || !o->is_unfolded[i];
}

/* Says how many are folded, and why; a place for the cursor. */
static void
add_fold(struct layout_maker *m, uint32_t passage, uint32_t count)
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
	add_sentence(m->out, passage, &none);
	flow_reset(&m->flow);
	flow_begin(&m->flow, &m->page->passages[passage], first);
	flow_add(&m->flow, arena_copy(m->arena, text.data, text.len), text.len,
	    RUN_ADDED);
	m->flow.pieces[0].sentence = (int32_t)first;
	add_block(m, passage, &block);
	str_clear(&text);
}

/* Rows that are one table: a head after its rows begins another. */
static uint32_t
count_rows(const struct layout_maker *m, uint32_t i)
{
	uint32_t count = 1;

	while (i + count < m->page->passage_count) {
		const struct passage *p = &m->page->passages[i + count];

		if (p->kind != PASSAGE_ROW || is_hidden(m, i + count) ||
		    (p->level == 1 && p[-1].level != 1))
			break;
		count++;
	}
	return count;
}

static uint32_t
count_hidden(const struct layout_maker *m, uint32_t i)
{
	uint32_t count = 1;

	while (i + count < m->page->passage_count && is_hidden(m, i + count))
		count++;
	return count;
}

/* Items of one list stand together, and so do the lines of a head. */
static void
add_gap(struct layout_maker *m, uint32_t before, uint32_t i)
{
	const struct passage *a = &m->page->passages[before];
	const struct passage *b = &m->page->passages[i];
	bool are_shown = !is_hidden(m, before) && !is_hidden(m, i);
	bool is_head = a->kind == PASSAGE_TITLE || a->kind == PASSAGE_FIELD;

	if (are_shown &&
	    ((a->kind == PASSAGE_ITEM && b->kind == PASSAGE_ITEM) ||
		(is_head &&
		    (b->kind == PASSAGE_SUMMARY || b->kind == PASSAGE_TITLE ||
			b->kind == PASSAGE_FIELD)) ||
		(a->kind == PASSAGE_SUMMARY && b->kind == PASSAGE_ITEM)))
		return;
	layout_add_line(m, LINE_BLANK, -1);
	if (are_shown && a->kind == PASSAGE_QUOTATION &&
	    b->kind == PASSAGE_QUOTATION && m->width_cols >= 4)
		layout_add_extra(m, 0, m->options->is_utf8 ? "\u2502" : ">",
		    m->options->is_utf8 ? 3 : 1);
}

static uint32_t
add_passages(struct layout_maker *m, uint32_t i)
{
	const struct passage *p = &m->page->passages[i];
	uint32_t count = 1;

	if (is_hidden(m, i)) {
		count = count_hidden(m, i);
		m->out->folded += count;
		add_fold(m, i, count);
	} else if (p->kind == PASSAGE_ROW) {
		uint32_t first = m->out->sentence_count;
		uint32_t line = m->out->line_count;

		count = count_rows(m, i);
		layout_add_table(m, i, count);
		place_sentences(m->out, first, line);
	} else if (p->kind == PASSAGE_CODE) {
		add_code(m, i);
	} else {
		add_text(m, i);
	}
	return count;
}

/* ---- The page ---- */

/* There are never more sentences and links than these. */
static void
make_room(struct layout_maker *m)
{
	size_t sentences = 0, links = 0;

	for (uint32_t i = 0; i < m->page->passage_count; i++) {
		const struct passage *p = &m->page->passages[i];

		sentences += (size_t)p->sentence_count + 1;
		for (uint32_t j = 0; j < p->span_count; j++)
			links += p->spans[j].kind == SPAN_LINK;
	}
	m->out->sentences = arena_alloc_array(m->arena, sentences,
	    sizeof *m->out->sentences);
	m->out->links = arena_alloc_array(m->arena, links,
	    sizeof *m->out->links);
}

static void *
move(struct arena *arena, void *items, uint32_t count, size_t size_bytes)
{
	void *moved = arena_alloc(arena, count * size_bytes);

	if (count > 0)
		memcpy(moved, items, count * size_bytes);
	free(items);
	return moved;
}

/* Links without text cannot be selected. */
static void
drop_unseen_links(struct layout *l)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < l->link_count; i++) {
		if (l->links[i].run != NOWHERE)
			l->links[kept++] = l->links[i];
	}
	l->link_count = kept;
}

void
layout_page(struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena)
{
	struct layout_maker m = { .out = out,
		.page = page,
		.options = options,
		.arena = arena };
	uint32_t before = NOWHERE;

	*out = (struct layout){ 0 };
	m.width_cols = options->width_cols < 1 ? 1 :
	    options->width_cols > WIDEST_COLS  ? WIDEST_COLS :
						 (uint32_t)options->width_cols;
	flow_init(&m.flow, page, options, out, arena);
	make_room(&m);
	for (uint32_t i = 0; i < page->passage_count;) {
		if (options->graphic == GRAPHIC_SKIP && is_hidden(&m, i)) {
			out->folded++;
			i++;
			continue;
		}
		if (before != NOWHERE)
			add_gap(&m, before, i);
		i += add_passages(&m, i);
		before = i - 1;
	}
	flow_clear(&m.flow);
	out->lines = move(arena, out->lines, out->line_count,
	    sizeof *out->lines);
	out->runs = move(arena, out->runs, out->run_count, sizeof *out->runs);
	drop_unseen_links(out);
}

int32_t
layout_find_sentence(const struct layout *l, uint32_t passage, uint32_t at)
{
	uint32_t low = 0, high = l->sentence_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct layout_sentence *s = &l->sentences[middle];

		if (s->passage < passage ||
		    (s->passage == passage && s->at <= at))
			low = middle + 1;
		else
			high = middle;
	}
	if (l->sentence_count == 0)
		return -1;
	return low > 0 ? (int32_t)low - 1 : 0;
}

int32_t
layout_find_on_line(const struct layout *l, uint32_t line)
{
	for (uint32_t i = 0; i < l->sentence_count; i++) {
		if (l->sentences[i].last_line >= line)
			return (int32_t)i;
	}
	return -1;
}
