/* SPDX-License-Identifier: ISC */
#include "pane.h"

enum {
	SINGLE_BELOW_COLS = 60,
	RIGHT_FROM_COLS = 110,
	FRAME_FROM_ROWS = 9,
	BELOW_FROM_ROWS = 13, /* for a citation pane below */
	TOP_FROM_ROWS = 5
};

static int
clamp(int value, int least, int most)
{
	if (value < least)
		return least;
	return value > most ? most : value;
}

static void
share_single(struct pane_areas *out, struct rect inside, enum pane_id focus)
{
	out->is_single = true;
	if (focus == PANE_CONTENTS)
		out->contents = inside;
	else if (focus == PANE_CITATIONS)
		out->citations = inside;
	else
		out->main = inside;
}

/* Cuts cols columns, and one for the rule, off the left of a rectangle. */
static struct rect
cut_left(struct rect *area, int cols)
{
	struct rect left = *area;

	left.cols = cols;
	area->col += cols + 1;
	area->cols -= cols + 1;
	return left;
}

static struct rect
cut_right(struct rect *area, int cols)
{
	struct rect right = *area;

	right.col = area->col + area->cols - cols;
	right.cols = cols;
	area->cols -= cols + 1;
	return right;
}

static struct rect
cut_bottom(struct rect *area, int rows)
{
	struct rect bottom = *area;

	bottom.row = area->row + area->rows - rows;
	bottom.rows = rows;
	area->rows -= rows + 1;
	return bottom;
}

static int
at_most(int value, int most)
{
	return value < most ? value : most;
}

/*
 * Contents are cut where titles are long, and citations wrap: the text has
 * the most of the width, and what is more than it can use goes to them.
 */
static int
get_contents_cols(const struct pane_areas *a, int cols)
{
	int usual, wide;

	if (!a->is_right)
		return clamp(cols / 4, 16, 24);
	usual = at_most(cols / 5, 24);
	wide = at_most(cols / 6, 34);
	return usual > wide ? usual : wide;
}

/* With the keys it has more to tell. */
static int
get_citations_rows(int rows, enum pane_id focus)
{
	if (focus != PANE_CITATIONS)
		return clamp(rows / 5, 3, 10);
	return clamp(rows * 3 / 5, 3, 24);
}

static void
share_panes(struct pane_areas *out, struct rect inside,
    const struct pane_wish *wish)
{
	if (wish->has_citations && !out->is_right)
		out->citations = cut_bottom(&inside,
		    get_citations_rows(inside.rows, wish->focus));
	if (wish->has_contents)
		out->contents = cut_left(&inside,
		    get_contents_cols(out, inside.cols));
	if (wish->has_citations && out->is_right)
		out->citations = cut_right(&inside,
		    clamp(inside.cols / 4 + 19, 36, 64));
	out->main = inside;
}

void
pane_share(struct pane_areas *out, int rows, int cols,
    const struct pane_wish *wish)
{
	struct rect inside = { 0, 0, rows, cols };
	struct pane_wish shown = *wish;

	*out = (struct pane_areas){ 0 };
	if (rows >= TOP_FROM_ROWS) {
		out->top = (struct rect){ 0, 0, 1, cols };
		inside.row++;
		inside.rows--;
	}
	if (rows >= 2) {
		out->bottom = (struct rect){ rows - 1, 0, 1, cols };
		inside.rows--;
	}
	if (cols < SINGLE_BELOW_COLS || wish->is_zoomed) {
		share_single(out, inside, wish->focus);
		return;
	}
	out->is_right = cols >= RIGHT_FROM_COLS;
	if (rows < BELOW_FROM_ROWS && !out->is_right)
		shown.has_citations = false;
	/* A view alone needs no lines around it, which cost bytes. */
	if (rows >= FRAME_FROM_ROWS &&
	    (shown.has_contents || shown.has_citations)) {
		out->frame = inside;
		inside = (struct rect){ inside.row + 1, inside.col + 1,
			inside.rows - 2, inside.cols - 2 };
	}
	if (wish->focus == PANE_CITATIONS && !shown.has_citations) {
		share_single(out, inside, PANE_CITATIONS);
		return;
	}
	share_panes(out, inside, &shown);
}

static enum role
get_role(enum pane_id pane, enum pane_id focus)
{
	return pane == focus ? ROLE_BORDER_FOCUS : ROLE_BORDER;
}

/* The title of a pane in the line above it. */
static void
put_pane_title(struct canvas *canvas, struct rect inside, enum role role,
    const char *title)
{
	if (inside.rows > 0 && title)
		canvas_put_title(canvas, inside.row - 1, inside.col,
		    inside.cols, role, title);
}

static void
draw_rules(struct canvas *canvas, const struct pane_areas *a)
{
	const struct rect *f = &a->frame;

	if (a->contents.rows > 0 && !a->is_single)
		canvas_put_vertical(canvas, a->contents.row - 1,
		    a->contents.col + a->contents.cols, a->contents.rows + 2,
		    ROLE_BORDER);
	if (a->citations.rows == 0 || a->is_single)
		return;
	if (a->is_right)
		canvas_put_vertical(canvas, a->citations.row - 1,
		    a->citations.col - 1, a->citations.rows + 2, ROLE_BORDER);
	else
		canvas_put_rule(canvas, a->citations.row - 1, f->col, f->cols,
		    ROLE_BORDER, NULL);
}

void
pane_draw(struct canvas *canvas, const struct pane_areas *areas,
    enum pane_id focus, const char *main_title, const char *contents_title,
    const char *citations_title)
{
	if (areas->frame.rows == 0)
		return;
	canvas_put_frame(canvas, areas->frame, ROLE_BORDER, NULL);
	draw_rules(canvas, areas);
	put_pane_title(canvas, areas->contents, get_role(PANE_CONTENTS, focus),
	    contents_title);
	put_pane_title(canvas, areas->main, get_role(PANE_MAIN, focus),
	    main_title);
	put_pane_title(canvas, areas->citations,
	    get_role(PANE_CITATIONS, focus), citations_title);
}
