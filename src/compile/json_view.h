/* SPDX-License-Identifier: ISC */
#ifndef IBID_JSON_VIEW_H
#define IBID_JSON_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "base/arena.h"

/*
 * jansson tells where a text is no JSON, but not where a value of a good
 * one stands.  A view is a value together with its bytes in the text: the
 * children of an object or array are found by a scan of its bytes, which
 * runs alongside jansson's own (it keeps the order of members).
 */
struct json_view {
	const char *key; /* of a member; NULL in an array */
	json_t *json;    /* lent */
	size_t at;       /* of the key, or of the value in an array */
	size_t value_at;
	size_t value_end;
};

/* The children of an object or array; other values have none. */
size_t json_view_open(struct json_view **children,
    const struct json_view *parent, const char *text, struct arena *arena);

/* "an object", "an array", "text", "a number", ...: for messages. */
const char *json_view_name_type(const json_t *json);

/* Steps over JSON's white space. */
size_t json_skip_space(const char *text, size_t len, size_t at);

/*
 * The end of the token at `at` (not white space): a string, a punctuation
 * character, or a run of anything else.  The text need not be JSON.
 */
size_t json_find_token_end(const char *text, size_t len, size_t at);

#endif
