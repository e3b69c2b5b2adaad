/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_HITS_H
#define IBID_VIEW_HITS_H

#include "app_search.h"
#include "chooser.h"
#include "hits_line.h"
#include "hits_rows.h"
#include "view.h"

/*
 * The view of hits: what the inquiry of the application has found.  What is
 * on the screen is taken from the search now and then, not at each slice of
 * its work: until the screen is full, ever more rarely, when it is done, and
 * when the reader does something.  So little is sent while it runs, and
 * lines stay where they are.
 */
enum { HITS_SECOND_SLICES = 128 }; /* of a search, in about a second */

struct hits_slot;

struct view_hits {
	struct view view;
	struct hits_rows rows;

	/* The search that the rows are of, and what it had found. */
	const struct search *search; /* to be told from another */
	struct inquiry_wish wish;
	struct search_counts seen;
	bool is_another;             /* one that nothing was taken from yet */
	unsigned slices, next_slice; /* of its work; to take at */
	bool is_typed;               /* the prompt has the keys */
	struct str scope;            /* in words */
	struct str summary;
	int summary_cols; /* that it was made for; 0: it is old */

	/* What was drawn last: rows, and the lines of those. */
	struct hits_row *window;
	uint32_t window_top, window_count, window_cap;
	bool is_moved;                /* the window is not where the rows are */
	enum setting_graphic graphic; /* as the lines were made for */
	struct hits_slot *slots;
	unsigned slot_count, drawing;
	int64_t began_us;
	bool has_read, is_short; /* lines are left to read */
	struct rect body;        /* of the rows, as drawn last */

	/* Rows as they were sent (view_hits_room.c). */
	uint64_t *sent; /* of each a hash */
	int sent_rows, spent;

	/* What to narrow by (view_hits_facet.c). */
	struct chooser chooser;
	struct facet_value *values; /* as drawn */
	uint32_t value_count;
	unsigned count_slices, next_count;
	bool is_counted;
};

/* view_hits_found.c: takes what the search has found since. */
void view_hits_update(struct view_hits *h, bool is_forced);
/* Whether after so many slices there may be something to take. */
bool view_hits_is_wake(const struct view_hits *h, unsigned slice);
/* The search that stands now; NULL: none. */
struct search *view_hits_get_search(const struct view_hits *h);

/* view_hits_draw.c */
void view_hits_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused);
void view_hits_forget_lines(struct view_hits *h);
const struct hits_line *view_hits_get_line(struct view_hits *h,
    const struct hits_row *row);

/*
 * view_hits_room.c: whether there is room for row number `row` in what may be
 * sent (is_free: there is), and blanks it and those below it.
 */
void view_hits_forget_sent(struct view_hits *h);
void view_hits_clear_sent(struct view_hits *h);
void view_hits_make_sent(struct view_hits *h);
int view_hits_get_room(const struct view_hits *h);
bool view_hits_spend(struct view_hits *h, const struct canvas *canvas,
    struct rect place, int row, bool is_free);
void view_hits_blank(struct view_hits *h, struct canvas *canvas,
    struct rect place, int row);

/* view_hits_words.c */
const char *view_hits_get_group(enum record_kind kind);
void view_hits_get_title(const struct view *v, char *out, size_t size);
void view_hits_get_position(const struct view *v, char *out, size_t size);
void view_hits_add_notes(struct str *out, const struct view_hits *h);
bool view_hits_is_empty(const struct view_hits *h);
bool view_hits_is_known(const struct view_hits *h);
void view_hits_add_scope(struct str *out, struct app *app,
    const struct scope *scope);
void view_hits_draw_empty(const struct view_hits *h, struct canvas *canvas,
    struct rect area);

/* view_hits_scope.c: FACET_COUNT is all of them. */
void view_hits_set_facet(struct scope *scope, enum facet facet, int64_t value);
void view_hits_drop_facet(struct scope *scope, enum facet facet);
bool view_hits_has_facet(const struct scope *scope, enum facet facet);
/* Of a wish that is narrowed: the last chosen stands first. */
void view_hits_remember_choice(struct inquiry_wish *wish, enum facet facet);

/* view_hits_facet.c */
void view_hits_init_chooser(struct view_hits *h);
void view_hits_choose(struct view_hits *h);
void view_hits_widen(struct view_hits *h);
bool view_hits_take_key(struct view *v, uint32_t key);
bool view_hits_count(struct view_hits *h);
void view_hits_add_value(struct str *out, struct app *app, enum facet facet,
    int64_t value);

#endif
