/* SPDX-License-Identifier: ISC */
#include "numeral_token.h"

#include <string.h>

static bool
is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z');
}

/* The length of white space at p. */
static size_t
skip_space(const char *p)
{
	size_t len = 0;

	if (is_alphanumeric(*p))
		return 0;
	for (;;) {
		if (p[len] == ' ' || p[len] == '\t' || p[len] == '\n')
			len++;
		else if (strncmp(p + len, "\u00A0", 2) == 0)
			len += 2;
		else if (strncmp(p + len, "\u202F", 3) == 0)
			len += 3;
		else
			return len;
	}
}

/* The length of a separator at p, without spaces; 0: there is none. */
static size_t
match_separator(char *separator, const char *p)
{
	static const struct {
		const char *text;
		char separator;
	} separators[] = {
		{ "--", '-' },
		{ "-", '-' },
		{ "\u2010", '-' },
		{ "\u2011", '-' },
		{ "\u2012", '-' },
		{ "\u2013", '-' },
		{ "\u2014", '-' },
		{ "\u2212", '-' },
		{ "&", '&' },
		{ ",", ',' },
		{ ";", ';' },
		{ "\u3001", ';' },
	};

	if (is_alphanumeric(*p))
		return 0;
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t len = strlen(separators[i].text);

		if (strncmp(p, separators[i].text, len) == 0) {
			*separator = separators[i].separator;
			return len;
		}
	}
	return 0;
}

static size_t
skip_word(const char *p)
{
	size_t len = 0;
	char separator;

	while (p[len] && skip_space(p + len) == 0) {
		if (p[len] == '\\' && p[len + 1] == '-')
			len++; /* a hyphen that is meant */
		else if (match_separator(&separator, p + len) > 0)
			break;
		len++;
	}
	return len;
}

static bool
is_roman(const char *text, size_t len)
{
	return strspn(text, "ivxlcdm") >= len || strspn(text, "IVXLCDM") >= len;
}

/* In the languages of Europe; a locator is written in any of them. */
static bool
is_and(const char *text, size_t len)
{
	static const char *const words[] = { "and", "e", "en", "et", "ja",
		"och", "og", "und", "y" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strlen(words[i]) == len && memcmp(text, words[i], len) == 0)
			return true;
	}
	return false;
}

static enum numeral_kind
judge_word(const char *text, size_t len)
{
	bool has_digit = false, has_dot = false, has_letter = false;
	bool has_slash = false;

	if (is_and(text, len))
		return NUMERAL_AND;
	if (is_roman(text, len))
		return NUMERAL_ROMAN;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c >= '0' && c <= '9')
			has_digit = true;
		else if (c == '/' && i > 0 && i + 1 < len)
			has_slash = true;
		else if ((c == '.' || c == ':') && i > 0 && i + 1 < len)
			has_dot = true;
		else if (!is_alphanumeric(c) && (unsigned char)c < 0x80)
			return NUMERAL_WORD;
		else
			has_letter = true;
	}
	if (!has_digit || (has_slash && has_letter))
		return NUMERAL_WORD;
	return has_dot ? NUMERAL_DOTTED : NUMERAL_NUMBER;
}

bool
numeral_next(struct numeral_token *t, const char **text)
{
	const char *p = *text;
	size_t space = skip_space(p);
	size_t len;

	if (!*p)
		return false;
	*t = (struct numeral_token){ .text = p };
	len = match_separator(&t->separator, p + space);
	if (len > 0) {
		t->kind = NUMERAL_SEPARATOR;
		t->len = space + len;
		t->len += skip_space(p + t->len);
	} else if (space > 0) {
		t->kind = NUMERAL_SPACE;
		t->len = space;
	} else {
		t->len = skip_word(p);
		t->kind = judge_word(p, t->len);
	}
	*text = p + t->len;
	return true;
}
