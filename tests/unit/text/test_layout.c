/* SPDX-License-Identifier: ISC */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "text/layout.h"

/*
 * Pages are written in a short hand, passage by passage: ^3 is a mark,
 * <text> a link, *text* emphasised, | ends a sentence; tabs divide cells.
 */
struct written {
	enum passage_kind kind;
	int level, ordinal;
	bool is_graphic;
	const char *text;
};

enum { MOST_PASSAGES = 16, MOST_SPANS = 32, MOST_LINKS = 8, NUMBERS = 40 };

struct sample {
	struct arena arena;
	struct page page;
	struct citation citations[NUMBERS];
	struct link links[MOST_LINKS];
	bool is_disputed[MOST_LINKS];
	bool is_unfolded[MOST_PASSAGES];
	struct layout_options options;
	struct layout l;
};

/* A passage while its short hand is read. */
struct reading {
	struct sample *s;
	struct passage *p;
	struct str text;
	uint32_t sentence_at;
	struct span *open;
};

static struct span *
add_span(struct reading *r, enum span_kind kind, uint32_t target)
{
	struct span *span = &r->p->spans[r->p->span_count++];

	*span = (struct span){ .at = (uint32_t)r->text.len,
		.kind = kind,
		.target = target };
	return span;
}

static void
end_sentence(struct reading *r)
{
	uint32_t at = r->sentence_at;

	while (at < r->text.len && r->text.data[at] == ' ')
		at++;
	r->p->sentences[r->p->sentence_count++] = (struct sentence){ .at = at,
		.len = (uint32_t)r->text.len - at };
	r->sentence_at = (uint32_t)r->text.len;
}

static void
read_character(struct reading *r, const char **c)
{
	switch (**c) {
	case '^':
		add_span(r, SPAN_CITATION, (uint32_t)strtoul(*c + 1, NULL, 10));
		*c += 1 + strspn(*c + 1, "0123456789");
		return;
	case '<':
		r->open = add_span(r, SPAN_LINK, r->s->page.link_count++);
		break;
	case '*':
		if (!r->open)
			r->open = add_span(r, SPAN_EMPHASIS, 0);
		else
			r->open->len = (uint32_t)r->text.len - r->open->at;
		if (r->open->len)
			r->open = NULL;
		break;
	case '>':
		r->open->len = (uint32_t)r->text.len - r->open->at;
		r->open = NULL;
		break;
	case '|':
		end_sentence(r);
		break;
	case '\t':
		end_sentence(r);
		str_add_char(&r->text, '\t');
		r->sentence_at++;
		break;
	default:
		str_add_char(&r->text, **c);
	}
	++*c;
}

static void
add_passage(struct sample *s, const struct written *w)
{
	struct reading r = { .s = s,
		.p = &s->page.passages[s->page.passage_count++] };
	const char *c = w->text;

	*r.p = (struct passage){ .kind = w->kind,
		.level = w->level,
		.ordinal = w->ordinal,
		.is_graphic = w->is_graphic };
	r.p->spans = arena_alloc_array(&s->arena, MOST_SPANS,
	    sizeof *r.p->spans);
	r.p->sentences = arena_alloc_array(&s->arena, MOST_SPANS,
	    sizeof *r.p->sentences);
	str_init(&r.text, 0);
	while (*c)
		read_character(&r, &c);
	if (r.sentence_at < r.text.len || w->kind == PASSAGE_ROW)
		end_sentence(&r);
	r.p->len = (uint32_t)r.text.len;
	r.p->text = arena_copy(&s->arena, r.text.data, r.text.len);
	str_clear(&r.text);
}

/* Lays out; the sample is cleared by the caller (arena_clear). */
static void
lay_out(struct sample *s, const struct written *w, size_t count, int width)
{
	s->page.passages = arena_alloc_array(&s->arena, count,
	    sizeof *s->page.passages);
	for (uint32_t i = 0; i < NUMBERS; i++)
		s->citations[i].number = i;
	s->page.citations = s->citations;
	s->page.citation_count = NUMBERS;
	s->page.links = s->links;
	for (size_t i = 0; i < count; i++)
		add_passage(s, &w[i]);
	s->options.width_cols = width;
	s->options.is_disputed = s->is_disputed;
	s->options.is_unfolded = s->is_unfolded;
	layout_page(&s->l, &s->page, &s->options, &s->arena);
}

static void
check_width(const struct sample *s)
{
	for (uint32_t i = 0; i < s->l.run_count; i++) {
		const struct layout_run *run = &s->l.runs[i];
		int end = run->col + run->cols;

		assert_int_equal(run->cols,
		    utf8_width_cols(run->text, run->len));
		if (end > s->options.width_cols)
			assert_true(run->col == 0 && run->cols == 2);
	}
}

/* Every sentence stands on the lines that have runs of it, and no others. */
static void
check_sentences(const struct sample *s)
{
	for (uint32_t i = 0; i < s->l.line_count; i++) {
		const struct layout_line *line = &s->l.lines[i];

		for (uint32_t j = 0; j < line->run_count; j++) {
			int32_t of = s->l.runs[line->first_run + j].sentence;

			if (of < 0)
				continue;
			assert_in_range(i, s->l.sentences[of].first_line,
			    s->l.sentences[of].last_line);
		}
	}
}

static void
add_lines(struct str *out, const struct layout *l)
{
	for (uint32_t i = 0; i < l->line_count; i++) {
		uint32_t col = 0;

		for (uint32_t j = 0; j < l->lines[i].run_count; j++) {
			const struct layout_run *run =
			    &l->runs[l->lines[i].first_run + j];

			str_add_repeated(out, ' ', run->col - col);
			str_add(out, run->text, run->len);
			col = run->col + run->cols;
		}
		str_add_char(out, '\n');
	}
}

static void
assert_lines(struct sample *s, const struct written *w, size_t count, int width,
    const char *expected)
{
	struct str lines;

	lay_out(s, w, count, width);
	check_width(s);
	check_sentences(s);
	str_init(&lines, 0);
	add_lines(&lines, &s->l);
	assert_string_equal(lines.data, expected);
	str_clear(&lines);
	arena_clear(&s->arena);
}

#define UTF8_SAMPLE                           \
	{                                     \
		.options = {.is_utf8 = true } \
	}

struct text_case {
	int width;
	const char *text;
	const char *lines;
};

static void
check_texts(const struct text_case *cases, size_t count, bool is_utf8)
{
	for (size_t i = 0; i < count; i++) {
		struct written w = { .kind = PASSAGE_PARAGRAPH,
			.text = cases[i].text };
		struct sample s = { .options = { .is_utf8 = is_utf8 } };

		s.is_disputed[1] = true;
		assert_lines(&s, &w, 1, cases[i].width, cases[i].lines);
	}
}

static void
text_is_broken_to_fit_the_width(void **state)
{
	static const struct text_case cases[] = {
		{ 80, "One two three.", "One two three.\n" },
		{ 5, "One two three.", "One\ntwo\nthree\n.\n" },
		{ 1, "ab c", "a\nb\nc\n" },
		{ 40, "First sentence. |Second one.",
		    "First sentence. Second one.\n" },
		{ 20, "forced-labour and re-education",
		    "forced-labour and\nre-education\n" },
		{ 20, "a\nb", "a\nb\n" },
	};

	(void)state;
	check_texts(cases, sizeof cases / sizeof *cases, true);
}

static void
a_line_that_leads_to_items_stands_with_them(void **state)
{
	static const struct written leading[] = {
		{ PASSAGE_PARAGRAPH, 0, 0, false, "Before." },
		{ PASSAGE_PARAGRAPH, 0, 0, false, "See also:" },
		{ PASSAGE_ITEM, 1, 0, false, "one" },
		{ PASSAGE_ITEM, 1, 0, false, "two" },
		{ PASSAGE_PARAGRAPH, 0, 0, false, "After." },
		{ PASSAGE_ITEM, 1, 0, false, "three" },
	};
	struct sample s = UTF8_SAMPLE;

	(void)state;
	assert_lines(&s, leading, 6, 50,
	    "Before.\n"
	    "\n"
	    "See also:\n"
	    "\u2022 one\n"
	    "\u2022 two\n"
	    "\n"
	    "After.\n"
	    "\n"
	    "\u2022 three\n");
}

static void
a_mark_stays_with_the_word_before_it(void **state)
{
	static const struct text_case cases[] = {
		{ 80, "One two^1^2 three.^3", "One two[1,2] three.[3]\n" },
		{ 20, "One two three four^1.", "One two three\nfour[1].\n" },
		/* only a word cut for its length goes without */
		{ 5, "abcde^1 f", "abcd\ne[1]\nf\n" },
		{ 5, "abcdefg^1^2^3 h", "abcde\nfg[1,\n2,3]\nh\n" },
		{ 5, "^1 a", "[1] a\n" },
		{ 1, "a^1", "a\n[\n1\n]\n" },
		{ 10, "same^1^1 twice^39", "same[1]\ntwice[39]\n" },
	};

	(void)state;
	check_texts(cases, sizeof cases / sizeof *cases, true);
}

static void
a_disputed_link_puts_a_sign_after_its_sentence(void **state)
{
	static const struct text_case cases[] = {
		{ 80, "It was <nine>.^1| It was <ten>.^2^3| So they say.",
		    "It was nine.[1] It was ten.[2,3] \u2260 So they say.\n" },
		{ 20, "<a> abcdef <ten>.^2", "a abcdef ten.[2] \u2260\n" },
		{ 16, "<a> abcdef <ten>.^2", "a abcdef\nten.[2] \u2260\n" },
	};
	static const struct text_case ascii[] = {
		{ 80, "<a> It was <ten>.^2| So.", "a It was ten.[2] != So.\n" },
	};

	(void)state;
	check_texts(cases, sizeof cases / sizeof *cases, true);
	check_texts(ascii, sizeof ascii / sizeof *ascii, false);
}

static void
wide_combining_and_right_to_left_text_fits(void **state)
{
	static const struct text_case cases[] = {
		{ 5, "浜の水車。", "浜の\n水\n車。\n" },
		{ 1, "浜a", "浜\na\n" },
		{ 20, "טַחֲנָה^1 mill", "טַחֲנָה[1] mill\n" },
		{ 5, "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
		    "e\u0301e\u0301e\u0301e\u0301e\u0301\ne\u0301\n" },
		/* a mark without a base takes the column of a replacement */
		{ 1, "\u0301a", "\u0301\na\n" },
		/* spans and marks go behind the cluster they fall into */
		{ 20, "ae^1\u0301b", "ae\u0301[1]b\n" },
	};

	(void)state;
	check_texts(cases, sizeof cases / sizeof *cases, true);
}

static void
without_utf8_text_is_measured_as_it_is_shown(void **state)
{
	static const struct text_case cases[] = {
		{ 12, "밀물 \u201Cmill\u201D^1", "milmul\n\"mill\"[1]\n" },
		{ 5, "straße", "stras\nse\n" },
	};

	(void)state;
	check_texts(cases, sizeof cases / sizeof *cases, false);
}

static void
every_kind_of_passage_has_its_look(void **state)
{
	static const struct written w[] = {
		{ PASSAGE_TITLE, .text = "Pay" },
		{ PASSAGE_SUMMARY, .text = "What is paid." },
		{ PASSAGE_HEADING, 2, .text = "Kept" },
		{ PASSAGE_ITEM, 1, .text = "first item is long" },
		{ PASSAGE_ITEM, 2, 7, .text = "inner item" },
		{ PASSAGE_PARAGRAPH, 2, .text = "More of it." },
		{ PASSAGE_QUOTATION, 1, .text = "What they said." },
		{ PASSAGE_QUOTATION, 1, .text = "And again." },
		{ PASSAGE_NOTE, .text = "It is not so." },
		{ PASSAGE_CODE, .text = "a\tb\n  cdefghijklmnopqrstuvw" },
	};
	struct sample s = UTF8_SAMPLE;

	(void)state;
	assert_lines(&s, w, sizeof w / sizeof *w, 20,
	    "Pay\n"
	    "What is paid.\n"
	    "\n"
	    "Kept\n"
	    "\n"
	    "\u2022 first item is long\n"
	    "  7. inner item\n"
	    "\n"
	    "     More of it.\n"
	    "\n"
	    "\u2502 What they said.\n"
	    "\u2502\n"
	    "\u2502 And again.\n"
	    "\n"
	    "  Editor's note: It\n"
	    "  is not so.\n"
	    "\n"
	    "a       b\n"
	    "  cdefghijklmnopqrst\n"
	    "uvw\n");
}

static void
indentation_gives_way_on_a_narrow_screen(void **state)
{
	static const struct written w[] = {
		{ PASSAGE_ITEM, 9, .text = "deep" },
		{ PASSAGE_ITEM, 1, 100, .text = "far" },
		{ PASSAGE_QUOTATION, 9, .text = "so" },
	};
	struct sample five = UTF8_SAMPLE, one = UTF8_SAMPLE;

	(void)state;
	assert_lines(&five, w, 3, 5,
	    "\u2022 dee\n"
	    "  p\n"
	    "far\n"
	    "\n"
	    "\u2502 so\n");
	assert_lines(&one, w, 3, 1, "d\ne\ne\np\nf\na\nr\n\ns\no\n");
}

static const struct written table[] = {
	{ PASSAGE_ROW, 1, .text = "Place\tMills\tRemark" },
	{ PASSAGE_ROW, .text = "Anse\t7^1\tin the harbour and east" },
	{ PASSAGE_ROW, .text = "浜 (Hama)\t<2>\t" },
};

static void
a_table_shares_the_width_among_its_columns(void **state)
{
	struct sample wide = UTF8_SAMPLE, narrow = UTF8_SAMPLE;

	(void)state;
	assert_lines(&wide, table, 3, 80,
	    "Place      Mills  Remark\n"
	    "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500  "
	    "\u2500\u2500\u2500\u2500\u2500  "
	    "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
	    "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
	    "\u2500\u2500\u2500\n"
	    "Anse       7[1]   in the harbour and east\n"
	    "浜 (Hama)  2\n");
	narrow.options.is_utf8 = false;
	assert_lines(&narrow, table, 3, 30,
	    "Place     Mills  Remark\n"
	    "--------  -----  -------------\n"
	    "Anse      7[1]   in the\n"
	    "                 harbour and\n"
	    "                 east\n"
	    "? (Hama)  2\n");
}

static void
a_table_too_wide_becomes_records(void **state)
{
	struct sample s = UTF8_SAMPLE, five = UTF8_SAMPLE;

	(void)state;
	assert_lines(&s, table, 3, 18,
	    "Place\n"
	    "Mills\n"
	    "Remark\n"
	    "\n"
	    "Place: Anse\n"
	    "  Mills: 7[1]\n"
	    "  Remark: in the\n"
	    "  harbour and east\n"
	    "\n"
	    "Place: 浜 (Hama)\n"
	    "  Mills: 2\n");
	assert_lines(&five, table, 2, 5,
	    "Place\n"
	    "Mills\n"
	    "Remar\n"
	    "k\n"
	    "\n"
	    "Place\n"
	    ":\n"
	    "Anse\n"
	    "Mills\n"
	    ":\n"
	    "7[1]\n"
	    "Remar\n"
	    "k: in\n"
	    "the\n"
	    "harbo\n"
	    "ur\n"
	    "and\n"
	    "east\n");
}

static void
cells_are_where_the_cursor_stands(void **state)
{
	struct sample s = UTF8_SAMPLE;

	(void)state;
	lay_out(&s, table, 3, 30);
	assert_int_equal(s.l.sentence_count, 9);
	assert_int_equal(s.l.sentences[3].first_line, 2);
	assert_int_equal(s.l.sentences[3].last_line, 2);
	assert_int_equal(s.l.sentences[5].first_line, 2);
	assert_int_equal(s.l.sentences[5].last_line, 4);
	/* an empty cell is on its row */
	assert_int_equal(s.l.sentences[8].first_line, 5);
	assert_int_equal(layout_find_on_line(&s.l, 3), 5);
	assert_int_equal(layout_find_on_line(&s.l, 5), 6);
	assert_int_equal(layout_find_on_line(&s.l, 6), -1);
	assert_int_equal(layout_find_sentence(&s.l, 1, 6), 4);
	assert_int_equal(layout_find_sentence(&s.l, 1, 4), 3);
	arena_clear(&s.arena);
}

static const struct written graphic[] = {
	{ PASSAGE_PARAGRAPH, .text = "Before." },
	{ PASSAGE_PARAGRAPH, 0, 0, true, "Harsh." },
	{ PASSAGE_ROW, 0, 0, true, "Harsh\trow" },
	{ PASSAGE_PARAGRAPH, .text = "Between." },
	{ PASSAGE_PARAGRAPH, 0, 0, true, "Again." },
};

static void
graphic_passages_in_a_row_fold_into_one_line(void **state)
{
	struct sample s = UTF8_SAMPLE;

	(void)state;
	assert_lines(&s, graphic, 5, 50,
	    "Before.\n"
	    "\n"
	    "\u25B8 2 graphic passages folded (- shows them)\n"
	    "\n"
	    "Between.\n"
	    "\n"
	    "\u25B8 1 graphic passage folded (- shows it)\n");
}

static void
a_note_counts_with_the_folded_passage_that_it_is_on(void **state)
{
	static const struct written noted[] = {
		{ PASSAGE_PARAGRAPH, 0, 0, true, "Harsh." },
		{ PASSAGE_NOTE, 0, 0, true, "On it." },
		{ PASSAGE_NOTE, 0, 0, true, "More." },
		{ PASSAGE_PARAGRAPH, .text = "Between." },
		{ PASSAGE_NOTE, 0, 0, true, "Harsh of itself." },
	};
	struct sample folded = UTF8_SAMPLE, skipped = UTF8_SAMPLE;

	(void)state;
	assert_lines(&folded, noted, 5, 50,
	    "\u25B8 1 graphic passage folded (- shows it)\n"
	    "\n"
	    "Between.\n"
	    "\n"
	    "\u25B8 1 graphic passage folded (- shows it)\n");
	assert_int_equal(folded.l.folded, 2);
	skipped.options.graphic = GRAPHIC_SKIP;
	assert_lines(&skipped, noted, 5, 50, "Between.\n");
	assert_int_equal(skipped.l.folded, 2);
	arena_clear(&folded.arena);
	arena_clear(&skipped.arena);
}

static void
a_fold_is_a_sentence_without_text(void **state)
{
	struct sample s = UTF8_SAMPLE;

	(void)state;
	lay_out(&s, graphic, 5, 50);
	assert_int_equal(s.l.folded, 3);
	assert_int_equal(s.l.sentence_count, 4);
	assert_int_equal(s.l.sentences[1].passage, 1);
	assert_int_equal(s.l.sentences[1].len, 0);
	assert_int_equal(s.l.lines[s.l.sentences[1].first_line].kind,
	    LINE_FOLD);
	assert_int_equal(layout_find_sentence(&s.l, 2, 3), 1);
	arena_clear(&s.arena);
}

static void
what_is_unfolded_shown_or_skipped_is_counted_so(void **state)
{
	struct sample unfolded = UTF8_SAMPLE, shown = UTF8_SAMPLE,
		      skipped = UTF8_SAMPLE;

	(void)state;
	unfolded.is_unfolded[4] = true;
	lay_out(&unfolded, graphic, 5, 50);
	assert_int_equal(unfolded.l.folded, 2);
	assert_int_equal(unfolded.l.sentence_count, 4);
	shown.options.graphic = GRAPHIC_SHOW;
	assert_lines(&shown, graphic, 5, 50,
	    "Before.\n\nHarsh.\n\nHarsh  row\n\nBetween.\n\nAgain.\n");
	assert_int_equal(shown.l.folded, 0);
	skipped.options.graphic = GRAPHIC_SKIP;
	assert_lines(&skipped, graphic, 5, 50, "Before.\n\nBetween.\n");
	assert_int_equal(skipped.l.folded, 3);
	arena_clear(&unfolded.arena);
}

static void
runs_know_their_style_sentence_and_place(void **state)
{
	static const struct written w = { .kind = PASSAGE_PARAGRAPH,
		.text = "A *b* <c d>.^1| E." };
	static const struct {
		const char *text;
		uint16_t style;
		int at, col, sentence, link;
	} runs[] = {
		{ "A ", 0, 0, 0, 0, -1 },
		{ "b", RUN_EMPHASIS, 2, 2, 0, -1 },
		{ " ", 0, 3, 3, 0, -1 },
		{ "c d", RUN_LINK, 4, 4, 0, 0 },
		{ ".", 0, 7, 7, 0, -1 },
		{ "[1]", RUN_MARK, 8, 8, 0, -1 },
		{ "E.", 0, 9, 12, 1, -1 },
	};
	struct sample s = UTF8_SAMPLE;

	(void)state;
	lay_out(&s, &w, 1, 80);
	assert_int_equal(s.l.run_count, sizeof runs / sizeof *runs);
	for (size_t i = 0; i < s.l.run_count; i++) {
		const struct layout_run *run = &s.l.runs[i];

		assert_int_equal(run->len, strlen(runs[i].text));
		assert_memory_equal(run->text, runs[i].text, run->len);
		assert_int_equal(run->style, runs[i].style);
		assert_int_equal(run->at, runs[i].at);
		assert_int_equal(run->col, runs[i].col);
		assert_int_equal(run->sentence, runs[i].sentence);
		assert_int_equal(run->link, runs[i].link);
	}
	arena_clear(&s.arena);
}

static void
a_link_is_found_where_it_begins(void **state)
{
	static const struct written w = { .kind = PASSAGE_PARAGRAPH,
		.text = "One <two three> four.| <Five>." };
	struct sample s = UTF8_SAMPLE;

	(void)state;
	lay_out(&s, &w, 1, 8);
	assert_int_equal(s.l.link_count, 2);
	assert_int_equal(s.l.links[0].line, 0);
	assert_int_equal(s.l.links[0].sentence, 0);
	assert_int_equal(s.l.runs[s.l.links[0].run].col, 4);
	assert_int_equal(s.l.links[1].sentence, 1);
	assert_int_equal(s.l.runs[s.l.links[1].run].len, 4);
	arena_clear(&s.arena);
}

static void
an_empty_page_has_no_lines(void **state)
{
	struct sample s = UTF8_SAMPLE;

	(void)state;
	lay_out(&s, NULL, 0, 80);
	assert_int_equal(s.l.line_count, 0);
	assert_int_equal(layout_find_sentence(&s.l, 0, 0), -1);
	assert_int_equal(layout_find_on_line(&s.l, 0), -1);
	arena_clear(&s.arena);
}

/* Rows enough for several pieces of a table, folded ones, and text. */
static void
make_long_page(struct sample *s)
{
	enum { PASSAGES = 700 };

	s->page.passages = arena_alloc_array(&s->arena, PASSAGES,
	    sizeof *s->page.passages);
	s->page.passage_count = PASSAGES;
	for (uint32_t i = 0; i < PASSAGES; i++) {
		struct passage *p = &s->page.passages[i];
		struct str text;

		str_init(&text, 0);
		str_add_format(&text, "Row %u%cas wide as %u words", i,
		    i < 500 ? '\t' : ' ', i * i * i);
		p->kind = i < 500 ? PASSAGE_ROW : PASSAGE_PARAGRAPH;
		p->level = i == 0;
		p->is_graphic = i > 510 && i < 680;
		p->text = arena_copy(&s->arena, text.data, text.len);
		p->len = (uint32_t)text.len;
		str_clear(&text);
	}
}

static void
check_same(const struct layout *a, const struct layout *b)
{
	assert_int_equal(a->line_count, b->line_count);
	assert_int_equal(a->sentence_count, b->sentence_count);
	assert_int_equal(a->run_count, b->run_count);
	assert_int_equal(a->folded, b->folded);
	assert_memory_equal(a->lines, b->lines,
	    a->line_count * sizeof *a->lines);
	assert_memory_equal(a->sentences, b->sentences,
	    a->sentence_count * sizeof *a->sentences);
	for (uint32_t i = 0; i < a->run_count; i++) {
		assert_int_equal(a->runs[i].col, b->runs[i].col);
		assert_int_equal(a->runs[i].len, b->runs[i].len);
		assert_memory_equal(a->runs[i].text, b->runs[i].text,
		    a->runs[i].len);
	}
}

static void
a_page_in_parts_is_laid_out_as_at_once(void **state)
{
	static const uint32_t steps[] = { 1, 7, 64, 127, 128, 129, 700 };
	static const int widths[] = { 80, 12 };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof steps / sizeof *steps; i++) {
		struct sample s = { 0 };
		struct layout_maker *m;
		struct layout parts;
		uint32_t end = 0;

		make_long_page(&s);
		s.options.width_cols = widths[i % 2];
		layout_page(&s.l, &s.page, &s.options, &s.arena);
		m = layout_begin(&parts, &s.page, &s.options, &s.arena);
		while (end < s.page.passage_count) {
			end += steps[i / 2];
			if (end > s.page.passage_count)
				end = s.page.passage_count;
			assert_true(layout_continue(m, end,
					end == s.page.passage_count) <= end);
		}
		check_same(&s.l, &parts);
		layout_end(m);
		assert_int_equal(parts.line_count, 0);
		arena_clear(&s.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_broken_to_fit_the_width),
		cmocka_unit_test(a_line_that_leads_to_items_stands_with_them),
		cmocka_unit_test(a_mark_stays_with_the_word_before_it),
		cmocka_unit_test(
		    a_disputed_link_puts_a_sign_after_its_sentence),
		cmocka_unit_test(wide_combining_and_right_to_left_text_fits),
		cmocka_unit_test(without_utf8_text_is_measured_as_it_is_shown),
		cmocka_unit_test(every_kind_of_passage_has_its_look),
		cmocka_unit_test(indentation_gives_way_on_a_narrow_screen),
		cmocka_unit_test(a_table_shares_the_width_among_its_columns),
		cmocka_unit_test(a_table_too_wide_becomes_records),
		cmocka_unit_test(cells_are_where_the_cursor_stands),
		cmocka_unit_test(graphic_passages_in_a_row_fold_into_one_line),
		cmocka_unit_test(
		    a_note_counts_with_the_folded_passage_that_it_is_on),
		cmocka_unit_test(a_fold_is_a_sentence_without_text),
		cmocka_unit_test(
		    what_is_unfolded_shown_or_skipped_is_counted_so),
		cmocka_unit_test(runs_know_their_style_sentence_and_place),
		cmocka_unit_test(a_link_is_found_where_it_begins),
		cmocka_unit_test(an_empty_page_has_no_lines),
		cmocka_unit_test(a_page_in_parts_is_laid_out_as_at_once),
	};

	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
