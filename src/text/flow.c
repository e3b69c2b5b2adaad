/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * The spans of a passage are walked once, in order.  Each step goes to the
 * next place where something begins or ends, moved to the end of the cluster
 * it may fall into, so that no piece begins inside one.
 */

#define NOWHERE UINT32_MAX

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

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

static struct flow_piece *
add_piece(struct flow *f, const char *shown, const char *flat, size_t len)
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
		.sentence = f->sentence,
		.link = -1 };
	str_add(&f->flat, flat, len);
	return piece;
}

/* ---- The passage's own bytes ---- */

static void
style_piece(struct flow_piece *piece, const struct flow *f)
{
	for (unsigned i = 0; i < f->open_count; i++) {
		piece->style |= f->open[i].style;
		if (f->open[i].link >= 0)
			piece->link = f->open[i].link;
	}
}

static void
add_bytes(struct flow *f, uint32_t from, uint32_t to)
{
	struct flow_piece *piece;
	const char *text = f->passage->text + from;

	if (from == to)
		return;
	piece = add_piece(f, text, text, to - from);
	piece->at = from;
	piece->is_verbatim = true;
	style_piece(piece, f);
}

/* What is shown in place of the bytes from `at` on. */
static void
add_instead(struct flow *f, uint32_t at, const char *shown, size_t len)
{
	struct flow_piece *piece;

	if (len == 0)
		return;
	piece = add_piece(f, shown, shown, len);
	piece->at = at;
	style_piece(piece, f);
}

/*
 * Tabs become spaces; a cluster without a width, which the canvas shows as
 * a replacement, is one from here on, or lines would be measured too short.
 */
static void
add_clusters(struct flow *f, uint32_t from, uint32_t to)
{
	const char *text = f->passage->text;
	uint32_t start = from;
	size_t len;

	for (uint32_t at = from; at < to; at += (uint32_t)len) {
		unsigned char c = (unsigned char)text[at];

		len = 1;
		if (c >= 0x20 && c < 0x80 &&
		    (at + 1 == to || (unsigned char)text[at + 1] < 0x80))
			continue;
		len = utf8_next_grapheme(text + at, text + to);
		if (c != '\t' && utf8_cluster_width_cols(text + at, len) > 0)
			continue;
		add_bytes(f, start, at);
		start = at + (uint32_t)len;
		if (c == '\t')
			add_instead(f, at, " ", 1);
		else
			add_instead(f, at, replacement, 3);
	}
	add_bytes(f, start, to);
}

static uint32_t
find_word_end(const char *text, uint32_t at, uint32_t to)
{
	while (
	    at < to && text[at] != ' ' && text[at] != '\t' && text[at] != '\n')
		at++;
	return at;
}

/* Word by word, so that a run's place in the text is known to a word. */
static void
add_transliterated(struct flow *f, uint32_t from, uint32_t to)
{
	const char *text = f->passage->text;
	uint32_t at = from, end;
	struct str word;

	str_init(&word, 0);
	for (; at < to; at = end) {
		if (text[at] == ' ' || text[at] == '\n') {
			end = at + 1;
			add_bytes(f, at, end);
			continue;
		}
		if (text[at] == '\t') {
			end = at + 1;
			add_instead(f, at, " ", 1);
			continue;
		}
		end = find_word_end(text, at, to);
		if (clean_is_plain(text + at, end - at)) {
			add_bytes(f, at, end);
			continue;
		}
		str_reset(&word);
		clean_add(&word, text + at, end - at,
		    CLEAN_ASCII | CLEAN_ONE_LINE);
		add_instead(f, at, arena_copy(f->arena, word.data, word.len),
		    word.len);
	}
	str_clear(&word);
}

static void
add_chunk(struct flow *f, uint32_t from, uint32_t to)
{
	if (clean_is_plain(f->passage->text + from, to - from))
		add_bytes(f, from, to);
	else if (f->options->is_utf8)
		add_clusters(f, from, to);
	else
		add_transliterated(f, from, to);
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
		piece = add_piece(f, arena_copy(f->arena, mark.data, mark.len),
		    mark.data, mark.len);
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
		piece = add_piece(f, sign, flat, sizeof sign - 1);
	else
		piece = add_piece(f, " !=", "_!=", 3);
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
		add_chunk(f, f->at, next);
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
	struct flow_piece *piece = add_piece(f, shown, shown, len);

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
	add_chunk(f, from, to);
	for (; first < f->piece_count; first++) {
		f->pieces[first].style = RUN_ADDED;
		f->pieces[first].at = kept.at;
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
		*add_piece(f, piece.text, flat.data, flat.len) = piece;
	}
	str_clear(&flat);
}

/* ---- Lines ---- */

/* Columns as the canvas takes them, piece by piece. */
static size_t
measure(const struct flow *f, uint32_t piece, uint32_t from, uint32_t to)
{
	size_t cols = 0;

	for (; from < to; piece++) {
		uint32_t end = to;

		if (piece + 1 < f->piece_count)
			end = get_nearer(end, f->pieces[piece + 1].flat);
		if (end <= from)
			continue;
		cols += utf8_width_cols(f->flat.data + from, end - from);
		from = end;
	}
	return cols;
}

/*
 * Text that clusters with what follows it in the flat text, though not on
 * the screen, is broken with less room until it fits.
 */
static bool
wrap(struct wrap_line *line, size_t *cols, const struct flow_part *part,
    const struct flow *f, size_t width_cols, size_t *next)
{
	const char *text = f->flat.data + part->from;
	size_t limit = width_cols;

	for (;;) {
		*next = part->at;
		if (!wrap_next_line(line, next, text, part->to - part->from,
			limit))
			return false;
		*cols = line->width_cols;
		if (line->width_cols != line->len)
			*cols = measure(f, part->piece,
			    part->from + (uint32_t)line->at,
			    part->from + (uint32_t)(line->at + line->len));
		if (*cols <= width_cols || limit <= 1)
			return true;
		limit = limit > *cols - width_cols ?
		    limit - (*cols - width_cols) :
		    1;
	}
}

/* The mark that begins at a place in the flat text, or NULL. */
static const struct flow_piece *
find_mark(const struct flow *f, uint32_t piece, uint32_t flat)
{
	while (piece < f->piece_count && f->pieces[piece].flat < flat)
		piece++;
	if (piece < f->piece_count && f->pieces[piece].flat == flat &&
	    f->pieces[piece].style & RUN_MARK)
		return &f->pieces[piece];
	return NULL;
}

/* Where the last cluster of a text begins. */
static size_t
find_last_cluster(const char *text, size_t len)
{
	size_t at = 0, step;

	if ((unsigned char)text[len - 1] < 0x80)
		return len - 1;
	while ((step = utf8_next_grapheme(text + at, text + len)) < len - at)
		at += step;
	return at;
}

/* A word cut right before its mark gives it company. */
static void
keep_mark(struct wrap_line *line, size_t *cols, size_t *next,
    const struct flow_part *part, const struct flow *f, size_t width_cols)
{
	const char *text = f->flat.data + part->from + line->at;
	const struct flow_piece *mark;
	size_t last, of_last, len;

	if (line->at + line->len != *next || line->len < 2 ||
	    part->from + *next >= part->to)
		return;
	mark = find_mark(f, part->piece, part->from + (uint32_t)*next);
	if (!mark)
		return;
	len = mark + 1 < f->pieces + f->piece_count ?
	    mark[1].flat - mark->flat :
	    f->flat.len - mark->flat;
	last = find_last_cluster(text, line->len);
	of_last = utf8_width_cols(text + last, line->len - last);
	if (last == 0 || of_last >= *cols || of_last + len > width_cols)
		return;
	line->len = last;
	*cols -= of_last;
	*next = line->at + last;
}

bool
flow_next_line(struct flow_line *line, struct flow_part *part,
    const struct flow *f, uint32_t width_cols)
{
	struct wrap_line found;
	size_t next, cols;

	if (!wrap(&found, &cols, part, f, width_cols, &next))
		return false;
	keep_mark(&found, &cols, &next, part, f, width_cols);
	*line = (struct flow_line){ .from = part->from + (uint32_t)found.at,
		.to = part->from + (uint32_t)(found.at + found.len),
		.cols = (uint32_t)cols,
		.piece = part->piece };
	part->at = next;
	while (part->piece + 1 < f->piece_count &&
	    f->pieces[part->piece + 1].flat <= part->from + next)
		part->piece++;
	return true;
}
