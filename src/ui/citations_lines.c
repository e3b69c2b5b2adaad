/* SPDX-License-Identifier: ISC */
#include "citations_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "graphic.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * The chains are put into lines for the width at hand: a mark's number, the
 * role of each step, what it names, and whether it was seen; then the
 * notes.  Of more citations than a key may tell of the rest is left for
 * later.
 */
enum {
	NUMBER_COLS = 5,
	ROLE_COLS = 15,
	NARROW_COLS = 48,
	VERY_NARROW_COLS = 30,
	HANGING_COLS = 2,
	AT_ONCE = 64,        /* citations */
	IN_WORDS_AT_ONCE = 4 /* which costs more */
};

struct citation_line *
citations_add_line(struct citations *c)
{
	if (c->line_count == c->line_cap) {
		c->line_cap = c->line_cap ? c->line_cap * 2 : 32;
		c->lines = mem_resize_array(c->lines, c->line_cap,
		    sizeof *c->lines);
	}
	c->lines[c->line_count] = (struct citation_line){ .label = "",
		.step = -1 };
	return &c->lines[c->line_count++];
}

/* What is transliterated has other columns. */
static const char *
copy_shown(struct citations *c, const struct str *text)
{
	struct str shown;
	const char *copy;

	if (c->is_utf8)
		return arena_copy(&c->arena, text->data, text->len);
	str_init(&shown, 0);
	clean_add(&shown, text->data, text->len, CLEAN_ASCII);
	copy = arena_copy(&c->arena, shown.data, shown.len);
	str_clear(&shown);
	return copy;
}

/*
 * Text in as many lines as it needs, the label before the first, which may
 * stand further left than the others.
 */
static void
add_lines(struct citations *c, const char *label, const struct str *of,
    int first, int others, int step, enum role role)
{
	const char *text = copy_shown(c, of);
	size_t len = strlen(text);
	size_t at = 0;
	struct wrap_line piece;
	bool is_first = true;
	int indent = first;

	while (wrap_next_line(&piece, &at, text, len,
	    c->width_cols > indent ? (size_t)(c->width_cols - indent) : 1)) {
		struct citation_line *line = citations_add_line(c);

		line->text = text + piece.at;
		line->len = piece.len;
		line->indent = indent;
		line->label = is_first ? label : "";
		line->step = step;
		line->role = role;
		is_first = false;
		indent = others;
	}
}

static const char *
get_role_text(enum step_role role)
{
	switch (role) {
	case STEP_STATED_IN:
		return "stated in";
	case STEP_CREDITED_TO:
		return "credited to";
	case STEP_IDENTIFIED_AS:
		return "identified as";
	case STEP_SPOKEN_BY:
		return "spoken by";
	}
	return "";
}

static void
add_locator(struct str *out, const struct step *step)
{
	const char *label;

	if (!step->locator_value)
		return;
	label = step->locator_label ? step->locator_label : "";
	str_add_text(out, ", ");
	if (label[0])
		str_add_format(out, "%s ", citation_get_locator_short(label));
	str_add_text(out, step->locator_value);
}

/* What a step names, and how far it was seen. */
static void
add_step_text(struct str *out, const struct citations *c,
    const struct step *step)
{
	if (step->text)
		str_add_format(out, "\"%s\"", step->text);
	else
		str_add_text(out, step->label ? step->label : step->key);
	add_locator(out, step);
	if (step->seen == SEEN_NO && step->role != STEP_SPOKEN_BY)
		str_add_text(out, " \u2014 not seen");
	if (step->seen == SEEN_PART)
		str_add_text(out, " \u2014 seen in part");
	if (step->role == STEP_STATED_IN && step->seen == SEEN_YES &&
	    c->width_cols > 90)
		str_add_text(out, " \u2014 seen");
	if (step->is_carried)
		str_add_text(out, " (credit from a neighbouring sentence)");
}

static void
add_to_steps(struct citations *c, const struct citation *citation,
    const struct step *step)
{
	c->steps = mem_resize_array(c->steps, c->step_count + 1,
	    sizeof *c->steps);
	c->chains = mem_resize_array(c->chains, c->step_count + 1,
	    sizeof *c->chains);
	c->steps[c->step_count] = step;
	c->chains[c->step_count] = citation;
}

static void
add_step(struct citations *c, const struct citation *citation, uint32_t i)
{
	const struct step *step = &citation->steps[i];
	enum { LABEL_COLS = NUMBER_COLS + ROLE_COLS };
	bool is_very_narrow = c->width_cols < VERY_NARROW_COLS;
	size_t number_cols = is_very_narrow ? NUMBER_COLS - 1 : NUMBER_COLS;
	int first = LABEL_COLS, others = LABEL_COLS;
	struct str label, text;

	add_to_steps(c, citation, step);
	str_init(&label, 0);
	str_init(&text, 4096);
	if (i == 0)
		str_add_format(&label, "[%u]", citation->number);
	while (label.len + 1 < number_cols)
		str_add_char(&label, ' ');
	str_add_format(&label, " %s", get_role_text(step->role));
	if (c->width_cols < NARROW_COLS) {
		/* No room beside it: the label is the beginning. */
		str_add_format(&text, "%s: ", label.data);
		str_reset(&label);
		first = 0;
		others = is_very_narrow ? NUMBER_COLS - 1 :
					  NUMBER_COLS + HANGING_COLS;
	}
	add_step_text(&text, c, step);
	add_lines(c, arena_copy(&c->arena, label.data, label.len), &text, first,
	    others, (int)c->step_count, ROLE_TEXT);
	str_clear(&text);
	str_clear(&label);
	c->step_count++;
}

/* A topic's citations are read without steps. */
static void
add_steps(struct citations *c, const struct citation *citation)
{
	struct citation *whole = arena_alloc(&c->arena, sizeof *whole);
	struct error err;

	*whole = *citation;
	if (whole->step_count == 0 &&
	    collection_read_steps(whole, app_get_session(c->app)->collection,
		&c->arena, &err) != STATUS_OK)
		app_say_error(c->app, &err);
	for (uint32_t i = 0; i < whole->step_count; i++)
		add_step(c, whole, i);
	if (c->has_words && whole->step_count > 0)
		citations_add_words(c, whole);
}

/* Whether the mark was told of; from now on it was. */
static bool
is_told(struct citations *c, uint32_t number)
{
	for (size_t i = 0; i < c->number_count; i++) {
		if (c->numbers[i] == number)
			return true;
	}
	c->numbers = mem_resize_array(c->numbers, c->number_count + 1,
	    sizeof *c->numbers);
	c->numbers[c->number_count++] = number;
	return false;
}

/* A slice of the page's citations; false when nothing is left. */
static bool
add_citations(struct citations *c)
{
	const struct cited *cited = &c->cited;
	const struct page *page = cited->page;
	int64_t passage = page->passages[cited->passage].id;
	unsigned added = 0, most = c->has_words ? IN_WORDS_AT_ONCE : AT_ONCE;

	for (; c->next < page->citation_count && added < most; c->next++) {
		const struct citation *citation = &page->citations[c->next];

		if (!citation_touches(citation, passage, cited->at,
			cited->len) ||
		    is_told(c, citation->number))
			continue;
		add_steps(c, citation);
		added++;
	}
	return c->next < page->citation_count;
}

/* With its marks, "[2]" or "[2,3]", which are not in the text. */
static void
add_marked_text(struct str *out, const struct page *page,
    const struct passage *p)
{
	bool is_open = false;
	uint32_t at = 0;

	for (uint32_t i = 0; i < p->span_count; i++) {
		const struct span *span = &p->spans[i];

		if (span->kind != SPAN_CITATION)
			continue;
		if (is_open && span->at != at) {
			str_add_char(out, ']');
			is_open = false;
		}
		str_add(out, p->text + at, span->at - at);
		str_add_format(out, "%c%u", is_open ? ',' : '[',
		    page->citations[span->target].number);
		is_open = true;
		at = span->at;
	}
	if (is_open)
		str_add_char(out, ']');
	str_add(out, p->text + at, p->len - at);
}

/* Notes are on a passage, which may have more than the sentence at hand. */
static const char *
get_note_label(const struct cited *cited)
{
	const struct passage *p = &cited->page->passages[cited->passage];

	return p->kind != PASSAGE_STATEMENT && p->sentence_count > 1 ?
	    "Editor's note on this paragraph: " :
	    "Editor's note: ";
}

/* Folded with the passage that it is on. */
static void
add_note_text(struct str *out, const struct citations *c,
    const struct passage *note)
{
	if (!c->cited.is_unfolded &&
	    graphic_is_folded(c->app, note->is_graphic))
		graphic_add(out, c->app, true, "");
	else
		add_marked_text(out, c->cited.page, note);
}

static void
add_notes(struct citations *c)
{
	const struct page *page = c->cited.page;
	uint32_t i = c->cited.passage + 1;

	for (;
	     i < page->passage_count && page->passages[i].kind == PASSAGE_NOTE;
	     i++) {
		struct str text;

		str_init(&text, 0);
		str_add_text(&text, get_note_label(&c->cited));
		add_note_text(&text, c, &page->passages[i]);
		add_lines(c, "", &text, 0, HANGING_COLS, -1, ROLE_NOTE);
		str_clear(&text);
	}
}

void
citations_add_more(struct citations *c)
{
	if (c->is_whole || add_citations(c))
		return;
	if (!c->cited.are_notes_shown)
		add_notes(c);
	c->is_whole = true;
}

void
citations_make_lines(struct citations *c, int width_cols, bool is_utf8)
{
	if (c->width_cols == width_cols && c->is_utf8 == is_utf8)
		return;
	c->width_cols = width_cols;
	c->is_utf8 = is_utf8;
	c->line_count = c->step_count = c->number_count = 0;
	c->next = 0;
	c->last.text = NULL;
	c->is_whole = !c->cited.page;
	arena_reset(&c->arena);
	citations_add_more(c);
	/* A width that changes leaves the step where it was. */
	while (!c->is_whole && c->selected >= (int)c->step_count)
		citations_add_more(c);
}
