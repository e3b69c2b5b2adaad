/* SPDX-License-Identifier: ISC */
#include "citations.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "citations_private.h"

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
	free(c->chains);
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
	/* They are of the page that was, which may be gone before the next
	 * drawing. */
	c->line_count = c->step_count = 0;
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

/* ---- Steps ---- */

int
citations_find_line(const struct citations *c, int step)
{
	for (size_t i = 0; i < c->line_count; i++) {
		if (c->lines[i].step == step)
			return (int)i;
	}
	return 0;
}

int
citations_find_last_line(const struct citations *c, int step)
{
	int line = citations_find_line(c, step);

	while (line + 1 < (int)c->line_count && c->lines[line + 1].step == step)
		line++;
	return line;
}

void
citations_show_selected(struct citations *c)
{
	int first = citations_find_line(c, c->selected);
	int last = citations_find_last_line(c, c->selected);

	if (last >= c->top + c->rows_shown)
		c->top = last - c->rows_shown + 1;
	if (first < c->top)
		c->top = first;
}

static void
select_step(struct citations *c, int step)
{
	int last;

	if (step >= (int)c->step_count && c->width_cols > 0)
		citations_add_more(c);
	last = (int)c->step_count - 1;
	if (step > last)
		step = last;
	c->selected = step < 0 ? 0 : step;
	citations_show_selected(c);
}

bool
citations_idle(struct citations *c)
{
	if (c->width_cols == 0 || c->is_whole)
		return false;
	citations_add_more(c);
	if (c->is_whole && c->wants_last)
		select_step(c, (int)c->step_count - 1);
	return !c->is_whole;
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
	    (citations_find_last_line(c, c->selected) >= below ||
		c->selected + 1 >= (int)c->step_count))
		c->top++;
	else
		select_step(c, c->selected + 1);
}

static void
step_up(struct citations *c)
{
	if (citations_find_line(c, c->selected) < c->top)
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

	c->wants_last = command == COMMAND_LAST;
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
	case COMMAND_OPEN_OUTSIDE:
		citations_open_outside(c);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

bool
citations_has_effect(const struct citations *c, enum command command)
{
	if (command != COMMAND_OPEN)
		return true;
	return c->selected < (int)c->step_count &&
	    c->steps[c->selected]->key != NULL;
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
