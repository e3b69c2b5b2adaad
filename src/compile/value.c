/* SPDX-License-Identifier: ISC */
#include "value.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* The control character that has no place in the text, or 0x20. */
static int32_t
find_control(const char *text, size_t len, bool is_long)
{
	const char *end = text + len;
	int32_t code_point;

	while (text < end) {
		const char *at = text;

		text += utf8_decode(&code_point, text, end);
		if (!utf8_is_control(code_point))
			continue;
		if (is_long &&
		    (*at == '\n' || *at == '\t' ||
			(*at == '\r' && text < end && *text == '\n')))
			continue;
		return code_point;
	}
	return ' ';
}

const char *
value_copy(int32_t *control, const char *text, size_t len, bool is_long,
    struct arena *arena)
{
	int32_t found = find_control(text, len, is_long);
	struct str lines, nfc;
	const char *copy;

	if (found != ' ') {
		*control = found;
		return NULL;
	}
	str_init(&lines, 0);
	str_init(&nfc, 0);
	for (size_t i = 0; i < len; i++) {
		if (text[i] != '\r')
			str_add_char(&lines, text[i]);
	}
	utf8_add_nfc(&nfc, lines.data, lines.len);
	copy = arena_copy(arena, nfc.data, nfc.len);
	str_clear(&lines);
	str_clear(&nfc);
	return copy;
}
