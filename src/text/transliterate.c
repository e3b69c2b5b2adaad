/* SPDX-License-Identifier: ISC */
#include "transliterate.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "hangul.h"

/*
 * What decomposition does not bring to ASCII, by code point.  An entry
 * stands before decomposition: U+00B4 would become a space with a mark.
 */
static const struct replacement {
	int32_t code_point;
	const char *ascii;
} replacements[] = {
	{ 0x00A0, " " },
	{ 0x00A3, "GBP" },
	{ 0x00A5, "JPY" },
	{ 0x00A7, "sec." },
	{ 0x00A9, "(c)" },
	{ 0x00AB, "<<" },
	{ 0x00AC, "not" },
	{ 0x00AE, "(R)" },
	{ 0x00B0, "deg" },
	{ 0x00B1, "+/-" },
	{ 0x00B4, "'" },
	{ 0x00B5, "u" },
	{ 0x00B6, "para." },
	{ 0x00B7, "." },
	{ 0x00BB, ">>" },
	{ 0x00C6, "AE" },
	{ 0x00D0, "D" },
	{ 0x00D7, "x" },
	{ 0x00D8, "O" },
	{ 0x00DE, "Th" },
	{ 0x00DF, "ss" },
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F7, "/" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0110, "D" },
	{ 0x0111, "d" },
	{ 0x0131, "i" },
	{ 0x0141, "L" },
	{ 0x0142, "l" },
	{ 0x0152, "OE" },
	{ 0x0153, "oe" },
	{ 0x02BC, "'" },
	{ 0x1E9E, "SS" },
	{ 0x2010, "-" },
	{ 0x2011, "-" },
	{ 0x2012, "-" },
	{ 0x2013, "-" },
	{ 0x2014, "--" },
	{ 0x2015, "--" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
	{ 0x201A, "," },
	{ 0x201B, "'" },
	{ 0x201C, "\"" },
	{ 0x201D, "\"" },
	{ 0x201E, "\"" },
	{ 0x2020, "+" },
	{ 0x2021, "++" },
	{ 0x2022, "*" },
	{ 0x2027, "." },
	{ 0x2030, "o/oo" },
	{ 0x2032, "'" },
	{ 0x2033, "\"" },
	{ 0x2039, "<" },
	{ 0x203A, ">" },
	{ 0x2044, "/" },
	{ 0x20A9, "KRW" },
	{ 0x20AC, "EUR" },
	{ 0x2190, "<-" },
	{ 0x2192, "->" },
	{ 0x2194, "<->" },
	{ 0x2212, "-" },
	{ 0x221E, "inf" },
	{ 0x2248, "~" },
	{ 0x2260, "!=" },
	{ 0x2264, "<=" },
	{ 0x2265, ">=" },
	{ 0x2500, "-" },
	{ 0x2502, "|" },
	{ 0x3000, " " },
	{ 0x3001, "," },
	{ 0x3002, "." },
	{ 0x300A, "<<" },
	{ 0x300B, ">>" },
	{ 0x300C, "\"" },
	{ 0x300D, "\"" },
};

static int
compare_replacements(const void *key, const void *member)
{
	int32_t c = *(const int32_t *)key;
	const struct replacement *r = member;

	return (c > r->code_point) - (c < r->code_point);
}

static const char *
find_replacement(int32_t c)
{
	const struct replacement *found = bsearch(&c, replacements,
	    sizeof replacements / sizeof *replacements, sizeof *replacements,
	    compare_replacements);

	return found ? found->ascii : NULL;
}

static bool
is_mark(int32_t c)
{
	utf8proc_category_t category = utf8proc_category(c);

	return category == UTF8PROC_CATEGORY_MN ||
	    category == UTF8PROC_CATEGORY_MC ||
	    category == UTF8PROC_CATEGORY_ME;
}

/* One character that decomposition left; false where there is no ASCII. */
static bool
add_part(struct str *out, int32_t c)
{
	const char *ascii;

	if (c < 0x80) {
		str_add_char(out, (char)c);
		return true;
	}
	if (is_mark(c) || utf8_is_invisible(c) || c == 0x200C || c == 0x200D)
		return true;
	ascii = find_replacement(c);
	if (ascii)
		str_add_text(out, ascii);
	return ascii != NULL;
}

/* One character as ASCII; false where there is none. */
static bool
add_character(struct str *out, int32_t c)
{
	utf8proc_int32_t parts[32];
	utf8proc_ssize_t count;
	int boundary = 0;

	if (c < 0x80 || find_replacement(c))
		return add_part(out, c);
	count = utf8proc_decompose_char(c, parts, 32,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
	if (count < 0 || count > 32)
		return false;
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		if (!add_part(out, parts[i]))
			return false;
	}
	return true;
}

static void
add_cluster(struct str *out, const char *cluster, size_t len)
{
	const char *end = cluster + len;
	struct str ascii;
	bool is_done = true;

	str_init(&ascii, 0);
	while (is_done && cluster < end) {
		int32_t c;

		cluster += utf8_decode(&c, cluster, end);
		is_done = add_character(&ascii, c);
	}
	if (is_done)
		str_add(out, ascii.data, ascii.len);
	else
		str_add_char(out, '?');
	str_clear(&ascii);
}

void
transliterate_add(struct str *out, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		size_t step;
		int32_t c;

		utf8_decode(&c, text, end);
		step = utf8_next_grapheme(text, end);
		if (step == 1)
			str_add_char(out, c < 0x80 ? (char)c : '?');
		else if (hangul_is_syllable(c))
			step = hangul_add_romanized(out, text, end);
		else
			add_cluster(out, text, step);
		text += step;
	}
}
