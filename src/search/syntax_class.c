/* SPDX-License-Identifier: ISC */
#include "syntax_private.h"

#include <string.h>

#include "base/utf8.h"

/* Escapes that are a control character, each followed by it. */
static const char controls[] = "a\ae\033f\fn\nr\rt\t";

static const char hex_digits[] = "0123456789abcdefABCDEF";

static int
get_hex(char digit)
{
	size_t i = (size_t)(strchr(hex_digits, digit) - hex_digits);

	return (int)(i < 16 ? i : i - 6);
}

static bool
is_hex(const struct cursor *c)
{
	return c->at < c->end && *c->at != '\0' && strchr(hex_digits, *c->at);
}

/* \x41 and \x{2014}; fewer digits than two without braces: give up. */
static bool
read_hex(int32_t *out, struct cursor *c)
{
	bool has_brace = cursor_skip(c, '{');
	int digits = 0;

	*out = 0;
	for (; is_hex(c) && digits < (has_brace ? 6 : 2); digits++)
		*out = *out * 16 + get_hex(*c->at++);
	if (has_brace)
		return digits > 0 && cursor_skip(c, '}');
	return digits == 2;
}

/* \p{Greek}, \pL */
static bool
skip_property(struct cursor *c)
{
	if (!cursor_skip(c, '{'))
		return c->at++ < c->end;
	while (c->at < c->end && *c->at != '}')
		c->at++;
	return cursor_skip(c, '}');
}

/* A letter behind a backslash that is one character of many. */
static bool
read_class_letter(char letter, struct cursor *c)
{
	if (letter == 'p' || letter == 'P')
		return skip_property(c);
	if (letter == 'N')
		return !cursor_is_at(c, '{'); /* \N{U+2014} */
	return strchr("dDsSwWhHvV", letter) != NULL;
}

/* A character behind a backslash that stands for one. */
static bool
read_character(int32_t *out, char letter, struct cursor *c)
{
	const char *control = strchr(controls, letter);

	if (letter == 'x')
		return read_hex(out, c);
	if (control && (control - controls) % 2 == 0) {
		*out = (unsigned char)control[1];
		return true;
	}
	*out = (unsigned char)letter;
	return letter > ' ' && letter < 0x7F &&
	    !(letter >= '0' && letter <= '9') &&
	    !(letter >= 'A' && letter <= 'Z') &&
	    !(letter >= 'a' && letter <= 'z');
}

bool
syntax_read_escape(struct item *out, bool *is_regular, struct cursor *c)
{
	char letter;

	if (c->at >= c->end || *c->at == '\0')
		return false;
	letter = *c->at++;
	out->kind = ITEM_CHARACTER;
	if (read_character(&out->character, letter, c))
		return true;
	out->kind = ITEM_CLASS;
	if (letter != 'x' && read_class_letter(letter, c))
		return true;
	out->kind = ITEM_PLACE;
	if (strchr("bBAzZ", letter))
		return true;
	*is_regular = false;
	if (strchr("GK", letter))
		return true;
	out->kind = ITEM_ANYTHING;
	if (strchr("RX", letter))
		return true;
	/* A reference back; with two digits it may be an octal number. */
	return letter >= '1' && letter <= '9' && !cursor_is_digit(c);
}

/* [:alpha:] within a class; what only looks like it: give up. */
static bool
skip_class_name(struct cursor *c)
{
	c->at += 2;
	cursor_skip(c, '^');
	while (c->at < c->end && *c->at >= 'a' && *c->at <= 'z')
		c->at++;
	return cursor_skip(c, ':') && cursor_skip(c, ']');
}

/* One byte, or what belongs together, of a class. */
static bool
skip_in_class(struct cursor *c)
{
	if (cursor_skip(c, '\\')) {
		if (c->at >= c->end || strchr("QEco", *c->at))
			return false;
		c->at++;
		return true;
	}
	if (*c->at == '[' && c->at + 1 < c->end && strchr(":.=", c->at[1]))
		return c->at[1] == ':' && skip_class_name(c);
	c->at++;
	return true;
}

bool
syntax_skip_class(struct cursor *c)
{
	/* Borders of words that are written like classes. */
	if (c->end - c->at >= 6 &&
	    (memcmp(c->at, "[:<:]]", 6) == 0 ||
		memcmp(c->at, "[:>:]]", 6) == 0))
		return false;
	cursor_skip(c, '^');
	cursor_skip(c, ']'); /* stands for itself here */
	while (c->at < c->end && *c->at != ']') {
		if (!skip_in_class(c))
			return false;
	}
	return cursor_skip(c, ']');
}

/* A character of a class that lists them. */
static bool
read_listed(int32_t *out, struct cursor *c)
{
	if (c->at >= c->end || *c->at == '[')
		return false;
	if (cursor_skip(c, '\\')) {
		char letter;

		if (c->at >= c->end || *c->at == '\0')
			return false;
		letter = *c->at++;
		return read_character(out, letter, c);
	}
	c->at += utf8_decode(out, c->at, c->end);
	return true;
}

unsigned
syntax_list_class(int32_t *out, unsigned limit, const char *text, size_t len)
{
	struct cursor c = { text + 1, text + len - 1 };
	unsigned count = 0;

	if (len < 3 || text[0] != '[' || text[1] == '^' || text[1] == ']')
		return 0;
	while (c.at < c.end) {
		int32_t first, last;

		if (!read_listed(&first, &c))
			return 0;
		last = first;
		if (c.end - c.at > 1 && cursor_skip(&c, '-') &&
		    !read_listed(&last, &c))
			return 0;
		if (last < first || (uint32_t)(last - first) >= limit - count)
			return 0;
		while (first <= last)
			out[count++] = first++;
	}
	return count;
}
