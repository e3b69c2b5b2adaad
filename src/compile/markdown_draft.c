/* SPDX-License-Identifier: ISC */
#include "markdown_draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
markdown_draft_init(struct markdown_draft *draft)
{
	*draft = (struct markdown_draft){ 0 };
	str_init(&draft->text, 0);
}

void
markdown_draft_clear(struct markdown_draft *draft)
{
	str_clear(&draft->text);
	free(draft->pieces);
	free(draft->spans);
	free(draft->marks);
	free(draft->cells);
}

void
markdown_draft_reset(struct markdown_draft *draft)
{
	str_reset(&draft->text);
	draft->piece_count = 0;
	draft->span_count = 0;
	draft->depth = 0;
	draft->mark_count = 0;
	draft->cell_count = 0;
	draft->solid = 0;
	draft->is_loose = false;
}

/* Room for one more; returns the array. */
static void *
grow(void *array, uint32_t count, uint32_t *cap, size_t size_bytes)
{
	if (count < *cap)
		return array;
	*cap = *cap ? *cap * 2 : 16;
	return mem_resize_array(array, *cap, size_bytes);
}

static uint32_t
get_len(const struct markdown_draft *draft)
{
	return (uint32_t)draft->text.len;
}

static void
truncate_text(struct markdown_draft *draft, uint32_t len)
{
	if (len == get_len(draft))
		return;
	draft->text.len = len;
	draft->text.data[len] = '\0';
	while (draft->piece_count > 0 &&
	    draft->pieces[draft->piece_count - 1].at >= len)
		draft->piece_count--;
}

/* Notes that what is added next comes from a place of the source. */
static void
begin_piece(struct markdown_draft *draft, size_t source_at)
{
	struct markdown_piece *last;
	uint32_t at = get_len(draft);

	if (draft->piece_count > 0) {
		last = &draft->pieces[draft->piece_count - 1];
		if (last->source_at + (at - last->at) == source_at)
			return;
	}
	draft->pieces = grow(draft->pieces, draft->piece_count,
	    &draft->piece_cap, sizeof *draft->pieces);
	draft->pieces[draft->piece_count].at = at;
	draft->pieces[draft->piece_count++].source_at = source_at;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Where the passage or the cell begins. */
static uint32_t
get_begin(const struct markdown_draft *draft)
{
	return draft->cell_count ? draft->cells[draft->cell_count - 1] : 0;
}

static uint32_t
find_end_of_text(const struct markdown_draft *draft)
{
	uint32_t end = get_len(draft);

	while (end > draft->solid && is_blank(draft->text.data[end - 1]))
		end--;
	return end;
}

/* Decides about the white space before a mark, now that c follows it. */
static void
settle_white(struct markdown_draft *draft, char c)
{
	if (!draft->is_loose)
		return;
	draft->is_loose = false;
	if (is_blank(c) || (c != '\0' && strchr(".,;:!?)]}", c)))
		truncate_text(draft, find_end_of_text(draft));
}

/* Turns the tabs and line feeds of what was added into spaces. */
static void
flatten(struct markdown_draft *draft, uint32_t from, char c)
{
	char *p = draft->text.data + from;
	char *end = draft->text.data + draft->text.len;

	while ((p = memchr(p, c, (size_t)(end - p))))
		*p++ = ' ';
}

void
markdown_draft_add(struct markdown_draft *draft, const char *text, size_t len,
    size_t source_at)
{
	uint32_t from;

	if (len > 0)
		settle_white(draft, text[0]);
	if (get_len(draft) == get_begin(draft)) {
		while (len > 0 && is_blank(*text)) {
			text++;
			len--;
			source_at++;
		}
	}
	if (len == 0)
		return;
	begin_piece(draft, source_at);
	from = get_len(draft);
	str_add(&draft->text, text, len);
	flatten(draft, from, '\t');
}

void
markdown_draft_add_code(struct markdown_draft *draft, const char *text,
    size_t len, size_t source_at, bool is_block)
{
	uint32_t from = get_len(draft);

	if (len == 0)
		return;
	draft->is_loose = false;
	begin_piece(draft, source_at);
	str_add(&draft->text, text, len);
	draft->solid = get_len(draft);
	if (is_block)
		return;
	flatten(draft, from, '\t');
	flatten(draft, from, '\n');
}

void
markdown_draft_add_character(struct markdown_draft *draft, int32_t code_point,
    size_t source_at)
{
	settle_white(draft, '\0');
	begin_piece(draft, source_at);
	str_add_code_point(&draft->text, code_point);
}

void
markdown_draft_add_break(struct markdown_draft *draft, char c, size_t source_at)
{
	settle_white(draft, c);
	if (get_len(draft) == get_begin(draft))
		return;
	begin_piece(draft, source_at);
	str_add_char(&draft->text, c);
}

void
markdown_draft_add_mark(struct markdown_draft *draft,
    const struct chain_group *group)
{
	uint32_t at;

	if (draft->is_loose)
		at = draft->marks[draft->mark_count - 1].at;
	else
		at = find_end_of_text(draft);
	draft->marks = grow(draft->marks, draft->mark_count, &draft->mark_cap,
	    sizeof *draft->marks);
	draft->marks[draft->mark_count++] = (struct markdown_mark){ .at = at,
		.from = at,
		.group = group };
	draft->is_loose = at < get_len(draft);
}

bool
markdown_draft_open_span(struct markdown_draft *draft, enum span_kind kind,
    uint32_t target)
{
	draft->is_loose = false;
	draft->solid = get_len(draft);
	if (draft->depth++ >= MARKDOWN_DRAFT_DEPTH)
		return false;
	draft->spans = grow(draft->spans, draft->span_count, &draft->span_cap,
	    sizeof *draft->spans);
	draft->spans[draft->span_count] = (struct span){ .at = draft->solid,
		.kind = kind,
		.target = target };
	draft->open[draft->depth - 1] = draft->span_count++;
	return true;
}

const struct span *
markdown_draft_close_span(struct markdown_draft *draft)
{
	struct span *span;

	draft->is_loose = false;
	draft->solid = get_len(draft);
	if (draft->depth == 0 || draft->depth-- > MARKDOWN_DRAFT_DEPTH)
		return NULL;
	span = &draft->spans[draft->open[draft->depth]];
	span->len = draft->solid - span->at;
	return span;
}

void
markdown_draft_add_cell(struct markdown_draft *draft, size_t source_at)
{
	if (draft->cell_count > 0) {
		markdown_draft_trim_end(draft);
		begin_piece(draft, source_at);
		str_add_char(&draft->text, '\t');
	}
	draft->cells = grow(draft->cells, draft->cell_count, &draft->cell_cap,
	    sizeof *draft->cells);
	draft->cells[draft->cell_count++] = get_len(draft);
	draft->solid = get_len(draft);
	draft->is_loose = false;
}

/* Moves a range of the text by `from` and into what is left. */
static void
follow(uint32_t *at, uint32_t *len, uint32_t from, uint32_t to)
{
	uint32_t begin = *at < from ? from : *at;
	uint32_t end = *at + *len > to ? to : *at + *len;

	if (begin > to)
		begin = to;
	*len = end > begin ? end - begin : 0;
	*at = begin - from;
}

void
markdown_draft_cut(struct markdown_draft *draft, uint32_t from, uint32_t to)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < draft->span_count; i++) {
		struct span span = draft->spans[i];

		follow(&span.at, &span.len, from, to);
		if (span.len > 0)
			draft->spans[kept++] = span;
	}
	draft->span_count = kept;
	for (uint32_t i = 0; i < draft->mark_count; i++) {
		uint32_t nothing = 0;

		follow(&draft->marks[i].at, &nothing, from, to);
	}
	truncate_text(draft, to);
	if (from == 0)
		return;
	memmove(draft->text.data, draft->text.data + from, to - from + 1);
	draft->text.len = to - from;
	for (uint32_t i = 0; i < draft->piece_count; i++) {
		struct markdown_piece *piece = &draft->pieces[i];

		if (piece->at < from) {
			piece->source_at += from - piece->at;
			piece->at = from;
		}
		piece->at -= from;
	}
}

/* Cells before this one have been trimmed; it alone may shrink. */
void
markdown_draft_trim_end(struct markdown_draft *draft)
{
	uint32_t begin = get_begin(draft);
	uint32_t end = get_len(draft);

	while (end > begin && is_blank(draft->text.data[end - 1]))
		end--;
	if (end < get_len(draft))
		markdown_draft_cut(draft, 0, end);
}

size_t
markdown_draft_find_source(const struct markdown_draft *draft, uint32_t at,
    uint32_t *piece)
{
	const struct markdown_piece *p;

	if (draft->piece_count == 0)
		return 0;
	while (*piece + 1 < draft->piece_count &&
	    draft->pieces[*piece + 1].at <= at)
		++*piece;
	p = &draft->pieces[*piece];
	return p->source_at + (at - p->at);
}
