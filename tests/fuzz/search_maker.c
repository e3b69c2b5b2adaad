/* SPDX-License-Identifier: ISC */
#include "search_maker.h"

#include <string.h>

#include "base/utf8.h"

enum { DEPTH = 4, LONGEST_BYTES = 600 };

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

/* Each is one for PCRE2 where case does not count, or looks as if. */
static const char *const folds[][4] = {
	{ "k", "K", "\xE2\x84\xAA" },
	{ "s", "S", "\xC5\xBF" },
	{ "\xC3\xA5", "\xC3\x85", "\xE2\x84\xAB" },
	{ "\xC3\x9F", "\xE1\xBA\x9E", "ss", "SS" },
	{ "\xCF\x83", "\xCF\x82", "\xCE\xA3" },
	{ "\xC7\x86", "\xC7\x85", "\xC7\x84" },
	{ "\xC3\xA9", "\xC3\x89", "e\xCC\x81" },
	{ "i", "I", "\xC4\xB0", "\xC4\xB1" },
	{ "\xD0\xB2", "\xD0\x92", "\xE1\xB2\x80" },
	{ "\xC2\xB5", "\xCE\xBC", "\xCE\x9C" },
	{ "\xEF\xAC\x81", "fi" },
	{ "\xE1\xBD\xB0", "\xE1\xBE\xBA" },
	{ "\xF0\x90\x90\xA8", "\xF0\x90\x90\x80" },
	{ "a", "A" },
	{ "b", "B" },
	{ "x", "X" },
	{ "\xEC\xA1\xB0", "\xEC\x84\xA0" },
	{ "0", "\xD9\xA3" },
	{ " ", "\n", "\t", "\xC2\xA0" },
	{ ",", ".", "-" },
};

static const char *const words[] = { "kernel", "task", "lea", "the ", "x",
	"photo", "\xED\x95\x9C\xEA\xB5\xAD", "1,234", "Kim", "s", "k",
	"\xE2\x80\x94", "\xD0\xBC\xD0\xBE\xD1\x81" };

/* A class and one of its characters. */
static const char *const classes[][2] = {
	{ "[a-c]", "b" },
	{ "[ks]", "s" },
	{ "[^k]", "x" },
	{ "[]a]", "]" },
	{ "[^]a]", "b" },
	{ "[\\]b]", "]" },
	{ "[[:alpha:]x]", "a" },
	{ "[[:^digit:]]", "a" },
	{ "[\xC3\xA9\xC3\xA8]", "\xC3\xA9" },
	{ "[a\\Q]\\E]", "]" },
	{ "[\\d,]", "3" },
	{ "[a-]", "-" },
	{ "[\\x{212A}]", "\xE2\x84\xAA" },
	{ "[A-Z]", "K" },
	{ "[k-s]", "s" },
	{ "[[:<:]]", "" },
	{ "[\xCF\x83-\xCF\x89]", "\xCF\x83" },
	{ "[\xC3\xA0-\xC3\xBF]", "\xC3\xA9" },
	{ "[\\p{Greek}a]", "\xCF\x83" },
	{ "[^\\x00-\\x7F]", "\xC3\xA9" },
	{ "[\\b]", "\b" },
	{ "[\\w-]", "-" },
	{ "\\d", "7" },
	{ "\\w", "k" },
	{ "\\s", " " },
	{ "\\D", "a" },
	{ "\\p{Hangul}", "\xED\x95\x9C" },
	{ "\\p{Greek}", "\xCF\x83" },
	{ "\\p{Lu}", "K" },
	{ "\\P{L}", "1" },
	{ "\\pL", "s" },
	{ "\\p{^Lu}", "a" },
	{ "\\h", " " },
	{ "\\N", "x" },
	{ ".", "a" },
	{ "\\R", "\n" },
	{ "\\X", "e\xCC\x81" },
};

/* An escape or an odd item, and what it may match. */
static const char *const odd[][2] = {
	{ "\\x41", "A" },
	{ "\\x{6b}", "k" },
	{ "\\x{e9}", "\xC3\xA9" },
	{ "\\xe9", "\xC3\xA9" },
	{ "\\x6", "\x06" },
	{ "\\x", "" },
	{ "\\t", "\t" },
	{ "\\n", "\n" },
	{ "\\.", "." },
	{ "\\\\", "\\" },
	{ "\\101", "A" },
	{ "\\012", "\n" },
	{ "\\0", "" },
	{ "\\8", "8" },
	{ "\\o{101}", "A" },
	{ "\\cA", "\x01" },
	{ "\\N{U+6b}", "k" },
	{ "\\Qa.k\\E", "a.k" },
	{ "\\Qs\\E+", "sss" },
	{ "\\E", "" },
	{ "\\Q", "" },
	{ "\\1", "" },
	{ "\\2", "" },
	{ "\\g1", "" },
	{ "\\g{-1}", "" },
	{ "\\k<n>", "" },
	{ "(?P=n)", "" },
	{ "(?R)", "" },
	{ "(?1)", "" },
	{ "(?&n)", "" },
	{ "(?P>n)", "" },
	{ "(?(1)a|b)", "b" },
	{ "(?(?=a)ab|c)", "ab" },
	{ "(?(DEFINE)(?<d>abc))", "" },
	{ "(?#k)", "" },
	{ "(?#", "" },
	{ "(?C1)", "" },
	{ "(?i)", "" },
	{ "(?-i)", "" },
	{ "(?x) # c\n", "" },
	{ "(?xx)", "" },
	{ "(?s)", "" },
	{ "(?m)", "" },
	{ "(?^)", "" },
	{ "(?U)", "" },
	{ "(?n)", "" },
	{ "(?J)", "" },
	{ "(?i-s)", "" },
	{ "(*ACCEPT)", "" },
	{ "(*COMMIT)", "" },
	{ "(*PRUNE)", "" },
	{ "(*SKIP)", "" },
	{ "(*THEN)", "" },
	{ "(*FAIL)", "" },
	{ "(*MARK:k)", "" },
	{ "(*pla:k)", "" },
	{ "(*sr:ab)", "ab" },
	{ "(*atomic:k)", "k" },
	{ "{", "{" },
	{ "{,3}", "{,3}" },
	{ "{ 1 }", "{ 1 }" },
	{ "{k}", "{k}" },
	{ "]", "]" },
	{ "}", "}" },
	{ "#", "#" },
	{ " ", " " },
	{ "^", "" },
	{ "$", "" },
	{ "\\b", "" },
	{ "\\B", "" },
	{ "\\A", "" },
	{ "\\z", "" },
	{ "\\Z", "" },
	{ "\\G", "" },
	{ "\\K", "" },
};

/* The tame ones among them. */
static const char *const plain[][2] = {
	{ "\\x{6b}", "k" },
	{ "\\.", "." },
	{ "\\t", "\t" },
	{ "{", "{" },
	{ "]", "]" },
	{ "^", "" },
	{ "$", "" },
	{ "\\b", "" },
	{ "\\B", "" },
	{ "(?i)", "" },
	{ "(?-i)", "" },
	{ "\\K", "" },
	{ "\\1", "" },
};

static const char *const heads[] = { "(*UTF)", "(*UCP)", "(*CR)", "(*ANYCRLF)",
	"(*NO_START_OPT)", "(*LIMIT_MATCH=9)", "(*NOTEMPTY)",
	"(*NO_AUTO_POSSESS)" };

static const char *const openings[] = { "(", "(", "(", "(", "(",
	"(?:", "(?:", "(?:", "(?:", "(?i:", "(?<n>", "(?'n'", "(?P<n>", "(?>",
	"(?|", "(?i:", "(?-i:", "(?s:", "(?x:", "(?^:", "(?=", "(?<=", "(?!",
	"(?<!", "(?*", "(?i-s:", "(*napla:" };

static const char *const quantifiers[] = { "*", "+", "?", "{2}", "{0}", "{1}",
	"{0,1}", "{1,}", "{2,3}", "{,2}", "{1,2", "{ 1}", "{3,1}", "{0,}" };

unsigned
chooser_take(struct chooser *c, unsigned count)
{
	unsigned byte;

	if (c->size == 0)
		return 0;
	byte = *c->data++;
	c->size--;
	return count == 0 ? 0 : byte % count;
}

struct maker {
	struct str *pattern, *sample;
	struct chooser *c;
};

static void make_choices(struct maker *m, unsigned depth);

static void
add_both(struct maker *m, const char *const pair[2])
{
	str_add_text(m->pattern, pair[0]);
	str_add_text(m->sample, pair[1]);
}

static void
add_characters(struct maker *m)
{
	unsigned count = 1 + chooser_take(m->c, 4);

	while (count-- > 0) {
		unsigned row = chooser_take(m->c, COUNT(folds));
		const char *text = folds[row][chooser_take(m->c, 2)];

		str_add_text(m->pattern, text);
		str_add_text(m->sample, text);
	}
}

static void
add_word(struct maker *m)
{
	const char *word = words[chooser_take(m->c, COUNT(words))];

	str_add_text(m->pattern, word);
	str_add_text(m->sample, word);
}

static void
add_group(struct maker *m, unsigned depth)
{
	str_add_text(m->pattern, openings[chooser_take(m->c, COUNT(openings))]);
	make_choices(m, depth + 1);
	str_add_char(m->pattern, ')');
}

/* What was just matched is matched so often. */
static void
add_quantifier(struct maker *m, size_t sample_at)
{
	static const char signs[] = { 0, 0, 0, '?', '+' };
	unsigned i = chooser_take(m->c, COUNT(quantifiers));
	unsigned copies = chooser_take(m->c, 4);
	char sign = signs[chooser_take(m->c, COUNT(signs))];
	size_t len = m->sample->len - sample_at;

	str_add_text(m->pattern, quantifiers[i]);
	if (sign)
		str_add_char(m->pattern, sign);
	while (copies-- > 1 && m->sample->len < LONGEST_BYTES) {
		struct str copy;

		str_init(&copy, 0);
		str_add(&copy, m->sample->data + sample_at, len);
		str_add(m->sample, copy.data, len);
		str_clear(&copy);
	}
}

static void
make_item(struct maker *m, unsigned depth)
{
	size_t sample_at = m->sample->len;
	unsigned kind = chooser_take(m->c, 16);

	if (kind < 5)
		add_characters(m);
	else if (kind < 8)
		add_word(m);
	else if (kind < 11)
		add_both(m, classes[chooser_take(m->c, COUNT(classes))]);
	else if (kind < 14 && depth < DEPTH)
		add_group(m, depth);
	else if (chooser_take(m->c, 4) == 0)
		add_both(m, odd[chooser_take(m->c, COUNT(odd))]);
	else
		add_both(m, plain[chooser_take(m->c, COUNT(plain))]);
	if (chooser_take(m->c, 4) == 1)
		add_quantifier(m, sample_at);
}

static void
make_branch(struct maker *m, unsigned depth)
{
	unsigned count = (chooser_take(m->c, 16) + 2) / 3; /* seldom none */

	while (count-- > 0 && m->pattern->len < LONGEST_BYTES)
		make_item(m, depth);
}

/* Of several branches one is taken into the sample. */
static void
make_choices(struct maker *m, unsigned depth)
{
	static const unsigned counts[] = { 1, 1, 1, 2, 2, 3, 6 };
	unsigned count = counts[chooser_take(m->c, COUNT(counts))];
	unsigned taken = chooser_take(m->c, count);
	struct str other, *sample = m->sample;

	for (unsigned i = 0; i < count; i++) {
		str_init(&other, 0);
		str_add(&other, "", 0);
		m->sample = i == taken ? sample : &other;
		if (i > 0)
			str_add_char(m->pattern, '|');
		make_branch(m, depth);
		str_clear(&other);
	}
	m->sample = sample;
}

/* A byte changed, lost or doubled. */
static void
spoil(struct str *s, struct chooser *c)
{
	static const char bytes[] = "\\()[]{}?*+|^$.-kKs#xQE:=!<>1,\n";
	struct str spoilt;
	size_t at;

	if (s->len == 0)
		return;
	at = (chooser_take(c, 256) * 256 + chooser_take(c, 256)) % s->len;
	str_init(&spoilt, 0);
	str_add(&spoilt, s->data, at);
	if (chooser_take(c, 2))
		str_add_char(&spoilt, bytes[chooser_take(c, COUNT(bytes) - 1)]);
	if (chooser_take(c, 2))
		str_add(&spoilt, s->data + at, s->len - at);
	else
		str_add(&spoilt, s->data + at + 1, s->len - at - 1);
	str_reset(s);
	str_add(s, spoilt.data, spoilt.len);
	str_clear(&spoilt);
}

void
make_pattern(struct str *pattern, struct str *sample, struct chooser *c)
{
	struct maker m = { pattern, sample, c };
	unsigned spoils = chooser_take(c, 8);

	str_add(pattern, "", 0);
	str_add(sample, "", 0);
	if (chooser_take(c, 32) == 1)
		str_add_text(pattern, heads[chooser_take(c, COUNT(heads))]);
	make_choices(&m, 0);
	while (spoils-- > 6)
		spoil(pattern, c);
}

/* Another form of the character at text; its length in *len. */
static const char *
find_form(const char *text, const char *end, size_t *len, struct chooser *c)
{
	for (unsigned i = 0; i < COUNT(folds); i++) {
		for (unsigned j = 0; j < 4 && folds[i][j]; j++) {
			*len = strlen(folds[i][j]);
			if ((size_t)(end - text) < *len ||
			    memcmp(text, folds[i][j], *len) != 0)
				continue;
			return folds[i][chooser_take(c, 4)];
		}
	}
	return NULL;
}

/* The text with some of its characters in other forms. */
static void
add_changed(struct str *out, const char *text, size_t len, unsigned seldom,
    struct chooser *c)
{
	const char *end = text + len;

	while (text < end) {
		int32_t code_point;
		size_t one = 0;
		const char *form = chooser_take(c, seldom) == 1 ?
		    find_form(text, end, &one, c) :
		    NULL;

		if (form) {
			str_add_text(out, form);
			text += one;
			continue;
		}
		one = utf8_decode(&code_point, text, end);
		str_add_code_point(out, code_point);
		text += one;
	}
}

static void
add_piece(struct str *out, const struct str *of, struct chooser *c)
{
	size_t at, len;

	if (of->len == 0)
		return;
	at = chooser_take(c, 256) % of->len;
	len = chooser_take(c, 8);
	if (len > of->len - at)
		len = of->len - at;
	add_changed(out, of->data + at, len, 4, c);
}

static void
add_noise(struct str *out, struct chooser *c)
{
	unsigned row = chooser_take(c, COUNT(folds));

	str_add_text(out, folds[row][chooser_take(c, 2)]);
}

void
make_subject(struct str *out, const struct str *pattern,
    const struct str *sample, struct chooser *c)
{
	unsigned count = chooser_take(c, 5);

	str_reset(out);
	str_add(out, "", 0);
	if (chooser_take(c, 2))
		add_noise(out, c);
	while (count-- > 0) {
		switch (chooser_take(c, 4)) {
		case 0:
			add_changed(out, sample->data, sample->len, 256, c);
			break;
		case 1:
			add_changed(out, sample->data, sample->len, 3, c);
			break;
		case 2:
			add_piece(out, pattern, c);
			break;
		default:
			add_noise(out, c);
		}
	}
}
