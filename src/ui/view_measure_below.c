/* SPDX-License-Identifier: ISC */
#include <math.h>
#include <string.h>

#include "text/value.h"
#include "view_measure_private.h"

/*
 * Below the chart, in words: what can all be true, what cannot, and what
 * else differs, which is explained or no contradiction at all.
 */
enum { AT_ONCE = 5, INDENT = 2 };

bool
measure_add_left_out(struct view_page *p, struct view_measure *view)
{
	const struct number_form *form = app_get_numbers(p->view->app);
	struct link link = { .kind = RECORD_MEASURE,
		.slug = view->measure.slug };
	struct str text;

	if (view->all.left_out == 0)
		return true;
	str_init(&text, 0);
	view_page_add_blank(p);
	str_add_text(&text, "Only ");
	value_add_number(&text, form, view->all.figures);
	str_add_text(&text, " of ");
	value_add_number(&text, form,
	    (double)view->all.figures + view->all.left_out);
	str_add_text(&text,
	    " figures are shown side by side.  All are in "
	    "the list of figures: Enter here goes there.");
	view_page_add_link(p, 0, text.data, &link);
	str_clear(&text);
	return true;
}

/* ---- What can all be true ---- */

static void
add_hanging(struct view_page *p, enum role role, const char *text)
{
	int line = p->line_count;

	view_page_add_text(p, role, INDENT, text);
	if (line < p->line_count)
		p->runs[p->lines[line].first_run].col = 0;
}

bool
measure_add_meetings(struct view_page *p, struct view_measure *view)
{
	const struct comparison *all = &view->all;
	struct str text;

	if (all->meeting_count > 0 && view->next == 0)
		view_page_add_heading(p, "What can all be true");
	str_init(&text, 0);
	for (int i = 0; i < AT_ONCE && view->next < all->meeting_count; i++) {
		str_reset(&text);
		comparison_add_meeting(&text, app_get_numbers(p->view->app),
		    all, &all->meetings[view->next++]);
		add_hanging(p, ROLE_TEXT, text.data);
	}
	str_clear(&text);
	if (view->next < all->meeting_count)
		return false;
	if (all->meeting_count == COMPARISON_MEETINGS_MAX)
		view_page_add_text(p, ROLE_DIM, 0,
		    "There may be more: only so many are looked for.");
	view->next = 0;
	return true;
}

/* ---- What disagrees ---- */

static const struct comparison_row *
find_row(const struct comparison *all, const struct disagreement_member *m,
    uint32_t *figure)
{
	if (m->kind != RECORD_FIGURE)
		return NULL;
	for (uint32_t i = 0; i < all->part_count; i++) {
		for (uint32_t j = 0; j < all->parts[i].row_count; j++) {
			const struct comparison_row *row = &all->parts[i]
								.rows[j];

			for (uint32_t k = 0; k < row->figure_count; k++) {
				*figure = k;
				if (strcmp(row->figures[k]->f.slug, m->slug) ==
				    0)
					return row;
			}
		}
	}
	return NULL;
}

static double
get_gap(const struct figure *a, const struct figure *b)
{
	double gap = 0;

	if (!isnan(a->low) && !isnan(b->high))
		gap = a->low - b->high;
	if (!isnan(b->low) && !isnan(a->high) && b->low - a->high > gap)
		gap = b->low - a->high;
	return gap;
}

/* How far apart those two members are that are the farthest. */
static void
add_distance(struct str *out, const struct view_measure *view,
    const struct disagreement *d)
{
	const struct comparison_figure *far[2] = { NULL, NULL };
	double gap = 0;
	uint32_t a, b;

	for (uint32_t i = 0; i < d->member_count; i++) {
		const struct comparison_row *p = find_row(&view->all,
		    &d->members[i], &a);

		for (uint32_t j = i + 1; p && j < d->member_count; j++) {
			const struct comparison_row *q = find_row(&view->all,
			    &d->members[j], &b);

			if (!q ||
			    get_gap(&p->figures[a]->f, &q->figures[b]->f) <=
				gap)
				continue;
			far[0] = p->figures[a];
			far[1] = q->figures[b];
			gap = get_gap(&far[0]->f, &far[1]->f);
		}
	}
	if (!far[0])
		return;
	if (d->member_count > 2)
		str_add_text(out, "up to ");
	value_add_distance(out, app_get_numbers(view->record.view.app),
	    &far[0]->f, &far[1]->f);
}

/* "about 30,000, as of 2018, Russia (Yi)"; or nothing. */
static void
add_member_words(struct str *out, const struct view_measure *view,
    const struct disagreement_member *m)
{
	struct comparison_row one;
	uint32_t at;
	const struct comparison_row *row = find_row(&view->all, m, &at);

	if (!row)
		return;
	one = *row;
	one.figures = &row->figures[at];
	one.heading = NULL;
	value_add_range(out, app_get_numbers(view->record.view.app),
	    &one.figures[0]->f);
	if (out->len > 0)
		str_add_text(out, ", ");
	comparison_add_about(out, &one);
	if (one.figures[0]->behind.document_count == 0)
		return;
	str_add_text(out, " (");
	comparison_add_documents(out, one.figures[0]);
	str_add_char(out, ')');
}

static void
add_disagreement(struct view_page *p, struct view_measure *view,
    uint32_t number)
{
	const struct disagreements *all = &view->record.disagreements;
	const struct disagreement *d = &all->all[number];
	struct str text;

	str_init(&text, 0);
	str_add(&text, "", 0);
	add_distance(&text, view, d);
	view_page_add_blank(p);
	disagreements_add_kind(p, d, text.data);
	for (uint32_t i = 0; i < d->member_count; i++) {
		str_reset(&text);
		str_add(&text, "", 0);
		add_member_words(&text, view, &d->members[i]);
		disagreements_add_member(p, &d->members[i], text.data, false);
	}
	disagreements_add_note(p, all, number);
	str_clear(&text);
}

/* Ranges apart of one place, people and time, and sums that fail. */
static bool
cannot_hold(const struct disagreement *d)
{
	return d->is_computed || strcmp(d->kind, "parts-exceed-whole") == 0 ||
	    strcmp(d->kind, "sum-fails") == 0;
}

static bool
add_some(struct view_page *p, struct view_measure *view, bool is_wanted,
    const char *heading)
{
	const struct disagreements *all = &view->record.disagreements;
	int added = 0;

	for (; view->next < all->count && added < AT_ONCE; view->next++) {
		if (cannot_hold(&all->all[view->next]) != is_wanted)
			continue;
		if (!view->is_headed)
			view_page_add_heading(p, heading);
		view->is_headed = true;
		add_disagreement(p, view, view->next);
		added++;
	}
	if (view->next < all->count)
		return false;
	view->next = 0;
	view->is_headed = false;
	return true;
}

bool
measure_add_contradictions(struct view_page *p, struct view_measure *view)
{
	return add_some(p, view, true, "What cannot both hold");
}

bool
measure_add_differences(struct view_page *p, struct view_measure *view)
{
	if (!add_some(p, view, false, "What else differs"))
		return false;
	disagreements_add_rest(p, &view->record.disagreements);
	return true;
}
