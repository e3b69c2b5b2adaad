/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <stdio.h>
#include <string.h>

/* The screen around the views: the bars, the panes, the prompt. */

enum { TITLE_BLANKS = 2 };

struct pane_wish
app_get_panes(const struct app *app)
{
	const struct view_class *class = app->view->class;

	return (struct pane_wish){
		.has_contents = class->has_contents && app->has_contents,
		.has_citations = class->has_citations && app->has_citations,
		.is_zoomed = app->is_zoomed,
		.focus = app->focus,
	};
}

struct rect
app_get_area(const struct app *app, bool *is_utf8)
{
	struct pane_wish wish = app_get_panes(app);
	struct pane_areas areas;

	wish.focus = PANE_MAIN;
	pane_share(&areas, canvas_get_rows(app->canvas),
	    canvas_get_cols(app->canvas), &wish);
	*is_utf8 = canvas_is_utf8(app->canvas);
	if (areas.main.rows < 1 || areas.main.cols < 1)
		areas.main = (struct rect){ 0, 0, 1, 1 };
	return areas.main;
}

/* One word of the bar; its capital is the key to press. */
static int
put_view_word(struct canvas *canvas, int row, int col, const char *word,
    bool is_here)
{
	return canvas_put_text(canvas, row, col, (int)strlen(word),
	    is_here ? ROLE_BAR_KEY : ROLE_BAR, word);
}

static bool
is_of(enum place_view place, enum place_view list)
{
	return place == list ||
	    (list == PLACE_FIGURES &&
		(place == PLACE_FIGURE || place == PLACE_MEASURE)) ||
	    (list == PLACE_SOURCES && place == PLACE_SOURCE) ||
	    (list == PLACE_EVENTS && place == PLACE_EVENT);
}

/* What stands above the view: the way to it, or its title. */
static void
add_way(struct str *out, const struct app *app)
{
	const struct view_class *class = app->view->class;
	char title[128];

	if (class->get_way) {
		str_add_text(out, class->get_way(app->view));
		return;
	}
	class->get_title(app->view, title, sizeof title);
	str_add_text(out, title);
}

/* The end of a way that fits: where one is comes before how one came. */
static const char *
fit_way(const struct canvas *canvas, const char *way, int width_cols)
{
	static const char step[] = " \u203A ";
	int cols = canvas_measure(canvas, way, strlen(way));
	const char *next;

	while (cols > width_cols && (next = strstr(way, step)) != NULL) {
		next += sizeof step - 1;
		cols -= canvas_measure(canvas, way, (size_t)(next - way));
		way = next;
	}
	return way;
}

/* Without a frame around it the view's way stands in the bar. */
static void
add_title(struct str *out, const struct app *app)
{
	if (app->areas.frame.rows > 0 ||
	    app->view->class->place == PLACE_HOME) {
		str_add_text(out, app->session->title);
		return;
	}
	if (!app->areas.is_single)
		str_add_format(out, "%s \u203A ", app->session->title);
	add_way(out, app);
}

static const struct {
	const char *word;
	enum place_view place;
} words[] = {
	{ "Topics", PLACE_TOPIC },
	{ "Figures", PLACE_FIGURES },
	{ "souRces", PLACE_SOURCES },
	{ "Events", PLACE_EVENTS },
};

enum { WORD_COUNT = 4, WORD_GAP = 2, WORDS_COLS = 34, ROOM_FOR_WORDS = 64 };

bool
app_find_word(enum place_view *out, const struct app *app, int row, int col)
{
	struct rect top = app->areas.top;
	int from = top.cols - WORDS_COLS;

	if (top.rows == 0 || row != top.row || top.cols < ROOM_FOR_WORDS)
		return false;
	for (size_t i = 0; i < WORD_COUNT; i++) {
		int cols = (int)strlen(words[i].word);

		if (col >= from && col < from + cols) {
			*out = words[i].place;
			return true;
		}
		from += cols + WORD_GAP;
	}
	return false;
}

static void
draw_top(struct app *app, struct rect area)
{
	struct canvas *canvas = app->canvas;
	struct str title;
	int col = area.cols - WORDS_COLS;
	int room = area.cols - 7;

	canvas_fill(canvas, area, ROLE_BAR);
	canvas_put_text(canvas, area.row, 1, 4, ROLE_BAR, "ibid");
	if (area.cols >= ROOM_FOR_WORDS) {
		room -= WORDS_COLS + 1;
		for (size_t i = 0; i < WORD_COUNT; i++)
			col += WORD_GAP +
			    put_view_word(canvas, area.row, col, words[i].word,
				is_of(app->view->class->place, words[i].place));
	}
	str_init(&title, 0);
	add_title(&title, app);
	canvas_put_cut(canvas, area.row, 7, room, ROLE_BAR,
	    fit_way(canvas, title.data, room));
	str_clear(&title);
}

static int
put_hint(struct app *app, int row, int col, int last, enum command command)
{
	const struct command_entry *entry = command_get(command);
	struct str key;
	int cols;

	str_init(&key, 64);
	keymap_add_first_key(&key, app->keymap, command);
	cols = canvas_measure(app->canvas, key.data, key.len) + 1 +
	    (int)strlen(entry->hint);
	if (key.len == 0 || col + cols > last) {
		str_clear(&key);
		return 0;
	}
	cols = canvas_put_text(app->canvas, row, col, last - col, ROLE_HINT_KEY,
	    key.data);
	cols += 1 +
	    canvas_put_text(app->canvas, row, col + cols + 1, last - col,
		ROLE_HINT, entry->hint);
	str_clear(&key);
	return cols + 2;
}

static const enum command pane_hints[] = { COMMAND_OPEN, COMMAND_ESCAPE,
	COMMAND_PANE_NEXT, COMMAND_HELP, COMMAND_NONE };
static const enum command contents_hints[] = { COMMAND_OPEN, COMMAND_FOLD,
	COMMAND_FILTER, COMMAND_ESCAPE, COMMAND_HELP, COMMAND_NONE };

/* A count being typed, at the right; how much room is left. */
static int
put_count(struct app *app, struct rect area)
{
	char count[16];
	int len, last = area.cols - 1;

	if (app->count == 0)
		return last;
	len = snprintf(count, sizeof count, "%d", app->count);
	if (len + 1 >= area.cols)
		return last;
	canvas_put_text(app->canvas, area.row, last - len, len, ROLE_HINT_KEY,
	    count);
	return last - len - 1;
}

static void
draw_hints(struct app *app, struct rect area)
{
	const enum command *hints = app->view->class->hints;
	char position[64] = "";
	int last = put_count(app, area);
	int col = 1;

	if (app->focus == PANE_CONTENTS)
		hints = contents_hints;
	if (app->focus == PANE_CITATIONS)
		hints = pane_hints;
	if (app->view->class->get_position && app->focus == PANE_MAIN)
		app->view->class->get_position(app->view, position,
		    sizeof position);
	if (position[0])
		col += 2 +
		    canvas_put_text(app->canvas, area.row, col, last - col,
			ROLE_HINT, position);
	for (; *hints != COMMAND_NONE; hints++)
		col += put_hint(app, area.row, col, last, *hints);
}

static void
draw_bottom(struct app *app, struct rect area)
{
	canvas_fill(app->canvas, area, ROLE_HINT);
	if (app->prompt_is != PROMPT_NONE) {
		app_draw_prompt(app, area);
		return;
	}
	if (app->message.len > 0)
		canvas_put_cut(app->canvas, area.row, area.col + 1,
		    area.cols - 1, app->is_error ? ROLE_ERROR : ROLE_MESSAGE,
		    app->message.data);
	else
		draw_hints(app, area);
}

static void
draw_citations(struct app *app, bool is_focused)
{
	struct cited cited = { 0 };

	if (app->areas.citations.rows == 0)
		return;
	app->view->class->get_cited(app->view, &cited);
	citations_show(app->citations, &cited);
	citations_draw(app->citations, app->canvas, app->areas.citations,
	    is_focused);
}

const struct canvas *
app_draw(struct app *app)
{
	struct canvas *canvas = app->canvas;
	struct pane_wish wish = app_get_panes(app);
	struct pane_areas *a = &app->areas;
	bool is_prompting = app->prompt_is != PROMPT_NONE;
	struct str way;

	canvas_clear(canvas);
	pane_share(a, canvas_get_rows(canvas), canvas_get_cols(canvas), &wish);
	if (a->contents.rows > 0)
		contents_draw(app->contents, canvas, a->contents,
		    app->focus == PANE_CONTENTS && !is_prompting);
	if (a->main.rows > 0)
		app->view->class->draw(app->view, canvas, a->main,
		    app->focus == PANE_MAIN && !is_prompting);
	draw_citations(app, app->focus == PANE_CITATIONS && !is_prompting);
	str_init(&way, 0);
	add_way(&way, app);
	pane_draw(canvas, a, app->focus,
	    fit_way(canvas, way.data, a->main.cols - TITLE_BLANKS), "Contents",
	    citations_get_title(app->citations));
	str_clear(&way);
	if (a->top.rows > 0)
		draw_top(app, a->top);
	if (a->bottom.rows > 0)
		draw_bottom(app, a->bottom);
	return canvas;
}
