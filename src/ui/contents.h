/* SPDX-License-Identifier: ISC */
#ifndef IBID_CONTENTS_H
#define IBID_CONTENTS_H

#include <stdbool.h>

#include "view.h"

/*
 * The Contents pane: the tree of topics, folded but for the way to the
 * topic that is read.  Only what is on the screen is read from the
 * collection, so that a tree of any size opens at once.
 */
struct contents;

struct contents *contents_new(struct app *app);
void contents_free(struct contents *c);

/* Selects a topic and unfolds the way to it. */
void contents_select(struct contents *c, const char *slug);

void contents_draw(struct contents *c, struct canvas *canvas, struct rect area,
    bool is_focused);
enum view_result contents_run(struct contents *c, enum command command,
    int count);
/* Whether a command of the bottom line does something here. */
bool contents_has_effect(const struct contents *c, enum command command);

/* Selects a topic, opens the selected one; its sign folds and unfolds. */
void contents_click(struct contents *c, struct rect area, int row, int col);

/*
 * Only topics whose titles hold the text, as it is typed, and those that
 * they stand under; "": all.
 */
void contents_filter(struct contents *c, const char *text);
bool contents_is_filtered(const struct contents *c);

/* As it was typed; "": none. */
const char *contents_get_filter(const struct contents *c);

/* A slice of the filter's work; false when nothing is left. */
bool contents_idle(struct contents *c);

/* After the collection was replaced by a new edition. */
void contents_forget(struct contents *c);

#endif
