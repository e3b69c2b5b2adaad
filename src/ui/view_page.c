/* SPDX-License-Identifier: ISC */
#include "view_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"

/*
 * Moving down goes to the next item where that is on the screen, and
 * scrolls where it is not, so that text without links is read line by line
 * and a list of links walked row by row.
 */
enum { USUAL_COLS = 80 };

void
view_page_init(struct view_page *p, struct view *v, view_page_build *build,
    const struct reader_place *at, bool is_eager)
{
	*p = (struct view_page){ .view = v,
		.build = build,
		.selected = -1,
		.is_eager = is_eager,
		.is_utf8 = true,
		.scroll = at->scroll,
		.number = (int)(at->at < INT16_MAX ? at->at : INT16_MAX) - 1 };
	view_cut_text(p->item, sizeof p->item, at->item);
	p->is_restoring = at->at > 0 || at->scroll != 0 || at->item[0] != '\0';
}

void
view_page_clear(struct view_page *p)
{
	arena_clear(&p->arena);
	free(p->lines);
	free(p->runs);
	free(p->items);
	*p = (struct view_page){ .selected = -1 };
}

void
view_page_change(struct view_page *p)
{
	p->width_cols = 0;
}

/* ---- Building ---- */

static bool
has_slug(const struct page_item *item, const char *slug)
{
	return item->link.slug && strcmp(item->link.slug, slug) == 0;
}

void
view_page_select_slug(struct view_page *p, const char *slug)
{
	for (int i = 0; i < p->item_count; i++) {
		if (has_slug(&p->items[i], slug)) {
			p->selected = i;
			return;
		}
	}
}

static int
get_anchor(const struct view_page *p)
{
	return p->selected >= 0 ? p->items[p->selected].first_line : 0;
}

/* The item of the place: by number where that is still the one named. */
static void
restore(struct view_page *p)
{
	p->is_restoring = false;
	p->selected = p->number;
	if (p->selected >= p->item_count)
		p->selected = p->item_count - 1;
	if (p->item[0] &&
	    (p->selected < 0 || !has_slug(&p->items[p->selected], p->item)))
		view_page_select_slug(p, p->item);
	p->top = p->number < 0 && p->item[0] ? 0 : get_anchor(p) + p->scroll;
}

static void
build(struct view_page *p, int width_cols)
{
	int before = p->line_count;
	int anchor = p->selected < p->item_count ? get_anchor(p) : 0;
	int selected = p->selected;

	if (p->width_cols == width_cols)
		return;
	arena_reset(&p->arena);
	p->line_count = p->run_count = p->item_count = 0;
	p->width_cols = width_cols;
	p->build(p, p->view);
	if (p->is_restoring) {
		restore(p);
		return;
	}
	if (before == 0 && p->is_eager)
		selected = 0;
	p->selected = selected < p->item_count ? selected : p->item_count - 1;
	if (before == 0)
		p->top = 0;
	else if (p->selected >= 0)
		p->top += get_anchor(p) - anchor;
	else
		p->top = (int)((int64_t)p->top * p->line_count / before);
}

/* Commands may come before the first drawing. */
static void
build_for_command(struct view_page *p)
{
	p->rows = app_get_page_rows(p->view->app);
	if (p->width_cols == 0)
		build(p, USUAL_COLS);
}

/* ---- Moving ---- */

static int
get_last_top(const struct view_page *p)
{
	return p->line_count > p->rows ? p->line_count - p->rows : 0;
}

static void
set_top(struct view_page *p, int64_t top)
{
	if (top > get_last_top(p))
		top = get_last_top(p);
	p->top = top > 0 ? (int)top : 0;
}

static bool
is_on_screen(const struct view_page *p, int item)
{
	const struct page_item *i = &p->items[item];

	return i->last_line >= p->top && i->first_line < p->top + p->rows;
}

/* The selected item, and its end where there is room for it. */
static void
show_selected(struct view_page *p)
{
	const struct page_item *item;

	if (p->selected < 0)
		return;
	item = &p->items[p->selected];
	if (item->last_line >= p->top + p->rows)
		p->top = item->last_line - p->rows + 1;
	if (item->first_line < p->top)
		p->top = item->first_line;
}

static int
find_first_on_screen(const struct view_page *p)
{
	for (int i = 0; i < p->item_count; i++) {
		if (p->items[i].first_line >= p->top && is_on_screen(p, i))
			return i;
	}
	return -1;
}

static int
find_last_on_screen(const struct view_page *p)
{
	for (int i = p->item_count - 1; i >= 0; i--) {
		if (is_on_screen(p, i))
			return i;
	}
	return -1;
}

static int
get_next(const struct view_page *p)
{
	if (p->selected >= 0 && is_on_screen(p, p->selected))
		return p->selected + 1 < p->item_count ? p->selected + 1 : -1;
	for (int i = 0; i < p->item_count; i++) {
		if (p->items[i].first_line >= p->top)
			return i;
	}
	return -1;
}

static int
get_previous(const struct view_page *p)
{
	if (p->selected >= 0 && is_on_screen(p, p->selected))
		return p->selected - 1;
	for (int i = p->item_count - 1; i >= 0; i--) {
		if (p->items[i].first_line < p->top + p->rows)
			return i;
	}
	return -1;
}

static void
step_down(struct view_page *p)
{
	int next = get_next(p);

	if (next >= 0 && p->items[next].first_line < p->top + p->rows) {
		p->selected = next;
		show_selected(p);
		return;
	}
	set_top(p, (int64_t)p->top + 1);
	if (p->selected < 0 || !is_on_screen(p, p->selected))
		p->selected = find_first_on_screen(p);
}

static void
step_up(struct view_page *p)
{
	int previous = get_previous(p);

	if (previous >= 0 && p->items[previous].last_line >= p->top) {
		p->selected = previous;
		show_selected(p);
		return;
	}
	set_top(p, (int64_t)p->top - 1);
	if (!p->is_eager && p->top == 0 && previous < 0)
		p->selected = -1;
	else if (p->selected < 0 || !is_on_screen(p, p->selected))
		p->selected = find_last_on_screen(p);
}

static void
move_page(struct view_page *p, int64_t by)
{
	int top = p->top;

	set_top(p, p->top + by);
	if (p->top == top)
		p->selected = by > 0 ? find_last_on_screen(p) :
		    p->is_eager      ? find_first_on_screen(p) :
				       -1;
	else if (p->selected < 0 || !is_on_screen(p, p->selected))
		p->selected = by > 0 ? find_first_on_screen(p) :
				       find_last_on_screen(p);
}

static void
go_to(struct view_page *p, int line)
{
	set_top(p, line);
	p->selected = line > 0 || p->is_eager ? find_first_on_screen(p) : -1;
}

static void
move_heading(struct view_page *p, int step)
{
	for (int i = p->top + step; i >= 0 && i < p->line_count; i += step) {
		if (!p->lines[i].is_heading)
			continue;
		go_to(p, i);
		return;
	}
	go_to(p, step < 0 ? 0 : get_last_top(p));
}

static bool
is_link(const struct page_item *item)
{
	return item->link.slug || item->link.url;
}

static void
move_link(struct view_page *p, int step)
{
	int i = p->selected + step;

	if (p->selected < 0 || !is_on_screen(p, p->selected))
		i = step > 0 ? get_next(p) : get_previous(p);
	while (i >= 0 && i < p->item_count && !is_link(&p->items[i]))
		i += step;
	if (i < 0 || i >= p->item_count) {
		app_say(p->view->app, "There is no further link.");
		return;
	}
	p->selected = i;
	show_selected(p);
}

static void
move_item(struct view_page *p, int step)
{
	int i = step > 0 ? get_next(p) : get_previous(p);

	if (i < 0)
		return;
	p->selected = i;
	show_selected(p);
}

static void
repeat(struct view_page *p, void (*step)(struct view_page *p), int count)
{
	for (int i = 0; i < count && i <= p->line_count + p->item_count; i++)
		step(p);
}

static enum view_result
run_scroll(struct view_page *p, enum command command, int count)
{
	int64_t times = count > 0 ? count : 1;
	int page = p->rows > 2 ? p->rows - 1 : 1;

	switch (command) {
	case COMMAND_PAGE_DOWN:
		move_page(p, page * times);
		return VIEW_DONE;
	case COMMAND_PAGE_UP:
		move_page(p, -page * times);
		return VIEW_DONE;
	case COMMAND_HALF_DOWN:
		move_page(p, (page + 1) / 2 * times);
		return VIEW_DONE;
	case COMMAND_HALF_UP:
		move_page(p, -(page + 1) / 2 * times);
		return VIEW_DONE;
	case COMMAND_FIRST:
		go_to(p, count > 0 ? count - 1 : 0);
		return VIEW_DONE;
	case COMMAND_LAST:
		set_top(p, p->line_count);
		p->selected = find_last_on_screen(p);
		return VIEW_DONE;
	case COMMAND_SECTION_NEXT:
		move_heading(p, 1);
		return VIEW_DONE;
	case COMMAND_SECTION_PREVIOUS:
		move_heading(p, -1);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

static enum view_result
follow(struct view_page *p)
{
	const struct page_item *item = view_page_get_item(p);
	struct link link;

	if (!item)
		return VIEW_IGNORED;
	if (!is_link(item)) {
		app_say(p->view->app, "Tab goes to a link, Enter follows it.");
		return VIEW_DONE;
	}
	link = item->link;
	app_go_link(p->view->app, &link);
	return VIEW_DONE;
}

enum view_result
view_page_run(struct view_page *p, enum command command, int count)
{
	int times = count > 0 ? count : 1;

	build_for_command(p);
	switch (command) {
	case COMMAND_LINE_DOWN:
		repeat(p, step_down, times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
		repeat(p, step_up, times);
		return VIEW_DONE;
	case COMMAND_SENTENCE_NEXT:
		move_item(p, 1);
		return VIEW_DONE;
	case COMMAND_SENTENCE_PREVIOUS:
		move_item(p, -1);
		return VIEW_DONE;
	case COMMAND_LINK_NEXT:
		move_link(p, 1);
		return VIEW_DONE;
	case COMMAND_LINK_PREVIOUS:
		move_link(p, -1);
		return VIEW_DONE;
	case COMMAND_OPEN:
		return follow(p);
	default:
		return run_scroll(p, command, count);
	}
}

/* ---- Drawing ---- */

static unsigned
get_flags(const struct view_page *p, const struct page_run *run)
{
	const struct page_item *selected;

	if (p->selected < 0)
		return 0;
	selected = &p->items[p->selected];
	if (run->item == p->selected && !selected->is_row)
		return CELL_TARGET;
	if (run->sentence >= 0 && run->sentence == selected->sentence)
		return CELL_CURRENT;
	return 0;
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

static void
draw_line(const struct view_page *p, struct canvas *canvas, struct rect row,
    const struct page_line *line, bool is_selected, bool is_focused)
{
	const struct page_item *item = is_selected ? &p->items[p->selected] :
						     NULL;
	enum role filled = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;

	if (item && item->is_row)
		canvas_fill(canvas, row, filled);
	else if (item && item->sentence >= 0)
		canvas_put_text(canvas, row.row, row.col, 1, ROLE_CURSOR_BAR,
		    p->is_utf8 ? "\u258C" : "|");
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct page_run *run = &p->runs[line->first_run + i];
		int left = row.cols - 1 - run->col;

		canvas_put(canvas, row.row, row.col + 1 + run->col,
		    run->cols < left ? run->cols : left,
		    item && item->is_row ? filled : (enum role)run->role,
		    get_flags(p, run), run->text, run->len);
	}
}

/* On the selected item, else on the first line that is shown. */
static void
put_cursor(const struct view_page *p, struct canvas *canvas, struct rect area)
{
	const struct page_item *item = view_page_get_item(p);
	const struct page_line *line;

	canvas_set_cursor(canvas, area.row, area.col);
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
	bool is_new = p->width_cols != area.cols;

	if (p->is_utf8 != canvas_is_utf8(canvas))
		p->width_cols = 0;
	p->is_utf8 = canvas_is_utf8(canvas);
	p->rows = area.rows;
	build(p, area.cols);
	set_top(p, p->top);
	if (is_new)
		show_selected(p);
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
	return false;
}

/* ---- What is said of it ---- */

const struct page_item *
view_page_get_item(const struct view_page *p)
{
	return p->selected >= 0 && p->selected < p->item_count ?
	    &p->items[p->selected] :
	    NULL;
}

void
view_page_get_place(const struct view_page *p, struct reader_place *out)
{
	const struct page_item *item = view_page_get_item(p);

	if (p->is_restoring) {
		view_cut_text(out->item, sizeof out->item, p->item);
		out->at = (uint32_t)(p->number + 1);
		out->scroll = p->scroll;
		return;
	}
	out->at = (uint32_t)(p->selected + 1);
	if (!item) {
		out->scroll = p->top;
		return;
	}
	out->scroll = p->top - item->first_line;
	if (item->link.slug)
		view_cut_text(out->item, sizeof out->item, item->link.slug);
}

void
view_page_get_position(const struct view_page *p, char *out, size_t size)
{
	int last = get_last_top(p);

	if (p->width_cols == 0 || last == 0)
		out[0] = '\0';
	else if (p->top == 0)
		snprintf(out, size, "top");
	else if (p->top >= last)
		snprintf(out, size, "end");
	else
		snprintf(out, size, "%d%%", p->top * 100 / last);
}
