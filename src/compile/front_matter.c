/* SPDX-License-Identifier: ISC */
#include "front_matter.h"

#include <string.h>

/* Bytes of the line at from, without its line break. */
static size_t
get_line_len(const char *from, const char *end)
{
	const char *line_feed = memchr(from, '\n', (size_t)(end - from));

	return (size_t)((line_feed != NULL ? line_feed : end) - from);
}

static bool
is_fence(const char *line, size_t len, const char *fence)
{
	while (len > 3 && strchr(" \t\r", line[len - 1]) != NULL &&
	    line[len - 1] != '\0')
		len--;
	return len == 3 && memcmp(line, fence, 3) == 0;
}

bool
front_matter_find(const char **yaml, size_t *yaml_len, size_t *body_at,
    unsigned *body_line, const char *text, size_t len)
{
	const char *end = text + len, *at = text, *from;
	size_t line_len;
	unsigned line = 2;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	line_len = get_line_len(at, end);
	if (!is_fence(at, line_len, "---") || at + line_len == end)
		return false;
	from = at + line_len + 1;
	for (at = from; at < end; at += line_len + 1, line++) {
		line_len = get_line_len(at, end);
		if (is_fence(at, line_len, "---") ||
		    is_fence(at, line_len, "...")) {
			*yaml = from;
			*yaml_len = (size_t)(at - from);
			at += line_len;
			*body_at = (size_t)(at - text) + (at < end);
			*body_line = line + 1;
			return true;
		}
		if (at + line_len == end)
			break;
	}
	return false;
}
