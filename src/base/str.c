/* SPDX-License-Identifier: ISC */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* What an empty string shows before it has memory of its own. */
static char nothing[1];

void
str_init(struct str *s, size_t limit_bytes)
{
	*s = (struct str){ .data = nothing, .limit_bytes = limit_bytes };
}

void
str_clear(struct str *s)
{
	if (s->cap_bytes)
		free(s->data);
	str_init(s, s->limit_bytes);
}

void
str_reset(struct str *s)
{
	s->len = 0;
	s->is_cut = false;
	if (s->cap_bytes)
		s->data[0] = '\0';
}

/* Makes room for len more bytes and the NUL; false beyond the limit. */
static bool
make_room(struct str *s, size_t len)
{
	size_t cap = s->cap_bytes ? s->cap_bytes : 64;

	if (s->is_cut)
		return false;
	if (len > SIZE_MAX / 2 - s->len ||
	    (s->limit_bytes && s->len + len > s->limit_bytes)) {
		s->is_cut = true;
		return false;
	}
	if (s->len + len < s->cap_bytes)
		return true;
	while (cap <= s->len + len)
		cap *= 2;
	s->data = mem_resize_array(s->cap_bytes ? s->data : NULL, cap, 1);
	s->cap_bytes = cap;
	return true;
}

void
str_add(struct str *s, const char *bytes, size_t len)
{
	if (!make_room(s, len))
		return;
	if (len)
		memcpy(s->data + s->len, bytes, len);
	s->len += len;
	s->data[s->len] = '\0';
}

void
str_add_text(struct str *s, const char *text)
{
	str_add(s, text, strlen(text));
}

void
str_add_char(struct str *s, char c)
{
	str_add(s, &c, 1);
}

void
str_add_repeated(struct str *s, char c, size_t count)
{
	if (!make_room(s, count))
		return;
	memset(s->data + s->len, c, count);
	s->len += count;
	s->data[s->len] = '\0';
}

void
str_add_code_point(struct str *s, int code_point)
{
	char bytes[4];

	str_add(s, bytes, utf8_encode(bytes, code_point));
}

void
str_add_format(struct str *s, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || !make_room(s, (size_t)len))
		return;
	va_start(args, format);
	vsnprintf(s->data + s->len, (size_t)len + 1, format, args);
	va_end(args);
	s->len += (size_t)len;
}

char *
str_take(struct str *s)
{
	char *text = s->cap_bytes ? s->data : mem_copy_text("");

	str_init(s, s->limit_bytes);
	return text;
}

enum { DISTANCE_LIMIT_BYTES = 64 };

static size_t
get_least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
str_get_distance(const char *a, size_t a_len, const char *b, size_t b_len,
    size_t limit)
{
	size_t rows[3][DISTANCE_LIMIT_BYTES + 1];

	if (a_len > DISTANCE_LIMIT_BYTES || b_len > DISTANCE_LIMIT_BYTES)
		return limit + 1;
	for (size_t j = 0; j <= b_len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t *row = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3];
		const size_t *two_above = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t cost = a[i - 1] != b[j - 1];

			row[j] = get_least(above[j - 1] + cost,
			    get_least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				row[j] = get_least(row[j],
				    two_above[j - 2] + 1);
		}
	}
	return get_least(rows[a_len % 3][b_len], limit + 1);
}

uint32_t
str_hash(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}
