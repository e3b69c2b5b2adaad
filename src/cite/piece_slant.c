/* SPDX-License-Identifier: ISC */
#include "piece_flat.h"

#include "base/utf8.h"

/*
 * Han, kana and Hangul have no italics: printers leave them upright, and
 * terminals that slant them make them hard to read.  A title with letters or
 * numbers that have is one piece all the same.
 */
static bool
is_upright(int32_t c)
{
	return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA4CF) ||
	    (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0x20000 && c <= 0x3FFFF);
}

static bool
is_slanted(int32_t c)
{
	if (c < 0x80)
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9') || c == '-';
	return c >= 0xC0 && c < 0x1100;
}

bool
flat_has_no_italics(const char *text, size_t len)
{
	const char *end = text + len;
	bool has_upright = false;

	while (text < end) {
		int32_t c;

		text += utf8_decode(&c, text, end);
		if (is_slanted(c))
			return false;
		has_upright |= is_upright(c);
	}
	return has_upright;
}
