/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>

#include "app_search.h"
#include "base/mem.h"
#include "views.h"

/* What a search found.  Which search that is, the application knows. */
struct view_hits {
	struct view view;
};

static enum status
open_hits(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_hits *h = mem_alloc_array(1, sizeof *h);

	(void)at;
	(void)err;
	h->view = (struct view){ &view_hits_class, app };
	*out = &h->view;
	return STATUS_OK;
}

static void
close_hits(struct view *v)
{
	free(v);
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	(void)v;
	if (is_focused)
		canvas_set_cursor(canvas, area.row, area.col);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	(void)v;
	(void)command;
	(void)count;
	return VIEW_IGNORED;
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	(void)v;
	(void)out;
}

static void
get_title(const struct view *v, char *out, size_t size)
{
	(void)v;
	snprintf(out, size, "Search");
}

static const enum command hints[] = { COMMAND_BACK, COMMAND_HELP,
	COMMAND_NONE };

const struct view_class view_hits_class = {
	.place = PLACE_HITS,
	.name = "search",
	.open = open_hits,
	.close = close_hits,
	.draw = draw,
	.run = run,
	.get_place = get_place,
	.get_title = get_title,
	.hints = hints,
};
