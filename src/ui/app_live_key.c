/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "app_private.h"

/* Keys in the prompts of search. */
enum { UTF8_MOST = 4 };

/* Keys that move in the list above while a line is typed. */
static enum command
find_list_command(const struct app *app, uint32_t key)
{
	static const struct {
		uint32_t key;
		bool is_of_title; /* elsewhere an older or newer line */
		enum command command;
	} moves[] = {
		{ KEY_ARROW_DOWN, true, COMMAND_LINE_DOWN },
		{ KEY_CONTROL | 'n', true, COMMAND_LINE_DOWN },
		{ KEY_ARROW_UP, true, COMMAND_LINE_UP },
		{ KEY_CONTROL | 'p', true, COMMAND_LINE_UP },
		{ KEY_PAGE_DOWN, false, COMMAND_PAGE_DOWN },
		{ KEY_PAGE_UP, false, COMMAND_PAGE_UP },
	};

	if (app->prompt_is == PROMPT_HERE)
		return COMMAND_NONE;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		if (moves[i].key == key &&
		    (!moves[i].is_of_title || app->prompt_is == PROMPT_TITLE))
			return moves[i].command;
	}
	return COMMAND_NONE;
}

/* A letter is text, whatever it is bound to; a mode has a key that is none. */
enum command
app_live_find_mode(const struct app *app, uint32_t key)
{
	enum command command = keymap_find(app->keymap, key);

	if (!(key & (KEY_NAMED | KEY_ALT | KEY_CONTROL)) ||
	    prompt_has_key(key) || app->prompt_is == PROMPT_TITLE)
		return COMMAND_NONE;
	return command == COMMAND_EXACT || command == COMMAND_LITERAL ||
		command == COMMAND_WORD ?
	    command :
	    COMMAND_NONE;
}

bool
app_live_has_key(const struct app *app, uint32_t key)
{
	if (app_is_filtering(app))
		return app_live_find_mode(app, key) != COMMAND_NONE;
	return app_is_searching(app) &&
	    (app_live_find_mode(app, key) != COMMAND_NONE ||
		find_list_command(app, key) != COMMAND_NONE);
}

static bool
is_second_slash(struct app *app, uint32_t key)
{
	return app->search.is_from_slash && !prompt_get_text(app->prompt)[0] &&
	    keymap_find(app->keymap, key) == COMMAND_SEARCH_HERE;
}

/* What does not fit is not swallowed in silence. */
static void
edit(struct app *app, size_t len_before, bool is_text)
{
	if (is_text && strlen(prompt_get_text(app->prompt)) == len_before)
		app_say(app, "A pattern has at most %d bytes.",
		    PATTERN_LIMIT_BYTES);
	app_live_edit(app);
}

static void
take_key(struct app *app, uint32_t key)
{
	size_t len = strlen(prompt_get_text(app->prompt));

	switch (prompt_key(app->prompt, key)) {
	case PROMPT_ENTERED:
		app_live_enter(app);
		break;
	case PROMPT_LEFT:
		app_live_escape(app);
		break;
	case PROMPT_COMPLETE:
		break;
	case PROMPT_EDITED:
		edit(app, len,
		    key < KEY_NAMED && len + UTF8_MOST > PATTERN_LIMIT_BYTES);
		break;
	}
}

void
app_live_key(struct app *app, uint32_t key)
{
	enum command command = find_list_command(app, key);

	if (command != COMMAND_NONE) {
		app_live_settle(app);
		app->view->class->run(app->view, command, 0);
	} else if (app_live_find_mode(app, key) != COMMAND_NONE) {
		app_run_mode(app, app_live_find_mode(app, key));
	} else if (is_second_slash(app, key)) {
		app_live_take_back(app);
		app_begin_search(app);
	} else {
		take_key(app, key);
	}
}

/* A line that is copied whole ends with a line feed, which came as a blank. */
void
app_live_end_paste(struct app *app)
{
	const char *text = prompt_get_text(app->prompt);
	size_t len = strlen(text);

	if (len > 0 && text[len - 1] == ' ')
		prompt_key(app->prompt, KEY_BACKSPACE_KEY);
	app_live_edit(app);
}
