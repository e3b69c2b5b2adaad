/* SPDX-License-Identifier: ISC */
#include "view_hits.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "views.h"

/* ---- What was found ---- */

static const struct found_record *
list_records(uint32_t *count, void *context, enum record_kind kind,
    uint32_t first, uint32_t limit)
{
	struct search *search = view_hits_get_search(context);

	*count = 0;
	return search ? search_list(count, search, kind, first, limit) : NULL;
}

static enum status
list_passages(int64_t *out, uint32_t *count, uint32_t limit, void *context,
    enum record_kind kind, int64_t record, int64_t after, struct error *err)
{
	struct search *search = view_hits_get_search(context);

	if (!search)
		return error_set(err, STATUS_NOT_FOUND, "No search stands.");
	return search_list_passages(out, count, limit, search, kind, record,
	    after, err);
}

/* ---- Opening and closing ---- */

static void
close_hits(struct view *v)
{
	struct view_hits *h = (struct view_hits *)v;

	view_hits_forget_lines(h);
	hits_rows_clear(&h->rows);
	str_clear(&h->scope);
	str_clear(&h->summary);
	free(h->slots);
	free(h->window);
	free(h->values);
	view_hits_clear_sent(h);
	free(h);
}

/* The record of "topic:SLUG"; rows of another edition are other records. */
static enum record_kind
find_record(struct app *app, const struct reader_place *at)
{
	size_t len = strcspn(at->item, ":");
	struct arena arena = { 0 };
	struct record_title title;
	struct error err;
	char name[32];
	enum record_kind kind;

	snprintf(name, sizeof name, "%.*s", (int)len, at->item);
	kind = record_find_kind(name);
	if (!at->item[len] || kind == RECORD_NONE)
		return RECORD_NONE;
	if (collection_find_title(&title, app_get_session(app)->collection,
		kind, at->at, &arena, &err) != STATUS_OK ||
	    strcmp(title.slug, at->item + len + 1) != 0)
		kind = RECORD_NONE;
	arena_clear(&arena);
	return kind;
}

/* What was unfolded stands in the place's filter: "1:57 3:4". */
static void
unfold_as_before(struct view_hits *h, const char *list)
{
	struct error ignored;
	int kind, used = 0;
	int64_t record;

	while (sscanf(list, "%d:%" SCNd64 " %n", &kind, &record, &used) == 2 &&
	    kind > RECORD_NONE && kind <= RECORD_DISAGREEMENT) {
		hits_rows_unfold(&h->rows, (enum record_kind)kind, record,
		    &ignored);
		list += used;
	}
}

static enum status
open_hits(struct view **out, struct app *app, const struct reader_place *at,
    struct error *err)
{
	struct view_hits *h = mem_alloc_array(1, sizeof *h);
	struct hits_source source = { h, list_records, list_passages };
	enum record_kind kind;

	(void)err;
	h->view = (struct view){ &view_hits_class, app };
	h->next_slice = HITS_SECOND_SLICES;
	view_hits_init_chooser(h);
	str_init(&h->scope, 0);
	str_init(&h->summary, 0);
	hits_rows_init(&h->rows, &source);
	view_hits_update(h, true);
	unfold_as_before(h, at->filter);
	kind = h->search ? find_record(app, at) : RECORD_NONE;
	if (kind != RECORD_NONE)
		hits_rows_restore(&h->rows, kind, at->at, at->passage,
		    at->scroll);
	*out = &h->view;
	return STATUS_OK;
}

static void
add_unfolded(char *out, size_t size, const struct hits_rows *rows)
{
	enum record_kind kind;
	int64_t record;
	size_t len = 0;

	for (unsigned i = 0; hits_rows_get_unfolded(&kind, &record, rows, i);
	     i++) {
		int more = snprintf(out + len, size - len, "%d:%" PRId64 " ",
		    (int)kind, record);

		if (more < 0 || (size_t)more >= size - len) {
			out[len] = '\0';
			return;
		}
		len += (size_t)more;
	}
}

static void
get_place(const struct view *v, struct reader_place *out)
{
	const struct view_hits *h = (const struct view_hits *)v;
	struct arena arena = { 0 };
	struct record_title title;
	struct hits_row row;
	struct error err;

	add_unfolded(out->filter, sizeof out->filter, &h->rows);
	out->scroll = (int32_t)h->rows.top - (int32_t)h->rows.row;
	if (!hits_rows_get_selected(&row, &h->rows) || !h->rows.has_moved ||
	    row.found.record > UINT32_MAX || row.passage > UINT32_MAX)
		return;
	out->at = (uint32_t)row.found.record;
	out->passage = row.is == HITS_PASSAGE ? (uint32_t)row.passage : 0;
	if (collection_find_title(&title, app_get_session(v->app)->collection,
		row.kind, row.found.record, &arena, &err) == STATUS_OK)
		snprintf(out->item, sizeof out->item, "%s:%s",
		    record_get_name(row.kind), title.slug);
	arena_clear(&arena);
}

/* Of what was found a source alone is cited by itself. */
static const char *
get_source(const struct view *v, struct arena *arena)
{
	const struct view_hits *h = (const struct view_hits *)v;
	struct record_title title;
	struct hits_row row;
	struct error err;

	if (!hits_rows_get_selected(&row, &h->rows) ||
	    row.kind != RECORD_SOURCE ||
	    collection_find_title(&title, app_get_session(v->app)->collection,
		row.kind, row.found.record, arena, &err) != STATUS_OK)
		return NULL;
	return title.slug;
}

/* ---- Commands ---- */

static void
open_selected(struct view_hits *h)
{
	const struct hits_line *line;
	struct hits_row row;

	if (!hits_rows_get_selected(&row, &h->rows))
		return;
	h->is_short = h->has_read = false;
	line = view_hits_get_line(h, &row);
	h->rows.has_moved = true;
	app_go_passage(h->view.app, row.kind, row.found.record, row.passage,
	    line ? line->at : 0);
}

static bool
can_fold(const struct hits_row *row)
{
	return row->is_unfolded || row->found.passages > 1;
}

static void
fold_selected(struct view_hits *h)
{
	struct hits_row row;
	struct error err;

	if (!hits_rows_get_selected(&row, &h->rows))
		return;
	hits_rows_select(&h->rows, h->rows.row);
	if (row.is_unfolded)
		hits_rows_fold(&h->rows, row.kind, row.found.record);
	else if (!can_fold(&row) || h->rows.is_titles)
		app_say(h->view.app, "Nothing more of this is found.");
	else if (hits_rows_unfold(&h->rows, row.kind, row.found.record, &err))
		app_say_error(h->view.app, &err);
	h->is_moved = true;
}

static enum view_result
run(struct view *v, enum command command, int count)
{
	struct view_hits *h = (struct view_hits *)v;
	uint32_t page = h->body.rows > 0 ? (uint32_t)h->body.rows : 1;

	h->spent = 0;
	view_hits_update(h, true);
	if (chooser_run(&h->chooser, command, count))
		return VIEW_DONE;
	h->is_moved = true;
	switch (command) {
	case COMMAND_OPEN:
		open_selected(h);
		return VIEW_DONE;
	case COMMAND_FOLD:
	case COMMAND_OUTLINE:
		fold_selected(h);
		return VIEW_DONE;
	case COMMAND_FACET:
	case COMMAND_FILTER:
		view_hits_choose(h);
		return VIEW_DONE;
	case COMMAND_ESCAPE:
		if (scope_is_all(&h->wish.scope))
			return VIEW_IGNORED;
		view_hits_widen(h);
		return VIEW_DONE;
	default:
		return hits_rows_move(&h->rows, command, count, page) ?
		    VIEW_DONE :
		    VIEW_IGNORED;
	}
}

static void
click(struct view *v, struct rect area, int row, int col)
{
	struct view_hits *h = (struct view_hits *)v;
	uint32_t at = h->rows.top + (uint32_t)(row - h->body.row);
	struct hits_row found;

	(void)area;
	(void)col;
	if (chooser_is_open(&h->chooser)) {
		chooser_click(&h->chooser, row);
		return;
	}
	if (row < h->body.row)
		return;
	view_hits_update(h, true);
	hits_rows_get(&found, &h->rows, at);
	if (found.is != HITS_RECORD && found.is != HITS_PASSAGE)
		return;
	h->is_moved = true;
	/* The view is gone when it was opened. */
	if (at == h->rows.row && h->rows.has_moved)
		open_selected(h);
	else
		hits_rows_select(&h->rows, at);
}

static bool
idle(struct view *v)
{
	struct view_hits *h = (struct view_hits *)v;

	if (chooser_is_open(&h->chooser) && view_hits_count(h))
		return true;
	if (!h->seen.is_done && view_hits_is_wake(h, ++h->slices))
		return true;
	if (!h->is_another &&
	    hits_rows_read_more(&h->rows, (uint32_t)h->body.rows)) {
		h->is_moved = true;
		return true;
	}
	return h->is_short;
}

/* ---- What is said of it ---- */

static int64_t
get_passage(const struct view *v)
{
	const struct view_hits *h = (const struct view_hits *)v;
	struct hits_row row;

	return hits_rows_get_selected(&row, &h->rows) ? row.passage : 0;
}

static bool
has_effect(const struct view *v, enum command command)
{
	const struct view_hits *h = (const struct view_hits *)v;
	struct hits_row row;
	bool is_row = hits_rows_get_selected(&row, &h->rows);

	switch (command) {
	case COMMAND_OPEN:
		return is_row || chooser_is_open(&h->chooser);
	case COMMAND_OUTLINE:
		return is_row && !chooser_is_open(&h->chooser) &&
		    !h->rows.is_titles && can_fold(&row);
	case COMMAND_FACET:
		return !chooser_is_open(&h->chooser) && h->search != NULL;
	case COMMAND_SECTION_NEXT:
		return !chooser_is_open(&h->chooser) && h->rows.group_count > 1;
	case COMMAND_ESCAPE:
		return chooser_is_open(&h->chooser) ||
		    !scope_is_all(&h->wish.scope);
	default:
		return true;
	}
}

static const char *
get_hint(const struct view *v, enum command command)
{
	const struct view_hits *h = (const struct view_hits *)v;
	struct hits_row row;

	switch (command) {
	case COMMAND_ESCAPE:
		return chooser_is_open(&h->chooser) ? NULL : "widen";
	case COMMAND_OUTLINE:
		return hits_rows_get_selected(&row, &h->rows) &&
			row.is_unfolded ?
		    "fold" :
		    "more";
	default:
		return NULL;
	}
}

static const enum command hints[] = { COMMAND_OPEN, COMMAND_OUTLINE,
	COMMAND_FACET, COMMAND_ESCAPE, COMMAND_SECTION_NEXT, COMMAND_HELP,
	COMMAND_BACK, COMMAND_NONE };

const struct view_class view_hits_class = {
	.place = PLACE_HITS,
	.name = "search",
	.open = open_hits,
	.close = close_hits,
	.draw = view_hits_draw,
	.run = run,
	.take_key = view_hits_take_key,
	.get_place = get_place,
	.get_source = get_source,
	.click = click,
	.get_passage = get_passage,
	.idle = idle,
	.get_title = view_hits_get_title,
	.get_position = view_hits_get_position,
	.hints = hints,
	.has_effect = has_effect,
	.get_hint = get_hint,
};
