/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "views.h"

static void
close_topic(struct view *view)
{
	struct view_topic *v = (struct view_topic *)view;

	view_topic_drop_layout(v);
	view_topic_free_page(v);
	lit_clear(&v->lit);
	arena_clear(&v->layout_arena);
	arena_clear(&v->arena);
	free(v);
}

/* One who comes anew begins at the first sentence, below its heading. */
static uint32_t
find_first_statement(const struct view_topic *v)
{
	for (uint32_t i = v->first_text; i < v->text_end; i++) {
		if (v->page.passages[i].kind != PASSAGE_HEADING)
			return i;
	}
	return v->first_text;
}

/* Of the title and summary nothing is a sentence. */
static void
take_match(struct view_topic *v, const struct reader_place *at)
{
	int64_t passage = (int64_t)at->passage - v->topic.first_passage +
	    v->first_text;

	v->passage = find_first_statement(v);
	if (passage < 0 || passage > INT32_MAX)
		return;
	v->match = (struct topic_match){ true, (uint32_t)passage, at->at };
	if (passage < v->first_text)
		return;
	v->passage = (uint32_t)passage;
	v->at = at->at;
}

static void
take_place(struct view_topic *v, const struct reader_place *at)
{
	bool is_new = at->passage == 0 && at->at == 0 && at->scroll == 0;

	v->passage = is_new ? find_first_statement(v) : v->first_text;
	if (at->passage < INT32_MAX && !is_new)
		v->passage += at->passage;
	v->at = at->at;
	v->scroll = at->scroll;
}

static enum status
open_topic(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_topic *v = mem_alloc_array(1, sizeof *v);
	enum status status;

	v->view.class = &view_topic_class;
	v->view.app = app;
	lit_init(&v->lit, app);
	v->sentence = v->link = -1;
	status = view_topic_read(v, at->slug, err);
	if (status) {
		close_topic(&v->view);
		return status;
	}
	if (at->is_match)
		take_match(v, at);
	else
		take_place(v, at);
	*out = &v->view;
	return STATUS_OK;
}

static enum view_result
run_topic(struct view *view, enum command command, int count)
{
	struct view_topic *v = (struct view_topic *)view;
	int times = count > 0 ? count : 1;

	v->origin.is_set = false;
	view_topic_make_ready(v);
	if (!view_topic_reach(v, command, count))
		return VIEW_DONE;
	if (v->is_outline && view_topic_run_outline(v, command, count))
		return VIEW_DONE;
	if (view_topic_move(v, command, count))
		return VIEW_DONE;
	if (view_topic_go(v, command, times))
		return VIEW_DONE;
	if (command != COMMAND_OUTLINE)
		return VIEW_IGNORED;
	view_topic_open_outline(v);
	return VIEW_DONE;
}

static void
get_place(const struct view *view, struct reader_place *out)
{
	const struct view_topic *v = (const struct view_topic *)view;
	uint32_t passage = v->passage;

	snprintf(out->slug, sizeof out->slug, "%s", v->topic.slug);
	out->at = v->at;
	out->scroll = v->scroll;
	if (v->width_cols > 0 && v->sentence >= 0) {
		const struct layout_sentence *s = &v->layout
						       .sentences[v->sentence];

		passage = s->passage;
		out->at = s->at;
		out->scroll = view_topic_get_scroll(v);
	}
	out->passage = passage > v->first_text ? passage - v->first_text : 0;
}

static void
get_cited(const struct view *view, struct cited *out)
{
	const struct view_topic *v = (const struct view_topic *)view;
	const struct layout_sentence *s;

	*out = (struct cited){ .what = "this sentence" };
	if (v->width_cols == 0 || v->sentence < 0)
		return;
	s = &v->layout.sentences[v->sentence];
	if (s->passage < v->first_text || s->passage >= v->text_end ||
	    view_topic_is_fold(v, v->sentence))
		return;
	out->page = &v->page;
	out->passage = s->passage;
	out->at = s->at;
	out->len = s->len;
	out->documents = s->documents;
	out->origins = s->origins;
	out->is_unfolded = v->is_unfolded[s->passage] ||
	    v->is_unfolded[s->passage + 1];
	if (v->page.passages[s->passage].kind == PASSAGE_ROW)
		out->what = "this cell";
	out->is_heading = v->page.passages[s->passage].kind == PASSAGE_HEADING;
}

static void
get_title(const struct view *view, char *out, size_t size)
{
	view_cut_text(out, size,
	    ((const struct view_topic *)view)->topic.title);
}

static const char *
get_way(const struct view *view)
{
	return ((const struct view_topic *)view)->way;
}

static void
get_position(const struct view *view, char *out, size_t size)
{
	const struct view_topic *v = (const struct view_topic *)view;
	size_t len;

	out[0] = '\0';
	if (v->width_cols == 0 || v->sentence < 0)
		return;
	view_write_position(out, size, (uint32_t)v->sentence + 1,
	    v->layout.sentence_count);
	len = strlen(out);
	if (!view_topic_is_whole(v))
		snprintf(out + len, size - len, " so far");
}

/* A run was clicked: its sentence, or its link; a selected link is opened. */
static void
click_run(struct view_topic *v, uint32_t index)
{
	const struct layout *l = &v->layout;
	const struct layout_run *run = &l->runs[index];
	int32_t link = -1;

	for (uint32_t i = 0; i < l->link_count && run->link >= 0; i++) {
		if ((int32_t)l->links[i].link == run->link &&
		    l->links[i].run <= index)
			link = (int32_t)i;
	}
	if (link >= 0 && link == v->link) {
		view_topic_go(v, COMMAND_OPEN, 1);
		return;
	}
	if (run->sentence >= 0)
		v->sentence = run->sentence;
	v->link = link;
}

static void
click(struct view *view, struct rect area, int row, int col)
{
	struct view_topic *v = (struct view_topic *)view;
	int text_col = col - area.col - (area.cols > v->width_cols);
	uint32_t line = v->top + (uint32_t)(row - area.row);
	const struct layout_line *at;

	view_topic_stop_waiting(v);
	if (v->is_outline) {
		view_topic_click_outline(v, row - area.row);
		return;
	}
	if (v->width_cols == 0 || row < area.row ||
	    line >= v->layout.line_count)
		return;
	v->line = line;
	view_topic_leave_match(v);
	at = &v->layout.lines[line];
	for (uint32_t i = at->run_count; i > 0; i--) {
		if (v->layout.runs[at->first_run + i - 1].col <= text_col ||
		    i == 1) {
			click_run(v, at->first_run + i - 1);
			return;
		}
	}
}

/* Those that come and go with the cursor stand behind the others. */
static const enum command hints[] = { COMMAND_MATCH_NEXT, COMMAND_SEARCH_HERE,
	COMMAND_LINK_NEXT, COMMAND_CITATIONS, COMMAND_OUTLINE, COMMAND_COMPARE,
	COMMAND_OPEN, COMMAND_BACK, COMMAND_COPY, COMMAND_TREE, COMMAND_HELP,
	COMMAND_NONE };

const struct view_class view_topic_class = {
	.place = PLACE_TOPIC,
	.name = "topic",
	.has_contents = true,
	.has_citations = true,
	.open = open_topic,
	.close = close_topic,
	.draw = view_topic_draw,
	.run = run_topic,
	.get_place = get_place,
	.get_cited = get_cited,
	.click = click,
	.find = view_topic_find,
	.get_passed = view_topic_get_passed,
	.get_passage = view_topic_get_passage,
	.get_title = get_title,
	.get_way = get_way,
	.get_position = get_position,
	.idle = view_topic_idle,
	.hints = hints,
	.has_effect = view_topic_has_effect,
};
