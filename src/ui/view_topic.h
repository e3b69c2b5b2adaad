/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_TOPIC_H
#define IBID_VIEW_TOPIC_H

#include "lit.h"
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
	const char *way;     /* to it, from the top level */
	struct page page;    /* head, text, subtopics: as far as it is read */
	uint32_t first_text; /* passages of the topic's own text */
	uint32_t text_end;
	bool *is_unfolded; /* by passage, and one behind */
	bool *is_disputed; /* by link */
	uint32_t passage_cap, link_cap, citation_cap;
	bool is_read; /* all of it */

	struct layout layout;
	struct layout_maker *maker; /* of the layout, NULL: not begun */
	struct layout_options options;
	struct arena layout_arena;
	uint32_t given;    /* passages that the layout was given */
	uint32_t laid_out; /* and that stand in it */
	int width_cols;    /* it is made for; 0: not begun */
	bool is_utf8;
	bool is_placed;     /* the place to stand at was reached */
	enum command waits; /* for more of the text; COMMAND_NONE: none */
	int waits_count;

	int32_t sentence; /* under the cursor, -1 none */
	uint32_t line;    /* of the cursor */
	uint32_t top;     /* first line shown */
	int rows;         /* shown at the last drawing */
	int32_t link;     /* selected, of the layout's, -1 none */

	/* Where to stand once the layout reaches it. */
	uint32_t passage, at;
	int32_t scroll;      /* view_topic_get_scroll(); 0: as it fits */
	uint32_t place_line; /* the cursor's, at place_cols */
	int place_cols;      /* 0: not known */
	/* Where that led to: as long as the cursor is there, it holds. */
	struct topic_stand {
		int32_t sentence;
		uint32_t line, top;
	} stood;

	/* Matches: what is lit, and where the cursor goes to find one. */
	struct lit lit;
	struct topic_match {
		bool is_set; /* the cursor is on it */
		uint32_t passage, at;
	} match;
	struct topic_origin { /* of a pattern that is being typed */
		bool is_set;
		struct topic_match match;
		int32_t sentence;
		uint32_t line, top;
	} origin;
	struct topic_finding {
		bool is_on; /* goes on while there are no keys */
		enum view_find what;
		int64_t passage; /* where to look next: before or from `at` */
		size_t at;
		uint32_t passed; /* over folded passages that match */
	} finding;

	bool is_outline;  /* the headings are shown instead */
	uint32_t heading; /* selected among them */
	uint32_t outline_top;
};

/* view_topic_page.c: reads the topic and the first part of its page. */
enum status view_topic_read(struct view_topic *v, const char *slug,
    struct error *err);

/* The next part; *is_read at the end. */
enum status view_topic_read_part(struct view_topic *v, struct error *err);
void view_topic_free_page(struct view_topic *v);

/*
 * view_topic_slice.c: a page of any size is read and laid out in slices,
 * from its beginning up to what is shown and asked for, the rest when idle.
 */
bool view_topic_is_whole(const struct view_topic *v);

/* Reads or lays out a slice; false when nothing is left. */
bool view_topic_work(struct view_topic *v);

/* Begins the layout anew, for a width; the place to stand at is kept. */
void view_topic_lay_out(struct view_topic *v, int width_cols, bool is_utf8);
void view_topic_drop_layout(struct view_topic *v);

/*
 * Whether there is enough of the page for a command; where reading on would
 * cost more than a key may, the command waits.
 */
bool view_topic_reach(struct view_topic *v, enum command command, int count);

/* The place is taken where it was not reached yet, as near as can be. */
void view_topic_stop_waiting(struct view_topic *v);
bool view_topic_idle(struct view *view);

/* view_topic_draw.c */
void view_topic_draw(struct view *view, struct canvas *canvas, struct rect area,
    bool is_focused);

/*
 * The top line as seen from the sentence's first: above it a negative
 * number; the same line is 1, the next 2.  0 is for one who comes anew.
 */
int32_t view_topic_get_scroll(const struct view_topic *v);

/* Takes the place that was kept, or the one to open at. */
void view_topic_take_place(struct view_topic *v);

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
bool view_topic_has_effect(const struct view *view, enum command command);
bool view_topic_go(struct view_topic *v, enum command command, int times);

/* view_topic_find.c: the cursor goes from match to match. */
enum view_found view_topic_find(struct view *view, enum view_find what);
uint32_t view_topic_get_passed(const struct view *view);

/* Goes on with it; false when that ended. */
bool view_topic_find_on(struct view_topic *v);

/* The cursor was moved by something else: there is no current match. */
void view_topic_leave_match(struct view_topic *v);

/* The cursor's line becomes that of the current match, in its sentence. */
void view_topic_show_match(struct view_topic *v);

/* view_topic_lit.c: what is lit of a run, false: nothing can be. */
bool view_topic_get_lit(struct view_topic *v, struct lit_run *out,
    const struct layout_line *line, uint32_t run);

/* The columns behind a run, up to the next, that are within a match. */
int view_topic_find_gap(struct view_topic *v, enum role *role,
    const struct layout_line *line, uint32_t run);

/* Where the current match begins on the cursor's line, -1: not on it. */
int view_topic_find_match_col(const struct view_topic *v);
int64_t view_topic_get_passage(const struct view *view);

/* Whether a passage is folded or left out. */
bool view_topic_is_hidden(const struct view_topic *v, uint32_t passage);

/* view_topic_outline.c: the list of headings. */
bool view_topic_run_outline(struct view_topic *v, enum command command,
    int count);
void view_topic_open_outline(struct view_topic *v);
void view_topic_click_outline(struct view_topic *v, int row);
void view_topic_draw_outline(struct view_topic *v, struct canvas *canvas,
    struct rect area, bool is_focused);

/* The next heading behind (before) a passage, -1 where none. */
int64_t view_topic_find_heading(const struct view_topic *v, int64_t passage,
    int step);

#endif
