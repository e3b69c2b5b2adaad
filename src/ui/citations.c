/* SPDX-License-Identifier: ISC */
#include "citations.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "graphic.h"
#include "keymap.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * The chains are put into lines for the width at hand: a mark's number, the
 * role of each step, what it names, and whether it was seen.  Steps are
 * what the reader walks and opens; lines are what is scrolled.
 */
enum {
	NUMBER_COLS = 5,
	ROLE_COLS = 15,
	NARROW_COLS = 48,
	VERY_NARROW_COLS = 30,
	HANGING_COLS = 2
};

struct line {
	const char *text; /* of the step or note; in the arena */
	size_t len;
	int indent;        /* of the text */
	const char *label; /* "[1] stated in", before the text; "" */
	int step;          /* index into steps, -1: of a note */
	enum role role;
};

struct citations {
	struct app *app;
	struct cited cited;
	int64_t passage_id; /* of what is cited */
	struct arena arena;
	struct line *lines;
	size_t line_count;
	size_t line_cap;
	const struct step **steps;
	size_t step_count;
	int width_cols; /* that the lines were made for, 0: not made */
	bool is_utf8;   /* likewise */
	int selected;   /* step */
	int top;        /* line */
	int rows_shown;
	struct str title;
};

struct citations *
citations_new(struct app *app)
{
	struct citations *c = mem_alloc_array(1, sizeof *c);

	c->app = app;
	str_init(&c->title, 256);
	return c;
}

void
citations_free(struct citations *c)
{
	if (!c)
		return;
	arena_clear(&c->arena);
	str_clear(&c->title);
	free(c->lines);
	free(c->steps);
	free(c);
}

/* Passages are numbered once in a collection, so a page that was read into
 * the memory of another is told from it. */
static bool
is_same(const struct citations *c, const struct cited *cited)
{
	const struct cited *old = &c->cited;

	return cited->page && old->page == cited->page &&
	    old->passage == cited->passage && old->at == cited->at &&
	    old->len == cited->len && old->is_unfolded == cited->is_unfolded &&
	    c->passage_id == cited->page->passages[cited->passage].id;
}

void
citations_show(struct citations *c, const struct cited *cited)
{
	if (is_same(c, cited))
		return;
	c->cited = *cited;
	c->passage_id = cited->page ? cited->page->passages[cited->passage].id :
				      0;
	c->width_cols = 0;
	c->selected = c->top = 0;
}

void
citations_forget(struct citations *c)
{
	citations_show(c, &(struct cited){ .page = NULL });
}

static void
add_count(struct str *out, uint32_t count, const char *what)
{
	str_add_format(out, "%u %s%s", count, what, count == 1 ? "" : "s");
}

static void
add_counts(struct str *out, const struct cited *cited, const char *document)
{
	if (cited->documents == 0) {
		str_add_text(out, "not cited");
		return;
	}
	add_count(out, cited->documents, document);
	str_add_text(out, ", ");
	add_count(out, cited->origins, "origin");
}

/* Where there is no room for all, the counts are what matters. */
static void
add_title(struct str *out, const struct cited *cited, const char *what,
    int form)
{
	if (form < 3)
		str_add_text(out, "Behind");
	if (form < 2)
		str_add_format(out, " %s", what);
	if (form < 3)
		str_add_text(out, form == 0 ? " \u2500\u2500 " : ": ");
	add_counts(out, cited, form < 3 ? "document" : "doc");
}

const char *
citations_get_title(struct citations *c, int width_cols)
{
	enum { SHORTEST = 3 };
	const struct cited *cited = &c->cited;
	const char *what = cited->what ? cited->what : "this sentence";
	struct str *title = &c->title;

	str_reset(title);
	if (cited->is_heading && cited->documents == 0) {
		str_add_text(title, "A heading");
		return title->data;
	}
	if (!cited->page)
		str_add_format(title, "Behind %s", what);
	for (int form = 0; cited->page && form <= SHORTEST; form++) {
		str_reset(title);
		add_title(title, cited, what, form);
		if ((int)utf8_width_cols(title->data, title->len) <= width_cols)
			break;
	}
	return title->data;
}

static struct line *
add_line(struct citations *c)
{
	if (c->line_count == c->line_cap) {
		c->line_cap = c->line_cap ? c->line_cap * 2 : 32;
		c->lines = mem_resize_array(c->lines, c->line_cap,
		    sizeof *c->lines);
	}
	c->lines[c->line_count] = (struct line){ .label = "", .step = -1 };
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
		struct line *line = add_line(c);

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
add_step(struct citations *c, const struct citation *citation, uint32_t i)
{
	const struct step *step = &citation->steps[i];
	enum { LABEL_COLS = NUMBER_COLS + ROLE_COLS };
	bool is_very_narrow = c->width_cols < VERY_NARROW_COLS;
	size_t number_cols = is_very_narrow ? NUMBER_COLS - 1 : NUMBER_COLS;
	int first = LABEL_COLS, others = LABEL_COLS;
	struct str label, text;

	c->steps = mem_resize_array(c->steps, c->step_count + 1,
	    sizeof *c->steps);
	c->steps[c->step_count] = step;
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

static bool
has_number(const uint32_t *numbers, size_t count, uint32_t number)
{
	for (size_t i = 0; i < count; i++) {
		if (numbers[i] == number)
			return true;
	}
	return false;
}

static void
add_citations(struct citations *c)
{
	const struct cited *cited = &c->cited;
	const struct page *page = cited->page;
	int64_t passage = page->passages[cited->passage].id;
	uint32_t *numbers = mem_alloc_array(page->citation_count,
	    sizeof *numbers);
	size_t count = 0;

	for (uint32_t i = 0; i < page->citation_count; i++) {
		const struct citation *citation = &page->citations[i];

		if (!citation_touches(citation, passage, cited->at,
			cited->len) ||
		    has_number(numbers, count, citation->number))
			continue;
		numbers[count++] = citation->number;
		for (uint32_t j = 0; j < citation->step_count; j++)
			add_step(c, citation, j);
	}
	free(numbers);
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

static void
make_lines(struct citations *c, int width_cols, bool is_utf8)
{
	if (c->width_cols == width_cols && c->is_utf8 == is_utf8)
		return;
	c->width_cols = width_cols;
	c->is_utf8 = is_utf8;
	c->line_count = c->step_count = 0;
	arena_reset(&c->arena);
	if (!c->cited.page)
		return;
	add_citations(c);
	if (!c->cited.are_notes_shown)
		add_notes(c);
}

static int
find_line(const struct citations *c, int step)
{
	for (size_t i = 0; i < c->line_count; i++) {
		if (c->lines[i].step == step)
			return (int)i;
	}
	return 0;
}

static int
find_last_line(const struct citations *c, int step)
{
	int line = find_line(c, step);

	while (line + 1 < (int)c->line_count && c->lines[line + 1].step == step)
		line++;
	return line;
}

/* The whole step, or its beginning where it is longer than the pane. */
static void
show_selected(struct citations *c)
{
	int first = find_line(c, c->selected);
	int last = find_last_line(c, c->selected);

	if (last >= c->top + c->rows_shown)
		c->top = last - c->rows_shown + 1;
	if (first < c->top)
		c->top = first;
}

/*
 * Some of the selected step stays in sight, whatever the size is now; below
 * the last are the notes.
 */
static void
scroll(struct citations *c)
{
	int last = (int)c->line_count - c->rows_shown;

	if (c->top > last)
		c->top = last > 0 ? last : 0;
	if (find_line(c, c->selected) >= c->top + c->rows_shown ||
	    (c->selected + 1 < (int)c->step_count &&
		find_last_line(c, c->selected) < c->top))
		show_selected(c);
}

static void
draw_line(struct citations *c, struct canvas *canvas, struct rect row,
    const struct line *line, bool is_focused)
{
	bool is_selected = is_focused && line->step >= 0 &&
	    line->step == c->selected;
	enum role role = is_selected ? ROLE_SELECTED : line->role;
	bool is_unseen = line->step >= 0 &&
	    c->steps[line->step]->seen == SEEN_NO;

	if (is_selected)
		canvas_fill(canvas, row, ROLE_SELECTED);
	canvas_put_text(canvas, row.row, row.col, line->indent,
	    is_selected ? role : ROLE_DIM, line->label);
	if (is_unseen && !is_selected)
		role = ROLE_UNSEEN;
	canvas_put(canvas, row.row, row.col + line->indent,
	    row.cols - line->indent, role, 0, line->text, line->len);
}

/* On what is seen first of the selected step, else on the first line. */
static void
put_cursor(const struct citations *c, struct canvas *canvas, struct rect area)
{
	int line = find_line(c, c->selected);

	if (line < c->top)
		line = c->top;
	if (line < (int)c->line_count && c->lines[line].step == c->selected)
		canvas_set_cursor(canvas, area.row + line - c->top,
		    area.col + c->lines[line].indent);
	else
		canvas_set_cursor(canvas, area.row, area.col);
}

/* "3 more lines: C", the key only where the keys are elsewhere. */
static void
add_more(struct str *out, struct citations *c, size_t more, bool is_focused)
{
	str_add_format(out, "%zu more line%s", more, more == 1 ? "" : "s");
	if (is_focused)
		return;
	str_add_text(out, ": ");
	keymap_add_first_key(out, app_get_keymap(c->app),
	    COMMAND_CITATIONS_ENTER);
}

void
citations_draw_more(struct citations *c, struct canvas *canvas,
    struct rect area, bool is_focused, bool is_framed)
{
	size_t shown = (size_t)c->top + (size_t)area.rows;
	struct str text;
	int cols, row;

	if (area.rows < 1 || c->line_count <= shown)
		return;
	str_init(&text, 64);
	str_add_text(&text, is_framed ? " " : "\u2026 ");
	add_more(&text, c, c->line_count - shown, is_focused);
	str_add_text(&text, is_framed ? " " : "");
	cols = (int)utf8_width_cols(text.data, text.len);
	row = area.row + area.rows - !is_framed;
	if (cols <= area.cols && (is_framed || !is_focused))
		canvas_put_text(canvas, row, area.col + area.cols - cols, cols,
		    ROLE_HINT, text.data);
	str_clear(&text);
}

static const char *
get_text_of_none(const struct cited *cited)
{
	if (!cited->page)
		return "Nothing is under the cursor.";
	return cited->is_heading ? "A heading states nothing of its own." :
				   "No source is given here.";
}

void
citations_draw(struct citations *c, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	size_t left;

	c->rows_shown = area.rows;
	make_lines(c, area.cols, canvas_is_utf8(canvas));
	scroll(c);
	if (c->line_count == 0)
		canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
		    get_text_of_none(&c->cited));
	left = c->line_count - (size_t)c->top;
	for (int i = 0; i < area.rows && i < (int)left; i++) {
		struct rect row = { area.row + i, area.col, 1, area.cols };

		draw_line(c, canvas, row, &c->lines[c->top + i], is_focused);
	}
	if (is_focused)
		put_cursor(c, canvas, area);
}

static void
select_step(struct citations *c, int step)
{
	int last = (int)c->step_count - 1;

	if (step > last)
		step = last;
	c->selected = step < 0 ? 0 : step;
	show_selected(c);
}

/*
 * To the next step, but first to the end of one that is longer than the
 * pane, or of the notes below the last.
 */
static void
step_down(struct citations *c)
{
	int below = c->top + c->rows_shown;

	if (below < (int)c->line_count &&
	    (find_last_line(c, c->selected) >= below ||
		c->selected + 1 >= (int)c->step_count))
		c->top++;
	else
		select_step(c, c->selected + 1);
}

static void
step_up(struct citations *c)
{
	if (find_line(c, c->selected) < c->top)
		c->top--;
	else
		select_step(c, c->selected - 1);
}

static void
repeat(struct citations *c, void (*step)(struct citations *c), int times)
{
	for (int i = 0; i < times && i <= (int)c->line_count; i++)
		step(c);
}

static void
open_selected(struct citations *c)
{
	if (c->selected >= (int)c->step_count)
		return;
	if (c->steps[c->selected]->key)
		app_go_record(c->app, RECORD_SOURCE,
		    c->steps[c->selected]->key);
	else
		app_say(c->app, "This credit has no record.");
}

enum view_result
citations_run(struct citations *c, enum command command, int count)
{
	int times = count > 0 ? count : 1;
	int page = c->rows_shown > 1 ? c->rows_shown - 1 : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
		repeat(c, step_down, times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
		repeat(c, step_up, times);
		return VIEW_DONE;
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_LINK_NEXT:
		select_step(c, c->selected + times);
		return VIEW_DONE;
	case COMMAND_SENTENCE_PREVIOUS:
	case COMMAND_LINK_PREVIOUS:
		select_step(c, c->selected - times);
		return VIEW_DONE;
	case COMMAND_PAGE_DOWN:
	case COMMAND_HALF_DOWN:
		select_step(c, c->selected + page * times);
		return VIEW_DONE;
	case COMMAND_PAGE_UP:
	case COMMAND_HALF_UP:
		select_step(c, c->selected - page * times);
		return VIEW_DONE;
	case COMMAND_FIRST:
		select_step(c, count > 0 ? count - 1 : 0);
		return VIEW_DONE;
	case COMMAND_LAST:
		select_step(c, (int)c->step_count - 1);
		return VIEW_DONE;
	case COMMAND_OPEN:
		open_selected(c);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

void
citations_click(struct citations *c, struct rect area, int row,
    bool was_focused)
{
	size_t line = (size_t)(c->top + row - area.row);
	int step = line < c->line_count ? c->lines[line].step : -1;

	if (step >= 0 && step == c->selected && was_focused)
		open_selected(c);
	else if (step >= 0)
		c->selected = step;
}
