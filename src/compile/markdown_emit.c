/* SPDX-License-Identifier: ISC */
#include "markdown_emit.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* One of the passages that a draft becomes, and what comes after it. */
struct part {
	struct markdown_reader *r;
	uint32_t from; /* its range of the draft's text */
	uint32_t to;
	bool is_last;
	const struct sentence_range *ranges;
	uint32_t count;
	uint32_t next_span;
	uint32_t carried[MARKDOWN_DRAFT_DEPTH]; /* spans that go on */
	uint32_t carried_count;
	uint32_t next_mark;
	uint32_t piece; /* where to look for source offsets */
};

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static void
add_span(struct part *part, struct passage *p, uint32_t index)
{
	struct span span = part->r->draft.spans[index];
	uint32_t end = span.at + span.len;

	if (end > part->to) {
		part->carried[part->carried_count++] = index;
		end = part->to;
	}
	if (span.at < part->from)
		span.at = part->from;
	if (span.at >= end)
		return;
	span.len = end - span.at;
	span.at -= part->from;
	p->spans[p->span_count++] = span;
}

static void
add_spans(struct part *part, struct passage *p)
{
	const struct markdown_draft *draft = &part->r->draft;
	uint32_t carried = part->carried_count;
	uint32_t end = part->next_span;

	while (end < draft->span_count && draft->spans[end].at < part->to)
		end++;
	p->spans = arena_alloc_array(part->r->arena,
	    carried + (end - part->next_span), sizeof *p->spans);
	part->carried_count = 0;
	for (uint32_t i = 0; i < carried; i++)
		add_span(part, p, part->carried[i]);
	while (part->next_span < end)
		add_span(part, p, part->next_span++);
}

static void
add_sentences(struct part *part, struct markdown_passage *passage)
{
	struct passage *p = &passage->p;
	struct arena *arena = part->r->arena;

	p->sentence_count = part->count;
	p->sentences = arena_alloc_array(arena, part->count,
	    sizeof *p->sentences);
	passage->sentence_source_at = arena_alloc_array(arena, part->count,
	    sizeof *passage->sentence_source_at);
	for (uint32_t i = 0; i < part->count; i++) {
		p->sentences[i].at = part->ranges[i].at - part->from;
		p->sentences[i].len = part->ranges[i].len;
		passage->sentence_source_at[i] = (uint32_t)
		    markdown_draft_find_source(&part->r->draft,
			part->ranges[i].at, &part->piece);
	}
}

/*
 * Where the sentence of a mark begins.  A mark in a cell that holds nothing
 * else stands for the whole row.
 */
static uint32_t
find_begin(const struct passage *p, uint32_t at, uint32_t *sentence)
{
	const struct sentence *s;

	while (*sentence + 1 < p->sentence_count &&
	    p->sentences[*sentence + 1].at < at)
		++*sentence;
	s = &p->sentences[*sentence];
	if (p->kind == PASSAGE_ROW && at > s->at + s->len)
		return 0;
	return s->at < at ? s->at : at;
}

/*
 * A mark covers the text since the one before it in its sentence, or since
 * the sentence's start; where there is no text between two, the second
 * covers what the first does.
 */
static void
find_covers(struct markdown_passage *passage)
{
	const struct passage *p = &passage->p;
	uint32_t sentence = 0;

	for (uint32_t i = 0; i < passage->mark_count; i++) {
		struct markdown_mark *mark = &passage->marks[i];
		uint32_t begin = find_begin(p, mark->at, &sentence);
		const struct markdown_mark *before = i > 0 ? mark - 1 : NULL;

		if (before && before->at > begin)
			begin = before->at;
		while (begin < mark->at && is_white(p->text[begin]))
			begin++;
		if (before && begin == mark->at &&
		    before->at >= p->sentences[sentence].at)
			begin = before->from;
		mark->from = begin;
	}
}

static void
warn_of_empty_covers(struct markdown_reader *r,
    const struct markdown_passage *passage)
{
	for (uint32_t i = 0; i < passage->mark_count; i++) {
		const struct markdown_mark *mark = &passage->marks[i];

		if (mark->from == mark->at)
			diagnose_add(r->d, DIAGNOSE_WARNING,
			    line_table_find(r->lines, r->options->file,
				mark->group->at),
			    "citation stands before the text that it should "
			    "cover");
	}
}

/* Those up to the part's end; a last part takes all. */
static void
add_marks(struct part *part, struct markdown_passage *passage)
{
	const struct markdown_draft *draft = &part->r->draft;
	uint32_t begin = part->next_mark;
	uint32_t end = begin;

	while (end < draft->mark_count &&
	    (part->is_last || draft->marks[end].at <= part->to))
		end++;
	part->next_mark = end;
	passage->mark_count = end - begin;
	passage->marks = arena_alloc_array(part->r->arena, end - begin,
	    sizeof *passage->marks);
	for (uint32_t i = begin; i < end; i++) {
		struct markdown_mark mark = draft->marks[i];

		if (mark.at < part->from)
			mark.at = part->from;
		if (mark.at > part->to)
			mark.at = part->to;
		mark.at -= part->from;
		passage->marks[i - begin] = mark;
	}
	find_covers(passage);
	warn_of_empty_covers(part->r, passage);
}

static struct markdown_passage *
push_passage(struct markdown_reader *r)
{
	if (r->passage_count == r->passage_cap) {
		r->passage_cap = r->passage_cap ? r->passage_cap * 2 : 16;
		r->passages = mem_resize_array(r->passages, r->passage_cap,
		    sizeof *r->passages);
	}
	return &r->passages[r->passage_count++];
}

/* A note tells of the passage that it is on, and is hidden with it. */
static bool
is_note_on_graphic(const struct markdown_reader *r)
{
	return r->passage.kind == PASSAGE_NOTE && r->passage_count > 1 &&
	    r->passages[r->passage_count - 2].p.is_graphic;
}

static void
emit_part(struct part *part)
{
	struct markdown_reader *r = part->r;
	struct markdown_passage *passage = push_passage(r);
	struct passage *p = &passage->p;

	*passage = (struct markdown_passage){ .p = r->passage,
		.source_at = r->passage_at };
	if (is_note_on_graphic(r))
		p->is_graphic = true;
	p->len = part->to - part->from;
	p->text = arena_copy(r->arena, r->draft.text.data + part->from, p->len);
	add_sentences(part, passage);
	if (part->from > 0)
		passage->source_at = passage->sentence_source_at[0];
	add_spans(part, p);
	add_marks(part, passage);
}

static uint32_t
get_end(struct sentence_range range)
{
	return range.at + range.len;
}

/*
 * Where a sentence that is too long is cut: behind a word, else behind a
 * character.
 */
static uint32_t
find_cut(const char *text, uint32_t from)
{
	uint32_t limit = from + MARKDOWN_EMIT_LIMIT_BYTES;
	uint32_t to = limit;

	while (to > from && !is_white(text[to]))
		to--;
	while (to > from && is_white(text[to - 1]))
		to--;
	if (to > from)
		return to;
	return utf8_find_start(text, limit);
}

static void
skip_white(const char *text, struct sentence_range *range)
{
	while (range->len > 0 && is_white(text[range->at])) {
		range->at++;
		range->len--;
	}
}

/* Takes the first part of a sentence that is too long. */
static void
emit_cut(struct part *part, struct sentence_range *range)
{
	const char *text = part->r->draft.text.data;
	uint32_t end = get_end(*range);
	struct sentence_range first;

	skip_white(text, range);
	first = *range;
	if (first.len <= MARKDOWN_EMIT_LIMIT_BYTES)
		return;
	part->from = range->at;
	part->to = find_cut(text, range->at);
	part->is_last = false;
	first.len = part->to - part->from;
	part->ranges = &first;
	part->count = 1;
	emit_part(part);
	range->at = part->to;
	range->len = end - range->at;
	skip_white(text, range);
}

static void
emit_parts(struct part *part, struct sentence_range *ranges, size_t count)
{
	size_t i = 0;

	while (i < count) {
		uint32_t limit = ranges[i].at + MARKDOWN_EMIT_LIMIT_BYTES;
		size_t end = i;

		while (end < count && get_end(ranges[end]) <= limit)
			end++;
		if (end == i) {
			emit_cut(part, &ranges[i]);
			continue;
		}
		part->from = ranges[i].at;
		part->to = get_end(ranges[end - 1]);
		part->is_last = end == count;
		part->ranges = ranges + i;
		part->count = (uint32_t)(end - i);
		emit_part(part);
		i = end;
	}
}

static void
tell_of_cut(struct markdown_reader *r)
{
	struct place place = line_table_find(r->lines, r->options->file,
	    r->passage_at);

	r->is_too_long = r->options->is_inline;
	if (r->options->is_inline)
		diagnose_add(r->d, DIAGNOSE_ERROR, place,
		    "text of %zu bytes is longer than %d", r->draft.text.len,
		    MARKDOWN_EMIT_LIMIT_BYTES);
	else
		diagnose_add(r->d, DIAGNOSE_NOTE, place,
		    "passage of %zu bytes is split, since it is longer than "
		    "%d",
		    r->draft.text.len, MARKDOWN_EMIT_LIMIT_BYTES);
}

void
markdown_emit(struct markdown_reader *r, struct sentence_range *ranges,
    size_t count)
{
	struct part part = { .r = r };

	if (r->draft.text.len > MARKDOWN_EMIT_LIMIT_BYTES) {
		tell_of_cut(r);
		emit_parts(&part, ranges, count);
		return;
	}
	part.to = (uint32_t)r->draft.text.len;
	part.is_last = true;
	part.ranges = ranges;
	part.count = (uint32_t)count;
	emit_part(&part);
}
