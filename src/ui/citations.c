/* SPDX-License-Identifier: ISC */
#include "citations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "graphic.h"
#include "text/clean.h"
#include "text/wrap.h"

/*
 * The chains are put into lines for the width at hand: a mark's number, the
 * role of each step, what it names, and whether it was seen.  Steps are
 * what the reader walks and opens; lines are what is scrolled.
 * Of more citations than a key may tell of the rest waits for a slice.
 */
enum {
	NUMBER_COLS = 5,
	ROLE_COLS = 15,
	NARROW_COLS = 44,
	AT_ONCE = 64 /* citations */
};

struct line {
	const char *text; /* of the step or note; in the arena */
	size_t len;
	const char *label; /* "[1] stated in", before the text; "" */
	int step;          /* index into steps, -1: of a note */
	bool is_first;     /* of its step */
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
	uint32_t *numbers; /* of marks that were told of */
	size_t number_count;
	uint32_t next;   /* citation of the page to look at */
	bool is_whole;   /* all lines are made */
	bool wants_last; /* step, once they are */
	int width_cols;  /* that the lines were made for, 0: not made */
	bool is_utf8;    /* likewise */
	int selected;    /* step */
	int top;         /* line */
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
	free(c->numbers);
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

const char *
citations_get_title(struct citations *c)
{
	const struct cited *cited = &c->cited;

	str_reset(&c->title);
	if (cited->is_heading && cited->documents == 0) {
		str_add_text(&c->title, "A heading");
		return c->title.data;
	}
	str_add_format(&c->title, "Behind %s",
	    cited->what ? cited->what : "this sentence");
	if (!cited->page)
		return c->title.data;
	if (cited->documents == 0) {
		str_add_text(&c->title, " \u2500\u2500 not cited");
		return c->title.data;
	}
	str_add_text(&c->title, " \u2500\u2500 ");
	add_count(&c->title, cited->documents, "document");
	str_add_text(&c->title, ", ");
	add_count(&c->title, cited->origins, "origin");
	return c->title.data;
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

/* Text in as many lines as it needs, the label before the first. */
static void
add_lines(struct citations *c, const char *label, const struct str *of,
    size_t width_cols, int step, enum role role)
{
	const char *text = copy_shown(c, of);
	size_t len = strlen(text);
	size_t at = 0;
	struct wrap_line piece;
	bool is_first = true;

	while (wrap_next_line(&piece, &at, text, len, width_cols)) {
		struct line *line = add_line(c);

		line->text = text + piece.at;
		line->len = piece.len;
		line->label = is_first ? label : "";
		line->step = step;
		line->is_first = is_first;
		line->role = role;
		is_first = false;
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
		str_add_format(out, "\u201C%s\u201D", step->text);
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
	size_t label_cols = NUMBER_COLS + ROLE_COLS;
	size_t width = (size_t)c->width_cols;
	struct str label, text;

	c->steps = mem_resize_array(c->steps, c->step_count + 1,
	    sizeof *c->steps);
	c->steps[c->step_count] = step;
	str_init(&label, 0);
	str_init(&text, 4096);
	if (i == 0)
		str_add_format(&label, "[%u]", citation->number);
	while (label.len < NUMBER_COLS - 1)
		str_add_char(&label, ' ');
	str_add_format(&label, " %s", get_role_text(step->role));
	if (width < NARROW_COLS) {
		/* No room beside it: the label is the beginning. */
		str_add_format(&text, "%s: ", label.data);
		str_reset(&label);
	} else {
		width -= label_cols;
	}
	add_step_text(&text, c, step);
	add_lines(c, arena_copy(&c->arena, label.data, label.len), &text, width,
	    (int)c->step_count, ROLE_TEXT);
	str_clear(&text);
	str_clear(&label);
	c->step_count++;
}

/* A topic's citations are read without steps. */
static void
add_steps(struct citations *c, const struct citation *citation)
{
	struct citation whole = *citation;
	struct error err;

	if (whole.step_count == 0 &&
	    collection_read_steps(&whole, app_get_session(c->app)->collection,
		&c->arena, &err) != STATUS_OK)
		app_say_error(c->app, &err);
	for (uint32_t i = 0; i < whole.step_count; i++)
		add_step(c, &whole, i);
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
	unsigned added = 0;

	for (; c->next < page->citation_count && added < AT_ONCE; c->next++) {
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

/* Folded with the passage that it is on. */
static void
add_note_text(struct str *out, const struct citations *c,
    const struct passage *note)
{
	if (!c->cited.is_unfolded &&
	    graphic_is_folded(c->app, note->is_graphic))
		graphic_add(out, c->app, true, "");
	else
		str_add(out, note->text, note->len);
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
		str_add_text(&text, "Editor's note: ");
		add_note_text(&text, c, &page->passages[i]);
		add_lines(c, "", &text, (size_t)c->width_cols, -1, ROLE_NOTE);
		str_clear(&text);
	}
}

static void
add_more(struct citations *c)
{
	if (c->is_whole || add_citations(c))
		return;
	add_notes(c);
	c->is_whole = true;
}

static void
make_lines(struct citations *c, int width_cols, bool is_utf8)
{
	if (c->width_cols == width_cols && c->is_utf8 == is_utf8)
		return;
	c->width_cols = width_cols;
	c->is_utf8 = is_utf8;
	c->line_count = c->step_count = c->number_count = 0;
	c->next = 0;
	c->is_whole = !c->cited.page;
	arena_reset(&c->arena);
	add_more(c);
	/* A width that changes leaves the step where it was. */
	while (!c->is_whole && c->selected >= (int)c->step_count)
		add_more(c);
}

static void select_step(struct citations *c, int step);

bool
citations_idle(struct citations *c)
{
	if (c->width_cols == 0 || c->is_whole)
		return false;
	add_more(c);
	if (c->is_whole && c->wants_last)
		select_step(c, (int)c->step_count - 1);
	return !c->is_whole;
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

static void
scroll(struct citations *c, int rows)
{
	int line = find_line(c, c->selected);

	if (line < c->top)
		c->top = line;
	if (line >= c->top + rows)
		c->top = line - rows + 1;
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
	int label_cols = 0;

	if (is_selected)
		canvas_fill(canvas, row, ROLE_SELECTED);
	if (line->step >= 0 && row.cols >= NARROW_COLS)
		label_cols = NUMBER_COLS + ROLE_COLS;
	canvas_put_text(canvas, row.row, row.col, label_cols,
	    is_selected ? role : ROLE_DIM, line->label);
	if (is_unseen && !is_selected)
		role = ROLE_UNSEEN;
	canvas_put(canvas, row.row, row.col + label_cols, row.cols - label_cols,
	    role, 0, line->text, line->len);
	if (is_selected && line->is_first)
		canvas_set_cursor(canvas, row.row, row.col + label_cols);
}

static void
draw_more(struct canvas *canvas, struct rect row, size_t more)
{
	char text[64];

	snprintf(text, sizeof text, " %zu more line%s: C ", more,
	    more == 1 ? "" : "s");
	canvas_put_text(canvas, row.row, row.col + row.cols - (int)strlen(text),
	    (int)strlen(text), ROLE_HINT, text);
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
	if (is_focused)
		scroll(c, area.rows);
	if (c->line_count == 0)
		canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
		    get_text_of_none(&c->cited));
	if (is_focused && c->step_count == 0)
		canvas_set_cursor(canvas, area.row, area.col);
	left = c->line_count - (size_t)c->top;
	for (int i = 0; i < area.rows && i < (int)left; i++) {
		struct rect row = { area.row + i, area.col, 1, area.cols };

		draw_line(c, canvas, row, &c->lines[c->top + i], is_focused);
	}
	if (!is_focused && left > (size_t)area.rows && area.rows > 0) {
		struct rect row = { area.row + area.rows - 1, area.col, 1,
			area.cols };

		draw_more(canvas, row, left - (size_t)area.rows);
	}
}

static void
select_step(struct citations *c, int step)
{
	int last;

	if (step >= (int)c->step_count && c->width_cols > 0)
		add_more(c);
	last = (int)c->step_count - 1;
	if (step > last)
		step = last;
	c->selected = step < 0 ? 0 : step;
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

	c->wants_last = command == COMMAND_LAST;
	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_LINK_NEXT:
		select_step(c, c->selected + times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
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
