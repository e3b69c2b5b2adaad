/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <stdio.h>
#include <string.h>

/*
 * The prompt at the foot: the command line with its completion, and the
 * filter, which narrows a list as it is typed.
 */

void
app_begin_prompt(struct app *app, enum app_prompt what)
{
	app->prompt_is = what;
	app->search.is_from_slash = false;
	app->filter_fault.status = STATUS_OK;
	prompt_begin(app->prompt,
	    what == PROMPT_FILTER     ? "&" :
		what == PROMPT_EXPORT ? "export to: " :
					":",
	    "");
}

bool
app_is_filtering(const struct app *app)
{
	return app->prompt_is == PROMPT_FILTER && app->focus != PANE_CONTENTS;
}

void
app_filter(struct app *app, const char *text)
{
	const struct app_search *s = &app->search;
	struct sieve_wish wish = { .is_exact = s->is_exact,
		.is_literal = s->is_literal,
		.is_word = s->is_word };
	enum status status;

	if (app->focus == PANE_CONTENTS) {
		contents_filter(app->contents, text);
		return;
	}
	if (!app->view->class->filter)
		return;
	status = sieve_set_text(&wish, text, &app->filter_fault);
	if (status == STATUS_OK)
		status = app->view->class->filter(app->view, &wish,
		    &app->filter_fault_at, &app->filter_fault);
	app->filter_fault.status = status;
}

/* ---- The command line ---- */

static void
run_go(struct app *app, const char *argument)
{
	size_t len = strlen(argument);

	if (len == 0)
		app_say(app, "go wants a topic, or figure:SLUG and the like");
	else if (argument[len - 1] == ':')
		app_say(app, "go %s wants a name behind the colon; Tab lists.",
		    argument);
	else if (!app_go_text(app, argument))
		app_say(app, "\"%s\" names no record", argument);
}

static void
say_unknown(struct app *app, const char *name)
{
	const struct command_entry *entry, *nearest = NULL;
	size_t best = 4;

	for (unsigned i = 0; (entry = command_get_row(i)) != NULL; i++) {
		size_t distance = str_get_distance(entry->name,
		    strlen(entry->name), name, strlen(name), best);

		if (distance < best) {
			best = distance;
			nearest = entry;
		}
	}
	if (nearest)
		app_say(app, "No command is named \"%s\"; did you mean %s?",
		    name, nearest->name);
	else
		app_say(app, "No command is named \"%s\".", name);
}

/* The commands that do something else, or more of it, with a count. */
static bool
takes_count(enum command command)
{
	static const enum command counted[] = { COMMAND_LINK_NEXT,
		COMMAND_LINK_PREVIOUS, COMMAND_BACK, COMMAND_FORWARD,
		COMMAND_TOPIC_NEXT, COMMAND_TOPIC_PREVIOUS, COMMAND_MATCH_NEXT,
		COMMAND_MATCH_PREVIOUS };

	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		if (counted[i] == command)
			return true;
	}
	return strcmp(command_get(command)->group, "Moving") == 0;
}

/* A number of digits alone; -1 where the text is none. */
static int
read_count(const char *text)
{
	enum { COUNT_LIMIT = 100000 };
	int count = 0;

	if (!text[0] || text[strspn(text, "0123456789")])
		return -1;
	for (; *text; text++) {
		if (count < COUNT_LIMIT)
			count = count * 10 + (*text - '0');
	}
	return count;
}

static void
run_command(struct app *app, enum command command, char *argument)
{
	const char *name = command_get(command)->name;
	int count = read_count(argument);

	if (command == COMMAND_SET)
		app_set(app, argument);
	else if (command == COMMAND_GO)
		run_go(app, argument);
	else if (command == COMMAND_SEARCH)
		app_search_for(app, argument);
	else if (!argument[0])
		app_run(app, command, 0);
	else if (!takes_count(command))
		app_say(app, "%s takes nothing behind its name.", name);
	else if (count < 0)
		app_say(app, "%s takes a number, not \"%s\".", name, argument);
	else
		app_run(app, command, count);
}

/*
 * The command of a name or of its beginning, as far as no other begins so:
 * q is quit.
 */
static enum command
find_command(struct app *app, const char *name)
{
	const struct command_entry *entry = command_complete(name, 0);
	enum command command = command_find(name, strlen(name));
	struct str all;

	if (command != COMMAND_NONE)
		return command;
	if (!entry) {
		say_unknown(app, name);
		return COMMAND_NONE;
	}
	if (!command_complete(name, 1))
		return entry->id;
	str_init(&all, 0);
	for (unsigned i = 0; (entry = command_complete(name, i)) != NULL; i++)
		str_add_format(&all, "%s%s", i ? ", " : "", entry->name);
	app_say(app, "\"%s\" may be %s.", name, all.data);
	str_clear(&all);
	return COMMAND_NONE;
}

/* A number alone goes to that line, or item of a list. */
static void
run_line(struct app *app, const char *line)
{
	char text[PATTERN_LIMIT_BYTES + 1];
	char *argument;
	enum command command;

	line += strspn(line, " ");
	snprintf(text, sizeof text, "%s", line);
	for (size_t len = strlen(text); len > 0 && text[len - 1] == ' '; len--)
		text[len - 1] = '\0';
	argument = text + strcspn(text, " ");
	if (*argument)
		*argument++ = '\0';
	argument += strspn(argument, " ");
	if (!text[0])
		return;
	if (read_count(text) >= 0) {
		app_run(app, COMMAND_FIRST, read_count(text));
		return;
	}
	command = find_command(app, text);
	if (command != COMMAND_NONE)
		run_command(app, command, argument);
}

/* ---- Keys ---- */

static void
enter(struct app *app)
{
	enum app_prompt what = app->prompt_is;
	char line[PATTERN_LIMIT_BYTES + 1];

	snprintf(line, sizeof line, "%s", prompt_get_text(app->prompt));
	if (what == PROMPT_FILTER)
		app_filter(app, line);
	if (what == PROMPT_FILTER && app->filter_fault.status)
		return; /* which stands above what is typed */
	prompt_keep(app->prompt);
	app->prompt_is = PROMPT_NONE;
	if (what == PROMPT_COMMAND)
		run_line(app, line);
	else if (what == PROMPT_EXPORT)
		app_export(app, line);
}

/* Of the filter that a slash began; a second one looks everywhere. */
static bool
is_second_slash(const struct app *app, uint32_t key)
{
	return app->prompt_is == PROMPT_FILTER && app->search.is_from_slash &&
	    !prompt_get_text(app->prompt)[0] &&
	    keymap_find(app->keymap, key) == COMMAND_SEARCH_HERE;
}

void
app_prompt_key(struct app *app, uint32_t key)
{
	if (app_is_searching(app)) {
		app_live_key(app, key);
		return;
	}
	if (app_is_filtering(app) &&
	    app_live_find_mode(app, key) != COMMAND_NONE) {
		app_run_mode(app, app_live_find_mode(app, key));
		return;
	}
	if (is_second_slash(app, key)) {
		app->prompt_is = PROMPT_NONE;
		app_begin_search(app);
		return;
	}
	switch (prompt_key(app->prompt, key)) {
	case PROMPT_ENTERED:
		enter(app);
		break;
	case PROMPT_LEFT:
		if (app->prompt_is == PROMPT_FILTER)
			app_filter(app, "");
		app->prompt_is = PROMPT_NONE;
		break;
	case PROMPT_COMPLETE:
		if (app->prompt_is == PROMPT_COMMAND)
			app_complete(app);
		break;
	case PROMPT_EDITED:
		if (app->prompt_is == PROMPT_FILTER)
			app_filter(app, prompt_get_text(app->prompt));
		break;
	}
}
