/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_SYNTAX_PRIVATE_H
#define IBID_SEARCH_SYNTAX_PRIVATE_H

#include <stdbool.h>

#include "syntax.h"

/* A place in a pattern; end is behind its last byte. */
struct cursor {
	const char *at;
	const char *end;
};

static inline bool
cursor_is_at(const struct cursor *c, char byte)
{
	return c->at < c->end && *c->at == byte;
}

static inline bool
cursor_skip(struct cursor *c, char byte)
{
	bool is_there = cursor_is_at(c, byte);

	c->at += is_there;
	return is_there;
}

static inline bool
cursor_is_digit(const struct cursor *c)
{
	return c->at < c->end && *c->at >= '0' && *c->at <= '9';
}

/*
 * Behind a backslash: what the escape is, and its character where it is one.
 * False: give up.
 */
bool syntax_read_escape(struct item *out, bool *is_regular, struct cursor *c);

/* Behind "[": goes behind the "]"; false: give up. */
bool syntax_skip_class(struct cursor *c);

#endif
