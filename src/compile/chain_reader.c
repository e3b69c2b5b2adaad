/* SPDX-License-Identifier: ISC */
#include "chain_reader.h"

#include <string.h>

bool
chain_reader_fail(struct chain_reader *r, size_t at, const char *error)
{
	r->error = error;
	r->error_at = at;
	return false;
}

bool
chain_reader_fail_unclosed(struct chain_reader *r)
{
	return chain_reader_fail(r, r->begin, "citation is not closed");
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/*
 * White space is blanks, and a line feed with the blanks and the ">" of
 * quotations behind it, unless the line that it begins is empty.
 */
bool
chain_reader_skip_white(struct chain_reader *r)
{
	size_t before = r->at;

	for (;;) {
		size_t next;

		while (r->at < r->len && is_blank(r->text[r->at]))
			r->at++;
		if (r->at == r->len || r->text[r->at] != '\n')
			break;
		next = r->at + 1;
		while (next < r->len &&
		    (is_blank(r->text[next]) || r->text[next] == '>'))
			next++;
		if (next == r->len || r->text[next] == '\n')
			break;
		r->at = next;
	}
	return r->at > before;
}

/* A line feed that was not passed over is followed by an empty line. */
int
chain_reader_peek(const struct chain_reader *r)
{
	if (r->at == r->len || r->text[r->at] == '\n')
		return CHAIN_READER_END;
	return (unsigned char)r->text[r->at];
}

bool
chain_reader_is_at_arrow(const struct chain_reader *r)
{
	return r->len - r->at >= 2 && r->text[r->at] == '<' &&
	    r->text[r->at + 1] == '-';
}

bool
chain_reader_is_letter(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
chain_reader_is_digit(int c)
{
	return c >= '0' && c <= '9';
}

/* Of a bare key; whatever is not ASCII counts as a letter. */
static bool
is_key_char(unsigned char c)
{
	return chain_reader_is_letter(c) || chain_reader_is_digit(c) ||
	    c == '_' || c >= 0x80;
}

static size_t
get_bare_key_len(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		if (is_key_char((unsigned char)text[i]))
			i++;
		else if (i > 0 && text[i] != '\0' &&
		    strchr(":.#$%&-+?<>/", text[i]) && i + 1 < len &&
		    is_key_char((unsigned char)text[i + 1]))
			i += 2;
		else
			break;
	}
	return i;
}

static bool
read_braced_key(struct chain_reader *r, const char **key)
{
	size_t from = r->at + 1;
	size_t end = from;

	while (end < r->len && !strchr("\n{}", r->text[end]))
		end++;
	if (end == r->len || r->text[end] != '}')
		return chain_reader_fail(r, r->at, "expected } behind the key");
	if (end == from)
		return chain_reader_fail(r, from, "expected a key after @{");
	*key = arena_copy(r->arena, r->text + from, end - from);
	r->at = end + 1;
	return true;
}

bool
chain_reader_read_key(struct chain_reader *r, const char **key)
{
	size_t len;

	if (chain_reader_peek(r) == '{')
		return read_braced_key(r, key);
	len = get_bare_key_len(r->text + r->at, r->len - r->at);
	if (len == 0)
		return chain_reader_fail(r, r->at, "expected a key after @");
	*key = arena_copy(r->arena, r->text + r->at, len);
	r->at += len;
	return true;
}

/* White space between words is one space; before the first there is none. */
static void
add_white(struct chain_reader *r)
{
	if (chain_reader_skip_white(r) && r->word.len > 0)
		str_add_char(&r->word, ' ');
}

static bool
end_word(struct chain_reader *r)
{
	while (r->word.len > 0 && r->word.data[r->word.len - 1] == ' ')
		r->word.data[--r->word.len] = '\0';
	return true;
}

bool
chain_reader_read_quoted(struct chain_reader *r)
{
	size_t begin = r->at++;

	str_reset(&r->word);
	for (;;) {
		int c;

		add_white(r);
		c = chain_reader_peek(r);
		if (c == CHAIN_READER_END) {
			r->at = begin;
			return chain_reader_fail(r, begin,
			    "quotation mark is not closed");
		}
		r->at++;
		if (c == '"')
			return end_word(r);
		if (c == '\\' &&
		    (chain_reader_peek(r) == '"' ||
			chain_reader_peek(r) == '\\'))
			c = (unsigned char)r->text[r->at++];
		str_add_char(&r->word, (char)c);
	}
}

/*
 * A bracket is more likely the next citation, behind one that was not
 * closed, than a part of the locator.
 */
static bool
fail_at_bracket(struct chain_reader *r)
{
	if (chain_reader_get_opening_len(r->text, r->len, r->at))
		return chain_reader_fail_unclosed(r);
	return chain_reader_fail(r, r->at,
	    "a locator that holds [ has to be quoted");
}

bool
chain_reader_read_open(struct chain_reader *r)
{
	str_reset(&r->word);
	for (;;) {
		int c;

		add_white(r);
		c = chain_reader_peek(r);
		if (c == CHAIN_READER_END)
			return chain_reader_fail_unclosed(r);
		if (c == ';' || c == ']' || chain_reader_is_at_arrow(r))
			return end_word(r);
		if (c == '[')
			return fail_at_bracket(r);
		str_add_char(&r->word, (char)c);
		r->at++;
	}
}

size_t
chain_reader_get_opening_len(const char *text, size_t len, size_t at)
{
	size_t backslashes = 0;
	size_t i = at + 1;

	if (i < len && (text[i] == '~' || text[i] == '!'))
		i++;
	if (text[at] != '[' || i >= len || text[i] != '@')
		return 0;
	while (backslashes < at && text[at - backslashes - 1] == '\\')
		backslashes++;
	return backslashes % 2 ? 0 : i + 1 - at;
}
