/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "graphic.h"
#include "view_hits.h"

/* ---- Lines ---- */

/* What a drawing may cost; what is not read by then follows. */
enum { READ_US = 6000 };

struct hits_slot {
	enum record_kind kind;
	int64_t record, passage;
	bool is_made;
	unsigned used; /* in which drawing */
	struct hits_line line;
};

void
view_hits_forget_lines(struct view_hits *h)
{
	for (unsigned i = 0; i < h->slot_count; i++)
		hits_line_clear(&h->slots[i].line);
	free(h->slots);
	h->slots = NULL;
	h->slot_count = 0;
	h->window_count = 0;
	h->is_moved = true;
}

/* Twice the screen: a page back is there. */
static void
make_slots(struct view_hits *h, int rows)
{
	unsigned wanted = 2u * (unsigned)(rows > 0 ? rows : 1) + 2;

	if (wanted <= h->slot_count)
		return;
	h->slots = mem_resize_array(h->slots, wanted, sizeof *h->slots);
	for (unsigned i = h->slot_count; i < wanted; i++) {
		h->slots[i] = (struct hits_slot){ 0 };
		hits_line_init(&h->slots[i].line);
	}
	h->slot_count = wanted;
}

/* The line's slot, or the one that was not used for longest. */
static struct hits_slot *
find_slot(struct view_hits *h, const struct hits_row *row)
{
	struct hits_slot *oldest = &h->slots[0];

	for (unsigned i = 0; i < h->slot_count; i++) {
		struct hits_slot *slot = &h->slots[i];

		if (slot->is_made && slot->passage == row->passage &&
		    slot->record == row->found.record &&
		    slot->kind == row->kind)
			return slot;
		if (!slot->is_made || slot->used < oldest->used)
			oldest = slot;
	}
	oldest->is_made = false;
	return oldest;
}

static const char *
get_words(struct app *app, bool is_graphic)
{
	if (!graphic_is_folded(app, is_graphic))
		return NULL;
	return app_get_session(app)->settings.graphic == SETTING_SKIP ?
	    "(in a graphic passage left out)" :
	    "(in a folded passage)";
}

/* Whether what matched is what the record is called. */
static bool
is_title(const struct inquiry_line *read)
{
	return strlen(read->title.title) == read->passage.len &&
	    memcmp(read->title.title, read->passage.text, read->passage.len) ==
	    0;
}

static void
make_line(struct view_hits *h, struct hits_slot *slot,
    const struct hits_row *row, const struct inquiry_line *read)
{
	struct app *app = h->view.app;
	const char *words = get_words(app, read->passage.is_graphic);
	struct str title;

	str_init(&title, 0);
	graphic_add(&title, app, read->title.is_graphic, read->title.title);
	if (words && read->title.is_graphic && is_title(read))
		words = title.data;
	hits_line_make(&slot->line, read, title.data, words);
	str_clear(&title);
	slot->kind = row->kind;
	slot->record = row->found.record;
	slot->passage = row->passage;
	slot->is_made = true;
}

static bool
may_read(struct view_hits *h)
{
	if (h->is_another ||
	    (h->has_read && clock_now_us() - h->began_us > READ_US))
		h->is_short = true;
	h->has_read = true;
	return !h->is_short;
}

static void
read_line(struct view_hits *h, struct hits_slot *slot,
    const struct hits_row *row)
{
	struct inquiry_line *read = mem_alloc(sizeof *read);
	struct arena arena = { 0 };
	struct error err;

	if (inquiry_read_line(read, app_get_inquiry(h->view.app), row->kind,
		row->found.record, row->passage, &arena, &err) == STATUS_OK)
		make_line(h, slot, row, read);
	else
		app_say_error(h->view.app, &err);
	arena_clear(&arena);
	free(read);
}

const struct hits_line *
view_hits_get_line(struct view_hits *h, const struct hits_row *row)
{
	struct hits_slot *slot;

	make_slots(h, h->body.rows);
	slot = find_slot(h, row);
	if (!slot->is_made && may_read(h))
		read_line(h, slot, row);
	slot->used = h->drawing;
	return slot->is_made ? &slot->line : NULL;
}

/* ---- The screen ---- */

/*
 * Where what stands in a row: how many passages more there are, what the
 * record is called, the text.
 */
struct columns {
	int more, title, text;
};

enum {
	MORE_COLS = 4,
	KIND_COLS = 9,
	TITLE_FROM_COLS = 30,
	WIDE_FROM_COLS = 60,
	TEXT_COLS = 44,
	LARGE_FROM_COLS = 100
};

static struct columns
share(const struct view_hits *h, int cols)
{
	struct columns c = { .more = MORE_COLS };

	if (h->rows.is_titles) {
		c.more = cols >= TITLE_FROM_COLS ? KIND_COLS : 0;
	} else if (cols >= WIDE_FROM_COLS) {
		c.title = cols * 3 / 10;
		if (c.title > WIDE_FROM_COLS / 2)
			c.title = WIDE_FROM_COLS / 2;
	} else if (cols >= TITLE_FROM_COLS) {
		c.title = cols * 3 / 10;
	}
	c.text = cols - c.more - c.title - (c.title > 0);
	if (!h->rows.is_titles && cols < LARGE_FROM_COLS && c.text > TEXT_COLS)
		c.text = TEXT_COLS;
	else if (c.text > 3 * TEXT_COLS)
		c.text = 3 * TEXT_COLS;
	if (c.text < 1)
		c.text = 1;
	return c;
}

/* "+3": of a record that has more passages than the one that is shown. */
static void
put_more(const struct hits_row *row, struct canvas *canvas, struct rect place,
    enum role role)
{
	uint32_t more = row->found.passages - 1;
	char text[16];

	if (row->found.passages < 2 || place.cols < MORE_COLS)
		return;
	if (more > 99)
		snprintf(text, sizeof text, "%c99",
		    row->is_unfolded ? '-' : '>');
	else
		snprintf(text, sizeof text, "%c%u",
		    row->is_unfolded ? '-' : '+', more);
	canvas_put_text(canvas, place.row, place.col, MORE_COLS - 1, role,
	    text);
}

static void
draw_record(const struct view_hits *h, const struct hits_line *line,
    const struct hits_row *row, struct canvas *canvas, struct rect place,
    const struct columns *c, enum role role)
{
	struct rect text = place;

	if (h->rows.is_titles)
		canvas_put_text(canvas, place.row, place.col, c->more, role,
		    record_get_name(row->kind));
	else if (row->is == HITS_RECORD)
		put_more(row, canvas, place, role);
	text.col += c->more;
	text.cols = c->title + (c->title > 0) + c->text;
	if (row->is == HITS_RECORD && line->is_title) {
		hits_line_draw_text(line, canvas, text, role);
		return;
	}
	if (row->is == HITS_RECORD)
		canvas_put_cut(canvas, text.row, text.col, c->title, role,
		    line->title.data);
	text.col += text.cols - c->text;
	text.cols = c->text;
	hits_line_draw_text(line, canvas, text, role);
}

static void
draw_heading(const struct view_hits *h, const struct hits_row *row,
    struct canvas *canvas, struct rect place)
{
	char count[32];
	int used = canvas_put_text(canvas, place.row, place.col, place.cols,
	    ROLE_HEADING, view_hits_get_group(row->kind));

	snprintf(count, sizeof count, "  %llu%s",
	    (unsigned long long)row->count, h->seen.is_done ? "" : "+");
	canvas_put_text(canvas, place.row, place.col + used, place.cols - used,
	    ROLE_DIM, count);
}

static void
draw_row(struct view_hits *h, const struct hits_row *row, struct canvas *canvas,
    struct rect place, bool is_selected, bool is_focused)
{
	struct columns c = share(h, place.cols);
	enum role role = ROLE_TEXT;
	const struct hits_line *line;

	if (row->is == HITS_HEADING) {
		draw_heading(h, row, canvas, place);
		return;
	}
	if (row->is == HITS_NO_ROW)
		return;
	if (is_selected)
		role = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
	if (role == ROLE_SELECTED) {
		canvas_fill(canvas, place, role);
		canvas_set_cursor(canvas, place.row, place.col);
	}
	line = view_hits_get_line(h, row);
	if (line)
		draw_record(h, line, row, canvas, place, &c, role);
}

/* The rows on the screen stay what they are until something is taken. */
static void
fill_window(struct view_hits *h)
{
	uint32_t rows = h->body.rows > 0 ? (uint32_t)h->body.rows : 1;

	if (!h->is_moved || h->is_another)
		return;
	hits_rows_scroll(&h->rows, rows);
	if (rows > h->window_cap) {
		h->window = mem_resize_array(h->window, rows,
		    sizeof *h->window);
		h->window_cap = rows;
	}
	h->window_top = h->rows.top;
	h->window_count = 0;
	while (h->window_count < rows &&
	    h->window_top + h->window_count < h->rows.row_count) {
		hits_rows_get(&h->window[h->window_count], &h->rows,
		    h->window_top + h->window_count);
		h->window_count++;
	}
	h->is_moved = false;
}

/* As far as a letter that is typed may change; the rest is blank. */
static void
draw_rows(struct view_hits *h, struct canvas *canvas, bool is_focused)
{
	struct rect place = h->body;

	make_slots(h, h->body.rows);
	fill_window(h);
	view_hits_make_sent(h);
	place.rows = 1;
	for (int i = 0; i < h->body.rows; i++) {
		uint32_t row = h->window_top + (uint32_t)i;

		if ((uint32_t)i < h->window_count)
			draw_row(h, &h->window[i], canvas, place,
			    row == h->rows.row, is_focused);
		if (!view_hits_spend(h, canvas, place, i, is_focused)) {
			view_hits_blank(h, canvas, place, i);
			break;
		}
		place.row++;
	}
}

/* ---- What was found, in words above the rows ---- */

enum { HEAD_FROM_ROWS = 6, LEAST_COUNTS_COLS = 12 };

/* In one line: where, the counts as far as there is room, what is missed. */
static void
make_summary(struct view_hits *h, const struct canvas *canvas, int cols)
{
	struct str *out = &h->summary;
	struct str notes;
	int room;

	str_init(&notes, 0);
	view_hits_add_notes(&notes, h);
	str_reset(out);
	if (h->scope.len > 0)
		str_add_format(out, "In %s: ", h->scope.data);
	room = cols - canvas_measure(canvas, out->data, out->len) -
	    (notes.len > 0 ? (int)notes.len + 2 : 0);
	app_add_counts(out, h->view.app,
	    room < LEAST_COUNTS_COLS ? LEAST_COUNTS_COLS : room);
	if (notes.len > 0)
		str_add_format(out, "; %s", notes.data);
	str_clear(&notes);
	h->summary_cols = cols;
}

static struct rect
draw_head(struct view_hits *h, struct canvas *canvas, struct rect area)
{
	if (area.rows < HEAD_FROM_ROWS)
		return area;
	if (h->summary_cols != area.cols)
		make_summary(h, canvas, area.cols);
	if (view_hits_is_known(h))
		canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
		    h->summary.data);
	area.row++;
	area.rows--;
	return area;
}

void
view_hits_draw(struct view *v, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct view_hits *h = (struct view_hits *)v;
	struct rect body;

	h->drawing++;
	h->began_us = clock_now_us();
	h->has_read = h->is_short = false;
	if (h->is_typed == is_focused) {
		h->is_typed = !is_focused;
		h->summary_cols = 0;
	}
	view_hits_update(h, false);
	if (chooser_is_open(&h->chooser)) {
		view_hits_forget_sent(h);
		chooser_draw(&h->chooser, canvas, area, is_focused);
		h->body = h->chooser.body;
		return;
	}
	if (view_hits_is_empty(h)) {
		h->sent_rows = 0;
		view_hits_draw_empty(h, canvas, area);
		if (is_focused)
			canvas_set_cursor(canvas, area.row, area.col);
		return;
	}
	body = draw_head(h, canvas, area);
	if (body.rows != h->body.rows) {
		view_hits_update(h, true);
		view_hits_forget_sent(h);
		h->is_moved = true;
	}
	h->body = body;
	draw_rows(h, canvas, is_focused);
}
