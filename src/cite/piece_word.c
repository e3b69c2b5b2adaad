/* SPDX-License-Identifier: ISC */
#include "piece_word.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

enum { SMALL_LIMIT = 16 };

/*
 * Articles, conjunctions, prepositions of any length and name particles, as
 * The Chicago Manual of Style, 17th edition, 8.159, wants them; those of CSL
 * 1.0.2, "Title case conversion", are among them.  What is as often
 * something else (past, next, following) is not.
 */
static const char *const small_words[] = {
	"a",
	"about",
	"above",
	"across",
	"afore",
	"after",
	"against",
	"al",
	"along",
	"alongside",
	"amid",
	"amidst",
	"among",
	"amongst",
	"an",
	"and",
	"apropos",
	"around",
	"as",
	"astride",
	"at",
	"atop",
	"barring",
	"before",
	"behind",
	"below",
	"beneath",
	"beside",
	"besides",
	"between",
	"beyond",
	"but",
	"by",
	"c",
	"ca",
	"circa",
	"de",
	"despite",
	"down",
	"during",
	"et",
	"except",
	"for",
	"from",
	"in",
	"inside",
	"into",
	"lest",
	"like",
	"modulo",
	"near",
	"nor",
	"notwithstanding",
	"of",
	"off",
	"on",
	"onto",
	"or",
	"out",
	"over",
	"per",
	"plus",
	"pro",
	"qua",
	"sans",
	"since",
	"so",
	"than",
	"the",
	"through",
	"throughout",
	"till",
	"to",
	"toward",
	"towards",
	"under",
	"underneath",
	"until",
	"unto",
	"up",
	"upon",
	"v",
	"van",
	"versus",
	"via",
	"von",
	"vs",
	"with",
	"within",
	"without",
	"yet",
};

static int
compare_words(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

bool
piece_word_is_small(const int32_t *word, size_t len)
{
	char text[SMALL_LIMIT + 1];

	if (len > SMALL_LIMIT)
		return false;
	for (size_t i = 0; i < len; i++) {
		int32_t c = word[i];

		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (c < 'a' || c > 'z')
			return false;
		text[i] = (char)c;
	}
	text[len] = '\0';
	return bsearch(text, small_words,
	    sizeof small_words / sizeof *small_words, sizeof *small_words,
	    compare_words);
}

bool
piece_word_has(int32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z');
	return utf8proc_category(c) <= UTF8PROC_CATEGORY_NO;
}

bool
piece_word_is_upper(int32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	return utf8proc_category(c) == UTF8PROC_CATEGORY_LU ||
	    utf8proc_category(c) == UTF8PROC_CATEGORY_LT;
}

bool
piece_word_is_lower(int32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

int32_t
piece_word_to_upper(int32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
	return utf8proc_toupper(c);
}

int32_t
piece_word_to_lower(int32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
	return utf8proc_tolower(c);
}
