/* SPDX-License-Identifier: ISC */
#include "view_figures.h"

#include "views.h"

/* All figures in a table. */

static void
close_figures(struct view *v)
{
	struct view_figures *f = (struct view_figures *)v;

	measure_order_free(f->measures);
	figure_origins_free(f->origins);
	list_view_close(v);
}

static enum status
read_some(const void **out, uint32_t *count, struct collection *c,
    int64_t first, uint32_t limit, struct arena *arena, struct error *err)
{
	struct figure *figures = NULL;
	enum status status = collection_list_figures_from(&figures, count, c,
	    first, limit, arena, err);

	*out = figures;
	return status;
}

static enum status
open_figures(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	static const struct figure none = { .slug = "",
		.measure = "",
		.measure_title = "",
		.topic = "",
		.statement = "",
		.document = "",
		.low = NAN,
		.high = NAN,
		.qualifier = "",
		.unit = "",
		.period = "",
		.as_of = "",
		.place = "",
		.population = "",
		.note = "" };
	struct session *session = app_get_session(app);
	struct view_figures *f;
	enum status status = collection_count(&session->counts,
	    session->collection, err);

	if (status)
		return status;
	f = list_view_new(&view_figures_class, app, sizeof *f, read_some,
	    sizeof none, &none);
	f->measures = measure_order_new(app);
	f->origins = figure_origins_new(app);
	list_init(&f->base.list, &view_figures_list, &f->base.view,
	    session->counts.figures, at);
	*out = &f->base.view;
	return STATUS_OK;
}

static const struct figure *
get_selected(const struct view_figures *f)
{
	int64_t item = list_get_selected(&f->base.list);

	return item >= 0 ? view_figures_get(&f->base.view, (uint32_t)item) :
			   NULL;
}

static void
draw(struct view *v, struct canvas *canvas, struct rect area, bool is_focused)
{
	struct view_figures *f = (struct view_figures *)v;

	figure_origins_begin_drawing(f->origins);
	list_view_draw(v, canvas, area, is_focused);
	f->base.is_short |= figure_origins_is_short(f->origins);
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_figures *f = (struct view_figures *)v;
	const struct figure *selected = get_selected(f);

	if (list_run_chooser(&f->base.list, command, count))
		return VIEW_DONE;
	switch (command) {
	case COMMAND_OPEN:
		list_view_open_selected(v);
		return VIEW_DONE;
	case COMMAND_COMPARE:
		if (selected)
			app_go_measure(v->app, selected->measure,
			    selected->slug);
		return VIEW_DONE;
	default:
		return list_run(&f->base.list, command, count);
	}
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_COMPARE,
	COMMAND_ESCAPE, COMMAND_FILTER, COMMAND_FACET, COMMAND_SORT,
	COMMAND_SEARCH, COMMAND_SECTION_NEXT, COMMAND_HELP, COMMAND_CITATIONS,
	COMMAND_BACK, COMMAND_NONE };

const struct view_class view_figures_class = {
	.place = PLACE_FIGURES,
	.name = "figures",
	.has_citations = true,
	.open = open_figures,
	.close = close_figures,
	.draw = draw,
	.run = run,
	.take_key = list_view_take_key,
	.get_place = list_view_get_place,
	.get_cited = list_view_get_cited,
	.get_listed = list_view_get_listed,
	.click = list_view_click,
	.filter = list_view_filter,
	.idle = list_view_idle,
	.get_title = list_view_get_title,
	.get_position = list_view_get_position,
	.hints = hints,
	.has_effect = list_view_has_effect,
	.get_hint = list_view_get_hint,
};
