/* SPDX-License-Identifier: ISC */
#include "json_view.h"

#include <assert.h>
#include <string.h>

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

size_t
json_skip_space(const char *text, size_t len, size_t at)
{
	while (at < len && is_one_of(text[at], " \t\r\n"))
		at++;
	return at;
}

size_t
json_find_token_end(const char *text, size_t len, size_t at)
{
	size_t end = at + 1;

	if (text[at] == '"') {
		while (end < len && text[end] != '"')
			end += text[end] == '\\' ? 2 : 1;
		return end < len ? end + 1 : len;
	}
	if (is_one_of(text[at], "[]{}:,"))
		return end;
	while (end < len && !is_one_of(text[end], " \t\r\n[]{}:,\""))
		end++;
	return end;
}

/* The end of the value at `at`, in a text that is JSON. */
static size_t
find_value_end(const char *text, size_t len, size_t at)
{
	size_t depth = 0;

	do {
		at = json_skip_space(text, len, at);
		depth += is_one_of(text[at], "[{");
		depth -= is_one_of(text[at], "]}");
		at = json_find_token_end(text, len, at);
	} while (depth > 0);
	return at;
}

/* Finds the bytes of the child that begins at or behind `at`. */
static void
find_bytes(struct json_view *child, bool is_member, const char *text,
    size_t len, size_t at)
{
	child->at = json_skip_space(text, len, at);
	child->value_at = child->at;
	if (is_member) {
		at = json_find_token_end(text, len, child->at);
		at = json_skip_space(text, len, at) + 1;
		child->value_at = json_skip_space(text, len, at);
	}
	child->value_end = find_value_end(text, len, child->value_at);
}

/* The keys and values as jansson has them. */
static void
take_values(struct json_view *children, const struct json_view *parent)
{
	size_t i = 0;
	json_t *value;
	const char *key;

	if (json_is_object(parent->json)) {
		json_object_foreach(parent->json, key, value)
		{
			children[i].key = key;
			children[i++].json = value;
		}
	} else {
		json_array_foreach(parent->json, i, value) children[i].json =
		    value;
	}
}

size_t
json_view_open(struct json_view **children, const struct json_view *parent,
    const char *text, struct arena *arena)
{
	bool is_object = json_is_object(parent->json);
	size_t count = is_object ? json_object_size(parent->json) :
				   json_array_size(parent->json);
	size_t at = parent->value_at + 1;

	*children = arena_alloc_array(arena, count, sizeof(**children));
	if (count == 0)
		return 0;
	take_values(*children, parent);
	for (size_t i = 0; i < count; i++) {
		struct json_view *child = &(*children)[i];

		find_bytes(child, is_object, text, parent->value_end, at);
		at = json_skip_space(text, parent->value_end,
			 child->value_end) +
		    1;
	}
	assert(at == parent->value_end);
	return count;
}

const char *
json_view_name_type(const json_t *json)
{
	static const char *const names[] = { [JSON_OBJECT] = "an object",
		[JSON_ARRAY] = "an array",
		[JSON_STRING] = "text",
		[JSON_INTEGER] = "a number",
		[JSON_REAL] = "a number",
		[JSON_TRUE] = "true",
		[JSON_FALSE] = "false",
		[JSON_NULL] = "null" };

	return names[json_typeof(json)];
}
