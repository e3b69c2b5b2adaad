/* SPDX-License-Identifier: ISC */
#ifndef IBID_PANE_H
#define IBID_PANE_H

#include <stdbool.h>

#include "draw/canvas.h"

/*
 * The screen shared out among its panes.  From 110 columns on the citation
 * pane stands on the right, else below; under 60 columns the pane that has
 * the keys has the screen for itself.
 */
enum pane_id { PANE_MAIN, PANE_CONTENTS, PANE_CITATIONS };

struct pane_wish {
	bool has_contents;
	bool has_citations;
	bool is_zoomed;
	enum pane_id focus;
};

struct pane_areas {
	struct rect top; /* bars; rows 0: not there */
	struct rect bottom;
	struct rect frame; /* around all panes; rows 0: none */
	struct rect main;  /* insides; rows 0: not shown */
	struct rect contents;
	struct rect citations;
	bool is_single; /* one pane at a time */
	bool is_right;  /* the citation pane stands on the right */
};

void pane_share(struct pane_areas *out, int rows, int cols,
    const struct pane_wish *wish);

/* Draws frame and rules with the panes' titles (NULL: none). */
void pane_draw(struct canvas *canvas, const struct pane_areas *areas,
    enum pane_id focus, const char *main_title, const char *contents_title,
    const char *citations_title);

#endif
