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
	prompt_begin(app->prompt, what == PROMPT_FILTER ? "&" : ":", "");
}

static void
set_filter(struct app *app, const char *text)
{
	if (app->focus == PANE_CONTENTS)
		contents_filter(app->contents, text);
	else if (app->view->class->filter)
		app->view->class->filter(app->view, text);
}

/* ---- The command line ---- */

static void
apply_setting(struct app *app, const char *name, const char *value)
{
	struct settings *settings = &app->session->settings;
	struct reader_place here;
	struct error err;

	if (settings_set(settings, name, value, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app->wish.apply_settings = true;
	app_get_place(app, &here);
	app_show(app, &here);
}

static void
run_set(struct app *app, char *argument)
{
	char *value = strpbrk(argument, " =");

	if (!value) {
		app_say(app, "set wants a name and a value: set graphic show");
		return;
	}
	*value++ = '\0';
	value += strspn(value, " =");
	apply_setting(app, argument, value);
}

static void
run_go(struct app *app, const char *argument)
{
	if (!argument[0])
		app_say(app, "go wants a topic, or figure:SLUG and the like");
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

static void
run_line(struct app *app, const char *line)
{
	char text[1024];
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
	command = command_find(text, strlen(text));
	if (command == COMMAND_NONE)
		say_unknown(app, text);
	else if (command == COMMAND_SET)
		run_set(app, argument);
	else if (command == COMMAND_GO)
		run_go(app, argument);
	else
		app_run(app, command, 0);
}

/* ---- Completion ---- */

/* What all candidates begin with, and how many there are. */
struct candidates {
	char common[PLACE_SLUG_SIZE];
	unsigned count;
};

static void
add_candidate(struct candidates *c, const char *name)
{
	size_t i = 0;

	if (c->count++ == 0) {
		snprintf(c->common, sizeof c->common, "%s", name);
		return;
	}
	while (c->common[i] && c->common[i] == name[i])
		i++;
	c->common[i] = '\0';
}

static void
find_commands(struct candidates *c, const char *prefix)
{
	const struct command_entry *entry;

	for (unsigned i = 0; (entry = command_complete(prefix, i)); i++)
		add_candidate(c, entry->name);
}

static void
find_settings(struct candidates *c, const char *prefix)
{
	const char *name;

	for (unsigned i = 0; (name = settings_get_name(i)); i++) {
		if (strncmp(name, prefix, strlen(prefix)) == 0)
			add_candidate(c, name);
	}
}

static void
find_values(struct candidates *c, const char *setting, const char *prefix)
{
	const char *values = settings_get_values(setting);

	while (values && *values) {
		char word[32];
		size_t len = strcspn(values, " ");

		snprintf(word, sizeof word, "%.*s", (int)len, values);
		if (strncmp(word, prefix, strlen(prefix)) == 0)
			add_candidate(c, word);
		values += len;
		values += strspn(values, " ");
	}
}

static void
find_slugs(struct app *app, struct candidates *c, const char *prefix)
{
	enum { SLUG_LIMIT = 2000 };
	struct arena arena = { 0 };
	const char **slugs;
	uint32_t count;
	struct error err;

	if (collection_list_slugs(&slugs, &count, app->session->collection,
		RECORD_TOPIC, SLUG_LIMIT, &arena, &err) == STATUS_OK) {
		for (uint32_t i = 0; i < count; i++) {
			if (strncmp(slugs[i], prefix, strlen(prefix)) == 0)
				add_candidate(c, slugs[i]);
		}
	}
	arena_clear(&arena);
}

static void
complete(struct app *app)
{
	struct candidates c = { "", 0 };
	char line[1024], name[64] = "";
	const char *text = prompt_get_text(app->prompt);
	const char *word = strrchr(text, ' ');
	int kept;

	word = word ? word + 1 : text;
	kept = (int)(word - text);
	if (kept == 0)
		find_commands(&c, word);
	else if (strncmp(text, "go ", 3) == 0)
		find_slugs(app, &c, word);
	else if (strncmp(text, "set ", 4) == 0 && kept == 4)
		find_settings(&c, word);
	else if (sscanf(text, "set %63s ", name) == 1)
		find_values(&c, name, word);
	if (c.count == 0) {
		app_say(app, "Nothing completes that.");
		return;
	}
	snprintf(line, sizeof line, "%.*s%s%s", kept, text, c.common,
	    c.count == 1 && kept < 5 ? " " : "");
	prompt_set_text(app->prompt, line);
}

/* ---- Keys ---- */

static void
enter(struct app *app)
{
	enum app_prompt what = app->prompt_is;
	char line[1024];

	snprintf(line, sizeof line, "%s", prompt_get_text(app->prompt));
	prompt_keep(app->prompt);
	app->prompt_is = PROMPT_NONE;
	if (what == PROMPT_COMMAND)
		run_line(app, line);
	else
		set_filter(app, line);
}

void
app_prompt_key(struct app *app, uint32_t key)
{
	switch (prompt_key(app->prompt, key)) {
	case PROMPT_ENTERED:
		enter(app);
		break;
	case PROMPT_LEFT:
		if (app->prompt_is == PROMPT_FILTER)
			set_filter(app, "");
		app->prompt_is = PROMPT_NONE;
		break;
	case PROMPT_COMPLETE:
		if (app->prompt_is == PROMPT_COMMAND)
			complete(app);
		break;
	case PROMPT_EDITED:
		if (app->prompt_is == PROMPT_FILTER)
			set_filter(app, prompt_get_text(app->prompt));
		break;
	}
}
