/* SPDX-License-Identifier: ISC */
#include "sentence_class.h"

#include <stdbool.h>
#include <stddef.h>

#include <utf8proc.h>

#define EXTEND SENTENCE_EXTEND
#define SEP SENTENCE_SEP
#define SP SENTENCE_SP
#define LOWER SENTENCE_LOWER
#define UPPER SENTENCE_UPPER
#define OLETTER SENTENCE_OLETTER
#define NUMERIC SENTENCE_NUMERIC
#define ATERM SENTENCE_ATERM
#define STERM SENTENCE_STERM
#define SCONTINUE SENTENCE_SCONTINUE
#define CLOSE SENTENCE_CLOSE

/*
 * Unicode defines the classes (UAX #29, table 4) by properties of which
 * utf8proc knows the general category alone.  Here is the rest: where
 * SentenceBreakProperty (Unicode 15) says something else of a character
 * than its category does below, which is the terms, the continuing marks,
 * and a few letters and quotation marks.  By first character, no overlaps.
 */
static const struct exception {
	int32_t first, last;
	enum sentence_class is;
} exceptions[] = {
	{ 0x0085, 0x0085, SEP },
	{ 0x00AA, 0x00AA, LOWER },
	{ 0x00BA, 0x00BA, LOWER },
	{ 0x02B0, 0x02B8, LOWER },
	{ 0x02C0, 0x02C1, LOWER },
	{ 0x02E0, 0x02E4, LOWER },
	{ 0x037A, 0x037A, LOWER },
	{ 0x055D, 0x055D, SCONTINUE },
	{ 0x0589, 0x0589, STERM },
	{ 0x05F3, 0x05F3, OLETTER },
	{ 0x060C, 0x060D, SCONTINUE },
	{ 0x061D, 0x061F, STERM },
	{ 0x066B, 0x066C, NUMERIC },
	{ 0x06D4, 0x06D4, STERM },
	{ 0x0700, 0x0702, STERM },
	{ 0x07F8, 0x07F8, SCONTINUE },
	{ 0x07F9, 0x07F9, STERM },
	{ 0x0837, 0x0837, STERM },
	{ 0x0839, 0x0839, STERM },
	{ 0x083D, 0x083E, STERM },
	{ 0x0964, 0x0965, STERM },
	{ 0x104A, 0x104B, STERM },
	{ 0x10D0, 0x10FA, OLETTER },
	{ 0x10FD, 0x10FF, OLETTER },
	{ 0x1362, 0x1362, STERM },
	{ 0x1367, 0x1368, STERM },
	{ 0x166E, 0x166E, STERM },
	{ 0x1735, 0x1736, STERM },
	{ 0x1802, 0x1802, SCONTINUE },
	{ 0x1803, 0x1803, STERM },
	{ 0x1808, 0x1808, SCONTINUE },
	{ 0x1809, 0x1809, STERM },
	{ 0x1944, 0x1945, STERM },
	{ 0x1AA8, 0x1AAB, STERM },
	{ 0x1B5A, 0x1B5B, STERM },
	{ 0x1B5E, 0x1B5F, STERM },
	{ 0x1B7D, 0x1B7E, STERM },
	{ 0x1C3B, 0x1C3C, STERM },
	{ 0x1C7E, 0x1C7F, STERM },
	{ 0x1C90, 0x1CBA, OLETTER },
	{ 0x1CBD, 0x1CBF, OLETTER },
	{ 0x1D2C, 0x1D6A, LOWER },
	{ 0x1D78, 0x1D78, LOWER },
	{ 0x1D9B, 0x1DBF, LOWER },
	{ 0x2013, 0x2014, SCONTINUE },
	{ 0x2024, 0x2024, ATERM },
	{ 0x203C, 0x203D, STERM },
	{ 0x2047, 0x2049, STERM },
	{ 0x2071, 0x2071, LOWER },
	{ 0x207F, 0x207F, LOWER },
	{ 0x2090, 0x209C, LOWER },
	{ 0x2160, 0x216F, UPPER },
	{ 0x2170, 0x217F, LOWER },
	{ 0x24B6, 0x24CF, UPPER },
	{ 0x24D0, 0x24E9, LOWER },
	{ 0x275B, 0x2760, CLOSE },
	{ 0x2C7C, 0x2C7D, LOWER },
	{ 0x2E00, 0x2E01, CLOSE },
	{ 0x2E06, 0x2E08, CLOSE },
	{ 0x2E0B, 0x2E0B, CLOSE },
	{ 0x2E2E, 0x2E2E, STERM },
	{ 0x2E3C, 0x2E3C, STERM },
	{ 0x2E53, 0x2E54, STERM },
	{ 0x3001, 0x3001, SCONTINUE },
	{ 0x3002, 0x3002, STERM },
	{ 0xA4FF, 0xA4FF, STERM },
	{ 0xA60E, 0xA60F, STERM },
	{ 0xA69C, 0xA69D, LOWER },
	{ 0xA6F3, 0xA6F3, STERM },
	{ 0xA6F7, 0xA6F7, STERM },
	{ 0xA770, 0xA770, LOWER },
	{ 0xA7F8, 0xA7F9, LOWER },
	{ 0xA876, 0xA877, STERM },
	{ 0xA8CE, 0xA8CF, STERM },
	{ 0xA92F, 0xA92F, STERM },
	{ 0xA9C8, 0xA9C9, STERM },
	{ 0xAA5D, 0xAA5F, STERM },
	{ 0xAAF0, 0xAAF1, STERM },
	{ 0xAB5C, 0xAB5F, LOWER },
	{ 0xABEB, 0xABEB, STERM },
	{ 0xFE10, 0xFE11, SCONTINUE },
	{ 0xFE13, 0xFE13, SCONTINUE },
	{ 0xFE31, 0xFE32, SCONTINUE },
	{ 0xFE50, 0xFE51, SCONTINUE },
	{ 0xFE52, 0xFE52, ATERM },
	{ 0xFE55, 0xFE55, SCONTINUE },
	{ 0xFE56, 0xFE57, STERM },
	{ 0xFE58, 0xFE58, SCONTINUE },
	{ 0xFE63, 0xFE63, SCONTINUE },
	{ 0xFF01, 0xFF01, STERM },
	{ 0xFF0C, 0xFF0D, SCONTINUE },
	{ 0xFF0E, 0xFF0E, ATERM },
	{ 0xFF1A, 0xFF1A, SCONTINUE },
	{ 0xFF1F, 0xFF1F, STERM },
	{ 0xFF61, 0xFF61, STERM },
	{ 0xFF64, 0xFF64, SCONTINUE },
	{ 0xFF9E, 0xFF9F, EXTEND },
	{ 0x10780, 0x10780, LOWER },
	{ 0x10783, 0x10785, LOWER },
	{ 0x10787, 0x107B0, LOWER },
	{ 0x107B2, 0x107BA, LOWER },
	{ 0x10A56, 0x10A57, STERM },
	{ 0x10F55, 0x10F59, STERM },
	{ 0x10F86, 0x10F89, STERM },
	{ 0x11047, 0x11048, STERM },
	{ 0x110BE, 0x110C1, STERM },
	{ 0x11141, 0x11143, STERM },
	{ 0x111C5, 0x111C6, STERM },
	{ 0x111CD, 0x111CD, STERM },
	{ 0x111DE, 0x111DF, STERM },
	{ 0x11238, 0x11239, STERM },
	{ 0x1123B, 0x1123C, STERM },
	{ 0x112A9, 0x112A9, STERM },
	{ 0x1144B, 0x1144C, STERM },
	{ 0x115C2, 0x115C3, STERM },
	{ 0x115C9, 0x115D7, STERM },
	{ 0x11641, 0x11642, STERM },
	{ 0x1173C, 0x1173E, STERM },
	{ 0x11944, 0x11944, STERM },
	{ 0x11946, 0x11946, STERM },
	{ 0x11A42, 0x11A43, STERM },
	{ 0x11A9B, 0x11A9C, STERM },
	{ 0x11C41, 0x11C42, STERM },
	{ 0x11EF7, 0x11EF8, STERM },
	{ 0x11F43, 0x11F44, STERM },
	{ 0x16A6E, 0x16A6F, STERM },
	{ 0x16AF5, 0x16AF5, STERM },
	{ 0x16B37, 0x16B38, STERM },
	{ 0x16B44, 0x16B44, STERM },
	{ 0x16E98, 0x16E98, STERM },
	{ 0x1BC9F, 0x1BC9F, STERM },
	{ 0x1DA88, 0x1DA88, STERM },
	{ 0x1E030, 0x1E06D, LOWER },
	{ 0x1F130, 0x1F149, UPPER },
	{ 0x1F150, 0x1F169, UPPER },
	{ 0x1F170, 0x1F189, UPPER },
	{ 0x1F676, 0x1F678, CLOSE },
};

enum { EXCEPTION_COUNT = sizeof exceptions / sizeof *exceptions };

static const unsigned char of_category[] = {
	[UTF8PROC_CATEGORY_LU] = UPPER,
	[UTF8PROC_CATEGORY_LL] = LOWER,
	[UTF8PROC_CATEGORY_LT] = UPPER,
	[UTF8PROC_CATEGORY_LM] = OLETTER,
	[UTF8PROC_CATEGORY_LO] = OLETTER,
	[UTF8PROC_CATEGORY_MN] = EXTEND,
	[UTF8PROC_CATEGORY_MC] = EXTEND,
	[UTF8PROC_CATEGORY_ME] = EXTEND,
	[UTF8PROC_CATEGORY_ND] = NUMERIC,
	[UTF8PROC_CATEGORY_NL] = OLETTER,
	[UTF8PROC_CATEGORY_PS] = CLOSE,
	[UTF8PROC_CATEGORY_PE] = CLOSE,
	[UTF8PROC_CATEGORY_PI] = CLOSE,
	[UTF8PROC_CATEGORY_PF] = CLOSE,
	[UTF8PROC_CATEGORY_ZS] = SP,
	[UTF8PROC_CATEGORY_ZL] = SEP,
	[UTF8PROC_CATEGORY_ZP] = SEP,
	[UTF8PROC_CATEGORY_CF] = EXTEND,
	[UTF8PROC_CATEGORY_CO] = SENTENCE_OTHER,
};

static const unsigned char of_ascii[128] = {
	['\t'] = SP,
	['\n'] = SENTENCE_LF,
	['\v'] = SP,
	['\f'] = SP,
	['\r'] = SENTENCE_CR,
	[' '] = SP,
	['!'] = STERM,
	['?'] = STERM,
	['.'] = ATERM,
	[','] = SCONTINUE,
	['-'] = SCONTINUE,
	[':'] = SCONTINUE,
	['"'] = CLOSE,
	['\''] = CLOSE,
	['('] = CLOSE,
	[')'] = CLOSE,
	['['] = CLOSE,
	[']'] = CLOSE,
	['{'] = CLOSE,
	['}'] = CLOSE,
};

static enum sentence_class
get_ascii(int32_t c)
{
	if (c >= 'a' && c <= 'z')
		return LOWER;
	if (c >= 'A' && c <= 'Z')
		return UPPER;
	if (c >= '0' && c <= '9')
		return NUMERIC;
	return of_ascii[c];
}

/* Hangul syllables and the unified ideographs of the first plane. */
static bool
is_east_asian_letter(int32_t c)
{
	return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF);
}

enum sentence_class
sentence_class_get(int32_t c)
{
	size_t low = 0, high = EXCEPTION_COUNT;

	if (c < 0x80)
		return get_ascii(c);
	if (is_east_asian_letter(c))
		return OLETTER;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c > exceptions[middle].last)
			low = middle + 1;
		else if (c < exceptions[middle].first)
			high = middle;
		else
			return exceptions[middle].is;
	}
	return (enum sentence_class)of_category[utf8proc_category(c)];
}
