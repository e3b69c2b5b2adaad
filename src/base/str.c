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
