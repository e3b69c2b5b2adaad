/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include "text/clean.h"

/* The passage's own bytes, as they are shown. */

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
	piece = flow_add_piece(f, text, text, to - from);
	piece->at = from;
	piece->end = to;
	piece->is_verbatim = true;
	style_piece(piece, f);
}

/* What is shown in place of the bytes from `at` to `end`. */
static void
add_instead(struct flow *f, uint32_t at, uint32_t end, const char *shown,
    size_t len)
{
	struct flow_piece *piece;

	if (len == 0)
		return;
	piece = flow_add_piece(f, shown, shown, len);
	piece->at = at;
	piece->end = end;
	style_piece(piece, f);
}

/* Tabs become spaces. */
static void
add_verbatim(struct flow *f, uint32_t from, uint32_t to)
{
	const char *text = f->passage->text;
	uint32_t start = from;

	for (uint32_t at = from; at < to; at++) {
		if (text[at] != '\t')
			continue;
		add_bytes(f, start, at);
		start = at + 1;
		add_instead(f, at, start, " ", 1);
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
			add_instead(f, at, end, " ", 1);
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
		add_instead(f, at, end,
		    arena_copy(f->arena, word.data, word.len), word.len);
	}
	str_clear(&word);
}

void
flow_add_chunk(struct flow *f, uint32_t from, uint32_t to)
{
	if (clean_is_plain(f->passage->text + from, to - from))
		add_bytes(f, from, to);
	else if (f->options->is_utf8)
		add_verbatim(f, from, to);
	else
		add_transliterated(f, from, to);
}
