/* SPDX-License-Identifier: ISC */
#include "ui/loop.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "app.h"
#include "base/mem.h"
#include "browser.h"
#include "multiplexer.h"
#include "term.h"

/*
 * Once per key: the application takes it, draws, and the terminal shows
 * what changed.  Work that an application puts off is done in slices while
 * no key waits.
 */

struct outside {
	int count;   /* of browsers that may be running */
	pid_t child; /* the one started last */
	char name[64];
};

static void
resize(struct app *app, struct term *term)
{
	int rows, cols;

	term_get_size(term, &rows, &cols);
	app_resize(app, rows, cols);
}

/* Browsers outside are not waited for; one that failed is told of later. */
static void
look_after(struct app *app, struct outside *outside)
{
	char text[128];
	int status;

	while (outside->count > 0) {
		pid_t child = waitpid(-1, &status, WNOHANG);

		if (child == 0)
			return;
		outside->count -= child > 0 ? 1 : outside->count;
		if (child == outside->child &&
		    browser_has_failed(text, sizeof text, outside->name,
			status))
			app_tell(app, text);
	}
}

static void
run_in_terminal(struct app *app, struct term *term,
    const struct browser *browser)
{
	struct error err;
	char text[128];
	pid_t child;
	int status;

	term_leave(term);
	if (browser_start(&child, browser, &err) != STATUS_OK) {
		term_enter(term);
		app_say_error(app, &err);
	} else if (term_wait_child(term, child, &status)) {
		if (browser_has_failed(text, sizeof text, browser->name,
			status))
			app_say(app, "%s", text);
	}
}

static void
run_outside(struct app *app, struct outside *outside,
    const struct browser *browser)
{
	struct error err;
	pid_t child;

	if (browser_start(&child, browser, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	outside->count++;
	outside->child = child;
	view_cut_text(outside->name, sizeof outside->name, browser->name);
	app_say(app, "Given to %s.", browser->name);
}

static void
browse(struct app *app, struct term *term, struct outside *outside,
    const char *url)
{
	struct arena arena = { 0 };
	struct browser browser;
	struct error err;

	if (browser_find(&browser, getenv("BROWSER"), url, &arena, &err))
		app_say_error(app, &err);
	else if (browser.has_terminal)
		run_in_terminal(app, term, &browser);
	else
		run_outside(app, outside, &browser);
	arena_clear(&arena);
}

/* What a terminal has not, no setting gives it. */
static void
apply_setting(struct app *app, struct term *term,
    const struct settings *settings, const char *name)
{
	term_apply(term, settings);
	if (strcmp(name, "links") == 0) {
		term_redraw(term);
		if (settings->has_links && !term_knows_links(term))
			app_say(app,
			    "This terminal is not known to have "
			    "links.");
	} else if (strcmp(name, "color") == 0 && settings->has_color &&
	    term_get_colors(term) == 0) {
		app_say(app, "This terminal has no colours.");
	}
}

/* While nothing is done the collection is let go. */
static struct key_event
read_key(struct term *term, struct session *session, bool is_idle)
{
	struct key_event event;

	if (is_idle)
		collection_release(session->collection);
	event = term_read_key(term, is_idle ? -1 : 0);
	collection_hold(session->collection);
	return event;
}

/* tmux has a command for it, which it heeds where it heeds no program. */
static void
copy(struct app *app, struct term *term, const struct settings *settings,
    const struct str *text)
{
	if (term_has_multiplexer(term) && !settings->is_secure &&
	    multiplexer_give(text->data, text->len))
		return;
	switch (term_copy(term, text->data, text->len)) {
	case TERM_COPIED:
		break;
	case TERM_COPY_TOO_LONG:
		app_say_copied(app, COPIED_TOO_LONG);
		break;
	case TERM_HAS_NO_CLIPBOARD:
		app_say_copied(app, COPIED_NO_CLIPBOARD);
		break;
	}
}

/* What is pasted is one thing here too. */
static struct key_event
read_any_key(struct term *term, struct session *session)
{
	struct key_event event = read_key(term, session, true);

	if (event.key != KEY_PASTE_BEGIN)
		return event;
	while (event.key != KEY_PASTE_END && event.key != KEY_HANG_UP)
		event = read_key(term, session, true);
	return event;
}

/* A screenful after the other; any key goes on, Escape and q leave. */
static void
show_alone(struct app *app, struct term *term, struct session *session,
    const char *text)
{
	size_t shown = term_show_text(term, text);

	for (;;) {
		struct key_event event = read_any_key(term, session);

		if (event.key == KEY_RESIZED) {
			shown = term_show_text(term, text);
			continue;
		}
		text += shown;
		if (event.key == KEY_HANG_UP || event.key == KEY_ESCAPE_KEY ||
		    event.key == 'q' || !*text)
			break;
		shown = term_show_text(term, text);
	}
	resize(app, term);
	term_redraw(term);
}

/* What only the loop can do; false at the end. */
static bool
grant(struct app *app, struct term *term, struct session *session,
    struct outside *outside)
{
	struct app_wish wish = app_take_wish(app);

	if (wish.quit)
		return false;
	if (wish.setting)
		apply_setting(app, term, &session->settings, wish.setting);
	if (wish.browse)
		browse(app, term, outside, wish.browse);
	if (wish.copy)
		copy(app, term, &session->settings, wish.copy);
	if (wish.show)
		show_alone(app, term, session, wish.show);
	if (wish.suspend) {
		term_suspend(term);
		resize(app, term);
	}
	if (wish.redraw)
		term_redraw(term);
	return true;
}

/* Returns the signal that ends us, or 0. */
static int
run(struct app *app, struct term *term, struct session *session)
{
	struct outside outside = { 0 };
	bool is_idle;

	term_paint(term, app_draw(app));
	is_idle = !app_is_unfinished(app);
	/* Looks which file is open, now that the reader has something. */
	app_refresh(app);
	for (;;) {
		struct key_event event = read_key(term, session, is_idle);

		if (event.key == KEY_HANG_UP)
			return event.signal;
		if (event.key == KEY_NONE_YET) {
			is_idle = !app_idle(app);
		} else if (event.key == KEY_RESIZED) {
			resize(app, term);
		} else {
			app_refresh(app);
			look_after(app, &outside);
			app_key(app, &event);
			is_idle = false;
		}
		if (!grant(app, term, session, &outside))
			return 0;
		if (app_is_changed(app) && !term_has_key(term))
			term_paint(term, app_draw(app));
	}
}

enum status
loop_run(struct session *session, const char *where, struct error *err)
{
	struct term *term;
	struct app *app;
	int rows, cols;
	int end = 0;
	enum status status = term_open(&term, &session->settings, err);

	if (status)
		return status;
	mem_give_back();
	term_get_size(term, &rows, &cols);
	collection_hold(session->collection);
	status = app_new(&app, session, rows, cols, term_is_utf8(term), where,
	    err);
	if (!status) {
		end = run(app, term, session);
		app_free(app);
	}
	term_close(term);
	/* The terminal is as it was: end as the signal wants it. */
	if (end) {
		signal(end, SIG_DFL);
		raise(end);
	}
	return status;
}
