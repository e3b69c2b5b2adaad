/* SPDX-License-Identifier: ISC */
#include "app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"

enum { COUNT_LIMIT = 100000, MESSAGE_LIMIT_BYTES = 1024 };

struct session *
app_get_session(struct app *app)
{
	return app->session;
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

void
app_browse(struct app *app, const char *url)
{
	if (app->session->settings.is_secure) {
		app_say(app, "Nothing is opened outside: IBID_SECURE is set.");
		return;
	}
	str_reset(&app->browse);
	str_add_text(&app->browse, url);
	app->wish.browse = app->browse.data;
}

/* ---- Places ---- */

void
app_get_place(const struct app *app, struct reader_place *out)
{
	memset(out, 0, sizeof *out);
	out->view = app->view->class->place;
	app->view->class->get_place(app->view, out);
	app->view->class->get_title(app->view, out->title, sizeof out->title);
	out->pane = (uint8_t)app->focus;
	out->is_zoomed = app->is_zoomed;
}

/* Opens the view of a place; where it cannot, says so and stays. */
static bool
show(struct app *app, const struct reader_place *place)
{
	const struct view_class *class = view_find_class(place->view);
	struct view *view;
	struct error err;

	if (class->open(&view, app, place, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return false;
	}
	citations_forget(app->citations);
	if (app->view)
		app->view->class->close(app->view);
	app->view = view;
	app->focus = (enum pane_id)place->pane;
	app->is_zoomed = place->is_zoomed;
	if (app->focus == PANE_CONTENTS && !class->has_contents)
		app->focus = PANE_MAIN;
	if (app->focus == PANE_CITATIONS && !class->has_citations)
		app->focus = PANE_MAIN;
	if (place->view == PLACE_TOPIC) {
		struct reader_place now;

		app_get_place(app, &now);
		memcpy(app->last_topic, now.slug, sizeof now.slug);
		contents_select(app->contents, now.slug);
	}
	return true;
}

void
app_go(struct app *app, const struct reader_place *to)
{
	struct reader_place from;

	app_get_place(app, &from);
	if (show(app, to))
		trail_push(app->session->trail, &from);
}

void
app_reopen(struct app *app, const struct reader_place *here)
{
	show(app, here);
}

static enum place_view
get_place_of(enum record_kind kind)
{
	static const enum place_view places[] = {
		[RECORD_TOPIC] = PLACE_TOPIC,
		[RECORD_FIGURE] = PLACE_FIGURE,
		[RECORD_SOURCE] = PLACE_SOURCE,
		[RECORD_EVENT] = PLACE_EVENT,
		[RECORD_MEASURE] = PLACE_MEASURE,
	};

	return places[kind];
}

void
app_go_record(struct app *app, enum record_kind kind, const char *slug)
{
	struct reader_place place = { 0 };

	if (kind < RECORD_TOPIC || kind > RECORD_MEASURE)
		return;
	place.view = get_place_of(kind);
	if (strlen(slug) >= sizeof place.slug) {
		app_say(app, "That name is too long.");
		return;
	}
	snprintf(place.slug, sizeof place.slug, "%s", slug);
	app_go(app, &place);
}

void
app_go_link(struct app *app, const struct link *link)
{
	if (link->kind != RECORD_NONE)
		app_go_record(app, link->kind, link->slug);
	else if (link->url)
		app_browse(app, link->url);
}

static void
go_view(struct app *app, enum place_view view)
{
	struct reader_place place = { .view = view };

	if (app->view->class->place == view) {
		app_focus_main(app);
		return;
	}
	if (view == PLACE_TOPIC)
		snprintf(place.slug, sizeof place.slug, "%s", app->last_topic);
	app_go(app, &place);
}

/* ---- Commands of the application ---- */

/* Only the last place of a count is opened. */
static void
run_trail(struct app *app, int count,
    bool (*step)(struct reader_place *, struct trail *,
	const struct reader_place *),
    const char *at_end)
{
	struct reader_place place, next;
	bool has_moved = false;

	app_get_place(app, &place);
	for (count = count ? count : 1; count > 0; count--) {
		if (!step(&next, app->session->trail, &place))
			break;
		place = next;
		has_moved = true;
	}
	if (has_moved)
		show(app, &place);
	if (count > 0)
		app_say(app, "%s", at_end);
}

static void
run_back(struct app *app, int count)
{
	run_trail(app, count, trail_back, "This is where you began.");
}

static void
run_forward(struct app *app, int count)
{
	run_trail(app, count, trail_forward,
	    "There is nothing further forward.");
}

static void
run_home(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_HOME);
}

static void
run_topics(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_TOPIC);
}

static void
run_figures(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_FIGURES);
}

static void
run_sources(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_SOURCES);
}

static void
run_events(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_EVENTS);
}

static void
run_history(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_HISTORY);
}

static void
run_help(struct app *app, int count)
{
	(void)count;
	go_view(app, PLACE_HELP);
}

static void
run_close(struct app *app, int count)
{
	size_t all, behind;

	(void)count;
	trail_list(app->session->trail, &all, &behind);
	if (behind == 0)
		app->wish.quit = true;
	else
		run_back(app, 1);
}

static void
run_quit(struct app *app, int count)
{
	(void)count;
	app->wish.quit = true;
}

static void
run_tree(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_contents) {
		go_view(app, PLACE_TOPIC);
		if (!app->view->class->has_contents)
			return;
	}
	if (app->focus == PANE_CONTENTS) {
		app->has_contents = false;
		app->focus = PANE_MAIN;
		return;
	}
	app->has_contents = true;
	app->focus = PANE_CONTENTS;
}

static void
run_citations(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_citations) {
		app_say(app, "Nothing is cited in this view.");
		return;
	}
	if (app->areas.is_single) {
		app->focus = app->focus == PANE_CITATIONS ? PANE_MAIN :
							    PANE_CITATIONS;
		return;
	}
	app->has_citations = !app->has_citations;
	if (app->focus == PANE_CITATIONS)
		app->focus = PANE_MAIN;
}

static void
run_citations_enter(struct app *app, int count)
{
	(void)count;
	if (!app->view->class->has_citations) {
		app_say(app, "Nothing is cited in this view.");
		return;
	}
	app->has_citations = true;
	app->focus = PANE_CITATIONS;
}

static void
run_pane_next(struct app *app, int count)
{
	const struct view_class *class = app->view->class;
	bool has_contents = class->has_contents && app->has_contents;
	bool has_citations = class->has_citations && app->has_citations;

	(void)count;
	if (app->focus == PANE_MAIN && has_citations)
		app->focus = PANE_CITATIONS;
	else if (app->focus != PANE_CONTENTS && has_contents)
		app->focus = PANE_CONTENTS;
	else
		app->focus = PANE_MAIN;
}

static void
run_zoom(struct app *app, int count)
{
	(void)count;
	app->is_zoomed = !app->is_zoomed;
}

static void
run_filter(struct app *app, int count)
{
	(void)count;
	if (app->focus != PANE_CONTENTS && !app->view->class->filter) {
		app_say(app, "There is no list here to narrow.");
		return;
	}
	app_begin_prompt(app, PROMPT_FILTER);
}

static void
run_line(struct app *app, int count)
{
	(void)count;
	app_begin_prompt(app, PROMPT_COMMAND);
}

static void
run_mark(struct app *app, int count)
{
	(void)count;
	app->awaits = COMMAND_MARK;
	app_say(app, "Mark this place with a letter, a to z.");
}

static void
run_jump(struct app *app, int count)
{
	(void)count;
	app->awaits = COMMAND_JUMP;
	app_say(app, "Jump to which mark? A letter; ' is before the jump.");
}

static void
run_redraw(struct app *app, int count)
{
	(void)count;
	app->wish.redraw = true;
}

static void
run_suspend(struct app *app, int count)
{
	(void)count;
	app->wish.suspend = true;
}

/* Leaves the innermost thing that is entered, never the program. */
static void
run_escape(struct app *app, int count)
{
	(void)count;
	if (app->focus != PANE_MAIN)
		app->focus = PANE_MAIN;
	else if (app->is_zoomed)
		app->is_zoomed = false;
	else if (app->view->class->filter)
		app->view->class->filter(app->view, "");
}

static void
run_open_outside(struct app *app, int count)
{
	(void)count;
	app_say(app, "Nothing under the cursor has a URL.");
}

static const struct {
	enum command command;
	void (*run)(struct app *app, int count);
} runs[] = {
	{ COMMAND_BACK, run_back },
	{ COMMAND_FORWARD, run_forward },
	{ COMMAND_HOME, run_home },
	{ COMMAND_TOPICS, run_topics },
	{ COMMAND_FIGURES, run_figures },
	{ COMMAND_SOURCES, run_sources },
	{ COMMAND_EVENTS, run_events },
	{ COMMAND_HISTORY, run_history },
	{ COMMAND_HELP, run_help },
	{ COMMAND_CLOSE, run_close },
	{ COMMAND_TREE, run_tree },
	{ COMMAND_CITATIONS, run_citations },
	{ COMMAND_CITATIONS_ENTER, run_citations_enter },
	{ COMMAND_PANE_NEXT, run_pane_next },
	{ COMMAND_ZOOM, run_zoom },
	{ COMMAND_FILTER, run_filter },
	{ COMMAND_LINE, run_line },
	{ COMMAND_MARK, run_mark },
	{ COMMAND_JUMP, run_jump },
	{ COMMAND_REDRAW, run_redraw },
	{ COMMAND_SUSPEND, run_suspend },
	{ COMMAND_ESCAPE, run_escape },
	{ COMMAND_OPEN_OUTSIDE, run_open_outside },
};

static enum view_result
run_in_pane(struct app *app, enum command command, int count)
{
	if (app->focus == PANE_CONTENTS)
		return contents_run(app->contents, command, count);
	if (app->focus == PANE_CITATIONS)
		return citations_run(app->citations, command, count);
	return app->view->class->run(app->view, command, count);
}

void
app_run(struct app *app, enum command command, int count)
{
	const struct command_entry *entry = command_get(command);

	/* Before a view makes ready for what will not be seen. */
	if (command == COMMAND_QUIT) {
		run_quit(app, count);
		return;
	}
	if (run_in_pane(app, command, count) == VIEW_DONE)
		return;
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
		if (runs[i].command == command) {
			runs[i].run(app, count);
			return;
		}
	}
	/* From a pane beside it the view is still within reach. */
	if (app->focus != PANE_MAIN &&
	    app->view->class->run(app->view, command, count) == VIEW_DONE)
		return;
	if (entry)
		app_say(app, "%s: nothing to do here", entry->name);
}

/* ---- Keys ---- */

static void
use_mark(struct app *app, uint32_t key)
{
	enum command what = app->awaits;
	struct reader_place here;
	const struct reader_place *there;
	struct reader_place copy;

	app->awaits = COMMAND_NONE;
	str_reset(&app->message);
	if (!((key >= 'a' && key <= 'z') || key == '\'')) {
		app_say(app, "A mark is a letter from a to z.");
		return;
	}
	app_get_place(app, &here);
	if (what == COMMAND_MARK) {
		trail_set_mark(app->session->trail, (char)key, &here);
		app_say(app, "Marked %c.", (int)key);
		return;
	}
	there = trail_find_mark(app->session->trail, (char)key);
	if (!there) {
		app_say(app, "Nothing is marked %c.", (int)key);
		return;
	}
	copy = *there;
	app_go(app, &copy);
}

static bool
take_digit(struct app *app, uint32_t key)
{
	if (key < '0' || key > '9' || (key == '0' && app->count == 0))
		return false;
	if (app->count < COUNT_LIMIT)
		app->count = app->count * 10 + (int)(key - '0');
	return true;
}

static void
run_key(struct app *app, uint32_t key)
{
	enum command command = keymap_find(app->keymap, key);
	int count = app->count;

	app->count = 0;
	if (command == COMMAND_NONE) {
		struct str help;

		str_init(&help, 64);
		keymap_add_first_key(&help, app->keymap, COMMAND_HELP);
		app_say(app, "That key does nothing; %s shows those that do.",
		    help.data);
		str_clear(&help);
		return;
	}
	app_run(app, command, count);
}

static bool
is_in(struct rect area, int row, int col)
{
	return row >= area.row && row < area.row + area.rows &&
	    col >= area.col && col < area.col + area.cols;
}

static void
click(struct app *app, int row, int col)
{
	const struct pane_areas *a = &app->areas;

	if (is_in(a->contents, row, col)) {
		app->focus = PANE_CONTENTS;
		contents_click(app->contents, a->contents, row);
	} else if (is_in(a->citations, row, col)) {
		app->focus = PANE_CITATIONS;
		citations_click(app->citations, a->citations, row);
	} else if (is_in(a->main, row, col)) {
		app->focus = PANE_MAIN;
		if (app->view->class->click)
			app->view->class->click(app->view, a->main, row, col);
	}
}

/* Mouse and pastes; true where the event was one of those. */
static bool
take_other_event(struct app *app, const struct key_event *event)
{
	enum { WHEEL_LINES = 3 };

	switch (event->key) {
	case KEY_PASTE_BEGIN:
		app->is_pasting = true;
		return true;
	case KEY_PASTE_END:
		app->is_pasting = false;
		return true;
	case KEY_MOUSE_PRESS:
		click(app, event->row, event->col);
		return true;
	case KEY_WHEEL_DOWN:
		app_run(app, COMMAND_LINE_DOWN, WHEEL_LINES);
		return true;
	case KEY_WHEEL_UP:
		app_run(app, COMMAND_LINE_UP, WHEEL_LINES);
		return true;
	default:
		/* What is pasted is text, never a row of commands. */
		return app->is_pasting && app->prompt_is == PROMPT_NONE;
	}
}

void
app_key(struct app *app, const struct key_event *event)
{
	if (!app->awaits)
		str_reset(&app->message);
	app->is_error = false;
	if (take_other_event(app, event))
		return;
	if (app->prompt_is != PROMPT_NONE)
		app_prompt_key(app, event->key);
	else if (app->awaits)
		use_mark(app, event->key);
	else if (!take_digit(app, event->key))
		run_key(app, event->key);
}

/* ---- Beginning and end ---- */

static bool
parse_where(struct reader_place *out, const char *where)
{
	const char *colon = strchr(where, ':');
	char kind[16] = "";
	enum record_kind record = RECORD_TOPIC;

	*out = (struct reader_place){ .view = PLACE_TOPIC };
	if (colon && (size_t)(colon - where) < sizeof kind) {
		memcpy(kind, where, (size_t)(colon - where));
		record = record_find_kind(kind);
		where = colon + 1;
	}
	if (record < RECORD_TOPIC || record > RECORD_MEASURE ||
	    strlen(where) >= sizeof out->slug)
		return false;
	out->view = get_place_of(record);
	snprintf(out->slug, sizeof out->slug, "%s", where);
	return true;
}

bool
app_go_text(struct app *app, const char *where)
{
	struct reader_place place;

	if (!parse_where(&place, where))
		return false;
	app_go(app, &place);
	return true;
}

static enum status
open_first(struct app *app, const char *where, struct error *err)
{
	struct reader_place place = { .view = PLACE_HOME };

	if (where && !parse_where(&place, where))
		return error_set(err, STATUS_INVALID,
		    "\"%s\" names no topic or record", where);
	if (show(app, &place))
		return STATUS_OK;
	return error_set(err, STATUS_NOT_FOUND, "%s", app->message.data);
}

enum status
app_new(struct app **out, struct session *session, int rows, int cols,
    bool is_utf8, const char *where, struct error *err)
{
	struct app *app = mem_alloc_array(1, sizeof *app);
	struct error fault = { 0 };
	enum status status;

	app->session = session;
	app->canvas = canvas_new(rows, cols);
	canvas_set_utf8(app->canvas, is_utf8);
	str_init(&app->message, MESSAGE_LIMIT_BYTES);
	str_init(&app->browse, 8192);
	app->contents = contents_new(app);
	app->citations = citations_new(app);
	app->prompt = prompt_new(1024);
	app->has_contents = app->has_citations = true;
	if (keymap_new(&app->keymap, &session->settings, &fault) != STATUS_OK)
		app_say_error(app, &fault);
	status = open_first(app, where, err);
	if (status) {
		app_free(app);
		return status;
	}
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
	prompt_free(app->prompt);
	keymap_free(app->keymap);
	canvas_free(app->canvas);
	str_clear(&app->message);
	str_clear(&app->browse);
	free(app);
}

void
app_resize(struct app *app, int rows, int cols)
{
	canvas_resize(app->canvas, rows, cols);
}

struct app_wish
app_take_wish(struct app *app)
{
	struct app_wish wish = app->wish;

	app->wish = (struct app_wish){ 0 };
	return wish;
}

bool
app_idle(struct app *app)
{
	bool more = contents_idle(app->contents);

	if (app->view->class->idle)
		more |= app->view->class->idle(app->view);
	return more;
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
		app_say_error(app, &err);
		return;
	}
	if (!is_new)
		return;
	contents_forget(app->contents);
	if (!show(app, &here)) {
		here = (struct reader_place){ .view = PLACE_HOME };
		show(app, &here);
	}
	app_say(app, "The collection was replaced by a new edition.");
}
