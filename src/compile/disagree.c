/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * Two figures of one measure and unit disagree where they speak of the same
 * place and people (or one does not say), of periods that meet (or one is
 * not known), and their ranges, open ends included, do not meet.  A pair
 * that a written disagreement has among its members is explained by that
 * one, and stands there alone.
 */

static bool
has_bound(const struct figure *f)
{
	return !isnan(f->low) || !isnan(f->high);
}

static bool
lies_above(const struct figure *a, const struct figure *b)
{
	return !isnan(a->low) && !isnan(b->high) && a->low > b->high;
}

static bool
may_be_equal(const char *a, const char *b)
{
	return !a[0] || !b[0] || strcmp(a, b) == 0;
}

static bool
disagrees(const struct draft_figure *a, const struct draft_figure *b)
{
	if (!has_bound(&a->f) || !has_bound(&b->f))
		return false;
	if (!lies_above(&a->f, &b->f) && !lies_above(&b->f, &a->f))
		return false;
	if (strcmp(a->f.unit, b->f.unit) != 0)
		return false;
	if (!may_be_equal(a->folded_place, b->folded_place) ||
	    !may_be_equal(a->folded_population, b->folded_population))
		return false;
	return !a->has_period || !b->has_period ||
	    date_meets(a->period, b->period);
}

struct search {
	struct draft *draft;
	size_t *order;        /* figures by measure, then row */
	bool *is_disagreeing; /* of each figure */
	struct draft_disagreement *found;
	size_t found_count;
	size_t found_cap;
	size_t written; /* rows that were written down */
};

static bool
has_member(const struct draft_disagreement *d, int64_t figure)
{
	for (uint32_t i = 0; i < d->d.member_count; i++) {
		if (d->members[i].kind == RECORD_FIGURE &&
		    d->members[i].record == figure)
			return true;
	}
	return false;
}

static struct draft_disagreement *
find_written(struct search *s, int64_t a, int64_t b)
{
	for (size_t i = 0; i < s->written; i++) {
		struct draft_disagreement *d = &s->draft->disagreements[i];

		if (has_member(d, a) && has_member(d, b))
			return d;
	}
	return NULL;
}

static struct draft_disagreement *
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
	return d;
}

static void
compare_pair(struct search *s, const struct draft_figure *a,
    const struct draft_figure *b)
{
	struct draft_disagreement *d;

	if (!disagrees(a, b))
		return;
	d = find_written(s, a->f.id, b->f.id);
	if (!d)
		d = add_computed(s, a, b);
	d->d.is_computed = true;
	if (!a->has_period || !b->has_period)
		d->d.period_unknown = true;
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

static void
compare_all(struct search *s)
{
	const struct draft_figure *figures = s->draft->figures;
	size_t count = s->draft->figure_count;

	for (size_t i = 0; i < count; i++) {
		const struct draft_figure *a = &figures[s->order[i]];

		for (size_t j = i + 1; j < count; j++) {
			const struct draft_figure *b = &figures[s->order[j]];

			if (b->measure != a->measure || !a->measure)
				break;
			compare_pair(s, a, b);
		}
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
	for (size_t i = 0; i < count; i++)
		all[i].d.id = (int64_t)i + 1;
}

/* The measure that all its figures share; counts who disagrees. */
static void
join_measure(struct search *s, struct draft_disagreement *d)
{
	struct draft *draft = s->draft;
	uint32_t figures = 0;

	for (uint32_t i = 0; i < d->d.member_count; i++)
		figures += d->members[i].kind == RECORD_FIGURE;
	for (uint32_t i = 0; i < d->d.member_count; i++) {
		const struct draft_member *m = &d->members[i];
		int64_t measure;

		if (m->kind != RECORD_FIGURE)
			continue;
		measure = draft->figures[m->record - 1].measure;
		if (d->measure == 0)
			d->measure = measure;
		if (d->measure != measure)
			d->measure = -1;
		if (figures < 2 || strcmp(d->d.kind, "one-origin") == 0 ||
		    s->is_disagreeing[m->record - 1] || !measure)
			continue;
		s->is_disagreeing[m->record - 1] = true;
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
	s.is_disagreeing = mem_alloc_array(draft->figure_count,
	    sizeof *s.is_disagreeing);
	order_figures(&s);
	compare_all(&s);
	append_found(&s);
	for (size_t i = 0; i < draft->disagreement_count; i++)
		join_measure(&s, &draft->disagreements[i]);
	free(s.found);
	free(s.is_disagreeing);
	free(s.order);
}
