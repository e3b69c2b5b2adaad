/* SPDX-License-Identifier: ISC */
#include "term_glyph.h"

#include <string.h>
#include <wchar.h>

#include "base/utf8.h"

enum { SIZE = sizeof((struct cell *)0)->text };

/* Variation selectors: terminals differ in how wide they make a base. */
static bool
is_selector(int32_t c)
{
	return c >= 0xFE00 && c <= 0xFE0F;
}

/*
 * Copies what of a cluster has a known width and returns its columns, -1
 * where one character has none.  What is joined to a base is left out.
 */
static int
copy_known(char *out, size_t *len, const struct cell *cell)
{
	const char *p = cell->text, *end = p + cell->len;
	int cols = 0;

	*len = 0;
	while (p < end) {
		int32_t c;
		size_t size = utf8_decode(&c, p, end);
		int width = wcwidth((wchar_t)c);

		if (c == 0x200D)
			break;
		if (width < 0 || (width == 0 && cols == 0))
			return -1;
		if (!is_selector(c)) {
			memcpy(out + *len, p, size);
			*len += size;
			cols += width;
		}
		p += size;
	}
	return cols;
}

size_t
glyph_make(char out[SIZE], const struct cell *cell)
{
	size_t len;
	int cols = copy_known(out, &len, cell);

	if (cols < 1 || cols > cell->width_cols) {
		cols = 1;
		len = utf8_encode(out, wcwidth(0xFFFD) == 1 ? 0xFFFD : '?');
	}
	while (cols++ < cell->width_cols && len < SIZE)
		out[len++] = ' ';
	return len;
}
