/* SPDX-License-Identifier: ISC */
#include "hits_rows.h"
#include "hits_rows_private.h"

/* What is selected among the rows of hits, and what of them is on the screen.
 */

static bool
is_heading(const struct hits_rows *r, uint32_t row)
{
	uint32_t local = 0;

	return hits_rows_find_group(&local, r, row) >= 0 &&
	    local < hits_rows_count_headings(r);
}

/* The record of a row is the one that is followed from now on. */
static void
adopt(struct hits_rows *r)
{
	struct hits_row row;

	if (!hits_rows_get_selected(&row, r))
		return;
	r->kind = row.kind;
	r->record = row.found.record;
	r->passage = row.is == HITS_PASSAGE ? row.passage : 0;
	hits_rows_find_record(&r->index, r, r->kind, r->record);
}

static uint32_t
get_first_row(const struct hits_rows *r)
{
	return hits_rows_count_headings(r);
}

static void
stay_inside(struct hits_rows *r)
{
	if (r->row >= r->row_count)
		r->row = r->row_count > 0 ? r->row_count - 1 : 0;
	if (is_heading(r, r->row))
		r->row++;
}

void
hits_rows_follow(struct hits_rows *r, bool is_done)
{
	uint32_t offset = r->row > r->top ? r->row - r->top : 0;

	if (!r->has_moved) {
		r->top = 0;
		r->row = get_first_row(r);
		adopt(r);
		return;
	}
	if (hits_rows_find_record(&r->index, r, r->kind, r->record)) {
		r->row = hits_rows_find_row(r,
		    (unsigned)hits_rows_find_kind(r, r->kind), r->index,
		    r->passage);
		r->top = r->row > offset ? r->row - offset : 0;
		return;
	}
	/* What is wanted may come yet. */
	stay_inside(r);
	if (is_done)
		adopt(r);
}

bool
hits_rows_get_selected(struct hits_row *out, const struct hits_rows *r)
{
	hits_rows_get(out, r, r->row);
	return out->is == HITS_RECORD || out->is == HITS_PASSAGE;
}

void
hits_rows_restore(struct hits_rows *r, enum record_kind kind, int64_t record,
    int64_t passage, int32_t scroll)
{
	r->kind = kind;
	r->record = record;
	r->passage = passage;
	r->scroll = scroll;
	r->has_moved = r->is_restoring = true;
	hits_rows_follow(r, false);
}

void
hits_rows_select(struct hits_rows *r, uint32_t row)
{
	r->row = row;
	stay_inside(r);
	r->has_moved = true;
	r->is_restoring = false;
	adopt(r);
}

/* ---- Moving ---- */

/* Headings are stepped over. */
static void
move(struct hits_rows *r, int64_t by)
{
	int64_t row = r->row;
	int step = by < 0 ? -1 : 1;

	for (; by != 0; by -= step) {
		int64_t next = row + step;

		if (next >= 0 && next < r->row_count &&
		    is_heading(r, (uint32_t)next))
			next += step;
		if (next < 0 || next >= r->row_count)
			break;
		row = next;
	}
	r->row = (uint32_t)row;
}

/* A page moves what is shown and what is selected alike. */
static void
move_page(struct hits_rows *r, uint32_t rows, int count)
{
	int64_t by = (int64_t)rows * count;
	int64_t top = (int64_t)r->top + by;

	if (top < 0)
		top = 0;
	if (top < r->row_count)
		r->top = (uint32_t)top;
	move(r, by);
}

/* To the record of that number. */
static void
go_to(struct hits_rows *r, int64_t number)
{
	for (unsigned i = 0; i < r->group_count; i++) {
		uint32_t count = r->groups[i].count;

		if (number <= count || i + 1 == r->group_count) {
			if (number > count)
				number = count;
			r->row = hits_rows_find_row(r, i, (uint32_t)number - 1,
			    0);
			return;
		}
		number -= count;
	}
}

/* The first of the next group, of this one, or of the one before. */
static void
move_group(struct hits_rows *r, int step)
{
	uint32_t local = 0;
	int group = hits_rows_find_group(&local, r, r->row);
	uint32_t first = hits_rows_count_headings(r);

	if (group < 0 || (step < 0 && group == 0 && local == first))
		return;
	if (step > 0 || local == first)
		group += step;
	if (group < (int)r->group_count)
		r->row = hits_rows_get_first(r, (unsigned)group) + first;
}

static void
move_groups(struct hits_rows *r, int count)
{
	int step = count < 0 ? -1 : 1;

	for (int i = 0; i < HITS_GROUP_LIMIT && count != 0; i++) {
		move_group(r, step);
		count -= step;
	}
}

static bool
run_move(struct hits_rows *r, enum command command, int count, uint32_t page)
{
	int times = count > 0 ? count : 1;
	uint32_t half = (page + 1) / 2;

	switch (command) {
	case COMMAND_LINE_DOWN:
	case COMMAND_SENTENCE_NEXT:
	case COMMAND_LINK_NEXT:
		move(r, times);
		return true;
	case COMMAND_LINE_UP:
	case COMMAND_SENTENCE_PREVIOUS:
	case COMMAND_LINK_PREVIOUS:
		move(r, -times);
		return true;
	case COMMAND_PAGE_DOWN:
		move_page(r, page, times);
		return true;
	case COMMAND_PAGE_UP:
		move_page(r, page, -times);
		return true;
	case COMMAND_HALF_DOWN:
		move_page(r, half, times);
		return true;
	case COMMAND_HALF_UP:
		move_page(r, half, -times);
		return true;
	case COMMAND_SECTION_NEXT:
		move_groups(r, times);
		return true;
	case COMMAND_SECTION_PREVIOUS:
		move_groups(r, -times);
		return true;
	case COMMAND_FIRST:
		go_to(r, times);
		return true;
	case COMMAND_LAST:
		if (count > 0)
			go_to(r, count);
		else
			r->row = r->row_count > 0 ? r->row_count - 1 : 0;
		return true;
	default:
		return false;
	}
}

bool
hits_rows_move(struct hits_rows *r, enum command command, int count,
    uint32_t page)
{
	if (!run_move(r, command, count, page > 1 ? page - 1 : 1))
		return false;
	if (r->row_count > 0)
		hits_rows_select(r, r->row);
	return true;
}

void
hits_rows_scroll(struct hits_rows *r, uint32_t rows)
{
	uint32_t shown = rows > 0 ? rows : 1;
	uint32_t first = r->row;

	if (r->is_restoring) {
		int64_t top = (int64_t)r->row + r->scroll;

		r->is_restoring = false;
		r->top = top > 0 ? (uint32_t)top : 0;
	}
	if (r->top + shown > r->row_count)
		r->top = r->row_count > shown ? r->row_count - shown : 0;
	if (first > 0 && shown > 1 && is_heading(r, first - 1))
		first--;
	if (first < r->top)
		r->top = first;
	if (r->row >= r->top + shown)
		r->top = r->row - shown + 1;
}

uint64_t
hits_rows_get_number(const struct hits_rows *r)
{
	uint32_t local = 0;
	int group = hits_rows_find_group(&local, r, r->row);
	uint64_t number = (uint64_t)r->index + 1;

	for (int i = 0; i < group; i++)
		number += r->groups[i].count;
	return group < 0 ? 0 : number;
}
