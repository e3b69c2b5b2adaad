/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITATIONS_H
#define IBID_CITATIONS_H

#include "view.h"

/*
 * The citation pane: the chain of every citation of the text under the
 * cursor, step by step, and the editor's note on it.
 */
struct citations;

struct citations *citations_new(struct app *app);
void citations_free(struct citations *c);

/* What stands under the cursor now; cheap where that has not changed. */
void citations_show(struct citations *c, const struct cited *cited);

/* Whether it tells of each chain what it is in the reader's style too. */
void citations_set_words(struct citations *c, bool has_words);

/* The chain and step under the cursor; lent until it shows others. */
bool citations_get_selected(const struct citations *c, struct citation *chain,
    const struct step **step);

/* Before the page that is shown is freed. */
void citations_forget(struct citations *c);

/*
 * "Behind this sentence -- 2 documents, 2 origins", or shorter where that is
 * too wide; lent until the next.
 */
const char *citations_get_title(struct citations *c, int width_cols);

/* A slice of the lines that are not made yet; false: all are. */
bool citations_idle(struct citations *c);

void citations_draw(struct citations *c, struct canvas *canvas,
    struct rect area, bool is_focused);
/*
 * How many lines are below those drawn: in the frame's line under the pane,
 * or else at the end of its last line.  After the frame is drawn.
 */
void citations_draw_more(struct citations *c, struct canvas *canvas,
    struct rect area, bool is_focused, bool is_framed);
enum view_result citations_run(struct citations *c, enum command command,
    int count);
/* Whether a command of the bottom line does something here. */
bool citations_has_effect(const struct citations *c, enum command command);

/* A press selects a step; where it was already, it opens it. */
void citations_click(struct citations *c, struct rect area, int row,
    bool was_focused);

#endif
