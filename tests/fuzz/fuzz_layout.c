/* SPDX-License-Identifier: ISC */

/*
 * Any bytes as a page: passages of any kind with sentences and spans
 * anywhere.  No line of its layout is wider than the width, its runs stand
 * one behind the other, every sentence is where its runs are, and every
 * byte of the text that is no white space is shown exactly once.
 */
#include "fuzz.h"
#include "fuzz_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/layout.h"

enum {
	LONGEST_BYTES = 4096,
	MOST_PASSAGES = 12,
	MOST_SPANS = 24,
	MOST_SENTENCES = 8,
	LINKS = 4,
	CITATIONS = 6
};

/* Numbers from the front of the input; 0 once it is used up. */
struct input {
	const uint8_t *data;
	size_t size;
};

static unsigned
take(struct input *in)
{
	if (in->size == 0)
		return 0;
	in->size--;
	return *in->data++;
}

static uint32_t
take_boundary(struct input *in, const struct passage *p, uint32_t least)
{
	uint32_t at = least + take(in) * (take(in) % 8 + 1);

	if (at >= p->len)
		return p->len;
	while (!fuzz_text_is_boundary(p->text, p->len, at))
		at++;
	return at;
}

static void
make_sentences(struct passage *p, struct input *in, struct arena *arena)
{
	uint32_t count = take(in) % MOST_SENTENCES;
	uint32_t at = 0;

	p->sentences = arena_alloc_array(arena, count, sizeof *p->sentences);
	for (uint32_t i = 0; i < count; i++) {
		struct sentence *s = &p->sentences[p->sentence_count];

		s->at = take_boundary(in, p, at);
		s->len = take_boundary(in, p, s->at) - s->at;
		if (i > 0 && s->at < at)
			break;
		at = s->at + s->len + 1;
		p->sentence_count++;
		if (at >= p->len)
			break;
	}
}

static void
make_spans(struct passage *p, struct input *in, struct arena *arena)
{
	uint32_t count = take(in) % MOST_SPANS;
	uint32_t at = 0;

	p->spans = arena_alloc_array(arena, count, sizeof *p->spans);
	for (uint32_t i = 0; i < count; i++) {
		struct span *s = &p->spans[p->span_count++];

		s->at = at = take_boundary(in, p, at);
		s->kind = (enum span_kind)(take(in) % 5 + 1);
		s->target = take(in) % 6;
		if (s->kind != SPAN_CITATION)
			s->len = take_boundary(in, p, at) - at;
	}
}

static void
make_passage(struct passage *p, struct input *in, const struct str *text,
    size_t *used, struct arena *arena)
{
	size_t len = take(in) * 4u;
	unsigned kind = take(in);

	if (len > text->len - *used)
		len = text->len - *used;
	while (!fuzz_text_is_boundary(text->data, text->len, *used + len))
		len++;
	*p = (struct passage){ .kind = (enum passage_kind)(kind % 12 + 1),
		.is_graphic = kind >= 192,
		.level = (int)(take(in) % 18),
		.ordinal = (int)(take(in) % 3 * 100),
		.text = arena_copy(arena, text->data + *used, len),
		.len = (uint32_t)len };
	*used += len;
	make_sentences(p, in, arena);
	make_spans(p, in, arena);
}

/* Bytes of a run are the text's, or a replacement of what has no width. */
static uint32_t
count_shown(const struct passage *p, const struct layout_run *run)
{
	size_t cluster;

	REQUIRE(run->at < p->len);
	if (run->at + run->len <= p->len &&
	    memcmp(p->text + run->at, run->text, run->len) == 0)
		return run->len;
	if (p->text[run->at] == '\t' && memcmp(run->text, " ", run->len) == 0)
		return 1;
	REQUIRE(memcmp(run->text, "\xEF\xBF\xBD", run->len) == 0);
	cluster = utf8_next_grapheme(p->text + run->at, p->text + p->len);
	return (uint32_t)cluster;
}

static void
note_shown(uint8_t *shown, const struct page *page,
    const struct layout_line *line, const struct layout_run *run)
{
	const struct passage *p = &page->passages[line->passage];
	uint32_t count;

	if (run->style & (RUN_MARK | RUN_ADDED | RUN_DISPUTED))
		return;
	count = count_shown(p, run);
	for (uint32_t i = 0; i < count; i++)
		REQUIRE(shown[run->at + i]++ == 0);
}

static void
check_run(const struct layout *l, uint32_t line, const struct layout_run *run)
{
	if (run->sentence >= 0) {
		const struct layout_sentence *s = &l->sentences[run->sentence];

		REQUIRE((uint32_t)run->sentence < l->sentence_count);
		REQUIRE(s->first_line <= line && line <= s->last_line);
		REQUIRE((int32_t)s->passage == l->lines[line].passage);
	}
	REQUIRE(run->len > 0);
	REQUIRE(run->cols == utf8_width_cols(run->text, run->len));
	REQUIRE(utf8_find_invalid(run->text, run->len) == run->len);
}

static void
check_lines(const struct layout *l, const struct page *page,
    const struct layout_options *options, uint8_t **shown)
{
	uint32_t width = (uint32_t)options->width_cols;
	uint32_t next_run = 0;

	for (uint32_t i = 0; i < l->line_count; i++) {
		const struct layout_line *line = &l->lines[i];
		uint32_t col = 0;

		REQUIRE(line->first_run == next_run);
		REQUIRE(line->passage < (int32_t)page->passage_count);
		next_run += line->run_count;
		REQUIRE(next_run <= l->run_count);
		for (uint32_t j = 0; j < line->run_count; j++) {
			const struct layout_run *run =
			    &l->runs[line->first_run + j];

			REQUIRE(run->col >= col);
			col = run->col + run->cols;
			check_run(l, i, run);
			if (line->passage >= 0 && options->is_utf8 &&
			    line->kind != LINE_FOLD)
				note_shown(shown[line->passage], page, line,
				    run);
		}
		REQUIRE(col <= width ||
		    (line->run_count == 1 && col == 2 && width == 1));
	}
	REQUIRE(next_run == l->run_count);
}

static bool
is_white(const struct passage *p, uint32_t i)
{
	return p->text[i] == ' ' || p->text[i] == '\t' || p->text[i] == '\n';
}

static void
check_all_shown(const struct layout *l, const struct page *page,
    const struct layout_options *options, uint8_t **shown)
{
	uint32_t folded = 0;

	for (uint32_t i = 0; i < page->passage_count; i++) {
		const struct passage *p = &page->passages[i];
		bool is_hidden = p->is_graphic && p->kind != PASSAGE_TITLE &&
		    options->graphic != GRAPHIC_SHOW &&
		    !options->is_unfolded[i];

		folded += is_hidden;
		for (uint32_t j = 0; j < p->len && options->is_utf8; j++)
			REQUIRE(is_white(p, j) || shown[i][j] == !is_hidden);
	}
	REQUIRE(l->folded == folded);
}

static void
check_sentences(const struct layout *l, const struct page *page)
{
	uint32_t first = 0;

	for (uint32_t i = 0; i < l->sentence_count; i++) {
		const struct layout_sentence *s = &l->sentences[i];

		REQUIRE(s->passage < page->passage_count);
		/* Beside each other, in a table whose cells are several. */
		REQUIRE(s->first_line >= first ||
		    page->passages[s->passage].kind == PASSAGE_ROW);
		REQUIRE(s->last_line >= s->first_line);
		REQUIRE(s->last_line < l->line_count);
		REQUIRE(
		    layout_find_sentence(l, s->passage, s->at) == (int32_t)i);
		first = s->first_line;
	}
	for (uint32_t i = 0; i < l->line_count; i++) {
		int32_t found = layout_find_on_line(l, i);

		REQUIRE(found < (int32_t)l->sentence_count);
		REQUIRE(found < 0 || l->sentences[found].last_line >= i);
	}
}

static void
check_links(const struct layout *l)
{
	for (uint32_t i = 0; i < l->link_count; i++) {
		const struct layout_link *link = &l->links[i];

		REQUIRE(link->link < LINKS && link->run < l->run_count);
		REQUIRE(l->runs[link->run].link == (int32_t)link->link);
		REQUIRE(link->line < l->line_count);
		REQUIRE(link->run >= l->lines[link->line].first_run);
	}
}

static void
check_page(const struct page *page, const struct layout_options *options)
{
	struct arena arena = { 0 };
	struct layout l;
	uint8_t **shown = arena_alloc_array(&arena, page->passage_count,
	    sizeof *shown);

	for (uint32_t i = 0; i < page->passage_count; i++)
		shown[i] = arena_alloc_array(&arena, page->passages[i].len + 1u,
		    1);
	layout_page(&l, page, options, &arena);
	check_lines(&l, page, options, shown);
	check_all_shown(&l, page, options, shown);
	check_sentences(&l, page);
	check_links(&l);
	arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size / 2 };
	struct arena arena = { 0 };
	struct citation citations[CITATIONS] = { { .number = 1 },
		{ .number = 2 }, { .number = 2 }, { .number = 13 },
		{ .number = 4000000000u }, { .number = 7 } };
	struct link links[LINKS] = { { .kind = RECORD_FIGURE } };
	struct page page = { .citations = citations,
		.citation_count = CITATIONS,
		.links = links,
		.link_count = LINKS };
	bool is_disputed[LINKS] = { true, false, true, false };
	bool is_unfolded[MOST_PASSAGES] = { false, true, true };
	struct layout_options options = { .is_disputed = is_disputed,
		.is_unfolded = is_unfolded };
	struct str text;
	size_t used = 0;

	if (size < 8 || size > LONGEST_BYTES)
		return 0;
	fuzz_text_make(&text, data + size / 2, size - size / 2);
	options.width_cols = (int)(take(&in) % 100 + 1);
	options.graphic = (enum layout_graphic)(take(&in) % 3);
	options.is_utf8 = take(&in) % 8 != 0;
	page.passages = arena_alloc_array(&arena, MOST_PASSAGES,
	    sizeof *page.passages);
	while (page.passage_count < MOST_PASSAGES && used < text.len)
		make_passage(&page.passages[page.passage_count++], &in, &text,
		    &used, &arena);
	check_page(&page, &options);
	str_clear(&text);
	arena_clear(&arena);
	return 0;
}
