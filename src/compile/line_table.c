/* SPDX-License-Identifier: ISC */
#include "compile/diagnose.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/*
 * A mark stands at every line start, and every so many bytes of a line that
 * is longer, so that a file without line breaks is no burden.  A character
 * is counted at its first byte: ill-formed text has columns too.
 */
#define MARK_EVERY_BYTES 1024

static bool
has_byte_order_mark(const char *text, size_t len)
{
	return len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
}

static void
add_mark(struct line_table *t, size_t *cap, struct line_mark mark)
{
	if (t->count == *cap) {
		*cap = *cap > 0 ? 2 * *cap : 64;
		t->marks = mem_resize_array(t->marks, *cap, sizeof(*t->marks));
	}
	t->marks[t->count++] = mark;
}

/* Marks within a line from at to end, where a character begins. */
static void
mark_long_line(struct line_table *t, size_t *cap, struct line_mark mark,
    size_t end)
{
	size_t last = mark.at;

	for (size_t at = last + 1; at < end; at++) {
		if (utf8_is_inside(t->text[at]))
			continue;
		mark.column++;
		if (at - last < MARK_EVERY_BYTES)
			continue;
		mark.at = (uint32_t)at;
		add_mark(t, cap, mark);
		last = at;
	}
}

void
line_table_init(struct line_table *t, const char *text, size_t len,
    uint32_t first_line)
{
	struct line_mark mark = { 0, first_line, 1 };
	size_t cap = 0;

	assert(len < UINT32_MAX);
	*t = (struct line_table){ .text = text, .len = len, .first_column = 1 };
	for (;;) {
		const char *line_feed = mark.at < len ?
		    memchr(text + mark.at, '\n', len - mark.at) :
		    NULL;
		size_t end = line_feed ? (size_t)(line_feed - text) : len;

		add_mark(t, &cap, mark);
		if (mark.at == 0 && has_byte_order_mark(text, len))
			mark.column = 0;
		if (end - mark.at > MARK_EVERY_BYTES)
			mark_long_line(t, &cap, mark, end);
		if (!line_feed)
			break;
		mark = (struct line_mark){ (uint32_t)end + 1, mark.line + 1,
			1 };
	}
}

void
line_table_clear(struct line_table *t)
{
	if (t == NULL)
		return;
	free(t->marks);
	*t = (struct line_table){ 0 };
}

static const struct line_mark *
find_mark(const struct line_table *t, size_t at)
{
	size_t low = 0, high = t->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (t->marks[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return &t->marks[low];
}

struct place
line_table_find(const struct line_table *t, const char *file, size_t at)
{
	const struct line_mark *mark;
	struct place place = { .file = file };

	if (at > t->len)
		at = t->len;
	mark = find_mark(t, at);
	place.line = mark->line;
	place.column = mark->column;
	for (size_t i = mark->at + 1; i <= at; i++)
		place.column += i == t->len || !utf8_is_inside(t->text[i]);
	if (mark->at == 0 && at >= 3 && has_byte_order_mark(t->text, t->len))
		place.column--;
	if (place.line == t->marks[0].line)
		place.column += t->first_column - 1;
	return place;
}
