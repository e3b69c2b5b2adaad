/* SPDX-License-Identifier: ISC */
#include "ui/loop.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app.h"
#include "term.h"

/*
 * Once per key: the application takes it, draws, and the terminal shows
 * what changed.  Work that an application puts off is done in slices while
 * no key waits.
 */

static void
resize(struct app *app, struct term *term)
{
	int rows, cols;

	term_get_size(term, &rows, &cols);
	app_resize(app, rows, cols);
}

/* Runs a browser without a shell; one that stays keeps no hold of us. */
static void
run_browser(const char *url)
{
	const char *browser = getenv("BROWSER");
	pid_t child = fork();

	if (child == 0) {
		const char *program = browser && browser[0] ? browser :
							      "xdg-open";

		execlp(program, program, url, (char *)NULL);
		_exit(127);
	}
	if (child > 0) {
		int status;

		while (waitpid(child, &status, 0) < 0)
			;
	}
}

static void
browse(struct term *term, const char *url)
{
	term_leave(term);
	run_browser(url);
	term_enter(term);
}

/* What only the loop can do; false at the end. */
static bool
grant(struct app *app, struct term *term, struct session *session)
{
	struct app_wish wish = app_take_wish(app);

	if (wish.quit)
		return false;
	if (wish.apply_settings)
		term_apply(term, &session->settings);
	if (wish.browse)
		browse(term, wish.browse);
	if (wish.suspend) {
		term_suspend(term);
		resize(app, term);
	}
	if (wish.redraw)
		term_redraw(term);
	return true;
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

/* Returns the signal that ends us, or 0. */
static int
run(struct app *app, struct term *term, struct session *session)
{
	bool is_idle = true;

	term_paint(term, app_draw(app));
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
			app_key(app, &event);
			is_idle = false;
		}
		if (!grant(app, term, session))
			return 0;
		if (!term_has_key(term))
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
