/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "comparison_private.h"
#include "model/unit.h"

/*
 * Figures come in order first: by part, then by the years of their periods,
 * then by value; a row is made of the first figure that is not yet in one,
 * and of those of the same years that say the same after the same origin.
 */
enum { MONTHS_AND_DAYS = 10000 };

/* ---- Parts ---- */

static uint32_t
number_parts(struct comparison_task *t)
{
	uint32_t parts = 0;

	for (uint32_t i = 0; i < t->count; i++) {
		uint32_t j = 0;

		while (j < i &&
		    !unit_is_same(t->all[j]->figure.f.unit,
			t->all[i]->figure.f.unit))
			j++;
		t->all[i]->part = j < i ? t->all[j]->part : parts++;
	}
	return parts;
}

/* ---- Order ---- */

static int
get_year(int day)
{
	return day / MONTHS_AND_DAYS;
}

/* Periods that are not known stand behind all others. */
static int
compare_years(const struct comparison_figure *a,
    const struct comparison_figure *b)
{
	int from, to;

	if (!a->has_period || !b->has_period)
		return b->has_period - a->has_period;
	from = get_year(a->period.from) - get_year(b->period.from);
	to = get_year(a->period.to) - get_year(b->period.to);
	return from ? from : to;
}

/* What is not given stands behind all numbers. */
static int
compare_numbers(double a, double b)
{
	if (isnan(a) || isnan(b))
		return !!isnan(a) - !!isnan(b);
	return (a > b) - (a < b);
}

static double
get_first_bound(const struct figure *f)
{
	return isnan(f->low) ? f->high : f->low;
}

static int
compare_values(const struct figure *a, const struct figure *b)
{
	int order = compare_numbers(get_first_bound(a), get_first_bound(b));

	if (order == 0)
		order = compare_numbers(a->low, b->low);
	return order ? order : compare_numbers(a->high, b->high);
}

static int
compare_figures(const void *a, const void *b)
{
	const struct compared *p = *(const struct compared *const *)a;
	const struct compared *q = *(const struct compared *const *)b;
	int order = (p->part > q->part) - (p->part < q->part);

	if (order == 0)
		order = compare_years(&p->figure, &q->figure);
	if (order == 0)
		order = compare_values(&p->figure.f, &q->figure.f);
	return order ? order :
		       (p->number > q->number) - (p->number < q->number);
}

/* ---- Rows ---- */

static bool
has_origin(const struct figure_behind *b, int64_t id)
{
	for (uint32_t i = 0; i < b->origin_count; i++) {
		if (b->origin_ids[i] == id)
			return true;
	}
	return false;
}

static bool
has_origins_of(const struct figure_behind *a, const struct figure_behind *b)
{
	for (uint32_t i = 0; i < b->origin_count; i++) {
		if (!has_origin(a, b->origin_ids[i]))
			return false;
	}
	return true;
}

static bool
is_same_period(const struct comparison_figure *a,
    const struct comparison_figure *b)
{
	if (!a->has_period || !b->has_period)
		return a->has_period == b->has_period &&
		    strcmp(a->f.period, b->f.period) == 0;
	return a->period.from == b->period.from && a->period.to == b->period.to;
}

/* Words instead of numbers are one value where they are the same words. */
static bool
is_same_value(const struct figure *a, const struct figure *b)
{
	if (compare_values(a, b) != 0)
		return false;
	return !isnan(get_first_bound(a)) ||
	    strcmp(a->qualifier, b->qualifier) == 0;
}

static bool
repeats(const struct compared *a, const struct compared *b)
{
	return is_same_value(&a->figure.f, &b->figure.f) &&
	    is_same_period(&a->figure, &b->figure) &&
	    strcmp(a->place, b->place) == 0 &&
	    strcmp(a->population, b->population) == 0 &&
	    a->figure.behind.origin_count > 0 &&
	    has_origins_of(&a->figure.behind, &b->figure.behind) &&
	    has_origins_of(&b->figure.behind, &a->figure.behind);
}

static void
fill_row(struct comparison_row *row, struct comparison_task *t, uint32_t from,
    uint32_t end, bool *is_taken)
{
	row->figures = arena_alloc_array(t->arena, end - from,
	    sizeof *row->figures);
	for (uint32_t i = from; i < end; i++) {
		if (is_taken[i] ||
		    compare_values(&t->all[i]->figure.f,
			&t->all[from]->figure.f) != 0)
			continue;
		if (i > from && !repeats(t->all[from], t->all[i]))
			continue;
		is_taken[i] = true;
		row->figures[row->figure_count++] = &t->all[i]->figure;
		row->is_disputed |= t->all[i]->figure.f.is_disputed;
	}
	comparison_count_behind(&row->documents, &row->origins, row->figures,
	    row->figure_count);
}

/* ---- Headings ---- */

static const char *
make_heading(const struct comparison_figure *f, struct arena *arena)
{
	int from = get_year(f->period.from), to = get_year(f->period.to);
	struct str text;
	const char *copy;

	if (!f->has_period)
		return f->f.period[0] ? f->f.period : "No period given";
	str_init(&text, 0);
	if (f->period.from == DATE_OPEN_START)
		str_add_format(&text, "Until %d", to);
	else if (f->period.to == DATE_OPEN_END)
		str_add_format(&text, "From %d", from);
	else if (from == to)
		str_add_format(&text, "%d", from);
	else
		str_add_format(&text, "%d to %d", from, to);
	copy = arena_copy(arena, text.data, text.len);
	str_clear(&text);
	return copy;
}

static void
set_headings(struct comparison_part *part, struct arena *arena)
{
	bool are_equal = true;

	for (uint32_t i = 1; i < part->row_count; i++)
		are_equal = are_equal &&
		    is_same_period(part->rows[0].figures[0],
			part->rows[i].figures[0]);
	for (uint32_t i = 0; !are_equal && i < part->row_count; i++) {
		struct comparison_row *row = &part->rows[i];

		if (i > 0 &&
		    compare_years(row[-1].figures[0], row->figures[0]) == 0 &&
		    row->figures[0]->has_period)
			row->heading = row[-1].heading;
		else
			row->heading = make_heading(row->figures[0], arena);
	}
}

/* ---- All ---- */

static void
make_part(struct comparison_part *part, struct comparison_task *t,
    uint32_t from, uint32_t end)
{
	bool *is_taken = arena_alloc_array(t->arena, t->count,
	    sizeof *is_taken);

	part->unit = t->all[from]->figure.f.unit;
	part->rows = arena_alloc_array(t->arena, end - from,
	    sizeof *part->rows);
	for (uint32_t i = from; i < end; i++) {
		uint32_t stop = i;

		if (is_taken[i])
			continue;
		while (stop < end &&
		    compare_years(&t->all[i]->figure, &t->all[stop]->figure) ==
			0 &&
		    compare_values(&t->all[i]->figure.f,
			&t->all[stop]->figure.f) == 0)
			stop++;
		fill_row(&part->rows[part->row_count++], t, i, stop, is_taken);
	}
	set_headings(part, t->arena);
}

void
comparison_make_rows(struct comparison *out, struct comparison_task *t)
{
	uint32_t end;

	out->part_count = number_parts(t);
	out->parts = arena_alloc_array(t->arena, out->part_count,
	    sizeof *out->parts);
	if (t->count > 0)
		qsort(t->all, t->count, sizeof t->all[0], compare_figures);
	for (uint32_t from = 0; from < t->count; from = end) {
		uint32_t part = t->all[from]->part;

		end = from;
		while (end < t->count && t->all[end]->part == part)
			end++;
		make_part(&out->parts[part], t, from, end);
	}
}
