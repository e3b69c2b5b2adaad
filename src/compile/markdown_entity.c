/* SPDX-License-Identifier: ISC */
#include "markdown_entity.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/*
 * The names of HTML that people type: Latin letters, quotation marks,
 * dashes and the like.  In the order of strcmp().
 */
static const struct entity {
	const char *name;
	int32_t code_point;
} entities[] = {
	{ "AElig", 0xC6 },
	{ "Aacute", 0xC1 },
	{ "Acirc", 0xC2 },
	{ "Agrave", 0xC0 },
	{ "Aring", 0xC5 },
	{ "Atilde", 0xC3 },
	{ "Auml", 0xC4 },
	{ "Ccedil", 0xC7 },
	{ "Dagger", 0x2021 },
	{ "ETH", 0xD0 },
	{ "Eacute", 0xC9 },
	{ "Ecirc", 0xCA },
	{ "Egrave", 0xC8 },
	{ "Euml", 0xCB },
	{ "Iacute", 0xCD },
	{ "Icirc", 0xCE },
	{ "Igrave", 0xCC },
	{ "Iuml", 0xCF },
	{ "Ntilde", 0xD1 },
	{ "OElig", 0x152 },
	{ "Oacute", 0xD3 },
	{ "Ocirc", 0xD4 },
	{ "Ograve", 0xD2 },
	{ "Oslash", 0xD8 },
	{ "Otilde", 0xD5 },
	{ "Ouml", 0xD6 },
	{ "Prime", 0x2033 },
	{ "Scaron", 0x160 },
	{ "THORN", 0xDE },
	{ "Uacute", 0xDA },
	{ "Ucirc", 0xDB },
	{ "Ugrave", 0xD9 },
	{ "Uuml", 0xDC },
	{ "Yacute", 0xDD },
	{ "Yuml", 0x178 },
	{ "aacute", 0xE1 },
	{ "acirc", 0xE2 },
	{ "aelig", 0xE6 },
	{ "agrave", 0xE0 },
	{ "amp", 0x26 },
	{ "apos", 0x27 },
	{ "aring", 0xE5 },
	{ "asymp", 0x2248 },
	{ "atilde", 0xE3 },
	{ "auml", 0xE4 },
	{ "bdquo", 0x201E },
	{ "bull", 0x2022 },
	{ "ccedil", 0xE7 },
	{ "cent", 0xA2 },
	{ "copy", 0xA9 },
	{ "dagger", 0x2020 },
	{ "darr", 0x2193 },
	{ "deg", 0xB0 },
	{ "divide", 0xF7 },
	{ "eacute", 0xE9 },
	{ "ecirc", 0xEA },
	{ "egrave", 0xE8 },
	{ "emsp", 0x2003 },
	{ "ensp", 0x2002 },
	{ "eth", 0xF0 },
	{ "euml", 0xEB },
	{ "euro", 0x20AC },
	{ "frac12", 0xBD },
	{ "frac14", 0xBC },
	{ "frac34", 0xBE },
	{ "ge", 0x2265 },
	{ "gt", 0x3E },
	{ "hellip", 0x2026 },
	{ "iacute", 0xED },
	{ "icirc", 0xEE },
	{ "iexcl", 0xA1 },
	{ "igrave", 0xEC },
	{ "infin", 0x221E },
	{ "iquest", 0xBF },
	{ "iuml", 0xEF },
	{ "laquo", 0xAB },
	{ "larr", 0x2190 },
	{ "ldquo", 0x201C },
	{ "le", 0x2264 },
	{ "lsaquo", 0x2039 },
	{ "lsquo", 0x2018 },
	{ "lt", 0x3C },
	{ "mdash", 0x2014 },
	{ "micro", 0xB5 },
	{ "middot", 0xB7 },
	{ "minus", 0x2212 },
	{ "nbsp", 0xA0 },
	{ "ndash", 0x2013 },
	{ "ne", 0x2260 },
	{ "ntilde", 0xF1 },
	{ "oacute", 0xF3 },
	{ "ocirc", 0xF4 },
	{ "oelig", 0x153 },
	{ "ograve", 0xF2 },
	{ "ordf", 0xAA },
	{ "ordm", 0xBA },
	{ "oslash", 0xF8 },
	{ "otilde", 0xF5 },
	{ "ouml", 0xF6 },
	{ "para", 0xB6 },
	{ "permil", 0x2030 },
	{ "plusmn", 0xB1 },
	{ "pound", 0xA3 },
	{ "prime", 0x2032 },
	{ "quot", 0x22 },
	{ "raquo", 0xBB },
	{ "rarr", 0x2192 },
	{ "rdquo", 0x201D },
	{ "reg", 0xAE },
	{ "rsaquo", 0x203A },
	{ "rsquo", 0x2019 },
	{ "sbquo", 0x201A },
	{ "scaron", 0x161 },
	{ "sect", 0xA7 },
	{ "sup2", 0xB2 },
	{ "sup3", 0xB3 },
	{ "szlig", 0xDF },
	{ "thinsp", 0x2009 },
	{ "thorn", 0xFE },
	{ "times", 0xD7 },
	{ "trade", 0x2122 },
	{ "uacute", 0xFA },
	{ "uarr", 0x2191 },
	{ "ucirc", 0xFB },
	{ "ugrave", 0xF9 },
	{ "uuml", 0xFC },
	{ "yacute", 0xFD },
	{ "yen", 0xA5 },
	{ "yuml", 0xFF },
};

enum { ENTITY_COUNT = sizeof entities / sizeof *entities };

struct name {
	const char *text;
	size_t len;
};

static int
compare_name(const void *key, const void *entity)
{
	const struct name *name = key;
	const struct entity *e = entity;
	int order = strncmp(name->text, e->name, name->len);

	if (order != 0)
		return order;
	return e->name[name->len] == '\0' ? 0 : -1;
}

static int32_t
find_named(const char *text, size_t len)
{
	struct name name = { text, len };
	const struct entity *found = bsearch(&name, entities, ENTITY_COUNT,
	    sizeof *entities, compare_name);

	return found ? found->code_point : -1;
}

static int
get_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

/* Noncharacters are the last two of each plane, and U+FDD0 to U+FDEF. */
static bool
is_allowed(int32_t c)
{
	return c > 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) &&
	    (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF) &&
	    !utf8_is_control(c) && !utf8_is_invisible(c);
}

static int32_t
read_number(const char *text, size_t len, int base)
{
	int32_t value = 0;

	if (len == 0)
		return -2;
	for (size_t i = 0; i < len; i++) {
		int digit = get_digit(text[i]);

		if (digit >= base || value > 0x10FFFF)
			return -2;
		value = value * base + digit;
	}
	return is_allowed(value) ? value : -2;
}

int32_t
markdown_entity_decode(const char *text, size_t len)
{
	if (len < 3 || text[0] != '&' || text[len - 1] != ';')
		return -1;
	if (text[1] != '#')
		return find_named(text + 1, len - 2);
	if (text[2] == 'x' || text[2] == 'X')
		return read_number(text + 3, len - 4, 16);
	return read_number(text + 2, len - 3, 10);
}
