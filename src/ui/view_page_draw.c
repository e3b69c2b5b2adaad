/* SPDX-License-Identifier: ISC */
#include "sentence_look.h"
#include "view_page_private.h"

static unsigned
get_flags(const struct view_page *p, const struct page_run *run)
{
	const struct page_item *selected;

	if (p->selected < 0)
		return 0;
	selected = &p->items[p->selected];
	return run->item == p->selected && !selected->is_row ? CELL_TARGET : 0;
}

/* The first run of an item on its first line. */
static const struct page_run *
find_first_run(const struct view_page *p, int sentence)
{
	const struct page_line *line = &p->lines[p->items[sentence].first_line];

	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct page_run *run = &p->runs[line->first_run + i];

		if (run->sentence == sentence)
			return run;
	}
	return NULL;
}

/* Whether the sentence that is selected begins with a run. */
static bool
is_beginning(const struct view_page *p, const struct page_run *run)
{
	int sentence = p->selected < 0 ? -1 : p->items[p->selected].sentence;

	return sentence >= 0 && run->sentence == sentence &&
	    run == find_first_run(p, sentence);
}

static bool
has_selected(const struct view_page *p, int line)
{
	const struct page_item *item;

	if (p->selected < 0)
		return false;
	item = &p->items[p->selected];
	return line >= item->first_line && line <= item->last_line;
}

static const char *
get_url(const struct view_page *p, const struct page_run *run)
{
	if (run->url || run->item < 0)
		return run->url;
	return p->items[run->item].link.kind == RECORD_NONE ?
	    p->items[run->item].link.url :
	    NULL;
}

static void
draw_line(struct view_page *p, struct canvas *canvas, struct rect row,
    const struct page_line *line, bool is_selected, bool is_focused)
{
	const struct page_item *item = is_selected ? &p->items[p->selected] :
						     NULL;
	enum role filled = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;

	if (item && item->is_row)
		canvas_fill(canvas, row, filled);
	else if (item && item->sentence >= 0)
		sentence_put_bar(canvas, row.row, row.col);
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct page_run *run = &p->runs[line->first_run + i];
		int left = row.cols - 1 - run->col;
		struct rect cells = { row.row, row.col + 1 + run->col, 1,
			run->cols < left ? run->cols : left };

		struct lit_run lit;
		struct shown_run shown = { .text = run->text,
			.len = run->len,
			.role = item && item->is_row ? filled :
						       (enum role)run->role,
			.flags = get_flags(p, run),
			.is_beginning = is_beginning(p, run) };

		if (view_page_get_lit(p, &lit, run))
			shown.lit = &lit;
		cells.cols = sentence_put_run(canvas, cells, &shown);
		if (get_url(p, run))
			canvas_set_url(canvas, cells.row, cells.col, cells.cols,
			    get_url(p, run));
	}
}

/* On the match or the selected item, else on the first line shown. */
static void
put_cursor(const struct view_page *p, struct canvas *canvas, struct rect area)
{
	const struct page_item *item = view_page_get_item(p);
	const struct page_line *line;
	int at, col;

	canvas_set_cursor(canvas, area.row, area.col);
	if (view_page_find_match(p, &at, &col) && at >= p->top &&
	    at < p->top + area.rows) {
		canvas_set_cursor(canvas, area.row + at - p->top,
		    area.col + 1 + col);
		return;
	}
	if (!item || item->first_line < p->top ||
	    item->first_line >= p->top + area.rows)
		return;
	line = &p->lines[item->first_line];
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct page_run *run = &p->runs[line->first_run + i];

		if (run->item != p->selected && run->sentence != p->selected)
			continue;
		canvas_set_cursor(canvas, area.row + item->first_line - p->top,
		    area.col + 1 + run->col);
		return;
	}
}

void
view_page_draw(struct view_page *p, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	bool is_opening = p->line_count == 0 && !p->is_restoring;
	bool is_new = p->width_cols != area.cols && !is_opening;

	if (p->is_utf8 != canvas_is_utf8(canvas) ||
	    (p->lights_lines && !p->has_lit_lines && lit_is_on(&p->lit)))
		p->width_cols = 0;
	p->is_utf8 = canvas_is_utf8(canvas);
	p->rows = area.rows;
	view_page_make(p, area.cols);
	view_page_set_top(p, p->top);
	if (is_new && p->match.is_set)
		view_page_show_match(p);
	else if (is_new)
		view_page_show_selected(p);
	for (int i = 0; i < area.rows && p->top + i < p->line_count; i++) {
		struct rect row = { area.row + i, area.col, 1, area.cols };

		draw_line(p, canvas, row, &p->lines[p->top + i],
		    has_selected(p, p->top + i), is_focused);
	}
	if (is_focused)
		put_cursor(p, canvas, area);
}

bool
view_page_click(struct view_page *p, struct rect area, int row, int col)
{
	int at = p->top + row - area.row;
	const struct page_line *line;
	int hit = -1;

	if (at < 0 || at >= p->line_count)
		return false;
	line = &p->lines[at];
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct page_run *run = &p->runs[line->first_run + i];
		int from = area.col + 1 + run->col;
		bool is_there = col >= from && col < from + run->cols;

		if (run->item >= 0 && (is_there || p->items[run->item].is_row))
			hit = run->item;
		else if (is_there && run->sentence >= 0)
			hit = run->sentence;
	}
	if (hit < 0)
		return false;
	if (hit == p->selected)
		return true;
	p->selected = hit;
	p->match.is_set = false;
	return false;
}
