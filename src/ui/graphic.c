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
