/* SPDX-License-Identifier: ISC */
#ifndef IBID_APP_PRIVATE_H
#define IBID_APP_PRIVATE_H

#include "app.h"
#include "app_search.h"
#include "base/str.h"
#include "citations.h"
#include "contents.h"
#include "pane.h"
#include "prompt.h"
#include "reader/references.h"
#include "searches.h"

enum app_prompt {
	PROMPT_NONE,
	PROMPT_COMMAND,
	PROMPT_FILTER,
	PROMPT_SEARCH, /* everywhere; the hits stand above it */
	PROMPT_HERE,   /* in the page */
	PROMPT_TITLE,  /* to go to; the hits stand above it */
	PROMPT_EXPORT  /* the name of a file */
};

/* On the way to a match beyond the end of a page, in slices. */
struct app_walk {
	bool is_on, is_backwards, has_wrapped;
	bool is_stepping;          /* the page has more of the matches to go */
	bool has_landed, has_left; /* somewhere; where it was begun */
	int left;                  /* matches still to go */
	uint32_t passed;           /* folded passages that match */
	int64_t from;              /* passage */
	enum record_kind kind;     /* the record that it leaves, and its row */
	int64_t record;
};

struct app_search {
	struct inquiry *inquiry; /* NULL before the first search */
	struct searches *searches;
	uint32_t number; /* of the one that stands; 0: none */
	unsigned lit_number;
	bool is_lit; /* pages light it */
	bool is_exact, is_literal, is_word;
	struct inquiry_wish wish; /* as it is typed, or stands */
	bool is_stale;            /* what is typed is not looked for yet */
	bool is_new;              /* it has no number of its own yet */
	struct error fault;       /* of what is typed; STATUS_OK: none */
	size_t fault_at;          /* byte of it */
	bool is_from_slash;       /* the prompt; a second one means s */
	bool is_found;            /* in the page */
	struct reader_place from; /* where the prompt was begun, */
	struct reader_place from_trail;
	uint32_t from_number;
	bool was_lit;
	struct app_walk walk;
	struct search_counts drawn; /* what the screen says of it */
	int64_t drawn_us, begun_us;
};

struct app_copied {
	struct str text, what, path; /* of its file; "": none */
};

struct app {
	struct session *session;
	struct canvas *canvas;
	struct keymap *keymap;
	struct view *view;
	struct contents *contents;
	struct citations *citations;
	struct prompt *prompt;
	enum app_prompt prompt_is;
	enum pane_id focus;
	bool has_contents; /* as the reader wants them */
	bool has_citations;
	bool is_zoomed;
	bool is_pasting;
	bool has_had_key;
	int count;           /* typed so far, 0: none */
	enum command awaits; /* a letter: mark, jump, what to copy */
	struct str message;
	bool is_error;
	struct str news; /* told with the answer to a key */
	bool is_bad_news;
	bool is_elsewhere; /* the view is not the one that was seen */
	char last_topic[PLACE_SLUG_SIZE];
	struct reader_place here;  /* that a view beside the trail was opened
				      from */
	struct error filter_fault; /* of what is typed; STATUS_OK: none */
	size_t filter_fault_at;
	struct references *references; /* NULL: none was asked for yet */
	struct app_copied copied;
	struct str export_path;  /* of a file that is there, and asked about */
	struct pane_areas areas; /* as drawn last */
	struct app_wish wish;
	struct str browse;
	struct app_search search;
	bool is_changed;      /* since it was drawn */
	bool is_working;      /* something may be left for slices */
	bool is_search_first; /* in the next slice */
};

/* app.c: what is drawn is no longer all there is. */
void app_change(struct app *app);

/* app_place.c */
void app_get_place(const struct app *app, struct reader_place *out);

/* The same; of the history, which is no place of the trail, where it was
 * opened from. */
void app_get_trail_place(const struct app *app, struct reader_place *out);

/*
 * Opens the view of a place, without the trail; where it cannot, says so
 * and stays.
 */
bool app_show(struct app *app, const struct reader_place *place);
void app_go_view(struct app *app, enum place_view view);

/* "slug" or "kind:slug"; false where it names no record. */
bool app_parse_place(struct reader_place *out, const char *where);
bool app_go_text(struct app *app, const char *where);

/* app_run.c */
void app_run(struct app *app, enum command command, int count);

/* app_draw.c: the view whose word of the top line stands there; false: none. */
bool app_find_word(enum place_view *out, const struct app *app, int row,
    int col);

/* app_hints.c */
void app_draw_hints(struct app *app, struct rect area);

/* The letters behind y, in rows above and with the bottom line. */
void app_draw_copy_hints(struct app *app, struct rect area);

/* Whether leaving the view ends the program. */
bool app_is_first(const struct app *app);

/* app_search.c */
void app_search_clear(struct app *app);

/* Looks for search.wish; where it cannot, search.fault says why. */
bool app_look_for(struct app *app);

/* Another search stands, by its number; 0: none. */
void app_open_search(struct app *app, uint32_t number);
void app_light(struct app *app, bool is_lit);
void app_run_mode(struct app *app, enum command command);

/* A slice of what is left to look through; false: nothing. */
bool app_search_idle(struct app *app);

/* The collection was replaced by a new edition. */
void app_search_restart(struct app *app);

/* "ew" */
void app_add_mode_letters(struct str *out, struct app *app);

/* app_counts.c: draws anew where the search has found more. */
void app_look_for_change(struct app *app);

/* app_copy.c: the letter behind y, and what the letters are. */
void app_copy_key(struct app *app, uint32_t key);
bool app_get_copy_hint(unsigned index, char *letter, const char **hint);

/* app_copied.c: what: "as RIS", NULL: in the style. */
void app_take_copied(struct app *app, const char *what, const struct str *text);
void app_show_copied(struct app *app);
void app_copied_init(struct app *app);
void app_copied_clear(struct app *app);

/* app_export.c */
void app_begin_export(struct app *app);
void app_export(struct app *app, const char *path);
void app_export_key(struct app *app, uint32_t key);

/*
 * app_export_records.c: whether the name asks for the records that the view
 * shows; writes them.
 */
bool app_export_has_records(const struct app *app, const char *path);
void app_export_records(struct app *app, const char *path);

/* app_live_key.c: keys in the prompts of search. */
bool app_live_has_key(const struct app *app, uint32_t key);
void app_live_key(struct app *app, uint32_t key);
enum command app_live_find_mode(const struct app *app, uint32_t key);
void app_live_end_paste(struct app *app);

/* app_live.c: the prompts of search, answered as it is typed. */
void app_begin_search(struct app *app);
void app_begin_here(struct app *app);
void app_begin_title(struct app *app);
bool app_is_searching(const struct app *app);
bool app_live_is_folded(const struct app *app);
void app_live_edit(struct app *app);
void app_live_enter(struct app *app);
void app_live_escape(struct app *app);

/* As if nothing had been begun. */
void app_live_take_back(struct app *app);

/* What was typed is looked for, before it is drawn. */
void app_live_settle(struct app *app);

/* Something else was begun; what was found stays. */
void app_live_leave(struct app *app);

/* As if it had been typed and entered; "": as s. */
void app_search_for(struct app *app, const char *text);

/* app_seek.c */
void app_run_match(struct app *app, int count, bool is_backwards);
bool app_seek_idle(struct app *app);
void app_seek_stop(struct app *app);

/* app_line.c */
void app_begin_prompt(struct app *app, enum app_prompt what);
void app_prompt_key(struct app *app, uint32_t key);
/* Narrows the list that has the keys; what is no pattern is a fault. */
void app_filter(struct app *app, const char *text);
bool app_is_filtering(const struct app *app); /* a list of the view */

/* app_complete.c: completes what is typed in the command line. */
void app_complete(struct app *app);

/* app_set.c: "NAME VALUE", "NAME" or ""; the text is cut up. */
void app_set(struct app *app, char *argument);

/* app_prompt.c */
void app_draw_prompt(struct app *app, struct rect area);

#endif
