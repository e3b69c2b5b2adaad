/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"
#include "disagreement_name.h"
#include "export_file.h"

/*
 * The sources that a page or list was written from, as a file of a form
 * that its name says: the documents that were read, not what these credit.
 */

/* ---- Which sources ---- */

struct gathered {
	struct app *app;
	struct arena arena;
	unsigned char *rows; /* of sources, a bit each */
	int64_t row_count;
	const char **keys;
	uint32_t count;
};

static void
gather_row(struct gathered *g, int64_t row)
{
	if (row > 0 && row <= g->row_count)
		g->rows[row / 8] |= (unsigned char)(1 << row % 8);
}

static void
gather_page(struct gathered *g, const struct page *page)
{
	for (uint32_t i = 0; i < page->citation_count; i++)
		gather_row(g, page->citations[i].document);
}

static enum status
gather_topic(struct gathered *g, const char *slug, struct error *err)
{
	struct collection *c = g->app->session->collection;
	struct arena arena = { 0 };
	struct page part = { .passage_count = 1 };
	struct topic topic;
	uint32_t first = 0;
	enum status status = collection_find_topic(&topic, c, slug, &g->arena,
	    err);

	while (!status && part.passage_count > 0) {
		arena_reset(&arena);
		status = collection_read_topic_part(&part, c, topic.id, first,
		    &arena, err);
		if (status)
			break;
		gather_page(g, &part);
		first += part.passage_count;
	}
	arena_clear(&arena);
	return status;
}

/* A measure's figures are cited, not its definition alone. */
static enum status
gather_figures(struct gathered *g, int64_t measure, struct error *err)
{
	struct collection *c = g->app->session->collection;
	struct arena arena = { 0 };
	struct figure *figures;
	uint32_t count = 0;
	enum status status = collection_list_figures(&figures, &count, c,
	    measure, 0, &g->arena, err);

	for (uint32_t i = 0; !status && i < count; i++) {
		struct page page;

		arena_reset(&arena);
		status = collection_read_page(&page, c, RECORD_FIGURE,
		    figures[i].id, &arena, err);
		if (!status)
			gather_page(g, &page);
	}
	arena_clear(&arena);
	return status;
}

static enum status gather_record(struct gathered *g, enum record_kind kind,
    const char *slug, struct error *err);

/* Its note's, and those of what it is between. */
static enum status
gather_disagreement(struct gathered *g, const char *name, struct error *err)
{
	struct collection *c = g->app->session->collection;
	struct arena arena = { 0 };
	struct disagreement d;
	struct page page;
	enum status status = disagreement_name_find(&d, c, name, &arena, err);

	if (!status)
		status = collection_read_page(&page, c, RECORD_DISAGREEMENT,
		    d.id, &arena, err);
	if (!status)
		gather_page(g, &page);
	for (uint32_t i = 0; !status && i < d.member_count; i++) {
		if (d.members[i].kind != RECORD_TOPIC)
			status = gather_record(g, d.members[i].kind,
			    d.members[i].slug, err);
	}
	arena_clear(&arena);
	return status;
}

static enum status
gather_record(struct gathered *g, enum record_kind kind, const char *slug,
    struct error *err)
{
	struct arena arena = { 0 };
	struct page page;
	int64_t row = 0;
	enum status status;

	if (kind == RECORD_TOPIC)
		return gather_topic(g, slug, err);
	if (kind == RECORD_DISAGREEMENT)
		return gather_disagreement(g, slug, err);
	status = collection_find_record(&row, g->app->session->collection, kind,
	    slug, &arena, err);
	if (!status && kind == RECORD_SOURCE) {
		gather_row(g, row);
	} else if (!status) {
		status = collection_read_page(&page,
		    g->app->session->collection, kind, row, &arena, err);
		if (!status)
			gather_page(g, &page);
		if (!status && kind == RECORD_MEASURE)
			status = gather_figures(g, row, err);
	}
	arena_clear(&arena);
	return status;
}

static enum record_kind
get_kind(enum place_view view)
{
	static const enum record_kind kinds[PLACE_VIEW_COUNT] = {
		[PLACE_TOPIC] = RECORD_TOPIC,
		[PLACE_FIGURE] = RECORD_FIGURE,
		[PLACE_MEASURE] = RECORD_MEASURE,
		[PLACE_EVENT] = RECORD_EVENT,
		[PLACE_SOURCE] = RECORD_SOURCE,
		[PLACE_DISAGREEMENT] = RECORD_DISAGREEMENT,
	};

	return kinds[view];
}

/* All of a list, or the record of the page. */
static enum status
gather_rows(struct gathered *g, struct error *err)
{
	const struct app *app = g->app;
	const struct view_class *class = app->view->class;
	struct reader_place here;
	enum status status = STATUS_OK;
	enum record_kind kind;
	const char *slug;
	uint32_t row = 0;

	/* What is still being narrowed. */
	while (class->get_listed && class->idle && class->idle(app->view))
		;
	while (!status && class->get_listed &&
	    class->get_listed(app->view, &row, &kind, &slug))
		status = gather_record(g, kind, slug, err);
	if (class->get_listed || get_kind(class->place) == RECORD_NONE)
		return status;
	app_get_place(app, &here);
	return gather_record(g, get_kind(class->place), here.slug, err);
}

static enum status
gather(struct gathered *g, struct error *err)
{
	struct collection *c = g->app->session->collection;
	struct collection_counts counts;
	enum status status = collection_count(&counts, c, err);

	if (status)
		return status;
	g->row_count = counts.sources;
	g->rows = arena_alloc_array(&g->arena, counts.sources / 8 + 1, 1);
	g->keys = arena_alloc_array(&g->arena, (size_t)counts.sources + 1,
	    sizeof *g->keys);
	status = gather_rows(g, err);
	for (int64_t row = 1; !status && row <= g->row_count; row++) {
		struct source *s;
		uint32_t count;

		if (!(g->rows[row / 8] & 1 << row % 8))
			continue;
		status = collection_list_sources_from(&s, &count, c, row, 1,
		    &g->arena, err);
		if (!status && count > 0)
			g->keys[g->count++] = s[0].key;
	}
	return status;
}

/* ---- As a file ---- */

static const struct {
	const char *ending, *form, *title;
} forms[] = {
	{ ".bib", "bibtex", "BibTeX" },
	{ ".ris", "ris", "RIS" },
	{ ".json", "csl-json", "CSL-JSON" },
	{ ".md", "markdown", "Markdown" },
	{ ".csv", "csv", "CSV" },
};

enum { FORM_COUNT = sizeof forms / sizeof *forms };

static int
find_form(const char *path)
{
	size_t len = strlen(path);

	for (int i = 0; i < FORM_COUNT; i++) {
		size_t end = strlen(forms[i].ending);

		if (len > end && strcmp(path + len - end, forms[i].ending) == 0)
			return i;
	}
	return -1;
}

static enum status
fill_file(FILE *file, void *context, struct error *err)
{
	const struct str *text = context;

	(void)err;
	fwrite(text->data, 1, text->len, file);
	return STATUS_OK;
}

/* Of all it is said how many have no such form. */
static void
say_written(struct app *app, const char *path, int form)
{
	struct references *r = app_get_references(app);
	uint32_t all = references_count_items(r), count = all;
	struct str text;

	if (strcmp(forms[form].form, "csv") != 0)
		count = references_count_publications(r);
	str_init(&text, 0);
	str_add_format(&text, "%u source%s written to %s, %s", count,
	    count == 1 ? "" : "s", path, forms[form].title);
	if (count < all)
		str_add_format(&text, "; passed over: %u that %s", all - count,
		    all - count == 1 ? "is no publication" :
				       "are no publications");
	app_say(app, "%s.", text.data);
	str_clear(&text);
}

static void
write_sources(struct app *app, const char *path, int form)
{
	struct references *r = app_get_references(app);
	struct gathered g = { .app = app };
	struct error err;
	struct str text;
	enum status status = gather(&g, &err);

	str_init(&text, 0);
	if (!status)
		status = references_set_sources(r, g.keys, g.count, &err);
	if (!status)
		status = references_add_export(&text, r, forms[form].form,
		    &err);
	if (!status)
		status = export_file_write(path, fill_file, &text, &err);
	if (status == STATUS_NOT_FOUND)
		app_say(app, "%s", err.message);
	else if (status)
		app_say_error(app, &err);
	else
		say_written(app, path, form);
	str_clear(&text);
	arena_clear(&g.arena);
}

/* What the name asks for: the records of the view, or their sources. */
static void
write_file(struct app *app, const char *path)
{
	if (app_export_has_records(app, path))
		app_export_records(app, path);
	else
		write_sources(app, path, find_form(path));
}

static void
expand_home(struct str *out, const char *path)
{
	const char *home = getenv("HOME");

	if (path[0] == '~' && path[1] == '/' && home)
		str_add_format(out, "%s%s", home, path + 1);
	else
		str_add_text(out, path);
}

void
app_export(struct app *app, const char *name)
{
	const char *path;

	str_reset(&app->export_path);
	expand_home(&app->export_path, name);
	path = app->export_path.data;
	if (!name[0])
		return;
	if (find_form(path) < 0 && !app_export_has_records(app, path)) {
		app_say(app,
		    "A name that ends in .bib, .ris, .json, .md%s says the "
		    "form.",
		    app->view->class->place == PLACE_MEASURE ?
			", .csv or .svg" :
			" or .csv");
	} else if (access(path, F_OK) == 0) {
		app->awaits = COMMAND_EXPORT;
		app_say(app, "Replace it? y or n: %s is there already", path);
	} else {
		write_file(app, path);
	}
}

void
app_export_key(struct app *app, uint32_t key)
{
	const char *path = app->export_path.data;

	app->awaits = COMMAND_NONE;
	str_reset(&app->message);
	if (key == 'y' || key == 'Y')
		write_file(app, path);
	else
		app_say(app, "Nothing was written.");
}

/* What is offered as a name ends so. */
static const char *
get_usual_ending(const struct app *app)
{
	switch (app->view->class->place) {
	case PLACE_FIGURES:
	case PLACE_EVENTS:
	case PLACE_DISAGREEMENTS:
		return ".csv";
	case PLACE_MEASURE:
		return ".svg";
	default:
		return ".bib";
	}
}

void
app_begin_export(struct app *app)
{
	struct reader_place here;
	struct str name;

	if (app->session->settings.is_secure) {
		app_say(app, "Nothing is written: IBID_SECURE is set.");
		return;
	}
	if (!app->view->class->get_listed &&
	    get_kind(app->view->class->place) == RECORD_NONE) {
		app_say(app, "No sources are in this view.");
		return;
	}
	app_get_place(app, &here);
	str_init(&name, 0);
	str_add_format(&name, "%s%s",
	    here.slug[0] && !strchr(here.slug, '/') ? here.slug :
						      app->view->class->name,
	    get_usual_ending(app));
	app_begin_prompt(app, PROMPT_EXPORT);
	prompt_set_text(app->prompt, name.data);
	str_clear(&name);
}
