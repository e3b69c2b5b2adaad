/* SPDX-License-Identifier: ISC */
#include "layout_private.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"
#include "text/wrap.h"

/* Preformatted text: cut where a line is full, its tabs as columns. */
enum { TAB_COLS = 8 };

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

/*
 * Text without tabs, cut where the line is full: it stands for the bytes
 * from `at` to `end`.
 */
static void
add_code_text(struct layout_maker *m, struct code *c, const char *text,
    size_t len, uint32_t at, uint32_t end, bool is_verbatim)
{
	const char *first = text;

	while (len > 0) {
		struct layout_run run = { .text = text,
			.style = RUN_CODE,
			.is_verbatim = is_verbatim,
			.at = at,
			.end = end,
			.into = is_verbatim ? 0 : (uint32_t)(text - first),
			.sentence = c->sentence,
			.link = -1 };
		size_t cols, cut;

		if (c->col >= m->width_cols)
			add_code_line(m, c);
		cut = wrap_cut(&cols, text, len, m->width_cols - c->col);
		if (cut == 0 && c->col > c->indent) {
			add_code_line(m, c);
			continue;
		}
		if (cut == 0) {
			cut = utf8_next_grapheme(text, text + len);
			cols = utf8_width_cols(text, cut);
		}
		run.col = (uint16_t)c->col;
		run.len = (uint32_t)cut;
		if (is_verbatim)
			run.end = at + run.len;
		run.cols = (uint16_t)cols;
		layout_add_run(m, &run);
		c->col += (uint32_t)cols;
		text += cut;
		len -= cut;
		at += is_verbatim ? (uint32_t)cut : 0;
	}
}

/* Text as it is shown, where that is not as it is written. */
static void
add_code_shown(struct layout_maker *m, struct code *c, const char *text,
    size_t len, uint32_t at)
{
	struct str shown;
	size_t step;

	if (m->options->is_utf8 || clean_is_plain(text, len)) {
		add_code_text(m, c, text, len, at, at + (uint32_t)len, true);
		return;
	}
	str_init(&shown, 0);
	for (; len > 0; text += step, at += (uint32_t)step, len -= step) {
		step = utf8_next_grapheme(text, text + len);
		str_reset(&shown);
		clean_add(&shown, text, step, CLEAN_ASCII | CLEAN_ONE_LINE);
		add_code_text(m, c, arena_copy(m->arena, shown.data, shown.len),
		    shown.len, at, at + (uint32_t)step, false);
	}
	str_clear(&shown);
}

/* The end of the cluster that a place lies in, from `from` on. */
static uint32_t
find_cluster_end(const char *text, uint32_t from, uint32_t at, uint32_t end)
{
	while (from < at)
		from += (uint32_t)utf8_next_grapheme(text + from, text + end);
	return from;
}

static void
add_code_row(struct layout_maker *m, struct code *c, const char *text,
    uint32_t at, uint32_t end)
{
	add_code_line(m, c);
	while (at < end) {
		uint32_t from = at, stop = end;
		int32_t next;

		step_code_sentence(m, c, at);
		next = c->sentence + 1;
		if (next < c->sentence_end && m->out->sentences[next].at < stop)
			stop = m->out->sentences[next].at;
		while (at < stop && text[at] != '\t')
			at++;
		if (at == stop && stop < end)
			at = find_cluster_end(text, from, at, end);
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

void
layout_add_code(struct layout_maker *m, uint32_t passage)
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
	layout_place_sentences(m->out, first, line);
}
