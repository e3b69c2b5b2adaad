/* SPDX-License-Identifier: ISC */
#include "bibtex_text.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "bibliography_private.h"
#include "mark.h"

/*
 * Braces have three meanings at once.  BibTeX counts them, whether or not a
 * backslash stands before them; what they enclose keeps its case; and a pair
 * that begins with a backslash is a "special character" whose case is changed
 * all the same, so that such a pair gets a second one around it.
 */
struct writer {
	struct str *out;
	bool is_title;
	bool has_balanced_braces;
	bool is_at_start;
	unsigned kept; /* tags around it that keep the case */
	unsigned char ends[MARK_DEPTH_LIMIT]; /* braces that close a tag */
	bool keeps[MARK_DEPTH_LIMIT];
};

static const char *
find_escape(const struct writer *w, char c)
{
	switch (c) {
	case '#':
		return "\\#";
	case '$':
		return "\\$";
	case '%':
		return "\\%";
	case '&':
		return "\\&";
	case '_':
		return "\\_";
	case '~':
		return "\\textasciitilde{}";
	case '^':
		return "\\textasciicircum{}";
	case '\\':
		return "\\textbackslash{}";
	case '{':
		return w->has_balanced_braces ? "\\{" : "\\textbraceleft{}";
	case '}':
		return w->has_balanced_braces ? "\\}" : "\\textbraceright{}";
	default:
		return NULL;
	}
}

static void
add_escaped(struct writer *w, const char *text, const char *end)
{
	for (; text < end; text++) {
		const char *escape = find_escape(w, *text);

		if (escape)
			str_add_text(w->out, escape);
		else
			str_add_char(w->out, *text);
	}
}

static bool
has_balanced_braces(const char *text)
{
	int depth = 0;

	for (; *text && depth >= 0; text++)
		depth += (*text == '{') - (*text == '}');
	return depth == 0;
}

/* Of a word, what is no punctuation. */
static bool
is_of_word(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z');
	return c > 0xBF && !(c >= 0x2000 && c <= 0x206F) &&
	    !(c >= 0x3000 && c <= 0x303F);
}

/* What stands between two spaces, without the punctuation at its ends. */
struct word {
	const char *start, *end;
	bool has_capital;
	bool has_later_capital; /* behind its first character */
};

static const char *
read_word(struct word *word, const char *p, const char *end)
{
	*word = (struct word){ .start = NULL };
	while (p < end && *p != ' ') {
		const char *at = p;
		int32_t c;

		p += utf8_decode(&c, p, end);
		if (!is_of_word(c) && !utf8_is_upper(c))
			continue;
		if (utf8_is_upper(c)) {
			word->has_capital = true;
			word->has_later_capital |= word->start != NULL;
		}
		if (!word->start)
			word->start = at;
		word->end = p;
	}
	return p;
}

static void
add_word(struct writer *w, const struct word *word)
{
	bool is_kept = word->has_capital &&
	    (!w->is_at_start || word->has_later_capital);

	if (is_kept)
		str_add_char(w->out, '{');
	add_escaped(w, word->start, word->end);
	if (is_kept)
		str_add_char(w->out, '}');
}

static void
add_run(struct writer *w, const char *text, size_t len)
{
	const char *p = text, *end = text + len;

	if (!w->is_title || w->kept > 0) {
		add_escaped(w, text, end);
		if (len > 0)
			w->is_at_start = false;
		return;
	}
	while (p < end) {
		const char *start = p;
		struct word word;

		p = read_word(&word, p, end);
		if (word.start) {
			if (word.start != start)
				w->is_at_start = false;
			add_escaped(w, start, word.start);
			add_word(w, &word);
			add_escaped(w, word.end, p);
		} else {
			add_escaped(w, start, p);
		}
		w->is_at_start = false;
		while (p < end && *p == ' ')
			str_add_char(w->out, *p++);
	}
}

static void
open_tag(struct writer *w, const struct mark *m, const char *text)
{
	static const char *const commands[MARK_KIND_COUNT] = {
		[MARK_ITALIC] = "\\emph{",
		[MARK_BOLD] = "\\textbf{",
		[MARK_SUPERSCRIPT] = "\\textsuperscript{",
		[MARK_SUBSCRIPT] = "\\textsubscript{",
		[MARK_SMALL_CAPS] = "\\textsc{",
		[MARK_SMALL_CAPS_SPAN] = "\\textsc{",
	};
	char next = text[m->at + m->len];

	w->ends[m->depth] = 1;
	w->keeps[m->depth] = m->kind == MARK_NO_CASE;
	if (m->kind == MARK_NO_CASE) {
		bool is_special = next == '<' || find_escape(w, next);

		w->kept++;
		w->ends[m->depth] = is_special ? 2 : 1;
		str_add_text(w->out, is_special ? "{{" : "{");
	} else if (commands[m->kind]) {
		str_add_text(w->out, commands[m->kind]);
	} else {
		w->ends[m->depth] = 0;
	}
}

static void
close_tag(struct writer *w, const struct mark *m)
{
	str_add_repeated(w->out, '}', w->ends[m->depth]);
	w->kept -= w->keeps[m->depth];
}

void
bibtex_add_text(struct str *out, const char *text, bool is_title)
{
	struct writer w = { .out = out,
		.is_title = is_title,
		.is_at_start = true };
	struct arena arena = { 0 };
	struct mark *marks;
	struct str line;
	uint32_t count;
	size_t at = 0;

	str_init(&line, 0);
	bibliography_add_line(&line, text, strlen(text));
	w.has_balanced_braces = has_balanced_braces(line.data);
	count = mark_find(&marks, &arena, line.data, line.len);
	for (uint32_t i = 0; i < count; i++) {
		const struct mark *m = &marks[i];

		if (!m->is_paired || m->kind == MARK_QUOTE)
			continue;
		add_run(&w, line.data + at, m->at - at);
		w.is_at_start = false;
		if (m->is_opening)
			open_tag(&w, m, line.data);
		else
			close_tag(&w, m);
		at = m->at + m->len;
	}
	add_run(&w, line.data + at, line.len - at);
	str_clear(&line);
	arena_clear(&arena);
}

/* Whether a word "and" stands in it. */
static bool
has_and(const char *text)
{
	for (const char *p = text; *p; p++) {
		if (strncasecmp(p, "and", 3) == 0 &&
		    (p == text || strchr(" \t\n", p[-1])) &&
		    (!p[3] || strchr(" \t\n", p[3])))
			return true;
	}
	return false;
}

void
bibtex_add_one(struct str *out, const char *text)
{
	bool is_list = has_and(text);

	if (is_list)
		str_add_char(out, '{');
	bibtex_add_text(out, text, false);
	if (is_list)
		str_add_char(out, '}');
}

void
bibtex_add_raw(struct str *out, const char *text)
{
	struct str line;
	bool is_balanced;

	str_init(&line, 0);
	bibliography_add_line(&line, text, strlen(text));
	is_balanced = has_balanced_braces(line.data);
	for (const char *p = line.data; *p; p++) {
		if (strchr(is_balanced ? "\\ " : "{}\\ ", *p))
			str_add_format(out, "%%%02X", (unsigned char)*p);
		else
			str_add_char(out, *p);
	}
	str_clear(&line);
}

void
bibtex_add_pages(struct str *out, const char *pages)
{
	const char *last;
	size_t first_len;
	struct str range;

	if (!bibliography_split_pages(pages, &first_len, &last)) {
		bibtex_add_text(out, pages, false);
		return;
	}
	str_init(&range, 0);
	str_add(&range, pages, first_len);
	str_add_format(&range, "--%s", last);
	bibtex_add_text(out, range.data, false);
	str_clear(&range);
}
