/* SPDX-License-Identifier: ISC */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Takes away a character that was cut in the middle. */
static void
drop_broken_tail(char *text)
{
	size_t len = strlen(text);
	size_t back = 0;

	while (back < len && back < 4 && utf8_is_inside(text[len - 1 - back]))
		back++;
	if (back < len && (unsigned char)text[len - 1 - back] >= 0xC0)
		text[len - 1 - back] = '\0';
}

enum status
error_set(struct error *err, enum status status, const char *format, ...)
{
	va_list args;
	int len;

	if (!err)
		return status;
	err->status = status;
	va_start(args, format);
	len = vsnprintf(err->message, sizeof err->message, format, args);
	va_end(args);
	if (len >= (int)sizeof err->message)
		drop_broken_tail(err->message);
	for (char *p = err->message; *p; p++) {
		if (*p == '\n' || *p == '\r')
			*p = ' ';
	}
	return status;
}
