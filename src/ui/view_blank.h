/* SPDX-License-Identifier: ISC */
/* A view that only says its name, until its file is written. */
#include "base/mem.h"
#include "view.h"
#include <stdio.h>
#include <stdlib.h>
static enum status blank_open(struct view **out, struct app *app,
    const struct reader_place *at, struct error *err);
static void
blank_close(struct view *v)
{
	free(v);
}
static void
blank_draw(struct view *v, struct canvas *c, struct rect a, bool f)
{
	canvas_put_text(c, a.row, a.col, a.cols, ROLE_TEXT, v->class->name);
	if (f)
		canvas_set_cursor(c, a.row, a.col);
}
static enum view_result
blank_run(struct view *v, enum command c, int n)
{
	(void)v;
	(void)c;
	(void)n;
	return VIEW_IGNORED;
}
static void
blank_place(const struct view *v, struct reader_place *p)
{
	(void)v;
	(void)p;
}
static void
blank_title(const struct view *v, char *o, size_t n)
{
	snprintf(o, n, "%s", v->class->name);
}
static const enum command blank_hints[] = { COMMAND_HELP, COMMAND_NONE };
#define BLANK_VIEW(NAME, PLACE, TEXT)                                     \
	const struct view_class NAME = { .place = PLACE,                  \
		.name = TEXT,                                             \
		.open = blank_open,                                       \
		.close = blank_close,                                     \
		.draw = blank_draw,                                       \
		.run = blank_run,                                         \
		.get_place = blank_place,                                 \
		.get_title = blank_title,                                 \
		.hints = blank_hints };                                   \
	static enum status blank_open(struct view **out, struct app *app, \
	    const struct reader_place *at, struct error *err)             \
	{                                                                 \
		struct view *v = mem_alloc_array(1, sizeof *v);           \
		(void)at;                                                 \
		(void)err;                                                \
		v->class = &NAME;                                         \
		v->app = app;                                             \
		*out = v;                                                 \
		return STATUS_OK;                                         \
	}
