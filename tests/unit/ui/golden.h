/* SPDX-License-Identifier: ISC */
#ifndef IBID_GOLDEN_H
#define IBID_GOLDEN_H

#include <stdbool.h>

#include "ui/app.h"

/*
 * The application on a canvas, over a compiled fixture, without a terminal:
 * keys in, and what is drawn compared with tests/unit/ui/golden/NAME.txt
 * (text, then where the cursor is, then roles, a letter a cell; see
 * canvas_dump()).  GOLDEN_UPDATE=1 in the environment writes those anew.
 */
struct golden {
	char path[64];   /* of the collection */
	char folder[64]; /* of styles, and for what is copied */
	struct session *session;
	struct app *app;
};

/*
 * For a cmocka group: compiles tests/fixtures/small once, and the styles of
 * tests/fixtures/styles, of which harbour is in use.
 */
int golden_set_up(void **state);
/* The same with another folder of tests/fixtures. */
int golden_set_up_in(void **state, const char *folder);
int golden_tear_down(void **state);

/* Opens the application at where (NULL: Home). */
void golden_open(struct golden *g, int rows, int cols, const char *where);
void golden_open_ascii(struct golden *g, int rows, int cols, const char *where);
void golden_close(struct golden *g);

/*
 * Keys by their names, divided by blanks: "F j Enter".  What is drawn after
 * each is not looked at; with golden_keys_unseen() nothing is drawn.
 */
void golden_keys(struct golden *g, const char *keys);
void golden_keys_unseen(struct golden *g, const char *keys);

/* Draws, and lets what was put off be done, until nothing is left. */
void golden_rest(struct golden *g);

/* Text as it is typed, and a whole line for the prompt of ":". */
void golden_type(struct golden *g, const char *text);
void golden_line(struct golden *g, const char *line);

/* Fails, and prints the canvas, where it is not as the file has it. */
void golden_check(struct golden *g, const char *name);

/* Whether a text stands anywhere on the canvas. */
bool golden_has(struct golden *g, const char *text);

/* The text of the row that the cursor is on; lent until the next call. */
const char *golden_get_cursor_row(struct golden *g);

#endif
