/* SPDX-License-Identifier: ISC */
#include "view_topic.h"

/* ---- Links ---- */

/*
 * The link that a command means: the selected one, else the first of the
 * sentence; among those that wanted() takes.  NULL where there is none.
 */
static const struct link *
find_link(const struct view_topic *v, bool (*wanted)(const struct link *))
{
	const struct layout *l = &v->layout;
	const struct link *link;

	if (v->link >= 0) {
		link = &v->page.links[l->links[v->link].link];
		if (wanted(link))
			return link;
	}
	for (uint32_t i = 0; i < l->link_count; i++) {
		if (l->links[i].sentence != v->sentence || v->sentence < 0)
			continue;
		link = &v->page.links[l->links[i].link];
		if (wanted(link))
			return link;
	}
	return NULL;
}

static bool
is_any(const struct link *link)
{
	(void)link;
	return true;
}

static bool
is_outside(const struct link *link)
{
	return link->kind == RECORD_NONE && link->url;
}

static bool
is_compared(const struct link *link)
{
	return link->kind == RECORD_FIGURE || link->kind == RECORD_MEASURE;
}

/* The link to select first: on or after the sentence, or before it. */
static int32_t
find_first_link(const struct view_topic *v, int step)
{
	const struct layout *l = &v->layout;
	int32_t found = step > 0 ? 0 : (int32_t)l->link_count - 1;

	for (uint32_t i = 0; i < l->link_count; i++) {
		if (step > 0 && l->links[i].sentence >= v->sentence)
			return (int32_t)i;
		if (step < 0 && l->links[i].sentence <= v->sentence)
			found = (int32_t)i;
	}
	return found;
}

static void
go_to_link(struct view_topic *v, int32_t at)
{
	const struct layout_link *link = &v->layout.links[at];

	if (link->sentence >= 0)
		view_topic_go_sentence(v, link->sentence);
	v->link = at;
	v->line = link->line;
	view_topic_show_line(v, v->line);
}

/* From the last link on to the first, and the other way. */
static void
select_link(struct view_topic *v, int step, int count)
{
	int32_t links = (int32_t)v->layout.link_count;
	int32_t at = v->link;

	if (links == 0) {
		app_say(v->view.app, "No link is in this topic.");
		return;
	}
	if (at < 0) {
		at = find_first_link(v, step);
		count--;
	}
	at = (int32_t)((at + (int64_t)step * (count % links) + links) % links);
	go_to_link(v, at);
}

/* Where a way through the links begins that has not one selected. */
static int32_t
find_link_before(const struct view_topic *v, int step)
{
	int32_t at = 0;

	if (v->link >= 0)
		return v->link;
	while (at < (int32_t)v->layout.link_count &&
	    v->layout.links[at].sentence < v->sentence)
		at++;
	return step > 0 ? at - 1 : at;
}

/* A figure that is linked to and has others against it. */
static void
go_disputed(struct view_topic *v, int step, int count)
{
	int32_t at = find_link_before(v, step), found = -1;

	for (at += step;
	     count > 0 && at >= 0 && at < (int32_t)v->layout.link_count;
	     at += step) {
		if (v->is_disputed[v->layout.links[at].link]) {
			found = at;
			count--;
		}
	}
	if (found >= 0)
		go_to_link(v, found);
	else
		app_say(v->view.app,
		    step > 0 ? "Nothing further on in this topic disagrees." :
			       "Nothing before in this topic disagrees.");
}

/* ---- Folded passages ---- */

static bool
is_graphic(const struct view_topic *v, int64_t passage)
{
	return passage >= v->first_text && passage < v->text_end &&
	    v->page.passages[passage].is_graphic;
}

/* All graphic passages around one, which are folded together. */
static void
set_unfolded(struct view_topic *v, uint32_t passage, bool is_unfolded)
{
	int64_t at = passage;

	while (is_graphic(v, at - 1))
		at--;
	for (; is_graphic(v, at); at++)
		v->is_unfolded[at] = is_unfolded;
	view_topic_lay_out_again(v);
}

static void
toggle_fold(struct view_topic *v)
{
	uint32_t passage;

	if (v->sentence < 0) {
		app_say(v->view.app, "Nothing is folded here.");
		return;
	}
	passage = v->layout.sentences[v->sentence].passage;
	if (view_topic_is_fold(v, v->sentence))
		set_unfolded(v, passage, true);
	else if (v->is_unfolded[passage])
		set_unfolded(v, passage, false);
	else if (is_graphic(v, passage))
		app_say(v->view.app,
		    "All graphic passages are shown: `:set graphic fold`.");
	else
		app_say(v->view.app, "Nothing is folded here.");
}

/* ---- Going elsewhere: the view may be gone afterwards ---- */

static void
open_here(struct view_topic *v)
{
	const struct link *link;

	if (v->link < 0 && view_topic_is_fold(v, v->sentence)) {
		toggle_fold(v);
		return;
	}
	link = find_link(v, is_any);
	if (link)
		app_go_link(v->view.app, link);
	else
		app_say(v->view.app, "No link is in this sentence.");
}

static void
open_outside(struct view_topic *v)
{
	const struct link *link = find_link(v, is_outside);

	if (link)
		app_browse(v->view.app, link->url);
	else
		app_say(v->view.app, "No URL is under the cursor.");
}

/* Under the cursor, or the next one from there, or the first. */
static const struct link *
find_compared(const struct view_topic *v)
{
	const struct layout *l = &v->layout;
	const struct link *here = find_link(v, is_compared);
	const struct link *first = NULL;

	for (uint32_t i = 0; i < l->link_count && !here; i++) {
		const struct link *link = &v->page.links[l->links[i].link];

		if (!is_compared(link))
			continue;
		if (!first)
			first = link;
		if (l->links[i].sentence >= v->sentence)
			here = link;
	}
	return here ? here : first;
}

static void
compare(struct view_topic *v)
{
	struct app *app = v->view.app;
	const struct link *link = find_compared(v);
	struct arena arena = { 0 };
	struct figure figure;
	struct error err;

	if (!link) {
		app_say(app, "No figure is in this text.");
		return;
	}
	if (link->kind == RECORD_MEASURE) {
		app_go_record(app, RECORD_MEASURE, link->slug);
		return;
	}
	if (collection_find_figure(&figure, app_get_session(app)->collection,
		link->slug, &arena, &err))
		app_say_error(app, &err);
	else
		app_go_record(app, RECORD_MEASURE, figure.measure);
	arena_clear(&arena);
}

static void
go_topic(struct view_topic *v, int64_t step)
{
	struct app *app = v->view.app;
	struct arena arena = { 0 };
	struct topic topic;
	struct error err;
	enum status status;

	status = collection_get_topic(&topic, app_get_session(app)->collection,
	    v->topic.id + step, &arena, &err);
	if (!status)
		app_go_record(app, RECORD_TOPIC, topic.slug);
	else if (status == STATUS_NOT_FOUND)
		app_say(app,
		    step > 0 ? "No such topic comes after this one." :
			       "No such topic comes before this one.");
	else
		app_say_error(app, &err);
	arena_clear(&arena);
}

static void
go_up(struct view_topic *v)
{
	struct reader_place home = { .view = PLACE_HOME };

	if (v->topic.parent_slug)
		app_go_record(v->view.app, RECORD_TOPIC, v->topic.parent_slug);
	else
		app_go(v->view.app, &home);
}

static bool
leave_link(struct view_topic *v)
{
	if (v->link < 0)
		return false;
	v->link = -1;
	return true;
}

bool
view_topic_go(struct view_topic *v, enum command command, int times)
{
	switch (command) {
	case COMMAND_LINK_NEXT:
		select_link(v, 1, times);
		return true;
	case COMMAND_LINK_PREVIOUS:
		select_link(v, -1, times);
		return true;
	case COMMAND_DISAGREEMENT_NEXT:
		go_disputed(v, 1, times);
		return true;
	case COMMAND_DISAGREEMENT_PREVIOUS:
		go_disputed(v, -1, times);
		return true;
	case COMMAND_OPEN:
		open_here(v);
		return true;
	case COMMAND_OPEN_OUTSIDE:
		open_outside(v);
		return true;
	case COMMAND_COMPARE:
		compare(v);
		return true;
	case COMMAND_FOLD:
		toggle_fold(v);
		return true;
	case COMMAND_TOPIC_NEXT:
		go_topic(v, times);
		return true;
	case COMMAND_TOPIC_PREVIOUS:
		go_topic(v, -(int64_t)times);
		return true;
	case COMMAND_UP:
		go_up(v);
		return true;
	case COMMAND_ESCAPE:
		return leave_link(v);
	default:
		return false;
	}
}

/*
 * What the bottom line may offer at the cursor, or among the headings.  To
 * open is offered for what is selected alone, though Enter does more, and to
 * compare wherever the topic has figures, so that the line stays as it is
 * while one reads on.
 */
bool
view_topic_has_effect(const struct view *view, enum command command)
{
	const struct view_topic *v = (const struct view_topic *)view;

	switch (command) {
	case COMMAND_OPEN:
		return v->is_outline || v->link >= 0 ||
		    view_topic_is_fold(v, v->sentence);
	case COMMAND_LINK_NEXT:
		return !v->is_outline && v->layout.link_count > 0;
	case COMMAND_COMPARE:
		return !v->is_outline && find_compared(v);
	case COMMAND_OUTLINE:
		return view_topic_find_heading(v, (int64_t)v->first_text - 1,
			   1) >= 0;
	default:
		return true;
	}
}
