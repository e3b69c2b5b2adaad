/* SPDX-License-Identifier: ISC */
#include "comparison_private.h"

#include <math.h>
#include <string.h>

#include "text/value.h"

/*
 * A row is a rectangle: its values one way, its period the other, either
 * without an end where that is open.  Rectangles that meet two by two have a
 * point in common, and the lowest corner of what they have in common is made
 * of the lowest value of one and the first day of one: so these corners are
 * tried, and kept are the sets of rows there that no other row meets whole.
 */
enum { WORD_BITS = 64, WORDS = (COMPARISON_FIGURES_MAX + 63) / 64 };

struct rows {
	uint64_t words[WORDS];
};

/* "More than 1,000" begins with the next number that there is. */
struct box {
	double low, high;
	int from, to;
	const struct compared *c;
	int group; /* of its place and people; without a bound -1 */
};

struct search {
	const struct comparison_part *part;
	struct box *boxes;
	struct rows *meets; /* of each row: those that it meets */
	struct arena *arena;
};

static void
set_row(struct rows *r, uint32_t row)
{
	r->words[row / WORD_BITS] |= (uint64_t)1 << row % WORD_BITS;
}

static bool
has_row(const struct rows *r, uint32_t row)
{
	return r->words[row / WORD_BITS] >> row % WORD_BITS & 1;
}

static struct rows
join_rows(const struct rows *a, const struct rows *b)
{
	struct rows both;

	for (int i = 0; i < WORDS; i++)
		both.words[i] = a->words[i] & b->words[i];
	return both;
}

static uint32_t
count_rows(const struct rows *r)
{
	uint32_t count = 0;

	for (int i = 0; i < WORDS; i++) {
		for (uint64_t word = r->words[i]; word; word &= word - 1)
			count++;
	}
	return count;
}

static struct box
make_box(const struct comparison_row *row)
{
	const struct compared *c = comparison_get_compared(row);
	const struct figure *f = &c->figure.f;
	bool is_beyond = value_is_beyond_bound(f);

	return (struct box){ .low = isnan(f->low) ? -INFINITY :
		    is_beyond ? nextafter(f->low, INFINITY) :
				f->low,
		.high = isnan(f->high) ? INFINITY :
		    is_beyond          ? nextafter(f->high, -INFINITY) :
					 f->high,
		.from = c->figure.has_period ? c->figure.period.from :
					       DATE_OPEN_START,
		.to = c->figure.has_period ? c->figure.period.to :
					     DATE_OPEN_END,
		.c = c,
		.group = -1 };
}

static bool
is_same_people(const struct box *a, const struct box *b)
{
	return strcmp(a->c->place, b->c->place) == 0 &&
	    strcmp(a->c->population, b->c->population) == 0;
}

static void
number_groups(struct box *boxes, uint32_t count)
{
	int groups = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct figure *f = &boxes[i].c->figure.f;
		uint32_t j = 0;

		if (isnan(f->low) && isnan(f->high))
			continue;
		while (j < i &&
		    (boxes[j].group < 0 ||
			!is_same_people(&boxes[j], &boxes[i])))
			j++;
		boxes[i].group = j < i ? boxes[j].group : groups++;
	}
}

static bool
is_comparable(const struct box *a, const struct box *b)
{
	return a->group >= 0 && a->group == b->group;
}

static bool
do_meet(const struct box *a, const struct box *b)
{
	return a->low <= b->high && b->low <= a->high && a->from <= b->to &&
	    b->from <= a->to && is_comparable(a, b);
}

static void
fill_boxes(struct search *s)
{
	uint32_t count = s->part->row_count;

	s->boxes = arena_alloc_array(s->arena, count, sizeof *s->boxes);
	s->meets = arena_alloc_array(s->arena, count, sizeof *s->meets);
	for (uint32_t i = 0; i < count; i++)
		s->boxes[i] = make_box(&s->part->rows[i]);
	number_groups(s->boxes, count);
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = 0; j < count; j++) {
			if (do_meet(&s->boxes[i], &s->boxes[j]))
				set_row(&s->meets[i], j);
		}
	}
}

/* The rows of its people that may have the lowest value of row a. */
static struct rows
list_at_value(const struct search *s, uint32_t a)
{
	struct rows rows = { { 0 } };

	for (uint32_t i = 0; i < s->part->row_count; i++) {
		if (s->boxes[i].low <= s->boxes[a].low &&
		    s->boxes[i].high >= s->boxes[a].low &&
		    is_comparable(&s->boxes[i], &s->boxes[a]))
			set_row(&rows, i);
	}
	return rows;
}

/* Those that are of its first day. */
static struct rows
list_at_day(const struct search *s, uint32_t a)
{
	struct rows rows = { { 0 } };

	for (uint32_t i = 0; i < s->part->row_count; i++) {
		if (s->boxes[i].from <= s->boxes[a].from &&
		    s->boxes[i].to >= s->boxes[a].from &&
		    is_comparable(&s->boxes[i], &s->boxes[a]))
			set_row(&rows, i);
	}
	return rows;
}

/* Whether no row meets all of them but they themselves. */
static bool
is_largest(const struct search *s, const struct rows *rows)
{
	struct rows all = *rows;

	memset(&all, 0xFF, sizeof all);
	for (uint32_t i = 0; i < s->part->row_count; i++) {
		if (has_row(rows, i))
			all = join_rows(&all, &s->meets[i]);
	}
	return memcmp(&all, rows, sizeof all) == 0;
}

/* As they are written: boxes have the numbers beside "more than". */
static void
set_bounds(struct comparison_meeting *m, const struct search *s, double low,
    double high)
{
	m->low = m->high = (double)NAN;
	for (uint32_t i = 0; i < m->row_count; i++) {
		const struct box *b = &s->boxes[m->rows[i]];
		const struct figure *f = &b->c->figure.f;

		if (!isnan(f->low) && b->low >= low) {
			m->low = f->low;
			m->is_above_low = b->low > f->low;
		}
		if (!isnan(f->high) && b->high <= high) {
			m->high = f->high;
			m->is_below_high = b->high < f->high;
		}
	}
}

static void
fill_meeting(struct comparison_meeting *m, const struct search *s,
    const struct rows *rows)
{
	uint32_t *list = arena_alloc_array(s->arena, count_rows(rows),
	    sizeof *list);
	double low = -INFINITY, high = INFINITY;

	for (uint32_t i = 0; i < s->part->row_count; i++) {
		if (!has_row(rows, i))
			continue;
		list[m->row_count++] = i;
		if (s->boxes[i].low > low)
			low = s->boxes[i].low;
		if (s->boxes[i].high < high)
			high = s->boxes[i].high;
	}
	m->rows = list;
	set_bounds(m, s, low, high);
}

/* The same rows have more than one corner where two are alike. */
static bool
is_known(const struct rows *known, uint32_t count, const struct rows *rows)
{
	for (uint32_t i = 0; i < count; i++) {
		if (memcmp(&known[i], rows, sizeof *rows) == 0)
			return true;
	}
	return false;
}

static void
find_in_part(struct comparison *out, struct search *s, uint32_t part)
{
	struct rows known[COMPARISON_MEETINGS_MAX];
	uint32_t count = s->part->row_count, first = out->meeting_count;
	struct rows *days = arena_alloc_array(s->arena, count, sizeof *days);

	for (uint32_t i = 0; i < count; i++)
		days[i] = list_at_day(s, i);
	for (uint32_t i = 0; i < count; i++) {
		struct rows values = list_at_value(s, i);

		for (uint32_t j = 0; j < count; j++) {
			struct rows rows = join_rows(&values, &days[j]);
			uint32_t found = out->meeting_count - first;

			if (out->meeting_count == COMPARISON_MEETINGS_MAX)
				return;
			if (!has_row(&rows, i) || !has_row(&rows, j) ||
			    count_rows(&rows) < 2 ||
			    is_known(known, found, &rows) ||
			    !is_largest(s, &rows))
				continue;
			known[found] = rows;
			out->meetings[out->meeting_count].part = part;
			fill_meeting(&out->meetings[out->meeting_count++], s,
			    &rows);
		}
	}
}

void
comparison_find_meetings(struct comparison *out, struct comparison_task *t)
{
	out->meetings = arena_alloc_array(t->arena, COMPARISON_MEETINGS_MAX,
	    sizeof *out->meetings);
	for (uint32_t i = 0; i < out->part_count; i++) {
		struct search s = { .part = &out->parts[i], .arena = t->arena };

		fill_boxes(&s);
		find_in_part(out, &s, i);
	}
}
