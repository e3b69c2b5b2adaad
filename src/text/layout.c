/* SPDX-License-Identifier: ISC */
#include "text/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout_private.h"

enum { WIDEST_COLS = 10000, ROWS_AT_ONCE = 128 };

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

/* Rows are one table: a head after its rows begins another. */
static bool
is_next_row(const struct layout_maker *m, uint32_t i)
{
	const struct passage *p = &m->page->passages[i];

	return p->kind == PASSAGE_ROW && !is_hidden(m, i) &&
	    (p->level != 1 || p[-1].level == 1);
}

static uint32_t
count_rows(const struct layout_maker *m, uint32_t i, uint32_t end)
{
	uint32_t count = 1;

	while (i + count < end && count < ROWS_AT_ONCE &&
	    is_next_row(m, i + count))
		count++;
	return count;
}

static uint32_t
count_hidden(const struct layout_maker *m, uint32_t i, uint32_t end)
{
	uint32_t count = 1;

	while (i + count < end && is_hidden(m, i + count))
		count++;
	return count;
}

/* How many passages are laid out together. */
static uint32_t
count_together(const struct layout_maker *m, uint32_t i, uint32_t end)
{
	if (is_hidden(m, i))
		return m->options->graphic == GRAPHIC_SKIP ?
		    1 :
		    count_hidden(m, i, end);
	if (m->page->passages[i].kind == PASSAGE_ROW)
		return count_rows(m, i, end);
	return 1;
}

/* Whether one that follows may belong to them. */
static bool
may_go_on(const struct layout_maker *m, uint32_t i, uint32_t count)
{
	if (is_hidden(m, i))
		return m->options->graphic != GRAPHIC_SKIP;
	return m->page->passages[i].kind == PASSAGE_ROW && count < ROWS_AT_ONCE;
}

static bool
is_continued(const struct layout_maker *m, uint32_t i)
{
	return i > 0 && m->table.end == i && is_next_row(m, i);
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

/* "See also:" */
static bool
leads_to_items(const struct passage *a)
{
	return (a->kind == PASSAGE_PARAGRAPH || a->kind == PASSAGE_SUMMARY) &&
	    a->len > 0 && a->text[a->len - 1] == ':';
}

/*
 * Items of one list stand together, with the line that leads to them, and so
 * do the lines of a head.
 */
static void
add_gap(struct layout_maker *m, uint32_t before, uint32_t i)
{
	const struct passage *a = &m->page->passages[before];
	const struct passage *b = &m->page->passages[i];
	bool are_shown = !is_hidden(m, before) && !is_hidden(m, i);

	if (are_shown &&
	    ((a->kind == PASSAGE_ITEM && b->kind == PASSAGE_ITEM) ||
		(a->kind == PASSAGE_TITLE && b->kind == PASSAGE_SUMMARY) ||
		(leads_to_items(a) && b->kind == PASSAGE_ITEM)))
		return;
	layout_add_line(m, LINE_BLANK, -1);
	if (are_shown && a->kind == PASSAGE_QUOTATION &&
	    b->kind == PASSAGE_QUOTATION && m->width_cols >= 4)
		layout_add_extra(m, 0, m->options->is_utf8 ? "\u2502" : ">",
		    m->options->is_utf8 ? 3 : 1);
}

static void
add_table(struct layout_maker *m, uint32_t i, uint32_t count)
{
	uint32_t first = m->out->sentence_count;
	uint32_t line = m->out->line_count;

	layout_add_table(m, i, count, is_continued(m, i));
	m->table.end = count == ROWS_AT_ONCE ? i + count : 0;
	layout_place_sentences(m->out, first, line);
}

static void
add_passages(struct layout_maker *m, uint32_t i, uint32_t count)
{
	const struct passage *p = &m->page->passages[i];

	if (is_hidden(m, i)) {
		m->out->folded += count_told(m, i, count);
		layout_add_fold(m, i, count_told(m, i, count));
	} else if (p->kind == PASSAGE_ROW) {
		add_table(m, i, count);
	} else if (p->kind == PASSAGE_CODE) {
		layout_add_code(m, i);
	} else {
		layout_add_text(m, i);
	}
}

/* ---- The page ---- */

static void *
make_larger(void *items, uint32_t *cap, uint32_t count, size_t size_bytes)
{
	if (count <= *cap)
		return items;
	while (*cap < count)
		*cap = *cap ? 2 * *cap : 64;
	return mem_resize_array(items, *cap, size_bytes);
}

/* The passages never have more sentences and links than these. */
static void
make_room(struct layout_maker *m, uint32_t i, uint32_t count)
{
	struct layout *l = m->out;
	uint32_t sentences = l->sentence_count, links = l->link_count;

	for (uint32_t end = i + count; i < end; i++) {
		const struct passage *p = &m->page->passages[i];

		sentences += p->sentence_count + 1;
		for (uint32_t j = 0; j < p->span_count; j++)
			links += p->spans[j].kind == SPAN_LINK;
	}
	l->sentences = make_larger(l->sentences, &m->sentence_cap, sentences,
	    sizeof *l->sentences);
	l->links = make_larger(l->links, &m->link_cap, links, sizeof *l->links);
}

/* Links without text, from `first` on, cannot be selected. */
static void
drop_unseen_links(struct layout *l, uint32_t first)
{
	uint32_t kept = first;

	for (uint32_t i = first; i < l->link_count; i++) {
		if (l->links[i].run != LAYOUT_NOWHERE)
			l->links[kept++] = l->links[i];
	}
	l->link_count = kept;
}

static void
begin(struct layout_maker *m, struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena)
{
	*m = (struct layout_maker){ .out = out,
		.page = page,
		.options = options,
		.arena = arena,
		.before = LAYOUT_NOWHERE };
	*out = (struct layout){ 0 };
	m->width_cols = options->width_cols < 1 ? 1 :
	    options->width_cols > WIDEST_COLS   ? WIDEST_COLS :
						  (uint32_t)options->width_cols;
	flow_init(&m->flow, page, options, out, arena);
}

/* The next passages up to end; false where more have to be known first. */
static bool
add_next(struct layout_maker *m, uint32_t end, bool is_all)
{
	uint32_t i = m->next;
	uint32_t count = count_together(m, i, end);
	uint32_t first_link = m->out->link_count;

	if (i + count == end && !is_all && may_go_on(m, i, count))
		return false;
	m->next = i + count;
	if (m->options->graphic == GRAPHIC_SKIP && is_hidden(m, i)) {
		m->out->folded += count_told(m, i, 1);
		return true;
	}
	if (m->before != LAYOUT_NOWHERE && !is_continued(m, i))
		add_gap(m, m->before, i);
	make_room(m, i, count);
	add_passages(m, i, count);
	drop_unseen_links(m->out, first_link);
	m->before = m->next - 1;
	return true;
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

void
layout_page(struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena)
{
	struct layout_maker m;

	begin(&m, out, page, options, arena);
	while (m.next < page->passage_count)
		add_next(&m, page->passage_count, true);
	flow_clear(&m.flow);
	out->lines = move(arena, out->lines, out->line_count,
	    sizeof *out->lines);
	out->runs = move(arena, out->runs, out->run_count, sizeof *out->runs);
	out->sentences = move(arena, out->sentences, out->sentence_count,
	    sizeof *out->sentences);
	out->links = move(arena, out->links, out->link_count,
	    sizeof *out->links);
}

/* ---- Part by part ---- */

struct layout_maker *
layout_begin(struct layout *out, const struct page *page,
    const struct layout_options *options, struct arena *arena)
{
	struct layout_maker *m = mem_alloc_array(1, sizeof *m);

	begin(m, out, page, options, arena);
	return m;
}

uint32_t
layout_continue(struct layout_maker *m, uint32_t end, bool is_all)
{
	while (m->next < end && add_next(m, end, is_all))
		continue;
	return m->next;
}

void
layout_end(struct layout_maker *m)
{
	if (!m)
		return;
	flow_clear(&m->flow);
	free(m->out->lines);
	free(m->out->runs);
	free(m->out->sentences);
	free(m->out->links);
	*m->out = (struct layout){ 0 };
	free(m);
}

/* ---- What is found there ---- */

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
