/* SPDX-License-Identifier: ISC */
#ifndef IBID_VIEW_H
#define IBID_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "command.h"
#include "draw/canvas.h"
#include "model/passage.h"
#include "reader/session.h"
#include "reader/sieve.h"
#include "reader/trail.h"

/*
 * A view turns the session into cells and a command into a new state; it
 * never sees a terminal.  Each is one view_NAME.c and one row of the view
 * table in view.c.  The application (app.c) owns the screen around it: the
 * top bar, Contents and the citation pane beside views that want them, the
 * prompt and the bottom line.
 */
struct app;

/* What the citation pane shows: the text under the cursor. */
struct cited {
	const struct page *page; /* NULL: nothing under the cursor */
	uint32_t passage;        /* index into page->passages */
	uint32_t at, len;        /* bytes of its text */
	uint32_t documents, origins;
	const char *what; /* "this sentence", "this figure" */
	bool is_heading;  /* which states nothing that a source could bear */
	bool is_unfolded; /* what is graphic there is shown, by a key */
	bool are_notes_shown; /* beside the text, so not in the pane */
};

enum view_result {
	VIEW_DONE,   /* the command was carried out */
	VIEW_IGNORED /* not mine: the application tries */
};

enum view_find {
	VIEW_FIND_HERE, /* at or behind the cursor */
	VIEW_FIND_NEXT,
	VIEW_FIND_PREVIOUS
};

enum view_found {
	VIEW_FOUND_NONE,
	VIEW_FOUND,
	VIEW_FOUND_LATER /* the view looks on between keys */
};

struct view {
	const struct view_class *class;
	struct app *app; /* lent: to go elsewhere, to say something */
	/* a view's own state follows in its struct, of which this is first */
};

struct view_class {
	enum place_view place;
	const char *name;  /* "figures" */
	bool has_contents; /* Contents stand beside it */
	bool has_citations;
	/*
	 * Opens the view at a place.  On failure the application stays where
	 * it was and shows the message.
	 */
	enum status (*open)(struct view **out, struct app *app,
	    const struct reader_place *at, struct error *err);
	void (*close)(struct view *v);
	/* Draws the inside of area, sets the canvas's cursor if is_focused. */
	void (*draw)(struct view *v, struct canvas *canvas, struct rect area,
	    bool is_focused);
	/* count: 0 where none was typed. */
	enum view_result (
	    *run)(struct view *v, enum command command, int count);
	/* A key before it is a command, where a letter is asked for; optional.
	 */
	bool (*take_key)(struct view *v, uint32_t key);
	/* Fills what brings the view back here. */
	void (*get_place)(const struct view *v, struct reader_place *out);
	/* The key of the source under the cursor, lent by the view or in the
	 * arena, NULL: none; optional. */
	const char *(*get_source)(const struct view *v, struct arena *arena);
	/*
	 * The records of a list as it is narrowed, one after the other from
	 * *row 0 on; false behind the last; lent until the next; optional.
	 */
	bool (*get_listed)(const struct view *v, uint32_t *row,
	    enum record_kind *kind, const char **slug);
	/* NULL where the view has nothing cited. */
	void (*get_cited)(const struct view *v, struct cited *out);
	/* A row of area was clicked; optional. */
	void (*click)(struct view *v, struct rect area, int row, int col);
	/*
	 * Moves the cursor to a match of app_get_lit(): the next one behind
	 * (before) it, or the first one at or behind where it stands.  Asked
	 * for that again and again, while a pattern is typed, it begins where
	 * the cursor stood before, and goes back there where there is none.
	 * What is folded is passed over.  Of a long page it may answer later,
	 * with app_answer_find(); optional: nothing is lit in it.
	 */
	enum view_found (*find)(struct view *v, enum view_find what);
	/* The folded passages that match, which find() passed over. */
	uint32_t (*get_passed)(const struct view *v);
	/* Where the cursor is, as a passage of the collection; optional. */
	int64_t (*get_passage)(const struct view *v);
	/*
	 * The filter changes as it is typed.  Where it is no pattern, the one
	 * before stays, err says why and *error_at where; optional.
	 */
	enum status (*filter)(struct view *v, const struct sieve_wish *wish,
	    size_t *error_at, struct error *err);
	/* A slice of work between keys; false when nothing is left; optional.
	 */
	bool (*idle)(struct view *v);
	/* Whether some is left, of a view that is the first; optional. */
	bool (*is_unfinished)(const struct view *v);
	/* The title of the pane, and of the place in the history. */
	void (*get_title)(const struct view *v, char *out, size_t size);
	/*
	 * The way to it, "Abroad \u203A Pay": above the view instead of the
	 * title, its beginning left out where it is too long; optional.
	 */
	const char *(*get_way)(const struct view *v);
	/* Where the cursor is, "3/41", for the bottom line; optional. */
	void (*get_position)(const struct view *v, char *out, size_t size);
	/* What the bottom line offers; ends with COMMAND_NONE. */
	const enum command *hints;
	/* Which of these do something here; NULL: all. */
	bool (*has_effect)(const struct view *v, enum command command);
	/* A word for it here, NULL: the one of the table; optional. */
	const char *(*get_hint)(const struct view *v, enum command command);
};

const struct view_class *view_find_class(enum place_view place);

/* How a run of a layout looks, by its RUN_ bits; ROLE_TEXT: as its line does.
 */
enum role view_find_run_role(unsigned style);

/* Copies a text into size bytes, cut before a character that does not fit. */
void view_cut_text(char *out, size_t size, const char *text);

/*
 * " 9/21": as wide as the last one, so that what stands behind it stays in
 * its place and is not sent again.
 */
void view_write_position(char *out, size_t size, uint32_t number,
    uint32_t count);

/* What a view may ask of the application (app.c, app_place.c). */
struct session *app_get_session(struct app *app);
/* How the collection writes numbers. */
const struct number_form *app_get_numbers(struct app *app);

/* Leaves for another place, keeping the present one on the trail. */
void app_go(struct app *app, const struct reader_place *to);
void app_go_record(struct app *app, enum record_kind kind, const char *slug);
/* A measure, with one of its figures selected. */
void app_go_measure(struct app *app, const char *measure, const char *figure);
void app_go_link(struct app *app, const struct link *link);

/*
 * The history, which is no place of the trail itself: the place that it was
 * opened from, and the way to it (number: of trail_list()) or back to here.
 */
const struct reader_place *app_get_here(const struct app *app);
void app_go_trail(struct app *app, size_t number);
void app_go_here(struct app *app);

/* The history and the list of styles are left for where they were opened. */
bool place_is_beside_trail(enum place_view view);

/* Opens a URL outside, unless that is forbidden, which is said. */
void app_browse(struct app *app, const char *url);

/* Sources in the words of the reader's style; made when first asked for. */
struct references *app_get_references(struct app *app);

/* The reader's style is another from now on. */
void app_change_style(struct app *app, const char *id);

/* Keys as the reader has bound them, for the help view. */
struct keymap *app_get_keymap(struct app *app);

/* One line at the foot until the next key. */
void app_say(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void app_say_error(struct app *app, const struct error *err);

/*
 * The page that get_cited() last told of is about to be freed or read anew:
 * the citation pane lets go of it.
 */
void app_forget_cited(struct app *app);

/* The keys go to the view itself, from a pane beside it. */
void app_focus_main(struct app *app);

/*
 * Of a page that was looked through between keys, what find() answers now.
 * The view may be gone afterwards.
 */
void app_answer_find(struct app *app, enum view_find what,
    enum view_found found);

/* Until a key stops it, find() goes on to another match; said meanwhile. */
bool app_is_seeking(const struct app *app);
void app_say_searching(struct app *app);

/*
 * Where the view will be drawn next, for a command that comes before the
 * first drawing; *is_utf8: how.  At least one cell.
 */
struct rect app_get_area(const struct app *app, bool *is_utf8);

/* The height of the view's area at the last drawing: what a page is. */
int app_get_page_rows(const struct app *app);

#endif
