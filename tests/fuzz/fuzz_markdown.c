/* SPDX-License-Identifier: ISC */

/*
 * Any text: every citation comes back exactly once, as a mark at its place,
 * as text in code, or as an error; passages keep what their header promises;
 * sentences know where they stand in the source.
 */
#include "fuzz_text.h"

#include <string.h>

#include "compile/diagnose.h"
#include "compile/markdown.h"

enum { PASSAGE_LIMIT_BYTES = 8192 };

static void
check_text(const struct passage *p)
{
	const char *at = p->text, *end = p->text + p->len;
	int is_verbatim = p->kind == PASSAGE_CODE || p->kind == PASSAGE_ROW;

	REQUIRE(p->len > 0 && p->len <= PASSAGE_LIMIT_BYTES);
	REQUIRE(p->text[p->len] == '\0');
	REQUIRE(utf8_find_invalid(p->text, p->len) == p->len);
	REQUIRE(is_verbatim || !strchr(" \n", p->text[0]));
	REQUIRE(
	    p->kind == PASSAGE_ROW || !strchr(" \t\n", p->text[p->len - 1]));
	while (at < end) {
		int32_t c;

		at += utf8_decode(&c, at, end);
		REQUIRE(!utf8_is_control(c) || c == '\n' ||
		    (c == '\t' && is_verbatim));
	}
}

/* Sentences stand in order; their first byte stands in the source. */
static void
check_sentences(const struct markdown_passage *m, const struct str *source)
{
	const struct passage *p = &m->p;
	uint32_t end = 0;
	size_t source_at = 0;

	REQUIRE(p->sentence_count > 0);
	for (uint32_t i = 0; i < p->sentence_count; i++) {
		const struct sentence *s = &p->sentences[i];
		size_t at = m->sentence_source_at[i];

		REQUIRE(s->len > 0 && s->at >= end);
		REQUIRE(s->len <= p->len - s->at);
		REQUIRE(fuzz_text_is_boundary(p->text, p->len, s->at));
		end = s->at + s->len;
		REQUIRE(at >= source_at && at <= source->len);
		source_at = at;
		if (p->kind != PASSAGE_CODE)
			REQUIRE(source->data[at] == p->text[s->at] ||
			    source->data[at] == '&' || p->text[s->at] == ' ');
	}
}

/* Spans stand in order, the outer before the inner, and do not cross. */
static void
check_spans(const struct passage *p, const struct markdown_result *result)
{
	uint32_t open[64];
	size_t depth = 0;

	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct span *s = &p->spans[i];
		uint32_t end = s->at + s->len;

		REQUIRE(s->len > 0 && end <= p->len);
		REQUIRE(fuzz_text_is_boundary(p->text, p->len, s->at));
		REQUIRE(fuzz_text_is_boundary(p->text, p->len, end));
		REQUIRE(i == 0 || s->at >= p->spans[i - 1].at);
		while (depth > 0 && open[depth - 1] <= s->at)
			depth--;
		REQUIRE(depth == 0 || end <= open[depth - 1]);
		REQUIRE(depth < 64);
		open[depth++] = end;
		if (s->kind == SPAN_LINK)
			REQUIRE(s->target < result->link_count);
	}
}

/*
 * Marks follow the order of the source over the whole text, which makes each
 * come once; *next is the first group that was not met yet.
 */
static void
check_marks(const struct markdown_passage *m, const struct chain_group *groups,
    size_t group_count, size_t *next)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < m->mark_count; i++) {
		const struct markdown_mark *mark = &m->marks[i];

		REQUIRE(mark->at >= at && mark->at <= m->p.len);
		REQUIRE(mark->from <= mark->at);
		REQUIRE(fuzz_text_is_boundary(m->p.text, m->p.len, mark->at));
		REQUIRE(fuzz_text_is_boundary(m->p.text, m->p.len, mark->from));
		at = mark->at;
		while (
		    *next < group_count && groups[*next].at < mark->group->at)
			++*next;
		REQUIRE(*next < group_count);
		REQUIRE(groups[*next].at == mark->group->at);
		REQUIRE(groups[*next].len == mark->group->len);
		REQUIRE(!mark->group->error);
		++*next;
	}
}

/* Whether there can be code at all. */
static int
has_code(const struct str *text)
{
	return strchr(text->data, '`') || strstr(text->data, "~~~") ||
	    strchr(text->data, '\t') || strstr(text->data, "    ");
}

static void
check_result(const struct markdown_result *result, const struct diagnose *d,
    const struct str *text, struct arena *arena)
{
	struct chain_group *groups;
	size_t group_count, marks = 0, next = 0;

	group_count = chain_find_all(&groups, text->data, text->len, arena);
	for (uint32_t i = 0; i < result->passage_count; i++) {
		const struct markdown_passage *m = &result->passages[i];

		check_text(&m->p);
		check_sentences(m, text);
		check_spans(&m->p, result);
		check_marks(m, groups, group_count, &next);
		REQUIRE(m->source_at <= text->len);
		REQUIRE(d->errors > 0 || utf8_is_nfc(m->p.text, m->p.len));
		marks += m->mark_count;
	}
	REQUIRE(
	    marks + result->citations_in_code + result->citations_in_error ==
	    group_count);
	REQUIRE(result->citations_in_error <= d->errors);
	REQUIRE(result->citations_in_code == 0 || has_code(text));
}

static void
read_as(const struct str *text, int is_inline)
{
	struct markdown_options options = { .file = "f",
		.language = "en",
		.is_inline = is_inline };
	struct markdown_result result;
	struct line_table lines;
	struct arena arena = { 0 };
	struct diagnose d;

	diagnose_init(&d);
	line_table_init(&lines, text->data, text->len, 1);
	markdown_read(&result, text->data, text->len, &lines, &options, &d,
	    &arena);
	check_result(&result, &d, text, &arena);
	if (is_inline && d.errors == 0) {
		REQUIRE(result.passage_count <= 1);
		REQUIRE(result.passage_count == 0 ||
		    result.passages[0].p.kind == PASSAGE_PARAGRAPH);
	}
	line_table_clear(&lines);
	diagnose_clear(&d);
	arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text;

	fuzz_text_make(&text, data, size);
	read_as(&text, 0);
	read_as(&text, 1);
	str_clear(&text);
	return 0;
}
