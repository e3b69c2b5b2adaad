/* SPDX-License-Identifier: ISC */
#include "contents.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "title_filter.h"

/*
 * Rows of topics run in reading order and know the end of their subtree, so
 * the row below a folded topic is last + 1, and the row above is found by
 * going up from id - 1 to the highest folded ancestor.  Nothing is counted
 * and nothing off the screen is read.
 */
enum { DEPTH_LIMIT = 64, SLICE_ROWS = 1000 };

struct contents {
	struct app *app;
	struct arena arena; /* of the rows on the screen */
	int64_t selected;   /* topic, 0: none */
	int64_t top;        /* topic of the first row, where all fits */
	int64_t shown_top;  /* of the first row as it was drawn last */
	int rows_shown;
	bool can_fold; /* the selected one, or what it stands under */
	int64_t (*step)(struct contents *, int64_t); /* of a long way */
	int64_t steps_left;
	int64_t *unfolded; /* ascending */
	size_t unfolded_count;
	size_t unfolded_cap;
	struct title_filter filter; /* where it is set, instead of the tree */
	int64_t unfiltered;         /* what was selected before */
};

struct contents *
contents_new(struct app *app)
{
	struct contents *c = mem_alloc_array(1, sizeof *c);

	c->app = app;
	title_filter_init(&c->filter);
	return c;
}

void
contents_free(struct contents *c)
{
	if (!c)
		return;
	arena_clear(&c->arena);
	title_filter_clear(&c->filter);
	free(c->unfolded);
	free(c);
}

void
contents_forget(struct contents *c)
{
	c->selected = c->top = c->shown_top = 0;
	c->steps_left = 0;
	c->unfolded_count = 0;
	contents_filter(c, "");
}

static bool
get_topic(struct contents *c, struct topic *out, int64_t id)
{
	struct error err;

	return id > 0 &&
	    collection_get_topic(out, app_get_session(c->app)->collection, id,
		&c->arena, &err) == STATUS_OK;
}

/* The first of the unfolded topics that is not before id. */
static size_t
find_unfolded(const struct contents *c, int64_t id)
{
	size_t low = 0, high = c->unfolded_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c->unfolded[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_unfolded(const struct contents *c, int64_t id)
{
	size_t at = find_unfolded(c, id);

	return at < c->unfolded_count && c->unfolded[at] == id;
}

static void
unfold(struct contents *c, int64_t id)
{
	size_t at = find_unfolded(c, id);

	if (is_unfolded(c, id))
		return;
	if (c->unfolded_count == c->unfolded_cap) {
		c->unfolded_cap = c->unfolded_cap ? c->unfolded_cap * 2 : 16;
		c->unfolded = mem_resize_array(c->unfolded, c->unfolded_cap,
		    sizeof *c->unfolded);
	}
	memmove(c->unfolded + at + 1, c->unfolded + at,
	    (c->unfolded_count - at) * sizeof *c->unfolded);
	c->unfolded[at] = id;
	c->unfolded_count++;
}

static void
fold(struct contents *c, int64_t id)
{
	size_t at = find_unfolded(c, id);

	if (!is_unfolded(c, id))
		return;
	c->unfolded_count--;
	memmove(c->unfolded + at, c->unfolded + at + 1,
	    (c->unfolded_count - at) * sizeof *c->unfolded);
}

bool
contents_is_filtered(const struct contents *c)
{
	return title_filter_is_set(&c->filter);
}

/* The topic of a row of the filter, 0 where there is none. */
static int64_t
get_match(const struct contents *c, size_t row)
{
	return row < c->filter.count ? c->filter.rows[row].topic : 0;
}

/* Where the row below begins, if there is one; 0: there is none. */
static int64_t
get_next(const struct contents *c, const struct topic *t)
{
	/* A file may say anything. */
	if (t->last == INT64_MAX)
		return 0;
	if (contents_is_filtered(c))
		return get_match(c, title_filter_find(&c->filter, t->id + 1));
	return is_unfolded(c, t->id) ? t->id + 1 : t->last + 1;
}

/* The row below; 0 at the end. */
static int64_t
get_below(struct contents *c, int64_t id)
{
	struct topic t, next;

	if (!get_topic(c, &t, id))
		return 0;
	return get_topic(c, &next, get_next(c, &t)) ? next.id : 0;
}

/* The row above; 0 at the beginning. */
static int64_t
get_above(struct contents *c, int64_t id)
{
	struct topic t;
	int64_t above = id - 1;
	int64_t up;

	if (contents_is_filtered(c)) {
		size_t i = title_filter_find(&c->filter, id);

		return i > 0 ? get_match(c, i - 1) : 0;
	}
	if (!get_topic(c, &t, above))
		return 0;
	up = t.parent;
	for (int depth = 0; up > 0 && depth < DEPTH_LIMIT; depth++) {
		if (!is_unfolded(c, up))
			above = up;
		if (!get_topic(c, &t, up))
			break;
		up = t.parent;
	}
	return above;
}

/* All that a topic stands under. */
static void
unfold_way(struct contents *c, const struct topic *to)
{
	struct topic t = *to;

	for (int depth = 0; t.parent > 0 && depth < DEPTH_LIMIT; depth++) {
		unfold(c, t.parent);
		if (!get_topic(c, &t, t.parent))
			break;
	}
}

void
contents_select(struct contents *c, const char *slug)
{
	struct session *s = app_get_session(c->app);
	struct topic t;
	struct error err;

	arena_reset(&c->arena);
	if (collection_find_topic(&t, s->collection, slug, &c->arena, &err) !=
	    STATUS_OK)
		return;
	c->top = c->shown_top;
	c->selected = t.id;
	if (t.last > t.id)
		unfold(c, t.id);
	unfold_way(c, &t);
}

static int64_t
get_first(const struct contents *c)
{
	if (contents_is_filtered(c))
		return get_match(c, 0);
	return 1;
}

/* Topics of the rows from id on; each is read once. */
static int
read_rows(struct contents *c, struct topic *out, int limit, int64_t id)
{
	int count = 0;

	while (count < limit && get_topic(c, &out[count], id))
		id = get_next(c, &out[count++]);
	return count;
}

static bool
has_selected(const struct contents *c, const struct topic *rows, int count)
{
	for (int i = 0; i < count; i++) {
		if (rows[i].id == c->selected)
			return true;
	}
	return false;
}

/* The row around which others are shown: of the selected topic, or near it. */
static int64_t
get_anchor(const struct contents *c)
{
	size_t row;

	if (!contents_is_filtered(c))
		return c->selected;
	row = title_filter_find(&c->filter, c->selected);
	return get_match(c, row < c->filter.count ? row : row - 1);
}

/*
 * Reads the rows shown, the selected one among them; they may be fewer.  The
 * top that did not do in a low pane is kept for a higher one.
 */
static int
scroll(struct contents *c, struct topic *rows, int limit)
{
	int count;

	if (c->selected == 0 && contents_is_filtered(c))
		c->selected = title_filter_get_first(&c->filter);
	if (c->selected == 0)
		c->selected = get_first(c);
	c->shown_top = c->top > 0 ? c->top : get_first(c);
	count = read_rows(c, rows, limit, c->shown_top);
	if (has_selected(c, rows, count))
		return count;
	/* Not there: from the selected one up by a third of the pane. */
	c->shown_top = get_anchor(c);
	for (int i = 0; i < limit / 3; i++) {
		int64_t above = c->shown_top > 0 ? get_above(c, c->shown_top) :
						   0;

		if (above <= 0)
			break;
		c->shown_top = above;
	}
	return read_rows(c, rows, limit, c->shown_top);
}

/* Signs of a branch: unfolded, folded; a leaf has none. */
static const char *
get_sign(const struct contents *c, const struct canvas *canvas,
    const struct topic *t)
{
	bool is_open = is_unfolded(c, t->id);

	if (contents_is_filtered(c) || t->last == t->id)
		return " ";
	if (!canvas_is_utf8(canvas))
		return is_open ? "-" : "+";
	return is_open ? "\u25BE" : "\u25B8";
}

static int
get_indent(const struct topic *t, int cols)
{
	return t->depth < cols / 3 ? t->depth : cols / 3;
}

static void
draw_row(struct contents *c, struct canvas *canvas, struct rect row,
    const struct topic *t, bool is_focused)
{
	int indent = get_indent(t, row.cols);
	bool is_selected = t->id == c->selected;
	enum role role = ROLE_TEXT;

	if (contents_is_filtered(c) && title_filter_is_above(&c->filter, t->id))
		role = ROLE_DIM;
	if (is_selected)
		c->can_fold = !contents_is_filtered(c) &&
		    (t->last > t->id || t->parent > 0);
	if (is_selected)
		role = is_focused ? ROLE_SELECTED : ROLE_SELECTED_ELSEWHERE;
	if (is_selected)
		canvas_fill(canvas, row, role);
	canvas_put_text(canvas, row.row, row.col + indent, 1, role,
	    get_sign(c, canvas, t));
	canvas_put_cut(canvas, row.row, row.col + indent + 1,
	    row.cols - indent - 1, role, t->title);
	if (is_selected && is_focused)
		canvas_set_cursor(canvas, row.row, row.col + indent + 1);
}

void
contents_draw(struct contents *c, struct canvas *canvas, struct rect area,
    bool is_focused)
{
	struct topic *rows;
	int count;

	arena_reset(&c->arena);
	c->rows_shown = area.rows;
	c->can_fold = false;
	rows = arena_alloc_array(&c->arena, (size_t)area.rows, sizeof *rows);
	count = scroll(c, rows, area.rows);
	if (get_first(c) == 0)
		canvas_put_cut(canvas, area.row, area.col, area.cols, ROLE_DIM,
		    c->filter.next ? "..." : "no title has that");
	for (int i = 0; i < count; i++) {
		struct rect row = { area.row + i, area.col, 1, area.cols };

		draw_row(c, canvas, row, &rows[i], is_focused);
	}
	if (area.rows > 0 && is_focused && !has_selected(c, rows, count))
		canvas_set_cursor(canvas, area.row, area.col);
}

/* A slice of a way; what is left of it is gone with the next command. */
static void
go_on(struct contents *c)
{
	for (int i = 0; i < SLICE_ROWS && c->steps_left > 0; i++) {
		int64_t next = c->step(c, c->selected);

		c->steps_left--;
		if (next <= 0) {
			c->steps_left = 0;
			break;
		}
		c->selected = next;
	}
}

static void
move(struct contents *c, int64_t (*step)(struct contents *, int64_t),
    int64_t count)
{
	c->step = step;
	c->steps_left = count;
	go_on(c);
}

static void
open_selected(struct contents *c)
{
	struct topic t;

	if (!get_topic(c, &t, c->selected))
		return;
	if (t.last > t.id)
		unfold(c, t.id);
	app_go_record(c->app, RECORD_TOPIC, t.slug);
	app_focus_main(c->app);
}

/* A branch is folded; from a leaf or a folded one it goes up. */
static void
fold_selected(struct contents *c)
{
	struct topic t;

	if (contents_is_filtered(c) || !get_topic(c, &t, c->selected))
		return;
	if (t.last > t.id && is_unfolded(c, t.id))
		fold(c, t.id);
	else if (t.parent > 0)
		c->selected = t.parent;
	else if (t.last > t.id)
		unfold(c, t.id);
}

static int64_t
get_last(struct contents *c)
{
	struct session *s = app_get_session(c->app);
	struct collection_counts counts;
	struct error err;
	struct topic t;
	int64_t id;

	if (contents_is_filtered(c))
		return get_match(c, c->filter.count - 1);
	if (collection_count(&counts, s->collection, &err) != STATUS_OK)
		return c->selected;
	id = counts.topics;
	for (int i = 0; i < DEPTH_LIMIT && get_topic(c, &t, id); i++) {
		if (t.parent == 0 || is_unfolded(c, t.parent))
			break;
		id = t.parent;
	}
	return id;
}

enum view_result
contents_run(struct contents *c, enum command command, int count)
{
	int64_t page = c->rows_shown > 2 ? c->rows_shown - 1 : 1;
	int times = count > 0 ? count : 1;

	arena_reset(&c->arena);
	c->steps_left = 0;
	c->top = c->shown_top;
	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_SENTENCE_NEXT:
		move(c, get_below, times);
		return VIEW_DONE;
	case COMMAND_LINE_UP:
	case COMMAND_SENTENCE_PREVIOUS:
		move(c, get_above, times);
		return VIEW_DONE;
	case COMMAND_PAGE_DOWN:
		move(c, get_below, page * times);
		return VIEW_DONE;
	case COMMAND_PAGE_UP:
		move(c, get_above, page * times);
		return VIEW_DONE;
	case COMMAND_HALF_DOWN:
		move(c, get_below, (page / 2 + 1) * times);
		return VIEW_DONE;
	case COMMAND_HALF_UP:
		move(c, get_above, (page / 2 + 1) * times);
		return VIEW_DONE;
	case COMMAND_FIRST:
		c->selected = get_first(c);
		if (count > 1)
			move(c, get_below, count - 1);
		return VIEW_DONE;
	case COMMAND_LAST:
		c->selected = get_last(c);
		return VIEW_DONE;
	case COMMAND_OPEN:
		open_selected(c);
		return VIEW_DONE;
	case COMMAND_FOLD:
		fold_selected(c);
		return VIEW_DONE;
	default:
		return VIEW_IGNORED;
	}
}

bool
contents_has_effect(const struct contents *c, enum command command)
{
	if (command == COMMAND_OPEN)
		return c->selected > 0;
	return command != COMMAND_FOLD || c->can_fold;
}

static bool
is_on_sign(struct contents *c, int64_t id, struct rect area, int col)
{
	struct topic t;

	return !contents_is_filtered(c) && get_topic(c, &t, id) &&
	    t.last > t.id && col == area.col + get_indent(&t, area.cols);
}

void
contents_click(struct contents *c, struct rect area, int row, int col)
{
	int64_t id;

	arena_reset(&c->arena);
	c->steps_left = 0;
	c->top = c->shown_top;
	id = c->top > 0 ? c->top : get_first(c);
	for (int i = area.row; i < row && id > 0; i++)
		id = get_below(c, id);
	if (id <= 0)
		return;
	if (is_on_sign(c, id, area, col)) {
		if (is_unfolded(c, id))
			fold(c, id);
		else
			unfold(c, id);
	} else if (c->selected == id) {
		open_selected(c);
	}
	c->selected = id;
}

bool
contents_idle(struct contents *c)
{
	bool is_more = title_filter_look(&c->filter,
	    app_get_session(c->app)->collection);

	if (is_more || c->steps_left == 0)
		return is_more;
	arena_reset(&c->arena);
	go_on(c);
	return c->steps_left > 0;
}

/* Without a filter the tree shows what was selected among the matches. */
static void
leave_filter(struct contents *c)
{
	struct topic t;

	if (c->selected == 0)
		c->selected = c->unfiltered;
	if (get_topic(c, &t, c->selected))
		unfold_way(c, &t);
}

void
contents_filter(struct contents *c, const char *text)
{
	bool was_filtered = contents_is_filtered(c);

	if (strcmp(text, contents_get_filter(c)) == 0)
		return;
	arena_reset(&c->arena);
	c->steps_left = 0;
	title_filter_set(&c->filter, text);
	c->top = 0;
	if (!contents_is_filtered(c)) {
		if (was_filtered)
			leave_filter(c);
		return;
	}
	if (!was_filtered)
		c->unfiltered = c->selected;
	contents_idle(c);
	c->selected = title_filter_get_first(&c->filter);
}

const char *
contents_get_filter(const struct contents *c)
{
	return c->filter.typed.data;
}
