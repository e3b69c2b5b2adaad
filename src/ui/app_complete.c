/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <stdio.h>
#include <string.h>

#include "reader/style_shelf.h"

/*
 * Tab in the command line: what all candidates for the last word begin with
 * is filled in, and where there are several they are listed above the line.
 */
enum { LISTED_LIMIT = 60, LINE_SIZE = 1024 };

struct candidates {
	const char *prefix;
	const char *after; /* put behind the only one: a blank, or nothing */
	char common[PLACE_SLUG_SIZE];
	unsigned count;
	struct str listed;
};

static void
add_candidate(struct candidates *c, const char *name, const char *after)
{
	size_t i = 0;

	if (strncmp(name, c->prefix, strlen(c->prefix)) != 0)
		return;
	if (c->count < LISTED_LIMIT)
		str_add_format(&c->listed, "%s%s", c->count ? "  " : "", name);
	else if (c->count == LISTED_LIMIT)
		str_add_text(&c->listed, "  \u2026");
	if (c->count++ == 0) {
		view_cut_text(c->common, sizeof c->common, name);
		c->after = after;
		return;
	}
	while (c->common[i] && c->common[i] == name[i])
		i++;
	c->common[i] = '\0';
}

static void
find_commands(struct candidates *c, bool is_bound)
{
	const struct command_entry *entry;

	for (unsigned i = 0; (entry = command_get_row(i)) != NULL; i++) {
		if (!is_bound || !entry->argument)
			add_candidate(c, entry->name,
			    entry->argument ? " " : "");
	}
}

static void
find_settings(struct candidates *c)
{
	const char *name;

	for (unsigned i = 0; (name = settings_get_name(i)) != NULL; i++)
		add_candidate(c, name, " ");
	add_candidate(c, "bind", " ");
}

static void
find_styles(struct candidates *c)
{
	struct arena arena = { 0 };
	struct style_shelf_entry *entries;
	uint32_t count;

	style_shelf_list(&entries, &count, &arena);
	for (uint32_t i = 0; i < count; i++)
		add_candidate(c, entries[i].id, "");
	arena_clear(&arena);
}

static void
find_values(struct candidates *c, const char *setting)
{
	const char *values = settings_get_values(setting);

	if (strcmp(setting, "style") == 0) {
		find_styles(c);
		return;
	}
	while (values && *values) {
		char word[32];
		size_t len = strcspn(values, " ");

		snprintf(word, sizeof word, "%.*s", (int)len, values);
		add_candidate(c, word, "");
		values += len;
		values += strspn(values, " ");
	}
}

/* However many begin so, a few are read, and the last. */
static void
find_slugs(struct app *app, struct candidates *c, enum record_kind kind)
{
	struct arena arena = { 0 };
	const char **slugs;
	uint32_t count;
	struct error err;

	if (collection_complete_slug(&slugs, &count, app->session->collection,
		kind, c->prefix, LISTED_LIMIT + 1, &arena, &err) == STATUS_OK) {
		for (uint32_t i = 0; i < count; i++)
			add_candidate(c, slugs[i], "");
	}
	arena_clear(&arena);
}

/* A topic, or a kind with a colon, behind which its slugs are. */
static void
find_places(struct app *app, struct candidates *c)
{
	static const char *const kinds[] = { "topic:", "figure:", "source:",
		"event:", "measure:" };
	const char *colon = strchr(c->prefix, ':');
	char kind[16];

	if (colon) {
		snprintf(kind, sizeof kind, "%.*s", (int)(colon - c->prefix),
		    c->prefix);
		c->prefix = colon + 1;
		if (record_find_kind(kind) != RECORD_NONE)
			find_slugs(app, c, record_find_kind(kind));
		return;
	}
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		add_candidate(c, kinds[i], "");
	find_slugs(app, c, RECORD_TOPIC);
}

/* Of the words before the last one depends what it can be. */
static void
find_candidates(struct app *app, struct candidates *c, const char *line)
{
	char words[3][64] = { "", "", "" };
	char before[LINE_SIZE];
	int count;

	snprintf(before, sizeof before, "%.*s", (int)(c->prefix - line), line);
	count = sscanf(before, "%63s %63s %63s", words[0], words[1], words[2]);
	if (count <= 0)
		find_commands(c, false);
	else if (count == 1 && strcmp(words[0], "go") == 0)
		find_places(app, c);
	else if (count == 1 && strcmp(words[0], "set") == 0)
		find_settings(c);
	else if (count == 2 && strcmp(words[0], "set") == 0)
		find_values(c, words[1]);
	else if (count == 3 && strcmp(words[1], "bind") == 0)
		find_commands(c, true);
}

void
app_complete(struct app *app)
{
	const char *text = prompt_get_text(app->prompt);
	const char *blank = strrchr(text, ' ');
	struct candidates c = { .prefix = blank ? blank + 1 : text };
	char line[LINE_SIZE];

	str_init(&c.listed, 0);
	find_candidates(app, &c, text);
	if (c.count == 0) {
		app_say(app, "Nothing completes that.");
	} else {
		snprintf(line, sizeof line, "%.*s%s%s", (int)(c.prefix - text),
		    text, c.common, c.count == 1 ? c.after : "");
		prompt_set_text(app->prompt, line);
		if (c.count > 1)
			app_say(app, "%s", c.listed.data);
	}
	str_clear(&c.listed);
}
