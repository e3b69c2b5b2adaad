/* SPDX-License-Identifier: ISC */
#include "base/json_check.h"

#include <string.h>

#include "base/utf8.h"

enum { DEEPEST = 64 };

struct reader {
	const char *p;
	const char *end;
	int depth;
};

static void
skip_blanks(struct reader *r)
{
	while (r->p < r->end && memchr(" \t\r\n", *r->p, 4))
		r->p++;
}

static bool
skip_char(struct reader *r, char c)
{
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static bool
skip_digits(struct reader *r)
{
	const char *start = r->p;

	while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
		r->p++;
	return r->p > start;
}

static bool
skip_number(struct reader *r)
{
	skip_char(r, '-');
	if (!skip_char(r, '0') && !skip_digits(r))
		return false;
	if (skip_char(r, '.') && !skip_digits(r))
		return false;
	if (skip_char(r, 'e') || skip_char(r, 'E')) {
		if (!skip_char(r, '+'))
			skip_char(r, '-');
		return skip_digits(r);
	}
	return true;
}

static bool
skip_escape(struct reader *r)
{
	if (r->p == r->end)
		return false;
	if (*r->p != 'u')
		return memchr("\"\\/bfnrt", *r->p++, 8) != NULL;
	r->p++;
	if (r->end - r->p < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		if (!memchr("0123456789abcdefABCDEF", *r->p++, 22))
			return false;
	}
	return true;
}

static bool
skip_string(struct reader *r)
{
	if (!skip_char(r, '"'))
		return false;
	while (r->p < r->end) {
		unsigned char c = (unsigned char)*r->p++;

		if (c == '"')
			return true;
		if (c < 0x20)
			return false;
		if (c == '\\' && !skip_escape(r))
			return false;
	}
	return false;
}

static bool
skip_word(struct reader *r, const char *word)
{
	size_t len = strlen(word);

	if ((size_t)(r->end - r->p) < len || memcmp(r->p, word, len) != 0)
		return false;
	r->p += len;
	return true;
}

static bool skip_value(struct reader *r);

static bool
skip_member(struct reader *r, bool has_name)
{
	skip_blanks(r);
	if (has_name) {
		if (!skip_string(r))
			return false;
		skip_blanks(r);
		if (!skip_char(r, ':'))
			return false;
	}
	return skip_value(r);
}

/* An array or object; its opening bracket has been read. */
static bool
skip_members(struct reader *r, char close)
{
	if (++r->depth > DEEPEST)
		return false;
	skip_blanks(r);
	if (!skip_char(r, close)) {
		do {
			if (!skip_member(r, close == '}'))
				return false;
			skip_blanks(r);
		} while (skip_char(r, ','));
		if (!skip_char(r, close))
			return false;
	}
	r->depth--;
	return true;
}

static bool
skip_value(struct reader *r)
{
	skip_blanks(r);
	if (r->p == r->end)
		return false;
	switch (*r->p) {
	case '{':
		r->p++;
		return skip_members(r, '}');
	case '[':
		r->p++;
		return skip_members(r, ']');
	case '"':
		return skip_string(r);
	case 't':
		return skip_word(r, "true");
	case 'f':
		return skip_word(r, "false");
	case 'n':
		return skip_word(r, "null");
	default:
		return skip_number(r);
	}
}

/* Where it ceases to be JSON; *is_whole: at its end, and complete. */
static size_t
check(bool *is_whole, const char *text, size_t len, char begins)
{
	struct reader r = { .p = text, .end = text + len };

	skip_blanks(&r);
	*is_whole = (!begins || (r.p < r.end && *r.p == begins)) &&
	    skip_value(&r);
	skip_blanks(&r);
	*is_whole &= r.p == r.end;
	return (size_t)(r.p - text);
}

bool
json_check_is_object(const char *text, size_t len)
{
	bool is_whole;

	if (utf8_find_invalid(text, len) != len)
		return false;
	check(&is_whole, text, len, '{');
	return is_whole;
}

bool
json_check_find_fault(size_t *out, const char *text, size_t len)
{
	bool is_whole;

	*out = utf8_find_invalid(text, len);
	if (*out != len)
		return true;
	*out = check(&is_whole, text, len, '\0');
	return !is_whole;
}
