/* SPDX-License-Identifier: ISC */
#include "text/layout.h"

#include <stdlib.h>
#include <string.h>

#include "layout_private.h"

enum { WIDEST_COLS = 10000 };

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

/* A note counts with the passage that it is on. */
static uint32_t
count_told(const struct layout_maker *m, uint32_t i, uint32_t count)
{
	const struct passage *p = m->page->passages;
	uint32_t told = 0;

	for (uint32_t end = i + count; i < end; i++)
		told += p[i].kind != PASSAGE_NOTE || i == 0 ||
		    !is_hidden(m, i - 1);
	return told;
}

/* Items of one list stand together, and so do the lines of a head. */
static void
add_gap(struct layout_maker *m, uint32_t before, uint32_t i)
{
	const struct passage *a = &m->page->passages[before];
	const struct passage *b = &m->page->passages[i];
	bool are_shown = !is_hidden(m, before) && !is_hidden(m, i);

	if (are_shown &&
	    ((a->kind == PASSAGE_ITEM && b->kind == PASSAGE_ITEM) ||
		(a->kind == PASSAGE_TITLE && b->kind == PASSAGE_SUMMARY) ||
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
		m->out->folded += count_told(m, i, count);
		layout_add_fold(m, i, count_told(m, i, count));
	} else if (p->kind == PASSAGE_ROW) {
		uint32_t first = m->out->sentence_count;
		uint32_t line = m->out->line_count;

		count = count_rows(m, i);
		layout_add_table(m, i, count);
		layout_place_sentences(m->out, first, line);
	} else if (p->kind == PASSAGE_CODE) {
		layout_add_code(m, i);
	} else {
		layout_add_text(m, i);
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
		if (l->links[i].run != LAYOUT_NOWHERE)
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
	uint32_t before = LAYOUT_NOWHERE;

	*out = (struct layout){ 0 };
	m.width_cols = options->width_cols < 1 ? 1 :
	    options->width_cols > WIDEST_COLS  ? WIDEST_COLS :
						 (uint32_t)options->width_cols;
	flow_init(&m.flow, page, options, out, arena);
	make_room(&m);
	for (uint32_t i = 0; i < page->passage_count;) {
		if (options->graphic == GRAPHIC_SKIP && is_hidden(&m, i)) {
			out->folded += count_told(&m, i, 1);
			i++;
			continue;
		}
		if (before != LAYOUT_NOWHERE)
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
