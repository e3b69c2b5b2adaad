/* SPDX-License-Identifier: ISC */
#include "app_private.h"

enum { COUNT_LIMIT = 100000 };

/* What the terminal sends: keys, counts and letters, pastes, the mouse. */

static void
use_mark(struct app *app, uint32_t key)
{
	enum command what = app->awaits;
	struct reader_place here;
	const struct reader_place *there;
	struct reader_place copy;

	app->awaits = COMMAND_NONE;
	str_reset(&app->message);
	if (key == KEY_ESCAPE_KEY)
		return;
	if (!((key >= 'a' && key <= 'z') || key == '\'')) {
		app_say(app, "A mark is a letter from a to z.");
		return;
	}
	app_get_place(app, &here);
	if (what == COMMAND_MARK) {
		trail_set_mark(app->session->trail, (char)key, &here);
		app_say(app, "Marked %c.", (int)key);
		return;
	}
	there = trail_find_mark(app->session->trail, (char)key);
	if (!there) {
		app_say(app, "Nothing is marked %c.", (int)key);
		return;
	}
	copy = *there;
	app_go(app, &copy);
}

static bool
take_digit(struct app *app, uint32_t key)
{
	if (key < '0' || key > '9')
		return false;
	if (key == '0' && app->count == 0)
		app_say(app, "A count begins with a digit from 1 to 9.");
	else if (app->count < COUNT_LIMIT)
		app->count = app->count * 10 + (int)(key - '0');
	return true;
}

static void
run_key(struct app *app, uint32_t key)
{
	enum command command = keymap_find(app->keymap, key);
	int count = app->count;

	app->count = 0;
	if (command == COMMAND_ESCAPE && count > 0)
		return;
	if (command == COMMAND_NONE) {
		struct str help;

		str_init(&help, 64);
		keymap_add_first_key(&help, app->keymap, COMMAND_HELP);
		app_say(app, "That key does nothing; %s shows those that do.",
		    help.data);
		str_clear(&help);
		return;
	}
	app_run(app, command, count);
}

static bool
is_in(struct rect area, int row, int col)
{
	return row >= area.row && row < area.row + area.rows &&
	    col >= area.col && col < area.col + area.cols;
}

/*
 * The pane that stands there; none on the bars and between panes, nor one
 * that is still drawn but is not beside the view that a key went to.
 */
static bool
find_pane(enum pane_id *out, const struct app *app, int row, int col)
{
	const struct pane_areas *a = &app->areas;
	const struct view_class *class = app->view->class;

	if (class->has_contents && is_in(a->contents, row, col))
		*out = PANE_CONTENTS;
	else if (class->has_citations && is_in(a->citations, row, col))
		*out = PANE_CITATIONS;
	else if (is_in(a->main, row, col))
		*out = PANE_MAIN;
	else
		return false;
	return true;
}

/* What was begun with keys ends where something is pressed. */
static void
leave_what_was_begun(struct app *app)
{
	if (app_is_searching(app))
		app_live_leave(app);
	app->prompt_is = PROMPT_NONE;
	app->awaits = COMMAND_NONE;
	app->count = 0;
	str_reset(&app->message);
}

static void
press(struct app *app, int row, int col)
{
	const struct pane_areas *a = &app->areas;
	enum pane_id before = app->focus;
	enum place_view place;

	leave_what_was_begun(app);
	if (app_find_word(&place, app, row, col)) {
		app_go_view(app, place);
		return;
	}
	if (!find_pane(&app->focus, app, row, col))
		return;
	if (app->focus == PANE_CONTENTS)
		contents_click(app->contents, a->contents, row, col);
	else if (app->focus == PANE_CITATIONS)
		citations_click(app->citations, a->citations, row,
		    before == PANE_CITATIONS);
	else if (app->view->class->click)
		app->view->class->click(app->view, a->main, row, col);
}

/* The pane under the wheel is the one that moves. */
static void
turn_wheel(struct app *app, const struct key_event *event, enum command command)
{
	enum { WHEEL_LINES = 3 };

	find_pane(&app->focus, app, event->row, event->col);
	app_run(app, command, WHEEL_LINES);
}

/* What is pasted is text, never a row of commands. */
static bool
take_paste(struct app *app, const struct key_event *event)
{
	if (event->key != KEY_PASTE_BEGIN && event->key != KEY_PASTE_END)
		return app->is_pasting && app->prompt_is == PROMPT_NONE;
	app->is_pasting = event->key == KEY_PASTE_BEGIN;
	if (!app->is_pasting && app_is_searching(app))
		app_live_end_paste(app);
	return true;
}

/* True where the event was the mouse's. */
static bool
take_mouse(struct app *app, const struct key_event *event)
{
	switch (event->key) {
	case KEY_MOUSE_PRESS:
		press(app, event->row, event->col);
		return true;
	case KEY_WHEEL_DOWN:
		turn_wheel(app, event, COMMAND_LINE_DOWN);
		return true;
	case KEY_WHEEL_UP:
		turn_wheel(app, event, COMMAND_LINE_UP);
		return true;
	default:
		return false;
	}
}

/* A letter that the view itself asked for. */
static bool
give_view(struct app *app, uint32_t key)
{
	const struct view_class *class = app->view->class;

	return app->focus == PANE_MAIN && class->take_key &&
	    class->take_key(app->view, key);
}

static void
take_key(struct app *app, uint32_t key)
{
	if (app->prompt_is != PROMPT_NONE)
		app_prompt_key(app, key);
	else if (app->awaits == COMMAND_COPY)
		app_copy_key(app, key);
	else if (app->awaits == COMMAND_EXPORT)
		app_export_key(app, key);
	else if (app->awaits)
		use_mark(app, key);
	else if (!give_view(app, key) && !take_digit(app, key))
		run_key(app, key);
}

/*
 * An Alt-key that nobody bound is Escape and the key, sent fast or by a slow
 * line.
 */
static void
take_alt(struct app *app, uint32_t key)
{
	bool is_known = app->prompt_is != PROMPT_NONE ?
	    prompt_has_key(key) || app_live_has_key(app, key) :
	    keymap_find(app->keymap, key) != COMMAND_NONE;

	if ((key & KEY_ALT) && !is_known) {
		take_key(app, KEY_ESCAPE_KEY);
		key &= ~(uint32_t)KEY_ALT;
	}
	take_key(app, key);
}

/* What is new of the collection stands before what the key had to say. */
static void
tell_news(struct app *app)
{
	if (app->news.len == 0)
		return;
	if (app->message.len > 0) {
		str_add_char(&app->news, ' ');
		str_add(&app->news, app->message.data, app->message.len);
	}
	str_reset(&app->message);
	str_add(&app->message, app->news.data, app->news.len);
	app->is_error |= app->is_bad_news;
	str_reset(&app->news);
	app->is_bad_news = false;
}

void
app_key(struct app *app, const struct key_event *event)
{
	bool is_elsewhere = app->is_elsewhere;

	app_seek_stop(app);
	app_change(app);
	app->has_had_key = true;
	/* What is pasted is one thing, whatever there is to say of it. */
	if (!app->awaits && !app->is_pasting)
		str_reset(&app->message);
	app->is_error = false;
	app->is_elsewhere = false;
	if (!take_paste(app, event) && !is_elsewhere && !take_mouse(app, event))
		take_alt(app, event->key);
	tell_news(app);
}
