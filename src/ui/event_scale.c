/* SPDX-License-Identifier: ISC */
#include "event_scale.h"

#include <math.h>
#include <stdlib.h>

#include "draw/chart.h"
#include "item_cache.h"
#include "model/date.h"

enum {
	BATCH = 128,
	SEEK_COST = 16, /* of what does not follow, as two keys are 1 */
	SLICE_COST = 400,
	/* More ticks than have labels: the ends are round the sooner. */
	COLS_A_TICK = 3,
	LEAST_TICKS = 6
};

/* ---- From the first to the last ---- */

static int
compare_items(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;

	return (p > q) - (p < q);
}

/*
 * The next items of the list, in the order of their rows in the file: where
 * it shows all, that is the shortest way through it.
 */
static uint32_t
take_items(uint32_t *items, struct event_scale *s, const struct list *l)
{
	uint32_t count = 0;
	int64_t item;

	if (l->shown == l->item_count) {
		while (count < BATCH && s->next_row < l->item_count)
			items[count++] = s->next_row++;
		return count;
	}
	while (count < BATCH && (item = list_find_next(l, &s->next_row)) >= 0)
		items[count++] = (uint32_t)item;
	qsort(items, count, sizeof *items, compare_items);
	return count;
}

/* Of two keys of each, which cost more where they do not follow each other. */
static uint32_t
get_cost(const uint32_t *items, uint32_t count)
{
	uint32_t cost = count;

	for (uint32_t i = 0; i < count; i++)
		cost += i == 0 || items[i] != items[i - 1] + 1 ? SEEK_COST : 0;
	return cost;
}

static void
note_day(struct event_scale *s, uint32_t day)
{
	if (day == DATE_OPEN_START || day >= DATE_OPEN_END)
		return;
	if (day < s->first)
		s->first = day;
	if (day > s->last)
		s->last = day;
}

static void
note_event(struct event_scale *s, uint32_t from, uint32_t to)
{
	note_day(s, from);
	note_day(s, to);
	if (from == DATE_OPEN_START && to < s->open_until)
		s->open_until = to;
	if (to == DATE_OPEN_END && from > s->open_from)
		s->open_from = from;
}

/* What it cost; 0 behind the last. */
static uint32_t
look_at_some(struct event_scale *s, const struct list *l)
{
	uint32_t items[BATCH], from[BATCH], to[BATCH];
	uint32_t count = take_items(items, s, l);

	if (count == 0)
		return 0;
	item_cache_read_keys(from, l->view->app, KEY_EVENT_FROM, items, count,
	    0);
	item_cache_read_keys(to, l->view->app, KEY_EVENT_TO, items, count, 0);
	for (uint32_t i = 0; i < count; i++)
		note_event(s, from[i], to[i]);
	return get_cost(items, count);
}

bool
event_scale_look(struct event_scale *s, const struct list *l)
{
	uint32_t spent = 0;

	if (!s->is_on)
		return false;
	if (s->made != l->made) {
		*s = (struct event_scale){ .is_on = true,
			.made = l->made,
			.first = DATE_OPEN_END,
			.open_until = DATE_OPEN_END };
	}
	while (spent < SLICE_COST && !s->is_known) {
		uint32_t cost = look_at_some(s, l);

		s->is_known = cost == 0;
		spent += cost;
	}
	return !s->is_known;
}

/* ---- In columns ---- */

/* A day as a part of its year: the middle of it. */
static double
get_year(uint32_t day)
{
	static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243,
		273, 304, 334 };
	uint32_t year = day / 10000, month = day / 100 % 100;
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	int days = (int)(day % 100) - 1;

	if (month >= 1 && month <= 12)
		days += before[month - 1] + (is_leap && month > 2);
	return year + (days + 0.5) / (is_leap ? 366 : 365);
}

static bool
choose_axis(struct axis *out, const struct event_scale *s, int cols)
{
	const struct axis_range ranges[] = {
		{ get_year(s->first), get_year(s->last) },
		{ NAN,
		    s->open_until < DATE_OPEN_END ? get_year(s->open_until) :
						    NAN },
		{ s->open_from > 0 ? get_year(s->open_from) : NAN, NAN },
	};

	if (!s->is_known || s->first > s->last)
		return false;
	axis_choose(out, AXIS_YEARS, ranges, sizeof ranges / sizeof *ranges,
	    (size_t)(cols > LEAST_TICKS * COLS_A_TICK ? cols / COLS_A_TICK :
							LEAST_TICKS));
	return true;
}

void
event_scale_add_bar(struct str *out, const struct event_scale *s,
    const struct event *e, int cols, bool is_utf8)
{
	struct axis_range range = { NAN, NAN };
	struct date_range date;
	struct axis axis;

	if (!choose_axis(&axis, s, cols) || !date_parse(&date, e->date)) {
		str_add_repeated(out, ' ', (size_t)cols);
		return;
	}
	if (date.from != DATE_OPEN_START)
		range.low = get_year((uint32_t)date.from);
	if (date.to != DATE_OPEN_END)
		range.high = get_year((uint32_t)date.to);
	chart_add_bar(out, &axis, &range, cols,
	    is_utf8 ? CHART_BLOCKS : CHART_ASCII);
}

static void
add_year(struct str *out, void *context, double tick)
{
	(void)context;
	str_add_format(out, "%.0f", tick);
}

void
event_scale_add_years(struct str *out, const struct event_scale *s, int cols)
{
	struct axis axis;

	if (choose_axis(&axis, s, cols))
		chart_add_labels(out, &axis, cols, add_year, NULL);
}
