/* SPDX-License-Identifier: ISC */
#include "app_private.h"

#include <string.h>

/* The screen around the views: the bars, the panes, the prompt. */

enum { TITLE_BLANKS = 2 };

static struct pane_wish
get_panes(const struct app *app)
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
	struct pane_wish wish = get_panes(app);
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
add_title(struct str *out, const struct app *app, int width_cols)
{
	if (app->areas.is_single && app->focus == PANE_CONTENTS) {
		str_add_text(out, "Contents");
		if (contents_is_filtered(app->contents))
			str_add_format(out, " with \"%s\"",
			    contents_get_filter(app->contents));
		return;
	}
	if (app->areas.citations.rows > 0 && app->areas.is_single &&
	    app->areas.frame.rows == 0) {
		str_add_text(out,
		    citations_get_title(app->citations, width_cols));
		return;
	}
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
	enum { ROOM_FOR_NAME = 40 };
	struct canvas *canvas = app->canvas;
	struct str title;
	int col = area.cols - WORDS_COLS;
	int at = area.cols < ROOM_FOR_NAME ? 1 : 7;
	int room = area.cols - at;

	canvas_fill(canvas, area, ROLE_BAR);
	if (at > 1)
		canvas_put_text(canvas, area.row, 1, 4, ROLE_BAR, "ibid");
	if (area.cols >= ROOM_FOR_WORDS) {
		room -= WORDS_COLS + 1;
		for (size_t i = 0; i < WORD_COUNT; i++)
			col += WORD_GAP +
			    put_view_word(canvas, area.row, col, words[i].word,
				is_of(app->view->class->place, words[i].place));
	}
	str_init(&title, 0);
	add_title(&title, app, room);
	canvas_put_cut(canvas, area.row, at, room, ROLE_BAR,
	    fit_way(canvas, title.data, room));
	str_clear(&title);
}

static void
draw_bottom(struct app *app, struct rect area)
{
	canvas_fill(app->canvas, area, ROLE_HINT);
	if (app->prompt_is != PROMPT_NONE) {
		app_draw_prompt(app, area);
		return;
	}
	if (app->awaits == COMMAND_COPY)
		app_draw_copy_hints(app, area);
	else if (app->message.len > 0)
		canvas_put_cut(app->canvas, area.row, area.col + 1,
		    area.cols - 1, app->is_error ? ROLE_ERROR : ROLE_MESSAGE,
		    app->message.data);
	else
		app_draw_hints(app, area);
}

/*
 * Below the text there is room once the pane has the keys, beside it always;
 * but no style is opened for the first screen.
 */
static bool
has_room_for_words(const struct app *app)
{
	const struct pane_areas *a = &app->areas;

	return app->focus == PANE_CITATIONS ||
	    (app->has_had_key && a->citations.col > a->main.col);
}

static void
draw_citations(struct app *app, bool is_focused)
{
	struct cited cited = { 0 };

	if (app->areas.citations.rows == 0)
		return;
	app->view->class->get_cited(app->view, &cited);
	citations_show(app->citations, &cited);
	citations_set_words(app->citations, has_room_for_words(app));
	citations_draw(app->citations, app->canvas, app->areas.citations,
	    is_focused);
}

static void
draw_frame(struct app *app)
{
	const struct pane_areas *a = &app->areas;
	struct str way, only;

	str_init(&way, 0);
	str_init(&only, 0);
	add_way(&way, app);
	if (contents_is_filtered(app->contents))
		str_add_format(&only, "With \"%s\"",
		    contents_get_filter(app->contents));
	pane_draw(app->canvas, a, app->focus,
	    fit_way(app->canvas, way.data, a->main.cols - TITLE_BLANKS),
	    only.len > 0 ? only.data : "Contents",
	    citations_get_title(app->citations,
		a->citations.cols - TITLE_BLANKS));
	str_clear(&way);
	str_clear(&only);
}

const struct canvas *
app_draw(struct app *app)
{
	struct canvas *canvas = app->canvas;
	struct pane_wish wish = get_panes(app);
	struct pane_areas *a = &app->areas;
	bool is_prompting = app->prompt_is != PROMPT_NONE;

	app_live_settle(app);
	app->is_changed = false;
	canvas_clear(canvas);
	pane_share(a, canvas_get_rows(canvas), canvas_get_cols(canvas), &wish);
	if (a->contents.rows > 0)
		contents_draw(app->contents, canvas, a->contents,
		    app->focus == PANE_CONTENTS && !is_prompting);
	if (a->main.rows > 0)
		app->view->class->draw(app->view, canvas, a->main,
		    app->focus == PANE_MAIN && !is_prompting);
	draw_citations(app, app->focus == PANE_CITATIONS && !is_prompting);
	draw_frame(app);
	citations_draw_more(app->citations, canvas, a->citations,
	    app->focus == PANE_CITATIONS, a->frame.rows > 0);
	if (a->top.rows > 0)
		draw_top(app, a->top);
	if (a->bottom.rows > 0)
		draw_bottom(app, a->bottom);
	return canvas;
}
