/* SPDX-License-Identifier: ISC */
#include "mark.h"

#include <string.h>

#include "base/utf8.h"

/* Tags as they are written, spaces left out; the longest are no longer. */
static const struct {
	const char *text;
	enum mark_kind kind;
	bool is_opening;
} tags[] = {
	{ "<i>", MARK_ITALIC, true },
	{ "</i>", MARK_ITALIC, false },
	{ "<b>", MARK_BOLD, true },
	{ "</b>", MARK_BOLD, false },
	{ "<sup>", MARK_SUPERSCRIPT, true },
	{ "</sup>", MARK_SUPERSCRIPT, false },
	{ "<sub>", MARK_SUBSCRIPT, true },
	{ "</sub>", MARK_SUBSCRIPT, false },
	{ "<sc>", MARK_SMALL_CAPS, true },
	{ "</sc>", MARK_SMALL_CAPS, false },
	{ "<spanstyle=\"font-variant:small-caps;\">", MARK_SMALL_CAPS_SPAN,
	    true },
	{ "<spanstyle=\"font-variant:small-caps\">", MARK_SMALL_CAPS_SPAN,
	    true },
	{ "<spanclass=\"nocase\">", MARK_NO_CASE, true },
	{ "<spanclass=\"nodecor\">", MARK_NO_LOOK, true },
	{ "</span>", MARK_SPAN, false },
};
enum { TAG_LIMIT_BYTES = 64 };

/* The length of what stands there if it is the tag; 0: it is not. */
static size_t
match_tag(const char *tag, const char *text, const char *end)
{
	const char *p = text;

	for (; *tag; tag++) {
		while (p < end && *p == ' ' && p > text)
			p++;
		if (p == end || p - text > TAG_LIMIT_BYTES)
			return 0;
		/* Some write their attributes with single quotes. */
		if (*p != *tag && !(*tag == '"' && *p == '\''))
			return 0;
		p++;
	}
	return (size_t)(p - text);
}

static bool
read_tag(struct mark *m, const char *text, const char *end)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		size_t len = match_tag(tags[i].text, text, end);

		if (len == 0)
			continue;
		m->len = (uint32_t)len;
		m->kind = tags[i].kind;
		m->is_opening = tags[i].is_opening;
		m->is_closing = !tags[i].is_opening;
		return true;
	}
	return false;
}

static bool
is_space(int32_t c)
{
	return c == ' ' || c == '\n' || c == 0xA0 || c == 0x202F ||
	    c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/* Letters and digits, roughly: what is no space and no punctuation. */
static bool
is_word(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z');
	return !is_space(c) && !(c >= 0x2010 && c <= 0x206F) &&
	    !(c >= 0xA1 && c <= 0xBF) && !(c >= 0x3001 && c <= 0x303F);
}

/* A character before an opening mark: those after which a word begins. */
static bool
is_before_word(int32_t c)
{
	return c == 0 || is_space(c) || c == '(' || c == '[' || c == '{' ||
	    c == '/' || c == '-' || c == '>' || c == 0x2013 || c == 0x2014 ||
	    c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0xBF ||
	    c == 0xA1 || c == 0xAB;
}

static int32_t
get_after(const char *p, const char *end)
{
	int32_t c = 0;

	if (p < end)
		utf8_decode(&c, p, end);
	return c;
}

static int32_t
get_before(const char *text, const char *p)
{
	int32_t c = 0;

	if (p == text)
		return 0;
	utf8_decode(&c, text + utf8_step_back(text, 0, (size_t)(p - text)), p);
	return c;
}

static void
judge_quote(struct mark *m, int32_t before, int32_t after)
{
	bool opens = is_before_word(before) && after != 0 && !is_space(after);
	bool closes = before != 0 && !is_space(before) && !is_word(after);

	if (m->quote == '\'') {
		/* '90s */
		m->is_opening = opens && before != '\'' &&
		    !(after >= '0' && after <= '9');
		m->is_closing = closes;
		m->is_apostrophe = true;
	} else if (m->quote == '"') {
		m->is_opening = opens;
		m->is_closing = closes;
	} else if (m->is_closing) {
		m->is_closing = !is_word(after) || m->quote == 'd';
	}
}

static bool
read_quote(struct mark *m, const char *text, const char *p, const char *end)
{
	static const struct {
		const char *text;
		char quote;
		bool is_opening;
	} curly[] = {
		{ "\u201C", 'd', true },
		{ "\u201D", 'd', false },
		{ "\u2018", 's', true },
		{ "\u2019", 's', false },
	};

	m->kind = MARK_QUOTE;
	if (*p == '"' || *p == '\'') {
		m->quote = *p;
		m->len = 1;
	}
	for (size_t i = 0; m->len == 0 && i < 4 && end - p >= 3; i++) {
		if (memcmp(p, curly[i].text, 3) != 0)
			continue;
		m->quote = curly[i].quote;
		m->is_opening = curly[i].is_opening;
		m->is_closing = !curly[i].is_opening;
		m->len = 3;
	}
	if (m->len == 0)
		return false;
	judge_quote(m, get_before(text, p), get_after(p + m->len, end));
	return true;
}

/* Where a mark may begin; end: nowhere. */
static const char *
skip_text(const char *p, const char *end)
{
	while (p < end && *p != '<' && *p != '"' && *p != '\'' && *p != '\xE2')
		p++;
	return p;
}

struct stack {
	struct mark *marks[MARK_DEPTH_LIMIT];
	unsigned depth;
};

static bool
closes(const struct mark *close, const struct mark *open)
{
	if (close->kind == MARK_QUOTE)
		return open->kind == MARK_QUOTE && open->quote == close->quote;
	if (close->kind == MARK_SPAN)
		return open->kind >= MARK_SMALL_CAPS_SPAN &&
		    open->kind < MARK_SPAN;
	return open->kind == close->kind;
}

/* The name of a rock 'n' roll band is not quoted there. */
static bool
is_contraction(const struct mark *open, const struct mark *close)
{
	return open->kind == MARK_QUOTE && open->quote == '\'' &&
	    close->at - open->at == 2;
}

/* A quotation mark does not look past a tag that is still open. */
static bool
pair_closing(struct stack *stack, struct mark *m)
{
	for (unsigned i = stack->depth; i-- > 0;) {
		struct mark *open = stack->marks[i];

		if (closes(m, open)) {
			if (is_contraction(open, m))
				return false;
			open->is_paired = m->is_paired = true;
			open->is_closing = m->is_opening = false;
			open->depth = m->depth = (uint8_t)i;
			stack->depth = i;
			return true;
		}
		if (m->kind == MARK_QUOTE && open->kind != MARK_QUOTE)
			return false;
	}
	return false;
}

static void
pair_marks(struct mark *marks, uint32_t count)
{
	struct stack stack = { .depth = 0 };

	for (uint32_t i = 0; i < count; i++) {
		struct mark *m = &marks[i];

		if (m->is_closing && pair_closing(&stack, m))
			continue;
		if (m->is_opening && stack.depth < MARK_DEPTH_LIMIT)
			stack.marks[stack.depth++] = m;
	}
}

uint32_t
mark_find(struct mark **out, struct arena *arena, const char *text, size_t len)
{
	const char *end = text + len, *p = skip_text(text, end);
	struct mark *marks = NULL;
	uint32_t count = 0, cap = 0;

	for (; p < end; p = skip_text(p, end)) {
		struct mark m = { .at = (uint32_t)(p - text) };

		if (*p == '<' ? !read_tag(&m, p, end) :
				!read_quote(&m, text, p, end)) {
			p++;
			continue;
		}
		if (count == cap) {
			struct mark *more;

			cap = cap ? 2 * cap : 8;
			more = arena_alloc_array(arena, cap, sizeof *more);
			if (count > 0)
				memcpy(more, marks, count * sizeof *more);
			marks = more;
		}
		marks[count++] = m;
		p += m.len;
	}
	pair_marks(marks, count);
	*out = marks;
	return count;
}
