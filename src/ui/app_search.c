/* SPDX-License-Identifier: ISC */
#include "app_search.h"

#include "app_private.h"

struct inquiry *
app_get_inquiry(struct app *app)
{
	return app->inquiry;
}

struct inquiry *
app_get_lit(struct app *app)
{
	return app->is_lit ? app->inquiry : NULL;
}

unsigned
app_get_lit_number(const struct app *app)
{
	return app->lit_number;
}
