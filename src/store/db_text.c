/* SPDX-License-Identifier: ISC */
#include "db_text.h"

#include <string.h>

#include "base/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

bool
db_text_is_sound(const char *bytes, size_t len)
{
	return len == 0 ||
	    (utf8_find_invalid(bytes, len) == len && !memchr(bytes, '\0', len));
}

/* The bytes that the character at text becomes; *step are passed over. */
static const char *
repair_character(size_t *repaired_len, size_t *step, const char *text,
    const char *end)
{
	int32_t code_point;

	*step = utf8_decode(&code_point, text, end);
	if (code_point == 0xFFFD || code_point == 0) {
		*repaired_len = sizeof replacement - 1;
		return replacement;
	}
	*repaired_len = *step;
	return text;
}

char *
db_text_repair(size_t *repaired_len, uint32_t *moved, const char *bytes,
    size_t len, size_t limit_bytes, struct arena *arena)
{
	size_t size = len > limit_bytes / 3 ? limit_bytes : len * 3;
	char *copy = arena_alloc(arena, size + 1);
	size_t to = 0, step;

	for (size_t i = 0; moved && i <= len; i++)
		moved[i] = UINT32_MAX;
	for (size_t at = 0; at < len; at += step) {
		size_t add;
		const char *from = repair_character(&add, &step, bytes + at,
		    bytes + len);

		if (moved)
			moved[at] = (uint32_t)to;
		if (add > size - to) {
			size = to;
			continue;
		}
		memcpy(copy + to, from, add);
		to += add;
	}
	if (moved)
		moved[len] = (uint32_t)to;
	copy[to] = '\0';
	*repaired_len = to;
	return copy;
}

void
db_text_add_filtered(struct str *out, const char *message)
{
	const char *end = message + strlen(message);

	while (message < end) {
		int32_t code_point;
		size_t step = utf8_decode(&code_point, message, end);

		if (code_point == 0xFFFD || utf8_is_control(code_point) ||
		    utf8_is_invisible(code_point))
			str_add_char(out, '?');
		else
			str_add(out, message, step);
		message += step;
	}
}
