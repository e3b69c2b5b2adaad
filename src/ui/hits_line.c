/* SPDX-License-Identifier: ISC */
#include "hits_line.h"

#include <string.h>

#include "base/utf8.h"

/* So much of a passage is kept: no screen is wider. */
enum { BEFORE_BYTES = 1024, BEHIND_BYTES = 4096, STEADY_BYTES = 64 };

void
hits_line_init(struct hits_line *line)
{
	*line = (struct hits_line){ 0 };
	str_init(&line->title, 0);
	str_init(&line->text, 0);
}

void
hits_line_clear(struct hits_line *line)
{
	str_clear(&line->title);
	str_clear(&line->text);
}

/* ---- Making ---- */

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/*
 * A cluster begins there, as far as that can be told without the whole text:
 * between two letters of ASCII one always does.
 */
static size_t
find_beginning(const char *text, size_t at)
{
	size_t least = at > STEADY_BYTES ? at - STEADY_BYTES : 0;

	for (size_t i = at; i > least; i--) {
		if (is_ascii(text[i]) && is_ascii(text[i - 1]))
			return i;
	}
	return utf8_find_start(text, at);
}

static size_t
find_end(const char *text, size_t len, size_t at)
{
	return at >= len ? len : utf8_find_start(text, at);
}

static void
add_text(struct str *out, const char *text, size_t len)
{
	str_add(out, text, len);
	for (size_t i = 0; i < out->len; i++) {
		if (out->data[i] == '\t' || out->data[i] == '\n')
			out->data[i] = ' ';
	}
}

/* Adds a cluster of the text to the last that is lit, where they meet. */
static void
light(struct hits_line *line, size_t from, size_t to)
{
	struct hits_lit *last = line->lit + line->lit_count;

	if (line->lit_count > 0 && last[-1].to == from)
		last[-1].to = to;
	else if (line->lit_count < HITS_LIT_LIMIT)
		line->lit[line->lit_count++] = (struct hits_lit){ from, to };
}

/* Ranges of the passage to clusters of the text, which begins at `start`. */
static void
light_ranges(struct hits_line *line, const struct inquiry_line *read,
    size_t start)
{
	const char *text = line->text.data;
	const char *end = text + line->text.len;
	size_t next = 0, len;

	for (size_t at = 0; at < line->text.len; at += len) {
		len = utf8_next_grapheme(text + at, end);
		while (next < read->range_count &&
		    (read->ranges[next].to <= start + at ||
			read->ranges[next].to == read->ranges[next].from))
			next++;
		if (next == read->range_count)
			return;
		if (read->ranges[next].from < start + at + len)
			light(line, at, at + len);
	}
}

/* The cluster that a byte of the text is in. */
static size_t
find_cluster(const struct str *text, size_t byte)
{
	const char *end = text->data + text->len;
	size_t at = 0;

	while (at < byte && at < text->len) {
		size_t len = utf8_next_grapheme(text->data + at, end);

		if (at + len > byte)
			break;
		at += len;
	}
	return at;
}

static void
make_text(struct hits_line *line, const struct inquiry_line *read)
{
	const struct passage_text *p = &read->passage;
	size_t match = read->range_count > 0 ? read->ranges[0].from : 0;
	size_t from, to;

	if (match > p->len)
		match = p->len;
	from = match > BEFORE_BYTES ?
	    find_beginning(p->text, match - BEFORE_BYTES) :
	    0;
	to = find_end(p->text, p->len, match + BEHIND_BYTES);
	add_text(&line->text, p->text + from, to - from);
	line->is_begun = from == 0;
	line->is_ended = to == p->len;
	line->at = (uint32_t)match;
	light_ranges(line, read, from);
	line->match = find_cluster(&line->text, match - from);
}

void
hits_line_make(struct hits_line *line, const struct inquiry_line *read,
    const char *title, const char *words)
{
	const struct passage_text *p = &read->passage;

	str_reset(&line->title);
	str_reset(&line->text);
	line->lit_count = 0;
	line->match = 0;
	line->at = 0;
	line->is_begun = line->is_ended = true;
	line->is_title = words ?
	    strcmp(words, title) == 0 :
	    p->len == strlen(title) && memcmp(p->text, title, p->len) == 0;
	add_text(&line->title, title, strlen(title));
	if (words)
		str_add_text(&line->text, words);
	else
		make_text(line, read);
}

/* ---- Drawing ---- */

/* In less the signs of what is cut would take the place of what is not. */
enum { MARKS_FROM_COLS = 8 };

struct pen {
	struct canvas *canvas;
	struct rect place;
	int used, limit;
	enum role role;
};

static void
put(struct pen *pen, enum role role, const char *text, size_t len)
{
	pen->used += canvas_put(pen->canvas, pen->place.row,
	    pen->place.col + pen->used, pen->limit - pen->used, role, 0, text,
	    len);
}

static void
put_missing(struct pen *pen, bool is_missing)
{
	if (!is_missing)
		return;
	pen->limit++;
	if (canvas_is_utf8(pen->canvas))
		put(pen, pen->role, "\u2026", 3);
	else
		put(pen, pen->role, pen->used == 0 ? "<" : ">", 1);
}

/* In a row that is reversed what matched is not. */
static enum role
get_lit_role(enum role selected)
{
	return selected == ROLE_SELECTED ? ROLE_STRONG : ROLE_MATCH;
}

/*
 * The text from a byte on, piece by piece.  Where every other letter matches
 * no more is lit than shows it.
 */
static void
put_pieces(struct pen *pen, const struct hits_line *line, size_t from)
{
	enum { MOST = 4 };
	size_t at = from;
	int count = 0;

	for (unsigned i = 0; i < line->lit_count && count < MOST; i++) {
		const struct hits_lit *lit = &line->lit[i];

		if (lit->to <= at)
			continue;
		count++;
		if (lit->from > at) {
			put(pen, pen->role, line->text.data + at,
			    lit->from - at);
			at = lit->from;
		}
		put(pen, get_lit_role(pen->role), line->text.data + at,
		    lit->to - at);
		at = lit->to;
	}
	put(pen, pen->role, line->text.data + at, line->text.len - at);
}

static int
measure(const struct canvas *canvas, const struct str *text, size_t from,
    size_t to)
{
	return canvas_measure(canvas, text->data + from, to - from);
}

/*
 * The first byte from which on the text before the match is at most so wide;
 * better a word's beginning, where one is near.
 */
static size_t
cut_before(const struct hits_line *line, const struct canvas *canvas, int cols)
{
	enum { NEAR_COLS = 10 };
	const char *text = line->text.data;
	int before = measure(canvas, &line->text, 0, line->match);
	size_t at = 0, word;
	int skipped = 0;

	while (at < line->match && before - skipped > cols) {
		size_t len = utf8_next_grapheme(text + at, text + line->match);

		skipped += measure(canvas, &line->text, at, at + len);
		at += len;
	}
	for (word = at; word < line->match && word < at + NEAR_COLS; word++) {
		if (text[word] == ' ')
			return word + 1;
	}
	return at;
}

/*
 * Where the text begins to be shown: the match stands behind two fifths of
 * the width, further left where the passage begins with it, further right
 * where it ends.
 */
static size_t
choose_beginning(const struct hits_line *line, const struct canvas *canvas,
    int cols)
{
	int before = measure(canvas, &line->text, 0, line->match);
	int behind = measure(canvas, &line->text, line->match, line->text.len);
	int anchor = cols * 2 / 5;

	if (line->is_ended && cols - behind > anchor)
		anchor = cols - behind;
	if (line->is_begun && before <= anchor)
		return 0;
	if (cols < MARKS_FROM_COLS)
		return line->match;
	return cut_before(line, canvas, anchor - 1);
}

void
hits_line_draw_text(const struct hits_line *line, struct canvas *canvas,
    struct rect place, enum role selected)
{
	bool has_marks = place.cols >= MARKS_FROM_COLS;
	size_t from = choose_beginning(line, canvas, place.cols);
	bool is_cut_before = has_marks && (from > 0 || !line->is_begun);
	int room = place.cols - is_cut_before;
	bool is_cut_behind = has_marks &&
	    (!line->is_ended ||
		measure(canvas, &line->text, from, line->text.len) > room);
	struct pen pen = { .canvas = canvas, .place = place, .role = selected };

	put_missing(&pen, is_cut_before);
	pen.limit = place.cols - is_cut_behind;
	put_pieces(&pen, line, from);
	put_missing(&pen, is_cut_behind);
}
