/* SPDX-License-Identifier: ISC */
#include "say.h"

#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/clean.h"

bool
say_is_ascii(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
}

void
say_line(FILE *to, bool is_ascii, const char *format, ...)
{
	unsigned flags = CLEAN_TERMINAL | CLEAN_VISIBLE;
	struct str line;
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		return;
	text = mem_alloc((size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	if (is_ascii)
		flags |= CLEAN_ASCII;
	str_init(&line, 0);
	clean_add(&line, text, (size_t)len, flags);
	str_add_char(&line, '\n');
	fwrite(line.data, 1, line.len, to);
	str_clear(&line);
	free(text);
}
