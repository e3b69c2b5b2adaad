/* SPDX-License-Identifier: ISC */
#include "markdown_passage.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "markdown_emit.h"
#include "text/sentence.h"

static struct markdown_container *
get_innermost(struct markdown_reader *r)
{
	unsigned depth = r->depth;

	if (depth > MARKDOWN_READER_DEPTH)
		depth = MARKDOWN_READER_DEPTH;
	return depth > 0 ? &r->containers[depth - 1] : NULL;
}

static int
count_containers(const struct markdown_reader *r,
    enum markdown_container_kind kind)
{
	int count = 0;

	for (unsigned i = 0; i < r->depth && i < MARKDOWN_READER_DEPTH; i++)
		count += r->containers[i].kind == kind;
	return count;
}

/* A paragraph is what the quotation or the list item around it makes it. */
static void
describe_paragraph(struct markdown_reader *r)
{
	struct markdown_container *inner = get_innermost(r);
	struct passage *p = &r->passage;

	p->kind = PASSAGE_PARAGRAPH;
	if (!inner)
		return;
	if (inner->kind == MARKDOWN_QUOTATION) {
		p->kind = PASSAGE_QUOTATION;
		p->level = count_containers(r, MARKDOWN_QUOTATION);
		return;
	}
	p->level = count_containers(r, MARKDOWN_ITEM);
	if (inner->is_begun)
		return;
	inner->is_begun = true;
	p->kind = PASSAGE_ITEM;
	p->ordinal = (int)inner->ordinal;
}

void
markdown_passage_begin(struct markdown_reader *r)
{
	static const enum passage_kind kinds[] = {
		[MARKDOWN_LEAF_HEADING] = PASSAGE_HEADING,
		[MARKDOWN_LEAF_ROW] = PASSAGE_ROW,
		[MARKDOWN_LEAF_CODE] = PASSAGE_CODE
	};

	if (r->is_open)
		return;
	r->is_open = true;
	r->is_note = false;
	r->is_placed = false;
	r->passage = (struct passage){ .level = r->leaf_level };
	r->passage_at = r->at;
	markdown_draft_reset(&r->draft);
	if (r->leaf == MARKDOWN_LEAF_PARAGRAPH)
		describe_paragraph(r);
	else
		r->passage.kind = kinds[r->leaf];
}

static bool
begins_with(const char *text, size_t len, const char *with)
{
	size_t with_len = strlen(with);

	return len >= with_len && memcmp(text, with, with_len) == 0;
}

static void
begin_note(struct markdown_reader *r, size_t source_at)
{
	r->is_note = true;
	if (r->options->is_inline)
		r->has_other_block = true;
	else if (r->passage.kind != PASSAGE_PARAGRAPH)
		markdown_reader_fail(r, source_at,
		    "an editor's note is a paragraph of its own");
	else if (r->passage_count == 0)
		markdown_reader_fail(r, source_at,
		    "an editor's note stands behind the passage it is on");
	r->passage.kind = PASSAGE_NOTE;
	r->passage.level = 0;
	r->passage.ordinal = 0;
}

/* "{word}" and "{word:" at the beginning are kept for marks. */
static void
check_unknown_mark(struct markdown_reader *r, const char *text, size_t len,
    size_t source_at)
{
	size_t i = 1;

	if (len == 0 || text[0] != '{')
		return;
	while (i < len &&
	    ((text[i] >= 'a' && text[i] <= 'z') ||
		(text[i] >= 'A' && text[i] <= 'Z')))
		i++;
	if (i > 1 && i < len && (text[i] == '}' || text[i] == ':'))
		markdown_reader_fail(r, source_at,
		    "unknown mark at the "
		    "beginning of a passage (\\{ is the character)");
}

size_t
markdown_passage_read_marks(struct markdown_reader *r, const char *text,
    size_t len, size_t source_at)
{
	size_t at = 0;

	for (;;) {
		while (at < len && text[at] == ' ')
			at++;
		if (begins_with(text + at, len - at, "{graphic}")) {
			r->passage.is_graphic = true;
			at += strlen("{graphic}");
		} else if (!r->is_note && r->leaf == MARKDOWN_LEAF_PARAGRAPH &&
		    begins_with(text + at, len - at, "{editor:")) {
			begin_note(r, source_at + at);
			at += strlen("{editor:");
		} else {
			break;
		}
	}
	check_unknown_mark(r, text + at, len - at, source_at + at);
	return at;
}

/* Whether the text ends with a brace that is text and not escaped. */
static bool
ends_with_brace(const struct markdown_reader *r)
{
	const struct markdown_draft *draft = &r->draft;
	uint32_t end = (uint32_t)draft->text.len;
	uint32_t piece = 0;
	size_t at;

	if (end == 0 || draft->text.data[end - 1] != '}')
		return false;
	for (uint32_t i = 0; i < draft->span_count; i++) {
		if (draft->spans[i].at + draft->spans[i].len == end)
			return false;
	}
	at = markdown_draft_find_source(draft, end - 1, &piece);
	return r->mask.source[at] == '}' && !markdown_reader_is_escaped(r, at);
}

static void
end_note(struct markdown_reader *r)
{
	if (!ends_with_brace(r)) {
		markdown_reader_fail(r, r->passage_at,
		    "editor's note is not closed: its paragraph ends with }");
		return;
	}
	markdown_draft_cut(&r->draft, 0, (uint32_t)r->draft.text.len - 1);
	markdown_draft_trim_end(&r->draft);
}

/* White space at the beginning can come from code and from cells alone. */
static void
trim_begin(struct markdown_reader *r)
{
	const struct str *text = &r->draft.text;
	uint32_t from = 0;
	size_t i;

	if (r->leaf == MARKDOWN_LEAF_ROW)
		return;
	for (i = 0; i < text->len && strchr(" \t\n", text->data[i]); i++) {
		if (r->leaf != MARKDOWN_LEAF_CODE || text->data[i] == '\n')
			from = (uint32_t)i + 1;
	}
	if (from > 0 && from < text->len)
		markdown_draft_cut(&r->draft, from, (uint32_t)text->len);
}

static size_t
push_range(struct sentence_range **ranges, size_t count, size_t from, size_t to)
{
	if (count % 16 == 0)
		*ranges = mem_resize_array(*ranges, count + 16,
		    sizeof **ranges);
	(*ranges)[count].at = (uint32_t)from;
	(*ranges)[count].len = (uint32_t)(to - from);
	return count + 1;
}

static size_t
split_cells(struct sentence_range **ranges, const struct markdown_draft *draft)
{
	size_t count = 0;

	for (uint32_t i = 0; i < draft->cell_count; i++) {
		size_t from = draft->cells[i];
		size_t to = i + 1 < draft->cell_count ?
		    draft->cells[i + 1] - 1 :
		    draft->text.len;

		if (to > from)
			count = push_range(ranges, count, from, to);
	}
	return count;
}

static size_t
split_lines(struct sentence_range **ranges, const struct str *text)
{
	size_t count = 0, from = 0;

	while (from < text->len) {
		size_t next = from + strcspn(text->data + from, "\n");
		size_t to = next;

		while (to > from && strchr(" \t", text->data[to - 1]))
			to--;
		if (to > from)
			count = push_range(ranges, count, from, to);
		from = next + 1;
	}
	return count;
}

/*
 * Code, and the address that a link shows, are no sentences, whatever full
 * stops and question marks they hold.
 */
static size_t
join_within_spans(struct sentence_range *ranges, size_t count,
    const struct markdown_draft *draft)
{
	uint32_t ends[SPAN_LINK + 1] = { 0 };
	uint32_t next = 0;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		uint32_t at = ranges[i].at;

		for (; next < draft->span_count && draft->spans[next].at < at;
		     next++) {
			const struct span *span = &draft->spans[next];

			if (ends[span->kind] < span->at + span->len)
				ends[span->kind] = span->at + span->len;
		}
		if (kept == 0)
			ranges[kept++] = ranges[i];
		else if (at < ends[SPAN_CODE] ||
		    (at < ends[SPAN_LINK] &&
			!strchr(" \n", draft->text.data[at - 1])))
			ranges[kept - 1].len = at + ranges[i].len -
			    ranges[kept - 1].at;
		else
			ranges[kept++] = ranges[i];
	}
	return kept;
}

static size_t
split_text(struct sentence_range **ranges, const struct markdown_reader *r)
{
	const struct markdown_draft *draft = &r->draft;
	uint32_t *marks = NULL;
	size_t count;

	if (draft->mark_count > 0)
		marks = mem_alloc_array(draft->mark_count, sizeof *marks);
	for (uint32_t i = 0; i < draft->mark_count; i++)
		marks[i] = draft->marks[i].at;
	count = sentence_split(ranges, draft->text.data, draft->text.len, marks,
	    draft->mark_count, r->options->language);
	free(marks);
	return join_within_spans(*ranges, count, draft);
}

static size_t
split(struct sentence_range **ranges, const struct markdown_reader *r)
{
	switch (r->leaf) {
	case MARKDOWN_LEAF_ROW:
		return split_cells(ranges, &r->draft);
	case MARKDOWN_LEAF_CODE:
		return split_lines(ranges, &r->draft.text);
	case MARKDOWN_LEAF_HEADING:
		if (r->draft.text.len == 0)
			return 0;
		return push_range(ranges, 0, 0, r->draft.text.len);
	case MARKDOWN_LEAF_PARAGRAPH:
		break;
	}
	return split_text(ranges, r);
}

/* Nothing is left to stand in the collection. */
static void
drop(struct markdown_reader *r)
{
	for (uint32_t i = 0; i < r->draft.mark_count; i++)
		markdown_reader_fail_group(r,
		    (size_t)(r->draft.marks[i].group - r->mask.groups),
		    "citation stands without text");
	if (r->passage.is_graphic || r->is_note)
		markdown_reader_fail(r, r->passage_at, "passage has no text");
}

static void
check_table(struct markdown_reader *r)
{
	if (r->leaf != MARKDOWN_LEAF_PARAGRAPH || !r->is_placed ||
	    r->mask.source[r->passage_at] != '|' ||
	    markdown_reader_is_escaped(r, r->passage_at))
		return;
	markdown_reader_warn(r, r->passage_at,
	    "looks like a table: its second line needs --- for each column");
}

void
markdown_passage_end(struct markdown_reader *r)
{
	struct sentence_range *ranges = NULL;
	size_t count;

	if (!r->is_open)
		return;
	r->is_open = false;
	markdown_draft_trim_end(&r->draft);
	if (r->is_note)
		end_note(r);
	trim_begin(r);
	check_table(r);
	count = split(&ranges, r);
	if (count == 0) {
		drop(r);
		free(ranges);
		return;
	}
	if (!utf8_is_nfc(r->draft.text.data, r->draft.text.len))
		markdown_reader_fail(r, r->passage_at,
		    "text is not in Unicode's normal form NFC");
	markdown_emit(r, ranges, count);
	free(ranges);
}
