/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include "reader/style_shelf.h"

/* The style changes, and everything that speaks it follows. */

static bool
describe(struct app *app, struct style_shelf_entry *out, const char *id,
    struct arena *arena)
{
	struct error err;

	if (style_shelf_describe(out, id, arena, &err) == STATUS_OK &&
	    settings_set(&app->session->settings, "style", id, &err) ==
		STATUS_OK)
		return true;
	app_say_error(app, &err);
	return false;
}

void
app_change_style(struct app *app, const char *id)
{
	struct arena arena = { 0 };
	struct style_shelf_entry entry = { 0 };
	struct reader_place here;

	if (describe(app, &entry, id, &arena)) {
		const char *title = entry.title[0] ? entry.title : entry.id;

		app_get_trail_place(app, &here);
		if (app_show(app, &here))
			app_say(app, "Citations in %s.", title);
	}
	arena_clear(&arena);
}
