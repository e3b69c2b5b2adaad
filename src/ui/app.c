/* SPDX-License-Identifier: ISC */
#include "app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"

enum { MESSAGE_LIMIT_BYTES = 1024 };

struct session *
app_get_session(struct app *app)
{
	return app->session;
}

const struct number_form *
app_get_numbers(struct app *app)
{
	return collection_get_numbers(app->session->collection);
}

struct keymap *
app_get_keymap(struct app *app)
{
	return app->keymap;
}

void
app_say(struct app *app, const char *format, ...)
{
	char text[MESSAGE_LIMIT_BYTES];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	str_reset(&app->message);
	str_add_text(&app->message, text);
	app->is_error = false;
}

void
app_say_error(struct app *app, const struct error *err)
{
	app_say(app, "%s", err->message);
	app->is_error = true;
}

int
app_get_page_rows(const struct app *app)
{
	return app->areas.main.rows > 0 ? app->areas.main.rows : 1;
}

void
app_focus_main(struct app *app)
{
	app->focus = PANE_MAIN;
}

void
app_forget_cited(struct app *app)
{
	citations_forget(app->citations);
}

/* A stranger's address could be an option, a file or a script. */
static bool
is_web_address(const char *url)
{
	if (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0)
		return false;
	for (; *url; url++) {
		if ((unsigned char)*url < ' ' || *url == 0x7F)
			return false;
	}
	return true;
}

void
app_browse(struct app *app, const char *url)
{
	if (app->session->settings.is_secure) {
		app_say(app, "Nothing is opened outside: IBID_SECURE is set.");
		return;
	}
	if (!is_web_address(url)) {
		app_say(app, "That is no address of the web: %s", url);
		return;
	}
	str_reset(&app->browse);
	str_add_text(&app->browse, url);
	app->wish.browse = app->browse.data;
}

/* ---- Beginning and end ---- */

static enum status
open_first(struct app *app, const char *where, struct error *err)
{
	struct reader_place place = { .view = PLACE_HOME };

	if (where && strncmp(where, "+/", 2) == 0) {
		place.view = PLACE_HITS;
		if (app_show(app, &place))
			app_search_for(app, where + 2);
		return STATUS_OK;
	}
	if (where && !app_parse_place(&place, where))
		return error_set(err, STATUS_INVALID,
		    "\"%s\" names no topic or record", where);
	if (app_show(app, &place))
		return STATUS_OK;
	return error_set(err, STATUS_NOT_FOUND, "%s", app->message.data);
}

/* What is wrong in the settings; all of it stands first in the help. */
static void
say_faults(struct app *app)
{
	const struct settings *settings = &app->session->settings;
	const char *faults = settings->faults.data;
	struct str text;

	if (settings->fault_count == 0)
		return;
	str_init(&text, 0);
	if (settings->fault_count > 1) {
		str_add_format(&text, "%u wrong lines, ",
		    settings->fault_count);
		keymap_add_first_key(&text, app->keymap, COMMAND_HELP);
		str_add_text(&text, " has all: ");
	}
	str_add(&text, faults, strcspn(faults, "\n"));
	app_say(app, "%s", text.data);
	app->is_error = true;
	str_clear(&text);
}

enum status
app_new(struct app **out, struct session *session, int rows, int cols,
    bool is_utf8, const char *where, struct error *err)
{
	struct app *app = mem_alloc_array(1, sizeof *app);
	struct error ignored;
	enum status status;

	app->session = session;
	app->canvas = canvas_new(rows, cols);
	canvas_set_utf8(app->canvas, is_utf8);
	str_init(&app->message, MESSAGE_LIMIT_BYTES);
	str_init(&app->news, MESSAGE_LIMIT_BYTES);
	str_init(&app->browse, 8192);
	str_init(&app->export_path, 4096);
	app_copied_init(app);
	app->contents = contents_new(app);
	app->citations = citations_new(app);
	app->prompt = prompt_new(PATTERN_LIMIT_BYTES);
	app->has_contents = app->has_citations = true;
	keymap_new(&app->keymap, &session->settings, &ignored);
	keymap_add_faults(&session->settings);
	status = open_first(app, where, err);
	if (status) {
		app_free(app);
		return status;
	}
	say_faults(app);
	*out = app;
	return STATUS_OK;
}

void
app_free(struct app *app)
{
	if (!app)
		return;
	if (app->view)
		app->view->class->close(app->view);
	contents_free(app->contents);
	citations_free(app->citations);
	app_search_clear(app);
	prompt_free(app->prompt);
	keymap_free(app->keymap);
	canvas_free(app->canvas);
	str_clear(&app->message);
	str_clear(&app->news);
	str_clear(&app->browse);
	str_clear(&app->export_path);
	app_copied_clear(app);
	references_free(app->references);
	free(app);
}

void
app_resize(struct app *app, int rows, int cols)
{
	canvas_resize(app->canvas, rows, cols);
	app_change(app);
}

struct app_wish
app_take_wish(struct app *app)
{
	struct app_wish wish = app->wish;

	app->wish = (struct app_wish){ 0 };
	return wish;
}

/*
 * What a slice changed is drawn; the last one says only that nothing is
 * left, also where nothing was.
 */
static bool
idle_in_panes(struct app *app)
{
	const struct view_class *class = app->view->class;
	bool has_more = (class->idle && class->idle(app->view)) ||
	    citations_idle(app->citations) || contents_idle(app->contents);

	app->is_changed |= has_more || app->is_working;
	app->is_working = has_more;
	return has_more;
}

/* One kind of work after the other: what is looked at comes first. */
bool
app_idle(struct app *app)
{
	if (app_seek_idle(app))
		return true;
	/* The list and what it is of take turns. */
	app->is_search_first = app->view->class->place == PLACE_HITS &&
	    !app->is_search_first;
	if (app->is_search_first)
		return app_search_idle(app) || idle_in_panes(app);
	return idle_in_panes(app) || app_search_idle(app);
}

void
app_change(struct app *app)
{
	app->is_changed = app->is_working = true;
}

bool
app_is_unfinished(const struct app *app)
{
	const struct view_class *class = app->view->class;

	return class->is_unfinished && class->is_unfinished(app->view);
}

bool
app_is_changed(const struct app *app)
{
	return app->is_changed;
}

/* ---- News ---- */

static void
add_news(struct app *app, const char *text, bool is_bad)
{
	if (app->news.len > 0)
		str_add_char(&app->news, ' ');
	str_add_text(&app->news, text);
	app->is_bad_news |= is_bad;
}

void
app_tell(struct app *app, const char *line)
{
	add_news(app, line, true);
}

/* What was begun in a view that is gone is not gone on with. */
static void
go_home_from_nowhere(struct app *app)
{
	struct reader_place home = { .view = PLACE_HOME };
	char text[MESSAGE_LIMIT_BYTES];

	snprintf(text, sizeof text,
	    "The collection was replaced by a new edition: %s",
	    app->message.data);
	add_news(app, text, true);
	app->prompt_is = PROMPT_NONE;
	app->awaits = COMMAND_NONE;
	app->count = 0;
	app->is_elsewhere = true;
	app_show(app, &home);
	str_reset(&app->message);
}

/* T goes to the topic read last, which must be there. */
static void
forget_lost_topic(struct app *app)
{
	struct arena arena = { 0 };
	struct topic topic;
	struct error err;

	if (app->last_topic[0] &&
	    collection_find_topic(&topic, app->session->collection,
		app->last_topic, &arena, &err))
		app->last_topic[0] = '\0';
	arena_clear(&arena);
}

void
app_refresh(struct app *app)
{
	struct reader_place here;
	struct error err;
	bool is_new;

	/* By the names in the edition that it was come to in. */
	app_get_place(app, &here);
	if (session_refresh(app->session, &is_new, &err) != STATUS_OK) {
		char text[MESSAGE_LIMIT_BYTES];

		snprintf(text, sizeof text,
		    "The new edition cannot be read, the old one stays: %s",
		    err.message);
		add_news(app, text, true);
		return;
	}
	if (!is_new)
		return;
	app_search_restart(app);
	contents_forget(app->contents);
	forget_lost_topic(app);
	if (app_show(app, &here))
		add_news(app, "The collection was replaced by a new edition.",
		    false);
	else
		go_home_from_nowhere(app);
}
