/* SPDX-License-Identifier: ISC */
#include "numeral.h"

#include <string.h>

#include "numeral_token.h"

bool
numeral_is_numeric(const char *text)
{
	struct numeral_token t;
	bool wants_number = true;

	while (numeral_next(&t, &text)) {
		if (t.kind == NUMERAL_SEPARATOR) {
			if (wants_number)
				return false;
			wants_number = true;
		} else if (t.kind != NUMERAL_NUMBER || !wants_number) {
			return false;
		} else {
			wants_number = false;
		}
	}
	return !wants_number;
}

/*
 * A range joins things of a kind (3-B is one page); other separators join
 * whatever counts.
 */
bool
numeral_is_plural(const char *text)
{
	struct numeral_token before = { 0 }, t;
	char separator = 0;

	while (numeral_next(&t, &text)) {
		if (t.kind == NUMERAL_SPACE)
			continue;
		if (t.kind == NUMERAL_AND || t.kind == NUMERAL_SEPARATOR) {
			separator = t.separator ? t.separator : '&';
			continue;
		}
		if (separator && numeral_is_countable(&before) &&
		    numeral_is_countable(&t) &&
		    (separator != '-' || numeral_is_range(&before, &t)))
			return true;
		separator = 0;
		before = t;
	}
	return false;
}

void
numeral_add_raw(struct str *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] != '\\' || i + 1 == len || text[i + 1] != '-')
			str_add_char(out, text[i]);
	}
}

void
numeral_add_separator(struct str *out, const struct numeral_token *t)
{
	if (t->separator == ',')
		str_add_text(out, ", ");
	else if (t->separator == '&')
		str_add_text(out, " & ");
	else
		numeral_add_raw(out, t->text, t->len);
}

static bool
has_word(const char *text)
{
	struct numeral_token t;

	while (numeral_next(&t, &text)) {
		if (t.kind == NUMERAL_WORD)
			return true;
	}
	return false;
}

/* "No. 18-977" is a name: only what is numbers throughout is spaced. */
void
numeral_add(struct str *out, const char *text)
{
	if (has_word(text))
		numeral_add_raw(out, text, strlen(text));
	else
		numeral_add_pages(out, text, NUMERAL_PAGE_AS_IS, "\u2013");
}

void
numeral_add_roman(struct str *out, int number)
{
	static const struct {
		int value;
		const char *text;
	} steps[] = {
		{ 1000, "m" },
		{ 900, "cm" },
		{ 500, "d" },
		{ 400, "cd" },
		{ 100, "c" },
		{ 90, "xc" },
		{ 50, "l" },
		{ 40, "xl" },
		{ 10, "x" },
		{ 9, "ix" },
		{ 5, "v" },
		{ 4, "iv" },
		{ 1, "i" },
	};

	if (number <= 0 || number >= 4000) {
		str_add_format(out, "%d", number);
		return;
	}
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		for (; number >= steps[i].value; number -= steps[i].value)
			str_add_text(out, steps[i].text);
	}
}
