/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <string.h>

/* What `:set` does: a setting is changed and told, or told only. */

/* "graphic is fold (fold show skip)"; the name alone is for all. */
static void
say_value(struct app *app, const char *name, bool has_choice)
{
	struct str text;

	str_init(&text, 0);
	str_add_format(&text, "%s is ", name);
	settings_add_value(&text, &app->session->settings, name);
	if (has_choice && !settings_is_open(name))
		str_add_format(&text, ", of %s", settings_get_values(name));
	app_say(app, "%s.", text.data);
	str_clear(&text);
}

static void
say_all(struct app *app)
{
	struct str text;
	const char *name;

	str_init(&text, 0);
	for (unsigned i = 0; (name = settings_get_name(i)) != NULL; i++) {
		str_add_format(&text, "%s%s ", i ? ", " : "", name);
		settings_add_value(&text, &app->session->settings, name);
	}
	app_say(app, "%s", text.data);
	str_clear(&text);
}

/* The view as it stands, made anew with what is set now. */
static bool
reopen(struct app *app)
{
	struct reader_place here;

	app_get_place(app, &here);
	return app_show(app, &here);
}

static void
set_binding(struct app *app, const char *value)
{
	struct settings *settings = &app->session->settings;
	struct error err;

	if (keymap_bind(app->keymap, value, &err) != STATUS_OK ||
	    settings_set(settings, "bind", value, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (reopen(app))
		app_say(app, "Bound: %s.", value);
}

/* What was wrong among the reader's bindings was said when ibid began. */
static void
renew_keymap(struct app *app)
{
	struct error ignored;

	keymap_free(app->keymap);
	keymap_new(&app->keymap, &app->session->settings, &ignored);
}

static const char *
find_name(const char *name)
{
	const char *known;

	for (unsigned i = 0; (known = settings_get_name(i)) != NULL; i++) {
		if (strcmp(known, name) == 0)
			return known;
	}
	return NULL;
}

static void
set_value(struct app *app, const char *name, const char *value)
{
	struct error err;

	if (strcmp(name, "style") == 0) {
		app_change_style(app, value);
		return;
	}
	if (settings_set(&app->session->settings, name, value, &err)) {
		app_say_error(app, &err);
		return;
	}
	app->wish.setting = find_name(name);
	if (strcmp(name, "keys") == 0)
		renew_keymap(app);
	if (reopen(app))
		say_value(app, name, false);
}

void
app_set(struct app *app, char *argument)
{
	size_t len = strcspn(argument, " =");
	char *value = argument + len + strspn(argument + len, " =");

	argument[len] = '\0';
	if (!argument[0])
		say_all(app);
	else if (strcmp(argument, "bind") == 0)
		set_binding(app, value);
	else if (!value[0] && find_name(argument))
		say_value(app, argument, true);
	else
		set_value(app, argument, value);
}
