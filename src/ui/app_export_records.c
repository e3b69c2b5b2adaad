/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "disagreement_name.h"
#include "export_file.h"
#include "reader/measure_shown.h"
#include "reader/print.h"
#include "reader/records.h"

/*
 * The records that a list or a measure shows, in its order and with the
 * fields of the command of that name, as CSV or JSON; a measure also as a
 * picture.
 */

/* ---- What there is ---- */

static const struct print_field *
get_fields(enum place_view view)
{
	static const struct print_field *const fields[PLACE_VIEW_COUNT] = {
		[PLACE_FIGURES] = records_figure,
		[PLACE_EVENTS] = records_event,
		[PLACE_SOURCES] = records_source,
		[PLACE_DISAGREEMENTS] = records_disagreement,
		[PLACE_MEASURE] = records_figure,
	};

	return fields[view];
}

static const struct form {
	const char *ending, *title;
	const struct print_format *format; /* NULL: a picture */
} forms[] = {
	{ ".csv", "CSV", &print_format_csv },
	{ ".json", "JSON", &print_format_json },
	{ ".svg", "SVG", NULL },
};

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len > end_len && strcmp(text + len - end_len, end) == 0;
}

static const struct form *
find_form(const struct app *app, const char *path)
{
	enum place_view view = app->view->class->place;

	if (!get_fields(view) || ends_with(path, ".csl.json"))
		return NULL;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (ends_with(path, forms[i].ending) &&
		    (forms[i].format || view == PLACE_MEASURE))
			return &forms[i];
	}
	return NULL;
}

bool
app_export_has_records(const struct app *app, const char *path)
{
	return find_form(app, path) != NULL;
}

/* ---- Lists ---- */

struct writing {
	struct app *app;
	const struct form *form;
	struct arena arena; /* of one record, or of the measure */
	uint32_t count;
};

static void
add_to_file(void *file, const char *bytes, size_t len)
{
	if (len > 0)
		fwrite(bytes, 1, len, file);
}

static struct print_sink
make_sink(FILE *file)
{
	return (struct print_sink){ add_to_file, file, 0, true };
}

union record {
	struct figure_record figure;
	struct event_record event;
	struct disagreement_record disagreement;
	struct source source;
};

static enum status
find_figure(struct figure_record *out, struct collection *c, const char *slug,
    struct arena *arena, struct error *err)
{
	struct figure f;
	enum status status = collection_find_figure(&f, c, slug, arena, err);

	return status ? status : records_load_figure(out, c, &f, arena, err);
}

static enum status
load_figure(union record *out, struct collection *c, const char *slug,
    struct arena *arena, struct error *err)
{
	return find_figure(&out->figure, c, slug, arena, err);
}

static enum status
load_event(union record *out, struct collection *c, const char *slug,
    struct arena *arena, struct error *err)
{
	struct event e;
	enum status status = collection_find_event(&e, c, slug, arena, err);

	return status ? status :
			records_load_event(&out->event, c, &e, arena, err);
}

static enum status
load_disagreement(union record *out, struct collection *c, const char *name,
    struct arena *arena, struct error *err)
{
	struct disagreement d;
	enum status status = disagreement_name_find(&d, c, name, arena, err);

	return status ?
	    status :
	    records_load_disagreement(&out->disagreement, c, &d, arena, err);
}

static enum status
load_source(union record *out, struct collection *c, const char *key,
    struct arena *arena, struct error *err)
{
	return collection_find_source(&out->source, c, key, arena, err);
}

typedef enum status load(union record *out, struct collection *c,
    const char *name, struct arena *arena, struct error *err);

static load *const loads[] = {
	[RECORD_FIGURE] = load_figure,
	[RECORD_EVENT] = load_event,
	[RECORD_SOURCE] = load_source,
	[RECORD_DISAGREEMENT] = load_disagreement,
};

static enum status
write_list(FILE *file, void *context, struct error *err)
{
	struct writing *w = context;
	const struct view_class *class = w->app->view->class;
	enum status status = STATUS_OK;
	enum record_kind kind;
	union record record;
	struct printer p;
	const char *name;
	uint32_t row = 0;

	/* What is still being sorted and narrowed. */
	while (class->idle && class->idle(w->app->view))
		;
	print_begin(&p, w->form->format, make_sink(file),
	    get_fields(class->place), true);
	while (!status && class->get_listed(w->app->view, &row, &kind, &name)) {
		arena_reset(&w->arena);
		status = loads[kind](&record, w->app->session->collection, name,
		    &w->arena, err);
		if (status)
			break;
		print_record(&p, &record);
		w->count++;
	}
	print_end(&p);
	return status;
}

/* ---- A measure ---- */

static enum status
read_measure(struct measure_shown *out, struct writing *w, struct error *err)
{
	struct reader_place here;

	app_get_place(w->app, &here);
	return measure_shown_read(out, w->app->session->collection, here.slug,
	    &w->arena, err);
}

static enum status
load_row(struct measure_record *out, const struct measure_shown *m,
    const struct comparison_row *row, struct arena *arena, struct error *err)
{
	enum status status = STATUS_OK;

	for (uint32_t i = 0; i < row->figure_count && !status; i++)
		status = find_figure(&out->figures[out->figure_count++],
		    m->collection, row->figures[i]->f.slug, arena, err);
	return status;
}

/* Its figures, row by row. */
static enum status
load_figures(struct measure_record *out, const struct measure_shown *m,
    struct arena *arena, struct error *err)
{
	enum status status = STATUS_OK;

	*out = (struct measure_record){ .measure = m->measure };
	out->figures = arena_alloc_array(arena, (size_t)m->all.figures + 1,
	    sizeof *out->figures);
	for (uint32_t i = 0; i < m->all.part_count; i++) {
		const struct comparison_part *part = &m->all.parts[i];

		for (uint32_t j = 0; j < part->row_count && !status; j++)
			status = load_row(out, m, &part->rows[j], arena, err);
	}
	return status;
}

static enum status
write_measure(FILE *file, void *context, struct error *err)
{
	struct writing *w = context;
	struct measure_record record;
	struct measure_shown m;
	struct printer p;
	enum status status = read_measure(&m, w, err);

	if (!status)
		status = load_figures(&record, &m, &w->arena, err);
	if (status)
		return status;
	w->count = record.figure_count;
	if (w->form->format == &print_format_json) {
		print_one(w->form->format, make_sink(file),
		    records_shown_measure, &record);
		return STATUS_OK;
	}
	print_begin(&p, w->form->format, make_sink(file), records_figure, true);
	for (uint32_t i = 0; i < record.figure_count; i++)
		print_record(&p, &record.figures[i]);
	print_end(&p);
	return STATUS_OK;
}

static enum status
write_picture(FILE *file, void *context, struct error *err)
{
	struct writing *w = context;
	struct measure_shown m;
	struct str picture;
	const char **lines;
	enum status status = read_measure(&m, w, err);

	if (!status)
		status = measure_shown_list_references(&lines, &m,
		    references_open_style(app_get_references(w->app)),
		    &w->arena, err);
	if (status)
		return status;
	w->count = m.all.figures;
	str_init(&picture, 0);
	status = measure_shown_add_picture(&picture, &m, lines, m.key_count,
	    &w->arena, err);
	if (!status)
		add_to_file(file, picture.data, picture.len);
	str_clear(&picture);
	return status;
}

/* ---- A file ---- */

static void
say_written(const struct writing *w, const char *path)
{
	static const char *const names[PLACE_VIEW_COUNT] = {
		[PLACE_FIGURES] = "figure",
		[PLACE_EVENTS] = "event",
		[PLACE_SOURCES] = "source",
		[PLACE_DISAGREEMENTS] = "disagreement",
		[PLACE_MEASURE] = "figure",
	};

	app_say(w->app, "%u %s%s written to %s, %s.", w->count,
	    names[w->app->view->class->place], w->count == 1 ? "" : "s", path,
	    w->form->title);
}

void
app_export_records(struct app *app, const char *path)
{
	struct writing w = { .app = app, .form = find_form(app, path) };
	export_file_fill *fill = write_list;
	struct error err;

	if (!w.form->format)
		fill = write_picture;
	else if (app->view->class->place == PLACE_MEASURE)
		fill = write_measure;
	if (export_file_write(path, fill, &w, &err) == STATUS_OK)
		say_written(&w, path);
	else
		app_say_error(app, &err);
	arena_clear(&w.arena);
}
