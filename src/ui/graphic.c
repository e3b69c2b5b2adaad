/* SPDX-License-Identifier: ISC */
#include "graphic.h"

bool
graphic_is_folded(struct app *app, bool is_graphic)
{
	return is_graphic &&
	    app_get_session(app)->settings.graphic != SETTING_SHOW;
}

void
graphic_add(struct str *out, struct app *app, bool is_graphic, const char *text)
{
	if (!graphic_is_folded(app, is_graphic))
		str_add_text(out, text);
	else if (app_get_session(app)->settings.graphic == SETTING_SKIP)
		str_add_text(out, "(graphic, left out)");
	else
		str_add_text(out, "(graphic, folded)");
}

/* Of an event the title is shown: its statement is what is marked. */
static bool
is_graphic_figure(struct app *app, enum record_kind kind, const char *slug)
{
	struct arena arena = { 0 };
	struct figure f = { 0 };
	struct error err;
	bool is_graphic = kind == RECORD_FIGURE &&
	    collection_find_figure(&f, app_get_session(app)->collection, slug,
		&arena, &err) == STATUS_OK &&
	    f.is_graphic;

	arena_clear(&arena);
	return is_graphic;
}

void
graphic_add_title(struct str *out, struct app *app, enum record_kind kind,
    const char *slug, const char *title)
{
	graphic_add(out, app,
	    graphic_is_folded(app, true) && is_graphic_figure(app, kind, slug),
	    title);
}
