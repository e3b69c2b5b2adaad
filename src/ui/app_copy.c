/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "app_private.h"
#include "app_subject.h"
#include "base/utf8.h"
#include "reader/collection_item.h"

/*
 * What is copied: a letter says which words of the thing under the cursor.
 */
struct copying {
	struct app *app;
	struct references *references;
	struct app_subject subject;
	enum setting_copy form;
	struct str text;
};

typedef enum status copy_add(struct copying *c, struct error *err);

/* ---- In words ---- */

static enum status
set_words(struct copying *c, struct error *err)
{
	enum status status = app_subject_set(&c->subject, c->references, err);

	if (status)
		return status;
	if (c->subject.key && references_count_publications(c->references) == 0)
		return error_set(err, STATUS_NOT_FOUND, "%s is no publication.",
		    c->subject.key);
	if (!references_have_style(c->references)) {
		const char *fault = references_take_fault(c->references);

		return error_set(err, STATUS_NOT_FOUND, "%s",
		    fault ? fault : "No citation style is here.");
	}
	return STATUS_OK;
}

static enum status
check_text(const struct copying *c, struct error *err)
{
	if (c->text.len > 0)
		return STATUS_OK;
	return error_set(err, STATUS_NOT_FOUND,
	    "%s has no words for what is cited here.",
	    references_get_style(c->references));
}

static void
add_citation(struct copying *c)
{
	struct rich words;

	rich_init(&words);
	references_add_in_text(&words, c->references);
	references_add_as(&c->text, &words, c->form);
	rich_clear(&words);
}

static enum status
add_reference(struct copying *c, struct error *err)
{
	enum status status = set_words(c, err);

	if (status)
		return status;
	references_add_list(&c->text, c->references, c->form);
	/* A style of notes alone has no list: its note says all. */
	if (c->text.len == 0)
		add_citation(c);
	return check_text(c, err);
}

static enum status
add_in_text(struct copying *c, struct error *err)
{
	enum status status = set_words(c, err);

	if (status)
		return status;
	add_citation(c);
	return check_text(c, err);
}

static enum status
add_narrative(struct copying *c, struct error *err)
{
	enum status status = set_words(c, err);
	struct rich words;

	if (status)
		return status;
	rich_init(&words);
	if (references_add_narrative(&words, c->references))
		references_add_as(&c->text, &words, c->form);
	rich_clear(&words);
	if (c->text.len == 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "%s has no form for the author in the sentence.",
		    references_get_style(c->references));
	return STATUS_OK;
}

/* Escaped as the form wants it. */
static void
add_text_as(struct copying *c, const char *text, size_t len)
{
	struct rich rich;

	rich_init(&rich);
	rich_add(&rich, 0, text, len);
	references_add_as(&c->text, &rich, c->form);
	rich_clear(&rich);
}

/* Before the full stop that ends the sentence; a note stands below it. */
static enum status
add_sentence(struct copying *c, struct error *err)
{
	enum status status;
	struct rich words;
	size_t len = c->subject.len;
	bool are_notes, has_stop;

	if (!c->subject.text || len == 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "No sentence is under the cursor.");
	status = set_words(c, err);
	if (status)
		return status;
	are_notes = references_are_notes(c->references);
	has_stop = c->subject.text[len - 1] == '.' && !are_notes;
	add_text_as(c, c->subject.text, has_stop ? len - 1 : len);
	rich_init(&words);
	references_add_in_text(&words, c->references);
	if (words.text.len > 0)
		str_add_text(&c->text, are_notes ? "\n\n" : " ");
	references_add_as(&c->text, &words, c->form);
	rich_clear(&words);
	str_add_text(&c->text, has_stop ? ".\n\n" : "\n\n");
	references_add_list(&c->text, c->references, c->form);
	return STATUS_OK;
}

/* ---- For other programs ---- */

static enum status
add_export(struct copying *c, const char *form, struct error *err)
{
	enum status status = app_subject_set(&c->subject, c->references, err);

	if (!status)
		status = references_add_export(&c->text, c->references, form,
		    err);
	return status;
}

static enum status
add_bibtex(struct copying *c, struct error *err)
{
	return add_export(c, "bibtex", err);
}

static enum status
add_ris(struct copying *c, struct error *err)
{
	return add_export(c, "ris", err);
}

static enum status
add_csl_json(struct copying *c, struct error *err)
{
	return add_export(c, "csl-json", err);
}

/* ---- As it stands ---- */

static struct rect
get_focused_area(const struct app *app)
{
	const struct pane_areas *a = &app->areas;

	if (app->focus == PANE_CONTENTS)
		return a->contents;
	return app->focus == PANE_CITATIONS ? a->citations : a->main;
}

static enum status
add_line(struct copying *c, struct error *err)
{
	struct rect area = get_focused_area(c->app);
	const struct cell *cells;
	size_t len, from = 0;
	int row, col;

	canvas_get_cursor(c->app->canvas, &row, &col);
	if (row < area.row || row >= area.row + area.rows)
		return error_set(err, STATUS_NOT_FOUND,
		    "No line is under the cursor.");
	cells = canvas_get_row(c->app->canvas, row);
	for (int i = area.col; i < area.col + area.cols; i++)
		str_add(&c->text, cells[i].text, cells[i].len);
	/* Beside it may stand the bar of the sentence. */
	if (strncmp(c->text.data, "\u258C", 3) == 0)
		from = 3;
	from += strspn(c->text.data + from, " ");
	len = c->text.len;
	while (len > from && c->text.data[len - 1] == ' ')
		len--;
	memmove(c->text.data, c->text.data + from, len - from);
	c->text.len = len - from;
	c->text.data[c->text.len] = '\0';
	return STATUS_OK;
}

static void
add_url_line(struct str *out, const struct csl_item *item)
{
	const char *url = item->texts[CSL_URL];
	const char *doi = item->texts[CSL_DOI];

	if (!url && !doi)
		return;
	if (out->len > 0)
		str_add_char(out, '\n');
	if (!url)
		str_add_text(out, "https://doi.org/");
	str_add_text(out, url ? url : doi);
}

/* Of the step that is selected in the pane, else of what was read. */
static enum status
add_url(struct copying *c, struct error *err)
{
	const char *step = c->subject.step ? c->subject.step->key : NULL;
	enum status status;

	if (step)
		status = references_set_sources(c->references, &step, 1, err);
	else
		status = app_subject_set(&c->subject, c->references, err);
	if (status)
		return status;
	for (uint32_t i = 0; i < references_count_items(c->references); i++)
		add_url_line(&c->text, references_get_item(c->references, i));
	if (c->text.len == 0)
		return error_set(err, STATUS_NOT_FOUND,
		    "Nothing under the cursor has a URL.");
	return STATUS_OK;
}

/* This page of the collection as a source of its own. */
static enum status
add_page(struct copying *c, struct error *err)
{
	struct reader_place place;
	struct collection_item page;
	enum status status;

	app_get_place(c->app, &place);
	status = collection_item_read(&page, c->app->session, &place,
	    &c->subject.arena, err);
	if (status)
		return status;
	references_set_item(c->references, &page.item);
	references_add_list(&c->text, c->references, c->form);
	if (c->text.len > 0)
		str_add_char(&c->text, '\n');
	add_text_as(c, page.how, strlen(page.how));
	return STATUS_OK;
}

/* ---- The letters ---- */

/* One row a letter; what: "in APA" where NULL. */
static const struct {
	char letter;
	const char *hint;
	const char *what;
	copy_add *add;
} letters[] = {
	{ 'c', "reference", NULL, add_reference },
	{ 't', "in text", NULL, add_in_text },
	{ 'n', "narrative", NULL, add_narrative },
	{ 'q', "sentence", NULL, add_sentence },
	{ 'b', "BibTeX", "as BibTeX", add_bibtex },
	{ 'r', "RIS", "as RIS", add_ris },
	{ 'j', "CSL-JSON", "as CSL-JSON", add_csl_json },
	{ 'y', "line", "the line", add_line },
	{ 'u', "URL", "the URL", add_url },
	{ 'p', "this page", NULL, add_page },
};

enum { LETTER_COUNT = sizeof letters / sizeof *letters };

bool
app_get_copy_hint(unsigned index, char *letter, const char **hint)
{
	if (index >= LETTER_COUNT)
		return false;
	*letter = letters[index].letter;
	*hint = letters[index].hint;
	return true;
}

static void
copy(struct app *app, unsigned letter)
{
	struct copying c = { .app = app,
		.references = app_get_references(app),
		.form = app->session->settings.copy };
	struct error err;
	enum status status;

	str_init(&c.text, 0);
	status = app_subject_read(&c.subject, app, &err);
	if (!status)
		status = letters[letter].add(&c, &err);
	if (status == STATUS_NOT_FOUND)
		app_say(app, "%s", err.message);
	else if (status)
		app_say_error(app, &err);
	else
		app_take_copied(app, letters[letter].what, &c.text);
	app_subject_clear(&c.subject);
	str_clear(&c.text);
}

void
app_copy_key(struct app *app, uint32_t key)
{
	app->awaits = COMMAND_NONE;
	str_reset(&app->message);
	if (key == KEY_ESCAPE_KEY)
		return;
	for (unsigned i = 0; i < LETTER_COUNT; i++) {
		if (key == (uint32_t)letters[i].letter) {
			copy(app, i);
			return;
		}
	}
	app_say(app, "No letter of copying; the keys were shown here.");
}
