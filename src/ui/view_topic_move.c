/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

/*
 * The cursor is on a line and in a sentence: going by lines takes the
 * sentence that stands there, going by sentences the line where it begins.
 */

uint32_t
view_topic_get_last_top(const struct view_topic *v)
{
	uint32_t rows = (uint32_t)v->rows;

	return v->layout.line_count > rows ? v->layout.line_count - rows : 0;
}

void
view_topic_show_line(struct view_topic *v, uint32_t line)
{
	if (line < v->top)
		v->top = line;
	if (line >= v->top + (uint32_t)v->rows)
		v->top = line - (uint32_t)v->rows + 1;
}

/*
 * As much of the sentence as fits; above the first all that stands there,
 * below a heading the beginning of its text.
 */
static void
show_sentence(struct view_topic *v, const struct layout_sentence *s)
{
	enum { BELOW_HEADING = 3 };
	uint32_t rows = (uint32_t)v->rows;
	uint32_t last = s->last_line;

	if (v->layout.lines[last].kind == LINE_HEADING &&
	    last + BELOW_HEADING < v->layout.line_count)
		last += BELOW_HEADING;
	if (last - s->first_line >= rows)
		last = s->first_line + rows - 1;
	if (v->sentence == 0 && last < rows)
		v->top = 0;
	view_topic_show_line(v, last);
	view_topic_show_line(v, s->first_line);
}

void
view_topic_go_sentence(struct view_topic *v, int32_t sentence)
{
	int32_t last = (int32_t)v->layout.sentence_count - 1;

	if (last < 0)
		return;
	v->sentence = sentence < 0 ? 0 : sentence > last ? last : sentence;
	v->line = v->layout.sentences[v->sentence].first_line;
	v->link = -1;
	view_topic_leave_match(v);
	show_sentence(v, &v->layout.sentences[v->sentence]);
}

/* Where the sentence's first run stands on its line. */
static uint32_t
get_col(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	const struct layout_line *line;

	if (v->sentence < 0)
		return 0;
	line = &l->lines[l->sentences[v->sentence].first_line];
	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct layout_run *run = &l->runs[line->first_run + i];

		if (run->sentence == v->sentence)
			return run->col;
	}
	return 0;
}

/* The first sentence on a line; in a table the cell under the one before. */
static int32_t
find_on_line(const struct view_topic *v, uint32_t at)
{
	const struct layout_line *line = &v->layout.lines[at];
	uint32_t col = line->kind == LINE_ROW ? get_col(v) : 0;
	int32_t found = -1;

	for (uint32_t i = 0; i < line->run_count; i++) {
		const struct layout_run *run = &v->layout
						    .runs[line->first_run + i];

		if (run->sentence >= 0 && (found < 0 || run->col <= col))
			found = run->sentence;
	}
	return found;
}

/* The sentence keeps the cursor on a line beside it that has none. */
static int32_t
find_near(const struct view_topic *v, uint32_t line)
{
	const struct layout *l = &v->layout;
	int32_t found = find_on_line(v, line);
	const struct layout_sentence *s;

	if (found >= 0 || v->sentence < 0)
		return found;
	s = &l->sentences[v->sentence];
	if (line + 1 >= s->first_line && line <= s->last_line + 1)
		return v->sentence;
	found = layout_find_on_line(l, line);
	if (found < 0)
		found = (int32_t)l->sentence_count - 1;
	return found;
}

static void
go_line(struct view_topic *v, int64_t line)
{
	int64_t last = (int64_t)v->layout.line_count - 1;
	int32_t sentence;

	if (last < 0)
		return;
	v->line = (uint32_t)(line < 0 ? 0 : line > last ? last : line);
	view_topic_leave_match(v);
	sentence = find_near(v, v->line);
	if (sentence != v->sentence)
		v->link = -1;
	v->sentence = sentence;
	view_topic_show_line(v, v->line);
}

/* The first sentence that begins in the window, else the one that fills it. */
static int32_t
find_first_visible(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	uint32_t end = v->top + (uint32_t)v->rows;
	int32_t first = layout_find_on_line(l, v->top);

	for (int32_t i = first; i >= 0 && i < (int32_t)l->sentence_count; i++) {
		if (l->sentences[i].first_line >= end)
			break;
		if (l->sentences[i].first_line >= v->top)
			return i;
	}
	return first;
}

/* The window moved over a sentence that it still shows. */
static void
keep_sentence(struct view_topic *v)
{
	uint32_t end = v->top + (uint32_t)v->rows - 1;
	uint32_t last = v->layout.sentences[v->sentence].last_line;

	if (v->line < v->top)
		v->line = v->top;
	if (v->line > last)
		v->line = last;
	if (v->line > end)
		v->line = end;
}

/* A screen at an end cannot go on, so that the cursor does. */
static void
page(struct view_topic *v, int64_t step)
{
	int64_t last = view_topic_get_last_top(v);
	int64_t top = (int64_t)v->top + step;
	int32_t sentence;

	if (step > 0 && v->top >= last) {
		view_topic_go_sentence(v, INT32_MAX);
		return;
	}
	if (step < 0 && v->top == 0) {
		view_topic_go_sentence(v, 0);
		return;
	}
	v->top = (uint32_t)(top < 0 ? 0 : top > last ? last : top);
	v->link = -1;
	view_topic_leave_match(v);
	sentence = find_first_visible(v);
	if (sentence < 0) {
		v->line = v->top;
	} else if (v->sentence >= 0 &&
	    (sentence - (int64_t)v->sentence) * step <= 0) {
		keep_sentence(v);
	} else {
		v->sentence = sentence;
		v->line = v->layout.sentences[sentence].first_line;
		if (v->line < v->top)
			v->line = v->top;
	}
	view_topic_show_line(v, v->line);
}

int64_t
view_topic_find_heading(const struct view_topic *v, int64_t passage, int step)
{
	if (passage > v->text_end)
		passage = v->text_end;
	for (passage += step; passage >= v->first_text && passage < v->text_end;
	     passage += step) {
		if (v->page.passages[passage].kind == PASSAGE_HEADING)
			return passage;
	}
	return -1;
}

/* A heading is shown with what follows it. */
static void
go_section(struct view_topic *v, int step, int count)
{
	int64_t passage = v->first_text, found = -1;
	int32_t sentence;

	if (v->sentence >= 0)
		passage = v->layout.sentences[v->sentence].passage;
	for (; count > 0; count--) {
		int64_t next = view_topic_find_heading(v, passage, step);

		if (next < 0)
			break;
		found = passage = next;
	}
	if (found < 0 && step > 0) {
		app_say(v->view.app, "There is no further heading.");
		return;
	}
	if (found < 0) {
		view_topic_go_sentence(v, 0);
		return;
	}
	sentence = layout_find_sentence(&v->layout, (uint32_t)found, 0);
	view_topic_go_sentence(v, sentence);
	if (v->line >= v->top + (uint32_t)v->rows / 2) {
		uint32_t last = view_topic_get_last_top(v);

		v->top = v->line < last ? v->line : last;
	}
}

bool
view_topic_move(struct view_topic *v, enum command command, int count)
{
	int64_t times = count > 0 ? count : 1;
	int64_t rows = v->rows > 3 ? v->rows - 1 : v->rows;
	int64_t half = v->rows > 1 ? v->rows / 2 : 1;
	int64_t sentence = v->sentence;

	switch (command) {
	case COMMAND_LINE_DOWN:
		go_line(v, (int64_t)v->line + times);
		return true;
	case COMMAND_LINE_UP:
		go_line(v, (int64_t)v->line - times);
		return true;
	case COMMAND_SENTENCE_NEXT:
		sentence += times;
		break;
	case COMMAND_SENTENCE_PREVIOUS:
		sentence -= times;
		break;
	case COMMAND_PAGE_DOWN:
		page(v, rows * times);
		return true;
	case COMMAND_PAGE_UP:
		page(v, -rows * times);
		return true;
	case COMMAND_HALF_DOWN:
		page(v, half * times);
		return true;
	case COMMAND_HALF_UP:
		page(v, -half * times);
		return true;
	case COMMAND_FIRST:
		if (count > 0)
			go_line(v, count - 1);
		else
			view_topic_go_sentence(v, 0);
		return true;
	case COMMAND_LAST:
		if (count > 0) {
			go_line(v, count - 1);
			return true;
		}
		view_topic_go_sentence(v, INT32_MAX);
		go_line(v, (int64_t)v->layout.line_count - 1);
		return true;
	case COMMAND_SECTION_NEXT:
		go_section(v, 1, (int)times);
		return true;
	case COMMAND_SECTION_PREVIOUS:
		go_section(v, -1, (int)times);
		return true;
	default:
		return false;
	}
	view_topic_go_sentence(v,
	    sentence > INT32_MAX ? INT32_MAX :
		sentence < 0     ? 0 :
				   (int32_t)sentence);
	return true;
}
