/* SPDX-License-Identifier: ISC */
#ifndef IBID_APP_H
#define IBID_APP_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"
#include "draw/canvas.h"
#include "keymap.h"
#include "reader/session.h"
#include "term.h"
#include "view.h"

/*
 * The application between keys and canvas, without a terminal: the view,
 * the panes beside it, the prompt and the bars.  The loop feeds it keys and
 * paints its canvas; tests do the same without a loop.
 */
struct app_wish { /* what only the loop can do */
	bool quit, redraw, suspend;
	const char *setting; /* the name of one that was changed; lent */
	const char *browse;  /* URL to open outside; lent until the next key */
	const struct str *copy; /* to the clipboard; lent likewise */
	const char *show;       /* alone on the screen, until a key; likewise */
};

/* Opens at where (NULL: home).  colors is told by `:set`, utf8 by draw. */
enum status app_new(struct app **out, struct session *session, int rows,
    int cols, bool is_utf8, const char *where, struct error *err);
void app_free(struct app *app);

void app_resize(struct app *app, int rows, int cols);
void app_key(struct app *app, const struct key_event *event);

/* Draws what is to be seen now; lent until the next call. */
const struct canvas *app_draw(struct app *app);

/* A line that is shown with the answer to the next key. */
void app_tell(struct app *app, const char *line);

struct app_wish app_take_wish(struct app *app);

/* What became of wish.copy, where it did not go. */
enum app_copied_how { COPIED, COPIED_TOO_LONG, COPIED_NO_CLIPBOARD };
void app_say_copied(struct app *app, enum app_copied_how how);

/* A slice of work that waits; false when there is none. */
bool app_idle(struct app *app);

/* Whether what is shown first is not all there yet. */
bool app_is_unfinished(const struct app *app);

/* Whether app_draw() would draw something else than the last time. */
bool app_is_changed(const struct app *app);

/*
 * Looks whether the collection was replaced by a new edition, before a key.
 * Where the view is not in it, that key is not run on another.
 */
void app_refresh(struct app *app);

#endif
