/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include "base/utf8.h"
#include "text/wrap.h"

/* Columns as the canvas takes them, piece by piece. */
static size_t
measure(const struct flow *f, uint32_t piece, uint32_t from, uint32_t to)
{
	size_t cols = 0;

	for (; from < to; piece++) {
		uint32_t end = to;

		if (piece + 1 < f->piece_count &&
		    f->pieces[piece + 1].flat < end)
			end = f->pieces[piece + 1].flat;
		if (end <= from)
			continue;
		cols += utf8_width_cols(f->flat.data + from, end - from);
		from = end;
	}
	return cols;
}

/*
 * Text that clusters with what follows it in the flat text, though not on
 * the screen, is broken with less room until it fits.
 */
static bool
wrap(struct wrap_line *line, size_t *cols, const struct flow_part *part,
    const struct flow *f, size_t width_cols, size_t *next)
{
	const char *text = f->flat.data + part->from;
	size_t limit = width_cols;

	for (;;) {
		*next = part->at;
		if (!wrap_next_line(line, next, text, part->to - part->from,
			limit))
			return false;
		*cols = line->width_cols;
		if (line->width_cols != line->len)
			*cols = measure(f, part->piece,
			    part->from + (uint32_t)line->at,
			    part->from + (uint32_t)(line->at + line->len));
		if (*cols <= width_cols || limit <= 1)
			return true;
		limit = limit > *cols - width_cols ?
		    limit - (*cols - width_cols) :
		    1;
	}
}

/* The mark that begins at a place in the flat text, or NULL. */
static const struct flow_piece *
find_mark(const struct flow *f, uint32_t piece, uint32_t flat)
{
	while (piece < f->piece_count && f->pieces[piece].flat < flat)
		piece++;
	if (piece < f->piece_count && f->pieces[piece].flat == flat &&
	    f->pieces[piece].style & RUN_MARK)
		return &f->pieces[piece];
	return NULL;
}

/* Where the last cluster of a text begins. */
static size_t
find_last_cluster(const char *text, size_t len)
{
	size_t at = 0, step;

	if ((unsigned char)text[len - 1] < 0x80)
		return len - 1;
	while ((step = utf8_next_grapheme(text + at, text + len)) < len - at)
		at += step;
	return at;
}

/* A word cut right before its mark gives it company. */
static void
keep_mark(struct wrap_line *line, size_t *cols, size_t *next,
    const struct flow_part *part, const struct flow *f, size_t width_cols)
{
	const char *text = f->flat.data + part->from + line->at;
	const struct flow_piece *mark;
	size_t last, of_last, len;

	if (line->at + line->len != *next || line->len < 2 ||
	    part->from + *next >= part->to)
		return;
	mark = find_mark(f, part->piece, part->from + (uint32_t)*next);
	if (!mark)
		return;
	len = mark + 1 < f->pieces + f->piece_count ?
	    mark[1].flat - mark->flat :
	    f->flat.len - mark->flat;
	last = find_last_cluster(text, line->len);
	of_last = utf8_width_cols(text + last, line->len - last);
	if (last == 0 || of_last >= *cols || of_last + len > width_cols)
		return;
	line->len = last;
	*cols -= of_last;
	*next = line->at + last;
}

bool
flow_next_line(struct flow_line *line, struct flow_part *part,
    const struct flow *f, uint32_t width_cols)
{
	struct wrap_line found;
	size_t next, cols;

	if (!wrap(&found, &cols, part, f, width_cols, &next))
		return false;
	keep_mark(&found, &cols, &next, part, f, width_cols);
	*line = (struct flow_line){ .from = part->from + (uint32_t)found.at,
		.to = part->from + (uint32_t)(found.at + found.len),
		.cols = (uint32_t)cols,
		.piece = part->piece };
	part->at = next;
	while (part->piece + 1 < f->piece_count &&
	    f->pieces[part->piece + 1].flat <= part->from + next)
		part->piece++;
	return true;
}
