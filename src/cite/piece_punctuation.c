/* SPDX-License-Identifier: ISC */
#include "piece_flat.h"

#include <string.h>

/*
 * Punctuation where two segments meet, as users of citeproc know it: a row
 * is the mark that stands, a column the one that comes.  '<': the new one is
 * dropped; '>': the old one is; '+': both stay.
 *
 * A mark that comes behind a closing quotation mark and may stand inside (full
 * stop, comma, with them "!" and "?", where the locale wants that) goes in;
 * the table then holds for the two.  A colon or a semicolon stays outside,
 * but is dropped where the table drops it.  In any locale a full stop is
 * dropped behind a quotation that ends a sentence itself.
 */
static const char marks[] = ":.;!?,";
static const char verdicts[6][7] = {
	/*    : . ; ! ? , */
	/* : */ "<<+>>+",
	/* . */ "+<++++",
	/* ; */ "<<<>>+",
	/* ! */ "<<+<++",
	/* ? */ "<<++<+",
	/* , */ "+++++<",
};

static char
judge(char stands, char comes)
{
	const char *row = strchr(marks, stands), *column = strchr(marks, comes);

	if (!stands || !comes || !row || !column)
		return '+';
	return verdicts[row - marks][column - marks];
}

static bool
moves_inside(char c)
{
	return c == '.' || c == ',' || c == '!' || c == '?';
}

static void
cut_first(struct flat_segment *s)
{
	s->text++;
	s->len--;
}

static char
get_last(const struct flat_segment *s)
{
	return s->len ? s->text[s->len - 1] : '\0';
}

/*
 * The text before segment i, and how many closing marks lie between; those
 * before i that print nothing are gone already.
 */
static struct flat_segment *
find_before(struct flat *f, uint32_t i, uint32_t *closing)
{
	*closing = 0;
	while (i-- > 0) {
		struct flat_segment *s = &f->segments[i];

		if (s->kind == FLAT_OPEN)
			return NULL;
		if (s->kind == FLAT_CLOSE)
			++*closing;
		if (flat_is_text(s))
			return s;
	}
	return NULL;
}

static void
append(struct flat *f, struct flat_segment *s, char c)
{
	char *text = arena_alloc(&f->arena, s->len + 1);

	memcpy(text, s->text, s->len);
	text[s->len++] = c;
	s->text = text;
}

static bool
ends_sentence(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Behind quotation marks; whether s has lost its first. */
static bool
settle_behind_quote(struct flat *f, struct flat_segment *before,
    struct flat_segment *s)
{
	char c = s->text[0];
	char verdict = judge(get_last(before), c);

	if (!f->locale->puts_punctuation_in_quote &&
	    !(c == '.' && ends_sentence(get_last(before))))
		return false;
	if (verdict == '<') {
		cut_first(s);
		return true;
	}
	if (!moves_inside(c) || before->is_verbatim)
		return false;
	if (verdict == '>')
		before->len--;
	append(f, before, c);
	cut_first(s);
	return true;
}

static bool
is_space_end(const struct flat_segment *s)
{
	return get_last(s) == ' ' ||
	    (s->len >= 2 && memcmp(s->text + s->len - 2, "\u00A0", 2) == 0) ||
	    (s->len >= 3 && memcmp(s->text + s->len - 3, "\u202F", 3) == 0);
}

/* Two texts without anything between; whether one has changed. */
static bool
settle_pair(struct flat_segment *before, struct flat_segment *s)
{
	char c = s->text[0];
	char verdict;

	if (c == ' ' && is_space_end(before)) {
		cut_first(s);
		return true;
	}
	if ((c == ',' || c == '.') && get_last(before) == ' ' &&
	    before->kind == FLAT_AFFIX && s->kind == FLAT_AFFIX) {
		before->len--;
		return true;
	}
	verdict = judge(get_last(before), c);
	if (verdict == '<')
		cut_first(s);
	else if (verdict == '>' && !before->is_verbatim)
		before->len--;
	else
		return false;
	return true;
}

/* s stands behind the first i segments; whether something has changed. */
static bool
settle_once(struct flat *f, uint32_t *i, struct flat_segment *s)
{
	uint32_t closing;
	struct flat_segment *before = find_before(f, *i, &closing);
	bool has_changed;

	if (!before || before->display_number != s->display_number)
		return false;
	if (closing > 0)
		return settle_behind_quote(f, before, s);
	has_changed = settle_pair(before, s);
	if (before->len == 0)
		--*i;
	return has_changed;
}

/* A field that begins with an ellipsis is left alone. */
static bool
is_settled(const struct flat_segment *s)
{
	return !flat_is_text(s) || s->is_joined || s->is_verbatim ||
	    (s->kind == FLAT_TEXT && s->len > 1 && s->text[1] == '.');
}

void
flat_settle(struct flat *f)
{
	enum { CHANGE_LIMIT = 64 };
	uint32_t count = 0;

	for (uint32_t i = 0; i < f->count; i++) {
		struct flat_segment s = f->segments[i];

		for (int n = 0; !is_settled(&s) && n < CHANGE_LIMIT; n++) {
			if (s.len == 0 || !settle_once(f, &count, &s))
				break;
		}
		if (!flat_is_text(&s) || s.len > 0)
			f->segments[count++] = s;
	}
	f->count = count;
}
