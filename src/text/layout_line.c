/* SPDX-License-Identifier: ISC */
#include "layout_private.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

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
	if (s->first_line == LAYOUT_NOWHERE)
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
	if (link->run == LAYOUT_NOWHERE) {
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
		.is_verbatim = piece->is_verbatim,
		.at = piece->at,
		.end = piece->end,
		.into = into,
		.sentence = piece->sentence };

	if (piece->is_verbatim) {
		run.at += into;
		run.end = run.at + run.len;
		run.into = 0;
	}
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

void
layout_add_sentence(struct layout_maker *m, uint32_t passage,
    const struct sentence *s)
{
	struct layout *l = m->out;

	l->sentences[l->sentence_count++] = (struct layout_sentence){
		.passage = passage,
		.at = s->at,
		.len = s->len,
		.documents = s->documents,
		.origins = s->origins,
		.first_line = LAYOUT_NOWHERE,
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
		layout_add_sentence(m, passage, &p->sentences[i]);
	if (p->sentence_count == 0 && p->len > 0 && p->kind != PASSAGE_FIELD)
		layout_add_sentence(m, passage, &whole);
	return first;
}

void
layout_place_sentences(struct layout *l, uint32_t first, uint32_t first_line)
{
	uint32_t line = first_line;

	for (; first < l->sentence_count; first++) {
		struct layout_sentence *s = &l->sentences[first];

		if (s->first_line == LAYOUT_NOWHERE)
			s->first_line = s->last_line = line;
		line = s->first_line;
	}
}
