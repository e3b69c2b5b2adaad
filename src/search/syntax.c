/* SPDX-License-Identifier: ISC */
#include "syntax.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "syntax_private.h"

enum { NESTING_LIMIT = 250, MOST_REPEATS = 65535 };

struct reader {
	struct syntax *out;
	struct cursor c;
	const char *text;
	bool is_caseless;
	unsigned depth;
	bool was_caseless[NESTING_LIMIT]; /* outside the open groups */
};

/* Whether text is next; goes behind it then. */
static bool
skip(struct cursor *c, const char *text)
{
	size_t len = strlen(text);

	if ((size_t)(c->end - c->at) < len || memcmp(c->at, text, len) != 0)
		return false;
	c->at += len;
	return true;
}

/* No number at all is 0. */
static bool
read_number(uint32_t *out, struct cursor *c)
{
	*out = 0;
	for (; cursor_is_digit(c); c->at++) {
		*out = *out * 10 + (uint32_t)(*c->at - '0');
		if (*out > MOST_REPEATS)
			return false;
	}
	return true;
}

/* {2} {2,} {2,5}.  What else begins like that has changed its meaning. */
static bool
read_braces(struct item *item, struct cursor *c)
{
	if (!cursor_is_digit(c) || !read_number(&item->least, c))
		return false;
	item->most = item->least;
	if (cursor_skip(c, ',')) {
		item->most = ITEM_NO_MOST;
		if (cursor_is_digit(c) && !read_number(&item->most, c))
			return false;
	}
	return cursor_skip(c, '}') && item->least <= item->most;
}

/* Whether a brace is one that stands for itself to all releases. */
static bool
is_plain_brace(const struct cursor *c)
{
	return c->at + 1 >= c->end || !strchr("0123456789, \t", c->at[1]);
}

static bool
read_quantifier(struct item *item, struct reader *r)
{
	static const struct {
		char sign;
		uint32_t least, most;
	} signs[] = { { '*', 0, ITEM_NO_MOST }, { '+', 1, ITEM_NO_MOST },
		{ '?', 0, 1 } };
	size_t i = 0;

	while (i < sizeof signs / sizeof *signs &&
	    !cursor_skip(&r->c, signs[i].sign))
		i++;
	if (i < sizeof signs / sizeof *signs) {
		item->least = signs[i].least;
		item->most = signs[i].most;
	} else if (!cursor_is_at(&r->c, '{') || is_plain_brace(&r->c)) {
		return true;
	} else if (r->c.at++, !read_braces(item, &r->c)) {
		return false;
	}
	if (cursor_skip(&r->c, '+'))
		r->out->is_pure = r->out->is_regular = false;
	else
		cursor_skip(&r->c, '?');
	return true;
}

/* (?i-s) or the beginning of (?i:...); those that change no character are
 * read over. */
static bool
read_settings(struct item *item, struct reader *r)
{
	bool is_caseless = r->is_caseless, is_on = true;

	for (; r->c.at < r->c.end && strchr("imsnJU-", *r->c.at); r->c.at++) {
		if (*r->c.at == '-')
			is_on = false;
		else if (*r->c.at == 'i')
			is_caseless = is_on;
	}
	if (cursor_skip(&r->c, ')'))
		item->kind = ITEM_SETTING;
	else if (!cursor_skip(&r->c, ':'))
		return false;
	r->is_caseless = is_caseless;
	return true;
}

/* A group's name, up to the sign that ends it. */
static bool
skip_name(struct cursor *c, char end)
{
	while (c->at < c->end &&
	    (cursor_is_digit(c) || *c->at == '_' ||
		(*c->at >= 'a' && *c->at <= 'z') ||
		(*c->at >= 'A' && *c->at <= 'Z')))
		c->at++;
	return cursor_skip(c, end);
}

/* Behind "(?". */
static bool
read_group_kind(struct item *item, struct reader *r)
{
	static const struct {
		const char *text;
		enum group_kind group;
	} kinds[] = { { "|", GROUP_PLAIN }, { ">", GROUP_ATOMIC },
		{ "=", GROUP_LOOK }, { "<=", GROUP_LOOK }, { "!", GROUP_NOT },
		{ "<!", GROUP_NOT } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!skip(&r->c, kinds[i].text))
			continue;
		item->group = kinds[i].group;
		return true;
	}
	if (skip(&r->c, "P<") || skip(&r->c, "<"))
		return skip_name(&r->c, '>');
	if (skip(&r->c, "'"))
		return skip_name(&r->c, '\'');
	if (skip(&r->c, "P=")) {
		item->kind = ITEM_ANYTHING;
		return skip_name(&r->c, ')');
	}
	return read_settings(item, r);
}

/* Behind "(". */
static bool
read_opening(struct item *item, struct reader *r)
{
	bool was_caseless = r->is_caseless;

	item->kind = ITEM_OPEN;
	if (cursor_is_at(&r->c, '*') || r->depth == NESTING_LIMIT)
		return false;
	if (cursor_skip(&r->c, '?') && !read_group_kind(item, r))
		return false;
	if (item->kind == ITEM_OPEN)
		r->was_caseless[r->depth++] = was_caseless;
	if (item->kind == ITEM_ANYTHING || item->group == GROUP_ATOMIC)
		r->out->is_regular = false;
	if (item->group != GROUP_PLAIN)
		r->out->is_pure = false;
	return true;
}

static bool
read_closing(struct item *item, struct reader *r)
{
	item->kind = ITEM_CLOSE;
	if (r->depth == 0)
		return false;
	r->is_caseless = r->was_caseless[--r->depth];
	return true;
}

/* What is behind a sign that is no character. */
static bool
read_sign(struct item *item, char sign, struct reader *r)
{
	switch (sign) {
	case '\\':
		return syntax_read_escape(item, &r->out->is_regular, &r->c);
	case '[':
		item->kind = ITEM_CLASS;
		return syntax_skip_class(&r->c);
	case '(':
		return read_opening(item, r);
	case ')':
		return read_closing(item, r);
	case '|':
		item->kind = ITEM_OR;
		return true;
	case '.':
		item->kind = ITEM_CLASS;
		return true;
	case '^':
	case '$':
		item->kind = ITEM_PLACE;
		return true;
	default:
		return false; /* a quantifier of nothing */
	}
}

static bool
can_be_repeated(const struct item *item)
{
	return item->kind == ITEM_CHARACTER || item->kind == ITEM_CLASS ||
	    item->kind == ITEM_ANYTHING || item->kind == ITEM_CLOSE;
}

static bool
read_item(struct item *item, struct reader *r)
{
	static const char signs[] = "\\[()|.^$?*+";

	item->at = (uint16_t)(r->c.at - r->text);
	item->is_caseless = r->is_caseless;
	item->least = item->most = 1;
	if (*r->c.at == '{' && !is_plain_brace(&r->c))
		return false;
	if (*r->c.at == '\0' || !strchr(signs, *r->c.at))
		r->c.at += utf8_decode(&item->character, r->c.at, r->c.end);
	else if (!read_sign(item, *r->c.at++, r))
		return false;
	item->one_len = (uint16_t)(r->c.at - r->text - item->at);
	if (item->kind == ITEM_PLACE || item->kind == ITEM_ANYTHING)
		r->out->is_pure = false;
	if (can_be_repeated(item) && !read_quantifier(item, r))
		return false;
	item->len = (uint16_t)(r->c.at - r->text - item->at);
	return true;
}

bool
syntax_read(struct syntax *out, const char *text, size_t len, bool is_caseless)
{
	struct reader r = { .out = out,
		.c = { text, text + len },
		.text = text,
		.is_caseless = is_caseless };

	*out = (struct syntax){ .is_pure = true, .is_regular = true };
	if (len > UINT16_MAX)
		return false;
	out->items = mem_alloc_array(SYNTAX_ITEM_LIMIT + 1, sizeof *out->items);
	while (r.c.at < r.c.end && out->count < SYNTAX_ITEM_LIMIT &&
	    read_item(&out->items[out->count], &r))
		out->count++;
	if (r.c.at < r.c.end || r.depth > 0) {
		syntax_clear(out);
		return false;
	}
	out->items[out->count++] = (struct item){ .kind = ITEM_END,
		.at = (uint16_t)len };
	return true;
}

void
syntax_clear(struct syntax *s)
{
	free(s->items);
	s->items = NULL;
	s->count = 0;
}
