/* SPDX-License-Identifier: ISC */
#include "view.h"

void
app_find_elsewhere(struct app *app, enum view_find what)
{
	app_say(app,
	    what == VIEW_FIND_PREVIOUS ? "There is no match before this." :
					 "There is no further match.");
}
