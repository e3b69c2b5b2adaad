/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_TOPIC_H
#define IBID_VIEW_TOPIC_H

#include "model/topic.h"
#include "text/layout.h"
#include "view.h"

/*
 * A topic on the screen: its text, made into a page together with what
 * stands above it (the way to it, title, summary) and below (its subtopics);
 * the layout of that page for the width at hand; and where the reader is.
 */
struct view_topic {
	struct view view;
	struct arena arena; /* of topic and page */
	struct topic topic;
	const char *way;     /* "Workers abroad \u203A Pay" */
	struct page page;    /* head, text, subtopics */
	uint32_t first_text; /* passages of the topic's own text */
	uint32_t text_end;
	bool *is_unfolded; /* by passage */
	bool *is_disputed; /* by link */

	struct layout layout;
	struct arena layout_arena;
	int width_cols; /* it was made for; 0: not made */
	bool is_utf8;

	int32_t sentence; /* under the cursor, -1 none */
	uint32_t line;    /* of the cursor */
	uint32_t top;     /* first line shown */
	int rows;         /* shown at the last drawing */
	int32_t link;     /* selected, of the layout's, -1 none */

	/* Where to stand once there is a layout. */
	uint32_t passage, at;
	int32_t scroll; /* view_topic_get_scroll(); 0: as it fits */

	bool is_outline;  /* the headings are shown instead */
	uint32_t heading; /* selected among them */
	uint32_t outline_top;
};

/* view_topic_page.c: reads the topic and makes its page. */
enum status view_topic_read(struct view_topic *v, const char *slug,
    struct error *err);

/* view_topic_draw.c */
void view_topic_draw(struct view *view, struct canvas *canvas, struct rect area,
    bool is_focused);

/*
 * The top line as seen from the sentence's first: above it a negative
 * number; the same line is 1, the next 2.  0 is for one who comes anew.
 */
int32_t view_topic_get_scroll(const struct view_topic *v);

/* A layout, if there is none yet; commands may come before a drawing. */
void view_topic_make_ready(struct view_topic *v);

/* After what is folded changed. */
void view_topic_lay_out_again(struct view_topic *v);

/* Whether the sentence is the line that stands for folded passages. */
bool view_topic_is_fold(const struct view_topic *v, int32_t sentence);

/* view_topic_move.c: where the cursor goes, and the window with it. */
void view_topic_go_sentence(struct view_topic *v, int32_t sentence);
void view_topic_show_line(struct view_topic *v, uint32_t line);
uint32_t view_topic_get_last_top(const struct view_topic *v);
bool view_topic_move(struct view_topic *v, enum command command, int count);

/*
 * view_topic_go.c: links, folds and other places; false where the command
 * is none of its own.  The view may be gone afterwards.
 */
bool view_topic_go(struct view_topic *v, enum command command, int times);

/* view_topic_outline.c: the list of headings. */
bool view_topic_run_outline(struct view_topic *v, enum command command,
    int count);
void view_topic_open_outline(struct view_topic *v);
void view_topic_draw_outline(struct view_topic *v, struct canvas *canvas,
    struct rect area, bool is_focused);

/* The next heading behind (before) a passage, -1 where none. */
int64_t view_topic_find_heading(const struct view_topic *v, int64_t passage,
    int step);

#endif
