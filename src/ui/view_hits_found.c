/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "view_hits.h"

/*
 * What was found, taken from the search.  For so many slices what was found
 * before stays in sight: most searches are done by then, and drawn once.  Of
 * others it is taken again after a second, and after four times as many; while
 * a pattern is typed, only until the rows fill what they may, and at the end.
 */
enum { PATIENCE_SLICES = 4 };

/* Asked anew each time: the one that the rows are of may be gone. */
struct search *
view_hits_get_search(const struct view_hits *h)
{
	struct inquiry *q = app_get_inquiry(h->view.app);

	return q ? inquiry_get_search(q) : NULL;
}

/* Another search, or the same begun anew, in which there is less so far. */
static bool
is_begun_anew(const struct view_hits *h, const struct inquiry_wish *wish,
    const struct search *search, const struct search_counts *counts)
{
	return search != h->search || !inquiry_is_same(wish, &h->wish) ||
	    counts->passages < h->seen.passages ||
	    (h->seen.is_done && !counts->is_done);
}

static bool
is_due_anew(const struct view_hits *h, const struct search_counts *counts)
{
	return h->slices >= HITS_SECOND_SLICES ||
	    (h->slices >= PATIENCE_SLICES && search_sum_records(counts) > 0);
}

static bool
is_due(const struct view_hits *h, const struct search_counts *counts)
{
	if (counts->is_done != h->seen.is_done)
		return true;
	if (h->is_another)
		return is_due_anew(h, counts);
	if (counts->passages == h->seen.passages)
		return false;
	if (h->rows.row_count < (uint32_t)h->body.rows &&
	    search_sum_records(counts) > search_sum_records(&h->seen))
		return !h->is_typed || h->spent < view_hits_get_room(h);
	return !h->is_typed && h->slices >= h->next_slice;
}

static void
take(struct view_hits *h, const struct search_counts *counts)
{
	if (h->is_another) {
		hits_rows_forget(&h->rows, h->wish.is_title);
		view_hits_forget_lines(h);
		str_reset(&h->scope);
		view_hits_add_scope(&h->scope, h->view.app, &h->wish.scope);
		h->is_another = false;
	}
	if (h->is_counted && counts->passages != h->seen.passages)
		h->is_counted = false;
	h->seen = *counts;
	while (h->next_slice <= h->slices)
		h->next_slice *= 4;
	hits_rows_refresh(&h->rows, counts);
	h->summary_cols = 0;
	h->is_moved = true;
}

static void
forget(struct view_hits *h)
{
	if (!h->search && h->rows.row_count == 0)
		return;
	h->search = NULL;
	h->wish = (struct inquiry_wish){ 0 };
	h->seen = (struct search_counts){ 0 };
	h->is_another = false;
	h->next_slice = HITS_SECOND_SLICES;
	h->chooser.page = CHOOSER_CLOSED;
	hits_rows_forget(&h->rows, false);
	view_hits_forget_lines(h);
	str_reset(&h->scope);
	h->is_moved = true;
}

void
view_hits_update(struct view_hits *h, bool is_forced)
{
	struct inquiry *q = app_get_inquiry(h->view.app);
	struct search *search = view_hits_get_search(h);
	enum setting_graphic graphic = app_get_session(h->view.app)
					   ->settings.graphic;
	struct search_counts counts;

	if (graphic != h->graphic)
		view_hits_forget_lines(h);
	h->graphic = graphic;
	if (!search) {
		forget(h);
		return;
	}
	counts = search_count(search);
	if (is_begun_anew(h, inquiry_get_wish(q), search, &counts)) {
		h->search = search;
		h->wish = *inquiry_get_wish(q);
		h->seen = (struct search_counts){ 0 };
		h->is_another = true;
		h->slices = 0;
		h->next_slice = HITS_SECOND_SLICES;
		h->spent = 0;
	}
	memcpy(h->wish.chosen, inquiry_get_wish(q)->chosen,
	    sizeof h->wish.chosen);
	if (is_forced || is_due(h, &counts))
		take(h, &counts);
}

bool
view_hits_is_wake(const struct view_hits *h, unsigned slice)
{
	return slice == h->next_slice ||
	    (h->is_another && slice == PATIENCE_SLICES);
}
