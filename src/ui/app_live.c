/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "app_private.h"

/*
 * The prompts of search.  What is typed is looked for when it is drawn, not
 * with each key: of letters that come faster than they are drawn, a paste
 * above all, only the last is answered.
 */

/* Older lines are shared by the page's prompt and that of everything. */
#define KEPT_PATTERNS "search"
#define KEPT_TITLES "go to"

bool
app_is_searching(const struct app *app)
{
	return app->prompt_is == PROMPT_SEARCH ||
	    app->prompt_is == PROMPT_HERE || app->prompt_is == PROMPT_TITLE;
}

/* ---- Beginning ---- */

static void
remember_place(struct app *app)
{
	struct app_search *s = &app->search;

	app_get_place(app, &s->from);
	app_get_trail_place(app, &s->from_trail);
	s->from_number = s->number;
	s->was_lit = s->is_lit;
}

static void
begin(struct app *app, enum app_prompt what, const char *kept, const char *text)
{
	struct app_search *s = &app->search;

	app_seek_stop(app);
	app->prompt_is = what;
	prompt_begin(app->prompt, kept, text);
	s->is_from_slash = false;
	s->is_stale = text[0] != '\0';
	s->is_new = true;
	s->is_found = true;
	s->fault.status = STATUS_OK;
}

/* The hits of nothing, until something is typed. */
static bool
show_hits(struct app *app)
{
	struct reader_place place = { .view = PLACE_HITS };

	return app_show(app, &place);
}

void
app_begin_search(struct app *app)
{
	bool is_edited = app->view->class->place == PLACE_HITS &&
	    !app->search.wish.is_title;

	remember_place(app);
	if (!is_edited && !show_hits(app))
		return;
	app->focus = PANE_MAIN;
	begin(app, PROMPT_SEARCH, KEPT_PATTERNS,
	    is_edited ? app->search.wish.text : "");
	app->search.is_stale = false;
}

void
app_begin_title(struct app *app)
{
	remember_place(app);
	if (!show_hits(app))
		return;
	begin(app, PROMPT_TITLE, KEPT_TITLES, "");
}

void
app_begin_here(struct app *app)
{
	if (app->view->class->place == PLACE_HITS) {
		app_begin_search(app);
	} else if (app->focus != PANE_CONTENTS && app->view->class->find) {
		app->focus = PANE_MAIN;
		remember_place(app);
		begin(app, PROMPT_HERE, KEPT_PATTERNS, "");
		app->search.is_from_slash = true;
	} else if (app->focus == PANE_CONTENTS || app->view->class->filter) {
		app_begin_prompt(app, PROMPT_FILTER);
		app->search.is_from_slash = true;
	} else {
		app_begin_search(app);
	}
}

/* ---- As it is typed ---- */

static void
read_typed(struct app *app)
{
	struct app_search *s = &app->search;
	bool is_title = app->prompt_is == PROMPT_TITLE;
	bool is_narrowed = app->prompt_is == PROMPT_SEARCH &&
	    s->from.view == PLACE_HITS;
	const char *text = prompt_get_text(app->prompt);

	if (!is_narrowed) {
		s->wish.scope = (struct scope){ 0 };
		memset(s->wish.chosen, 0, sizeof s->wish.chosen);
	}
	memset(s->wish.text, 0, sizeof s->wish.text);
	memcpy(s->wish.text, text, strlen(text));
	s->wish.is_title = is_title;
	s->wish.is_exact = s->is_exact && !is_title;
	s->wish.is_literal = s->is_literal && !is_title;
	s->wish.is_word = s->is_word && !is_title;
}

static bool
is_elsewhere(struct app *app)
{
	struct reader_place now;

	app_get_place(app, &now);
	return memcmp(&now, &app->search.from, sizeof now) != 0;
}

static void
go_back_to_begin(struct app *app)
{
	if (is_elsewhere(app))
		app_show(app, &app->search.from);
}

/* The view itself begins again where the cursor stood before. */
static void
find_here(struct app *app)
{
	struct app_search *s = &app->search;
	bool has_text = s->wish.text[0] != '\0';

	app_light(app, has_text);
	s->is_found = true;
	if (!has_text)
		go_back_to_begin(app);
	else if (app->view->class->find(app->view, VIEW_FIND_HERE) ==
	    VIEW_FOUND_NONE)
		s->is_found = false;
}

void
app_live_settle(struct app *app)
{
	struct app_search *s = &app->search;

	if (!s->is_stale || !app_is_searching(app))
		return;
	s->is_stale = false;
	read_typed(app);
	if (app_look_for(app) && app->prompt_is == PROMPT_HERE)
		find_here(app);
}

void
app_live_edit(struct app *app)
{
	struct app_search *s = &app->search;

	if (strcmp(s->wish.text, prompt_get_text(app->prompt)) != 0 ||
	    s->fault.status)
		s->is_stale = true;
}

/* ---- Leaving ---- */

static bool
has_found_text(const struct app *app)
{
	return app->search.number != 0 && !app->search.is_new &&
	    inquiry_get_search(app->search.inquiry);
}

/* As if nothing had been begun. */
void
app_live_take_back(struct app *app)
{
	struct app_search *s = &app->search;

	app->prompt_is = PROMPT_NONE;
	app_open_search(app, s->from_number);
	go_back_to_begin(app);
	app_light(app, s->was_lit);
}

/* The list stays, and the way back to where it was begun. */
static void
stay_with_hits(struct app *app)
{
	struct app_search *s = &app->search;

	prompt_keep(app->prompt);
	app->prompt_is = PROMPT_NONE;
	/* Of what is unfinished the last good one. */
	app_open_search(app, s->number);
	if (s->from.view != PLACE_HITS)
		trail_push(app->session->trail, &s->from_trail);
	app_light(app, !s->wish.is_title);
}

/* Where nothing is found, and what is folded matches. */
bool
app_live_is_folded(const struct app *app)
{
	const struct view_class *class = app->view->class;

	return app->prompt_is == PROMPT_HERE && !app->search.is_found &&
	    class->get_passed && class->get_passed(app->view) > 0;
}

static void
stay_here(struct app *app)
{
	struct app_search *s = &app->search;
	bool is_folded = app_live_is_folded(app);

	prompt_keep(app->prompt);
	app->prompt_is = PROMPT_NONE;
	app_open_search(app, s->number);
	trail_set_mark(app->session->trail, '\'', &s->from);
	if (!s->is_found)
		app_say(app, "%s from here on; n goes on elsewhere.",
		    is_folded ? "Only what is folded matches" : "Not found");
}

void
app_live_escape(struct app *app)
{
	app_live_settle(app);
	if (app->prompt_is == PROMPT_SEARCH && has_found_text(app))
		stay_with_hits(app);
	else
		app_live_take_back(app);
}

void
app_live_leave(struct app *app)
{
	app_live_settle(app);
	if (!has_found_text(app))
		app_live_take_back(app);
	else if (app->prompt_is == PROMPT_HERE)
		stay_here(app);
	else
		stay_with_hits(app);
}

/* ---- Entering ---- */

/* Nothing typed: what was looked for last, once more. */
static void
enter_again(struct app *app)
{
	enum app_prompt what = app->prompt_is;
	uint32_t number = app->search.from_number;
	struct reader_place hits = { .view = PLACE_HITS, .search = number };

	app_live_take_back(app);
	if (number == 0 || app->search.wish.is_title)
		return;
	if (what == PROMPT_HERE)
		app_run_match(app, 0, false);
	else if (what == PROMPT_SEARCH && app->view->class->place != PLACE_HITS)
		app_go(app, &hits);
}

/* The view goes there itself; where it does not, there is nothing. */
static void
enter_title(struct app *app)
{
	app->view->class->run(app->view, COMMAND_OPEN, 0);
	if (app->view->class->place == PLACE_HITS) {
		if (app->message.len == 0)
			app_say(app, "No title is like that.");
		return;
	}
	prompt_keep(app->prompt);
	app->prompt_is = PROMPT_NONE;
	app_open_search(app, app->search.from_number);
	app_light(app, app->search.was_lit);
}

void
app_live_enter(struct app *app)
{
	app_live_settle(app);
	if (app->search.fault.status)
		return; /* which stands above what is typed */
	if (!prompt_get_text(app->prompt)[0])
		enter_again(app);
	else if (app->prompt_is == PROMPT_TITLE)
		enter_title(app);
	else if (app->prompt_is == PROMPT_HERE)
		stay_here(app);
	else
		stay_with_hits(app);
}

void
app_search_for(struct app *app, const char *text)
{
	app_begin_search(app);
	if (app->prompt_is != PROMPT_SEARCH || !text[0])
		return;
	prompt_set_text(app->prompt, text);
	app_live_edit(app);
	app_live_enter(app);
	if (strlen(text) > PATTERN_LIMIT_BYTES)
		app_say(app, "A pattern has at most %d bytes.",
		    PATTERN_LIMIT_BYTES);
}
