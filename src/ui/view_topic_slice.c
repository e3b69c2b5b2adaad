/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

#include <string.h>

/*
 * What is shown of a page is found from its beginning on, as lines are
 * numbered.  A page of ordinary size is read and laid out at once; of a
 * larger one the place to stand at is waited for, and so does a command that
 * leads further than was read, while keys are answered between two slices.
 */
enum {
	SLICE_PASSAGES = 64,
	SLICE_BYTES = 16 * 1024,
	SLICES_AT_ONCE = 10, /* for what is asked for */
	SLICES_FOR_ALL = 8   /* more than that only if it is needed */
};

bool
view_topic_is_whole(const struct view_topic *v)
{
	return v->maker && v->is_read && v->laid_out == v->page.passage_count;
}

void
view_topic_drop_layout(struct view_topic *v)
{
	layout_end(v->maker);
	v->maker = NULL;
}

/* ---- Slices ---- */

static uint32_t
find_slice_end(const struct view_topic *v)
{
	uint32_t end = v->given;
	uint32_t bytes = 0;

	while (end < v->page.passage_count && end - v->given < SLICE_PASSAGES &&
	    bytes < SLICE_BYTES)
		bytes += v->page.passages[end++].len;
	return end;
}

static void
lay_out_slice(struct view_topic *v)
{
	v->given = find_slice_end(v);
	v->options.is_unfolded = v->is_unfolded;
	v->options.is_disputed = v->is_disputed;
	v->laid_out = layout_continue(v->maker, v->given,
	    v->is_read && v->given == v->page.passage_count);
}

static void
read_slice(struct view_topic *v)
{
	struct error err;

	if (view_topic_read_part(v, &err) != STATUS_OK)
		app_say_error(v->view.app, &err);
}

bool
view_topic_work(struct view_topic *v)
{
	if (v->given < v->page.passage_count ||
	    (v->is_read && v->laid_out < v->page.passage_count))
		lay_out_slice(v);
	else if (!v->is_read)
		read_slice(v);
	return !view_topic_is_whole(v);
}

/* ---- The place to stand at ---- */

/* Whether the place and what is shown below it are laid out. */
static bool
is_place_reached(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	int32_t at;
	uint32_t line = 0;

	if (view_topic_is_whole(v))
		return true;
	if (v->passage >= v->laid_out)
		return false;
	at = layout_find_sentence(l, v->passage, v->at);
	if (at >= 0)
		line = l->sentences[at].last_line;
	return line + 2 * (uint32_t)v->rows < l->line_count;
}

static bool
settle(struct view_topic *v)
{
	if (!v->is_placed && is_place_reached(v)) {
		v->is_placed = true;
		view_topic_take_place(v);
	}
	return v->is_placed;
}

void
view_topic_lay_out(struct view_topic *v, int width_cols, bool is_utf8)
{
	static const enum layout_graphic graphic[] = {
		[SETTING_FOLD] = GRAPHIC_FOLD,
		[SETTING_SHOW] = GRAPHIC_SHOW,
		[SETTING_SKIP] = GRAPHIC_SKIP,
	};

	view_topic_drop_layout(v);
	arena_reset(&v->layout_arena);
	v->options = (struct layout_options){
		.width_cols = width_cols,
		.graphic =
		    graphic[app_get_session(v->view.app)->settings.graphic],
		.is_utf8 = is_utf8,
	};
	v->maker = layout_begin(&v->layout, &v->page, &v->options,
	    &v->layout_arena);
	v->given = v->laid_out = 0;
	v->width_cols = width_cols;
	v->is_utf8 = is_utf8;
	v->sentence = -1;
	v->is_placed = false;
	v->origin.is_set = false;
	for (int i = 0; i < SLICES_AT_ONCE; i++) {
		if (i >= SLICES_FOR_ALL && settle(v))
			break;
		if (!view_topic_work(v))
			break;
	}
	settle(v);
}

void
view_topic_stop_waiting(struct view_topic *v)
{
	if (v->waits != COMMAND_NONE || v->finding.is_on)
		app_say(v->view.app, "%s", "");
	v->waits = COMMAND_NONE;
	v->finding.is_on = false;
	if (v->is_placed)
		return;
	v->is_placed = true;
	view_topic_take_place(v);
}

/* ---- What commands need ---- */

static bool
has_line(const struct view_topic *v, int64_t line)
{
	return line + 2 * (int64_t)v->rows < v->layout.line_count;
}

static bool
has_sentence(const struct view_topic *v, int64_t sentence)
{
	return sentence < v->layout.sentence_count &&
	    has_line(v, v->layout.sentences[sentence].last_line);
}

static bool
has_link(const struct view_topic *v, int64_t at)
{
	return at < v->layout.link_count &&
	    has_line(v, v->layout.links[at].line);
}

/* From the sentence on, as there is none selected. */
static int64_t
find_link_here(const struct view_topic *v)
{
	uint32_t at = 0;

	if (v->link >= 0)
		return (int64_t)v->link + 1;
	while (at < v->layout.link_count &&
	    v->layout.links[at].sentence < v->sentence)
		at++;
	return at;
}

/* Back from the first link is the last. */
static bool
has_link_before(const struct view_topic *v, int64_t times)
{
	if (v->link >= 0)
		return v->link >= times;
	return times == 1 && v->layout.link_count > 0 &&
	    v->layout.links[0].sentence <= v->sentence;
}

static bool
has_heading(const struct view_topic *v, int64_t times)
{
	int64_t passage = v->first_text;

	if (v->sentence >= 0)
		passage = v->layout.sentences[v->sentence].passage;
	for (; times > 0; times--) {
		passage = view_topic_find_heading(v, passage, 1);
		if (passage < 0 || passage >= v->laid_out)
			return false;
	}
	return has_sentence(v,
	    layout_find_sentence(&v->layout, (uint32_t)passage, 0));
}

static bool
is_enough(const struct view_topic *v, enum command command, int count)
{
	int64_t times = count > 0 ? count : 1;
	int64_t rows = v->rows;

	if (view_topic_is_whole(v))
		return true;
	switch (command) {
	case COMMAND_LINE_DOWN:
		return has_line(v, v->line + times);
	case COMMAND_SENTENCE_NEXT:
		return has_sentence(v, v->sentence + times);
	case COMMAND_PAGE_DOWN:
	case COMMAND_HALF_DOWN:
		return has_line(v, v->top + rows * times);
	case COMMAND_FIRST:
		return has_line(v, count);
	case COMMAND_LAST:
		return count > 0 && has_line(v, count);
	case COMMAND_LINK_NEXT:
		return has_link(v, find_link_here(v) + times - 1);
	case COMMAND_LINK_PREVIOUS:
		return has_link_before(v, times);
	case COMMAND_SECTION_NEXT:
		return has_heading(v, times);
	default:
		return true;
	}
}

bool
view_topic_reach(struct view_topic *v, enum command command, int count)
{
	view_topic_stop_waiting(v);
	if (v->is_outline)
		return true;
	for (int i = 0; i < SLICES_AT_ONCE; i++) {
		if (is_enough(v, command, count))
			return true;
		view_topic_work(v);
	}
	if (is_enough(v, command, count))
		return true;
	v->waits = command;
	v->waits_count = count;
	app_say(v->view.app, "Reading on...");
	return false;
}

bool
view_topic_idle(struct view *view)
{
	struct view_topic *v = (struct view_topic *)view;
	enum command waits = v->waits;
	bool is_more;

	if (v->finding.is_on)
		return view_topic_find_on(v);
	if (!v->maker || view_topic_is_whole(v))
		return false;
	is_more = view_topic_work(v);
	if (!settle(v) || waits == COMMAND_NONE ||
	    !is_enough(v, waits, v->waits_count))
		return is_more;
	view_topic_stop_waiting(v);
	view->class->run(view, waits, v->waits_count);
	return is_more;
}
