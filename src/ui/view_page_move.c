/* SPDX-License-Identifier: ISC */
#include "app.h"
#include "view_page_private.h"

/*
 * Moving down goes to the next item where that is on the screen, and
 * scrolls where it is not, so that text without links is read line by line
 * and a list of links walked row by row.
 */
enum { USUAL_COLS = 80 };

void
view_page_make_ready(struct view_page *p)
{
	p->rows = app_get_page_rows(p->view->app);
	if (p->width_cols == 0)
		view_page_make(p, USUAL_COLS);
}

int
view_page_get_last_top(const struct view_page *p)
{
	return p->line_count > p->rows ? p->line_count - p->rows : 0;
}

void
view_page_set_top(struct view_page *p, int64_t top)
{
	if (top > view_page_get_last_top(p))
		top = view_page_get_last_top(p);
	p->top = top > 0 ? (int)top : 0;
}

/* The selected item, and its end where there is room for it. */
void
view_page_show_selected(struct view_page *p)
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

static bool
is_on_screen(const struct view_page *p, int item)
{
	const struct page_item *i = &p->items[item];

	return i->last_line >= p->top && i->first_line < p->top + p->rows;
}

/* The first item from a line on; they stand in the order of their lines. */
static int
find_from(const struct view_page *p, int line)
{
	int low = 0, high = p->item_count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (p->items[middle].first_line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
find_first_on_screen(const struct view_page *p)
{
	int i = find_from(p, p->top);

	return i < p->item_count && is_on_screen(p, i) ? i : -1;
}

static int
find_last_on_screen(const struct view_page *p)
{
	int i = find_from(p, p->top + p->rows) - 1;

	while (i >= 0 && !is_on_screen(p, i))
		i--;
	return i;
}

static int
get_next(const struct view_page *p)
{
	int i = p->selected + 1;

	if (p->selected < 0 || !is_on_screen(p, p->selected))
		i = find_from(p, p->top);
	return i < p->item_count ? i : -1;
}

static int
get_previous(const struct view_page *p)
{
	if (p->selected >= 0 && is_on_screen(p, p->selected))
		return p->selected - 1;
	return find_from(p, p->top + p->rows) - 1;
}

static void
step_down(struct view_page *p)
{
	int next = get_next(p);

	if (next >= 0 && p->items[next].first_line < p->top + p->rows) {
		p->selected = next;
		view_page_show_selected(p);
		return;
	}
	view_page_set_top(p, (int64_t)p->top + 1);
	if (p->selected < 0 || !is_on_screen(p, p->selected))
		p->selected = find_first_on_screen(p);
}

static void
step_up(struct view_page *p)
{
	int previous = get_previous(p);

	if (previous >= 0 && p->items[previous].last_line >= p->top) {
		p->selected = previous;
		view_page_show_selected(p);
		return;
	}
	view_page_set_top(p, (int64_t)p->top - 1);
	if (!p->is_eager && p->top == 0 && previous < 0)
		p->selected = -1;
	else if (p->selected < 0 || !is_on_screen(p, p->selected))
		p->selected = find_last_on_screen(p);
}

static void
move_page(struct view_page *p, int64_t by)
{
	int top = p->top;

	view_page_set_top(p, p->top + by);
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
	view_page_set_top(p, line);
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
	go_to(p, step < 0 ? 0 : view_page_get_last_top(p));
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
	view_page_show_selected(p);
}

static void
move_item(struct view_page *p, int step)
{
	int i = step > 0 ? get_next(p) : get_previous(p);

	if (i < 0)
		return;
	p->selected = i;
	view_page_show_selected(p);
}

static void
next_heading(struct view_page *p)
{
	move_heading(p, 1);
}

static void
previous_heading(struct view_page *p)
{
	move_heading(p, -1);
}

static void
next_link(struct view_page *p)
{
	move_link(p, 1);
}

static void
previous_link(struct view_page *p)
{
	move_link(p, -1);
}

static void
next_item(struct view_page *p)
{
	move_item(p, 1);
}

static void
previous_item(struct view_page *p)
{
	move_item(p, -1);
}

static enum view_result
move_disputed(struct view_page *p, int step, int count)
{
	int i = p->selected, found = -1;
	bool has_any = false;

	for (int j = 0; j < p->item_count; j++)
		has_any |= p->items[j].is_disputed;
	if (!has_any && !p->goes_beyond)
		return VIEW_IGNORED;
	for (i += step; count > 0 && i >= 0 && i < p->item_count; i += step) {
		if (p->items[i].is_disputed) {
			found = i;
			count--;
		}
	}
	if (found < 0 && p->goes_beyond) {
		p->beyond = step;
		return VIEW_DONE;
	}
	if (found < 0) {
		app_say(p->view->app,
		    step > 0 ? "Nothing further down on this page disagrees." :
			       "Nothing further up on this page disagrees.");
		return VIEW_DONE;
	}
	p->selected = found;
	view_page_show_selected(p);
	return VIEW_DONE;
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
		if (count > 0) {
			go_to(p, count - 1);
			return VIEW_DONE;
		}
		view_page_set_top(p, p->line_count);
		p->selected = find_last_on_screen(p);
		return VIEW_DONE;
	case COMMAND_SECTION_NEXT:
		repeat(p, next_heading, (int)times);
		return VIEW_DONE;
	case COMMAND_SECTION_PREVIOUS:
		repeat(p, previous_heading, (int)times);
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

static enum view_result
run(struct view_page *p, enum command command, int count)
{
	int times = count > 0 ? count : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
		repeat(p, step_down, times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
		repeat(p, step_up, times);
		return VIEW_DONE;
	case COMMAND_SENTENCE_NEXT:
		repeat(p, next_item, times);
		return VIEW_DONE;
	case COMMAND_SENTENCE_PREVIOUS:
		repeat(p, previous_item, times);
		return VIEW_DONE;
	case COMMAND_LINK_NEXT:
		repeat(p, next_link, times);
		return VIEW_DONE;
	case COMMAND_LINK_PREVIOUS:
		repeat(p, previous_link, times);
		return VIEW_DONE;
	case COMMAND_DISAGREEMENT_NEXT:
		return move_disputed(p, 1, times);
	case COMMAND_DISAGREEMENT_PREVIOUS:
		return move_disputed(p, -1, times);
	default:
		return run_scroll(p, command, count);
	}
}

/* Whoever moves the cursor leaves the match that it was on. */
enum view_result
view_page_run(struct view_page *p, enum command command, int count)
{
	enum view_result result;
	int selected, top;

	view_page_make_ready(p);
	p->origin.is_set = false;
	if (!view_page_reach(p, command, count))
		return VIEW_DONE;
	/* The page may be gone afterwards. */
	if (command == COMMAND_OPEN)
		return follow(p);
	selected = p->selected;
	top = p->top;
	result = run(p, command, count);
	if (p->selected != selected || p->top != top)
		p->match.is_set = false;
	return result;
}

/* ---- What has an effect ---- */

static bool
has_link(const struct view_page *p)
{
	for (int i = 0; i < p->item_count; i++) {
		if (is_link(&p->items[i]))
			return true;
	}
	return false;
}

static bool
has_heading(const struct view_page *p)
{
	for (int i = p->top + 1; i < p->line_count; i++) {
		if (p->lines[i].is_heading)
			return true;
	}
	return false;
}

bool
view_page_has_effect(const struct view_page *p, enum command command)
{
	const struct page_item *item = view_page_get_item(p);

	switch (command) {
	case COMMAND_OPEN:
		return item && (item->is_row || is_link(item));
	case COMMAND_LINK_NEXT:
		return has_link(p);
	case COMMAND_PAGE_DOWN:
		return p->top < view_page_get_last_top(p);
	case COMMAND_PAGE_UP:
		return p->top > 0;
	case COMMAND_SECTION_NEXT:
		return has_heading(p) && p->top < view_page_get_last_top(p);
	default:
		return true;
	}
}
