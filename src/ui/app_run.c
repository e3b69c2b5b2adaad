/* SPDX-License-Identifier: ISC */
#include "app_private.h"

/*
 * The commands of the application: those that no view answers itself, and
 * the way of a command to the pane that has the keys.
 */

/* Only the last place of a count is opened. */
static void
run_trail(struct app *app, int count,
    bool (*step)(struct reader_place *, struct trail *,
	const struct reader_place *),
    const char *at_end)
{
	struct reader_place place, next;
	bool has_moved = false;

	app_get_trail_place(app, &place);
	for (count = count ? count : 1; count > 0; count--) {
		if (!step(&next, app->session->trail, &place))
			break;
		place = next;
		has_moved = true;
	}
	if (has_moved)
		app_show(app, &place);
	if (count > 0)
		app_say(app, "%s", at_end);
}

/* Out of the history it is a step to where that was opened. */
static void
run_back(struct app *app, int count)
{
	if (place_is_beside_trail(app->view->class->place)) {
		app_go_here(app);
		if (--count <= 0)
			return;
	}
	run_trail(app, count, trail_back, "This is where you began.");
}

static void
run_forward(struct app *app, int count)
{
	run_trail(app, count, trail_forward,
	    "There is nothing further forward.");
}

static void
run_home(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_HOME);
}

static void
run_topics(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_TOPIC);
}

static void
run_figures(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_FIGURES);
}

static void
run_sources(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_SOURCES);
}

static void
run_events(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_EVENTS);
}

static void
run_disagreements(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_DISAGREEMENTS);
}

static void
run_history(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_HISTORY);
}

static void
run_help(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_HELP);
}

static void
run_close(struct app *app, int count)
{
	(void)count;
	if (app_is_first(app))
		app->wish.quit = true;
	else
		run_back(app, 1);
}

static void
run_quit(struct app *app, int count)
{
	(void)count;
	app->wish.quit = true;
}

static void
run_tree(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_contents) {
		app_go_view(app, PLACE_TOPIC);
		if (!app->view->class->has_contents)
			return;
	}
	if (app->focus == PANE_CONTENTS) {
		app->has_contents = false;
		app->focus = PANE_MAIN;
		return;
	}
	app->has_contents = true;
	app->focus = PANE_CONTENTS;
}

static void
run_citations(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_citations) {
		app_say(app, "Nothing is cited in this view.");
		return;
	}
	if (app->areas.is_single) {
		app->focus = app->focus == PANE_CITATIONS ? PANE_MAIN :
							    PANE_CITATIONS;
		return;
	}
	app->has_citations = !app->has_citations;
	if (app->focus == PANE_CITATIONS)
		app->focus = PANE_MAIN;
}

static void
run_citations_enter(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_citations) {
		app_say(app, "Nothing is cited in this view.");
		return;
	}
	app->has_citations = true;
	app->focus = PANE_CITATIONS;
}

static void
run_pane_next(struct app *app, int count)
{
	const struct view_class *class = app->view->class;
	bool has_contents = class->has_contents && app->has_contents;
	bool has_citations = class->has_citations && app->has_citations;

	(void)count;
	if (app->focus == PANE_MAIN && has_citations)
		app->focus = PANE_CITATIONS;
	else if (app->focus != PANE_CONTENTS && has_contents)
		app->focus = PANE_CONTENTS;
	else
		app->focus = PANE_MAIN;
}

static void
run_zoom(struct app *app, int count)
{
	(void)count;
	app->is_zoomed = !app->is_zoomed;
}

static void
run_filter(struct app *app, int count)
{
	(void)count;
	if (app->focus != PANE_CONTENTS && !app->view->class->filter) {
		app_say(app, "There is no list here to narrow.");
		return;
	}
	app_begin_prompt(app, PROMPT_FILTER);
}

static void
run_search(struct app *app, int count)
{
	(void)count;
	app_begin_search(app);
}

static void
run_search_here(struct app *app, int count)
{
	(void)count;
	app_begin_here(app);
}

static void
run_title(struct app *app, int count)
{
	(void)count;
	app_begin_title(app);
}

static void
run_match_next(struct app *app, int count)
{
	app_run_match(app, count, false);
}

static void
run_match_previous(struct app *app, int count)
{
	app_run_match(app, count, true);
}

static void
run_exact(struct app *app, int count)
{
	(void)count;
	app_run_mode(app, COMMAND_EXACT);
}

static void
run_literal(struct app *app, int count)
{
	(void)count;
	app_run_mode(app, COMMAND_LITERAL);
}

static void
run_word(struct app *app, int count)
{
	(void)count;
	app_run_mode(app, COMMAND_WORD);
}

static void
run_line(struct app *app, int count)
{
	(void)count;
	app_begin_prompt(app, PROMPT_COMMAND);
}

static void
run_mark(struct app *app, int count)
{
	(void)count;
	app->awaits = COMMAND_MARK;
	app_say(app, "Mark this place with a letter, a to z.");
}

static void
run_jump(struct app *app, int count)
{
	(void)count;
	app->awaits = COMMAND_JUMP;
	app_say(app, "Jump to which mark? A letter; ' is before the jump.");
}

static void
run_style(struct app *app, int count)
{
	(void)count;
	app_go_view(app, PLACE_STYLES);
}

static void
run_copy(struct app *app, int count)
{
	(void)count;
	app->awaits = COMMAND_COPY;
}

static void
run_copied(struct app *app, int count)
{
	(void)count;
	app_show_copied(app);
}

static void
run_export(struct app *app, int count)
{
	(void)count;
	app_begin_export(app);
}

static void
run_redraw(struct app *app, int count)
{
	(void)count;
	app->wish.redraw = true;
}

static void
run_suspend(struct app *app, int count)
{
	(void)count;
	app->wish.suspend = true;
}

/* Leaves the innermost thing that is entered, never the program. */
static void
run_escape(struct app *app, int count)
{
	bool has_contents = app->view->class->has_contents;

	(void)count;
	if (app->focus == PANE_CONTENTS && contents_is_filtered(app->contents))
		contents_filter(app->contents, "");
	else if (app->focus != PANE_MAIN)
		app->focus = PANE_MAIN;
	else if (app->is_zoomed)
		app->is_zoomed = false;
	else if (app_get_lit(app) && app->view->class->place != PLACE_HITS)
		app_light(app, false);
	else if (app->view->class->filter)
		app_filter(app, "");
	else if (has_contents)
		contents_filter(app->contents, "");
}

static void
run_open_outside(struct app *app, int count)
{
	(void)count;
	app_say(app, "Nothing under the cursor has a URL.");
}

static const struct {
	enum command command;
	void (*run)(struct app *app, int count);
} runs[] = {
	{ COMMAND_BACK, run_back },
	{ COMMAND_FORWARD, run_forward },
	{ COMMAND_HOME, run_home },
	{ COMMAND_TOPICS, run_topics },
	{ COMMAND_FIGURES, run_figures },
	{ COMMAND_SOURCES, run_sources },
	{ COMMAND_EVENTS, run_events },
	{ COMMAND_DISAGREEMENTS, run_disagreements },
	{ COMMAND_HISTORY, run_history },
	{ COMMAND_HELP, run_help },
	{ COMMAND_CLOSE, run_close },
	{ COMMAND_TREE, run_tree },
	{ COMMAND_CITATIONS, run_citations },
	{ COMMAND_CITATIONS_ENTER, run_citations_enter },
	{ COMMAND_PANE_NEXT, run_pane_next },
	{ COMMAND_ZOOM, run_zoom },
	{ COMMAND_FILTER, run_filter },
	{ COMMAND_SEARCH, run_search },
	{ COMMAND_SEARCH_HERE, run_search_here },
	{ COMMAND_TITLE, run_title },
	{ COMMAND_MATCH_NEXT, run_match_next },
	{ COMMAND_MATCH_PREVIOUS, run_match_previous },
	{ COMMAND_EXACT, run_exact },
	{ COMMAND_LITERAL, run_literal },
	{ COMMAND_WORD, run_word },
	{ COMMAND_LINE, run_line },
	{ COMMAND_MARK, run_mark },
	{ COMMAND_JUMP, run_jump },
	{ COMMAND_STYLE, run_style },
	{ COMMAND_COPY, run_copy },
	{ COMMAND_COPIED, run_copied },
	{ COMMAND_EXPORT, run_export },
	{ COMMAND_REDRAW, run_redraw },
	{ COMMAND_SUSPEND, run_suspend },
	{ COMMAND_ESCAPE, run_escape },
	{ COMMAND_OPEN_OUTSIDE, run_open_outside },
};

static enum view_result
run_in_pane(struct app *app, enum command command, int count)
{
	if (app->focus == PANE_CONTENTS)
		return contents_run(app->contents, command, count);
	if (app->focus == PANE_CITATIONS)
		return citations_run(app->citations, command, count);
	return app->view->class->run(app->view, command, count);
}

/* Above what has nothing else above it is the first page. */
static void
go_up(struct app *app)
{
	if (app->view->class->place == PLACE_HOME)
		app_say(app, "Nothing is above the first page.");
	else
		app_go_view(app, PLACE_HOME);
}

static bool
run_own(struct app *app, enum command command, int count)
{
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
		if (runs[i].command != command)
			continue;
		runs[i].run(app, count);
		return true;
	}
	return false;
}

void
app_run(struct app *app, enum command command, int count)
{
	const struct command_entry *entry = command_get(command);

	/* Before a view makes ready for what will not be seen. */
	if (command == COMMAND_QUIT) {
		run_quit(app, count);
		return;
	}
	if (run_in_pane(app, command, count) == VIEW_DONE)
		return;
	if (run_own(app, command, count))
		return;
	/* From a pane beside it the view is still within reach. */
	if (app->focus != PANE_MAIN &&
	    app->view->class->run(app->view, command, count) == VIEW_DONE)
		return;
	if (command == COMMAND_UP)
		go_up(app);
	else if (command == COMMAND_DISAGREEMENT_NEXT ||
	    command == COMMAND_DISAGREEMENT_PREVIOUS)
		app_say(app, "No disagreement is shown in this view.");
	else if (entry)
		app_say(app, "%s: nothing to do here", entry->name);
}
