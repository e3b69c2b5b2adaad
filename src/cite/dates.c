/* SPDX-License-Identifier: ISC */
#include "dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The parts at or below this level differ; DATES_LEVELS: none does. */
static enum dates_level
get_difference(const struct csl_date *d)
{
	if (d->from.year != d->to.year)
		return DATES_YEAR;
	if (d->from.month != d->to.month)
		return DATES_MONTH;
	return d->from.day != d->to.day ? DATES_DAY : DATES_LEVELS;
}

static void
add_parts(struct walk *w, struct piece *into, const struct dates_style *style,
    const struct csl_date *date, const struct csl_day *day, uint32_t from,
    uint32_t to)
{
	uint32_t i;

	for (i = from; i < to; i++)
		piece_add(into, dates_new_part(w, &style->parts[i], date, day));
}

/* The parts that the day has, first and last of them; false: none. */
static bool
find_span(const struct dates_style *style, enum dates_level level,
    const struct csl_day *day, uint32_t *first, uint32_t *last)
{
	bool has_any = false;
	uint32_t i;

	for (i = 0; i < style->count; i++) {
		enum dates_level its = style->parts[i].level;

		if (its < level || (its == DATES_MONTH && !day->month) ||
		    (its == DATES_DAY && !day->day))
			continue;
		if (!has_any)
			*first = i;
		*last = i;
		has_any = true;
	}
	return has_any;
}

static const char *
get_range_delimiter(const struct dates_style *style, enum dates_level level)
{
	uint32_t i;

	for (i = 0; i < style->count; i++)
		if (style->parts[i].level == level &&
		    style->parts[i].range_delimiter)
			return style->parts[i].range_delimiter;
	return "–";
}

/*
 * "10 July–5 August 2001": what both days share stands once, and where the
 * first breaks off it has no suffix, the second no prefix where it begins.
 */
static bool
add_range(struct walk *w, struct piece *into, const struct dates_style *style,
    const struct csl_date *date)
{
	enum dates_level level = get_difference(date);
	struct dates_style cut = *style;
	struct piece *pair, *from, *to;
	uint32_t first = 0, last = 0;

	if (level == DATES_LEVELS ||
	    !find_span(style, level, &date->from, &first, &last))
		return false;
	pair = walk_new_group(w);
	from = walk_new_group(w);
	to = walk_new_group(w);
	if (!pair || !from || !to)
		return false;
	from->format.delimiter = style->format.delimiter;
	to->format.delimiter = style->format.delimiter;
	cut.parts[last].format.suffix = NULL;
	add_parts(w, from, &cut, date, &date->from, first, last + 1);
	cut = *style;
	cut.parts[first].format.prefix = NULL;
	add_parts(w, to, &cut, date, &date->to, first, last + 1);
	piece_add(pair, from);
	walk_add_text(w, pair, get_range_delimiter(style, level), NULL);
	piece_add(pair, to);
	add_parts(w, into, style, date, &date->from, 0, first);
	piece_add(into, pair);
	add_parts(w, into, style, date, &date->from, last + 1, style->count);
	return true;
}

static void
add_literal(struct walk *w, struct piece *into, const char *literal)
{
	struct piece *year = walk_new_group(w);

	if (!year)
		return;
	year->mark = PIECE_YEAR;
	walk_add_text(w, year, literal, NULL);
	piece_add(into, year);
}

static void
add_date(struct walk *w, struct piece *into, const struct dates_style *style,
    const struct csl_date *date)
{
	if (date->literal && *date->literal) {
		add_literal(w, into, date->literal);
		return;
	}
	if (date->to.year && add_range(w, into, style, date))
		return;
	add_parts(w, into, style, date, &date->from, 0, style->count);
	if (date->is_open && into->first)
		walk_add_text(w, into, get_range_delimiter(style, DATES_YEAR),
		    NULL);
}

static bool
has_part(const struct dates_style *style, enum dates_level level)
{
	for (uint32_t i = 0; i < style->count; i++)
		if (style->parts[i].level == level)
			return true;
	return false;
}

/* Years before our era count down: their complement sorts. */
static void
add_day_key(struct str *out, const struct csl_day *day)
{
	int year = day->year;

	if (year < 0)
		str_add_format(out, "-%05d",
		    99999 + (year > -99999 ? year : 0));
	else
		str_add_format(out, "%05d", year);
	str_add_format(out, "%02d%02d", day->month, day->day);
}

static struct piece *
new_key(struct walk *w, const struct csl_date *date)
{
	struct str *s;

	if (!date->is_given)
		return NULL;
	if (date->literal && *date->literal)
		return walk_new_text(w, date->literal);
	s = walk_get_scratch(w);
	add_day_key(s, &date->from);
	if (date->to.year) {
		str_add_char(s, '/');
		add_day_key(s, &date->to);
	}
	return walk_new_copy(w, s);
}

struct piece *
walk_new_date_key(struct walk *w, enum csl_variable v)
{
	return new_key(w, csl_item_get_date(w->item, v));
}

/* A macro that prints the year alone sorts by it alone. */
static struct piece *
new_limited_key(struct walk *w, const struct csl_date *date, style_node n)
{
	struct csl_date limited = *date;
	struct dates_style style;

	dates_style_read(&style, w, n);
	if (!has_part(&style, DATES_DAY))
		limited.from.day = limited.to.day = 0;
	if (!has_part(&style, DATES_MONTH))
		limited.from.month = limited.to.month = 0;
	return new_key(w, &limited);
}

void
walk_date(struct walk *w, struct piece *into, style_node n)
{
	enum csl_variable v = walk_get_variable(w, n);
	const struct csl_date *date;
	struct dates_style style;
	struct piece *group;

	if (!csl_is_date(v))
		return;
	date = csl_item_get_date(w->item, v);
	if (!walk_call(w, v, date->is_given))
		return;
	if (w->key) {
		piece_add(into, new_limited_key(w, date, n));
		return;
	}
	group = walk_new_group(w);
	if (!group)
		return;
	dates_style_read(&style, w, n);
	group->format = style.format;
	add_date(w, group, &style, date);
	if (group->first)
		piece_add(into, group);
}
