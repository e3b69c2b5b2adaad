/* SPDX-License-Identifier: ISC */
#include "text/sentence.h"

#include <string.h>

#include "abbreviation.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "sentence_class.h"

/*
 * UAX #29 asks of each place between two characters whether it is a
 * boundary; here only the places behind a term (full stop, question mark
 * ...) and behind a line's end are asked about, since no other is one
 * (SB998).  The names of the rules stand at what does their work.
 *
 * Of our own tailoring: a question or exclamation mark, too, ends no
 * sentence before a small letter ("Is it?" he asked), and the marks of ASCII
 * none without white space behind them, unless a letter without case
 * follows, whose script may write none (https://example.org/a?b=c); the
 * marks of citations, spaced closing quotation marks and abbreviations.
 */
struct splitter {
	const char *text;
	size_t len;
	const uint32_t *marks;
	size_t mark_count;
	size_t next_mark; /* the first one that may still matter */
	const struct abbreviation_language *language; /* or NULL */
	size_t from; /* where the sentence begins */
};

/* What stands behind a term. */
struct behind {
	size_t term;  /* its own end */
	size_t close; /* the end of the closing characters */
	size_t sp;    /* the end of the spaces behind those */
};

static bool
is_para_sep(enum sentence_class is)
{
	return is == SENTENCE_SEP || is == SENTENCE_CR || is == SENTENCE_LF;
}

static bool
is_term(enum sentence_class is)
{
	return is == SENTENCE_ATERM || is == SENTENCE_STERM;
}

static bool
is_ascii(const struct splitter *s, size_t at)
{
	return at >= s->len || (unsigned char)s->text[at] < 0x80;
}

/* Goes behind a character and what extends it (SB5); *is is its class. */
static size_t
step(const struct splitter *s, size_t at, enum sentence_class *is)
{
	const char *end = s->text + s->len;
	int32_t c;

	at += utf8_decode(&c, s->text + at, end);
	*is = sentence_class_get(c);
	if (is_para_sep(*is))
		return at;
	while (!is_ascii(s, at)) {
		size_t more = utf8_decode(&c, s->text + at, end);

		if (sentence_class_get(c) != SENTENCE_EXTEND)
			break;
		at += more;
	}
	return at;
}

/* The class of the character at a place; the text's end is a separator. */
static enum sentence_class
look(const struct splitter *s, size_t at)
{
	enum sentence_class is;

	if (at >= s->len)
		return SENTENCE_SEP;
	step(s, at, &is);
	return is;
}

/* The class of the character before a place, what extends it left out. */
static enum sentence_class
look_back(const struct splitter *s, size_t at)
{
	while (at > 0) {
		enum sentence_class is;
		int32_t c;

		at = utf8_step_back(s->text, 0, at);
		utf8_decode(&c, s->text + at, s->text + s->len);
		is = sentence_class_get(c);
		if (is != SENTENCE_EXTEND)
			return is;
	}
	return SENTENCE_OTHER;
}

static size_t
skip_class(const struct splitter *s, size_t at, enum sentence_class wanted)
{
	while (at < s->len) {
		enum sentence_class is;
		size_t next = step(s, at, &is);

		if (is != wanted)
			break;
		at = next;
	}
	return at;
}

/* SB8: whether a small letter comes before any other letter or term. */
static bool
goes_on_small(const struct splitter *s, size_t at)
{
	while (at < s->len) {
		enum sentence_class is;

		at = step(s, at, &is);
		if (is == SENTENCE_LOWER)
			return true;
		if (is == SENTENCE_UPPER || is == SENTENCE_OLETTER ||
		    is_para_sep(is) || is_term(is))
			return false;
	}
	return false;
}

/* Our addition to SB8, for a question or exclamation mark. */
static bool
goes_on_behind_mark(const struct splitter *s, size_t term,
    enum sentence_class next, const struct behind *b)
{
	if (next == SENTENCE_LOWER)
		return true;
	return is_ascii(s, term) && b->sp < s->len && b->sp == b->close &&
	    next != SENTENCE_OLETTER && !is_para_sep(next);
}

/* SB6 to SB8a, the rules against a boundary. */
static bool
goes_on(const struct splitter *s, size_t term, enum sentence_class is,
    const struct behind *b)
{
	enum sentence_class next = look(s, b->sp);

	if (next == SENTENCE_SCONTINUE || is_term(next))
		return true;
	if (is != SENTENCE_ATERM)
		return goes_on_behind_mark(s, term, next, b);
	if (b->sp == b->term) {
		enum sentence_class before = look_back(s, term);

		if (next == SENTENCE_NUMERIC)
			return true;
		if (next == SENTENCE_UPPER &&
		    (before == SENTENCE_UPPER || before == SENTENCE_LOWER))
			return true;
	}
	return goes_on_small(s, b->sp);
}

/*
 * A citation's mark directly behind the term, followed by white space and no
 * small letter: who puts one there ends a sentence.
 */
static bool
is_marked(struct splitter *s, const struct behind *b)
{
	while (s->next_mark < s->mark_count && s->marks[s->next_mark] < b->term)
		s->next_mark++;
	return s->next_mark < s->mark_count &&
	    s->marks[s->next_mark] <= b->close && b->sp > b->close &&
	    look(s, b->sp) != SENTENCE_LOWER;
}

static bool
is_abbreviation(const struct splitter *s, size_t term, const struct behind *b)
{
	return s->language && s->text[term] == '.' && b->close == b->term &&
	    b->sp < s->len && !is_para_sep(look(s, b->sp)) &&
	    abbreviation_is_at(s->language, s->text, s->len, s->from, term,
		b->sp);
}

static bool
is_at_spaced_quote(const struct splitter *s, size_t at)
{
	return s->language && abbreviation_has_spaced_quotes(s->language) &&
	    s->len - at >= 2 && memcmp(s->text + at, "\xC2\xBB", 2) == 0;
}

/* The end of a paragraph separator (SB3, SB4). */
static size_t
skip_para_sep(const struct splitter *s, size_t at)
{
	enum sentence_class is;
	size_t next = step(s, at, &is);

	if (is == SENTENCE_CR && next < s->len && s->text[next] == '\n')
		next++;
	return next;
}

/*
 * Whether a sentence ends with the term at a place (SB9 to SB11); *end is
 * then where the next begins.
 */
static bool
ends_with(struct splitter *s, size_t term, size_t term_end,
    enum sentence_class is, size_t *end)
{
	struct behind b = { .term = term_end };

	b.close = skip_class(s, b.term, SENTENCE_CLOSE);
	b.sp = skip_class(s, b.close, SENTENCE_SP);
	if (is_at_spaced_quote(s, b.sp)) {
		b.close = skip_class(s, b.sp, SENTENCE_CLOSE);
		b.sp = skip_class(s, b.close, SENTENCE_SP);
	}
	if (!is_marked(s, &b) &&
	    (goes_on(s, term, is, &b) || is_abbreviation(s, term, &b)))
		return false;
	*end = b.sp;
	if (b.sp < s->len && is_para_sep(look(s, b.sp)))
		*end = skip_para_sep(s, b.sp);
	return true;
}

/* What may be a term or a separator; most bytes are neither. */
static bool
may_end(unsigned char byte)
{
	static const unsigned char stops
	    [128] = { ['\n'] = 1, ['\r'] = 1, ['!'] = 1, ['.'] = 1, ['?'] = 1 };

	return byte >= 0x80 || stops[byte];
}

/* Where the sentence that begins at s->from ends, with its white space. */
static size_t
find_end(struct splitter *s)
{
	size_t at = s->from;

	while (at < s->len) {
		enum sentence_class is;
		size_t begin, end;

		while (at < s->len && !may_end((unsigned char)s->text[at]))
			at++;
		if (at == s->len)
			break;
		begin = at;
		at = step(s, at, &is);
		if (is_para_sep(is))
			return skip_para_sep(s, begin);
		if (is_term(is) && ends_with(s, begin, at, is, &end))
			return end;
	}
	return s->len;
}

static bool
is_white(enum sentence_class is)
{
	return is == SENTENCE_SP || is_para_sep(is);
}

static size_t
skip_white(const struct splitter *s, size_t at)
{
	while (at < s->len) {
		int32_t c;
		size_t step_len = utf8_decode(&c, s->text + at,
		    s->text + s->len);

		if (!is_white(sentence_class_get(c)))
			break;
		at += step_len;
	}
	return at;
}

static size_t
trim_white(const struct splitter *s, size_t end)
{
	while (end > s->from) {
		size_t before = utf8_step_back(s->text, s->from, end);
		int32_t c;

		utf8_decode(&c, s->text + before, s->text + end);
		if (!is_white(sentence_class_get(c)))
			break;
		end = before;
	}
	return end;
}

size_t
sentence_split(struct sentence_range **out, const char *text, size_t len,
    const uint32_t *marks, size_t mark_count, const char *language)
{
	struct splitter s = { .text = text,
		.len = len,
		.marks = marks,
		.mark_count = mark_count,
		.language = abbreviation_find_language(language) };
	struct sentence_range *ranges = NULL;
	size_t count = 0, cap = 0;

	s.from = skip_white(&s, 0);
	while (s.from < len) {
		size_t end = find_end(&s);

		if (count == cap) {
			cap = cap ? cap * 2 : 8;
			ranges = mem_resize_array(ranges, cap, sizeof *ranges);
		}
		ranges[count].at = (uint32_t)s.from;
		ranges[count++].len = (uint32_t)(trim_white(&s, end) - s.from);
		s.from = skip_white(&s, end);
	}
	*out = ranges;
	return count;
}
