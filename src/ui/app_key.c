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
	if (key < '0' || key > '9' || (key == '0' && app->count == 0))
		return false;
	if (app->count < COUNT_LIMIT)
		app->count = app->count * 10 + (int)(key - '0');
	return true;
}

static void
run_key(struct app *app, uint32_t key)
{
	enum command command = keymap_find(app->keymap, key);
	int count = app->count;

	app->count = 0;
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

static void
click(struct app *app, int row, int col)
{
	const struct pane_areas *a = &app->areas;

	if (is_in(a->contents, row, col)) {
		app->focus = PANE_CONTENTS;
		contents_click(app->contents, a->contents, row);
	} else if (is_in(a->citations, row, col)) {
		app->focus = PANE_CITATIONS;
		citations_click(app->citations, a->citations, row);
	} else if (is_in(a->main, row, col)) {
		app->focus = PANE_MAIN;
		if (app->view->class->click)
			app->view->class->click(app->view, a->main, row, col);
	}
}

/* Mouse and pastes; true where the event was one of those. */
static bool
take_other_event(struct app *app, const struct key_event *event)
{
	enum { WHEEL_LINES = 3 };

	switch (event->key) {
	case KEY_PASTE_BEGIN:
		app->is_pasting = true;
		return true;
	case KEY_PASTE_END:
		app->is_pasting = false;
		return true;
	case KEY_MOUSE_PRESS:
		click(app, event->row, event->col);
		return true;
	case KEY_WHEEL_DOWN:
		app_run(app, COMMAND_LINE_DOWN, WHEEL_LINES);
		return true;
	case KEY_WHEEL_UP:
		app_run(app, COMMAND_LINE_UP, WHEEL_LINES);
		return true;
	default:
		/* What is pasted is text, never a row of commands. */
		return app->is_pasting && app->prompt_is == PROMPT_NONE;
	}
}

void
app_key(struct app *app, const struct key_event *event)
{
	if (!app->awaits)
		str_reset(&app->message);
	app->is_error = false;
	if (take_other_event(app, event))
		return;
	if (app->prompt_is != PROMPT_NONE)
		app_prompt_key(app, event->key);
	else if (app->awaits)
		use_mark(app, event->key);
	else if (!take_digit(app, event->key))
		run_key(app, event->key);
}
