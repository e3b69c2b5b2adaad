/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "base/mem.h"
#include "view_hits.h"

/*
 * A letter that is typed may change every row, and has to be sent before the
 * next: until the prompt is left, no more rows are drawn than a line can
 * carry.  Rows that stay as they were cost nothing; of what is left, most is
 * kept for the end of the search, which may rank all anew.
 */
enum {
	LEAST_BYTES = 1000,
	LOOK_BYTES = 6,
	MOVE_BYTES = 8,
	BLANK_BYTES = 10,
	BLANK = 0
};

/* What was sent may stand elsewhere now, or is no longer there. */
void
view_hits_forget_sent(struct view_hits *h)
{
	h->sent_rows = 0;
	h->spent = 0;
}

void
view_hits_clear_sent(struct view_hits *h)
{
	free(h->sent);
	h->sent = NULL;
	h->sent_rows = 0;
}

void
view_hits_make_sent(struct view_hits *h)
{
	int rows = h->body.rows > 0 ? h->body.rows : 1;

	if (rows == h->sent_rows)
		return;
	h->sent = mem_resize_array(h->sent, (size_t)rows, sizeof *h->sent);
	for (int i = 0; i < rows; i++)
		h->sent[i] = UINT64_MAX;
	h->sent_rows = rows;
}

int
view_hits_get_room(const struct view_hits *h)
{
	int bytes = h->body.rows * h->body.cols * 2 / 3;

	if (bytes < LEAST_BYTES)
		bytes = LEAST_BYTES;
	return h->seen.is_done ? bytes : bytes * 2 / 5;
}

/* About what a row costs to be sent, and what tells it from another. */
static int
measure_row(uint64_t *hash, const struct canvas *canvas, struct rect place)
{
	const struct cell *cells = canvas_get_row(canvas, place.row);
	int bytes = MOVE_BYTES, last = BLANK_BYTES;

	*hash = BLANK;
	for (int i = place.col; i < place.col + place.cols; i++) {
		const struct cell *cell = &cells[i];

		bytes += cell->len;
		if (i > place.col && cell->role != cells[i - 1].role)
			bytes += LOOK_BYTES;
		if (cell->len == 1 && cell->text[0] == ' ')
			continue;
		last = bytes;
		*hash = (*hash ^ (uint64_t)i) * 0x100000001B3u + cell->role;
		for (int j = 0; j < cell->len; j++)
			*hash = (*hash ^ (unsigned char)cell->text[j]) *
			    0x100000001B3u;
	}
	return last;
}

bool
view_hits_spend(struct view_hits *h, const struct canvas *canvas,
    struct rect place, int row, bool is_free)
{
	uint64_t hash;
	int cost = measure_row(&hash, canvas, place);

	if (!is_free && hash != h->sent[row]) {
		if (h->spent + cost > view_hits_get_room(h))
			return false;
		h->spent += cost;
	}
	h->sent[row] = hash;
	return true;
}

void
view_hits_blank(struct view_hits *h, struct canvas *canvas, struct rect place,
    int row)
{
	for (; row < h->body.rows; row++) {
		canvas_fill(canvas, place, ROLE_TEXT);
		if (h->sent[row] != BLANK)
			h->spent += BLANK_BYTES;
		h->sent[row] = BLANK;
		place.row++;
	}
}
