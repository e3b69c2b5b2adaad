/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "effort.h"
#include "view_hits.h"

/*
 * Narrowing: one key opens the list of facets, a letter of that the list of
 * a facet's values with their counts, and Enter narrows to one.  Values are
 * counted between keys, and shown when they are at twice the slices.
 */
enum { COUNT_COLS = 7 };

static const struct {
	char key;
	enum facet facet; /* FACET_COUNT: all again */
	const char *word, *title;
} facets[] = {
	{ 'k', FACET_KIND, "kind", "Of which kind?" },
	{ 't', FACET_TOPIC, "topic", "Of which topic?" },
	{ 'r', FACET_SOURCE, "source", "Where which source is cited?" },
	{ 'd', FACET_DOCUMENT, "document", "From which document?" },
	{ 'y', FACET_YEAR, "year", "Of which year?" },
	{ 'x', FACET_DISAGREEING, "disagreeing", "" },
	{ 'a', FACET_COUNT, "all", "" },
};

enum { FACETS = sizeof facets / sizeof *facets };

/* ---- Narrowing ---- */

static void
set_scope(struct view_hits *h, const struct scope *scope, enum facet facet)
{
	struct inquiry_wish wish = h->wish;

	wish.scope = *scope;
	view_hits_remember_choice(&wish, facet);
	h->choice = CHOICE_NONE;
	app_set_scope(h->view.app, &wish);
}

static void
narrow(struct view_hits *h, enum facet facet, int64_t value)
{
	struct scope scope = h->wish.scope;

	view_hits_set_facet(&scope, facet, value);
	set_scope(h, &scope, facet);
}

static void
widen(struct view_hits *h, enum facet facet)
{
	struct scope scope = h->wish.scope;

	view_hits_drop_facet(&scope, facet);
	set_scope(h, &scope, facet);
}

/* The last that was chosen goes; where none is known, all do. */
void
view_hits_widen(struct view_hits *h)
{
	unsigned char last = h->wish.chosen[0];

	widen(h, last > 0 ? (enum facet)(last - 1) : FACET_COUNT);
}

/* ---- Values ---- */

void
view_hits_add_value(struct str *out, struct app *app, enum facet facet,
    int64_t value)
{
	struct arena arena = { 0 };
	struct record_title title;
	struct error err;

	if (facet == FACET_KIND) {
		str_add_text(out, view_hits_get_group((enum record_kind)value));
	} else if (facet == FACET_YEAR) {
		str_add_format(out, "%lld", (long long)value);
	} else if (collection_find_title(&title,
		       app_get_session(app)->collection,
		       facet == FACET_TOPIC ? RECORD_TOPIC : RECORD_SOURCE,
		       value, &arena, &err) == STATUS_OK) {
		str_add_text(out, title.title);
	}
	arena_clear(&arena);
}

/* Above the values, where it is narrowed: not to be. */
static uint32_t
count_first_rows(const struct view_hits *h)
{
	return h->choice == CHOICE_VALUE &&
	    view_hits_has_facet(&h->wish.scope, h->facet);
}

/* The value that is selected stays it, once the reader has moved. */
static void
follow_value(struct view_hits *h, uint32_t first, int64_t value)
{
	for (uint32_t i = 0; i < h->value_count; i++) {
		if (h->values[i].value == value) {
			h->choice_row = first + i;
			return;
		}
	}
}

static void
take_values(struct view_hits *h, struct search *search)
{
	uint32_t first = count_first_rows(h), count = 0;
	const struct facet_value *list = search_get_facet(&count, search,
	    h->facet);
	bool has_moved = h->choice_row > first &&
	    h->choice_row - first < h->value_count;
	int64_t value = has_moved ? h->values[h->choice_row - first].value : 0;

	h->value_count = count;
	if (count == 0)
		return;
	h->values = mem_resize_array(h->values, count, sizeof *h->values);
	memcpy(h->values, list, count * sizeof *list);
	if (has_moved)
		follow_value(h, first, value);
}

/* True where something was done, which may be to be drawn. */
bool
view_hits_count(struct view_hits *h)
{
	struct search *search = view_hits_get_search(h);
	struct error err;
	bool is_done = false;

	if (!search || h->is_counted)
		return false;
	if (search_count_facet(&is_done, search, h->facet,
		clock_now_us() + EFFORT_US, &err) != STATUS_OK) {
		app_say_error(h->view.app, &err);
		is_done = true;
	}
	h->is_counted = is_done;
	if (is_done || h->count_slices++ >= h->next_count) {
		take_values(h, search);
		h->next_count = 2 * h->count_slices;
	}
	return true;
}

/* ---- Choosing ---- */

static void
begin_choice(struct view_hits *h, enum hits_choice choice, enum facet facet)
{
	h->choice = choice;
	h->facet = facet;
	h->choice_row = h->choice_top = 0;
	h->value_count = 0;
	h->count_slices = h->next_count = 0;
	h->is_counted = false;
	view_hits_count(h);
}

/* Of the facets the last has no values to choose from, but a count. */
static void
begin_facets(struct view_hits *h)
{
	begin_choice(h, CHOICE_FACET, FACET_DISAGREEING);
}

void
view_hits_choose(struct view_hits *h)
{
	if (h->search)
		begin_facets(h);
	else
		app_say(h->view.app, "Nothing is searched for yet.");
}

static void
choose_facet(struct view_hits *h, unsigned number)
{
	enum facet facet = facets[number].facet;

	if (facet == FACET_COUNT || facet == FACET_DISAGREEING) {
		narrow(h, facet, !view_hits_has_facet(&h->wish.scope, facet));
		return;
	}
	begin_choice(h, CHOICE_VALUE, facet);
}

static uint32_t
count_rows(const struct view_hits *h)
{
	return h->choice == CHOICE_FACET ? FACETS :
					   h->value_count + count_first_rows(h);
}

static void
enter(struct view_hits *h)
{
	uint32_t first = count_first_rows(h);

	if (h->choice_row >= count_rows(h)) {
		return;
	} else if (h->choice == CHOICE_FACET) {
		choose_facet(h, h->choice_row);
	} else if (h->choice_row >= first) {
		narrow(h, h->facet, h->values[h->choice_row - first].value);
	} else {
		widen(h, h->facet);
	}
}

bool
view_hits_take_key(struct view *v, uint32_t key)
{
	struct view_hits *h = (struct view_hits *)v;

	if (h->choice != CHOICE_FACET)
		return false;
	for (unsigned i = 0; i < FACETS; i++) {
		if (key == (uint32_t)facets[i].key) {
			choose_facet(h, i);
			return true;
		}
	}
	return false;
}

static void
move(struct view_hits *h, int64_t by)
{
	int64_t row = (int64_t)h->choice_row + by;
	int64_t last = (int64_t)count_rows(h) - 1;

	if (row > last)
		row = last;
	h->choice_row = row > 0 ? (uint32_t)row : 0;
}

static void
leave(struct view_hits *h)
{
	if (h->choice == CHOICE_VALUE)
		begin_facets(h);
	else
		h->choice = CHOICE_NONE;
}

bool
view_hits_run_choice(struct view_hits *h, enum command command, int count)
{
	int times = count > 0 ? count : 1;
	int page = h->body.rows > 1 ? h->body.rows - 1 : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_LINK_NEXT:
		move(h, times);
		return true;
	case COMMAND_LINE_UP:
	case COMMAND_LINK_PREVIOUS:
		move(h, -times);
		return true;
	case COMMAND_PAGE_DOWN:
		move(h, (int64_t)page * times);
		return true;
	case COMMAND_PAGE_UP:
		move(h, -(int64_t)page * times);
		return true;
	case COMMAND_FIRST:
		h->choice_row = 0;
		move(h, times - 1);
		return true;
	case COMMAND_LAST:
		move(h, INT32_MAX);
		return true;
	case COMMAND_OPEN:
		enter(h);
		return true;
	case COMMAND_FILTER:
	case COMMAND_FOLD:
	case COMMAND_ESCAPE:
	case COMMAND_BACK:
	case COMMAND_CLOSE:
		leave(h);
		return true;
	default:
		return false;
	}
}

/* ---- Drawing ---- */

static void
add_disagreeing(struct str *out, const struct view_hits *h)
{
	if (h->value_count > 0)
		str_add_format(out, "  %llu of what is found",
		    (unsigned long long)h->values[0].records);
	else if (h->is_counted)
		str_add_text(out, "  none of what is found");
}

/* "k  kind", and what it is narrowed to. */
static void
add_facet_row(struct str *out, const struct view_hits *h, uint32_t row)
{
	const struct scope *scope = &h->wish.scope;
	struct str words;
	struct scope one = { 0 };

	str_add_format(out, "%c  %-11s", facets[row].key, facets[row].word);
	if (!view_hits_has_facet(scope, facets[row].facet)) {
		if (facets[row].facet == FACET_DISAGREEING)
			add_disagreeing(out, h);
		return;
	}
	if (facets[row].facet == FACET_COUNT) {
		str_add_text(out, "  look everywhere again");
		return;
	}
	one = *scope;
	for (int i = 0; i < FACET_COUNT; i++) {
		if (i != (int)facets[row].facet)
			view_hits_drop_facet(&one, (enum facet)i);
	}
	str_init(&words, 0);
	view_hits_add_scope(&words, h->view.app, &one);
	str_add_format(out, "  %s", words.data);
	str_clear(&words);
}

static void
add_value_row(struct str *out, const struct view_hits *h, uint32_t row)
{
	uint32_t first = count_first_rows(h);
	const struct facet_value *value;

	if (row < first) {
		str_add_format(out, "%*s  any", COUNT_COLS - 2, "");
		return;
	}
	value = &h->values[row - first];
	str_add_format(out, "%*llu  ", COUNT_COLS - 2,
	    (unsigned long long)value->records);
	view_hits_add_value(out, h->view.app, h->facet, value->value);
}

static void
draw_choice_row(const struct view_hits *h, struct canvas *canvas,
    struct rect place, uint32_t row, bool is_focused)
{
	enum role role = ROLE_TEXT;
	struct str text;

	if (row == h->choice_row) {
		role = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
		canvas_fill(canvas, place, role);
	}
	if (row == h->choice_row && is_focused)
		canvas_set_cursor(canvas, place.row, place.col);
	str_init(&text, 0);
	if (h->choice == CHOICE_FACET)
		add_facet_row(&text, h, row);
	else
		add_value_row(&text, h, row);
	canvas_put_cut(canvas, place.row, place.col, place.cols, role,
	    text.data);
	str_clear(&text);
}

static const char *
get_head(const struct view_hits *h)
{
	if (h->choice == CHOICE_FACET)
		return "Narrow by which? A letter:";
	if (h->value_count == 0)
		return h->is_counted ? "Nothing found has one." : "Counting.";
	for (unsigned i = 0; i < FACETS; i++) {
		if (facets[i].facet == h->facet)
			return facets[i].title;
	}
	return "";
}

void
view_hits_draw_choice(struct view_hits *h, struct canvas *canvas,
    struct rect area, bool is_focused)
{
	uint32_t rows;

	if (area.rows > 2) {
		canvas_put_cut(canvas, area.row, area.col, area.cols,
		    ROLE_HEADING, get_head(h));
		area.row++;
		area.rows--;
	}
	if (is_focused)
		canvas_set_cursor(canvas, area.row, area.col);
	h->body = area;
	rows = (uint32_t)area.rows;
	if (h->choice_row < h->choice_top)
		h->choice_top = h->choice_row;
	if (h->choice_row >= h->choice_top + rows)
		h->choice_top = h->choice_row - rows + 1;
	area.rows = 1;
	for (uint32_t i = 0; i < rows && h->choice_top + i < count_rows(h);
	     i++) {
		draw_choice_row(h, canvas, area, h->choice_top + i, is_focused);
		area.row++;
	}
}
