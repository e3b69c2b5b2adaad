/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/*
 * The spans of a passage are walked once, in order.  Each step goes to the
 * next place where something begins or ends, moved to the end of the cluster
 * it may fall into, so that no piece begins inside one.
 */

#define NOWHERE UINT32_MAX

void
flow_init(struct flow *f, const struct page *page,
    const struct layout_options *options, struct layout *layout,
    struct arena *arena)
{
	*f = (struct flow){ .page = page,
		.options = options,
		.layout = layout,
		.arena = arena };
	str_init(&f->flat, 0);
}

void
flow_clear(struct flow *f)
{
	str_clear(&f->flat);
	free(f->pieces);
}

void
flow_reset(struct flow *f)
{
	str_reset(&f->flat);
	f->piece_count = 0;
}

struct flow_piece *
flow_add_piece(struct flow *f, const char *shown, const char *flat, size_t len)
{
	struct flow_piece *piece;

	if (f->piece_count == f->piece_cap) {
		f->piece_cap = f->piece_cap ? f->piece_cap * 2 : 64;
		f->pieces = mem_resize_array(f->pieces, f->piece_cap,
		    sizeof *f->pieces);
	}
	piece = &f->pieces[f->piece_count++];
	*piece = (struct flow_piece){ .flat = (uint32_t)f->flat.len,
		.text = shown,
		.at = f->at,
		.end = f->at,
		.sentence = f->sentence,
		.link = -1 };
	str_add(&f->flat, flat, len);
	return piece;
}

/* ---- Spans ---- */

static void
close_spans(struct flow *f)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < f->open_count; i++) {
		if (f->open[i].end > f->at)
			f->open[kept++] = f->open[i];
	}
	f->open_count = kept;
}

/* The sentence that text at f->at belongs to, which may begin there. */
static int32_t
find_sentence_here(const struct flow *f)
{
	int32_t next = f->sentence + 1;

	if (f->sentence < 0)
		return -1;
	while (next < f->sentence_end && f->layout->sentences[next].at <= f->at)
		next++;
	return next - 1;
}

static void
open_link(struct flow *f, struct flow_open *open, const struct span *span)
{
	struct layout *l = f->layout;
	int32_t sentence = find_sentence_here(f);

	if (span->target >= f->page->link_count)
		return;
	open->style = RUN_LINK;
	open->link = (int32_t)l->link_count;
	l->links[l->link_count++] = (struct layout_link){
		.link = span->target,
		.run = NOWHERE,
		.sentence = sentence,
	};
	if (sentence >= 0 && f->options->is_disputed &&
	    f->options->is_disputed[span->target])
		f->sign_at = l->sentences[sentence].at +
		    l->sentences[sentence].len;
}

static void
open_span(struct flow *f, const struct span *span)
{
	static const uint16_t styles[] = {
		[SPAN_EMPHASIS] = RUN_EMPHASIS,
		[SPAN_STRONG] = RUN_STRONG,
		[SPAN_CODE] = RUN_CODE,
	};
	struct flow_open *open = &f->open[f->open_count];
	uint32_t rest = f->passage->len - span->at;

	if (f->open_count == FLOW_OPEN_SPANS || span->len == 0)
		return;
	*open = (struct flow_open){ .link = -1,
		.end = span->at + (span->len < rest ? span->len : rest) };
	if (open->end <= f->at)
		return;
	if (span->kind == SPAN_LINK)
		open_link(f, open, span);
	else
		open->style = styles[span->kind];
	f->open_count++;
}

static void
open_spans(struct flow *f)
{
	const struct passage *p = f->passage;

	while (f->next_span < p->span_count &&
	    p->spans[f->next_span].at <= f->at) {
		if (p->spans[f->next_span].kind != SPAN_CITATION)
			open_span(f, &p->spans[f->next_span]);
		f->next_span++;
	}
}

static void
add_number(struct str *out, uint32_t number)
{
	char digits[10];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	str_add(out, digits + at, sizeof digits - at);
}

/* A mark belongs to the sentence before it, unless that ended before. */
static int32_t
find_marked_sentence(const struct flow *f)
{
	const struct layout_sentence *s;

	if (f->sentence < 0)
		return -1;
	s = &f->layout->sentences[f->sentence];
	return s->at + s->len < f->at ? find_sentence_here(f) : f->sentence;
}

/* All marks that stand here, as one: "[1,2]". */
static void
add_marks(struct flow *f)
{
	const struct passage *p = f->passage;
	uint32_t last = 0;
	struct str mark;
	struct flow_piece *piece;

	str_init(&mark, 0);
	for (uint32_t i = f->next_span;
	     i < p->span_count && p->spans[i].at <= f->at; i++) {
		const struct span *span = &p->spans[i];
		uint32_t number;

		if (span->kind != SPAN_CITATION ||
		    span->target >= f->page->citation_count)
			continue;
		number = f->page->citations[span->target].number;
		if (mark.len > 0 && number == last)
			continue;
		str_add_char(&mark, mark.len > 0 ? ',' : '[');
		add_number(&mark, number);
		last = number;
	}
	if (mark.len > 0) {
		str_add_char(&mark, ']');
		piece = flow_add_piece(f,
		    arena_copy(f->arena, mark.data, mark.len), mark.data,
		    mark.len);
		piece->style = RUN_MARK;
		piece->sentence = find_marked_sentence(f);
	}
	str_clear(&mark);
}

/* The space of the sign holds: in the flat text it is none. */
static void
add_sign(struct flow *f)
{
	static const char sign[] = " \u2260", flat[] = "_\u2260";
	struct flow_piece *piece;

	if (f->at < f->sign_at)
		return;
	f->sign_at = NOWHERE;
	if (f->options->is_utf8)
		piece = flow_add_piece(f, sign, flat, sizeof sign - 1);
	else
		piece = flow_add_piece(f, " !=", "_!=", 3);
	piece->style = RUN_DISPUTED;
}

/* ---- Steps through a passage ---- */

void
flow_begin(struct flow *f, const struct passage *p, uint32_t first_sentence)
{
	f->passage = p;
	f->at = 0;
	f->next_span = 0;
	f->open_count = 0;
	f->sign_at = NOWHERE;
	f->first_sentence = (int32_t)first_sentence;
	f->sentence_end = (int32_t)f->layout->sentence_count;
	f->sentence = f->first_sentence < f->sentence_end ? f->first_sentence :
							    -1;
}

static uint32_t
get_nearer(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The next place, at most `to`, where something begins or ends. */
static uint32_t
find_next(const struct flow *f, uint32_t to)
{
	const struct passage *p = f->passage;
	int32_t next = f->sentence + 1;

	to = get_nearer(to, f->sign_at);
	if (f->next_span < p->span_count)
		to = get_nearer(to, p->spans[f->next_span].at);
	if (f->sentence >= 0 && next < f->sentence_end)
		to = get_nearer(to, f->layout->sentences[next].at);
	for (unsigned i = 0; i < f->open_count; i++)
		to = get_nearer(to, f->open[i].end);
	return to;
}

/* The end of the cluster that `at` lies in, from f->at on; at most end. */
static uint32_t
find_cluster_end(const struct flow *f, uint32_t at, uint32_t end)
{
	const char *text = f->passage->text;
	uint32_t i = f->at;

	if (at == end ||
	    (at > i && (unsigned char)text[at - 1] < 0x80 &&
		(unsigned char)text[at] < 0x80))
		return at;
	while (i < at)
		i += (uint32_t)utf8_next_grapheme(text + i, text + end);
	return i;
}

void
flow_add_text(struct flow *f, uint32_t to)
{
	for (;;) {
		uint32_t next;

		close_spans(f);
		add_marks(f);
		add_sign(f);
		open_spans(f);
		f->sentence = find_sentence_here(f);
		if (f->at >= to)
			return;
		next = find_cluster_end(f, find_next(f, to), to);
		flow_add_chunk(f, f->at, next);
		f->at = next;
	}
}

void
flow_skip(struct flow *f, uint32_t to)
{
	if (to > f->at)
		f->at = to;
}

void
flow_add(struct flow *f, const char *shown, size_t len, uint16_t style)
{
	struct flow_piece *piece = flow_add_piece(f, shown, shown, len);

	piece->style = style;
	piece->sentence = -1;
}

void
flow_add_label(struct flow *f, const struct passage *p, uint32_t from,
    uint32_t to)
{
	struct flow kept = *f;
	uint32_t first = f->piece_count;

	f->passage = p;
	f->sentence = -1;
	f->open_count = 0;
	flow_add_chunk(f, from, to);
	for (; first < f->piece_count; first++) {
		f->pieces[first].style = RUN_ADDED;
		f->pieces[first].at = f->pieces[first].end = kept.at;
		f->pieces[first].is_verbatim = false;
	}
	f->passage = kept.passage;
	f->sentence = kept.sentence;
	memcpy(f->open, kept.open, sizeof f->open);
	f->open_count = kept.open_count;
}

void
flow_repeat(struct flow *f, const struct flow_part *part)
{
	struct str flat;

	str_init(&flat, 0);
	for (uint32_t i = part->piece; i < f->piece_count; i++) {
		struct flow_piece piece = f->pieces[i];
		size_t end = part->to;

		if (piece.flat >= part->to)
			break;
		if (i + 1 < f->piece_count && f->pieces[i + 1].flat < end)
			end = f->pieces[i + 1].flat;
		str_reset(&flat);
		str_add(&flat, f->flat.data + piece.flat, end - piece.flat);
		piece.flat = (uint32_t)f->flat.len;
		*flow_add_piece(f, piece.text, flat.data, flat.len) = piece;
	}
	str_clear(&flat);
}
