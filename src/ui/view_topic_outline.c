/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

/* The headings of the topic in place of its text. */

static uint32_t
count_headings(const struct view_topic *v)
{
	uint32_t count = 0;
	int64_t at = (int64_t)v->first_text - 1;

	while ((at = view_topic_find_heading(v, at, 1)) >= 0)
		count++;
	return count;
}

/* The passage of a heading by its number. */
static uint32_t
get_heading(const struct view_topic *v, uint32_t number)
{
	int64_t at = view_topic_find_heading(v, (int64_t)v->first_text - 1, 1);

	while (number-- > 0)
		at = view_topic_find_heading(v, at, 1);
	return (uint32_t)at;
}

/* Begins at the heading that the cursor is under. */
void
view_topic_open_outline(struct view_topic *v)
{
	uint32_t count = count_headings(v);
	uint32_t passage = v->sentence < 0 ?
	    0 :
	    v->layout.sentences[v->sentence].passage;

	if (count == 0) {
		app_say(v->view.app, "This topic has no headings.");
		return;
	}
	v->is_outline = true;
	v->outline_top = 0;
	v->heading = 0;
	while (
	    v->heading + 1 < count && get_heading(v, v->heading + 1) <= passage)
		v->heading++;
}

static void
open_heading(struct view_topic *v)
{
	uint32_t passage = get_heading(v, v->heading);
	uint32_t last;

	v->is_outline = false;
	view_topic_go_sentence(v, layout_find_sentence(&v->layout, passage, 0));
	last = view_topic_get_last_top(v);
	v->top = v->line < last ? v->line : last;
}

static void
select_heading(struct view_topic *v, int64_t number)
{
	int64_t last = (int64_t)count_headings(v) - 1;

	v->heading = (uint32_t)(number < 0 ? 0 : number > last ? last : number);
}

bool
view_topic_run_outline(struct view_topic *v, enum command command, int count)
{
	int64_t step = count > 0 ? count : 1;
	int64_t page = v->rows > 1 ? v->rows - 1 : 1;
	int64_t here = v->heading;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_SECTION_NEXT:
	case COMMAND_LINK_NEXT:
		select_heading(v, here + step);
		return true;
	case COMMAND_LINE_UP:
	case COMMAND_SENTENCE_PREVIOUS:
	case COMMAND_SECTION_PREVIOUS:
	case COMMAND_LINK_PREVIOUS:
		select_heading(v, here - step);
		return true;
	case COMMAND_PAGE_DOWN:
	case COMMAND_HALF_DOWN:
		select_heading(v, here + page * step);
		return true;
	case COMMAND_PAGE_UP:
	case COMMAND_HALF_UP:
		select_heading(v, here - page * step);
		return true;
	case COMMAND_FIRST:
		select_heading(v, count > 0 ? count - 1 : 0);
		return true;
	case COMMAND_LAST:
		select_heading(v, INT32_MAX);
		return true;
	case COMMAND_OPEN:
		open_heading(v);
		return true;
	case COMMAND_ESCAPE:
	case COMMAND_OUTLINE:
	case COMMAND_CLOSE:
		v->is_outline = false;
		return true;
	default:
		return false;
	}
}

/* row: of the view's area, the first of which says what this is. */
void
view_topic_click_outline(struct view_topic *v, int row)
{
	bool has_head = v->rows > 1;
	uint32_t number = v->outline_top + (uint32_t)(row - has_head);

	if (row < has_head || number >= count_headings(v))
		return;
	if (number == v->heading)
		open_heading(v);
	else
		v->heading = number;
}

static void
draw_heading(const struct view_topic *v, struct canvas *canvas, struct rect row,
    uint32_t number, bool is_focused)
{
	const struct passage *p = &v->page.passages[get_heading(v, number)];
	int indent = 1 + 2 * (p->level > 2 ? p->level - 2 : 0);
	enum role role = ROLE_TEXT;

	if (indent > row.cols / 2)
		indent = row.cols / 2;
	if (number == v->heading)
		role = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
	if (role != ROLE_TEXT)
		canvas_fill(canvas, row, role);
	canvas_put_cut(canvas, row.row, row.col + indent, row.cols - indent,
	    role, p->text);
	if (number == v->heading && is_focused)
		canvas_set_cursor(canvas, row.row, row.col + indent);
}

void
view_topic_draw_outline(struct view_topic *v, struct canvas *canvas,
    struct rect area, bool is_focused)
{
	uint32_t rows = (uint32_t)area.rows;
	uint32_t count = count_headings(v);

	if (rows > 1) {
		canvas_put_cut(canvas, area.row, area.col + (area.cols > 1),
		    area.cols - (area.cols > 1), ROLE_DIM,
		    "Outline: Enter goes there");
		area.row++;
		rows--;
	}
	if (v->heading < v->outline_top)
		v->outline_top = v->heading;
	if (v->heading >= v->outline_top + rows)
		v->outline_top = v->heading - rows + 1;
	for (uint32_t i = 0; i < rows && v->outline_top + i < count; i++) {
		struct rect row = { area.row + (int)i, area.col, 1, area.cols };

		draw_heading(v, canvas, row, v->outline_top + i, is_focused);
	}
}
