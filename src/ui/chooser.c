/* SPDX-License-Identifier: ISC */
#include "chooser.h"

enum { COUNT_COLS = 5 };

static bool
is_on_or_off(const struct chooser_facet *facet)
{
	return facet->title[0] == '\0';
}

/* Above the values, where it is narrowed: not to be. */
static uint32_t
count_first_rows(const struct chooser *c)
{
	return c->page == CHOOSER_VALUES && c->class->has(c->owner, c->facet);
}

static uint32_t
count_values(const struct chooser *c)
{
	bool ignored;

	return c->class->count_values(&ignored, c->owner);
}

static uint32_t
count_rows(const struct chooser *c)
{
	return c->page == CHOOSER_FACETS ?
	    c->facet_count + 1 :
	    count_first_rows(c) + count_values(c);
}

int64_t
chooser_get_value(const struct chooser *c)
{
	uint32_t first = count_first_rows(c);

	return c->page == CHOOSER_VALUES && c->row > first &&
		c->row < count_rows(c) ?
	    (int64_t)(c->row - first) :
	    -1;
}

void
chooser_select_value(struct chooser *c, uint32_t value)
{
	c->row = count_first_rows(c) + value;
}

/* ---- Opening, entering, leaving ---- */

static void
begin(struct chooser *c, enum chooser_page page, unsigned facet)
{
	c->page = page;
	c->facet = facet;
	c->row = c->top = 0;
	c->class->begin(c->owner, facet);
}

/* The facet that is on or off has no values to choose from, but a count. */
void
chooser_open(struct chooser *c)
{
	unsigned facet = c->facet_count;

	for (unsigned i = 0; i < c->facet_count; i++) {
		struct chooser_facet f;

		c->class->get_facet(&f, c->owner, i);
		if (is_on_or_off(&f))
			facet = i;
	}
	begin(c, CHOOSER_FACETS, facet);
}

static void
widen(struct chooser *c, unsigned facet)
{
	c->page = CHOOSER_CLOSED;
	c->class->widen(c->owner, facet);
}

static void
narrow(struct chooser *c, unsigned facet, uint32_t value)
{
	c->page = CHOOSER_CLOSED;
	c->class->narrow(c->owner, facet, value);
}

static void
choose_facet(struct chooser *c, unsigned number)
{
	struct chooser_facet facet;

	if (number == c->facet_count) {
		widen(c, number);
		return;
	}
	c->class->get_facet(&facet, c->owner, number);
	if (!is_on_or_off(&facet))
		begin(c, CHOOSER_VALUES, number);
	else if (c->class->has(c->owner, number))
		widen(c, number);
	else
		narrow(c, number, 0);
}

static void
enter(struct chooser *c)
{
	uint32_t first = count_first_rows(c);

	if (c->row >= count_rows(c))
		return;
	if (c->page == CHOOSER_FACETS)
		choose_facet(c, c->row);
	else if (c->row >= first)
		narrow(c, c->facet, c->row - first);
	else
		widen(c, c->facet);
}

static void
leave(struct chooser *c)
{
	unsigned facet = c->facet;

	if (c->page == CHOOSER_FACETS) {
		c->page = CHOOSER_CLOSED;
		return;
	}
	chooser_open(c);
	c->row = facet;
}

/* ---- Keys ---- */

static char
get_key(const struct chooser *c, unsigned number)
{
	struct chooser_facet facet;

	if (number == c->facet_count)
		return 'a';
	c->class->get_facet(&facet, c->owner, number);
	return facet.key;
}

bool
chooser_take_key(struct chooser *c, uint32_t key)
{
	for (unsigned i = 0; c->page == CHOOSER_FACETS && i <= c->facet_count;
	     i++) {
		if (key == (uint32_t)get_key(c, i)) {
			choose_facet(c, i);
			return true;
		}
	}
	return false;
}

static void
move(struct chooser *c, int64_t by)
{
	int64_t row = (int64_t)c->row + by;
	int64_t last = (int64_t)count_rows(c) - 1;

	if (row > last)
		row = last;
	c->row = row > 0 ? (uint32_t)row : 0;
}

static bool
run_move(struct chooser *c, enum command command, int count)
{
	int times = count > 0 ? count : 1;
	int page = c->body.rows > 1 ? c->body.rows - 1 : 1;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_LINK_NEXT:
		move(c, times);
		return true;
	case COMMAND_LINE_UP:
	case COMMAND_LINK_PREVIOUS:
		move(c, -times);
		return true;
	case COMMAND_PAGE_DOWN:
		move(c, (int64_t)page * times);
		return true;
	case COMMAND_PAGE_UP:
		move(c, -(int64_t)page * times);
		return true;
	case COMMAND_FIRST:
		c->row = 0;
		move(c, times - 1);
		return true;
	case COMMAND_LAST:
		move(c, INT32_MAX);
		return true;
	default:
		return false;
	}
}

bool
chooser_run(struct chooser *c, enum command command, int count)
{
	if (!chooser_is_open(c))
		return false;
	switch (command) {
	case COMMAND_OPEN:
		enter(c);
		return true;
	case COMMAND_FACET:
	case COMMAND_FILTER:
	case COMMAND_FOLD:
	case COMMAND_ESCAPE:
	case COMMAND_BACK:
	case COMMAND_CLOSE:
		leave(c);
		return true;
	default:
		return run_move(c, command, count);
	}
}

void
chooser_click(struct chooser *c, int row)
{
	uint32_t at = c->top + (uint32_t)(row - c->body.row);

	if (row < c->body.row || at >= count_rows(c))
		return;
	if (at == c->row)
		enter(c);
	else
		c->row = at;
}

/* ---- Drawing ---- */

static void
add_on_or_off(struct str *out, const struct chooser *c)
{
	bool is_counted;
	struct str ignored;

	str_init(&ignored, 0);
	if (c->class->count_values(&is_counted, c->owner) > 0)
		str_add_format(out, "  %llu %s",
		    (unsigned long long)c->class->add_value(&ignored, c->owner,
			0),
		    c->class->whole);
	else if (is_counted)
		str_add_format(out, "  none %s", c->class->whole);
	str_clear(&ignored);
}

static bool
has_any(const struct chooser *c)
{
	for (unsigned i = 0; i < c->facet_count; i++) {
		if (c->class->has(c->owner, i))
			return true;
	}
	return false;
}

/* "k  kind", and what it is narrowed to. */
static void
add_facet_row(struct str *out, const struct chooser *c, uint32_t row)
{
	struct chooser_facet facet = { 'a', "all", "" };

	if (row < c->facet_count)
		c->class->get_facet(&facet, c->owner, row);
	str_add_format(out, "%c  %-11s", facet.key, facet.word);
	if (row == c->facet_count) {
		if (has_any(c))
			str_add_format(out, "  %s", c->class->again);
	} else if (c->class->has(c->owner, row)) {
		str_add_text(out, "  ");
		c->class->add_chosen(out, c->owner, row);
	} else if (is_on_or_off(&facet)) {
		add_on_or_off(out, c);
	}
}

static void
add_value_row(struct str *out, const struct chooser *c, uint32_t row)
{
	uint32_t first = count_first_rows(c);
	uint64_t count;
	struct str words;

	if (row < first) {
		str_add_format(out, "%*s  any", COUNT_COLS, "");
		return;
	}
	str_init(&words, 0);
	count = c->class->add_value(&words, c->owner, row - first);
	str_add_format(out, "%*llu  %s", COUNT_COLS, (unsigned long long)count,
	    words.data);
	str_clear(&words);
}

static void
draw_row(const struct chooser *c, struct canvas *canvas, struct rect place,
    uint32_t row, bool is_focused)
{
	enum role role = ROLE_TEXT;
	struct str text;

	if (row == c->row) {
		role = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
		canvas_fill(canvas, place, role);
	}
	if (row == c->row && is_focused)
		canvas_set_cursor(canvas, place.row, place.col);
	str_init(&text, 0);
	if (c->page == CHOOSER_FACETS)
		add_facet_row(&text, c, row);
	else
		add_value_row(&text, c, row);
	canvas_put_cut(canvas, place.row, place.col, place.cols, role,
	    text.data);
	str_clear(&text);
}

static void
add_head(struct str *out, const struct chooser *c)
{
	struct chooser_facet facet;
	bool is_counted;

	if (c->page == CHOOSER_FACETS) {
		str_add_text(out, "Narrow by which? A letter:");
	} else if (c->class->count_values(&is_counted, c->owner) == 0) {
		str_add_text(out, is_counted ? c->class->nothing : "Counting.");
	} else {
		c->class->get_facet(&facet, c->owner, c->facet);
		str_add_text(out, facet.title);
		if (c->class->is_cut && c->class->is_cut(c->owner))
			str_add_text(out, " The most frequent:");
	}
}

static void
draw_head(const struct chooser *c, struct canvas *canvas, struct rect area)
{
	struct str head;

	str_init(&head, 0);
	add_head(&head, c);
	canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_HEADING,
	    head.data);
	str_clear(&head);
}

static void
scroll(struct chooser *c, uint32_t rows)
{
	if (c->row < c->top)
		c->top = c->row;
	if (c->row >= c->top + rows)
		c->top = c->row - rows + 1;
}

void
chooser_draw(struct chooser *c, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	uint32_t rows, count = count_rows(c);

	if (area.rows > 2) {
		draw_head(c, canvas, area);
		area.row++;
		area.rows--;
	}
	if (is_focused)
		canvas_set_cursor(canvas, area.row, area.col);
	c->body = area;
	rows = area.rows > 0 ? (uint32_t)area.rows : 0;
	scroll(c, rows);
	area.rows = 1;
	for (uint32_t i = 0; i < rows && c->top + i < count; i++) {
		draw_row(c, canvas, area, c->top + i, is_focused);
		area.row++;
	}
}
