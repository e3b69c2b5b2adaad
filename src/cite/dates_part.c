/* SPDX-License-Identifier: ISC */
#include "dates.h"

#include <stdio.h>
#include <stdlib.h>

#include "terms.h"

/*
 * Year, month and day, each in its form.
 * Source: CSL 1.0.2 specification, "Date-part", "Localized Date Format".
 */

static const enum dates_level levels[STYLE_WORDS_END] = {
	[STYLE_WORD_YEAR] = DATES_YEAR,
	[STYLE_WORD_MONTH] = DATES_MONTH,
	[STYLE_WORD_DAY] = DATES_DAY,
};

/* What cs:date-part says of itself, on top of what is there. */
static void
read_part(struct dates_part *part, struct walk *w, const struct style *s,
    style_node n)
{
	enum style_word form = style_get_word(s, n, STYLE_AT_FORM);
	const char *delimiter = style_get_text(s, n, STYLE_AT_RANGE_DELIMITER);

	part->level = levels[style_get_word(s, n, STYLE_AT_NAME)];
	if (form != STYLE_NO_WORD)
		part->form = form;
	if (delimiter)
		part->range_delimiter = delimiter;
	walk_overlay_format(w, &part->format, s, n);
	part->format.delimiter = NULL;
}

static void
read_parts(struct dates_style *out, struct walk *w, const struct style *s,
    style_node date, enum dates_level lowest)
{
	const uint32_t cap = sizeof out->parts / sizeof *out->parts;
	style_node n = style_get_child(s, date);

	for (; n && out->count < cap; n = style_get_next(s, n)) {
		struct dates_part *part = &out->parts[out->count];

		if (style_get_element(s, n) != STYLE_DATE_PART)
			continue;
		*part = (struct dates_part){ 0 };
		read_part(part, w, s, n);
		if (part->level <= lowest)
			out->count++;
	}
}

static enum dates_level
get_lowest(const struct walk *w, style_node n)
{
	switch (style_get_word(w->style, n, STYLE_AT_DATE_PARTS)) {
	case STYLE_WORD_YEAR:
		return DATES_YEAR;
	case STYLE_WORD_YEAR_MONTH:
		return DATES_MONTH;
	default:
		return DATES_DAY;
	}
}

/* The style's cs:date-part change the looks of the locale's. */
static void
read_localized(struct dates_style *out, struct walk *w, style_node n,
    bool is_numeric)
{
	uint32_t i, k;
	style_node part;

	for (i = 0; i < w->c->locale_count; i++) {
		const struct cite_locale *l = &w->c->locales[i];
		style_node date = is_numeric ? l->date_numeric : l->date_text;

		if (!date)
			continue;
		walk_overlay_format(w, &out->format, l->tree, date);
		read_parts(out, w, l->tree, date, get_lowest(w, n));
		break;
	}
	part = style_get_child(w->style, n);
	for (; part; part = style_get_next(w->style, part)) {
		enum dates_level level =
		    levels[style_get_word(w->style, part, STYLE_AT_NAME)];

		for (k = 0; k < out->count; k++)
			if (out->parts[k].level == level)
				read_part(&out->parts[k], w, w->style, part);
	}
}

void
dates_style_read(struct dates_style *out, struct walk *w, style_node n)
{
	enum style_word form = style_get_word(w->style, n, STYLE_AT_FORM);

	out->count = 0;
	out->format = (struct piece_format){ 0 };
	if (form == STYLE_WORD_TEXT || form == STYLE_WORD_NUMERIC)
		read_localized(out, w, n, form == STYLE_WORD_NUMERIC);
	else
		read_parts(out, w, w->style, n, DATES_DAY);
	walk_overlay_format(w, &out->format, w->style, n);
}

static void
add_era(struct walk *w, struct str *s, int year)
{
	const char *term = NULL;

	if (year < 0)
		term = cite_find_term(w->c, "bc", STYLE_NO_WORD, false);
	else if (year < 1000)
		term = cite_find_term(w->c, "ad", STYLE_NO_WORD, false);
	if (term)
		str_add_text(s, term);
}

/* A year, and the letter that tells it from others of the same author. */
static struct piece *
new_year(struct walk *w, const struct dates_part *part, int year)
{
	struct piece *group = walk_new_group(w), *suffix;
	struct str *s = walk_get_scratch(w);

	if (!group)
		return NULL;
	if (part->form == STYLE_WORD_SHORT && abs(year) >= 100)
		str_add_format(s, "%02d", abs(year) % 100);
	else
		str_add_format(s, "%d", abs(year));
	add_era(w, s, year);
	piece_add(group, walk_new_copy(w, s));
	group->mark = PIECE_YEAR;
	group->number = year;
	if (w->c->prints_year_suffix || w->has_year_suffix)
		return group;
	w->out->has_year = true;
	w->has_year_suffix = true;
	if (w->distinction->year_suffix <= 0)
		return group;
	suffix = walk_new_text(w, walk_get_year_suffix(w));
	if (suffix) {
		suffix->mark = PIECE_YEAR_SUFFIX;
		suffix->number = w->distinction->year_suffix;
	}
	piece_add(group, suffix);
	return group;
}

static struct piece *
new_number(struct walk *w, const char *format, int number)
{
	struct str *s = walk_get_scratch(w);

	str_add_format(s, format[0] == '0' ? "%02d" : "%d", number);
	return walk_new_copy(w, s);
}

static struct piece *
new_term(struct walk *w, const char *kind, int number, enum style_word form)
{
	char name[sizeof "season-00"];
	const char *text;

	snprintf(name, sizeof name, "%s-%02u", kind, (unsigned)number % 100);
	text = cite_find_term(w->c, name, form, false);
	return text && *text ? walk_new_text(w, text) : NULL;
}

static struct piece *
new_month(struct walk *w, const struct dates_part *part,
    const struct csl_date *date, int month)
{
	if (month == 0 && date->season)
		return new_term(w, "season", date->season, STYLE_NO_WORD);
	if (month > 20 && month < 25)
		return new_term(w, "season", month - 20, STYLE_NO_WORD);
	if (month < 1 || month > 12)
		return NULL;
	if (part->form == STYLE_WORD_NUMERIC)
		return new_number(w, "1", month);
	if (part->form == STYLE_WORD_NUMERIC_LEADING_ZEROS)
		return new_number(w, "01", month);
	return new_term(w, "month", month, part->form);
}

/* "1st": of the gender of its month. */
static struct piece *
new_ordinal_day(struct walk *w, const struct csl_day *day)
{
	char month[sizeof "month-00"];
	struct str *s;

	snprintf(month, sizeof month, "month-%02u", (unsigned)day->month % 100);
	s = walk_get_scratch(w);
	str_add_format(s, "%d", day->day);
	str_add_text(s,
	    terms_get_ordinal(w->c, day->day, terms_get_gender(w->c, month)));
	return walk_new_copy(w, s);
}

static struct piece *
new_day(struct walk *w, const struct dates_part *part,
    const struct csl_day *day)
{
	if (day->day < 1 || day->month < 1)
		return NULL;
	if (part->form == STYLE_WORD_NUMERIC_LEADING_ZEROS)
		return new_number(w, "01", day->day);
	if (part->form == STYLE_WORD_ORDINAL &&
	    (day->day == 1 ||
		terms_get_option(w->c, STYLE_AT_LIMIT_DAY_ORDINALS_TO_DAY_1) !=
		    STYLE_WORD_TRUE))
		return new_ordinal_day(w, day);
	return new_number(w, "1", day->day);
}

struct piece *
dates_new_part(struct walk *w, const struct dates_part *part,
    const struct csl_date *date, const struct csl_day *day)
{
	struct piece *p = NULL;

	switch (part->level) {
	case DATES_YEAR:
		p = day->year ? new_year(w, part, day->year) : NULL;
		break;
	case DATES_MONTH:
		p = new_month(w, part, date, day->month);
		break;
	case DATES_DAY:
		p = new_day(w, part, day);
		break;
	default:
		break;
	}
	if (p)
		p->format = part->format;
	return p;
}
