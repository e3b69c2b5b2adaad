/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

#include <string.h>

#include "sentence_look.h"

enum { WIDEST_TEXT_COLS = 90, ROOM_FOR_BAR = 3, ROOM_FOR_MARGIN = 42 };

/* ---- The layout ---- */

int32_t
view_topic_get_scroll(const struct view_topic *v)
{
	int32_t scroll = (int32_t)v->top -
	    (int32_t)v->layout.sentences[v->sentence].first_line;

	return scroll < 0 ? scroll : scroll + 1;
}

/*
 * Where to stand is kept in bytes of the text, whatever the width.  What
 * only a change of the size moved is no new place: the size that was brings
 * back what was seen.
 */
static void
keep_place(struct view_topic *v)
{
	const struct layout_sentence *s;

	if (v->sentence < 0 ||
	    (v->sentence == v->stood.sentence && v->line == v->stood.line &&
		v->top == v->stood.top))
		return;
	s = &v->layout.sentences[v->sentence];
	v->passage = s->passage;
	v->at = s->at;
	v->scroll = view_topic_get_scroll(v);
	v->place_line = v->line;
	v->place_cols = v->width_cols;
}

static void
set_top(struct view_topic *v, int64_t top)
{
	uint32_t last = view_topic_get_last_top(v);

	v->top = top < 0 ? 0 : (uint32_t)top;
	if (v->top > last)
		v->top = last;
}

/* A page that is opened does not begin with an empty line. */
static void
pass_over_blank(struct view_topic *v)
{
	if (v->top < view_topic_get_last_top(v) &&
	    v->layout.lines[v->top].kind == LINE_BLANK)
		v->top++;
}

void
view_topic_take_place(struct view_topic *v)
{
	const struct layout_sentence *s;
	int64_t line;

	/* An edition may have less of it. */
	if (view_topic_is_whole(v) && v->passage >= v->page.passage_count)
		v->passage = v->first_text;
	v->sentence = layout_find_sentence(&v->layout, v->passage, v->at);
	v->line = 0;
	if (v->sentence < 0) {
		v->top = 0;
		return;
	}
	s = &v->layout.sentences[v->sentence];
	v->line = s->first_line;
	line = (int64_t)v->line;
	if (v->place_cols == v->width_cols)
		v->line = v->place_line;
	if (v->scroll != 0)
		set_top(v, line + v->scroll - (v->scroll > 0));
	else if ((int64_t)s->last_line < v->rows)
		v->top = 0;
	else
		set_top(v, line - v->rows / 3);
	if (v->line < v->top)
		v->line = v->top <= s->last_line ? v->top : v->line;
	if (v->scroll == 0)
		pass_over_blank(v);
	view_topic_show_line(v, v->line);
	view_topic_show_match(v);
	if (v->link >= (int32_t)v->layout.link_count)
		v->link = -1;
	v->stood = (struct topic_stand){ v->sentence, v->line, v->top };
}

void
view_topic_lay_out_again(struct view_topic *v)
{
	keep_place(v);
	v->place_cols = 0;
	v->link = -1;
	view_topic_lay_out(v, v->width_cols, v->is_utf8);
}

static void
fit(struct view_topic *v, int width_cols, int rows, bool is_utf8)
{
	bool is_wide = v->width_cols == width_cols && v->is_utf8 == is_utf8;

	if (rows < 1)
		rows = 1;
	if (is_wide && v->rows == rows)
		return;
	if (v->width_cols > 0)
		keep_place(v);
	v->rows = rows;
	if (!is_wide)
		view_topic_lay_out(v, width_cols, is_utf8);
	else if (v->is_placed)
		view_topic_take_place(v);
}

/* The text within an area: the bar left of it, a margin right of it. */
static struct rect
get_text_area(struct rect area)
{
	if (area.cols >= ROOM_FOR_BAR) {
		area.col++;
		area.cols -= area.cols >= ROOM_FOR_MARGIN ? 2 : 1;
	}
	if (area.cols > WIDEST_TEXT_COLS)
		area.cols = WIDEST_TEXT_COLS;
	return area;
}

void
view_topic_make_ready(struct view_topic *v)
{
	bool is_utf8;
	struct rect area;

	if (v->width_cols > 0)
		return;
	area = get_text_area(app_get_area(v->view.app, &is_utf8));
	fit(v, area.cols, area.rows, is_utf8);
}

bool
view_topic_is_fold(const struct view_topic *v, int32_t sentence)
{
	const struct layout *l = &v->layout;

	return sentence >= 0 &&
	    l->lines[l->sentences[sentence].first_line].kind == LINE_FOLD;
}

/* ---- Lines ---- */

static enum role
get_line_role(const struct view_topic *v, const struct layout_line *line)
{
	static const enum role roles[] = {
		[LINE_BLANK] = ROLE_DIM,
		[LINE_TEXT] = ROLE_TEXT,
		[LINE_HEADING] = ROLE_HEADING,
		[LINE_NOTE] = ROLE_NOTE,
		[LINE_CODE] = ROLE_CODE,
		[LINE_ROW] = ROLE_TEXT,
		[LINE_RULE] = ROLE_DIM,
		[LINE_FOLD] = ROLE_ADVISORY,
	};
	const struct passage *p;

	if (line->passage < 0)
		return roles[line->kind];
	p = &v->page.passages[line->passage];
	if (p->kind == PASSAGE_TITLE)
		return ROLE_TITLE;
	if (p->kind == PASSAGE_SUMMARY)
		return ROLE_DIM;
	if (line->kind == LINE_ROW && p->level == 1)
		return ROLE_STRONG;
	return roles[line->kind];
}

static enum role
get_run_role(enum role of_line, enum layout_kind kind,
    const struct layout_run *run)
{
	enum role role = view_find_run_role(run->style);

	if (role != ROLE_TEXT)
		return role;
	if (run->style & RUN_ADDED && kind != LINE_FOLD && kind != LINE_NOTE)
		return ROLE_DIM;
	return of_line;
}

/* The runs of the selected link: from its first up to where the next link
 * to the same place begins. */
struct target {
	uint32_t from, to;
	int32_t link;
};

static struct target
find_target(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	struct target t = { .link = -1, .to = l->run_count };

	if (v->link < 0)
		return t;
	t.from = l->links[v->link].run;
	t.link = (int32_t)l->links[v->link].link;
	for (uint32_t i = (uint32_t)v->link + 1; i < l->link_count; i++) {
		if (l->links[i].link == l->links[v->link].link) {
			t.to = l->links[i].run;
			break;
		}
	}
	return t;
}

/* The first run of the sentence on a line. */
static const struct layout_run *
find_run(const struct view_topic *v, uint32_t line)
{
	const struct layout *l = &v->layout;
	const struct layout_line *at = &l->lines[line];

	for (uint32_t i = 0; i < at->run_count; i++) {
		if (l->runs[at->first_run + i].sentence == v->sentence)
			return &l->runs[at->first_run + i];
	}
	return NULL;
}

/* Whether the current sentence begins with a run. */
static bool
is_beginning(const struct view_topic *v, uint32_t index)
{
	const struct layout *l = &v->layout;
	const struct layout_run *run = &l->runs[index];

	return run->sentence >= 0 && run->sentence == v->sentence &&
	    run == find_run(v, l->sentences[v->sentence].first_line);
}

static void
draw_run(struct view_topic *v, struct canvas *canvas, struct rect row,
    const struct layout_line *line, uint32_t index, const struct target *target)
{
	const struct layout_run *run = &v->layout.runs[index];
	enum role role = get_run_role(get_line_role(v, line), line->kind, run);
	struct rect cells = { row.row, row.col + run->col, 1,
		row.cols - run->col };
	struct lit_run lit;
	struct shown_run shown = { .text = run->text,
		.len = run->len,
		.role = role,
		.is_beginning = is_beginning(v, index) };

	if (view_topic_get_lit(v, &lit, line, index))
		shown.lit = &lit;
	if (run->link >= 0 && run->link == target->link &&
	    index >= target->from && index < target->to)
		shown.flags |= CELL_TARGET;
	cells.cols = sentence_put_run(canvas, cells, &shown);
	if (run->link >= 0 && v->page.links[run->link].url)
		canvas_set_url(canvas, cells.row, cells.col, cells.cols,
		    v->page.links[run->link].url);
	cells.col += cells.cols;
	cells.cols = view_topic_find_gap(v, &role, line, index);
	canvas_fill(canvas, cells, role);
}

static bool
is_beside(const struct view_topic *v, uint32_t line)
{
	const struct layout_sentence *s;

	if (v->sentence < 0)
		return false;
	s = &v->layout.sentences[v->sentence];
	return line >= s->first_line && line <= s->last_line;
}

/* ---- The cursor ---- */

/* On the match or link, else in the sentence on the cursor's line. */
static void
put_cursor(const struct view_topic *v, struct canvas *canvas, struct rect text)
{
	const struct layout *l = &v->layout;
	uint32_t line = v->line;
	const struct layout_run *run = NULL;
	int col = view_topic_find_match_col(v);

	if (v->link >= 0 && l->links[v->link].line == line)
		run = &l->runs[l->links[v->link].run];
	else if (v->sentence >= 0)
		run = find_run(v, line);
	if (col < 0)
		col = run ? run->col : 0;
	canvas_set_cursor(canvas, text.row + (int)(line - v->top),
	    text.col + col);
}

/* The place is further down than was read. */
static void
draw_waiting(struct canvas *canvas, struct rect text, bool is_focused)
{
	canvas_put_cut(canvas, text.row, text.col, text.cols, ROLE_DIM,
	    "Reading on...");
	if (is_focused)
		canvas_set_cursor(canvas, text.row, text.col);
}

void
view_topic_draw(struct view *view, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct view_topic *v = (struct view_topic *)view;
	struct rect text = get_text_area(area);
	struct target target;

	if (text.rows < 1 || text.cols < 1)
		return;
	fit(v, text.cols, text.rows, canvas_is_utf8(canvas));
	if (v->is_outline) {
		view_topic_draw_outline(v, canvas, area, is_focused);
		return;
	}
	if (!v->is_placed) {
		draw_waiting(canvas, text, is_focused);
		return;
	}
	target = find_target(v);
	for (uint32_t i = 0;
	     i < (uint32_t)text.rows && v->top + i < v->layout.line_count;
	     i++) {
		const struct layout_line *line = &v->layout.lines[v->top + i];
		struct rect row = { text.row + (int)i, text.col, 1, text.cols };

		if (text.col > area.col && is_beside(v, v->top + i))
			sentence_put_bar(canvas, row.row, area.col);
		for (uint32_t j = 0; j < line->run_count; j++)
			draw_run(v, canvas, row, line, line->first_run + j,
			    &target);
	}
	if (is_focused)
		put_cursor(v, canvas, text);
}
