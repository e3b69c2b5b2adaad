/* SPDX-License-Identifier: ISC */
#include "text/wrap.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

/*
 * Nearly all lines are ASCII.  For them the line is the bytes that fit, and
 * the break is looked for backwards from there, so that most bytes are never
 * looked at one by one.  All others are walked cluster by cluster.
 */

static bool
is_space(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "forced-labour" may be broken; "-5", "2013-14" and "--option" may not. */
static bool
is_hyphen_break(const char *text, size_t at, size_t len)
{
	return at > 0 && at + 1 < len && text[at] == '-' &&
	    (is_letter(text[at - 1]) || (text[at - 1] & 0x80)) &&
	    (is_letter(text[at + 1]) || (text[at + 1] & 0x80));
}

/* Bytes, at most limit, that are ASCII and no line feed. */
static size_t
count_plain(const char *text, size_t limit)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t high = UINT64_C(0x8080808080808080);
	size_t i = 0;

	while (i + 8 <= limit) {
		uint64_t eight, feeds;

		memcpy(&eight, text + i, 8);
		feeds = eight ^ (ones * '\n');
		if ((eight | ((feeds - ones) & ~feeds)) & high)
			break;
		i += 8;
	}
	while (i < limit && !(text[i] & 0x80) && text[i] != '\n')
		i++;
	return i;
}

/* Sets the line to the bytes from start to end without spaces at its end. */
static void
set_line(struct wrap_line *line, const char *text, size_t start, size_t end,
    size_t width_cols)
{
	while (end > start && is_space(text[end - 1])) {
		end--;
		width_cols--;
	}
	line->at = start;
	line->len = end - start;
	line->width_cols = width_cols;
}

static size_t
skip_spaces(const char *text, size_t at, size_t len)
{
	while (at < len && is_space(text[at]))
		at++;
	return at;
}

/*
 * Where the ASCII text that overflows from start to limit is broken: behind
 * a space or hyphen, else at the limit.
 */
static size_t
find_plain_break(const char *text, size_t start, size_t limit, size_t len)
{
	if (is_space(text[limit]))
		return limit;
	for (size_t at = limit; at > start; at--) {
		if (is_space(text[at - 1]) ||
		    is_hyphen_break(text, at - 1, len))
			return at;
	}
	return limit;
}

/* Ideographs, kana, fullwidth forms, and their punctuation. */
static bool
is_ideographic(int32_t c)
{
	return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x3190 && c <= 0x4DBF) ||
	    (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

/* What does not begin a line: closing marks, small kana, repetition. */
static bool
is_closing(int32_t c)
{
	static const int32_t closing[] = { 0x3001, 0x3002, 0x3005, 0x3009,
		0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3041, 0x3043,
		0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x30A1,
		0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7,
		0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
		0xFF1F, 0xFF3D, 0xFF5D, 0xFF60 };

	for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
		if (closing[i] == c)
			return true;
	}
	return false;
}

static bool
is_opening(int32_t c)
{
	return c == 0x3008 || c == 0x300A || c == 0x300C || c == 0x300E ||
	    c == 0x3010 || c == 0x3014 || c == 0x3016 || c == 0xFF08 ||
	    c == 0xFF3B || c == 0xFF5B;
}

/* Spaces that may be broken at; no-break spaces and U+2007 are not. */
static bool
is_wide_space(int32_t c)
{
	return (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x3000 ||
	    c == 0x205F || c == 0x1680 || c == 0x200B;
}

/* Whether a line may end between the characters before and after. */
static bool
may_break_between(int32_t before, int32_t after)
{
	if (is_wide_space(before))
		return true;
	if (is_wide_space(after))
		return false;
	if (before == 0x2014 || before == 0x2010) /* dash, hyphen */
		return after != 0x2014;
	return is_ideographic(before) && is_ideographic(after) &&
	    !is_opening(before) && !is_closing(after);
}

/* One line that holds more than ASCII, cluster by cluster. */
struct walk {
	size_t at;
	size_t cols;
	size_t break_at; /* 0: none yet */
	size_t break_cols;
	int32_t before; /* first character of the cluster before */
};

static void
note_break(struct walk *w, const char *text, size_t len, int32_t after)
{
	bool may_break;

	if (w->before == ' ' || w->before == '\t')
		may_break = after != ' ' && after != '\t';
	else if (w->before == '-')
		may_break = is_hyphen_break(text, w->at - 1, len);
	else
		may_break = may_break_between(w->before, after);
	if (may_break) {
		w->break_at = w->at;
		w->break_cols = w->cols;
	}
}

static size_t
walk_line(struct wrap_line *line, const char *text, size_t len, size_t start,
    size_t width_cols)
{
	struct walk w = { .at = start };

	while (w.at < len && text[w.at] != '\n') {
		size_t cluster = utf8_next_grapheme(text + w.at, text + len);
		size_t cols = (size_t)utf8_cluster_width_cols(text + w.at,
		    cluster);
		int32_t c;

		utf8_decode(&c, text + w.at, text + len);
		note_break(&w, text, len, c);
		if (w.cols + cols > width_cols && w.at > start) {
			if (is_space(text[w.at])) {
				w.break_at = w.at;
				w.break_cols = w.cols;
			}
			break;
		}
		w.before = c;
		w.at += cluster;
		w.cols += cols;
	}
	if (w.at < len && text[w.at] != '\n' && w.break_at > start) {
		w.at = w.break_at;
		w.cols = w.break_cols;
	}
	set_line(line, text, start, w.at, w.cols);
	return w.at;
}

bool
wrap_next_line(struct wrap_line *line, size_t *at, const char *text, size_t len,
    size_t width_cols)
{
	size_t start = *at, rest, plain, end;

	if (start >= len)
		return false;
	if (width_cols == 0)
		width_cols = 1;
	rest = len - start;
	plain = count_plain(text + start,
	    rest <= width_cols ? rest : width_cols + 1);
	if (plain <= width_cols &&
	    (plain == rest || text[start + plain] == '\n')) {
		end = start + plain;
		set_line(line, text, start, end, plain);
	} else if (plain > width_cols) {
		end = find_plain_break(text, start, start + width_cols, len);
		set_line(line, text, start, end, end - start);
	} else {
		end = walk_line(line, text, len, start, width_cols);
	}
	end = skip_spaces(text, end, len);
	if (end < len && text[end] == '\n')
		end++;
	*at = end;
	return true;
}

void
wrap_measure(size_t *word_cols, size_t *all_cols, const char *text, size_t len)
{
	size_t at = 0;

	*word_cols = 0;
	while (at < len) {
		size_t end = at, cols;

		while (end < len && !is_space(text[end]) && text[end] != '\n')
			end++;
		cols = utf8_width_cols(text + at, end - at);
		if (cols > *word_cols)
			*word_cols = cols;
		at = end + 1;
	}
	*all_cols = utf8_width_cols(text, len);
}

size_t
wrap_cut(size_t *used_cols, const char *text, size_t len, size_t width_cols)
{
	size_t at = 0, cols = 0;

	while (at < len) {
		size_t cluster = utf8_next_grapheme(text + at, text + len);
		size_t of_this = (size_t)utf8_cluster_width_cols(text + at,
		    cluster);

		if (cols + of_this > width_cols)
			break;
		at += cluster;
		cols += of_this;
	}
	*used_cols = cols;
	return at;
}
