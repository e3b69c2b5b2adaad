/* SPDX-License-Identifier: ISC */
#include "csl_fill.h"

#include <string.h>
#include <strings.h>

/*
 * Dates as English writes them: "June 2012", "12 June 2012", "June 12, 2012",
 * "Jun. 2012", "5th of May 2012", "Spring 2012", "2012/06/05".
 */
enum { WORD_LIMIT = 10 };

struct word {
	const char *text;
	size_t len;
};

static bool
next_word(struct word *word, const char **text)
{
	static const char between[] = " ,./";

	word->text = *text + strspn(*text, between);
	word->len = strcspn(word->text, between);
	*text = word->text + word->len;
	return word->len > 0;
}

static bool
is_word(const struct word *word, const char *text, size_t len)
{
	return word->len == len && strncasecmp(word->text, text, len) == 0;
}

/* "june", "jun", "sept" */
static int
find_month(const struct word *word)
{
	static const char *const months[] = { "january", "february", "march",
		"april", "may", "june", "july", "august", "september",
		"october", "november", "december" };

	if (is_word(word, "sept", 4))
		return 9;
	for (int i = 0; i < 12; i++) {
		if (is_word(word, months[i], strlen(months[i])) ||
		    is_word(word, months[i], 3))
			return i + 1;
	}
	return 0;
}

static int
find_season(const struct word *word)
{
	char text[WORD_LIMIT + 1];

	if (word->len < 2 || word->len > WORD_LIMIT)
		return 0;
	memcpy(text, word->text, word->len);
	text[word->len] = '\0';
	return csl_fill_season(text);
}

/* Digits and no more, but for the ending of an ordinal. */
static int
read_number(const struct word *word, size_t most)
{
	size_t len = 0;
	int number = 0;

	while (len < word->len && len < most && word->text[len] >= '0' &&
	    word->text[len] <= '9')
		number = 10 * number + (word->text[len++] - '0');
	if (len == word->len)
		return number;
	if (len == 0 || most > 2 || word->len != len + 2)
		return 0;
	return strspn(word->text + len, "sthnrd") >= 2 ? number : 0;
}

/* False: it is no part of a date, or there was one such. */
static bool
take_word(struct csl_day *day, int *season, const struct word *word)
{
	int *part = &day->month;
	int value = find_month(word);

	if (!value) {
		part = season;
		value = find_season(word);
	}
	if (!value && word->len == 4) {
		part = &day->year;
		value = read_number(word, 4);
	}
	if (!value) {
		/* "2012/06/05": behind a year the month is first. */
		part = day->year && !day->month ? &day->month : &day->day;
		value = read_number(word, 2);
	}
	if (!value || *part)
		return false;
	*part = value;
	return true;
}

bool
csl_fill_words(struct csl_day *day, int *season, const char *text)
{
	struct csl_day read = { 0 };
	struct word word;
	int read_season = 0;

	while (next_word(&word, &text)) {
		if (!is_word(&word, "of", 2) &&
		    !take_word(&read, &read_season, &word))
			return false;
	}
	if (!read.year || read.month > 12 || read.day > 31 ||
	    (read.day && !read.month) ||
	    (read_season && (read.month || read.day)))
		return false;
	*day = read;
	*season = read_season;
	return true;
}
