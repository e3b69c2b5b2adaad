/* SPDX-License-Identifier: ISC */
#ifndef IBID_SEARCH_CAPITAL_H
#define IBID_SEARCH_CAPITAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a pattern in PCRE2's language has a capital letter that stands for
 * itself: not one of an escape, a property, a class or group name, a verb or
 * a comment.  Well-formed UTF-8.
 */
bool capital_is_meant(const char *pattern, size_t len);

/* Likewise of text in which no character has a meaning. */
bool capital_is_there(const char *text, size_t len);

#endif
