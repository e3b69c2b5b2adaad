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

enum app_prompt { PROMPT_NONE, PROMPT_COMMAND, PROMPT_FILTER };

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
	int count;           /* typed so far, 0: none */
	enum command awaits; /* a letter: mark or jump */
	struct str message;
	bool is_error;
	struct str news; /* told with the answer to a key */
	bool is_bad_news;
	bool is_elsewhere; /* the view is not the one that was seen */
	char last_topic[PLACE_SLUG_SIZE];
	struct reader_place here; /* that the history was opened from */
	struct pane_areas areas;  /* as drawn last */
	struct app_wish wish;
	struct str browse;
	struct inquiry *inquiry; /* NULL before the first pattern */
	unsigned lit_number;
	bool is_lit; /* pages light what the inquiry is for */
};

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

/* app_draw.c */
struct pane_wish app_get_panes(const struct app *app);

/* The view whose word of the top line stands there; false: none. */
bool app_find_word(enum place_view *out, const struct app *app, int row,
    int col);

/* app_hints.c */
void app_draw_hints(struct app *app, struct rect area);

/* Whether leaving the view ends the program. */
bool app_is_first(const struct app *app);

/* app_line.c */
void app_begin_prompt(struct app *app, enum app_prompt what);
void app_prompt_key(struct app *app, uint32_t key);

/* app_complete.c: completes what is typed in the command line. */
void app_complete(struct app *app);

/* app_set.c: "NAME VALUE", "NAME" or ""; the text is cut up. */
void app_set(struct app *app, char *argument);

/* app_prompt.c */
void app_draw_prompt(struct app *app, struct rect area);

#endif
