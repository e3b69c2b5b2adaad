/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/unit.h"

/*
 * Two figures of one measure and unit disagree where they speak of the same
 * place and people (or one does not say), of periods that meet (or one is
 * not known), and their ranges, open ends included, do not meet.  A pair
 * that a written disagreement has among its members is explained by that
 * one (the first such), and stands there alone.
 */

static bool
disagrees(const struct draft_figure *a, const struct draft_figure *b)
{
	if (figure_meets(&a->f, &b->f))
		return false;
	if (strcmp(a->f.unit, b->f.unit) != 0 &&
	    !unit_is_same(a->f.unit, b->f.unit))
		return false;
	if (!figure_may_share(a->folded_place, b->folded_place) ||
	    !figure_may_share(a->folded_population, b->folded_population))
		return false;
	return !a->has_period || !b->has_period ||
	    date_meets(a->period, b->period);
}

enum { PAIRS_MAX = 1000 }; /* computed, of one measure */

/* The written rows that a figure is a member of. */
struct membership {
	uint32_t *rows; /* in their order */
	uint32_t count;
};

struct search {
	struct draft *draft;
	struct membership *memberships; /* of each figure */
	size_t *order;                  /* figures by measure, then row */
	struct draft_disagreement *found;
	size_t found_count;
	size_t found_cap;
	size_t written; /* rows that were written down */
};

static bool
is_figure(const struct draft_member *m)
{
	return m->kind == RECORD_FIGURE;
}

static void
index_written(struct search *s)
{
	for (size_t i = 0; i < s->written; i++) {
		const struct draft_disagreement *d = &s->draft
							  ->disagreements[i];

		for (uint32_t j = 0; j < d->d.member_count; j++) {
			struct membership *m;

			if (!is_figure(&d->members[j]))
				continue;
			m = &s->memberships[d->members[j].record - 1];
			if (m->count && m->rows[m->count - 1] == i)
				continue; /* there twice */
			if ((m->count & (m->count - 1)) == 0)
				m->rows = mem_resize_array(m->rows,
				    m->count ? 2 * (size_t)m->count : 1,
				    sizeof *m->rows);
			m->rows[m->count++] = (uint32_t)i;
		}
	}
}

/* The first written row that has both among its members, or NULL. */
static struct draft_disagreement *
find_written(struct search *s, int64_t a, int64_t b)
{
	const struct membership *x = &s->memberships[a - 1];
	const struct membership *y = &s->memberships[b - 1];
	uint32_t i = 0, j = 0;

	while (i < x->count && j < y->count) {
		if (x->rows[i] == y->rows[j])
			return &s->draft->disagreements[x->rows[i]];
		if (x->rows[i] < y->rows[j])
			i++;
		else
			j++;
	}
	return NULL;
}

static void
mark_computed(struct draft_disagreement *d, const struct draft_figure *a,
    const struct draft_figure *b)
{
	d->d.is_computed = true;
	if (!a->has_period || !b->has_period)
		d->d.period_unknown = true;
}

/* The pairs within a written row that computing finds too. */
static void
check_written(struct search *s, struct draft_disagreement *d)
{
	const struct draft_figure *figures = s->draft->figures;

	for (uint32_t i = 0; i < d->d.member_count; i++) {
		const struct draft_figure *a;

		if (!is_figure(&d->members[i]))
			continue;
		a = &figures[d->members[i].record - 1];
		for (uint32_t j = i + 1; j < d->d.member_count; j++) {
			const struct draft_figure *b;

			if (!is_figure(&d->members[j]))
				continue;
			b = &figures[d->members[j].record - 1];
			if (a->measure && a->measure == b->measure &&
			    disagrees(a, b) &&
			    find_written(s, a->f.id, b->f.id) == d)
				mark_computed(d, a, b);
		}
	}
}

static void
add_computed(struct search *s, const struct draft_figure *a,
    const struct draft_figure *b)
{
	struct arena *arena = &s->draft->arena;
	struct draft_disagreement *d;

	if (s->found_count == s->found_cap) {
		s->found_cap = s->found_cap ? s->found_cap * 2 : 64;
		s->found = mem_resize_array(s->found, s->found_cap,
		    sizeof *s->found);
	}
	d = &s->found[s->found_count++];
	*d = (struct draft_disagreement){
		.d.kind = "apart",
		.d.member_count = 2,
		.place = a->place,
	};
	d->members = arena_alloc_array(arena, 2, sizeof *d->members);
	d->members[0] = (struct draft_member){ RECORD_FIGURE, a->f.id };
	d->members[1] = (struct draft_member){ RECORD_FIGURE, b->f.id };
	mark_computed(d, a, b);
}

static void
say_too_many(struct search *s, int64_t measure)
{
	const struct draft_measure *m = &s->draft->measures[measure - 1];

	diagnose_add(s->draft->diagnose, DIAGNOSE_WARNING, m->place,
	    "the %u figures of measure \"%s\" disagree in more than 1,000 "
	    "pairs; the rest is left out: give them periods, places or "
	    "populations",
	    (unsigned)m->m.figures, m->m.slug);
}

/* Figures by measure, stable, by counting. */
static void
order_figures(struct search *s)
{
	const struct draft *draft = s->draft;
	size_t *at = mem_alloc_array(draft->measure_count + 2, sizeof *at);

	for (size_t i = 0; i < draft->figure_count; i++)
		at[draft->figures[i].measure + 1]++;
	for (size_t i = 0; i <= draft->measure_count; i++)
		at[i + 1] += at[i];
	for (size_t i = 0; i < draft->figure_count; i++)
		s->order[at[draft->figures[i].measure]++] = i;
	free(at);
}

/*
 * Compares the figures of one measure that stand from `from` to `to` in the
 * order.  Pairs are as many as figures squared where nobody says when and
 * where, and of no use to a reader then.
 */
static void
compare_figures(struct search *s, size_t from, size_t to)
{
	const struct draft_figure *figures = s->draft->figures;
	size_t pairs = 0;

	for (size_t i = from; i < to; i++) {
		const struct draft_figure *a = &figures[s->order[i]];

		for (size_t j = i + 1; j < to; j++) {
			const struct draft_figure *b = &figures[s->order[j]];

			if (!disagrees(a, b) ||
			    find_written(s, a->f.id, b->f.id))
				continue;
			if (++pairs > PAIRS_MAX) {
				say_too_many(s, a->measure);
				return;
			}
			add_computed(s, a, b);
		}
	}
}

static void
compare_all(struct search *s)
{
	const struct draft_figure *figures = s->draft->figures;
	size_t count = s->draft->figure_count, from = 0, to;

	for (; from < count; from = to) {
		int64_t measure = figures[s->order[from]].measure;

		for (to = from; to < count; to++) {
			if (figures[s->order[to]].measure != measure)
				break;
		}
		if (measure)
			compare_figures(s, from, to);
	}
}

static void
append_found(struct search *s)
{
	struct draft *draft = s->draft;
	size_t count = s->written + s->found_count;
	struct draft_disagreement *all = arena_alloc_array(&draft->arena, count,
	    sizeof *all);

	if (s->written)
		memcpy(all, draft->disagreements, s->written * sizeof *all);
	if (s->found_count)
		memcpy(all + s->written, s->found,
		    s->found_count * sizeof *all);
	draft->disagreements = all;
	draft->disagreement_count = count;
}

static bool
has_two_figures(const struct draft_disagreement *d)
{
	int64_t first = 0;

	for (uint32_t i = 0; i < d->d.member_count; i++) {
		const struct draft_member *m = &d->members[i];

		if (!is_figure(m))
			continue;
		if (first && first != m->record)
			return true;
		first = m->record;
	}
	return false;
}

/* The measure that all its figures share; counts who disagrees. */
static void
join_measure(struct draft *draft, struct draft_disagreement *d)
{
	bool is_disputed = has_two_figures(d) &&
	    strcmp(d->d.kind, "one-origin") != 0;

	for (uint32_t i = 0; i < d->d.member_count; i++) {
		const struct draft_member *m = &d->members[i];
		struct draft_figure *figure;
		int64_t measure;

		if (!is_figure(m))
			continue;
		figure = &draft->figures[m->record - 1];
		measure = figure->measure;
		if (d->measure == 0)
			d->measure = measure;
		if (d->measure != measure)
			d->measure = -1;
		if (!is_disputed || figure->f.is_disputed || !measure)
			continue;
		figure->f.is_disputed = true;
		draft->measures[measure - 1].m.disagreeing++;
	}
	if (d->measure < 0)
		d->measure = 0;
}

void
draft_find_disagreements(struct draft *draft)
{
	struct search s = {
		.draft = draft,
		.written = draft->disagreement_count,
	};

	s.order = mem_alloc_array(draft->figure_count, sizeof *s.order);
	s.memberships = mem_alloc_array(draft->figure_count,
	    sizeof *s.memberships);
	order_figures(&s);
	index_written(&s);
	for (size_t i = 0; i < s.written; i++)
		check_written(&s, &draft->disagreements[i]);
	compare_all(&s);
	append_found(&s);
	draft_order_disagreements(draft);
	for (size_t i = 0; i < draft->disagreement_count; i++)
		join_measure(draft, &draft->disagreements[i]);
	for (size_t i = 0; i < draft->figure_count; i++)
		free(s.memberships[i].rows);
	free(s.memberships);
	free(s.found);
	free(s.order);
}
